"""Dossier -> a Markdown note to paste in an editorial system: headings, quotations with their reports, tables for differences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.show.cast import rank_actors
from recoupe.show.closeness import closeness
from recoupe.show.datewords import date_words
from recoupe.show.differences import common_words, differing, is_minor, sides_of, verdict_of
from recoupe.show.failures import failure_words
from recoupe.show.groups import group_matters
from recoupe.show.lines import Line, single_lines
from recoupe.show.oneline import clean
from recoupe.show.origins import rank_copies
from recoupe.show.overview import affair_numbers, head_title, size_words
from recoupe.show.reasons import copy_words, in_one_phrase
from recoupe.show.speeches import group_statements, manner_of
from recoupe.show.stances import Stance, camps_of, stances_of
from recoupe.show.timeline import build_timeline
from recoupe.show.view import View
from recoupe.show.words import SIGNS, colon, say
from recoupe.types import Difference, Dossier, Matter, Span

# Every ASCII mark that can begin or end Markdown or HTML (CommonMark 2.4: any ASCII punctuation may be escaped).
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$^=:@&-])")
_HARMLESS = re.compile(r"(?<=\w)\\([-:])(?=\w)|\\([:()-])(?=\s|$)|(?<=\s)\\([(:])")


def render_markdown(dossier: Dossier, lang: str = "fr") -> str:
    """The note. Whatever the reports' texts hold is shown as text, never as Markdown or HTML."""
    view = View(dossier, lang)
    parts = [*_head(view), *_matters(view), *_speakers(view), *_timeline(view), *_cast(view), *_origins(view)]
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """Text on one line that Markdown shows as it is, also at the start of a line ("1. " is no list)."""
    line = _SPECIAL.sub(r"\\\1", clean(text))
    line = _HARMLESS.sub(lambda m: m.group(1) or m.group(2) or m.group(3), line)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=:])", r"\\\1", line))


def _head(view: View) -> Iterator[str]:
    """Title, numbers, reports."""
    numbers, lang = affair_numbers(view), view.lang
    yield f"# {escape(head_title(view))}"
    yield " · ".join(size_words(view)) if numbers.reports else say("empty", lang)
    rows = []
    for report in view.reports:
        day = view.day(report)
        basis = f", {say(f'basis.{report.published_basis}', lang)}" if report.published_basis != "unknown" else ""
        rows.append(f"{view.number[report.id]}. {escape(view.label(report.id))} ({escape(day)}{basis})")
    yield "\n".join(rows)
    if view.dossier.failures:
        yield f"**{say('failures', lang)}**"
        yield "\n".join(f"- {escape(f.path)}{colon(lang)}{escape(failure_words(f.reason, lang))}" for f in view.dossier.failures)


def _matters(view: View) -> Iterator[str]:
    """Matters by agreement."""
    for agreement, matters in group_matters(view):
        yield f"## {say(f'group.{agreement}', view.lang)}"
        yield f"*{say(f'about.{agreement}', view.lang)}*"
        if agreement == "single":
            yield from _single(view, matters)
            continue
        for matter in matters:
            yield from _matter(view, matter)


def _single(view: View, matters: tuple[Matter, ...]) -> Iterator[str]:
    """What one report alone says: a list of sentences for each report."""
    for report, lines in single_lines(view, matters):
        yield f"### {_who(view, (report,))}"
        rows = []
        for line in lines:
            pieces = (f"**{escape(text)}**" if on and line.partial else escape(text) for text, on in _spaced(line))
            told = f" *({escape(line.told(view))})*" if line.told(view) else ""
            rows.append(f"- {''.join(pieces)}{told}")
        yield "\n".join(rows)


def _spaced(line: Line) -> Iterator[tuple[str, bool]]:
    """The pieces of a line, the space between them outside the marks."""
    for text, on in line.pieces:
        yield (" " if text[:1].isspace() else ""), False
        yield text, on
        yield (" " if text[-1:].isspace() and text.strip() else ""), False


def _matter(view: View, matter: Matter) -> Iterator[str]:
    """One matter: heading, tables of differences, stances."""
    lang = view.lang
    yield f"### {escape(matter.title) or '…'}"
    if matter.agreement == "related":
        yield escape(closeness(view, matter))
        yield "\n".join(f"- {_who(view, (s.report,))}{colon(lang)}{_shown(view, (s,))}" for s in common_words(view, matter))
        return
    if len(matter.reports) > 1:
        key = "reports_origin" if matter.origins == 1 else "reports_origins"
        why = f" ({escape(in_one_phrase(matter.origins_why, lang))})" if matter.origins_why else ""
        yield say(key, lang, n=len(matter.reports), k=matter.origins) + why
    for difference in differing(view, matter):
        yield _minor(view, difference) if is_minor(difference) else _table(view, matter, difference)
    camps = camps_of(view, matter) if matter.agreement == "disputed" else ((), ())
    if not camps[1]:
        yield "\n".join(_stance(view, s, view.holder(s.claim)) for s in stances_of(view, matter))
        return
    for name, camp in zip(("camp.for", "camp.against"), camps, strict=True):
        yield f"*{say(name, lang)}*"
        yield "\n".join(_stance(view, v.stance, view.holders(v.claims)) for v in camp)


def _stance(view: View, stance: Stance, holders: str) -> str:
    """A line of a list: the report, whose stance, which, and the words."""
    how, said = view.stance_words(stance.claim), _shown(view, stance.spans)
    return f"- {_who(view, (stance.report,))}, {escape(holders)} ({how}){colon(view.lang)}{said}"


def _minor(view: View, difference: Difference) -> str:
    """Sources, or one thing in two words, on one line."""
    sides = []
    for side in sides_of(view, difference):
        value = view.value(difference.slot, side.value)
        said = escape(value) if value else _shown(view, side.spans[:1]) if side.spans else say("silent", view.lang)
        sides.append(f"{said} ({_who(view, side.reports)})")
    return f"{say(f'slot.{difference.slot}', view.lang)}{colon(view.lang)}{' · '.join(sides)}"


def _table(view: View, matter: Matter, difference: Difference) -> str:
    """The sides of a difference, one a row."""
    lang = view.lang
    name = verdict_of(view, matter, difference)
    verdict = f"{SIGNS.get(name, '')} {say(f'verdict.{name}', lang)}"
    title = f"{say(f'slot.{difference.slot}', lang)} {verdict}"
    rows = [f"| {say('report', lang)} | {escape(title)} | {say('words', lang)} |", "| --- | --- | --- |"]
    for side in sides_of(view, difference):
        value = view.value(difference.slot, side.value)
        words = _shown(view, side.spans[:1]) if side.spans else say("silent", lang)
        rows.append(f"| {_who(view, side.reports)} | {escape(value or '')} | {words} |")
    return "\n".join(rows)


def _speakers(view: View) -> Iterator[str]:
    """Statements by speaker, each a quotation with its report."""
    speeches = group_statements(view)
    if speeches:
        yield f"## {say('who_says', view.lang)}"
    for speech in speeches:
        roles = ", ".join(view.roles(speech.speakers[0])) if len(speech.speakers) == 1 else ""
        yield f"### {escape(view.speaker(speech.speakers))}{f' ({escape(roles)})' if roles else ''}"
        for statement in speech.statements:
            how = manner_of(view, statement)
            report = (statement.spans[0].report,) if statement.spans else ()
            # only direct speech stands in quotation marks: a paraphrase must not look like one
            said = _quote(view, statement.spans) if statement.mode == "direct" else escape(view.words(statement.spans))
            yield f"> {said}\n>\n> {_who(view, report)}" + (f" ({escape(', '.join(how))})" if how else "")


def _timeline(view: View) -> Iterator[str]:
    """Days in order."""
    moments = build_timeline(view)
    if moments:
        yield f"## {say('timeline', view.lang)}"
        yield "\n".join(
            f"- **{escape(date_words(m.value, view.lang))}**{colon(view.lang)}{escape(m.title)}"
            + (f" ({_who(view, tuple(r for r, _ in m.reports))})" if m.matter else "")
            for m in moments
        )


def _cast(view: View) -> Iterator[str]:
    """Actors with all their names."""
    rows = [r for r in rank_actors(view) if r.is_major]
    if rows:
        yield f"## {say('actors', view.lang)}"
        lines = []
        for role in rows:
            names = view.other_names(role.actor)
            also = say("also_named", view.lang).lower()
            more = f", {also}{colon(view.lang)}{escape(', '.join(names))}" if names else ""
            lines.append(f"- **{escape(role.actor.name)}** ({say(f'kind.{role.actor.kind}', view.lang)}){more}")
        yield "\n".join(lines)


def _origins(view: View) -> Iterator[str]:
    """Common origins with the reason."""
    if len(view.reports) < 2:
        return
    lang = view.lang
    yield f"## {say('origins', lang)}"
    lines = []
    for copy in rank_copies(view):
        why = escape(copy_words(copy, lang))
        lines.append(f"- {_who(view, (copy.left, copy.right))}{colon(lang)}{say(f'relation.{copy.relation}', lang)} ({why})")
    yield "\n".join(lines) or say("no_common_origin", lang).capitalize()
    yield f"*{say('origins.note', lang)}*"


def _who(view: View, reports: tuple[str, ...]) -> str:
    """The reports' labels."""
    return ", ".join(escape(view.label(r)) for r in reports)


def _shown(view: View, spans: tuple[Span, ...]) -> str:
    """Quoted words in quotation marks, the report's own in italics."""
    return _quote(view, spans) if view.quoted(spans) else f"*{escape(view.words(spans))}*"


def _quote(view: View, spans: tuple[Span, ...]) -> str:
    """The exact words in quotation marks."""
    words = escape(view.words(spans))
    return f"“{words}”" if view.lang == "en" else f"« {words} »"
