"""The catalogue proves it: no table left out, no key forgotten, no right too many."""
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from core.tenancy import Ownership, TenantRow
from core.walls import rights, tenant_models
from tests.conftest import as_owner
from tests.core.catalogue import foreign_keys, rights_of_web, tables
from tests.core.test_walls import rows

pytestmark = pytest.mark.django_db
OTHERS = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} - {m._meta.db_table for m in tenant_models()}
by_label = pytest.mark.parametrize("model", tenant_models(), ids=lambda model: model._meta.label)
HERE = "( SELECT (NULLIF(current_setting('poom.agency'::text, true), ''::text))::bigint AS \"nullif\")"


def policies(table):
    return {name: (kind, using, check) for name, kind, using, check in
            rows("SELECT policyname, cmd, qual, with_check FROM pg_policies WHERE tablename = %s AND roles = '{public}'"
                 " AND permissive = 'PERMISSIVE'", table)}


@by_label
def test_every_tenant_table_is_walled(model):
    table = model._meta.db_table
    assert rows("SELECT relrowsecurity, relforcerowsecurity, relowner::regrole::text FROM pg_class WHERE oid = %s::regclass", table) == [
        (True, True, settings.OWNER_ROLE)]
    owners = [f"({owner}_id = {HERE})" for owner in model.owners]
    anyone, first = (f"({' OR '.join(owners)})" if len(owners) > 1 else owners[0]), owners[0]
    changers = anyone if model.ownership == Ownership.SHARED else first
    found = policies(table)
    assert sorted(found) == ["first_owner_adds", "first_owner_deletes", "owners_change", "owners_see"]
    assert found["owners_change"] == ("UPDATE", changers, changers)
    assert found["first_owner_adds"] == ("INSERT", None, first)
    assert found["first_owner_deletes"] == ("DELETE", first, None)
    kind, seen, _check = found["owners_see"]
    assert kind == "SELECT"
    if model.ownership == Ownership.PUBLIC:
        assert seen == "true"
    elif model.ownership != Ownership.PUBLISHED:
        assert seen == anyone
    elif not model.part_of:
        assert seen == f"({first} OR (published_at IS NOT NULL))"
    else:
        assert seen.startswith(f"({first} OR (EXISTS ( SELECT 1")


def test_every_table_is_walled_national_or_out_of_reach():
    walled = {model._meta.db_table for model in tenant_models()}
    reached = {table for table in tables() if rights_of_web(table)}
    assert walled | (set(settings.NATIONAL_TABLES) & tables()) == reached
    assert not walled & set(settings.NATIONAL_TABLES)


@pytest.mark.parametrize("table", sorted(settings.NATIONAL_TABLES))
def test_a_national_table_has_a_reason(table):
    allowed, reason = settings.NATIONAL_TABLES[table]
    assert allowed and len(reason) > 10


def test_the_web_role_has_the_declared_rights_and_no_others():
    declared = rights()
    for table in tables():
        assert rights_of_web(table) == {right.strip() for right in declared.get(table, "").split(",") if right.strip()}, table


def test_every_table_that_names_an_agency_is_walled_or_listed():
    naming = {name for (name,) in rows("SELECT DISTINCT conrelid::regclass::text FROM pg_constraint"
                                       " WHERE contype = 'f' AND confrelid = 'accounts_agency'::regclass")}
    assert naming <= {model._meta.db_table for model in tenant_models()} | set(settings.NATIONAL_TABLES)


def test_no_view_and_no_copy_of_a_tenant_table_exists():
    assert rows("SELECT relname FROM pg_class WHERE relkind IN ('v', 'm', 'f') AND relnamespace = 'public'::regnamespace") == []


@by_label
def test_every_key_between_tenant_tables_names_the_owner(model):
    table, keys = model._meta.db_table, foreign_keys(model._meta.db_table)
    to_tenants = [field for field in model._meta.local_fields if field.is_relation and issubclass(field.related_model, TenantRow)]
    for field in to_tenants:
        parent = field.related_model
        mine = model.parents_owner.get(field.name, model.owners[0])
        theirs = mine if mine in parent.owners else parent.owners[0]
        expected = f"FOREIGN KEY ({mine}_id, {field.column}) REFERENCES {parent._meta.db_table}({theirs}_id, id) DEFERRABLE"
        assert expected in keys, f"{table}.{field.column}"


def test_every_plain_key_between_tenant_tables_has_a_composite_one_beside_it():
    """Read from the catalogue alone: a table that no model knows would show here too."""
    walled = {model._meta.db_table for model in tenant_models()}
    for table in walled:
        plain, composite = set(), set()
        for definition in foreign_keys(table):
            columns, parent = re.match(r"FOREIGN KEY \((.*?)\) REFERENCES (\w+)\(", definition).groups()
            if parent in walled:
                names = columns.split(", ")
                (composite if len(names) == 2 and names[0].endswith("_id") else plain).add((names[-1], parent))
        assert plain <= composite, table


@by_label
def test_what_is_append_only_is_so_by_grant_and_by_trigger(model):
    table = model._meta.db_table
    triggers = {name for (name,) in rows("SELECT tgname::text FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal"
                                         " AND tgenabled = 'O'", table)}
    assert ("written_once" if model.append_only else "owners_never_change") in triggers
    if model.append_only:
        assert rights_of_web(table) == {"SELECT", "INSERT"}


@by_label
def test_every_unique_key_counts_the_owner(model):
    allowed = {frozenset(["public_id"]), frozenset(["id"])} | ({frozenset([f"{model.part_of}_id"])} if model.part_of else set())
    owners = {f"{owner}_id" for owner in model.owners}
    for (columns,) in rows(
        "SELECT array(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey))"
        " FROM pg_index i WHERE i.indrelid = %s::regclass AND i.indisunique", model._meta.db_table,
    ):
        assert set(columns) & owners or frozenset(columns) in allowed, columns


def test_the_web_role_is_nobody_special():
    assert rows("SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = %s",
                settings.WEB_ROLE) == [(False,) * 5]
    assert rows("SELECT 1 FROM pg_class WHERE relowner = %s::regrole", settings.WEB_ROLE) == []
    assert rows("SELECT 1 FROM pg_auth_members WHERE member = %s::regrole", settings.WEB_ROLE) == []
    assert rows("SELECT has_schema_privilege(%s, 'public', 'CREATE')", settings.WEB_ROLE) == [(False,)]
    as_their_owner = rows("SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace")
    assert as_their_owner == []


@pytest.mark.django_db(transaction=True)
def test_models_and_migrations_agree():
    with as_owner():
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
