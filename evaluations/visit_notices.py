"""What people are told about the day of a site visit: dates offered and agreed, moved, near, not kept."""
from correspondence.events import Event

PEOPLE, DESK, TEAM = "evaluations.queries.people_of", "evaluations.queries.desk_of", "evaluations.queries.team_of"
EVERYBODY, GUESTS = "evaluations.queries.people_and_team_of", "evaluations.queries.people_before_visit"
CASE = ("application", "number", "provider_name")
DATES = ("first", "second", "third")

VISIT_EVENTS = [
    Event(
        "application.dates_offered", recipients=PEOPLE, placeholders=(*CASE, *DATES, "until", "link"),
        subject_ko="현장심사 날짜를 골라 주십시오: {number}, {until}까지",
        body_ko="{agency}에서 {provider_name}의 현장심사 날짜를 제안합니다. 아래 가운데 하나를 {until}까지 골라 주십시오.\n\n"
                "{first}\n{second}\n{third}\n\n맞는 날이 없으면 같은 화면에서 사유와 원하시는 날짜를 적어 보내실 수 있습니다.\n{link}",
        subject_en="Please choose a date for the site visit: {number}, by {until}",
        body_en="{agency} offers dates for the site visit at {provider_name}. Please choose one of them by {until}.\n\n"
                "{first}\n{second}\n{third}\n\nIf none suits, say why on the same page, and when it would be possible.\n{link}",
    ),
    Event(
        "application.keep_dates_free", recipients=TEAM, placeholders=(*CASE, *DATES),
        subject_ko="현장심사 후보 날짜를 비워 두십시오: {number} {provider_name}",
        body_ko="{provider_name}에 현장심사 날짜를 제안하였습니다. 정해질 때까지 아래 시간을 비워 두시기 바랍니다.\n\n"
                "{first}\n{second}\n{third}\n\n날짜가 정해지면 다시 알려 드립니다.",
        subject_en="Please keep these dates free: {number} {provider_name}",
        body_en="Dates for the site visit are offered to {provider_name}. Please keep them free until one is chosen.\n\n"
                "{first}\n{second}\n{third}\n\nYou are told which it is.",
    ),
    Event(
        "application.dates_taken_back", recipients=EVERYBODY, placeholders=(*CASE, "reason"),
        subject_ko="제안한 현장심사 날짜를 철회하였습니다: {number} {provider_name}",
        body_ko="{provider_name}의 현장심사 날짜로 제안한 시간을 철회하였습니다. 더 비워 두지 않으셔도 됩니다.\n\n사유: {reason}\n\n"
                "새 날짜는 다시 알려 드립니다.",
        subject_en="The dates offered for the site visit are taken back: {number} {provider_name}",
        body_en="The dates offered for the site visit at {provider_name} stand no longer and need not be kept free.\n\n"
                "Reason: {reason}\n\nYou are told of new ones.",
    ),
    Event(
        "application.date_chosen", recipients=DESK, placeholders=(*CASE, "starts", "link"),
        subject_ko="현장심사 날짜가 정해졌습니다: {number} {provider_name}",
        body_ko="{provider_name}에서 고른 현장심사 일시: {starts}. 심사위원에게도 알렸습니다.\n{link}",
        subject_en="The date of a site visit is chosen: {number} {provider_name}",
        body_en="{provider_name} has chosen {starts}. The team is told as well.\n{link}",
    ),
    Event(
        "application.no_date_suits", recipients=DESK, placeholders=(*CASE, "reason", "link"),
        subject_ko="제안한 현장심사 날짜 중 가능한 날이 없습니다: {number} {provider_name}",
        body_ko="{provider_name}에 제안한 날짜 가운데 맞는 날이 없습니다.\n\n사유: {reason}\n\n"
                "날짜를 다시 제안하거나 정하여 주시기 바랍니다.\n{link}",
        subject_en="No date offered suits: {number} {provider_name}",
        body_en="None of the dates offered suits {provider_name}.\n\nReason: {reason}\n\nPlease offer others, or fix one.\n{link}",
    ),
    Event(
        "application.visit_planned", recipients=PEOPLE, placeholders=(*CASE, "starts", "link"),
        subject_ko="현장심사 일정을 알려 드립니다: {number}",
        body_ko="{provider_name}의 현장심사를 {starts}에 진행합니다.\n지표별로 증빙자료의 원본을 준비하여 주시기 바랍니다.\n"
                "일정 파일은 아래 주소에서 받으실 수 있습니다.\n{link}",
        subject_en="The site visit is planned: {number}",
        body_en="The site visit at {provider_name} begins on {starts}.\nPlease have the originals of the evidence at hand.\n"
                "A file for your calendar is here:\n{link}",
    ),
    Event(
        "application.visit_moved", recipients=PEOPLE, placeholders=(*CASE, "starts", "reason", "link"),
        subject_ko="현장심사 일정이 바뀌었습니다: {number}",
        body_ko="{provider_name}의 현장심사를 {starts}에 진행합니다.\n\n변경 사유: {reason}\n\n"
                "일정 파일을 다시 받으시면 달력의 일정이 바뀝니다.\n{link}",
        subject_en="The site visit has another date: {number}",
        body_en="The site visit at {provider_name} now begins on {starts}.\n\nReason: {reason}\n\n"
                "The file for your calendar replaces the earlier one.\n{link}",
    ),
    Event(
        "application.visit_near", recipients=GUESTS, placeholders=(*CASE, "last_day", "link"),
        subject_ko="현장심사가 다가옵니다: {last_day}, {number}",
        body_ko="{provider_name}의 현장심사를 {last_day}에 진행합니다. 시각과 방문하는 심사위원은 아래에서 보실 수 있습니다.\n"
                "지표별로 증빙자료의 원본을 준비하여 주시기 바랍니다.\n{link}",
        subject_en="The site visit is near: {last_day}, {number}",
        body_en="The site visit at {provider_name} is on {last_day}. At what hour, and who comes, stands here.\n"
                "Please have the originals of the evidence at hand.\n{link}",
    ),
    Event(
        "application.another_day_asked", recipients=DESK, placeholders=(*CASE, "reason", "link"),
        subject_ko="현장심사 날짜 변경을 요청합니다: {number} {provider_name}",
        body_ko="{provider_name}에서 현장심사 날짜를 바꾸어 달라고 합니다.\n\n사유: {reason}\n\n"
                "날짜를 바꾸거나, 바꿀 수 없으면 사유를 적어 답하여 주시기 바랍니다.\n{link}",
        subject_en="Another day is asked for: {number} {provider_name}",
        body_en="{provider_name} asks for another day of the site visit.\n\nReason: {reason}\n\n"
                "Please move the visit, or decline with the reason.\n{link}",
    ),
    Event(
        "application.another_day_declined", recipients=PEOPLE, placeholders=(*CASE, "reason", "link"),
        subject_ko="현장심사 날짜 변경 요청에 대한 회신: {number}",
        body_ko="요청하신 날짜로 변경하기 어려워 정해진 날에 진행합니다.\n\n사유: {reason}\n{link}",
        subject_en="The site visit stays on its day: {number}",
        body_en="Your request for another day cannot be met; the visit stays as it was planned.\n\nReason: {reason}\n{link}",
    ),
    Event(
        "application.visit_not_carried_out", recipients=PEOPLE, placeholders=(*CASE, "reason", "link"),
        subject_ko="현장심사가 실시되지 않았습니다: {number}",
        body_ko="{provider_name}의 현장심사가 실시되지 않았습니다.\n\n사유: {reason}\n\n"
                "다음 절차는 기관에서 정하여 알려 드립니다. 지금 하실 일은 없습니다.\n{link}",
        subject_en="The site visit was not carried out: {number}",
        body_en="The site visit at {provider_name} was not carried out.\n\nReason: {reason}\n\n"
                "The agency decides what follows and tells you. There is nothing for you to do now.\n{link}",
    ),
    Event(
        "application.visit_ended_early", recipients=PEOPLE, placeholders=(*CASE, "reason", "link"),
        subject_ko="현장심사를 중도에 마쳤습니다: {number}",
        body_ko="{provider_name}의 현장심사를 중도에 마쳤습니다.\n\n사유: {reason}\n\n"
                "확인하지 못한 지표는 다시 확인합니다. 다음 절차는 기관에서 정하여 알려 드립니다.\n{link}",
        subject_en="The site visit ended early: {number}",
        body_en="The site visit at {provider_name} ended early.\n\nReason: {reason}\n\n"
                "What could not be looked at is looked at later. The agency decides what follows and tells you.\n{link}",
    ),
    Event(
        "application.gone_on_without_visit", recipients=PEOPLE, placeholders=(*CASE, "reason", "link"),
        subject_ko="더 방문하지 않고 심사를 이어 갑니다: {number}",
        body_ko="{provider_name}의 현장심사를 다시 하지 않고 다음 단계로 넘어갑니다.\n\n사유: {reason}\n\n"
                "심사 보고서 초안이 나왔습니다. 5일(근무일) 동안 사실과 다른 내용이 없는지 보실 수 있습니다.\n{link}",
        subject_en="The evaluation goes on without a further visit: {number}",
        body_en="There is no further site visit at {provider_name}; the evaluation goes on.\n\nReason: {reason}\n\n"
                "The draft report is ready. For five working days you can see whether its facts are right.\n{link}",
    ),
]
