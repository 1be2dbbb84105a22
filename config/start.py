"""A start that would be unsafe ends here, with one clear line."""
import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection

from core.signing_token import is_missing


def refuse_unsafe_start():
    """Raises ImproperlyConfigured naming everything that is wrong with this start."""
    wrong = [sentence for problem, sentence in (
        (settings.DEBUG, "DEBUG is on"),
        (settings.SECRET_KEY == settings.DEFAULT_KEY or len(settings.SECRET_KEY) < 32,
         "SECRET_KEY is the default or shorter than 32 characters"),
        ("*" in settings.ALLOWED_HOSTS, "ALLOWED_HOSTS has *"),
        ("DATABASE_OWNER_URL" in os.environ, "this process was given DATABASE_OWNER_URL"),
        (is_missing(), "PKCS11_MODULE is set, but the package python-pkcs11 is not installed"),
        (_role_stands_above_the_walls(), "the database role is a superuser, has BYPASSRLS or is the owner"),
    ) if problem]
    if wrong:
        raise ImproperlyConfigured("Unsafe start refused: " + "; ".join(wrong) + ".")


def _role_stands_above_the_walls():
    if connection.settings_dict["USER"] != settings.WEB_ROLE:
        return True
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
            return cursor.fetchone()[0]
    except OperationalError:
        return False                    # a database that is away is no reason not to say so on a page
    finally:
        connection.close()
