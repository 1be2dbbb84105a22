"""The web server's entry point."""
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
house = get_wsgi_application()

from django.conf import settings  # noqa: E402  (settings must be ready)

from config.start import refuse_unsafe_start  # noqa: E402
from core.reception import Reception  # noqa: E402

refuse_unsafe_start()
application = Reception(house, settings.SERVED_AT_ONCE)
