"""The framework: founded, drafted, checked, published, and from then on frozen; whose it is and who sees it."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from accounts.models import Agency
from certification import queries, workflow
from certification.models import Area, Criterion, Framework, FrameworkVersion, Indicator
from certification.reference import sample_content
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import find_or_404, within
from providers.models import ServiceType
from tests import factories as f
from tests.conftest import as_owner

pytestmark = pytest.mark.usefixtures("english")

LABELS = {"label_ko": "2024년판", "label_en": "2024 edition", "is_sample": True}
NOBODY_ELSE = ["director", "trainer", "auditor", "observer", "employee", "assessor", "committee", "owner", None]


def verbs():
    return list(AuditEvent.everything.order_by("pk").values_list("verb", flat=True))


def counts(version):
    return version.areas.count(), version.criteria.count(), version.indicators.count()


def generation(place):
    return Agency.objects.get(pk=place.agency.pk).public_generation


# ---- the sample

@pytest.mark.parametrize("edition", ["2024", "2025"])
def test_the_sample_has_4_areas_9_criteria_19_indicators_and_every_text_in_both_languages(edition, busan, at):
    with at(busan.manager, busan) as actor:
        version = workflow.draft_version(f.FrameworkFactory(), sample_content(edition), **LABELS, actor=actor)
        assert counts(version) == (4, 9, 19)
        for model in (Area, Criterion, Indicator):
            texts = [field.name for field in model._meta.fields if field.name.endswith(("_ko", "_en"))]
            assert all(all(row) for row in model.everything.filter(version=version).values_list(*texts))


def test_the_second_edition_of_the_sample_words_three_indicators_anew():
    first, second = ({i["code"]: i for i in sample_content(edition)["indicators"]} for edition in ("2024", "2025"))
    assert [code for code in first if first[code] != second[code]] == ["1.1.1", "2.2.3", "4.2.2"]
    assert list(first) == list(second)


# ---- founded

def test_a_framework_is_founded_with_its_issuers_in_order(busan, at, founding):
    with at(busan.manager, busan) as actor:
        framework = workflow.found_framework(*founding, actor=actor)
        assert [issuer.name_en for issuer in framework.issuers.all()] == ["Busan", "Busan Agency"]
        assert framework.published_at is None
        assert verbs() == ["framework.founded"]


@pytest.mark.parametrize("who", ["officer", *NOBODY_ELSE])
def test_others_neither_found_nor_publish(who, busan, at, founding):
    with at(who and getattr(busan, who), busan) as actor:
        draft = f.FrameworkVersionFactory()
        for write in (lambda: workflow.found_framework(*founding, actor=actor), lambda: workflow.publish_version(draft, actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


def test_somebody_issues_the_certificates(busan, at, founding):
    with at(busan.admin, busan) as actor, pytest.raises(Refused, match="at least one issuer"):
        workflow.found_framework(founding[0], [], actor=actor)


@pytest.mark.parametrize(("field", "value"), [("number_key", "bs-{year}-{serial}"), ("number_key", "BS-{serial}"),
                                              ("number_shown", "제{serial}호"), ("name_ko", "")])
def test_a_pattern_that_makes_no_number_is_refused_beside_its_field(field, value, busan, at, founding):
    with at(busan.admin, busan) as actor, pytest.raises(Refused) as refusal:
        workflow.found_framework(founding[0] | {field: value}, founding[1], actor=actor)
    assert refusal.value.field == field


# ---- drafted

@pytest.mark.parametrize("who", NOBODY_ELSE)
def test_others_do_not_draft(who, busan, at, content):
    with at(who and getattr(busan, who), busan) as actor:
        draft = f.FrameworkVersionFactory()
        with pytest.raises(PermissionDenied):
            workflow.draft_version(draft.framework, content, **LABELS, actor=actor)
        with pytest.raises(PermissionDenied):
            workflow.redraft_version(draft, content, actor=actor)


def test_editions_are_numbered_one_after_the_other(busan, at, content):
    with at(busan.officer, busan) as actor:
        framework = f.FrameworkFactory()
        assert [workflow.draft_version(framework, content, **LABELS, actor=actor).number for _ in range(2)] == [1, 2]


def spoilt(content, kind, code, texts):
    """The content with other texts in one row."""
    return content | {kind: [row | texts if row["code"] == code else row for row in content[kind]]}


@pytest.mark.parametrize(("kind", "code", "texts", "sentence"), [
    ("indicators", "1.1.1", {"code": "1.1.2"}, "The code 1.1.2 stands there twice."),
    ("indicators", "1.1.1", {"code": "4"}, "The code 4 stands there twice."),
    ("criteria", "1.1", {"area": "7"}, "The criterion 1.1 stands under no area."),
    ("indicators", "3.1.1", {"criterion": "3"}, "The indicator 3.1.1 stands under no criterion."),
    ("areas", "2", {"plain_en": ""}, "2: “for citizens, in English” is missing."),
    ("indicators", "2.1.1", {"question_ko": "  "}, "2.1.1: “question in Korean” is missing."),
    ("indicators", "2.1.1", {"mistakes_en": ""}, "2.1.1: “frequent mistakes in English” is missing."),
    ("indicators", "2.1.1", {"onsite_ko": "현장"}, "2.1.1 has a text that has no place: “onsite_ko”."),
    ("indicators", "2.1.1", {"name_ko": "가" * 121}, "2.1.1: “name in Korean” is longer than 120 characters."),
    ("indicators", "2.1.1", {"evidence": [{"ko": "계약서"}]}, "2.1.1: a piece of evidence is not named in both languages."),
    ("indicators", "2.1.1", {"applies_to": ["nothing"]}, "2.1.1 names a service that does not exist: “nothing”."),
    ("criteria", "1.1", {"code": ""}, "Every area, criterion and indicator needs a code."),
])
def test_a_problem_of_the_content_is_a_sentence_that_names_the_code(kind, code, texts, sentence, busan, at, content):
    with at(busan.officer, busan) as actor:
        framework = f.FrameworkFactory()
        with pytest.raises(Refused) as refusal:
            workflow.draft_version(framework, spoilt(content, kind, code, texts), **LABELS, actor=actor)
        assert sentence in str(refusal.value)
        assert FrameworkVersion.everything.count() == 0


def test_a_draft_is_written_anew_and_a_published_edition_is_not(busan, at, content):
    with at(busan.manager, busan) as actor:
        draft = f.FrameworkVersionFactory()
        assert counts(workflow.redraft_version(draft, content, actor=actor)) == (4, 9, 19)
        workflow.publish_version(draft, actor=actor)
        with pytest.raises(Refused, match="no longer changes"):
            workflow.redraft_version(draft, content, actor=actor)
        with pytest.raises(Refused, match="no longer changes"):
            workflow.publish_version(draft, actor=actor)


def test_a_broken_content_leaves_the_draft_as_it_was(busan, at, content):
    with at(busan.officer, busan) as actor:
        draft = f.FrameworkVersionFactory()
        with pytest.raises(Refused):
            workflow.redraft_version(draft, spoilt(content, "areas", "1", {"name_en": ""}), actor=actor)
        assert counts(draft) == (1, 1, 3)


# ---- published

def test_publishing_the_first_edition_publishes_the_framework_and_renews_the_public_pages(busan, at):
    before = generation(busan)
    with at(busan.manager, busan) as actor:
        draft = f.FrameworkVersionFactory(framework__published_at=None)
        published = workflow.publish_version(draft, actor=actor)
        assert published.published_at
        assert Framework.everything.get().published_at == published.published_at
        assert verbs() == ["framework.version_published"]
    assert generation(busan) > before


def test_an_edition_without_indicators_is_not_published(busan, at):
    with at(busan.admin, busan) as actor, pytest.raises(Refused, match="no indicator"):
        workflow.publish_version(f.FrameworkVersionFactory(indicators=0), actor=actor)


@pytest.mark.parametrize("published_there", [True, False])
def test_a_key_that_another_agency_uses_in_public_is_refused(published_there, busan, daegu, at):
    with within(daegu.agency):
        f.FrameworkFactory(number_key="QC-{year}-{serial}", **{} if published_there else {"published_at": None})
    with at(busan.manager, busan) as actor:
        draft = f.FrameworkVersionFactory(framework__number_key="QC-{year}-{serial}")
        if published_there:
            with pytest.raises(Refused, match="same key"):
                workflow.publish_version(draft, actor=actor)
        else:
            assert workflow.publish_version(draft, actor=actor).published_at


# ---- frozen by the database

PARTS = [Area, Criterion, Indicator]


@pytest.mark.parametrize("model", PARTS)
def test_a_row_of_a_published_edition_is_neither_changed_nor_deleted_nor_added(model, version, busan):
    with within(busan.agency):
        rows = model.everything.filter(version=version)
        copy = rows.first()
        copy.pk, copy.public_id, copy.code = None, "00000000-0000-4000-8000-000000000001", "9"
        for write in (lambda: rows.update(name_ko="다른 이름"), lambda: rows._raw_delete("default"), copy.save):
            with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
                write()


@pytest.mark.parametrize("model", PARTS)
def test_a_row_of_a_draft_does_not_slip_into_a_published_edition(model, version, busan):
    with within(busan.agency), pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        draft = f.FrameworkVersionFactory()
        model.everything.filter(version=draft).update(version=version, code="9")


@pytest.mark.parametrize("change", [{"label_ko": "다른 판"}, {"is_sample": True}, {"published_at": None}])
def test_a_published_edition_itself_never_changes(change, version, busan):
    with within(busan.agency), pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        FrameworkVersion.everything.filter(pk=version.pk).update(**change)


@pytest.mark.django_db(transaction=True)
def test_the_owner_role_does_not_change_it_either():
    with within(f.AgencyFactory(slug="busan")):
        version = f.published_version()
    with as_owner(), connection.cursor() as cursor, pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        cursor.execute("UPDATE certification_indicator SET name_ko = 'x' WHERE version_id = %s", [version.pk])


# ---- read

def test_the_own_framework_is_found_beside_what_others_published(busan, daegu, version):
    with within(daegu.agency):
        assert queries.framework_of(Actor.public()) is None
        assert list(queries.versions_of(Actor.public())) == []
        assert find_or_404(FrameworkVersion, Actor.public(), public_id=version.public_id) == version      # published: whoever asks for it
        assert version.indicators.count() == 3
    with within(busan.agency):
        assert queries.framework_of(Actor.public()) == version.framework


@pytest.mark.parametrize(("who", "sees"), [("officer", True), ("admin", True), ("auditor", True), ("observer", False), ("owner", False),
                                           (None, False)])
def test_drafts_are_seen_by_those_who_keep_the_framework(who, sees, busan, at):
    with at(who and getattr(busan, who), busan) as actor:
        draft = f.FrameworkVersionFactory(framework__published_at=None)
        assert FrameworkVersion.objects.visible_to(actor).filter(pk=draft.pk).exists() == sees
        assert Indicator.objects.visible_to(actor).filter(version=draft).exists() == sees
        assert (queries.framework_of(actor) == draft.framework) == sees
        assert queries.current_version(actor, draft.framework) is None


def test_the_edition_in_force_is_the_one_published_last(busan, version):
    with within(busan.agency):
        newer = f.published_version(framework=version.framework)
        f.FrameworkVersionFactory(framework=version.framework)
        assert queries.current_version(Actor.public(), version.framework) == newer


@pytest.mark.parametrize("indicators", [1, 12])
def test_the_tree_takes_three_queries_however_large(indicators, busan):
    with within(busan.agency):
        version = f.published_version(indicators=indicators)
        with CaptureQueriesContext(connection) as asked:
            [(_area, [(_criterion, leaves)])] = queries.tree_of(Actor.public(), version)
        assert [leaf.code for leaf in leaves] == [f"1.1.{place}" for place in range(1, indicators + 1)]
        assert len(asked) == 3


def test_an_indicator_is_asked_of_the_services_it_names(busan, at, content):
    with at(busan.officer, busan) as actor:
        here = spoilt(content, "indicators", "3.1.2", {"applies_to": ["dementia-prevention"]})
        version = workflow.draft_version(f.FrameworkFactory(), here, **LABELS, actor=actor)
        asked = {code: [i.code for i in queries.indicators_for(version, ServiceType.objects.get(code=code))]
                 for code in ("dementia-prevention", "youth-healing")}
    assert len(asked["dementia-prevention"]) == 19
    assert [code for code in asked["dementia-prevention"] if code not in asked["youth-healing"]] == ["3.1.2"]
