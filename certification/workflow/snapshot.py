"""The month's file of the whole register: made once, kept for good."""
import gzip
import hashlib
import io

from django.db import transaction

from accounts import directory
from accounts.workflow import renew_public_pages
from certification import queries
from certification.models import RegisterSnapshot
from certification.open_data import csv_of, json_of
from core import clock


@transaction.atomic
def make_snapshots(*, actor):
    """The files of this month, unless they are there. Returns those made now. A month in which nobody called has none."""
    day = clock.today()
    month = f"{day:%Y-%m}"
    missing = [form for form in RegisterSnapshot.Form if not RegisterSnapshot.objects.filter(month=month, form=form).exists()]
    made = [packed(form, month, day) for form in missing if directory.agencies()]
    RegisterSnapshot.objects.bulk_create(made, ignore_conflicts=True)           # of two who make it at once the first one counts
    if made:
        renew_public_pages(directory.agencies()[0])                             # the page that lists them depends on any agency
    return made


def packed(form, month, day):
    """The file's row: each piece is hashed and compressed as it is written, so that only the compressed whole is in memory."""
    rows = queries.register_rows(day=day)
    pieces = csv_of(rows, day) if form == RegisterSnapshot.Form.CSV else json_of(rows, day)
    digest, size, out = hashlib.sha256(), 0, io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as zipped:
        for piece in pieces:
            written = piece.encode()
            digest.update(written)
            size += len(written)
            zipped.write(written)
    return RegisterSnapshot(month=month, form=form, taken_on=day, made_at=clock.now(), count=rows.count(), size=size,
                            sha256=digest.hexdigest(), packed=out.getvalue())
