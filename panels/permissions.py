"""Who keeps the pool and the bodies, conducts a meeting, answers, recuses, drafts, releases, agrees, approves."""
from accounts.models import Role
from accounts.permissions import same_person
from panels.models import Recusal

CASE_WORKERS = (Role.OFFICER, Role.MANAGER)


def can_keep_pool(actor):
    return actor.has(*CASE_WORKERS)


def can_note_training(actor):
    """What a course that was completed means for an entry: the house's job, and nobody by hand."""
    return actor.is_system


def can_keep_entry(actor, member):
    """Employers, days away, how many cases: the assessor, and who keeps the pool."""
    return can_keep_pool(actor) or can_sign_pledge(actor, member)


def can_sign_pledge(actor, member):
    """Nobody pledges for somebody else."""
    return actor.user is not None and actor.user.pk == member.user_id


def can_overrule(actor):
    """A manager answers for it that somebody assesses although there is a reason to ask."""
    return actor.has(Role.MANAGER)


def can_keep_bodies(actor):
    return actor.has(*CASE_WORKERS, Role.ADMIN)


def can_keep_interests(actor, seat):
    """What ties a member to providers: the member, and who keeps the bodies."""
    return can_keep_bodies(actor) or (actor.user is not None and actor.user.pk == seat.user_id)


def can_conduct(actor):
    """Call a meeting, keep its agenda and its attendance, open and close its ballots; the secretary is one of them."""
    return actor.has(*CASE_WORKERS)


def can_note(actor):
    """The app above has asked whether its actor may; here somebody must stand behind it."""
    return actor.is_system or actor.user is not None


def can_ask(actor):
    return actor.is_system or actor.has(*CASE_WORKERS)


def can_answer(actor, declaration):
    """Only who was asked: nobody declares for somebody else."""
    return actor.user is not None and actor.user.pk == declaration.user_id


def can_recuse(actor, user, ground):
    """Everybody themselves, by their own will; case workers somebody else, on any ground but a declaration, which is the person's own."""
    if ground == Recusal.Ground.DECLARED:
        return False
    if actor.user is not None and same_person(actor.user, user):
        return ground == Recusal.Ground.OWN_WILL
    return actor.is_system or actor.has(*CASE_WORKERS)


def can_draft(actor):
    return actor.has(*CASE_WORKERS)


def can_release(actor):
    return actor.has(Role.MANAGER)


def can_approve(actor):
    return actor.has(Role.DIRECTOR)


def can_assent(actor):
    """An observer of the city. They see only what waits for them or is out."""
    return actor.has(Role.OBSERVER)


def can_send_back(actor):
    return actor.has(Role.MANAGER, Role.DIRECTOR)


def can_take_back(actor):
    """What is approved, while it has not been carried out: whoever approves."""
    return can_approve(actor)


def has_drafted_or_released(actor, approval):
    """Or agreed to it for the city. Who approves sees it with fresh eyes, and neither a delegate nor whom they act for gets round that."""
    before = [user for user in (approval.drafted_by, approval.released_by, approval.assented_by) if user]
    before += [step.on_behalf_of for step in approval.steps.filter(on_behalf_of__isnull=False).select_related("on_behalf_of")]
    return any(same_person(one, user) for one in actor.people for user in before)
