"""Files that one house gives and others read: kept with what those need to be served them."""
from core.file_copies import keep_copy, note_scans

__all__ = ["keep_copy", "keep_once", "note_scans"]


def keep_once(model, stored, name, *, actor, central_id, **whole):
    """Of an agency, for Central: the same content once for the `whole` it belongs to. Returns (the row, whether it is new)."""
    return keep_copy(model, stored, name, actor=actor, more={"central_id": central_id}, **whole)
