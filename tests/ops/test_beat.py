"""What beat rings for is known to the worker: a job that nobody imports is never done, and nobody hears of it."""
import os
import subprocess
import sys

ASK = """
import django
django.setup()
from config.celery import app
app.loader.import_default_modules()
print(*sorted({one["task"] for one in app.conf.beat_schedule.values()} - set(app.tasks)))
"""


def test_every_job_that_beat_rings_for_is_known_to_a_fresh_worker():
    """In a process of its own: here other tests have imported what the worker would not."""
    done = subprocess.run([sys.executable, "-c", ASK], env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}, capture_output=True,
                          text=True, check=True)
    assert done.stdout.strip() == ""
