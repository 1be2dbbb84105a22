"""What a round asks of applicants: the usual at first, chosen while it is a draft, fixed by its announcement."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from certification.models import Requirement, Round, RoundRequirement
from certification.models.requirement import requirements_in
from certification.workflow import announce_round, change_round, draft_round, set_requirements
from core import clock
from core.errors import Refused
from core.tenancy import within
from providers.models import ServiceType
from tests import factories as f
from tests.desk.test_rounds import ROUNDS

USUAL = ["registered", "experience", "no_disposition", "operating", "not_barred", "no_certificate", "service", "not_national"]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def draft(busan):
    with within(busan.agency):
        return f.RoundFactory(published_at=None)


def asked_by(round):
    return {row.requirement: row.asked for row in RoundRequirement.everything.filter(round=round).order_by("position")}


def test_a_round_is_drafted_with_the_usual_requirements(busan):
    with within(busan.agency):
        facts = {"name_ko": "2027년 공고", "name_en": "Round of 2027", "year": 2027, "kind": "new", "version": f.published_version(),
                 "opens_at": clock.now(), "closes_at": clock.now() + timedelta(days=30)}
        services, officer = list(ServiceType.objects.filter(code="dementia-prevention")), Actor.of(busan.officer)
        round = draft_round(facts, services, actor=officer)
        assert list(asked_by(round)) == USUAL == requirements_in("new")
        assert list(asked_by(change_round(round, {"kind": "renewal"}, services, actor=officer))) == [
            *(one for one in USUAL if one != "no_certificate"), "renewable"]
        assert list(asked_by(change_round(round, {"kind": "new"}, services, actor=officer))) == USUAL
        assert (asked_by(round)["experience"], asked_by(round)["no_disposition"]) == ({"months": 36}, {"years": 3})


def test_the_officer_chooses_and_the_round_and_its_announcement_list_it(busan, draft, sit_down, words_of):
    client, address = sit_down(busan.officer), f"{ROUNDS}{draft.public_id}/requirements/"
    page = client.get(f"{address}?lang=en").content.decode()
    assert 'value="36"' in page and page.count("checked") == 8
    page = client.post(f"{address}?lang=en", {"ask_experience": "on", "months": "18", "ask_operating": "on", "years": "3"}, follow=True)
    assert "The requirements are kept." in words_of(page)
    assert "In business for 18 months on the day of the announcement" in words_of(page)
    with within(busan.agency):
        assert asked_by(draft) == {"experience": {"months": 18}, "operating": {}}
        Round.everything.filter(pk=draft.pk).update(published_at=draft.opens_at)
    page = client.get(f"/busan/rounds/{draft.public_id}/?lang=en")
    assert "In business for 18 months" in words_of(page) and "Not barred" not in words_of(page)


@pytest.mark.parametrize(("sent", "sentence"), [
    ({"months": "36", "years": "3"}, "Choose at least one requirement"),
    ({"ask_experience": "on", "months": "", "years": "3"}, "Write a number from 1 to 600."),
    ({"ask_no_disposition": "on", "months": "36", "years": "0"}, "Write a number from 1 to 50."),
])
def test_what_cannot_be_asked_is_said_and_nothing_changes(sent, sentence, busan, draft, sit_down, words_of):
    page = sit_down(busan.officer).post(f"{ROUNDS}{draft.public_id}/requirements/?lang=en", sent)
    assert sentence in words_of(page)
    with within(busan.agency):
        assert len(asked_by(draft)) == 8


def test_after_the_announcement_nothing_changes_any_more(busan, sit_down, words_of):
    with within(busan.agency):
        round = f.RoundFactory()
        with pytest.raises(Refused, match="no longer changes"):
            set_requirements(round, {"operating": {}}, actor=Actor.of(busan.officer))
        row = RoundRequirement.everything.filter(round=round).first()
        for spoil in (lambda: RoundRequirement.everything.filter(round=round).delete(),
                      lambda: RoundRequirement.everything.filter(pk=row.pk).update(position=9)):
            with pytest.raises(IntegrityError, match="keeps its requirements"), transaction.atomic():
                spoil()
    page = sit_down(busan.officer).get(f"{ROUNDS}{round.public_id}/requirements/?lang=en")
    assert "these no longer change" in words_of(page) and 'name="months"' not in page.content.decode()


def test_a_round_that_asks_nothing_is_not_announced(busan, draft):
    with within(busan.agency):
        RoundRequirement.everything.filter(round=draft).delete()
        with pytest.raises(Refused, match="Choose at least one requirement"):
            announce_round(draft, actor=Actor.of(busan.manager))


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "observer", "owner"])
def test_nobody_else_chooses(who, busan, draft, sit_down):
    with within(busan.agency), pytest.raises(PermissionDenied):
        set_requirements(draft, {"operating": {}}, actor=Actor.of(getattr(busan, who)))
    assert sit_down(getattr(busan, who)).get(f"{ROUNDS}{draft.public_id}/requirements/").status_code == 403


def test_a_figure_and_its_requirement_go_together_in_the_database(busan, draft):
    with within(busan.agency):
        for wrong in ({"requirement": "experience", "months": None}, {"requirement": "operating", "months": 3}):
            with pytest.raises(IntegrityError), transaction.atomic():
                RoundRequirement.everything.filter(round=draft, requirement=wrong.pop("requirement")).update(**wrong)


def test_a_round_asks_only_what_its_kind_asks(busan, draft):
    with within(busan.agency), pytest.raises(Refused, match="does not ask that"):
        set_requirements(draft, {Requirement.RENEWABLE: {}}, actor=Actor.of(busan.officer))
