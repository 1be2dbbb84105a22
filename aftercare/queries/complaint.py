"""Named reads about complaints: the desk's lists, who may handle one, who is told, what a reporter finds by a code."""
from datetime import date, timedelta

from django.db.models import Count, Q

from accounts.actors import Actor
from accounts.models import Role, User
from accounts.queries import accounts_holding
from aftercare.complaint_stages import OPEN, ComplaintStage
from aftercare.models import Complaint, ComplaintFile, ComplaintIdentity, ComplaintInquiry
from aftercare.receipt import seal_of
from core import clock
from panels.queries import conflicts_with
from providers.models import ProviderMember

FINDING = Actor.system("who handles a complaint, and who told it by a code")
LISTS = ("new", "mine", "open", "late", "answered", "closed")
SMALL = 5                                       # fewer are not told by number
CLOSES_AFTER = timedelta(days=30)               # of the answer, if nobody closes it


def complaints_found(actor, which=""):
    """The longest open first; what is over, the latest first."""
    rows = Complaint.objects.visible_to(actor).select_related("provider", "officer__person", "manager__person", "deadline")
    wanted = {"new": Q(stage=ComplaintStage.NEW), "open": Q(stage__in=OPEN), "closed": Q(stage=ComplaintStage.CLOSED),
              "mine": (Q(officer=actor.user) | Q(manager=actor.user)) & ~Q(stage=ComplaintStage.CLOSED),
              "late": Q(stage__in=OPEN, deadline__due_at__lte=clock.now()), "answered": Q(stage=ComplaintStage.ANSWERED)}.get(which, Q())
    order = ("arrived_at", "pk") if which in ("new", "mine", "open", "late") else ("-arrived_at", "-pk")
    return rows.filter(wanted).order_by(*order)


def complaint_counts(actor):
    """{list: how many}."""
    mine = Q(officer=actor.user) | Q(manager=actor.user)
    return Complaint.objects.visible_to(actor).aggregate(
        new=Count("pk", Q(stage=ComplaintStage.NEW)), open=Count("pk", Q(stage__in=OPEN)),
        late=Count("pk", Q(stage__in=OPEN, deadline__due_at__lte=clock.now())), answered=Count("pk", Q(stage=ComplaintStage.ANSWERED)),
        closed=Count("pk", Q(stage=ComplaintStage.CLOSED)), mine=Count("pk", mine & ~Q(stage=ComplaintStage.CLOSED)))


def complaint_by_code(text):
    """What its reporter finds, or None. The code alone opens it."""
    seal = seal_of(text)
    rows = Complaint.objects.visible_to(FINDING).select_related("provider", "certificate", "deadline", "same_as")
    return rows.filter(code_hash=seal).first() if seal else None


def reporter_of(actor, complaint):
    """Who told it, or None for whoever is not named."""
    return ComplaintIdentity.objects.visible_to(actor).filter(complaint=complaint).first()


def files_of_complaint(actor, complaint):
    return ComplaintFile.objects.visible_to(actor).filter(complaint=complaint).select_related("file__scan")


def how_many_files(complaint):
    """How many came along is known to whoever reads the complaint; what they are, to those who are named."""
    return ComplaintFile.objects.visible_to(FINDING).filter(complaint=complaint).count()


def tied_among(users, provider):
    """The ids of those whom anything excludes (제척): who acts for it, is employed there, owns it, is related, has consulted it."""
    found = conflicts_with(provider, [user for user in users if user]) if provider else {}
    return {pk for pk, conflicts in found.items() if any(one.excludes for one in conflicts)}


def may_be_named(complaint, *roles):
    """Officers and managers whom nothing ties to the provider, by name."""
    users = list(accounts_holding(*(roles or (Role.OFFICER, Role.MANAGER))).select_related("person").order_by("pk"))
    tied = tied_among(users, complaint.provider)
    return [user for user in users if user.pk not in tied]


def handlers_of_complaint(complaint):
    """Who is told of what happens to it: those named, while they still work here; else everybody who may take it up."""
    named = [user for user in (complaint.officer_id, complaint.manager_id) if user]
    return list(accounts_holding(Role.OFFICER, Role.MANAGER).filter(pk__in=named).order_by("pk")) or may_be_named(complaint)


def others_like(actor, complaint):
    """Earlier ones about the same, with which it may be looked into."""
    about = Q(provider=complaint.provider_id) if complaint.provider_id else Q(about=complaint.about)
    rows = Complaint.objects.visible_to(actor).filter(about, same_as=None).exclude(pk=complaint.pk)
    return rows.order_by("-arrived_at", "-pk")[:50]


def inquiries_of(actor, complaint):
    rows = ComplaintInquiry.objects.visible_to(actor).filter(complaint=complaint)
    return rows.select_related("deadline", "asked_by__person", "answered_by__person").prefetch_related("files__evidence__file")


def own_inquiries(actor):
    """What the agency asks the providers for which the actor acts."""
    mine = ProviderMember.objects.visible_to(FINDING).filter(user=actor.user, left_at=None, user__isnull=False)
    rows = ComplaintInquiry.objects.visible_to(actor).filter(provider__in=mine.values("provider"))
    return rows.select_related("provider", "deadline").order_by("asked_at", "pk")


def people_asked(inquiry):
    """The provider's people who may answer."""
    members = ProviderMember.objects.visible_to(FINDING).filter(provider=inquiry.provider_id, left_at=None, role__in=("owner", "editor"))
    return User.objects.filter(pk__in=members.values("user"), is_active=True)


def handlers_of_inquiry(inquiry):
    return handlers_of_complaint(inquiry.complaint)


def long_answered():
    """Answered a month ago and nothing said since: closed, so that nobody is kept because a button was forgotten."""
    since = clock.now() - CLOSES_AFTER
    old = Complaint.objects.visible_to(FINDING).filter(stage=ComplaintStage.ANSWERED, answered_at__lt=since)
    return old.exclude(said__kind="added", said__at__gte=since).order_by("pk")


def figures_of_year(year):
    """({category: {outcome or "open": count or None where it is fewer than five}}, {column: sum of what is shown}). For whoever may read
    figures; nobody's complaint can be told from them."""
    rows = Complaint.objects.visible_to(FINDING).filter(arrived_at__gte=clock.day_start(date(year, 1, 1)),
                                                        arrived_at__lt=clock.day_start(date(year + 1, 1, 1)))
    counts = {(one["category"], one["outcome"] or "open"): one["many"]
              for one in rows.order_by().values("category", "outcome").annotate(many=Count("pk"))}
    columns = ["open", *Complaint.Outcome.values]
    table = {category: {column: shown(counts.get((category, column), 0)) for column in columns} for category in Complaint.Category.values}
    return table, {column: sum(row[column] or 0 for row in table.values()) for column in columns}


def shown(count):
    """A count as it may be told: one to four would point at somebody."""
    return None if 0 < count < SMALL else count
