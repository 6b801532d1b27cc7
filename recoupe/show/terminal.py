"""Dossier -> text for a terminal: what differs with the words side by side, what all say, who says what, timeline, actors."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from recoupe.show.cast import rank_actors
from recoupe.show.closeness import closeness
from recoupe.show.datewords import date_words
from recoupe.show.differences import common_words, differing, is_minor, sides_of, verdict_of
from recoupe.show.failures import failure_words
from recoupe.show.groups import group_matters
from recoupe.show.lines import single_lines
from recoupe.show.oneline import clean
from recoupe.show.origins import group_origins, rank_copies
from recoupe.show.overview import affair_numbers, head_title, size_words
from recoupe.show.reasons import copy_words
from recoupe.show.speeches import group_statements, manner_of
from recoupe.show.stances import Stance, camps_of, stances_of
from recoupe.show.timeline import build_timeline
from recoupe.show.view import View
from recoupe.show.words import SIGNS, colon, say
from recoupe.types import Difference, Dossier, Matter, Span, Statement

_COLOURS = {
    "contradicted": "bold red",
    "disputed": "bold yellow",
    "updated": "bold blue",
    "refined": "bold magenta",
    "shared": "bold green",
    "single": "bold",
    "related": "bold",
}
_SPACES = re.compile(r"\s+")
_STACK = 4  # sides from which each takes one line
_MANY = 12  # lines of a kind before the rest is only counted; the page and the JSON have them all


def render(dossier: Dossier, *, width: int | None = None, color: bool = False, lang: str = "fr") -> str:
    """The dossier as text of at most `width` columns (the terminal's own without it, kept between 60 and 160)."""
    columns = max(60, min(160, width if width is not None else shutil.get_terminal_size((100, 24)).columns))
    console = Console(
        file=io.StringIO(),
        width=columns,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        force_jupyter=False,
    )
    view = View(dossier, lang)
    with console.capture() as capture:
        for part in (_head, _matters, _speakers, _timeline, _cast, _origins):
            for renderable in part(view, columns):
                console.print(renderable)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _head(view: View, columns: int) -> Iterable[RenderableType]:
    """Title, numbers and the list of reports."""
    numbers, lang = affair_numbers(view), view.lang
    yield Text(head_title(view), style="bold")
    yield Text(" · ".join((*size_words(view), say("n_statements", lang, n=numbers.statements))))
    if not numbers.reports:
        yield Text(say("empty", lang))
    counts = [f"{SIGNS[a]} {say(f'agreement.{a}', lang)} {n}" for a, n in numbers.by_agreement if n]
    yield Text("   ".join(counts))
    for report in view.reports:
        day = view.day(report)
        basis = f" ({say(f'basis.{report.published_basis}', lang)})" if report.published_basis != "unknown" else ""
        yield _hanging(_badges(view, report.id) + " ", f"{view.label(report.id)}, {day}{basis}")
    for failure in view.dossier.failures:
        yield _hanging("[!] ", f"{clean(failure.path)}{colon(view.lang)}{clean(failure_words(failure.reason, view.lang))}", "red")
    yield Text("")


def _matters(view: View, columns: int) -> Iterable[RenderableType]:
    """Matters by agreement; the long tail of single ones is counted, not printed."""
    for agreement, matters in group_matters(view):
        title = f"{SIGNS[agreement]} {say(f'group.{agreement}', view.lang)} ({len(matters)})"
        yield _heading(title, _COLOURS[agreement], columns)
        if agreement == "single":
            yield from _single(view, matters)
            continue
        for matter in matters[:_MANY]:
            yield from _matter(view, matter, columns)
        if len(matters) > _MANY:
            yield Text(f"  … {say('n_more', view.lang, n=len(matters) - _MANY)}", style="dim")


def _single(view: View, matters: tuple[Matter, ...]) -> Iterable[RenderableType]:
    """What one report alone says: by report, a sentence a line, with how it is told."""
    for report, lines in single_lines(view, matters):
        yield _hanging(_badges(view, report) + " ", Text(view.label(report), style="bold"))
        for line in lines[:_MANY]:
            body = Text()
            for text, on in line.pieces:
                text = _SPACES.sub(" ", text)
                body.append(f"‹{text}›" if on and line.partial else text, style="" if on or not line.partial else "dim")
            body.truncate(300, overflow="ellipsis")
            body.append(f" ({told})" if (told := line.told(view)) else "", style="dim")
            yield _hanging("    · ", body)
        if len(lines) > _MANY:
            yield Text(f"      … {say('n_more', view.lang, n=len(lines) - _MANY)}", style="dim")
    yield Text("")


def _matter(view: View, matter: Matter, columns: int) -> Iterable[RenderableType]:
    """One matter: title, differences side by side, who stands how."""
    key = "reports_origin" if matter.origins == 1 else "reports_origins"
    count = f" ({say(key, view.lang, n=len(matter.reports), k=matter.origins)})" if len(matter.reports) > 1 else ""
    if matter.agreement == "related":
        count = f" ({why})" if (why := closeness(view, matter)) else ""
    yield Text.assemble((clean(matter.title) or "…", "bold"), (count, "dim"))
    camps = camps_of(view, matter) if matter.agreement == "disputed" else ((), ())
    if camps[1]:
        for name, camp in zip(("camp.for", "camp.against"), camps, strict=True):
            yield Text(f"  {say(name, view.lang)}", style="italic")
            for voice in camp[:_MANY]:
                yield Padding(_stance(view, voice.stance, view.holders(voice.claims)), (0, 0, 0, 2))
    for difference in differing(view, matter):
        yield from _difference(view, matter, difference, columns)
    common = common_words(view, matter)
    for span in common:
        yield _hanging(_badges(view, span.report) + " ", _in_context(view, (span,)))
    if not camps[1] and not common and all(is_minor(d) for d in differing(view, matter)):
        for stance in _one_a_report(stances_of(view, matter))[:_MANY]:
            yield _stance(view, stance)
    yield Text("")


def _one_a_report(stances: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """The first stance of each report: the words that its matter rests on."""
    first: dict[str, Stance] = {}
    for stance in stances:
        first.setdefault(stance.report, stance)
    return tuple(first.values())


def _difference(view: View, matter: Matter, difference: Difference, columns: int) -> Iterable[RenderableType]:
    """The sides of a difference in columns; one under the other where the columns would be too narrow to read."""
    lang, sides = view.lang, sides_of(view, difference)
    if is_minor(difference):
        yield _minor(view, difference)
        return
    name = verdict_of(view, matter, difference)
    verdict = f"{SIGNS.get(name, '')} {say(f'verdict.{name}', lang)}"
    yield Text(f"  {say(f'slot.{difference.slot}', lang)} {verdict}", style="italic")
    cells = []
    for side in sides:
        badges = _badges(view, *side.reports) + " "
        value = view.value(difference.slot, side.value)
        said = _in_context(view, side.spans) if side.spans or value else Text(say("silent", lang), style="italic")
        cells.append(Text.assemble((badges, "dim"), (f"{value}\n" if value else "", "bold"), said))
    if not cells or (columns - 4) // len(cells) < 26:
        for cell in cells if len(cells) < _STACK else map(_one_line, cells):
            yield Padding(cell, (0, 0, 0, 4))
        return
    table = Table.grid(padding=(0, 2), expand=True)
    for _ in cells:
        table.add_column(ratio=1)
    table.add_row(*cells)
    yield Padding(table, (0, 0, 0, 4))


def _one_line(cell: Text) -> Text:
    """A side of many on one line, cut where the line ends."""
    line = Text(" · ").join(cell.split("\n")) if "\n" in cell.plain else cell
    line.no_wrap, line.overflow = True, "ellipsis"
    return line


def _minor(view: View, difference: Difference) -> RenderableType:
    """Sources, or one thing in two words, on one line."""
    body = Text()
    for side in sides_of(view, difference):
        badges = _badges(view, *side.reports)
        value = view.value(difference.slot, side.value) or view.words(side.spans[:1]) or say("silent", view.lang)
        body.append(" · " if body else "")
        body.append(f"{badges} ", style="dim")
        body.append(value)
    return _hanging(f"{say(f'slot.{difference.slot}', view.lang)}{colon(view.lang)}", body)


def _in_context(view: View, spans: tuple[Span, ...]) -> Text:
    """The words of a side within their sentence; the words themselves between ‹ › so that plain text shows them too."""
    if not spans:
        return Text("")
    before, after = view.context(spans[0], 60)
    return Text.assemble((before, "dim"), "‹", (view.words(spans[:1]), "underline"), "›", (after, "dim"))


def _stance(view: View, stance: Stance, holders: str = "") -> RenderableType:
    """[1] Holder (status) : « quoted words », or │ the report's own."""
    lead = _badges(view, stance.report) + " "
    who, how = (holders or view.holder(stance.claim), "bold"), (view.stance_words(stance.claim), "italic")
    # words of the report that nobody is quoted with must not look like a quotation
    said = _quote(view, stance.spans) if stance.direct else Text(f"│ {_cut(view.words(stance.spans))}")
    body = Text.assemble(who, " (", how, ") : ", said)
    return _hanging(lead, body)


def _speakers(view: View, columns: int) -> Iterable[RenderableType]:
    """Statements by speaker."""
    speeches = group_statements(view)
    if speeches:
        yield _heading(say("who_says", view.lang), "bold", columns)
    for speech in speeches:
        roles = ", ".join(view.roles(speech.speakers[0])) if len(speech.speakers) == 1 else ""
        yield Text.assemble((view.speaker(speech.speakers), "bold"), (f" ({roles})" if roles else "", "dim"))
        for statement in speech.statements[:_MANY]:
            how = manner_of(view, statement)
            lead = _badges(view, statement.spans[0].report if statement.spans else "") + " "
            yield _hanging(lead, Text.assemble(_said(view, statement), (f" ({', '.join(how)})" if how else "", "dim")))
        if len(speech.statements) > _MANY:
            yield Text(f"    … {say('n_more', view.lang, n=len(speech.statements) - _MANY)}", style="dim")
    if speeches:
        yield Text("")


def _timeline(view: View, columns: int) -> Iterable[RenderableType]:
    """Day, reports, what."""
    moments = build_timeline(view)
    if not moments:
        return
    yield _heading(say("timeline", view.lang), "bold", columns)
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=max(20, columns // 3))
    table.add_column(no_wrap=False)
    table.add_column()
    for moment in moments:
        firm = all(told for _, told in moment.reports)
        sign = "■" if moment.matter is None else "●" if firm else "○"
        who = _badges(view, *(r for r, _ in moment.reports))
        table.add_row(Text(date_words(moment.value, view.lang)), Text(who), Text(f"{sign} {moment.title}"))
    yield table
    yield Text("")


def _cast(view: View, columns: int) -> Iterable[RenderableType]:
    """Actors named more than once or who speak, with all their names."""
    rows = [r for r in rank_actors(view) if r.is_major]
    if not rows:
        return
    yield _heading(say("actors", view.lang), "bold", columns)
    table = Table(box=SIMPLE_HEAD, show_header=False, pad_edge=False, expand=True, show_edge=False)
    table.add_column(ratio=2)
    table.add_column(ratio=1)
    table.add_column(ratio=3)
    for role in rows[: 2 * _MANY]:
        names = view.other_names(role.actor)
        kind = say(f"kind.{role.actor.kind}", view.lang)
        table.add_row(Text(clean(role.actor.name), style="bold"), Text(kind), Text(" · ".join(names)))
    yield table
    if len(rows) > 2 * _MANY:
        yield Text(f"  … {say('n_more', view.lang, n=len(rows) - 2 * _MANY)}", style="dim")
    yield Text("")


def _origins(view: View, columns: int) -> Iterable[RenderableType]:
    """Which reports share an origin, and why that is thought."""
    if len(view.reports) < 2:
        return
    yield _heading(say("origins", view.lang), "bold", columns)
    for group in group_origins(view):
        names = ", ".join(f"{_badges(view, r)} {view.label(r)}" for r in group)
        origin = say("relation.same_origin" if len(group) > 1 else "no_common_origin", view.lang)
        yield _hanging("  ", f"{names}{colon(view.lang)}{origin}")
    for copy in rank_copies(view):
        pair = _badges(view, copy.left, copy.right) + " "
        yield _hanging(pair, f"{say(f'relation.{copy.relation}', view.lang)} ({copy_words(copy, view.lang)})")
    yield Text(say("origins.note", view.lang), style="dim")


def _badges(view: View, *reports: str) -> str:
    """The numbers of reports: "[1][3]"; "?" for one that is not in the dossier."""
    return "".join(f"[{view.number.get(report, '?')}]" for report in reports)


def _heading(text: str, style: str, columns: int) -> Text:
    """A heading with a rule under it."""
    return Text.assemble((text, style), "\n", ("─" * min(columns, 72), "dim"))


def _said(view: View, statement: Statement) -> Text:
    """The words of a statement; only direct speech stands in quotation marks, a paraphrase must not look like one."""
    return _quote(view, statement.spans) if statement.mode == "direct" else Text(_cut(view.words(statement.spans)))


def _cut(words: str) -> str:
    """Words cut when very long."""
    return words if len(words) <= 300 else words[:299].rsplit(" ", 1)[0] + " …"


def _quote(view: View, spans: tuple[Span, ...]) -> Text:
    """The words between guillemets (or English marks), cut when very long."""
    words = _cut(view.words(spans))
    return Text(f"“{words}”" if view.lang == "en" else f"« {words} »")


def _hanging(lead: str, body: str | Text, style: str = "") -> RenderableType:
    """Text whose next lines stand under its first words."""
    grid = Table.grid(padding=0)
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text("  " + lead, style="dim"), Text(body, style=style) if isinstance(body, str) else body)
    return grid
