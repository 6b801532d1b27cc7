"""Dossier -> one self-contained HTML page: no network, report text never markup, both interface languages inside."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from collections.abc import Callable, Iterable
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from recoupe.match.affair import Tie
from recoupe.show.cast import Role, chief_parties, named_ties, rank_actors
from recoupe.show.closeness import closeness
from recoupe.show.datewords import date_words
from recoupe.show.differences import agreeing, common_words, differing, is_minor, sides_of, verdict_of
from recoupe.show.failures import failure_words
from recoupe.show.groups import evidence_of, group_matters
from recoupe.show.lines import Line, single_lines
from recoupe.show.oneline import clean
from recoupe.show.origins import group_origins, rank_copies
from recoupe.show.overview import affair_numbers, head_title, publication_days, summary
from recoupe.show.reasons import reason_words, tells_share
from recoupe.show.speeches import group_statements, manner_of
from recoupe.show.stances import camps_of, stances_of
from recoupe.show.timeline import build_timeline
from recoupe.show.view import View
from recoupe.show.words import LANGUAGES, SIGNS, WORDS, say
from recoupe.types import Claim, Dossier, Matter, Report, Span, Statement

# What the template asks of the dossier by itself; all that is in two languages or escaped comes from `_Page`.
_ASKED: tuple[Callable[..., object], ...] = (
    agreeing,
    camps_of,
    chief_parties,
    common_words,
    affair_numbers,
    differing,
    evidence_of,
    group_matters,
    group_origins,
    group_statements,
    is_minor,
    manner_of,
    named_ties,
    rank_copies,
    say,
    sides_of,
    stances_of,
    tells_share,
    verdict_of,
)


def render_page(dossier: Dossier, lang: str = "fr") -> str:
    """The page as text. `lang` is the interface's first language; the reader can switch."""
    css, script = _part("page.css"), _part("page.js")
    page = _Page(dossier, lang)
    text = _template().render(
        page=page,
        view=page.view,
        lang=page.lang,
        title=page.title,
        summary=summary(page.view, page.title),
        signs=SIGNS,
        css=Markup(css),
        script=Markup(script),
        words=Markup(_words_json()),
        policy=_policy(css, script),
        **{function.__name__: function for function in _ASKED},
    )
    return text.lstrip()


class _Page:
    """What the template asks for: escaped pieces in both languages, and evidence as `data-ev` values."""

    def __init__(self, dossier: Dossier, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else "fr"
        self.views = {code: View(dossier, code) for code in LANGUAGES}
        self.view = self.views[self.lang]
        self.title = head_title(self.view)
        self.timelines = {code: build_timeline(view) for code, view in self.views.items()}
        self.cast = rank_actors(self.view)
        self.actor_number = {role.actor.id: i for i, role in enumerate(self.cast, 1)}

    # words in two languages

    def t(self, key: str) -> Markup:
        """A fixed word; the switch finds it by its key."""
        text = say(key, self.lang)
        return Markup('<span data-t="{}">{}</span>').format(key, text) if key in WORDS else escape(text)

    def n(self, key: str, **values: object) -> Markup:
        """A sentence with numbers."""
        return self._pair(lambda view: say(key, view.lang, **values))

    def attr(self, name: str, key: str) -> Markup:
        """An attribute whose text follows the language."""
        return Markup('{}="{}" data-attr="{}|{}"').format(name, say(key, self.lang), name, key)

    def status(self, claim: Claim) -> Markup:
        """The stance in plain words."""
        return self._pair(lambda view: view.stance_words(claim))

    def holder(self, claim: Claim) -> Markup:
        """Whose stance it is."""
        return self._pair(lambda view: view.holder(claim))

    def holders(self, claims: tuple[Claim, ...]) -> Markup:
        """Whose stance it is, several together."""
        return self._pair(lambda view: view.holders(claims))

    def value(self, slot: str, value: str | None) -> Markup:
        """The filler of a slot."""
        return self._pair(lambda view: view.value(slot, value) or "")

    def closeness(self, matter: Matter) -> Markup:
        """Why close lines stand side by side."""
        return self._pair(lambda view: closeness(view, matter))

    def why(self, text: str) -> Markup:
        """A reason the layers before gave in French; a fixed sentence is translated, any other is marked as French."""
        english = reason_words(text)
        if english is None:
            return Markup('<span lang="fr">{}</span>').format(text)
        return self._pair(lambda view: english if view.lang == "en" else text)

    def failure(self, reason: str) -> Markup:
        """Why an input could not be used."""
        return self._pair(lambda view: failure_words(reason, view.lang))

    def tie_spans(self, tie: Tie) -> tuple[Span, ...]:
        """The words a tie between two actors rests on."""
        return tuple(s for e in tie.events for s in self.view.events[e].spans)

    def agreeing(self, matter: Matter) -> Markup:
        """The slots on which the reports agree, with their values."""

        def text(view: View) -> str:
            rows = ((say(f"slot.{slot}", view.lang), value) for slot, value in agreeing(view, matter))
            return " ; ".join(f"{slot} ({value})" if value else slot for slot, value in rows)

        return self._pair(text)

    def how(self, statement: Statement) -> Markup:
        """How a statement is made."""
        return self._pair(lambda view: ", ".join(manner_of(view, statement)))

    def speaker(self, speakers: tuple[str, ...]) -> Markup:
        """The speakers of a statement."""
        return self._pair(lambda view: view.speaker(speakers))

    def date(self, value: str | None) -> Markup:
        """A date in words."""
        return self._pair(lambda view: date_words(value, view.lang))

    def day(self, report: Report) -> Markup:
        """When a report was published."""
        return self._pair(lambda view: view.day(report))

    def dates(self) -> Markup:
        """The days of publication."""
        return self._pair(lambda view: publication_days(view) or "")

    def heading(self, matter: Matter) -> Markup:
        """The title of a matter."""
        return self._pair(lambda view: clean(view.matters[matter.id].title))

    def moment(self, index: int) -> Markup:
        """The title of a moment of the timeline (a publication's is in the reader's language)."""
        return self._pair(lambda view: self.timelines[view.lang][index].title)

    def _pair(self, text: Callable[[View], str]) -> Markup:
        """French and English; one plain text where they agree."""
        french, english = (text(self.views[code]) for code in LANGUAGES)
        if french == english:
            return escape(french)
        shown = english if self.lang == "en" else french
        return Markup('<span data-fr="{}" data-en="{}">{}</span>').format(french, english, shown)

    # the cast

    def major(self) -> tuple[Role, ...]:
        """Actors named more than once or who speak."""
        return tuple(r for r in self.cast if r.is_major)

    def minor(self) -> tuple[Role, ...]:
        """The others, each named once at most."""
        return tuple(r for r in self.cast if not r.is_major)

    # what one report alone says

    def single_lines(self, matters: tuple[Matter, ...]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """Sentences that one report alone has, by report."""
        return single_lines(self.view, matters)

    def has_told(self, line: Line) -> bool:
        """Is there more to say than that the report tells it as a fact?"""
        return bool(line.told(self.view))

    def told(self, line: Line) -> Markup:
        """Who tells it and how."""
        return self._pair(line.told)

    def line_actors(self, line: Line) -> str:
        """Actor numbers of a line, for the filter."""
        found = (n for m in line.matters for n in self.actors_of(m).split())
        return " ".join(sorted(set(found), key=int))

    # evidence and filters

    def ev(self, spans: Iterable[Span]) -> str:
        """Spans as `report:start-end,start-end;report:…` with report numbers: what the script highlights."""
        by: dict[int, list[str]] = {}
        for span in self.view.sorted_spans(set(spans)):
            by.setdefault(self.view.number[span.report], []).append(f"{span.start}-{span.end}")
        return ";".join(f"{number}:{','.join(ranges)}" for number, ranges in by.items())

    def quote(self, spans: Iterable[Span]) -> str:
        """The exact words, cut when very long (the whole of them is one click away, in the report)."""
        text = self.view.words(spans)
        return text if len(text) <= 420 else text[:419].rsplit(" ", 1)[0] + " …"

    def context(self, spans: tuple[Span, ...]) -> tuple[str, str, str] | None:
        """(before, words, after) of one span; None where several pieces speak for themselves."""
        if len(spans) != 1 or spans[0].report not in self.view.texts:
            return None
        before, after = self.view.context(spans[0])
        text = self.view.texts[spans[0].report][spans[0].start : spans[0].end]
        return (before, self.quote(spans), after) if len(text) <= 420 else None

    def numbers_of(self, spans: Iterable[Span]) -> str:
        """Report numbers of these spans, for the filter."""
        return " ".join(str(n) for n in sorted({self.view.number[s.report] for s in spans if s.report in self.view.number}))

    def actors_of(self, matter: Matter) -> str:
        """Actor numbers of a matter, for the filter: sources, agents and targets."""
        found = {s for c in self.view.claims_of(matter) for s in c.sources}
        for event in (self.view.events[e] for e in matter.events if e in self.view.events):
            found.update(event.agents, event.targets)
        return self.actor_numbers(found)

    def actor_numbers(self, actors: Iterable[str]) -> str:
        """Actors as numbers, for the filter."""
        return " ".join(str(n) for n in sorted(self.actor_number[a] for a in set(actors) if a in self.actor_number))

    def paragraphs(self, report: Report) -> tuple[tuple[int, str], ...]:
        """(offset, text) of each line of the report; empty lines are left to the space between."""
        rows, start = [], 0
        for line in report.text.split("\n"):
            if line.strip():
                rows.append((start, line))
            start += len(line) + 1
        return tuple(rows)

    def link(self, url: str | None) -> str | None:
        """An address that is safe to make a link of."""
        return url if url and url.startswith(("https://", "http://")) else None


@functools.cache
def _template() -> Template:
    """The compiled template."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_part("page.html.j2"))


@functools.cache
def _part(name: str) -> str:
    """A file beside this module."""
    return files("recoupe.show").joinpath(name).read_text(encoding="utf-8")


def _words_json() -> str:
    """Fixed words for the language switch; "<" is escaped, so no text can end the script element."""
    return json.dumps(WORDS, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _policy(css: str, script: str) -> str:
    """A content security policy under which only these two inline parts run and nothing is fetched."""
    own = f"style-src '{_digest(css)}'; script-src '{_digest(script)}'"
    return f"default-src 'none'; {own}; img-src data:; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    """The hash a policy names an inline part by (CSP Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
