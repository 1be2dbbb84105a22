"""What people are told about excellent cases: that a call is open, a nomination is in, cases wait for a judge, what was decided."""
from agencies.telling import told
from correspondence.events import DeadlineKind

PEOPLE = "agencies.queries.people"
CENTRAL, WRITERS, HOUSE = (f"{PEOPLE}.{name}" for name in ("centrals_officers", "writers", "writers_and_director"))
CALL_DUE = "network.case_call"

CASE_EVENTS = [
    told("cases.call_open", HOUSE,
         ("우수사례 공모 안내: {subject}", "우수사례 공모가 시작되었습니다.\n\n공모: {subject}\n제출 기한: {due_on}\n\n"
          "공모 내용을 확인하시고 우리 기관의 사례를 추천하여 주시기 바랍니다. 추천서는 원장의 결재를 거쳐 제출됩니다."),
         ("A call for excellent cases: {subject}", "A call for excellent cases is open.\n\nCall: {subject}\nLast day: {due_on}\n\n"
          "Please read it and nominate what your agency did well. Your director hands the nomination in."), "due_on"),
    told("cases.nominated", CENTRAL,
         ("우수사례가 추천되었습니다: {subject}", "우수사례 추천서가 제출되었습니다.\n\n사례: {subject}"),
         ("A case was nominated: {subject}", "A nomination is in.\n\nCase: {subject}")),
    told("cases.withdrawn", CENTRAL,
         ("우수사례 추천이 철회되었습니다: {subject}", "추천 기관이 추천을 철회하였습니다.\n\n사례: {subject}"),
         ("A nomination was withdrawn: {subject}", "The agency withdrew its nomination.\n\nCase: {subject}")),
    told("cases.to_judge", f"{PEOPLE}.judge_of",
         ("우수사례를 심사하여 주십시오", "심사하실 우수사례가 {cases}건 있습니다.\n\n"
          "기준별 점수와 의견을 적어 제출하여 주시기 바랍니다. 심사가 모두 끝나기 전에는 다른 심사위원의 점수를 볼 수 없습니다."),
         ("Please judge the nominated cases", "{cases} cases wait for your judgement.\n\n"
          "Please give points and words for each criterion. Nobody sees another judge's points before all are in."), "cases"),
    told("cases.selected", HOUSE,
         ("우수사례로 선정되었습니다: {subject}", "추천하신 사례가 우수사례로 선정되어 공개되었습니다. 축하드립니다.\n\n"
          "사례: {subject}\n\n{words}"),
         ("Your case was selected: {subject}", "Your case was selected and is published. Congratulations.\n\nCase: {subject}\n\n{words}"),
         "words"),
    told("cases.not_selected", HOUSE,
         ("우수사례 심사 결과 안내: {subject}", "추천하신 사례는 이번에 선정되지 않았습니다. 추천하여 주셔서 감사합니다.\n\n"
          "사례: {subject}\n\n{words}"),
         ("The outcome of your nomination: {subject}", "Your case was not selected this time. Thank you for nominating it.\n\n"
          "Case: {subject}\n\n{words}"), "words"),
]
CASE_DEADLINES = [
    DeadlineKind(CALL_DUE, days=30, rule="calendar", ladder=(-14, -3, 0), recipients=WRITERS, page="case_invitation",
                 over="answered_at", label_ko="우수사례 추천서 제출", label_en="Nomination of excellent cases"),
]
