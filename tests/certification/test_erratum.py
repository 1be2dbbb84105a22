"""A mistake in a published edition is told beside the text, by the manager, for good."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from certification import queries, workflow
from certification.models import Area, Criterion, Erratum, Indicator
from core import clock
from core.errors import Refused
from core.tenancy import within
from tests import factories as f
from tests.certification.test_edition import row
from tests.certification.test_framework_pages import read

pytestmark = pytest.mark.usefixtures("english")


def note(indicator, actor, **said):
    return workflow.note_erratum(indicator, **{"field": "question_ko", "new_text": "시설을 다달이 점검합니까?"} | said, actor=actor)


@pytest.mark.parametrize(("model", "code", "field"), [
    (Area, "1", "plain_en"), (Criterion, "1.1", "name_ko"), (Indicator, "1.1.1", "legal_basis"), (Indicator, "1.1.1", "evidence_ko")])
def test_an_erratum_keeps_what_stands_there_and_changes_nothing(model, code, field, version, busan, at):
    with at(busan.manager, busan) as actor:
        about = row(version, code, model)
        before = queries.content_of(queries.rows_of(actor, version))
        erratum = workflow.note_erratum(about, field=field, new_text=" Put right. ", actor=actor)
        assert erratum.new_text == "Put right." and erratum.old_text and erratum.about == (about.kind, about.pk)
        assert queries.content_of(queries.rows_of(actor, version)) == before


@pytest.mark.parametrize("who", ["officer", "director", "auditor", "owner", None])
def test_others_note_no_erratum(who, version, busan, at):
    with at(who and getattr(busan, who), busan) as actor, pytest.raises(PermissionDenied):
        note(row(version, "1.1.1"), actor)


@pytest.mark.parametrize(("said", "sentence"), [({"field": "code"}, "Choose one of the texts"),
                                                ({"new_text": " "}, "Write what it should say"),
                                                ({"new_text": "시설을 정기적으로 점검하고 훈련을 합니까?"}, "stands there already")])
def test_an_erratum_says_something_else_about_one_of_the_texts(said, sentence, version, busan, at):
    with at(busan.manager, busan) as actor, pytest.raises(Refused, match=sentence):
        note(row(version, "1.1.1"), actor, **said)


def test_a_draft_is_corrected_itself(busan, at):
    with at(busan.manager, busan) as actor:
        draft = f.FrameworkVersionFactory()
        with pytest.raises(Refused, match="correct the text itself"):
            note(row(draft, "1.1.1"), actor)
        with pytest.raises(IntegrityError, match="published edition"), transaction.atomic():
            Erratum.objects.create(version=draft, indicator=row(draft, "1.1.1"), field="name_ko", old_text="x", new_text="y",
                                   noted_at=clock.now(), noted_by=busan.manager)


def test_an_erratum_is_about_a_row_of_its_edition_and_never_changes(version, busan, at):
    with at(busan.manager, busan) as actor:
        other = f.published_version()
        for broken in ({"indicator": row(other, "1.1.1")}, {}, {"area": row(version, "1", Area), "indicator": row(version, "1.1.1")}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Erratum.objects.create(version=version, field="name_ko", old_text="x", new_text="y", noted_at=clock.now(),
                                       noted_by=busan.manager, **broken)
        note(row(version, "1.1.1"), actor)
        with pytest.raises(Exception, match="permission denied|append-only"), transaction.atomic():
            Erratum.everything.update(new_text="z")


def test_everybody_reads_it_beside_the_text_in_their_language(version, busan, client, django_capture_on_commit_callbacks):
    assert "Erratum" not in read(client, "/busan/framework/")
    with django_capture_on_commit_callbacks(execute=True), within(busan.agency):
        manager = Actor.of(busan.manager)
        note(row(version, "1.1.1"), manager, field="question_en", new_text="Do you inspect the premises every month and hold drills?")
        note(row(version, "1.1.2"), manager)
    page = client.get("/busan/framework/?lang=en").content.decode()
    assert page.count('class="erratum"') == 1
    assert "<del>regularly</del> <ins>every month</ins>" in page
    assert "<ins>다달이 " in client.get("/busan/framework/").content.decode()
