"""What people are told of a certificate after it was given; certification/notices.py takes it in."""
from correspondence.events import DeadlineKind, Event

LIFE = "certification.queries.certificate_life."
PEOPLE, DESK, DECIDERS = f"{LIFE}people_of_certificate", f"{LIFE}desk_of_certificate", f"{LIFE}desk_and_managers"
ABOUT = ("number_shown", "provider_name", "site_name", "service_type")
HEAD_KO = "인증번호: {number_shown}\n기관: {provider_name} ({site_name})\n서비스: {service_type}\n"
HEAD_EN = "Certificate: {number_shown}\nOrganisation: {provider_name} ({site_name})\nService: {service_type}\n"


def told(name, subject_ko, words_ko, subject_en, words_en, *, more=("day", "reason"), recipients=PEOPLE):
    """One event about a certificate: the same head, its own words."""
    return Event(name, recipients=recipients, placeholders=(*ABOUT, *more, "link"), subject_ko=subject_ko + ": {number_shown}",
                 body_ko=f"{words_ko[0]}\n\n{HEAD_KO}{words_ko[1]}\n{{link}}", subject_en=subject_en + ": {number_shown}",
                 body_en=f"{words_en[0]}\n\n{HEAD_EN}{words_en[1]}\n{{link}}")


CERTIFICATE_EVENTS = [
    told("certificate.suspended", "품질인증의 효력이 정지됩니다",
         ("{agency}에서 품질인증의 효력을 정지하였습니다.", "정지 기간: {day} ~ {until}\n사유: {reason}\n\n"
          "정지 기간에는 인증기관임을 표시하거나 광고하실 수 없습니다. 현판과 인증마크는 보이지 않게 하여 주시기 바랍니다."),
         "Your certification is suspended",
         ("{agency} has suspended the certification.", "From {day} through {until}\nReason: {reason}\n\n"
          "During that time the certification must not be shown or advertised. Please take down the plaque and the mark."),
         more=("day", "until", "reason")),
    told("certificate.suspended_open", "품질인증의 효력이 정지됩니다",
         ("{agency}에서 품질인증의 효력을 정지하였습니다.", "정지 시작일: {day} (해제할 때까지)\n사유: {reason}\n\n"
          "정지 기간에는 인증기관임을 표시하거나 광고하실 수 없습니다. 현판과 인증마크는 보이지 않게 하여 주시기 바랍니다."),
         "Your certification is suspended",
         ("{agency} has suspended the certification.", "From {day} until further notice\nReason: {reason}\n\n"
          "During that time the certification must not be shown or advertised. Please take down the plaque and the mark.")),
    told("certificate.reinstated", "품질인증의 효력정지가 해제되었습니다",
         ("{agency}에서 효력정지를 해제하였습니다.", "해제일: {day}\n사유: {reason}\n\n해제일부터 인증의 효력이 다시 인정됩니다."),
         "The suspension of your certification is lifted",
         ("{agency} has lifted the suspension.", "From {day}\nReason: {reason}\n\nFrom that day on the certification is valid again.")),
    told("certificate.prolonged", "품질인증의 유효기간이 연장되었습니다",
         ("{agency}에서 유효기간을 연장하였습니다.", "연장된 만료일: {until}\n사유: {reason}\n"),
         "Your certification holds longer",
         ("{agency} has prolonged the certification.", "New last day: {until}\nReason: {reason}\n"), more=("day", "until", "reason")),
    told("certificate.revoked", "품질인증이 취소되었습니다",
         ("{agency}에서 품질인증을 취소하였습니다.", "취소일: {day}\n사유: {reason}\n\n"
          "취소일부터 인증기관임을 표시하거나 광고하실 수 없습니다. 받으신 현판의 반납 기한은 따로 알려 드립니다."),
         "Your certification is revoked",
         ("{agency} has revoked the certification.", "From {day}\nReason: {reason}\n\n"
          "From that day on the certification must not be shown or advertised. "
          "If you hold a plaque, you are told until when to return it.")),
    told("certificate.restored", "품질인증의 효력이 회복되었습니다",
         ("{agency}에서 인증 취소를 철회하였습니다. 인증의 효력이 회복됩니다.", "회복일: {day}\n사유: {reason}\n\n"
          "반납 요청을 받으신 현판은 반납하지 않으셔도 됩니다. 이미 반납하셨으면 다시 교부해 드립니다."),
         "Your certification is in force again",
         ("{agency} has set the revocation aside. The certification is in force again.", "From {day}\nReason: {reason}\n\n"
          "A plaque that you were asked to return may stay. If it has been returned, you are given it again.")),
    told("certificate.surrendered", "품질인증이 반납 처리되었습니다",
         ("인증 반납을 처리하였습니다.", "반납일: {day}\n사유: {reason}\n\n반납일부터 인증기관임을 표시하거나 광고하실 수 없습니다."),
         "Your certification has been given back",
         ("The certification has been given back.", "From {day}\nReason: {reason}\n\n"
          "From that day on it must not be shown or advertised.")),
    told("certificate.superseded", "새 인증서로 바뀝니다",
         ("같은 서비스의 새 인증이 시작되어 아래 인증이 종료됩니다.", "종료일: {day}\n"),
         "A newer certification takes its place",
         ("A newer certification of the same service begins, and this one ends.", "On {day}\n"), more=("day",)),
    told("certificate.corrected", "인증서의 기재사항이 정정되었습니다",
         ("{agency}에서 인증서의 기재사항을 정정하였습니다.", "정정 기준일: {day}\n사유: {reason}\n\n"
          "정정한 인증서와 현판 파일은 만드는 대로 아래 주소에서 받으실 수 있습니다. 이전 인증서는 더 이상 사용하지 마십시오."),
         "Your certificate has been corrected",
         ("{agency} has corrected what your certificate says.", "As of {day}\nReason: {reason}\n\n"
          "The corrected documents will be here as soon as they are made. Please no longer use the earlier ones.")),
    told("certificate.reissued", "인증서를 다시 발급하였습니다",
         ("{agency}에서 인증서를 다시 발급하였습니다.", "재발급일: {day}\n\n"
          "새 파일은 만드는 대로 아래 주소에서 받으실 수 있습니다. 이전 파일은 대체된 문서로 표시됩니다."),
         "Your certificate has been issued once more",
         ("{agency} has issued the certificate once more.", "On {day}\n\n"
          "The new documents will be here as soon as they are made. The earlier ones are marked as replaced."), more=("day",)),
    told("certificate.near_end", "품질인증의 유효기간이 {last_day}에 끝납니다",
         ("품질인증의 유효기간이 끝나는 날을 알려 드립니다.", "유효기간 만료일: {last_day}\n\n"
          "재인증 신청 기한: {renewal_until}\n인증을 이어가시려면 이 날까지 재인증을 신청하셔야 합니다."),
         "Your certification ends on {last_day}",
         ("This is to remind you of the last day of the certification.", "Last day: {last_day}\n\n"
          "Renewal can be applied for until {renewal_until}. To keep the certification, apply by that day."),
         more=("last_day", "renewal_until")),
    told("certificate.expired", "품질인증의 유효기간이 끝났습니다",
         ("품질인증의 유효기간이 끝났습니다.", "효력이 없어진 날: {day}\n\n"
          "이날부터 인증기관임을 표시하거나 광고하실 수 없습니다. 현판과 인증마크를 내려 주시기 바랍니다."),
         "Your certification has expired",
         ("The certification has expired.", "No longer valid from {day}\n\n"
          "From that day on it must not be shown or advertised. Please take down the plaque and the mark."), more=("day",)),
    told("certificate.expired_desk", "품질인증 만료",
         ("아래 인증의 유효기간이 끝났습니다. 공개 목록에는 이미 반영되었습니다.", "효력이 없어진 날: {day}\n"),
         "A certification has expired",
         ("This certification has expired. The register shows it already.", "No longer valid from {day}\n"), more=("day",),
         recipients=DESK),
    told("certificate.edited_desk", "제공기관이 인증서 기재사항에 해당하는 정보를 수정하였습니다",
         ("제공기관이 홈페이지에서 직접 수정한 내용이 인증서의 기재사항과 다릅니다. 제공기관에는 변경신고를 안내하였습니다.", ""),
         "A provider has edited what a certificate prints",
         ("What the provider has edited itself differs from what its certificate prints. The provider is asked for a change report.", ""),
         more=(), recipients=DESK),
    told("certificate.surrender_asked", "인증 반납 요청",
         ("제공기관에서 인증을 반납하겠다고 요청하였습니다. 확인하여 처리하여 주시기 바랍니다.", "희망 반납일: {day}\n사유: {reason}\n"),
         "A provider asks to give a certificate back",
         ("The provider asks to give this certificate back. Please confirm or decline it.", "Wished for: {day}\nReason: {reason}\n"),
         recipients=DECIDERS),
    told("certificate.surrender_declined", "인증 반납 요청을 받아들이지 않았습니다",
         ("{agency}에서 인증 반납 요청을 받아들이지 않았습니다. 인증은 그대로 유효합니다.", "사유: {reason}\n"),
         "Your request to give the certificate back is declined",
         ("{agency} has declined the request. The certification stays as it is.", "Reason: {reason}\n"), more=("reason",)),
]

CERTIFICATE_DEADLINES = [
    DeadlineKind("certificate.end", days=1, rule="calendar", ladder=(-180, -90, -30), recipients=PEOPLE, page="portal_certificate",
                 near="certificate.near_end", over="has_ended", label_ko="품질인증 유효기간 만료", label_en="End of a certification"),
]
