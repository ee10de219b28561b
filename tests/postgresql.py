"""A PostgreSQL of our own, on loopback, run by an ordinary user."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, text


def programs() -> Path | None:
    """Where Debian puts the newest PostgreSQL's programs; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return found[-1] if found else None


@dataclass(frozen=True)
class Cluster:
    """A server that can be stopped and started again.

    Attributes
    ----------
    address
        Without a database.
    """

    address: str
    _run: tuple[str, ...]
    _start: tuple[str, ...]
    _folder: Path

    def start(self) -> None:
        """Start it, and wait until it answers."""
        subprocess.run(
            [*self._run, *self._start],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self._folder,
        )  # fmt: skip

    def stop(self) -> None:
        """Stop it at once, as a power cut would."""
        subprocess.run([*self._run, "-m", "immediate", "stop"], check=False, capture_output=True)


@contextmanager
def own_cluster() -> Iterator[Cluster]:
    """A fresh cluster for as long as it is needed."""
    found = programs()
    assert found is not None
    folder = Path("/tmp") / f"register-{uuid.uuid4().hex[:8]}"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    place, port = folder / "data", _free_port()
    as_other = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    prefix = as_other if os.geteuid() == 0 else []
    subprocess.run(
        [*prefix, str(found / "initdb"), "-D", str(place), "-A", "trust", "-U", "register",
         "--no-locale", "-E", "UTF8"],
        check=True, capture_output=True, cwd=folder,
    )  # fmt: skip
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    cluster = Cluster(
        f"postgresql+psycopg://register@127.0.0.1:{port}",
        (*prefix, str(found / "pg_ctl"), "-D", str(place)),
        ("-l", str(folder / "log"), "-o", options, "-w", "-t", "60", "start"),
        folder,
    )
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def new_database(server: str) -> str:
    """The address of an empty database in a cluster."""
    name = f"r{uuid.uuid4().hex[:12]}"
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"create database {name}"))
    engine.dispose()
    return f"{server}/{name}"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
