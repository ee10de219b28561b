"""How do a view's results become HTML?

Templates escape everything that is not marked as safe, so a name in the framework or a note in a
data file can hold anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from perfcore.present import headlines, marks, wording
from perfcore.present.blank import why_blank, why_blank_briefly
from perfcore.present.cells import (
    finding,
    latest,
    measured_at,
    reported,
    said,
    target_alone,
    target_of,
)
from perfcore.present.missed import compared, missed_by, year_before
from perfcore.present.sparkline import sparkline
from perfcore.present.year_line import year_line
from perfcore.views.trends import Trend

_NO_TREND: Final = Trend()
_STYLES: Final = (
    "tokens", "page", "table", "marks",
    "overview", "scorecard", "council_plan", "measure", "comparison", "drill_down", "moved",
    "covid", "data_health", "catalogue", "variation", "exceptions", "actions",
    "meeting",
    "elsewhere",
)  # fmt: skip


def page(name: str, **context: Any) -> str:
    """The HTML of a page's block.

    Parameters
    ----------
    name
        The template, without its ending.
    context
        What it needs: usually ``view``, ``links`` and ``headline``.
    """
    return _environment().get_template(f"{name}.html.j2").render(**context)


def prepare() -> None:
    """Compile every template, so that no page's first reader waits for it."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


@cache
def style_sheet() -> str:
    """The style sheet of every block: tokens first, then the parts, then one file a page."""
    folder = files("perfcore.present").joinpath("styles")
    return "".join(folder.joinpath(f"{name}.css").read_text(encoding="utf-8") for name in _STYLES)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("perfcore.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        shape=marks.shape,
        status=marks.status,
        direction=marks.direction,
        flag=marks.flag,
        strip=marks.strip,
        restated_mark=marks.RESTATED,
        trend=_trend,
        latest=latest,
        target_of=target_of,
        target_alone=target_alone,
        finding=finding,
        compared=compared,
        missed_by=missed_by,
        year_before=year_before,
        year_line=year_line,
        why_blank=why_blank,
        why_blank_briefly=why_blank_briefly,
        said=said,
        measured_at=measured_at,
        reported=reported,
        words=wording,
        say=headlines,
    )
    return environment


def _trend(trends: Mapping[str, Trend], measure: str, width: int = 96) -> Markup:
    return sparkline(trends.get(measure, _NO_TREND), width)
