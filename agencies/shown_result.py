"""A result as people read it: fields, areas and indicators with their numbers, and each number's working in sentences."""
from dataclasses import dataclass

from agencies.explaining import explain_indicator, explain_total, final, shown

WIDTH, ROW, BAR, ROOM = 360, 44, 16, 290       # a bar chart as wide as a phone: a name, below it its bar and the figure
MOST, TALL, GROUND = 102, 115, 140


@dataclass(frozen=True)
class ShownIndicator:
    code: str
    name: str
    kind: str
    points: str
    rating: str
    score: str
    lines: list
    words: dict                         # {"strengths", "improve"}, or nothing


@dataclass(frozen=True)
class ShownPart:
    """A field; its areas are ShownPart as well, with `indicators`."""

    code: str
    name: str
    points: str
    score: str
    parts: list


def working_of(scored, names=None, feedback=()):
    """`names`: {code: name in the language of the page}; `feedback`: as a result keeps it."""
    names, words = names or {}, {one["code"]: one for one in feedback}
    fields = [ShownPart(field.code, names.get(field.code, field.name), final(field.points), final(field.score), [
        ShownPart(area.code, names.get(area.code, area.name), final(area.points), final(area.score),
                  [_indicator(one, names, words) for one in area.indicators]) for area in field.areas]) for field in scored.fields]
    return {"fields": fields, "total": final(scored.total), "grade": scored.grade, "lines": explain_total(scored),
            "adjustments": [(one.reason, final(one.points)) for one in scored.bonus.adjustments], "bonus": final(scored.bonus.counted),
            "words": words.get("")}


def _indicator(one, names, words):
    return ShownIndicator(one.code, names.get(one.code, one.name), one.kind, final(one.points), shown(one.rating), final(one.score),
                          explain_indicator(one), words.get(one.code, {}))


def bars_of(rows, most=MOST):
    """[(name, total, grade)] as bars: where each lies in the drawing. The template draws it. Without a total no bar, but the word."""
    bars = []
    for place, (name, total, grade) in enumerate(rows):
        width = round(ROOM * min(float(total or 0), most) / most)
        bars.append({"name": name, "grade": grade, "total": "" if total is None else total, "y": ROW * place, "width": width,
                     "figure_x": min(width + 6, 300)})
    return {"width": WIDTH, "height": ROW * len(bars), "row": ROW, "bar": BAR, "bars": bars}


def trend_of(years, most=100, places=2):
    """[(year, value)] as columns from the earliest on; `years` may lack some. None without at least two. `most`: the tallest; `places`
    after the point."""
    if len(years) < 2:
        return None
    step, columns = WIDTH // len(years), []
    for place, (year, value) in enumerate(years):
        height = round(float(value) * TALL / most)
        columns.append({"year": year, "value": value, "x": step * place + step // 4, "width": step // 2, "middle": step * place + step // 2,
                        "height": height, "y": GROUND - height, "figure_y": GROUND - height - 5})
    return {"width": WIDTH, "height": GROUND + 24, "columns": columns, "ground": GROUND, "places": places}
