"""The house's settings, on the tests' own servers, with a few models of every kind of ownership."""
from config.settings import *  # noqa: F403
from config.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE, NATIONAL_TABLES  # noqa: F401
from tests import cluster

TESTING = True
SITE_URL = "https://poom.example"
ALLOWED_HOSTS = ["poom.example", "daejeon.example", "testserver", "localhost", "127.0.0.1"]
INSTALLED_APPS = [*INSTALLED_APPS, "tests.sample"]
DATABASES["default"] |= {"NAME": "poom", "USER": "poom_web", "PASSWORD": "", "HOST": str(cluster.postgres.socket_dir), "PORT": "5432",
                         "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": False}
CELERY_BROKER_URL = cluster.valkey.url
LIMITS_URL = cluster.valkey.counters_url
MEDIA_ROOT = str(cluster.HOME / "media")
SIGNING_DIR = str(cluster.HOME / "signing")
TSA_URL = ""
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "session", "csrf"
SECURE_HSTS_SECONDS = 31_536_000
DEMO = False
SECOND_FACTOR_DEMANDED = False                  # where it matters, the tests turn it on
STATIC_ROOT = str(cluster.HOME / "static")      # empty: files come from their folders
cluster.HOME.joinpath("static").mkdir()
