"""Which scripts are served on loopback while something is measured, and of which council?"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from inputs import write_council

from perfcore.engine.build import build

ROOT = Path(__file__).resolve().parent.parent
DASHBOARD = ROOT / "app.py"
EMPTY = ROOT / "bench" / "empty_page.py"
_PATIENCE = 120


@dataclass(frozen=True)
class Council:
    """Where a council's files are, and a measure of it for the pages that are about one."""

    environment: dict[str, str]
    measure: str


def illustrative(folder: Path) -> Council:
    """The repository's own council, with its warehouse built into a folder."""
    build(ROOT / "measures.yaml", ROOT / "data", folder)
    return Council({"PERFCORE_OUT": str(folder)}, "land-charges-days")


def large(folder: Path, measures: int) -> Council:
    """A council of so many measures with 60 months each, built into a folder."""
    write_council(folder, measures, 0)
    framework, data, out = folder / "measures.yaml", folder / "data", folder / "build"
    build(framework, data, out, forecasts=False)
    environment = {
        "PERFCORE_FRAMEWORK": str(framework),
        "PERFCORE_DATA": str(data),
        "PERFCORE_OUT": str(out),
    }
    return Council(environment, "m00000")


@contextmanager
def server(script: Path, environment: dict[str, str]) -> Iterator[int]:
    """Serve a script for as long as it is needed; the port."""
    port = _free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true",
        "--server.address", "127.0.0.1", "--server.port", str(port),
        "--browser.gatherUsageStats", "false",
    ]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _await_health(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _await_health(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
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
