"""Bulletins and papers of the demonstration: what Central has sent and who has read it, what agencies have put into the library."""
from contextlib import contextmanager
from datetime import timedelta

from accounts.models import Agency
from agencies.models import Reading
from agencies.tasks.bulletin import follow_at
from agencies.workflow import bulletin as bulletins
from agencies.workflow import paper as papers
from agencies.workflow.addressing import Addressees
from agencies.workflow.bulletin_sent import correct_bulletin, remind_readers
from agencies.workflow.reading import confirm_bulletin, note_read
from core import clock
from core.tenancy import within
from desk.demonstration.agencies import OFFICES
from desk.demonstration.cases import WORKER, actor_of, staff
from desk.demonstration.papers_given import PAPERS, as_upload, document

RESULTS = {
    "title_ko": "{year}년 경영평가 실적보고서 작성 설명회 개최 안내", "title_en": "Briefing on the performance reports of {year}",
    "text_ko": "시도 사회서비스원 경영평가 실적보고서 작성 설명회를 아래와 같이 개최하오니 "
               "담당자께서는 참석하여 주시기 바랍니다.\n\n"
               "1. 대상: 시도 사회서비스원 경영평가 담당자\n2. 장소: 중앙사회서비스원 대회의실(온라인 병행)\n"
               "3. 내용: 지표 해설, 자주 묻는 질문",
    "text_en": "The Central institute explains the indicators and how reports are written. Whoever writes the report is invited."}
PRIVACY = {
    "title_ko": "개인정보 파일 정비 결과 확인 요청", "title_en": "Please confirm that files of personal data are in order",
    "text_ko": "각 기관에서는 보유 중인 개인정보 파일을 정비하고, 보유 기간이 지난 자료의 파기 여부를 확인하여 주십시오.\n\n"
               "붙임의 점검표에 따라 점검한 뒤 기한까지 이 공지에서 확인하여 주시기 바랍니다.",
    "text_en": "Please see to it that files whose period of keeping is over are destroyed, and confirm it here by the day that is named."}
CLOSING = {
    "title_ko": "연말 시스템 점검에 따른 이용 제한 안내", "title_en": "The system is closed for maintenance",
    "text_ko": "시스템 점검으로 12월 27일(일) 09:00부터 13:00까지 이용이 제한됩니다.\n작성 중인 자료는 미리 저장하여 주십시오.",
    "text_en": "The system is closed on 27 December from 9:00 to 13:00. Please save your work before."}

CHECKLIST = ("1. 보유 중인 개인정보 파일을 목록과 대조하였습니까?", "2. 보유 기간이 지난 자료를 파기하였습니까?",
             "3. 접근 권한이 있는 직원을 다시 확인하였습니까?")


def build_bulletins():
    """One that half have read, one with a day to confirm by and a reminder, one that was corrected; and the library."""
    for given in PAPERS:
        shelve(given)
    year = clock.seoul(clock.now()).year + 1
    half = send({name: words.format(year=year) for name, words in RESULTS.items()}, ("officer", "manager"), days_ago=6)
    read(half, each=2)
    asked = send(PRIVACY, ("officer", "manager", "director"), days_ago=4, confirm_in=7, attached="개인정보 파일 점검표")
    read(asked, each=3, confirm=True)
    with at_central(days_ago=1):
        remind_readers(asked, actor=staff("officer", "central"))
    everybody(days_ago=1)
    wrong = send(CLOSING, ("manager", "director"), days_ago=3)
    read(wrong, each=2)
    with at_central(days_ago=2):
        wrong = correct_bulletin(
            wrong, base_version=wrong.version, change_ko="점검 종료 시각을 13:00에서 18:00로 바로잡습니다.",
            change_en="It ends at 18:00, not at 13:00.", actor=staff("officer", "central"), confirm_by=None,
            **{name: words.replace("13:00", "18:00") for name, words in CLOSING.items()})
    everybody(days_ago=2)
    read(wrong, each=3)


def ago(days):
    return clock.travel(clock.real_now() - timedelta(days=days))


@contextmanager
def at_central(*, days_ago):
    with within(Agency.objects.get(slug="central")), ago(days_ago):
        yield


def everybody(*, days_ago):
    """What the job of each agency would have done by then."""
    with ago(days_ago):
        for office in OFFICES:
            if not office.closed_on:
                follow_at(Agency.objects.get(slug=office.slug))


def shelve(given):
    with within(Agency.objects.get(slug=given.agency)), ago(given.days_ago):
        actor = staff(given.account, given.agency)
        paper = papers.write_paper(title_ko=given.title_ko, title_en=given.title_en, description_ko=given.description_ko,
                                   kind=given.kind, field_of_work=given.field_of_work, actor=actor)
        papers.attach_file(paper, document(given), actor=actor)
        papers.publish_paper(paper, actor=actor)


def send(words, roles, *, days_ago, confirm_in=None, attached=""):
    """To these roles at all agencies; counted, sent and handed round on that day."""
    with at_central(days_ago=days_ago):
        officer = staff("officer", "central")
        bulletin = bulletins.write_bulletin(
            to=Addressees(all_agencies=True, roles=list(roles)), actor=officer, **words,
            confirm_by=clock.today() + timedelta(days=confirm_in) if confirm_in else None)
        if attached:
            bulletins.attach_file(bulletin, as_upload(attached, CHECKLIST), actor=officer)
    everybody(days_ago=days_ago)
    with at_central(days_ago=days_ago):
        bulletin = bulletins.send_bulletin(bulletin, actor=officer)
    everybody(days_ago=days_ago)
    return bulletin


def read(bulletin, *, each, confirm=False):
    """All but each n-th person open it a day later; where it is asked for most of them confirm."""
    place = 0
    for office in OFFICES:
        if office.closed_on:
            continue
        with within(Agency.objects.get(slug=office.slug)), clock.travel(bulletin.published_at + timedelta(days=1)):
            mine = Reading.objects.visible_to(WORKER).filter(bulletin=bulletin, agency__slug=office.slug).order_by("pk")
            for user in list(mine.values_list("user", flat=True)):
                place += 1
                if place % each == 0:
                    continue
                actor = actor_of(user)
                note_read(bulletin, actor=actor)
                if confirm and place % (each + 1):
                    confirm_bulletin(bulletin, seen=bulletin.edition, actor=actor)
