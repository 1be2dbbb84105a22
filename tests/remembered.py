"""What led to the same rows before is read back: a case in the middle of its way is six hundred statements to make and one to read.

Only where nothing else has been written in the test's transaction, which PostgreSQL itself counts, and where the test has bent
neither the house's code (monkeypatch) nor its clock; under other settings it is another case. Otherwise it is made as ever.
"""
import pickle
from datetime import timedelta
from functools import wraps

from django.conf import UserSettingsHolder, settings
from django.db import connection
from django.db.models import Model
from django.utils.translation import get_language

from accounts import limits
from core import clock
from core.tenancy import current_agency_id, is_within

READS_BACK = """
CREATE SCHEMA IF NOT EXISTS remembered;
GRANT USAGE ON SCHEMA remembered TO PUBLIC;

CREATE OR REPLACE FUNCTION remembered.written() RETURNS json LANGUAGE sql AS $$
    SELECT pg_stat_force_next_flush();          -- when this test ends: what one test wrote would be counted in the next for a second
    SELECT coalesce(json_object_agg(relname, n_tup_ins + n_tup_upd + n_tup_del ORDER BY relname), '{}') FROM pg_stat_xact_user_tables
    WHERE schemaname = 'public' AND n_tup_ins + n_tup_upd + n_tup_del > 0 $$;

CREATE OR REPLACE FUNCTION remembered.rows_of(tables text[]) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE kept jsonb := '{}'; name text; found json;
BEGIN
    FOREACH name IN ARRAY tables LOOP
        EXECUTE format('SELECT coalesce(json_agg(one), ''[]'') FROM public.%I one', name) INTO found;
        kept := kept || jsonb_build_object(name, found);
    END LOOP;
    RETURN kept;
END $$;

CREATE OR REPLACE FUNCTION remembered.read_back(kept text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET session_replication_role = replica AS $$
DECLARE name text; found json; columns text;
BEGIN
    FOR name, found IN SELECT * FROM json_each(kept::json) LOOP
        SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
            WHERE attrelid = format('public.%I', name)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
        EXECUTE format('DELETE FROM public.%I', name);
        EXECUTE format('INSERT INTO public.%I (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM json_populate_recordset(null::public.%I, $1)',
                       name, columns, columns, name) USING found;
    END LOOP;
END $$;
"""

BENT_FOR_ALL = {"jails_remember", "nothing_remembered"}         # fixtures of every test: what they bend leads to no other rows
_kept: dict[tuple, tuple[str, bytes]] = {}


class Running:
    """Of the running test: whether it may read back, what was made so far since the empty database, what was counted after it."""

    may_read = False
    way: tuple = ()
    counted: dict = {}


def begin(request):
    """For each test anew."""
    info = request.node._fixtureinfo
    own = [definition for definitions in info.name2fixturedefs.values() for definition in definitions
           if definition.func.__module__.startswith("tests.") and definition.argname not in BENT_FOR_ALL]
    asked = {*info.argnames, *(name for definition in own for name in definition.argnames)}
    Running.may_read, Running.way, Running.counted = "monkeypatch" not in asked, (), {}


def settings_of_the_test():
    """What the test has set differently."""
    holder, different = settings._wrapped, {}
    while isinstance(holder, UserSettingsHolder):
        different = {name: value for name, value in vars(holder).items() if name.isupper()} | different
        holder = holder.default_settings
    return tuple(sorted(different.items()))


def asked_of_postgres(statement, *values):
    """Past the house's own wrappers, which want to know for whom."""
    return connection.connection.execute(statement, values).fetchone()[0]


def written():
    """{table: rows written in this transaction}"""
    return asked_of_postgres("SELECT remembered.written()")


def read_back(what, make):
    """`make()`, or what it made before when the same had gone before it."""
    is_usual = Running.may_read and connection.in_atomic_block and clock._journey.get() == timedelta()
    under = settings_of_the_test()
    if not is_usual or not is_plain(under) or written() != Running.counted:
        return make()
    before = Running.counted
    way = (*Running.way, what, under, get_language(), is_within() and current_agency_id())
    if way in _kept:
        made = read(way)
        counted = written()
    else:
        made = make()
        counted = written()
        changed = [table for table, times in counted.items() if times != before.get(table)]
        _kept[way] = asked_of_postgres("SELECT remembered.rows_of(%s)", changed), pickle.dumps(made)
    Running.way, Running.counted = way, counted
    return made


def read(way):
    """The rows into their tables; what was counted in Redis for the same numbers belongs to another test."""
    rows, made = _kept[way]
    limits._counters().flushdb()
    asked_of_postgres("SELECT remembered.read_back(%s)", rows)
    return pickle.loads(made)


def step(function):
    """A method that leads its object one step further and returns it, read back where it may be."""
    @wraps(function)
    def once(self, *args, **named):
        def make():
            function(self, *args, **named)
            return without_place(self)

        vars(self).update(asked_for((function.__name__, known_as(vars(self))), args, named, make))
        return self
    return once


def beginning(function):
    """A function that makes a case at a place and returns it, read back where it may be."""
    @wraps(function)
    def once(place, *args, **named):
        def make():
            made = function(place, *args, **named)
            return type(made), without_place(made)

        kind, values = asked_for((function.__name__, known_as(place)), args, named, make)
        made = kind.__new__(kind)
        vars(made).update(values, place=place)
        return made
    return once


def asked_for(what, args, named, make):
    """A moment, a thing without a number, a case that somebody watches: these are made anew."""
    whole = (*what, known_as((args, named)))
    return read_back(whole, make) if is_plain(whole) else make()


def without_place(made):
    """The agency and its people are the test's own."""
    return {name: value for name, value in vars(made).items() if name != "place"}


def is_plain(value):
    """Paths of one test's own folder are not."""
    if isinstance(value, tuple):
        return all(map(is_plain, value))
    return value is None or isinstance(value, int) or (isinstance(value, str) and not value.startswith("/"))


def known_as(value):
    """Equal for what leads to the same."""
    if isinstance(value, Model):
        return type(value).__name__, value.pk
    if isinstance(value, dict):
        return tuple((name, known_as(one)) for name, one in sorted(value.items()))
    if isinstance(value, list | tuple):
        return tuple(map(known_as, value))
    if isinstance(value, set):
        return tuple(sorted(value))
    return known_as(value.agency) if hasattr(value, "agency") else value
