"""One small council for every test of a view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from perfcore.store import Store
from perfcore.views.outline import Outline, outline
from tests.county import county


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = county(tmp_path_factory.mktemp("county")).open()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def headings(store: Store) -> Outline:
    return outline(store)
