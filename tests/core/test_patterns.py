"""Patterns escape as format_html does, whatever is put in, and fill each place once."""
import pytest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core.patterns import phrase, prepared, safe, written, written_each

VALUES = ["<script>alert('x')</script> & \"co\"", SafeString("<b>ours</b>"), _("Map"), 7, "{0} {name}", "", None]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_a_value_is_escaped_as_format_html_does_it(value):
    assert written("<i>{}</i>", value) == format_html("<i>{}</i>", value) == written("<i>{}</i>", safe(value))
    assert written_each("<i>{}</i>", [(value,), (value,)]) == format_html("<i>{}</i>", value) * 2
    assert phrase("%(what)s!", what=value) == format_html("{}!", value)
    assert written(prepared("<i>{what}</i>{}", what=value), "<") == format_html("<i>{}</i>&lt;", value)


def test_what_was_put_in_is_not_filled_again():
    assert written(prepared("{a}{b}{}", a="{b}", b="{}"), "c") == "{b}{}c"
    assert phrase("%(a)s%(b)s", a="%(b)s", b="x") == "%(b)sx"
