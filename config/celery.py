"""The bell: Celery carries two numbers and no truth (that is the outbox)."""
import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
app = Celery("poom")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
