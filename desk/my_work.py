"""An assessor's or a consultant's own work over all agencies: what waits, where it leads. One `within` for each agency; nobody reads
across them."""
from dataclasses import dataclass

from django.urls import reverse

from accounts.actors import Actor
from accounts.models import Agency, Role
from accounts.queries import agencies_of
from aftercare.models import Consultation
from aftercare.queries import monitorings_to_declare, my_consultations
from aftercare.queries.sanction import asked_about, to_handle
from agencies.permissions import at_central
from agencies.queries.case_call import sheets_to_fill
from agencies.queries.rating import my_sheets, ratings_to_declare
from core.addresses import at_home_of
from core.tenancy import within
from evaluations.queries import appeals_to_handle, checks_to_answer, declarations_to_answer, my_cases
from visits.queries import my_visits
from visits.stages import ENDED

AT_MOST = 50


@dataclass(frozen=True)
class Task:
    kind: str               # declare, review, rate, judge, answer, appeal, sanction, visit, asked or consult
    label: str
    address: str
    at: object = None       # when it was asked, or when the visit begins


@dataclass(frozen=True)
class Work:
    agency: Agency
    tasks: list[Task]
    start: str


def work_over_all(user):
    """[Work] of the agencies that stand open and where this account is an assessor or a consultant."""
    found = []
    for agency in agencies_of(user):
        if agency.is_closed:
            continue
        with within(agency), at_home_of(agency):
            actor = Actor.of(user)
            assesses, consults = actor.has(Role.ASSESSOR), actor.has(Role.CONSULTANT)
            if assesses or consults:
                tasks = (_tasks(actor) if assesses else []) + (_consulting(actor) if consults else [])
                found.append(Work(agency, tasks, reverse("assess_home" if assesses else "consult_home")))
    return found


def _tasks(actor):
    """What is to be declared, judged, visited; addresses are taken while the agency is at hand."""
    tasks = [Task("declare", one.subject_label, reverse("declaration", args=[one.public_id]), one.asked_at)
             for one in declarations_to_answer(actor)[:AT_MOST]]
    tasks += [Task("declare", one.subject_label, reverse("monitoring_declaration", args=[one.public_id]), one.asked_at)
              for one in monitorings_to_declare(actor)[:AT_MOST]]
    tasks += _of_sanctions(actor) + _of_agencies(actor)
    tasks += [Task("review", str(one.application), reverse("assess_case", args=[one.application.public_id]))
              for one in my_cases(actor).filter(application__reviewed_at=None)[:AT_MOST] if not one.handed_in_at]
    tasks += [Task("answer", str(one.application), reverse("assess_facts", args=[one.application.public_id]), one.handed_in_at)
              for one in checks_to_answer(actor).filter(is_mine=True)[:AT_MOST]]
    tasks += [Task("appeal", str(one.appeal), reverse("assess_appeal", args=[one.appeal.public_id]), one.named_at)
              for one in appeals_to_handle(actor)[:AT_MOST] if not one.handed_in_at]
    return tasks + [Task("visit", one.subject_label, reverse("visit", args=[one.public_id]), one.starts_at)
                    for one in my_visits(actor).exclude(stage__in=ENDED)[:AT_MOST]]


def _of_agencies(actor):
    """Agencies to declare about and to rate: at Central."""
    if not at_central():
        return []
    declares = [Task("declare", one.subject_label, reverse("management_declaration", args=[one.public_id]), one.asked_at)
                for one in ratings_to_declare(actor)[:AT_MOST]]
    judges = [Task("judge", str(one.nomination), reverse("case_sheet", args=[one.public_id])) for one in sheets_to_fill(actor)[:AT_MOST]]
    return declares + judges + [Task("rate", f"{one.participation}, {one.area.name}", reverse("rating_sheet", args=[one.public_id]))
                       for one in my_sheets(actor).filter(handed_in_at=None)[:AT_MOST]]


def _of_sanctions(actor):
    """What is to be declared about a sanction or an appeal against one; then the opinion, and by who leads the proposal."""
    places = to_handle(actor)[:AT_MOST]
    asked = asked_about(actor, places)
    declares = [Task("declare", one.subject_label, reverse("sanction_declaration", args=[one.public_id]), one.asked_at)
                for one in asked.values()]
    return declares + [Task("sanction", str(row), reverse("handle_sanction", args=[one.sanction.public_id]), one.named_at)
                       for one in places if (row := one.appeal or one.sanction).matter not in asked
                       and (not one.handed_in_at or (one.is_lead and row.opinions_at))]


def _consulting(actor):
    """Consultations that this person was asked for, or that are under way, with the next visit."""
    kinds = {Consultation.Stage.CHOSEN: "asked", Consultation.Stage.AGREED: "consult"}
    rows = my_consultations(actor).filter(stage__in=kinds).order_by("next_at", "begun_at", "pk")
    return [Task(kinds[one.stage], f"{one.number} {one.provider_name}", reverse("consult_case", args=[one.public_id]), one.next_at)
            for one in rows[:AT_MOST]]
