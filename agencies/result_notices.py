"""What people are told of results: the preliminary notice, objections and their answers, the final result and its disclosure."""
from agencies.telling import told
from correspondence.events import DeadlineKind

PEOPLE = "agencies.queries.people"
CENTRAL, WRITERS, HOUSE = f"{PEOPLE}.centrals_officers", f"{PEOPLE}.writers", f"{PEOPLE}.writers_and_director"

RESULT_EVENTS = [
    told("management.preliminary", HOUSE,
         ("{year}년 경영평가 예비 결과를 알려 드립니다",
          "{year}년 경영평가 예비 결과를 확인하여 주시기 바랍니다. 지표별 산출 과정도 함께 보실 수 있습니다.\n\n"
          "이의가 있으면 기한까지 지표별로 한 번 제기하실 수 있습니다."),
         ("The preliminary result of the evaluation of {year}",
          "Please read your preliminary result of {year}. Every number opens to its working. Your agency may object once to each "
          "indicator until the day shown there."),
         "year"),
    told("management.objection", CENTRAL,
         ("경영평가 이의가 제기되었습니다: {subject}",
          "{subject} 예비 결과에 대한 이의가 제기되었습니다.\n위원회 상정 전에 답변하여 주시기 바랍니다."),
         ("An objection has come: {subject}", "{subject}: the agency objects to its preliminary result. Please answer before the committee "
          "decides."),
         "year"),
    told("management.objection_answered", WRITERS,
         ("경영평가 이의에 대한 답변이 등록되었습니다", "제기하신 이의에 대한 답변을 확인하여 주시기 바랍니다."),
         ("Your objection is answered", "Please read the answer to the objection of your agency."),
         "year"),
    told("management.final", HOUSE,
         ("{year}년 경영평가 결과가 확정되었습니다",
          "{year}년 경영평가 결과가 확정되었습니다. 통보 공문은 아래 주소에서 내려받으실 수 있습니다.\n\n"
          "통보일부터 30일 이내에 최근 5년 결과와 함께 공시하여 주시기 바랍니다."),
         ("The result of the evaluation of {year} is final",
          "The result of {year} is final. The letter can be downloaded here. Please post the result within 30 days on your own site, with "
          "those of the last five years."),
         "year"),
]
RESULT_DEADLINES = [
    DeadlineKind("management.objections", days=7, rule="calendar", ladder=(-3, -1), recipients=WRITERS, page="management_own_result",
                 label_ko="경영평가 예비 결과 이의 제기", label_en="Objections to the preliminary result"),
    DeadlineKind("management.disclosure", days=30, rule="calendar", ladder=(-14, -7, -1, 0, 1), recipients=HOUSE,
                 page="management_disclose", label_ko="경영평가 결과 공시", label_en="Disclosure of the evaluation's result"),
]
