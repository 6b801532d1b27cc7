"""The command line. argparse, because it starts in 0.05 s where typer needs 0.8 s; everything else is imported when needed."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recoupe import __version__
from recoupe.errors import RecoupeError

if TYPE_CHECKING:
    from recoupe.types import Dossier, Report

OK, FAILED, USAGE = 0, 1, 2
_FORMATS = {".json": "json", ".html": "html", ".htm": "html", ".md": "markdown", ".txt": "text"}
_READ_AGAIN = ("markdown", "text")  # outputs that have the suffix of a report
_SAID = ("left out", "not used")  # notes on an input that are told unasked
_LONG = 3  # reports: fewer are read before a progress bar would be worth looking at


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command. The exit status: 0 all well, 1 an input failed (named on stderr), 2 usage."""
    _utf8()
    options = _parser().parse_args(argv)
    try:
        return int(options.run(options))
    except RecoupeError as error:
        return _complain(str(error))
    except BrokenPipeError:
        # The reader of our output (head, less) went away: nothing to say, and Python must not say it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return _complain("stopped", 130)


def _parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(
        prog="recoupe",
        description="Cross-reads several reports of one affair: who says what, what they share, where they differ.",
    )
    parser.add_argument("--version", action="version", version=f"recoupe {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_compare(commands)
    _add_explain(commands)
    _add_evaluate(commands)
    return parser


def _add_compare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`recoupe compare`."""
    command = commands.add_parser(
        "compare",
        help="read reports and show the dossier",
        description="Reads reports (.txt, .md, .jsonl, folders of them, - for standard input) and makes one dossier of them.",
        epilog="Exit status: 0 all well, 1 an input failed (it is named, the others are used), 2 wrong usage.",
    )
    add = command.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="a file, a folder, or - for standard input")
    add(
        "-o",
        "--output",
        action="append",
        default=[],
        metavar="OUT",
        type=_output,
        help="write OUT.json, .html, .md or .txt; may be repeated",
    )
    add("--json", action="append", default=[], metavar="FILE", help="write the dossier as JSON (- for standard output)")
    add("--html", action="append", default=[], metavar="FILE", help="write the page")
    add("--markdown", action="append", default=[], metavar="FILE", help="write Markdown")
    add("--lang", choices=("fr", "en"), default="fr", help="language of what is shown (default: fr)")
    add("--today", type=_day, metavar="DATE", help="no report is later than this day (ISO date)")
    add("--new", action="append", default=[], metavar="FILE", help="a report that came last: what it adds is shown first")
    add("--until", type=_day, metavar="DATE", help="show what was known on this day (ISO date)")
    volume = command.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="say nothing but errors")
    volume.add_argument("-v", "--verbose", action="store_true", help="say what was done with each input")
    command.set_defaults(run=_compare)


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`recoupe explain`."""
    command = commands.add_parser("explain", help="show the chain of reasons behind one record of a dossier")
    command.add_argument("dossier", metavar="DOSSIER.json")
    command.add_argument("id", metavar="ID", help="the id of a matter, claim, statement, event, actor ...")
    command.add_argument("--full", action="store_true", help="every field of the record and of all it was made of")
    command.set_defaults(run=_explain)


def _add_evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`recoupe evaluate`."""
    command = commands.add_parser("evaluate", help="score the program against annotated stories")
    command.add_argument("gold", nargs="+", metavar="GOLD", help="annotated stories: .json or .mark files, or folders of them")
    command.add_argument("--html", metavar="FILE", type=Path, help="write the scores and errors as a page")
    command.add_argument("--json", metavar="FILE", type=Path, help="write the scores and errors as JSON")
    command.add_argument("--save", metavar="FILE", type=Path, help="compare with the scores in FILE, then renew it")
    command.add_argument("--errors", metavar="N", type=int, default=0, help="show the first N errors with their words")
    command.set_defaults(run=_evaluate)


def _output(value: str) -> tuple[str, str]:
    """`-o` as (format, path)."""
    suffix = Path(value).suffix.lower()
    if suffix not in _FORMATS:
        raise argparse.ArgumentTypeError(f"{value!r}: end it in {', '.join(sorted(_FORMATS))}, so that the format is known")
    return _FORMATS[suffix], value


def _day(value: str) -> str:
    """A date option; usage error for what is no ISO date."""
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is no date such as 2024-06-18") from None


def _compare(options: argparse.Namespace) -> int:
    """Read, compare, say what went wrong, write or show the dossier."""
    from recoupe.pipeline import compare

    with _progress(quiet=options.quiet) as progress:
        dossier = compare([*options.inputs, *options.new], today=options.today, progress=progress)
    for failure in dossier.failures:
        _complain(f"{failure.path}: {failure.reason}")
    if not options.quiet:
        _notes(dossier, verbose=options.verbose)
    news = _news(dossier, options.new, options.lang)
    taken = {
        Path(place).resolve() for place in (*(r.path for r in dossier.reports), *(f.path for f in dossier.failures)) if place
    }
    if options.until:
        from recoupe.match.affair import at_date

        dossier = at_date(dossier, options.until)
        if not dossier.reports:
            return _complain(f"--until {options.until}: no report is known to have been published by then")
    outputs = _outputs(options)
    written = [_write_one(options, form, path, dossier, taken) for form, path in outputs]
    if news and not options.quiet:
        (sys.stderr if any(path == "-" for _, path in outputs) else sys.stdout).write(news)
    if not outputs and dossier.reports:
        sys.stdout.write(_terminal(dossier, options.lang))
    return OK if all(written) and not dossier.failures else FAILED


def _outputs(options: argparse.Namespace) -> list[tuple[str, str]]:
    """What is to be written, as (format, path)."""
    named = (("json", options.json), ("html", options.html), ("markdown", options.markdown))
    return [*options.output, *((form, path) for form, paths in named for path in paths)]


def _write_one(options: argparse.Namespace, form: str, path: str, dossier: Dossier, taken: set[Path]) -> bool:
    """Write one output, never over one of the inputs `taken`; False, said on stderr, when that cannot be."""
    if path != "-" and Path(path).resolve() in taken:
        _complain(f"{path}: is one of the reports; name another file to write to")
        return False
    if not _write(form, path, dossier, options.lang):
        return False
    if options.verbose:
        _say(f"written: {path}")
    if form in _READ_AGAIN and not options.quiet and _is_among(path, options.inputs):
        _say(f"{path}: stands in a folder of reports, where the next run would read it as one; better write it elsewhere")
    return True


def _news(dossier: Dossier, paths: Sequence[str], lang: str) -> str:
    """What the reports of `--new` add, change or contradict; nothing without that option."""
    if not paths:
        return ""
    from recoupe.show.news import news

    new = {Path(path).resolve() for path in paths}
    reports = {r.id for r in dossier.reports if r.path and Path(r.path).resolve() in new}
    return news(dossier, reports, lang)


def _explain(options: argparse.Namespace) -> int:
    """Tell why a matter, event or link is as it is; show any other record with what it rests on."""
    from recoupe.show.explain import explain
    from recoupe.show.json import read_dossier
    from recoupe.show.narrate import narrate

    dossier = read_dossier(options.dossier)
    # These have a story; of others there is only the record.
    told = {r.id for records in (dossier.matters, dossier.events, dossier.links) for r in records}
    if not options.full and options.id in told:
        sys.stdout.write("\n".join(narrate(dossier, options.id)) + "\n")
    else:
        sys.stdout.write(explain(dossier, options.id))
    return OK


def _evaluate(options: argparse.Namespace) -> int:
    """Score against gold."""
    from recoupe.evaluate.run import run

    gold = [Path(gold) for gold in options.gold]
    return run(gold, html=options.html, json_file=options.json, save_file=options.save, errors=options.errors)


@contextlib.contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on stderr for a person who waits; nothing when nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, start=False)

        def advance(done: int, total: int) -> None:
            if total > _LONG:
                bar.start_task(task)
                bar.update(task, completed=done, total=total)

        yield advance


def _notes(dossier: Dossier, *, verbose: bool) -> None:
    """What reading did to the inputs: what was left out or not used is always said, the rest on demand."""
    from recoupe.lang.languages import READABLE

    for report in sorted(dossier.reports, key=lambda r: (r.path or "", r.id)):
        notes = _notes_of(report)
        if verbose:
            _say(f"{report.path}: {report.id}, {len(report.text)} characters, language {report.lang or 'unknown'}")
        for note in notes:
            if verbose or any(said in note for said in _SAID):
                _say(f"{report.path}: {note}")
    if len(left := [r for r in dossier.reports if r.lang in READABLE]) == 1:
        _say(f"{left[0].path}: the only report read; there is nothing to compare it with")


def _notes_of(report: Report) -> Sequence[str]:
    """What reading noted on a report."""
    from recoupe.read.inputs import NOTES

    notes: Sequence[str] = report.meta.get(NOTES, ())
    return notes


def _is_among(path: str, inputs: Sequence[str]) -> bool:
    """Does this output stand in a folder that was given as input?"""
    folders = (Path(given).resolve() for given in inputs if given != "-" and Path(given).is_dir())
    return path != "-" and any(Path(path).resolve().is_relative_to(folder) for folder in folders)


def _write(form: str, path: str, dossier: Dossier, lang: str) -> bool:
    """Write one output; False, and the reason on stderr, when that cannot be."""
    data = _render(form, dossier, lang)
    try:
        if path == "-":
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            Path(path).write_bytes(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        _complain(f"{path}: cannot be written ({(error.strerror or str(error)).lower()})")
        return False
    return True


def _render(form: str, dossier: Dossier, lang: str) -> bytes:
    """The dossier as bytes in this format ("json", "html", "markdown" or "text")."""
    if form == "json":
        from recoupe.show.json import render_json

        return render_json(dossier)
    if form == "html":
        from recoupe.show.page import render_page

        return render_page(dossier, lang=lang).encode("utf-8")
    if form == "markdown":
        from recoupe.show.markdown import render_markdown

        return render_markdown(dossier, lang=lang).encode("utf-8")
    from recoupe.show.terminal import render

    return render(dossier, width=None, color=False, lang=lang).encode("utf-8")


def _terminal(dossier: Dossier, lang: str) -> str:
    """The view for this terminal: as wide as it is, in colour unless NO_COLOR asks for none; plain when piped."""
    from recoupe.show.terminal import render

    if not sys.stdout.isatty():
        return render(dossier, width=None, color=False, lang=lang)
    return render(dossier, width=shutil.get_terminal_size().columns, color="NO_COLOR" not in os.environ, lang=lang)


def _utf8() -> None:
    """Our output is UTF-8 whatever the locale: «, é and … must not stop a run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _say(message: str) -> None:
    """A message on stderr."""
    sys.stderr.write(f"recoupe: {message}\n")


def _complain(message: str, status: int = FAILED) -> int:
    """An error on stderr; the exit status it stands for."""
    sys.stderr.write(f"recoupe: {message}\n")
    return status
