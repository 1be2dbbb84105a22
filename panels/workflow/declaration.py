"""Asking for a declaration, answering it, and standing back from a case."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.audit import record_many
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from panels.models import Declaration, Recusal
from panels.permissions import can_answer, can_ask, can_recuse
from panels.workflow.ballot import lock_items_of, void_ballots_of


@transaction.atomic
def ask_declaration(user, *, subject_type, matter, label, actor, page=None):
    """Ask whether this person has an interest in the case, once: before that no file opens and no vote counts."""
    require(can_ask(actor))
    return ask(user, subject_type=subject_type, matter=matter, label=label, actor=actor, page=page)


def ask_about_many(asked, *, subject_type, actor):
    """[(account, matter, label)]: the same for many cases at once; the caller tells each person once. For those who have asked whether the
    actor may."""
    known = set(Declaration.everything.filter(user__in=[one[0] for one in asked], matter__in=[one[1] for one in asked])
                .values_list("user", "matter"))
    made = Declaration.everything.bulk_create([
        Declaration(user=user, matter=matter, subject_type=subject_type, subject_label=label, asked_at=clock.now())
        for user, matter, label in asked if (user.pk, matter) not in known])
    record_many("declaration.asked", [(one, {"account": one.user_id, "matter": one.matter}) for one in made], actor=actor)


def ask(user, *, subject_type, matter, label, actor, page):
    """For those who have asked whether the actor may: whoever puts the case on an agenda, or gives a seat."""
    declaration, is_new = Declaration.everything.get_or_create(user=user, matter=matter, defaults={
        "subject_type": subject_type, "subject_label": label, "asked_at": clock.now()})
    if is_new:
        record("declaration.asked", declaration, actor=actor, account=user.pk, matter=matter)
        notify("declaration.asked", declaration, actor=actor, link=(page, declaration.public_id) if page else None)
    return declaration


@transaction.atomic
def ask_anew(matter, *, label, actor, page=None):
    """What it is about has passed to somebody else: that nothing ties one to it was said of another, and is asked again. An interest stays
    one, and who stands back stands back. Returns whom it was asked."""
    require(can_ask(actor))
    rows = list(Declaration.everything.filter(matter=matter, has_interest=False).order_by("pk").select_for_update(no_key=True))
    for one in rows:
        one.subject_label, one.asked_at, one.answered_at, one.has_interest = label[:200], clock.now(), None, None
        one.save(update_fields=["subject_label", "asked_at", "answered_at", "has_interest"])
        record("declaration.asked_anew", one, actor=actor, account=one.user_id, matter=matter)
        notify("declaration.asked", one, actor=actor, link=(page, one.public_id) if page else None)
    Declaration.everything.filter(matter=matter, answered_at=None).update(subject_label=label[:200])
    return [one.user for one in rows]


@transaction.atomic
def answer_declaration(declaration, *, has_interest, actor, statement=""):
    """“None” may later become an interest, an interest never “none”. With an interest the person stands back at once."""
    declaration, statement = lock(declaration), statement.strip()
    require(can_answer(actor, declaration))
    if declaration.has_interest == has_interest:
        return declaration                                  # a second click
    refuse_if(declaration.has_interest, _("You have declared an interest in this case. That can no longer be taken back."))
    refuse_if(has_interest and not statement, _("Please write what your interest is."), field="statement")
    declaration.answered_at, declaration.has_interest, declaration.statement = clock.now(), has_interest, statement
    declaration.save(update_fields=["answered_at", "has_interest", "statement"])
    if has_interest:
        _stand_back(declaration.user, declaration.subject_type, declaration.matter, Recusal.Ground.DECLARED, statement, actor)
    record("declaration.answered", declaration, actor=actor, has_interest=has_interest)
    return declaration


@transaction.atomic
def recuse(user, *, subject_type, matter, ground, reason, actor):
    """Stand back from a case, or be made to. A ballot of an unfinished meeting in which this person has voted is void and is repeated."""
    require(can_recuse(actor, user, ground))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    recusal, is_new = _stand_back(user, subject_type, matter, ground, reason.strip(), actor)
    refuse_if(not is_new, _("This person stands back from this case already."))
    return recusal


def _stand_back(user, subject_type, matter, ground, reason, actor):
    items = lock_items_of(matter)
    void_ballots_of(user, items, reason=_("Somebody who has voted stands back from the case."), actor=actor)
    recusal, is_new = Recusal.everything.get_or_create(matter=matter, user=user, defaults={
        "subject_type": subject_type, "person_id": user.person_id, "ground": ground, "reason": reason, "recused_at": clock.now(),
        "recused_by": actor.user})
    if is_new:
        record("recusal.noted", recusal, actor=actor, account=user.pk, matter=matter, ground=ground)
    return recusal, is_new
