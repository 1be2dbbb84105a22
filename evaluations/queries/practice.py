"""Practice cases: what may be copied and what must not stand in the copy, whose sheets there are, what the others said."""
from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q

from accounts.actors import Actor
from accounts.models import User
from core import clock
from evaluations.anonymous import known_names
from evaluations.figures import Agreement
from evaluations.models import (
    Announcement,
    AnnouncementItem,
    Appeal,
    Application,
    Assignment,
    PracticeCase,
    PracticeItem,
    PracticeJudgement,
    PracticeOrigin,
    PracticeResult,
    PracticeSheet,
    Seal,
)
from evaluations.stages import OPEN_APPEAL, Stage
from providers.models import ProviderMember
from visits.models import AgreedFinding, Visit

COPYING = Actor.system("what stands in a closed case")
SUBJECT = "evaluations.application"


def cases_to_copy(actor):
    """Cases that are certified or not, whose time of appeal is over, whose appeal is answered and of which there is no copy; the latest
    first."""
    over = clock.now() - timedelta(days=settings.PRACTICE_AFTER_DAYS)
    late = Announcement.objects.visible_to(COPYING).filter(Q(announced_at=None) | Q(announced_at__gt=over))
    told = AnnouncementItem.objects.visible_to(COPYING).filter(decision__application=OuterRef("pk"))
    copied = PracticeOrigin.objects.visible_to(COPYING).values("application")
    rows = Application.objects.visible_to(actor).filter(stage__in=(Stage.CERTIFIED, Stage.NOT_CERTIFIED)).exclude(pk__in=copied)
    rows = rows.exclude(pk__in=Appeal.objects.visible_to(COPYING).filter(stage__in=OPEN_APPEAL).values("application"))
    rows = rows.filter(Exists(told), ~Exists(told.filter(announcement__in=late)))
    return rows.select_related("round", "service_type").order_by("-stage_since", "-pk")


def names_known_of(application):
    """[(name, what stands for it)] of its provider as it was sealed, of the provider's people and of those who assessed."""
    seal = Seal.objects.visible_to(COPYING).filter(application=application).order_by("-number").first()
    members = ProviderMember.objects.visible_to(COPYING).filter(provider=application.provider_id).values("user")
    assessed = Assignment.objects.visible_to(COPYING).filter(application=application).values("user")
    people = User.objects.filter(Q(pk__in=members) | Q(pk__in=assessed)).select_related("person")
    named = [one.person.name for one in people if one.person]
    now = {"provider": {"name": application.provider_name, "name_en": application.provider_name_en},
           "offering": {"site": application.site_name}}
    return known_names([seal.facts if seal else {}, now], named)


def answers_in(application):
    """{code: (rating, explanation)} as it was last sealed."""
    seal = Seal.objects.visible_to(COPYING).filter(application=application).order_by("-number").first()
    return {one.code: (one.rating, one.explanation) for one in seal.answers.all()} if seal else {}


def seen_in(application):
    """{code: what the team saw on site}, of the latest visit that looked at it."""
    visits = Visit.objects.visible_to(COPYING).filter(subject_type=SUBJECT, subject=application.matter, stage="locked")
    rows = AgreedFinding.objects.visible_to(COPYING).filter(item__visit__in=visits).order_by("item__visit__planned_at", "item__position")
    return dict(rows.values_list("item__code", "text"))


def practices_of(actor):
    """The latest first, each with how many texts still wait to be read and how many have handed in."""
    rows = PracticeCase.objects.visible_to(actor).select_related("service_type")
    waiting = Count("items", filter=Q(items__confirmed_at=None))
    return rows.annotate(waiting=waiting, total=Count("items")).order_by("-made_at", "-pk")


def items_with_results(actor, practice):
    """[(item, its result or None)]: for assessors None until they have handed in."""
    items = PracticeItem.objects.visible_to(actor).filter(practice=practice).select_related("indicator").order_by("position", "pk")
    results = {one.item_id: one for one in PracticeResult.objects.visible_to(actor).filter(item__practice=practice)}
    return [(item, results.get(item.pk)) for item in items]


def own_practice_sheet(actor, practice):
    return PracticeSheet.objects.visible_to(actor).filter(practice=practice, user=actor.user).first()


def own_practice_sheets(actor):
    """{practice's id: sheet}"""
    return {one.practice_id: one for one in PracticeSheet.objects.visible_to(actor).filter(user=actor.user)}


def sheets_handed_in(actor, practice):
    """[(sheet, its Agreement or None)] by name: never in the order of the figures."""
    rows = PracticeSheet.objects.visible_to(actor).filter(practice=practice, handed_in_at__isnull=False).select_related("user__person")
    return [(one, agreement_of(one)) for one in rows.order_by("user__person__name", "user")]


def agreement_of(sheet):
    return Agreement.read(sheet.figures)


def own_practice_rows(actor, sheet):
    """One's own judgements in the order of the indicators."""
    rows = PracticeJudgement.objects.visible_to(actor).filter(sheet=sheet)
    return list(rows.select_related("item__indicator", "item__practice").order_by("item__position", "item"))


def spread_of(actor, practice):
    """{item's id: Counter of judgements} of everybody who has handed in; empty for an assessor who has not."""
    sheet = own_practice_sheet(actor, practice)
    if not actor.reads_cases and (sheet is None or sheet.handed_in_at is None):
        return {}
    rows = PracticeJudgement.objects.visible_to(COPYING).filter(sheet__practice=practice, sheet__handed_in_at__isnull=False)
    spread = {}
    for item, judgement, number in rows.order_by().values_list("item", "judgement").annotate(number=Count("pk")):
        spread.setdefault(item, Counter())[judgement] = number
    return spread


def compared(sheet):
    """[(judgement, what was agreed)] of a sheet, for the worker."""
    rows = PracticeJudgement.objects.visible_to(COPYING).filter(sheet=sheet).order_by("item__position", "item")
    agreed = dict(PracticeResult.objects.visible_to(COPYING).filter(item__practice=sheet.practice_id).values_list("item", "judgement"))
    return [(judgement, agreed[item]) for item, judgement in rows.values_list("item", "judgement")]
