"""A dashboard to run without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.county import County, county

APP = Path(__file__).parents[2] / "dashboard.py"
Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> County:
    return county(tmp_path_factory.mktemp("county"))


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page of a council's dashboard, with what the address says."""

    def opened(council: County, page: str = "overview", /, **address: str) -> AppTest:
        for name, value in council.environment.items():
            monkeypatch.setenv(name, value)
        app = AppTest.from_file(str(APP), default_timeout=30)
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        if page != "overview":
            for name, value in address.items():
                app.query_params[name] = value
            app.switch_page(f"pages/{page}.py").run()
        return app

    return opened


@pytest.fixture
def own(tmp_path: Path) -> County:
    """A council of a test's own, for what it writes."""
    return county(tmp_path)
