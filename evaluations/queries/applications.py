"""Applications: the provider's own, and cases at the desk."""
from django.db.models import Count, Exists, F, OuterRef, Q

from certification.models import RoundService
from core.typed import composed
from evaluations.models import Answer, Application, Seal
from evaluations.stages import WRITABLE, Stage
from providers.models import Offering

SORTS = {
    "number": ("number", "pk"), "-number": ("-number", "-pk"),
    "name": ("provider_name", "pk"), "-name": ("-provider_name", "-pk"),
    "since": ("stage_since", "pk"), "-since": ("-stage_since", "-pk"),
}
USUAL_SORT = "since"                    # whoever has stood longest comes first


def applications_of(actor):
    """What the actor's own providers have applied for, the newest first."""
    rows = Application.objects.visible_to(actor).filter(Application.of_own_provider(actor))
    rows = rows.select_related("round", "service_type").prefetch_related("round__late_accesses")
    return rows.order_by("-started_at", "-pk")


def offerings_for(actor, round):
    """The actor's offerings that may be certified in this round, each with whether an application was begun."""
    services = RoundService.objects.visible_to(actor).filter(round=round)
    begun = Application.objects.visible_to(actor).filter(round=round, offering=OuterRef("pk")).exclude(stage=Stage.WITHDRAWN)
    rows = Offering.objects.visible_to(actor).filter(is_active=True, service_type__in=services.values("service_type"))
    rows = rows.annotate(begun=Exists(begun)).select_related("site__provider", "site__district", "service_type")
    return rows.order_by("site__added_at", "site", "pk")


def offerings_on_paper(actor, round, provider):
    """A provider's offerings for which the agency may enter an application in this round."""
    return offerings_for(actor, round).filter(site__provider=provider, begun=False)


def drafts_on_paper(actor, provider):
    """What the agency has begun to enter for a provider and not handed in yet."""
    rows = Application.objects.visible_to(actor).filter(Application.on_paper(actor), provider=provider, stage__in=WRITABLE)
    return rows.select_related("round", "service_type").order_by("-started_at", "-pk")


def answers_of(actor, application):
    """Its answers in the order of the indicators, each with how many documents support it."""
    rows = Answer.objects.visible_to(actor).filter(application=application)
    rows = rows.select_related("indicator__criterion__area", "earlier").annotate(documents=Count("evidence"))
    return rows.order_by("indicator__position")


def places_of_answers(actor, application):
    """[{public_id, code}] of its answers in the order of the indicators: where one may go from one of them."""
    rows = Answer.objects.visible_to(actor).filter(application=application).order_by("indicator__position")
    return list(rows.values("public_id", code=F("indicator__code")))


def latest_seal(actor, application):
    """The submission that is judged, or None."""
    return Seal.objects.visible_to(actor).filter(application=application).order_by("-number").first()


def application_of_matter(actor, matter):
    """The case behind what visits and meetings know it by, or None for whom the door keeps out."""
    return Application.objects.visible_to(actor).filter(public_id=matter).first()


def cases_found(actor, *, words="", stage="", round=None, sort=USUAL_SORT):
    """Cases at the desk, by number or name of the organisation."""
    rows = Application.objects.visible_to(actor).filter(submitted_at__isnull=False).select_related("round", "service_type")
    words = " ".join(composed(words).split())
    if words:
        rows = rows.filter(Q(provider_name__icontains=words) | Q(number__icontains=words) | Q(site_name__icontains=words))
    if stage:
        rows = rows.filter(stage=stage)
    if round:
        rows = rows.filter(round=round)
    return rows.order_by(*SORTS.get(sort, SORTS[USUAL_SORT]))


def case_counts(actor, round=None):
    """{stage: how many}, for the facets."""
    rows = Application.objects.visible_to(actor).filter(submitted_at__isnull=False)
    rows = rows.filter(round=round) if round else rows
    return dict(rows.order_by().values_list("stage").annotate(count=Count("pk")))
