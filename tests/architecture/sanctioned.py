"""A sanction with a file, a statement, somebody who handles it, a letter and an appeal: what stands in the blanks of those addresses."""
from datetime import timedelta

from accounts.actors import Actor
from aftercare.models import Sanction, SanctionAppeal, SanctionFile, SanctionHandler, SanctionStatement
from core import clock
from core.models import StoredFile
from correspondence.models import Letter
from correspondence.workflow import open_deadline
from tests import factories as f

SYSTEM = Actor.system("tests")


def sanctioned(place, certificate, keep_bytes):
    """Each text says whose it is; the cast's committee member handles it. It waits for its hearing, and has an appeal all the same."""
    mark, now, day = f"CNRY-{place.agency.slug}-provider", clock.now(), clock.today() + timedelta(days=20)
    sanction = Sanction.everything.create(
        certificate=certificate, provider=certificate.provider, number="2026-S901", kind="revocation", ground="refusal",
        facts=f"{mark}-facts", from_on=day + timedelta(days=5), hearing_at=now + timedelta(days=20), hearing_place=f"{mark}-hall",
        drafted_at=now, drafted_by=place.officer, noticed_at=now, noticed_by=place.officer, notice_until=day, stage="notified")
    appeal = SanctionAppeal.everything.create(sanction=sanction, number="2026-SA901", arrived_at=now, due_at=now + timedelta(days=9))
    appeal.answer_deadline = open_deadline(appeal, kind="sanction.answer", event_on=clock.today(), actor=SYSTEM)
    appeal.save()
    statement = SanctionStatement.everything.create(sanction=sanction, kind="opinion", text=f"{mark}-says")
    handler = SanctionHandler.everything.create(sanction=sanction, user=place.committee, person=place.committee.person, named_at=now)
    asked = f.DeclarationFactory(user=place.committee, matter=sanction.public_id, subject_type=Sanction._meta.label_lower,
                                 subject_label=f"CNRY-{place.agency.slug}-sanction")
    letter = Letter.everything.create(
        subject_type=Sanction._meta.label_lower, subject_id=str(sanction.pk), kind="sanction.notice", year=2026, serial=9003,
        number=f"{mark}-letter-2", addressee="x", title="x", written_at=now, file=stored(certificate, keep_bytes), sha256="x", made_at=now)
    about = {"sanction": sanction, "added_at": now, "added_by": place.officer}
    file = SanctionFile.everything.create(file=stored(certificate, keep_bytes), name=f"{mark}-facts.pdf", **about)
    theirs = SanctionFile.everything.create(file=stored(certificate, keep_bytes), name=f"{mark}-own.pdf", statement=statement, **about)
    return {"sanction": sanction, "sanction_file": file, "statement_file": theirs, "sanction_handler": handler, "sanction_appeal": appeal,
            "sanction_letter": letter, "sanction_declaration": asked}


def stored(certificate, keep_bytes) -> StoredFile:
    row = f.StoredFileFactory(shelf=certificate.public_id)
    keep_bytes(row)
    return row
