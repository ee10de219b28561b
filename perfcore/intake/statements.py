"""Which SQL does this step of the intake run?"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def sql(name: str) -> str:
    """The text of ``perfcore/intake/sql/<name>.sql``."""
    return (files(__package__) / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def quoted(identifier: str) -> str:
    """A column's or table's name as SQL.

    Examples
    --------
    >>> quoted("row")
    '"row"'
    """
    return '"' + identifier.replace('"', '""') + '"'
