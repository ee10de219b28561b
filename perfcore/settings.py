"""Which framework, which data, where to build: from the environment or the usual places."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the product reads and writes.

    Attributes
    ----------
    framework
        The framework file.
    data
        The data folder.
    out
        The folder of the warehouses.
    register_url
        The database of the register; empty for SQLite's file beside the warehouses.
    access
        The file that says who may do what, where readers sign in.
    smtp_url, mail_from
        The mail server that reminders are sent through, empty for none, and whom they are from.
    address
        The dashboard's own, for reminders to name; empty to leave it out.
    """

    framework: Path = Path("measures.yaml")
    data: Path = Path("data")
    out: Path = Path("build")
    register_url: str = ""
    access: Path = Path("access.yaml")
    smtp_url: str = ""
    mail_from: str = "performance@localhost"
    address: str = ""


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from ``PERFCORE_FRAMEWORK``, ``PERFCORE_DATA`` and the like.

    Parameters
    ----------
    environment
        Names and values; an absent or empty one leaves the usual place.
    """
    usual = Settings()
    return Settings(
        framework=Path(environment.get("PERFCORE_FRAMEWORK") or usual.framework),
        data=Path(environment.get("PERFCORE_DATA") or usual.data),
        out=Path(environment.get("PERFCORE_OUT") or usual.out),
        register_url=environment.get("PERFCORE_REGISTER_URL") or usual.register_url,
        access=Path(environment.get("PERFCORE_ACCESS") or usual.access),
        smtp_url=environment.get("PERFCORE_SMTP_URL") or usual.smtp_url,
        mail_from=environment.get("PERFCORE_MAIL_FROM") or usual.mail_from,
        address=environment.get("PERFCORE_ADDRESS") or usual.address,
    )
