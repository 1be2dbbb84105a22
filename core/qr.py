"""QR codes as one path of an SVG."""
import segno


def qr_path(text, *, error="m"):
    """(modules a side, the `d` of one path that draws the dark ones in a box of that size, without the quiet zone)."""
    code = segno.make(text, error=error, micro=False)
    rows = [[bool(cell) for cell in row] for row in code.matrix]
    pieces = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            run = x
            while run < len(row) and row[run]:
                run += 1
            if run > x:
                pieces.append(f"M{x} {y}h{run - x}v1h-{run - x}z")
            x = max(run, x + 1)
    return len(rows), "".join(pieces)
