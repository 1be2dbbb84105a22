"""The wall between helping and judging: what keeps somebody from consulting a provider, each as a sentence."""
from collections import defaultdict

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Membership, Role
from aftercare.models import MonitoringMember, SanctionHandler
from aftercare.queries.ties import ties_to
from aftercare.sanction_stages import BEFORE_DECISION
from aftercare.sanction_stages import OPEN_APPEAL as OPEN_SANCTION_APPEAL
from aftercare.watching_stages import MonitoringStage
from core import clock
from core.calendar import months_before
from core.wording import day_in_words
from evaluations.models import AppealHandler, Application, Assignment
from evaluations.stages import OPEN_APPEAL, UNDER_WAY, Stage
from panels.conflicts import MONTHS_AFTER_CONSULTING, Kind
from panels.models import AgendaItem, Involvement, Seat
from panels.models.body import opens_on

DETECTING = Actor.system("whether somebody judges whom they are to help")
OPEN_CASE = (*UNDER_WAY, Stage.DECIDED, Stage.DEFERRED)
JUDGES = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR)
JUDGED = {Involvement.Kind.ASSESSED: lambda: _("Assessed this provider (%(day)s)."),
          Involvement.Kind.DECIDED: lambda: _("Took part in a decision about this provider (%(day)s).")}


def bars_of(certificate, users):
    """{account's id: [sentence]}: why each of them may not consult the provider of this certificate. Nothing: they may."""
    found = defaultdict(list)
    for look in (_without_a_name, _who_judged, _who_judges_now, _who_works_at_the_desk, _who_is_tied):
        for user, sentence in look(certificate, users):
            if sentence not in found[user.pk]:
                found[user.pk].append(sentence)
    return found


def _without_a_name(_certificate, users):
    return [(user, _("Has not entered a name and date of birth yet.")) for user in users if user.person_id is None]


def _who_judged(certificate, users):
    """By the ledger, within the months that also lie between consulting and assessing."""
    since = clock.day_start(months_before(clock.today(), MONTHS_AFTER_CONSULTING))
    rows = Involvement.objects.visible_to(DETECTING).filter(
        subject=certificate.provider.public_id, kind__in=JUDGED, noted_at__gte=since, person__in=[one.person_id for one in users])
    judged = defaultdict(list)
    for person, kind, noted_at in rows.order_by("noted_at").values_list("person", "kind", "noted_at"):
        judged[person].append(JUDGED[kind]() % {"day": day_in_words(noted_at)})
    return [(user, sentence) for user in users for sentence in judged[user.person_id]]


def _who_judges_now(certificate, users):
    """Of a case that is open: its assessors, whoever sits in the committee that has it on its agenda, whoever handles an appeal. After the
    certification: whoever handles a sanction or the appeal against it, whoever is named for a monitoring visit."""
    cases = Application.objects.visible_to(DETECTING).filter(provider=certificate.provider_id, stage__in=OPEN_CASE)
    assigned = Assignment.objects.visible_to(DETECTING).filter(application__in=cases, ended_at=None)
    on_agenda = AgendaItem.objects.visible_to(DETECTING).filter(matter__in=cases.values("public_id"), withdrawn_at=None)
    seats = Seat.objects.visible_to(DETECTING).filter(opens_on(clock.today()), body__in=on_agenda.values("meeting__body"))
    handling = AppealHandler.objects.visible_to(DETECTING).filter(
        ended_at=None, appeal__stage__in=OPEN_APPEAL, appeal__application__provider=certificate.provider_id)
    for rows, sentence in ((assigned, _("Assesses an open case of this provider.")),
                           (seats, _("Decides on an open case of this provider.")),
                           (handling, _("Handles an appeal of this provider.")), *_who_watches(certificate)):
        yield from [(user, sentence) for user in _among(users, rows)]


def _who_watches(certificate):
    """[(rows with an account, sentence)]."""
    about = Q(appeal=None, sanction__stage__in=BEFORE_DECISION) | Q(appeal__stage__in=OPEN_SANCTION_APPEAL)
    handling = SanctionHandler.objects.visible_to(DETECTING).filter(about, ended_at=None, sanction__provider=certificate.provider_id)
    going = MonitoringMember.objects.visible_to(DETECTING).filter(
        ended_at=None, monitoring__stage=MonitoringStage.PLANNED, monitoring__provider=certificate.provider_id)
    return ((handling, _("Handles a sanction of this provider.")), (going, _("Goes to a monitoring visit of this provider.")))


def _among(users, rows):
    """Those of them whose account, or another account of whose person, stands in these rows."""
    people = [user.person_id for user in users if user.person_id]
    found = list(rows.filter(Q(user__in=users) | Q(user__person__in=people)).values_list("user", "user__person"))
    accounts, persons = {user for user, _person in found}, {person for _user, person in found if person}
    return [user for user in users if user.pk in accounts or user.person_id in persons]


def _who_works_at_the_desk(_certificate, users):
    rows = Membership.objects.visible_to(DETECTING).filter(role__in=JUDGES, ended_at=None)
    return [(user, _("Works on cases at the agency.")) for user in _among(users, rows)]


def _who_is_tied(certificate, users):
    """Whatever the ledger says, but that they have consulted it before: that is no hindrance to helping once more."""
    found = ties_to(certificate, users)
    return [(user, one.words) for user in users for one in found[user.pk] if one.kind != Kind.CONSULTED]
