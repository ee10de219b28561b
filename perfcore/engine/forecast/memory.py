"""Which forecasts need not be computed again?

A forecast depends on its series alone. It is kept beside the warehouses under the hash of the
series and of the method's version, so that a nightly build computes only what changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Final

from perfcore.engine.forecast.outlook import VERSION, Outlook, outlook
from perfcore.engine.forecast.series import Series

_KEPT_DAYS: Final = 60
_DAY: Final = 86_400
_NAMES: Final = {one.name for one in fields(Outlook)}


class Remembering:
    """Forecasts kept in a folder.

    Parameters
    ----------
    folder
        Made if it does not exist. What nobody has asked for in two months is deleted.
    compute
        Forecasts a series.
    """

    def __init__(self, folder: Path, compute: Callable[[Series], Outlook] = outlook) -> None:
        self._folder = folder
        self._compute = compute
        self._forget_the_old()

    def __call__(self, series: Series) -> Outlook:
        """The forecast of a series, computed only if it is not known.

        Parameters
        ----------
        series
            What is known of it.
        """
        place = self._folder / f"{key_of(series)}.json"
        known = _read(place)
        if known is not None:
            os.utime(place)
            return known
        found = self._compute(series)
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps(asdict(found)), encoding="utf-8")
        draft.replace(place)
        return found

    def _forget_the_old(self) -> None:
        for place in self._folder.glob("*"):
            if time.time() - place.stat().st_mtime > _KEPT_DAYS * _DAY:
                place.unlink(missing_ok=True)


def key_of(series: Series) -> str:
    """The hash of everything a forecast depends on, as hexadecimal digits."""
    given = [
        VERSION, series.unit, series.scale, series.values, series.adds_up, series.season,
        series.numerators, series.denominators, len(series.ahead), series.refusal,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(given).encode()).hexdigest()[:32]


def _read(place: Path) -> Outlook | None:
    """What is kept; None where there is nothing, or nothing that can be read."""
    try:
        given = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(given, dict) or set(given) != _NAMES:
        return None
    lists = {name: tuple(given[name]) for name in ("means", "half_widths")}
    return Outlook(**{**given, **lists})
