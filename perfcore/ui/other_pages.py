"""What do the other pages need, and can it be had while the first reader reads the first?

To import this module loads it, charts among it, which take as long as all the rest.
"""

from __future__ import annotations

from perfcore.present import render
from perfcore.ui import action_form, chart, download_chart, explain_form, register  # noqa: F401  the measure's page


def get_ready() -> None:
    """Compile the pages' templates, and read what stands in the register."""
    render.prepare()
    register.get_ready()
