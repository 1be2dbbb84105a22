"""A zip of files that somebody hands in together."""
import io
import zipfile

import pytest
from django.utils import translation

from core.errors import Refused
from core.file_types import zipped
from core.file_types.archive import unpack
from tests import files


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def unpacked(content):
    return {name: inside.getvalue() for name, inside in unpack(io.BytesIO(content))}


def test_files_come_by_name_without_folders_and_litter():
    content = files.zipped({"스캔/가.pdf": b"one", "나.pdf": b"two", "__MACOSX/._가.pdf": b"x", "스캔/Thumbs.db": b"x"})
    assert unpacked(content) == {"가.pdf": b"one", "나.pdf": b"two"}


def test_names_that_korean_windows_wrote_are_read():
    class Written(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):
            return self.filename.encode("cp949"), 0
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr(Written("제2024-007호.pdf"), b"scan")
    assert unpacked(written.getvalue()) == {"제2024-007호.pdf": b"scan"}


@pytest.mark.parametrize(("content", "reason"), [
    (b"no zip at all", "another type"), (files.flagged(files.zipped({"a.pdf": b"x"}), 1), "password"),
    (files.zipped({"../a.pdf": b"x"}), "damaged"), (files.zipped({"a.exe": b"x"}), "program"),
    (files.zipped({"a.pdf": bytes(40_000_000)}), "far too large"),
    (files.lying(files.zipped({"a.pdf": b"abc"}), "a.pdf", 4), "damaged"),
])
def test_what_is_wrong_is_refused(content, reason):
    with pytest.raises(Refused, match=reason):
        unpacked(content)


def test_what_claims_to_be_small_is_counted_while_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(zipped, "MAX_INFLATED", 5)
    content = bytearray(files.zipped({"a.pdf": b"123456"}))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24:at + 28] = (1).to_bytes(4, "little")          # the directory's word for its size
    with pytest.raises(Refused, match="far too large"):
        unpacked(bytes(content))


def test_all_files_together_have_an_end(monkeypatch):
    monkeypatch.setattr(zipped, "MAX_INFLATED", 5)
    with pytest.raises(Refused, match="far too large"):
        unpacked(files.zipped({"a.pdf": b"123", "b.pdf": b"456"}))
