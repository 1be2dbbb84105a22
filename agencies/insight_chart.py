"""Drawings of the evaluation in figures, as wide as a phone: where each mark lies. The templates draw them."""
from agencies.shown_result import GROUND, TALL, WIDTH

MOST = 102                              # a total with all of its bonus
STEP, COLUMNS_AT_MOST = 5, 8
ROW, BEGIN, END = 30, 58, 346           # of an indicator: where its scale begins and ends
STRIP, LINE = 62, 42                    # of a year's position: its height, where its line lies
YEARS = 6


def columns_of(counted):
    """[(label, number)] as columns."""
    most, step = max((number for _label, number in counted), default=0) or 1, WIDTH // max(len(counted), 1)
    columns = []
    for place, (label, number) in enumerate(counted):
        height = round(number * TALL / most)
        columns.append({"label": label, "number": number, "x": step * place + step // 6, "width": step - step // 3, "height": height,
                        "middle": step * place + step // 2, "y": GROUND - height, "figure_y": GROUND - height - 5})
    return {"width": WIDTH, "height": GROUND + 24, "ground": GROUND, "label_y": GROUND + 18, "columns": columns}


def steps_of(totals):
    """[(label, number)]: how many totals lie from each step on up to the next; what lies above 100 belongs to the last."""
    if not totals:
        return []
    lowest = int(min(totals)) // STEP * STEP
    step = STEP if (100 - lowest) // STEP <= COLUMNS_AT_MOST else 2 * STEP
    starts = list(range(min(lowest // step * step, 100 - step), 100, step))
    return [(f"{start}–", sum(start <= one and (one < start + step or start + step >= 100) for one in totals)) for start in starts]


def years_of(spreads):
    """[(year, Spread)] from the earliest on: a line from the lowest to the highest total, its mean with the figure."""
    spreads = spreads[-YEARS:]
    base = min((int(one.low) // 10 * 10 for _year, one in spreads), default=0)

    def height(value):
        return round(GROUND - (value - base) * TALL / (MOST - base))
    step = WIDTH // max(len(spreads), 1)
    years = []
    for place, (year, one) in enumerate(spreads):
        x, mean = step * place + step // 3, height(one.mean)
        years.append({"year": year, "spread": one, "x": x, "words_x": x + 8, "top": height(one.high), "bottom": height(one.low),
                      "mean": mean, "words_y": mean + 5})
    return {"width": WIDTH, "height": GROUND + 24, "label_y": GROUND + 18, "ground": GROUND, "base": base, "years": years}


def ranges_of(figures):
    """Ratings of each indicator over agencies: lowest to highest as a line, the middle half as a bar, the median as a stroke."""
    def across(value):
        return round(BEGIN + value * (END - BEGIN) / 100)
    rows = []
    for place, one in enumerate(figures):
        y, spread = ROW * place + ROW // 2, one.rating
        rows.append({"code": one.code, "y": y, "words_y": y + 5, "top": y - 9, "bottom": y + 9, "bar_y": y - 6, "low": across(spread.low),
                     "high": across(spread.high), "median": across(spread.median), "has_bar": spread.lower is not None,
                     "bar_x": across(spread.lower or 0), "bar_width": across(spread.upper or 0) - across(spread.lower or 0)})
    ground = ROW * len(rows)
    return {"width": WIDTH, "height": ground + 22, "ground": ground, "label_y": ground + 16, "rows": rows,
            "ticks": [(across(value), value) for value in (0, 25, 50, 75, 100)]}


def strips_of(positions):
    """[Position] as lines of one scale: others as rings, the own as a diamond, the mean as a stroke."""
    told = [one for one in positions if one.is_told]
    if not told:
        return None
    base = min(int(one.spread.low) // 10 * 10 for one in told)

    def across(value):
        return round(8 + (float(value) - base) * (WIDTH - 16) / (MOST - base))
    strips = []
    for place, one in enumerate(told):
        y = STRIP * place + LINE
        own = across(one.own.total) if one.own and one.own.total is not None else None
        strips.append({"position": one, "words_y": y - 22, "y": y, "top": y - 11, "bottom": y + 11, "mean": across(one.spread.mean),
                       "others": [across(value) for value in one.others],
                       "own": f"{own},{y - 8} {own + 8},{y} {own},{y + 8} {own - 8},{y}" if own is not None else ""})
    ground = STRIP * len(strips)
    return {"width": WIDTH, "height": ground + 20, "label_y": ground + 14, "strips": strips, "line_end": WIDTH - 8,
            "ticks": [(across(value), value) for value in range(base, 101, 10 if base >= 50 else 20)]}
