"""Nothing of a kind in one report, something of it in another: "aucune arme n'a été trouvée", "deux fusils ont été saisis"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from recoupe.find.done.arguments import read_clause
from recoupe.find.done.moods import is_asked, is_conditional, is_negated, verb_group
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import kinds
from recoupe.match.acts.slots import compare_days
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, SlotVerdict, Span, Value, When

COLUMNS = ("kind", "general", "narrow", "verbs", "example")
_NONE = frozenset(("aucun", "aucune", "nul", "nulle"))
_MINIMA = frozenset(("euro", "centime", "sou", "dollar", "kopeck", "rouble", "livre"))
# Nouns that measure what stands behind them: "dix kilos de drogue", "aucune trace d'explosif".
_MEASURES = frozenset(
    """kilo gramme tonne kilogramme litre million millier euro somme moindre dizaine centaine trace quantité stock lot caisse sac
    paquet liasse type sorte""".split()
)
_IN = frozenset(("dans", "chez", "sur", "sous", "à", "derrière"))
_ELSEWHERE = re.compile(
    r"(?i)\b(?:semaine|mois|année|fois) (?:précédente?|dernière?|passée?)\b|\bla veille\b|\b(?:déjà|en (?:19|20)\d\d|il y a)\b"
)
_OPEN = re.compile(r"(?i)\b(?:peut-être|probable\w*|sans doute|soupçon\w*|pourra\w*|peu[tv]\w*|\w*cherch\w+|tent\w+|risqu\w+)\b")
_RANSOM = "ransom"
_SCATTERED = frozenset(("body", "survivor", "shot", "call"))  # of these one place has none, another some
_SOUGHT = frozenset(("weapon", "ammunition", "explosive", "drug", "money", "document"))  # what a search looks for
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Finding:
    """One report says that there was something of a kind, or nothing."""

    report: str
    kind: str
    noun: str
    general: bool
    none: bool
    span: Span
    where: frozenset[str]  # in what, at whose
    places: frozenset[str]
    when: When | None
    sources: tuple[str, ...]


def draft_findings(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each kind of thing of which one report has none and another some."""
    known = frozenset(p for d in drafts if d.agreement in ("contradicted", "disputed") for p in _sentences(desk, d))
    found: dict[str, dict[str, list[_Finding]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for finding in _findings(desk, report):
                found[finding.kind][report].append(finding)
    out = []
    for kind in sorted(found):
        rows = [f for r in sorted(found[kind]) for f in _settled(found[kind][r])]
        pairs = [(a, b) for a, b in combinations(rows, 2) if b.report in desk.related[a.report] and _clash(a, b)]
        draft = _draft(desk, pairs) if pairs else None
        if draft and len(_sentences(desk, draft) & known) < 2:
            out.append(draft)
    return [*drafts, *out]


def _sentences(desk: Desk, draft: Draft) -> frozenset[tuple[str, int]]:
    """The sentences that a matter shows."""
    spans = [s for x in draft.differences for v in x.values for s in v.evidence]
    words = [(s.report, desk.readings[s.report].parsed.at(s.start, s.end)) for s in spans]
    return frozenset((report, desk.readings[report].parsed.words[at[0]].sent) for report, at in words if at)


def _settled(findings: Sequence[_Finding]) -> Sequence[_Finding]:
    """What a report says of a kind, unless it has both none and some: then it tells of two places or times."""
    return findings[:2] if len({f.none for f in findings}) == 1 else ()


def _clash(a: _Finding, b: _Finding) -> bool:
    """Nothing at all, and something of it, in one place at one time?"""
    none, some = (a, b) if a.none else (b, a)
    if a.none == b.none or not none.general and none.noun != some.noun:
        return False
    if a.kind in _SCATTERED and a.where != b.where:
        return False
    if a.where and b.where and not a.where & b.where or a.places and b.places and not a.places & b.places:
        return False
    return not (a.when and b.when and compare_days(_NO_DESK, a.when, b.when) == "disjoint")


class _NoDesk:
    """Days are compared by their values only."""

    def text(self, span: Span) -> str:
        return ""

    def is_day_unsure(self, report: str) -> bool:
        return False


_NO_DESK = _NoDesk()


def _draft(desk: Desk, pairs: Sequence[tuple[_Finding, _Finding]]) -> Draft | None:
    told = {f for pair in pairs for f in pair}
    values = in_order([Value(f.report, "denied" if f.none else "happened", (f.span,)) for f in told])
    said = all(a.sources or b.sources for a, b in pairs)
    verdict: SlotVerdict = "wording" if said else "contradicted"
    return draft_values(desk, "finding", "", Difference("polarity", verdict, values), disputed=said)


def _findings(desk: Desk, report: str) -> Iterator[_Finding]:
    """What a report says of each kind of thing, in text order."""
    reading = desk.readings[report]
    parsed = reading.parsed
    said = {i: s for s in reading.statements for i in s.words}
    for word in parsed.words:
        rows = _things().get(plain(word.lemma), ()) if word.pos in ("NOUN", "ADJ", "PROPN") else ()
        least = plain(word.lemma) in _MINIMA
        if least:
            rows = (*rows, (_RANSOM, True))
        for kind, general in rows:
            told = _told(parsed, word, kind)
            if told is None or (span := _span(parsed, *told)) is None or desk.is_furniture(span):
                continue
            _, verb, none = told
            if least and kind == _RANSOM and not none:
                continue
            sentence = parsed.sentence_of(verb.i)
            statement = said.get(verb.i)
            times = [w for w in reading.whens if w.span and sentence.start <= w.span.start < sentence.end]
            yield _Finding(
                report, kind, plain(word.lemma), general, none, span, _where(parsed, verb), _places(desk, parsed, verb.sent),
                times[0] if times else None, (statement.speakers or ("?",)) if statement else (),
            )  # fmt: skip


def _told(parsed: Parsed, word: Word, kind: str) -> tuple[Word, Word, bool] | None:
    """The noun that stands beside the verb, the verb, and whether there was nothing; None where neither is told for sure."""
    top = word
    while top.dep in ("nmod", "amod", "fixed") and parsed.words[top.head].lemma in _MEASURES | _generals():
        top = parsed.words[top.head]
    sentence = parsed.sentence_of(top.i)
    if _OPEN.search(parsed.text, sentence.start, sentence.end) or _ELSEWHERE.search(parsed.text, sentence.start, sentence.end):
        return None
    dets = {k.lower for i in (word.i, top.i) for k in parsed.kids(i, "det", "amod", "cc", "advmod")}
    lead = [w.lower for w in parsed.words[max(sentence.first, top.i - 3) : top.i]]
    if kind in _SOUGHT and lead[-1:] and _is_nominal(parsed, top) and (dets & _NONE or lead[-1] == "ni" or lead[:1] == ["pas"]):
        return top, top, True  # "Pas un gramme de cannabis.", "Ni arme ni cagoule chez le suspect"
    verb = _verb_of(parsed, top)
    if verb is None or plain(verb.lemma) not in _verbs(kind):
        return None
    finite = verb_group(parsed, verb.i)[0]
    denied = _is_denied(parsed, verb)
    if finite is None and not denied or is_asked(parsed, verb.i):
        return None
    if finite and (is_conditional(finite) or finite.feat("Mood") in ("Sub", "Imp") or finite.feat("Tense") == "Fut"):
        return None
    none = (
        bool(dets & _NONE) or is_negated(parsed, verb.i) and (lead[-2:] in (["pas", "de"], ["pas", "d'"]) or _least(parsed, top))
    )
    if is_negated(parsed, verb.i) != none and not dets & _NONE:
        return None  # "la police n'a pas trouvé l'arme": one arm, not of any
    return top, verb, none or denied


def _verb_of(parsed: Parsed, top: Word) -> Word | None:
    """The verb of which it is the object, or of a passive the subject; also of "mettre la main sur", "tomber sur"."""
    verb = parsed.words[top.head]
    if verb.i == top.i or verb.pos not in ("VERB", "ADJ"):
        return None
    clause = read_clause(parsed, verb.i)
    if verb.lemma in ("mettre", "tomber"):
        hand = verb.lemma == "tomber" or any(parsed.words[i].lemma == "main" for i in clause.objects)
        return verb if hand and ("sur", top.i) in clause.obliques else None
    return verb if top.i in (clause.subjects if clause.passive or clause.reflexive else clause.objects) else None


def _is_denied(parsed: Parsed, verb: Word) -> bool:
    """ "Le club dément avoir touché la moindre indemnité"."""
    up = parsed.words[verb.head]
    return (
        up.lemma in ("démentir", "nier", "contester", "réfuter")
        and verb.dep in ("xcomp", "ccomp")
        and not is_negated(parsed, up.i)
    )


def _is_nominal(parsed: Parsed, top: Word) -> bool:
    """Does no verb govern it, so that the noun is the whole news?"""
    return (
        top.head == top.i
        or parsed.words[top.head].pos not in ("VERB", "AUX", "ADJ")
        and not any(w.pos in ("VERB", "AUX") and w.dep != "acl" for w in parsed.ancestors(top.i))
    )


def _least(parsed: Parsed, word: Word) -> bool:
    """ "Pas un euro"."""
    return word.lemma in _MINIMA and any(
        k.lower in ("un", "une", "seul", "moindre") for k in parsed.kids(word.i, "det", "nummod", "amod")
    )


def _where(parsed: Parsed, verb: Word) -> frozenset[str]:
    """In what it was, by noun and kind: no person, and no part of the thing ("un fusil à pompe")."""
    told = [parsed.words[i] for p, i in read_clause(parsed, verb.i).obliques if p in _IN]
    held = [plain(w.lemma) for w in told if w.pos == "NOUN" and not _is_person(w) and any(parsed.kids(w.i, "det"))]
    nouns = [noun for noun in held if noun not in _things()]
    return frozenset(nouns) | frozenset(k for k in kinds(nouns) if k[0] != "@")


def _is_person(word: Word) -> bool:
    noun = actor_nouns().get(word.lemma)
    return noun is not None and noun.kind in ("office", "job", "person", "kin")


def _places(desk: Desk, parsed: Parsed, sentence: int) -> frozenset[str]:
    bounds = parsed.sentences[sentence]
    here = (a for start, a in desk.grounds.get(parsed.report, ()) if bounds.start <= start < bounds.end)
    return frozenset(a for a in here if a in desk.actors and desk.actors[a].kind == "place")


def _span(parsed: Parsed, top: Word, verb: Word, none: bool) -> Span | None:
    """From the noun to the verb, or from the verb to the noun."""
    words = parsed.words
    if verb.i == top.i:
        last = next((k.i for k in parsed.kids(top.i, "nmod") if k.i - top.i < 4), top.i)
        return Span(parsed.report, words[max(parsed.sentence_of(top.i).first, top.i - 2)].start, words[last].end)
    first, last = min(parsed.left[top.i], verb.i), max(top.i, verb.i)
    while words[first].pos == "PUNCT":
        first += 1
    if top.i > verb.i:
        finite = verb_group(parsed, verb.i)[0]
        first = min(first, finite.i if finite else first)
        last = next((k.i for k in parsed.kids(top.i, "nmod", "amod") if top.i < k.i <= top.i + 4), top.i)
    span = Span(parsed.report, words[first].start, words[last].end)
    return span if span.end - span.start < _LONGEST else None


@cache
def _things() -> dict[str, tuple[tuple[str, bool], ...]]:
    found: dict[str, tuple[tuple[str, bool], ...]] = defaultdict(tuple)
    for row in read_table("lang/fr/found_things.tsv", COLUMNS):
        for column in ("general", "narrow"):
            for word in row.many(column):
                found[plain(word)] += ((row["kind"], column == "general"),)
    return dict(found)


@cache
def _generals() -> frozenset[str]:
    rows = read_table("lang/fr/found_things.tsv", COLUMNS)
    return frozenset(w for row in rows for w in row.many("general"))


@cache
def _verbs(kind: str) -> frozenset[str]:
    rows = [r for r in read_table("lang/fr/found_things.tsv", COLUMNS) if r["kind"] == kind]
    return frozenset(plain(v) for row in rows for v in row.many("verbs"))
