"""A dashboard served on loopback, and a browser to read it with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

from perfcore.engine.build import build
from tests.browser.states import with_withheld
from tests.county import county

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run",
)  # fmt: skip
SECONDS = 60


def _missing(why: str) -> None:
    if os.environ.get("PERFCORE_REQUIRE_BROWSER"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's, or else Playwright's own."""
    with sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=list(FLAGS)
            )
        except Error as error:
            _missing(f"Chromium cannot be started: {str(error).splitlines()[0]}")
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard with a warehouse already built."""
    council = county(tmp_path_factory.mktemp("served"))
    with served(council.environment, tmp_path_factory.mktemp("log")) as address:
        yield address


@pytest.fixture(scope="session")
def every_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of a council with a measure in every state that a page can show."""
    council = with_withheld(tmp_path_factory.mktemp("states"))
    with served(council.environment, tmp_path_factory.mktemp("log")) as address:
        yield address


@pytest.fixture(scope="session")
def illustrative(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard as it comes, with the repository's own framework and data."""
    out = tmp_path_factory.mktemp("illustrative")
    build(ROOT / "measures.yaml", ROOT / "data", out)
    with served({"PERFCORE_OUT": str(out)}, tmp_path_factory.mktemp("log")) as address:
        yield address


@pytest.fixture(scope="session")
def unreadable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard with no warehouse, and no framework to build one from."""
    council = county(tmp_path_factory.mktemp("unreadable"), built=False)
    council.framework.unlink()
    with served(council.environment, tmp_path_factory.mktemp("log")) as address:
        yield address


@contextmanager
def served(environment: dict[str, str], logs: Path, port: int = 0) -> Iterator[str]:
    """Serve the dashboard on loopback for as long as it is needed; its address."""
    port = port or free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"),
        "--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true",
        "--server.fileWatcherType=none", "--browser.gatherUsageStats=false",
    ]  # fmt: skip
    with (logs / "server.log").open("w") as log:
        running = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment}, stdout=log, stderr=log
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", running)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(timeout=20)


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(address: str, running: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and running.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail("The dashboard did not start.")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window of 1,440 by 900 that may only speak to the dashboard."""
    with opened(browser) as page:
        yield page


@pytest.fixture
def anywhere(browser: Browser) -> Iterator[Page]:
    """A fresh window that may also speak to an identity provider, which goes by its name."""
    with opened(browser, to=("http://127.0.0.1:", "http://localhost:")) as page:
        yield page


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """One window for many states: an address opened anew is a new session for the dashboard."""
    with opened(browser) as page:
        yield page


@contextmanager
def opened(
    browser: Browser, to: tuple[str, ...] = ("http://127.0.0.1:",), **more: Any
) -> Iterator[Page]:
    """A window as :func:`page` has it, with what else Playwright's contexts can be told."""
    context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **more})
    context.route(lambda address: not address.startswith(to), lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(SECONDS * 1000)
    expect.set_options(timeout=SECONDS * 1000 / 4)
    yield page
    context.close()
