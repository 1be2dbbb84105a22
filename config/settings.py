"""One file, from the environment."""
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.national import NATIONAL_TABLES  # noqa: F401  (a setting: the walls are raised from it)

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = env.bool("DEBUG", False)
DEMO = env.bool("DEMO", False)                          # the demonstration: invented people, second factor offered, the clock may travel
DEFAULT_KEY = "only-for-development-and-tests"
SECRET_KEY = env.str("SECRET_KEY", DEFAULT_KEY)
AUDIT_KEY = env.str("AUDIT_KEY", SECRET_KEY)            # seals the names in the audit trail
PERSON_KEY = env.str("PERSON_KEY", SECRET_KEY)          # tells one person from another without keeping the phone number
FACTOR_KEY = env.str("FACTOR_KEY", SECRET_KEY)          # seals the secrets of authenticator apps and recovery codes
SITE_URL = env.str("SITE_URL", "http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
RELEASE = env.str("RELEASE", "dev")
PROXIES = env.int("PROXIES", 0)                         # how many of our own proxies add to X-Forwarded-For

INSTALLED_APPS = [
    "core",
    "accounts",
    "correspondence",
    "providers",
    "panels",
    "visits",
    "training",
    "certification",
    "evaluations",
    "agencies",
    "aftercare",
    "desk",
    "config.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "template_partials",
    "csp",
]

MIDDLEWARE = [
    "core.middleware.ArrivalMiddleware",                # notes when the request came in: arrival decides
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",       # sees /static/ before any agency does
    "core.middleware.AgencyMiddleware",                 # from here on: one agency, one transaction
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "accounts.middleware.SessionLimitMiddleware",       # Django's AuthenticationMiddleware, with an end to every session
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.ActorMiddleware",
    "accounts.middleware.GuardMiddleware",
    "core.middleware.RefusalMiddleware",
]

TENANT_MODEL = "accounts.Agency"
TENANT_LOOK_UP = "accounts.directory.look_up"
NATIONAL_GENERATION = "accounts.directory.generation"   # changes when any agency does
SANCTION_UNDER_WAY = "aftercare.queries.sanction.sanction_under_way"     # of a certificate, asked before a renewal takes its place
THIRD_PARTY_GUARDS = "config.guards.third_party"        # who may open the pages that packages bring
AUTH_USER_MODEL = "accounts.User"
ROOT_URLCONF = "config.urls_nation"                     # outside an agency its names must not resolve
AGENCY_URLCONF = "config.urls_agency"
WSGI_APPLICATION = "config.wsgi.application"
SERVED_AT_ONCE = env.int("SERVED_AT_ONCE", 4)           # requests in work a web process; each of them has a database connection
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The web role is walled; only migrating, seeding and backing up stand as the owner role.
OWNER_ROLE, WEB_ROLE = env.str("DATABASE_OWNER_ROLE", "poom_owner"), env.str("DATABASE_WEB_ROLE", "poom_web")
_address = "DATABASE_OWNER_URL" if env.str("DATABASE_AS", "web") == "owner" else "DATABASE_URL"
DATABASES = {"default": env.db_url(_address, default="postgres:///poom") | {
    "ATOMIC_REQUESTS": True,                            # a view that raises is undone; the middleware's outer work is not
    "CONN_MAX_AGE": env.int("CONN_MAX_AGE", 60),
    "CONN_HEALTH_CHECKS": True,
    # A connection keeps the plans of what it asks often: planning takes longer than the work (docs/adr/0018-kept-plans.md)
    "OPTIONS": {"server_side_binding": True, "prepare_threshold": env.int("PREPARE_THRESHOLD", 3) or None},
}}
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"])    # a Unix socket's folder stands percent-encoded in the URL

TEMPLATES = [{
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "DIRS": [BASE_DIR / "templates"],
    "APP_DIRS": True,
    "OPTIONS": {
        "context_processors": [
            "django.template.context_processors.request",
            "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages",
            "core.context.house",
        ],
        "builtins": ["core.templatetags.house", "django.templatetags.i18n", "django.templatetags.static"],
    },
}]

STATIC_URL = "/static/"                                 # absolute: a relative one is cached with the first agency's prefix
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.str("STATIC_ROOT", str(BASE_DIR / "var" / "static"))
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
MEDIA_ROOT = env.str("MEDIA_ROOT", str(BASE_DIR / "var" / "media"))
MEDIA_URL = "/media/"                                   # answers to nobody: files go out through views
FILE_LIMIT = 50 * 1024 * 1024                           # bytes a file
PROVIDER_QUOTA = env.int("PROVIDER_QUOTA_MB", 2048) * 1024 * 1024     # bytes a provider may keep in its library, half uploads counted
CLAMD_URL = env.str("CLAMD_URL", "")                    # unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310; none: nothing is scanned
CLAMD_TIMEOUT = env.int("CLAMD_TIMEOUT", 20)            # seconds for an answer; after them the file waits
FILE_UPLOAD_PERMISSIONS = 0o600
SIGNING_DIR = env.str("SIGNING_DIR", str(BASE_DIR / "var" / "signing"))     # a key and a certificate per agency, and the root's
PKCS11_MODULE = env.str("PKCS11_MODULE", "")            # the library of a token that holds the signing keys; none: files
PKCS11_TOKEN, PKCS11_PIN = env.str("PKCS11_TOKEN", ""), env.str("PKCS11_PIN", "")
TSA_URL = env.str("TSA_URL", "")                        # a time-stamping service (RFC 3161), asked for each signature
STORAGES = {
    "default": {"BACKEND": "core.storage.PrivateStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", _("Korean")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "config.formats"                   # 2026. 11. 22.(일), where Django writes the date
TIME_ZONE = "Asia/Seoul"
USE_TZ = True

# Sign-in
LOGIN_URL = "account_login"                             # names, never paths: only names get the prefix
LOGIN_REDIRECT_URL = "after_sign_in"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
AUTHENTICATION_BACKENDS = ["accounts.backends.GuardedBackend"]
ACCOUNT_ADAPTER = "accounts.adapter.AgencyAdapter"
ACCOUNT_FORMS = {                                       # the same, each try counted first
    "login": "accounts.forms.SignInForm",
    "signup": "accounts.forms.SignUpForm",
    "reset_password": "accounts.forms.ResetPasswordForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "reauthenticate": "accounts.factor_forms.PasswordAgainForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = False                             # its limiter can be raced; accounts.limits reserves before the hash
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
CONFIRMED_FOR = ACCOUNT_REAUTHENTICATION_TIMEOUT = env.int("CONFIRMED_FOR", 5 * 60)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "accounts.passwords.MaximumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.ContextWordsValidator"},
]

# Second factor
SECOND_FACTOR_DEMANDED = env.bool("SECOND_FACTOR_DEMANDED", not DEMO)       # of whoever has a role at an agency, and of the operator
MFA_ADAPTER = "accounts.second_factor.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1                                  # a clock may be half a minute off
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RATE_LIMITS = False                                 # like its sister's above
MFA_FORMS = {
    "authenticate": "accounts.factor_forms.CodeForm",
    "reauthenticate": "accounts.factor_forms.CodeAgainForm",
    "authenticate_webauthn": "accounts.factor_forms.PasskeyForm",
    "reauthenticate_webauthn": "accounts.factor_forms.PasskeyAgainForm",
    "login_webauthn": "accounts.factor_forms.PasskeyAloneForm",
}

# Sign-in by an identity provider: without an issuer there is neither button nor address
OIDC_ISSUER = env.str("OIDC_ISSUER", "").rstrip("/")
OIDC_NAME = env.str("OIDC_NAME", "OpenID Connect")      # what stands on the button
OIDC_SECOND_FACTOR = env.bool("OIDC_SECOND_FACTOR", False)      # believe it that it saw a second factor (amr: mfa)
SOCIALACCOUNT_ADAPTER = "accounts.oidc.IdentityAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{
    "provider_id": "oidc", "name": OIDC_NAME, "client_id": env.str("OIDC_CLIENT_ID", ""), "secret": env.str("OIDC_CLIENT_SECRET", ""),
    "settings": {"server_url": OIDC_ISSUER},
}] if OIDC_ISSUER else []}}

LIMITS_URL = env.str("LIMITS_URL", env.str("BROKER_URL", "redis://localhost:6379/0"))
SIGN_IN_LIMIT = 5                                       # wrong passwords a quarter of an hour, per account and place
SIGN_IN_LIMIT_ACCOUNT = 50                              # and per account from everywhere
DOOR_LIMIT = 20                                         # sign-ups and resets asked for an hour, per place
BRIEFING_LIMIT = 30                                     # registrations for briefings an hour, per place: an office has one address for all
REPORT_LIMIT = 10                                       # reports about certificates an hour, per place
COMPLAINT_LIMIT, COMPLAINT_LIMIT_ALL = 20, 300          # complaints an hour, per place and at an agency in all
COMPLAINT_CODE_LIMIT = 30                               # wrong receipt codes an hour, per place
BULK_LIMIT = 20                                         # lists of names or numbers checked in ten minutes, per place
WATCH_LIMIT = 20                                        # notices of changes asked for an hour, per place
MESSAGE_LIMIT = 5                                       # messages an hour to one address that somebody typed at the door

SESSION_ENGINE = "accounts.session_store"               # in PostgreSQL, with the account beside
SESSION_ABSOLUTE = 12 * 60 * 60
SESSION_COOKIE_AGE = 24 * 60 * 60                       # outlives the session, so that a form sent too late still says whose it is
SESSION_IDLE_STAFF = 30 * 60
SESSION_IDLE = 2 * 60 * 60
_SECURE = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE    # off only on the plain-http demonstration
SESSION_COOKIE_NAME = "__Host-session" if _SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _SECURE else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "core.failures.csrf_failure"
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# Headers
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
# Maps of the register. Without an address of tiles nothing of a map is loaded; its host is the only foreign one of a page's pictures.
MAP_TILE_URL = env.str("MAP_TILE_URL", "")              # https://tiles.example/{z}/{x}/{y}.png
MAP_ATTRIBUTION = env.str("MAP_ATTRIBUTION", "")        # what the owner of the tiles wants to be said
MAP_LINK_URL = env.str("MAP_LINK_URL", "https://map.kakao.com/link/search/{address}")      # where an address leads; empty: nowhere
_tiles = urlsplit(MAP_TILE_URL)
if MAP_TILE_URL:                                        # the package's files alone: as an app it wants a GDAL, and writes scripts in pages
    STATICFILES_DIRS.append(("leaflet", f"{find_spec('leaflet').submodule_search_locations[0]}/static/leaflet"))
TILE_HOSTS = [f"{_tiles.scheme}://{_tiles.netloc.replace('{s}', '*')}"] if _tiles.netloc else []

CONTENT_SECURITY_POLICY = {"DIRECTIVES": {
    "default-src": [SELF],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:", *TILE_HOSTS],
    "object-src": [NONE],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    "form-action": [SELF],
}}

# Mail
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
if EMAIL_CONFIG.get("EMAIL_FILE_PATH"):                 # django-environ drops the root of filemail:///place
    EMAIL_CONFIG["EMAIL_FILE_PATH"] = "/" + EMAIL_CONFIG["EMAIL_FILE_PATH"].lstrip("/")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "poom@localhost.localdomain")
EMAIL_TIMEOUT = 10

# Jobs: Celery rings, the truth is in the outbox
CELERY_BROKER_URL = env.str("BROKER_URL", "redis://localhost:6379/0")
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_TRANSPORT_OPTIONS = {                     # a silent bell must not hold a request (6 s by default): the sweeper rings again
    "max_retries": 0, "interval_start": 0, "interval_step": 0,
    "visibility_timeout": 3600, "socket_connect_timeout": 1, "socket_timeout": 5,
}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "Asia/Seoul"
WORKER_NICENESS = env.int("WORKER_NICENESS", 10)        # beside a web server on the same machine a worker waits; 0: it does not
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "core.tasks.sweep", "schedule": 10.0, "options": {"expires": 10}},
    "link_audit": {"task": "core.tasks.link_audit", "schedule": 5.0, "options": {"expires": 5}},
    "announce_due": {"task": "evaluations.tasks.announce_due", "schedule": 20.0, "options": {"expires": 20}},
    "close_appeal_periods": {"task": "evaluations.tasks.close_appeal_periods", "schedule": 3600.0, "options": {"expires": 3600}},
    "erase_workbooks": {"task": "evaluations.tasks.erase_workbooks", "schedule": 3600.0, "options": {"expires": 3600}},
    "work_out_rounds": {"task": "evaluations.tasks.work_out_rounds", "schedule": 3600.0, "options": {"expires": 3600}},
    "send_rungs": {"task": "correspondence.tasks.send_rungs", "schedule": 600.0, "options": {"expires": 600}},
    "settle_days": {"task": "correspondence.tasks.settle_days", "schedule": crontab(hour=4, minute=40), "options": {"expires": 3600}},
    "follow_duties": {"task": "aftercare.tasks.duty.follow_duties", "schedule": 60.0, "options": {"expires": 60}},
    "follow_evaluations": {"task": "agencies.tasks.following.follow_evaluations", "schedule": 60.0, "options": {"expires": 60}},
    "close_supplements": {"task": "evaluations.tasks.close_supplements", "schedule": 60.0, "options": {"expires": 60}},
    "remind_of_briefings": {"task": "certification.tasks.briefing.remind_of_briefings", "schedule": 600.0, "options": {"expires": 600}},
    "follow_certificates": {"task": "certification.tasks.certificate.follow_certificates", "schedule": 60.0, "options": {"expires": 60}},
    "follow_bulletins": {"task": "agencies.tasks.bulletin.follow_bulletins", "schedule": 20.0, "options": {"expires": 20}},
    "follow_results": {"task": "agencies.tasks.result.follow_results", "schedule": 60.0, "options": {"expires": 60}},
    "follow_cases": {"task": "agencies.tasks.case.follow_cases", "schedule": 60.0, "options": {"expires": 60}},
    "follow_improvements": {"task": "agencies.tasks.followup.follow_improvements", "schedule": 60.0, "options": {"expires": 60}},
    "follow_proposals": {"task": "agencies.tasks.proposal.follow_proposals", "schedule": 60.0, "options": {"expires": 60}},
    "follow_runs": {"task": "training.tasks.run.follow_runs", "schedule": 60.0, "options": {"expires": 60}},
    "follow_training": {"task": "training.tasks.enrolment.follow_training", "schedule": 60.0, "options": {"expires": 60}},
    "grade_attempts": {"task": "training.tasks.test.grade_attempts", "schedule": 60.0, "options": {"expires": 60}},
    "follow_completions": {"task": "training.tasks.completion.follow_completions", "schedule": 60.0, "options": {"expires": 60}},
    "follow_coverage": {"task": "training.tasks.coverage.follow_coverage", "schedule": 3600.0, "options": {"expires": 3600}},
    "follow_support": {"task": "agencies.tasks.support.follow_support", "schedule": 60.0, "options": {"expires": 60}},
    "follow_councils": {"task": "agencies.tasks.council.follow_councils", "schedule": 60.0, "options": {"expires": 60}},
    "follow_sanctions": {"task": "aftercare.tasks.sanction.follow_sanctions", "schedule": 60.0, "options": {"expires": 60}},
    "count_certification": {"task": "desk.tasks.count_certification", "schedule": 3600.0, "options": {"expires": 3600}},
    "follow_ratings": {"task": "agencies.tasks.rating.follow_ratings", "schedule": 60.0, "options": {"expires": 60}},
    "scan_again": {"task": "evaluations.tasks.scan_again", "schedule": 60.0, "options": {"expires": 60}},
    "expire_uploads": {"task": "providers.tasks.expire_uploads", "schedule": 3600.0, "options": {"expires": 3600}},
    "drop_old_parts": {"task": "visits.tasks.drop_old_parts", "schedule": 24 * 3600.0, "options": {"expires": 3600}},
    "link_logs": {"task": "certification.tasks.log.link_logs", "schedule": 5.0, "options": {"expires": 5}},
    "renew_badges": {"task": "certification.tasks.documents.renew_badges", "schedule": 60.0, "options": {"expires": 60}},
    "sign_log_heads": {"task": "certification.tasks.log.sign_log_heads", "schedule": 300.0, "options": {"expires": 300}},
    "check_logs": {"task": "certification.tasks.log.check_logs", "schedule": 24 * 3600.0, "options": {"expires": 3600}},
    "tell_watchers": {"task": "certification.tasks.watch.tell_watchers", "schedule": 600.0, "options": {"expires": 600}},
    "erase_watches": {"task": "certification.tasks.watch.erase_watches", "schedule": 3600.0, "options": {"expires": 3600}},
    "make_snapshots": {"task": "certification.tasks.register.make_snapshots", "schedule": 3600.0, "options": {"expires": 3600}},
    "erase_ceremony_guests": {"task": "certification.tasks.certificate.erase_ceremony_guests", "schedule": 6 * 3600.0,
                              "options": {"expires": 3600}},
    "erase_briefing_places": {"task": "certification.tasks.briefing.erase_briefing_places", "schedule": 6 * 3600.0,
                              "options": {"expires": 3600}},
    "erase_reports": {"task": "certification.tasks.register.erase_reports", "schedule": 6 * 3600.0, "options": {"expires": 3600}},
    "forget_reporters": {"task": "aftercare.tasks.complaint.forget_reporters", "schedule": 6 * 3600.0, "options": {"expires": 3600}},
    "check_registers": {"task": "certification.tasks.register.check_registers", "schedule": crontab(hour=3, minute=20),
                        "options": {"expires": 3600}},
}
CODE_PAGES = {"completion": "training_check_code"}        # where a public code leads that is no certificate's: the page of its agency
SUPPLEMENT_EXTENSION_DAYS = env.int("SUPPLEMENT_EXTENSION_DAYS", 7)     # working days by which an officer may prolong it, once
INSIGHT = {                                             # what a round taught: what may be chance, and what makes an indicator stand out
    "at_least": env.int("INSIGHT_AT_LEAST", 10),        # judgements, or pairs of them; with fewer it may be chance
    "cases_at_least": env.int("INSIGHT_CASES_AT_LEAST", 5),         # cases of an assessor
    "widest": env.float("INSIGHT_WIDEST", 0.5),         # a wider interval of a share or a difference says little; of a kappa twice that
    "differing": env.float("INSIGHT_DIFFERING", 0.25),  # assessors differ in this share of pairs
    "misled": env.float("INSIGHT_MISLED", 0.1),         # met in the documents and not in the end
    "supplement": env.float("INSIGHT_SUPPLEMENT", 0.3),             # of the cases were asked for more about it
    "comments": env.float("INSIGHT_COMMENTS", 0.1),     # facts were changed by the provider's comment
    "appeals": env.int("INSIGHT_APPEALS", 1),           # appeals upheld
}
EVALUATION_AGREEMENT = env.float("EVALUATION_AGREEMENT", 0.4)   # of assessors of the agencies: below it an indicator is worth a look
PRACTICE_AFTER_DAYS = env.int("PRACTICE_AFTER_DAYS", 40)  # days after its announcement: no appeal can come any more
ERRAND_LEASE_SECONDS = env.int("ERRAND_LEASE_SECONDS", 120)
ERRAND_RETRY_SECONDS = env.int("ERRAND_RETRY_SECONDS", 10)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "core.logs.OneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
    "loggers": {"django": {"handlers": [], "propagate": True}, "weasyprint": {"level": "ERROR"}, "fontTools": {"level": "ERROR"},
                "pikepdf": {"level": "WARNING"},          # it tells each process that it was loaded
                "pyhanko": {"level": "ERROR"}},           # it warns of each stranger's signature
}

SILENCED_SYSTEM_CHECKS = ["security.W008"]              # TLS is ended by the proxy in front
