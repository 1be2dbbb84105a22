"""An answer that may stand in a frame, and what stays of the policy."""
from django.http import HttpResponse, HttpResponseNotFound

from core.framing import framed, is_framed


def test_what_is_found_is_framed(rf):
    answer = framed(lambda request: HttpResponse("x"))(rf.get("/"))
    assert is_framed(answer) and answer._csp_replace == {"frame-ancestors": ["*"]}


def test_what_is_not_found_is_not_framed(rf):
    assert not is_framed(framed(lambda request: HttpResponseNotFound("x"))(rf.get("/")))
