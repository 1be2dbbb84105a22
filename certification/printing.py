"""Pages for a printer: documents that are kept, one after the other, behind a sheet that says what they are."""
import io

import pikepdf
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import clock
from core.files import open_stored
from core.sheets import Paragraph, Table, sheet_pdf

SIGNATURES = ("/AcroForm", "/Perms")            # merged pages are not what was signed


def print_copy(title, documents, left_out, *, agency, demo):
    """`documents`: [(certificate, its document)] in their order. The first sheet is for the printer: it lists them, and says that this is a
    print copy without signatures."""
    with override("ko"):
        cover = sheet_pdf(title, _words(documents, left_out), agency=agency, date=clock.today(), language="ko", demo=demo)
    whole = pikepdf.open(io.BytesIO(cover))
    for _certificate, document in documents:
        with open_stored(document.file) as file, pikepdf.open(io.BytesIO(file.read())) as one:
            whole.pages.extend(one.pages)
    for key in SIGNATURES:
        whole.Root.pop(key, None) if key in whole.Root else None
    for page in whole.pages:
        if "/Annots" in page:
            del page["/Annots"]
    written = io.BytesIO()
    whole.save(written, deterministic_id=True)
    return written.getvalue()


def _words(documents, left_out):
    yield Paragraph(_("This is a print copy: its pages are those of the signed files, and carry no electronic signature themselves. The "
                      "signed file of each certificate stands on the holder's own page."))
    yield Table((_("No."), _("Certificate number"), _("Organisation"), _("Service")), tuple(
        (str(place), one.number_shown, one.provider_name, str(one.service_type)) for place, (one, _document) in enumerate(documents, 1)))
    if left_out:
        yield Paragraph(_("Not in it, since the file was not made yet: %(numbers)s") % {"numbers": ", ".join(left_out)})
