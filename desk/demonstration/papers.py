"""Evidence for the demonstration: a real HWPX document, made here, that says that it is none."""
import io
import zipfile
from xml.sax.saxutils import escape

from django.core.files.uploadedfile import SimpleUploadedFile

HWPX = "application/hwp+zip"
PARAGRAPH = "http://www.hancom.co.kr/hwpml/2011/paragraph"
RULES = [
    "1. 서비스 제공 책임자는 매월 첫 월요일에 시설 안전점검표를 작성하고 기관장이 확인합니다.",
    "2. 제공인력은 채용 전에 자격과 결격사유를 확인하고, 조회일과 회신일을 대장에 적습니다.",
    "3. 이용자와 보호자에게 서비스 내용과 비용을 서면으로 설명하고 동의를 받습니다.",
    "4. 고충과 민원은 접수한 날부터 7일 안에 처리하고 결과를 알려 드립니다.",
    "5. 개인정보는 필요한 만큼만 모으며, 주민등록번호는 어떤 서류에도 적지 않습니다.",
]


def hwpx(name, lines):
    """The upload a provider would choose: a document of these lines."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), HWPX)         # the first entry, not compressed
        for part, content in (("version.xml", "<HCFVersion/>"), ("Contents/content.hpf", "<package/>"), ("Contents/header.xml", "<head/>"),
                              ("Contents/section0.xml", f'<hp:sec xmlns:hp="{PARAGRAPH}">{body(lines)}</hp:sec>')):
            package.writestr(zipfile.ZipInfo(part), content)        # without the time of day: the same lines are the same content
    return SimpleUploadedFile(f"{name}.hwpx", packed.getvalue(), content_type=HWPX)


def body(lines):
    return "".join(f"<hp:p><hp:run><hp:t>{escape(line)}</hp:t></hp:run></hp:p>" for line in lines)


def handbook(provider):
    """The operating rules with everything that supports the answers."""
    return hwpx("운영규정과 증빙 모음", [f"{provider.name} 운영규정", *RULES, "이 문서는 시연을 위해 지어낸 것입니다."])


PAPERS = {"business-registration": "사업자등록증 사본", "insurance": "배상책임보험 증권"}


def paper_for(provider, title):
    """A paper of one page; the same for the same provider, so that its library holds it once."""
    return hwpx(title, [f"{provider.name} {title}", "이 문서는 시연을 위해 지어낸 것입니다."])
