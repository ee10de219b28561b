"""What does a rerun of each page cost on the server, beside an empty page's?

Two real servers on loopback, asked in turn over the same protocol as a browser, from "rerun" to
"script finished". Nothing of a browser is measured.
"""

from __future__ import annotations

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 25
WARM_UP = 5
PATIENCE = 120


class Client:
    """One session with a server."""

    def __init__(self, connection: websockets.ClientConnection) -> None:
        self._connection = connection
        self.pages: dict[str, str] = {}

    async def rerun(self, page: str = "") -> float:
        """Seconds from asking for a page (by its script hash) to the end of its run."""
        wish = BackMsg()
        wish.rerun_script.page_script_hash = page
        started = time.perf_counter()
        await self._connection.send(wish.SerializeToString())
        while True:
            told = ForwardMsg.FromString(bytes(await self._connection.recv()))
            kind = told.WhichOneof("type")
            if kind == "navigation":
                self.pages = {
                    one.page_name: one.page_script_hash for one in told.navigation.app_pages
                }
            if kind == "script_finished":
                return time.perf_counter() - started


def page_reruns() -> dict[str, float]:
    """Median milliseconds of each page's rerun.

    The first two are ``empty page`` (navigation and one word, served as Streamlit serves it) and
    ``frame alone`` (the same inside the dashboard's name, notice and filters, served as it is).
    """
    empty = ROOT / "bench" / "empty_page.py"
    with ExitStack() as running, tempfile.TemporaryDirectory() as out:
        dashboard = running.enter_context(_server(ROOT / "app.py", out))
        framed = running.enter_context(_server(empty, out, PERFCORE_BENCH_FRAME="1"))
        bare = running.enter_context(_server(empty, out))
        return asyncio.run(_measured(bare, framed, dashboard))


async def _measured(bare: int, framed: int, dashboard: int) -> dict[str, float]:
    async with AsyncExitStack() as open_sessions:
        sessions = [
            Client(await open_sessions.enter_async_context(_connected(port)))
            for port in (bare, framed, dashboard)
        ]
        for session in sessions:
            await session.rerun()
        turns = [("empty page", sessions[0], ""), ("frame alone", sessions[1], "")]
        turns += [(name, sessions[2], page) for name, page in sessions[2].pages.items()]
        seconds: dict[str, list[float]] = {name: [] for name, _, _ in turns}
        for number in range(WARM_UP + ROUNDS):
            for name, session, page in turns:
                taken = await session.rerun(page)
                if number >= WARM_UP:
                    seconds[name].append(taken)
    return {name: statistics.median(taken) * 1000 for name, taken in seconds.items()}


def _connected(port: int) -> websockets.connect:
    return websockets.connect(
        f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None
    )


@contextmanager
def _server(script: Path, out: str, **more: str) -> Iterator[int]:
    port = _free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true",
        "--server.address", "127.0.0.1", "--server.port", str(port),
        "--browser.gatherUsageStats", "false",
    ]  # fmt: skip
    environment = {**os.environ, "PERFCORE_OUT": out, **more}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await_health(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _await_health(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health") as answer:
                if answer.read() == b"ok":
                    return
        except urllib.error.URLError:
            time.sleep(0.2)
    raise TimeoutError(f"no server on port {port}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
