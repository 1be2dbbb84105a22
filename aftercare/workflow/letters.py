"""Letters and facts in Korean and in English: each reader gets them in the language they read."""
from django.utils.translation import override

from correspondence.events import LANGUAGES
from correspondence.workflow import write_letter


def in_both(said):
    """{language: words} of what `said()` says in it: a fact of a notice."""
    words = {}
    for language in LANGUAGES:
        with override(language):
            words[language] = str(said())
    return words


def write_in_both(row, kind, compose, names, *, actor):
    """{language: letter}, each with its own document number. `compose()`: (title, blocks); `names`: {language: to whom}."""
    letters = {}
    for language in LANGUAGES:
        with override(language):
            title, blocks = compose()
            letters[language] = write_letter(row, kind=kind, addressee=names[language], title=title, blocks=blocks, actor=actor,
                                             language=language)
    return letters
