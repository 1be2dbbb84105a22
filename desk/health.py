"""How the system stands: what does not work, and how much waits. Numbers only, read from the pulse."""
from datetime import timedelta

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from kombu import Connection

from core import calendar, clock
from core.models import Pulse

WORKER_SILENT = timedelta(minutes=2)
OUTBOX_OLD = timedelta(minutes=5)
PING_SECONDS = 1
COUNTED = ("poisoned", "not_yet_linked", "differences", "log_differences")      # what needs somebody and stops nothing
QUICK = {"socket_connect_timeout": PING_SECONDS, "socket_timeout": PING_SECONDS}


def database_answers():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def broker_answers():
    try:
        with Connection(settings.CELERY_BROKER_URL, connect_timeout=PING_SECONDS, transport_options=QUICK) as broker:
            broker.ensure_connection(max_retries=1, interval_start=0, interval_step=0, timeout=PING_SECONDS)
            broker.default_channel.client.ping()
    except Exception:                           # noqa: BLE001 -- whatever is wrong with it, it does not answer
        return False
    return True


def warnings():
    """What stops nothing today and somebody has to see to: periods would count a holiday as a working day."""
    return [f"no holidays are known of {year}" for year in calendar.years_without_holidays(clock.today())]


def state_of_the_house():
    """{"database": …, "broker": …, "worker": …, "outbox": …} as true or false, and the counts of what waits."""
    parts = {"database": database_answers(), "broker": broker_answers()}
    pulses = list(Pulse.objects.all()) if parts["database"] else []
    now = clock.real_now()
    beats = [pulse.last_job_at for pulse in pulses if pulse.last_job_at]
    undone = [pulse.oldest_undone_at for pulse in pulses if pulse.oldest_undone_at]
    parts["worker"] = bool(beats) and now - max(beats) < WORKER_SILENT
    parts["outbox"] = parts["database"] and (not undone or now - min(undone) < OUTBOX_OLD)
    waits = {name: sum(getattr(pulse, name) for pulse in pulses) for name in COUNTED}
    return parts, waits
