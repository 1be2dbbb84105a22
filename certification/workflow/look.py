"""How certificates, plaques and plates look: who issues, seals, mark and colour. What was issued stays as it was signed."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Issuer
from certification.permissions import can_change_look
from core.drawings import clean_svg, proportions
from core.errors import Refused
from core.file_names import extension_of
from core.files import store_document, store_upload
from core.workflow import lock, record, refuse_if, require

WORDS = ("name_ko", "name_en", "title_ko", "title_en")
LEAST, LARGEST = 300, 2 * 1024 * 1024           # pixels a side of a PNG, so that it is sharp at 25 mm; bytes
SEAL_MAY_BE, MARK_MAY_BE = 1.1, 1.5             # how much longer one side than the other


@transaction.atomic
def change_look(framework, *, colour, issuers, mark=None, without_mark=False, swap=False, actor):
    """From the next document on. `issuers`: one or two, each the WORDS with `seal` (an upload or None) and `without_seal`; `swap`: the
    second stands first. A picture that is not given stays."""
    framework = lock(framework)
    require(can_change_look(actor))
    refuse_if(not 1 <= len(issuers) <= 2, _("A certificate is issued by one body or by two together."))
    rows = list(Issuer.everything.filter(framework=framework).order_by("position", "pk")[:2])
    wanted = [_wanted(framework, issuer, rows[place] if place < len(rows) else None, place, actor) for place, issuer in enumerate(issuers)]
    changed = _mark_and_colour(framework, colour, mark, without_mark, actor)
    if _write_issuers(framework, rows, wanted[::-1] if swap else wanted):
        changed.append("issuers")
    if changed:
        record("framework.look_changed", framework, actor=actor, fields=changed, colour=framework.colour,
               mark=framework.mark and framework.mark.sha256, seals=[one["seal"] and one["seal"].sha256 for one in wanted])
    return framework


def _wanted(framework, issuer, row, place, actor):
    """The values of one issuer's row: its words, and the seal that is new, kept or taken away."""
    seal = None if issuer.get("without_seal") or row is None else row.seal
    if issuer.get("seal"):
        seal = _kept(framework, issuer["seal"], SEAL_MAY_BE, f"seal_{place + 1}", actor)
    return {name: issuer[name] for name in WORDS} | {"seal": seal}


def _mark_and_colour(framework, colour, mark, without_mark, actor):
    """Returns what of the two has changed."""
    before = framework.colour, framework.mark_id
    framework.colour = colour
    if without_mark:
        framework.mark = None
    if mark:
        framework.mark = _kept(framework, mark, MARK_MAY_BE, "mark", actor)
    framework.save(update_fields=["colour", "mark"])
    return [name for name, old, new in zip(("colour", "mark"), before, (framework.colour, framework.mark_id), strict=True) if old != new]


def _write_issuers(framework, rows, wanted):
    """In their places; whoever stood behind them goes. Returns whether anything changed."""
    changed = len(rows) != len(wanted)
    for place, values in enumerate(wanted):
        row = rows[place] if place < len(rows) else Issuer(framework=framework, position=place + 1)
        different = [name for name, value in values.items() if getattr(row, name) != value]
        for name in different:
            setattr(row, name, values[name])
        if different:
            row.save()
        changed = changed or bool(different)
    for row in rows[len(wanted):]:
        row.delete()
    return changed


def _kept(framework, upload, may_be, field, actor):
    """The picture made anew on the framework's shelf: SVG of plain shapes, or PNG. A refusal stands beside its field."""
    try:
        refuse_if(upload.size > LARGEST, _("This picture is larger than 2 MB. Make it smaller and choose it again."))
        if extension_of(upload.name or "") == "svg":
            content = clean_svg(upload.read())
            _refuse_shape(content, may_be)
            return store_document(content, shelf=framework.public_id, actor=actor, mime="image/svg+xml", extension="svg")
        refuse_if(extension_of(upload.name or "") != "png", _("Please choose a drawing (SVG) or a picture with a clear ground (PNG)."))
        head = upload.read(24)
        upload.seek(0)
        stored, _name = store_upload(upload, shelf=framework.public_id, actor=actor)
        refuse_if(min(proportions(head)) < LEAST,
                  _("This picture is too small to be printed sharply: each side needs at least 300 pixels."))
        _refuse_shape(head, may_be)
        return stored
    except Refused as refusal:
        refusal.field = field
        raise


def _refuse_shape(content, may_be):
    short, long = sorted(proportions(content))
    refuse_if(long > short * may_be, _("This picture is too long for its place. Cut it so that it is square."))
