"""What sanctions follow from, and what follows from a corrective action or a complaint. No reader learns here of what they may not read."""

from accounts.actors import Actor
from aftercare.models import Complaint, ComplaintFollow, CorrectiveAction, Sanction
from aftercare.queries.sanction import WITH, told_sanctions
from certification.models.certificate import not_past_sanction

LOOKING = Actor.system("from what a sanction follows")
Category, Ground = Complaint.Category, Sanction.Ground
SUGGESTED = {Category.SAFETY: Ground.ABUSE, Category.RECORDS: Ground.FALSEHOOD, Category.MARK: Ground.MISUSE}


def ground_suggested_by(complaint):
    """The ground that its kind suggests, or empty: who drafts says which it is."""
    return str(SUGGESTED.get(complaint.category, ""))


def complaints_behind(actor, sanction):
    """Complaints that it follows from, for whoever may read them: their numbers, the oldest first."""
    noted = ComplaintFollow.objects.visible_to(actor).filter(kind=ComplaintFollow.Kind.SANCTION, what=sanction.public_id)
    return list(Complaint.objects.visible_to(actor).filter(pk__in=noted.values("complaint")).order_by("arrived_at", "pk"))


def sanctions_after(actor, correction):
    """Those that this corrective action led to, the latest first."""
    return list(Sanction.objects.visible_to(actor).filter(correction=correction).select_related(*WITH).order_by("-drafted_at", "-pk"))


def told_after(actor, correction):
    """The same for the provider: those of which it was told."""
    return list(told_sanctions(actor).filter(correction=correction).order_by("-drafted_at", "-pk"))


def handed_over(actor):
    """Corrective actions that were handed over, of certificates that have not ended, and about which no sanction was drafted yet."""
    begun = Sanction.objects.visible_to(LOOKING).filter(correction__isnull=False).values("correction")
    rows = CorrectiveAction.objects.visible_to(actor).filter(outcome=CorrectiveAction.Outcome.SANCTION)
    return rows.filter(not_past_sanction("certificate__")).exclude(pk__in=begun)
