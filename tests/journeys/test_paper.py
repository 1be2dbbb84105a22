"""The director gives the certificates a seal and a colour and looks at them; a certified provider takes the kit of its mark."""
import zipfile

from playwright.sync_api import expect

from tests.journeys.acting import fill, press
from tests.journeys.conftest import DESKTOP, PHONE

SEAL = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect x="1" y="1" width="8" height="8" fill="#c0241b"/></svg>'
TEXT = SEAL.replace(b"</svg>", '<text x="1" y="9">직인</text></svg>'.encode())


def choose(page, name, content):
    page.locator(f"input[name={name}]").set_input_files({"name": "seal.svg", "mimeType": "image/svg+xml", "buffer": content})


def test_the_director_sets_the_look_and_sees_it_before_anything_is_issued(browse):
    director = browse(DESKTOP)
    director.sign_in("director@busan.example")
    director.go("/busan/admin/certificate-look/")
    expect(director.page.locator("img.sheet")).to_have_js_property("complete", True)
    director.look("look")
    fill(director.page, title_en_1="Mayor of the City of Busan")
    choose(director.page, "seal_1", TEXT)
    press(director.page, ".save-bar button")
    expect(director.page.locator(".error").first).to_contain_text("윤곽선")
    expect(director.page.locator("input[name=title_en_1]")).to_have_value("Mayor of the City of Busan")
    director.look("look-refused")
    choose(director.page, "seal_1", SEAL)
    press(director.page, ".save-bar button")
    expect(director.page.locator(".notices")).to_contain_text("다음에 만드는 문서부터")
    expect(director.page.locator("img.brought").first).to_be_visible()
    director.page.locator("select[name=kind]").select_option("plate")
    press(director.page, "form[action='#preview'] button")
    assert director.page.locator("img.sheet").evaluate("image => image.decode().then(() => image.naturalWidth)") == 1000
    director.look("look-plate")
    phone = browse(PHONE)
    phone.sign_in("admin@busan.example")
    phone.go("/busan/admin/certificate-look/?lang=en")
    phone.look("look-en")


def test_a_certified_provider_takes_its_mark(browse, tmp_path):
    owner = browse(PHONE)
    owner.sign_in("owner@dasom.example")
    owner.go("/busan/portal/certificates/")
    press(owner.page, "main h2 a")
    owner.look("mark-kit")
    with owner.page.expect_download() as waited:
        owner.page.locator("a[href$='mark.zip']").click()
    waited.value.save_as(tmp_path / "mark.zip")
    assert waited.value.suggested_filename.isascii()
    with zipfile.ZipFile(tmp_path / "mark.zip") as package:
        assert {"mark-ko.svg", "rules-ko.pdf", "symbol-256.png"} <= set(package.namelist())
