"""A business registration certificate for the demonstration: a real PDF that says that it is none."""
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string

from core.pdf import render_pdf

SHEET = """
@page { size: A4; margin: 30mm 25mm }
body { font-family: NanumMyeongjo; font-size: 12pt; line-height: 1.9 }
h1 { text-align: center; font-size: 22pt; letter-spacing: .3em; margin: 0 0 4mm }
p { text-align: center; margin: 0 0 12mm; color: #555 }
th { text-align: left; padding-right: 12mm; font-weight: 400; color: #555; white-space: nowrap; vertical-align: top }
"""


def certificate_of(facts):
    """The upload a provider's owner would choose."""
    content = render_pdf(render_to_string("documents/demonstration_certificate.html", facts), stylesheets=[SHEET])
    return SimpleUploadedFile("사업자등록증.pdf", content, content_type="application/pdf")
