"""Where is the query that answers a question?"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def query(name: str) -> str:
    """The text of ``views/sql/<name>.sql``."""
    return files("perfcore.views").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
