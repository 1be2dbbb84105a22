"""The scheme of an agency in the demonstration: framework, editions, rounds, certificates from before the system."""
from datetime import date, timedelta

from accounts.models import District
from certification import workflow as certification
from certification.queries import pairs_of
from certification.reference import sample_content
from core import clock
from core.calendar import next_working_day, years_less_a_day
from desk.demonstration.cases import WORKER, at, staff
from providers.models import Provider, ServiceType

PREFIXES = {"busan": "BS-QC", "daegu": "DG-QC"}
CITIES = {"busan": ("부산광역시", "Busan Metropolitan City", "부산광역시장", "Mayor of Busan"),
          "daegu": ("대구광역시", "Daegu Metropolitan City", "대구광역시장", "Mayor of Daegu")}
SIX = ("child-emotional-development", "youth-healing", "youth-vision", "dementia-prevention", "mental-health-care",
       "exercise-prescription")


def found(agency, day):
    """The standing framework, issued by the city and the agency together."""
    slug, city = agency.slug, CITIES[agency.slug]
    with clock.travel(at(day, 10)):
        return certification.found_framework(
            {"name_ko": "사회서비스 품질인증", "name_en": "Social service quality certification",
             "number_key": f"{PREFIXES[slug]}-{{year}}-{{serial}}"},
            [dict(zip(("name_ko", "name_en", "title_ko", "title_en"), city, strict=True)),
             {"name_ko": agency.name_ko, "name_en": agency.name_en, "title_ko": f"{agency.name_ko}장",
              "title_en": f"Director, {agency.name_en}"}],
            actor=staff("manager", slug))


def publish(framework, slug, edition, day):
    """An edition of the sample, in force from that day."""
    with clock.travel(at(day, 10)):
        version = certification.draft_version(framework, sample_content(edition), label_ko=f"{edition}년판", label_en=f"{edition} edition",
                                              is_sample=True, actor=staff("officer", slug))
        settle(version, slug)
        return certification.publish_version(version, actor=staff("manager", slug))


def settle(version, slug):
    """The officer finds the proposed mapping right."""
    if version.follows:
        pairs = [(old.code, new.code) for old, new in pairs_of(staff("officer", slug), version)]
        certification.settle_mapping(version, pairs, actor=staff("officer", slug))


def announce_round(slug, version, year, *, services, announced_on, opens_on, closes_on, results_on, quota, name_ko="", name_en="",
                   kind="new"):
    results_on = results_on if results_on < clock.today() else next_working_day(results_on)
    facts = {
        "version": version, "year": year, "kind": kind, "quota": quota, "name_ko": name_ko or f"{year}년 사회서비스 품질인증 공고",
        "name_en": name_en or f"Quality certification {year}", "opens_at": clock.day_start(opens_on), "closes_at": clock.end_of(closes_on),
        "document_review_until": next_working_day(results_on - timedelta(days=90)),
        "site_visits_until": next_working_day(results_on - timedelta(days=40)),
        "final_evaluation_on": next_working_day(results_on - timedelta(days=14)),
        "results_on": results_on,
    }
    with clock.travel(at(announced_on, 9)):
        round = certification.draft_round(facts, list(ServiceType.objects.filter(code__in=services)), actor=staff("officer", slug))
        return certification.announce_round(round, actor=staff("manager", slug))


PAPER = (       # (account, serial, years and days since it was given): one long over, one soon to end, one given back
    ("maru", 1, date(2022, 12, 14)), ("hanbit", 2, None), ("badal", 3, date(2024, 2, 1)))


def enter_papers(framework):
    """What the agency's forerunner gave out on paper before the system; the counter continues after it."""
    soon = clock.today() - timedelta(days=3 * 365 - 110)
    for account, serial, given in PAPER:
        given = given or soon
        provider = Provider.objects.visible_to(WORKER).get(email=f"office@{account}.example")
        with clock.travel(at(date(2024, 5, 10) if given < date(2024, 5, 1) else given, 9)):
            certificate = certification.import_certificate({
                "framework": framework, "provider": provider, "year": given.year, "serial": serial,
                "number_shown": f"제{given.year}-{serial:03}호", "valid_from": given, "valid_to": years_less_a_day(given, 3),
                "provider_name": provider.name, "provider_name_en": provider.name_en, "head_name": provider.head_name,
                "shows_head_name": False, "site_name": "본점", "address": provider.address,
                "district": District.objects.get(pk=provider.district_id),
                "phone": provider.phone, "service_type": ServiceType.objects.get(code="exercise-prescription"),
            }, actor=staff("officer", "busan"))
        if account == "badal":
            with clock.travel(at(date(2026, 3, 2), 10)):
                certification.surrender(certificate, on=date(2026, 3, 2), reason="제공기관의 요청으로 인증서를 반납하였습니다.",
                                        actor=staff("director", "busan"))
