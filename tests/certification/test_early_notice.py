"""Providers are asked or told early; who has read it is known, and only the others are reminded."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from certification import queries, workflow
from certification.models import EarlyNotice, FrameworkVersion, Indicator
from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Notice
from correspondence.workflow import mark_read
from providers.models import Provider
from tests import factories as f
from tests.certification.test_edition import row
from tests.certification.test_framework_pages import read

pytestmark = pytest.mark.usefixtures("english")
SAID = {"words_ko": "의견을 주십시오.", "words_en": "Please tell us."}


@pytest.fixture
def confirmed(busan):
    """The provider (owner, colleague) is confirmed; the neighbours have only registered."""
    with within(busan.agency):
        Provider.everything.filter(pk=busan.provider.pk).update(stage="confirmed")


def told():
    return {notice.recipient for notice in Notice.everything.all()}


def soon():
    return clock.today() + timedelta(days=14)


def test_all_people_of_confirmed_providers_are_told_and_nobody_else(busan, version, confirmed, work_off, at):
    with at(busan.manager, busan) as actor:
        notice = workflow.tell_providers(version, **SAID, actor=actor)
        work_off(busan)
        assert told() == {busan.owner, busan.colleague}
        one = Notice.everything.first()
        assert version.label_ko in one.title and SAID["words_ko"] in one.body and f"/busan/framework/{version.public_id}/told/" in one.body
        assert queries.told_counts(actor, notice) == {"told": 2, "read": 0, "providers": 1, "providers_read": 0}


def test_the_reminder_goes_to_those_who_have_not_read_it(busan, version, confirmed, work_off, at):
    with at(busan.manager, busan) as actor:
        notice = workflow.tell_providers(version, **SAID, actor=actor)
        work_off(busan)
        mark_read(Notice.everything.get(recipient=busan.owner), actor=Actor.of(busan.owner))
        assert [member.user for member in queries.unread_members(actor, notice)] == [busan.colleague]
        workflow.remind_unread(notice, actor=actor)
        work_off(busan)
        assert [one.recipient for one in Notice.everything.filter(event="framework.reminder")] == [busan.colleague]
        assert queries.told_counts(actor, notice) == {"told": 2, "read": 1, "providers": 1, "providers_read": 1}
        assert queries.read_counts(actor, [notice]) == {notice.pk: (2, 1)}
        with pytest.raises(Refused, match="reminded today"):
            workflow.remind_unread(notice, actor=actor)
        mark_read(Notice.everything.get(recipient=busan.colleague, event="framework.publication"), actor=Actor.of(busan.colleague))
        with clock.travel(clock.now() + timedelta(days=2)), pytest.raises(Refused, match="Everybody who was told"):
            workflow.remind_unread(notice, actor=actor)


def test_a_consultation_opens_the_draft_to_everybody_of_the_agency_and_it_can_still_be_written(busan, daegu, confirmed, at, client,
                                                                                             django_capture_on_commit_callbacks):
    with at(busan.manager, busan) as actor:
        draft = f.FrameworkVersionFactory(label_en="CNRY-asked")
        address = f"/busan/framework/{draft.public_id}/"
    assert client.get(address).status_code == 404
    with django_capture_on_commit_callbacks(execute=True), at(busan.manager, busan) as actor:
        workflow.consult_providers(draft, **SAID, answer_until=soon(), actor=actor)
    assert "It may still change" in read(client, address)
    assert "CNRY-asked" not in read(client, "/busan/framework/")
    assert client.get(f"/daegu/framework/{draft.public_id}/").status_code == 404
    with at(daegu.owner, daegu) as stranger:
        assert not FrameworkVersion.objects.visible_to(stranger).filter(pk=draft.pk).exists()
    with django_capture_on_commit_callbacks(execute=True), at(busan.officer, busan) as actor:
        workflow.save_row(row(draft, "1.1.1"), {"name_en": "Written meanwhile"}, base=0, actor=actor)
    assert "Written meanwhile" in read(client, address)


@pytest.mark.parametrize("who", ["officer", "director", "auditor", "owner"])
def test_others_tell_nobody(who, busan, version, confirmed, at):
    with at(getattr(busan, who), busan) as actor:
        draft = f.FrameworkVersionFactory()
        notice = f.EarlyNoticeFactory(version=version, sent_by=busan.manager)
        for write in (lambda: workflow.tell_providers(version, **SAID, actor=actor),
                      lambda: workflow.consult_providers(draft, **SAID, answer_until=soon(), actor=actor),
                      lambda: workflow.remind_unread(notice, actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


def test_what_makes_no_sense_is_a_sentence(busan, version, confirmed, at):
    with at(busan.manager, busan) as actor:
        draft, empty = f.FrameworkVersionFactory(), f.FrameworkVersionFactory(indicators=0)
        ask = workflow.consult_providers
        for work, sentence in ((lambda: ask(version, **SAID, answer_until=soon(), actor=actor), "is published"),
                               (lambda: ask(empty, **SAID, answer_until=soon(), actor=actor), "no indicator"),
                               (lambda: ask(draft, **SAID, answer_until=clock.today() - timedelta(days=1), actor=actor), "a day to come"),
                               (lambda: workflow.tell_providers(draft, **SAID, actor=actor), "is a draft")):
            with pytest.raises(Refused, match=sentence):
                work()
        Provider.everything.update(stage="registered")
        with pytest.raises(Refused, match="no confirmed provider"):
            workflow.tell_providers(version, **SAID, actor=actor)
        assert EarlyNotice.everything.count() == 0


def test_following_the_link_counts_as_read_for_whoever_is_signed_in(busan, version, confirmed, work_off, at, client):
    with at(busan.manager, busan) as actor:
        notice = workflow.tell_providers(version, **SAID, actor=actor)
        work_off(busan)
    address = f"/busan/framework/{version.public_id}/told/"
    assert client.get(address)["Location"] == f"/busan/framework/{version.public_id}/difference/"       # a citizen just reads
    client.force_login(busan.owner)
    client.head(address)
    with at(busan.manager, busan) as actor:
        assert queries.told_counts(actor, notice)["read"] == 0
    assert client.get(address).status_code == 302
    with at(busan.manager, busan) as actor:
        assert queries.told_counts(actor, notice)["read"] == 1
        assert Notice.everything.get(recipient=busan.owner).read_at


def test_early_notices_are_the_staffs(busan, daegu, version, at):
    with within(busan.agency):
        notice = f.EarlyNoticeFactory(version=version, sent_by=busan.manager)
    for place, who, sees in ((busan, "officer", True), (busan, "admin", True), (busan, "auditor", True), (busan, "owner", False),
                             (busan, "assessor", False), (daegu, "officer", False)):
        with at(getattr(place, who), place) as actor:
            assert EarlyNotice.objects.visible_to(actor).filter(pk=notice.pk).exists() is sees, who


def test_an_indicator_of_a_draft_is_nobodys_before_the_consultation(busan, at):
    with at(busan.owner, busan) as owner:
        draft = f.FrameworkVersionFactory()
        assert not Indicator.objects.visible_to(owner).filter(version=draft).exists()
