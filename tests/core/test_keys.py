"""Wall 3, the keys: a row points only at rows of its own agency, also alone, with row-level security off."""
import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from core.tenancy import within
from tests.conftest import as_owner
from tests.core.test_walls import rows
from tests.sample.models import Club, Course, Enrolment, Guest, Lesson, Voucher

pytestmark = pytest.mark.django_db


def crossings(here, there, busan):
    return (
        lambda: Guest.everything.create(agency=busan.agency, club=there.club, name="planted"),
        lambda: Guest.everything.bulk_create([Guest(agency=busan.agency, club=there.club, name="planted")]),
        lambda: Guest.everything.filter(pk=here.guest.pk).update(club=there.club),
        lambda: Voucher.everything.create(agency=busan.agency, club=there.club, code="planted"),
        lambda: rows("INSERT INTO sample_guest (agency_id, public_id, club_id, name) VALUES (%s, gen_random_uuid(), %s, '')",
                     busan.agency.pk, there.club.pk),
    )


def test_neither_orm_nor_raw_sql_can_cross(here, there, busan):
    with within(busan.agency):
        for cross in crossings(here, there, busan):
            with pytest.raises(IntegrityError, match="same_agency"), transaction.atomic():
                cross()


@pytest.mark.django_db(transaction=True)
def test_without_the_other_walls_the_keys_still_hold(here, there, busan, courses, central):
    with as_owner(), within(busan.agency):
        assert Club.everything.count() == 4, "the owner role sees through wall 2"
        for cross in crossings(here, there, busan):
            with pytest.raises(IntegrityError, match="same_agency"), transaction.atomic():
                cross()
        with pytest.raises(IntegrityError, match="same_agency"), transaction.atomic():
            Lesson.everything.create(agency=busan.agency, course=courses.out, title="planted")
        with pytest.raises(IntegrityError, match="same_agency"), transaction.atomic():
            Enrolment.everything.create(host=busan.agency, agency=central.agency, course=courses.out, person="x")


@pytest.mark.django_db(transaction=True)
def test_without_the_other_walls_no_whole_is_carried_off_from_its_parts(here, busan, daegu):
    with as_owner(), within(busan.agency):
        with pytest.raises(IntegrityError, match="never change"), transaction.atomic():
            Club.everything.filter(pk=here.club.pk).update(agency=daegu.agency)
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE sample_club DISABLE TRIGGER owners_never_change")
        try:
            with pytest.raises(IntegrityError, match="same_agency"), transaction.atomic():
                Club.everything.filter(pk=here.club.pk).update(agency=daegu.agency)
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ALTER TABLE sample_club ENABLE TRIGGER owners_never_change")


def test_a_crossing_fails_at_its_statement_not_at_commit(here, there, busan):
    """Else it would come after the view, where no sentence can be shown."""
    with within(busan.agency):
        try:
            with transaction.atomic():
                Guest.everything.filter(pk=here.guest.pk).update(club=there.club)
                pytest.fail("the statement passed")
        except IntegrityError:
            pass
        assert Guest.everything.get(pk=here.guest.pk).club_id == here.club.pk


def test_a_whole_takes_its_parts_along_and_strangers_hold_it_back(here, busan):
    with within(busan.agency):
        with pytest.raises(ProtectedError):
            here.club.delete()
        here.voucher.delete()
        Club.everything.get(pk=here.club.pk).delete()
        assert not Guest.everything.exists()
        with pytest.raises(IntegrityError), transaction.atomic():
            Voucher.everything.create(club_id=10**9, code="x")


def test_a_course_is_deleted_with_its_lessons(courses, central):
    with within(central.agency):
        courses.out.delete()
        assert Course.everything.count() == Lesson.everything.count() == 1
