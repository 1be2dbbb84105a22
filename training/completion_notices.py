"""What participants are told about their completion, and of training that they have to have."""
from django.utils.translation import gettext_noop as _

from correspondence.events import DeadlineKind, Event
from training.coverage import LADDER

PARTICIPANT = "training.queries.completion.participant_of"
RUN_IS_OVER = _("The run is over.")          # why who waited gets no seat: kept so, shown in the reader's language
DUTY, GAPS = "training.duty", "training.duty_gaps"


def _told(name, ko, en, *more):
    """`ko`, `en`: (subject, body). The link closes each body."""
    return Event(name, recipients=PARTICIPANT, placeholders=("subject", "link", *more), subject_ko=ko[0], body_ko=f"{ko[1]}\n\n{{link}}",
                 subject_en=en[0], body_en=f"{en[1]}\n\n{{link}}")


COMPLETION_EVENTS = [
    _told("completion.completed",
          ("교육과정을 이수하셨습니다: {course_name}",
           "교육과정을 이수하셨습니다. 축하드립니다.\n\n교육과정: {course_name}\n수료번호: {number}\n\n"
           "수료증은 아래 주소에서 내려받으실 수 있습니다."),
          ("You have completed a course: {course_name}",
           "You have completed this course. Congratulations.\n\nCourse: {course_name}\nNumber: {number}\n\nYour certificate is here:"),
          "course_name", "number"),
    _told("completion.not_completed",
          ("교육과정이 미수료로 처리되었습니다: {course_name}",
           "교육이 끝났으나 다음 요건이 충족되지 않아 미수료로 처리되었습니다.\n\n교육과정: {course_name}\n\n{missing}\n\n"
           "만족도 조사나 시험이 남아 있으면 교육 종료 후 30일 안에 마쳐 주십시오. 확인되는 대로 수료 처리됩니다."),
          ("You have not completed a course: {course_name}",
           "The run is finished, and something that completion asks for is missing.\n\nCourse: {course_name}\n\n{missing}\n\n"
           "Where the survey or the test is missing: do it within 30 days after the run was finished, and you complete."),
          "course_name", "missing"),
    _told("completion.withdrawn",
          ("수료가 취소되었습니다: {course_name}",
           "다음 사유로 수료가 취소되어 이미 받으신 수료증은 효력이 없습니다.\n\n교육과정: {course_name}\n\n{missing}\n\n"
           "궁금하신 점은 교육담당자에게 문의하여 주십시오."),
          ("A completion was withdrawn: {course_name}",
           "The completion of this course was withdrawn; the certificate no longer counts.\n\nCourse: {course_name}\n\n{missing}\n\n"
           "If you have questions, please ask the training officer."),
          "course_name", "missing"),
]
COMPLETION_DEADLINES = [
    DeadlineKind(DUTY, days=1, rule="calendar", ladder=LADDER, recipients=PARTICIPANT, together="user_id", over="settled_at",
                 reads=("course",), list_page="training_my_completions", label_ko="필수교육 이수", label_en="Mandatory training"),
    DeadlineKind(GAPS, days=1, rule="calendar", ladder=LADDER, recipients="training.queries.coverage.training_officers",
                 together="agency_id", over="settled_at", reads=("course",), list_page="training_coverage",
                 escalation="training.queries.coverage.directors", desk_page="training_coverage",
                 label_ko="필수교육 미이수자", label_en="Mandatory training that is missing"),
]
