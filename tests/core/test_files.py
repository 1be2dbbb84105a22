"""Files on their shelves: kept once, whole, and served only as what they are."""
import errno
import hashlib
import io
import os
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from PIL import Image

from core.errors import Refused, Unavailable
from core.files import open_stored, path_of, serve, store_document, store_upload
from core.models import AuditEvent, StoredFile
from core.storage import PrivateStorage
from tests import files


@pytest.fixture
def media(settings, tmp_path):
    """An empty store."""
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


@pytest.fixture
def owner(busan, at, media):
    with at(busan.owner, busan) as actor:
        yield actor


def kept(media):
    return sorted(path for path in media.rglob("*") if path.is_file())


def body(response):
    content = b"".join(response.streaming_content)
    response.close()
    return content


def test_a_file_is_kept_under_its_agency_shelf_and_content(owner, media):
    shelf, content = uuid4(), files.hwpx()
    stored, name = store_upload(files.upload(content, "../신청서.hwpx"), shelf=shelf, actor=owner)
    assert name == "신청서.hwpx"
    assert (stored.sha256, stored.size, stored.extension) == (hashlib.sha256(content).hexdigest(), len(content), "hwpx")
    assert kept(media) == [media / "busan" / str(shelf) / stored.sha256]
    assert kept(media)[0].stat().st_mode & 0o777 == 0o600
    with open_stored(stored) as file:
        assert file.read() == content


def test_the_same_content_on_the_same_shelf_is_the_same_file(owner, media):
    shelf = uuid4()
    first, _ = store_upload(files.upload(files.pdf(), "a.pdf"), shelf=shelf, actor=owner)
    again, name = store_upload(files.upload(files.pdf(), "b.pdf"), shelf=shelf, actor=owner)
    elsewhere, _ = store_upload(files.upload(files.pdf(), "a.pdf"), shelf=uuid4(), actor=owner)
    assert (again, name) == (first, "b.pdf")
    assert elsewhere != first
    assert elsewhere.sha256 == first.sha256
    assert len(kept(media)) == 2
    assert AuditEvent.everything.filter(verb="file.stored").count() == 2


def test_another_agency_shares_nothing(busan, daegu, at, media):
    shelf = uuid4()
    for place in (busan, daegu):
        with at(place.owner, place) as actor:
            stored, _ = store_upload(files.upload(files.pdf(), "a.pdf"), shelf=shelf, actor=actor)
            assert StoredFile.everything.filter(sha256=stored.sha256).count() == 1
    assert [path.relative_to(media).parts[0] for path in kept(media)] == ["busan", "daegu"]


def test_the_database_knows_one_file_per_shelf_and_content(owner):
    stored, _ = store_upload(files.upload(files.pdf(), "a.pdf"), shelf=uuid4(), actor=owner)
    twin = {name: getattr(stored, name) for name in ("shelf", "sha256", "size", "mime", "extension", "created_at")}
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.everything.create(**twin)


def test_a_refused_file_leaves_nothing(owner, media):
    shelf = uuid4()
    with pytest.raises(Refused):
        store_upload(files.upload(files.bomb(), "a.hwpx"), shelf=shelf, actor=owner)
    with pytest.raises(Refused):
        store_upload(files.upload(b"MZ", "a.exe"), shelf=shelf, actor=owner)
    assert kept(media) == []
    assert not StoredFile.everything.filter(shelf=shelf).exists()


def test_a_photo_is_kept_without_what_it_tells_of_its_place(owner):
    original = files.jpg(orientation=6, place=True)
    stored, name = store_upload(files.upload(original, "현장.JPG"), shelf=uuid4(), actor=owner)
    assert (name, stored.mime) == ("현장.JPG", "image/jpeg")
    with open_stored(stored) as file:
        content = file.read()
    assert b"CANARY" not in content
    assert stored.sha256 == hashlib.sha256(content).hexdigest() != hashlib.sha256(original).hexdigest()


def test_a_telephones_picture_can_be_opened_by_everybody(owner):
    stored, name = store_upload(files.upload(files.heic(), "IMG_0001.HEIC"), shelf=uuid4(), actor=owner)
    assert (name, stored.mime, stored.extension) == ("IMG_0001.jpg", "image/jpeg", "jpg")
    assert Image.open(io.BytesIO(body(serve(stored, name, inline=True)))).format == "JPEG"


def test_a_document_of_ours_is_kept_byte_for_byte(owner):
    stored = store_document(b"%PDF-1.7 signed", shelf=uuid4(), actor=owner)
    assert body(serve(stored, "인증서.pdf")) == b"%PDF-1.7 signed"


def test_a_file_is_served_as_an_attachment_that_can_do_nothing(owner):
    stored, name = store_upload(files.upload(files.pdf(), "사업자등록증.pdf"), shelf=uuid4(), actor=owner)
    response = serve(stored, name)
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "filename*=UTF-8''%EC%82%AC" in response.headers["Content-Disposition"]
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert int(response.headers["Content-Length"]) == len(body(response)) == stored.size


@pytest.mark.parametrize("kind", sorted(set(files.GOOD) - {"jpg", "png", "heic"}))
def test_only_pictures_open_in_the_page(owner, kind):
    stored, name = store_upload(files.upload(files.GOOD[kind](), f"a.{kind}"), shelf=uuid4(), actor=owner)
    with pytest.raises(ValueError, match="never shown inline"):
        serve(stored, name, inline=True)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"half")], ids=["missing", "cut"])
def test_bytes_that_are_gone_are_a_sentence(owner, media, caplog, spoil):
    stored, name = store_upload(files.upload(files.pdf(), "a.pdf"), shelf=uuid4(), actor=owner)
    spoil(kept(media)[0])
    with pytest.raises(Unavailable) as caught:
        serve(stored, name)
    assert str(media) not in str(caught.value)
    assert str(stored.public_id) in caplog.text


def test_the_next_upload_mends_what_is_gone(owner, media):
    shelf = uuid4()
    first, _ = store_upload(files.upload(files.pdf(), "a.pdf"), shelf=shelf, actor=owner)
    kept(media)[0].write_bytes(b"half")
    again, _ = store_upload(files.upload(files.pdf(), "a.pdf"), shelf=shelf, actor=owner)
    assert again == first
    assert body(serve(again, "a.pdf")) == files.pdf()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_a_sentence_and_keeps_nothing(owner, media, monkeypatch, number):
    def full(_handle):
        raise OSError(number, "No space left on device")
    monkeypatch.setattr(os, "fsync", full)
    shelf = uuid4()
    with pytest.raises(Refused, match=r"\w"):
        store_upload(files.upload(files.pdf(), "a.pdf"), shelf=shelf, actor=owner)
    assert kept(media) == []
    assert not StoredFile.everything.filter(shelf=shelf).exists()


def test_a_broken_disk_is_no_refusal(owner, monkeypatch):
    def broken(_handle):
        raise OSError(errno.EIO, "Input/output error")
    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output"):
        store_upload(files.upload(files.pdf(), "a.pdf"), shelf=uuid4(), actor=owner)


def test_a_file_that_is_read_while_it_is_written_again_is_whole(owner, media):
    stored, _ = store_upload(files.upload(files.pdf(), "a.pdf"), shelf=uuid4(), actor=owner)
    with open_stored(stored) as reader:
        default_storage.save(path_of(stored), io_file(files.pdf()))
        assert reader.read() == files.pdf()
    assert len(kept(media)) == 1


def io_file(content):
    from django.core.files.base import ContentFile
    return ContentFile(content)


def test_private_files_have_no_address(owner):
    stored, _ = store_upload(files.upload(files.pdf(), "a.pdf"), shelf=uuid4(), actor=owner)
    assert isinstance(default_storage._wrapped, PrivateStorage)
    with pytest.raises(ValueError, match="no address"):
        default_storage.url(path_of(stored))


def test_nobody_finds_a_stored_file_by_itself(owner):
    store_upload(files.upload(files.pdf(), "a.pdf"), shelf=uuid4(), actor=owner)
    assert not StoredFile.objects.visible_to(owner).exists()
