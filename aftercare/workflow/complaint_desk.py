"""What the desk does with a complaint: takes it up, sets it aside with reasons, prolongs once, asks, answers, closes."""
import re
import unicodedata
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.complaint_stages import ComplaintStage
from aftercare.models import Complaint, ComplaintIdentity, ComplaintInquiry, ComplaintWord
from aftercare.permissions import can_handle_complaint, can_name_handlers, can_triage
from aftercare.queries.complaint import tied_among
from core import clock
from core.tenancy import find_or_404
from core.workflow import enqueue, lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, move_deadline, notify, open_deadline

MORE_DAYS = 14
SHORTEST_NUMBER = 7                             # digits of a telephone number
COPIED = 40                                     # characters in a row
# what people write where a name is asked, and what stands in every text: no name
ORDINARY = {"익명", "무명", "없음", "비공개", "비밀", "시민", "주민", "이용자", "보호자", "학부모", "제보자", "신고자", "직원", "기관",
            "anonymous", "none"}
Outcome = Complaint.Outcome


def held(complaint, actor):
    """The complaint, locked, for somebody who may see it: whom something ties to the provider gets 404 here too."""
    find_or_404(Complaint, actor, pk=complaint.pk)
    return lock(complaint)


def refuse_reporter_in(complaint, text, field):
    """What the provider, a colleague or an auditor will read must not say who told it. The answer is read at the desk, too."""
    who = ComplaintIdentity.everything.filter(complaint=complaint).first()
    plain = "".join(text.split()).casefold()
    numbers = numbers_in(who.contact) if who else ()
    given = [word.strip() for word in (who.name, who.contact)] if who else []
    said = [word for word in given if len(word) > 1 and word.casefold() not in ORDINARY]
    refuse_if(any("".join(word.split()).casefold() in plain for word in said) or any(one in digits_of(text) for one in numbers),
              _("The name or the contact of the reporter stands in this text. Take it out: nobody else may read who told it."), field=field)


def digits_of(text):
    return "".join(str(unicodedata.decimal(one)) for one in text if one.isdecimal())


def numbers_in(contact):
    """The digits of each telephone number, without what stands before it at home or from abroad: 01012345678, +82 10-1234-5678."""
    found = (digits_of(one) for one in re.findall(r"\d[\d\s.()/\-–－]{5,}\d", contact))
    return [(one.removeprefix("82") if len(one) > 9 else one).lstrip("0") for one in found if len(one) >= SHORTEST_NUMBER]


def refuse_copied(complaint, text, field):
    """What the provider will read must not hold so much of the reporter's text that its writer could be known by it."""
    added = complaint.said.filter(kind=ComplaintWord.Kind.ADDED).values_list("text", flat=True)
    said, written = " ".join(" ".join((complaint.words, *added)).split()), " ".join(text.split())
    copied = any(written[start:start + COPIED] in said for start in range(len(written) - COPIED + 1))
    refuse_if(copied, _("These are the reporter's own words, and the provider may know them again. Write it in words of your own."),
              field=field)


@transaction.atomic
def admit_complaint(complaint, *, officer, manager, actor):
    """It is looked into: these are in charge of it, and from now on may look at who told it."""
    complaint = held(complaint, actor)
    require(can_triage(actor))
    refuse_if(complaint.stage != ComplaintStage.NEW, _("Somebody has taken this up already."))
    _name(complaint, officer, manager)
    step = move(complaint, ComplaintStage.HANDLING)
    record("complaint.admitted", complaint, actor=actor, officer=officer.pk, manager=manager and manager.pk, **step)
    tell_named(complaint, actor)
    return complaint


@transaction.atomic
def name_handlers_of_complaint(complaint, *, officer, manager, actor):
    """Into other hands. Who had it before sees no longer who told it."""
    complaint = held(complaint, actor)
    require(can_name_handlers(actor))
    refuse_if(complaint.stage in (ComplaintStage.NEW, ComplaintStage.CLOSED),
              _("Only what is being looked into is given into other hands."))
    before = [complaint.officer_id, complaint.manager_id]
    _name(complaint, officer, manager)
    record("complaint.handed_over", complaint, actor=actor, before=before, officer=officer.pk, manager=manager and manager.pk)
    tell_named(complaint, actor)
    return complaint


def _name(complaint, officer, manager):
    refuse_if(manager and manager.pk == officer.pk, _("The manager is another person than the officer in charge, or nobody."),
              field="manager")
    tied = tied_among([officer, manager], complaint.provider)
    refuse_if(officer.pk in tied, _("This person is tied to the provider and cannot handle it."), field="officer")
    refuse_if(manager and manager.pk in tied, _("This person is tied to the provider and cannot handle it."), field="manager")
    complaint.officer, complaint.manager = officer, manager
    complaint.save(update_fields=["officer", "manager"])


def tell_named(complaint, actor):
    notify("complaint.in_charge", complaint, actor=actor, due=complaint.deadline.last_day, link=("desk_complaint", complaint.public_id))


@transaction.atomic
def set_complaint_aside(complaint, *, outcome, answer, actor, authority="", same_as=None, note=""):
    """Not ours and handed on, told before, or without ground: the reporter reads why. From the inbox by whoever may take it up."""
    complaint = held(complaint, actor)
    require(can_triage(actor))
    refuse_if(not complaint.is_open, _("This was answered already. Look at the answer first."))
    require(complaint.stage == ComplaintStage.NEW or can_handle_complaint(actor, complaint))
    refuse_if(outcome == Outcome.HANDED_ON and not authority, _("Choose to whom it is handed on."), field="authority")
    refuse_if(outcome == Outcome.DUPLICATE and same_as is None, _("Choose with which one it is looked into."), field="same_as")
    refuse_if(same_as and (same_as.pk == complaint.pk or same_as.same_as_id), _("Choose the first one that was told about it."),
              field="same_as")
    refuse_reporter_in(complaint, note, "note")
    complaint.authority, complaint.same_as, complaint.note = authority, same_as, note.strip()
    complaint.save(update_fields=["authority", "same_as", "note"])
    return _answered(complaint, outcome, answer, actor, authority=authority, same_as=same_as and same_as.pk)


@transaction.atomic
def answer_complaint(complaint, *, outcome, answer, actor):
    """What was found, with reasons, for the reporter to read."""
    complaint = held(complaint, actor)
    require(can_handle_complaint(actor, complaint))
    return _answered(complaint, outcome, answer, actor)


def _answered(complaint, outcome, answer, actor, **facts):
    refuse_if(not answer.strip(), _("Write the answer with its reasons: the reporter reads it."), field="answer")
    refuse_reporter_in(complaint, answer, "answer")
    now, text = clock.now(), answer.strip()
    refuse_if(not complaint.is_open, _("This was answered already. Look at the answer first."))
    complaint.outcome, complaint.answer, complaint.answered_at, complaint.answered_by = outcome, text, now, actor.user
    complaint.save(update_fields=["outcome", "answer", "answered_at", "answered_by"])
    step = move(complaint, ComplaintStage.ANSWERED)
    ComplaintWord.everything.create(complaint=complaint, kind=ComplaintWord.Kind.ANSWER, text=text, at=now, by=actor.user)
    close_deadlines(complaint, actor=actor, outcome="answered")
    end_inquiries(complaint, actor)
    tell_reporter(complaint)
    record("complaint.answered", complaint, actor=actor, outcome=outcome, **facts, **step)
    return complaint


def end_inquiries(complaint, actor):
    """What was asked of the provider and not answered is asked no longer."""
    for inquiry in ComplaintInquiry.everything.filter(complaint=complaint, answered_at=None, ended_at=None).select_for_update(no_key=True):
        inquiry.ended_at = clock.now()
        inquiry.save(update_fields=["ended_at"])
        close_deadlines(inquiry, actor=actor, outcome="ended")


def tell_reporter(complaint):
    """If there is an address: that something stands under the code; not what."""
    enqueue("aftercare.tasks.write_to_reporter", complaint_id=complaint.pk)


@transaction.atomic
def ask_reporter(complaint, *, text, actor):
    """A question that the reporter finds by the code."""
    complaint = held(complaint, actor)
    require(can_handle_complaint(actor, complaint))
    refuse_if(complaint.stage != ComplaintStage.HANDLING, _("The reporter can be asked only while the complaint is being looked into."))
    refuse_if(not text.strip(), _("Write the question."), field="text")
    refuse_reporter_in(complaint, text, "text")
    word = ComplaintWord.everything.create(complaint=complaint, kind=ComplaintWord.Kind.QUESTION, text=text.strip(), at=clock.now(),
                                           by=actor.user)
    tell_reporter(complaint)
    record("complaint.reporter_asked", complaint, actor=actor)
    return word


@transaction.atomic
def extend_complaint(complaint, *, reason, actor):
    """Fourteen days more, once, while the time runs, with a reason that the reporter reads."""
    complaint = held(complaint, actor)
    require(can_handle_complaint(actor, complaint))
    refuse_if(not complaint.is_open, _("This no longer waits for its answer."))
    refuse_if(complaint.extended_at, _("The time for the answer has been prolonged already. It is prolonged once."))
    refuse_if(complaint.deadline.is_over, _("The time for the answer is over. It is prolonged only while it runs."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_reporter_in(complaint, reason, "reason")
    to = complaint.deadline.last_day + timedelta(days=MORE_DAYS)
    complaint.deadline = move_deadline(complaint.deadline, to=to, reason=_("prolonged once"), actor=actor)
    complaint.extended_at, complaint.extension_reason = clock.now(), reason.strip()
    complaint.save(update_fields=["extended_at", "extension_reason"])
    tell_reporter(complaint)
    record("complaint.extended", complaint, actor=actor, to=complaint.deadline.due_at)
    return complaint


@transaction.atomic
def reopen_complaint(complaint, *, actor):
    """Something new was said: it is looked into once more, with days of its own. The answer that was given stays to be read."""
    complaint = held(complaint, actor)
    refuse_if(complaint.officer_id is None, _("It was answered from the inbox. Close it, or ask the reporter to tell it anew."))
    require(can_handle_complaint(actor, complaint))
    step = move(complaint, ComplaintStage.HANDLING)
    complaint.deadline = open_deadline(complaint, kind="complaint.answer", event_on=clock.today(), actor=actor)
    complaint.extended_at, complaint.extension_reason, complaint.outcome = None, "", ""
    complaint.authority, complaint.same_as = "", None                   # to whom it was handed on is over
    complaint.save(update_fields=["deadline", "extended_at", "extension_reason", "outcome", "authority", "same_as"])
    record("complaint.reopened", complaint, actor=actor, **step)
    return complaint


@transaction.atomic
def close_complaint(complaint, *, actor):
    """Nothing more is expected. From today runs the time after which who told it is erased."""
    complaint = held(complaint, actor)
    require(actor.is_system or can_handle_complaint(actor, complaint) or (complaint.officer_id is None and can_triage(actor)))
    refuse_if(complaint.stage != ComplaintStage.ANSWERED, _("It is closed already, or it still waits for its answer."))
    complaint.closed_at = clock.now()
    complaint.save(update_fields=["closed_at"])
    step = move(complaint, ComplaintStage.CLOSED)
    record("complaint.closed", complaint, actor=actor, **step)
    return complaint
