"""What tests of supplement requests have in common: a case that is asked, and what its people do."""
from datetime import datetime, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from evaluations import workflow
from evaluations.models import SupplementEvidence, SupplementReply, SupplementRequest
from tests.files import pdf

TEXT = "2026년 제공인력 교육 기록을 올리고 누가 받았는지 적어 주십시오."


def noon(day):
    """A moment of that day in Seoul."""
    return datetime.combine(day, time(12), clock.SEOUL)


def proposed(path, kind="indicator", code="1.1.2", text=TEXT, by=None):
    with within(path.place.agency):
        return workflow.propose_item(path.fresh(), kind=kind, code=code, text=text, actor=path.as_(by) if by else path.officer)


def request_of(path):
    return SupplementRequest.everything.select_related("deadline").filter(application=path.application).order_by("-pk").first()


def asked(path, *items, text=""):
    """The bundle of the stage, sent: about an indicator and in general, or as given. With `text` only the first."""
    for kind, code in items or (("indicator", "1.1.2"), *([] if text else [("general", "")])):
        proposed(path, kind, code, text=text or TEXT)
    with within(path.place.agency):
        return workflow.send_supplement(request_of(path), actor=path.officer)


def reply_to(path, code="1.1.2"):
    return SupplementReply.everything.get(item__request=request_of(path), item__code=code, item__left_out_at=None)


def write(path, text, code="1.1.2", by=None, base=None, arrived_at=None):
    with within(path.place.agency):
        reply = reply_to(path, code)
        return workflow.save_reply(reply, text=text, base_version=reply.version if base is None else base,
                                   actor=path.as_(by or path.owner), arrived_at=arrived_at or clock.now())


def attach(path, code="1.1.2", name="교육 기록.pdf", more=b"\n\n\n\n\n\n\n"):
    with within(path.place.agency):
        return workflow.attach_upload_to_reply(reply_to(path, code), SimpleUploadedFile(name, pdf() + more), actor=path.as_(path.owner),
                                               arrived_at=clock.now())


def answer(path, *, is_all=False, by=None, arrived_at=None):
    with within(path.place.agency):
        return workflow.answer_supplement(request_of(path), is_all=is_all, actor=path.as_(by or path.owner),
                                          arrived_at=arrived_at or clock.now())


def answered(path):
    """Both items: the indicator's text added to, with a file; the general one in words."""
    write(path, reply_to_text(path) + " 2026년 3월 교육을 두 번 하였습니다.")
    attach(path)
    write(path, "대표자 변경 신고를 마쳤습니다.", code="")
    return answer(path)


def reply_to_text(path, code="1.1.2"):
    with within(path.place.agency):
        return reply_to(path, code).text


def links(path):
    return list(SupplementEvidence.everything.filter(reply__item__request=request_of(path)))


def end_of(path):
    with within(path.place.agency):
        return request_of(path).deadline.due_at


def refused(deed):
    """The sentence with which the house says no."""
    with pytest.raises(Refused) as refusal:
        deed()
    return str(refusal.value)


def told(path):
    """The events that people are being told, in their order."""
    with within(path.place.agency):
        rows = Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk")
        return [arguments["event"] for arguments in rows.values_list("arguments", flat=True)]


def facts_of(path, event):
    with within(path.place.agency):
        return Errand.everything.filter(arguments__event=event).last().arguments["facts"]
