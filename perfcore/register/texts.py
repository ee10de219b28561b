"""Can a text that was typed be stored?"""

from __future__ import annotations

from collections.abc import Mapping

from perfcore.register.errors import RefusedError


def check_texts(said: Mapping[str, str], longest: Mapping[str, int]) -> None:
    """Refuse what is too long, or is no text.

    Parameters
    ----------
    said
        What was typed, by the name of its field.
    longest
        How many characters each has room for.

    Raises
    ------
    RefusedError
        Naming the field.
    """
    for name, text in said.items():
        if len(text) > longest[name]:
            raise RefusedError(
                f"{_named(name)} has {len(text):,} characters; there is room for {longest[name]:,}."
            )
        if "\x00" in text:
            raise RefusedError(f"{_named(name)} holds a character that is no text (NUL).")


def insist_on(said: Mapping[str, str]) -> None:
    """Refuse what is empty, naming all of it."""
    missing = [name for name, text in said.items() if not text.strip()]
    if missing:
        raise RefusedError(f"Still missing: {', '.join(missing)}.")


def _named(name: str) -> str:
    return name[:1].upper() + name[1:]
