"""Does the server's health endpoint come to say ok?

Usage: wait_for_health.py PORT PROCESS
Needs nothing but Python; exits 1 with the reason if the process ends or time is up.
"""

from __future__ import annotations

import os
import sys
import time
import urllib.error
import urllib.request

PATIENCE = 900
"""Seconds; installing the dependencies is part of them."""


def main() -> int:
    """Ask until it does."""
    port, process = int(sys.argv[1]), int(sys.argv[2])
    deadline = time.monotonic() + PATIENCE
    while not healthy(port):
        if time.monotonic() > deadline:
            return refuse("the health endpoint did not answer in time")
        if not alive(process):
            return refuse("the server ended before its health endpoint answered")
        time.sleep(1)
    print("health endpoint: ok")
    return 0


def healthy(port: int) -> bool:
    """Whether the health endpoint says ok."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as told:
            return told.read() == b"ok"
    except (urllib.error.URLError, OSError):
        return False


def alive(process: int) -> bool:
    """Whether a process is running."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def refuse(why: str) -> int:
    """Say why and fail."""
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
