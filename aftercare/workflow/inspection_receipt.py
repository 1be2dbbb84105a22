"""The receipt of a self-inspection: a letter with what arrived, when, and its hash. Each handing in has its own."""
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.wording import day_in_words, moment_in_words
from correspondence.workflow import write_letter

RECEIPT = "inspection.receipt"


def write_receipt(seal, duty, indicators, files, *, actor):
    """In the transaction of what it confirms; its paper follows."""
    certificate = duty.certificate
    with override("ko"):
        late = " " + _("after its last day") if seal.is_late else ""
        rows = [[_("Certificate"), f"{certificate.number_shown} {certificate.provider_name}"], [_("Self-inspection"), str(duty)],
                [_("Received at"), moment_in_words(seal.sealed_at, "ko")], [_("Last day"), day_in_words(duty.due_on, "ko") + late],
                [_("Indicators"), str(indicators)], [_("Files"), str(files)], [_("SHA-256"), seal.sha256]]
        blocks = [("paragraph", {"text": _("We have received your self-inspection. It is kept exactly as it arrived.")}),
                  ("table", {"headers": [_("Item"), _("Contents")], "rows": rows, "widths": [30, 70]})]
        title = _("Receipt of a self-inspection (%(number)s)") % {"number": certificate.number_shown}
    return write_letter(seal, kind=RECEIPT, addressee=certificate.provider_name, title=title, blocks=blocks, actor=actor)
