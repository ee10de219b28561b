"""Why is there no figure?"""

from __future__ import annotations

from perfcore.present import wording
from perfcore.present.cells import measured_at
from perfcore.views.results import Result


def why_blank(row: Result, note: str = "") -> str:
    """Why a measure has no figure, in one sentence; empty where it has one.

    The service's own note takes the place of what the marker means alone.

    Overdue and never supplied, not due, withheld, not applicable and not available are five
    different answers, and a blank is none of them.
    """
    if row.value is not None:
        return ""
    when = measured_at(row)
    match row.status:
        case "no_data" if row.late_period:
            late = wording.period_key(row.frequency, row.late_period)
            return (
                f"Never supplied: the first was due for {late}, "
                f"{wording.plural(row.late_days, 'day')} late."
            )
        case "no_data":
            return "None was reported by then."
        case "not_due" if row.next_due:
            return f"Not due until {wording.day(row.next_due)}."
        case "not_due":
            return "Not due yet."
        case "suppressed":
            return f"Withheld for {when}: so few people that someone could be recognised."
    if row.marker == "not_applicable":
        return f"Not applicable in {when}: {note or 'there was nothing to measure.'}"
    return f"Not available for {when}: {note or 'the service could give no figure.'}"


def why_blank_briefly(row: Result) -> str:
    """The same in a few words, to stand under a status; empty where there is a figure."""
    if row.value is not None:
        return ""
    match row.status:
        case "no_data":
            return "never supplied" if row.late_period else "none by then"
        case "not_due" if row.next_due:
            return f"due {wording.day(row.next_due, year=False, short=True)}"
        case "suppressed":
            return "few people"
        case "not_available" if row.marker == "not_applicable":
            return "nothing to measure"
        case "not_available":
            return "could not be given"
    return ""
