"""Freezing what a provider hands in: one canonical text with its SHA-256, and how its files are named in it."""
import hashlib
import json


def sealed_text(content):
    """(the canonical text, its SHA-256 in hexadecimal)."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return canonical, hashlib.sha256(canonical.encode()).hexdigest()


def told(evidence):
    """The very bytes of a document, as a seal's rows and its text name them."""
    return {"name": evidence.name, "sha256": evidence.file.sha256, "size": evidence.file.size}
