"""The rows of an edition as its content has them, and what every write to an edition asks first."""
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from certification.models import Area, Criterion, Indicator
from certification.wording import as_kept
from core.errors import Refused
from core.tenancy import current_agency
from core.workflow import refuse_if


def write_rows(version, content):
    """Areas, criteria and indicators of a draft, in the order of the file."""
    areas = _write(version, Area, content.get("areas", []))
    criteria = _write(version, Criterion, content.get("criteria", []), area=areas)
    _write(version, Indicator, content.get("indicators", []), criterion=criteria)


def _write(version, model, rows, **wholes):
    """{code: row}. `wholes` says which field names its whole by a code, and where that is found."""
    made = []
    for position, row in enumerate(rows, start=1):
        above = {name: found[row[name]] for name, found in wholes.items()}
        texts = {name: as_kept(value) if isinstance(value, str) else value for name, value in row.items()}
        made.append(model(version=version, position=position, **texts | above))
    return {row.code: row for row in model.everything.bulk_create(made)}


def refuse_published(version):
    refuse_if(version.published_at, _("This edition is published and no longer changes. Draft a new one."))


def refuse_unclean(row, exclude=()):
    """What the fields themselves do not allow, as a sentence beside the field."""
    try:
        row.full_clean(exclude=exclude)
    except ValidationError as failure:
        field = next(iter(failure.message_dict))
        raise Refused(" ".join(failure.message_dict[field]), field) from failure


def renew_if_shown(version):
    """A draft that providers were asked about stands on a public page."""
    if version.consulted_at:
        renew_public_pages(current_agency())
