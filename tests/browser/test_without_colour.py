"""Are statuses told apart by those who see no colour, or choose their own?"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Locator, Page

from perfcore.present.wording import STATUS_WORDS
from perfcore.views.counts import RATED, UNRATED
from tests.browser.conftest import opened
from tests.browser.reading import look, visit
from tests.browser.states import STATES

pytestmark = pytest.mark.browser

WORDS = [STATUS_WORDS[code] for code in (*RATED, *UNRATED)]
# Of 255; and the least share of a mark's pixels by which two marks differ.
INK, APART = 60, 0.1
_GREY = "root => { root.style.filter = 'grayscale(1)' }"


@pytest.fixture(scope="module")
def close_up(browser: Browser) -> Iterator[Page]:
    """A window in which a mark of 14 pixels is drawn with 56."""
    with opened(browser, device_scale_factor=4) as page:
        yield page


def drawn(mark: Locator) -> Image.Image:
    """A mark in black and white: what is not the paper is black."""
    grey = Image.open(BytesIO(mark.screenshot())).convert("L")
    paper = grey.getpixel((0, 0))
    return grey.point(lambda tone: 0 if abs(tone - paper) > INK else 255).convert("1")


def share_apart(one: Image.Image, other: Image.Image) -> float:
    size = (min(one.width, other.width), min(one.height, other.height))
    apart = ImageChops.logical_xor(one.resize(size), other.resize(size))
    return apart.histogram()[-1] / (size[0] * size[1])


def marks(page: Page) -> dict[str, Locator]:
    """One mark of each status, by the word beside it."""
    statuses = page.locator(".block .st")
    return {
        word: statuses.filter(has=page.get_by_text(word, exact=True)).locator("svg").first
        for word in WORDS
    }


def told_apart(page: Page) -> None:
    shapes = {word: drawn(mark) for word, mark in marks(page).items()}
    for word, shape in shapes.items():
        assert shape.histogram()[0] > 0.1 * shape.width * shape.height, f"{word} is not drawn"
    for one, other in combinations(WORDS, 2):
        share = share_apart(shapes[one], shapes[other])
        assert share > APART, f"{one} and {other} look the same: {share:.0%} apart"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_statuses_are_told_apart_in_grey(close_up: Page, every_state: str, scheme: str) -> None:
    close_up.emulate_media(forced_colors="none")
    visit(close_up, every_state, STATES["scorecard"])
    look(close_up, scheme, 1440)
    close_up.locator("html").evaluate(_GREY)
    told_apart(close_up)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_statuses_are_told_apart_in_colours_of_the_readers_own(
    close_up: Page, every_state: str, scheme: str
) -> None:
    close_up.emulate_media(forced_colors="none")
    visit(close_up, every_state, STATES["scorecard"])
    look(close_up, scheme, 1440)
    close_up.emulate_media(forced_colors="active")
    told_apart(close_up)


def test_each_status_has_a_word_and_each_word_one_shape(shared: Page, every_state: str) -> None:
    for name in ("scorecard", "overview", "measures"):
        visit(shared, every_state, STATES[name])
        pairs = shared.locator(".block .st").evaluate_all(
            "all => all.map((one) => [one.innerText.trim(), one.querySelector('svg').innerHTML])"
        )
        assert pairs
        shapes = {word: {drawn for said, drawn in pairs if said == word} for word, _ in pairs}
        assert all(shapes), "a mark has no word beside it"
        assert all(len(one) == 1 for one in shapes.values()), shapes
        assert set(shapes) <= set(STATUS_WORDS.values())


def test_every_drawing_is_seen_in_colours_of_the_readers_own(
    close_up: Page, every_state: str
) -> None:
    for name in ("scorecard", "covid", "drill-down, split by depot"):
        close_up.emulate_media(forced_colors="none")
        visit(close_up, every_state, STATES[name])
        look(close_up, "light", 1440)
        close_up.emulate_media(forced_colors="active")
        drawings = [one for one in close_up.locator(".block svg").all() if one.is_visible()]
        for drawing in drawings[:40]:
            assert drawn(drawing).histogram()[0] > 0, drawing.evaluate("one => one.outerHTML")
