"""What people are told about a round, and about an edition of the criteria early enough to prepare for it.

Messages about briefings go to addresses without an account: see certification/briefing_mail.py.
"""
from certification.certificate_notices import CERTIFICATE_DEADLINES, CERTIFICATE_EVENTS
from certification.plaque_notices import PLAQUE_DEADLINES, PLAQUE_EVENTS
from correspondence.events import Event

PEOPLE = "certification.queries.early_notice.people_to_tell"

EVENTS = [
    Event(
        "round.late_access", recipients="certification.queries.people_of_late_access",
        placeholders=("round", "provider", "until", "reason", "link"),
        subject_ko="신청 기간 이후에도 신청하실 수 있습니다: {round}",
        body_ko="{agency}에서 {provider}에 대하여 아래와 같이 추가 신청을 허용하였습니다.\n\n공고: {round}\n신청 기한: {until}\n"
                "사유: {reason}\n\n기한 안에 도착한 신청만 접수합니다.\n{link}",
        subject_en="You may still apply: {round}",
        body_en="{agency} allows {provider} to apply after the period.\n\nRound: {round}\nApplications until: {until}\nReason: {reason}\n\n"
                "Only what arrives by then is received.\n{link}",
    ),
    Event(
        "framework.consultation", recipients=PEOPLE, placeholders=("edition", "words_ko", "words_en", "answer_until", "link"),
        subject_ko="품질인증 기준 개정안에 대한 의견을 듣습니다: {edition}",
        body_ko="{agency}에서 품질인증 기준의 개정안 ‘{edition}’을 마련하였습니다.\n"
                "아직 확정된 기준이 아니며, 지금 진행 중인 심사에는 적용하지 않습니다.\n\n"
                "{words_ko}\n\n의견 제출 기한: {answer_until}\n\n무엇이 달라지는지 아래 주소에서 한눈에 보실 수 있습니다.\n{link}",
        subject_en="Your opinion on new certification criteria: {edition}",
        body_en="{agency} has drafted “{edition}” of the certification criteria.\nThey are not in force, and evaluations that run now are "
                "not touched.\n\n{words_en}\n\nOpinions until: {answer_until}\n\nWhat would change stands here:\n{link}",
    ),
    Event(
        "framework.publication", recipients=PEOPLE, placeholders=("edition", "words_ko", "words_en", "link"),
        subject_ko="새 품질인증 기준을 미리 알려 드립니다: {edition}",
        body_ko="{agency}에서 품질인증 기준 ‘{edition}’을 공개하였습니다.\n"
                "앞으로 공고하는 인증부터 적용하며, 지금 진행 중인 심사와 이미 받은 인증은 그대로입니다.\n\n"
                "{words_ko}\n\n무엇이 달라졌는지 아래 주소에서 한눈에 보실 수 있습니다.\n{link}",
        subject_en="New certification criteria: {edition}",
        body_en="{agency} has published “{edition}” of the certification criteria.\nThey are for rounds announced from now on; evaluations "
                "that run and certificates that were given stay as they are.\n\n{words_en}\n\nWhat has changed stands here:\n{link}",
    ),
    Event(
        "framework.reminder", recipients="certification.queries.early_notice.people_to_remind", placeholders=("edition", "link"),
        subject_ko="아직 읽지 않으신 안내가 있습니다: 품질인증 기준 {edition}",
        body_ko="{agency}에서 품질인증 기준 ‘{edition}’에 대하여 안내드렸으나 아직 열어 보지 않으셨습니다.\n"
                "무엇이 달라지는지 아래 주소에서 한눈에 보실 수 있습니다.\n{link}",
        subject_en="A notice you have not read yet: certification criteria, {edition}",
        body_en="{agency} has told you about “{edition}” of the certification criteria, and you have not opened that notice yet.\n"
                "What changes stands here:\n{link}",
    ),
    Event(
        "register.reported", recipients="certification.queries.report.handlers_of", placeholders=("number", "link"),
        subject_ko="인증기관에 대한 제보가 접수되었습니다: {number}",
        body_ko="{number} 인증 기록에 대하여 시민의 제보가 접수되었습니다.\n"
                "아래 주소에서 내용을 확인하고 처리 결과를 적어 주시기 바랍니다.\n{link}",
        subject_en="A citizen reports something: {number}",
        body_en="Somebody has reported something about certificate {number}.\nPlease read it here and note what comes of it.\n{link}",
    ),
    *CERTIFICATE_EVENTS,
    *PLAQUE_EVENTS,
]

DEADLINES = [*CERTIFICATE_DEADLINES, *PLAQUE_DEADLINES]
