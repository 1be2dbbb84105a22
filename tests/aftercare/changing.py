"""Change reports led as far as a test needs them."""
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from aftercare import workflow
from aftercare.models import ChangeReport
from core import clock
from tests import factories as f
from tests.files import pdf

NUMBER = "1018100016"                                   # a corporation's, with its check digit
HEAD, NAME = {"head_name": "새대표"}, {"name": "새이름센터", "name_en": "New Name"}
ADDRESS = {"site_name": "본원", "district": "26530", "postcode": "46972", "address_base": "부산광역시 사상구 광장로 77",
           "address_detail": "3층"}
PAUSE_END = date(2026, 5, 31)


def paper():
    return SimpleUploadedFile("paper.pdf", pdf(), "application/pdf")


def begun(held, kind="head", *, site=None, by=None, provider=None):
    return workflow.start_change(provider or held.provider, kind, site=site, actor=by or held.owner)


def written(held, kind="head", *, facts=None, on=date(2026, 1, 5), until=None, site=None, by=None):
    """A draft with its words."""
    by = by or held.owner
    report = begun(held, kind, site=site, by=by)
    return workflow.save_change(report, facts=facts or {}, happened_on=on, until_on=until, note="", base_version=report.version,
                                actor=by).row


def handed_in(held, kind="head", **said):
    report = written(held, kind, **said)
    return workflow.hand_in_change(report, actor=said.get("by") or held.owner, arrived_at=clock.now(), declared=True)


def head(held, **said):
    return handed_in(held, "head", facts=HEAD, **said)


def moved(held, **said):
    return handed_in(held, "address", facts=ADDRESS, site=held.offering.site, **said)


def closed(held, on=date(2026, 1, 31)):
    return handed_in(held, "closure", on=on)


def succeeded(held, number=NUMBER, name="이어받은센터", on=date(2026, 1, 5)):
    return handed_in(held, "succession", on=on, facts={"manner": "transfer", "successor_name": name, "successor_number": number})


def successor(held):
    """A confirmed provider of that number, whose owner is the neighbour, with the same service at the same address."""
    provider = f.ProviderFactory(name="이어받은센터", name_en="", head_name="이어대표", business_number=NUMBER, stage="confirmed")
    f.ProviderMemberFactory(provider=provider, user=held.place.neighbour, role="owner")
    return provider


def decided(held, report, *, continues=False):
    """Proposed by the officer, decided by the manager."""
    workflow.propose_decision(report, continues=continues, words="서류를 확인하였습니다.", actor=held.officer)
    return workflow.accept_change(report, actor=held.manager)


def again(report):
    return ChangeReport.everything.get(pk=report.pk)
