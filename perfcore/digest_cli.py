"""The command line of reminders: one mail for each post that owes something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Annotated

import typer

from perfcore.access.load import load
from perfcore.present.reminder import reminder
from perfcore.present.wording import plural
from perfcore.register.connection import FILE, open_register
from perfcore.register.contents import NOTHING, Contents, contents
from perfcore.reports.digest import DigestError, message, send, server_of, write
from perfcore.settings import Settings, from_environment
from perfcore.store import Store, open_current
from perfcore.views.build_facts import build_facts
from perfcore.views.owed import owed
from perfcore.views.owned import ids, posts

ALL = "all"


def digest(
    context: typer.Context,
    to: Annotated[str, typer.Option("--to", help="A post by its name, or all.")],
    folder: Annotated[Path, typer.Option(help="Where the mails are written.")] = Path("digest"),
    send_them: Annotated[bool, typer.Option("--send", help="Send them too.")] = False,
) -> None:
    """Write a reminder for each post: explanations, actions and figures that it owes."""
    given: Settings = context.obj
    settings = replace(from_environment(), out=given.out)
    store = open_current(settings.out)
    everything = owed(store, _written(settings))
    chosen = everything if to == ALL else {to: everything[to]} if to in everything else {}
    if not chosen:
        _say_nothing_owed(to, store)
        return
    facts = build_facts(store)
    addresses = load(settings.access, ids(store)).mail if settings.access.is_file() else {}
    mails = {
        post: message(
            reminder(post, one, facts.organisation, facts.as_at, settings.address),
            settings.mail_from,
            addresses.get(post, ""),
        )
        for post, one in chosen.items()
    }
    for path in write(mails, folder):
        typer.echo(path.as_posix())
    if send_them:
        _send(mails, addresses, settings.smtp_url)


def _send(mails: Mapping[str, EmailMessage], addresses: Mapping[str, str], smtp: str) -> None:
    if not smtp:
        raise DigestError(
            "No mail server is configured, so nothing was sent.",
            do="Set PERFCORE_SMTP_URL, for example smtp+starttls://user:password@host:587.",
        )
    reachable = {post: mail for post, mail in mails.items() if post in addresses}
    send(reachable, server_of(smtp))
    typer.echo(f"{plural(len(reachable), 'mail')} sent.")
    for post in mails:
        if post not in addresses:
            typer.echo(f"Not sent to the {post}: the access file has no address for this post.")


def _say_nothing_owed(to: str, store: Store) -> None:
    if to == ALL:
        typer.echo("No post owes anything.")
        return
    if to not in posts(store):
        raise DigestError(
            f"No measure is accounted for by the post “{to}”.",
            do="Write it as the framework does, or all.",
        )
    typer.echo(f"The {to} owes nothing.")


def _written(settings: Settings) -> Contents:
    if not settings.register_url and not (settings.out / FILE).is_file():
        return NOTHING
    register = open_register(settings.out, settings.register_url)
    try:
        return contents(register)
    finally:
        register.close()
