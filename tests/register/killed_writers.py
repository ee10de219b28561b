"""Writers that are killed at any moment, one after another; says what each had acknowledged.

Usage: killed_writers.py URL ROUNDS SEED
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time

from perfcore.register.connection import Register
from perfcore.register.explanations import Elements, Seen, Subject, save_draft
from tests.people import A


def write_on(url: str, number: int, acknowledge: int) -> None:
    """Save one draft after another, and say each that was saved."""
    register = Register(url)
    place = 0
    while True:
        said = Elements(why=f"{number}-{place}")
        save_draft(register, A, Subject("m", "off_target", "2020-09"), said, Seen("p", "b"))
        os.write(acknowledge, f"{place}\n".encode())
        place += 1


def killed(url: str, number: int, after: float) -> int:
    """How many a writer had acknowledged when it was killed, so long after its first."""
    receive, send = os.pipe()
    child = os.fork()
    if not child:
        os.close(receive)
        try:
            write_on(url, number, send)
        finally:
            os._exit(1)
    os.close(send)
    said = os.read(receive, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(receive, 65_536):
        said += more
    os.close(receive)
    return said.count(b"\n")


def main() -> None:
    """Kill so many writers."""
    url, rounds, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)
    print(json.dumps([killed(url, one, chance.random() * 0.03) for one in range(rounds)]))


if __name__ == "__main__":
    main()
