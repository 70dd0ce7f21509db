"""The command ``rashomon``: thin, calls the public API only."""

from pathlib import Path

import click


@click.group()
def main() -> None:
    """Lay the accounts of many reports side by side."""


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path))
def read(paths: tuple[Path, ...], out: Path) -> None:
    """Read reports into a dossier."""
    from rashomon import api

    api.save(api.read(paths), out)
