"""What ties people to a case, shown where they are chosen, where they work on it, and where they decide it."""
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from core.tenancy import within
from evaluations.models import Assignment
from panels.models import Overruling, PoolMember, Recusal
from tests import factories as f
from tests.evaluations import batch
from tests.evaluations.path import Path
from tests.evaluations.test_committee import sitting

CASES = "/busan/admin/cases/"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def path(busan):
    return Path(busan).screened()


def works_for_a_rival(busan, user):
    return f.InvolvementFactory(person=user.person, subject=busan.neighbours.public_id, kind="employed", matter=None)


def page_of(path):
    return f"{CASES}{path.application.public_id}/?lang=en"


def chosen(busan, user):
    with within(busan.agency):
        return str(PoolMember.everything.get(user=user).public_id)


def test_before_the_choice_the_officer_reads_who_is_tied_how(busan, path, sit_down, words_of):
    with within(busan.agency):
        free, rival, related = (path.one_more("assessor") for _one in range(3))
        for user in (free, rival, related):
            f.PoolMemberFactory(user=user)
        works_for_a_rival(busan, rival)
        f.InvolvementFactory(person=related.person, subject=busan.provider.public_id, kind="related", matter=None)
    page = sit_down(busan.officer).get(page_of(path))
    words, html = words_of(page), page.content.decode()
    for said in ("Is related to people of the provider.", "Works for CNRY-busan-neighbours, which offers the same service",
                 "The yearly pledge is not signed yet."):
        assert said in words
    groups = [html.index(f'<optgroup label="{label}">') for label in ("Can be asked", "With a reason to ask first", "Cannot be assigned")]
    assert groups == sorted(groups)
    assert "assign-overruling" not in html
    assert "assign-overruling" in sit_down(busan.manager).get(page_of(path)).content.decode()


def test_a_manager_assigns_all_the_same_and_the_case_shows_why(busan, path, sit_down, words_of):
    with within(busan.agency):
        user = path.one_more("assessor")
        f.PoolMemberFactory(user=user)
        works_for_a_rival(busan, user)
    address, typed = f"{CASES}{path.application.public_id}/assessors/?lang=en", {"assign-assessor": chosen(busan, user)}
    assert "A manager may assign this assessor" in words_of(sit_down(busan.officer).post(address, typed))
    assert "write why" in words_of(sit_down(busan.manager).post(address, typed | {"assign-overruling": "  "}))
    assert not exists(busan, Assignment)
    sit_down(busan.manager).post(address, typed | {"assign-overruling": "이 분야의 다른 심사위원이 없습니다."})
    assert exists(busan, Assignment) and exists(busan, Overruling)
    words = words_of(sit_down(busan.officer).get(page_of(path)))
    assert "Assigned although there was a reason to ask" in words and "이 분야의 다른 심사위원이 없습니다." in words


def exists(busan, model):
    with within(busan.agency):
        return model.everything.exists()


def test_what_comes_up_after_the_assignment_stands_beside_the_name(busan, sit_down, words_of):
    path = Path(busan).assigned()
    with within(busan.agency):
        f.InvolvementFactory(person=path.assessors[1].person, subject=busan.provider.public_id, kind="owns", matter=None)
    assert "Excluded: Owns the provider or is an officer of it." in words_of(sit_down(busan.officer).get(page_of(path)))


def test_the_case_asks_as_often_for_a_pool_of_three_as_of_one(busan, path, sit_down):
    client = sit_down(busan.officer)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get(page_of(path))
        return len(queries)

    def one_more():
        with within(busan.agency):
            f.EmploymentFactory(member=f.PoolMemberFactory(user=path.one_more("assessor")))

    one_more()
    asked()
    one = asked()
    one_more()
    one_more()
    assert asked() == one


def test_the_agenda_names_who_is_tied_and_the_secretary_notes_that_they_take_no_part(busan, sit_down, words_of):
    room = sitting(busan, batch.ready(busan))
    with within(busan.agency):
        f.InvolvementFactory(person=busan.committee.person, subject=room.application.provider.public_id, kind="consulted", matter=None)
        seat = next(seat for seat in room.seats if seat.user == busan.committee)
    client, address = sit_down(busan.officer), f"/busan/admin/meetings/{room.meeting.public_id}/?lang=en"
    words = words_of(client.get(address))
    assert "ground of exclusion : Has consulted the provider within the last 24 months." in words.replace("exclusion:", "exclusion :")
    recuse = f"/busan/admin/agenda/{room.item.public_id}/recuse/?lang=en"
    client.post(recuse, {"seat": seat.public_id, "reason": " "}, headers={"referer": f"http://testserver{address}"})
    assert not exists(busan, Recusal)
    client.post(recuse, {"seat": seat.public_id, "reason": "컨설팅한 기관입니다."})
    with within(busan.agency):
        assert Recusal.everything.get().ground == "detected"
    assert "Takes no part : CNRY-busan-committee" in words_of(client.get(address)).replace("part:", "part :")


def test_two_members_of_one_name_are_told_apart(busan, sit_down, words_of):
    room = sitting(busan, batch.ready(busan))
    with within(busan.agency):
        one, other = room.seats[:2]
        other.user.person.__class__.objects.filter(pk=other.user.person_id).update(name=one.user.person.name)
        for seat in (one, other):
            f.InvolvementFactory(person=seat.user.person, subject=room.application.provider.public_id, kind="consulted", matter=None)
    client, address = sit_down(busan.officer), f"/busan/admin/meetings/{room.meeting.public_id}/?lang=en"
    client.post(f"/busan/admin/agenda/{room.item.public_id}/recuse/?lang=en", {"seat": one.public_id, "reason": "컨설팅한 기관입니다."})
    page = client.get(address).content.decode()
    offered = [form for form in page.split("<form") if "/recuse/" in form]
    assert len(offered) == 1 and str(other.public_id) in offered[0]
