"""The rules of eligibility, each with what is known going in and met, not met or unknown coming out, with the fact in words."""
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.actors import Actor
from accounts.models import District
from certification.models import Requirement, Round
from core import clock
from core.calendar import months_before
from core.tenancy import within
from evaluations.eligibility import FACTS, RULES, Finding, Known, findings
from evaluations.queries import findings_for
from providers.models import Offering, Provider
from providers.workflow import bar_provider, enter_disposition, lift_bar, withdraw_disposition
from tests import factories as f

DAY = date(2026, 4, 1)
KNOWN = Known(notice=DAY, today=date(2026, 5, 1))
FIGURES = {"experience": {"months": 36}, "no_disposition": {"years": 3}}
RENEWED = {"certificate": ("제2025-001호", date(2026, 9, 8)), "renewal": (date(2026, 3, 12), date(2026, 7, 10))}
WARNED = ("warning", date(2024, 1, 5), None, "사상구청")
CASES = [       # (requirement, what is known, met, the fact)
    ("registered", {"registration_number": "26-1", "registered_on": date(2020, 3, 2)}, True, "registered"),
    ("registered", {"registered_on": date(2020, 3, 2)}, True, "registered_on"),
    ("registered", {"registration_number": "26-1"}, True, "registered_as"),
    ("registered", {}, None, "no_registration"),
    ("registered", {"registration_number": "26-1", "elsewhere": "수성구"}, False, "elsewhere"),
    ("experience", {}, None, "no_day"),
    ("experience", {"registered_on": date(2023, 4, 1)}, True, "in_business"),
    ("experience", {"registered_on": date(2023, 4, 2)}, False, "in_business"),
    ("no_disposition", {}, None, "no_dispositions_kept"),
    ("no_disposition", {"dispositions_as_of": DAY}, True, "no_disposition"),
    ("no_disposition", {"dispositions_as_of": DAY, "dispositions": (WARNED,)}, False, "disposition"),
    ("no_disposition", {"dispositions_as_of": DAY, "dispositions": (("fine", date(2023, 4, 1), None, "구청"),)}, True, "no_disposition"),
    ("no_disposition", {"dispositions_as_of": DAY, "dispositions": (("suspension", date(2023, 3, 1), date(2023, 4, 2), "구청"),)}, False,
     "disposition"),
    ("operating", {}, True, "operating"),
    ("operating", {"stage": "closed"}, False, "closed"),
    ("operating", {"stage": "refused"}, False, "registration_refused"),
    ("operating", {"stage": "registered"}, None, "not_confirmed"),
    ("operating", {"is_active": False}, False, "not_offered"),
    ("operating", {"dispositions": (("suspension", date(2026, 4, 2), date(2026, 5, 1), "구청"),)}, False, "suspended"),
    ("operating", {"dispositions": (("suspension", date(2026, 4, 2), date(2026, 4, 30), "구청"),)}, True, "operating"),
    ("not_barred", {}, True, "not_barred"),
    ("not_barred", {"barred_until": date(2026, 5, 1)}, False, "barred"),
    ("not_barred", {"barred_until": date(2026, 4, 30)}, True, "not_barred"),
    ("no_certificate", {}, True, "not_certified"),
    ("no_certificate", {"certificate": ("제2025-001호", date(2028, 12, 8))}, False, "certified"),
    ("renewable", {}, False, "nothing_to_renew"),
    ("renewable", RENEWED, True, "renewed"),
    ("renewable", RENEWED | {"is_suspended": True}, False, "renewed_once_in_force"),
    ("renewable", RENEWED | {"renewal": (date(2026, 5, 2), date(2026, 9, 1))}, False, "renewed_from"),
    ("renewable", RENEWED | {"renewal": (date(2026, 1, 2), date(2026, 4, 30))}, False, "renewed_no_more"),
    ("renewable", RENEWED | {"renewal": (date(2026, 1, 2), date(2026, 4, 30)), "is_let_in_late": True}, True, "renewed"),
    ("service", {}, True, "service_in_round"),
    ("service", {"may_be_certified": False}, False, "service_not_in_round"),
    ("not_national", {}, None, "no_list"),
    ("not_national", {"national_as_of": DAY}, True, "not_listed"),
    ("not_national", {"national_as_of": DAY, "is_national": True}, None, "listed_without_end"),
    ("not_national", {"national_as_of": DAY, "is_national": True, "national_until": date(2026, 5, 1)}, False, "listed"),
    ("not_national", {"national_as_of": DAY, "is_national": True, "national_until": date(2026, 4, 30)}, True, "listed_before"),
]


@pytest.mark.parametrize(("requirement", "known", "met", "fact"), CASES)
def test_what_is_known_leads_to_a_finding_with_its_fact(requirement, known, met, fact):
    found, = findings([(requirement, FIGURES.get(requirement, {}))], replace(KNOWN, **known))
    assert (found.met, found.fact) == (met, fact)
    for language in ("ko", "en"):
        with translation.override(language):
            assert found.words and "%(" not in found.words
            assert found.title


def test_every_requirement_has_its_rule_and_every_fact_a_case_of_its_own():
    assert set(RULES) == set(Requirement)
    assert {fact for _requirement, _known, _met, fact in CASES} == set(FACTS)


def test_a_finding_is_kept_and_said_again_in_any_language():
    found, = findings([("no_disposition", {"years": 3})], replace(KNOWN, dispositions=(WARNED,)))
    again = Finding(**found.kept())
    with translation.override("ko"):
        assert again.words == "2024. 1. 5.(금) 행정처분: 경고(사상구청)"
    with translation.override("en"):
        assert again.words == "Disposition of 5 January 2024 (Fri): warning (사상구청)."
        assert again.title == "No administrative disposition in the last 3 years"


@pytest.fixture
def asked(busan):
    """What the agency's tables say of the provider's offering: `asked()` → {requirement: Finding}."""
    with within(busan.agency):
        round = f.RoundFactory()
        offering = Offering.everything.get(site__provider=busan.provider)

    def look():
        with within(busan.agency):
            fresh = Offering.everything.get(pk=offering.pk)
            return {one.requirement: one for one in findings_for([(round, fresh)])[round.pk, offering.pk]}
    look.offering, look.round = offering, round
    return look


def test_a_disposition_counts_until_it_is_withdrawn(busan, asked):
    with within(busan.agency):
        officer = Actor.of(busan.officer)
        enter_disposition(busan.neighbours, kind="fine", from_on=months_before(clock.today(), 40), authority="구청", actor=officer)
    assert asked()["no_disposition"].met is True
    with within(busan.agency):
        one = enter_disposition(busan.provider, kind="warning", from_on=months_before(clock.today(), 3), authority="구청", actor=officer)
    assert asked()["no_disposition"].met is False
    with within(busan.agency):
        withdraw_disposition(one, reason="다른 기관의 처분이었습니다.", actor=officer)
    assert asked()["no_disposition"].met is True


def test_a_bar_counts_until_it_is_lifted(busan, asked):
    with within(busan.agency):
        manager = Actor.of(busan.manager)
        bar = bar_provider(busan.provider, barred_until=clock.today(), reason="인증 취소", actor=manager)
    assert asked()["not_barred"].met is False
    with within(busan.agency):
        lift_bar(bar, reason="취소 처분이 취소되었습니다.", actor=manager)
    assert asked()["not_barred"].met is True


def test_the_national_list_is_asked_by_number_and_service(busan, asked):
    assert asked()["not_national"].met is None
    with within(busan.agency):
        f.NationalHolderFactory(business_number=busan.neighbours.business_number)
    assert asked()["not_national"].met is True
    with within(busan.agency):
        f.NationalHolderFactory(business_number=busan.provider.business_number, service_type=asked.offering.service_type)
    assert asked()["not_national"].met is False


def test_a_certificate_elsewhere_a_site_elsewhere_and_the_end_of_the_registration_are_seen(busan, asked):
    with within(busan.agency):
        f.CertificateFactory(offering=asked.offering, valid_from=clock.today())
        asked.offering.site.__class__.everything.filter(pk=asked.offering.site_id).update(district=District.objects.get(code="27260"))
        Provider.everything.filter(pk=busan.provider.pk).update(stage="closed", closed_reason="폐업")
    found = asked()
    assert [found[name].met for name in ("no_certificate", "registered", "operating")] == [False, False, False]


def test_what_another_agency_knows_counts_nothing_here(busan, daegu, asked):
    with within(daegu.agency):
        f.NationalHolderFactory(business_number=busan.provider.business_number, service_type=asked.offering.service_type)
    assert asked()["not_national"].met is None


def test_it_asks_as_often_for_three_offerings_and_rounds_as_for_one(busan):
    with within(busan.agency):
        pairs = [(f.RoundFactory(), f.OfferingFactory()) for _ in range(3)]

        def queries(wanted):
            rounds = {round.pk: round for round in Round.everything.prefetch_related("services").filter(pk__in=[r.pk for r, _o in wanted])}
            with CaptureQueriesContext(connection) as asked:
                findings_for([(rounds[round.pk], offering) for round, offering in wanted])
            return len(asked)

        assert queries(pairs) == queries(pairs[:1])
