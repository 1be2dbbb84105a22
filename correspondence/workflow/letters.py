"""Letters in the agency's name: numbered in the transaction of what they tell, put on paper and signed by the worker, once."""
from django.conf import settings
from django.db import transaction

from core import clock
from core.files import store_document
from core.numbers import next_number
from core.sheets import Heading, Paragraph, Table, sheet_pdf
from core.signing import sign_pdf
from core.tenancy import current_agency
from core.workflow import enqueue, lock, record
from correspondence.models import Letter

SERIES = "letter"
BLOCKS = {"heading": Heading, "paragraph": Paragraph, "table": Table}


@transaction.atomic
def write_letter(subject, *, kind, addressee, title, blocks, actor, language="ko"):
    """A letter about the subject. `blocks`: [("paragraph", {"text": …}), …], see core/sheets.py. Returns it; its paper follows."""
    agency, year = current_agency(), clock.today().year
    serial = next_number(SERIES, year)
    letter = Letter.everything.create(
        subject_type=subject._meta.label_lower, subject_id=str(subject.pk), kind=kind, year=year, serial=serial,
        number=agency.document_number(year, serial), language=language, addressee=addressee[:120], title=title[:200],
        blocks=[[name, facts] for name, facts in blocks], written_at=clock.now(),
    )
    record("letter.written", subject, actor=actor, letter=letter.pk, kind=kind, number=letter.number)
    enqueue("correspondence.tasks.make_letter", letter_id=letter.pk)
    return letter


@transaction.atomic
def put_on_paper(letter, *, actor):
    """Make, sign and keep the letter's PDF. A second time finds it made."""
    letter = lock(letter)
    if letter.made_at:
        return letter
    agency = current_agency()
    content = sheet_pdf(
        letter.title, [BLOCKS[name](**facts) for name, facts in letter.blocks], agency=agency, date=clock.seoul(letter.written_at).date(),
        language=letter.language, number=letter.number, to=letter.addressee, seal_title=agency.head_title_ko, demo=settings.DEMO)
    stored = store_document(sign_pdf(content, agency=agency), shelf=letter.public_id, actor=actor)
    letter.file, letter.sha256, letter.made_at = stored, stored.sha256, clock.now()
    letter.save(update_fields=["file", "sha256", "made_at"])
    record("letter.made", letter, actor=actor, sha256=stored.sha256)
    return letter
