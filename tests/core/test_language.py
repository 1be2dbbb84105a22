"""Korean, or what the address says; signed-in people have their own; never a cookie or the browser's wish."""
import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("query", "language"), [("", "ko"), ("?lang=en", "en"), ("?lang=ko", "ko"), ("?lang=fr", "ko"), ("?lang=", "ko"),
                                                ("?lang=../x", "ko")])
def test_the_address_chooses_the_language(query, language, visitor, busan):
    answer = visitor.get(f"/busan/accounts/login/{query}", headers={"accept-language": "en"})
    assert answer["Content-Language"] == language and f'<html lang="{language}">' in answer.content.decode()
    assert "Accept-Language" not in answer.get("Vary", "")
    assert not [name for name in answer.cookies if "lang" in name]


def test_signed_in_people_have_their_own_language(visitor, busan):
    busan.owner.language = "en"
    busan.owner.save()
    visitor.force_login(busan.owner)
    assert '<html lang="en">' in visitor.get("/busan/portal/").content.decode()
    assert '<html lang="ko">' in visitor.get("/busan/portal/?lang=ko").content.decode()


def test_one_persons_language_does_not_reach_the_next_request(visitor, client, busan):
    busan.owner.language = "en"
    busan.owner.save()
    visitor.force_login(busan.owner)
    visitor.get("/busan/portal/")
    visitor.logout()
    assert '<html lang="ko">' in visitor.get("/busan/accounts/login/").content.decode()


@pytest.mark.parametrize(("path", "to"), [
    ("/busan/portal/?lang=en", "/busan/accounts/login/?next=%2Fbusan%2Fportal%2F%3Flang%3Den&lang=en"),
    ("/busan?lang=en", "/busan/?lang=en"),
    ("/busan/speak/?lang=en", "/busan/portal/?lang=en"),
    ("/busan/speak/?lang=fr", "/busan/portal/"),
    ("/busan/away/?lang=en", "https://elsewhere.example/page"),
])
def test_a_redirect_keeps_the_language(path, to, visitor, busan):
    assert visitor.get(path)["Location"] == to
