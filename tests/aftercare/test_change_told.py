"""What the demonstration tells of change reports: an address that waits, a representative that was accepted, a succession."""
from types import SimpleNamespace

from aftercare.models import ChangeReport
from core import clock
from desk.demonstration.changes import certificates_free, report_changes
from providers.models import Offering
from tests import factories as f
from tests.aftercare.changing import successor
from tests.aftercare.conftest import seoul


def test_three_reports_are_told_of_three_providers(held):
    third = f.ProviderFactory(stage="confirmed")
    f.ProviderMemberFactory(provider=third, user=held.place.colleague, role="owner")
    offerings = [Offering.everything.get(site__provider=held.place.neighbours), f.OfferingFactory(site=f.SiteFactory(provider=third))]
    for offering in offerings:
        f.CertificateFactory(offering=offering, version=held.certificate.version)
    after = successor(held)
    with clock.travel(seoul(2026, 3, 2, 12)):
        assert len(certificates_free()) == 3
        report_changes(SimpleNamespace(officer=held.officer))
    told = {one.kind: one for one in ChangeReport.everything.all()}
    assert {kind: one.stage for kind, one in told.items()} == {"address": "handed_in", "head": "accepted", "succession": "handed_in"}
    assert told["address"].days_late > 0 and told["succession"].successor == after and told["succession"].successor_confirmed_at
