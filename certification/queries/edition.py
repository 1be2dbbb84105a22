"""What staff see of an edition while it is written: its content, what is missing, and whom a new one touches."""
from django.db.models import Count, Q

from certification.content import BESIDE, OPTIONAL, REQUIRED, find_problems
from certification.differences import difference
from certification.models import Certificate, FrameworkVersion, Round
from certification.queries.framework import tree_of
from certification.queries.mapping import pairs_between
from certification.wording import LANGUAGES
from core import clock
from core.tenancy import current_agency_id
from providers.models import ServiceType

ABOVE = {"criteria": "area", "indicators": "criterion"}


def editions_of(actor):
    """All of the agency's own that the actor may see, drafts too, the latest first."""
    own = FrameworkVersion.objects.visible_to(actor).filter(agency=current_agency_id())
    return own.select_related("framework", "follows").annotate(indicator_count=Count("indicators")).order_by("-number", "-pk")


def rows_of(actor, version):
    """{kind: rows in the order of the edition}, each knowing what it stands under; three queries."""
    tree = tree_of(actor, version)
    criteria = [(area, criterion, leaves) for area, several in tree for criterion, leaves in several]
    for area, criterion, leaves in criteria:
        criterion.area = area
        for leaf in leaves:
            leaf.criterion = criterion
    return {"areas": [area for area, _several in tree], "criteria": [criterion for _area, criterion, _leaves in criteria],
            "indicators": [leaf for _area, _criterion, leaves in criteria for leaf in leaves]}


def content_of(rows):
    """What `draft_version` takes and a file holds, of rows as `rows_of` gives them."""
    return {kind: [_written(kind, row) for row in several] for kind, several in rows.items()}


def _written(kind, row):
    above = {ABOVE[kind]: getattr(row, ABOVE[kind]).code} if kind in ABOVE else {}
    texts = {f"{stem}_{language}": getattr(row, f"{stem}_{language}")
             for stem in REQUIRED[kind] + OPTIONAL[kind] for language in LANGUAGES}
    beside = {name: getattr(row, name) for name in ("evidence", "legal_basis", "applies_to") if name in BESIDE[kind]}
    return {"code": row.code} | above | texts | beside


def missing_in(rows):
    """[(row, sentence)] of everything that keeps these rows from being published, in their order."""
    return [(rows[problem.kind][problem.place], problem.sentence) for problem in find_problems(content_of(rows))]


def affected_by(actor, version):
    """What a new edition leaves as it is, and what may still choose it.

    {"editions": the other published ones, "certificates": {edition's id: how many are valid}, "drafts": rounds not announced yet,
    "rounds": announced ones by other editions whose results are to come}.
    """
    editions = [one for one in editions_of(actor).filter(published_at__isnull=False) if one.pk != version.pk]
    rounds = Round.objects.visible_to(actor).filter(agency=current_agency_id(), version__framework=version.framework_id)
    rounds = rounds.select_related("version").order_by("-opens_at", "-pk")
    today = clock.today()
    valid = Certificate.objects.visible_to(actor).filter(valid_to__gte=today).filter(Q(ended_on=None) | Q(ended_on__gt=today))
    counted = dict(valid.order_by().values_list("version").annotate(count=Count("pk")))
    return {"editions": editions, "certificates": counted, "drafts": list(rounds.filter(published_at=None)),
            "rounds": list(rounds.filter(published_at__isnull=False).exclude(results_on__lt=today).exclude(version=version))}




def difference_of(actor, old, new):
    """What `new` asks otherwise than `old`, by the mapping where there is one."""
    trees = tree_of(actor, old), tree_of(actor, new)
    leaves = [[leaf for _area, criteria in tree for _criterion, several in criteria for leaf in several] for tree in trees]
    services = {service.code: str(service) for service in ServiceType.objects.all()}
    return difference(*trees, pairs_between(actor, old, new, *leaves), services)
