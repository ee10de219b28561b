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
from perfcore.errors import BuildError

_KEPT_DAYS: Final = 60
_DAY: Final = 86_400
_NAMES: Final = {one.name for one in fields(Outlook)}


class Remembering:
    """Forecasts of earlier builds, and those of this one until they are kept.

    Parameters
    ----------
    folder
        Where they are kept; need not exist.
    compute
        Forecasts a series.
    """

    def __init__(self, folder: Path, compute: Callable[[Series], Outlook] = outlook) -> None:
        self._folder = folder
        self._compute = compute
        self._new: dict[str, Outlook] = {}
        self._used: list[Path] = []

    def __call__(self, series: Series) -> Outlook:
        """The forecast of a series, computed only if it is not known.

        Parameters
        ----------
        series
            What is known of it.
        """
        key = key_of(series)
        place = self._folder / f"{key}.json"
        known = self._new.get(key) or _read(place)
        if known is None:
            known = self._new[key] = self._compute(series)
        elif key not in self._new:
            self._used.append(place)
        return known

    def keep(self) -> None:
        """Keep this build's forecasts; delete what no build has asked for in two months.

        Raises
        ------
        BuildError
            If they cannot be written.
        """
        try:
            self._write()
        except OSError as error:
            raise BuildError(
                f"The forecasts cannot be kept for the next build ({error.strerror}).",
                where=str(self._folder),
                do="The new warehouse is in use. Free some space, or check who may write there.",
            ) from error

    def _write(self) -> None:
        if self._new:
            self._folder.mkdir(parents=True, exist_ok=True)
        for key, found in self._new.items():
            draft = self._folder / f"{key}.{os.getpid()}"
            draft.write_text(json.dumps(asdict(found)), encoding="utf-8")
            draft.replace(self._folder / f"{key}.json")
        for place in self._used:
            os.utime(place)
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
