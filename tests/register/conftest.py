"""A register in each database that it can live in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from perfcore.register.connection import Register, open_register
from tests.postgresql import new_database, own_cluster, programs


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a PostgreSQL of our own, on loopback, run by an ordinary user."""
    if not programs():
        if os.environ.get("PERFCORE_REQUIRE_POSTGRESQL"):
            pytest.fail("PostgreSQL is required here and is not installed")
        pytest.skip("no PostgreSQL under /usr/lib/postgresql")
    with own_cluster() as found:
        yield found.address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'register.sqlite'}"
    server: str = request.getfixturevalue("cluster")
    return new_database(server)


@pytest.fixture
def register(address: str, tmp_path: Path) -> Iterator[Register]:
    """An empty register."""
    opened = open_register(tmp_path, address)
    yield opened
    opened.close()
