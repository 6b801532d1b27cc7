"""Said and unsaid: "il portait un gilet" in one report, "il ne portait pas de gilet" in another, whatever the verb.

One verb, the same who and the same what, of one time: only the negation differs. No event is needed, so that verbs of no
frame are compared too. A report that says both tells a quarrel of others, and is left to `disputes`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.find.arguments import read_clause
from recoupe.find.factuality import read_stance
from recoupe.find.moods import is_asked, is_negated, tense_of, verb_group
from recoupe.find.wordforms import TIME_NOUNS
from recoupe.lang.plain import function_words, plain
from recoupe.lang.roots import root
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.levels import SURE
from recoupe.match.predicates import clause_span
from recoupe.match.sides import PERSON, ROLE
from recoupe.match.slots import compare_days
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Event, SlotVerdict, Span, Value, When

# What somebody thinks, says, wants or may do he may both do and not do, of many things.
_MIND = frozenset(
    "vouloir pouvoir devoir falloir croire penser souhaiter sembler paraître aimer espérer estimer juger dire affirmer déclarer "
    "indiquer annoncer préciser ajouter expliquer assurer répondre parler évoquer exclure cacher oublier hésiter penser douter "
    "attendre risquer savoir compter arriver exister suffire s'agir agir aller venir faire laisser rester".split()
)
_HOLD = frozenset(("avoir", "être"))  # say nothing without what they hold
_NO = re.compile(r"(?i)\b(?:ne|aucune?|nulle?|jamais|sans|rien)\b|\bn['’]")
_OTHER = frozenset(("autre", "autres", "second", "seconde", "deuxième", "premier", "première"))
_HARDLY = frozenset(("rarement", "peu", "guère", "presque", "difficilement", "parfois"))
_YET = frozenset(("encore", "toujours", "plus"))
_AROUND = frozenset(("au", "large", "lors", "cours"))


@dataclass(frozen=True, slots=True)
class Said:
    """One clause: who, what, and whether it is said or unsaid."""

    report: str
    verb: str  # its root
    who: frozenset[str]
    what: frozenset[str]  # roots of its objects and of what stands behind it
    negated: bool
    yet: bool  # "pas encore", "ne … plus": it was or will be otherwise
    time: str  # past, present or future
    narrowed: frozenset[str]  # names and adjectives of what it is, and "autre"
    whens: tuple[When, ...]
    span: Span
    sources: tuple[str, ...]
    event: Event | None


def draft_nays(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each thing that one report says and another, of the same time, unsays."""
    wanted = {plain(w.lemma) for r in sorted(desk.readings) for w in _negated(desk, r)}
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for report in sorted(desk.readings) if wanted else ():
        if len(desk.related[report]) > 1:
            for said in _clauses(desk, report, wanted):
                for what in sorted(said.what) or [""]:
                    found[said.verb, what].append(said)
    held = [frozenset(d.events) for d in drafts if len(d.reports) > 1 and any(x.slot == "polarity" for x in d.differences)]
    out: list[Draft] = []
    seen: set[frozenset[Span]] = set()
    for key in sorted(found):
        for a, b in _contrary(desk, found[key]):
            places = frozenset((a.span, b.span))
            events = {s.event.id for s in (a, b) if s.event}
            if places in seen or len(events) == 2 and any(events <= known for known in held):
                continue
            seen.add(places)
            if draft := _draft(desk, a, b):
                out.append(draft)
    return [*drafts, *out]


def _negated(desk: Desk, report: str) -> Iterator[Word]:
    """The verbs of a report that are denied, of reports that have related ones."""
    parsed = desk.readings[report].parsed
    if len(desk.related[report]) > 1 and (" n" in parsed.text or "N" in parsed.text):
        for word in parsed.words:
            if word.pos == "VERB" and word.lemma not in _MIND and _is_unsaid(parsed, word.i):
                yield word


def _is_unsaid(parsed: Parsed, i: int) -> bool:
    """Is it denied by a word of denial, not by a name that looks like one ("Le Pas du Loup")?"""
    sentence = parsed.sentence_of(i)
    return is_negated(parsed, i) and bool(_NO.search(parsed.text, sentence.start, sentence.end))


def _clauses(desk: Desk, report: str, wanted: set[str]) -> Iterator[Said]:
    """The sure clauses of a report with one of these verbs, in text order."""
    reading = desk.readings[report]
    parsed = reading.parsed
    holders: dict[int, str] = {m.head: m.actor for m in reading.mentions if m.head >= 0}
    events = {e.slots.head: e for e in reading.events if not e.slots.nominal}
    voices = {i: s.speakers for s in reading.statements for i in s.words}
    for word in parsed.words:
        if word.pos == "VERB" and plain(word.lemma) in wanted and not desk.is_furniture(Span(report, word.start, word.end)):
            if said := _said(desk, parsed, word, holders, events.get(word.i), voices.get(word.i, ())):
                yield said


def _said(
    desk: Desk, parsed: Parsed, word: Word, holders: dict[int, str], event: Event | None, speakers: tuple[str, ...]
) -> Said | None:
    finite, perfect = verb_group(parsed, word.i)
    if finite is None or finite.feat("Mood") in ("Cnd", "Sub", "Imp") or is_asked(parsed, word.i):
        return None
    if any(k.lower in _HARDLY for k in parsed.kids(word.i, "advmod")):
        return None  # "rarement vu" comes near "jamais vu"
    claim = next(iter(desk.claims.get(event.id, ())), None) if event else None
    stance = read_stance(parsed, word.i, event.frame if event else "")
    if (claim.status if claim else stance.status) not in SURE or stance.certainty != "certain":
        return None
    clause = read_clause(parsed, word.i)
    doers, undergoers = (clause.agents, clause.subjects) if clause.passive else (clause.subjects, clause.objects)
    behind = [o for p, o in clause.obliques if parsed.words[o].lemma not in TIME_NOUNS and p not in _AROUND]
    what = frozenset(_root(parsed, i) for i in undergoers) - {""} or frozenset(_root(parsed, i) for i in behind[:1]) - {""}
    who = frozenset(k for i in doers for k in _keys(desk, parsed, i, holders))
    if not what and (plain(word.lemma) in _HOLD or not any(k[0] != "'" for k in who)) or not who and not clause.passive:
        return None
    sentence = parsed.sentence_of(word.i)
    start, end = parsed.words[sentence.first].start, parsed.words[sentence.last - 1].end
    whens = tuple(w for w in desk.readings[parsed.report].whens if w.span and start <= w.span.start < end)
    tense = tense_of(finite)
    time = "future" if tense == "Fut" else "past" if perfect or tense in ("Past", "Imp") or clause.passive else "present"
    narrowed = frozenset(
        plain(k.lemma) for i in (*undergoers, *clause.subjects) for k in parsed.kids(i, "amod", "appos", "nmod", "nummod")
    )
    yet = any(k.lower in _YET for k in parsed.kids(word.i))
    sources = claim.sources if claim else speakers
    span = clause_span(parsed, min((word.i, *clause.subjects)), word.i)
    return Said(
        parsed.report,
        root(plain(word.lemma)),
        who,
        what,
        _is_unsaid(parsed, word.i),
        yet,
        time,
        narrowed,
        whens,
        span,
        tuple(sources),
        event,
    )


def _root(parsed: Parsed, i: int) -> str:
    """The root of a noun, "" where it is a pronoun or says nothing."""
    word = parsed.words[i]
    noun = plain(word.lemma)
    return root(noun) if word.pos in ("NOUN", "PROPN") and noun not in function_words() else ""


def _keys(desk: Desk, parsed: Parsed, i: int, holders: dict[int, str]) -> Iterator[str]:
    """Who it is: keys of the party, or the noun, marked with a quote."""
    word = parsed.words[i]
    if actor := desk.actors.get(holders.get(i, "")):
        if actor.kind != "group":
            yield from (k for k in desk.parties.get(actor.id, ()) if k not in (PERSON, ROLE) and k[0] not in "~=")
    if word.pos == "NOUN" and any(
        k.lower in ("le", "la", "l'", "les", "ce", "cet", "cette", "ces") for k in parsed.kids(i, "det")
    ):
        yield "'" + plain(word.lemma)


def _contrary(desk: Desk, rows: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Clauses of two related reports that only the negation tells apart; none of a report that says both."""
    said: dict[str, list[Said]] = defaultdict(list)
    for row in rows:
        said[row.report].append(row)
    both = {r for r, here in said.items() if len({s.negated for s in here}) > 1}
    for left, right in combinations(sorted(said.keys() - both), 2):
        if right in desk.related[left]:
            a, b = said[left][0], said[right][0]
            if a.negated != b.negated and _is_one(desk, a, b):
                yield a, b


def _is_one(desk: Desk, a: Said, b: Said) -> bool:
    """One party, one thing, one time, and nothing that looks ahead or back."""
    if bool(a.what) != bool(b.what) or a.time != b.time or a.time == "future" or a.yet or b.yet:
        return False
    if a.who and b.who and not a.who & b.who or not (a.who & b.who or a.what & b.what and not (a.who or b.who)):
        return False
    if a.narrowed and b.narrowed and not a.narrowed & b.narrowed or (a.narrowed ^ b.narrowed) & _OTHER:
        return False
    return not desk.is_elsewhere(a.span, b.span) and not any(
        compare_days(desk, x, y) == "disjoint" for x in a.whens for y in b.whens
    )


def _draft(desk: Desk, a: Said, b: Said) -> Draft | None:
    values = in_order([Value(s.report, "denied" if s.negated else "happened", (s.span,)) for s in (a, b)])
    disputed = bool(set(a.sources) ^ set(b.sources)) and bool(a.sources and b.sources)
    verdict: SlotVerdict = "wording" if disputed else "contradicted"
    title = " / ".join(" ".join(desk.text(s.span).split()) for s in sorted((a, b), key=lambda s: s.negated))
    return draft_values(desk, "nay", title[0].upper() + title[1:], Difference("polarity", verdict, values), disputed=disputed)
