"""How certificates look: issuers with their seals, mark and colour, changed by few and counted from the next document on."""
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from accounts.actors import Actor
from accounts.models import Emblem, Role
from accounts.workflow import change_emblem
from certification.models import CertificateDocument, Framework, Issuer
from certification.queries import facts_of, issuers_of, preview_facts, print_pdf
from certification.tasks import make_document
from certification.workflow import change_look
from core.errors import Refused
from core.files import open_stored
from core.models import AuditEvent
from core.signing import make_keys, signature_of
from core.tenancy import within
from providers.models import ServiceType
from tests import factories as f
from tests import files
from tests.documents import assert_archivable, said_in, words_of

CITY = {"name_ko": "부산광역시", "name_en": "Busan", "title_ko": "부산광역시장", "title_en": "Mayor of Busan"}
HOUSE = {"name_ko": "부산사회서비스원", "name_en": "Busan Agency", "title_ko": "부산사회서비스원장", "title_en": "Director"}
ROUND = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="x()"><circle cx="4" cy="4" r="4" fill="#0b6e4f"/></svg>'


def svg(content=ROUND, name="seal.svg"):
    return SimpleUploadedFile(name, content)


def png(size=(400, 400), name="seal.png"):
    return SimpleUploadedFile(name, files.png(size=size))


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def standing(busan):
    """Busan's framework, issued by the agency alone; `change(…)` as the director, `again()` as it is kept."""
    with within(busan.agency):
        framework = f.FrameworkFactory()
        Issuer.objects.create(framework=framework, position=1, **HOUSE)
        director = Actor.of(busan.director)

        def change(*, actor=director, **how):
            return change_look(framework, **({"colour": "", "issuers": [HOUSE]} | how), actor=actor)

        yield SimpleNamespace(framework=framework, director=director, change=change, busan=busan,
                              again=lambda: Framework.everything.get(pk=framework.pk), issuers=lambda: issuers_of(director, framework))


# ---- who may, and what stays in the audit trail

@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.DIRECTOR, Role.ADMIN)])
def test_nobody_but_the_director_and_the_administrator_changes_how_certificates_look(standing, role):
    user = getattr(standing.busan, str(role), None)
    with pytest.raises(PermissionDenied):
        standing.change(colour="#0b6e4f", actor=Actor.of(user) if user else Actor.public())
    standing.change(colour="#0b6e4f", actor=Actor.of(standing.busan.admin))
    assert standing.again().colour == "#0b6e4f"


def test_a_change_is_recorded_once_and_no_change_is_not(standing):
    standing.change(colour="#0b6e4f", issuers=[CITY, HOUSE])
    standing.change(colour="#0b6e4f", issuers=[CITY, HOUSE])
    (event,) = AuditEvent.everything.filter(verb="framework.look_changed")
    assert event.facts["fields"] == ["colour", "issuers"]


# ---- issuers and their seals

def test_a_second_issuer_comes_stands_first_and_goes_with_the_seals(standing):
    standing.change(issuers=[HOUSE | {"seal": svg()}, CITY])
    assert [(one.title_ko, one.seal is None) for one in standing.issuers()] == [("부산사회서비스원장", False), ("부산광역시장", True)]
    standing.change(issuers=[HOUSE, CITY], swap=True)
    assert [(one.title_ko, one.seal is None) for one in standing.issuers()] == [("부산광역시장", True), ("부산사회서비스원장", False)]
    standing.change(issuers=[CITY])
    assert [one.title_ko for one in standing.issuers()] == ["부산광역시장"]


def test_one_issuer_or_two(standing):
    for issuers in ([], [CITY, HOUSE, CITY]):
        with pytest.raises(Refused, match="one body or by two"):
            standing.change(issuers=issuers)


def test_a_drawing_is_made_anew_and_a_picture_without_what_hides_behind_it(standing):
    standing.change(issuers=[HOUSE | {"seal": svg()}], mark=png(name="mark.png"))
    with open_stored(standing.issuers()[0].seal) as kept:
        assert b"circle" in (content := kept.read()) and b"onload" not in content
    assert (standing.again().mark.extension, standing.issuers()[0].seal.mime) == ("png", "image/svg+xml")
    standing.change(without_mark=True, issuers=[HOUSE | {"without_seal": True}])
    assert standing.again().mark is None and standing.issuers()[0].seal is None


@pytest.mark.parametrize("upload, sentence", [
    (lambda: png((400, 300)), "square"), (lambda: png((120, 120)), "300 pixels"), (lambda: svg(b"no drawing"), "no SVG"),
    (lambda: svg(ROUND.replace(b"0 0 9 9", b"0 0 20 9")), "square"), (lambda: svg(ROUND.replace(b"circle", b"image")), "image"),
    (lambda: SimpleUploadedFile("seal.jpg", files.jpg()), "SVG"), (lambda: SimpleUploadedFile("seal.pdf", files.pdf()), "SVG"),
    (lambda: SimpleUploadedFile("seal.png", files.jpg()), "another type"), (lambda: SimpleUploadedFile("seal.png", b""), "empty"),
    (lambda: SimpleUploadedFile("seal.svg", b" " * 3_000_000), "2 MB"),
], ids=["too long", "too small", "no drawing", "long drawing", "what hides", "jpeg", "pdf", "false name", "empty", "huge"])
def test_a_seal_that_cannot_be_printed_is_a_sentence_beside_its_field(standing, upload, sentence):
    with pytest.raises(Refused, match=sentence) as refusal:
        standing.change(colour="#0b6e4f", issuers=[HOUSE, CITY | {"seal": upload()}])
    assert refusal.value.field == "seal_2"


# ---- what is printed

def test_the_next_document_has_the_new_look_and_what_was_kept_stays(standing, settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    make_keys([standing.busan.agency.slug])
    certificate = f.CertificateFactory(version=f.published_version(framework=standing.framework))
    first, second = (f.CertificateDocumentFactory(certificate=certificate, version=number) for number in (1, 2))
    make_document(first.pk)
    before = CertificateDocument.everything.get(pk=first.pk)
    standing.change(issuers=[CITY])
    make_document(first.pk)
    make_document(second.pk)
    after = CertificateDocument.everything.get(pk=second.pk)
    assert CertificateDocument.everything.get(pk=first.pk).sha256 == before.sha256 != after.sha256
    with open_stored(before.file) as old, open_stored(after.file) as new:
        before, after = old.read(), new.read()
    assert "부산사회서비스원장" in said_in(before) and "부산광역시장" in said_in(after)
    assert signature_of(before).holds and signature_of(after).holds
    for content in (before, after):
        assert_archivable(content, "ko", f"{certificate.number_shown} 사회서비스 품질인증서")


def test_without_its_own_a_framework_has_the_agency_s_mark_seal_and_colour(standing):
    busan = standing.busan
    busan.agency.primary_colour = "#0b6e4f"
    busan.agency.save()
    for kind in Emblem.Kind.values:
        change_emblem(kind, png(name=f"{kind}.png"), actor=Actor.of(busan.admin))
    certificate = f.CertificateFactory(version=f.published_version(framework=standing.framework))
    standing.change(issuers=[CITY, HOUSE | {"title_ko": busan.agency.head_title_ko}])
    facts = facts_of(certificate)
    assert facts.colour == "#0b6e4f" and facts.mark.extension == "png"
    assert [issuer.seal and issuer.seal.extension for issuer in facts.issuers] == [None, "png"]        # the city seals with its own
    standing.change(colour="#256ef4", mark=svg(name="mark.svg"), issuers=[CITY])
    certificate.framework.refresh_from_db()
    assert (facts_of(certificate).colour, facts_of(certificate).mark.extension) == ("#256ef4", "svg")


@pytest.mark.parametrize("size, width", [("a3", 420), ("square", 200)])
def test_a_printer_gets_the_size_that_was_ordered(standing, size, width):
    certificate = f.CertificateFactory(version=f.published_version(framework=standing.framework))
    content = print_pdf(certificate, size)
    (across, _down), _words = words_of(content)
    assert round(across / 72 * 25.4) == width + 20 and certificate.number_shown in said_in(content)
    with pytest.raises(ValueError, match="size"):
        print_pdf(certificate, "a4")


@pytest.mark.parametrize("sample, said", [("longest", "가나다라마바사아자차카타파하"), ("syllable", "봄"), ("english", "사단법인")])
@pytest.mark.parametrize("issuers", [1, 2])
def test_a_preview_shows_hard_names_and_as_many_issuers_as_asked(standing, sample, said, issuers):
    version = f.published_version(framework=standing.framework)
    for name in ("짧음", "가나다라마바사아자차카타파하", "중간이름"):
        f.CertificateFactory(version=version, provider_name=name)
    facts = preview_facts(standing.director, standing.framework, sample=sample, issuers=issuers, service=ServiceType.objects.first())
    assert facts.provider_name.startswith(said) and len(facts.issuers) == issuers and facts.is_preview
    assert facts.issuers[0].title_ko == HOUSE["title_ko"]
