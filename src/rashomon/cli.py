"""The command ``rashomon``: thin, calls the public API only. Nothing heavy is imported before it is needed."""

import gc
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from rashomon import __version__

# Threads of numpy's linear algebra wait for each other more than they help on one report; must be set before numpy loads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Lexicons are tens of thousands of small objects that stay: looking through them for rubbish again and again
# took a quarter of a cold start.
gc.set_threshold(200_000, 20, 50)

READ_EXAMPLES = """\b
Examples:
  rashomon read reports/ --out dossier/
  rashomon read a.txt b.html --out dossier/ --published 2021-03-04
  rashomon read pile.jsonl --out dossier/ --ui ru --policy ucdp --policy ibc
"""
UI = click.Choice(["en", "ru", "pl", "it"])
POLICIES = click.Choice(["ucdp", "acled", "ibc", "majority", "latest", "official"])
FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="rashomon")
def main() -> None:
    """Lay the accounts of many news reports on one event side by side: what is said, by whom,
    in which words; who agrees, who contradicts, who merely repeats, who leaves it out.

    \b
    Examples:
      rashomon read reports/ --out dossier/     read a folder, write the dossier
      rashomon show dossier/                    print it
      rashomon explain dossier/ figure-3f2a9c-120
    """


@main.command(epilog=READ_EXAMPLES)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=FOLDER, help="Folder for the dossier (made, or renewed).")
@click.option("--language", metavar="CODE", help="Language of the reports (ISO 639-1); found out otherwise.")
@click.option("--published", metavar="DATE", help="Date of publication (ISO 8601) of reports given as files.")
@click.option("--side", help="Your own label for the camp these reports belong to.")
@click.option("--ui", type=UI, default="en", show_default=True, help="Language of questions and reasons.")
@click.option("--policy", "policies", type=POLICIES, multiple=True, help="Add a policy's low/best/high columns.")
@click.option(
    "--official", multiple=True, metavar="SOURCE", help="A source you count as official (with --policy official)."
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help='JSON Lines of {"a": NAME, "b": NAME, "same": true|false}.',
)
@click.option(
    "--workers",
    type=click.IntRange(0),
    default=0,
    help="Processes; 0 (default) takes all cores for more than a few reports.",
)
@click.option("--engine", metavar="NAME", help="serial, processes, or dask[:address].")
@click.option("--finder", metavar="NAME", help="An installed extra name finder, e.g. spacy:en_core_web_sm.")
@click.option("--anywhere", is_flag=True, help="Let manifests name files outside their own folder.")
def read(paths: tuple[Path, ...], out: Path, decisions: Path | None, **options: Any) -> None:
    """Read files, folders and manifests (.txt .md .html .pdf .docx .jsonl .csv) into a dossier."""
    from rashomon import api

    if decisions:
        options["judgements"] = _judgements(decisions)
    try:
        dossier = api.read(paths, out, progress=_progress(), **options)
    except (OSError, ValueError, RuntimeError) as error:
        _fail(error)
    if sys.stdout.isatty():
        click.echo(api.show(dossier, _width(), colour=True))
        click.echo(f"\n{out / 'report.html'}")


@main.command()
@click.argument("out", type=FOLDER)
def show(out: Path) -> None:
    """Print the dossier in OUT: questions with their figures first, the most disputed at the top.

    \b
    Example:
      rashomon show dossier/ | less
    """
    from rashomon import api

    click.echo(api.show(_load(out), _width(), colour=sys.stdout.isatty()))


@main.command()
@click.argument("out", type=FOLDER)
@click.argument("id")
def explain(out: Path, id: str) -> None:
    """Say for one row which rule found it, on which words, and why it has the values it has.

    \b
    Example:
      rashomon explain dossier/ figure-3f2a9c-120
    """
    from rashomon import api

    try:
        click.echo(api.explain(_load(out), id))
    except KeyError as error:
        _fail(error.args[0] if " " in str(error.args[0]) else f"no row with the id {id}")


@main.command()
@click.argument("out", type=FOLDER)
@click.argument("archive", type=click.Path(path_type=Path, dir_okay=False))
def export(out: Path, archive: Path) -> None:
    """Write all tables of OUT as CSV files in one ZIP archive, safe to open in a spreadsheet.

    \b
    Example:
      rashomon export dossier/ tables.zip
    """
    from rashomon import api

    try:
        api.export_csv(_load(out), archive)
    except OSError as error:
        _fail(error)


@main.command()
def languages() -> None:
    """List the language packs and what each covers.

    \b
    Example:
      rashomon languages
    """
    from rashomon import api

    for row in api.languages():
        click.echo(f"{row.code}  {row.name} ({row.own_name}): {', '.join(row.covers)}; {row.cases} cases")


def _load(out: Path) -> Any:
    from rashomon import api

    try:
        return api.load(out)
    except (OSError, ValueError) as error:
        _fail(error)


def _judgements(path: Path) -> tuple[Any, ...]:
    from rashomon import codec

    try:
        return codec.judgements(path.read_bytes())
    except ValueError as error:
        _fail(f"{path}: {error}")


def _progress() -> Any:
    """A progress bar on a terminal, nothing on a pipe."""
    if not sys.stderr.isatty():
        return None
    bar = click.progressbar(length=0, label="reading", file=sys.stderr)

    def step(done: int, of: int) -> None:
        bar.length = of
        bar.update(done - bar.pos)
        if done == of:
            bar.render_finish()

    return step


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size((80, 24)).columns, 120)


def _fail(error: object) -> NoReturn:
    """One clear line and an exit status."""
    text = str(error)
    if isinstance(error, OSError) and error.strerror:  # a full disk has no name
        text = f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    click.echo(f"rashomon: {text}", err=True)
    raise SystemExit(2)
