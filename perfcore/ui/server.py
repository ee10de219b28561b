"""How does the server answer without waiting for what it need not wait for?"""

from __future__ import annotations

import atexit
import gc
import os
import socket
import stat
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_OPEN_FILES = Path("/proc/self/fd")


def settle(port: int) -> None:
    """Make the next answers prompt; to be called at the end of every run.

    Streamlit collects garbage after each run, which walks every object of the process: most of a
    rerun's time. What has been loaded stays loaded, so whenever more has been, it is set aside.

    Parameters
    ----------
    port
        The port that the server listens on.
    """
    _send_at_once(port)
    _set_aside_what_is_loaded(len(sys.modules))


@lru_cache(maxsize=1)
def _set_aside_what_is_loaded(_modules: int) -> None:
    gc.collect()
    gc.freeze()
    atexit.unregister(gc.unfreeze)
    atexit.register(gc.unfreeze)  # or else extensions report at the end what they take for leaks


@lru_cache(maxsize=1)
def _send_at_once(port: int) -> None:
    """Send small messages without waiting for the last one to be acknowledged.

    The server's socket is made without naming its protocol, so that asyncio does not switch
    Nagle's algorithm off: each click then waits up to 40 ms (uvicorn issue 3149). Connections
    inherit the setting from the socket that listens. Where the system does not list a process's
    open files, the wait stays.
    """
    for number in _open_sockets():
        with socket.socket(fileno=os.dup(number)) as found:
            if found.type == socket.SOCK_STREAM and _port(found) == port:
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _open_sockets() -> Iterator[int]:
    if not _OPEN_FILES.is_dir():
        return
    for entry in _OPEN_FILES.iterdir():
        number = int(entry.name)
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                yield number
        except OSError:
            continue  # closed since it was listed


def _port(found: socket.socket) -> int | None:
    if found.family not in {socket.AF_INET, socket.AF_INET6}:
        return None
    return int(found.getsockname()[1])
