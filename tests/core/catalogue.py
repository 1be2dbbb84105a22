"""What PostgreSQL's own catalogue says of the walls."""
from django.conf import settings

from tests.core.test_walls import rows

PIECES = """
SELECT 'policy', polrelid::regclass::text, polname::text, oid::text,
       concat_ws(' ', polcmd, polpermissive, polroles, pg_get_expr(polqual, polrelid), '/', pg_get_expr(polwithcheck, polrelid),
                 obj_description(oid, 'pg_policy')) FROM pg_policy
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname::text, oid::text,
       concat_ws(' ', pg_get_constraintdef(oid), convalidated, obj_description(oid, 'pg_constraint')) FROM pg_constraint
 WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname::text, oid::text,
       concat_ws(' ', pg_get_triggerdef(oid), tgenabled, obj_description(oid, 'pg_trigger')) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', '', proname::text, oid::text, prosrc FROM pg_proc WHERE proname LIKE 'poom%%'
UNION ALL SELECT 'table', relname::text, '', oid::text, concat_ws(' ', relrowsecurity, relforcerowsecurity, relowner::regrole,
       (SELECT string_agg(entry::text, ',' ORDER BY entry::text) FROM aclexplode(coalesce(relacl, acldefault('r', relowner))) entry))
  FROM pg_class
 WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""


def snapshot(*, with_ids=True):
    """{(kind, table, name): definition}; with ids, a piece that was made again differs from one that was left alone."""
    return {(kind, table, name): f"{oid if with_ids else ''} {definition}" for kind, table, name, oid, definition in rows(PIECES)}


def tables():
    return {name for (name,) in rows("SELECT relname::text FROM pg_class"
                                     " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace")}


def rights_of_web(table):
    """What the web role may really do, by whatever way it was given."""
    kinds = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
    who, table = settings.WEB_ROLE, f'"{table}"'
    found = {kind for kind in kinds if rows("SELECT has_table_privilege(%s, %s, %s)", who, table, kind)[0][0]}
    return found | {kind for kind in kinds[:3] if rows("SELECT has_any_column_privilege(%s, %s, %s)", who, table, kind)[0][0]}


def foreign_keys(table):
    return {definition for (definition,) in rows(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass", f'"{table}"')}
