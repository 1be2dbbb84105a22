"""The bell: Celery carries two numbers and no truth (that is the outbox)."""
import os

from celery import Celery
from celery.signals import worker_init
from django.conf import settings

from core.priority import step_back

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
app = Celery("poom")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def let_people_go_first(**_said):
    """Before the worker has children: they inherit it."""
    step_back(settings.WORKER_NICENESS)
