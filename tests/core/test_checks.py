"""System checks: silent on the house, red on a careless model."""
import pytest
from django.apps import apps
from django.core import checks
from django.db import models
from django.db.models import functions

from core import checks as house
from core.tenancy import Ownership, TenantModel
from tests.sample.models import Club


@pytest.fixture
def careless():
    """Make a model that forgets a rule; taken back out of the registry afterwards."""
    def made(base=TenantModel, **attributes):
        attributes = {"__module__": __name__, "Meta": type("Meta", (), {"app_label": "sample"} | attributes.pop("meta", {}))} | attributes
        return type("Careless", (base,), attributes)

    yield made
    for name in [name for name in apps.all_models["sample"] if name.startswith("careless")]:
        del apps.all_models["sample"][name]
    apps.clear_cache()
    for model in apps.get_models():
        model._meta._expire_cache()


def found():
    own = (house.strangers_have_no_back_door, house.every_key_counts_the_agency, house.ownership_is_declared_right)
    return {problem.id for check in own for problem in check(None)}


def nobody(cls, actor):
    return models.Q(pk__in=())


AUDIENCE = {"audience": classmethod(nobody)}


def test_the_house_is_silent():
    assert checks.run_checks() == []


def test_the_checks_are_those_of_the_house():
    registered = {check.__name__ for check in checks.registry.registry.registered_checks if check.__module__ == "core.checks"}
    assert registered >= {"strangers_have_no_back_door", "every_key_counts_the_agency", "ownership_is_declared_right",
                          "addresses_keep_their_prefix"}


def test_a_careful_model_is_passed_over(careless):
    pair = [models.UniqueConstraint(fields=["agency", "name"], name="careful"),
            models.UniqueConstraint("agency", functions.Lower("name"), name="careful_lower"),
            models.CheckConstraint(condition=~models.Q(name=""), name="careful_name")]
    club = models.ForeignKey(Club, models.CASCADE, related_name="+")
    careless(club=club, name=models.CharField(), meta={"constraints": pair}, **AUDIENCE)
    assert found() == set()


@pytest.mark.parametrize(("problem", "attributes"), [
    ("poom.E001", lambda: {"club": models.ForeignKey(Club, models.CASCADE)}),
    ("poom.E002", lambda: {"club": models.OneToOneField(Club, models.CASCADE, related_name="+")}),
    ("poom.E002", lambda: {"email": models.EmailField(unique=True)}),
    ("poom.E002", lambda: {"a": models.IntegerField(), "b": models.IntegerField(),
                           "meta": {"constraints": [models.UniqueConstraint(fields=["a", "b"], name="careless_pair")]}}),
    ("poom.E002", lambda: {"a": models.IntegerField(),
                           "meta": {"constraints": [models.UniqueConstraint(functions.Lower("a"), name="careless_lower")]}}),
    ("poom.E002", lambda: {"a": models.IntegerField(), "b": models.IntegerField(), "meta": {"unique_together": {("a", "b")}}}),
    ("poom.E003", lambda: {"clubs": models.ManyToManyField(Club, related_name="+")}),
    ("poom.E006", lambda: {"ownership": Ownership.PUBLISHED}),
    ("poom.E007", lambda: {"ownership": Ownership.SHARED}),
    ("poom.E007", lambda: {"owners": ("agency", "other"), "other": models.ForeignKey("accounts.Agency", models.PROTECT, related_name="+")}),
    ("poom.E009", lambda: {"mine": models.Manager()}),
], ids=["foreign key", "one to one", "unique field", "unique pair", "unique expression", "unique together", "many to many",
        "no published_at", "shared by one", "two owners", "own manager"])
def test_a_careless_model_is_named(problem, attributes, careless):
    careless(**attributes(), **AUDIENCE)
    assert found() == {problem}


def test_a_model_that_says_to_nobody_who_may_see_it_is_named(careless):
    careless()
    assert found() == {"poom.E008"}
