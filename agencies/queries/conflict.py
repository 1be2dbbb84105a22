"""The facts behind conflicts with agencies, for many assessors and agencies at once; what they mean says agencies.conflicts."""
from collections import defaultdict

from accounts.actors import Actor
from accounts.models import Affiliation, User
from agencies.conflicts import Kind, Tie, find_conflicts
from agencies.ledger import agency_subject
from agencies.models import AssessorPlace
from core import clock
from panels.models import Employment, Involvement, Recusal

DETECTING = Actor.system("whether anything ties an assessor to an agency")
FROM_LEDGER = {Involvement.Kind.EMPLOYED: Kind.EMPLOYED, Involvement.Kind.OWNS: Kind.EMPLOYED, Involvement.Kind.RELATED: Kind.RELATED,
               Involvement.Kind.CONSULTED: Kind.CONSULTED}


def conflicts_with(users, participations):
    """{(account's id, participation's id): [Conflict]} in six statements, however many."""
    users, rows = list(users), list(participations)
    agencies = {one.assessed_id: one.assessed for one in rows}
    ties = defaultdict(list)
    for finder in (_belonging, _employers, _ledger, _places):
        for user, agency, tie in finder(users, agencies):
            ties[user, agency].append(tie)
    stood_back = _stood_back(users, rows)
    today = clock.today()
    return {(user.pk, row.pk): find_conflicts(
        ties[user.pk, row.assessed_id] + [Tie(Kind.RECUSED)] * ((user.pk, row.public_id) in stood_back), today=today)
        for user in users for row in rows}


def conflicts_of(user, participation):
    return conflicts_with([user], [participation])[user.pk, participation.pk]


def _belonging(users, agencies):
    """Accounts of the same person count: nobody escapes by a second address."""
    accounts = {user.pk: [user.pk] for user in users}
    persons = {user.person_id: user.pk for user in users if user.person_id}
    for other, person in User.objects.filter(person__in=list(persons)).values_list("pk", "person"):
        accounts.setdefault(other, []).append(persons[person])
    for account, agency in Affiliation.objects.filter(user__in=list(accounts), agency__in=list(agencies)).values_list("user", "agency"):
        for user in accounts[account]:
            yield user, agency, Tie(Kind.MEMBER if user == account else Kind.SAME_PERSON)


def _employers(users, agencies):
    """By the employer's name as it stands in the pool: an agency has no business number here."""
    names = {_plain(name): pk for pk, one in agencies.items() for name in (one.name_ko, one.name_en)}
    rows = Employment.objects.visible_to(DETECTING).filter(member__user__in=users)
    for user, name, since, until in rows.values_list("member__user", "name", "from_on", "to_on"):
        if _plain(name) in names:
            yield user, names[_plain(name)], Tie(Kind.EMPLOYED, since, until)


def _plain(name):
    return "".join(name.split()).casefold()


def _ledger(users, agencies):
    subjects = {agency_subject(one): pk for pk, one in agencies.items()}
    persons = {user.person_id: user.pk for user in users if user.person_id}
    rows = Involvement.objects.visible_to(DETECTING).filter(person__in=list(persons), subject__in=list(subjects))
    rows = rows.filter(kind__in=list(FROM_LEDGER))
    for person, subject, kind, since, until in rows.values_list("person", "subject", "kind", "from_on", "to_on"):
        yield persons[person], subjects[subject], Tie(FROM_LEDGER[kind], since, until)


def _places(users, agencies):
    there = defaultdict(list)
    for pk, one in agencies.items():
        there[one.province_id].append(pk)
    places = AssessorPlace.objects.visible_to(DETECTING).filter(user__in=users).values_list("user", "home", "work")
    for user, home, work in places:
        for kind, province in ((Kind.HOME, home), (Kind.WORK, work)):
            yield from ((user, agency, Tie(kind)) for agency in there.get(province, ()))


def _stood_back(users, rows):
    """{(account's id, matter)}: by person."""
    persons = defaultdict(list)
    for user in users:
        persons[user.person_id or f"account {user.pk}"].append(user.pk)
    found = set()
    recusals = Recusal.objects.visible_to(DETECTING).filter(matter__in=[one.public_id for one in rows])
    for account, person, matter in recusals.values_list("user", "person", "matter"):
        found |= {(user, matter) for user in [account, *persons.get(person, ())]}
    return found
