"""The rules of the certification mark in both languages, as they lie beside it. They are the document and not the site."""

KO = {
    "title": "인증마크 사용 안내", "certificate": "인증번호", "provider": "기관명", "service": "서비스", "site": "사업장",
    "period": "인증기간", "rules_title": "지켜야 할 것", "files_title": "들어 있는 파일", "check_title": "확인하는 방법",
    "rules": (
        ("유효한 동안에만", "인증이 유효한 동안에만 사용합니다. 효력이 정지되거나 취소·반납되거나 기간이 끝나면 누리집과 인쇄물, 간판에서 "
                           "바로 내립니다."),
        ("인증받은 서비스에만", "인증서에 적힌 사업장의 서비스에만 사용합니다. 다른 사업장이나 다른 서비스도 인증받은 것처럼 "
                               "보이게 하지 않습니다."),
        ("번호와 함께", "인증번호를 지우거나 바꾸지 않습니다. 번호가 있어야 누구나 지금도 유효한지 확인할 수 있습니다."),
        ("모양 그대로", "비율과 색, 글자를 바꾸거나 그림자와 테두리를 더하지 않습니다. 다른 마크와 합치지 않습니다."),
        ("크기와 여백", "인쇄물에서는 너비 35mm, 화면에서는 200픽셀보다 작게 쓰지 않습니다. 둘레에 마크 높이의 4분의 1만큼을 비워 둡니다."),
        ("바탕", "희거나 아주 옅은 바탕 위에 놓습니다. 사진이나 무늬 위에 놓지 않습니다."),
        ("다른 제도와 구별", "{issuers}의 인증입니다. 나라나 다른 기관이 하는 인증으로 오해하게 쓰지 않습니다."),
    ),
    "files": (("mark-ko.svg, mark-en.svg", "인쇄용 마크(국문, 영문). 크기를 바꾸어도 선명합니다."),
              ("mark-ko-1600.png …", "화면용 마크, 너비 400·800·1600픽셀. 바탕이 비어 있습니다."),
              ("symbol.svg, symbol-1024.png …", "글자 없는 심벌. 인증번호를 가까이에 함께 적습니다.")),
    "check": "누구나 {shown}에서 확인번호 {code} 또는 인증번호로 지금도 유효한지 확인할 수 있습니다.",
    "demo": "시연용 견본입니다. 효력이 없습니다.",
}
EN = {
    "title": "How to use the certification mark", "certificate": "Certificate", "provider": "Provider", "service": "Service",
    "site": "Site", "period": "Valid", "rules_title": "Rules", "files_title": "Files", "check_title": "How it is checked",
    "rules": (
        ("Only while it is valid", "Use the mark only while the certificate is in force. When it is suspended, revoked, given back or has "
                                   "expired, take it off your website, prints and signs at once."),
        ("Only for what was certified", "Use it for the service at the site that the certificate names. Do not let other sites or services "
                                        "look certified."),
        ("With its number", "Do not remove or change the number. With it everybody can check that the certificate still holds."),
        ("As it is", "Do not change proportions, colours or words, add shadows or borders, or join it with another mark."),
        ("Size and space", "Not smaller than 35 mm in print and 200 pixels on a screen. Keep a quarter of its height free around it."),
        ("Ground", "Place it on white or very pale ground, not on photographs or patterns."),
        ("Not another scheme", "It is a certification of {issuers}. Do not let it look like that of the state or of another body."),
    ),
    "files": (("mark-ko.svg, mark-en.svg", "The mark for print, in Korean and English; sharp at any size."),
              ("mark-ko-1600.png …", "The mark for screens, 400, 800 and 1600 pixels wide, on clear ground."),
              ("symbol.svg, symbol-1024.png …", "The symbol without words. Write the number close to it.")),
    "check": "Everybody can check at {shown}, by the code {code} or the number, that it still holds.",
    "demo": "A specimen for demonstration. It has no effect.",
}
WORDS = {"ko": KO, "en": EN}
