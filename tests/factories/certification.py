"""Frameworks with their versions and indicators, and rounds."""
from datetime import timedelta

import factory

from certification.models import Area, Criterion, Framework, FrameworkVersion, Indicator, Issuer, Round, RoundService
from certification.workflow import draft_requirements
from core import clock
from providers.models import ServiceType
from tests.factories.base import TenantFactory


class FrameworkFactory(TenantFactory):
    """Standing and published, as most tests need it."""

    class Meta:
        model = Framework

    name_ko = "사회서비스 품질인증"
    name_en = "Social service quality certification"
    number_key = factory.Sequence(lambda n: f"T{n}-QC-{{year}}-{{serial}}")
    published_at = factory.LazyFunction(clock.now)


class IssuerFactory(TenantFactory):
    class Meta:
        model = Issuer

    framework = factory.SubFactory(FrameworkFactory)
    position = factory.Sequence(lambda n: n + 1)
    name_ko = "햇살광역시사회서비스원"
    name_en = "Haetsal Social Service Agency"
    title_ko = "햇살광역시사회서비스원장"
    title_en = "Director, Haetsal Social Service Agency"


class AreaFactory(TenantFactory):
    class Meta:
        model = Area

    code = factory.Sequence(lambda n: f"{n + 1}")
    position = factory.Sequence(lambda n: n + 1)
    name_ko = "서비스 품질·안전 및 권리보장"
    name_en = "Quality, safety and users' rights"
    description_ko = "이용자의 안전과 권리가 지켜지는지 봅니다."
    description_en = "Whether users are safe and their rights are kept."
    plain_ko = "이용자의 안전과 권리를 지킵니다."
    plain_en = "It keeps its users safe and their rights protected."


class CriterionFactory(TenantFactory):
    class Meta:
        model = Criterion

    version = factory.LazyAttribute(lambda criterion: criterion.area.version)
    code = factory.Sequence(lambda n: f"1.{n + 1}")
    position = factory.Sequence(lambda n: n + 1)
    name_ko = "안전·위생과 위기 대응"
    name_en = "Safety, hygiene and emergency response"


class IndicatorFactory(TenantFactory):
    class Meta:
        model = Indicator

    version = factory.LazyAttribute(lambda indicator: indicator.criterion.version)
    code = factory.Sequence(lambda n: f"1.1.{n + 1}")
    position = factory.Sequence(lambda n: n + 1)
    name_ko = "시설 안전과 재난 대비"
    name_en = "Facility safety and disaster preparedness"
    question_ko = "시설을 정기적으로 점검하고 훈련을 합니까?"
    question_en = "Do you inspect the premises regularly and hold drills?"
    description_ko = "시설을 점검하고 훈련한다."
    description_en = "Premises are inspected and drills are held."
    evidence = factory.LazyFunction(lambda: [{"ko": "안전점검표(정기)", "en": "Regular safety checklists"}])
    document_check_ko = "점검 주기를 확인한다."
    document_check_en = "Inspection interval."
    onsite_check_ko = "소화기와 비상구를 눈으로 확인한다."
    onsite_check_en = "See extinguishers and exits."
    mistakes_ko = "비상구 적치물"
    mistakes_en = "Blocked exit"
    legal_basis = "시행규칙 §19①2"


class FrameworkVersionFactory(TenantFactory):
    """A draft with one area, one criterion and as many `indicators` as asked for (3)."""

    class Meta:
        model = FrameworkVersion
        skip_postgeneration_save = True

    framework = factory.SubFactory(FrameworkFactory)
    number = factory.Sequence(lambda n: n + 1)
    label_ko = "2024년판"
    label_en = "2024 edition"
    drafted_at = factory.LazyFunction(clock.now)

    @factory.post_generation
    def indicators(self, create, extracted, **kwargs):
        if not create:
            return
        area = AreaFactory(version=self, code="1", position=1)
        criterion = CriterionFactory(area=area, code="1.1", position=1)
        for place in range(1, (3 if extracted is None else extracted) + 1):
            IndicatorFactory(criterion=criterion, code=f"1.1.{place}", position=place)


def published_version(indicators=3, **fields):
    """A version that is in force, past the workflow; from here on its rows are frozen."""
    version = FrameworkVersionFactory(indicators=indicators, **fields)
    version.published_at = clock.now()
    version.save(update_fields=["published_at"])
    return version


class RoundFactory(TenantFactory):
    """Announced and open today for the `services` of these codes (dementia prevention); `published_at=None` is a draft."""

    class Meta:
        model = Round
        skip_postgeneration_save = True

    version = factory.LazyFunction(published_version)
    year = factory.LazyFunction(lambda: clock.today().year)
    name_ko = factory.Sequence(lambda n: f"{n + 1}차 품질인증 공고")
    name_en = factory.Sequence(lambda n: f"Round {n + 1}")
    opens_at = factory.LazyFunction(lambda: clock.now() - timedelta(days=1))
    closes_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=20))
    published_at = factory.LazyFunction(clock.now)

    @classmethod
    def _create(cls, model_class, *args, published_at=None, **fields):
        """With the usual requirements, which an announced round no longer changes."""
        round = super()._create(model_class, *args, **fields)
        draft_requirements(round)
        if published_at:
            round.published_at = published_at
            round.save(update_fields=["published_at"])
        return round

    @factory.post_generation
    def services(self, create, extracted, **kwargs):
        if create:
            for code in ["dementia-prevention"] if extracted is None else extracted:
                RoundService.everything.create(round=self, service_type=ServiceType.objects.get(code=code))
