"""What people are told about a visit."""
from correspondence.events import DeadlineKind, Event

TEAM, OFFICERS, GOING = "visits.queries.team_of", "visits.queries.officers_of", "visits.queries.team_still_to_go"

EVENTS = [
    Event(
        "visit.planned", recipients=TEAM, placeholders=("place_name", "starts_at"),
        subject_ko="현장 방문 일정 안내: {place_name}",
        body_ko="{agency}에서 {place_name} 현장 방문의 담당자로 귀하를 지정하였습니다.\n\n일시: {starts_at}\n\n"
                "확인할 항목과 미리 살펴볼 내용은 업무 화면에서 보실 수 있습니다.",
        subject_en="A visit is planned: {place_name}",
        body_en="{agency} has named you for the visit to {place_name}.\n\nBeginning: {starts_at}\n\n"
                "What to look at, and what was found before, you can read on its page.",
    ),
    Event(
        "visit.moved", recipients=TEAM, placeholders=("place_name", "starts_at", "reason"),
        subject_ko="현장 방문 일정 변경: {place_name}",
        body_ko="{place_name} 현장 방문 일정이 변경되었습니다.\n\n변경된 일시: {starts_at}\n변경 사유: {reason}",
        subject_en="The visit has another date: {place_name}",
        body_en="The visit to {place_name} has another date.\n\nBeginning: {starts_at}\nReason: {reason}",
    ),
    Event(
        "visit.near", recipients=GOING, placeholders=("place_name", "address", "starts_at", "last_day", "link"),
        subject_ko="현장 방문이 다가옵니다: {place_name}, {starts_at}",
        body_ko="{place_name} 현장 방문 일정을 다시 알려 드립니다.\n\n일시: {starts_at}\n장소: {address}\n\n"
                "방문 자료(지표별 확인 사항과 인터뷰 안내)는 방문 화면에서 내려받아 인쇄하실 수 있습니다.\n{link}",
        subject_en="The visit is near: {place_name}, {starts_at}",
        body_en="A reminder of the visit to {place_name}.\n\nBeginning: {starts_at}\nPlace: {address}\n\n"
                "The visit kit (what to look at, whom to ask) can be printed from the page of the visit.\n{link}",
    ),
    Event(
        "visit.called_off", recipients=TEAM, placeholders=("place_name", "starts_at", "outcome_reason"),
        subject_ko="현장 방문이 취소되었습니다: {place_name}",
        body_ko="{starts_at}로 예정되었던 {place_name} 현장 방문이 취소되었습니다.\n\n사유: {outcome_reason}\n\n하실 일은 없습니다.",
        subject_en="The visit is called off: {place_name}",
        body_en="The visit to {place_name}, planned for {starts_at}, does not take place.\n\nReason: {outcome_reason}\n\n"
                "There is nothing for you to do.",
    ),
    Event(
        "visit.ended_short", recipients=TEAM, placeholders=("place_name", "outcome_reason"),
        subject_ko="현장 방문을 예정대로 마치지 못하였습니다: {place_name}",
        body_ko="{place_name} 현장 방문을 예정대로 마치지 못한 것으로 보고되었습니다.\n\n사유: {outcome_reason}\n\n"
                "그때까지 기록한 내용은 그대로 남습니다. 다음 절차는 기관에서 정하여 알려 드립니다.",
        subject_en="A visit was not carried out as planned: {place_name}",
        body_en="It was reported that the visit to {place_name} was not carried out as planned.\n\nReason: {outcome_reason}\n\n"
                "What was recorded until then is kept. The agency decides what follows and tells you.",
    ),
    Event(
        "visit.locked", recipients=OFFICERS, placeholders=("place_name",),
        subject_ko="현장 방문 기록이 확정되었습니다: {place_name}",
        body_ko="{place_name} 현장 방문 기록이 확정되었습니다. 이제 기록은 변경되지 않습니다.\n다음 절차를 진행하여 주시기 바랍니다.",
        subject_en="The record of a visit is locked: {place_name}",
        body_en="The record of the visit to {place_name} is locked and no longer changes.\nPlease go on with the next step.",
    ),
    Event(
        "visit.ended_early", recipients=OFFICERS, placeholders=("place_name", "outcome_reason"),
        subject_ko="현장 방문이 중도에 종료되었습니다: {place_name}",
        body_ko="{place_name} 현장 방문이 중도에 종료되었습니다.\n\n사유: {outcome_reason}\n\n"
                "기록을 확인하고 후속 조치를 정하여 주시기 바랍니다.",
        subject_en="A visit ended early: {place_name}",
        body_en="The visit to {place_name} ended early.\n\nReason: {outcome_reason}\n\nPlease read the record and decide what follows.",
    ),
    Event(
        "visit.not_carried_out", recipients=OFFICERS, placeholders=("place_name", "outcome_reason"),
        subject_ko="현장 방문이 실시되지 않았습니다: {place_name}",
        body_ko="{place_name} 현장 방문이 실시되지 않았습니다.\n\n사유: {outcome_reason}\n\n후속 조치를 정하여 주시기 바랍니다.",
        subject_en="A visit was not carried out: {place_name}",
        body_en="The visit to {place_name} was not carried out.\n\nReason: {outcome_reason}\n\nPlease decide what follows.",
    ),
    Event(
        "visit.kept_aside", recipients=OFFICERS, placeholders=("place_name",),
        subject_ko="현장 방문 기록 일부가 반영되지 않고 보관되었습니다: {place_name}",
        body_ko="{place_name} 현장 방문에서 기록한 내용 중 일부가 뒤늦게 또는 담당이 바뀐 뒤에 도착하였습니다.\n"
                "기록에는 반영하지 않고 증빙으로 보관하였습니다. 내용을 확인하여 주시기 바랍니다.",
        subject_en="Part of a visit's record is kept aside: {place_name}",
        body_en="Part of what was recorded during the visit to {place_name} arrived late, or after its author had left the team.\n"
                "It changes nothing and is kept as evidence. Please look at it.",
    ),
    Event(
        "visit.amended", recipients=OFFICERS, placeholders=("place_name", "items"),
        subject_ko="확정된 현장 방문 기록에 정정 사항이 추가되었습니다: {place_name}",
        body_ko="{place_name} 현장 방문 기록의 {items} 항목에 정정 또는 덧붙임이 추가되었습니다.\n"
                "처음 합의한 내용은 그대로 남아 있으며, 정정 내용과 사유를 함께 보실 수 있습니다.",
        subject_en="Something was added to the locked record of a visit: {place_name}",
        body_en="In the record of the visit to {place_name} something was amended or added about {items}.\n"
                "What had been agreed on stays; the amendment and its reason stand beside it.",
    ),
]

DEADLINES = [
    DeadlineKind("visit.day", days=7, rule="calendar", ladder=(-7, -1), recipients=TEAM, page="visit", near="visit.near",
                 label_ko="현장 방문", label_en="Visit"),
]
