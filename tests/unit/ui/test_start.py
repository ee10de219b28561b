"""The server loads what its first page needs before it is asked, and opens a browser at a desk."""

import asyncio
import os
import subprocess
import sys
import threading
import webbrowser
from pathlib import Path

import pytest
import streamlit as st

from perfcore.present import render
from perfcore.ui import first_page, start, warehouse
from tests.county import county

ROOT = Path(__file__).parents[3]
# In a process of its own: here, everything is loaded already.
LOADED = """
import sys
from perfcore.ui import first_page, page_choice
first_page.get_ready()
before = set(sys.modules)
from perfcore.present import overview, wording
from perfcore.present.tables import overview as tables
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.views.overview import AT_LENGTH
late = [name for name in set(sys.modules) - before if name.startswith("perfcore")]
print(late, "altair" in sys.modules, "vl_convert" in sys.modules)
import perfcore.ui.other_pages
print("altair" in sys.modules)
"""


def options(monkeypatch: pytest.MonkeyPatch, **changed: object) -> None:
    usual: dict[str, object] = {
        "server.headless": False,
        "server.address": None,
        "server.port": 8501,
        "server.sslCertFile": None,
        "server.baseUrlPath": "",
        "browser.serverAddress": "localhost",
    }
    told = usual | {name.replace("_", "."): value for name, value in changed.items()}
    monkeypatch.setattr(st, "get_option", told.__getitem__)


def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is opened and what is made ready by the time that the server serves."""
    done: list[str] = []
    monkeypatch.setattr(webbrowser, "open", done.append)
    monkeypatch.setattr(first_page, "get_ready", lambda: done.append("ready"))

    async def serve() -> None:
        async with start.start(st.App(ROOT / "dashboard.py")):
            own = (threading.main_thread(), threading.current_thread())
            for one in threading.enumerate():
                if one not in own and not one.daemon:
                    one.join(timeout=10)

    # a thread of its own: where a browser was driven before, this one has a loop that runs
    server = threading.Thread(target=lambda: asyncio.run(serve()))
    server.start()
    server.join(timeout=60)
    return sorted(done)


@pytest.mark.parametrize(
    ("changed", "address"),
    [
        ({}, "http://localhost:8501/"),
        ({"server_address": "0.0.0.0", "server_port": 80}, "http://localhost:80/"),
        ({"server_address": "10.1.2.3"}, "http://10.1.2.3:8501/"),
        ({"server_baseUrlPath": "/figures/"}, "http://localhost:8501/figures"),
        ({"server_sslCertFile": "one.pem"}, "https://localhost:8501/"),
    ],
)
def test_a_browser_is_opened_where_somebody_sits(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, object], address: str
) -> None:
    options(monkeypatch, **changed)
    assert started(monkeypatch) == [address, "ready"]


def test_a_server_without_a_screen_opens_none(monkeypatch: pytest.MonkeyPatch) -> None:
    options(monkeypatch, server_headless=True)
    assert started(monkeypatch) == ["ready"]


def test_the_overview_needs_nothing_that_was_not_loaded_and_no_charts(tmp_path: Path) -> None:
    environment = {**os.environ, **county(tmp_path).environment}
    said = subprocess.run(
        [sys.executable, "-c", LOADED], env=environment, cwd=ROOT, capture_output=True, check=True
    )
    assert said.stdout.decode().split("\n")[:2] == ["[] False False", "True"]


def test_the_warehouse_is_open_before_the_first_reader(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    council = county(tmp_path)
    for name, value in council.environment.items():
        monkeypatch.setenv(name, value)
    warehouse._open.cache_clear()
    first_page.get_ready()
    assert warehouse._open.cache_info().currsize == 1
    assert render._environment().cache


@pytest.mark.parametrize("pointer", [None, "warehouse-gone.duckdb", "nonsense"])
def test_what_is_wrong_with_the_warehouse_is_left_for_the_page_to_say(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pointer: str | None
) -> None:
    if pointer:
        (tmp_path / "current").write_text(pointer)
    monkeypatch.setenv("PERFCORE_OUT", str(tmp_path))
    first_page.get_ready()
    assert [one.name for one in tmp_path.iterdir()] == (["current"] if pointer else [])
