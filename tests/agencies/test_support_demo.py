"""The demonstration of public activities and of project support: several published with pictures, one draft, a request in each state."""
import pytest

from accounts.actors import Actor
from agencies.models import Activity, ActivityPhoto, SupportReport, SupportRequest
from agencies.support_stages import SupportStage
from core.tenancy import within
from desk.demonstration.network_support import ACTIVITIES, ASKED, WHO, build_network_support

pytestmark = pytest.mark.django_db


def test_activities_with_pictures_one_draft_and_a_request_in_each_state(busan, daegu, central):
    build_network_support()
    with within(busan.agency):
        out = Activity.everything.filter(published_at__isnull=False)
        assert out.count() == sum(map(len, ACTIVITIES.values())) and ActivityPhoto.everything.count() == out.count()
        assert Activity.everything.filter(stage="draft").count() == 1
        own = set(SupportRequest.everything.values_list("stage", flat=True))
    with within(daegu.agency):
        own |= set(SupportRequest.everything.values_list("stage", flat=True))
    assert own == {stage for stage in SupportStage if stage != SupportStage.REPORTED}
    with within(central.agency):
        assert SupportRequest.objects.visible_to(Actor.of(central.officer)).count() == len(ASKED) - list(ASKED).count("draft")
        report = SupportReport.everything.get(accepted=True)
        assert report.used > report.granted and report.explanation
    assert set(WHO) == set(ASKED)
