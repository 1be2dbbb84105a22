"""A form that has to wait (its session had ended, or who sent it is asked once more) is kept encrypted for half an hour, without its
files, for the same person."""
import base64
import json
from urllib.parse import urlsplit

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import QueryDict

SECONDS = 30 * 60
PLACE = "kept_form"


def _box():
    key = HKDF(SHA256(), 32, None, b"poom kept form").derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))


def keep(request, user_id, address, place=PLACE):
    """Put the post into the session, readable only by this system and only for this account and page."""
    fields = [(name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" and "password" not in name]
    letter = json.dumps({"user": user_id, "address": address, "fields": fields})
    request.session[place] = _box().encrypt(letter.encode()).decode()


def read(request, place):
    """What was kept, while it is not too old."""
    try:
        return json.loads(_box().decrypt(request.session[place].encode(), ttl=SECONDS))
    except InvalidToken:
        return {}


def kept_for(request, user):
    """The kept fields as a QueryDict if they belong to this account and this page, else None. A post here uses them up."""
    if PLACE not in request.session:
        return None
    letter = read(request, PLACE)
    if letter.get("user") != user.pk:
        del request.session[PLACE]
        return None
    sent_from = urlsplit(request.headers.get("referer", "")).path
    if request.method == "POST" and letter["address"] in (request.path, sent_from):
        del request.session[PLACE]
        return None
    if letter["address"] != request.path:
        return None
    return fields_of(letter)


def take(request, user, place):
    """The kept fields, once, for this account at this very page; else None."""
    letter = read(request, place) if place in request.session else {}
    request.session.pop(place, None)
    return fields_of(letter) if letter.get("user") == user.pk and letter["address"] == request.path else None


def fields_of(letter):
    post = QueryDict(mutable=True)
    for name, values in letter["fields"]:
        post.setlist(name, values)
    return post
