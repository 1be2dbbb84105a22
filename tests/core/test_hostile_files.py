"""Each hostile file is refused with its reason, or kept as something that harms nobody; quickly, and at little cost to us."""
import io
import time
import unicodedata
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image

from core.errors import Refused
from core.files import open_stored, serve, store_upload
from core.models import StoredFile
from tests import files, hostile
from tests.core.test_file_names import HOSTILE as NAMES
from tests.hostile import ACTIVE, ANEW, ATTACHMENT, BOMBS

SECONDS, MEGABYTES = 5, 300
CASES = [pytest.param(*case[1:], marks=pytest.mark.case(number), id=case[0])
         for number, cases in ((17, ACTIVE), (18, BOMBS)) for case in cases]
PROCESS = Path("/proc/self")


@pytest.fixture
def owner(busan, at, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    with at(busan.owner, busan) as actor:
        yield actor


def megabytes(line):
    """VmRSS: now; VmHWM: the most since it was last forgotten."""
    status = dict(row.split(":", 1) for row in PROCESS.joinpath("status").read_text().splitlines())
    return int(status[line].split()[0]) / 1024


@pytest.mark.parametrize(("make", "name", "becomes"), CASES)
def test_a_hostile_file_becomes_what_is_said(owner, make, name, becomes):
    upload, kept = files.upload(make(), name), StoredFile.everything.count()
    if linux := PROCESS.joinpath("clear_refs").exists():
        PROCESS.joinpath("clear_refs").write_text("5")
        before = megabytes("VmRSS")
    started = time.monotonic()
    outcome, stored = taken_in(upload, owner)
    assert time.monotonic() - started < SECONDS
    if linux:
        assert megabytes("VmHWM") - before < MEGABYTES
    assert outcome == becomes
    assert StoredFile.everything.count() == kept + (stored is not None)


def taken_in(upload, actor):
    """(what became of it, the StoredFile or None)."""
    try:
        stored, name = store_upload(upload, shelf=uuid4(), actor=actor)
    except Refused as refusal:
        assert str(refusal).endswith(".")
        assert "{" not in str(refusal)
        return refusal.reason, None
    response = serve(stored, name)
    assert response["Content-Disposition"].startswith("attachment; ")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox")
    content = b"".join(response.streaming_content)
    response.file_to_stream.close()                     # not the answer itself: that would end the test's connection
    return ANEW if stored.mime.startswith("image/") and b"script" not in content else ATTACHMENT, stored


def test_there_are_at_least_forty_of_them():
    assert len({case[0] for case in ACTIVE + BOMBS}) == len(ACTIVE + BOMBS) >= 40
    assert {case[3] for case in ACTIVE + BOMBS} >= {ATTACHMENT, ANEW, "bomb", "active_pdf", "other_content", "locked", "packed"}


@pytest.mark.case(17)
def test_a_telephones_picture_comes_out_upright(owner):
    stored, name = store_upload(files.upload(hostile.turned_heic(), "사진.heic"), shelf=uuid4(), actor=owner)
    with open_stored(stored) as file:
        picture = Image.open(io.BytesIO(file.read()))
    assert (name, picture.format, picture.size) == ("사진.jpg", "JPEG", (40, 60))
    red, _green, blue = picture.getpixel((35, 5))               # the upper left corner came to the upper right
    assert red > 200
    assert blue < 80
    assert not picture.getexif()


@pytest.mark.case(19)
@pytest.mark.parametrize("raw", [raw for raw, _shown in NAMES])
def test_a_hostile_name_reaches_neither_the_disk_nor_a_header(owner, tmp_path, raw):
    stored, name = store_upload(files.upload(files.docx(), f"{raw}.docx"), shelf=(shelf := uuid4()), actor=owner)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / "busan" / str(shelf) / stored.sha256]
    response = serve(stored, name)
    response.file_to_stream.close()
    assert response["Content-Disposition"].isascii()
    assert response["Content-Disposition"].isprintable()
    assert name == unicodedata.normalize("NFC", name)
