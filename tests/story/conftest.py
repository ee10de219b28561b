"""The illustrative warehouse, built once for all tests of its story."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from perfcore.engine.build import build
from perfcore.store import Store, open_current
from tests.story import shipped


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    out = tmp_path_factory.mktemp("illustrative")
    build(shipped.ROOT / "measures.yaml", shipped.DATA, out)
    opened = open_current(out)
    yield opened
    opened.close()
