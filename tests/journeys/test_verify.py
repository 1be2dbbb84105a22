"""A citizen checks a plaque's code, the place in the public log, and a PDF: by its hash alone, then by handing it in."""
import pytest

from tests.journeys.conftest import DESKTOP, PHONE

NUMBER = "BS-QC-2024-004"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_citizen_checks_a_code_the_log_and_a_file(size, browse, tmp_path):
    citizen = browse(size)
    citizen.go(f"/verify/?q={NUMBER}")
    citizen.look("verify-answer")
    page = citizen.page
    page.get_by_role("link", name="공개 기록 보기").click()
    page.wait_for_load_state()
    assert page.url.endswith("/busan/log/")
    citizen.look("verify-log")

    sent = []
    page.on("request", lambda request: sent.append((request.method, request.url)))
    citizen.go("/verify/file/")
    citizen.look("verify-file")
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7\nnothing of ours")
    page.set_input_files("input[type=file]", other)
    page.locator("main form button.primary").click()
    page.wait_for_url("**sha256=**")
    assert not [one for one in sent if one[0] == "POST"]            # only the hash left the browser
    citizen.look("verify-file-by-hash")

    page.set_input_files("input[type=file]", other)
    page.locator("main form button.primary").click()
    page.get_by_text("인증기관이 발급한 파일이 아닙니다").wait_for()
    assert [one for one in sent if one[0] == "POST"]
    citizen.look("verify-file-foreign")
