"""The small demonstration with its letters and papers made, for whoever looks at it: of several processes that test the first builds it."""
import fcntl
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests import cluster
from tests.built import on_server

BIN = Path(sys.executable).parent


def environment_of(home, database):
    """For the programs of a site on this database, its files below `home`."""
    return {name: said for name, said in os.environ.items() if not name.startswith(("DJANGO", "DATABASE"))} | {
        "DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "journey" * 8, "DEMO": "1", "WORKER_NICENESS": "0",
        "DATABASE_URL": cluster.postgres.url("poom_web", database),
        "BROKER_URL": f"{cluster.valkey.url}?virtual_host=2",       # its worker must not hear the bells of other tests, nor they its
        "SIGNING_DIR": f"{home}/signing", "LIMITS_URL": cluster.valkey.counters_url,
        "EMAIL_URL": f"filemail://{home}/mail", "MEDIA_ROOT": f"{home}/media"}


def demonstrated(database, home, shared):
    """The demonstration in a new database of this name, its files below `home`; `shared` is a folder of all processes of this run."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        build_demonstration(database, home)
        return
    dump, files = shared / "demonstration.dump", shared / "demonstration.files"
    with open(shared / "demonstration.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if dump.exists():
            shutil.copytree(files, home, dirs_exist_ok=True)
            cluster.postgres.run_sql(f"CREATE DATABASE {database} TEMPLATE template0 OWNER {settings.OWNER_ROLE}")
            on_server("pg_restore", "--exit-on-error", "--dbname", cluster.postgres.url("postgres", database), dump)
        else:
            build_demonstration(database, home)
            on_server("pg_dump", "--format=custom", "--file", dump, cluster.postgres.url("postgres", database))
            shutil.copytree(home, files)


def build_demonstration(database, home):
    """From the built and empty database, copied by PostgreSQL itself; nobody may be connected to the one it is copied from."""
    connection.close()
    cluster.postgres.run_sql(f"CREATE DATABASE {database} TEMPLATE {connection.settings_dict['NAME']} OWNER {settings.OWNER_ROLE}")
    environment = environment_of(home, database)
    for words in (["seed_demo", "--small"], ["make_signing_keys", "--agency", "busan"]):
        subprocess.run([sys.executable, "manage.py", *words], cwd=settings.BASE_DIR, env=environment, check=True, stdout=subprocess.DEVNULL)
    do_the_errands(database, environment)


def do_the_errands(database, environment, seconds=600):
    """The letters and papers of the demonstration are made once, before it is copied: no journey waits behind them.

    What an agency without a key cannot sign was tried and waits on. Messages of its past count as mailed: nobody has that mailbox.
    """
    command = [BIN / "celery", "-A", "config", "worker", "-c", "2", "-B", "-s", f"{environment['MEDIA_ROOT']}.schedule",
               "--without-gossip", "--without-mingle"]
    undone = "SELECT count(*) FROM core_errand WHERE done_at IS NULL AND attempts = 0"
    for_nobody = """
        WITH spared AS (UPDATE core_errand SET done_at = now() WHERE task = 'correspondence.tasks.send_delivery' AND attempts = 0
                        AND done_at IS NULL RETURNING (arguments->>'delivery_id')::bigint AS delivery)
        UPDATE correspondence_delivery SET state = 'sent', attempts = 1, tried_at = asked_at, sent_at = asked_at
        FROM spared WHERE id = spared.delivery"""
    worker = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + seconds
        while int(cluster.postgres.run_sql(undone, database=database)):
            assert time.monotonic() < end, "the errands of the demonstration are not done"
            time.sleep(0.5)
            cluster.postgres.run_sql(for_nobody, database=database)
    finally:
        worker.terminate()
        worker.wait(120)                # what it is doing it finishes
