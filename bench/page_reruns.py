"""What does a rerun of each page cost on the server, and how much does it send?

Real servers on loopback, asked in turn over the same protocol as a browser, from "rerun" to "script
finished". Nothing of a browser is measured.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from urllib.parse import urlencode

import websockets
from servers import DASHBOARD, EMPTY, Council, server
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROUNDS = 25
WARM_UP = 5
ABOUT_ONE = ("measure", "drill-down")


@dataclass(frozen=True)
class Rerun:
    """Seconds from asking to the end of the run, and bytes received meanwhile."""

    seconds: float
    received: int


@dataclass(frozen=True)
class Sent:
    """Bytes received for a page: opened by its address, and come to from the overview."""

    first: int
    navigated: int


class Client:
    """One session with a server."""

    def __init__(self, connection: websockets.ClientConnection) -> None:
        self._connection = connection
        self.pages: dict[str, tuple[str, str]] = {}

    async def rerun(self, page: str = "", **query: str) -> Rerun:
        """Ask for a page by its script's hash, with what stands in the address."""
        wish = BackMsg()
        wish.rerun_script.page_script_hash = page
        wish.rerun_script.query_string = urlencode(query)
        started, received = time.perf_counter(), 0
        await self._connection.send(wish.SerializeToString())
        while True:
            message = bytes(await self._connection.recv())
            received += len(message)
            told = ForwardMsg.FromString(message)
            kind = told.WhichOneof("type")
            if kind == "navigation":
                self.pages = {
                    one.page_name: (one.page_script_hash, one.url_pathname)
                    for one in told.navigation.app_pages
                }
            if kind == "script_finished":
                return Rerun(time.perf_counter() - started, received)

    async def open(self, name: str, council: Council) -> Rerun:
        """Ask for a page by its name."""
        page, path = self.pages[name]
        query = {"measure": council.measure} if path in ABOUT_ONE else {}
        return await self.rerun(page, **query)


def page_reruns(council: Council) -> dict[str, float]:
    """Median milliseconds of each page's rerun.

    The first two are ``empty page`` (navigation and one word, served as Streamlit serves it) and
    ``frame alone`` (the same inside the dashboard's name, notice and filters, served as it is).
    """
    with ExitStack() as running:
        ports = [
            running.enter_context(server(EMPTY, council.environment)),
            running.enter_context(
                server(EMPTY, {**council.environment, "PERFCORE_BENCH_FRAME": "1"})
            ),
            running.enter_context(server(DASHBOARD, council.environment)),
        ]
        return asyncio.run(_measured(ports, council))


def page_bytes(council: Council) -> dict[str, Sent]:
    """Bytes over the websocket for each page, each in sessions of its own."""
    with server(DASHBOARD, council.environment) as port:
        return asyncio.run(_sent(port, council))


async def _measured(ports: list[int], council: Council) -> dict[str, float]:
    async with AsyncExitStack() as stack:
        bare, framed, dashboard = [
            Client(await stack.enter_async_context(_connected(port))) for port in ports
        ]
        for session in (bare, framed, dashboard):
            await session.rerun()
        turns = ["empty page", "frame alone", *dashboard.pages]
        seconds: dict[str, list[float]] = {name: [] for name in turns}
        for number in range(WARM_UP + ROUNDS):
            for name in turns:
                if name == "empty page":
                    taken = await bare.rerun()
                elif name == "frame alone":
                    taken = await framed.rerun()
                else:
                    taken = await dashboard.open(name, council)
                if number >= WARM_UP:
                    seconds[name].append(taken.seconds)
    return {name: statistics.median(taken) * 1000 for name, taken in seconds.items()}


async def _sent(port: int, council: Council) -> dict[str, Sent]:
    async with _connected(port) as connection:
        visitor = Client(connection)
        await visitor.rerun()
        pages = visitor.pages
    sent = {}
    for name in pages:
        async with _connected(port) as connection:
            visitor = Client(connection)
            visitor.pages = pages
            first = await visitor.open(name, council)
        async with _connected(port) as connection:
            visitor = Client(connection)
            await visitor.rerun()
            navigated = await visitor.open(name, council)
        sent[name] = Sent(first.received, navigated.received)
    return sent


def _connected(port: int) -> websockets.connect:
    return websockets.connect(
        f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None
    )
