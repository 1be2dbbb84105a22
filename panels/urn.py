"""The urn of a secret ballot: how often each choice was made, sealed so that the database alone tells nothing.

The key comes from the installation's secret and a salt that is thrown away with the urn. Whoever holds both while the ballot is open could
read how it stands, and nothing about a person: see docs/adr/0025.
"""
import base64
import json
import secrets
from collections.abc import Mapping

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def new_salt() -> bytes:
    return secrets.token_bytes(32)


def _box(ballot, salt):
    info = b"poom secret ballot " + ballot.public_id.bytes
    return Fernet(base64.urlsafe_b64encode(HKDF(SHA256(), 32, salt, info).derive(settings.SECRET_KEY.encode())))


def sealed(ballot, salt: bytes, counts: Mapping[str, int]) -> bytes:
    """Always of the same length and without a moment: what was added cannot be told from outside."""
    figures = json.dumps({choice: f"{counts.get(choice, 0):04}" for choice in sorted(ballot.item.choices)})
    return _box(ballot, salt).encrypt_at_time(figures.encode(), 0)


def opened(ballot, salt: bytes, content: bytes) -> dict[str, int]:
    """{choice: votes}. Raises InvalidToken for what this ballot's urn never held."""
    return {choice: int(votes) for choice, votes in json.loads(_box(ballot, salt).decrypt(content)).items()}
