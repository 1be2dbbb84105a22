"""A browser that sends a file in parts, as static/js/uploads.js does."""
import hashlib

from providers.workflow import PART

BEGIN = "/busan/portal/uploads/?lang=en"


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def begin(client, place, name, content, **other):
    """The answer to the first request."""
    facts = {"place": place, "name": name, "size": len(content), "sha256": sha256(content)} | other
    return client.post(BEGIN, facts, HTTP_HX_REQUEST="true")


def send_part(client, address, content, offset, *, check=None, size=PART):
    part = content[offset:offset + size]
    return client.post(f"{address}parts/?lang=en", part, content_type="application/octet-stream", HTTP_HX_REQUEST="true",
                       HTTP_UPLOAD_OFFSET=str(offset), HTTP_UPLOAD_SHA256=check or sha256(part))


def send(client, address, content, state):
    """Every part that is still to come."""
    while state["received"] < state["size"]:
        state = send_part(client, address, content, state["received"]).json()
    return state


def finish(client, address):
    return client.post(f"{address}finish/?lang=en", HTTP_HX_REQUEST="true")


def upload(client, place, name, content):
    """The whole way. Returns the answer to the last request."""
    state = begin(client, place, name, content).json()
    send(client, state["address"], content, state)
    return finish(client, state["address"])
