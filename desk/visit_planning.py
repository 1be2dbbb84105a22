"""The page on which the day of a visit is agreed, put together: who of the team is where, what is offered, what may be done."""
from django.utils.translation import get_language

from core import clock
from core.forms import filled
from desk.cases import as_typed
from evaluations import queries
from evaluations.forms.visit import DatesReasonForm, MoveVisitForm, OfferForm, VisitForm
from evaluations.permissions import can_lead_out, works_on
from evaluations.stages import Stage
from visits.models import Visit
from visits.queries import kit_of, members_of
from visits.stages import Stage as VisitStage


def planning_of(request, application, corrected=None):
    """The context of the page. `corrected`: a form that came back with something to correct."""
    actor, dates = request.actor, queries.dates_of(application)
    can_plan = application.stage == Stage.SITE_VISIT or (application.stage == Stage.DOCUMENT_REVIEW and application.reviewed_at is not None)
    forms = forms_of(request, application, dates, can_plan, corrected) if can_plan and works_on(actor, application) else {}
    agreed = queries.agreed_indicators_of(actor, application)
    return {
        "case": application, "dates": dates, "forms": forms, "can_plan": can_plan, "is_over": not can_plan,
        "team": queries.team_days(actor, application), "visit": dates.visit, "offer": dates.offer,
        "visit_team": members_of(dates.visit) if dates.visit else [],
        "remarks": against_day(actor, application, dates),
        "open_count": sum(not one.agreed for one in agreed), "agreed_count": sum(bool(one.agreed) for one in agreed),
        "may_lead_out": can_lead_out(actor, application), "is_past": is_planned(dates) and dates.to_come.starts_at <= clock.now(),
        "kit": kit_of(dates.visit, "en" if get_language() == "en" else "ko") if dates.visit else None,
    }


def against_day(actor, application, dates):
    """What speaks by now against the day that stands."""
    ahead = is_planned(dates) and dates.to_come.starts_at > clock.now()
    return queries.against(actor, application, [dates.to_come.starts_at], dates.to_come.hours) if ahead else []


def is_planned(dates):
    return dates.to_come is not None and dates.to_come.stage == VisitStage.PLANNED


def forms_of(request, application, dates, can_plan, corrected):
    """{key: form}: what may be done about the day now."""
    typed, offered = filled(request) or {}, {}

    def against(moments, hours):
        return queries.against(request.actor, application, moments, hours)

    if is_planned(dates):
        offered["move"] = MoveVisitForm, {"against": against, "hours": dates.to_come.hours, "initial": proposed(dates.to_answer)}
    elif dates.to_come is None:
        offered["visit"] = VisitForm, {"against": against, "initial": proposed(dates.none_suits) | agreed_so(dates.none_suits)}
        if not dates.waits_for_choice:
            offered["offer"] = OfferForm, {"against": against}
    if dates.to_come:
        offered["missed"] = DatesReasonForm, {"prefix": "missed"}
    if dates.waits_for_choice:
        offered["back"] = DatesReasonForm, {"prefix": "back"}
    if dates.to_answer:
        offered["decline"] = DatesReasonForm, {"prefix": "decline"}
    if dates.ended_short and application.stage == Stage.SITE_VISIT:
        offered |= {"all": (DatesReasonForm, {"prefix": "all"}), "go": (DatesReasonForm, {"prefix": "go"})}
    return {key: as_typed(kind(**facts), kind, facts, typed, corrected) for key, (kind, facts) in offered.items()}


def proposed(asked):
    """What the provider proposed first that still lies ahead."""
    ahead = [one for one in asked.proposals if one > clock.now()] if asked else []
    return {"starts_at": clock.seoul(ahead[0])} if ahead else {}


def agreed_so(refused):
    return {"agreed": Visit.Agreed.WRITING} if refused and refused.proposals else {}
