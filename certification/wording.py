"""The texts of an edition's rows by the names they have in files and forms, and which of them differ. No query here."""
from difflib import SequenceMatcher
from re import findall

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.typed import composed

LANGUAGES = ("ko", "en")
ONE_LANGUAGE = {                                # stems of the texts of each kind, in the order in which they are read
    "area": ("name", "description", "plain"), "criterion": ("name",),
    "indicator": ("name", "question", "description", "evidence", "document_check", "onsite_check", "mistakes")}
NO_LANGUAGE = {"area": (), "criterion": (), "indicator": ("legal_basis",)}
LABELS = {"name": _("name"), "description": _("description"), "plain": _("for citizens"), "question": _("question"),
          "evidence": _("evidence asked for"), "document_check": _("document review"), "onsite_check": _("on-site check"),
          "mistakes": _("frequent mistakes"), "legal_basis": _("legal basis"), "applies_to": _("services")}
IN = {"ko": _("Korean"), "en": _("English")}


def as_kept(text):
    """Composed, with line ends as everybody writes them: a browser sends others, and equal texts have to be equal."""
    return composed(text).replace("\r\n", "\n").replace("\r", "\n")


def fields_of(kind):
    """Every text of this kind by its name: name_ko, name_en, …; `evidence_ko` is the list of pieces, one a line."""
    return [f"{stem}_{language}" for stem in ONE_LANGUAGE[kind] for language in LANGUAGES] + list(NO_LANGUAGE[kind])


def text_of(row, field):
    stem, _underscore, language = field.rpartition("_")
    if stem == "evidence":
        return "\n".join(piece.get(language, "") for piece in row.evidence)
    return getattr(row, field)


def label_of(field):
    """Question (Korean)."""
    stem, _underscore, language = field.rpartition("_")
    if language not in IN or stem not in LABELS:
        return str(LABELS[field])
    return gettext("%(text)s (%(language)s)") % {"text": LABELS[stem], "language": IN[language]}


def short_label(field):
    """Question."""
    return str(LABELS.get(field) or LABELS[field.rpartition("_")[0]])


def wording_of(row):
    """Everything that is asked by it, without its place: equal for two rows that say the same."""
    texts = tuple(text_of(row, field) for field in fields_of(row.kind))
    return (*texts, tuple(sorted(row.applies_to))) if row.kind == "indicator" else texts


def word_difference(old, new):
    """[("same" | "del" | "ins", words)], word by word; a line end is a word."""
    before, after = (findall(r"\S+|\n", text) for text in (old, new))
    found = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(("same", " ".join(before[a:b])))
            continue
        found += [("del", " ".join(before[a:b]))] if b > a else []
        found += [("ins", " ".join(after[c:d]))] if d > c else []
    return found


ALIKE = 0.55            # an indicator of another code is the same one reworded
SAME_CODE = 0.3         # with the same code less will do
COUNTS_FOR = 0.25       # so much does the code speak for it against another that is alike too


def likeness(one, other, at_least):
    """How much two indicators are alike, by their Korean name, question and description: from 0 to 1, and 0 for less than asked for."""
    texts = [" ".join((row.name_ko, row.question_ko, row.description_ko)) for row in (one, other)]
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    if matcher.real_quick_ratio() < at_least or matcher.quick_ratio() < at_least:       # cheap upper bounds
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= at_least else 0.0


def _fit(one, other):
    """How well one may have become the other; nothing if it did not."""
    if one.code != other.code:
        return likeness(one, other, ALIKE)
    alike = likeness(one, other, SAME_CODE)
    return alike and alike + COUNTS_FOR


def proposed_pairs(old, new):
    """[(old indicator, new indicator)] by text and code: word for word first, then what fits best."""
    pairs, before, after = [], list(old), list(new)

    def take(one, other):
        pairs.append((one, other))
        before.remove(one)
        after.remove(other)

    wordings = {}
    for one in before:
        wordings.setdefault(wording_of(one), []).append(one)
    for other in list(after):
        if same := wordings.get(wording_of(other)):
            take(next((one for one in same if one.code == other.code), same[0]), other)
            same.remove(pairs[-1][0])
    ranked = sorted(((_fit(one, other), one, other) for one in before for other in after), key=lambda found: -found[0])
    for fit, one, other in ranked:
        if fit and one in before and other in after:
            take(one, other)
    return pairs


def with_kinds(pairs, old, new):
    """[(old | None, new | None, kind)] for every indicator of both editions: what the pairs mean."""
    olds, news = {}, {}
    for one, other in pairs:
        olds.setdefault(other.pk, []).append(one)
        news.setdefault(one.pk, []).append(other)
    found = [(None, other, "new") for other in new if other.pk not in olds]
    found += [(one, None, "dropped") for one in old if one.pk not in news]
    for one, other in pairs:
        if len(news[one.pk]) > 1:
            kind = "split"
        elif len(olds[other.pk]) > 1:
            kind = "merged"
        else:
            kind = "same" if wording_of(one) == wording_of(other) else "reworded"
        found.append((one, other, kind))
    return found
