"""Who may propose about a sanction or its appeal: people of the house by person, each with what they had to do with it."""
from collections import defaultdict

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Membership
from aftercare.models import Sanction, SanctionHandler
from aftercare.queries.ties import ties_to
from aftercare.sanction_approvals import approval_of_decision
from evaluations.models import Application, Assignment
from evaluations.queries.appeal_handlers import Candidate, capable, persons_of
from panels.models import Involvement, Recusal

LOOKING = Actor.system("who took part in a sanction")


def candidates_for(row):
    """[Candidate] of everybody who could by their role, who took no part first. `row`: a sanction, or an appeal against one."""
    roles = defaultdict(list)
    for one in capable().select_related("user__person").order_by("user__person__name", "user"):
        roles[one.user].append(one.get_role_display())
    about = {"sanction": row, "appeal": None} if isinstance(row, Sanction) else {"appeal": row}
    named = set(SanctionHandler.objects.visible_to(LOOKING).filter(ended_at=None, **about).values_list("person", flat=True))
    against = reasons_against(row, list(roles))
    found = [Candidate(user, names, against[user.pk], user.person_id in named) for user, names in roles.items()]
    return sorted(found, key=lambda one: bool(one.against))


def reasons_against(row, users):
    """{account's id: [sentence]}. Persons are compared, not accounts."""
    parts, tied = part_taken(row), ties(row, users)
    able = set(capable().filter(user__in=users).values_list("user", flat=True))
    found = {}
    for user in users:
        sentences = [sentence for sentence, persons in parts if user.person_id in persons]
        sentences += [] if user.pk in able else [_("Has no role here in which sanctions are handled.")]
        sentences += [] if user.person_id else [_("It is not known who this person is: name, birth date and mobile number are missing.")]
        found[user.pk] = sentences + tied[user.pk]
    return found


def ties(row, users):
    """{account's id: [sentence]}: what ties them to the provider, consulting included."""
    sanction = row if isinstance(row, Sanction) else row.sanction
    return {pk: [one.words for one in conflicts] for pk, conflicts in ties_to(sanction.certificate, users).items()}


def part_taken(row):
    """[(sentence, persons)]: of the sanction, and for an appeal of the decision as well."""
    sanction = row if isinstance(row, Sanction) else row.sanction
    ledger = Involvement.objects.visible_to(LOOKING)
    kinds, theirs = Involvement.Kind, {"subject": sanction.provider.public_id}
    case, matter = sanction.certificate.matter, sanction.matter
    assigned = Assignment.objects.visible_to(LOOKING).filter(
        application__in=Application.objects.visible_to(LOOKING).filter(public_id=case)).values_list("user__person", flat=True)
    assessed = {*assigned, *ledger.filter(kind=kinds.ASSESSED, matter=case).values_list("person", flat=True)} if case else set()
    stood = Recusal.objects.visible_to(LOOKING).filter(matter__in=[one for one in (case, matter, row.matter) if one])
    found = [
        (_("Drafted this sanction, sent its notice or noted its hearing."), prepared(sanction)),
        (_("Was an assessor of the case from which the certificate came."), assessed),
        (_("Has consulted the provider."), set(ledger.filter(kind=kinds.CONSULTED, **theirs).values_list("person", flat=True))),
        (_("Stands back from this matter."), set(stood.values_list("person", flat=True)))]
    if row is not sanction:
        found.append((_("Proposed, drafted, released or approved the decision."), decided_by(sanction)))
    return found


def prepared(sanction):
    """The persons who brought it so far."""
    users = (sanction.drafted_by, sanction.noticed_by, sanction.urgent_by, sanction.heard_by)
    return {user.person_id for user in users if user and user.person_id}


def decided_by(sanction):
    """Who proposed about it and whoever signed the decision, and for whom they acted."""
    voted = Involvement.objects.visible_to(LOOKING).filter(matter=sanction.matter, kind=Involvement.Kind.DECIDED)
    approval = approval_of_decision(sanction)
    return {*voted.values_list("person", flat=True), *(persons_of(approval.steps.all()) if approval else ())}


def handled(row):
    """The persons who handle it now, or did."""
    about = {"sanction": row, "appeal": None} if isinstance(row, Sanction) else {"appeal": row}
    return set(SanctionHandler.objects.visible_to(LOOKING).filter(**about).values_list("person", flat=True))


def others_of(role, taken):
    """Whether somebody of this role is none of these persons."""
    rows = Membership.objects.visible_to(LOOKING).filter(role=role, ended_at=None, user__is_active=True)
    return rows.exclude(user__person__in=taken).exclude(user__person=None).exists()
