"""What stands at a visit while a device's operations are taken in: read once, changed in memory, written at the end."""
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from core.files import store_upload
from core.typed import composed, refuse_invisible_in_lines, refuse_personal_numbers
from core.workflow import refuse_if
from visits.models import Entry, Finding, Operation, Photo, VisitItem
from visits.permissions import can_remove, member_of
from visits.signature import checked
from visits.stages import Stage
from visits.workflow.device import drop_parts, joined, received
from visits.workflow.ending import close_with_statement
from visits.workflow.entry import refuse_entry
from visits.workflow.finding import WORDS, refuse_finding, written
from visits.workflow.operation import number_taken, refuse_outside_the_visit
from visits.workflow.photo import add_photo, remove_photo
from visits.workflow.visit import begin_visit

Kind, Outcome, Why = Operation.Kind, Operation.Outcome, Operation.Why
LONG = 4000                 # characters
OF_AN_ITEM = {Kind.FINDING, Kind.ENTRY, Kind.PHOTO}
CLOSING = ("statement", "acknowledged_by", "acknowledged_function", "remarks")


class Wait(Exception):
    """It cannot be taken yet; the device sends it again."""

    def __init__(self, sentence, received=0):
        super().__init__(sentence)
        self.received = received


class Standing:
    """`taken`: the operations that are new with this request. Those that a workflow function of their own keeps are saved already."""

    def __init__(self, visit, sent, *, device, actor, arrived_at):
        self.visit, self.device, self.actor, self.arrived_at = visit, device, actor, arrived_at
        numbers = {one.id for one in sent} | {one.after for one in sent if one.after}
        self.known = {one.public_id: one for one in Operation.everything.filter(public_id__in=numbers).select_related("item")}
        items = VisitItem.everything.filter(visit=visit, public_id__in={one.item for one in sent if one.item})
        self.items = {item.public_id: item for item in items}
        mine = Finding.everything.filter(item__visit=visit, author=actor.user)
        self.findings = {finding.item_id: finding for finding in mine}
        self.in_team = member_of(actor, visit) is not None
        self.taken, self.unsaved, self.entries, self.changed = [], [], [], {}

    def same(self, before, one):
        """The operation that is here under this number, if it is this one."""
        is_the_same = (before.author_id, before.visit_id) == (self.actor.user.pk, self.visit.pk)
        as_before = all(before.payload.get(name) in (one.words.get(name), composed(str(one.words.get(name, "")))) for name in WORDS)
        if not is_the_same or (before.kind == one.kind == Kind.FINDING and not as_before):
            raise number_taken()
        return before

    def take(self, one):
        """The Operation that it became. Raises Refused, or Wait."""
        if one.is_damaged:
            raise Wait(_("This was changed on its way. It is sent again."))
        try:
            if why := self.why_aside(one):
                return self.put_aside(one, why)
            return {Kind.BEGIN: self.begin, Kind.FINDING: self.judge, Kind.ENTRY: self.enter, Kind.PHOTO: self.photograph,
                    Kind.CLOSING: self.close}[one.kind](one)
        except (KeyError, TypeError, ValueError, AttributeError):
            return self.put_aside(one, Why.UNREADABLE)

    def why_aside(self, one):
        if one.kind == Kind.OTHER:
            return Why.UNREADABLE
        if self.visit.has_ended:
            return Why.ENDED
        if not self.in_team:
            return Why.LEFT
        return Why.ELSEWHERE if one.kind in OF_AN_ITEM and one.item not in self.items else ""

    # ---- each kind

    def begin(self, one):
        if self.visit.stage == Stage.PLANNED:
            self.visit = begin_visit(self.visit, actor=self.actor)
        return self.keep(one, Outcome.APPLIED)

    def judge(self, one):
        self.refuse_unbegun()
        item = self.items[one.item]
        words = {name: text_in(one.words, name) for name in WORDS}
        row = self.findings.get(item.pk) or Finding(item=item, author=self.actor.user, version=0)
        base = self.base_of(one)
        refuse_finding(row, words)
        outcome, theirs = written(row, words, base, recorded_at=self.arrived_at, device_at=one.device_at)
        if outcome == Outcome.APPLIED:
            self.findings[item.pk] = self.changed[item.pk] = row
        return self.keep(one, outcome, payload=words, theirs=theirs, base_version=base)

    def base_of(self, one):
        """The version that its author had before the eyes: the one that what it builds on has made."""
        if one.after is None:
            return one.base
        before = self.known.get(one.after)
        if before is None:
            raise Wait(_("What this builds on has not arrived yet."))
        return before.base_version + 1 if before.outcome == Outcome.APPLIED else before.base_version

    def enter(self, one):
        self.refuse_unbegun()
        if gone := one.words.get("remove"):
            return self.strike(one, UUID(gone))
        words = {name: text_in(one.words, name).strip() for name in ("kind", "source", "text")}
        refuse_entry(words)
        self.entries.append(Entry(public_id=one.id, item=self.items[one.item], author=self.actor.user, device_at=one.device_at,
                                  recorded_at=self.arrived_at, **words))
        return self.keep(one, Outcome.APPLIED)

    def strike(self, one, gone):
        """One's own entry, taken back; it may have come in this very request."""
        entry = next((entry for entry in self.entries if entry.public_id == gone), None)
        if entry is None:
            entry = Entry.everything.filter(public_id=gone, author=self.actor.user).first()
            if entry is None:
                raise Wait(_("What this builds on has not arrived yet."))
            Entry.everything.filter(pk=entry.pk, removed_at=None).update(removed_at=self.arrived_at)
        entry.removed_at = entry.removed_at or self.arrived_at
        return self.keep(one, Outcome.APPLIED)

    def photograph(self, one):
        self.refuse_unbegun()
        if gone := one.words.get("remove"):
            photo = Photo.everything.filter(public_id__in=self.photo_of(UUID(gone))).select_related("item__visit").first()
            if photo is None or not can_remove(self.actor, photo):
                raise Wait(_("What this builds on has not arrived yet."))
            remove_photo(photo, actor=self.actor)
            return self.keep(one, Outcome.APPLIED)
        file = self.whole(one)
        with transaction.atomic():
            add_photo(self.items[one.item], file, caption=text_in(one.words, "caption")[:120], operation_id=one.id, taken_at=one.device_at,
                      actor=self.actor)
        return self.arrived(one)

    def photo_of(self, number):
        """The photo that came with this operation."""
        return [one.payload["photo"] for one in Operation.everything.filter(public_id=number, kind=Kind.PHOTO, author=self.actor.user)
                if "photo" in one.payload]

    def whole(self, one):
        """The photo's bytes. Raises Wait with how many are here."""
        file = joined(one.id, text_in(one.words, "sha256"), self.actor)
        if file is None:
            here = received(one.id, self.actor)
            if here >= int(one.words["size"]):          # all of it, and not what was sent
                drop_parts(one.id, self.actor)
                here = 0
            raise Wait(_("The photo has not arrived whole yet."), here)
        return file

    def arrived(self, one):
        """The operation that a workflow function of its own has kept."""
        drop_parts(one.id, self.actor)
        operation = Operation.everything.select_related("item").get(public_id=one.id)
        self.known[one.id] = operation
        self.taken.append(operation)
        return operation

    def close(self, one):
        self.refuse_unbegun()
        words = {name: text_in(one.words, name) for name in CLOSING}
        signature = checked(one.words.get("signature"))
        with transaction.atomic():
            close_with_statement(self.visit, **words, signature=signature, operation_id=one.id, actor=self.actor)
        return self.arrived(one)

    def refuse_unbegun(self):
        if self.visit.stage == Stage.PLANNED:
            raise Wait(_("The visit has not begun yet."))
        refuse_outside_the_visit(self.visit)

    # ---- kept

    def put_aside(self, one, why):
        """As it came, with the photo if it is one: evidence that changes nothing."""
        is_photo = one.kind == Kind.PHOTO and "remove" not in one.payload and why != Why.UNREADABLE
        return self.keep(one, Outcome.KEPT, why=why, **(self.stored(one) if is_photo else {}))

    def stored(self, one):
        """The photo on the visit's shelf; of a file that is none, why it is not there."""
        file = self.whole(one)
        try:
            with transaction.atomic():
                stored = {"file": store_upload(file, shelf=self.visit.public_id, actor=self.actor)[0]}
        except Refused as refusal:
            stored = {"payload": {**one.payload, "refused": str(refusal)}}
        drop_parts(one.id, self.actor)
        return stored

    def keep(self, one, outcome, **more):
        fields = {"payload": one.payload, "base_version": one.base} | more
        operation = Operation(public_id=one.id, visit=self.visit, item=self.items.get(one.item), author=self.actor.user, kind=one.kind,
                              outcome=outcome, after=one.after, device=self.device, device_at=one.device_at, received_at=self.arrived_at,
                              **fields)
        self.known[one.id] = operation
        self.taken.append(operation)
        self.unsaved.append(operation)
        return operation

    def save(self):
        """One statement a table."""
        Operation.everything.bulk_create(self.unsaved)
        Entry.everything.bulk_create(self.entries)
        Finding.everything.bulk_create(
            self.changed.values(), update_conflicts=True, unique_fields=["agency", "item", "author"],
            update_fields=[*WORDS, "version", "device_at", "recorded_at"])


def text_in(words, name):
    """A text as a form of the house takes it; a missing one is empty. Raises ValueError for anything else, Refused for what may not be."""
    text = words.get(name, "")
    if not isinstance(text, str):
        raise ValueError(name)
    text = composed(text)
    refuse_if(len(text) > LONG, _("At most %(number)s characters."), number=LONG)
    try:
        refuse_invisible_in_lines(text)
        refuse_personal_numbers(text)
    except ValidationError as wrong:
        raise Refused(" ".join(wrong.messages)) from None
    return text
