"""What everybody reads of the public log: its pages, its files, its signed heads, and the place of one certificate."""
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery

from accounts.actors import Actor
from certification.log_chain import head_facts, line_of
from certification.models import LogEntry, LogHead, SignedHead
from certification.models.log import DOCUMENT_MADE

CITIZEN = Actor.public()
LINES = 400                     # in one published file: it is kept in memory
SHOWN = 25                      # on one page of the log
PLACES = 60                     # of one certificate


@dataclass(frozen=True)
class LogPlace:
    """Where a certificate stands in its agency's log."""

    positions: str              # "12-15, 88"
    first: int
    total: int
    signed_at: datetime | None
    signed_position: int | None

    @property
    def is_under_signature(self):
        return self.signed_position is not None and self.signed_position >= self.first


def with_log_place(rows):
    """Rows of the register, with what `log_place` says of them: one question for both."""
    heads = LogHead.objects.visible_to(CITIZEN).filter(agency=OuterRef("agency"))
    signed = SignedHead.objects.visible_to(CITIZEN).filter(agency=OuterRef("agency")).order_by("-day")
    own = LogEntry.objects.visible_to(CITIZEN).filter(agency=OuterRef("agency"), number=OuterRef("number")).order_by("position")
    return rows.annotate(
        log_positions=ArraySubquery(own.values("position")[:PLACES]), log_total=Subquery(heads.values("position")[:1]),
        log_signed_at=Subquery(signed.values("signed_at")[:1]), log_signed_position=Subquery(signed.values("position")[:1]))


def log_place(entry):
    """Of a row of the register that was read `with_log_place`, or None before it has one."""
    if not entry.log_positions:
        return None
    return LogPlace(ranges(entry.log_positions), entry.log_positions[0], entry.log_total, entry.log_signed_at, entry.log_signed_position)


def ranges(numbers):
    """1, 2, 3, 7 as "1-3, 7"."""
    runs = [[number for _place, number in run] for _key, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def log_head(agency):
    """The LogHead, or None before anything happened."""
    return LogHead.objects.visible_to(CITIZEN).filter(agency=agency).first()


def signed_heads(agency):
    """The newest first."""
    return SignedHead.objects.visible_to(CITIZEN).filter(agency=agency).order_by("-day")


def log_entries(agency):
    """The newest first."""
    return LogEntry.objects.visible_to(CITIZEN).filter(agency=agency).order_by("-position")


def log_lines(agency, page):
    """The published lines of one file, from 1, or None where there is none."""
    start = (page - 1) * LINES
    rows = LogEntry.objects.visible_to(CITIZEN).filter(agency=agency, position__gt=start, position__lte=start + LINES).order_by("position")
    return b"".join(line_of(row, agency.slug) + b"\n" for row in rows) or None


def files_of_log(total):
    """[(number, first position, last position)] of the published files."""
    return [(page, (page - 1) * LINES + 1, min(page * LINES, total)) for page in range(1, -(-total // LINES) + 1)]


def published_head(head, agency):
    """A signed head as it is published: what is signed, the signature, the key's certificate."""
    return {"head": head_facts(head, agency.slug), "signature": head.signature, "certificate": head.certificate}


def document_by_hash(sha256):
    """The log's entry of a document with these very bytes, or None; `newer` is the highest version of that document."""
    rows = LogEntry.objects.visible_to(CITIZEN)
    newer = rows.filter(agency=OuterRef("agency"), number=OuterRef("number"), verb=DOCUMENT_MADE, document=OuterRef("document"),
                        language=OuterRef("language")).order_by("-version")
    found = rows.filter(sha256=sha256, verb=DOCUMENT_MADE).annotate(newer=Subquery(newer.values("version")[:1]))
    return found.select_related("agency").order_by("-position").first()
