"""Help and incentives of the demonstration: two consultants, a consultation under way, one closed with its report, grants, a good case."""
from datetime import timedelta

from aftercare import workflow
from aftercare.models import Consultant, Consultation
from aftercare.queries import areas_now, pieces_of, topics_for
from certification.models import Certificate
from core import clock
from desk.demonstration.cases import WORKER, at, staff, workday
from desk.demonstration.holding import owner_of
from desk.demonstration.pool import districts_here
from desk.demonstration.renewing import told_elsewhere
from panels.models import Involvement
from panels.models.involvement import PROVIDER
from panels.workflow import note_involvement
from providers.models import ServiceType

ABOUT = ("아동 정서발달 지원기관을 12년 운영하였고, 기록과 계획 수립을 도운 경험이 많습니다.",
         "사회복지시설 평가위원으로 활동하였으며 인력 관리와 교육이 전문입니다.")
ASKED = "서비스 제공기록을 회기별로 남기고 있으나 계획과 이어지지 않습니다. 기록 양식과 점검 방법을 함께 살펴 주시기를 바랍니다."
FOUND = "제공기록은 빠짐없이 있으나 목표와 연결되어 있지 않았습니다. 월별 점검표가 서로 다른 곳에 보관되어 있어 찾기 어려웠습니다."
ADVICE = "계획서의 목표 번호를 제공기록에 함께 적고, 월말에 한 번 목표별로 묶어 확인하시기를 권합니다."
CASE = ("퇴근 전 10분 동안 하루의 기록을 짝을 지어 확인하였습니다. "
        "석 달 뒤 빠진 기록이 없어졌고, 보호자 상담에서도 기록을 바로 보여 드릴 수 있었습니다.")


def help_providers(office):
    """For certificates that are in force; the first is of the organisation whose account people sign in with."""
    rows = Certificate.objects.visible_to(WORKER).filter(matter__isnull=False).exclude(pk__in=told_elsewhere())
    rows = rows.select_related("provider", "service_type").order_by("valid_from", "serial", "pk")
    held = [one for one in rows if one.is_in_force]
    held.sort(key=lambda one: one.provider.email != "office@dasom.example")
    if len(held) < 3:
        return
    list_consultants(office, held[2])
    close_one(office, held[1])
    begin_one(office, held[0])
    give(office, held)


def ago(days):
    return workday(clock.today() - timedelta(days=days))


def list_consultants(office, tied):
    services, districts = list(ServiceType.objects.order_by("position", "code")), districts_here()
    areas = [code for code, _words in areas_now(WORKER)]
    with clock.travel(at(ago(90), 10)):
        for place, about in enumerate(ABOUT):
            who = staff(f"consultant{place + 1}", office.slug)
            one = workflow.add_consultant(who.user, actor=office.officer)
            workflow.keep_consultant(
                one, service_types=services[place * 2:place * 2 + 4] if place else services, districts=districts[place * 8:] or districts,
                areas=areas[:2] if place else [], weekdays=[0, 2, 4] if place else [1, 2, 3], most_at_once=3, about=about,
                base_version=0, actor=who)
        other = staff("consultant2", office.slug)
        note_involvement(other.user.person, subject_type=PROVIDER, subject=tied.provider.public_id, kind=Involvement.Kind.RELATED,
                         actor=office.officer)


def asked(certificate, day, *, wished_on=()):
    """With two indicators and what the case says about them."""
    owner = owner_of(certificate)
    with clock.travel(at(day, 10)):
        topics = topics_for(owner, certificate)[5:7]
        codes = {one.code for one in topics}
        shared = [one for one in pieces_of(owner, certificate) if one.code in codes]
        return workflow.ask_consulting(certificate, words=ASKED, topics=topics, wished_on=list(wished_on), shared=shared, actor=owner)


def agreed(office, row, day):
    """Chosen, accepted, agreed, a day apart."""
    who = staff("consultant1", office.slug)
    consultant = Consultant.objects.visible_to(WORKER).get(user=who.user)
    with clock.travel(at(day, 11)):
        workflow.choose_consultant(row, consultant, actor=office.officer)
    with clock.travel(at(day + timedelta(days=1), 11)):
        workflow.answer_asking(row, is_accepted=True, actor=who)
    with clock.travel(at(day + timedelta(days=2), 11)):
        workflow.agree_consultant(row, actor=owner_of(row.certificate))
        return Consultation.objects.visible_to(WORKER).get(pk=row.pk), who


def close_one(office, certificate):
    day = ago(70)
    row, who = agreed(office, asked(certificate, day), day + timedelta(days=1))
    came = at(day + timedelta(days=10), 14)
    with clock.travel(at(day + timedelta(days=4), 9)):
        visit = workflow.set_visit(row, starts_at=came, hours=3, place="", actor=who)
    with clock.travel(came + timedelta(hours=4)):
        workflow.note_visit_done(visit, actor=who)
    with clock.travel(at(day + timedelta(days=15), 16)):
        steps = [("계획서 양식에 목표 번호 넣기", day + timedelta(days=45)), ("월말 점검표를 한 곳에 모으기", day + timedelta(days=60))]
        workflow.save_report(row, found=FOUND, advice={one["code"]: ADVICE for one in row.topics}, steps=steps, base_version=0, actor=who)
        workflow.hand_in_report(row, actor=who)
    with clock.travel(at(day + timedelta(days=18), 10)):
        workflow.rate_consultation(row, stars=5, words="양식을 함께 고쳐 주셔서 바로 쓰고 있습니다.", actor=owner_of(certificate))


def begin_one(office, certificate):
    """Under way: a visit next week."""
    day = ago(12)
    row, who = agreed(office, asked(certificate, day, wished_on=[clock.today() + timedelta(days=7)]), day + timedelta(days=1))
    with clock.travel(at(day + timedelta(days=5), 9)):
        workflow.set_visit(row, starts_at=at(clock.today() + timedelta(days=16), 14), hours=2, place="", actor=who)


def give(office, held):
    with clock.travel(at(ago(40), 15)):
        workflow.note_grant(held[0].provider, kind="money", given_on=clock.today(), amount=2_000_000, words="서비스 질 개선 지원금",
                            decided_by="2026년 제2차 지원심의회", certificate=held[0], actor=office.officer)
        workflow.note_grant(held[1].provider, kind="training", given_on=clock.today(), amount=None, words="품질관리 담당자 과정 참여(1명)",
                            decided_by="교육운영팀", certificate=held[1], actor=office.officer)
    with clock.travel(at(ago(6), 13)):
        workflow.nominate(held[0], title="퇴근 전 10분 기록 확인", words=CASE, may_publish=True, uploads=[], actor=owner_of(held[0]))
