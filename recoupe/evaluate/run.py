"""`recoupe evaluate`: read the gold, make the dossiers, score them, show the figures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

from recoupe.errors import RecoupeError
from recoupe.evaluate.dossiers import (
    dated_times,
    end_to_end,
    given_mentions,
    given_readings,
    given_statements,
    is_mixed,
    reports_of,
)
from recoupe.evaluate.gold import GoldStory, digest, read_gold
from recoupe.evaluate.result import Evaluation, as_json, errors_of, figures_of, phenomena_of, read_saved
from recoupe.evaluate.scoring import score_story
from recoupe.evaluate.table import as_html, as_text
from recoupe.parse.document import Parsed
from recoupe.types import Dossier, Report

Parse = Callable[[Sequence[Report]], Iterable[Parsed]]
Make = Callable[[GoldStory, Sequence[Parsed]], Dossier]

# What a layer is given, how, and the metrics that then show the layer's own faults.
BLAME: tuple[tuple[str, Make, tuple[str, ...]], ...] = (
    ("gold mentions", given_mentions, ("statements.", "propositions.", "plover.")),
    ("gold mentions and statements", given_statements, ("propositions.", "plover.")),
    ("gold dates of publication", dated_times, ("times.found", "times.value")),
    ("gold mentions, statements and dates", given_readings, ("shared.", "divergences.", "bad.")),
)


def run(
    gold: Sequence[Path],
    *,
    html: Path | None = None,
    json_file: Path | None = None,
    save_file: Path | None = None,
    errors: int = 0,
) -> int:
    """Score the program against annotated stories and print the table; 0. With `save_file`: compare with it, then renew it.

    InputError for gold or saved scores that are none, RecoupeError for a file that cannot be written.
    """
    stories = read_gold(gold)
    known, before = read_saved(save_file) if save_file else ("", {})
    if before and known != digest(stories):
        sys.stderr.write("recoupe: the saved scores are of other gold; the changes shown compare unlike things\n")
    evaluation = evaluate(stories, before=before)
    sys.stdout.write(as_text(evaluation, errors=errors))
    if html:
        _write(html, as_html(evaluation))
    for path in filter(None, (json_file, save_file)):
        _write(path, as_json(evaluation))
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RecoupeError(f"{path}: cannot be written ({(error.strerror or str(error)).lower()})") from None


def evaluate(
    stories: Sequence[GoldStory], *, before: dict[str, float] | None = None, blame: bool = True, parse: Parse | None = None
) -> Evaluation:
    """The figures of the program on these stories. `parse` replaces the parser; `blame` also gives layers gold input."""
    parsed = _parse(stories, parse)
    outcomes = [o for s in stories for o in score_story(s, end_to_end(s, parsed[s.id]))]
    given = []
    for name, make, prefixes in BLAME if blame else ():
        apart = (s for s in stories if not is_mixed(s))
        found = [o for s in apart for o in score_story(s, make(s, parsed[s.id])) if o.metric.startswith(prefixes)]
        if figures := figures_of(found):
            given.append((name, figures))
    return Evaluation(
        digest(stories),
        len(stories),
        sum(len(s.reports) for s in stories),
        figures_of(outcomes, before),
        phenomena_of(outcomes),
        errors_of(outcomes),
        tuple(given),
    )


def _parse(stories: Sequence[GoldStory], parse: Parse | None) -> dict[str, list[Parsed]]:
    """All reports of all stories in one batch."""
    if parse is None:
        from recoupe.parse.spacy import parse as parse_reports

        parse = parse_reports
    documents = iter(parse([r for s in stories for r in reports_of(s)]))
    return {s.id: list(islice(documents, len(s.reports))) for s in stories}
