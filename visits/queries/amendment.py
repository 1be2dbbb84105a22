"""What stands of a locked visit: as the team agreed, and as it was amended since."""
from collections import defaultdict
from dataclasses import dataclass

from visits.models import AgreedFinding, Amendment, Finding, VisitItem
from visits.queries.visit import OWN_PAGE, agreed_of, members_of


@dataclass(frozen=True)
class Stands:
    """What counts of an item: as the team agreed, or as the latest amendment has it. `amendments`: with the remarks, in order."""

    agreed: AgreedFinding
    amendments: list[Amendment]

    @property
    def amended(self):
        return next((one for one in reversed(self.amendments) if one.kind == Amendment.Kind.FINDING), None)

    @property
    def words(self):
        row = self.amended or self.agreed
        return {name: getattr(row, name) for name in ("judgement", "reason_code", "text")}

    @property
    def at(self):
        return self.amended.made_at if self.amended else self.agreed.agreed_at


def amendments_of(visits) -> list[Amendment]:
    """What was amended and added after the lock, item by item, in the order it came. For whoever already reads the visits."""
    rows = Amendment.objects.visible_to(OWN_PAGE).filter(item__visit__in=visits)
    return list(rows.select_related("item__visit", "author__person").order_by("item__visit", "item__position", "number"))


def stands_of(visit) -> dict[str, Stands]:
    """{code: what counts}; a code is missing where the team agreed on nothing."""
    added = defaultdict(list)
    for one in amendments_of([visit]):
        added[one.item.code].append(one)
    return {code: Stands(agreed, added[code]) for code, agreed in agreed_of(visit).items()}


def stands_at(item) -> Stands | None:
    """The same for one item."""
    agreed = AgreedFinding.objects.visible_to(OWN_PAGE).filter(item=item).select_related("item").first()
    rows = Amendment.objects.visible_to(OWN_PAGE).filter(item=item).select_related("author__person").order_by("number")
    return agreed and Stands(agreed, list(rows))


def written_at(visit) -> dict[str, str]:
    """{code: what the members of the team wrote, the same words once, in the order they came}. Of what the team has agreed on only."""
    team, written = members_of(visit).order_by().values("user"), defaultdict(dict)
    rows = Finding.objects.visible_to(OWN_PAGE).filter(item__visit=visit, item__agreed__isnull=False, author__in=team).exclude(text="")
    for code, text in rows.order_by("recorded_at", "pk").values_list("item__code", "text"):
        written[code][text.strip()] = True
    return {code: "\n".join(texts) for code, texts in written.items()}


def item_agreed(visits, code) -> VisitItem | None:
    """The item in which this code was agreed on last. `visits`: the latest first. For whoever already reads the visits."""
    items = VisitItem.objects.visible_to(OWN_PAGE).filter(visit__in=visits.values("pk"), code=code, agreed__isnull=False)
    return items.select_related("visit").order_by("-visit__planned_at", "-visit").first()
