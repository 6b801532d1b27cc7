"""Matters of detail that no event frame holds: the day, the rank ("10e", "11e"), the number of a flight, the time since."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.numbers import ordinals
from recoupe.lang.plain import news_words, plain
from recoupe.match.acts.families import kinds
from recoupe.match.acts.slots import compare_whens
from recoupe.match.count.lists import draft_lists
from recoupe.match.count.measuring import person_nouns
from recoupe.match.count.others import draft_others
from recoupe.match.count.ranks import draft_ranks
from recoupe.match.count.scores import draft_scores
from recoupe.match.count.shares import draft_shares
from recoupe.match.count.vague import draft_vague
from recoupe.match.count.votes import draft_votes
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.when.clocks import draft_clocks
from recoupe.match.when.corrections import draft_corrections
from recoupe.match.when.dayspans import is_dateline
from recoupe.match.when.durations import draft_durations
from recoupe.match.when.lapses import draft_lapses
from recoupe.match.when.roughly import draft_rough_hours
from recoupe.match.where.circumstances import draft_circumstances
from recoupe.types import Difference, SlotVerdict, Span, Value, When

_RANK = re.compile(r"\b(\d{1,3})(?:e|è|ème|ième|eme|re|ère|er|nde|nd)\b(?!\s+(?:siècle|arrondissement|étage|jour|minute))")
_VALUE = ordinals(2, 20) | {"second": 2, "seconde": 2}
_NO_RANK = frozenset(
    "tour guerre semestre trimestre mi-temps periode mandat foyer etage".split()
)  # "le second tour" ranks nothing
_PLACES = frozenset("place marche transition position journee etape titre victoire demi-finale".split())
_LABEL = re.compile(
    r"(?i)\b(vol|train|rame|ligne|article|loi|route|autoroute|dossier|lot|brevet|matricule)s?"
    r"\s+(?:n[o°]\s*|numéro\s+)?((?:[A-Z]{1,3}\d?[- ]?)?\d{2,6})\b"
)
_CITED = frozenset(("article", "loi", "ligne", "route", "autoroute"))
_DAY = re.compile(
    r"(?i)\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d{1,2}(?:er)? (?!heures?\b|minutes?\b)\w{3,}|\d{1,2}/\d)"
)


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail of a report: its kind, what it is of, its value and its words."""

    report: str
    kind: str
    of: frozenset[str]
    value: str
    span: Span


def draft_particulars(desk: Desk) -> tuple[Draft, ...]:
    """Matters of days, ranks, labels and lapses that two reports of an affair give."""
    clocks = draft_clocks(desk)
    ranks = _ranks(desk)
    return (
        *_weekdays(desk),
        *_days(desk),
        *ranks,
        *draft_ranks(desk, ranks),
        *_labels(desk),
        *draft_lapses(desk),
        *draft_durations(desk),
        *clocks,
        *draft_rough_hours(desk, clocks),
        *draft_lists(desk),
        *draft_others(desk),
        *draft_vague(desk),
        *draft_shares(desk),
        *draft_corrections(desk),
        *draft_circumstances(desk),
        *draft_scores(desk),
        *draft_votes(desk),
    )


def _make(
    desk: Desk, kind: str, slot: str, title: str, verdict: SlotVerdict, rows: list[tuple[Span, str | None]]
) -> Draft | None:
    if len({span.report for span, _ in rows}) < 2:
        return None
    return draft_values(desk, kind, title, Difference(slot, verdict, in_order([Value(s.report, v, (s,)) for s, v in rows])))


def _weekdays(desk: Desk) -> list[Draft]:
    """A weekday that its date excludes ("mercredi 18 juin" of a Tuesday), beside the other reports' words for that day."""
    out = []
    for report in sorted(desk.readings):
        for when in desk.readings[report].whens:
            if not when.span or not when.flags or not when.earliest:
                continue
            rows: list[tuple[Span, str | None]] = [(when.span, when.value)]
            for other in sorted(desk.related[report] - {report}):
                near = [w for w in desk.readings[other].whens if w.span and _covers(w, when.earliest)]
                rows += [(w.span, w.value) for w in near[:2] if w.span]
            event = desk.event_at(when.span)
            if event:
                values = in_order([Value(s.report, v, (s,)) for s, v in rows])
                title = f"« {desk.text(when.span)} » : le jour de la semaine et la date s'excluent"
                clash = Difference("date", "contradicted", values)
                if draft := draft_values(desk, "weekday", title, clash, events=(event.id,)):
                    out.append(draft)
    return out


def _covers(when: When, day: str) -> bool:
    return bool(
        when.earliest
        and when.latest
        and not when.flags
        and when.earliest <= day <= when.latest
        and when.latest[:7] == when.earliest[:7]
    )


def _days(desk: Desk) -> list[Draft]:
    """Days that several reports of an affair name and that are none's day of publication alone."""
    by_day: dict[str, list[When]] = defaultdict(list)
    dated = _dated(desk)
    around: dict[Span, frozenset[str]] = {}
    for report in sorted(desk.readings):
        published = desk.published(report)
        for when in desk.readings[report].whens:
            if (
                not when.span
                or not when.earliest
                or when.earliest != when.latest
                or when.duration
                or is_dateline(desk.readings[report].report.text, when.span)
                or not _DAY.search(desk.text(when.span))
            ):
                continue
            if published and compare_whens(published, when) == "same" and not any(c.isdigit() for c in desk.text(when.span)):
                if not _echoed(desk, when, dated, around):
                    continue  # "ce samedi" of the paper's own day dates the news, not the affair
            by_day[when.earliest].append(when)
    out = []
    for day in sorted(by_day):
        for rows in _split(desk, by_day[day]):
            if all(compare_whens(desk.published(w.span.report), w) == "same" for w in rows if w.span):
                continue  # each report's own day and no other's
            full = {w.span.report for w in rows if w.span and any(c.isdigit() for c in desk.text(w.span))}
            verdict: SlotVerdict = "refined" if full and full != {w.span.report for w in rows if w.span} else "same"
            told = [(w.span, w.value if verdict == "same" else " ".join(desk.text(w.span).split())) for w in rows if w.span]
            draft = _make(desk, "day", "date", f"Les faits du {_french(day)}", verdict, told)
            if draft:
                out.append(draft)
    return out


def _dated(desk: Desk) -> dict[tuple[str | None, str | None], list[Span]]:
    """The words that tell a time by its date, by its first and last day."""
    found: dict[tuple[str | None, str | None], list[Span]] = defaultdict(list)
    for when in (w for report in sorted(desk.readings) for w in desk.readings[report].whens):
        if when.span and any(c.isdigit() for c in desk.text(when.span)):
            found[when.earliest, when.latest].append(when.span)
    return found


def _echoed(
    desk: Desk,
    when: When,
    dated: Mapping[tuple[str | None, str | None], Sequence[Span]],
    around: dict[Span, frozenset[str]],
) -> bool:
    """Does another report tell of that day, by its date, in like words? `around`: the words beside each, filled on demand."""
    if not when.span:
        return False
    mine, near = _around(desk, when.span), desk.related[when.span.report] - {when.span.report}
    for span in dated.get((when.earliest, when.latest), ()):
        if span.report in near:
            if span not in around:
                around[span] = _around(desk, span)
            if len(mine & around[span]) >= 2:
                return True
    return False


def _around(desk: Desk, span: Span) -> frozenset[str]:
    """Content lemmas and names of the sentence that holds these words."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    sentence = parsed.sentence_of(words[0])
    held = (plain(w.lemma) for w in parsed.words[sentence.first : sentence.last] if w.pos in ("NOUN", "PROPN", "VERB"))
    return frozenset(w for w in held if len(w) > 2) - news_words()


def _split(desk: Desk, rows: list[When]) -> list[list[When]]:
    """By affair."""
    groups: list[list[When]] = []
    for when in rows:
        for group in groups:
            if when.span and any(g.span and g.span.report in desk.related[when.span.report] for g in group):
                group.append(when)
                break
        else:
            groups.append([when])
    return groups


_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def _french(day: str) -> str:
    year, month, number = day.split("-")
    return f"{int(number)}{'er' if number == '01' else ''} {_MONTHS[int(month) - 1]} {year}"


def _ranks(desk: Desk) -> list[Draft]:
    """Ranks of one thing: equal ones confirm one another, neighbours exclude one another."""
    found = [d for report in sorted(desk.readings) if len(desk.related[report]) > 1 for d in _ordinals(desk, report)]
    out = []
    used: set[int] = set()
    for i, a in enumerate(found):
        if i in used:
            continue
        group = [a]
        for j in range(i + 1, len(found)):
            b = found[j]
            if (
                j not in used
                and b.report in desk.related[a.report]
                and b.report not in {g.report for g in group}
                and (_same_rank(a, b) or any(g.value == b.value and _same_rank(g, b) for g in group))
            ):
                group.append(b)
                used.add(j)
        if len(group) < 2:
            continue
        verdict: SlotVerdict = "same" if len({g.value for g in group}) == 1 else "contradicted"
        if _series(desk, found, group) if verdict == "contradicted" else not _is_of_one(desk, group):
            continue
        title = "Rang : " + " / ".join(sorted({_with_noun(desk, g.span) for g in group}))
        if draft := _make(desk, "rank", "rank", title, verdict, [(g.span, g.value) for g in group]):
            out.append(draft)
    return out


def _is_of_one(desk: Desk, group: Sequence[Detail]) -> bool:
    """Is it one thing that has this rank: "la troisième femme à recevoir le prix"? Every race, list and career has a third."""
    if any(g.kind in _NO_RANK | _PLACES for g in group):
        return False
    if all(g.kind in _persons() for g in group):
        return True
    common = frozenset.intersection(*(_around(desk, g.span) for g in group))
    return len(common - {g.kind for g in group}) > 1


@cache
def _persons() -> frozenset[str]:
    return frozenset(map(plain, person_nouns() | actor_nouns().keys()))


def _with_noun(desk: Desk, span: Span) -> str:
    """A rank with what it ranks, to the end of the phrase: "10e pour la France"."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    end = span.end
    for word in parsed.words[words[-1] + 1 : words[-1] + 5]:
        if word.pos in ("PUNCT", "VERB", "AUX", "SCONJ") or not word.text[0].isalpha():
            break
        if word.pos in ("NOUN", "PROPN", "ADJ"):
            end = word.end
    return " ".join(parsed.text[span.start : end].split())


def _series(desk: Desk, found: list[Detail], group: list[Detail]) -> bool:
    """Does one report know both ranks? Then they are two things of a series ("la 11e étape", "la 12e étape")."""
    values = {g.value for g in group}
    near = frozenset().union(*(desk.related[g.report] for g in group))
    known: dict[str, set[str]] = defaultdict(set)
    for detail in found:
        if detail.report in near and detail.kind == group[0].kind:
            known[detail.report].add(detail.value)
    return any(len(known[r] & values) > 1 for r in known)


def _ordinals(desk: Desk, report: str) -> list[Detail]:
    reading = desk.readings[report]
    out = []
    times = [(w.span.start, w.span.end) for w in reading.whens if w.span]
    for i, word in enumerate(reading.parsed.words):
        match = _RANK.fullmatch(word.text) if word.text[0].isdigit() else None
        value = int(match[1]) if match else _VALUE.get(word.lower, 0)
        if value < 2 or any(s <= word.start < e for s, e in times):
            continue
        after = [w for w in reading.parsed.words[i + 1 : i + 9] if w.sent == word.sent]
        of = frozenset(_parties_of(desk, report, word.sent)) | frozenset(
            plain(w.lemma)[:5] for w in after if w.pos in ("NOUN", "PROPN", "ADJ", "VERB") and len(w.text) > 2
        )
        noun = next((w for w in after[:2] if w.pos in ("NOUN", "PROPN")), None)
        if value == 2 and noun is not None and plain(noun.lemma) in _NO_RANK:
            continue
        if after and any(w.pos in ("NOUN", "PROPN", "ADJ", "VERB") for w in after):
            out.append(Detail(report, plain(noun.lemma) if noun else "", of, str(value), Span(report, word.start, word.end)))
    return out


def _parties_of(desk: Desk, report: str, sentence: int) -> set[str]:
    """Keys of the persons of a sentence."""
    reading = desk.readings[report]
    bounds = reading.parsed.sentences[sentence]
    return {
        m.actor
        for m in reading.mentions
        if bounds.start <= m.span.start < bounds.end and m.actor in desk.actors and desk.actors[m.actor].kind == "person"
    }


def _same_rank(a: Detail, b: Detail) -> bool:
    """Do two ranks count one series? Equal ones need a word in common; unequal ones the same noun (or none) and a name."""
    common = frozenset(w for w in a.of & b.of)
    if a.value == b.value:
        placed = a.kind == b.kind and a.kind in _PLACES  # a race has a third place for each of its days and sexes
        if a.kind and b.kind and a.kind != b.kind and not kinds((a.kind, b.kind)[:1]) & kinds((a.kind, b.kind)[1:]):
            common = frozenset(w for w in common if not w.startswith("a-"))  # her second novel, her second husband
        return bool(common) and (not placed or any(w.startswith("a-") for w in common))
    series = a.kind == b.kind and bool(a.kind) or {a.kind, b.kind} <= {"", "fois"}
    near = abs(int(a.value) - int(b.value)) <= 2 and min(int(a.value), int(b.value)) >= 4
    common = frozenset(w for w in common if not w.startswith("a-"))
    return series and near and len(common) >= (1 if {a.kind, b.kind} <= {"", "fois"} else 2)


def _labels(desk: Desk) -> list[Draft]:
    """Numbers that name a thing ("vol 8432"): one report's may be another's with digits swapped."""
    rows: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for report in sorted(desk.readings):
        for match in _LABEL.finditer(desk.readings[report].report.text):
            rows[plain(match[1])].append((Span(report, match.start(2), match.end(2)), match[2]))
    out = []
    for kind in sorted(rows):
        done: set[frozenset[str]] = set()
        for i, (span, label) in enumerate(rows[kind]):
            for other, second in rows[kind][i + 1 :]:
                pair = frozenset((span.report, other.report))
                if len(pair) < 2 or pair in done or other.report not in desk.related[span.report]:
                    continue
                left, right = (re.sub(r"\D", "", x.split("-")[-1]) for x in (label, second))
                if left == right:  # that both give a flight its number is no news
                    done |= set() if kind in _CITED else {pair}  # a law has one number, and another is another's
                elif len(left) >= 3 and sorted(left) == sorted(right):
                    done.add(pair)
                    told: list[tuple[Span, str | None]] = [(span, label), (other, second)]
                    if draft := _make(desk, "label", "number", f"Numéro : {kind} {label}", "contradicted", told):
                        out.append(draft)
    return out
