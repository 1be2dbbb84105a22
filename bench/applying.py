"""Drafts of applications, ready to be handed in: the whole sample framework, and as many documents as asked for."""
import hashlib
import uuid
from itertools import count

from django.db import transaction

from accounts.actors import Actor
from accounts.models import Membership, Person, Role, User
from bench.rows import BEGINNING, signed_in
from certification.models import Framework
from certification.reference import sample_content
from certification.workflow import announce_round, draft_round, draft_version, publish_version
from core import clock
from core.models import StoredFile
from core.tenancy import within
from evaluations.documents import missing_documents
from evaluations.models import Answer, AnswerEvidence, GivenDocument
from evaluations.workflow import pledge, start_application
from providers.models import Evidence, Offering, Provider, ProviderMember, ServiceType, Site

WORDS = "운영규정을 정하여 기관 안에 게시하고, 해마다 직원회의에서 함께 읽고 고칩니다. 이용자에게는 설명하고 서명을 받습니다. " * 4
SERIAL = count(1)


def open_round(agency, officer):
    """The sample framework of 19 indicators in force, and a round for one service that is open for a year."""
    with within(agency):
        for role in (Role.OFFICER, Role.MANAGER):
            Membership.everything.get_or_create(user=officer, role=role, ended_at=None, defaults={"began_at": BEGINNING})
        actor, now = Actor.of(officer), clock.now()
        framework = Framework.everything.order_by("pk").first()
        labels = {"label_ko": "2025년판", "label_en": "2025 edition"}
        version = publish_version(draft_version(framework, sample_content("2025"), **labels, is_sample=True, actor=actor), actor=actor)
        service = ServiceType.objects.get(code="dementia-prevention")
        facts = {"version": version, "year": now.year, "name_ko": "품질인증 공고", "name_en": "Quality certification",
                 "opens_at": now.replace(month=1, day=1), "closes_at": now.replace(year=now.year + 1, month=12, day=31)}
        return announce_round(draft_round(facts, [service], actor=actor), actor=actor)


def owner_of(provider):
    """A new account that owns this provider."""
    serial = next(SERIAL)
    person = Person.objects.create(name="김하늘", birth_on="1980-05-05", phone_hash=f"{serial:064}", fingerprint=f"{serial:064}")
    user = User.objects.create(email=f"owner{serial}@bench.example", person=person)
    ProviderMember.everything.create(provider=provider, user=user, role=ProviderMember.Role.OWNER, joined_at=BEGINNING)
    return user


@transaction.atomic
def written(round, provider, documents):
    """(application, owner): every answer with words and a document, what the round asks to bring, the pledge; `documents` in all."""
    owner = owner_of(provider)
    place = {name: getattr(provider, name) for name in ("district", "postcode", "address_base", "address_detail", "phone")}
    site = Site.everything.create(provider=provider, name="본원", added_at=BEGINNING, **place)
    offering = Offering.everything.create(site=site, service_type=ServiceType.objects.get(code="dementia-prevention"),
                                          registered_on=BEGINNING.date())
    actor = Actor.of(owner)
    application = pledge(start_application(round, offering, actor=actor, arrived_at=clock.now()), shows_head_name=True, actor=actor)
    answers = list(Answer.everything.filter(application=application).order_by("indicator__position"))
    Answer.everything.filter(application=application).update(rating="meets", explanation=WORDS, saved_at=clock.now(), saved_by=owner)
    wanted = missing_documents(application)
    library = library_of(provider, owner, max(documents, len(answers) + len(wanted)))
    GivenDocument.everything.bulk_create(GivenDocument(application=application, document=document, evidence=library.pop(),
                                                       added_at=clock.now()) for document in wanted)
    AnswerEvidence.everything.bulk_create(AnswerEvidence(answer=answers[n % len(answers)], evidence=one, added_at=clock.now())
                                          for n, one in enumerate(library))
    return application, owner


def library_of(provider, owner, count):
    """Files without bytes: nobody opens them here."""
    files = StoredFile.everything.bulk_create(StoredFile(
        shelf=provider.public_id, sha256=hashlib.sha256(f"{provider.pk}-{n}".encode()).hexdigest(), size=120_000, mime="application/pdf",
        extension="pdf", text=StoredFile.Text.READ, created_at=clock.now()) for n in range(count))
    return Evidence.everything.bulk_create(Evidence(
        public_id=uuid.uuid4(), provider=provider, name=f"안전점검표 {n + 1}.pdf", file=file, added_at=clock.now(), added_by=owner)
        for n, file in enumerate(files))


def drafts(agency, round, count, *, skip=0, documents=0):
    """[(application's public id, cookie of its owner)] of that many providers after the first `skip`, with at least so many documents."""
    with within(agency):
        providers = Provider.everything.filter(stage="confirmed").order_by("pk")[skip:skip + count]
        rows = [written(round, provider, documents) for provider in providers]
    return [(application.public_id, signed_in(owner)) for application, owner in rows]


def answer_in(agency, application):
    """The public id of an answer in the middle of it."""
    with within(agency):
        return Answer.everything.filter(application__public_id=application).order_by("indicator__position")[9].public_id
