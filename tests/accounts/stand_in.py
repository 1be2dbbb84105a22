"""An identity provider for the tests: a tiny server with a key of its own, that says of its person what the test wants."""
import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa


class StandIn:
    def __init__(self):
        self.key = self.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.claims, self.userinfo, self.challenge, self.is_away = {}, {}, None, False
        self.asked = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def says(self, **claims):
        """Of whoever signs in there next."""
        self.claims = {"sub": "person-1", "email_verified": True} | claims
        self.userinfo = {name: self.claims[name] for name in ("sub", "email", "email_verified") if name in self.claims}

    def answers(self, path, posted):
        if self.is_away:
            return None
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return {"issuer": self.url, "authorization_endpoint": f"{self.url}/authorize", "token_endpoint": f"{self.url}/token",
                    "userinfo_endpoint": f"{self.url}/userinfo", "jwks_uri": f"{self.url}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"]}
        if path == "/keys":
            public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
            return {"keys": [public | {"kid": "one", "use": "sig", "alg": "RS256"}]}
        return self.userinfo if path == "/userinfo" else self.token(posted) if path == "/token" else None

    def token(self, posted):
        verifier = posted.get("code_verifier", [""])[0]
        proven = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        if proven != self.challenge or posted.get("client_secret") != ["a secret"]:
            return None
        now = int(time.time())
        claims = {"iss": self.url, "aud": "poom", "iat": now, "exp": now + 60} | self.claims
        return {"access_token": "x", "token_type": "Bearer",
                "id_token": jwt.encode(claims, self.signs_with, algorithm="RS256", headers={"kid": "one"})}

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def handler_of(provider):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            posted = parse_qs(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())
            answer = provider.answers(self.path, posted)
            body = json.dumps(answer or {"error": "no"}).encode()
            self.send_response(200 if answer else 400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *_words):
            pass

    return Handler
