"""Pages for a printer, one document after the other, behind a sheet that says what they are."""
import io

import pikepdf
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import clock
from core.sheets import Paragraph, Table, sheet_pdf

SIGNATURES = ("/AcroForm", "/Perms")            # merged pages are not what was signed


def print_copy(title, words, sheets, left_out, *, agency, demo):
    """`sheets`: [(certificate, a PDF)] in their order. The first page is for the printer: it says what this is, and lists
    them."""
    with override("ko"):
        cover = sheet_pdf(title, _cover(words, sheets, left_out), agency=agency, date=clock.today(), language="ko", demo=demo)
    whole = pikepdf.open(io.BytesIO(cover))
    for _certificate, content in sheets:
        with pikepdf.open(io.BytesIO(content)) as one:
            whole.pages.extend(one.pages)
    for key in SIGNATURES:
        whole.Root.pop(key, None) if key in whole.Root else None
    for page in whole.pages:
        if "/Annots" in page:
            del page["/Annots"]
    written = io.BytesIO()
    whole.save(written, deterministic_id=True)
    return written.getvalue()


def _cover(words, sheets, left_out):
    yield Paragraph(words)
    yield Table((_("No."), _("Certificate number"), _("Organisation"), _("Service")), tuple(
        (str(place), one.number_shown, one.provider_name, str(one.service_type)) for place, (one, _content) in enumerate(sheets, 1)))
    if left_out:
        yield Paragraph(_("Not in it, since the file was not made yet: %(numbers)s") % {"numbers": ", ".join(left_out)})
