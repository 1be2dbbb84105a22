"""What an accepted change does: provider, certificates, register, duties, in the transaction of the decision."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts import directory
from aftercare.changes import SANCTIONS_MONTHS, ChangeKind, Follows, follows, length, visit_until
from aftercare.models import ChangedCertificate, Duty, DutyKind
from aftercare.permissions import can_enter_change
from aftercare.stages import DutyStage
from aftercare.workflow.change_checks import new_address
from aftercare.workflow.duty import demand_duty
from aftercare.workflow.lapse import lapse_with_certificate
from aftercare.workflow.sanction_rules import refuse_under_way
from certification.models import Certificate, CertificateRevision
from certification.workflow import draft_correction, write_entry
from certification.workflow.certificate_events import end_surrendered
from certification.workflow.certificate_facts import facts_now
from certification.workflow.certificate_versions import STANDS
from core import clock
from core.calendar import months_after
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from providers.workflow import carry_change, move_site, note_pause, note_succession

PROVIDER_FACTS = {ChangeKind.HEAD: ("head_name",), ChangeKind.NAME: ("name", "name_en")}


def follows_of(report):
    """The Follows of this report as it is now proposed or decided."""
    days = length(report.happened_on, report.until_on) if report.until_on else 0
    return follows(report.kind, moves=_moves(report), days=days, continues=report.continues)


def _moves(report):
    return report.kind != ChangeKind.ADDRESS or new_address(report) != report.before.get("address", "")


def carry_out(report, *, actor):
    """The provider's own rows first, then each certificate that is still there, then the public register."""
    rows = list(report.touched.select_related("certificate").order_by("certificate_id"))
    certificates = {row.certificate_id: lock(row.certificate) for row in rows}
    _carry_provider(report, actor)
    for row in rows:
        row.certificate = certificates[row.certificate_id]
        row.follows = [str(one) for one in follows_of(report)]
        if row.certificate.is_past_sanction:                # ended meanwhile: nothing follows any more
            row.follows = []
        else:
            _carry_certificate(report, row, actor)
        row.save()
    if Follows.PROPOSE in follows_of(report):
        notify("change.long_pause", report, actor=actor, link=("desk_change", report.public_id))
    for certificate in Certificate.everything.filter(pk__in=certificates).select_related("framework", "version", "provider", "offering"):
        write_entry(certificate)


def _carry_provider(report, actor):
    facts = {name: value.strip() if isinstance(value, str) else value for name, value in report.facts.items()}
    if report.kind in PROVIDER_FACTS:
        carry_change(report.provider, {name: facts[name] for name in PROVIDER_FACTS[report.kind]}, actor=actor)
    elif report.kind == ChangeKind.ADDRESS:
        district = next((one for one in directory.districts_of(current_agency().province_id) if one.code == facts["district"]), None)
        refuse_if(district is None, _("Choose a district of this region."))
        move_site(report.site, {"name": facts["site_name"], "district_id": district.pk} | {
            name: facts[name] for name in ("postcode", "address_base", "address_detail")}, actor=actor)
    elif report.kind == ChangeKind.SUSPENSION:
        note_pause(report.provider, site=report.site, from_on=report.happened_on, to_on=report.until_on, matter=report.public_id,
                   actor=actor)
    elif report.kind == ChangeKind.SUCCESSION:
        note_succession(report.provider, manner=facts["manner"], happened_on=report.happened_on, matter=report.public_id,
                        sanctions_until=months_after(report.happened_on, SANCTIONS_MONTHS), name=facts["successor_name"],
                        number=facts["successor_number"], actor=actor)


def _carry_certificate(report, row, actor):
    wanted = follows_of(report)
    if Follows.END in wanted:
        _end(report, row.certificate, actor)
    elif Follows.VISIT in wanted:
        row.duty, row.is_owed = _visit(report, row.certificate, actor).public_id, True
    elif Follows.CORRECT in wanted or Follows.HOLDER in wanted:
        _correct(report, row, actor)


def _end(report, certificate, actor):
    """Not before today: the register has said until now that it holds."""
    on = max(report.happened_on, clock.today(), certificate.valid_from)
    if on > certificate.last_day:
        return                                              # it runs out, or is given back, before the business closes
    refuse_under_way(certificate)
    with override("ko"):
        reason = _("%(kind)s was reported (%(number)s).") % {"kind": report.kind_words, "number": report.number}
    certificate = end_surrendered(certificate, on=on, reason=reason, actor=actor)
    if certificate.has_ended:
        lapse_with_certificate(certificate, actor=actor)


def _visit(report, certificate, actor):
    """The new place is looked at, at the latest on the certificate's last day."""
    with override("ko"):
        reason = _("The site has moved: %(address)s (%(number)s).") % {"address": new_address(report), "number": report.number}
    return demand_duty(certificate, DutyKind.MONITORING_VISIT, opens_on=max(clock.today(), certificate.valid_from),
                       due_on=visit_until(clock.today(), certificate.last_day), origin=Duty.Origin.CHANGE, reason=reason,
                       matter=report.public_id, actor=actor)


def printed(report):
    """{field of a certificate: what is to be printed} by this report."""
    facts = report.facts
    if report.kind == ChangeKind.HEAD:
        return {"head_name": facts["head_name"]}
    if report.kind == ChangeKind.NAME:
        return {"provider_name": facts["name"], "provider_name_en": facts["name_en"]}
    if report.kind == ChangeKind.ADDRESS:
        return {"site_name": facts["site_name"], "address": new_address(report), "district": facts["district"]}
    successor = report.successor
    return {"provider_name": successor.name, "provider_name_en": successor.name_en, "head_name": successor.head_name}


def _correct(report, row, actor):
    """Drafted now, for the manager and the director; of one that is not in force now, as soon as it is. A draft that is open already is
    kept, with this added."""
    certificate, holder = row.certificate, report.successor if report.continues else None
    if certificate.state not in STANDS:
        row.is_owed = True
        return
    now = facts_now(certificate)
    wanted = {name: value.strip() for name, value in printed(report).items()}
    if holder is None and all(now[name] == value for name, value in wanted.items()):
        row.is_owed = False
        return
    there = CertificateRevision.everything.filter(certificate=certificate, done_at=None, dropped_at=None).first()
    with override("ko"):
        reason = _("%(kind)s (%(number)s)") % {"kind": report.kind_words, "number": report.number}
    day = min(max(report.happened_on, certificate.valid_from), max(clock.today(), certificate.valid_from))
    facts = now | (there.facts_after if there else {}) | wanted
    row.revision = draft_correction(certificate, facts=facts, effective_on=day, actor=actor, holder=holder,
                                    reason=f"{there.reason} / {reason}" if there else reason).public_id
    row.is_owed = False


@transaction.atomic
def correct_after(row, *, actor):
    """The correction that was still owed: the visit has been carried out, or the certificate is in force again."""
    report = lock(row.report)
    require(can_enter_change(actor, report.provider))
    certificate = lock(row.certificate)
    row = ChangedCertificate.everything.select_for_update(of=("self",), no_key=True).get(pk=row.pk)
    row.certificate = certificate
    refuse_if(not row.is_owed, _("Nothing is to be corrected any more."))
    refuse_if(certificate.state not in STANDS, _("This certificate is not in force now. Nothing is printed anew of it."))
    refuse_if(row.duty and not visited(row), _("The new place has not been visited yet."))
    _correct(report, row, actor)
    row.save()
    record("change.corrected_after", report, actor=actor, certificate=certificate.pk, revision=row.revision)
    return row


def visited(row):
    """Whether the visit that was demanded has been carried out, or is no longer demanded."""
    return not Duty.everything.filter(public_id=row.duty, stage=DutyStage.OPEN).exists()
