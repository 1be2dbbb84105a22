"""What people are told of an agency's performance report and of consulting, by when it is due, and how often it is reminded of."""
from agencies.telling import told
from correspondence.events import DeadlineKind

ASK = "agencies.queries.people."
WRITERS, HOUSE, DIRECTORS, CENTRAL = (f"{ASK}{name}" for name in ("writers", "writers_and_director", "directors", "centrals_officers"))
REPORT_DUE = "performance_report.due"
LADDER = (-30, -14, -7, -1, 0, 1, 7)        # days before its last day, and after

REPORT_EVENTS = [
    told("performance_report.opened", HOUSE,
         ("{year}년 경영평가 실적보고서를 작성하여 주십시오",
          "{year}년 경영평가 지표가 확정되어 실적보고서 작성을 시작하실 수 있습니다.\n\n제출 기한: {due_on} 24:00\n\n"
          "지표별로 여러 담당자가 함께 작성할 수 있으며, 원장의 결재를 거쳐 제출합니다."),
         ("Please write the performance report for {year}",
          "The indicators of the evaluation of {year} are fixed, and the performance report can be written.\n\nDue: {due_on} 24:00\n\n"
          "Several people may write it together. The director approves it and hands it in."),
         "year", "due_on"),
    told("performance_report.exempt", HOUSE,
         ("{year}년 경영평가 대상에서 제외되었습니다", "{year}년 경영평가 대상에서 제외되었습니다.\n\n사유: {reason}"),
         ("Your agency is exempt from the evaluation of {year}",
          "Your agency is exempt from the evaluation of {year}.\n\nReason: {reason}"),
         "year", "reason"),
    told("performance_report.handed_in", HOUSE,
         ("{year}년 경영평가 실적보고서를 제출하였습니다",
          "실적보고서가 중앙사회서비스원에 제출되었습니다.\n\n제출 일시: {arrived}\nSHA-256: {sha256}"),
         ("The performance report for {year} is handed in",
          "The performance report is handed in to the Central institute.\n\nHanded in: {arrived}\nSHA-256: {sha256}"),
         "year", "arrived", "sha256"),
    told("performance_report.received", CENTRAL,
         ("실적보고서가 제출되었습니다: {report}", "경영평가 실적보고서가 제출되었습니다.\n\n기관·연도: {report}\n제출 일시: {arrived}"),
         ("A performance report was handed in: {report}",
          "A performance report was handed in.\n\nAgency and year: {report}\nHanded in: {arrived}"),
         "report", "arrived"),
    told("performance_report.reminded", HOUSE,
         ("{year}년 경영평가 실적보고서를 제출하여 주십시오",
          "중앙사회서비스원에서 실적보고서 제출을 요청하였습니다.\n\n제출 기한: {due_on} 24:00\n\n"
          "아직 제출되지 않았으니 확인하여 주시기 바랍니다."),
         ("Please hand in the performance report for {year}",
          "The Central institute asks for the performance report.\n\nDue: {due_on} 24:00\n\nIt is not handed in yet."),
         "year", "due_on"),
    told("agency_consulting.asked", CENTRAL,
         ("경영평가 컨설팅 신청: {consulting}", "기관에서 경영평가 컨설팅을 신청하였습니다.\n\n{consulting}\n\n신청 내용: {about}"),
         ("Consulting is asked for: {consulting}", "An agency asks for consulting.\n\n{consulting}\n\nAbout: {about}"),
         "consulting", "about"),
    told("agency_consulting.withdrawn", CENTRAL,
         ("경영평가 컨설팅 신청이 취소되었습니다: {consulting}", "기관에서 컨설팅 신청을 취소하였습니다.\n\n{consulting}"),
         ("A request for consulting is withdrawn: {consulting}", "The agency no longer asks for consulting.\n\n{consulting}"),
         "consulting"),
    told("agency_consulting.accepted", WRITERS,
         ("경영평가 컨설팅 일정이 정해졌습니다: {on}",
          "신청하신 경영평가 컨설팅 일정이 정해졌습니다.\n\n일자: {on}\n컨설턴트: {consultant_name}"),
         ("The day of your consulting is fixed: {on}", "Your consulting is agreed upon.\n\nDay: {on}\nConsultant: {consultant_name}"),
         "on", "consultant_name"),
    told("agency_consulting.declined", WRITERS,
         ("경영평가 컨설팅 신청 결과를 알려 드립니다", "신청하신 경영평가 컨설팅을 진행하기 어렵습니다.\n\n사유: {reason}"),
         ("Your request for consulting is declined", "The consulting that you asked for cannot take place.\n\nReason: {reason}"),
         "reason"),
    told("agency_consulting.held", WRITERS,
         ("경영평가 컨설팅 결과가 등록되었습니다", "{on}에 진행한 경영평가 컨설팅의 결과가 등록되었습니다."),
         ("What came of your consulting is written down", "What came of the consulting of {on} can be read now."),
         "on"),
]
REPORT_DEADLINES = [
    DeadlineKind(REPORT_DUE, days=90, rule="calendar", ladder=LADDER, recipients=WRITERS, page="performance_report", escalation=DIRECTORS,
                 desk_page="performance_reports", label_ko="경영평가 실적보고서 제출", label_en="Handing in the performance report"),
]
