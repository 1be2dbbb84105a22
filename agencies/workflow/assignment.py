"""Who rates which agency: the matrix confirmed, declarations asked, an interest that ends the part of whoever has it."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Consensus, IndicatorSet, Participation, RatingSheet
from agencies.permissions import can_keep_groups
from agencies.queries.conflict import conflicts_of
from agencies.queries.group import matrix_of
from agencies.workflow.consensus import settle_consensus
from agencies.workflow.group import closed, end_sheets
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from panels.workflow import answer_declaration, ask_about_many

SUBJECT, DECLARATION = "agencies.participation", "management_declaration"          # the page where one declares


@transaction.atomic
def confirm_assignment(indicator_set, *, actor):
    """Everybody of a group rates every agency of the year that nothing ties them to. Confirmed again, it follows what has changed: who came
    gets sheets, whom something ties now loses them. Each person is told once. Returns how many sheets are new."""
    indicator_set = lock(IndicatorSet.everything.get(pk=indicator_set.pk))
    require(can_keep_groups(actor))
    refuse_if(indicator_set.published_at is None, _("This set is not frozen yet."))
    matrix = matrix_of(actor, indicator_set)
    refuse_if(not any(cell.rating for _row, cells in matrix for cell in cells), _("There is nobody yet who could rate an agency."))
    made = []
    for row, cells in matrix:
        lock(row)
        for cell in cells:
            Consensus.everything.get_or_create(participation=row, area=cell.area)
            made += _confirm(row, cell, actor)
    ask_about_many([(one.user, one.participation.public_id, str(one.participation)[:200]) for one in _once_each(made)],
                   subject_type=SUBJECT, actor=actor)
    record("management.assigned", indicator_set, actor=actor, sheets=len(made))
    for member in {place.member.user_id: place.member for _row, cells in matrix for cell in cells for place in cell.rating
                   if any(one.user_id == place.member.user_id for one in made)}.values():
        notify("management.assigned", member, actor=actor, link=("rating_home",))
    return len(made)


def _once_each(sheets):
    """Whoever rates an agency in several areas is asked about it once."""
    return {(one.user_id, one.participation_id): one for one in sheets}.values()


def _confirm(row, cell, actor):
    """Sheets that are new; those of whoever is tied or has left end."""
    if Consensus.everything.filter(participation=row, area=cell.area, closed_at__isnull=False).exists():
        return []
    tied = [place.sheet.pk for place in cell.left_out if place.sheet]
    end_sheets(RatingSheet.everything.filter(pk__in=tied), _("Something ties them to the agency."), actor=actor)
    made = RatingSheet.everything.bulk_create([RatingSheet(participation=row, area=cell.area, user=place.member.user,
                                                           assigned_at=clock.now()) for place in cell.rating if place.sheet is None])
    if made or tied:
        settle_consensus(row, cell.area, actor=actor)
    return made


@transaction.atomic
def end_sheet(sheet, *, reason, actor):
    """The officer takes a sheet away; what stands on it stays unseen. Another of the group begins with a blank one."""
    participation = lock(Participation.everything.get(pk=sheet.participation_id))
    sheet = lock(sheet)
    require(can_keep_groups(actor))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(sheet.ended_at, _("This sheet has ended already."))
    refuse_if(closed(sheet), _("The consensus of this area is closed. Its ratings stay."))
    end_sheets(RatingSheet.everything.filter(pk=sheet.pk), reason.strip()[:300], actor=actor)
    settle_consensus(participation, sheet.area, actor=actor)
    return sheet


@transaction.atomic
def declare_for_rating(declaration, *, has_interest, statement, actor):
    """One's own word about an agency. With an interest every sheet of it that is not closed ends, and Central is told. What the records
    know cannot be declared away."""
    participation = lock(Participation.everything.get(public_id=declaration.matter))
    declaration = lock(declaration)
    is_news = has_interest and not declaration.has_interest
    declaration = answer_declaration(declaration, has_interest=has_interest, statement=statement, actor=actor)
    if not has_interest:
        against = conflicts_of(declaration.user, participation)
        refuse_if(against, _("The records say otherwise: %(list)s Please declare that you have an interest."),
                  list=" ".join(one.words for one in against), field="answer")
    if is_news:
        sheets = RatingSheet.everything.filter(participation=participation, user=declaration.user, ended_at=None)
        for sheet in end_sheets(sheets, _("Declared an interest."), actor=actor):
            settle_consensus(participation, sheet.area, actor=actor)
        notify("management.stood_back", participation, actor=actor, link=("desk_assessor_matrix",))
    return declaration
