"""Files with real bytes for every test: good ones of each type, and hostile ones. Each function returns bytes."""
import io
import random
import struct
import zipfile
import zlib
from functools import cache

import pikepdf
import pillow_heif
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

SECTOR = 512
_FREE, _END, _FAT, _NOBODY = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_OFFICE = {
    "docx": ("word/document.xml", "wordprocessingml.document"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation"),
}


def upload(content, name):
    """As it comes out of a form."""
    return SimpleUploadedFile(name, content)


# ---- PDF

def pdf(pages=1, change=None, **save):
    """`change(document)` may spoil it before it is saved."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    if change:
        change(document)
    written = io.BytesIO()
    document.save(written, deterministic_id="encryption" not in save, **save)
    return written.getvalue()


def padded_pdf(size, seed=1):
    """A good one of at least this size; another seed is another content."""
    def change(document):
        document.Root.Padding = document.make_stream(random.Random(seed).randbytes(size))
    return pdf(change=change)


def pdf_with_action(subtype, **entries):
    """A PDF that does something when it is opened."""
    def change(document):
        action = {"/S": pikepdf.Name("/" + subtype), **{"/" + key: value for key, value in entries.items()}}
        document.Root.OpenAction = document.make_indirect(pikepdf.Dictionary(action))
    return pdf(change=change)


def pdf_with_attachment():
    return pdf(change=lambda document: document.attachments.__setitem__("x.exe", b"MZ"))


# ---- zip: hwpx and office

def zipped(entries, **options):
    """A zip of {name: bytes}, in this order; the mimetype is stored, the rest deflated."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, **options) as package:
        for name, content in entries.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, how)
    return written.getvalue()


def hwpx(**more):
    return zipped({"mimetype": b"application/hwp+zip", "version.xml": b"<HCFVersion/>", "Contents/header.xml": b"<head/>",
                   "Contents/section0.xml": "<sec>품질인증 신청서</sec>".encode(), "Contents/content.hpf": b"<package/>",
                   "Scripts/headerScripts.js": b"var Documents = XHwpDocuments;", **more})


def office(kind, more=None, types=""):
    part, mark = _OFFICE[kind]
    content_type = f"application/vnd.openxmlformats-officedocument.{mark}.main+xml"
    xml = f'<Types><Override PartName="/{part}" ContentType="{content_type}"/>{types}</Types>'
    return zipped({"[Content_Types].xml": xml.encode(), "_rels/.rels": b"<Relationships/>", part: b"<x/>", **(more or {})})


def docx(**more):
    return office("docx", more)


def xlsx(**more):
    return office("xlsx", more)


def pptx(**more):
    return office("pptx", more)


@cache
def bomb(megabytes=200, inside="Contents/section1.xml"):
    """An hwpx that becomes a thousand times larger."""
    return hwpx(**{inside: bytes(megabytes * 1024 * 1024)})


def lying(content, name, size):
    """The same zip, its headers claiming another inflated size for one entry."""
    spoiled, key = bytearray(content), name.encode()
    for mark, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = -1
        while (at := content.find(mark, at + 1)) >= 0:
            if content[at + name_at:at + name_at + len(key)] == key:
                struct.pack_into("<I", spoiled, at + size_at, size)
    return bytes(spoiled)


def flagged(content, bit):
    """The same zip, with a bit set in every entry's flags (1: encrypted)."""
    spoiled = bytearray(content)
    for mark, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := content.find(mark, at + 1)) >= 0:
            spoiled[at + flags_at] |= bit
    return bytes(spoiled)


def many_entries(count=2_001):
    return hwpx(**{f"Contents/{number}.xml": b"" for number in range(count)})


# ---- OLE2: hwp, doc, xls, ppt

def ole(streams):
    """A compound file of {path: bytes}; "A/B" lies in the storage A. Streams are filled up to 4,096 bytes."""
    entries = _tree(streams)
    directory_sectors = -(-len(entries) * 128 // SECTOR)
    data, fat = [], []
    for entry in entries:
        if entry["content"] is not None:
            entry["start"] = 1 + directory_sectors + len(fat)
            content = entry["content"].ljust(4096, b"\0")
            entry["size"] = len(content)
            sectors = -(-len(content) // SECTOR)
            fat += [1 + directory_sectors + len(fat) + step + 1 for step in range(sectors - 1)] + [_END]
            data.append(content.ljust(sectors * SECTOR, b"\0"))
    chain = [_FAT, *range(2, 1 + directory_sectors), _END, *fat]
    if len(chain) > SECTOR // 4:
        raise ValueError("more than one table sector is not needed here")
    table = struct.pack(f"<{SECTOR // 4}I", *chain, *[_FREE] * (SECTOR // 4 - len(chain)))
    directory = b"".join(_directory_entry(entry) for entry in entries).ljust(directory_sectors * SECTOR, b"\0")
    return _ole_header() + table + directory + b"".join(data)


def _tree(streams):
    root = {"name": "Root Entry", "kind": 5, "content": None, "children": {}}
    for path, content in streams.items():
        folder = root
        *storages, leaf = path.split("/")
        for storage in storages:
            folder = folder["children"].setdefault(storage, {"name": storage, "kind": 1, "content": None, "children": {}})
        folder["children"][leaf] = {"name": leaf, "kind": 2, "content": content, "children": {}}
    entries = [root]
    for entry in entries:                           # grows while we go: breadth first
        children = sorted(entry["children"].values(), key=lambda child: (len(child["name"]), child["name"].upper()))
        entry["child"] = len(entries) if children else _NOBODY
        for position, child in enumerate(children):
            child["right"] = len(entries) + 1 if position < len(children) - 1 else _NOBODY
            entries.append(child)
    return entries


def _directory_entry(entry):
    name = (entry["name"] + "\0").encode("utf-16-le")
    start = entry.get("start", _END if entry["kind"] == 5 else 0)
    return struct.pack("<64sHBBIII16sIQQIQ", name, len(name), entry["kind"], 1, _NOBODY, entry.get("right", _NOBODY), entry["child"],
                       bytes(16), 0, 0, 0, start, entry.get("size", 0))


def _ole_header():
    head = struct.pack("<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, 1,
                       1, 0, 4096, _END, 0, _END, 0)
    return head + struct.pack("<109I", 0, *[_FREE] * 108)


def hwp(properties=1, **more):
    """`properties`: bit 0 compressed, 1 password, 4 rights management."""
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05010100, properties)
    return ole({"FileHeader": header.ljust(256, b"\0"), "DocInfo": b"info", "BodyText/Section0": b"section",
                "\x05HwpSummaryInformation": b"summary", "Scripts/DefaultJScript": b"var Documents", **more})


def doc(flags=0, **more):
    return ole({"WordDocument": struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x412, 0, flags), "1Table": b"table", **more})


def xls(locked=False, **more):
    records = struct.pack("<HH16x", 0x809, 16) + (struct.pack("<HH6x", 0x2F, 6) if locked else b"") + struct.pack("<HH", 0x0A, 0)
    return ole({"Workbook": records, **more})


def ppt(token=0xE391C05F, **more):
    user = struct.pack("<HHIII", 0, 0xFF6, 20, 20, token)
    return ole({"PowerPoint Document": b"slides", "Current User": user, **more})


# ---- pictures

def _picture(size=(64, 48), mode="RGB", colour=(20, 90, 160)):
    picture = Image.new(mode, size, colour)
    picture.paste((250, 200, 0) if mode == "RGB" else 255, (0, 0, size[0] // 2, size[1] // 2))      # the upper left corner
    return picture


def _saved(picture, form, **options):
    written = io.BytesIO()
    picture.save(written, form, **options)
    return written.getvalue()


def png(size=(64, 48), **options):
    return _saved(_picture(size), "PNG", **options)


def jpg(size=(64, 48), orientation=None, place=False):
    """`orientation` and `place` as a telephone notes them."""
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    if place:
        exif[0x010F] = "CANARY-MAKER"
        exif.get_ifd(0x8825)[1] = "N"
    return _saved(_picture(size), "JPEG", exif=exif)


def heic(size=(64, 48), orientation=None):
    written = io.BytesIO()
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    pillow_heif.from_pillow(_picture(size)).save(written, quality=60, **({"exif": exif.tobytes()} if orientation else {}))
    return written.getvalue()


def huge_png(width=60_000, height=60_000):
    """A few bytes that claim to be an enormous picture."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b""))


GOOD = {"pdf": pdf, "hwp": hwp, "hwpx": hwpx, "doc": doc, "docx": docx, "xls": xls, "xlsx": xlsx, "ppt": ppt, "pptx": pptx,
        "jpg": jpg, "png": png, "heic": heic}
