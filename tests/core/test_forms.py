"""Forms: choices through the door, uniqueness with the agency, filled again after an expired session."""
import pytest
from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.http import QueryDict

from accounts.models import User
from core.forms import TenantForm, filled
from tests.sample.models import Club, Guest, Voucher

pytestmark = pytest.mark.django_db


class VoucherForm(TenantForm):
    class Meta:
        model = Voucher
        fields = ["club", "code"]


class CodeForm(TenantForm):
    """The club is not in the form: the view sets it on the instance."""

    class Meta:
        model = Voucher
        fields = ["code"]


class ClubForm(TenantForm):
    keeper = forms.ModelChoiceField(User.objects.all())

    class Meta:
        model = Club
        fields = ["name", "number", "keeper"]


class MergeForm(TenantForm):
    others = forms.ModelMultipleChoiceField(Club.everything.all())

    class Meta:
        model = Club
        fields = ["name"]


def test_a_form_offers_only_what_its_actor_sees(here, there, busan, at):
    for who, offered in (("owner", {here.club}), ("neighbour", {here.other}), ("officer", {here.club, here.other}), ("assessor", set())):
        with at(getattr(busan, who), busan) as actor:
            assert set(VoucherForm(actor=actor).fields["club"].queryset) == offered
            assert set(MergeForm(actor=actor).fields["others"].queryset) == offered


@pytest.mark.parametrize("which", ["the neighbour's", "another agency's", "nobody's"])
def test_what_is_not_offered_cannot_be_sent(which, here, there, busan, at):
    asked = {"the neighbour's": here.other.pk, "another agency's": there.club.pk, "nobody's": 10**9}[which]
    with at(busan.owner, busan) as actor:
        form = VoucherForm({"club": asked, "code": "x"}, actor=actor)
        assert not form.is_valid() and list(form.errors) == ["club"]
        answers = {str(VoucherForm({"club": pk, "code": "x"}, actor=actor).errors) for pk in (here.other.pk, there.club.pk, 10**9)}
        assert len(answers) == 1


def test_a_form_needs_its_actor():
    with pytest.raises(TypeError):
        VoucherForm()


def test_a_form_that_narrows_by_itself_is_refused_when_it_is_made():
    with pytest.raises(ImproperlyConfigured, match="the door narrows it"):
        class Narrowed(TenantForm):
            club = forms.ModelChoiceField(Club.everything.filter(stage="open"))

            class Meta:
                model = Voucher
                fields = ["code"]


def test_uniqueness_counts_the_agency_although_no_form_has_it(here, busan, daegu, at):
    for place, valid in ((busan, False), (daegu, True)):
        with at(place.owner, place) as actor:
            form = ClubForm({"name": "n", "number": here.club.number, "keeper": place.officer.pk}, actor=actor)
            assert form.is_valid() is valid, form.errors


def test_uniqueness_counts_a_parent_that_is_set_on_the_instance(here, busan, at):
    with at(busan.owner, busan) as actor:
        assert not CodeForm({"code": here.voucher.code}, actor=actor, instance=Voucher(club=here.club)).is_valid()
        assert CodeForm({"code": "another"}, actor=actor, instance=Voucher(club=here.club)).is_valid()
        assert CodeForm({"code": here.voucher.code}, actor=actor, instance=here.voucher).is_valid()


def test_a_choice_of_people_offers_those_of_this_agency(here, busan, daegu, at):
    with at(busan.admin, busan) as actor:
        offered = set(ClubForm(actor=actor).fields["keeper"].queryset)
        assert busan.officer in offered and not offered & {daegu.officer, daegu.admin}
        form = ClubForm({"name": "n", "number": "x", "keeper": daegu.officer.pk}, actor=actor)
        assert not form.is_valid() and list(form.errors) == ["keeper"]


def test_saving_makes_the_row_at_this_agency(here, busan, at):
    with at(busan.owner, busan) as actor:
        form = VoucherForm({"club": here.club.pk, "code": "new"}, actor=actor)
        assert form.is_valid() and form.save().agency == busan.agency


def test_a_form_has_no_field_for_the_agency(here, busan, at):
    class Everything(TenantForm):
        class Meta:
            model = Guest
            fields = "__all__"

    with at(busan.owner, busan) as actor:
        assert set(Everything(actor=actor).fields) == {"club", "name"}


def test_what_was_kept_fills_a_form_and_what_is_posted_goes_before_it(rf):
    empty = rf.get("/")
    assert filled(empty) is None
    empty.kept_form = QueryDict("name=kept")
    assert filled(empty)["name"] == "kept"
    posted = rf.post("/", {"name": "typed"})
    posted.kept_form = QueryDict("name=kept")
    assert filled(posted)["name"] == "typed"
