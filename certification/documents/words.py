"""The words of a certificate and a plaque in both languages. They are the document and not the site: no catalogue changes them."""

KO = {
    "certificate": "{scheme}서", "plaque": "{scheme}기관", "document": "{number} {title}",
    "anew": {"reissued": "{day} 재발급", "corrected": "{day} 정정 발급"},
    "provider": "기관명", "site": "사업장", "head": "대표자", "address": "소재지", "service": "서비스",
    "period": "인증기간", "framework": "인증기준",
    "from_to": ("{from}부터", "{to}까지"),
    "sentence": ("위 기관은 {scheme}의 모든 기준을", "충족하였으므로 이 인증서를 드립니다."),
    "check": "지금도 유효한지 확인하십시오", "where": "확인하는 곳", "code": "확인번호",
    "demo": ("시연용 견본입니다.", "효력이 없습니다."),
    "qr": "인증을 확인하는 주소의 QR 코드: {url}", "seal": "{title}의 직인",
    "preview": "견본", "preview_line": "견본: 미리보기이며 효력이 없습니다.",
}
EN = {
    "certificate": "Certificate", "plaque": "Certified Provider", "document": "{scheme}: {title} {number}",
    "anew": {"reissued": "Issued anew on {day}", "corrected": "Corrected on {day}"},
    "provider": "Provider", "site": "Site", "head": "Represented by", "address": "Address", "service": "Service",
    "period": "Valid", "framework": "Criteria",
    "from_to": ("{from}", "to {to}"),
    "sentence": ("This certifies that the provider named above meets", "every criterion of the {scheme}."),
    "check": "Check that it is still valid", "where": "Check at", "code": "Code",
    "demo": ("A specimen for demonstration.", "It has no effect."),
    "qr": "QR code of the address where this certificate is checked: {url}", "seal": "Official seal of the {title}",
    "preview": "SPECIMEN", "preview_line": "Specimen: a preview without any effect.",
}
WORDS = {"ko": KO, "en": EN}
