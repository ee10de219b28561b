"""A register in each database that it can live in."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from perfcore.register.connection import Register, open_register


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL of our own, on loopback, run by an ordinary user."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        if os.environ.get("PERFCORE_REQUIRE_POSTGRESQL"):
            pytest.fail("PostgreSQL is required here and is not installed")
        pytest.skip("no PostgreSQL under /usr/lib/postgresql")
    folder = Path("/tmp") / f"register-{uuid.uuid4().hex[:8]}"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    place, port = folder / "data", _free_port()
    as_other = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    prefix = as_other if os.geteuid() == 0 else []
    run = [*prefix, str(programs[-1] / "pg_ctl"), "-D", str(place)]
    subprocess.run(
        [*prefix, str(programs[-1] / "initdb"), "-D", str(place), "-A", "trust", "-U", "register",
         "--no-locale", "-E", "UTF8"],
        check=True, capture_output=True, cwd=folder,
    )  # fmt: skip
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    log = folder / "log"
    subprocess.run(
        [*run, "-l", str(log), "-o", options, "-w", "-t", "60", "start"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
    )  # fmt: skip
    try:
        yield f"postgresql+psycopg://register@127.0.0.1:{port}"
    finally:
        subprocess.run([*run, "-m", "immediate", "stop"], check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'register.sqlite'}"
    server: str = request.getfixturevalue("cluster")
    name = f"r{uuid.uuid4().hex[:12]}"
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"create database {name}"))
    engine.dispose()
    return f"{server}/{name}"


@pytest.fixture
def register(address: str, tmp_path: Path) -> Iterator[Register]:
    """An empty register."""
    opened = open_register(tmp_path, address)
    yield opened
    opened.close()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
