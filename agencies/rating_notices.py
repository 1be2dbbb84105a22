"""What people are told of the ratings: assigned, all in, closed; questions and answers; the assessment on site."""
from agencies.telling import told
from correspondence.events import DeadlineKind

PEOPLE, RATING = "agencies.queries.people", "agencies.queries.rating"
CENTRAL, WRITERS = f"{PEOPLE}.centrals_officers", f"{PEOPLE}.writers"
WITH_DIRECTOR = f"{PEOPLE}.writers_and_director"

RATING_EVENTS = [
    told("management.assigned", f"{RATING}.account_of_member",
         ("경영평가 위원으로 배정되셨습니다",
          "{agency}에서 경영평가를 부탁드립니다. 기관마다 이해관계를 먼저 신고하여 주시기 바랍니다. "
          "신고하시기 전에는 실적보고서가 열리지 않습니다."),
         ("You are asked to assess agencies",
          "{agency} asks you to take part in the management evaluation. Please declare for each agency whether anything ties you to it; no "
          "report opens before that.")),
    told("management.stood_back", CENTRAL,
         ("평가위원이 회피하였습니다: {subject}",
          "{subject} 평가에서 위원 한 명이 이해관계를 신고하였습니다. 남은 위원이 두 명 이상인지 확인하여 주시기 바랍니다."),
         ("An assessor stands back: {subject}",
          "An assessor of {subject} has declared an interest. Please look whether at least two still rate it.")),
    told("management.ratings_in", f"{RATING}.group_of",
         ("평점이 모두 제출되었습니다: {subject}",
          "{subject}의 위원별 평점이 모두 제출되었습니다. 서로의 평점을 함께 보고 합의하여 주시기 바랍니다."),
         ("All ratings are in: {subject}",
          "All ratings of {subject} are in. Please look at them together.")),
    told("management.consensus_closed", CENTRAL,
         ("위원 합의가 끝났습니다: {subject}",
          "{subject}의 위원 합의가 끝나 평점이 확정되었습니다."),
         ("A consensus is closed: {subject}",
          "The group has closed its consensus about {subject}. Its ratings stay.")),
    told("management.questions", WRITERS,
         ("경영평가 질의가 도착하였습니다: {due}까지 답변",
          "중앙사회서비스원에서 실적보고서에 대하여 질의하였습니다. {due}까지 답변하여 주시기 바랍니다. "
          "기한이 지나도 답변하실 수 있으나 늦은 답변으로 표시됩니다."),
         ("Questions on your report: please answer by {due}",
          "The Central institute has questions about your performance report. Please answer by {due}. Later answers are taken and "
          "marked as late."),
         "due"),
    told("management.answers", CENTRAL,
         ("질의 답변이 도착하였습니다: {subject}",
          "{subject} 질의에 대한 답변이 도착하였습니다."),
         ("Answers have come: {subject}",
          "The answers to the questions of {subject} have come.")),
    told("management.site", WITH_DIRECTOR,
         ("경영평가 현장평가 안내: {starts}",
          "경영평가 현장평가를 {starts}에 진행할 예정입니다. 장소와 준비하실 사항은 아래 주소에서 확인하여 주시기 바랍니다."),
         ("On-site assessment: {starts}",
          "The on-site assessment of your agency takes place on {starts}. The place and what should lie ready are here:"),
         "starts"),
    told("management.site_closed", WITH_DIRECTOR,
         ("현장평가 총평이 등록되었습니다",
          "현장평가 총평을 읽으시고 의견이 있으면 한 번 제출하실 수 있습니다."),
         ("The closing statement of the on-site assessment is there",
          "Please read the closing statement. Your agency may send its remarks on it once.")),
    told("management.site_remarked", CENTRAL,
         ("현장평가 총평에 대한 의견이 도착하였습니다: {subject}",
          "{subject}에서 현장평가 총평에 대한 의견을 제출하였습니다."),
         ("Remarks on a closing statement: {subject}",
          "{subject}: the agency has sent its remarks on the closing statement.")),
]
RATING_DEADLINES = [
    DeadlineKind("management.questions", days=7, rule="calendar", ladder=(-3, -1, 1), recipients=WRITERS, page="desk_answer_questions",
                 label_ko="경영평가 질의 답변", label_en="Answers to questions of the evaluation"),
]
