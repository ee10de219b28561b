"""How are words, numbers, dates, margins and references read, and which YAML traps are caught?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

import yaml

from perfcore.framework.grammar.kind import Kind, Place, Reading, WrongValueError
from perfcore.framework.model import Margin
from perfcore.framework.suggest import did_you_mean
from perfcore.framework.yaml_lines import guess, is_plain

ID_PATTERN: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
_ID = re.compile(ID_PATTERN)
_SPAN = re.compile(r"\d{4}/(\d{2}|\d{4})")
_SEXAGESIMAL = re.compile(r"[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?")
_AMOUNT = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)
_PERCENT = re.compile(r"((?:0|[1-9]\d*)(?:\.\d+)?) ?%", re.ASCII)
_WHOLE = re.compile(r"0|[1-9]\d*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LARGEST: Final = Decimal(10) ** 18
_GUESSES: Final = {
    "bool": "a yes or no", "int": "a number", "float": "a number", "timestamp": "a date",
    "merge": "a merge key",
}  # fmt: skip


def scalar(node: yaml.Node) -> yaml.ScalarNode:
    """The node, if it holds a single value; otherwise WrongValueError."""
    if not isinstance(node, yaml.ScalarNode):
        held = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
        raise WrongValueError(f"is {held} where one value is expected")
    return node


def untrapped(node: yaml.Node) -> str:
    """The text of a scalar that every YAML reader takes for text; otherwise WrongValueError."""
    found = scalar(node)
    text = str(found.value)
    if not is_plain(found):
        return text
    if _SPAN.fullmatch(text) or _SEXAGESIMAL.fullmatch(text):
        raise WrongValueError(f'write {text} in quotes: "{text}"')
    if taken := _GUESSES.get(guess(found)):
        raise WrongValueError(f'{text} without quotes is read as {taken}: write "{text}"')
    return text


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Words for people, on one line or several."""

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> str:
        """The words, with runs of white space made one space."""
        text = " ".join(untrapped(node).split())
        if not text:
            raise WrongValueError("is empty")
        return text

    def json(self) -> dict[str, Any]:
        """Any string with something in it."""
        return {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> str:
        """The word."""
        word = str(scalar(node).value)
        if word in self.words:
            return word
        trap = ""
        if guess(scalar(node)) == "bool":
            trap = " (YAML reads it as a yes or no)"
        known = ", ".join(self.words)
        near = did_you_mean(word, self.words)
        raise WrongValueError(f"{word!r} is not one of {known}{trap}{near}")

    def json(self) -> dict[str, Any]:
        """The words."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Reference(Kind):
    """The id of an entry of another section; ``also`` lists words allowed beside the ids."""

    section: str
    noun: str
    also: tuple[str, ...] = ()

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> str:
        """The id."""
        name = untrapped(node)
        known = (*reading.ids.get(self.section, ()), *self.also)
        if name not in known:
            near = did_you_mean(name, known)
            raise WrongValueError(f"there is no {self.noun} {name!r}{near}")
        return name

    def json(self) -> dict[str, Any]:
        """The pattern of ids; whether the entry exists is for the loader to say."""
        return {"type": "string", "pattern": ID_PATTERN}


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """True or false."""

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> bool:
        """The truth value."""
        found = scalar(node)
        word = str(found.value)
        if not is_plain(found) or word.lower() not in ("true", "false"):
            raise WrongValueError(f"{word!r} is not true or false")
        return word.lower() == "true"

    def json(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Whole(Kind):
    """A whole number from ``least`` to ``most``, or one of those ``allowed``."""

    least: int = 0
    most: int = 1_000_000
    allowed: tuple[int, ...] = ()

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> int:
        """The number."""
        found = scalar(node)
        text = str(found.value)
        if not is_plain(found) or not _WHOLE.fullmatch(text) or len(text) > 9:
            raise WrongValueError(f"{text!r} is not a whole number")
        number = int(text)
        if self.allowed and number not in self.allowed:
            known = ", ".join(f"{allowed}" for allowed in self.allowed)
            raise WrongValueError(f"{number} is not one of {known}")
        if not self.allowed and not self.least <= number <= self.most:
            raise WrongValueError(f"{number} is not between {self.least} and {self.most}")
        return number

    def json(self) -> dict[str, Any]:
        """The bounds or the numbers allowed."""
        if self.allowed:
            return {"enum": list(self.allowed)}
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Amount(Kind):
    """A number, exactly as written: under 10^18, at most 10 decimal places."""

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> Decimal:
        """The number, from the file's own digits."""
        found = scalar(node)
        text = str(found.value)
        if not is_plain(found):
            raise WrongValueError(f"{text!r} is text, not a number: leave the quotes out")
        return _decimal(text, f"{text!r} is not a number in plain digits")

    def json(self) -> dict[str, Any]:
        """A number."""
        return {"type": "number", "exclusiveMinimum": -1e18, "exclusiveMaximum": 1e18}


@dataclass(frozen=True, slots=True)
class Distance(Kind):
    """A margin, 0 or more: ``5%`` of the target, or ``2`` in the measure's unit."""

    positive: bool = False

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> Margin:
        """The margin."""
        found = scalar(node)
        text = str(found.value)
        if percent := _PERCENT.fullmatch(text):
            margin = Margin(_decimal(percent[1], ""), relative=True)
        elif not is_plain(found):
            raise WrongValueError(f"{text!r} is text: leave the quotes out, or write '5%'")
        else:
            margin = Margin(_decimal(text, f"{text!r} is neither a number nor a percentage"))
        if margin.amount < 0 or (self.positive and margin.amount == 0):
            raise WrongValueError(
                f"{text} is not {'more than 0' if self.positive else '0 or more'}"
            )
        return margin

    def json(self) -> dict[str, Any]:
        """A number or a percentage."""
        least = "exclusiveMinimum" if self.positive else "minimum"
        number = {"type": "number", least: 0, "exclusiveMaximum": 1e18}
        return {"anyOf": [number, {"type": "string", "pattern": rf"^{_PERCENT.pattern}$"}]}


@dataclass(frozen=True, slots=True)
class Span(Kind):
    """A number of days or periods, written like the ``example``: with or without the unit."""

    unit: str
    example: str
    least: int = 0

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> int:
        """The number."""
        text = str(scalar(node).value)
        found = re.fullmatch(rf"(0|[1-9]\d{{0,4}})( {self.unit}s?)?", text)
        if found is None or int(found[1]) < self.least:
            raise WrongValueError(f"{text!r} is not a number of {self.unit}s like {self.example!r}")
        return int(found[1])

    def json(self) -> dict[str, Any]:
        """A number, or a number and the unit."""
        first = "[1-9]" if self.least else "(0|[1-9])"
        words = {"type": "string", "pattern": rf"^{first}\d{{0,4}} {self.unit}s?$"}
        return {"anyOf": [{"type": "integer", "minimum": self.least}, words]}


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """An ISO date."""

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> date:
        """The date."""
        text = str(scalar(node).value)
        wrong = f"{text!r} is not a date like 2020-10-12"
        if not _DAY.fullmatch(text):
            raise WrongValueError(wrong)
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise WrongValueError(wrong) from error

    def json(self) -> dict[str, Any]:
        """A string in the form of an ISO date."""
        return {"type": "string", "pattern": f"^{_DAY.pattern}$"}


@dataclass(frozen=True, slots=True)
class PeriodName(Kind):
    """The name of a period; which frequency it needs depends on the measure."""

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> str:
        """The name, as it is written."""
        found = scalar(node)
        text = str(found.value)
        if is_plain(found) and _SPAN.fullmatch(text):
            raise WrongValueError(f'write {text} in quotes: "{text}"')
        return text

    def json(self) -> dict[str, Any]:
        """A string, or the number of a calendar year."""
        return {"type": ["string", "integer"]}


def is_id(text: str) -> bool:
    """Whether a text can be the id of an entry: lower case, digits, single hyphens."""
    return _ID.fullmatch(text) is not None


def _decimal(text: str, otherwise: str) -> Decimal:
    if not _AMOUNT.fullmatch(text):
        raise WrongValueError(otherwise)
    number = Decimal(text)
    exponent = number.as_tuple().exponent
    if abs(number) >= _LARGEST or (isinstance(exponent, int) and exponent < -10):
        raise WrongValueError(f"{text} is out of bounds: under 10^18, at most 10 decimal places")
    return number
