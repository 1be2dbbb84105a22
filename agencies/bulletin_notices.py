"""What people are told of a bulletin, and of the day by which they are asked to confirm it."""
from agencies.telling import told
from correspondence.events import DeadlineKind

READERS, LEFT = "agencies.queries.bulletin.readers", "agencies.queries.bulletin.readers_left"
CONFIRM = "bulletin.confirm"
LADDER = (-3, -1, 1)                        # days before the day to confirm by, and after

BULLETIN_EVENTS = [
    told("bulletin.sent", READERS,
         ("[공지] {title}", "중앙사회서비스원에서 공지를 보내 드립니다.\n\n제목: {title}\n\n아래 주소에서 내용을 확인하여 주십시오."),
         ("Bulletin: {title}", "The Central institute has sent a bulletin.\n\nTitle: {title}\n\nPlease read it here."),
         "title"),
    told("bulletin.corrected", READERS,
         ("[공지 정정] {title}",
          "공지 내용이 정정되었습니다.\n\n제목: {title}\n변경 내용: {change}\n\n정정된 공지를 다시 확인하여 주십시오."),
         ("Corrected: {title}", "A bulletin was corrected.\n\nTitle: {title}\nWhat has changed: {change}\n\nPlease read it again."),
         "title", "change"),
    told("bulletin.withdrawn", READERS,
         ("[공지 철회] {title}", "공지가 철회되었습니다.\n\n제목: {title}\n철회 사유: {reason}"),
         ("Withdrawn: {title}", "A bulletin was withdrawn.\n\nTitle: {title}\nReason: {reason}"),
         "title", "reason"),
    told("bulletin.reminded", LEFT,
         ("[공지 확인 요청] {title}", "아직 확인하지 않으신 공지가 있습니다.\n\n제목: {title}\n\n내용을 확인하여 주십시오."),
         ("Please read: {title}", "There is a bulletin that you have not read or confirmed yet.\n\nTitle: {title}"),
         "title"),
]
BULLETIN_DEADLINES = [
    DeadlineKind(CONFIRM, days=7, rule="calendar", ladder=LADDER, recipients=LEFT, page="network_bulletin", over="is_withdrawn",
                 label_ko="공지 확인", label_en="Confirming a bulletin"),
]
