"""The page where it is set how certificates look, and the preview that nobody keeps."""
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from certification.models import Framework, Issuer
from core.models import StoredFile
from core.tenancy import within
from tests import factories as f
from tests import files
from tests.certification.test_look import CITY, HOUSE, ROUND
from tests.documents import said_in

PAGE = "/busan/admin/certificate-look/"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def framework(busan):
    with within(busan.agency):
        framework = f.FrameworkFactory()
        Issuer.objects.create(framework=framework, position=1, **HOUSE)
    return framework


def typed(*issuers, **more):
    return {f"{name}_{slot}": value for slot, issuer in enumerate(issuers, 1) for name, value in issuer.items()} | {"colour": ""} | more


def kept(busan):
    with within(busan.agency):
        return Framework.everything.select_related("mark").get(), list(Issuer.everything.order_by("position"))


def files_kept(busan):
    with within(busan.agency):
        return StoredFile.everything.count()


def test_the_director_sets_issuers_seal_mark_and_colour_and_sees_them(busan, framework, sit_down, words_of):
    client = sit_down(busan.director)
    assert "stay as they were signed" in words_of(client.get(f"{PAGE}?lang=en"))
    answer = client.post(PAGE, typed(HOUSE, CITY, colour="#0B6E4F", swap="on", mark=SimpleUploadedFile("mark.svg", ROUND),
                                     seal_2=SimpleUploadedFile("seal.png", files.png(size=(400, 400)))))
    assert answer.status_code == 302
    kept_framework, issuers = kept(busan)
    assert kept_framework.colour == "#0b6e4f" and kept_framework.mark.extension == "svg"
    assert [(one.title_ko, one.seal_id is None) for one in issuers] == [("부산광역시장", False), ("부산사회서비스원장", True)]
    for of, mime in (("mark", "image/svg+xml"), ("seal1", "image/png")):
        picture = client.get(f"{PAGE}picture/?of={of}")
        assert picture["Content-Type"] == mime and "sandbox" in picture["Content-Security-Policy"]
        assert b"".join(picture.streaming_content)
    assert client.get(f"{PAGE}picture/?of=seal2").status_code == client.get(f"{PAGE}picture/").status_code == 404


@pytest.mark.parametrize("wrong, sentence", [
    ({"colour": "#ffff00"}, "White words cannot be read well"), ({"colour": "blue"}, "six digits"),
    ({"name_ko_1": ""}, "required"), ({"name_ko_2": "부산광역시"}, "name and title in both languages"),
    ({"swap": "on"}, "no second issuer"), ({"title_ko_1": "원\u202e장"}, "cannot be seen"), ({"title_ko_1": "장" * 61}, "at most 60"),
])
def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(busan, framework, sit_down, words_of, wrong, sentence):
    answer = sit_down(busan.director).post(f"{PAGE}?lang=en", typed(HOUSE | {"name_en": "Typed just now"}) | wrong)
    assert sentence in words_of(answer) and "Typed just now" in answer.content.decode()
    assert kept(busan)[1][0].name_en == HOUSE["name_en"]


def test_a_seal_that_is_refused_loses_nothing_that_was_typed(busan, framework, sit_down, words_of):
    small = SimpleUploadedFile("seal.png", files.png(size=(90, 90)))
    answer = sit_down(busan.admin).post(f"{PAGE}?lang=en", typed(HOUSE | {"name_en": "Typed just now"}, seal_1=small))
    assert "300 pixels" in words_of(answer) and "Typed just now" in answer.content.decode()
    assert kept(busan)[1][0].name_en == HOUSE["name_en"]


@pytest.mark.parametrize("role", ["officer", "manager", "trainer", "auditor", "observer", "assessor", "owner"])
def test_others_neither_open_the_page_nor_its_pictures(busan, framework, sit_down, role):
    client = sit_down(getattr(busan, role))
    for address in (PAGE, f"{PAGE}preview/", f"{PAGE}picture/?of=mark"):
        assert client.get(address).status_code in (403, 404)
    assert client.post(PAGE, typed(HOUSE)).status_code in (403, 404)


@pytest.mark.parametrize("query, said", [
    ("kind=certificate&sample=syllable&issuers=1", ("봄", "부산사회서비스원장", "사회서비스품질인증서")),
    ("kind=plaque&sample=english&issuers=2&language=en", ("HaeundaeCentre", "Director", "Certified")),
    ("kind=plate&sample=longest&language=ko", ("사단법인", "사회서비스품질인증기관")),
    ("kind=../../etc&sample=1&issuers=99&language=xx", ("사회서비스품질인증서",)),
])
def test_a_preview_is_a_specimen_of_nobody_and_is_kept_by_nobody(busan, framework, sit_down, query, said):
    client, before = sit_down(busan.director), files_kept(busan)
    answer = client.get(f"{PAGE}preview/?{query}&as=pdf")
    words = said_in(answer.content)
    assert [word for word in said if word not in words] == []
    assert "견본" in words or "Specimen" in words
    assert answer["Cache-Control"] == "private, no-store"
    assert files_kept(busan) == before


def test_the_preview_is_a_picture_in_the_page(busan, framework, sit_down):
    answer = sit_down(busan.director).get(f"{PAGE}preview/?kind=plate")
    assert answer["Content-Type"] == "image/png" and answer.content.startswith(b"\x89PNG")


def test_before_there_is_a_framework_the_page_says_so(busan, sit_down, words_of):
    client = sit_down(busan.director)
    assert "No framework yet" in words_of(client.get(f"{PAGE}?lang=en"))
    assert client.get(f"{PAGE}preview/").status_code == 404


def test_the_page_costs_the_same_with_one_issuer_and_with_two(busan, framework, sit_down, django_assert_max_num_queries):
    client = sit_down(busan.director)
    client.get(PAGE)
    with django_assert_max_num_queries(30) as one:
        client.get(PAGE)
    with within(busan.agency):
        Issuer.objects.create(framework=framework, position=2, **CITY)
    with django_assert_max_num_queries(30) as two:
        client.get(PAGE)
    assert len(one) == len(two)
