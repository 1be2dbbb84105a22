"""People of a provider: invited, joined by the link in the mail, handed over to, gone; and papers at the desk."""
import re

import pytest
from playwright.sync_api import expect

from tests import files
from tests.journeys.acting import act, fill, follow, press, send, wait_for_mail
from tests.journeys.conftest import DESKTOP, PHONE

PASSWORD = "노을 지는 바다에서 만나요"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_papers_requests_and_similar_ones_are_looked_at(size, browse):
    owner, officer, newcomer = browse(size), browse(size), browse(size)
    owner.sign_in("owner@haetsal.example")
    follow(owner.page, "main .cards h2 a")
    follow(owner.page, "main a[href$='/people/']")
    expect(owner.page.locator("main")).to_contain_text("문서린 님이 참여를 요청했습니다")
    owner.look("people-asked")

    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/providers/?q=햇살 아동")
    officer.look("desk-providers-paper")
    officer.page.locator("main tbody a").first.click()
    expect(officer.page.locator("main")).to_contain_text("비슷한 제공기관")
    officer.look("desk-provider-from-paper")
    officer.page.locator("main a[href$='/applications/paper/']").click()
    officer.look("desk-apply-on-paper")
    officer.go("/busan/admin/providers/paper/")
    officer.look("desk-register-on-paper")

    newcomer.sign_in("owner@gaon.example")
    newcomer.go("/busan/portal/register/")
    newcomer.page.locator("[name=certificate]").set_input_files(
        {"name": "사업자등록증.pdf", "mimeType": "application/pdf", "buffer": files.pdf()})
    newcomer.page.locator("[name=district]").select_option(label="사상구")
    fill(newcomer.page, address_base="부산광역시 사상구 나눔로 3", name="(주)햇살 아동발달쎈터")
    newcomer.page.locator("[name=head_name]").click()
    expect(newcomer.page.locator("#similar")).to_contain_text("햇살아동발달센터, 사상구")     # while one types, the file stays chosen
    assert newcomer.page.locator("[name=certificate]").evaluate("field => field.files.length") == 1
    newcomer.look("register-similar")
    newcomer.go("/busan/portal/join/")
    newcomer.look("join")


@pytest.mark.parametrize(("size", "firm", "guest"), [
    (DESKTOP, "byeolbit", "colleague@byeolbit.example"), (PHONE, "soomgyeol", "colleague@soomgyeol.example")], ids=["desktop", "phone"])
def test_an_owner_invites_hands_over_and_leaves(size, firm, guest, browse):
    owner = browse(size)
    owner.sign_in(f"owner@{firm}.example")
    owner.go("/busan/portal/")
    follow(owner.page, "main .cards h2 a")
    provider = owner.page.url
    owner.look(f"people-provider-{firm}")
    follow(owner.page, "main a[href$='/people/']")
    people = owner.page.url
    fill(owner.page, email=guest)
    owner.page.locator("[name=role][value=editor]").check()
    send(owner.page)
    expect(owner.page.locator("main")).to_contain_text(guest)
    owner.look("people-invited")

    colleague = browse(size)
    colleague.page.goto(re.search(r"http://\S+/portal/invitation/\S+", wait_for_mail(owner, guest, seconds=240)).group())
    colleague.look("people-invitation")
    fill(colleague.page, password1=PASSWORD, password2=PASSWORD)
    send(colleague.page)
    fill(colleague.page, name="한겨레", birth_on="1985-02-03", phone=f"010-0000-{size['width']:04}")
    send(colleague.page)
    expect(colleague.page).to_have_url(provider)
    colleague.go(people.removeprefix(colleague.site.url))
    colleague.look("people-as-editor")

    owner.page.goto(people)
    owner.page.locator("main .tasks li", has_text="한겨레").locator("a").click()
    owner.look("people-person")
    owner.page.locator("summary", has_text="대표 담당자 넘기기").click()
    owner.look("people-hand-over")
    act(owner.page, "/hand-over/")
    owner.look("people-handed-over")
    follow(owner.page, "main a[href$='/leave/']")
    owner.look("people-leave")
    press(owner.page, "main form button.danger")
    expect(owner.page.locator("main")).to_contain_text("제공기관에서 나왔습니다")
    assert owner.page.goto(provider).status == 404
    assert wait_for_mail(colleague, guest, "스스로 나갔습니다")
