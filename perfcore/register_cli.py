"""The command line of the register: backup, restore, export, verify."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from perfcore.register import copies
from perfcore.register.connection import open_register
from perfcore.settings import Settings

app = typer.Typer(no_args_is_help=True, help="What people add to the figures: keep it safe.")

Url = Annotated[
    str, typer.Option(envvar="PERFCORE_REGISTER_URL", help="Another database than SQLite's file.")
]


@app.command()
def backup(context: typer.Context, file: Path, url: Url = "") -> None:
    """Write everything as it is now to a file."""
    typer.echo(f"Backed up {copies.backup(open_register(_out(context), url), file)}.")


@app.command()
def restore(
    context: typer.Context,
    file: Path,
    url: Url = "",
    replace: Annotated[bool, typer.Option("--replace", help="What is there goes.")] = False,
) -> None:
    """Put a backup into the register: all of it, or nothing."""
    done = copies.restore(open_register(_out(context), url), file, replace=replace)
    typer.echo(f"Restored {done}.")


@app.command()
def export(context: typer.Context, folder: Path, url: Url = "") -> None:
    """Write each table as CSV."""
    typer.echo(f"Exported {copies.export(open_register(_out(context), url), folder)}.")


@app.command()
def verify(context: typer.Context, url: Url = "") -> None:
    """Say what does not hold together; exit with 1 if anything does not."""
    found = copies.verify(open_register(_out(context), url))
    for fault in found:
        typer.echo(fault)
    if found:
        raise typer.Exit(1)
    typer.echo("Every change follows the one before it, and is what was recorded.")


def _out(context: typer.Context) -> Path:
    settings: Settings = context.obj
    return settings.out
