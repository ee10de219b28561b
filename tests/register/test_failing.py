"""What happens when the disk is full, or the database is gone for a while?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import event

from perfcore.register.audit import faults
from perfcore.register.connection import Register, open_register
from perfcore.register.contents import contents
from perfcore.register.errors import RegisterError
from perfcore.register.explanations import draft, save_draft
from tests.people import A
from tests.postgresql import new_database, own_cluster, programs
from tests.register.test_actions import KNOWN, PLAN
from tests.register.test_explanations import BINS, SEEN, WHOLE


def in_order(register: Register) -> bool:
    with register.reading() as connection:
        return list(faults(connection)) == []


def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path: Path) -> None:
    register = open_register(tmp_path)
    kept = save_draft(register, A, BINS, WHOLE, SEEN)

    @event.listens_for(register._engine, "checkout")
    def full(raw: object, *_: object) -> None:
        raw.execute("pragma max_page_count = 1")  # type: ignore[attr-defined]  # no page more than there are

    with pytest.raises(RegisterError, match="disk is full") as told:
        for number in range(50):
            save_draft(register, A, BINS, WHOLE, SEEN)
            kept = draft(register, A, BINS) or kept
            assert number < 49, "it never became full"
    assert "what you typed, are where they were" in told.value.do
    assert draft(register, A, BINS) == kept
    assert in_order(register)
    register.close()


def test_a_database_that_is_gone_for_a_while_is_told_and_found_again(tmp_path: Path) -> None:
    if programs() is None:
        assert not os.environ.get("PERFCORE_REQUIRE_POSTGRESQL")
        pytest.skip("no PostgreSQL under /usr/lib/postgresql")
    from perfcore.register.actions import add_action

    with own_cluster() as server:
        register = open_register(tmp_path, new_database(server.address))
        add_action(register, A, PLAN, KNOWN)
        before = contents(register)
        server.stop()
        with pytest.raises(RegisterError, match="cannot be used"):
            add_action(register, A, PLAN, KNOWN)
        with pytest.raises(RegisterError, match="cannot be used"):
            contents(register, before)
        server.start()
        assert contents(register, before) == before
        add_action(register, A, PLAN, KNOWN)
        assert len(contents(register, before).actions) == 2
        assert in_order(register)
        register.close()


def test_a_file_that_is_no_register_is_told(tmp_path: Path) -> None:
    (tmp_path / "register.sqlite").write_text("not a database", encoding="utf-8")
    with pytest.raises(RegisterError, match="not a database"):
        open_register(tmp_path)
