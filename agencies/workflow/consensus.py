"""The group looks at its ratings together: each may revise their own with a reason, wide differences are discussed, then it is closed."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Consensus, Discussion, ManagementRating, Participation, RatingSheet
from agencies.models.rating import AT_LEAST
from agencies.permissions import can_close_consensus, can_rate
from agencies.workflow.scale import refuse_off_scale
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify


def sheets_of(participation, area):
    return RatingSheet.everything.filter(participation=participation, area=area, ended_at=None)


def all_are_in(participation, area):
    """Whether two at least rate it and each has handed in."""
    sheets = list(sheets_of(participation, area))
    return len(sheets) >= AT_LEAST and all(one.handed_in_at for one in sheets)


def settle_consensus(participation, area, *, actor):
    """Opened with the last sheet, with the spread of every indicator as it then is; shut again while somebody new has still to hand in.
    For those who hold the participation."""
    consensus, _is_new = Consensus.everything.get_or_create(participation=participation, area=area)
    is_in = all_are_in(participation, area)
    if consensus.closed_at or not (is_in or consensus.opened_at):
        return consensus
    was, consensus.opened_at = consensus.opened_at, clock.now() if is_in else None
    consensus.save(update_fields=["opened_at"])
    if is_in:
        _note_spreads(consensus)
    if is_in and not was:
        record("management.ratings_in", consensus, actor=actor)
        notify("management.ratings_in", consensus, actor=actor, link=("rating_consensus", consensus.public_id))
    return consensus


def _note_spreads(consensus):
    """What was discussed before stays beside its indicator."""
    for indicator, given in given_of(consensus, "first").items():
        Discussion.everything.update_or_create(
            consensus=consensus, indicator_id=indicator,
            defaults={"participation": consensus.participation, "area": consensus.area, "spread": max(given) - min(given)})


def given_of(consensus, name):
    """{indicator's id: [rating]} as they were given alone (`first`) or stand now (`final`)."""
    rows = ManagementRating.everything.filter(sheet__in=sheets_of(consensus.participation_id, consensus.area_id)).order_by("pk")
    found: dict = {}
    for indicator, given in rows.values_list("indicator", name):
        found.setdefault(indicator, []).append(given)
    return found


def lock_consensus(consensus):
    """The row, and the participation first."""
    lock(Participation.everything.get(pk=consensus.participation_id))
    return lock(consensus)


def refuse_not_open(consensus):
    refuse_if(not all_are_in(consensus.participation_id, consensus.area_id),
              _("Not everybody has handed in their ratings. The consensus begins when all of the area are in."))
    refuse_if(consensus.closed_at, _("This consensus is closed already. Its ratings stay."))


@transaction.atomic
def revise_rating(rating, *, final, reason, actor):
    """One's own, after the discussion, with its reason; both stay. As it was at first again, it needs none."""
    sheet = RatingSheet.everything.select_related("participation__indicator_set").get(pk=rating.sheet_id)
    consensus = lock_consensus(Consensus.everything.get(participation=sheet.participation_id, area=sheet.area_id))
    row = lock(rating)
    require(can_rate(actor, sheet))
    refuse_not_open(consensus)
    refuse_if(final is None, _("Write your rating."), field="final")
    refuse_off_scale(sheet.participation.indicator_set, final, field="final")
    refuse_if(final != row.first and not reason.strip(), _("Please write why your rating changes."), field="reason")
    row.final, row.final_reason = final, reason.strip() if final != row.first else ""
    row.save(update_fields=["final", "final_reason"])
    record("management.rating_revised", sheet, actor=actor, indicator=row.indicator_id, changed=final != row.first)
    return row


@transaction.atomic
def note_discussion(discussion, *, note, actor):
    """What was said about an indicator, by who leads the group or Central's officer."""
    consensus = lock_consensus(discussion.consensus)
    discussion = lock(discussion)
    require(can_close_consensus(actor, consensus))
    refuse_not_open(consensus)
    refuse_if(not note.strip(), _("Write what was discussed."), field="note")
    discussion.note, discussion.written_by, discussion.written_at = note.strip(), actor.user, clock.now()
    discussion.save(update_fields=["note", "written_by", "written_at"])
    record("management.discussed", discussion, actor=actor, indicator=discussion.indicator_id)
    return discussion


@transaction.atomic
def close_consensus(consensus, *, actor):
    """From now on nothing of these ratings changes, and they count."""
    consensus = lock_consensus(consensus)
    require(can_close_consensus(actor, consensus))
    refuse_not_open(consensus)
    limit, now = consensus.participation.indicator_set.discuss_over, given_of(consensus, "final")
    rows = Discussion.everything.filter(consensus=consensus).select_related("indicator").order_by("indicator__position")
    silent = [row.indicator.code for row in rows
              if not row.note and max(row.spread, max(now[row.indicator_id]) - min(now[row.indicator_id])) > limit]
    refuse_if(silent, _("Ratings more than %(limit)s apart have to be discussed first. Write what was said about: %(list)s"),
              limit=limit, list=", ".join(silent))
    consensus.closed_at, consensus.closed_by = clock.now(), actor.user
    consensus.save(update_fields=["closed_at", "closed_by"])
    record("management.consensus_closed", consensus, actor=actor)
    notify("management.consensus_closed", consensus, actor=actor, link=("desk_rating_progress",))
    return consensus
