"""The pool of trainers, what each teaches, honoraria; and the year's plan."""
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from core.tenancy import current_agency_id
from training.models import ClassTrainer, Run, Trainer, TrainerFee, TrainingPlan


def trainers_found(actor, *, words="", ended=False):
    """The house's pool by name, with how many classes each has taught or will; those who left when asked for."""
    rows = Trainer.objects.visible_to(actor).filter(ended_at__isnull=not ended)
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(fields__icontains=word) | Q(belongs_to__icontains=word))
    taught = ClassTrainer.objects.visible_to(actor).filter(trainer=OuterRef("pk")).order_by().values("trainer")
    return rows.annotate(classes=Coalesce(Subquery(taught.annotate(all=Count("pk")).values("all")), 0,
                                          output_field=IntegerField())).order_by("name", "pk")


def own_trainers(actor):
    return Trainer.objects.visible_to(actor).select_related("user__person")


def pool(actor):
    """Who may be put to a class."""
    return Trainer.objects.visible_to(actor).filter(ended_at=None).order_by("name", "pk")


def fees_of(actor, trainer):
    return TrainerFee.objects.visible_to(actor).filter(trainer=trainer).select_related("run__course").order_by("-noted_at", "-pk")


def own_fees(actor):
    return TrainerFee.objects.visible_to(actor).select_related("trainer")


def runs_taught(actor, trainer):
    """Of this house, in which they teach, the latest first."""
    taught = ClassTrainer.objects.visible_to(actor).filter(agency=current_agency_id(), trainer=trainer)
    return Run.objects.visible_to(actor).filter(pk__in=taught.values("run")).select_related("course").order_by("-year", "-pk")


def plans_of(actor, year):
    """{category: TrainingPlan} of this house."""
    return {plan.category: plan for plan in TrainingPlan.objects.visible_to(actor).filter(year=year)}
