"""The web server's entry point."""
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

from config.start import refuse_unsafe_start  # noqa: E402  (settings must be ready)

refuse_unsafe_start()
