"""A dossier with its records by id and its words in the reader's language: what the terminal, the page and the note share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from recoupe.lang.languages import READABLE
from recoupe.show.datewords import date_words
from recoupe.show.headings import heading, state_words
from recoupe.show.oneline import clean, clean_inside
from recoupe.show.reportnames import in_reading_order, report_labels
from recoupe.show.words import WORDS, join, say
from recoupe.types import Actor, Claim, Dossier, Event, Link, Matter, Report, Span, When

FIRM = ("happened", "ongoing", "state")  # told as a fact, not as a plan, charge or denial
OWN = "le rapport lui-même"  # how a matter names the report's own voice among sources
_ARTICLE = re.compile(r"^(?:(?:le|la|les|un|une|des|du|sa|son|ses|the|an?|his|her|their) |l['’])")
_END = re.compile(r"(?<=[.!?…])\s+(?=[«“\"A-ZÀ-Ý])")


class View:
    """A dossier with its records by id and the words for each; the modules beside this order what they need of it."""

    def __init__(self, dossier: Dossier, lang: str = "fr") -> None:
        self.original = dossier  # with the headings that `match` wrote, in French
        self.dossier = dossier = _headed(dossier, lang)
        self.lang = lang
        self.reports: tuple[Report, ...] = in_reading_order(dossier.reports)
        self.unread = frozenset(r.id for r in self.reports if r.lang not in READABLE)
        self.number: dict[str, int] = {r.id: i for i, r in enumerate(self.reports, 1)}
        self.texts: dict[str, str] = {r.id: r.text for r in self.reports}
        self.actors: dict[str, Actor] = {a.id: a for a in dossier.actors}
        self.events: dict[str, Event] = {e.id: e for e in dossier.events}
        self.claims: dict[str, Claim] = {c.id: c for c in dossier.claims}
        self.matters: dict[str, Matter] = {m.id: m for m in dossier.matters}
        self.whens: dict[str, When] = {w.id: w for w in dossier.whens}
        self._labels = report_labels(self.reports)
        self._direct: dict[str, list[Span]] = defaultdict(list)
        for span in (span for s in dossier.statements if s.mode == "direct" for span in s.spans):
            self._direct[span.report].append(span)
        self.claims_in: dict[str, list[Claim]] = defaultdict(list)  # by the statement that they stand in
        for claim in dossier.claims:
            if claim.statement is not None:
                self.claims_in[claim.statement].append(claim)
        self._passages: dict[str, list[tuple[Span, ...]]] = defaultdict(list)  # by report
        for matter in dossier.matters:
            if matter.agreement == "related":
                passages = tuple(s for d in matter.differences for v in d.values for s in v.evidence)
                for report in dict.fromkeys(s.report for s in passages):
                    self._passages[report].append(passages)
        self.links_at: dict[str, list[Link]] = defaultdict(list)  # by either event: those that are close and no one fact
        for link in dossier.links:
            if link.verdict != "same":
                self.links_at[link.left].append(link)
                self.links_at[link.right].append(link)
        together = (s.voices for s in sorted(dossier.statements, key=lambda s: s.id))
        self._joint = {frozenset(speakers): tuple(sorted(speakers)) for speakers in together if len(speakers) > 1}

    def words(self, spans: Iterable[Span]) -> str:
        """The exact words on one line; pieces that lie apart are joined by an ellipsis."""
        return " […] ".join(clean(self.texts[s.report][s.start : s.end]) for s in spans if s.report in self.texts)

    def beside(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The other reports of which a close passage is set beside one that holds these words, in reading order."""
        found = {
            other.report
            for span in spans
            for passages in self._passages.get(span.report, ())
            for own in passages
            if own.report == span.report and own.start < span.end and span.start < own.end
            for other in passages
            if other.report != span.report
        }
        return tuple(sorted(found, key=self.order))

    def quoted(self, spans: Iterable[Span]) -> bool:
        """Do all these words lie inside direct speech? Only then may they stand in quotation marks of ours."""
        pieces = tuple(spans)
        return bool(pieces) and all(any(d.start <= s.start and s.end <= d.end for d in self._direct[s.report]) for s in pieces)

    def context(self, span: Span, reach: int = 110) -> tuple[str, str]:
        """The words before and after a span inside its sentence, at most `reach` characters each way, "…" where cut."""
        text = self.texts.get(span.report)
        if text is None:
            return "", ""
        # the span's own first letter goes with what precedes it: it may be the capital that ends a sentence before it
        before = _END.split(text[max(0, span.start - reach - 40) : span.start + 1].rpartition("\n")[2])[-1][:-1]
        if len(before) > reach:
            before = "… " + before[-reach:].partition(" ")[2]
        after, dots = text[span.end : span.end + reach + 40].partition("\n")[0], False
        stop = _END.search(after)
        after = after[: stop.start()] if stop else after
        if len(after) > reach:
            after, dots = after[:reach].rpartition(" ")[0], True
        before, after = (clean_inside(part) for part in (before, after))
        return before.lstrip(), after.rstrip() + (" …" if dots else "")

    def label(self, report: str) -> str:
        """What an editor calls this report: its outlet, else its title, else its file."""
        return self._labels.get(report, report)

    def name(self, actor: str) -> str:
        """The canonical name of an actor."""
        found = self.actors.get(actor)
        return clean(found.name) if found else actor

    def speaker(self, speakers: tuple[str, ...]) -> str:
        """The speakers' names, or the words for a speaker nobody names."""
        return join(tuple(self.name(s) for s in speakers), self.lang) or say("unknown_speaker", self.lang)

    def day(self, report: Report) -> str:
        """When a report was published, or why it has no day here."""
        if report.id in self.unread:
            return say("unread", self.lang)
        return date_words(report.published.value, self.lang) if report.published else say("undated", self.lang)

    def roles(self, actor: str) -> tuple[str, ...]:
        """What an actor is said to be."""
        found = self.actors.get(actor)
        return tuple(clean(r) for r in found.roles[:2]) if found else ()

    def other_names(self, actor: Actor) -> tuple[str, ...]:
        """Surface forms other than the canonical name; a capital or an article alone makes no other name."""
        forms = {_bare(n): n for n in sorted((clean(n) for n in actor.names), reverse=True) if n}
        return tuple(sorted(n for key, n in forms.items() if key != _bare(clean(actor.name))))

    def holder(self, claim: Claim) -> str:
        """Whose stance a claim is: the innermost source, then who relays it; the report itself without a source."""
        if not claim.sources:
            return say("own_voice", self.lang)
        joint = self._joint.get(frozenset(claim.sources), ())
        names = [self.name(s) for s in reversed(claim.sources)]
        if joint:  # "Moscou et Pyongyang nient": two holders side by side, not one citing the other
            names = [join(tuple(self.name(s) for s in joint), self.lang)]
        relayed = f", {say('quoted_by', self.lang)} ".join(names)
        return relayed[:1].upper() + relayed[1:]

    def holders(self, claims: Iterable[Claim]) -> str:
        """The holders of these claims in one phrase."""
        return join(tuple(dict.fromkeys(self.holder(c) for c in claims)), self.lang)

    def stance_words(self, claim: Claim) -> str:
        """Status and certainty of a claim in plain words. A negation stands in the words themselves; a plan is never certain."""
        parts = [say(f"status.{claim.status}", self.lang)]
        if claim.certainty != "certain" and claim.certainty != "unknown" and claim.status in FIRM:
            parts.append(say(f"certainty.{claim.certainty}", self.lang))
        return ", ".join(parts)

    def value(self, slot: str, value: str | None) -> str | None:
        """The filler of a slot as a reader says it."""
        if value is None:
            return say("own_voice", self.lang) if slot == "source" else None
        if slot in ("when", "date", "time"):
            return date_words(value, self.lang)
        if value in self.actors:
            return self.name(value)
        if slot == "source" and value == OWN:
            return say("own_voice", self.lang)
        if slot in ("status", "certainty", "polarity"):
            known = next((say(key, self.lang) for key in (f"status.{value}", f"certainty.{value}") if key in WORDS), None)
            return known or (state_words(value) if self.lang == "en" else None) or clean(value)
        return clean(value)

    def claims_of(self, matter: Matter) -> tuple[Claim, ...]:
        """The claims of a matter, in the dossier's order."""
        return tuple(self.claims[c] for c in matter.claims if c in self.claims)

    def is_fact(self, matter: Matter) -> bool:
        """Does anybody tell the matter as a fact?"""
        return any(c.status in FIRM and not c.negated for c in self.claims_of(matter))

    def sorted_spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Spans in the order of the reports, then of the text."""
        return tuple(sorted((s for s in spans if s.report in self.texts), key=lambda s: (self.order(s.report), s.start, s.end)))

    def order(self, report: str) -> int:
        """The place of a report among the others; one that is not in the dossier comes last."""
        return self.number.get(report, len(self.number) + 1)


def _headed(dossier: Dossier, lang: str) -> Dossier:
    """The dossier with the headings of its matters in the reader's language."""
    if lang != "en":
        return dossier
    return replace(dossier, matters=tuple(replace(m, title=heading(m.title, lang)) for m in dossier.matters))


def _bare(name: str) -> str:
    """A name without its article and its capitals: "La préfecture" is the "préfecture"."""
    return _ARTICLE.sub("", name.casefold())
