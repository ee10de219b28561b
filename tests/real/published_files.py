"""Where are the published files that are never kept in this repository?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "open-data"


def folder(name: str) -> Path:
    """The folder of published files of that name; skips the test where there is none."""
    real = Path(os.environ.get("PERFCORE_REAL_DATA", ROOT.parent / "shared" / "real"))
    if not (real / name).is_dir():
        pytest.skip(f"no published files here: set PERFCORE_REAL_DATA to a folder with {name}/")
    return real / name
