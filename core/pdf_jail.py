"""The program in which documents become PDF: `python -m core.pdf_jail`. Renders one after the other until its input ends.

A message is its length in four bytes and then that many bytes. In: JSON {html, css, assets (name → base64), variant}.
Out: b"+" and the PDF, or b"-" and the reason in a few words. Imports nothing of the house but the jail.
"""
import base64
import json
import logging
import mimetypes
import re
import struct
import sys

from core import jail

SECONDS = 30                        # a document, of the processor and by the clock
MEMORY = 1024 * jail.MEGABYTE
MAX_CACHED_SHEETS = 50
_PARSED_ONCE = re.compile(r"@import|@font-face|@color-profile|@counter-style", re.IGNORECASE)     # these reach outside their own sheet


def read_message(stream):
    """The next message, or None when the other side has closed."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    length = struct.unpack(">I", head)[0]
    body = stream.read(length)
    return body if len(body) == length else None


def write_message(stream, body):
    stream.write(struct.pack(">I", len(body)))
    stream.write(body)
    stream.flush()


class Renderer:
    """WeasyPrint with its fonts and our style sheets read once."""

    def __init__(self):
        import weasyprint  # slow and large: only in the jail
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        class OnlyAssets(URLFetcher):
            """Gives out what came with the document and nothing else; remembers what was asked besides."""

            def __init__(self, assets):
                super().__init__(allow_redirects=False)
                self.assets, self.refused = assets, []

            def fetch(self, url, headers=None):
                name = url.removeprefix("asset:")
                if not url.startswith("asset:") or name not in self.assets:
                    self.refused.append(url)
                    raise ValueError("not among the assets")
                mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
                return URLFetcherResponse(url, base64.b64decode(self.assets[name]), {"Content-Type": mime})

        self.weasyprint, self.fetcher, self.new_fonts = weasyprint, OnlyAssets, FontConfiguration
        self.fonts, self.sheets = FontConfiguration(), {}

    def render(self, html, css, assets, variant):
        """The PDF. Raises PermissionError naming the first thing the document asked for without having been given it."""
        fetcher = self.fetcher(assets)
        own = any(_PARSED_ONCE.search(text) for text in (html, *css))
        fonts = self.new_fonts() if own else self.fonts             # a font face of one document is not there for the next
        sheets = [self._sheet(text, fetcher, fonts, keep=not own) for text in css]
        document = self.weasyprint.HTML(string=html, url_fetcher=fetcher)
        content = document.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant=variant)
        if fetcher.refused:
            raise PermissionError(f"asked for {fetcher.refused[0][:200]}")
        return content

    def _sheet(self, text, fetcher, fonts, keep):
        if keep and text in self.sheets:
            return self.sheets[text]
        sheet = self.weasyprint.CSS(string=text, url_fetcher=fetcher, font_config=fonts)
        if keep and len(self.sheets) < MAX_CACHED_SHEETS:
            self.sheets[text] = sheet
        return sheet


def main():
    """Until the input ends, or memory does."""
    jail.leave_network()
    logging.getLogger("weasyprint").addHandler(logging.NullHandler())
    source, target = sys.stdin.buffer, sys.stdout.buffer
    renderer = Renderer()
    renderer.render("<p>품", [], {}, "pdf/a-3a")                     # fonts and tables are loaded before the doors shut
    jail.shut(MEMORY)
    sane = True
    while sane and (message := read_message(source)) is not None:
        jail.give_time(SECONDS, SECONDS + 5)
        try:
            answer = b"+" + renderer.render(**json.loads(message))
        except BaseException as failure:                            # noqa: BLE001  whatever it meets in a document, the answer is a reason
            answer = f"-{type(failure).__name__}: {failure}"[:300].encode(errors="replace")
            sane = not isinstance(failure, MemoryError)             # what is left of the libraries is not to be trusted
        jail.take_time_back()
        write_message(target, answer)


if __name__ == "__main__":
    main()
