"""What people are told about a complaint. Nothing that a reporter wrote, and never who it was, stands in any of these."""
from correspondence.events import DeadlineKind, Event

QUERIES = "aftercare.queries.complaint"
HANDLERS, ASKED = f"{QUERIES}.handlers_of_complaint", f"{QUERIES}.people_asked"

COMPLAINT_EVENTS = [
    Event(
        "complaint.received", recipients=HANDLERS, placeholders=("number", "category", "due", "link"),
        subject_ko="민원이 접수되었습니다: {number}, {due}까지 답변",
        body_ko="인증기관 또는 인증마크에 관한 민원이 접수되었습니다.\n\n접수번호: {number}\n유형: {category}\n답변 기한: {due}\n\n"
                "내용을 확인하고 담당자를 지정하여 주시기 바랍니다. 제보자에 관한 사항은 지정된 담당자만 볼 수 있습니다.\n{link}",
        subject_en="A complaint was received: {number}, to be answered by {due}",
        body_en="A complaint about a certified provider or the mark was received.\n\nNumber: {number}\nAbout: {category}\n"
                "To be answered by: {due}\n\nPlease read it and name who is in charge. Who told it is seen only by those named.\n{link}",
    ),
    Event(
        "complaint.in_charge", recipients=HANDLERS, placeholders=("number", "due", "link"),
        subject_ko="민원 담당자로 지정되셨습니다: {number}, {due}까지 답변",
        body_ko="{number} 민원의 담당자로 지정되셨습니다. {due}까지 사실을 확인하고 사유를 적어 답변하여 주시기 바랍니다.\n\n"
                "제보자의 인적사항은 담당자만 볼 수 있으며, 볼 때마다 사유와 함께 접속기록에 남습니다.\n{link}",
        subject_en="You are in charge of a complaint: {number}, to be answered by {due}",
        body_en="You were named for complaint {number}. Please find out the facts and answer it with reasons by {due}.\n\n"
                "Who told it is seen by those named alone, and every look is logged with its reason.\n{link}",
    ),
    Event(
        "complaint.added", recipients=HANDLERS, placeholders=("number", "link"),
        subject_ko="민원에 추가 내용이 접수되었습니다: {number}",
        body_ko="{number} 민원의 제보자가 내용을 추가하거나 질문에 답하였습니다. 확인하여 주시기 바랍니다.\n{link}",
        subject_en="Something was added to a complaint: {number}",
        body_en="The reporter of complaint {number} has added something or answered a question. Please read it.\n{link}",
    ),
    Event(
        "complaint.provider_asked", recipients=ASKED, placeholders=("due", "link"),
        subject_ko="사실 확인을 요청드립니다: {due}까지",
        body_ko="{agency}에서 인증 사후관리를 위하여 사실 확인을 요청드립니다. 아래 주소에서 질문을 읽고 {due}까지 답변하여 주시기 "
                "바랍니다. 자료를 함께 제출하실 수 있습니다.\n{link}",
        subject_en="The agency asks you about facts: by {due}",
        body_en="{agency} asks you about facts as part of its aftercare. Please read the question and answer it by {due}; documents may go "
                "along.\n{link}",
    ),
    Event(
        "complaint.provider_answered", recipients=f"{QUERIES}.handlers_of_inquiry", placeholders=("number", "link"),
        subject_ko="제공기관이 사실 확인에 답변하였습니다: {number}",
        body_ko="{number} 민원과 관련하여 제공기관에 요청한 사실 확인의 답변이 접수되었습니다.\n{link}",
        subject_en="The provider has answered: {number}",
        body_en="The provider has answered what it was asked about complaint {number}.\n{link}",
    ),
]

COMPLAINT_DEADLINES = [
    DeadlineKind("complaint.answer", days=14, rule="calendar", ladder=(-5, -2, 0, 1), recipients=HANDLERS, page="desk_complaint",
                 label_ko="민원 답변", label_en="Answer to a complaint"),
    DeadlineKind("complaint.inquiry", days=7, rule="working", ladder=(-2, 0), recipients=ASKED, page="portal_inquiry",
                 label_ko="사실 확인 답변", label_en="Answer to the agency's question"),
]
