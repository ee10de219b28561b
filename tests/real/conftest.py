"""The open-data example, built once over the published files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from perfcore.engine.build import build
from perfcore.store import Store
from tests.real.published_files import EXAMPLE, folder


@pytest.fixture(scope="session")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sources = {name: folder(name) for name in ("lait", "ons_els", "send_ehcp")}
    data = tmp_path_factory.mktemp("open-data") / "data"
    shutil.copytree(EXAMPLE / "data", data, ignore=shutil.ignore_patterns("raw"))
    (data / "raw").mkdir()
    for name, source in sources.items():
        (data / "raw" / name).symlink_to(source, target_is_directory=True)
    return data


@pytest.fixture(scope="session")
def built(raw: Path) -> Path:
    return build(EXAMPLE / "measures.yaml", raw, raw.parent / "out").path


@pytest.fixture(scope="session")
def warehouse(built: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(built), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="session")
def store(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    # a copy: one process cannot open one file with two configurations
    opened = Store(Path(shutil.copy(built, tmp_path_factory.mktemp("opened"))))
    yield opened
    opened.close()
