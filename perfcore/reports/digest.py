"""How are reminders written as files and sent?"""

from __future__ import annotations

import os
import re
import smtplib
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from perfcore.errors import UserError
from perfcore.present.reminder import Reminder

_SECONDS: Final = 30
_PORTS: Final = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
_NOT_A_NAME: Final = re.compile(r"[^a-z0-9]+")


class DigestError(UserError):
    """A reminder cannot be written or sent."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server.

    Attributes
    ----------
    scheme
        ``smtp`` in plain, ``smtp+starttls``, or ``smtps``.
    user, password
        Empty to send without signing in.
    """

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""


def server_of(url: str) -> Server:
    """The server that a URL names, such as ``smtp+starttls://user:password@mail.example:587``.

    Raises
    ------
    DigestError
        If it names none.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise DigestError(f"The mail server's address cannot be read ({error}).") from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise DigestError(
            "The mail server's address is none.",
            do=f"Write one of {', '.join(f'{scheme}://host:port' for scheme in _PORTS)}.",
        )
    return Server(
        parts.scheme,
        parts.hostname,
        port or _PORTS[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
    )


def message(reminder: Reminder, sender: str, to: str) -> EmailMessage:
    """A reminder as a mail: plain text with HTML beside it.

    Raises
    ------
    DigestError
        If an address is none.
    """
    mail = EmailMessage()
    mail["Subject"] = reminder.subject
    mail["From"] = _address(sender)
    if to:
        mail["To"] = _address(to)
    mail.set_content(reminder.text)
    mail.add_alternative(reminder.html, subtype="html")
    return mail


def write(reminders: Mapping[str, EmailMessage], folder: Path) -> tuple[Path, ...]:
    """Write each post's mail as a file that mail programs open; those there before are replaced.

    Parameters
    ----------
    reminders
        By post.
    folder
        Where to; made if it does not exist.

    Raises
    ------
    DigestError
        If one cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_written(folder, reminders))
    except OSError as error:
        raise DigestError(
            f"The reminders cannot be written ({error.strerror}).", where=str(folder)
        ) from error


def send(mails: Mapping[str, EmailMessage], server: Server) -> None:
    """Send mails, over one connection.

    Raises
    ------
    DigestError
        If the server refuses, naming the post whose mail it was.
    """
    at = "the connection"
    try:
        with _connected(server) as connection:
            if server.user:
                connection.login(server.user, server.password)
            for post, mail in mails.items():
                at = f"the mail to the {post}"
                connection.send_message(mail)
    except (OSError, smtplib.SMTPException) as error:
        why = next(iter(str(error).splitlines()), repr(error))
        raise DigestError(
            f"The mail server refused {at} ({why}).",
            where=f"{server.host}:{server.port}",
            do="What is written as files is there all the same.",
        ) from error


def _connected(server: Server) -> smtplib.SMTP:
    if server.scheme == "smtps":
        secure = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=secure)
    connection = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
    if server.scheme == "smtp+starttls":
        connection.starttls(context=ssl.create_default_context())
    return connection


def _written(folder: Path, reminders: Mapping[str, EmailMessage]) -> Iterator[Path]:
    taken: set[str] = set()
    for post, mail in reminders.items():
        name = _file_name(post, taken)
        taken.add(name)
        path, draft = folder / name, folder / f"{name}.{os.getpid()}"
        draft.write_bytes(mail.as_bytes())
        draft.replace(path)
        yield path


def _file_name(post: str, taken: set[str]) -> str:
    stem = _NOT_A_NAME.sub("-", post.lower()).strip("-")[:80] or "post"
    name, number = f"{stem}.eml", 2
    while name in taken:
        name, number = f"{stem}-{number}.eml", number + 1
    return name


def _address(text: str) -> Address:
    try:
        return Address(addr_spec=text)
    except (ValueError, IndexError) as error:
        raise DigestError(f"“{text}” is no mail address.") from error
