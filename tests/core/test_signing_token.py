"""Keys in a token, by setting: a start without its package is refused, a token that fails is a sentence. Tried with SoftHSM by hand."""
import pytest
from django.core.exceptions import ImproperlyConfigured

from config.start import refuse_unsafe_start
from core import checks, signing, signing_token
from core.errors import Unavailable

pytestmark = pytest.mark.django_db


@pytest.fixture
def named(settings):
    settings.PKCS11_MODULE = "/usr/lib/softhsm/libsofthsm2.so"


def test_without_the_setting_nothing_is_asked():
    assert not signing_token.is_named() and checks.a_named_token_can_be_spoken_with(None) == []


def test_a_start_without_the_package_is_refused_in_one_line(named, settings, monkeypatch):
    settings.SECRET_KEY = "k" * 50
    monkeypatch.setattr(signing_token, "PACKAGE", "no_such_package")
    (error,) = checks.a_named_token_can_be_spoken_with(None)
    assert "pip install python-pkcs11" in error.msg
    with pytest.raises(ImproperlyConfigured, match="python-pkcs11 is not installed"):
        refuse_unsafe_start()


def test_a_token_that_fails_is_a_sentence_and_its_session_is_ended(named, agency, letter, monkeypatch):
    """Whatever the library says in its own words."""
    ended = []
    session = type("Session", (), {"close": lambda self: ended.append("session")})()
    signing_token._sessions["x"] = session

    def pulled_out(slug):
        raise OSError(f"no token for {slug}")

    monkeypatch.setattr(signing_token, "token_signer", pulled_out)
    with pytest.raises(Unavailable, match="서명|signing key"):
        signing.sign_pdf(letter, agency=agency)
    assert ended == ["session"] and not signing_token._sessions


def test_a_mistake_of_our_own_is_not_the_token_s(letter, agency, monkeypatch):
    monkeypatch.setattr(signing.signers, "sign_pdf", lambda *_args, **_how: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        signing.sign_pdf(letter, agency=agency)
