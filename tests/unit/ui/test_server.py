"""The server sends at once, and walks only what is new when it collects garbage."""

import gc
import socket
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from perfcore.ui import server

linux = pytest.mark.skipif(
    not server._OPEN_FILES.is_dir(), reason="this system does not list a process's open files"
)


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    server._send_at_once.cache_clear()
    server._set_aside_what_is_loaded.cache_clear()
    yield
    gc.unfreeze()


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        yield one


def waits(one: socket.socket) -> bool:
    return not one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@linux
def test_a_connection_to_the_servers_port_is_sent_to_at_once(listening: socket.socket) -> None:
    server.settle(listening.getsockname()[1])
    with socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            assert not waits(accepted)


@linux
def test_other_sockets_are_left_as_they_are(listening: socket.socket) -> None:
    server.settle(listening.getsockname()[1] + 1)
    assert waits(listening)


def test_what_is_loaded_is_set_aside_once(monkeypatch: pytest.MonkeyPatch) -> None:
    server.settle(0)
    first = gc.get_freeze_count()
    kept = [[number] for number in range(100)]
    server.settle(0)
    assert gc.get_freeze_count() == first > 0
    monkeypatch.setitem(sys.modules, "loaded_since", ModuleType("loaded_since"))
    server.settle(0)
    assert gc.get_freeze_count() >= first + len(kept)
