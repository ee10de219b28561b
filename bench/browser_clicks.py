"""How long does a reader wait from a click to the page that it leads to, as a browser draws it?

A click on a measure of the overview, until its page's title, chart and history are drawn; beside
it, in turn, a click in the navigation of two empty pages. Then the first page of a browser that has
never been here. On loopback, with a warehouse in place.
"""

from __future__ import annotations

import shutil
import statistics
import time
from contextlib import ExitStack
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from servers import DASHBOARD, ROOT, Council, server

EMPTY_PAGES = ROOT / "bench" / "empty_pages.py"
ROUNDS = 15
WARM_UP = 2
COLD = 5
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SIZE = {"width": 1440, "height": 900}

# Times a click within the page itself, frame by frame, so that nothing of the driver is measured;
# what is drawn last is looked for first, so that looking costs next to nothing either.
_CLICK = """async ([link, drawn, last]) => {
  const everything = (root) => [root, ...[...root.querySelectorAll("*")]
    .filter((one) => one.shadowRoot).flatMap((one) => everything(one.shadowRoot))]
  const find = (wanted) => everything(document)
    .flatMap((root) => [...root.querySelectorAll(wanted.tag)])
    .filter((one) => !wanted.text || one.textContent.trim() === wanted.text)
  const clicked = find(link)[0]
  const started = performance.now()
  clicked.click()
  while (!document.querySelector(last) || !drawn.every((wanted) => find(wanted).length)) {
    if (performance.now() - started > 20000) throw new Error("not drawn: " + JSON.stringify(drawn))
    await new Promise(requestAnimationFrame)
  }
  await new Promise(requestAnimationFrame)
  return performance.now() - started
}"""
_NAMES = """() => [...document.querySelectorAll("*")].filter((one) => one.shadowRoot)
  .flatMap((one) => [...one.shadowRoot.querySelectorAll("a[data-go][href*='measure=']")])
  .map((one) => one.textContent.trim())"""
_HISTORY = {"tag": "h2", "text": "History"}
_CHART = "[data-testid=stVegaLiteChart] svg path"


@dataclass(frozen=True)
class Clicks:
    """Median milliseconds."""

    empty: float
    measure: float
    cold: float
    first_ever: float


def browser_clicks(council: Council) -> Clicks:
    """Both clicks in turn, then cold browsers one after another."""
    with ExitStack() as running:
        playwright = running.enter_context(sync_playwright())
        first_ever = _cold_after_start(playwright, council)
        empty_port = running.enter_context(server(EMPTY_PAGES, {}))
        port = running.enter_context(server(DASHBOARD, council.environment))
        browser = _launch(playwright)
        empty, measure = _in_turn(browser, empty_port, port)
        browser.close()
        cold = [_cold(playwright, port) for _ in range(COLD)]
    return Clicks(
        statistics.median(empty), statistics.median(measure), statistics.median(cold), first_ever
    )


def _in_turn(browser: Browser, empty_port: int, port: int) -> tuple[list[float], list[float]]:
    bare, dashboard = (browser.new_context(viewport=SIZE).new_page() for _ in range(2))
    _open(bare, empty_port)
    bare.get_by_role("link", name="Second").wait_for()
    _open(dashboard, port)
    names = dashboard.evaluate(_NAMES)
    empty, measure = [], []
    for number in range(WARM_UP + ROUNDS):
        one, other = _click_empty(bare), _click_measure(dashboard, names[number % len(names)])
        if number >= WARM_UP:
            empty.append(one)
            measure.append(other)
    return empty, measure


def _click_empty(page: Page) -> float:
    taken: float = page.evaluate(
        _CLICK, [{"tag": "a", "text": "Second"}, [{"tag": "h1", "text": "Second"}], "h1"]
    )
    page.go_back()
    page.get_by_role("heading", level=1, name="First").wait_for()
    page.wait_for_timeout(100)
    return taken


def _click_measure(page: Page, name: str) -> float:
    drawn = [{"tag": "h1", "text": name}, _HISTORY]
    taken: float = page.evaluate(_CLICK, [{"tag": "a[data-go]", "text": name}, drawn, _CHART])
    page.go_back()
    page.get_by_role("link", name=name, exact=True).first.wait_for()
    page.wait_for_timeout(100)
    return taken


def _cold_after_start(playwright: Playwright, council: Council) -> float:
    """The first page of the first reader since the server was started."""
    with server(DASHBOARD, council.environment) as port:
        return _cold(playwright, port)


def _cold(playwright: Playwright, port: int) -> float:
    """Milliseconds until the overview stands in a browser without any cache."""
    browser = _launch(playwright)
    page = browser.new_context(viewport=SIZE).new_page()
    started = time.perf_counter()
    _open(page, port)
    taken = (time.perf_counter() - started) * 1000
    browser.close()
    return taken


def _open(page: Page, port: int) -> None:
    page.goto(f"http://127.0.0.1:{port}")
    page.get_by_role("heading", level=1).first.wait_for()


def _launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
