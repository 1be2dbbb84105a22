"""People of providers: invited, gone again, asking to join; and a provider that came on paper."""
from datetime import timedelta

from accounts.actors import Actor
from accounts.models import Agency, District, User
from accounts.workflow.people import open_account
from core import clock
from core.tenancy import within
from desk.demonstration.papers import hwpx
from providers import workflow
from providers.business_number import check_digit
from providers.models import Provider, ProviderMember, ServiceType

SERVICE = "child-emotional-development"
HOURS = "월~금 09:00~19:00\n토 09:00~13:00, 일요일과 공휴일 휴무"
PRICES = {"session": (40_000, 60_000), "month": (180_000, 240_000)}        # won, invented
LINES = ["시연을 위해 지어낸 것입니다."]


def price_of(serial):
    """Some say it by the session, some by the month, some not at all."""
    per = ("session", "month", "")[serial % 3]
    return {"price_low": PRICES[per][0], "price_high": PRICES[per][1], "price_per": per} if per else {}


def build_organisations(demonstration):
    with within(Agency.objects.get(slug="busan")):
        haetsal = Provider.objects.visible_to(Actor.system("demonstration")).get(name="햇살아동발달센터")
        owner = actor_of("owner@haetsal.example")
        for account, name, role, days in (("editor", "한소율", "editor", 14), ("former", "유보미", "viewer", 30)):
            with clock.travel(haetsal.registered_at + timedelta(days=days)):
                invited = workflow.invite_colleague(haetsal, f"{account}@haetsal.example", role, actor=owner)
                user = workflow.accept_invitation(invited, actor=Actor.public(), password_hash=demonstration.password_hash)
                demonstration.named(user, name)
        with clock.travel(haetsal.registered_at + timedelta(days=400)):
            gone = ProviderMember.objects.visible_to(owner).get(user=user, left_at=None)
            workflow.end_membership(gone, actor=owner)
        ask(demonstration, haetsal, owner)
        take_in(demonstration)


def ask(demonstration, provider, owner):
    """Somebody is invited, somebody else asks to join; both wait."""
    with clock.travel(clock.now() - timedelta(days=2)):
        workflow.invite_colleague(provider, "newcomer@haetsal.example", "viewer", actor=owner)
    with clock.travel(clock.now() - timedelta(days=1)):
        user = open_account("asks@haetsal.example", demonstration.password_hash, language="ko")
        demonstration.named(user, "문서린")
        workflow.ask_to_join(provider.business_number, words="주례점 놀이치료를 맡고 있는 문서린입니다.", actor=Actor.of(user))


def take_in(demonstration):
    """What came by post, of a name that there is already; its owner is invited."""
    officer, district = actor_of("officer@busan.example"), District.objects.get(code="26290")
    place = {"district": district, "postcode": "48500", "phone": "0510009999", "address_base": "부산광역시 남구 나눔로 21"}
    first = f"000{next(demonstration.serial):06}"
    with clock.travel(clock.now() - timedelta(days=1)):
        provider = workflow.register_by_proxy(
            actor=officer, certificate=hwpx("사업자등록증", LINES), paper=hwpx("제공기관 등록신청서", [*LINES, "종이로 접수되었습니다."]),
            name="사회복지법인 햇살 아동발달센터 남구점", business_number=f"{first}{check_digit(first)}", head_name="조가을",
            email="office@haetsal-namgu.example", **place)
        site = workflow.add_site(provider, actor=officer, name="본점", opening_hours=HOURS, **place)
        workflow.add_offering(site, actor=officer, service_type=ServiceType.objects.get(code=SERVICE))
        workflow.invite_owner(provider, "owner@haetsal-namgu.example", actor=officer)


def actor_of(email):
    return Actor.of(User.objects.select_related("person").get(email=email))
