"""Is whatever somebody typed shown as the text that it is, on every page and in every file?"""

from __future__ import annotations

from pathlib import Path

import pytest

from perfcore.present import meetings as present
from perfcore.present.reminder import reminder
from perfcore.register.connection import open_register
from perfcore.register.contents import contents
from perfcore.views.episodes import forums
from perfcore.views.owed import owed
from tests.app.conftest import Open
from tests.app.reading import blocks
from tests.county import County, county
from tests.filled_register import AS_AT, fill

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))
ADDRESSES = [
    *((page, {"measure": "missed-bins"}) for page in PAGES),
    ("actions", {"action": "1"}),
    ("actions", {"action": "4"}),
    ("actions", {"action": "5"}),
    ("actions", {"shown": "board"}),
    ("meetings", {"held": "1"}),
    ("meetings", {"held": "2"}),
    ("meetings", {"held": "3"}),
    ("meeting", {"held": "2", "item": "missed-bins"}),
]
SPEAKS = {"actions", "measure", "access"}


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> County:
    made = county(tmp_path_factory.mktemp("county"))
    fill(made)
    return made


@pytest.mark.parametrize(("page", "address"), ADDRESSES)
def test_on_every_page(
    open_page: Open, council: County, page: str, address: dict[str, str]
) -> None:
    app = open_page(council, page, **address)
    assert not app.exception
    html = blocks(app)
    for mark in ("<script", "<img", "<b>rained"):
        assert mark not in html
    if page in SPEAKS or "held" in address:
        assert "&lt;b&gt;rained&lt;/b&gt;" in html
    for written in [*app.markdown, *app.caption, *app.warning, *app.error, *app.success]:
        assert "<script" not in written.value


def test_in_a_record_and_a_reminder(council: County) -> None:
    register, store = open_register(council.out), council.open()
    said = contents(register)
    record = present.record(said.meetings[1], "County", forums(store))
    mails = [reminder(post, one, "County", AS_AT).html for post, one in owed(store, said).items()]
    register.close()
    store.close()
    for html in (record, *mails):
        assert "<script" not in html and "<img" not in html
    assert "&lt;script&gt;" in record and any("&lt;script&gt;" in html for html in mails)
