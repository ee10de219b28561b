"""Is the framework file still what the figures were built from?"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import streamlit as st

from perfcore.framework import load
from perfcore.present import wording
from perfcore.views.build_facts import BuildFacts


def framework_notice(path: Path, build: BuildFacts, built_from: str) -> None:
    """Say that the framework file is missing, broken or changed since the build, if it is.

    Parameters
    ----------
    path
        The framework file.
    build
        The build that the pages show.
    built_from
        The hash of the framework file that it was made from.
    """
    shown = f"The pages show the last good build, as at {wording.day(build.as_at)}."
    try:
        facts = path.stat()
        errors = _errors_since(str(path), facts.st_mtime_ns, facts.st_size, built_from)
    except OSError as error:
        st.warning(
            f"`{path}`: {error.strerror}. {shown}", title="The framework file cannot be read"
        )
        return
    if errors is None:
        return
    if not errors:
        st.info(
            f"{shown} Run `perfcore build` to show the change.",
            title="The framework file has changed",
        )
        return
    count = wording.plural(len(errors), "error")
    st.warning(
        f"{shown} Put right {count} in `{path}`, then run `perfcore build`.",
        title="The framework file has errors",
    )
    with st.expander(wording.capital(count)):
        st.code("\n".join(errors), language=None, wrap_lines=True)


@lru_cache(maxsize=8)
def _errors_since(path: str, modified: int, size: int, built_from: str) -> list[str] | None:
    file = Path(path)
    if sha256(file.read_bytes()).hexdigest() == built_from:
        return None
    return [str(problem) for problem in load(file).errors]
