"""Walls 2 and 3 and the web role's rights, raised from the models' declarations: who may see a row, and what it may point at."""
import hashlib
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.db import connections, transaction

from core.tenancy import Ownership, TenantRow

CURRENT = "(SELECT nullif(current_setting('poom.agency', true), '')::bigint)"    # a sub-select is evaluated once per query
APPEND_ONLY = "SELECT, INSERT"


class Piece(NamedTuple):
    """One policy, key or trigger: how to look it up, make it and drop it."""

    kind: str                   # POLICY | CONSTRAINT | TRIGGER
    name: str
    table: str
    create: str

    @property
    def place(self):
        return self.kind, self.name, self.table

    @property
    def digest(self):
        return hashlib.sha256(self.create.encode()).hexdigest()

    @property
    def drop(self):
        if self.kind == "CONSTRAINT":
            return f"ALTER TABLE {self.table} DROP CONSTRAINT {self.name} CASCADE"
        return f"DROP {self.kind} {self.name} ON {self.table}"


def tenant_models():
    """Every model whose rows belong to an agency, parents before children as Django lists them."""
    return [model for model in apps.get_models() if issubclass(model, TenantRow)]


def tenant_parents(model):
    """(field, this table's owner column, the parent's owner column) for each foreign key that leads to another tenant table."""
    for field in model._meta.local_fields:
        if field.is_relation and issubclass(field.related_model, TenantRow):
            mine = model.parents_owner.get(field.name, model.owners[0])
            theirs = mine if mine in field.related_model.owners else field.related_model.owners[0]
            yield field, f"{mine}_id", f"{theirs}_id"


def policies(model):
    """Who sees, changes, adds and deletes a row of this model."""
    table, columns = model._meta.db_table, [f"{owner}_id" for owner in model.owners]
    anyone = " OR ".join(f"{column} = {CURRENT}" for column in columns)
    first = f"{columns[0]} = {CURRENT}"
    may_change = anyone if model.ownership == Ownership.SHARED else first
    for name, action in (
        ("owners_see", f"FOR SELECT USING ({_seen_by(model, anyone)})"),
        ("owners_change", f"FOR UPDATE USING ({may_change}) WITH CHECK ({may_change})"),
        ("first_owner_adds", f"FOR INSERT WITH CHECK ({first})"),
        ("first_owner_deletes", f"FOR DELETE USING ({first})"),
    ):
        yield Piece("POLICY", name, table, f"CREATE POLICY {name} ON {table} {action}")


def _seen_by(model, owners):
    if model.ownership == Ownership.PUBLIC:                     # a condition would keep the planner from the search index
        return "true"
    if model.ownership != Ownership.PUBLISHED:
        return owners
    if not model.part_of:
        return f"{owners} OR published_at IS NOT NULL"
    for field, mine, theirs in tenant_parents(model):           # the whole's own policy decides whether the part is out
        if field.name == model.part_of:
            whole, table = field.related_model._meta.db_table, model._meta.db_table
            same = f"w.{theirs} = {table}.{mine} AND w.id = {table}.{field.column}"
            return f"{owners} OR EXISTS (SELECT 1 FROM {whole} w WHERE {same})"         # noqa: S608  names of our own tables
    raise ValueError(f"{model._meta.label}: part_of names no tenant model")


def keys(model, pointed_at):
    """The unique pair that others point at, and a composite key beside each of Django's own."""
    table = model._meta.db_table
    for column in sorted(pointed_at.get(model, ())):
        name = f"{table}_{column}_pair"
        yield Piece("CONSTRAINT", name, table, f"ALTER TABLE {table} ADD CONSTRAINT {name} UNIQUE ({column}, id)")
    for field, mine, theirs in tenant_parents(model):
        name, parent = f"{table}_{field.name}_same_agency", field.related_model._meta.db_table
        yield Piece("CONSTRAINT", name, table,
                    f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({mine}, {field.column})"
                    f" REFERENCES {parent} ({theirs}, id) DEFERRABLE INITIALLY IMMEDIATE")


def triggers(model):
    """With two owners WITH CHECK alone would let one of them hand the row to a third; what is append-only is so for the owner role too."""
    table = model._meta.db_table
    if model.append_only:
        yield Piece("TRIGGER", "written_once", table,
                    f"CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION poom_written_once()")
    else:
        changed = " OR ".join(f"OLD.{owner}_id IS DISTINCT FROM NEW.{owner}_id" for owner in model.owners)
        yield Piece("TRIGGER", "owners_never_change", table,
                    f"CREATE TRIGGER owners_never_change BEFORE UPDATE ON {table} FOR EACH ROW"
                    f" WHEN ({changed}) EXECUTE FUNCTION poom_owners_never_change()")


FUNCTIONS = {"poom_owners_never_change": "the owners of a row never change", "poom_written_once": "this table is append-only"}


def pointed_at():
    """{model: the owner columns that some composite key of another table names}."""
    found = {}
    for model in tenant_models():
        for field, _mine, theirs in tenant_parents(model):
            found.setdefault(field.related_model, set()).add(theirs)
    return found


def pieces():
    """Every wall that should stand: unique pairs first, since composite keys lean on them."""
    parents, built = pointed_at(), []
    for model in tenant_models():
        built += [*policies(model), *keys(model, parents), *triggers(model)]
    return sorted(built, key=lambda piece: "REFERENCES" in piece.create)


def raise_walls(using="default", **kwargs):
    """Bring the database to the declarations; what stands already is left alone. Runs after every migrate, as the owner role."""
    connection = connections[using]
    if connection.settings_dict["USER"] == settings.WEB_ROLE:
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for name, sentence in FUNCTIONS.items():
            cursor.execute(f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
                           f" $$ BEGIN RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation'; END $$")
        wanted = [piece for piece in pieces() if piece.table in tables]
        _close_the_rooms(cursor, {model._meta.db_table for model in tenant_models()} & tables)
        _bring_to(cursor, wanted)
        _grant(cursor, tables)


def _close_the_rooms(cursor, tables):
    cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relforcerowsecurity")
    for table in sorted(tables - {name for (name,) in cursor.fetchall()}):
        cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


STANDING = """
WITH piece AS (
  SELECT 'POLICY' AS kind, polname::text AS name, polrelid::regclass::text AS home, obj_description(oid, 'pg_policy') AS comment,
         concat_ws('|', polcmd, polpermissive, polroles, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) AS stands
    FROM pg_policy
  UNION ALL SELECT 'CONSTRAINT', conname::text, conrelid::regclass::text, obj_description(oid, 'pg_constraint'),
         concat_ws('|', pg_get_constraintdef(oid), convalidated)
    FROM pg_constraint WHERE conname ~ '_(same_agency|pair)$'
  UNION ALL SELECT 'TRIGGER', tgname::text, tgrelid::regclass::text, obj_description(oid, 'pg_trigger'),
         concat_ws('|', pg_get_triggerdef(oid), tgenabled)
    FROM pg_trigger WHERE tgname IN ('owners_never_change', 'written_once'))
SELECT kind, name, home, comment, md5(stands) FROM piece
"""


def _standing(cursor):
    """{(kind, name, table): (comment, digest of what the catalogue says of it now)}."""
    cursor.execute(STANDING)
    return {(kind, name, table): (comment, stands) for kind, name, table, comment, stands in cursor.fetchall()}


def _bring_to(cursor, wanted):
    """A comment holds two digests: of the declaration, and of how the piece then stood. Both equal: untouched, else it is made again."""
    standing, made = _standing(cursor), []
    for piece in wanted:
        comment, stands = standing.pop(piece.place, (None, "absent"))
        if comment == f"{piece.digest} {stands}":
            continue
        if stands != "absent":
            cursor.execute(piece.drop)
        cursor.execute(piece.create)
        made.append(piece)
    for kind, name, table in standing:                          # known to no declaration
        constraint = f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}"
        cursor.execute(constraint if kind == "CONSTRAINT" else f"DROP {kind} {name} ON {table}")
    stands_now = _standing(cursor) if made else {}
    for piece in made:
        cursor.execute(f"COMMENT ON {piece.kind} {piece.name} ON {piece.table} IS '{piece.digest} {stands_now[piece.place][1]}'")


def rights():
    """{table: what the web role may do}. A table that is not here cannot be reached."""
    declared = {table: allowed for table, (allowed, _reason) in settings.NATIONAL_TABLES.items()}
    for model in tenant_models():
        declared[model._meta.db_table] = APPEND_ONLY if model.append_only else model.grants
    return declared


GRANTED = """
SELECT relname::text, CASE entry.grantee WHEN 0 THEN 'PUBLIC' ELSE entry.grantee::regrole::text END, entry.privilege_type
  FROM pg_class, aclexplode(relacl) entry
 WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace AND entry.grantee IN (0, %s::regrole)
"""


def _grant(cursor, tables):
    cursor.execute(GRANTED, [settings.WEB_ROLE])
    has = set(cursor.fetchall())
    wants = {(table, settings.WEB_ROLE, right.strip())
             for table, allowed in rights().items() if table in tables for right in allowed.split(",")}
    for table, role, right in sorted(has - wants):
        cursor.execute(f'REVOKE {right} ON "{table}" FROM {role}')
    for table, role, right in sorted(wants - has):
        cursor.execute(f'GRANT {right} ON "{table}" TO {role}')
