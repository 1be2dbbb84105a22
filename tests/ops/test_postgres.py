"""The embedded PostgreSQL: made once, reached by a socket, alive again after every death."""
import os
import signal
import subprocess
from urllib.parse import unquote

import environ
import psycopg
import pytest

from ops.postgres import OWNER, WEB, Cluster
from tests.ops.processes import alive, wait_until

START = """
import sys, signal
from ops.postgres import Cluster
cluster = Cluster(sys.argv[1]).start()
print(cluster.child.pid, flush=True)
signal.pause()
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    made = Cluster(tmp_path_factory.mktemp("cluster") / "pg", fast=True).start()
    yield made
    made.stop()


def ask(cluster, statement, role=WEB, database="poom"):
    with psycopg.connect(cluster.url(role, database), autocommit=True) as connection:
        return connection.execute(statement).fetchall()


def test_web_role_is_walled_and_owner_role_is_no_superuser(cluster):
    rights = ask(cluster, "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname LIKE 'poom%'")
    assert sorted(rights) == [(OWNER, False, True, True, False), (WEB, False, False, False, False)]
    assert ask(cluster, f"SELECT count(*) FROM pg_class WHERE relowner = '{WEB}'::regrole") == [(0,)]
    assert ask(cluster, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'poom'") == [(OWNER,)]


def test_web_role_cannot_make_a_table(cluster):
    with psycopg.connect(cluster.url(WEB)) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("CREATE TABLE anything (id int)")


def test_korean_words_have_trigrams_and_sort_by_their_letters(cluster):
    assert ask(cluster, "SELECT cardinality(show_trgm('해오름'))")[0][0] > 0
    assert ask(cluster, "SELECT w FROM unnest(ARRAY['다솜', '가람', '나래']) w ORDER BY w") == [("가람",), ("나래",), ("다솜",)]


def test_a_database_made_by_the_owner_later_has_the_extensions(cluster):
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as connection:
        connection.execute("CREATE DATABASE later")
    found = {name for name, in ask(cluster, "SELECT extname FROM pg_extension", OWNER, "later")}
    assert {"pg_trgm", "btree_gist", "unaccent", "citext"} <= found


def test_address_reads_the_same_for_django_and_for_psql(cluster):
    read = environ.Env.db_url_config(cluster.url(WEB))
    assert (unquote(read["HOST"]), read["NAME"], read["USER"]) == (str(cluster.socket_dir), "poom", WEB)


def test_only_its_own_account_may_enter_the_socket_folder(cluster):
    found = cluster.socket_dir.stat()
    assert (found.st_mode & 0o777, found.st_uid) == (0o700, cluster.uid)


def test_a_second_start_takes_the_running_server(cluster):
    again = Cluster(cluster.data, fast=True).start()
    assert again.child is None
    assert ask(again, "SELECT 1") == [(1,)]


@pytest.mark.slow
def test_it_dies_with_its_owner_and_starts_again_with_everything_committed(script, tmp_path):
    owner, (postmaster,) = script(START, tmp_path / "pg")
    cluster = Cluster(tmp_path / "pg")
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    owner.kill()
    assert wait_until(lambda: not alive(postmaster)), "the server outlived a kill -9 of its owner"
    cluster.start()
    try:
        assert ask(cluster, "SELECT number FROM kept", OWNER) == [(7,)]
    finally:
        cluster.stop()
    assert not (tmp_path / "pg" / "postmaster.pid").exists()


@pytest.mark.slow
def test_it_starts_again_after_a_kill_of_the_server_itself(tmp_path):
    cluster = Cluster(tmp_path / "pg").start()
    os.kill(cluster.child.pid, signal.SIGKILL)
    cluster.child.wait()
    assert (tmp_path / "pg" / "postmaster.pid").exists()
    again = Cluster(tmp_path / "pg").start()
    try:
        assert ask(again, "SELECT 1") == [(1,)]
    finally:
        again.stop()


@pytest.mark.slow
def test_a_deep_folder_and_one_closed_to_others_do(tmp_path):
    deep = tmp_path / ("a-long-name-" * 8) / ("and-another-" * 8)
    deep.mkdir(parents=True)
    deep.chmod(0o700)
    cluster = Cluster(deep / "pg", fast=True).start()
    try:
        assert len(str(cluster.data)) > 200
        assert ask(cluster, "SELECT 1") == [(1,)]
    finally:
        cluster.stop()


def test_a_backup_by_the_owner_holds_walled_rows_and_can_be_restored(cluster, tmp_path):
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as connection:
        connection.execute("CREATE TABLE walled AS SELECT generate_series(1, 3) AS number")
        connection.execute("ALTER TABLE walled ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
        connection.execute("CREATE DATABASE restored")
    dump = tmp_path / "poom.dump"
    subprocess.run([cluster.bin / "pg_dump", "--format=custom", f"--file={dump}", cluster.url(OWNER)], check=True)
    into = f"--dbname={cluster.url(OWNER, 'restored')}"
    subprocess.run([cluster.bin / "pg_restore", "--no-comments", "--exit-on-error", into, dump], check=True)
    assert ask(cluster, "SELECT count(*) FROM walled", OWNER, "restored") == [(3,)]
