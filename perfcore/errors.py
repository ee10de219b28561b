"""What went wrong in words a user can act on?"""

from __future__ import annotations


class UserError(Exception):
    """A fault in what was given, not in the program.

    The command line and the pages print it without a traceback; anything else is a bug.

    Parameters
    ----------
    what
        What is wrong, one sentence.
    where
        The file, sheet, row, key or address concerned, if there is one.
    do
        What the reader can do about it, one sentence.
    """

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what = what
        self.where = where
        self.do = do
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.do}" if self.do else ""
        return f"{place}{self.what}{remedy}"


class FrameworkError(UserError):
    """The framework file cannot be used."""


class IntakeError(UserError):
    """A data file cannot be read, or none can."""


class BuildError(UserError):
    """The warehouse cannot be written."""


class WarehouseError(UserError):
    """The warehouse is missing, damaged or of another version."""


class OutdatedWarehouseError(WarehouseError):
    """The warehouse is whole, but another version of this program computed it."""


class PeriodError(UserError):
    """A text is not a period of the frequency asked for."""
