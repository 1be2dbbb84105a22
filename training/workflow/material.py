"""Materials of a run: files and links, for the whole run or one of its classes."""
from django.db import transaction
from django.utils.translation import gettext as _

from core.file_copies import keep_copy, note_scans
from core.files import store_upload
from core.tenancy import current_agency_id
from core.workflow import lock, record, refuse_if, require
from training.models import Material, MaterialLink
from training.permissions import can_keep_training
from training.stages import RunStage

MOST = 50                           # files of a run


@transaction.atomic
def add_material(run, upload, *, class_session=None, actor):
    """Checked as every file; whoever takes part opens it at once."""
    run = _ours(run, actor)
    refuse_if(Material.everything.filter(run=run).count() >= MOST, _("A run has at most %(most)s files."), field="file", most=MOST)
    stored, name = store_upload(upload, shelf=run.public_id, actor=actor)
    file, _new = keep_copy(Material, stored, name, actor=actor, run=run, class_session=class_session)
    note_scans(Material.everything.filter(pk=file.pk))
    record("run.material_added", run, actor=actor, material=file.pk, sha256=stored.sha256)
    return file


@transaction.atomic
def add_material_link(run, *, name, address, class_session=None, actor):
    """Material that lies elsewhere."""
    run = _ours(run, actor)
    link = MaterialLink.everything.create(run=run, class_session=class_session, name=name, address=address)
    record("run.link_added", run, actor=actor, link=link.pk, address=address)
    return link


@transaction.atomic
def remove_material(one, *, actor):
    """A file or a link: nobody opens it from here any more."""
    run = _ours(one.run, actor)
    record("run.material_removed", run, actor=actor, material=one.pk, kind=one._meta.model_name)
    one.delete()
    return run


def _ours(run, actor):
    require(can_keep_training(actor) and run.agency_id == current_agency_id())
    run = lock(run)
    refuse_if(run.stage in (RunStage.CANCELLED, RunStage.DISCARDED), _("This run does not take place."))
    return run
