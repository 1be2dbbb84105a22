"""The private self-diagnosis: read by its provider's people alone, never overwritten, taken over where nothing stands, deleted for good."""
import pytest
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import connection

from accounts.actors import Actor
from certification.models import IndicatorMapping
from core import clock
from core.errors import Refused
from core.models import AuditEvent, AuditLabel
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Answer, Diagnosis, DiagnosisAnswer
from evaluations.queries.diagnosis import earlier_ratings, taking_over
from tests import factories as f
from tests.architecture.sources import APPS, files, text_of
from tests.cast import STAFF
from tests.evaluations.diagnosing import diagnosed, rows_of
from tests.evaluations.path import Path

pytestmark = pytest.mark.django_db
MODELS = (Diagnosis, DiagnosisAnswer)
OTHERS = [*map(str, STAFF), "neighbour"]


# ---- who reads it

@pytest.mark.parametrize("who", OTHERS)
def test_nobody_but_its_people_sees_one(busan, at, who):
    diagnosed(busan, "meets")
    with at(getattr(busan, who), busan) as actor:
        assert [model.objects.visible_to(actor).count() for model in MODELS] == [0, 0]


def test_a_citizen_the_operator_and_other_agencies_see_none(busan, daegu, operator, at):
    diagnosed(busan, "meets")
    for user, place in ((None, busan), (operator, busan), (daegu.owner, busan), (daegu.owner, daegu), (daegu.auditor, daegu)):
        with at(user, place) as actor:
            assert [model.objects.visible_to(actor).count() for model in MODELS] == [0, 0]


def test_owner_editor_and_viewer_see_it_until_they_leave(busan, at):
    diagnosed(busan, "meets")
    with within(busan.agency):
        viewer = f.ProviderMemberFactory(provider=busan.provider, user=busan.neighbour, role="viewer")
    for who in ("owner", "colleague", "neighbour"):
        with at(getattr(busan, who), busan) as actor:
            assert [model.objects.visible_to(actor).count() for model in MODELS] == [1, 1], who
    with within(busan.agency):
        viewer.left_at = clock.now()
        viewer.save()
    with at(busan.neighbour, busan) as actor:
        assert not Diagnosis.objects.visible_to(actor).exists()


def test_the_web_role_of_another_agency_reads_and_deletes_nothing_by_sql(busan, daegu):
    diagnosed(busan, "meets")
    with within(daegu.agency), connection.cursor() as cursor:
        for model in MODELS:
            table = model._meta.db_table
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,)
            cursor.execute(f"DELETE FROM {table}")
            assert cursor.rowcount == 0
    with within(busan.agency):
        assert DiagnosisAnswer.everything.count() == 1


KNOWS = {"evaluations/models/diagnosis.py", "evaluations/models/__init__.py", "evaluations/queries/diagnosis.py",
         "evaluations/permissions.py", "evaluations/workflow/diagnosis.py", "evaluations/workflow/__init__.py",
         "evaluations/views/diagnosis.py", "evaluations/views/taking_over.py", "evaluations/urls/portal.py",
         "evaluations/forms/diagnosis.py", "evaluations/diagnosis_result.py", "evaluations/diagnosis_chart.py",
         "evaluations/diagnosis_sheet.py",
         "desk/demonstration/diagnosis.py", "desk/demonstration/build.py"}      # the demonstration does what its owner does


def test_no_code_but_its_own_names_it():
    """Whatever reads across (desk, admin, exports, search, statistics, assessors' pages) has no way to it."""
    naming = {str(path) for path in files(*APPS) if "diagnos" in text_of(path).lower()}
    assert naming - KNOWS == set()
    assert "evaluations/models/diagnosis.py" in naming
    assert not {model for model in admin.site._registry if model in MODELS}


def test_no_page_of_staff_assessors_or_committee_names_it():
    naming = {str(path) for path in files("templates", pattern="*.html") if "diagnos" in text_of(path).lower()}
    assert {path for path in naming if not path.startswith("templates/evaluations/diagnosis/")} == {
        "templates/providers/parts/ways.html", "templates/evaluations/portal/applications.html",
        "templates/evaluations/portal/application.html"}


def test_the_audit_trail_learns_who_saved_and_no_word_of_it(busan):
    diagnosis = diagnosed(busan, "not_yet")
    with within(busan.agency):
        workflow.delete_diagnosis(diagnosis, actor=Actor.of(busan.owner))
        events = AuditEvent.everything.filter(verb__startswith="diagnosis.").order_by("pk")
        assert [(event.verb, event.facts, event.actor_id) for event in events] == [
            (f"diagnosis.{verb}", {}, busan.owner.pk) for verb in ("started", "saved", "deleted")]
        assert set(AuditLabel.everything.filter(event__in=events).values_list("subject_label", flat=True)) == {"self-diagnosis"}


# ---- begun and answered

def test_it_asks_by_the_open_rounds_edition_else_by_the_newest(busan):
    with within(busan.agency):
        owner = Actor.of(busan.owner)
        asked = f.published_version(indicators=1)
        newest = f.published_version(indicators=2, framework=asked.framework)
        assert workflow.start_diagnosis(busan.provider, actor=owner).version == newest
        f.RoundFactory(version=asked)
        assert workflow.start_diagnosis(busan.provider, actor=owner).version == asked


def test_it_asks_what_is_asked_of_the_services_offered(busan):
    with within(busan.agency):
        version = f.FrameworkVersionFactory(indicators=2)
        other = version.indicators.last()
        other.applies_to = ["no-such-service"]
        other.save()
        version.published_at = clock.now()
        version.save()
        diagnosis = workflow.start_diagnosis(busan.provider, actor=Actor.of(busan.owner))
        assert [row.indicator.code for row in rows_of(diagnosis)] == ["1.1.1"]


def test_without_criteria_it_says_so(busan):
    with within(busan.agency), pytest.raises(Refused, match="No criteria are published yet"):
        workflow.start_diagnosis(busan.provider, actor=Actor.of(busan.owner))


def test_a_second_click_leads_to_the_one_in_which_nothing_is_written(busan):
    first = diagnosed(busan)
    with within(busan.agency):
        owner = Actor.of(busan.owner)
        assert workflow.start_diagnosis(busan.provider, actor=owner) == first
        workflow.save_diagnosis_answer(rows_of(first)[0], rating="meets", explanation="", base_version=0, actor=owner)
        assert workflow.start_diagnosis(busan.provider, actor=owner) != first


def test_an_older_page_overwrites_nothing(busan):
    diagnosis = diagnosed(busan)
    with within(busan.agency):
        row = rows_of(diagnosis)[0]
        workflow.save_diagnosis_answer(row, rating="meets", explanation="동료", base_version=0, actor=Actor.of(busan.colleague))
        saved = workflow.save_diagnosis_answer(row, rating="partly", explanation="나", base_version=0, actor=Actor.of(busan.owner))
        assert saved.conflict and rows_of(diagnosis)[0].explanation == "동료"


@pytest.mark.parametrize("who", ["viewer", "neighbour", "officer"])
def test_others_neither_begin_nor_write(busan, who):
    diagnosis = diagnosed(busan)
    with within(busan.agency):
        user = f.UserFactory() if who == "viewer" else getattr(busan, who)
        if who == "viewer":
            f.ProviderMemberFactory(provider=busan.provider, user=user, role="viewer")
        with pytest.raises(PermissionDenied):
            workflow.start_diagnosis(busan.provider, actor=Actor.of(user))
        with pytest.raises(PermissionDenied):
            workflow.save_diagnosis_answer(rows_of(diagnosis)[0], rating="meets", explanation="", base_version=0, actor=Actor.of(user))


def test_the_agency_begins_none_for_a_provider_entered_from_paper(busan):
    with within(busan.agency):
        f.published_version()
        provider = f.ProviderFactory(entered_by_proxy_at=clock.now(), entered_by_proxy_by=busan.officer)
        with pytest.raises(PermissionDenied):
            workflow.start_diagnosis(provider, actor=Actor.of(busan.officer))


# ---- deleted

def test_the_owner_deletes_it_with_every_word(busan):
    diagnosis, other = diagnosed(busan, "meets", "partly"), diagnosed(busan, "meets")
    with within(busan.agency):
        open_page = rows_of(diagnosis)[0]
        with pytest.raises(PermissionDenied):
            workflow.delete_diagnosis(diagnosis, actor=Actor.of(busan.colleague))
        workflow.delete_diagnosis(diagnosis, actor=Actor.of(busan.owner))
        assert list(Diagnosis.everything.all()) == [other]
        assert DiagnosisAnswer.everything.count() == 1
        with pytest.raises(Refused, match="deleted meanwhile"):
            workflow.save_diagnosis_answer(open_page, rating="", explanation="", base_version=1, actor=Actor.of(busan.owner))


# ---- taken over

def test_what_is_empty_is_filled_and_what_is_written_is_left(busan):
    path = Path(busan).started()
    diagnosis = diagnosed(busan, "meets", "partly", version=path.round.version)
    with within(busan.agency):
        owner = Actor.of(busan.owner)
        first = Answer.everything.filter(application=path.application).order_by("indicator__position").first()
        workflow.save_answer(first, rating="not_yet", explanation="이미 쓴 말", base_version=0, actor=owner)
        plan = taking_over(owner, diagnosis, path.application)
        assert [[row.answer.indicator.code for row in part] for part in (plan.filled, plan.left, plan.without)] == [
            ["1.1.2"], ["1.1.1"], ["1.1.3"]]
        assert workflow.take_over_diagnosis(diagnosis, path.application, actor=owner) == (1, [])
        rows = Answer.everything.filter(application=path.application).order_by("indicator__position")
        assert [(row.rating, row.explanation, row.version) for row in rows] == [
            ("not_yet", "이미 쓴 말", 1), ("partly", "CNRY-busan-provider-note 1.1.2", 1), ("", "", 0)]
        with pytest.raises(Refused, match="nothing to take over"):
            workflow.take_over_diagnosis(diagnosis, path.application, actor=owner)


def test_another_providers_diagnosis_is_taken_over_by_nobody(busan):
    path = Path(busan).started()
    diagnosis = diagnosed(busan, "meets", provider=busan.neighbours, owner=busan.neighbour, version=path.round.version)
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.neighbours, user=busan.owner, role="owner")
        with pytest.raises(PermissionDenied):
            workflow.take_over_diagnosis(diagnosis, path.application, actor=Actor.of(busan.owner))
        assert not Answer.everything.exclude(rating="").exists()


def mapped(version, *pairs, follows):
    """A later edition, led to by these (code before, code now, kind)."""
    later = f.FrameworkVersionFactory(indicators=3, framework=version.framework, follows=follows)
    old, new = ({row.code: row for row in one.indicators.all()} for one in (follows, later))
    for before, now, kind in pairs:
        IndicatorMapping.everything.create(version=later, old=old.get(before), new=new.get(now), kind=kind)
    later.published_at = clock.now()
    later.save(update_fields=["published_at"])
    return later


PAIRS = (("1.1.1", "1.1.2", "reworded"), ("1.1.2", "1.1.1", "split"), ("1.1.2", "1.1.3", "split"), ("1.1.3", None, "dropped"))


def test_another_edition_is_mapped_where_it_is_one_to_one_and_the_rest_is_named(busan):
    diagnosis = diagnosed(busan, "meets", "partly", "not_yet")
    with within(busan.agency):
        later = mapped(diagnosis.version, *PAIRS, follows=diagnosis.version)
        path = Path(busan, round=f.RoundFactory(version=later)).started()
        plan = taking_over(Actor.of(busan.owner), diagnosis, path.application)
        assert [(row.answer.indicator.code, row.source.indicator.code, row.is_reworded) for row in plan.filled] == [
            ("1.1.2", "1.1.1", True)]
        assert [row.indicator.code for row in plan.homeless] == ["1.1.2", "1.1.3"]


def test_a_newer_editions_diagnosis_leads_back_to_an_older_application(busan):
    with within(busan.agency):
        older = f.published_version()
        round = f.RoundFactory(version=older)
        path = Path(busan, round=round).started()
        round.closes_at = clock.now()
        round.save()
        mapped(older, *PAIRS, follows=older)
    diagnosis = diagnosed(busan, "meets", "partly", "not_yet", version="there")
    with within(busan.agency):
        plan = taking_over(Actor.of(busan.owner), diagnosis, path.application)
        assert [(row.answer.indicator.code, row.source.indicator.code) for row in plan.filled] == [("1.1.1", "1.1.2")]
        assert [row.indicator.code for row in plan.homeless] == ["1.1.1", "1.1.3"]


def test_two_editions_later_only_what_both_mappings_lead_on_is_the_same(busan):
    first = diagnosed(busan, "meets", "partly", "not_yet")
    with within(busan.agency):
        second = mapped(first.version, ("1.1.1", "1.1.1", "reworded"), ("1.1.2", "1.1.2", "same"), ("1.1.3", "1.1.3", "same"),
                        follows=first.version)
        mapped(first.version, ("1.1.1", "1.1.3", "same"), ("1.1.2", "1.1.2", "merged"), ("1.1.3", "1.1.1", "same"), follows=second)
    later = diagnosed(busan, "meets", "meets", "meets", version="there")
    with within(busan.agency):
        found = earlier_ratings(Actor.of(busan.owner), later, first)
        codes = {row.indicator_id: row.indicator.code for row in rows_of(later)}
        assert {codes[pk]: rating for pk, rating in found.items()} == {"1.1.3": "meets", "1.1.1": "not_yet"}
