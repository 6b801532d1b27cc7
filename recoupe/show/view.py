"""What the three views share: the order of things, who stands where, the numbers of the first line. No view decides alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Generic, TypeVar

from recoupe.lang.languages import READABLE
from recoupe.match.affair import Tie, ties
from recoupe.show.headings import heading
from recoupe.show.leadline import FIRM, lead_line
from recoupe.show.words import WORDS, date_words, join, say
from recoupe.types import Actor, Agreement, Claim, Copy, Difference, Dossier, Event, Matter, Report, Span, Statement, When

# What an editor needs first comes first.
ORDER: tuple[Agreement, ...] = ("contradicted", "disputed", "updated", "refined", "shared", "single", "related")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_END = re.compile(r"(?<=[.!?…])\s+(?=[«“\"A-ZÀ-Ý])")
_TELLING = re.compile(r"\d|(?<!^)\b[A-ZÀ-Ý]")  # a number or a name: a thing told by another common noun is no news
_GRAVITY = ("contradicted", "updated", "refined", "wording")
OWN = "le rapport lui-même"  # how a matter names the report's own voice among sources
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The affair in numbers."""

    reports: int
    origins: int
    statements: int
    matters: int
    actors: int
    by_agreement: tuple[tuple[Agreement, int], ...]
    first: str | None  # ISO day of the earliest dated report
    last: str | None


@dataclass(frozen=True, slots=True)
class Stance:
    """One holder's stance on a matter, in one report, with the words."""

    claim: Claim
    report: str
    spans: tuple[Span, ...]
    direct: bool  # all the words lie inside a quotation


@dataclass(frozen=True, slots=True)
class Voice:
    """One stance and all who take it in the same words of the same report."""

    stance: Stance
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Reports that fill a slot in the same way."""

    value: str | None
    reports: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Speech(Generic[T]):
    """One speaker (several when joint, none when unknown) and what they say."""

    speakers: tuple[str, ...]
    statements: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """On this day, this: a matter as told by these reports, or (without a matter) the publication of a report."""

    earliest: str
    latest: str
    value: str
    title: str
    matter: str | None
    spans: tuple[Span, ...]
    reports: tuple[tuple[str, bool], ...]  # (report, told as a fact)


@dataclass(frozen=True, slots=True)
class Role:
    """An actor with the places where it is named."""

    actor: Actor
    spans: tuple[Span, ...]
    statements: int


class View:
    """A dossier with its records by id, and every order that a view needs."""

    def __init__(self, dossier: Dossier, lang: str = "fr") -> None:
        self.dossier = dossier = _headed(dossier, lang)
        self.lang = lang
        self.reports: tuple[Report, ...] = tuple(sorted(dossier.reports, key=_report_key))
        self.unread = frozenset(r.id for r in self.reports if r.lang not in READABLE)
        self.number: dict[str, int] = {r.id: i for i, r in enumerate(self.reports, 1)}
        self.texts: dict[str, str] = {r.id: r.text for r in self.reports}
        self.actors: dict[str, Actor] = {a.id: a for a in dossier.actors}
        self.events: dict[str, Event] = {e.id: e for e in dossier.events}
        self.claims: dict[str, Claim] = {c.id: c for c in dossier.claims}
        self.statements: dict[str, Statement] = {s.id: s for s in dossier.statements}
        self.matters: dict[str, Matter] = {m.id: m for m in dossier.matters}
        self.whens: dict[str, When] = {w.id: w for w in dossier.whens}
        self._labels = _labels(self.reports)
        self._title: str | None = None
        self._direct: dict[str, list[Span]] = defaultdict(list)
        for span in (span for s in dossier.statements if s.mode == "direct" for span in s.spans):
            self._direct[span.report].append(span)
        together = (speakers_of(s) for s in sorted(dossier.statements, key=lambda s: s.id))
        self._joint = {frozenset(speakers): tuple(sorted(speakers)) for speakers in together if len(speakers) > 1}

    # words and names

    def words(self, spans: Iterable[Span]) -> str:
        """The exact words on one line; pieces that lie apart are joined by an ellipsis."""
        return " […] ".join(clean(self.texts[s.report][s.start : s.end]) for s in spans if s.report in self.texts)

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
        before, after = (_SPACE.sub(" ", _CONTROL.sub("", part)) for part in (before, after))
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
        """Surface forms other than the canonical name; a capital alone makes no other name."""
        forms = {n.casefold(): n for n in sorted((clean(n) for n in actor.names), reverse=True) if n}
        return tuple(sorted(n for key, n in forms.items() if key != clean(actor.name).casefold()))

    def matter(self, matter: str) -> Matter:
        """The matter of this id."""
        return self.matters[matter]

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
            return next((say(key, self.lang) for key in (f"status.{value}", f"certainty.{value}") if key in WORDS), clean(value))
        return clean(value)

    # orders

    def groups(self) -> tuple[tuple[Agreement, tuple[Matter, ...]], ...]:
        """Matters by agreement in the order an editor needs; inside, most reports first, who is who and bare days last."""
        by: dict[str, list[Matter]] = defaultdict(list)
        for matter in self.dossier.matters:
            by[matter.agreement].append(matter)
        return tuple((a, tuple(sorted(by[a], key=self._matter_key))) for a in ORDER if by[a])

    def stances(self, matter: Matter) -> tuple[Stance, ...]:
        """Who stands how to a matter, with its words, in the order of the reports; one stance in the same words once."""
        found: dict[tuple[object, ...], Stance] = {}
        for claim in sorted((self.claims[c] for c in matter.claims if c in self.claims), key=lambda c: c.id):
            event = self.events.get(claim.event)
            spans = claim.evidence or (event.spans if event else ())
            if spans:
                key = (spans, claim.sources, claim.status, claim.negated, claim.certainty)
                found.setdefault(key, Stance(claim, spans[0].report, spans, self.quoted(spans)))
        return tuple(sorted(found.values(), key=lambda s: (self._order(s.report), s.spans, s.claim.id)))

    def camps(self, matter: Matter) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
        """Who holds it for so, and who denies it; holders of one stance in the same words stand together."""
        camps: tuple[dict[object, Voice], dict[object, Voice]] = ({}, {})
        seen: set[tuple[str, str, bool]] = set()
        stances = self.stances(matter)
        charged = {s.report for s in stances if s.claim.status == "alleged"}
        for stance in stances:
            event = self.events.get(stance.claim.event)
            if event is not None and event.frame == "ACCUSE" and not stance.claim.sources and stance.report in charged:
                continue  # that Washington accuses nobody contests: what it alleges stands beside it
            against = self._is_against(matter, stance)
            holder = (stance.report, self.holder(stance.claim), against)
            if holder in seen:
                continue
            seen.add(holder)
            key = (stance.report, stance.spans, self.stance_words(stance.claim))
            voice = camps[against].get(key, Voice(stance, ()))
            camps[against][key] = Voice(voice.stance, (*voice.claims, stance.claim))
        return tuple(camps[0].values()), tuple(camps[1].values())

    def _is_against(self, matter: Matter, stance: Stance) -> bool:
        """Does he who takes this stance deny the matter? What others belie is held for so, however negative its words."""
        claim = stance.claim
        shown = [v for d in matter.differences if d.slot == "polarity" for v in d.values]
        told = {v.value == "denied" for v in shown if any(_touches(s, stance.spans) for s in v.evidence)}
        if told == {False} and not self._is_denial(claim):
            return False
        if told == {True} and claim.sources and claim.status != "alleged":
            return True
        return claim.status == "denied" or claim.negated != self._is_denial(claim)

    def _is_denial(self, claim: Claim) -> bool:
        """Is what is told the denial itself ("Oslo dément tout tir")?"""
        event = self.events.get(claim.event)
        return event is not None and event.frame in ("DENY", "REJECT")

    def common(self, matter: Matter) -> tuple[Span, ...]:
        """The words of each report for what they share on a slot (a figure, a means), one a report; () where stances tell it."""
        if not all(is_minor(d) for d in self.differing(matter)):
            return ()
        first: dict[str, Span] = {}
        for difference in matter.differences:
            for value in difference.values if difference.verdict == "same" else ():
                if value.evidence:
                    first.setdefault(value.report, value.evidence[0])
        return self.sorted_spans(first.values()) if len(first) > 1 else ()

    def holders(self, claims: Iterable[Claim]) -> str:
        """The holders of these claims in one phrase."""
        return join(tuple(dict.fromkeys(self.holder(c) for c in claims)), self.lang)

    def evidence(self, matter: Matter) -> tuple[Span, ...]:
        """Every span a matter rests on, once, in the order of the reports."""
        spans = {s for stance in self.stances(matter) for s in stance.spans}
        spans |= {s for d in matter.differences for v in d.values for s in v.evidence}
        if not spans:
            spans = {s for e in matter.events if e in self.events for s in self.events[e].spans}
        return self.sorted_spans(spans)

    def differing(self, matter: Matter) -> tuple[Difference, ...]:
        """The slots on which the reports differ, the gravest first; where two camps are shown, those say who denies."""
        camps = matter.agreement == "disputed" and bool(self.camps(matter)[1])
        rows = [d for d in matter.differences if d.verdict != "same" and not (camps and d.slot == "polarity")]
        rows = [d for d in rows if not is_minor(d) or len(self.sides(d)) > 1]
        rows = [d for d in rows if d.slot != "object" or any(_TELLING.search(side.value or "") for side in self.sides(d))]
        return tuple(sorted(rows, key=lambda d: (_GRAVITY.index(d.verdict), is_minor(d))))

    def verdict(self, matter: Matter, difference: Difference) -> str:
        """How the values of a difference stand to each other; what two parties dispute is more than other words."""
        disputed = matter.agreement == "disputed" and difference.verdict == "wording" and not is_minor(difference)
        return "disputed" if disputed else difference.verdict

    def agreeing(self, matter: Matter) -> tuple[tuple[str, str], ...]:
        """The slots on which they agree: (slot, value)."""
        rows = []
        for difference in matter.differences:
            if difference.verdict == "same":
                value = next((v for v in difference.values if v.value is not None or v.evidence), None)
                shown = (self.value(difference.slot, value.value) or self.words(value.evidence[:1])) if value else ""
                rows.append((difference.slot, shown))
        return tuple(dict.fromkeys(rows))

    def sides(self, difference: Difference) -> tuple[Side, ...]:
        """The values of a difference; reports with the same value stand together."""
        order: dict[tuple[str, str], list[tuple[str, str | None, tuple[Span, ...]]]] = defaultdict(list)
        # One value on all sides tells nothing ("presented as a fact", one day named in two ways): then, as without a value,
        # only the words can tell two sides apart.
        bare = len({v.value for v in difference.values}) == 1 and difference.slot != "source"
        for value in sorted(difference.values, key=lambda v: (self._order(v.report), v.evidence)):
            filler = None if bare else value.value or (OWN if difference.slot == "source" else None)
            text = self.words(value.evidence) if filler is None else filler
            key = ("words" if filler is None else "value", text.casefold())
            order[key].append((value.report, filler, value.evidence))
        return tuple(
            Side(rows[0][1], tuple(dict.fromkeys(r for r, _, _ in rows)), tuple(s for _, _, spans in rows for s in spans))
            for rows in order.values()
        )

    def speeches(self) -> tuple[Speech[Statement], ...]:
        """Statements by speaker: who speaks in most reports first, the unidentified last."""
        by: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
        for statement in self.dossier.statements:
            by[speakers_of(statement)].append(statement)
        rows = [Speech(who, tuple(sorted(said, key=self._statement_key))) for who, said in by.items()]
        return tuple(sorted(rows, key=self._speech_key))

    def how(self, statement: Statement) -> tuple[str, ...]:
        """How a statement is made, where that is not the usual way (saying, telling as a fact) and its words do not show it."""
        act = (say(f"act.{statement.act}", self.lang),) if statement.act != "say" else ()
        mode = (say(f"mode.{statement.mode}", self.lang),) if statement.mode == "free" else ()
        counts = Counter(c.status for c in self._claims_of().get(statement.id, ()) if c.status not in FIRM)
        status = (say(f"status.{s}", self.lang) for s, _ in sorted(counts.items(), key=lambda p: (-p[1], p[0])))
        return tuple(dict.fromkeys((*act, *mode, *status)))

    def timeline(self) -> tuple[Moment, ...]:
        """What happens or is told on each day, earliest first; publications stand among the rest."""
        moments = [self._publication(r) for r in self.reports if r.published is not None and r.published.earliest]
        for matter in self.dossier.matters:
            moments += self._moments(matter)
        return tuple(sorted(moments, key=lambda m: (m.earliest, m.latest, m.matter is None, m.title, m.matter or "")))

    def cast(self) -> tuple[Role, ...]:
        """Actors, the most often named first."""
        spans: dict[str, list[Span]] = defaultdict(list)
        for mention in self.dossier.mentions:
            spans[mention.actor].append(mention.span)
        said = Counter(s for statement in self.dossier.statements for s in speakers_of(statement))
        rows = [Role(a, self.sorted_spans(set(spans[a.id])), said[a.id]) for a in self.dossier.actors]
        return tuple(sorted(rows, key=lambda r: (-len(r.spans), -r.statements, r.actor.name, r.actor.id)))

    def copies(self) -> tuple[Copy, ...]:
        """Pairs of reports that are not independent, the closest first."""
        pairs = [c for c in self.dossier.copies if c.relation != "independent"]
        return tuple(sorted(pairs, key=lambda c: (-c.share, self._order(c.left), self._order(c.right))))

    def origins(self) -> tuple[tuple[str, ...], ...]:
        """Reports grouped by origin: those of one text or one agency stand together."""
        parent = {r.id: r.id for r in self.reports}

        def root(report: str) -> str:
            while parent[report] != report:
                report = parent[report]
            return report

        for copy in self.copies():
            if copy.relation in ("same_text", "same_origin") and copy.left in parent and copy.right in parent:
                first, second = sorted((root(copy.left), root(copy.right)), key=self._order)
                parent[second] = first
        by: dict[str, list[str]] = defaultdict(list)
        for report in self.reports:
            if report.id not in self.unread:
                by[root(report.id)].append(report.id)
        return tuple(tuple(group) for group in by.values())

    def numbers(self) -> Numbers:
        """The numbers of the first line."""
        counts = Counter(m.agreement for m in self.dossier.matters)
        days = sorted(r.published.earliest for r in self.reports if r.published and r.published.earliest)
        latest = sorted(
            r.published.latest or r.published.earliest or "" for r in self.reports if r.published and r.published.earliest
        )
        return Numbers(
            len(self.reports) - len(self.unread),
            len(self.origins()),
            len(self.dossier.statements),
            len(self.dossier.matters),
            len(self.dossier.actors),
            tuple((a, counts[a]) for a in ORDER),
            days[0] if days else None,
            latest[-1] if latest else None,
        )

    def title(self) -> str:
        """The line that says what most reports begin with, else the parties."""
        if self._title is None:
            self._title = lead_line(self) or self.parties() or say("title", self.lang)
        return self._title

    def plain_title(self, matter: Matter) -> str:
        """A matter's title on one line."""
        return clean(matter.title)

    def _tells(self, matter: Matter) -> bool:
        """Is the title a sentence of some length about what somebody did, no label such as "Rang : 76e" and no quotation?"""
        title = clean(matter.title)
        if len(title) < 25 or title.endswith("…") or re.search(r"[:«“\"]|^Les faits du ", title):
            return False
        events = [self.events[e] for e in matter.events if e in self.events]
        return any(e.agents or e.targets for e in events) and any(
            c.status in FIRM and not c.negated for c in self.dossier_claims(matter)
        )

    def lead(self) -> tuple[tuple[str, Matter], ...]:
        """At most three sentences, each on one matter: what most say, what is contradicted or disputed, what changed."""
        groups = dict(self.groups())
        headline = self.title()
        picked: list[tuple[str, Matter]] = []
        shared = sorted(groups.get("shared", ()), key=lambda m: (not self._tells(m), -len(m.reports), self._matter_key(m)))
        if (told := [m for m in shared if clean(m.title) != headline]) and self._tells(told[0]):
            picked.append(("lead.shared_all" if len(told[0].reports) == len(self.reports) else "lead.shared", told[0]))
        against = next((("lead." + a, groups[a][0]) for a in ("contradicted", "disputed") if a in groups), None)
        picked += [against] if against else []
        changed = next((("lead." + a, groups[a][0]) for a in ("updated", "refined") if a in groups), None)
        picked += [changed] if changed else []
        return tuple(picked)

    def ties(self) -> tuple[Tie, ...]:
        """Who accuses, supports, meets whom, the most frequent first; only between parties this dossier names."""
        return tuple(t for t in ties(self.dossier) if t.left in self.actors and t.right in self.actors)

    def parties(self) -> str:
        """The affair in a few names: the parties named in most reports."""
        rows = [r for r in self.cast() if r.actor.kind in ("person", "state", "organisation", "place") and r.spans]
        rows.sort(key=lambda r: (-len({s.report for s in r.spans}), -len(r.spans), r.actor.name))
        names = [clean(r.actor.name) for r in rows[:3]]
        text = ", ".join(names)
        return text[:1].upper() + text[1:]

    def dates(self) -> str | None:
        """The days between which the reports were published."""
        numbers = self.numbers()
        if numbers.first is None or numbers.last is None:
            return None
        first = date_words(numbers.first, self.lang, weekday=False)
        return first if numbers.first == numbers.last else f"{first} – {date_words(numbers.last, self.lang, weekday=False)}"

    def sorted_spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Spans in the order of the reports, then of the text."""
        return tuple(sorted((s for s in spans if s.report in self.texts), key=lambda s: (self._order(s.report), s.start, s.end)))

    # keys

    def _order(self, report: str) -> int:
        return self.number.get(report, len(self.number) + 1)

    def _matter_key(self, matter: Matter) -> tuple[bool, int, int, tuple[int, int], str]:
        spans = self.evidence(matter)
        first = (self._order(spans[0].report), spans[0].start) if spans else (10**9, 0)
        return (_is_background(matter), -len(matter.reports), -len(matter.differences), first, matter.id)

    def _statement_key(self, statement: Statement) -> tuple[int, tuple[Span, ...], str]:
        report = statement.spans[0].report if statement.spans else ""
        return (self._order(report), statement.spans, statement.id)

    def _speech_key(self, speech: Speech[Statement]) -> tuple[bool, int, int, str]:
        reports = {s.spans[0].report for s in speech.statements if s.spans}
        return (not speech.speakers, -len(reports), -len(speech.statements), self.speaker(speech.speakers))

    def _claims_of(self) -> dict[str, list[Claim]]:
        """Claims by the statement they stand in."""
        if not hasattr(self, "_by_statement"):
            self._by_statement: dict[str, list[Claim]] = defaultdict(list)
            for claim in self.dossier.claims:
                if claim.statement is not None:
                    self._by_statement[claim.statement].append(claim)
        return self._by_statement

    def _publication(self, report: Report) -> Moment:
        day = report.published
        assert day is not None and day.earliest is not None
        title = (
            f"{say('timeline.published', self.lang)} : {self.label(report.id)}"
            if self.lang == "fr"
            else f"Published: {self.label(report.id)}"
        )
        return Moment(day.earliest, day.latest or day.earliest, day.value or day.earliest, title, None, (), ((report.id, True),))

    def _moments(self, matter: Matter) -> list[Moment]:
        """A matter once for each time its events are dated by the reports."""
        firm = {c.event: c.status in FIRM and not c.negated for c in reversed(self.dossier_claims(matter))}
        by: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
        for event in (self.events[e] for e in matter.events if e in self.events):
            when = self.whens.get(event.when or "")
            if when is not None and when.earliest is not None:
                by[(when.earliest, when.latest or when.earliest, when.value or when.earliest)].append(event)
        moments = []
        for (earliest, latest, value), events in by.items():
            spans = self.sorted_spans({s for e in events for s in e.spans})
            told = {e.report: any(firm.get(o.id, True) for o in events if o.report == e.report) for e in events}
            reports = tuple(sorted(told.items(), key=lambda p: self._order(p[0])))
            moments.append(Moment(earliest, latest, value, clean(matter.title), matter.id, spans, reports))
        return moments

    def dossier_claims(self, matter: Matter) -> tuple[Claim, ...]:
        """The claims of a matter, in the dossier's order."""
        return tuple(self.claims[c] for c in matter.claims if c in self.claims)


def _headed(dossier: Dossier, lang: str) -> Dossier:
    """The dossier with the headings of its matters in the reader's language."""
    if lang != "en":
        return dossier
    return replace(dossier, matters=tuple(replace(m, title=heading(m.title, lang)) for m in dossier.matters))


def clean(text: str) -> str:
    """Text for one line: white space to single spaces; control and direction marks, which could forge a terminal or page, out."""
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip() if text else ""


def is_minor(difference: Difference) -> bool:
    """A difference that one line tells: who is given as the source, or one thing in two words."""
    return difference.slot in ("source", "object") and difference.verdict in ("refined", "wording")


def speakers_of(statement: Statement) -> tuple[str, ...]:
    """All speakers of a statement, whichever way they were recorded; () when unknown."""
    if statement.speakers:
        return statement.speakers
    if isinstance(statement.speaker, tuple):
        return statement.speaker
    return (statement.speaker,) if statement.speaker is not None else ()


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(o.report == span.report and o.start < span.end and span.start < o.end for o in others)


def _is_background(matter: Matter) -> bool:
    """Who somebody is, when it was, how long: told alike or more exactly, no news of its own."""
    slots = {d.slot for d in matter.differences}
    kept = matter.agreement in ("shared", "refined")
    return kept and (slots == {"role"} or slots == {"date"} and not matter.claims or slots == {"duration"} and not matter.claims)


def _report_key(report: Report) -> tuple[str, tuple[tuple[int, str], ...], str]:
    """Dated reports by day, undated ones after them, then as a folder lists their files ("2-…" before "10-…"), then by id."""
    day = report.published.earliest if report.published else None
    parts = re.findall(r"\d+|\D+", PurePath(report.path or "").name.casefold())
    return (day or "9999", tuple((int(part) if part.isdecimal() else -1, part) for part in parts), report.id)


def _labels(reports: tuple[Report, ...]) -> dict[str, str]:
    """A short label for each report; two reports of one outlet are told apart."""
    raw = {r.id: clean(r.outlet or r.title or "") or (PurePath(r.path).stem if r.path else r.id) for r in reports}
    count = Counter(raw.values())
    labels = {}
    for report in reports:
        label = raw[report.id]
        apart = f" ({_apart(report, reports)})" if count[label] > 1 else ""
        room = max(20, 60 - len(apart))  # what tells two apart is never cut off
        labels[report.id] = (label if len(label) <= room else f"{label[: room - 1]}…") + apart
    return labels


def _apart(report: Report, reports: tuple[Report, ...]) -> str:
    """What tells a report from others of its outlet: its file, where it has one to itself, else its id."""
    alone = report.path is not None and sum(r.path == report.path for r in reports) == 1
    return PurePath(report.path).stem if alone and report.path else report.id
