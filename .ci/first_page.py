"""Does the dashboard come up, and does its first page show content in a browser?

Usage: first_page.py URL PROCESS
Exits 1 with the reason if the process ends, or health and page do not answer in time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

PATIENCE = 900
BROWSER = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-dev-shm-usage", "--timeout=60000", "--dump-dom",
)  # fmt: skip


def main() -> int:
    """Wait for health, then for the page."""
    url, process = sys.argv[1], int(sys.argv[2])
    deadline = time.monotonic() + PATIENCE
    while not healthy(url):
        if time.monotonic() > deadline:
            return refuse("the health endpoint did not answer in time")
        if not alive(process):
            return refuse("the server ended before its health endpoint answered")
        time.sleep(1)
    print("health endpoint: ok")
    while time.monotonic() < deadline:
        page = rendered(url)
        if 'data-testid="stException"' in page:
            return refuse("the first page shows an exception")
        if "<h1" in page and "measures" in page:
            print(f"first page: {len(page):,} characters of rendered content")
            return 0
    return refuse("the first page showed no content in time")


def healthy(url: str) -> bool:
    """Whether the health endpoint says ok."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:
            return answer.read() == b"ok"
    except (urllib.error.URLError, OSError):
        return False


def alive(process: int) -> bool:
    """Whether a process is running."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def rendered(url: str) -> str:
    """The page as a browser shows it after a minute at most."""
    with tempfile.TemporaryDirectory() as profile:
        command = [*BROWSER, f"--user-data-dir={profile}", "--virtual-time-budget=20000", url]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return done.stdout


def refuse(why: str) -> int:
    """Say why and fail."""
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
