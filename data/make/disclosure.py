"""Which small counts are withheld, and which others with them, so that none can be got back?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from make.breakdowns import parent_of
from make.series import HEADLINE, Amount, Key, Series


def withheld(series: Series) -> set[tuple[Key, int]]:
    """The cells of a series that are not published.

    A count from 1 to under the minimum is withheld, and so are a numerator, a denominator or
    their difference of that size. In each group whose total is published, further cells are
    withheld until at least two are and they hold twice the minimum between them.
    """
    limit = _limit(series)
    if limit is None:
        return set()
    cells: set[tuple[Key, int]] = set()
    for at in range(len(series.periods)):
        for group in _groups(series):
            cells |= {(key, at) for key in _of_group(series, group, at, limit)}
    return cells


def _limit(series: Series) -> int | None:
    disclosure = series.measure.disclosure
    return disclosure.min_count if disclosure else None


def _groups(series: Series) -> list[list[Key]]:
    groups = [[HEADLINE]]
    for breakdown in series.breakdowns:
        keys = [key for key in series.lines if key[0] == breakdown]
        nest = parent_of(breakdown)
        if nest is None or nest[0] not in series.breakdowns:
            groups.append(keys)
            continue
        by_parent: dict[str, list[Key]] = {}
        for key in keys:
            by_parent.setdefault(nest[1][key[1]], []).append(key)
        groups += by_parent.values()
    return groups


def _of_group(series: Series, keys: Sequence[Key], at: int, limit: int) -> list[Key]:
    known: Mapping[Key, Amount] = {key: cell for key in keys if (cell := series.lines[key][at])}
    small = [key for key, cell in known.items() if _is_small(cell, limit)]
    if not small or keys == [HEADLINE]:
        return small
    rest = sorted((key for key in known if key not in small), key=lambda k: known[k].numerator)
    while rest and (len(small) < 2 or sum(known[key].numerator for key in small) < 2 * limit):
        small.append(rest.pop(0))
    return small


def _is_small(cell: Amount, limit: int) -> bool:
    counts = [cell.numerator]
    if cell.denominator is not None:
        counts += [cell.denominator, cell.denominator - cell.numerator]
    return any(0 < count < limit for count in counts)
