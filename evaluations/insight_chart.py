"""How often each indicator was not met, as bars with their intervals: where each lies in the drawing. The template draws it."""
from dataclasses import dataclass

CODE, WIDTH, AFTER = 56, 420, 96                # beside the bars: the code before, the figure after
ROW, BAR = 26, 14


@dataclass(frozen=True)
class RateBar:
    figures: object
    y: int

    @property
    def width(self):
        return round(WIDTH * (self.figures.rate.value or 0), 1)

    @property
    def low_x(self):
        return round(CODE + WIDTH * (self.figures.rate.low or 0), 1)

    @property
    def high_x(self):
        return round(CODE + WIDTH * (self.figures.rate.high or 0), 1)

    @property
    def words_y(self):
        return self.y + BAR - 2

    @property
    def middle(self):
        return self.y + BAR // 2

    @property
    def top(self):
        return self.middle - 4

    @property
    def bottom(self):
        return self.middle + 4


@dataclass(frozen=True)
class RateChart:
    bars: list
    ticks: list                                  # [(x, percent)]
    height: int
    start: int = CODE
    width: int = CODE + WIDTH + AFTER
    figure_x: int = CODE + WIDTH + AFTER


def chart_of(figures):
    """`figures`: [IndicatorFigures] in the order of the edition."""
    bars = [RateBar(one, ROW * place + 4) for place, one in enumerate(one for one in figures if one.rate.of)]
    height = ROW * len(bars) + 4
    return RateChart(bars, [(CODE + WIDTH * part // 4, 25 * part) for part in range(5)], height + 18)
