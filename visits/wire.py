"""What a device sends, made into operations. Whatever cannot be read is kept as it came: a device never has to throw something away.

An operation is sent as text with the text's own check value, so that both sides reckon over the same bytes.
"""
import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware

from visits.models import Operation

FORMAT = 1                  # of what the recorder of today sends; older ones are read by the same rules
MOST = 200                  # operations in a request
LONGEST = 60_000            # characters of one
Kind = Operation.Kind
READ = {Kind.BEGIN, Kind.FINDING, Kind.ENTRY, Kind.PHOTO, Kind.CLOSING}


class Unreadable(ValueError):
    """The request as a whole is none of ours: nothing of it was taken."""


@dataclass(frozen=True)
class Sent:
    """One operation from a device."""

    id: UUID
    kind: str
    words: dict
    item: UUID | None = None
    base: int = 0                           # the version that its author had before the eyes
    after: UUID | None = None               # or the operation of the same device that it builds on
    device_at: datetime | None = None
    is_damaged: bool = False                # other bytes arrived than were sent
    payload: dict = field(default_factory=dict)


def batch_of(text: bytes):
    """(the device, its operations). Raises Unreadable unless it is a batch of numbered operations."""
    try:
        batch = json.loads(text)
        device, rows = str(batch["device"])[:36], batch["operations"]
        if not isinstance(rows, list) or len(rows) > MOST:
            raise Unreadable
        return device, [sent_in(UUID(row["id"]), row["body"], row["sha256"]) for row in rows]
    except (KeyError, TypeError, ValueError, RecursionError) as failure:
        raise Unreadable from failure


def sent_in(number: UUID, body: str, sha256: str) -> Sent:
    if not isinstance(body, str) or len(body) > LONGEST:
        raise Unreadable
    if hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest() != sha256:
        return Sent(number, Kind.OTHER, {}, is_damaged=True)
    try:
        return _read(number, storable(json.loads(body, parse_constant=_no_number)))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return Sent(number, Kind.OTHER, {}, payload={"sent": storable(body)})


def _no_number(word):
    """Infinity and its like, which Python reads and PostgreSQL does not keep."""
    raise ValueError(word)


def _read(number, told):
    kind, words = told["kind"], told["words"]
    if kind not in READ or not isinstance(words, dict):
        raise ValueError(kind)
    base = told.get("base") or 0
    if not isinstance(base, int) or not 0 <= base <= 1_000_000:
        raise ValueError(base)
    return Sent(number, kind, words, item=_number(told.get("item")), base=base, after=_number(told.get("after")),
                device_at=_moment(told.get("device_at")), payload=words)


def _number(told):
    return UUID(told) if told else None


def _moment(told):
    """By the device's clock, which may be days off; none if it says none."""
    moment = parse_datetime(told) if isinstance(told, str) else None
    return moment if moment and is_aware(moment) and 1990 < moment.year < 2200 else None


def storable(told):
    """Without what PostgreSQL cannot keep in a text: the zero character and halves of characters."""
    if isinstance(told, str):
        return told.replace("\0", "�").encode("utf-8", "replace").decode()
    if isinstance(told, dict):
        return {storable(name): storable(value) for name, value in told.items()}
    return [storable(one) for one in told] if isinstance(told, list) else told
