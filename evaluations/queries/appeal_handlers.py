"""Who may handle an appeal: people of the house by person, each with what they had to do with the case, which excludes them."""
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Membership, Role, User
from evaluations.models import AnnouncementItem, AppealHandler, Assignment
from panels.models import Approval, ApprovalStep, Ballot, Involvement, Recusal, RollEntry
from panels.queries import conflicts_of

LOOKING = Actor.system("who took part in a decision")
CAPABLE = (Role.OFFICER, Role.MANAGER, Role.COMMITTEE, Role.ASSESSOR)
SIGNING = 4                 # of `part_taken` the first four keep somebody from releasing and approving the answer as well
KIND, SUBJECT = "announcement", "evaluations.announcement"
Verb = ApprovalStep.Verb


@dataclass(frozen=True)
class Candidate:
    """`against`: sentences; empty for who took no part."""

    user: User
    roles: list[str]
    against: list[str] = field(default_factory=list)
    is_named: bool = False


def candidates_to_handle(appeal):
    """[Candidate] of everybody who could by their role: who took no part first. For those who name handlers."""
    roles = defaultdict(list)
    for one in capable().select_related("user__person").order_by("user__person__name", "user"):
        roles[one.user].append(one.get_role_display())
    named = set(AppealHandler.objects.visible_to(LOOKING).filter(appeal=appeal, ended_at=None).values_list("person", flat=True))
    against = reasons_against(appeal, list(roles))
    found = [Candidate(user, names, against[user.pk], user.person_id in named) for user, names in roles.items()]
    return sorted(found, key=lambda one: bool(one.against))


def capable():
    """Memberships by whose role somebody handles an appeal."""
    return Membership.objects.visible_to(LOOKING).filter(role__in=CAPABLE, ended_at=None, user__is_active=True)


def reasons_against(appeal, users):
    """{account's id: [sentence]}: assessed it, decided it, stood back from it, is tied to the provider. Persons are compared."""
    application, parts = appeal.application, part_taken(appeal)
    tied = conflicts_of((application.offering_id, user) for user in users)
    able = set(capable().filter(user__in=users).values_list("user", flat=True))
    found = {}
    for user in users:
        sentences = [sentence for sentence, persons in parts if user.person_id in persons]
        sentences += [] if user.pk in able else [_("Has no role here in which appeals are handled.")]
        sentences += [] if user.person_id else [_("It is not known who this person is: name, birth date and mobile number are missing.")]
        found[user.pk] = sentences + [one.words for one in tied[application.offering_id, user.pk]]
    return found


def part_taken(appeal):
    """[(sentence, persons)]."""
    application = appeal.application
    judged = Assignment.objects.visible_to(LOOKING).filter(application=application).values_list("user__person", flat=True)
    ledger = Involvement.objects.visible_to(LOOKING).filter(matter=application.matter)
    voted = RollEntry.objects.visible_to(LOOKING).filter(ballot__item__matter=application.matter).values_list("person", flat=True)
    stood = Recusal.objects.visible_to(LOOKING).filter(matter__in=(application.matter, appeal.matter))
    return [
        (_("Was an assessor of this case."), {*judged, *ledger.filter(kind=Involvement.Kind.ASSESSED).values_list("person", flat=True)}),
        (_("Decided this case on the committee."),
         {*voted, *ledger.filter(kind=Involvement.Kind.DECIDED).values_list("person", flat=True)}),
        (_("Released or approved the announcement of this decision."), signed(appeal.decision)),
        (_("Stands back from this case."), set(stood.values_list("person", flat=True))),
        (_("Prepared the meeting or the announcement of this decision."), prepared(appeal.decision)),
    ]


def prepared(decision):
    """The persons who drafted its announcement, called the meeting that decided it or opened a ballot there."""
    ballots = Ballot.objects.visible_to(LOOKING).filter(item=decision.item_id)
    called = ballots.values_list("opened_by__person", "item__meeting__called_by__person")
    return persons_of(_steps(decision, Verb.DRAFTED, Verb.REDRAFTED)) | {one for pair in called for one in pair if one}


def signed(decision):
    """The persons who released or approved the announcement in which a decision was told, and those for whom they acted."""
    return persons_of(_steps(decision, Verb.RELEASED, Verb.APPROVED))


def _steps(decision, *verbs):
    told = AnnouncementItem.objects.visible_to(LOOKING).filter(decision=decision).values("announcement__public_id")
    approvals = Approval.objects.visible_to(LOOKING).filter(subject_type=SUBJECT, kind=KIND, subject__in=told)
    return ApprovalStep.objects.visible_to(LOOKING).filter(approval__in=approvals, verb__in=verbs)


def persons_of(steps):
    """Who made these steps of an approval, and for whom."""
    pairs = steps.values_list("by__person", "on_behalf_of__person")
    return {person for pair in pairs for person in pair if person}


def decided_by(appeal):
    """Persons who assessed or decided the case, signed the announcement or stand back: neither release nor approve the answer, if somebody
    else can."""
    return set().union(*(persons for _sentence, persons in part_taken(appeal)[:SIGNING]))


def others_who(role, appeal, besides):
    """Whether somebody of this role is there who did not decide: accounts other than these persons'."""
    taken = decided_by(appeal) | set(besides)
    rows = Membership.objects.visible_to(LOOKING).filter(role=role, ended_at=None, user__is_active=True)
    return rows.exclude(Q(user__person__in=taken) | Q(user__person=None)).exists()


def voted_before(appeal):
    """The names of those who voted on the decision that was appealed against, for whoever prepares the new meeting."""
    voted = RollEntry.objects.visible_to(LOOKING).filter(ballot__item=appeal.decision.item_id, ballot__voided_at=None)
    return sorted(voted.values_list("person__name", flat=True)) if appeal.decision.item_id else []
