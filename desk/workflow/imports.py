"""An import: handed in, checked without writing, confirmed as it was shown, checked again and carried out, all of it or nothing."""
import uuid
from dataclasses import asdict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.file_names import clean_name
from core.file_types.archive import unpack
from core.files import open_stored, store_document, store_upload
from core.tables import Problem, Reading, read_table
from core.workflow import enqueue, lock, move, record, refuse_if, require
from desk.imports import KINDS, kinds_here
from desk.imports.plan import Plan
from desk.models import ImportRun
from desk.stages import Stage
from providers.permissions import can_import

LINES_SHOWN = 300
SMALL = 40_000          # bytes of a spreadsheet of about 500 rows: looked at while the page waits
FEW = 500               # rows that are entered while the page waits
SCANS_AT_MOST = 100
HOUSE = Actor.system("imports")
ZIP = {"mime": "application/zip", "extension": "zip"}


@transaction.atomic
def start_import(kind, file, scans=None, *, actor):
    """Hand a spreadsheet in, with a ZIP of scans where the kind has some. Nothing is entered: a small one is checked at once, a large
    one by the worker."""
    require(can_import(actor) and kind in kinds_here())
    refuse_if(scans and not KINDS[kind].WITH_SCANS, _("There are no scans for this kind of spreadsheet."), field="scans")
    shelf = uuid.uuid4()
    stored, name = store_upload(file, shelf=shelf, actor=actor)
    kept, scans_name = None, ""
    if scans:
        kept, scans_name = _kept_scans(scans, shelf, actor), clean_name(scans.name or "")
    run = ImportRun.everything.create(
        public_id=shelf, kind=kind, file=stored, name=name, scans=kept, scans_name=scans_name, language=get_language() or "ko",
        uploaded_at=clock.now(), uploaded_by=actor.user)
    record("import.started", run, actor=actor, kind=kind, sha256=stored.sha256)
    if stored.size <= SMALL and not scans:
        return check_import(run, actor=HOUSE)
    enqueue("desk.tasks.check_import", run_id=run.pk)
    return run


def _kept_scans(scans, shelf, actor):
    """The ZIP as it is, once it is known to be one and of sane size."""
    count = sum(1 for _scan in unpack(scans))
    refuse_if(count > SCANS_AT_MOST, _("At most %(most)s scans at once. Bring the certificates in by several files."), field="scans",
              most=SCANS_AT_MOST)
    scans.seek(0)
    return store_document(scans.read(), shelf=shelf, actor=actor, **ZIP)


@transaction.atomic
def check_import(run, *, actor):
    """The dry run: what would be made, changed and left, and every mistake with its place. Writes nothing but that."""
    run = lock(run)
    require(actor.is_system)
    if run.stage != Stage.CHECKING:
        return run
    with translation.override(run.language):
        reading, plan = examine(run, Actor.of(run.uploaded_by))
        return _keep(run, reading, plan, actor)


def examine(run, actor):
    """(Reading, Plan) of the kept file against what is entered now. What is no spreadsheet at all is one mistake."""
    kind = KINDS[run.kind]
    columns = kind.columns(run.agency)
    try:
        with open_stored(run.file) as file:
            reading = read_table(file, columns, name=run.name)
        scans = _scans_of(run)
    except Refused as refusal:
        return Reading(problems=[Problem(str(refusal))]), Plan()
    if not reading.problems and not reading.rows:
        reading.problems.append(Problem(_("There is no row below the headings."), reading.sheet))
    return reading, kind.plan(reading, columns, actor=actor, scans=scans)


def _scans_of(run):
    if run.scans is None:
        return None
    with open_stored(run.scans) as file:
        return {name: content.getvalue() for name, content in unpack(file)}


def _keep(run, reading, plan, actor, notes=()):
    """Write down what the check found, and where the run stands now."""
    run.checked_at, run.rows = clock.now(), len(reading.rows)
    run.made, run.changed, run.left = (plan.count(action) for action in ("made", "changed", "left"))
    run.lines = [asdict(line) for line in plan.lines[:LINES_SHOWN]]
    run.problems = [{"place": problem.place, "sentence": problem.sentence} for problem in reading.problems]
    run.notes, run.digest = [*notes, *reading.notes], "" if reading.problems else plan.digest
    run.save(update_fields=["checked_at", "rows", "made", "changed", "left", "lines", "problems", "notes", "digest"])
    step = move(run, Stage.WRONG if reading.problems else Stage.CHECKED)
    record("import.checked", run, actor=actor, rows=run.rows, problems=len(run.problems), **step)
    return run


@transaction.atomic
def confirm_import(run, digest, *, actor):
    """Carry out exactly what was shown: a few rows at once, many by the worker."""
    run = lock(run)
    require(can_import(actor))
    refuse_if(run.stage != Stage.CHECKED, _("This import is now “%(stage)s”."), stage=run.get_stage_display())
    refuse_if(digest != run.digest, _("What this import would do has changed since you looked. Look at it again."))
    run.confirmed_at, run.confirmed_by = clock.now(), actor.user
    run.save(update_fields=["confirmed_at", "confirmed_by"])
    step = move(run, Stage.CARRYING_OUT)
    record("import.confirmed", run, actor=actor, digest=digest, **step)
    if run.rows <= FEW and not run.scans:
        return carry_out_import(run, actor=HOUSE)
    enqueue("desk.tasks.carry_out_import", run_id=run.pk)
    return run


@transaction.atomic
def drop_import(run, *, actor):
    """It is not carried out."""
    run = lock(run)
    require(can_import(actor))
    step = move(run, Stage.DROPPED)
    record("import.dropped", run, actor=actor, **step)
    return run


@transaction.atomic
def carry_out_import(run, *, actor):
    """Read the kept file anew, and enter all of it in the name of who confirmed it; or nothing, and say why."""
    run = lock(run)
    require(actor.is_system)
    if run.stage != Stage.CARRYING_OUT:
        return run
    with translation.override(run.language):
        person = Actor.of(run.confirmed_by)
        reading, plan = examine(run, person)
        if reading.problems or plan.digest != run.digest:
            return _keep(run, reading, plan, actor, notes=[_("Something was entered meanwhile, so nothing was written. Look at it again.")])
        try:
            with transaction.atomic():
                KINDS[run.kind].carry(plan, actor=person)
        except (Refused, PermissionDenied) as refusal:
            reading.problems.append(Problem(str(refusal) or _("Who confirmed this may no longer bring anything in.")))
            return _keep(run, reading, plan, actor, notes=[_("Nothing was written.")])
    run.done_at = clock.now()
    run.save(update_fields=["done_at"])
    step = move(run, Stage.DONE)
    record("import.done", run, actor=person, rows=run.rows, made=run.made, changed=run.changed, left=run.left, **step)
    return run
