"""Signatures in PDFs (PAdES): invisible, by the agency's own key; and what the signature of a given file proves."""
from io import BytesIO

from asn1crypto import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from django.conf import settings
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from core import signing_token
from core.errors import Unavailable
from core.signature_reading import SignatureState, read_signature
from core.signing_keys import ROOT, certificate_file, key_file, load_pair, make_keys, no_key, root_certificate_pem

__all__ = ["SignatureState", "make_keys", "root_certificate_pem", "sign_pdf", "signature_of"]

FIELD = "Signature1"
ROOM, ROOM_WITH_TIME_STAMP = 16_384, 32_768         # hexadecimal digits kept free in the file
HOW = signers.PdfSignatureMetadata(field_name=FIELD, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
_loaded: dict[str, tuple[tuple, "KeySigner"]] = {}


class KeySigner(signers.Signer):
    """Holds the loaded key; pyHanko's own signer checks it again at each signature, which takes ten times as long."""

    def __init__(self, key, certificates):
        own, *issuers = [x509.Certificate.load(one.public_bytes(serialization.Encoding.DER)) for one in certificates]
        super().__init__(signing_cert=own, cert_registry=SimpleCertificateStore.from_certs(issuers))
        self.key = key

    async def async_sign_raw(self, data, digest_algorithm, dry_run=False):
        return self.key.sign(data, padding.PKCS1v15(), hashes.SHA256())


def sign_pdf(content: bytes, *, agency) -> bytes:
    """The document with the agency's signature behind it. Never the same twice: keep what comes out. Raises Unavailable."""
    signer, out = _signer_of(agency.slug), BytesIO()
    stamper = HTTPTimeStamper(settings.TSA_URL) if settings.TSA_URL else None
    writer = IncrementalPdfFileWriter(BytesIO(content))
    try:
        signers.sign_pdf(writer, HOW, signer=signer, timestamper=stamper, output=out,
                         bytes_reserved=ROOM_WITH_TIME_STAMP if stamper else ROOM)
    except TimestampRequestError:
        raise Unavailable(_("The time-stamping service does not answer. The document will be signed as soon as it does.")) from None
    except Exception as failure:
        raise _token_failed(failure) from failure
    return out.getvalue()


def _token_failed(failure):
    """What a token says in its own words is a sentence for people; anything else stays what it is."""
    if not signing_token.is_named():
        return failure
    signing_token.forget()
    return Unavailable(no_key())


def signature_of(content: bytes) -> SignatureState:
    """Of a file of our own. A stranger's goes into the jail (`core.file_types.confined.signature`)."""
    return read_signature(content, _roots())


def _roots():
    try:
        return certificate_file(ROOT).read_bytes()
    except OSError:
        return b""


def _signer_of(slug):
    """Loaded once in each process, and again when one of the two files has changed; or the key in a token, where one is named."""
    if signing_token.is_named():
        try:
            return signing_token.token_signer(slug)
        except Exception as failure:
            raise _token_failed(failure) from failure
    try:
        stand = tuple(path.stat().st_mtime_ns for path in (key_file(slug), certificate_file(slug)))
    except OSError:
        raise Unavailable(no_key()) from None
    known = _loaded.get(slug)
    if known is None or known[0] != stand:
        known = _loaded[slug] = stand, KeySigner(*load_pair(slug))
    return known[1]
