"""The facts behind conflicts of interest, for many pairs of offering and account at once; what they mean says panels.conflicts."""
from collections import defaultdict

from django.db.models import Q

from accounts.actors import Actor
from core import clock
from panels.conflicts import ACTS_FOR, CONSULTED, EMPLOYED, OWNS, RELATED, Applicant, Tie, find_conflicts
from panels.models import Involvement, Overruling
from panels.models.involvement import business_of
from providers.models import Offering, ProviderMember
from providers.stages import Stage

DETECTING = Actor.system("whether anything ties somebody to an applicant")
OVER = (Stage.REFUSED, Stage.CLOSED)
FACTS = ("site__provider", "site__provider__public_id", "site__provider__business_number", "site__provider__name")


def conflicts_of(pairs):
    """{(offering's id, account's id): [Conflict]} in four statements, however many pairs. `pairs`: (offering's id, account)."""
    pairs = list(pairs)
    if not pairs:
        return {}
    users = {user.pk: user for _offering, user in pairs}
    applicants, ties = _applicants({offering for offering, _user in pairs}), _ties(users)
    today = clock.today()
    return {(offering, user.pk): find_conflicts(ties[user.pk], applicants[offering], today=today) for offering, user in pairs}


def conflicts_with(provider, users, offering=None):
    """{account's id: [Conflict]}: the same for one provider. `offering`: the id of the service that it is about, for its competitors; what
    else ties somebody is found without."""
    business, users = business_of(provider.business_number), {user.pk: user for user in users}
    around = _applicants({offering})[offering].competitors if offering and users else {}
    rivals = {subject: name for subject, name in around.items() if subject not in (provider.public_id, business)}
    applicant, ties = Applicant(provider.public_id, business, provider.name, competitors=rivals), _ties(users) if users else {}
    return {pk: find_conflicts(ties[pk], applicant, today=clock.today()) for pk in users}


def overrulings_of(actor, matter):
    """What managers have overruled in a case, in the order of time."""
    rows = Overruling.objects.visible_to(actor).filter(matter=matter)
    return rows.select_related("user__person", "overruled_by__person").order_by("overruled_at", "pk")


def _applicants(offerings):
    """{offering's id: Applicant}; who offers the same service in the same district is a competitor."""
    asked = list(Offering.objects.visible_to(DETECTING).filter(pk__in=offerings).values_list(
        "pk", "service_type", "site__district", *FACTS))
    theirs = Offering.objects.visible_to(DETECTING).filter(
        is_active=True, service_type__in={row[1] for row in asked}, site__district__in={row[2] for row in asked})
    theirs = theirs.exclude(site__provider__stage__in=OVER)
    there = defaultdict(dict)
    for service, district, provider, public_id, number, name in theirs.values_list("service_type", "site__district", *FACTS):
        there[service, district][provider] = {public_id: name, business_of(number): name}
    return {pk: Applicant(public_id, business_of(number), name, competitors={
        subject: other for rival, names in there[service, district].items() if rival != provider for subject, other in names.items()})
        for pk, service, district, provider, public_id, number, name in asked}


def _ties(users):
    """{account's id: [Tie]}: the ledger's lines of the person, and the providers for which any account of the person acts or acted."""
    ties, accounts = defaultdict(list), defaultdict(list)
    for user in users.values():
        if user.person_id:
            accounts[user.person_id].append(user.pk)
    ledger = Involvement.objects.visible_to(DETECTING).filter(person__in=list(accounts), kind__in=(EMPLOYED, OWNS, RELATED, CONSULTED))
    for person, kind, subject, label, from_on, to_on in ledger.values_list("person", "kind", "subject", "label", "from_on", "to_on"):
        for account in accounts[person]:
            ties[account].append(Tie(kind, subject, label, from_on, to_on))
    acting = ProviderMember.objects.visible_to(DETECTING).filter(Q(user__in=list(users)) | Q(user__person__in=list(accounts)))
    for user, person, provider, since, left in acting.values_list("user", "user__person", "provider__public_id", "joined_at", "left_at"):
        for account in accounts[person] or [user]:
            ties[account].append(Tie(ACTS_FOR, provider, from_on=_day(since), to_on=_day(left), other_account=account != user))
    return ties


def _day(moment):
    return moment and clock.seoul(moment).date()
