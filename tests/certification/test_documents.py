"""Certificate, plaque and plate: complete, archivable, and in their frame whatever a provider is called."""
import io
import itertools
import re
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from PIL import Image

from certification.documents import CertificateFacts, Issuer, Picture, certificate_pdf, plaque_pdf, plate_pdf
from certification.documents.look import HOUSE, look_of
from core import colours
from core.guilloche import A3, A4, SQUARE, frame_svg
from core.seal import seal_rows
from tests.documents import assert_archivable, figures_of, picture_of, said_in, scanned, words_of

CITY = Issuer("부산광역시", "Busan Metropolitan City", "부산광역시장", "Mayor of Busan Metropolitan City")
AGENCY = Issuer("부산광역시사회서비스원", "Busan Social Service Agency",
                "부산광역시사회서비스원장", "President of Busan Social Service Agency")
FACTS = CertificateFacts(
    number="제2026-012호", scheme_ko="사회서비스 품질인증", scheme_en="Social Service Quality Certification",
    provider_name="다솜아동발달센터", provider_name_en="Dasom Child Development Centre", head_name="윤가람", head_name_en="Yun Garam",
    address="부산광역시 해운대구 좌동순환로 000, 3층", address_en="3F, 000 Jwadongsunhwan-ro, Haeundae-gu, Busan",
    service="아동정서발달지원서비스", service_en="Emotional development support for children",
    valid_from=date(2026, 11, 28), valid_to=date(2029, 11, 27), issued_on=date(2026, 11, 28),
    framework_line_ko="2024년판 4개 영역 9개 항목 19개 지표", framework_line_en="2024 edition: 4 areas, 9 criteria, 19 indicators",
    issuers=(AGENCY,), agency_lines_ko=("부산광역시", "사회서비스원"), agency_lines_en=("Busan Social", "Service Agency"),
    code="7KQ4MXT2HD8P3", verify_url="https://poom.example/verify/7KQ4MXT2HD8P3/", verify_shown="poom.example/verify", is_demo=True,
)
LONG = {
    "provider_name": "사단법인 부산광역시 아동청소년 정서발달 및 심리치유지원 사회서비스 협동조합 해운대센터",
    "provider_name_en": "The Busan Metropolitan City Child and Youth Emotional Development and Psychological Healing Cooperative, "
                        "Haeundae Centre",
    "site_name": "사단법인 부산광역시 아동청소년 정서발달 및 심리치유지원 협동조합 해운대 제2센터",
    "head_name": "남궁가람하늘별빛, 제갈바다누리미르",
    "address": "부산광역시 해운대구 좌동순환로 000, 해운대사회복지종합타운 별관 3층 301호 (좌동, 해운대신시가지)",
    "address_en": "Room 301, 3F Annex, Haeundae General Social Welfare Town, 000 Jwadongsunhwan-ro (Jwa-dong), Haeundae-gu, Busan",
    "service": "아동·청소년 정서발달지원서비스 및 가족 심리상담 바우처",
    "service_en": "Emotional development support and psychological counselling voucher for children and youth",
}
ANEW = {"anew": "corrected", "anew_on": date(2027, 12, 28)}
NAMES = {"usual": {}, "longest": LONG | ANEW, "one syllable": {"provider_name": "봄", "provider_name_en": "Bom"},
         "one word": {"provider_name": "가" * 60, "provider_name_en": "A" * 90}}
ISSUERS = {"one issuer": (AGENCY,), "two issuers": (CITY, AGENCY)}
MAKERS = {"certificate": certificate_pdf, "plaque": lambda facts, language: plaque_pdf(facts, language=language, marks=False),
          "plate": lambda facts, language: plate_pdf(facts, language=language, marks=False)}
FRAMES = {"certificate": (22, 22, 188, 275), "plaque": (0, 26, 394, 290),     # mm: within the frame; the band reaches lower
          "plate": (15, 5, 185, 185)}
MM = 72 / 25.4
TITLES = {("certificate", "ko"): "제2026-012호 사회서비스 품질인증서", ("plaque", "ko"): "제2026-012호 사회서비스 품질인증기관",
          ("plate", "ko"): "제2026-012호 사회서비스 품질인증기관",
          ("certificate", "en"): "Social Service Quality Certification: Certificate No. 2026-012",
          ("plate", "en"): "Social Service Quality Certification: Certified Provider No. 2026-012",
          ("plaque", "en"): "Social Service Quality Certification: Certified Provider No. 2026-012"}
every_document = pytest.mark.parametrize("kind, language", list(itertools.product(MAKERS, ["ko", "en"])))


def written(content, issuers):
    """Every word but those of the seals, which are set over the last character of a title on purpose."""
    stamped = {row for issuer in issuers for row in seal_rows(issuer.title_ko)}
    size, words = words_of(content)
    return size, [word for word in words if word.text not in stamped]


@every_document
@pytest.mark.parametrize("issuers", ISSUERS)
@pytest.mark.parametrize("names", NAMES)
def test_whatever_a_provider_is_called_nothing_leaves_the_frame_or_meets(kind, language, names, issuers):
    facts = replace(FACTS, issuers=ISSUERS[issuers], **NAMES[names])
    _size, words = written(MAKERS[kind](facts, language), facts.issuers)
    left, top, right, bottom = (side * MM for side in FRAMES[kind])
    assert [word.text for word in words if word.left < left or word.top < top or word.right > right or word.bottom > bottom] == []
    assert [(one.text, other.text) for one, other in itertools.combinations(words, 2) if one.meets(other)] == []


@every_document
def test_no_text_lies_in_the_qr_code(kind, language):
    facts = replace(FACTS, issuers=ISSUERS["two issuers"], **LONG)
    assert scanned(MAKERS[kind](facts, language)) == [FACTS.verify_url]


@pytest.mark.parametrize("language, sentences", [
    ("ko", ["제2026-012호", "사회서비스품질인증서", "다솜아동발달센터", "윤가람", "부산광역시해운대구좌동순환로000,3층",
            "아동정서발달지원서비스",
            "2026년11월28일부터2029년11월27일까지", "2024년판4개영역9개항목19개지표", "모든기준을충족하였으므로이인증서를드립니다.",
            "부산광역시사회서비스원장", "7KQ4-MXT2-HD8P3", "시연용견본입니다.", "효력이없습니다."]),
    ("en", ["No.2026-012", "SocialServiceQualityCertification", "DasomChildDevelopmentCentre", "YunGaram",
            "28November2026to27November2029", "19indicators",
            "everycriterionoftheSocialServiceQualityCertification.", "PresidentofBusanSocialServiceAgency", "Ithasnoeffect."]),
])
def test_a_certificate_says_everything_in_its_language(language, sentences):
    said = said_in(certificate_pdf(FACTS, language))
    assert [sentence for sentence in sentences if sentence not in said] == []


@pytest.mark.parametrize(("why", "language", "words"), [
    ("reissued", "ko", "2027년12월28일재발급"), ("corrected", "ko", "2027년12월28일정정발급"),
    ("reissued", "en", "Issuedanewon28December2027"), ("corrected", "en", "Correctedon28December2027")])
def test_a_certificate_made_anew_says_why_and_when(why, language, words):
    assert words in said_in(certificate_pdf(replace(FACTS, anew=why, anew_on=date(2027, 12, 28)), language))
    assert words[-8:] not in said_in(certificate_pdf(FACTS, language))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("kind", sorted(set(MAKERS) - {"plate"}))          # a plate names them in its band, without seals
def test_both_issuers_stand_on_it_with_their_seals(kind, language):
    content = MAKERS[kind](replace(FACTS, issuers=(CITY, AGENCY)), language)
    titles = [issuer.title_en if language == "en" else issuer.title_ko for issuer in (CITY, AGENCY)]
    said = said_in(content)
    assert [word for title in titles for word in title.split() if word not in said] == []
    spoken = figures_of(content)
    assert [title for title in titles if not any(title in figure for figure in spoken)] == []


@every_document
def test_pictures_that_say_something_are_spoken_and_the_frame_is_not(kind, language):
    spoken = [figure for figure in figures_of(MAKERS[kind](FACTS, language)) if figure]
    assert len(spoken) == (1 if kind == "plate" else 2)
    assert any(FACTS.verify_url in figure for figure in spoken)


@every_document
def test_it_is_archivable_and_asks_for_nothing(kind, language):
    content = MAKERS[kind](FACTS, language)
    assert_archivable(content, language, TITLES[kind, language])
    assert len(content) < 200 * 1024


@every_document
def test_the_same_facts_give_the_same_bytes(kind, language):
    first = MAKERS[kind](FACTS, language)
    assert MAKERS[kind](replace(FACTS, number="제2026-013호"), language) != first
    assert MAKERS[kind](FACTS, language) == first


@pytest.mark.parametrize("name", ["<b>다솜</b> & 친구들", "다솜 🌱 센터", "다솜 渼 센터", "é́ 다솜"])
@every_document
def test_any_character_of_a_name_is_text(kind, language, name):
    content = MAKERS[kind](replace(FACTS, provider_name=name, provider_name_en=""), language)
    known = re.sub(r"[^\w<>/&]|渼|\s", "", name)
    assert [letter for letter in known if letter not in said_in(content)] == []


def test_without_english_the_korean_stands():
    said = said_in(certificate_pdf(replace(FACTS, provider_name_en="", service_en=""), "en"))
    assert "다솜아동발달센터" in said
    assert "아동정서발달지원서비스" in said


def test_a_site_is_named_only_where_it_is_called_otherwise():
    assert "사업장" not in said_in(certificate_pdf(replace(FACTS, site_name=FACTS.provider_name), "ko"))
    assert "사업장해운대점" in said_in(certificate_pdf(replace(FACTS, site_name="해운대점"), "ko"))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_edition_that_is_not_known_is_not_named(language):
    said = said_in(certificate_pdf(replace(FACTS, framework_line_ko="", framework_line_en=""), language))
    assert "인증기준" not in said and "Criteria" not in said


def test_only_the_demonstrations_documents_call_themselves_specimens():
    real = replace(FACTS, is_demo=False)
    assert "견본" not in said_in(certificate_pdf(real, "ko")) + said_in(plaque_pdf(real)) + said_in(plate_pdf(real))


@every_document
def test_a_preview_says_so_across_the_page(kind, language):
    said = said_in(MAKERS[kind](replace(FACTS, is_demo=False, is_preview=True), language))
    assert {"ko": "견본:미리보기이며효력이없습니다.", "en": "Specimen:apreviewwithoutanyeffect"}[language] in said


def test_the_printer_gets_three_millimetres_and_marks_and_the_screen_does_not():
    (width, height), _words = words_of(plaque_pdf(FACTS, marks=False))
    assert (round(width / MM), round(height / MM)) == (420, 297)
    (width, height), _words = words_of(plate_pdf(FACTS, marks=False))
    assert (round(width / MM), round(height / MM)) == (200, 200)
    printed = picture_of(plaque_pdf(FACTS), dpi=36)
    assert printed.width > picture_of(plaque_pdf(FACTS, marks=False), dpi=36).width


@pytest.mark.parametrize("make, x, y", [(plaque_pdf, 6.6, 150), (plaque_pdf, 60, 6.6), (plate_pdf, 6.6, 20), (plate_pdf, 100, 6.6)])
def test_the_band_of_colour_reaches_over_the_edge_and_leaves_the_marks_alone(make, x, y):
    """Ten millimetres around: the band ends within the fourth beyond the cut, the marks stand in the outer five."""
    picture = picture_of(make(FACTS), dpi=144).convert("RGB")
    assert picture.getpixel((round(x * 2 * MM), round(y * 2 * MM))) == (5, 37, 97)
    outer = picture.crop((0, 0, picture.width, round(5 * 2 * MM)))
    assert {pixel for _count, pixel in outer.getcolors(99_999)} & {(5, 37, 97)} == set()
    assert outer.convert("L").getextrema()[0] < 60


def test_facts_that_make_no_certificate_are_refused():
    with pytest.raises(ValueError, match="issuer"):
        replace(FACTS, issuers=())
    with pytest.raises(ValueError, match="issuer"):
        replace(FACTS, issuers=(CITY, AGENCY, CITY))
    with pytest.raises(ValueError, match="code"):
        replace(FACTS, code="7KQ4-MXT2")


@pytest.mark.parametrize("make, width, height", [(plaque_pdf, 420, 297), (plate_pdf, 200, 200)])
def test_what_is_cut_and_what_is_printed_beyond_stands_in_the_file(make, width, height):
    with pikepdf.open(io.BytesIO(make(FACTS))) as document:
        page = document.pages[0]
        trim, bleed, media = ([float(side) for side in page[box]] for box in ("/TrimBox", "/BleedBox", "/MediaBox"))
    assert [round((trim[2] - trim[0]) / MM), round((trim[3] - trim[1]) / MM)] == [width, height]
    assert all(3 <= (inner - outer) / MM < 4 for inner, outer in zip(trim[:2], bleed[:2], strict=True))
    assert [round((inner - outer) / MM) for inner, outer in zip(trim[:2], media[:2], strict=True)] == [10, 10]      # there the marks stand


# ---- seals, marks and colours of one's own

def green():
    target = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 255, 0, 255)).save(target, "PNG")
    return target.getvalue()


DRAWN = Picture(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#00ff00"/></svg>', "svg")
PAINTED = Picture(green(), "png")
OWN = replace(FACTS, colour="#0b6e4f", mark=DRAWN, issuers=(replace(CITY, seal=PAINTED), replace(AGENCY, seal=DRAWN)))


def colours_in(content):
    picture = picture_of(content, dpi=60).convert("RGB")
    return {colour for _count, colour in picture.getcolors(picture.width * picture.height)}


@every_document
def test_a_seal_and_a_mark_that_were_brought_are_printed_and_spoken(kind, language):
    content = MAKERS[kind](OWN, language)
    assert (0, 255, 0) in colours_in(content)
    assert (192, 36, 27) not in colours_in(content)                 # the red of a seal that is drawn
    spoken = [figure for figure in figures_of(content) if figure]
    assert len(spoken) == (1 if kind == "plate" else 3)
    assert scanned(content) == [FACTS.verify_url]
    assert_archivable(content, language, TITLES[kind, language])


@every_document
def test_a_colour_of_one_s_own_is_that_of_frame_titles_and_band(kind, language):
    found = colours_in(MAKERS[kind](OWN, language))
    night = tuple(int(look_of("#0b6e4f").night[at:at + 2], 16) for at in (1, 3, 5))
    assert night in found and (5, 37, 97) not in found


@pytest.mark.parametrize("colour", ["#256ef4", "#0b6e4f", "#b3261e", "#7a3fb0", "#083891", "#767600"])
def test_whatever_the_hue_titles_and_lines_are_dark_enough(colour):
    look = look_of(colour)
    assert colours.contrast(look.night, "#ffffff") >= 12 and colours.contrast(look.dark, "#ffffff") >= 8
    assert colours.contrast(look.mist, "#1e2124") >= 12
    assert look_of("") == HOUSE


@pytest.mark.parametrize("shape", [A4, A3, SQUARE])
def test_the_waves_of_the_frame_close_and_stay_between_its_lines(shape):
    paths = re.findall(r' ?d="M([^"]*)z"', frame_svg(shape).decode())
    assert len(paths) == 8
    for path in paths:
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        assert points[0] == pytest.approx(points[-1], abs=0.02)
        reach = shape.middle - shape.wave - 0.7
        assert all(reach <= x <= shape.width - reach and reach <= y <= shape.height - reach for x, y in points)
