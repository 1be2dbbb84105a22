"""Evidence for the demonstration: a real HWPX document, made here, that says that it is none."""
import io
import zipfile
from xml.sax.saxutils import escape

from django.core.files.uploadedfile import SimpleUploadedFile

HWPX = "application/hwp+zip"


def hwpx(name, lines):
    """The upload a provider would choose: a document of these lines."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), HWPX)         # the first entry, not compressed
        for part, content in (("version.xml", "<HCFVersion/>"), ("Contents/content.hpf", "<package/>"), ("Contents/header.xml", "<head/>"),
                              ("Contents/section0.xml", f"<sec>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</sec>")):
            package.writestr(zipfile.ZipInfo(part), content)        # without the time of day: the same lines are the same content
    return SimpleUploadedFile(f"{name}.hwpx", packed.getvalue(), content_type=HWPX)


def handbook(provider):
    """The operating rules with everything that supports the answers."""
    return hwpx("운영규정과 증빙 모음", [f"{provider.name} 운영규정", "이 문서는 시연을 위해 지어낸 것입니다."])


PAPERS = {"business-registration": "사업자등록증 사본", "insurance": "배상책임보험 증권"}


def paper_for(provider, title):
    """A paper of one page; the same for the same provider, so that its library holds it once."""
    return hwpx(title, [f"{provider.name} {title}", "이 문서는 시연을 위해 지어낸 것입니다."])
