"""Is each post reminded of all that it owes, and of nothing else?"""

from __future__ import annotations

import email
from collections.abc import Iterator
from datetime import date
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from typer.testing import CliRunner

from perfcore.cli import app
from perfcore.register.action import Known, Plan
from perfcore.register.actions import add_action
from perfcore.register.connection import open_register
from perfcore.register.contents import contents
from perfcore.register.explanations import Subject, submit
from perfcore.reports.digest import DigestError, send, server_of
from perfcore.store import open_current
from perfcore.views.owed import owed
from tests.browser.conftest import free_port
from tests.county import County, county
from tests.people import A
from tests.register.test_explanations import SEEN, WHOLE

BINS = Subject("missed-bins", "off_target", "2020-09")
NASTY = "<script>alert(1)</script>\r\nBcc: everybody@council.example"
ACCESS = """\
version: 1
access: [{role: reader, group: all}]
mail: [{post: Head of Waste, to: waste@council.example}]
"""


@pytest.fixture
def council(tmp_path: Path) -> County:
    return county(tmp_path)


@pytest.fixture
def outbox() -> Iterator[tuple[str, list[EmailMessage]]]:
    """A mail server on loopback, and what it was given."""
    kept: list[EmailMessage] = []

    class Kept(Message):
        def handle_message(self, message: EmailMessage) -> None:
            kept.append(message)

    server = Controller(Kept(message_class=EmailMessage), "127.0.0.1", free_port())
    server.start()
    yield f"smtp://127.0.0.1:{server.port}", kept
    server.stop()


def run(council: County, folder: Path, *more: str, **environment: str) -> tuple[int, str]:
    common = ["--out", str(council.out)]
    found = CliRunner().invoke(
        app, [*common, "digest", "--folder", str(folder), *more], env=environment
    )
    said = found.output if found.exception is None else f"{found.output}{found.exception}"
    return found.exit_code, said


def mails(folder: Path) -> dict[str, EmailMessage]:
    return {
        path.stem: email.message_from_bytes(path.read_bytes(), policy=policy.default)  # type: ignore[misc]
        for path in sorted(folder.glob("*.eml"))
    }


def test_each_post_has_one_mail_of_all_that_it_owes(council: County, tmp_path: Path) -> None:
    register = open_register(council.out)
    known = Known("b", date(2020, 10, 12))
    add_action(register, A, Plan(NASTY, "Head of Waste", date(2020, 10, 20), ("recycling",)), known)
    add_action(register, A, Plan("Far off", "Head of Waste", date(2021, 9, 1), ()), known)
    add_action(register, A, Plan("Another", "Head of Homes", date(2020, 10, 13), ()), known)
    register.close()
    code, said = run(council, tmp_path / "out", "--to", "all")
    assert code == 0, said
    found = mails(tmp_path / "out")
    assert {"head-of-waste", "head-of-homes"} <= set(found)
    mail = found["head-of-waste"]
    text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    html = mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
    for part in (text, html):
        assert "Missed bins" in part and "Another" not in part and "Far off" not in part
        assert "Off target since Sep 2020" in part
        assert "Due 20 Oct 2020, in 8 days." in part
    assert "<script" not in html and "&lt;script&gt;" in html
    assert mail["bcc"] is None and mail["to"] is None


def test_what_was_explained_is_owed_no_more(council: County) -> None:
    register = open_register(council.out)
    store = open_current(council.out)
    before = owed(store, contents(register))["Head of Waste"].explanations
    submit(register, A, BINS, WHOLE, SEEN)
    after = owed(store, contents(register))["Head of Waste"].explanations
    assert {one.measure for one in before} - {one.measure for one in after} == {"missed-bins"}
    register.close()
    store.close()


def test_one_post_alone(council: County, tmp_path: Path) -> None:
    assert run(council, tmp_path / "out", "--to", "Head of Waste")[0] == 0
    assert list(mails(tmp_path / "out")) == ["head-of-waste"]
    code, said = run(council, tmp_path / "none", "--to", "Head of Wast")
    assert code != 0 and "Head of Wast" in said
    assert not (tmp_path / "none").exists()


def test_they_are_sent_to_the_posts_that_have_an_address(
    council: County, tmp_path: Path, outbox: tuple[str, list[EmailMessage]]
) -> None:
    url, kept = outbox
    register = open_register(council.out)
    plan = Plan("Another", "Head of Homes", date(2020, 10, 13))
    add_action(register, A, plan, Known("b", date(2020, 10, 12)))
    register.close()
    access = tmp_path / "access.yaml"
    access.write_text(ACCESS, encoding="utf-8")
    code, said = run(
        council, tmp_path / "out", "--to", "all", "--send",
        PERFCORE_SMTP_URL=url, PERFCORE_ACCESS=str(access), PERFCORE_MAIL_FROM="p@council.example",
        PERFCORE_ADDRESS="https://performance.council.example",
    )  # fmt: skip
    assert code == 0, said
    (mail,) = kept
    assert (mail["to"], mail["from"]) == ("waste@council.example", "p@council.example")
    assert "https://performance.council.example" in mail.as_string()
    assert "1 mail sent." in said and "has no address" in said


def test_nothing_is_sent_without_a_server_and_the_files_are_there(
    council: County, tmp_path: Path
) -> None:
    code, said = run(council, tmp_path / "out", "--to", "all", "--send")
    assert code != 0 and "No mail server is configured" in said
    assert mails(tmp_path / "out")


def test_a_server_that_is_not_there_is_named() -> None:
    mail = EmailMessage()
    mail["To"], mail["From"] = "a@b.example", "c@d.example"
    with pytest.raises(DigestError, match="refused the connection"):
        send({"Head of Waste": mail}, server_of(f"smtp://127.0.0.1:{free_port()}"))


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://", "smtp://a:b:c"])
def test_an_address_of_no_server_is_refused(url: str) -> None:
    with pytest.raises(DigestError, match="mail server"):
        server_of(url)


def test_a_server_is_named_in_full_or_by_its_scheme() -> None:
    found = server_of("smtp+starttls://user%40council:p%3Aw@mail.example")
    assert (found.port, found.user, found.password) == (587, "user@council", "p:w")
    assert server_of("smtps://mail.example").port == 465
