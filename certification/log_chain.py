"""The bytes of the public log: what is published of an entry and of a head, and the digest over it. docs/verify_log.py does the same.

An entry's digest is the SHA-256 of its JSON without `digest`: keys in alphabetical order, no blanks, ASCII (RFC 8259 escapes), moments
in UTC with microseconds and a Z, days as YYYY-MM-DD. The entry names the digest before it, the first one 64 zeros.
"""
import hashlib
import json
from datetime import UTC

GENESIS = "0" * 64
DAYS = ("valid_from", "valid_to", "suspended_from", "suspended_to", "ended_on", "effective_on")
AS_THEY_ARE = ("verb", "number", "code", "ended_as", "document", "language", "version", "sha256", "position", "previous")


def canonical(facts):
    return json.dumps(facts, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()


def moment(at):
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def sealed(entry, log):
    """What is published of an entry but its digest; `log` is the agency's address word."""
    return ({"log": log, "at": moment(entry.at), "logged_at": moment(entry.logged_at)}
            | {name: getattr(entry, name) for name in AS_THEY_ARE}
            | {name: day and day.isoformat() for name in DAYS for day in [getattr(entry, name)]})


def digest_of(entry, log):
    return hashlib.sha256(canonical(sealed(entry, log))).hexdigest()


def line_of(entry, log):
    """The published line."""
    return canonical(sealed(entry, log) | {"digest": entry.digest})


def head_facts(head, log):
    """What the agency's key signs, once a day."""
    return {"log": log, "position": head.position, "digest": head.digest, "signed_at": moment(head.signed_at)}
