"""Texts that are kept in Korean and in English."""
from django.utils.translation import get_language


def by_language(stem):
    """A property: `name = by_language("name")` reads `name_en` on English pages where it is written, else `name_ko`."""
    return property(lambda row: (get_language() == "en" and getattr(row, f"{stem}_en")) or getattr(row, f"{stem}_ko"))
