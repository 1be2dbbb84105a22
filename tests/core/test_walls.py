"""Wall 2, row-level security: raw SQL and `everything` as the web role, no door in the way."""
import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction

from core.tenancy import nationwide, within
from tests.sample.models import Club, Course, Enrolment, Guest, Lesson, Listing

pytestmark = pytest.mark.django_db


def rows(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def test_tests_run_as_the_web_role():
    role = rows("SELECT rolname::text, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
    assert role == [("poom_web", False, False)]


def test_raw_sql_sees_one_agency(here, there, busan, daegu):
    for place, slug in ((busan, "busan"), (daegu, "daegu")):
        with within(place.agency):
            names = [name for (name,) in rows("SELECT name FROM sample_club UNION ALL SELECT name FROM sample_guest")]
            assert len(names) == 3 and all(slug in name for name in names)
            assert Club.everything.count() == 2


def test_neither_update_nor_delete_reaches_another_agency(here, there, busan, daegu):
    with within(busan.agency):
        assert rows("UPDATE sample_club SET name = 'x' WHERE agency_id = %s", daegu.agency.pk) == 0
        assert rows("DELETE FROM sample_guest WHERE agency_id = %s", daegu.agency.pk) == 0
        assert Club.everything.filter(pk=there.club.pk).update(name="x") == 0
    with within(daegu.agency):
        assert Guest.everything.count() == 1 and not Club.everything.filter(name="x").exists()


def test_no_row_is_planted_at_another_agency(busan, daegu):
    with within(busan.agency), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Club.objects.create(agency=daegu.agency, keeper=busan.owner, name="planted", number="x")


def test_no_row_is_planted_by_raw_sql(busan, daegu):
    """Without RETURNING no policy for reading looks on."""
    with within(busan.agency), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        rows("INSERT INTO sample_club (agency_id, public_id, name, number, keeper_id, stage)"
             " VALUES (%s, gen_random_uuid(), 'x', 'x', %s, 'draft')", daegu.agency.pk, busan.owner.pk)


def test_no_row_is_handed_to_another_agency(here, busan, daegu):
    with within(busan.agency), pytest.raises(DatabaseError, match="row-level security|never change"), transaction.atomic():
        Club.everything.update(agency=daegu.agency)


def test_saving_a_foreign_row_is_refused(there, busan):
    there.club.name = "taken over"
    with within(busan.agency), pytest.raises(DatabaseError), transaction.atomic():
        there.club.save()


def test_a_subquery_a_join_and_a_function_do_not_see_through(here, there, busan):
    with within(busan.agency):
        for sql in (
            "SELECT name FROM sample_club WHERE id IN (SELECT club_id FROM sample_guest)",
            "SELECT c.name FROM sample_guest g JOIN sample_club c ON c.id = g.club_id",
            "WITH c AS (SELECT * FROM sample_club) SELECT c.name FROM c LEFT JOIN sample_guest USING (agency_id)",
        ):
            assert {name.split("-")[1] for (name,) in rows(sql)} == {"busan"}
        assert "daegu" not in rows("SELECT string_agg(name, ',') FROM sample_club")[0][0]


# ---- two owners

def count_at(place, model=Enrolment):
    with within(place.agency):
        return model.everything.count()


def test_two_owners_see_a_row_and_a_third_does_not(enrolment, central, busan, daegu):
    assert [count_at(place) for place in (central, busan, daegu)] == [1, 1, 0]


def test_both_owners_edit(enrolment, central, busan, daegu):
    for place, changed in ((central, 1), (busan, 1), (daegu, 0)):
        with within(place.agency):
            assert Enrolment.everything.update(person=place.agency.slug) == changed


def test_the_second_owner_neither_deletes_nor_plants(enrolment, courses, central, busan):
    with within(busan.agency):
        assert Enrolment.everything.all().delete()[0] == 0
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Enrolment.objects.create(host=central.agency, agency=busan.agency, course=courses.out, person="planted")
    with within(central.agency):
        assert Enrolment.everything.all().delete()[0] == 1


@pytest.mark.parametrize("column", ["host", "agency"])
def test_nobody_hands_a_shared_row_over(column, enrolment, central, busan, daegu):
    for place in (central, busan):
        with within(place.agency), pytest.raises(IntegrityError, match="owners of a row never change"), transaction.atomic():
            Enrolment.everything.update(**{column: daegu.agency})


def test_a_join_to_the_other_owners_table_drops_the_row(enrolment, courses, central, busan):
    """Why the title is copied: an inner join to a walled parent loses the row without a word."""
    with within(central.agency):
        Course.everything.filter(pk=courses.out.pk).update(published_at=None)
    with within(busan.agency):
        assert len(Enrolment.everything.all()) == 1
        assert len(Enrolment.everything.select_related("course")) == 0


# ---- published

def test_everybody_reads_what_is_published_and_its_parts(courses, central, busan):
    with within(busan.agency):
        assert [row.title for row in Course.everything.all()] == ["CNRY-central-out"]
        assert [row.title for row in Lesson.everything.all()] == ["out"]
    assert (count_at(central, Course), count_at(central, Lesson)) == (2, 2)


def test_what_is_published_is_written_by_its_agency_only(courses, busan):
    with within(busan.agency):
        assert Course.everything.update(title="x") == Lesson.everything.update(title="x") == 0
        assert Lesson.everything.all().delete()[0] == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            Lesson.objects.create(course=courses.out, title="planted")


def test_what_is_withdrawn_takes_its_parts_with_it(courses, central, busan):
    with within(central.agency):
        Course.everything.update(published_at=None)
    assert (count_at(busan, Course), count_at(busan, Lesson)) == (0, 0)


# ---- public: the register

def test_every_agency_reads_the_whole_register(listings, busan, central):
    for place in (busan, central):
        with within(place.agency):
            assert rows("SELECT title FROM sample_listing ORDER BY title") == [("busan-listed",), ("daegu-listed",)]
            assert Listing.everything.count() == 2


def test_the_register_is_changed_by_its_agency_only(listings, busan, daegu):
    with within(busan.agency):
        assert rows("UPDATE sample_listing SET title = 'x' WHERE agency_id = %s", daegu.agency.pk) == 0
        assert rows("DELETE FROM sample_listing WHERE agency_id = %s", daegu.agency.pk) == 0
        assert rows("SELECT title FROM sample_listing WHERE agency_id = %s FOR UPDATE", daegu.agency.pk) == []
        assert rows("UPDATE sample_listing SET title = 'ours'") == 1
    with within(daegu.agency):
        assert Listing.everything.get(pk=listings.there.pk).title == "daegu-listed"
        assert rows("DELETE FROM sample_listing") == 1


def test_nothing_is_listed_for_another_agency(listings, busan, daegu):
    with within(busan.agency):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            rows("INSERT INTO sample_listing (agency_id, public_id, title) VALUES (%s, gen_random_uuid(), 'x')", daegu.agency.pk)
        with pytest.raises(DatabaseError, match="row-level security|never change"), transaction.atomic():
            Listing.everything.filter(pk=listings.here.pk).update(agency=daegu.agency)
        with pytest.raises(DatabaseError), transaction.atomic():
            listings.there.save()


def test_without_an_agency_nothing_of_the_register_is_written(listings):
    with nationwide():
        assert Listing.everything.update(title="x") == Listing.everything.all().delete()[0] == 0
        assert rows("SELECT count(*) FROM sample_listing") == [(2,)]


# ---- what the web role may not do at all

@pytest.mark.parametrize("statement", [
    "TRUNCATE sample_club CASCADE", "ALTER TABLE sample_club DISABLE ROW LEVEL SECURITY", "DROP POLICY owners_see ON sample_club",
    "CREATE TABLE mine (id int)", "SET ROLE poom_owner", "SET session_replication_role = replica",
    "ALTER TABLE sample_enrolment DISABLE TRIGGER owners_never_change", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "DELETE FROM accounts_agency", "SELECT * FROM django_migrations",
])
def test_the_web_role_cannot_take_a_wall_down(statement, busan):
    with within(busan.agency), pytest.raises(DatabaseError, match="permission denied|must be owner"), transaction.atomic():
        rows(statement)
