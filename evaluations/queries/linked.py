"""Other applications of the same round that may belong together with one: for the officer's eyes, never blocking, never the provider's."""
from evaluations.models import Application
from evaluations.stages import Stage
from providers.queries import LinkedBy, linked_providers


def linked_applications(actor, application):
    """[(application, [why])], the provider's own first. Two queries, whatever there is."""
    why = linked_providers(actor, application.provider) if actor.reads_cases else {}
    rows = Application.objects.visible_to(actor).filter(
        round=application.round_id, submitted_at__isnull=False, provider__in=[application.provider_id, *why])
    rows = rows.exclude(pk=application.pk).exclude(stage=Stage.WITHDRAWN).select_related("service_type").order_by("number", "pk")
    found = [(row, [LinkedBy.SAME_PROVIDER] if row.provider_id == application.provider_id else why[row.provider_id]) for row in rows]
    return sorted(found, key=lambda pair: pair[0].provider_id != application.provider_id)
