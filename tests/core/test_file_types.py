"""What may be handed in: structure decides, and each refusal is a sentence that says what to do."""
import io
import resource
import time
import zipfile

import pikepdf
import pytest
from PIL import Image

from core import file_jail
from core.errors import Refused
from core.file_types import inspect, reencode, zipped
from tests import files, hostile


def refused(content, name):
    """The reason a file is refused for."""
    file = io.BytesIO(content)
    with pytest.raises(Refused) as caught:
        inspect(file, name)
    assert str(caught.value).endswith(".")
    assert "{" not in str(caught.value)
    return caught.value.reason


@pytest.mark.parametrize("kind", files.GOOD)
def test_every_good_file_is_what_its_name_says(kind):
    file = io.BytesIO(files.GOOD[kind]())
    found = inspect(file, f"품질 증빙.{kind.upper()}")
    assert (found.kind, found.extension) == (kind, kind)
    assert found.inline_ok == (kind in ("jpg", "png"))
    assert file.tell() == 0


@pytest.mark.parametrize("kind", files.GOOD)
@pytest.mark.parametrize("claimed", files.GOOD)
def test_no_file_passes_under_another_name(kind, claimed):
    if kind != claimed:
        assert refused(files.GOOD[kind](), f"x.{claimed}") == "other_content"


def test_jpeg_and_heif_are_other_spellings():
    assert inspect(io.BytesIO(files.jpg()), "x.jpeg").extension == "jpg"
    assert inspect(io.BytesIO(files.heic()), "x.HEIF").kind == "heic"


def test_a_chart_may_keep_its_table_inside():
    file = files.pptx(**{"ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": files.xlsx()})
    assert inspect(io.BytesIO(file), "x.pptx").kind == "pptx"


def test_a_telephone_that_puts_a_second_picture_behind_the_first_is_welcome():
    first, second = Image.new("RGB", (30, 20), "red"), Image.new("RGB", (30, 20), "blue")
    written = io.BytesIO()
    first.save(written, "MPO", save_all=True, append_images=[second])
    assert inspect(io.BytesIO(written.getvalue()), "x.jpg").kind == "jpg"


def test_a_pdf_that_eats_memory_costs_us_little():
    content = hostile.pdf_bomb()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    assert refused(content, "x.pdf") in ("damaged", "too_costly")
    assert time.monotonic() - started < 10                      # four seconds of a processor that others use too
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_a_file_over_the_limit_is_refused_unread(settings):
    class Unreadable(io.BytesIO):
        def read(self, *_):
            raise AssertionError("read before its size was known to be sane")

    assert settings.FILE_LIMIT == 50 * 1024 * 1024
    with pytest.raises(Refused, match=r"50 ?MB"):
        inspect(Unreadable(bytes(settings.FILE_LIMIT + 1)), "x.pdf")


def test_a_large_directory_is_refused_before_it_is_built(monkeypatch):
    def build(*_arguments, **_options):
        raise AssertionError("built")
    content = files.many_entries()
    monkeypatch.setattr(zipfile, "ZipFile", build)
    assert refused(content, "x.hwpx") == "bomb"


def test_a_bomb_is_left_after_the_first_bytes_too_many(monkeypatch):
    spent = []
    spend = zipped.Budget.spend
    monkeypatch.setattr(zipped.Budget, "spend", lambda self, count: (spent.append(count), spend(self, count)))
    content = files.lying(files.bomb(), "Contents/section1.xml", 100)
    assert refused(content, "x.hwpx") == "bomb"
    assert sum(spent) < len(content) * (zipped.MAX_RATIO + 5)
    assert max(spent) <= zipped.PIECE


def test_a_restricted_pdf_that_everybody_can_open_is_welcome():
    restricted = files.pdf(encryption=pikepdf.Encryption(owner="office", user="", allow=pikepdf.Permissions()))
    assert inspect(io.BytesIO(restricted), "x.pdf").kind == "pdf"


def test_a_hung_reader_is_ended(monkeypatch):
    monkeypatch.setattr(file_jail, "WALL_SECONDS", -2)
    assert refused(files.pdf(), "x.pdf") == "too_costly"


def test_a_photo_is_made_anew_upright_and_without_its_place():
    original = files.jpg((60, 40), orientation=6, place=True)
    assert b"CANARY-MAKER" in original
    fresh, found = reencode(io.BytesIO(original + hostile.SCRIPT), "jpg")
    with fresh:
        content = fresh.read()
    assert (found.mime, found.extension, found.inline_ok) == ("image/jpeg", "jpg", True)
    assert b"CANARY" not in content
    assert b"script" not in content
    picture = Image.open(io.BytesIO(content))
    assert picture.size == (40, 60)
    assert not picture.getexif()
    red, _green, blue = picture.getpixel((35, 5))               # the upper left corner came to the upper right
    assert red > 200
    assert blue < 60


def test_a_telephones_picture_becomes_jpeg():
    fresh, found = reencode(io.BytesIO(files.heic()), "heic")
    assert found.mime == "image/jpeg"
    with fresh:
        assert Image.open(fresh).format == "JPEG"


def test_transparency_stays_and_texts_go():
    written = io.BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(written, "PNG", pnginfo=_note())
    fresh, found = reencode(io.BytesIO(written.getvalue()), "png")
    with fresh:
        picture = Image.open(fresh)
        assert picture.getpixel((0, 0))[3] == 0
    assert (found.mime, picture.mode, picture.info) == ("image/png", "RGBA", {})


def _note():
    from PIL.PngImagePlugin import PngInfo
    note = PngInfo()
    note.add_text("Author", "CANARY")
    return note
