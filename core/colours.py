"""An agency's own hue: its scale from one colour, and whether white words can be read on it. Pure functions.

Lightness and chroma are those of OKLab (Björn Ottosson, 2020); contrast is that of WCAG 2.2, 1.4.3.
"""
import re

READABLE = 4.5
TINTS = {5: (0.962, 0.08), 10: (0.921, 0.17), 20: (0.843, 0.36), 40: (None, 0.9)}   # lightness, share of the chroma
SHADES = {60: 0.84, 70: 0.65, 80: 0.49, 90: 0.37}          # share of the colour's lightness that is left
HEX = re.compile(r"#?([0-9a-fA-F]{6})")


def parse(text):
    """(red, green, blue), each 0 to 1, of a colour like #256ef4; ValueError for anything else."""
    found = HEX.fullmatch(text.strip())
    if not found:
        raise ValueError(f"not a colour: {text!r}")
    return tuple(int(found[1][at:at + 2], 16) / 255 for at in (0, 2, 4))


def as_hex(rgb):
    """#rrggbb of a colour; parts outside the screen's range are cut to it."""
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in rgb)


def linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def curved(part):
    part = min(max(part, 0), 1)
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def luminance(colour):
    red, green, blue = (linear(part) for part in parse(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def to_oklab(rgb):
    red, green, blue = (linear(part) for part in rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def from_oklab(lightness, a, b):
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return tuple(curved(part) for part in (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    ))


def scale(colour):
    """{5: "#…", 10: …, 90: …}: tints and shades of one hue; the colour itself stands at 50."""
    lightness, a, b = to_oklab(parse(colour))
    steps = {
        step: from_oklab(light or lightness + (1 - lightness) * 0.14, a * share, b * share)
        for step, (light, share) in TINTS.items()
    }
    steps[50] = parse(colour)
    steps |= {step: from_oklab(lightness * share, a * share, b * share) for step, share in SHADES.items()}
    return {step: as_hex(rgb) for step, rgb in sorted(steps.items())}


def passes(colour):
    """Can white words be read on the buttons made of it, at rest and under the pointer, and its links on its tint?"""
    steps = scale(colour)
    pairs = ("#ffffff", steps[50]), ("#ffffff", steps[60]), (steps[5], steps[60])
    return all(contrast(*pair) >= READABLE for pair in pairs)


def nearest_passing(colour):
    """The same hue, darkened only as far as white words need; the colour itself if it passes already."""
    if passes(colour):
        return as_hex(parse(colour))
    lightness, a, b = to_oklab(parse(colour))
    too_light, dark_enough = 1.0, 0.0
    for _ in range(20):
        share = (too_light + dark_enough) / 2
        tried = as_hex(from_oklab(lightness * share, a * share, b * share))
        too_light, dark_enough = (too_light, share) if passes(tried) else (share, dark_enough)
    return as_hex(from_oklab(lightness * dark_enough, a * dark_enough, b * dark_enough))


def stylesheet(colour):
    """The whole text of an agency's own stylesheet."""
    steps = "; ".join(f"--primary-{step}: {value}" for step, value in scale(colour).items())
    return f":root {{ {steps}; }}\n"
