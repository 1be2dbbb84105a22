"""What people are told of a follow-up: that a plan is wanted, approved, checked, answered and closed, and by when."""
from agencies.telling import told
from correspondence.events import DeadlineKind

PEOPLE = "agencies.queries.people"
CENTRAL, WRITERS, HOUSE, DIRECTORS = (f"{PEOPLE}.{name}" for name in ("centrals_officers", "writers", "writers_and_director", "directors"))
PLAN_DUE, CHECK_DUE = "management.improvement_plan", "management.progress_check"

FOLLOW_UP_EVENTS = [
    told("follow_up.begun", HOUSE,
         ("{year}년 경영평가 개선계획을 제출하여 주십시오",
          "{year}년 경영평가 결과가 {grade} 등급으로 공표되어 사후관리를 진행합니다.\n\n"
          "사후 컨설팅을 신청하시고, 미흡 지표별 개선계획을 {due_on}까지 작성하여 원장의 결재를 받아 주십시오."),
         ("Please make an improvement plan for {year}",
          "The result of {year} is published with grade {grade}, and your agency is followed up.\n\n"
          "Please ask for follow-up consulting, and make an improvement plan, approved by your director, by {due_on}."),
         "year", "grade", "due_on"),
    told("follow_up.plan_approved", CENTRAL,
         ("개선계획이 제출되었습니다: {subject}", "경영평가 개선계획이 원장 결재를 거쳐 제출되었습니다.\n\n기관·연도: {subject}\n\n"
          "이행 점검일을 정하여 주시기 바랍니다."),
         ("An improvement plan is there: {subject}", "{subject}: the director approved the improvement plan.\n\n"
          "Please set the days of its progress checks.")),
    told("follow_up.check_set", WRITERS,
         ("개선계획 이행 점검일 안내: {due_on}", "개선계획 이행 상황을 {due_on}까지 과제별로 제출하여 주시기 바랍니다."),
         ("Progress check of the improvement plan: {due_on}", "Please report the progress of each item by {due_on}."), "due_on"),
    told("follow_up.progress_sent", CENTRAL,
         ("개선계획 이행 상황이 제출되었습니다: {subject}", "개선계획 이행 상황이 제출되었습니다.\n\n기관·연도: {subject}\n\n"
          "과제별로 의견을 등록하거나 종결하여 주시기 바랍니다."),
         ("Progress of an improvement plan is reported: {subject}", "{subject}: the progress of its items is reported.\n\n"
          "Please write a remark on each item, or close it.")),
    told("follow_up.remarked", WRITERS,
         ("개선과제에 대한 의견이 등록되었습니다",
          "개선과제에 대한 중앙사회서비스원의 의견을 확인하여 주시기 바랍니다.\n\n지표: {subject}"),
         ("A remark on an item of your improvement plan", "Please read the Central institute's remark.\n\nIndicator: {subject}")),
    told("follow_up.closed", HOUSE,
         ("{year}년 경영평가 개선계획이 종결되었습니다",
          "{year}년 경영평가 개선계획이 종결되었습니다. 과제별 결과는 다음 실적보고서에 함께 표시됩니다."),
         ("The improvement plan of {year} is closed",
          "The improvement plan of {year} is closed. What became of each item is shown with the next performance report."), "year"),
]
FOLLOW_UP_DEADLINES = [
    DeadlineKind(PLAN_DUE, days=60, rule="calendar", ladder=(-14, -7, -1, 0, 7), recipients=HOUSE, page="follow_up",
                 label_ko="경영평가 개선계획 제출", label_en="Improvement plan"),
    DeadlineKind(CHECK_DUE, days=14, rule="calendar", ladder=(-14, -3, 0, 3), recipients=WRITERS, page="own_progress_check",
                 over="is_over", reads=("plan",),
                 label_ko="개선계획 이행 상황 제출", label_en="Progress report of the improvement plan"),
]
