"""The house's pool of trainers and their honoraria."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from core.tenancy import current_agency_id
from core.versions import keep_words
from core.workflow import lock, record, refuse_if, require
from training.models import ClassTrainer, Trainer, TrainerFee
from training.permissions import can_keep_training

FACTS = ("name", "user", "belongs_to", "fields", "email", "phone", "note")


@transaction.atomic
def add_trainer(*, actor, **facts):
    """Into the pool: from now on they can be put to classes."""
    require(can_keep_training(actor))
    trainer = Trainer(**facts, added_at=clock.now())
    _once(trainer.save)
    record("trainer.added", trainer, actor=actor)
    return trainer


@transaction.atomic
def change_trainer(trainer, *, base_version, actor, **facts):
    """`base_version`: of what was on the screen. Classes to come carry the name and the account that stand here."""
    trainer = _ours(trainer, actor)
    refuse_if(trainer.ended_at, _("This trainer has left the pool. Nothing can be changed any more."))
    kept = _once(lambda: keep_words(trainer, facts, base_version=base_version))
    refuse_if(kept.conflict, _("Somebody else has changed this trainer meanwhile. Load the page again to see it."))
    if kept.is_new:
        to_come = ClassTrainer.everything.filter(agency=current_agency_id(), trainer=trainer, class_session__ends_at__gt=clock.now())
        to_come.update(name=kept.row.name, user=kept.row.user)
        record("trainer.changed", kept.row, actor=actor, fields=[name for name in facts if getattr(trainer, name) != facts[name]])
    return kept.row


@transaction.atomic
def end_trainer(trainer, *, actor):
    """Out of the pool: offered for no class any more. What they taught stays."""
    trainer = _ours(trainer, actor)
    to_come = ClassTrainer.everything.filter(agency=current_agency_id(), trainer=trainer, class_session__ends_at__gt=clock.now(),
                                             run__stage__in=("draft", "open"))
    refuse_if(to_come.exists(), _("There are classes to come that this trainer teaches. Give them to somebody else first."))
    if trainer.ended_at is None:
        trainer.ended_at = clock.now()
        trainer.save(update_fields=["ended_at"])
        record("trainer.ended", trainer, actor=actor)
    return trainer


@transaction.atomic
def note_fee(trainer, *, run, minutes, amount, note="", actor):
    """An honorarium for a run that they teach or taught."""
    trainer = _ours(trainer, actor)
    teaches = ClassTrainer.everything.filter(agency=current_agency_id(), trainer=trainer, run=run)
    refuse_if(not teaches.exists(), _("This trainer does not teach in this run."), field="run")
    refuse_if(not minutes, _("An honorarium is for at least a minute."), field="minutes")
    fee = TrainerFee.everything.create(trainer=trainer, run=run, minutes=minutes, amount=amount, note=note, noted_at=clock.now(),
                                       noted_by=actor.user)
    record("trainer.fee_noted", trainer, actor=actor, fee=fee.pk, run=run.pk, amount=amount)
    return fee


@transaction.atomic
def note_paid(fee, *, paid_on, actor):
    """The day on which it was paid, said once."""
    require(can_keep_training(actor) and fee.agency_id == current_agency_id())
    fee = lock(fee)
    refuse_if(fee.paid_on, _("This honorarium is paid already."))
    refuse_if(paid_on > clock.today(), _("A day in the future: write it down when it is paid."), field="paid_on")
    fee.paid_on = paid_on
    fee.save(update_fields=["paid_on"])
    record("trainer.fee_paid", fee, actor=actor, paid_on=paid_on.isoformat())
    return fee


def _once(save):
    try:
        with transaction.atomic():
            return save()
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "once_a_trainer":
            raise
        raise Refused(_("Another trainer of the pool has this account already."), "user") from None


def _ours(trainer, actor):
    require(can_keep_training(actor) and trainer.agency_id == current_agency_id())
    return lock(trainer)
