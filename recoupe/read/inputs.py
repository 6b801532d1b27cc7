"""Files, folders, JSON Lines and standard input -> Reports; what cannot be read is named and the rest goes on."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from recoupe.errors import InputError, why_not
from recoupe.read.decode import decode
from recoupe.read.draft import Draft
from recoupe.read.language import READABLE, find_language
from recoupe.read.records import is_record, read_lines
from recoupe.read.title import find_title
from recoupe.types import Failure, Report, When, make_id

_TEXT = (".txt", ".md", ".markdown")
_MARKDOWN = (".md", ".markdown")
_RECORDS = (".jsonl", ".ndjson")
_TABLES = (".json", ".csv", ".tsv")  # data of a form that we do not know, and no report
_LONGEST = 200_000  # characters, some 130 pages. A "report" beyond it is some other file, and would be read for minutes
NOTES = "recoupe"  # the key of `Report.meta` under which reading says what it did to a report


def read_inputs(inputs: Sequence[str | Path] | str | Path) -> tuple[tuple[Report, ...], tuple[Failure, ...]]:
    """Every report of files, folders, .jsonl files and "-" (standard input), or of one such, sorted by id, and what failed.

    The ids come from the reports' own ids or texts, so neither file order nor file names change them. A file that is named
    twice, by itself and in its folder, is read once.
    """
    seen: set[Path] = set()
    drafts: list[Draft] = []
    failures: list[Failure] = []
    for given in (inputs,) if isinstance(inputs, str | Path) else inputs:
        for found in _read_one(str(given), seen):
            if isinstance(found, InputError):
                failures.append(Failure(found.path, found.reason))
            elif len(found.text) > _LONGEST:
                size = f"{len(found.text):,} characters"
                failures.append(
                    Failure(found.where, f"{size}, more than the {_LONGEST:,} of any report; split it into its reports")
                )
            else:
                drafts.append(found)
    return _reports(drafts), tuple(sorted(failures, key=lambda f: (f.path, f.reason)))


def _read_one(given: str, seen: set[Path]) -> Iterator[Draft | InputError]:
    """What one input holds: drafts, and the reasons why there are not more."""
    try:
        if given == "-":
            yield from _read_stream()
        elif Path(given).is_dir():
            yield from _read_folder(Path(given), seen)
        else:
            yield from _read_file(Path(given), seen)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(given, why_not(error))


def _read_stream() -> Iterator[Draft | InputError]:
    """Standard input: JSON Lines where its first line is a record, else one text."""
    decoded = decode(sys.stdin.buffer.read(), "standard input")
    first = decoded.text.lstrip().partition("\n")[0]
    if first.startswith("{") and is_record(first):
        yield from read_lines(decoded.text, "standard input")
    else:
        yield _text_draft("standard input", decoded.text, decoded.encoding)


def _read_folder(folder: Path, seen: set[Path]) -> Iterator[Draft | InputError]:
    """All readable files under a folder, in sorted order. Hidden ones and other kinds are passed over."""
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in (*_TEXT, *_RECORDS)
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not path.is_dir()
    ]
    if not files:
        raise InputError(str(folder), "no .txt, .md or .jsonl file in this folder")
    for path in files:
        yield from _read_one(str(path), seen)


def _read_file(path: Path, seen: set[Path]) -> Iterator[Draft | InputError]:
    """The reports of a file; none where it was `seen` before."""
    if path.resolve() in seen:
        return
    seen.add(path.resolve())
    decoded = decode(path.read_bytes(), str(path))
    if not decoded.text.strip():
        raise InputError(str(path), "empty; a report needs some text")
    suffix = path.suffix.lower()
    if suffix in _RECORDS:
        yield from read_lines(decoded.text, str(path))
    elif suffix in _TABLES:
        raise InputError(str(path), f"a {suffix} file; reports are read from .jsonl files, one JSON object a line")
    else:
        yield _text_draft(str(path), decoded.text, decoded.encoding)


def _text_draft(path: str, text: str, encoding: str | None) -> Draft:
    """A text file as one report, with the headline its layout shows."""
    if not text.strip():
        raise InputError(path, "empty; a report needs some text")
    notes = (f"not UTF-8; read as {encoding}",) if encoding else ()
    title = find_title(text, markdown=path.lower().endswith(_MARKDOWN))
    return Draft(path=path, where=path, text=text, title=title, notes=notes)


def _reports(drafts: Iterable[Draft]) -> tuple[Report, ...]:
    """Reports with their ids. The same text twice: the second, by path and then by its other data, gets the suffix -2."""
    ordered = sorted(drafts, key=_rank)
    given = Counter(d.id for d in ordered if d.id)
    used: Counter[str] = Counter()
    out: list[Report] = []
    for draft in ordered:
        base = draft.id if draft.id and given[draft.id] == 1 else make_id("r", draft.text)
        used[base] += 1
        out.append(_report(draft, base if used[base] == 1 else f"{base}-{used[base]}"))
    return tuple(sorted(out, key=lambda r: r.id))


def _rank(draft: Draft) -> tuple[str, str, str]:
    """What orders drafts whatever order their files came in."""
    rest = (draft.title, draft.outlet, draft.url, draft.lang, draft.published, draft.meta)
    return draft.path, draft.id or "", json.dumps(rest, sort_keys=True, default=str)


def _report(draft: Draft, id: str) -> Report:
    """The report of a draft under its id, with its language, its date, and notes on what was not used."""
    lang = draft.lang.lower().replace("_", "-").split("-")[0] if draft.lang else find_language(draft.text)
    notes = list(draft.notes)
    if lang not in READABLE:
        which = f"in a language we do not read ({lang})" if lang else "in a language we cannot tell"
        notes.append(f"{which}; left out of the analysis. Read: {', '.join(READABLE)}")
    if draft.id and draft.id != id:
        notes.append(f"its id {draft.id!r} is that of another report too; it is {id} here")
    published = None
    if draft.published:
        day = draft.published
        published = When(make_id("w", id, "published"), None, day, earliest=day, latest=day)
    return Report(
        id=id,
        path=draft.path,
        text=draft.text,
        lang=lang,
        title=draft.title,
        outlet=draft.outlet,
        url=draft.url,
        published=published,
        published_basis="given" if published else "unknown",
        published_why=(f"given with the report: {draft.published}",) if published else (),
        meta={**draft.meta, **({NOTES: notes} if notes else {})},
    )
