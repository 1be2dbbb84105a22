"""A mistake in a published edition is told beside the text: what stands there, what was meant."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from certification.models import Erratum
from certification.permissions import can_publish_framework
from certification.wording import as_kept, fields_of, text_of
from certification.workflow.framework_paper import ask_for_papers
from core import clock
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def note_erratum(row, *, field, new_text, actor):
    """Beside one text of an area, a criterion or an indicator. Never an edit, and itself never changed: the next one corrects it."""
    version = lock(row.version)
    require(can_publish_framework(actor))
    refuse_if(version.published_at is None, _("This edition is a draft: correct the text itself."))
    refuse_if(field not in fields_of(row.kind), _("Choose one of the texts."), field="field")
    old_text, new_text = text_of(row, field), as_kept(new_text).strip()
    refuse_if(not new_text, _("Write what it should say."), field="new_text")
    refuse_if(new_text == old_text.strip(), _("This is what stands there already."), field="new_text")
    erratum = Erratum.objects.create(version=version, **{row.kind: row}, field=field, old_text=old_text, new_text=new_text,
                                     noted_at=clock.now(), noted_by=actor.user)
    record("framework.erratum_noted", erratum, actor=actor, version=version.pk, code=row.code, field=field)
    ask_for_papers(version)
    renew_public_pages(current_agency())
    return erratum
