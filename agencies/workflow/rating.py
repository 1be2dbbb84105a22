"""Independent ratings: a sheet begun, written while one thinks, handed in for good; then looked at together."""
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from agencies.ledger import AGENCY, agency_subject
from agencies.models import ManagementRating, Participation, RatingSheet
from agencies.permissions import can_rate
from agencies.queries.group import judged_indicators
from agencies.workflow.consensus import settle_consensus
from agencies.workflow.scale import refuse_off_scale
from core import clock
from core.versions import keep_words
from core.workflow import lock, record, refuse_if, require
from panels.models import Involvement
from panels.workflow import note_involvement


@transaction.atomic
def begin_sheet(sheet, *, actor):
    """The assessor opens the agency's report in an area for the first time: a blank rating for each indicator."""
    sheet = lock(sheet)
    require(can_rate(actor, sheet))
    if sheet.begun_at:
        return sheet
    sheet.begun_at = clock.now()
    sheet.save(update_fields=["begun_at"])
    judged = judged_indicators(actor, sheet.participation.indicator_set).filter(area=sheet.area_id)
    ManagementRating.everything.bulk_create(ManagementRating(sheet=sheet, indicator=one) for one in judged)
    record("management.rating_begun", sheet, actor=actor)
    return sheet


@transaction.atomic
def save_rating(rating, *, first, comment, base_version, actor):
    """One's own rating of one indicator, however incomplete. No lock: handing in makes every page older. Returns Kept."""
    sheet = rating.sheet
    require(can_rate(actor, sheet))
    refuse_if(sheet.handed_in_at, _("This sheet has been handed in and can no longer be changed."))
    refuse_off_scale(sheet.participation.indicator_set, first, field="first")
    kept = keep_words(rating, {"first": first, "comment": comment.strip()}, base_version=base_version, saved_at=clock.now())
    if kept.is_new:
        record("management.rated", sheet, actor=actor, indicator=rating.indicator_id, version=kept.row.version)
    elif kept.row is not rating:
        refuse_if(RatingSheet.everything.filter(pk=sheet.pk, handed_in_at__isnull=False).exists(),
                  _("This sheet has been handed in and can no longer be changed."))
    return kept


@transaction.atomic
def hand_in_sheet(sheet, *, actor):
    """For good. With the last one of an area its consensus opens; the ledger knows from now on who has assessed this agency."""
    participation = lock(Participation.everything.get(pk=sheet.participation_id))       # so that of two last ones one sees the other
    sheet = lock(sheet)
    require(can_rate(actor, sheet))
    refuse_if(sheet.handed_in_at, _("This sheet has been handed in already."))
    refuse_if(sheet.begun_at is None, _("This sheet has not been begun."))
    sheet.ratings.update(version=F("version") + 1)              # a page that saves now is an older one: it is told
    rows = list(sheet.ratings.select_related("indicator").order_by("indicator__position"))
    open_codes = [row.indicator.code for row in rows if not row.is_complete]
    refuse_if(open_codes, _("Still to rate, or without a comment: %(list)s"), list=", ".join(open_codes))
    for row in rows:
        refuse_off_scale(participation.indicator_set, row.first, field=None)
    sheet.ratings.update(final=F("first"), final_reason="")
    sheet.handed_in_at = clock.now()
    sheet.save(update_fields=["handed_in_at"])
    note_involvement(actor.user.person, subject_type=AGENCY, subject=agency_subject(participation.assessed),
                     kind=Involvement.Kind.ASSESSED, matter=participation.public_id, actor=actor)
    record("management.rating_in", sheet, actor=actor)
    settle_consensus(participation, sheet.area, actor=actor)
    return sheet
