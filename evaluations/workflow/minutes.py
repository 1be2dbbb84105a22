"""The minutes of a committee: who was there, who stood back, how many counted, what was decided. Signed and kept once."""
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.files import store_document
from core.sheets import Heading, Paragraph, Table, sheet_pdf
from core.signing import sign_pdf
from core.tenancy import current_agency
from core.wording import formal_day, moment_in_words
from core.workflow import lock
from evaluations.models import Decision
from panels import workflow as panels
from panels.queries import held_ballots, present_ever, seats_on, stood_back, tallies_of


@transaction.atomic
def keep_minutes(meeting, *, actor):
    """Make, sign and keep the minutes of a closed meeting. A second time finds them made."""
    meeting = lock(meeting)
    if meeting.minutes_id:
        return meeting
    panels.refuse_unless_closed(meeting)
    agency = current_agency()
    with override("ko"):
        title, blocks = _("Minutes: %(meeting)s") % {"meeting": meeting.title}, [*_opening(meeting), *_items(meeting)]
    content = sheet_pdf(title, blocks, agency=agency, date=meeting.day, language="ko", sender=meeting.body.name_ko, demo=settings.DEMO)
    file = store_document(sign_pdf(content, agency=agency), shelf=meeting.public_id, actor=actor)
    return panels.keep_minutes(meeting, file, actor=actor)


def _opening(meeting):
    here = present_ever(meeting)
    seats = [(_seated(seat), seat.get_office_display(), _("present") if seat.pk in here else _("absent"))
             for seat in seats_on(meeting.body, meeting.day)]
    return [
        Table((_("Item"), _("Contents")), (
            (_("Body"), meeting.body.name_ko), (_("Day"), formal_day(meeting.day, "ko")), (_("Place"), meeting.place),
            (_("Session opened"), moment_in_words(meeting.opened_at, "ko")),
            (_("Session closed"), moment_in_words(meeting.closed_at, "ko")),
            (_("Secretary"), str(meeting.called_by)), (_("At a tie"), meeting.body.get_casting_display()),
        ), (25, 75)),
        Heading(_("Attendance")),
        Table((_("Member"), _("Office"), _("Attendance")), tuple(seats), (50, 25, 25)),
    ]


def _seated(seat):
    if seat.stands_for_id is None:
        return str(seat.user)
    return _("%(name)s, in the place of %(holder)s") % {"name": seat.user, "holder": seat.stands_for.user}


def _items(meeting):
    """Item by item, the ballots in the order in which they were held."""
    items = list(meeting.items.order_by("position"))
    outside, held = stood_back(meeting), held_ballots(meeting)
    tallies = tallies_of([ballot for ballots in held.values() for ballot in ballots])
    for item in items:
        yield Heading(f"{item.position}. {item.subject_label}")
        if item.withdrawn_at:
            yield Paragraph(_("Taken off the agenda: %(reason)s") % {"reason": item.withdrawal_reason}, numbered=False)
            continue
        names = ", ".join(str(seat.user) for seat in outside[item.pk]) or _("nobody")
        yield Paragraph(_("Took no part: %(names)s") % {"names": names}, numbered=False)
        if item.discussion:
            yield Paragraph(_("Discussion: %(words)s") % {"words": item.discussion}, numbered=False)
        for ballot in held[item.pk]:
            yield from _ballot(ballot, tallies[ballot.pk])
        yield Paragraph(_("Result: %(result)s") % {"result": _word(item.result)}, numbered=False)


def _ballot(ballot, tally):
    if ballot.voided_at:
        yield Paragraph(_("A ballot was void: %(reason)s") % {"reason": ballot.void_reason}, numbered=False)
        return
    kind = _("Secret ballot.") if tally.is_secret else _("Open vote.")
    counted = _("Entitled to vote %(eligible)d, present %(present)d, votes cast %(voted)d.") % {
        "eligible": tally.eligible, "present": tally.present, "voted": tally.voted}
    papers = [_("Of these on paper and typed in by the secretary: %(count)d.") % {"count": tally.on_paper}] if tally.on_paper else []
    yield Paragraph(" ".join([kind, counted, *papers]), numbered=False)
    yield Paragraph(tally.sentence, numbered=False)
    if tally.shows_each_vote:
        yield Paragraph(_("All who voted chose the same. With that, how each of them voted is known, although the ballot was secret."),
                        numbered=False)
    yield Table((_("Choice"), _("Votes")), tuple((_word(choice), str(votes)) for choice, votes in tally.counts.items()), (70, 30))


def _word(code):
    """A decision in words; what belongs to another app's items stays as it is."""
    results = {"confirm": _("confirmed"), "return": _("returned"),           # of the management evaluation
               "recommend": _("recommended"), "advise_against": _("not recommended"), "postpone": _("deferred")}     # of proposals
    return str(Decision.Kind(code).label) if code in Decision.Kind.values else results.get(code, code)
