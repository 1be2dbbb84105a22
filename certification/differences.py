"""What one edition asks otherwise than another: came, went, reworded word by word, moved. No query here."""
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from certification.wording import NO_LANGUAGE, ONE_LANGUAGE, short_label, text_of, with_kinds, word_difference, wording_of


@dataclass(frozen=True)
class Change:
    """One row that differs. `texts`: [(label, words as `word_difference` gives them)] in the page's language."""

    kind: str
    row: Any                                    # of the newer edition; what went is of the older one
    before: tuple = ()
    texts: tuple = ()
    only_elsewhere: bool = False                # the words differ in the other language only
    how: tuple = ()                             # split, merged

    @property
    def old_code(self):
        return ", ".join(one.code for one in self.before)

    @property
    def is_renumbered(self):
        return bool(self.before) and [one.code for one in self.before] != [self.row.code]


@dataclass
class Difference:
    added: list = field(default_factory=list)
    removed: list = field(default_factory=list)
    reworded: list = field(default_factory=list)
    moved: list = field(default_factory=list)
    unchanged: int = 0                          # indicators

    @property
    def is_empty(self):
        return not (self.added or self.removed or self.reworded or self.moved)

    @property
    def counts(self):
        """Of indicators."""
        return {name: sum(change.kind == "indicator" for change in getattr(self, name))
                for name in ("added", "removed", "reworded", "moved")} | {"unchanged": self.unchanged}


def difference(old_tree, new_tree, pairs, services):
    """`pairs` of indicators as the mapping has them; areas and criteria are known by their name or their code. `services`: {code: name}."""
    found, old, new = Difference(), _rows(old_tree), _rows(new_tree)
    for kind in ("area", "criterion"):
        known = _known(old[kind], new[kind])
        for other in new[kind]:
            one = known.get(other.pk)
            _put(found, Change(kind, other, (one,), *_texts(kind, one, other, services)) if one else Change(kind, other))
        found.removed += [Change(kind, one) for one in old[kind] if one not in known.values()]
    before = {other.pk: ([], set()) for other in new["indicator"]}
    for one, other, how in with_kinds(pairs, old["indicator"], new["indicator"]):
        if other is None:
            found.removed.append(Change("indicator", one))
        elif one is not None:
            before[other.pk][0].append(one)
            before[other.pk][1].add(how)
    for other in new["indicator"]:
        ones, hows = before[other.pk]
        texts = _texts("indicator", ones[0], other, services) if ones else ()
        _put(found, Change("indicator", other, tuple(ones), *texts, tuple(sorted(hows & {"split", "merged"})))
             if ones else Change("indicator", other))
    return found


def _rows(tree):
    """{kind: its rows in order}, each knowing what it stands under."""
    rows = {"area": [], "criterion": [], "indicator": []}
    for area, criteria in tree:
        rows["area"].append(area)
        for criterion, indicators in criteria:
            criterion.area = area
            rows["criterion"].append(criterion)
            for indicator in indicators:
                indicator.criterion = criterion
                rows["indicator"].append(indicator)
    return rows


def _known(old, new):
    """{new row's id: what it was before}: the same name before the same code."""
    known, left = {}, list(old)
    for same in ("name_ko", "code"):
        for other in new:
            one = next((one for one in left if getattr(one, same) == getattr(other, same)), None)
            if one and other.pk not in known:
                known[other.pk] = one
                left.remove(one)
    return known


def _put(found, change):
    """In the list where a reader looks for it."""
    if not change.before:
        found.added.append(change)
    elif change.texts or change.only_elsewhere or change.how:
        found.reworded.append(change)
    elif change.is_renumbered or _place(change.row) != _place(change.before[0]):
        found.moved.append(change)
    else:
        found.unchanged += change.kind == "indicator"


def _place(row):
    """The name of what it stands under."""
    above = {"criterion": "area", "indicator": "criterion"}.get(row.kind)
    return getattr(row, above).name_ko if above else ""


def _texts(kind, old, new, services):
    """(texts that differ in this language, whether only the other language differs), in the order of Change."""
    language = "en" if get_language() == "en" else "ko"
    fields = [f"{stem}_{language}" for stem in ONE_LANGUAGE[kind]] + list(NO_LANGUAGE[kind])
    texts = [(short_label(name), text_of(old, name), text_of(new, name)) for name in fields]
    if kind == "indicator":
        texts.append((short_label("applies_to"), services_in_words(old, services), services_in_words(new, services)))
    differing = tuple((label, word_difference(before, after)) for label, before, after in texts if before != after)
    return differing, not differing and wording_of(old) != wording_of(new)


def services_in_words(indicator, services):
    return ", ".join(services.get(code, code) for code in sorted(indicator.applies_to)) or _("all services")
