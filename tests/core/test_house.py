"""The small components of every page: what they say, and that nobody's words become markup."""
import re
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from core import icons, wording


def rendered(text, **context):
    return Template("{% load house %}" + text).render(Context(context))


class Sheet(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the certificate", widget=forms.TextInput(attrs={"placeholder": "Name"}))
    kind = forms.ChoiceField(label="Kind", choices=[("a", "One"), ("b", "Two")], widget=forms.RadioSelect)
    paper = forms.FileField(label="Paper", help_text="PDF")
    agreed = forms.BooleanField(label="I agree")
    note = forms.CharField(label="Note", required=False)


def test_a_day_is_written_the_official_way_in_both_languages():
    with override("ko"):
        assert rendered("{% korean_date day %}", day=date(2026, 11, 22)) == '<time datetime="2026-11-22">2026. 11. 22.(일)</time>'
    with override("en"):
        assert rendered("{% korean_date day %}", day=date(2026, 11, 22)) == '<time datetime="2026-11-22">22 November 2026 (Sun)</time>'


def test_a_moment_is_told_by_the_clock_in_seoul():
    moment = datetime(2026, 11, 21, 15, 3, tzinfo=UTC)
    with override("ko"):
        assert "2026. 11. 22.(일) 00:03" in rendered("{% when moment %}", moment=moment)
        assert wording.day_in_words(moment) == "2026. 11. 22.(일)"


def test_no_day_is_no_words():
    assert rendered("{% korean_date day %}{% when day %}", day=None) == ""


@pytest.mark.parametrize(("size", "words"), [(812, "812 B"), (34_500, "34 KB"), (13_000_000, "12.4 MB")])
def test_a_size_is_told_as_people_say_it(size, words):
    assert wording.size_in_words(size) == words


@pytest.mark.parametrize("state", sorted(icons.STATES))
def test_every_state_has_a_shape_beside_its_word(state):
    page = rendered("{% status state 'valid' %}", state=state)
    assert f'data-state="{state}"' in page
    assert "<svg" in page
    assert page.endswith("valid</span>")


def test_a_state_without_a_shape_is_a_mistake():
    with pytest.raises(ImproperlyConfigured):
        rendered("{% status 'unheard' 'of' %}")


@pytest.mark.parametrize("tag", [
    "{% status 'valid' words %}", "{% notice 'info' title=words %}{{ words }}{% endnotice %}",
    "{% panel words %}{{ words }}{% endpanel %}", "{% crumbs %}<li>{{ words }}</li>{% endcrumbs %}",
])
def test_words_never_become_markup(tag):
    assert "<b>evil" not in rendered(tag, words="<b>evil")


def test_an_admin_cell_is_named_by_its_column():
    cells, headers = ["<td>12</td>", "<td><input></td>"], [{"text": "<b>count"}, {"text": "count"}]
    page = rendered("{% labelled cells headers %}", cells=cells, headers=headers)
    assert page == '<td>12</td><td data-label="Count"><input></td>'


def test_a_link_keeps_the_language_that_stands_in_the_address():
    english = RequestFactory().get("/?lang=en")
    assert rendered("{% in_language '/busan/#ask' %}", request=english) == "/busan/?lang=en#ask"
    assert rendered("{% in_language '/busan/?page=2' %}", request=english) == "/busan/?page=2&amp;lang=en"
    for other in ("/", "/?lang=ko", "/?lang=%22%3E"):
        assert rendered("{% in_language '/busan/' %}", request=RequestFactory().get(other)) == "/busan/"


def test_a_page_this_site_does_not_have_is_no_link():
    assert rendered("{% link_if 'no_such_page' as gone %}[{{ gone }}]") == "[]"


def test_a_field_ties_its_name_hint_and_error_together():
    page = rendered("{% field form.name %}", form=Sheet({"kind": "a"}))
    assert '<label for="id_name">Name' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_helptext"' in page
    assert re.search(r'class="error" id="id_name_error"', page)
    assert 'aria-invalid="true"' in page
    assert "placeholder" not in page


def test_choices_stand_in_a_fieldset_and_a_file_says_its_error():
    form = Sheet({"name": "x"})
    assert page_has(form, "kind", "<fieldset", "<legend>Kind", 'aria-describedby="id_kind_error"', 'type="radio"')
    assert page_has(form, "paper", 'type="file"', 'aria-describedby="id_paper_helptext id_paper_error"')
    assert page_has(form, "agreed", 'class="check"', "I agree")


def page_has(form, name, *parts):
    page = rendered("{% field one %}", one=form[name])
    return all(part in page for part in parts)


def test_what_must_be_filled_in_says_so_in_a_word():
    with override("en"):
        assert 'class="need">required<' in rendered("{% field form.name %}", form=Sheet())
        assert "need" not in rendered("{% field form.note %}", form=Sheet())
        assert "need" not in rendered("{% field form.name mark_required=False %}", form=Sheet())


def test_errors_of_a_form_lead_to_their_fields():
    page = Template('{% include "components/form_errors.html" %}').render(Context({"form": Sheet({"name": "x", "agreed": "on"})}))
    assert 'role="alert"' in page
    assert 'href="#id_kind"' in page
    assert 'href="#id_paper"' in page


@pytest.mark.parametrize(("label", "words", "count"), [
    ("Busan (12)", "Busan", "12"), ("Busan", "Busan", None), ("Any (of) it", "Any (of) it", None),
])
def test_a_facet_is_split_into_words_and_count(label, words, count):
    page = rendered("{% with parts=label|facet %}{{ parts.words }}|{{ parts.count }}{% endwith %}", label=label)
    assert page == f"{words}|{count}"
