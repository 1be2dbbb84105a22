"""The secret of a calendar address: the row's id, signed; nothing is kept that would open it."""
import uuid

from django.core.signing import BadSignature, Signer

SIGNER = Signer(salt="aftercare.duty_feed", sep=".")


def token_of(feed):
    return SIGNER.sign(feed.public_id.hex)


def id_in(token):
    """The id that the token was signed for, or None."""
    try:
        return uuid.UUID(SIGNER.unsign(token))
    except (BadSignature, ValueError):
        return None
