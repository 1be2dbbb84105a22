"""How often each indicator was not met, as bars with their intervals: where each lies in the drawing. The template draws it."""
from dataclasses import dataclass

CODE, AFTER = 56, 132                           # beside the bars: the code before, the figure after
WIDE, NARROW = 400, 132                         # the bars: on a desk's screen, on a phone
ROW, BAR = 26, 14


@dataclass(frozen=True)
class RateBar:
    figures: object
    y: int
    across: int

    @property
    def width(self):
        return round(self.across * (self.figures.rate.value or 0), 1)

    @property
    def low_x(self):
        return round(CODE + self.across * (self.figures.rate.low or 0), 1)

    @property
    def high_x(self):
        return round(CODE + self.across * (self.figures.rate.high or 0), 1)

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
    width: int
    start: int = CODE

    @property
    def figure_x(self):
        return self.width


def chart_of(figures, across=WIDE):
    """`figures`: [IndicatorFigures] in the order of the edition. `across`: how wide a bar of 100 % is."""
    bars = [RateBar(one, ROW * place + 4, across) for place, one in enumerate(one for one in figures if one.rate.of)]
    height = ROW * len(bars) + 4
    return RateChart(bars, [(CODE + across * part // 4, 25 * part) for part in range(0, 5, 1 if across == WIDE else 2)], height + 18,
                     CODE + across + AFTER)
