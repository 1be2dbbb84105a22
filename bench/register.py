"""Rows of the public register, as many as asked for, each with its certificate; written past the workflow, searched as it would be."""
import uuid
from datetime import date, timedelta

from accounts.models import District
from certification.models import Certificate, Framework, RegisterEntry
from certification.workflow.register_terms import terms_of
from core.codes import ALPHABET, LENGTH
from core.tenancy import current_agency
from providers.models import Provider, ServiceType

BATCH, AT_ONCE, FIRST = 5_000, 1_000, date(2024, 11, 28)      # a statement takes 65,535 values at most
FAR = date(2099, 12, 31)                        # so that the figures do not change with the calendar
AREAS = [{"code": str(n), "name_ko": "서비스 품질·안전 및 권리보장", "name_en": "Quality", "plain_ko": "이용자의 안전과 권리를 지킵니다.",
          "plain_en": "", "indicators": [{"code": f"{n}.1.{i}", "name_ko": "시설 안전과 재난 대비", "name_en": ""} for i in range(5)]}
         for n in range(1, 5)]


def make_register(count):
    """Certificates of the current agency's providers, in turn; nine of ten in force."""
    framework = Framework.everything.create(name_ko="사회서비스 품질인증", name_en="Social service quality certification",
                                            number_key=f"X{count}-QC-{{year}}-{{serial}}", published_at="2024-01-01T00:00:00Z")
    districts = list(District.objects.filter(province__code="26", valid_to=None).order_by("code"))
    services, providers = list(ServiceType.objects.order_by("pk")), own_providers(count)
    for start in range(0, count, BATCH):
        certificates = [certificate(n, framework, providers, districts, services) for n in range(start, min(start + BATCH, count))]
        Certificate.everything.bulk_create(certificates, batch_size=AT_ONCE)
        RegisterEntry.everything.bulk_create([entry(one) for one in certificates], batch_size=AT_ONCE)


def own_providers(count):
    """Of the current agency alone: the owner role sees those of every agency."""
    return list(Provider.everything.filter(agency=current_agency()).order_by("pk")[:count])


def code_of(number):
    code = ""
    for _ in range(LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        code = ALPHABET[digit] + code
    return code


def certificate(n, framework, providers, districts, services):
    provider, day = providers[n % len(providers)], FIRST + timedelta(days=n % 300)
    key = framework.number(framework.number_key, 2024, n + 1)
    return Certificate(
        public_id=uuid.UUID(int=len(providers) * 10_000_000 + n), framework=framework, provider=provider, year=2024, serial=n + 1,
        number=key, number_shown=framework.number(framework.number_shown, 2024, n + 1), code=code_of(len(providers) * 10_000_000 + n),
        provider_name=provider.name, provider_name_en=provider.name_en, head_name="김하늘", site_name="본원", address=provider.address,
        district=districts[n % len(districts)], phone="0510000000", service_type=services[n % len(services)], area_findings=AREAS,
        issued_at="2024-11-28T00:00:00Z", valid_from=day, valid_to=FAR if n % 10 else day + timedelta(days=1))


def entry(certificate):
    words = [certificate.provider_name, certificate.provider_name_en, certificate.site_name, certificate.district.name_ko,
             certificate.service_type.name_ko, certificate.number_shown, certificate.number]
    same = ("number", "number_shown", "code", "provider_name", "provider_name_en", "site_name", "address", "phone", "district",
            "service_type", "valid_from", "valid_to")
    return RegisterEntry(
        **{name: getattr(certificate, name) for name in same}, certificate=certificate, provider=certificate.provider.public_id,
        scheme_ko="사회서비스 품질인증", scheme_en="Social service quality certification", areas=certificate.area_findings,
        history=[{"kind": "issued", "on": certificate.valid_from.isoformat(), "until": None, "reason": ""}],
        terms=terms_of(certificate, words), price_low=40_000 + 1_000 * (certificate.serial % 40), price_high=80_000, price_per="session",
        renewed_at="2024-11-28T00:00:00Z")
