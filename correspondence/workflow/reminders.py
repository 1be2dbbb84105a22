"""Reminding of open deadlines: each rung of a ladder once, however many workers or beats there are."""
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import clock
from core.audit import record_many
from core.wording import day_in_words
from core.workflow import lock, record, require
from correspondence.events import LANGUAGES, find_kind
from correspondence.ladder import comes_too_late, is_due, rungs_due
from correspondence.models import Deadline, Reminder
from correspondence.queries import closing_days, reminds_on, subject_of, subjects_of
from correspondence.workflow.notices import notify


@transaction.atomic
def send_rung(deadline, rung, *, actor):
    """Remind its people. What was sent stays sent, also if the last day moves; what is closed reminds nobody. Returns whether it did."""
    deadline = lock(deadline)                       # so that of two beats one finds what the other has sent
    require(actor.is_system)
    if deadline.closed_at or rung not in deadline.ladder or not is_due(deadline, rung, closing_days()):
        return False
    kind, subject = find_kind(deadline.kind), subject_of(deadline)
    if deadline.reminders.filter(rung=rung).exists() or _comes_too_late(deadline, rung) or kind.is_over_for(subject):
        return False
    Reminder.everything.create(deadline=deadline, rung=rung, sent_at=clock.now())
    record("deadline.reminded", deadline, actor=actor, kind=deadline.kind, rung=rung)
    _settle([deadline])
    link = (kind.page, subject.public_id) if kind.page and subject else None
    if kind.near and subject:
        notify(kind.near, subject, actor=actor, link=link, last_day=deadline.last_day)
    else:
        notify("deadline.over" if deadline.is_over else "deadline.near", deadline, actor=actor, last_day=deadline.last_day, link=link)
    return True


def _comes_too_late(deadline, rung):
    return bool(find_kind(deadline.kind).near) and comes_too_late(deadline, rung, closing_days())


@transaction.atomic
def send_together(deadlines, *, actor):
    """Everything that is due of these, which their kinds bring together: one message for those who share it, and one to whoever is told
    of what stays undone. Each rung stands for itself: written down once. Returns how many."""
    require(actor.is_system)
    rows = _locked(deadlines)
    subjects = subjects_of(rows)
    rows = [one for one in rows if not find_kind(one.kind).is_over_for(subjects[one.pk])]
    sent, closed = _sent(rows), closing_days()
    due = [(one, rung) for one in rows for rung in rungs_due(one, closed) if rung not in sent[one.pk]]
    Reminder.everything.bulk_create(Reminder(deadline=one, rung=rung, sent_at=clock.now()) for one, rung in due)
    record_many("deadline.reminded", [(one, {"kind": one.kind, "rung": rung}) for one, rung in due], actor=actor)
    _settle(rows)
    _tell(due, subjects, actor)
    return len(due)


def _tell(due, subjects, actor):
    """One message for each group of deadlines, in the order of their last days."""
    rows = sorted({one.pk: one for one, _rung in due}.values(), key=lambda one: (one.due_at, one.pk))
    last = {one.pk for one, rung in due if rung == max(one.ladder) > 0}
    groups, undone = {}, {}
    for one in rows:
        kind, subject = find_kind(one.kind), subjects.get(one.pk)
        if subject is not None:
            groups.setdefault((kind.name, getattr(subject, kind.together)), []).append((one, subject))
            if kind.escalation and one.pk in last:
                undone.setdefault((kind.name, kind.apart and getattr(subject, kind.apart)), []).append((one, subject))
    for (kind, _shared), told in groups.items():
        _tell_of("deadline.several", told, find_kind(kind).list_page, actor)
    for (kind, _apart), told in undone.items():
        _tell_of("deadline.escalated", told, find_kind(kind).desk_page, actor)


def _tell_of(event, told, page, actor):
    words = {language: _words(told, language) for language in LANGUAGES}
    notify(event, told[0][0], actor=actor, link=(page,) if page else None,
           headline={language: head for language, (head, _lines) in words.items()},
           lines={language: lines for language, (_head, lines) in words.items()})


def _words(told, language):
    """(what it is about in a line, a line for each) in that language; numbers and days, no names."""
    with translation.override(language):
        lines = []
        for deadline, subject in told:
            day = day_in_words(deadline.last_day, language)
            lines.append((_("%(what)s: was due on %(day)s") if deadline.is_over else _("%(what)s: by %(day)s")) % {
                "what": subject.in_full, "day": day})
        more = len(lines) - 1
        head = ngettext("%(first)s and %(count)d more", "%(first)s and %(count)d more", more) % {
            "first": lines[0], "count": more} if more else lines[0]
        return head, "\n".join(f"- {line}" for line in lines)


@transaction.atomic
def settle_days(deadlines, *, actor):
    """See again on which day each is to be reminded of next: a holiday, a closing day or the clock may have changed. Returns how many
    have another day now."""
    require(actor.is_system)
    return _settle(_locked(deadlines))


def _locked(deadlines):
    """Those that are still open, ours until the transaction ends: of two beats one finds what the other has sent."""
    rows = Deadline.everything.filter(pk__in=[one.pk for one in deadlines], closed_at=None)
    return list(rows.order_by("pk").select_for_update(no_key=True))


def _settle(rows):
    """The day of the next rung, where it is another one."""
    sent, closed, changed = _sent(rows), closing_days(), []
    for one in rows:
        on = reminds_on(one, sent[one.pk], closed)
        if on != one.remind_on:
            one.remind_on = on
            changed.append(one)
    Deadline.everything.bulk_update(changed, ["remind_on"])
    return len(changed)


def _sent(rows):
    found = {one.pk: set() for one in rows}
    for deadline, rung in Reminder.everything.filter(deadline__in=list(found)).values_list("deadline", "rung"):
        found[deadline].add(rung)
    return found
