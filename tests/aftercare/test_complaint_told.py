"""What is said about a complaint: no telephone number of its reporter, no number of it to the provider, nothing to who leaves."""
import pytest

from accounts.actors import Actor
from accounts.models import Membership
from aftercare import workflow
from aftercare.queries import complaint as queries
from core import clock
from core.models import Errand
from core.tenancy import within
from correspondence.models import Deadline
from tests.aftercare.complaining import in_hand, named, only, told, words_of
from tests.aftercare.test_complaint_desk import asked, desk, in_english, one  # noqa: F401  (fixtures)

pytestmark = pytest.mark.usefixtures("fresh_counters", "that_day")


@pytest.mark.parametrize(("contact", "text"), [
    ("010-1234-5678", "01012345678 번으로 전화한 일이 있습니까?"), ("010-1234-5678", "010.1234. 5678"), ("01012345678", "+82 10-1234-5678"),
    ("+82 10 1234 5678", "010) 1234 / 5678"), ("010-1234-5678", "０１０－１２３４－５６７８"),
    ("낮에는 051-867-0000, 밤에는 010 1234 5678", "010-1234-5678")])
def test_a_telephone_number_is_known_however_it_is_written(contact, text, busan, certified, client, desk):  # noqa: F811
    row = in_hand(busan, told(busan, client, certified, **named(name="", contact=contact)).row)
    desk(busan.officer)
    assert "reporter stands in this text" in words_of(desk.do(row, "ask-provider", question=f"{text} 기록이 있습니까?"))


def test_a_day_or_a_sum_is_no_telephone_number(busan, certified, client, desk):  # noqa: F811
    row = in_hand(busan, told(busan, client, certified, **named(name="", contact="010-1234-5678, 101호")).row)
    desk(busan.officer)
    assert desk.do(row, "ask-provider", question="2026. 10. 12.에 101호에서 1,234,500원을 받았습니까?").status_code == 302


def test_what_the_provider_is_reminded_of_does_not_say_the_number_of_the_complaint(busan, one):  # noqa: F811
    inquiry = asked(busan, in_hand(busan, one.row))
    with within(busan.agency):
        label = Deadline.everything.get(kind="complaint.inquiry").subject_label
        assert one.row.number not in label and one.row.number not in str(inquiry) and "14 October 2026" in label
        workflow.answer_inquiry(inquiry, answer="있습니다.", uploads=[], actor=Actor.of(busan.owner), arrived_at=clock.now())
        arguments = Errand.everything.get(arguments__event="complaint.provider_answered").arguments
        assert one.row.number in str(arguments)


@pytest.mark.parametrize("left", ["role", "account"])
def test_who_has_left_is_told_nothing_and_those_who_may_take_it_up_are(left, busan, one):  # noqa: F811
    row = in_hand(busan, one.row)
    with within(busan.agency):
        assert queries.handlers_of_complaint(row) == [busan.officer]
        if left == "role":
            Membership.objects.visible_to(Actor.system("a test")).filter(user=busan.officer).update(ended_at=clock.now())
        else:
            type(busan.officer).objects.filter(pk=busan.officer.pk).update(is_active=False)
        told_now = queries.handlers_of_complaint(only(busan))
        assert busan.manager in told_now and busan.officer not in told_now
