"""Named reads about the day of a visit: what is offered, what is asked for, who is where on which day."""
from collections import defaultdict
from datetime import timedelta

from accounts.actors import Actor
from core import clock
from visits.models import DayRequest, KitPaper, Offer, OfferedDate, Visit, VisitMember
from visits.queries.visit import OWN_PAGE, team_of
from visits.stages import ENDED, OfferStage, RequestStage, Stage

OF_SUBJECT = Actor.system("the dates of what one already reads")


def offer_of(subject_type, subject):
    """The latest offer of dates about this row of an app above, or None. For whoever already reads that row."""
    offers = Offer.objects.visible_to(OF_SUBJECT).filter(subject_type=subject_type, subject=subject)
    return offers.order_by("-offered_at", "-pk").first()


def offered_dates(offer):
    """[OfferedDate], the earliest first."""
    return list(OfferedDate.objects.visible_to(OF_SUBJECT).filter(offer=offer).select_related("offer").order_by("starts_at"))


def request_of(visit):
    """The latest request for another day, or None. For whoever already reads the visit."""
    return DayRequest.objects.visible_to(OWN_PAGE).filter(visit=visit).order_by("-asked_at", "-pk").first()


def open_offers(subject):
    """Those that still wait for an answer, about the outer query's row. `subject`: an OuterRef to its public id."""
    return Offer.objects.visible_to(OF_SUBJECT).filter(subject=subject, stage=OfferStage.OPEN)


def requests_to_answer(subject):
    """Requests for another day that wait, about the outer query's row."""
    return DayRequest.objects.visible_to(OF_SUBJECT).filter(visit__subject=subject, stage=RequestStage.OPEN)


def dates_offered_between(since, until, *, besides):
    """[(subject, moment, hours)] of offers that still wait, about other rows than `besides`."""
    rows = OfferedDate.objects.visible_to(OF_SUBJECT).filter(offer__stage=OfferStage.OPEN, starts_at__gte=since, starts_at__lt=until)
    return list(rows.exclude(offer__subject=besides).order_by("starts_at", "pk").values_list("offer__subject", "starts_at", "offer__hours"))


def visits_of_people(actor, users, since, until, *, besides=None):
    """{account's id: [Visit]}: what is planned or under way between the moments for those in its team, the earliest first."""
    rows = VisitMember.objects.visible_to(actor).filter(
        user__in=users, ended_at=None, visit__starts_at__gte=since - timedelta(hours=12), visit__starts_at__lt=until)
    rows = rows.exclude(visit__stage__in=ENDED).exclude(visit__subject=besides)
    found = defaultdict(list)
    for member in rows.select_related("visit").order_by("visit__starts_at", "pk"):
        found[member.user_id].append(member.visit)
    return found


def kit_of(visit, language):
    """Its paper in this language, made or still to be made; or None."""
    return KitPaper.objects.visible_to(OWN_PAGE).filter(visit=visit, language=language).select_related("file").first()


def team_still_to_go(visit):
    """Whom to remind: the team, as long as the visit has neither begun nor ended."""
    return team_of(visit) if visit.stage == Stage.PLANNED and visit.starts_at > clock.now() else ()


def is_planned(subject):
    """Whether a visit about this row is still to come."""
    return Visit.objects.visible_to(OF_SUBJECT).filter(subject=subject, stage=Stage.PLANNED, starts_at__gt=clock.now()).exists()

