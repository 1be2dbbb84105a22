"""The house's settings as in production, on the bench's own servers and with two views more."""
from bench import servers
from config.settings import *  # noqa: F403  (all of them: what is measured is what runs)
from config.settings import DATABASES, WEB_ROLE

DEBUG = DEMO = False
ALLOWED_HOSTS = ["localhost"]
ROOT_URLCONF, AGENCY_URLCONF = "bench.urls_nation", "bench.urls_agency"
DATABASES["default"] |= {"NAME": "poom", "USER": WEB_ROLE, "PASSWORD": "", "HOST": str(servers.postgres.socket_dir), "PORT": "5432"}
CELERY_BROKER_URL, LIMITS_URL = servers.valkey.url, servers.valkey.counters_url
MEDIA_ROOT, STATIC_ROOT = str(servers.HOME / "media"), str(servers.HOME / "static")
servers.HOME.joinpath("static").mkdir()
