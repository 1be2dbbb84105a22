"""What a certificate's days ask for: which have run out and nobody has noted it, whose last day is reminded of; who is told; lists."""
from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, Value, When

from accounts.actors import Actor
from accounts.models import Role
from accounts.queries import accounts_holding
from certification.models import Certificate, CertificateDocument, CertificateEvent, CertificateRevision, PlaqueOrder, SurrenderRequest
from certification.models.certificate import Ended
from certification.models.plaque_order import UNDER_WAY
from certification.queries.register import conditions
from certification.stages import PlaqueStage
from core import clock
from correspondence.queries import open_deadlines
from providers.queries import people_of as people_of_provider

WATCHING = Actor.system("a certificate's days")
END = "certificate.end"
MUST_RETURN = (Ended.REVOKED, Ended.SURRENDERED)        # what ran out or was renewed may stay in a drawer, not on a wall
SORTS = {"number": ("year", "serial"), "name": ("provider_name",), "from": ("valid_from",), "to": ("valid_to",)}


def people_of_certificate(certificate):
    """The accounts that act for its provider now."""
    return people_of_provider(certificate.provider)


def desk_of_certificate(_certificate):
    """The officers of the agency."""
    return accounts_holding(Role.OFFICER)


def desk_and_managers(_row):
    """Who handles what a provider asks for, and who confirms it."""
    return accounts_holding(Role.OFFICER, Role.MANAGER)


def run_out():
    """Those whose last day has passed and whose expiry nobody has written down, the longest ago first."""
    noted = CertificateEvent.objects.visible_to(WATCHING).filter(certificate=OuterRef("pk"), kind=CertificateEvent.Kind.EXPIRED)
    rows = Certificate.objects.visible_to(WATCHING).filter(~Exists(noted), ended_on=None, valid_to__lt=clock.today())
    return list(rows.order_by("valid_to", "pk"))


def ends_to_hold():
    """Those whose last day is not reminded of, is reminded of as another day, or no longer is one; and those that have ended while a
    plaque of theirs was still under way or on a wall."""
    today = clock.today()
    held = {int(row.subject_id): row.last_day for row in open_deadlines(WATCHING, kind=END)}
    living = Certificate.objects.visible_to(WATCHING).filter(ended_on=None, valid_to__gte=today)
    wanted = dict(living.values_list("pk", "valid_to"))
    differing = {pk for pk in {*held, *wanted} if held.get(pk) != wanted.get(pk)}
    plaques = PlaqueOrder.objects.visible_to(WATCHING)
    unsettled = Q(stage__in=UNDER_WAY, certificate__ended_on__lte=today) | Q(stage__in=UNDER_WAY, certificate__valid_to__lt=today)
    unsettled |= Q(stage=PlaqueStage.HANDED_OVER, certificate__ended_on__lte=today, certificate__ended_as__in=MUST_RETURN)
    differing.update(plaques.filter(unsettled).values_list("certificate", flat=True))
    return list(Certificate.objects.visible_to(WATCHING).filter(pk__in=differing).order_by("pk"))


def certificates_found(actor, *, words="", state="", year=None, service=None, sort="-number"):
    """Rows of the desk's list; `state` is one of the register's statuses."""
    rows = Certificate.objects.visible_to(actor)
    if state in (by_state := conditions(clock.today())):
        rows = rows.filter(by_state[state])
    if year:
        rows = rows.filter(year=year)
    if service:
        rows = rows.filter(service_type=service)
    for word in words.split():
        rows = rows.filter(Q(provider_name__icontains=word) | Q(site_name__icontains=word) | Q(number__icontains=word)
                           | Q(number_shown__icontains=word))
    way, key = ("-", sort[1:]) if sort.startswith("-") else ("", sort)
    order = [f"{way}{name}" for name in SORTS.get(key, SORTS["number"])]
    return rows.select_related("service_type").order_by(*order, "-pk")


def certificate_counts(actor):
    """({status: how many}, [years, the latest first], how many there are) in one query."""
    whens = [When(condition, then=Value(status)) for status, condition in conditions(clock.today()).items()]
    rows = Certificate.objects.visible_to(actor).annotate(status=Case(*whens, default=Value(""), output_field=CharField())).order_by()
    counts, years = {}, set()
    for row in rows.values("status", "year").annotate(count=Count("pk")):
        counts[row["status"]] = counts.get(row["status"], 0) + row["count"]
        years.add(row["year"])
    return counts, sorted(years, reverse=True), sum(counts.values())


def certificate_history(actor, certificate):
    """What has happened to it, the latest first."""
    return CertificateEvent.objects.visible_to(actor).filter(certificate=certificate).order_by("-effective_on", "-pk")


def versions_of_documents(actor, certificate):
    """Every document there ever was, the current ones first."""
    rows = CertificateDocument.objects.visible_to(actor).filter(certificate=certificate)
    return rows.select_related("file", "revision").order_by("kind", "-language", "-version")


def revisions_of(actor, certificate):
    rows = CertificateRevision.objects.visible_to(actor).filter(certificate=certificate)
    return rows.select_related("asked_by__person").order_by("-asked_at", "-pk")


def surrenders_of(actor, certificate):
    rows = SurrenderRequest.objects.visible_to(actor).filter(certificate=certificate)
    return rows.select_related("asked_by__person", "answered_by__person").order_by("-asked_at", "-pk")


def surrenders_waiting(actor):
    """How many providers wait for an answer: for the desk's list."""
    return SurrenderRequest.objects.visible_to(actor).filter(answered_at=None).select_related("certificate").order_by("asked_at", "pk")
