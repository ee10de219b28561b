"""Does every page and every form hold to what each role may do?

Readers are put in the place of whom the identity provider would name; what a role may do is
checked against the table of ``tests/access/test_rights.py`` by what stands on each page.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from perfcore.access.model import ROLES, Role
from perfcore.access.person import EVERYTHING, Person
from perfcore.register.connection import open_register
from perfcore.register.contents import contents
from perfcore.ui import signed_in
from tests.access.test_rights import TABLE
from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County, county
from tests.filled_register import fill

Reads = Callable[[Person], None]
PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))
ADDRESS = {"measure": "missed-bins"}
# page, what stands there, by which column of the table
OFFERED = [
    ("measure", "Explain an exception", 2),
    ("measure", "Add an action", 3),
    ("meetings", "Put in the diary", 5),
    ("access", "Who changed what", 7),
]


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> County:
    made = county(tmp_path_factory.mktemp("county"))
    fill(made)
    return made


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    def put(person: Person) -> None:
        monkeypatch.setattr(signed_in, "themselves", lambda *_: person)

    return put


def somebody(role: Role) -> Person:
    own = frozenset({"missed-bins"}) if role == "contributor" else frozenset()
    return Person("a@b", frozenset({role}), own)


def shown(app: AppTest) -> str:
    labels = [one.label for kind in (app.toggle, app.button) for one in kind]
    return f"{blocks(app)} {' '.join(labels)}"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ROLES)
def test_every_role_sees_every_page(
    open_page: Open, council: County, reads: Reads, role: Role, page: str
) -> None:
    reads(somebody(role))
    app = open_page(council, page, **ADDRESS)
    assert not app.exception
    assert "may not" not in complaints(app)
    assert len(blocks(app)) > 100


@pytest.mark.parametrize("page", PAGES)
def test_without_a_role_no_page_is_seen(
    open_page: Open, council: County, reads: Reads, page: str
) -> None:
    reads(Person("nobody@b"))
    app = open_page(council, page, **ADDRESS)
    assert "nobody@b may not see" in complaints(app)
    assert blocks(app) == "" and "Missed" not in str(app.main)


@pytest.mark.parametrize(("page", "what", "column"), OFFERED)
@pytest.mark.parametrize("role", ROLES)
def test_what_may_not_be_done_is_not_offered(
    open_page: Open, council: County, reads: Reads, role: Role, page: str, what: str, column: int
) -> None:
    reads(somebody(role))
    offered = what in shown(open_page(council, page, **ADDRESS))
    assert offered is (TABLE[role].split()[column] in ("yes", "own"))


def test_a_contributor_is_offered_nothing_on_anothers_measure(
    open_page: Open, council: County, reads: Reads
) -> None:
    reads(somebody("contributor"))
    found = shown(open_page(council, "measure", measure="recycling"))
    assert "Explain an exception" not in found and "Add an action" not in found


@pytest.mark.parametrize("page", PAGES)
def test_a_restricted_measure_stands_on_no_page(
    open_page: Open, council: County, reads: Reads, page: str
) -> None:
    reads(Person("a@b", EVERYTHING - {"restricted"}, hidden=frozenset({"missed-bins"})))
    app = open_page(council, page)
    found = f"{blocks(app)} {[one.options for one in app.selectbox]}"
    assert "missed-bins" not in found and "Missed bins" not in found


def test_a_restricted_measure_is_not_there_by_its_address(
    open_page: Open, council: County, reads: Reads
) -> None:
    reads(Person("a@b", EVERYTHING, hidden=frozenset({"missed-bins"})))
    for page in ("measure", "drill-down", "meeting"):
        app = open_page(council, page, measure="missed-bins", item="missed-bins")
        assert not app.exception
        assert "100 or fewer" not in blocks(app)
        assert complaints(app) != ""


ACCESS = """\
version: 1
access:
  - {role: performance, user: team@council.example}
  - {role: reader, group: staff}
"""


def test_view_as_is_read_only_and_audited(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = county(tmp_path)
    access = tmp_path / "access.yaml"
    access.write_text(ACCESS, encoding="utf-8")
    monkeypatch.setenv("PERFCORE_ACCESS", str(access))
    app = open_page(council, "access")
    app = app.selectbox(key="view_as_whom").set_value("Reader, group staff").run()
    (view,) = [one for one in app.button if one.label.startswith("View as")]
    app = view.click().run()
    assert not app.exception
    assert "Single user views the dashboard as somebody in staff." in blocks(app)
    assert any("Nothing can be written" in one.value for one in app.info)
    app.query_params["measure"] = "missed-bins"
    app = app.switch_page("pages/measure.py").run()
    assert "Explain an exception" not in shown(app) and "Add an action" not in shown(app)
    register = open_register(council.out)
    assert contents(register).sequence == 1
    register.close()
    app = app.switch_page("pages/access.py").run()
    (back,) = [one for one in app.button if one.label == "Be yourself again"]
    app = back.click().run()
    assert "access.view_as" in blocks(app)
    assert not any("Nothing can be written" in one.value for one in app.info)
