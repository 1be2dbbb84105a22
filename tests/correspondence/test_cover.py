"""Who is away and who acts for them are both told when a cover is named and when it is ended."""
import pytest

from accounts import workflow
from accounts.actors import Actor
from accounts.models import Cover
from core.tenancy import within
from core.wording import day_in_words
from correspondence.models import Notice
from tests.accounts.test_cover import name

pytestmark = pytest.mark.django_db


@pytest.fixture
def cover(busan):
    busan.officer.language = "en"
    busan.officer.save()
    with within(busan.agency):
        return name(busan)


def told(busan, event):
    """{account: notice}"""
    with within(busan.agency):
        return {one.recipient: one for one in Notice.everything.filter(event=event).select_related("recipient")}


def test_both_are_told_of_a_cover_in_their_languages_with_its_roles_and_days(busan, cover, work_off):
    work_off(busan)
    notices = told(busan, "cover.named")
    assert set(notices) == {busan.manager, busan.officer}
    away, delegate = notices[busan.manager], notices[busan.officer]
    assert away.title.startswith("부재 시 대리자 지정 안내: CNRY-busan-manager → CNRY-busan-officer")
    assert day_in_words(cover.to_on, "ko") in away.body and "역할: 관리자" in away.body
    assert "While CNRY-busan-manager is away, CNRY-busan-officer acts in their place." in delegate.body
    assert "Roles: manager" in delegate.body
    assert delegate.link.endswith("/busan/accounts/cover/")


def test_both_are_told_that_it_was_ended_whoever_ended_it(busan, cover, work_off):
    with within(busan.agency):
        workflow.end_cover(Cover.everything.get(), actor=Actor.of(busan.officer))
    work_off(busan)
    notices = told(busan, "cover.ended")
    assert set(notices) == {busan.manager, busan.officer}
    assert "CNRY-busan-officer no longer acts for CNRY-busan-manager" in notices[busan.officer].body
