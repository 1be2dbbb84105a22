"""The program in which documents of ours become pictures: `python -m core.drawing_jail <width>`.

The PDF comes by standard input; its first page goes out as a PNG of this width, cut at its trim box: no bleed, no crop marks.
The exit status is the verdict, as in core/reading_jail.py. Imports nothing of the house but the jails.
"""
import sys

from core import jail
from core.reading_jail import MAX_SIDE, TIME_IS_UP, VERDICTS, Verdict, open_pdf

__all__ = ["SECONDS", "TIME_IS_UP", "VERDICTS", "WALL_SECONDS", "main"]

SECONDS = 12                # of the processor
WALL_SECONDS = 30


def show_sheet(stream, width, target):
    page = open_pdf(stream)[0]
    left, bottom, right, top = page.get_mediabox()
    trim = page.get_trimbox()
    scale = min(width / (trim[2] - trim[0]), MAX_SIDE / max(page.get_size()))
    crop = (trim[0] - left, trim[1] - bottom, right - trim[2], top - trim[3])
    page.render(scale=scale, crop=crop, rev_byteorder=True).to_pil().convert("RGB").save(target, "PNG")


def main(width):
    jail.leave_network()
    jail.give_time(SECONDS, WALL_SECONDS)
    target = sys.stdout.buffer
    try:
        show_sheet(sys.stdin.buffer.raw, int(width), target)
    except Verdict as verdict:
        return next(code for code, reason in VERDICTS.items() if reason == str(verdict))
    except MemoryError:
        return next(code for code, reason in VERDICTS.items() if reason == "too_costly")
    finally:
        target.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
