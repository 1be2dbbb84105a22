"""All cases that an assessor has in hand, and whether somebody else may take each of them over. As many statements for forty as for one."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.permissions import same_person
from core import clock
from evaluations.models import Assignment
from evaluations.permissions import stands_apart
from evaluations.queries.conflict import conflicts_in
from evaluations.queries.parts import CASE
from evaluations.stages import ASSIGNED_IN, UNDER_WAY
from panels.fitness import hindrances
from panels.models import PoolMember, Recusal
from providers.models import ProviderMember


@dataclass(frozen=True)
class Pair:
    """A case and who is to take it over, with every sentence that stands against it."""

    assignment: Assignment
    successor: PoolMember | None
    against: list[str]


def cases_in_hand(actor, user):
    """What this account assesses now and is not decided yet, by number."""
    rows = Assignment.objects.visible_to(actor).filter(user=user, ended_at=None, application__stage__in=UNDER_WAY)
    return rows.select_related("application", "user").order_by("application__number", "pk")


def stays(assignment):
    """What was reviewed by this person remains theirs: nobody takes it over any more."""
    return assignment.application.stage not in ASSIGNED_IN or assignment.application.reviewed_at is not None


def examine(actor, wanted):
    """[Pair] of [(assignment, member of the pool with its fitness or None)]. A reason to ask refuses here: a manager answers for each such
    case at the case itself."""
    wanted = list(wanted)
    cases = [one.application for one, _member in wanted]
    conflicts = conflicts_in((one.application, member.user) for one, member in wanted if member)
    working = _people(Assignment.objects.visible_to(CASE).filter(application__in=cases, ended_at=None), "application", "user__person")
    recused = _people(Recusal.objects.visible_to(CASE).filter(matter__in=[one.matter for one in cases]), "matter", "person")
    own = set(ProviderMember.objects.visible_to(CASE).filter(
        user__in=actor.people, left_at=None, provider__in=[one.provider_id for one in cases]).values_list("provider", flat=True))
    facts, today = (conflicts, working, recused), clock.today()
    apart = {one.pk for one in cases if stands_apart(actor, one)}
    nobody = [_("Choose who takes it over.")]
    return [Pair(one, member, _of_the_case(one, own, apart) + (_against(one, member, facts, today) if member else nobody))
            for one, member in wanted]


def _people(rows, about, person):
    """{what it is about: [(account, person)]}."""
    found = {}
    for key, user, human in rows.values_list(about, "user", person):
        found.setdefault(key, []).append((user, human))
    return found


def _of_the_case(assignment, own, apart):
    """What stands against it whoever takes it."""
    case, found = assignment.application, []
    if assignment.ended_at:
        found.append(_("This assignment has ended already."))
    if stays(assignment):
        found.append(_("The document review of this case is over."))
    if case.provider_id in own or case.pk in apart:
        found.append(_("You belong to this provider. Somebody else hands the case over."))
    return found


def _against(assignment, member, facts, today):
    conflicts, working, recused = facts
    case, user = assignment.application, member.user
    found = hindrances(member, today)
    if not user.is_active or member.left_at or same_person(user, assignment.user):
        found.append(_("This person is not in the assessor pool."))
    if assignment.is_lead and not member.may_lead:
        found.append(_("This assessor does not lead teams. Choose another lead."))
    if _is_among(user, working.get(case.pk, [])):
        found.append(_("Works on this case already."))
    if _is_among(user, recused.get(case.matter, [])):
        found.append(_("Stands back from this case."))
    tied = conflicts[case.pk, user.pk]
    found += [one.words for one in tied]
    if tied and not any(one.excludes for one in tied):
        found.append(_("A manager may assign them at the case, with a reason."))
    return found


def _is_among(user, people):
    return any(account == user.pk or (human is not None and human == user.person_id) for account, human in people)

