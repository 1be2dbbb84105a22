"""Moments are read as Django reads them, only faster."""
from datetime import UTC

import pytest
from django.db import connection
from psycopg import DataError
from psycopg.types.datetime import TimestamptzLoader

from core.moments import MomentLoader


@pytest.mark.parametrize("text", [
    b"2026-11-28 00:00:00+00", b"2026-11-28 23:59:59.5+00", b"1899-12-31 00:00:00.123456+00", b"0001-01-01 00:00:00.000001+00",
    b"9999-12-31 23:59:59.999999+00"])
def test_a_moment_is_the_same_by_either_way(text):
    fast, slow = MomentLoader(0).load(text), TimestamptzLoader(0).load(text)
    assert fast == slow and fast.tzinfo is UTC and fast.microsecond == slow.microsecond


@pytest.mark.parametrize("text", [b"infinity", b"0044-03-15 00:00:00+00 BC", b"10000-01-01 00:00:00+00"])
def test_what_python_has_no_moment_for_is_refused_as_before(text):
    with pytest.raises(DataError):
        MomentLoader(0).load(text)


def test_connections_read_by_it(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT '2026-11-28 09:00:00.25+09'::timestamptz")
        [(moment,)] = cursor.fetchall()
    assert moment.isoformat() == "2026-11-28T00:00:00.250000+00:00" and moment.tzinfo is UTC
    assert issubclass(connection.connection.adapters.get_loader(1184, 0), MomentLoader)
