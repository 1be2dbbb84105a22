"""A forgotten scope is an error and not an empty list: statements of the web role are looked at before they are sent."""
import re
from functools import cache, lru_cache

from django.conf import settings
from django.db.backends.signals import connection_created

from core.errors import NoScope
from core.tenancy import Ownership, is_nationwide, is_within
from core.walls import tenant_models


def refuse_without_scope(execute, sql, params, many, context):
    """Raises NoScope for a statement that names a tenant table while no agency is set."""
    if not is_within() and context["connection"].settings_dict["USER"] == settings.WEB_ROLE:
        named = named_in(sql, not is_nationwide())
        if named:
            raise NoScope(f"{named} was asked for outside `with within(agency):`")
    return execute(sql, params, many, context)


@lru_cache(maxsize=256)
def named_in(sql, published_too):
    """The first tenant table that the statement names, or None. Looking one through takes longer than answering it."""
    named = tenant_tables(published_too=published_too).search(sql)
    return named and named.group()


@cache
def tenant_tables(*, published_too):
    """One pattern built from the models."""
    open_to_all = () if published_too else (Ownership.PUBLISHED, Ownership.PUBLIC)
    names = [model._meta.db_table for model in tenant_models() if model.ownership not in open_to_all]
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")


def watch(connection, **kwargs):
    if refuse_without_scope not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse_without_scope)


def start_watching():
    connection_created.connect(watch, dispatch_uid="core.scope")
