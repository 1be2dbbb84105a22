"""Files that one house gives and others read (see `core.models.FileCopy`): kept with what those need to be served them."""
from core import clock
from core.files import path_of


def keep_copy(model, stored, name, *, actor, more=None, **whole):
    """The same content once for the `whole`; `more`: what a new row says besides. Returns (the row, whether it is new)."""
    return model.everything.get_or_create(**whole, file=stored, defaults={
        **(more or {}), "name": name, "path": path_of(stored), "sha256": stored.sha256, "size": stored.size,
        "mime": stored.mime, "extension": stored.extension, "added_by": actor.user, "added_at": clock.now()})


def note_scans(files):
    """What is known of malware now stands beside each file: others cannot ask the giver's row. `files`: a queryset."""
    rows = list(files.select_related("file__scan"))
    for row in rows:
        row.scan = row.file.scan_state
    files.model.everything.bulk_update(rows, ["scan"])
