"""Change reports of the demonstration: an address that waits for the officer, a representative that was accepted, a succession."""
from datetime import timedelta

from accounts.actors import Actor
from accounts.models import User
from aftercare import workflow
from certification.models import Certificate, CertificateRevision, SurrenderRequest
from core import clock
from desk.demonstration.cases import WORKER, at
from desk.demonstration.holding import owner_of
from desk.demonstration.renewing import told_elsewhere
from providers.models import Provider, ProviderMember

DAY = timedelta(days=1)


def report_changes(office):
    """Of certificates of which nothing else is told; as many as there are."""
    free = certificates_free()
    for certificate, tell in zip(free, (new_address, new_head, new_holder), strict=False):
        tell(office, certificate)


def certificates_free():
    """In force, of different providers, with nothing asked or corrected, the latest first."""
    busy = [*told_elsewhere().values_list("pk", flat=True),
            *CertificateRevision.objects.visible_to(WORKER).values_list("certificate", flat=True),
            *SurrenderRequest.objects.visible_to(WORKER).values_list("certificate", flat=True)]
    rows = Certificate.objects.visible_to(WORKER).filter(ended_on=None, suspended_from=None, offering__isnull=False, year__in=(2024, 2025))
    by_provider = {one.provider_id: one for one in rows.exclude(pk__in=busy).order_by("year", "serial", "pk")}
    return sorted(by_provider.values(), key=lambda one: (-one.year, -one.serial))


def handed_in(certificate, kind, days_ago, *, facts, happened, site=None, note=""):
    actor = owner_of(certificate)
    with clock.travel(at(clock.today() - days_ago * DAY, 10)):
        report = workflow.start_change(certificate.provider, kind, site=site, actor=actor)
        report = workflow.save_change(report, facts=facts, happened_on=clock.today() - happened * DAY, until_on=None, note=note,
                                      base_version=report.version, actor=actor).row
        return workflow.hand_in_change(report, actor=actor, arrived_at=clock.now(), declared=True)


def new_address(_office, certificate):
    """A week late, and not answered yet."""
    site = certificate.offering.site
    facts = {"site_name": site.name, "district": site.district.code, "postcode": site.postcode, "address_base": f"{site.address_base}-3",
             "address_detail": "1층 전체"}
    handed_in(certificate, "address", 2, facts=facts, happened=22, site=site, note="건물주 사정으로 같은 길의 옆 건물로 옮겼습니다.")


def new_head(office, certificate):
    report = handed_in(certificate, "head", 13, facts={"head_name": "이새롬"}, happened=6)
    with clock.travel(at(clock.today() - 9 * DAY, 14)):
        workflow.accept_change(report, words="등기사항증명서로 확인하였습니다.", actor=office.officer)


def new_holder(_office, certificate):
    """The successor is registered here and has confirmed: the officer proposes next."""
    holders = Certificate.objects.visible_to(WORKER).values("provider")
    after = Provider.objects.visible_to(WORKER).filter(stage="confirmed").exclude(pk__in=holders).order_by("registered_at", "pk").first()
    owner = ProviderMember.objects.visible_to(WORKER).filter(provider=after, role="owner", left_at=None).first()
    if owner is None:
        return
    report = handed_in(certificate, "succession", 5, happened=12, note="사업 양도·양수 계약을 맺었습니다.", facts={
        "manner": "transfer", "successor_name": after.name, "successor_number": after.business_number})
    with clock.travel(at(clock.today() - 3 * DAY, 11)):
        workflow.confirm_succession(report, actor=Actor.of(User.objects.get(pk=owner.user_id)))
