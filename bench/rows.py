"""Deterministic rows: an agency with 1,000 providers, in the long form one with 100,000, and an officer of both with 200 notices."""
import uuid
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection

from accounts.models import Affiliation, Agency, District, Membership, Person, Province, Role, User
from accounts.session_store import SessionStore
from bench.register import make_register
from core import clock
from core.tenancy import within
from correspondence.models import Notice
from providers.business_number import check_digit
from providers.models import Provider
from providers.stages import Stage

SMALL, LARGE = "small", "large"
SIZES = {SMALL: 1_000, LARGE: 100_000}
NOTICES, BATCH = 200, 5_000
OTHERS = 1_001                      # providers of the agency with the large register: their ids follow from how many there are
BEGINNING = datetime(2024, 3, 1, tzinfo=UTC)
WORDS = ("햇살", "온누리", "다솜", "가온", "늘봄", "마루", "별빛", "숨결")
KINDS = ("아동발달센터", "마음돌봄", "심리상담센터", "치매예방센터", "운동재활")
WAITING = 10                        # so many of each agency wait for a decision, whatever its size


def make_rows(slugs):
    """Agencies, people and providers, as the owner role. Returns the officer."""
    person = Person.objects.create(name="김하늘", birth_on="1980-05-05", phone_hash="0" * 64, fingerprint="0" * 64)
    officer = User.objects.create(email="officer@bench.example", person=person)
    province = Province.objects.get(code="26")
    for slug in slugs:
        agency = Agency.objects.create(slug=slug, name_ko=f"{slug} 사회서비스원", name_en=f"{slug.title()} Social Service Agency",
                                       province=province)
        Affiliation.objects.create(user=officer, agency=agency)
        with within(agency):
            Membership.everything.create(user=officer, role=Role.OFFICER, began_at=BEGINNING)
            make_providers(SIZES[slug])
            make_register(SIZES[slug])
            make_notices(officer)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return officer


def large_register(count):
    """(an agency with so many entries of its register, how many)"""
    agency = Agency.objects.create(slug=f"register{count}", name_ko="큰 사회서비스원", name_en="Large Social Service Agency",
                                   province=Province.objects.get(code="26"))
    with within(agency):
        make_providers(OTHERS)
        make_register(count)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE certification_registerentry")
    return agency, count


def make_providers(count):
    districts = list(District.objects.filter(province__code="26", valid_to=None).order_by("code"))
    for start in range(0, count, BATCH):
        Provider.everything.bulk_create(provider(n, count, districts) for n in range(start, min(start + BATCH, count)))


def provider(n, count, districts):
    """The newest wait for their decision, so that the first page of a list shows them."""
    first = f"000{n:06}"
    return Provider(
        public_id=uuid.UUID(int=count * 1_000_000 + n), name=f"{WORDS[n % len(WORDS)]}{KINDS[n % len(KINDS)]} {n}", name_en=f"Centre {n}",
        business_number=f"{first}{check_digit(first)}", head_name="김하늘", phone="0510000000", email="office@bench.example",
        postcode="46900", district=districts[n % len(districts)], address_base="부산광역시 사상구 광장로 00",
        stage=Stage.REGISTERED if n >= count - WAITING else Stage.CONFIRMED, registered_at=BEGINNING + timedelta(minutes=n))


def make_notices(officer):
    Notice.everything.bulk_create(
        Notice(recipient=officer, event="provider.registered", subject_type="providers.provider", subject_id=str(n), language="ko",
               title=f"제공기관 등록이 접수되었습니다: {n}", body="등록 내용을 검토하여 주시기 바랍니다.",
               sent_at=BEGINNING + timedelta(hours=n), read_at=BEGINNING + timedelta(hours=n + 1) if n % 4 else None)
        for n in range(NOTICES))


def signed_in(user):
    """The cookie of a fresh session."""
    now = clock.real_now().timestamp()
    session = SessionStore()
    session.update({SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
                    HASH_SESSION_KEY: user.get_session_auth_hash(), "began": now, "seen": now, "idle": settings.SESSION_IDLE_STAFF,
                    "works": True, "factor": True})
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
