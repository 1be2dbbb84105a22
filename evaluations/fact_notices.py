"""What people are told about the fact check: comments that arrived, who answers them and until when, the answers."""
from correspondence.events import DeadlineKind, Event

PEOPLE, DESK, ANSWERER = (f"evaluations.queries.{name}" for name in ("people_of", "desk_of", "people_who_answer"))
OTHERS = "evaluations.queries.readers_but_the_answerer"
CASE = ("application", "number", "provider_name")

FACT_EVENTS = [
    Event(
        "facts.received", recipients=PEOPLE, placeholders=(*CASE, "arrived", "count", "due", "link"),
        subject_ko="사실 확인 의견이 접수되었습니다: {number}",
        body_ko="{provider_name}의 심사 보고서 초안에 대한 의견 {count}건을 접수하였습니다.\n\n접수 일시: {arrived}\n\n"
                "심사위원이 의견마다 사유를 적어 {due}까지 회신합니다. 회신이 모두 끝나면 알려 드립니다.\n{link}",
        subject_en="Your comments on the facts were received: {number}",
        body_en="We have received {count} comments on the draft report of {provider_name}.\n\nReceived: {arrived}\n\n"
                "The assessors answer each of them with a reason by {due}. You are told when all are answered.\n{link}",
    ),
    Event(
        "facts.to_answer", recipients=ANSWERER, placeholders=(*CASE, "count", "due", "link"),
        subject_ko="사실 확인 의견에 회신하여 주십시오: {number}, {due}까지",
        body_ko="{provider_name}에서 심사 보고서 초안의 사실관계에 대하여 의견 {count}건을 제출하였습니다.\n"
                "의견마다 반영 여부와 사유를 {due}까지 적어 주시기 바랍니다. 모두 회신하셔야 다음 단계로 넘어갑니다.\n{link}",
        subject_en="Please answer the comments on the facts: {number}, by {due}",
        body_en="{provider_name} has handed in {count} comments on the facts of the draft report.\n"
                "Please say for each by {due} whether you accept it, and why. The case goes on once all are answered.\n{link}",
    ),
    Event(
        "facts.handed_in", recipients=OTHERS, placeholders=(*CASE, "count"),
        subject_ko="사실 확인 의견이 제출되었습니다: {number} {provider_name}",
        body_ko="{provider_name}에서 심사 보고서 초안에 대하여 의견 {count}건을 제출하였습니다.\n"
                "책임심사위원이 회신하며, 의견과 회신은 심사 건 화면에서 보실 수 있습니다.",
        subject_en="Comments on the facts were handed in: {number} {provider_name}",
        body_en="{provider_name} has handed in {count} comments on the draft report.\n"
                "The lead answers them; comments and answers stand on the page of the case.",
    ),
    Event(
        "facts.answered", recipients=PEOPLE, placeholders=(*CASE, "link"),
        subject_ko="사실 확인 의견에 대한 회신이 도착하였습니다: {number}",
        body_ko="{provider_name}에서 제출하신 의견에 심사위원이 모두 회신하였습니다.\n"
                "의견별 반영 여부와 사유를 아래 주소에서 보실 수 있습니다. 심사 결과는 아직 결정되지 않았습니다.\n{link}",
        subject_en="Your comments on the facts are answered: {number}",
        body_en="The assessors have answered all comments of {provider_name}.\n"
                "You can read here which were accepted, and why. Nothing is decided yet.\n{link}",
    ),
    Event(
        "facts.all_answered", recipients=DESK, placeholders=(*CASE, "link"),
        subject_ko="사실 확인 의견 회신이 끝났습니다: {number} {provider_name}",
        body_ko="{provider_name} 건의 사실 확인 의견에 심사위원이 모두 회신하였습니다. 사실 확인을 종료하여 주시기 바랍니다.\n{link}",
        subject_en="All comments on the facts are answered: {number} {provider_name}",
        body_en="All comments of {provider_name} on the facts are answered. Please close the fact check.\n{link}",
    ),
    Event(
        "facts.amended", recipients=PEOPLE, placeholders=(*CASE, "indicator", "link"),
        subject_ko="심사 보고서 초안의 내용이 정정되었습니다: {number}",
        body_ko="심사팀에서 {provider_name}의 심사 보고서 초안 가운데 {indicator} 지표의 내용을 정정하였습니다.\n"
                "처음 내용과 정정된 내용을 함께 보실 수 있습니다. 사실과 다르면 의견 제출 기한 안에 의견을 내시거나 "
                "{agency}에 알려 주시기 바랍니다.\n{link}",
        subject_en="Something in the draft report was amended: {number}",
        body_en="The assessors have amended what the draft report on {provider_name} says about indicator {indicator}.\n"
                "What stood before and what stands now can be read together. If it is not right, please comment within the time for "
                "comments, or tell {agency}.\n{link}",
    ),
]

FACT_DEADLINES = [
    DeadlineKind("application.fact_answer", days=5, rule="working", ladder=(-1, 1), recipients=ANSWERER, page="assess_facts",
                 label_ko="사실 확인 의견 회신", label_en="Answer to the comments on the facts"),
]
