"""A passkey in software: makes keys and signs as a telephone does, for whatever host it believes it is at."""
import hashlib
import json
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

FLAG = AuthenticatorData.FLAG


class Device:
    def __init__(self, host="poom.example", origin=None, verified=True):
        self.host, self.origin = host, origin or f"https://{host}"
        self.flags = FLAG.UP | (FLAG.UV if verified else 0)
        self.key, self.credential_id = ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(16)
        self.user_handle = None

    def make(self, options):
        """The answer to a page that asks for a new passkey."""
        asked = options["publicKey"]
        self.user_handle = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        attested = AttestedCredentialData.create(b"\0" * 16, self.credential_id, public)
        answer = AuthenticatorData.create(self.rp_hash, self.flags | FLAG.AT, 0, bytes(attested))
        return self.credential(clientDataJSON=self.client_data("webauthn.create", asked),
                               attestationObject=bytes(AttestationObject.create("none", answer, {})))

    def use(self, options, handle=None):
        """The answer to a page that asks who is there."""
        client_data = self.client_data("webauthn.get", options["publicKey"])
        answer = bytes(AuthenticatorData.create(self.rp_hash, self.flags, 1))
        signature = self.key.sign(answer + hashlib.sha256(client_data).digest(), ec.ECDSA(hashes.SHA256()))
        return self.credential(clientDataJSON=client_data, authenticatorData=answer, signature=signature,
                               userHandle=websafe_decode(handle or self.user_handle))

    @property
    def rp_hash(self):
        return hashlib.sha256(self.host.encode()).digest()

    def client_data(self, kind, asked):
        return bytes(CollectedClientData.create(kind, websafe_decode(asked["challenge"]), self.origin))

    def credential(self, **response):
        own = websafe_encode(self.credential_id)
        return json.dumps({"type": "public-key", "id": own, "rawId": own, "clientExtensionResults": {"credProps": {"rk": True}},
                           "response": {name: websafe_encode(value) for name, value in response.items()}})
