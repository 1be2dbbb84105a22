"""Declarations and recusals: what somebody still has to answer, and what they may read."""
from accounts.actors import Actor
from accounts.models import User
from panels.models import Declaration, Recusal
from panels.models.declaration import of_person


def open_declarations(actor):
    """What this person was asked and has not answered, the longest waiting first."""
    return Declaration.objects.visible_to(actor).filter(user=actor.user, answered_at=None).order_by("asked_at", "pk")


def declaration_of(user, matter):
    """What this person was asked about the case, or None: not asked."""
    return Declaration.objects.visible_to(_asking()).filter(user=user, matter=matter).first()


def is_recused(user, matter):
    """Under whichever of their accounts."""
    return Recusal.objects.visible_to(_asking()).filter(of_person(user), matter=matter).exists()


def may_read(user, matter):
    """Asked, answered “none”, and not recused since."""
    declaration = declaration_of(user, matter)
    return declaration is not None and declaration.has_interest is False and not is_recused(user, matter)


def matters_open_to(actor):
    """The same for all cases at once, as a subquery of their public ids: for the `audience` of the app above."""
    declared = Declaration.objects.visible_to(actor).filter(user=actor.user, has_interest=False)
    return declared.exclude(matter__in=recused_matters(actor)).values("matter")


def recused_matters(actor):
    """The cases this person stands back from, as a subquery."""
    return Recusal.objects.visible_to(actor).filter(of_person(actor.user)).values("matter")


def person_asked(declaration):
    return User.objects.filter(pk=declaration.user_id)


def _asking():
    return Actor.system("whether somebody may read a case")
