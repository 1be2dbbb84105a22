"""Documents: archivable, the same twice, and unable to fetch, read or hang anything."""
import io
import os
import signal
import socket
import subprocess
import threading
import time

import pikepdf
import pytest

from core import pdf, pdf_jail
from core.pdf import DocumentFailed, missing_libraries, render_pdf
from tests import files

CANARY = "CNRY-file-of-the-server"
SHEET = "body { font-family: NanumMyeongjo; word-break: keep-all } h1 { font-size: 30pt }"
LETTER = "<html lang=ko><title>품질인증서</title><h1>품질인증서</h1><p>부산광역시사회서비스원</p>"


def text_of(content):
    return subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()


def everything_in(content):
    """Text and every decoded stream."""
    with pikepdf.open(io.BytesIO(content)) as document:
        streams = [thing.read_bytes() for thing in document.objects if isinstance(thing, pikepdf.Stream)
                   and thing.get("/Subtype") != "/Image"]
    return text_of(content).encode() + b"".join(streams) + content


def test_a_document_is_archivable_tagged_and_korean():
    content = render_pdf(LETTER, stylesheets=[SHEET])
    assert "부산광역시사회서비스원" in text_of(content)
    with pikepdf.open(io.BytesIO(content)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "ko"
        with document.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        fonts = [str(thing.BaseFont) for thing in document.objects if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing]
    assert all("NanumMyeongjo" in font for font in fonts)


def test_the_same_document_has_the_same_bytes_in_any_process():
    first = render_pdf(LETTER, stylesheets=[SHEET])
    render_pdf("<p>another one", stylesheets=["p { color: red }"])
    assert render_pdf(LETTER, stylesheets=[SHEET]) == first
    pdf._inmate.end()
    assert render_pdf(LETTER, stylesheets=[SHEET]) == first


def test_pictures_are_handed_in_by_name():
    content = render_pdf("<img src='asset:seal.png'>", assets={"seal.png": files.png((30, 30))})
    with pikepdf.open(io.BytesIO(content)) as document:
        assert len(document.pages[0].get_images()) == 1


def test_a_picture_that_was_forgotten_fails_the_document():
    with pytest.raises(DocumentFailed, match=r"asset:seal\.png"):
        render_pdf("<img src='asset:seal.png'>")


def test_a_document_keeps_nothing_for_the_next():
    render_pdf("<img src='asset:seal.png'>", assets={"seal.png": files.png()})
    with pytest.raises(DocumentFailed):
        render_pdf("<img src='asset:seal.png'>")


@pytest.mark.parametrize("name", ["../seal.png", "인.png", "a b.png", ""])
def test_an_asset_has_a_plain_name(name):
    with pytest.raises(ValueError, match="asset"):
        render_pdf("", assets={name: b""})


CHANNELS = {
    "img": "<img src='{url}'>",
    "css @import": "<style>@import '{url}';</style>",
    "url()": "<p style='background:url({url})'>x",
    "list and content": "<style>p::before {{ content: url({url}) }}</style><p>x",
    "link attachment": "<link rel=attachment href='{url}'>",
    "a rel=attachment": "<a rel=attachment href='{url}'>x</a>",
    "object": "<object data='{url}' type='image/svg+xml'></object>",
    "embed": "<embed src='{url}' type='image/svg+xml'>",
    "svg image": "<svg width=9 height=9><image href='{url}' width=9 height=9 /></svg>",
    "svg use": "<svg width=9 height=9><use href='{url}#x'/></svg>",
    "svg asset": "<img src='asset:trojan.svg'>",
    "font-face": "<style>@font-face {{ font-family: F; src: url({url}) }} p {{ font-family: F }}</style><p>x",
    "stylesheet link": "<link rel=stylesheet href='{url}'>",
    "redirect": "<img src='{url}?redirect'><meta http-equiv=refresh content='0;url={url}'>",
    "base": "<base href='{url}'><img src='canary.svg'><link rel=attachment href='canary.svg'>",
    "data:": "<img src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='{url}'/%3E%3C/svg%3E\">",
}
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='50'>{}</svg>"


@pytest.fixture
def canary(tmp_path):
    """A file of the server: a picture that says the canary, if anything can open it."""
    path = tmp_path / "canary.svg"
    path.write_text(SVG.format(f"<text id='x' y='20'>{CANARY}</text>"))
    return path


@pytest.fixture
def listener():
    """Counts who calls."""
    calls = []

    def accept(server):
        while True:
            try:
                caller, _address = server.accept()
            except OSError:
                return
            calls.append(1)
            caller.sendall(b"HTTP/1.1 404 no\r\nContent-Length: 0\r\n\r\n")
            caller.close()

    server = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=accept, args=(server,))
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/canary.svg", calls
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


def made(html, url):
    """The PDF if the document was made; None if it was refused."""
    trojan = SVG.format(f"<image href='{url}' width='300' height='50'/><style>@import '{url}';</style>").encode()
    try:
        return render_pdf(html.format(url=url), assets={"trojan.svg": trojan})
    except DocumentFailed as refused:
        if "asked for" not in str(refused):
            raise
        return None


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_channel_calls_anybody(channel, listener):
    url, calls = listener
    made(CHANNELS[channel], url)
    assert calls == []


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_channel_reads_a_file(channel, canary):
    content = made(CHANNELS[channel], canary.as_uri())
    assert content is None or CANARY.encode() not in everything_in(content)


def test_metadata_is_never_fetched(canary, listener):
    url, calls = listener
    content = render_pdf(f"<meta name=xmp content='{canary.as_uri()}'><meta name=xmp-metadata content='{url}'>"
                         f"<link rel=meta href='{canary.as_uri()}'><p>x")
    assert calls == []
    assert CANARY.encode() not in everything_in(content)


def test_an_endless_layout_is_ended_and_the_next_document_is_made(monkeypatch):
    render_pdf("<p>x")
    monkeypatch.setattr(pdf_jail, "SECONDS", 2)
    endless = "<style>@page { size: 20px 20px; margin: 0 }</style>" + "<p>word word word word</p>" * 50_000
    started = time.monotonic()
    with pytest.raises(DocumentFailed, match="2 seconds"):
        render_pdf(endless)
    assert time.monotonic() - started < 10
    assert render_pdf("<p>x").startswith(b"%PDF-1.7")


def test_a_document_that_eats_memory_is_ended_and_the_next_is_made():
    with pytest.raises(DocumentFailed, match=r"MemoryError|jail ended|seconds"):
        render_pdf("<p>x", stylesheets=["p::before { content: '" + "x" * 12_000_000 + "' }"])
    assert render_pdf("<p>x").startswith(b"%PDF-1.7")


def test_the_jail_itself_ends_after_half_a_minute():
    assert pdf_jail.SECONDS <= 30
    assert pdf_jail.MEMORY <= 1024 ** 3


def test_a_jail_that_dies_fails_one_document_only():
    render_pdf("<p>x")
    os.kill(pdf._inmate.process.pid, signal.SIGKILL)
    pdf._inmate.process.wait()
    assert render_pdf("<p>x")


def test_a_jail_is_replaced_after_many_documents(monkeypatch):
    render_pdf("<p>x")
    before = pdf._inmate.process.pid
    monkeypatch.setattr(pdf, "MAX_DOCUMENTS", 1)
    assert render_pdf("<p>x")
    assert pdf._inmate.process.pid != before


def hold(lock, busy, done):
    with lock:
        busy.set()
        done.wait()


@pytest.mark.filterwarnings("ignore:.*multi-threaded")
def test_a_forked_worker_gets_a_jail_of_its_own():
    first = render_pdf("<p>x")
    parents = pdf._inmate.process.pid
    busy, done = threading.Event(), threading.Event()
    thread = threading.Thread(target=hold, args=(pdf._inmate.lock, busy, done))
    thread.start()
    busy.wait()                                     # another thread of the parent is at it just now
    child = os.fork()
    if child == 0:
        signal.alarm(15)
        try:
            same = render_pdf("<p>x") == first and pdf._inmate.process.pid != parents
            pdf._inmate.end()
            os._exit(0 if same else 1)
        finally:
            os._exit(2)
    done.set()
    thread.join()
    assert os.waitpid(child, 0)[1] == 0
    assert pdf._inmate.process.pid == parents
    assert render_pdf("<p>x") == first


def test_a_broken_variant_is_a_short_reason():
    with pytest.raises(DocumentFailed, match=r"KeyError|ValueError"):
        render_pdf("<p>x", variant="pdf/x-none")


def test_this_machine_has_what_documents_need(monkeypatch):
    assert missing_libraries() == []
    monkeypatch.setattr(pdf, "_LIBRARIES", {"libharfbuzz-subset.so.none": "libharfbuzz-subset0"})
    monkeypatch.setattr(pdf, "FONT_FOLDERS", ())
    assert missing_libraries() == ["libharfbuzz-subset0", "fonts-nanum"]
