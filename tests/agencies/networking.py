"""What the tests of the network share."""
import factory

from accounts.actors import Actor
from agencies.models import Bulletin, Contact, Paper
from agencies.tasks.bulletin import follow_at
from agencies.workflow import bulletin as bulletins
from agencies.workflow import paper as papers
from agencies.workflow import reading
from agencies.workflow.addressing import Addressees
from core import clock
from core.pdf import render_pdf
from core.tenancy import within
from correspondence.models import Notice
from tests.factories.base import TenantFactory
from tests.files import hwpx, upload


class ContactFactory(TenantFactory):
    """A line in the book since now; of its people the tests say whose they are."""

    class Meta:
        model = Contact

    function = "training"
    duty_ko = "교육과정 운영"
    name = factory.Sequence(lambda n: f"연락인{n}")
    phone = "0510000001"
    published_at = factory.LazyFunction(clock.now)
    changed_at = factory.LazyFunction(clock.now)


class BulletinFactory(TenantFactory):
    """A draft; of its writer the tests say who it is."""

    class Meta:
        model = Bulletin

    title_ko = factory.Sequence(lambda n: f"공지{n}")
    text_ko = "알려 드립니다."
    written_at = factory.LazyFunction(clock.now)


class PaperFactory(TenantFactory):
    """A draft."""

    class Meta:
        model = Paper

    title_ko = factory.Sequence(lambda n: f"자료{n}")
    description_ko = "실무에 쓰는 자료입니다."
    kind = "guideline"
    field_of_work = "training"
    written_at = factory.LazyFunction(clock.now)


WORDS = {"title_ko": "연말 실적 제출 안내", "title_en": "Year-end results", "text_ko": "12월 말까지 제출하여 주십시오.",
         "text_en": "Please hand in by the end of December.", "confirm_by": None}


def written(central, to=None, **words):
    """A draft of Central's officer."""
    with within(central.agency):
        return bulletins.write_bulletin(to=to or Addressees(), actor=Actor.of(central.officer), **{**WORDS, **words})


def at_central(central, work, *args, by="officer", **facts):
    with within(central.agency):
        return work(*args, actor=Actor.of(getattr(central, by)), **facts)


def to(*places, roles=("officer", "director"), **more):
    return Addressees(agencies=[one.agency for one in places], roles=list(roles), **more)


def counted(*places):
    """What each agency's own job does with bulletins now. Returns how much it was."""
    return sum(follow_at(place.agency) for place in places)


def sent(central, *places, to=None, **words):
    """To the officers and directors of these places, counted there, sent and handed round."""
    bulletin = written(central, to or Addressees(agencies=[one.agency for one in places], roles=["officer", "director"]), **words)
    counted(*places)
    with within(central.agency):
        bulletin = bulletins.send_bulletin(bulletin, actor=Actor.of(central.officer))
    counted(*places)
    return bulletin


def read(place, bulletin, by="officer"):
    """Whoever it is opens it, if it is open to them."""
    with within(place.agency):
        actor = Actor.of(getattr(place, by))
        return reading.note_read(Bulletin.objects.visible_to(actor).get(pk=bulletin.pk), actor=actor)


def confirmed(place, bulletin, by="officer", seen=1):
    with within(place.agency):
        actor = Actor.of(getattr(place, by))
        return reading.confirm_bulletin(Bulletin.objects.visible_to(actor).get(pk=bulletin.pk), seen=seen, actor=actor)


def told(place):
    """{(event, whom)} of what people of this place were told."""
    with within(place.agency):
        return set(Notice.everything.values_list("event", "recipient__email"))


def hwpx_saying(*paragraphs):
    body = "".join(f"<p><t>{one}</t></p>" for one in paragraphs)
    return hwpx(**{"Contents/section0.xml": f"<sec>{body}</sec>".encode()})


def pdf_saying(*paragraphs):
    return render_pdf("".join(f"<p>{one}" for one in paragraphs), stylesheets=["body { font-family: NanumMyeongjo }"])


def shelved(place, *files, **facts):
    """A published paper of the place's officer. `files`: (content, name)."""
    with within(place.agency):
        actor = Actor.of(place.officer)
        paper = papers.write_paper(actor=actor, **{**PAPER, **facts})
        for content, name in files or [(hwpx_saying("본문입니다."), "본문.hwpx")]:
            papers.attach_file(paper, upload(content, name), actor=actor)
        return papers.publish_paper(paper, actor=actor)


PAPER = {"title_ko": "긴급돌봄 업무 안내", "title_en": "", "description_ko": "긴급돌봄 담당자를 위한 안내서입니다.", "description_en": "",
         "kind": "guideline", "field_of_work": "service"}
