"""Words that are kept while one writes: an older page never overwrites newer ones."""
from copy import copy
from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Kept:
    """The row as it stands. `is_new`: these words were written now. `conflict`: others were since the page was opened, these not."""

    row: models.Model
    is_new: bool = False
    conflict: bool = False


def keep_words(row, words, *, base_version, **stamp):
    """Write {field: text} into a row that counts its savings in `version`, if nobody saved since `base_version`. Returns Kept.

    No lock: one statement asks and writes. Whoever closes the row to writing counts its version up, and every open page is an older one.
    """
    if _words_in(row, words) == words:
        return Kept(row)
    rows = type(row)._default_manager.filter(pk=row.pk)
    change = {**words, **stamp, "version": base_version + 1}
    if not rows.filter(version=base_version).update(**change):
        now = rows.get()
        return Kept(now, conflict=_words_in(now, words) != words)       # with the same words it is no matter who was faster
    written = copy(row)
    for name, value in change.items():
        setattr(written, name, value)
    return Kept(written, is_new=True)


def _words_in(row, words):
    return {name: getattr(row, name) for name in words}
