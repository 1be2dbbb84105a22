"""The program in which our own documents become pictures: `python -m core.picture_jail <width>`.

The PDF comes by standard input; its first page is written as a PNG of that width, clear where the page is, cut at its trim box: no
bleed, no crop marks. The exit status is the verdict.
Imports nothing of the house but the jail.
"""
import signal
import sys

from core import jail

SECONDS, WALL_SECONDS = 6, 20
MEMORY = 1024 * jail.MEGABYTE
MAX_SIDE = 4_000                        # pixels
TIME_IS_UP = (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL)
VERDICTS = {0: None, 15: "damaged", 17: "too_costly"}


def main(width):
    import pypdfium2  # only in the jail

    jail.leave_network()
    jail.give_time(SECONDS, WALL_SECONDS)
    jail.shut(MEMORY)
    try:
        page = pypdfium2.PdfDocument(sys.stdin.buffer.raw)[0]
        (left, bottom, right, top), trim = page.get_mediabox(), page.get_trimbox()
        scale = min(int(width) / (trim[2] - trim[0]), MAX_SIDE / max(page.get_size()))
        crop = (trim[0] - left, trim[1] - bottom, right - trim[2], top - trim[3])
        picture = page.render(scale=scale, crop=crop, rev_byteorder=True, fill_color=(255, 255, 255, 0), maybe_alpha=True,
                              optimize_mode="print")
        picture.to_pil().save(sys.stdout.buffer, "PNG", compress_level=6)
    except pypdfium2.PdfiumError:
        return 15
    except MemoryError:
        return 17
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
