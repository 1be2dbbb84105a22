"""What the demonstration's courses teach: the Central institute's for all agencies, and two of Busan's own. All of it is invented."""
from typing import NamedTuple


class Taught(NamedTuple):
    code: str
    category: str
    name_ko: str
    name_en: str
    target_ko: str
    aims_ko: str
    content_ko: str
    least_percent: int = 80
    least_score: int | None = None
    valid_months: int | None = None
    qualifies: bool = False
    minutes: int = 360


STAFF, EVERYBODY = "시도 사회서비스원 직원", "시도 사회서비스원 전 직원"
COURSES = (
    Taught("COM-01", "common", "신규직원 기본과정", "Induction for new staff", "채용 후 3개월 이내 신규직원",
           "사회서비스원의 역할과 업무 절차를 이해한다.", "1. 사회서비스원의 설립 취지와 조직\n2. 문서 작성과 결재\n3. 복무와 윤리", 100),
    Taught("COM-02", "common", "인권 보호와 학대 예방", "Rights and prevention of abuse", EVERYBODY,
           "이용자 인권을 이해하고 학대 징후를 발견하여 신고할 수 있다.", "1. 이용자 권리\n2. 학대 유형과 징후\n3. 신고 절차와 사례 연습",
           100, None, 12),
    Taught("COM-03", "common", "개인정보 보호 실무", "Protection of personal data", EVERYBODY,
           "개인정보를 법에 맞게 수집, 이용, 파기할 수 있다.", "1. 수집과 동의\n2. 안전성 확보 조치\n3. 유출 사고 대응", 100, 60, 12),
    Taught("COM-04", "common", "청렴과 이해충돌 방지", "Integrity and conflicts of interest", EVERYBODY,
           "직무 수행 중 이해충돌 상황을 알아차리고 신고할 수 있다.", "1. 청탁금지 제도\n2. 이해충돌 신고와 회피\n3. 사례 토론"),
    Taught("COM-05", "common", "성희롱·괴롭힘 예방", "Prevention of harassment", EVERYBODY,
           "서로 존중하는 조직을 만들고 피해자를 보호하는 절차를 안다.", "1. 유형과 판단 기준\n2. 신고와 보호 조치\n3. 2차 피해 예방", 100,
           None, 12),
    Taught("COM-06", "common", "돌봄 현장 산업안전", "Safety at work in care", "소속 시설 관리자와 안전 담당자",
           "돌봄 현장의 위험 요인을 찾아 개선한다.", "1. 위험성 평가\n2. 근골격계 부담 작업\n3. 재난 대응 훈련"),
    Taught("IND-01", "individual", "사회서비스 회계·예산", "Accounting and budgets", "회계 담당자",
           "예산 편성부터 결산까지 혼자 처리할 수 있다.", "1. 예산 편성과 집행\n2. 증빙 서류\n3. 결산과 정산"),
    Taught("IND-02", "individual", "공공 계약 실무", "Contracts of public bodies", "계약 담당자",
           "계약 방법을 정하고 절차에 맞게 체결한다.", "1. 계약 방법의 선택\n2. 입찰과 평가\n3. 계약 변경과 검수"),
    Taught("IND-03", "individual", "노무·인사 관리", "Labour and personnel", "인사 담당자",
           "근로관계 법령에 맞게 인사 업무를 처리한다.", "1. 근로계약과 취업규칙\n2. 근로시간과 휴가\n3. 평가와 보상"),
    Taught("IND-04", "individual", "사업기획과 성과관리", "Planning and results", "사업 담당자",
           "수요에 맞는 사업을 기획하고 성과를 측정한다.", "1. 수요 조사\n2. 논리 모형\n3. 성과지표와 보고"),
    Taught("IND-05", "individual", "서비스 품질관리", "Quality management of services", "품질 담당자",
           "품질 기준에 맞추어 서비스를 점검하고 개선한다.", "1. 품질인증 기준\n2. 자체점검\n3. 개선 계획 작성"),
    Taught("LEA-01", "leadership", "중간관리자 리더십", "Leadership for middle managers", "팀장과 부서장",
           "팀의 목표를 세우고 구성원의 성장을 돕는다.", "1. 관리자의 역할\n2. 면담과 피드백\n3. 갈등 조정"),
    Taught("STR-01", "strategy", "경영평가 대응 전략", "Strategy for the management evaluation", "경영평가 담당자",
           "지표를 이해하고 근거 중심의 실적보고서를 작성한다.", "1. 지표 해설\n2. 실적보고서 작성\n3. 현장평가 준비"),
    Taught("EXP-01", "expert", "품질인증 심사위원 양성과정", "Training of certification assessors", "품질인증 심사위원 후보자",
           "심사 기준을 같은 잣대로 적용하고 판정 근거를 기록한다.",
           "1. 심사 기준과 판정\n2. 현장심사 기법\n3. 이해충돌과 심사 윤리\n4. 모의심사",
           100, 60, 24, True),
    Taught("EXP-02", "expert", "품질인증 심사위원 보수과정", "Refresher for certification assessors", "활동 중인 품질인증 심사위원",
           "달라진 기준을 익히고 판정 편차를 줄인다.", "1. 개정 기준 해설\n2. 판정 편차 사례\n3. 모의심사", 100, 60, 24, True, 180),
    Taught("EXP-03", "expert", "품질 컨설턴트 양성과정", "Training of quality consultants", "컨설턴트 후보자",
           "제공기관이 스스로 개선하도록 돕는다.", "1. 진단 면담\n2. 개선 과제 설정\n3. 결과 보고"),
    Taught("EXP-04", "expert", "통합돌봄 사례관리", "Case management in integrated care", "통합돌봄 담당자",
           "여러 기관이 함께 참여하는 사례를 계획하고 조정한다.", "1. 욕구 사정\n2. 서비스 계획\n3. 사례 회의"),
)
BUSAN = (
    Taught("BS-01", "common", "부산 업무 시스템 활용", "Work systems in Busan", "부산사회서비스원 직원",
           "업무 시스템을 능숙하게 사용한다.", "1. 전자결재\n2. 일정과 자료 공유\n3. 보안 수칙", minutes=180),
    Taught("BS-02", "expert", "긴급돌봄 현장 대응", "Emergency care in the field", "긴급돌봄 담당자",
           "긴급 상황에서 이용자의 안전을 먼저 확보한다.", "1. 접수와 판단\n2. 심리적 응급처치\n3. 기관 연계", minutes=360),
)
JOB = (         # the runs of a year whose figures are published: course and persons, 14 with 320
    ("COM-01", 30), ("COM-02", 20), ("IND-01", 25), ("COM-03", 20), ("COM-04", 20), ("IND-02", 20), ("COM-05", 25), ("COM-01", 25),
    ("IND-03", 25), ("COM-06", 20), ("IND-04", 20), ("COM-02", 25), ("IND-05", 20), ("COM-03", 25))
SPECIALISED = (     # 9 with 125
    ("LEA-01", 15), ("EXP-01", 15), ("STR-01", 15), ("EXP-03", 10), ("EXP-02", 15), ("LEA-01", 15), ("EXP-04", 10), ("EXP-01", 15),
    ("STR-01", 15))
COMING = (("EXP-02", 15), ("COM-02", 22), ("IND-01", 32))           # course, days from today
MANDATORY = {"COM-01": 90, "COM-02": 90, "COM-03": 90, "COM-05": 180}       # for all staff: days after coming
TESTS = {
    "COM-03": (("이용자의 전화번호를 새 사업 안내에 쓰려면 무엇이 필요합니까?", ("목적을 알리고 받은 동의", "부서장의 구두 지시",
                                                                                 "다른 기관의 요청"), 0),
               ("보유 기간이 끝난 개인정보는 어떻게 합니까?", ("따로 보관한다", "지체 없이 파기한다", "담당자가 정한다"), 1),
               ("개인정보가 유출되었을 때 가장 먼저 할 일은 무엇입니까?", ("언론에 알린다", "기록을 지운다",
                                                                           "피해를 막고 정보주체에게 알린다"), 2)),
    "EXP-01": (("심사 대상 기관에 가족이 근무하면 어떻게 합니까?", ("알리고 그 심사에서 빠진다", "공정하게 심사한다", "가족과 의논한다"),
                0),
               ("판정 근거로 알맞은 것은 무엇입니까?", ("심사위원의 인상", "확인한 기록과 면담 내용", "다른 기관의 소문"), 1),
               ("현장에서 기준에 없는 질문을 받으면 어떻게 합니까?", ("기준에 적힌 내용만 답한다", "개인 의견을 약속한다",
                                                                      "답하지 않고 떠난다"), 0)),
}
TESTS["EXP-02"] = TESTS["EXP-01"][:2]
TRAINERS = (        # name, affiliation, subjects
    ("백서린", "가온대학교", "인권, 사례관리"), ("하도윤", "나래노무법인", "노무, 괴롭힘 예방"), ("신아름", "다온회계법인", "회계, 계약"),
    ("목진호", "중앙사회서비스원", "품질인증, 경영평가"), ("어윤서", "한빛정보보호연구소", "개인정보 보호"))
