"""A sanction before it is heard: drafted, told to the provider, suspended at once; or dropped with a reason."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.actors import Actor
from aftercare.models import Sanction, SanctionFile
from aftercare.models.sanction_parts import FILES_AT_MOST
from aftercare.permissions import can_keep_sanction, can_suspend_at_once
from aftercare.queries.sanction import HEARING, URGENT
from aftercare.sanction_approvals import approval_of_decision
from aftercare.sanction_stages import BEFORE_DECISION, SanctionStage
from aftercare.workflow.letters import in_both
from aftercare.workflow.sanction_basis import note_basis
from aftercare.workflow.sanction_effect import end_at_once
from aftercare.workflow.sanction_letters import write_at_once, write_notice
from aftercare.workflow.sanction_origin import hold_complaint, note_origin, refuse_told, refuse_unfounded
from aftercare.workflow.sanction_rules import (
    end_sanction,
    lock_sanction,
    notice_until,
    refuse_another,
    refuse_days,
    refuse_early,
    refuse_ended,
    refuse_hearing,
    refuse_suspended,
    refuse_unfitting,
)
from certification import workflow as certification
from core import clock
from core.files import store_upload
from core.numbers import next_number
from core.workflow import lock, move, record, refuse_if, require
from correspondence.events import find_kind
from correspondence.workflow import close_deadlines, hold_day, notify
from panels.stages import ApprovalStage
from panels.workflow import drop_approval

SERIES, EFFECT = "sanction", Actor.system("a sanction takes effect")
Kind, Ground = Sanction.Kind, Sanction.Ground


@transaction.atomic
def draft_sanction(certificate, *, kind, ground, facts, from_on, hearing_at, hearing_place, to_on=None, order="", basis="", basis_en="",
                   chair="", chair_office="", follows=None, correction=None, complaint=None, actor):
    """What is proposed about a certificate and why, for the desk alone. One is under way at a time. `follows`, `correction`, `complaint`:
    what it follows from."""
    complaint = hold_complaint(complaint, actor)
    certificate = lock(certificate)
    sanction = Sanction(certificate=certificate, provider=certificate.provider, follows=follows, correction=correction,
                        drafted_at=clock.now(), drafted_by=actor.user)
    require(can_keep_sanction(actor, sanction))
    refuse_ended(certificate)
    refuse_another(certificate)
    _say(sanction, ground, basis, basis_en, chair, chair_office)
    refuse_unfounded(certificate, correction, complaint)
    refuse_told(sanction, actor, complaint, facts=facts, order=order)
    _write(certificate, sanction, kind, ground, facts, from_on, to_on, order, hearing_at, hearing_place)
    year = clock.today().year
    sanction.number = f"{year}-S{next_number(SERIES, year):03}"
    sanction.save()
    record("sanction.drafted", sanction, actor=actor, kind=kind, ground=ground, certificate=certificate.pk, follows=sanction.follows_id,
           correction=sanction.correction_id)
    note_origin(sanction, complaint, actor)
    return sanction


@transaction.atomic
def change_sanction(sanction, *, kind, ground, facts, from_on, hearing_at, hearing_place, to_on=None, order="", basis="", basis_en="",
                    chair="", chair_office="", actor):
    """Until the notice goes out."""
    certificate, sanction = lock_sanction(sanction)
    require(can_keep_sanction(actor, sanction))
    refuse_ended(certificate)
    refuse_if(sanction.stage != SanctionStage.DRAFT, _("The notice has been sent. What it says can no longer be changed."))
    _say(sanction, ground, basis, basis_en, chair, chair_office)
    refuse_told(sanction, actor, facts=facts, order=order)
    _write(certificate, sanction, kind, ground, facts, from_on, to_on, order, hearing_at, hearing_place)
    sanction.save()
    record("sanction.changed", sanction, actor=actor, kind=kind, ground=ground)
    return sanction


def _say(sanction, ground, basis, basis_en, chair, chair_office):
    """What the notice has to say besides. Only what was not corrected follows an order that was not met."""
    note_basis(sanction, ground, basis, basis_en)
    sanction.chair, sanction.chair_office = chair.strip(), chair_office.strip()
    sanction.follows = sanction.follows if ground == Ground.NOT_CORRECTED else None


def _write(certificate, sanction, kind, ground, facts, from_on, to_on, order, hearing_at, hearing_place):
    refuse_if(not facts.strip(), _("Write what happened, and how it is known."), field="facts")
    to_on, order = (to_on, order) if kind == Kind.SUSPENSION else (None, "")
    refuse_unfitting(kind, ground, to_on, order)
    ends = notice_until()
    refuse_hearing(hearing_at, ends)
    refuse_early(clock.seoul(hearing_at).date(), kind, from_on, to_on, ends)
    refuse_days(certificate, kind, from_on, to_on)
    refuse_suspended(certificate, sanction, kind, from_on, to_on)
    sanction.kind, sanction.ground, sanction.facts = kind, ground, facts.strip()
    sanction.from_on, sanction.to_on, sanction.order = from_on, to_on, order.strip()
    sanction.hearing_at, sanction.hearing_place = hearing_at, hearing_place.strip()


@transaction.atomic
def add_sanction_file(sanction, upload, *, actor):
    """What shows the facts; or the minutes, until the proposal is written."""
    _certificate, sanction = lock_sanction(sanction)
    require(can_keep_sanction(actor, sanction))
    refuse_if(sanction.stage not in (SanctionStage.DRAFT, SanctionStage.NOTIFIED, SanctionStage.HEARD),
              _("The proposal is written. Nothing more is added."))
    refuse_if(sanction.files.filter(statement=None).count() >= FILES_AT_MOST, _("At most %(number)d files."), number=FILES_AT_MOST,
              field="file")
    stored, name = store_upload(upload, shelf=sanction.public_id, actor=actor)
    row, is_new = SanctionFile.everything.get_or_create(sanction=sanction, statement=None, file=stored, defaults={
        "name": name, "added_at": clock.now(), "added_by": actor.user})
    if is_new:
        record("sanction.file_added", sanction, actor=actor, file=row.pk, sha256=stored.sha256)
    return row


@transaction.atomic
def remove_sanction_file(row, *, actor):
    """From a draft only: what the notice showed stays."""
    _certificate, sanction = lock_sanction(Sanction.everything.get(pk=row.sanction_id))
    require(can_keep_sanction(actor, sanction) and row.statement_id is None)
    refuse_if(sanction.stage != SanctionStage.DRAFT, _("The notice has been sent. Its files stay."))
    record("sanction.file_removed", sanction, actor=actor, file=row.pk)
    row.delete()


@transaction.atomic
def send_notice(sanction, *, actor):
    """The provider is told what is proposed, why, and when it is heard: by letter and message. From here on its days run."""
    certificate, sanction = lock_sanction(sanction)
    require(can_keep_sanction(actor, sanction))
    return _give_notice(certificate, sanction, actor)


def _give_notice(certificate, sanction, actor):
    refuse_ended(certificate)
    refuse_if(sanction.stage != SanctionStage.DRAFT, _("The notice has been sent already."))
    refuse_if(not (sanction.chair and sanction.chair_office),
              _("The notice has to say who conducts the hearing, by name and office. Change the draft first."))
    ends = notice_until()
    refuse_hearing(sanction.hearing_at, ends)
    refuse_early(sanction.hearing_on, sanction.kind, sanction.from_on, sanction.to_on, ends)
    sanction.noticed_at, sanction.noticed_by, sanction.notice_until = clock.now(), actor.user, ends
    sanction.save(update_fields=["noticed_at", "noticed_by", "notice_until"])
    facts = move(sanction, SanctionStage.NOTIFIED)
    hold_day(sanction, kind=HEARING, on=sanction.hearing_on, actor=actor)
    write_notice(sanction, actor=actor)
    record("sanction.noticed", sanction, actor=actor, until=ends, hearing=sanction.hearing_at, **facts)
    notify("sanction.noticed", sanction, actor=actor, link=("portal_sanction", sanction.public_id), hearing=sanction.hearing_at,
           place=sanction.hearing_place, proposed=in_both(sanction.get_kind_display))
    return sanction


@transaction.atomic
def suspend_at_once(sanction, *, reason, actor):
    """The director cannot wait for the hearing: suspended from today, for the days within which it has to be held and decided. A draft is
    told with it."""
    certificate, sanction = lock_sanction(sanction)
    require(can_suspend_at_once(actor, sanction))
    refuse_ended(certificate)
    refuse_if(sanction.stage not in BEFORE_DECISION, _("This sanction is decided or dropped."))
    refuse_if(sanction.urgent_at, _("It has been suspended at once already."))
    refuse_if(not reason.strip(), _("Write why it cannot wait for the hearing."), field="reason")
    refuse_told(sanction, actor, reason=reason)
    if sanction.stage == SanctionStage.DRAFT:
        _give_notice(certificate, sanction, actor)
    last = clock.today() + timedelta(days=find_kind(URGENT).days - 1)       # today is the first of them, and no holiday makes them more
    refuse_if(not sanction.heard_at and sanction.hearing_on > last,
              _("After an urgent suspension the hearing is held within 30 days. Have its day changed first."))
    sanction.urgent_at, sanction.urgent_by, sanction.urgent_reason = clock.now(), actor.user, reason.strip()
    sanction.urgent_to = min(last, certificate.valid_to)
    sanction.save(update_fields=["urgent_at", "urgent_by", "urgent_reason", "urgent_to"])
    hold_day(sanction, kind=URGENT, on=sanction.urgent_to, actor=actor)
    record("sanction.suspended_at_once", sanction, actor=actor, until=sanction.urgent_to, reason=reason.strip())
    certification.suspend(certificate, from_on=clock.today(), to_on=sanction.urgent_to, reason=reason, actor=EFFECT)
    write_at_once(sanction, actor=actor)
    notify("sanction.at_once", sanction, actor=actor, link=("portal_sanction", sanction.public_id), until=sanction.urgent_to,
           reason=reason.strip())
    return sanction


@transaction.atomic
def drop_sanction(sanction, *, reason, actor):
    """At any step before the decision is approved, with the reason. An urgent suspension ends with it."""
    certificate, sanction = lock_sanction(sanction)
    require(can_keep_sanction(actor, sanction) or can_suspend_at_once(actor, sanction))
    refuse_if(sanction.stage not in BEFORE_DECISION, _("This sanction is decided or dropped."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_told(sanction, actor, reason=reason)
    facts = end_sanction(sanction, SanctionStage.DROPPED, reason)
    close_deadlines(sanction, actor=actor, outcome="dropped")
    approval = approval_of_decision(sanction)
    if approval and approval.stage not in (ApprovalStage.APPROVED, ApprovalStage.DROPPED):
        drop_approval(approval, actor=actor)
    record("sanction.dropped", sanction, actor=actor, reason=reason.strip(), **facts)
    with override("ko"):
        public = _("The sanction %(number)s was dropped.") % {"number": sanction.number}
    end_at_once(certificate, sanction, public, actor=EFFECT)
    if sanction.noticed_at:
        notify("sanction.dropped", sanction, actor=actor, link=("portal_sanction", sanction.public_id), reason=reason.strip())
    return sanction
