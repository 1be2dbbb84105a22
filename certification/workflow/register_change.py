"""What a change of the register leaves behind for programs: one row, in the transaction of the change."""
from certification.models import RegisterChange, RegisterEntry
from core import clock
from core.transactions import CurrentTransaction, NotYetBegun

UNSEEN = ("terms", "known_as", "renewed_at")               # what no citizen sees: nothing changed for them


def entry_before(certificate):
    """The certificate's row as it stands, before it is written anew; or None."""
    return RegisterEntry.everything.filter(certificate=certificate).values().first()


def note_change(entry, before):
    """Written only if something that citizens see has changed."""
    kind = kind_of(entry, before)
    if kind:
        RegisterChange.everything.create(number=entry.number, kind=kind, at=clock.now(), era=current_era())


def kind_of(entry, before):
    """The kind of the event that is new; else that the entry was edited, or "" if citizens see no difference."""
    known = before["history"] if before else []
    if new := [event["kind"] for event in entry.history if event not in known]:
        return new[-1] if new[-1] in RegisterChange.Kind else RegisterChange.Kind.EDITED
    if before is None:
        return RegisterChange.Kind.EDITED
    after = RegisterEntry.everything.filter(pk=entry.pk).values().get()
    same = all(after[name] == before[name] for name in after if name not in UNSEEN)
    return "" if same else RegisterChange.Kind.EDITED


def current_era():
    """A dump that was read into another cluster brings numbers which are not given there yet: from then on another era counts."""
    latest = RegisterChange.everything.order_by("-era", "-transaction").annotate(
        begun_before=NotYetBegun(), own=CurrentTransaction()).values("era", "transaction", "begun_before", "own").first()
    if latest is None:
        return 1
    is_foreign = latest["transaction"] >= latest["begun_before"] and latest["transaction"] != latest["own"]
    return latest["era"] + is_foreign
