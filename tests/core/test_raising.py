"""raise_walls brings the database to the declarations: twice changes nothing, what is missing comes back, what is too much goes."""
import pytest
from django.db import connection, transaction

from core.walls import raise_walls
from tests.conftest import as_owner
from tests.core.catalogue import snapshot
from tests.core.test_walls import rows

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def owner(db):
    with as_owner():
        yield


def repaired(*spoiling):
    """What stands after the walls were spoiled and raised again, and what stood before, by definition."""
    before = snapshot(with_ids=False)
    for statement in spoiling:
        rows(statement)
    assert snapshot(with_ids=False) != before, "nothing was spoiled"
    raise_walls()
    return snapshot(with_ids=False), before


def test_a_second_time_changes_nothing(owner):
    before = snapshot()
    raise_walls()
    assert snapshot() == before


@pytest.mark.parametrize("spoiling", [
    "DROP POLICY owners_see ON sample_club",
    "DROP POLICY first_owner_adds ON sample_enrolment",
    "ALTER TABLE sample_guest DROP CONSTRAINT sample_guest_club_same_agency",
    "ALTER TABLE sample_club DROP CONSTRAINT sample_club_agency_id_pair CASCADE",
    "DROP TRIGGER written_once ON core_auditevent",
    "DROP TRIGGER owners_never_change ON sample_enrolment",
    "ALTER TABLE sample_club NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE sample_club DISABLE ROW LEVEL SECURITY",
    "CREATE OR REPLACE FUNCTION poom_written_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
], ids=lambda statement: statement[:50])
def test_what_is_missing_comes_back(spoiling, owner):
    after, before = repaired(spoiling)
    assert after == before


@pytest.mark.parametrize("spoiling", [
    "GRANT UPDATE ON core_auditevent TO poom_web",
    "GRANT TRUNCATE, REFERENCES ON sample_club TO poom_web",
    "GRANT SELECT ON django_migrations TO poom_web",
    "GRANT SELECT ON sample_club TO PUBLIC",
    "REVOKE INSERT ON sample_club FROM poom_web",
], ids=lambda statement: statement[:50])
def test_a_grant_changed_by_hand_is_put_right(spoiling, owner):
    after, before = repaired(spoiling)
    assert after == before


@pytest.mark.parametrize("spoiling", [
    "CREATE POLICY everybody ON sample_club USING (true)",
    "CREATE POLICY old ON accounts_agency USING (true)",
    "ALTER TABLE sample_voucher ADD CONSTRAINT sample_voucher_old_same_agency"
    " FOREIGN KEY (agency_id, club_id) REFERENCES sample_club (agency_id, id)",
    "CREATE TRIGGER written_once BEFORE UPDATE ON sample_club FOR EACH ROW EXECUTE FUNCTION poom_written_once()",
], ids=lambda statement: statement[:50])
def test_stale_pieces_go(spoiling, owner):
    after, before = repaired(spoiling)
    assert after == before


@pytest.mark.parametrize("spoiling", [
    "ALTER POLICY owners_see ON sample_club USING (true)",
    "ALTER POLICY owners_change ON sample_club TO poom_owner",
    "ALTER TABLE core_auditevent DISABLE TRIGGER written_once",
], ids=["policy", "policy's roles", "trigger"])
def test_a_piece_changed_in_place_is_made_again(spoiling, owner):
    after, before = repaired(spoiling)
    assert after == before


def test_a_changed_declaration_changes_the_wall(owner, monkeypatch):
    from tests.sample.models import Club

    before = snapshot(with_ids=False)
    monkeypatch.setattr(Club, "append_only", True)
    raise_walls()
    table = "sample_club"
    assert ("trigger", table, "written_once") in snapshot() and ("trigger", table, "owners_never_change") not in snapshot()
    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        rows("INSERT INTO accounts_agency (slug, name_ko, name_en, kind, primary_colour, phone, email, hours_ko, hours_en, address_ko,"
             " address_en, labels, closing_days, city_assents, city_assents_sanctions,"
             " public_generation, months_listed)"
             " VALUES ('x', '', '', '', '', '', '', '', '', '', '', '{}', '[]', false, false, 1, 12)")
        rows("INSERT INTO accounts_user (password, email, language, is_active, is_operator, session_epoch, joined_at)"
             " VALUES ('', 'x', 'ko', true, false, 0, now())")
        rows("INSERT INTO sample_club (agency_id, public_id, name, number, keeper_id, stage)"
             " SELECT a.id, gen_random_uuid(), '', '', u.id, '' FROM accounts_agency a, accounts_user u")
        rows("UPDATE sample_club SET name = 'x'")
    monkeypatch.undo()
    raise_walls()
    assert snapshot(with_ids=False) == before


def test_the_web_role_raises_nothing(db):
    before = snapshot()
    raise_walls()
    assert snapshot() == before and connection.settings_dict["USER"] == "poom_web"
