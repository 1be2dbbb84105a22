"""The program in which uploaded PDFs and pictures are opened: `python -m core.file_jail pdf|picture|reencode [kind]`.

Reads the file from standard input; its exit status is the verdict. Imports nothing of the house but the jail.
"""
import io
import re
import signal
import sys
import warnings

from core import jail

SECONDS = {"pdf": 4, "picture": 4, "reencode": 15}      # of the processor
WALL_SECONDS = 30                                       # of the clock: the machine may be busy
MEMORY = 1024 * jail.MEGABYTE
MAX_PIXELS = 50_000_000
MAX_PAGES = 1_000
MAX_DEPTH = 60
TIME_IS_UP = (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL)

VERDICTS = {0: None, 10: "locked", 11: "active_pdf", 12: "attachments", 13: "too_many_pages", 14: "too_many_pixels", 15: "damaged",
            16: "other_content", 17: "too_costly"}

_SUSPECT = re.compile(rb"/S \d|/(?:JS|JavaScript|Launch|ImportData|SubmitForm|GoToE|GoToR|Rendition|XFA|EF|EmbeddedFiles?"
                      rb"|RichMedia\w*|FileAttachment)\b")
_ACTIONS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR", "/Rendition"}
_ACTIVE_KEYS = {"/JS", "/JavaScript", "/XFA", "/RichMediaContent"}
_ATTACHED_KEYS = {"/EF", "/EmbeddedFiles"}
_FORMATS = {"jpg": ("JPEG", "MPO"), "png": ("PNG",), "heic": ("HEIF",)}      # MPO: a JPEG with a second one behind it, as telephones make


class Verdict(Exception):
    """The file is refused for this reason."""


def check_pdf(stream):
    import pikepdf  # here and below: a picture's process does not load the PDF library

    jail.shut(MEMORY)
    try:
        with pikepdf.open(stream, suppress_warnings=True) as document:
            if len(document.pages) > MAX_PAGES:
                raise Verdict("too_many_pages")
            for thing in document.objects:
                _check_object(thing, pikepdf)
            _walk(document.trailer, pikepdf)
    except pikepdf.PasswordError as locked:
        raise Verdict("locked") from locked
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, RecursionError) as broken:
        raise Verdict("damaged") from broken


def _check_object(thing, pikepdf):
    """A quick look at the written form of one object; only a suspect one is walked through."""
    if isinstance(thing, pikepdf.Stream):
        if thing.get("/Type") == "/EmbeddedFile":
            raise Verdict("attachments")
        thing = thing.stream_dict
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Array)) and _SUSPECT.search(thing.unparse(resolved=True)):
        _walk(thing, pikepdf)


def _walk(thing, pikepdf, depth=0):
    """Through the direct parts of one object; what it refers to comes by itself."""
    if depth > MAX_DEPTH:
        raise Verdict("damaged")
    if isinstance(thing, pikepdf.Dictionary):
        _check_dictionary(thing)
        parts = thing.values()
    else:
        parts = list(thing)
    for part in parts:
        if isinstance(part, (pikepdf.Dictionary, pikepdf.Array)) and not part.is_indirect:
            _walk(part, pikepdf, depth + 1)


def _check_dictionary(dictionary):
    keys = set(dictionary.keys())
    if keys & _ACTIVE_KEYS or str(dictionary.get("/S", "")) in _ACTIONS or str(dictionary.get("/Subtype", "")) == "/RichMedia":
        raise Verdict("active_pdf")
    if keys & _ATTACHED_KEYS or str(dictionary.get("/Subtype", "")) == "/FileAttachment":
        raise Verdict("attachments")


def open_picture(stream, kind):
    """The picture with its pixels loaded, or a verdict."""
    from PIL import Image, UnidentifiedImageError

    if kind == "heic":
        import pillow_heif

        pillow_heif.register_heif_opener(thumbnails=False)
    Image.preinit()
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    jail.shut(MEMORY)
    try:
        picture = Image.open(stream, formats=_FORMATS[kind])
        picture.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as bomb:
        raise Verdict("too_many_pixels") from bomb
    except UnidentifiedImageError as other:
        raise Verdict("other_content") from other
    except (OSError, ValueError, SyntaxError, RuntimeError, EOFError, IndexError, KeyError, TypeError) as broken:
        raise Verdict("damaged") from broken
    return picture


def reencode(stream, kind, target):
    """Write the same picture anew: upright, in sRGB, with nothing of the old file but its pixels."""
    from PIL import ImageOps

    picture = open_picture(stream, kind)
    ImageOps.exif_transpose(picture, in_place=True)
    fresh = _in_srgb(picture)
    transparent = kind == "png" and ("A" in fresh.getbands() or "transparency" in fresh.info)
    fresh = fresh.convert("RGBA" if transparent else "L" if fresh.mode in ("1", "L") else "RGB")
    fresh.info = {}
    if kind == "png":
        fresh.save(target, "PNG", compress_level=3)
    else:
        fresh.save(target, "JPEG", quality=90)


def _in_srgb(picture):
    """Telephones record wider colours with a profile; without it they would look pale."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "L", "CMYK"):
        return picture
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except ImageCms.PyCMSError:
        return picture


def main(task, kind=None):
    jail.leave_network()
    jail.give_time(SECONDS[task], WALL_SECONDS)
    stream = sys.stdin.buffer.raw
    try:
        if task == "pdf":
            check_pdf(stream)
        elif task == "picture":
            open_picture(stream, kind)
        else:
            reencode(stream, kind, sys.stdout.buffer)
    except Verdict as verdict:
        return next(code for code, reason in VERDICTS.items() if reason == str(verdict))
    except MemoryError:
        return next(code for code, reason in VERDICTS.items() if reason == "too_costly")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
