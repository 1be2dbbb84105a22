"""What people of both houses are told of requests for project support, and by when the report is wanted."""
from agencies.telling import told
from correspondence.events import DeadlineKind

PEOPLE = "agencies.queries.people"
CENTRAL, WRITERS, HOUSE = (f"{PEOPLE}.{name}" for name in ("centrals_officers", "writers", "writers_and_director"))
REPORT_DUE = "network.support_report"

SUPPORT_EVENTS = [
    told("support.asked", CENTRAL,
         ("사업지원 요청이 접수되었습니다: {subject}",
          "사업지원 요청이 접수되었습니다.\n\n요청 기관: {agency}\n사업명: {subject}\n\n"
          "내용을 검토하여 결정안을 작성하여 주시기 바랍니다."),
         ("Project support is asked for: {subject}", "An agency asks for project support.\n\nAgency: {agency}\nProject: {subject}\n\n"
          "Please read it and draft the decision.")),
    told("support.withdrawn", HOUSE,
         ("사업지원 요청이 철회되었습니다: {subject}",
          "사업지원 요청이 철회되어 더 이상 결정할 필요가 없습니다.\n\n요청 기관: {agency}\n사업명: {subject}"),
         ("A request for project support is withdrawn: {subject}",
          "The request is withdrawn, and nothing has to be decided.\n\nAgency: {agency}\nProject: {subject}")),
    told("support.granted", HOUSE,
         ("사업지원이 결정되었습니다: {subject}",
          "요청하신 사업지원이 결정되었습니다. 지원 내용을 확인하여 주십시오.\n\n사업명: {subject}\n\n"
          "사업 추진 결과를 {due_on}까지 보고하여 주시기 바랍니다."),
         ("Project support is granted: {subject}", "The support that you asked for is granted. Please read what is given.\n\n"
          "Project: {subject}\n\nPlease report what was done by {due_on}."), "due_on"),
    told("support.refused", HOUSE,
         ("사업지원 요청 검토 결과 안내: {subject}",
          "요청하신 사업은 지원하지 않는 것으로 결정되었습니다. 사유를 확인하여 주십시오.\n\n사업명: {subject}"),
         ("Your request for project support is not granted: {subject}",
          "The support that you asked for is not granted. Please read the reasons.\n\nProject: {subject}")),
    told("support.reported", CENTRAL,
         ("사업 추진 결과가 보고되었습니다: {subject}",
          "지원한 사업의 추진 결과가 보고되었습니다.\n\n보고 기관: {agency}\n사업명: {subject}\n\n"
          "결과를 확인하고 승인하거나 보완을 요청하여 주시기 바랍니다."),
         ("A supported project is reported: {subject}", "An agency reports what was done.\n\nAgency: {agency}\nProject: {subject}\n\n"
          "Please read it, and accept it or ask again.")),
    told("support.asked_again", WRITERS,
         ("사업 추진 결과를 보완하여 주십시오: {subject}",
          "사업 추진 결과의 보완을 요청드립니다. 요청 내용을 확인하여 주십시오.\n\n사업명: {subject}\n\n"
          "{due_on}까지 다시 보고하여 주시기 바랍니다."),
         ("Please complete the report: {subject}", "Something is missing in your report. Please read what.\n\nProject: {subject}\n\n"
          "Please report again by {due_on}."), "due_on"),
    told("support.done", HOUSE,
         ("사업 추진 결과가 승인되었습니다: {subject}", "사업 추진 결과가 승인되었습니다.\n\n사업명: {subject}\n\n"
          "이후의 성과는 요청 화면에 덧붙여 주시기 바랍니다."),
         ("Your report is accepted: {subject}", "The report of the project is accepted.\n\nProject: {subject}\n\n"
          "What becomes of it later can be added to the request.")),
    told("support.became", CENTRAL,
         ("지원 사업의 이후 성과가 등록되었습니다: {subject}",
          "지원한 사업의 이후 성과가 등록되었습니다.\n\n기관: {agency}\n사업명: {subject}"),
         ("What became of a supported project: {subject}", "An agency tells what became of it.\n\nAgency: {agency}\nProject: {subject}")),
]
SUPPORT_DEADLINES = [
    DeadlineKind(REPORT_DUE, days=30, rule="calendar", ladder=(-14, -7, -1, 0, 7), recipients=WRITERS, page="network_support_request",
                 over="is_reported", escalation=f"{PEOPLE}.directors", desk_page="network_support",
                 label_ko="사업지원 결과 보고", label_en="Report of a supported project"),
]
