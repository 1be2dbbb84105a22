"""Mistakes that a system check can see before any request does."""
from django.conf import settings
from django.core import checks
from django.core.checks.urls import check_resolver
from django.db import models
from django.urls import get_resolver

from core.pdf import missing_libraries
from core.signing_token import is_missing
from core.tenancy import Ownership, TenantRow
from core.walls import tenant_models


@checks.register
def strangers_have_no_back_door(app_configs, **kwargs):
    """A reverse accessor may lead from a whole to its parts, never between strangers."""
    problems = []
    for model in tenant_models():
        for field in model._meta.get_fields():
            leads_there = (field.many_to_one or field.one_to_one) and field.concrete and issubclass(field.related_model, TenantRow)
            if leads_there and field.name != model.part_of and not field.remote_field.hidden:
                problems.append(checks.Error(f"{field} needs related_name='+'", id="poom.E001"))
    return problems


@checks.register
def every_key_counts_the_agency(app_configs, **kwargs):
    """Unique per agency, unless it is random and says nothing (a UUID) or follows one's own whole."""
    problems = []
    for model in tenant_models():
        alone = [f.name for f in model._meta.local_fields
                 if f.unique and not f.primary_key and f.get_internal_type() != "UUIDField" and f.name != model.part_of]
        shared = [c.name for c in model._meta.constraints
                  if not isinstance(c, models.CheckConstraint) and not set(model.owners) & columns_of(c)]
        shared += [f"unique_together {pair}" for pair in model._meta.unique_together if not set(model.owners) & set(pair)]
        problems += [checks.Error(f"{model._meta.label}: {n} is unique across agencies", id="poom.E002") for n in alone + shared]
        problems += [checks.Error(f"{f}: give it a `through` with an agency", id="poom.E003")
                     for f in model._meta.local_many_to_many if f.remote_field.through._meta.auto_created]
    return problems


def columns_of(key):
    """The fields that a unique or an exclusion constraint looks at, in expressions too."""
    expressions = [one[0] if isinstance(one, (tuple, list)) else one for one in getattr(key, "expressions", ())]
    parts = [part for one in expressions for part in (one.flatten() if hasattr(one, "flatten") else [one])]
    return set(getattr(key, "fields", ())) | {getattr(part, "name", part) for part in parts if isinstance(part, (str, models.F))}


@checks.register
def ownership_is_declared_right(app_configs, **kwargs):
    problems = []
    for model in tenant_models():
        names = {f.name for f in model._meta.get_fields()}
        if model.ownership == Ownership.PUBLISHED and not model.part_of and "published_at" not in names:
            problems.append(checks.Error(f"{model._meta.label} is PUBLISHED and needs published_at", id="poom.E006"))
        if (model.ownership == Ownership.SHARED) != (len(model.owners) > 1):
            problems.append(checks.Error(f"{model._meta.label}: two owners and SHARED go together", id="poom.E007"))
        if model.part_of is None and "audience" not in vars(model):
            problems.append(checks.Error(f"{model._meta.label} says to nobody who may see it: write audience()", id="poom.E008"))
        if model._default_manager.name != "everything":
            problems.append(checks.Error(f"{model._meta.label}: `everything` first, `objects` second, no others", id="poom.E009"))
    return problems


@checks.register
def addresses_keep_their_prefix(app_configs, **kwargs):
    problems = check_resolver(get_resolver(settings.AGENCY_URLCONF))       # Django checks ROOT_URLCONF only
    for name in ("STATIC_URL", "MEDIA_URL"):
        raw = getattr(settings._wrapped, name)
        if raw and not raw.startswith(("/", "http")):
            problems.append(checks.Error(f"{name} must be absolute: a relative one keeps one agency's prefix", id="poom.E004"))
    for name in ("LOGIN_URL", "LOGIN_REDIRECT_URL", "LOGOUT_REDIRECT_URL"):
        if "/" in str(getattr(settings, name)):
            problems.append(checks.Error(f"{name} must be a URL name: a path has no prefix", id="poom.E005"))
    return problems


@checks.register
def documents_can_be_made(app_configs, **kwargs):
    """Without them a document fails or takes seconds, and only when somebody waits for it."""
    missing = missing_libraries()
    sentence = f"PDFs need packages that are not installed: apt-get install {' '.join(missing)}"
    return [checks.Error(sentence, id="poom.E010")] if missing else []


@checks.register
def a_named_token_can_be_spoken_with(app_configs, **kwargs):
    """Seen at the start, and not when the first certificate waits for its signature."""
    sentence = "PKCS11_MODULE is set, but its package is not installed: pip install python-pkcs11"
    return [checks.Error(sentence, id="poom.E011")] if is_missing() else []
