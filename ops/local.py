"""The environment of a run on this machine: what `make run` hands to Django when nobody has set it."""
import os
import secrets

from ops.places import VAR, Trouble
from ops.postgres import OWNER, Cluster
from ops.valkey import Valkey

OWNERS_ONLY = ("DATABASE_OWNER_URL", "DATABASE_AS")


def cluster():
    return Cluster(VAR / "pg")


def broker():
    return Valkey(VAR / "valkey")


def secret():
    """Made once, at random; sessions and signatures outlive a restart."""
    place = VAR / "secret_key"
    if not place.exists():
        VAR.mkdir(exist_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w") as sheet:
            sheet.write(secrets.token_urlsafe(50))
    return place.read_text()


def own_servers():
    """Which of the two servers are ours to start."""
    given = os.environ.get
    if bool(given("DATABASE_URL")) != bool(given("DATABASE_OWNER_URL")):
        raise Trouble("DATABASE_URL and DATABASE_OWNER_URL go together: set both, or neither for the embedded PostgreSQL")
    return not given("DATABASE_URL"), not given("BROKER_URL")


def environment():
    """Everything for the command that migrates; `without_owner` of it for web, worker and beat."""
    own_database, own_broker = own_servers()
    port = os.environ.get("PORT", "8000")
    values = {
        "SECRET_KEY": secret(),
        "DEBUG": "0",
        "DEMO": "1",
        "SITE_URL": f"http://localhost:{port}",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "EMAIL_URL": f"filemail://{VAR / 'mail'}",
        "MEDIA_ROOT": str(VAR / "media"),
        "SIGNING_DIR": str(VAR / "signing"),
    }
    if own_database:
        server = cluster()
        values |= {"DATABASE_URL": server.url(), "DATABASE_OWNER_URL": server.url(OWNER)}
    if own_broker:
        server = broker()
        values |= {"BROKER_URL": server.url, "LIMITS_URL": server.counters_url}
    base = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    unset = {name: value for name, value in values.items() if not base.get(name)}
    return {**base, **unset, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONUNBUFFERED": "1"}


def without_owner(values):
    return {name: value for name, value in values.items() if name not in OWNERS_ONLY}


def lend():
    """For `manage.py` at a prompt: the local run's environment, if there is one here and no other database was named."""
    if "DATABASE_URL" in os.environ or not (VAR / "pg").exists():
        return
    values = environment()
    if os.environ.get("DATABASE_AS") != "owner":
        values = without_owner(values)
    for name, value in values.items():
        os.environ.setdefault(name, value)
