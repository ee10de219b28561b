"""Can every colour be told from what it stands on, in both themes?

WCAG 2.2 asks for 4.5 to 1 of text and 3 to 1 of what a graphic or a control needs to be understood.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict
from itertools import product
from pathlib import Path

import pytest

from perfcore.present.charts import DARK, LIGHT
from perfcore.present.render import style_sheet

TEXT, GRAPHIC = 4.5, 3.0
PAPERS = ("paper", "tint", "tint-blue")
TEXTS = ("ink", "ink2", "ink3", "blue", "pink", "off")
# The amber and orange marks and the second series are told by their outlines; the others by what
# fills or draws them.
GRAPHICS = (
    "off", "on", "exceeding", "within-edge", "ink", "ink2", "ink3", "blue", "pink", "worse", "edge",
    "orange-edge",
)  # fmt: skip
DECORATION = {
    "rule", "grid", "within", "orange", "paper", "tint", "tint-blue", "phase", "teal",
}  # fmt: skip
# The classes of a map have an outline, and their own ink: dark on light ones and light on dark.
MAP = {
    "light": {"s-low": ("s1", "s2", "s3"), "s-high": ("s4", "s5")},
    "dark": {"s-low": ("s1", "s2"), "s-high": ("s3", "s4", "s5")},
}
THEME = tomllib.loads(
    (Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)["theme"]


def tokens(selector: str) -> dict[str, str]:
    rule = re.search(re.escape(selector) + r"\{(.*?)\}", style_sheet(), re.DOTALL)
    assert rule, selector
    return dict(re.findall(r"--([\w-]+):(#\w+)", rule[1]))


THEMES = {"light": tokens(".block"), "dark": tokens(".block.dark")}
PALETTES = {"light": LIGHT, "dark": DARK}


def light(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    digits = colour.removeprefix("#")
    full = "".join(one * 2 for one in digits) if len(digits) == 3 else digits
    shares = (int(full[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#FFFFFF", 21.0), ("#767676", "#fff", 4.54), ("#0000FF", "#fff", 8.59)],
)
def test_contrast_is_reckoned_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(("theme", "text", "paper"), [*product(THEMES, TEXTS, PAPERS)])
def test_text_stands_out(theme: str, text: str, paper: str) -> None:
    assert contrast(THEMES[theme][text], THEMES[theme][paper]) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_the_active_step_stands_out(theme: str) -> None:
    assert contrast(THEMES[theme]["paper"], THEMES[theme]["blue"]) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_the_name_of_a_phase_stands_out(theme: str) -> None:
    assert contrast(THEMES[theme]["ink"], THEMES[theme]["phase"]) >= TEXT


@pytest.mark.parametrize(("theme", "mark", "paper"), [*product(THEMES, GRAPHICS, PAPERS)])
def test_marks_lines_and_edges_stand_out(theme: str, mark: str, paper: str) -> None:
    assert contrast(THEMES[theme][mark], THEMES[theme][paper]) >= GRAPHIC


@pytest.mark.parametrize("theme", THEMES)
def test_the_line_that_tells_a_link_in_a_table_stands_out(theme: str) -> None:
    assert contrast(THEMES[theme]["underline"], THEMES[theme]["paper"]) >= GRAPHIC


@pytest.mark.parametrize("theme", THEMES)
def test_a_map_can_be_read_and_its_areas_told_from_the_page(theme: str) -> None:
    colours = THEMES[theme]
    for ink, classes in MAP[theme].items():
        for one in classes:
            assert contrast(colours[ink], colours[one]) >= TEXT
    assert contrast(colours["s-edge"], colours["paper"]) >= GRAPHIC
    assert contrast(colours["ink"], colours["phase"]) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_both_themes_have_every_colour(theme: str) -> None:
    assert set(THEMES[theme]) == set(THEMES["light"])


def test_every_colour_in_use_is_tested() -> None:
    used = re.findall(r"([\w-]+):([^;{}]*)var\(--([\w-]+)\)", style_sheet())
    written = {token for name, before, token in used if name == "color" and not before}
    drawn = {token for name, _, token in used if name in ("fill", "stroke")}
    assert written <= {*TEXTS, "paper"}
    mapped = {one for group in MAP["light"].items() for one in (group[0], *group[1])} | {"s-edge"}
    assert drawn <= set(GRAPHICS) | DECORATION | mapped


@pytest.mark.parametrize("theme", THEMES)
def test_a_chart_stands_out_from_the_page(theme: str) -> None:
    page, palette = THEME[theme]["backgroundColor"], asdict(PALETTES[theme])
    tested = {"ink", "quiet", "line", "earlier", "axis", "worse_edge", "better"}
    # the background, decoration, and a fill that has an outline
    assert set(palette) == tested | {"paper", "grid", "worse"}
    assert contrast(palette["ink"], page) >= TEXT
    assert contrast(palette["quiet"], page) >= TEXT
    assert contrast(palette["line"], page) >= GRAPHIC
    assert contrast(palette["earlier"], page) >= GRAPHIC
    assert contrast(palette["axis"], page) >= GRAPHIC
    assert contrast(palette["worse_edge"], page) >= GRAPHIC
    assert contrast(palette["better"], page) >= GRAPHIC


@pytest.mark.parametrize("theme", THEMES)
def test_the_colours_of_the_theme_stand_out(theme: str) -> None:
    ours = THEME[theme]
    for paper in (ours["backgroundColor"], ours["secondaryBackgroundColor"]):
        for text in ("textColor", "linkColor", "primaryColor", "redColor", "greenColor"):
            assert contrast(ours[text], paper) >= TEXT, (text, paper)
        assert contrast(ours["borderColor"], paper) >= GRAPHIC
    for colour in ours["chartCategoricalColors"]:
        assert contrast(colour, ours["backgroundColor"]) >= GRAPHIC, colour


@pytest.mark.parametrize("theme", THEMES)
def test_blocks_and_theme_agree(theme: str) -> None:
    ours, block = THEME[theme], THEMES[theme]
    pairs = {
        "backgroundColor": "paper", "textColor": "ink", "linkColor": "blue", "borderColor": "edge",
        "secondaryBackgroundColor": "tint", "redColor": "off", "greenColor": "on",
        "blueColor": "exceeding",
    }  # fmt: skip
    for name, token in pairs.items():
        assert light(ours[name]) == pytest.approx(light(block[token])), name
