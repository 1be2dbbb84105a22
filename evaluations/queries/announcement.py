"""Announcements of results, what waits for one, and what was told."""
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Count, Exists, OuterRef, Q

from certification.models import Certificate, CertificateDocument, Round
from evaluations.announced import changes_between
from evaluations.models import Announcement, AnnouncementItem, Decision
from evaluations.stages import Stage


@dataclass(frozen=True)
class Places:
    """The places that a round was announced with, and how many of them are given."""

    quota: int
    before: int
    here: int

    @property
    def total(self):
        return self.before + self.here


def announcements_of(actor):
    """The newest first."""
    return Announcement.objects.visible_to(actor).select_related("round").order_by("-drafted_at", "-pk")


def decisions_to_announce(actor, round, *, but=None):
    """Decided cases of a round that stand in no announcement; with `but`, those of that announcement too. In the order of deciding."""
    taken = AnnouncementItem.objects.visible_to(actor)
    taken = taken.exclude(announcement=but) if but else taken
    rows = standing_decisions(actor).filter(application__round=round)
    return rows.exclude(pk__in=taken.values("decision")).select_related("application__service_type").order_by("decided_at", "pk")


def standing_decisions(actor):
    """Of each decided case its latest decision; one that a manager set aside counts for nothing."""
    later = Decision.objects.visible_to(actor).filter(application=OuterRef("application"), pk__gt=OuterRef("pk"))
    return Decision.objects.visible_to(actor).filter(~Exists(later), application__stage=Stage.DECIDED)


def places_of(actor, round, *, but=None):
    """(places of the round, certified so far, awards in this announcement): what is told beside the list; it decides nothing. None where
    the round names no number."""
    if round.quota is None:
        return None
    told = AnnouncementItem.objects.visible_to(actor).filter(decision__kind=Decision.Kind.AWARD, announcement__round=round)
    awarded = told.filter(announcement__announced_at__isnull=False)
    return Places(round.quota, awarded.exclude(announcement=but).count(), told.filter(announcement=but).count() if but else 0)


def changes_in(announcement):
    """[(the draft, [sentences in which it differs from the one before])], and the sentences in which the last differs from the first.
    For whoever already reads the announcement."""
    drafts = list(announcement.drafts.all())
    steps = [(after, changes_between(before.content, after.content)) for before, after in pairwise(drafts)]
    return steps, changes_between(drafts[0].content, drafts[-1].content) if steps else []


def items_of_announcement(actor, announcement):
    """Its cases in the order in which certificates are numbered."""
    rows = AnnouncementItem.objects.visible_to(actor).filter(announcement=announcement)
    rows = rows.select_related("decision__application__service_type", "decision__application__round__version__framework",
                               "decision__application__renews", "letter__file")
    return rows.prefetch_related("decision__per_indicator__required__indicator").order_by("position", "pk")


def rounds_to_announce(actor):
    """Rounds with decided cases that stand in no announcement, each with how many (`waiting`)."""
    taken = AnnouncementItem.objects.visible_to(actor).values("decision")
    open_ones = standing_decisions(actor).exclude(pk__in=taken)
    counts = dict(open_ones.order_by().values_list("application__round").annotate(count=Count("application", distinct=True)))
    rounds = Round.objects.visible_to(actor).filter(pk__in=counts).order_by("-year", "-pk")
    return [(round, counts[round.pk]) for round in rounds]


def certificates_of_announcement(actor, announcement):
    """{case's public id: certificate}, each with whether a document of it is still being made (`in_the_making`)."""
    cases = AnnouncementItem.objects.visible_to(actor).filter(announcement=announcement).values("decision__application__public_id")
    unmade = CertificateDocument.objects.visible_to(actor).filter(Q(made_at=None), certificate=OuterRef("pk"), replaced_at=None)
    rows = Certificate.objects.visible_to(actor).filter(matter__in=cases).annotate(in_the_making=Exists(unmade))
    return {certificate.matter: certificate for certificate in rows}


def announced_letter(actor, application):
    """The latest letter with the result of a case, or None; for the provider's people once it is announced."""
    rows = AnnouncementItem.objects.visible_to(actor).filter(decision__application=application, letter__isnull=False)
    found = rows.select_related("letter__file").order_by("-announcement__announced_at", "-pk").first()
    return found and found.letter
