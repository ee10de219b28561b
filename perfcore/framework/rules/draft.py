"""What does a rule look at, and how does it say what it found?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from perfcore.framework.grammar.collections import Entry
from perfcore.framework.model import Framework, Measure
from perfcore.framework.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Draft:
    """A framework under check: what could be read of it, and its entries with their lines.

    Attributes
    ----------
    framework
        Without the entries that lack something essential.
    entry
        The root of the file.
    """

    framework: Framework
    entry: Entry

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures, in the file's order."""
        return tuple(self.framework.measures.values())

    def written(self, measure: Measure, key: str) -> bool:
        """Whether a measure says a key itself, rather than taking it from the defaults."""
        return key in self._entry_of(measure).lines

    def problem(
        self, severity: Severity, measure: Measure, key: str, text: str, line: int | None = None
    ) -> Problem:
        """A problem of a measure, on the line of its key unless another is given."""
        at = line or self._entry_of(measure).line_of(key.split(".", maxsplit=1)[0])
        return Problem(self.framework.path, at, severity, measure.id, key, text)

    def error(self, measure: Measure, key: str, text: str, line: int | None = None) -> Problem:
        """An error of a measure."""
        return self.problem("error", measure, key, text, line)

    def warning(self, measure: Measure, key: str, text: str, line: int | None = None) -> Problem:
        """A warning about a measure."""
        return self.problem("warning", measure, key, text, line)

    def warning_of(self, section: str, name: str, text: str) -> Problem:
        """A warning about an entry of another section, or about the section if ``name`` is ''."""
        entries = self.entry.get(section, {})
        line = entries[name].line if name else self.entry.line_of(section)
        key = f"{section}.{name}" if name else section
        return Problem(self.framework.path, line, "warning", "", key, text)

    def _entry_of(self, measure: Measure) -> Entry:
        found: Entry = self.entry.get("measures", {})[measure.id]
        return found


Rule = Callable[[Draft], Iterator[Problem]]
