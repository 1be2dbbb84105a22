"""What agencies have put into the library of papers in the demonstration; every document says that it is invented."""
from typing import NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile

from core.pdf import render_pdf
from desk.demonstration.papers import hwpx

SHEET = "@page { size: A4; margin: 25mm } body { font-family: NanumMyeongjo; line-height: 1.8 } h1 { font-size: 18pt }"
INVENTED = "이 문서는 시연을 위해 지어낸 것입니다."


class Given(NamedTuple):
    agency: str
    account: str
    title_ko: str
    title_en: str
    description_ko: str
    kind: str
    field_of_work: str
    form: str               # pdf or hwpx
    lines: tuple
    days_ago: int


PAPERS = (
    Given("central", "officer", "시도 사회서비스원 품질인증 업무 지침", "Guideline on quality certification",
          "품질인증 신청부터 사후관리까지 담당자가 확인할 절차와 유의사항을 정리한 지침입니다.", "guideline", "certification", "pdf",
          ("제1장 신청 접수", "신청서는 마감일 24시까지 접수하며, 보완 요청은 한 번에 모아서 합니다.", "제2장 현장심사",
           "심사위원은 제척 사유를 먼저 확인하고, 현장심사 일정은 기관과 협의하여 정합니다."), 40),
    Given("busan", "officer", "긴급돌봄 야간 대응 안내서", "Emergency care at night",
          "야간에 긴급돌봄 요청을 받았을 때 담당자가 따를 순서와 연락 체계를 담았습니다.", "guideline", "service", "pdf",
          ("1. 요청 접수", "야간 당직자는 요청 시각과 이용자의 상태를 기록합니다.", "2. 응급 이송",
           "응급 이송이 필요하면 119에 먼저 연락하고 보호자에게 알립니다."), 31),
    Given("busan", "trainer", "종사자 인권교육 교안", "Lesson plan on human rights",
          "종사자 인권교육에 쓰는 3시간 분량의 교안과 토의 자료입니다.", "course", "training", "hwpx",
          ("1차시: 이용자의 자기결정권", "2차시: 학대 예방과 신고 의무", "3차시: 사례 토의"), 24),
    Given("daegu", "officer", "민간 제공기관 회계 점검표", "Checklist of accounts for private providers",
          "민간 제공기관을 지원할 때 회계 처리를 함께 살펴보는 점검표 서식입니다.", "form", "support", "hwpx",
          ("보조금 전용 계좌 사용 여부", "지출 증빙의 보관 기간", "월별 정산 서식 제출 여부"), 17),
    Given("daegu", "manager", "지역사회 통합돌봄 이용 실태 연구", "How people use integrated care",
          "통합돌봄 이용자 면담과 설문을 바탕으로 이용 경로와 개선 과제를 분석하였습니다.", "study", "general", "pdf",
          ("요약", "이용자는 평균 2.3개 기관을 거쳐 서비스에 연결되었습니다.",
           "정책 제언: 초기 상담 창구를 하나로 모을 필요가 있습니다."), 11),
    Given("central", "manager", "2025년 사회서비스원 사업 결과 보고서", "Report of the year 2025",
          "한 해 동안 추진한 사업의 성과와 다음 해 과제를 정리한 보고서입니다.", "report", "general", "hwpx",
          ("주요 성과: 종사자 교육 412명 수료", "과제: 도서 지역 방문 서비스 확대"), 5),
)


def document(given):
    """The file that its author would choose."""
    return as_upload(given.title_ko, given.lines) if given.form == "pdf" else hwpx(given.title_ko, [*given.lines, INVENTED])


def as_upload(title, lines):
    content = render_pdf(f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in (*lines, INVENTED)), stylesheets=[SHEET])
    return SimpleUploadedFile(f"{title}.pdf", content, content_type="application/pdf")
