"""Which way it was going: "venait de quitter le port" here, "regagnait le port" there; to a place, or back from it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from recoupe.lang.frames import motions
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import kinds
from recoupe.match.acts.occasions import occasions
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, labelled, shown
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Span

Way = Literal["in", "out"]
_VEHICLES = frozenset(("aircraft", "vessel", "rail", "road"))
_ANY_VEHICLE = frozenset("convoi engin véhicule appareil vol équipage cabine rame nacelle".split())
_GROUNDS = {
    "port": "port", "quai": "port", "rade": "port", "bassin": "port", "chenal": "port", "aeroport": "aeroport",
    "aerodrome": "aeroport", "piste": "aeroport", "gare": "gare",
}  # fmt: skip
_PLACES = {
    "à": "à", "au": "à", "aux": "à", "en": "en", "dans": "dans", "vers": "vers", "pour": "pour", "sur": "sur", "jusqu'": "jusque",
    "chez": "chez", "de": "de", "du": "de", "d'": "de", "des": "de", "depuis": "depuis",
}  # fmt: skip
_STAYS = frozenset("sejour voyage visite mission vacances match concert reunion sommet excursion stage sortie weekend".split())
_TIMES = frozenset(
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre moment instant heure minute".split()
)
_SHORT = 3
_DETS = frozenset("le la l' les un une son sa leur ce cette cet ses leurs".split())
_PRONOUNS = frozenset(("il", "elle", "ils", "elles"))
_AHEAD = frozenset("devoir apprêter aller tenter essayer préparer censer sembler vouloir".split())
OTHER = re.compile(r"(?i)\b(?:autres?|second|seconde|deuxième|troisième|premi(?:er|ère)|ancien(?:ne)?)\b")
_TURNED = re.compile(r"(?i)\b(?:demi-tour|rebrouss\w+|aller-retour)\b")  # then it left and came in at one time
_URGENT = re.compile(r"(?i)\ben (?:urgence|catastrophe)\b")  # then it may have sought the port that it had left
NAME = re.compile(r"(?:(?:le |la |les |l['’])?)([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w-]+)*)")
_STAY_IN = re.compile(r" (?:de |d['’]|du |à |au |aux |en )" + NAME.pattern)
_NAMED_FOR = re.compile(r" (?:de |d['’]|du )" + NAME.pattern)
_IMPERFECT = re.compile("(?:ait|aient)$")
_LEADING = re.compile("uisai(?:t|ent)$")  # "conduisait": of conduire
_SLOPE = "^slope"
_SLOPES = re.compile(r"(?i)\b(?:engagée?s? )?(?:dans la|en pleine|en) (?P<way>descente|montée)\b")
_ABOARD_OF = frozenset(("de", "du", "des", "d'"))  # "descendait du train"


@dataclass(frozen=True, slots=True)
class Leg:
    """These words tell that something was on its way to a place, or from it."""

    span: Span
    way: Way
    keys: frozenset[str]  # names of the place, "port" for any port, "@award" for what it was for
    mover: Word  # a pronoun may be anything
    days: frozenset[str]


def draft_journeys(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each journey that one report tells as to a place and another as from it."""
    found: dict[str, list[Leg]] = {}
    for report in sorted(desk.readings):
        text = desk.readings[report].report.text
        if len(desk.related[report]) > 1 and not _TURNED.search(text):
            urgent = bool(_URGENT.search(text))
            legs = [*_verbs(desk, report), *_phrases(desk, report), *_slopes(desk, report)]
            found[report] = _settled([leg for leg in legs if not (urgent and leg.keys & set(_GROUNDS.values()))])
    holders: dict[str, list[Leg]] = defaultdict(list)
    for report in sorted(found):
        for leg in found[report]:
            for key in sorted(leg.keys):
                holders[key].append(leg)
    out: list[Draft] = []
    seen: set[tuple[str, str]] = set()
    for key in sorted(holders):
        pairs = [p for p in _pairs(desk, holders[key]) if (p[0].span.report, p[1].span.report) not in seen]
        seen.update((a.span.report, b.span.report) for a, b in pairs)
        out += [draft for legs in _groups(pairs) if (draft := _draft(desk, legs))]
    return tuple(out)


def _groups(pairs: list[tuple[Leg, Leg]]) -> list[list[Leg]]:
    """The legs of one journey: pairs that have a report in common, one leg a report."""
    groups: list[dict[str, Leg]] = []
    for pair in pairs:
        home = next((g for g in groups if any(leg.span.report in g for leg in pair)), None)
        if home is None:
            home = {}
            groups.append(home)
        for leg in pair:
            home.setdefault(leg.span.report, leg)
    return [[g[r] for r in sorted(g)] for g in groups]


def _settled(legs: list[Leg]) -> list[Leg]:
    """Those of a report that tells of a place only one way: who goes to Lima and comes back is on two journeys."""
    ways: dict[str, set[Way]] = defaultdict(set)
    for leg in legs:
        for key in leg.keys:
            ways[key].add(leg.way)
    return [leg for leg in legs if all(len(ways[key]) == 1 for key in leg.keys)]


def _pairs(desk: Desk, legs: list[Leg]) -> Iterator[tuple[Leg, Leg]]:
    ins, outs = ([leg for leg in legs if leg.way == way] for way in ("in", "out"))
    for a in ins[:20]:
        for b in outs[:20]:
            near = b.span.report in desk.related[a.span.report] and b.span.report != a.span.report
            if near and not (a.days and b.days and not a.days & b.days) and one_mover(desk, a, b):
                yield (a, b) if a.span.report < b.span.report else (b, a)


def _verbs(desk: Desk, report: str) -> Iterator[Leg]:
    """What was under way: imperfects, "venait de", "devait"."""
    parsed = desk.readings[report].parsed
    for word in parsed.words:
        if _is_verb(word) and (lemma := _lemma(word)) and (view := view_of(parsed, word)):
            for way, keys, end in _ways(parsed, word, lemma, view):
                mover = mover_of(parsed, word)
                if mover and not OTHER.search(parsed.text, max(0, mover.start - 12), mover.end + 12):
                    start = mover.start if mover.start < word.start and word.start - mover.start < 60 else word.start
                    span = Span(report, start, end)
                    yield Leg(span, way, keys, mover, desk.days_of(parsed.report, word.i))
                    break


def _lemma(word: Word) -> str:
    """The verb of motion, also where the lemmatiser took its imperfect for another verb's ("rentraient")."""
    regular = _IMPERFECT.sub("er", word.lower) if word.lower.endswith(("ait", "aient")) else word.lower
    leading = _LEADING.sub("uire", word.lower)
    return next((w for w in (word.lemma.lower(), regular, leading) if w in motions() or w in _grounds()), "")


def _is_verb(word: Word) -> bool:
    """Also "reconduisaient" that the tagger takes for a noun: nothing but a verb ends so."""
    return word.pos in ("VERB", "AUX") or _is_form(word)


def _is_form(word: Word) -> bool:
    return word.lower.endswith("aient") and word.text[0].islower()


def view_of(parsed: Parsed, word: Word) -> str:
    """ "just" = "venait de quitter", "ahead" = "devait rallier", "under" = "regagnait"; "" = told as one step of a story."""
    if word.feat("Tense") == "Imp" and word.feat("VerbForm") != "Inf" or _is_form(word):
        return "under"
    if word.feat("Tense") == "Pres" and word.feat("VerbForm") == "Part" and word.dep.startswith("acl"):
        return "under"  # "un fourgon ramenant des détenus"
    if word.feat("VerbForm") != "Inf":
        return "just" if _just_left(parsed, word) else ""
    for before in reversed(parsed.words[max(0, word.i - 4) : word.i]):
        if before.lemma == "venir" and before.feat("Tense") == "Imp":
            return "just"
        if before.lemma in _AHEAD and before.feat("Tense") == "Imp":
            return "ahead"
    return ""


def _just_left(parsed: Parsed, word: Word) -> bool:
    """ "Peu après avoir quitté", "à peine parti"."""
    before = [w.lower for w in parsed.words[max(0, word.i - 4) : word.i]]
    return word.feat("VerbForm") == "Part" and (
        "après" in before and before[-1] in ("avoir", "être") or before[-2:] == ["à", "peine"]
    )


def _ways(parsed: Parsed, word: Word, lemma: str, view: str) -> Iterator[tuple[Way, frozenset[str], int]]:
    """To or from what the verb takes, nearest complement first; else the ground it means."""
    motion = motions().get(lemma)
    known = _grounds().get(lemma)
    following = parsed.words[word.i + 1 : min(word.i + 7, parsed.sentence_of(word.i).last)]
    for n, other in enumerate(following):
        if other.lower == "des" and n == 0 and len(following) > 1 and plain(following[1].lemma) in _who("aboard"):
            continue  # "ramenait des enfants de la piscine"
        preposition = _PLACES.get(other.lower, "")
        if not preposition and other.pos in ("NOUN", "PROPN") and (n == 0 or following[n - 1].lower in _DETS):
            preposition, at = "obj", n
        elif preposition:
            at = n + 1
            if at < len(following) and following[at].feat("VerbForm") == "Inf":
                return  # "venait de couper": no way at all
        else:
            if other.pos in ("VERB", "PUNCT", "SCONJ", "CCONJ"):
                break
            continue
        way = _takes(preposition, motion.origin if motion else frozenset(), motion.destination if motion else frozenset(), known)
        if way and (view != "just" or way == "out") and (view != "ahead" or way == "in"):
            keys, end = _place(parsed, following[at:])
            if keys:
                yield way, keys | _purposes(parsed, word), end
                return
        if preposition == "obj":
            continue
    if known and known[1] and (view == "just") == (known[0] == "out"):
        yield known[0], frozenset([plain(known[1])]), word.end


def _takes(preposition: str, origin: frozenset[str], destination: frozenset[str], known: tuple[Way, str] | None) -> Way | None:
    if preposition in origin or known and known[0] == "out" and preposition in ("de", "depuis"):
        return "out"
    if preposition in destination or known and known[0] == "in" and preposition in ("à", "dans", "en", "sur", "vers"):
        return "in"
    return None


def _place(parsed: Parsed, words: tuple[Word, ...]) -> tuple[frozenset[str], int]:
    """The names of the place that these words begin with, and where they end."""
    named = NAME.match(parsed.text, words[0].start) if words else None
    if named:
        return frozenset([plain(named[1])]), named.end(1)
    head = next((w for w in words[:3] if w.pos in ("NOUN", "PROPN")), None)
    if head is None:
        return frozenset(), 0
    lemma = plain(head.lemma)
    ground = _GROUNDS.get(lemma)
    if named := (_STAY_IN if lemma in _STAYS else _NAMED_FOR).match(parsed.text, head.end):
        return frozenset([plain(named[1])]), named.end(1)
    if ground:
        return frozenset([ground]), head.end
    known = head.pos == "NOUN" and lemma not in _TIMES and len(lemma) > _SHORT
    return frozenset(["@" + kind for kind in occasions([lemma])] + (["=" + lemma] if known else [])), head.end


def _purposes(parsed: Parsed, word: Word) -> frozenset[str]:
    """What the journey was for, in the words after its verb: "où il devait inaugurer un pont"."""
    rest = parsed.words[word.i + 1 : parsed.sentence_of(word.i).last]
    return frozenset("@" + kind for kind in occasions(w.lemma for w in rest if w.pos in ("NOUN", "VERB")))


def mover_of(parsed: Parsed, word: Word) -> Word | None:
    """What is on its way: the subject, through "qui" and "venait de"."""
    for verb in (word, *parsed.ancestors(word.i)):
        subject = next(parsed.kids(verb.i, "nsubj"), None)
        if subject is None and verb.pos in ("VERB", "AUX") and verb.dep in ("xcomp", "advcl", "conj", "ccomp"):
            continue
        if subject is None and verb.dep == "acl":
            subject = parsed.words[verb.head]
            while subject.dep == "appos":
                subject = parsed.words[subject.head]
        if subject is not None and subject.lower in ("qui", "lequel", "laquelle"):
            subject = parsed.words[verb.head]
        return subject if subject is not None and (subject.pos in ("NOUN", "PROPN") or subject.lower in _PRONOUNS) else None
    return None


def _phrases(desk: Desk, report: str) -> Iterator[Leg]:
    """ "à destination de Lima", "en provenance de Lima", after what travels."""
    parsed = desk.readings[report].parsed
    for match in _pattern().finditer(parsed.text):
        named = NAME.match(parsed.text, match.end())
        at = parsed.at(match.start(), match.end())
        if named and at:
            sentence = parsed.sentence_of(at[0])
            before = [w for w in parsed.words[max(sentence.first, at[0] - 5) : at[0]] if w.pos in ("NOUN", "PROPN")]
            mover = next((w for w in reversed(before) if _vehicles(w) or w.lemma.lower() in _who("aboard")), None)
            if mover and not OTHER.search(parsed.text, max(0, mover.start - 12), mover.end + 12):
                way = _phrase_ways()[match[1].lower()]
                span = Span(report, match.start(), named.end(1))
                yield Leg(span, way, frozenset([plain(named[1])]), mover, desk.days_of(parsed.report, mover.i))


def _slopes(desk: Desk, report: str) -> Iterator[Leg]:
    """Up or down: "la cabine, qui grimpait vers la ville haute", "la voiture engagée dans la descente"."""
    parsed = desk.readings[report].parsed
    for word in parsed.words:
        way = _climbs().get(_regular(word)) if _is_verb(word) and view_of(parsed, word) == "under" else None
        behind = parsed.words[word.i + 1] if word.i + 1 < len(parsed.words) else None
        mover = mover_of(parsed, word) if way and behind is not None and behind.lower not in _ABOARD_OF else None
        if way and mover and not OTHER.search(parsed.text, max(0, mover.start - 12), mover.end + 12):
            start = mover.start if mover.i < word.i and word.start - mover.start < 60 else word.start
            yield Leg(Span(report, start, word.end), way, frozenset([_SLOPE]), mover, desk.days_of(report, word.i))
    for match in _SLOPES.finditer(parsed.text):
        at = parsed.at(match.start(), match.end())
        near = parsed.words[max(parsed.sentence_of(at[0]).first, at[0] - 3) : at[0]] if at else ()
        mover = next((w for w in reversed(near) if _vehicles(w) or w.lemma in _ANY_VEHICLE), None)
        if mover and not OTHER.search(parsed.text, max(0, mover.start - 12), mover.end + 12):
            turned: Way = "in" if match["way"].lower() == "montée" else "out"
            yield Leg(Span(report, mover.start, match.end()), turned, frozenset([_SLOPE]), mover, desk.days_of(report, mover.i))


def _regular(word: Word) -> str:
    """The infinitive of a verb of the table, also of an imperfect with a wrong lemma."""
    regular = _IMPERFECT.sub("er", word.lower)
    return next((w for w in (word.lemma.lower(), regular, _IMPERFECT.sub("re", word.lower)) if w in _climbs()), "")


@cache
def _climbs() -> dict[str, Way]:
    """Verbs of going up ("in") and down ("out")."""
    return {verb: _way(r["way"]) for r in _rows() if r["kind"] == "slope" for verb in r["words"].split(", ")}


def _vehicles(word: Word) -> frozenset[str]:
    return kinds([plain(word.lemma)]) & _VEHICLES


def one_mover(desk: Desk, a: Leg, b: Leg) -> bool:
    """May one thing, with its people, be meant? Two kinds of vehicle, two names or somebody on foot are not."""
    if a.mover.pos == b.mover.pos == "PRON":
        return False
    if not (_travels(desk, a) and _travels(desk, b)):
        return False
    left, right = _vehicles(a.mover), _vehicles(b.mover)
    if left and right:
        return bool(left & right) or plain(a.mover.lemma) in _ANY_VEHICLE or plain(b.mover.lemma) in _ANY_VEHICLE
    if "PRON" in (a.mover.pos, b.mover.pos):
        return True
    persons = [m.lemma.lower() in _who("alone") and m.feat("Number") != "Plur" for m in (a.mover, b.mover)]
    if persons[0] != persons[1] and not (left or right):
        return False
    names = a.mover.pos == b.mover.pos == "PROPN"
    return not names or plain(a.mover.text) == plain(b.mover.text)


def _travels(desk: Desk, leg: Leg) -> bool:
    """Is it a vehicle, the people in it, or a name that is no person's?"""
    word, report = leg.mover, leg.span.report
    if word.pos == "PROPN" and not _vehicles(word):
        here = (m for m in desk.readings[report].mentions if m.span.start <= word.start < m.span.end)
        return not any(m.actor in desk.actors and desk.actors[m.actor].kind in ("person", "state") for m in here)
    lemma = word.lemma.lower()
    return word.pos == "PRON" or bool(_vehicles(word)) or lemma in _ANY_VEHICLE | _who("aboard") | _who("alone")


@cache
def _grounds() -> dict[str, tuple[Way, str]]:
    """Verbs of the table with their way and the ground they mean."""
    rows = [r for r in _rows() if r["kind"] == "verb"]
    return {verb: (_way(r["way"]), r["ground"]) for r in rows for verb in r["words"].split(", ") if " " not in verb}


@cache
def _who(kind: str) -> frozenset[str]:
    """Those aboard a vehicle, and words for one person on his way."""
    return frozenset(w for r in _rows() if r["kind"] == kind for w in r["words"].split(", "))


@cache
def _phrase_ways() -> dict[str, Way]:
    return {phrase: _way(r["way"]) for r in _rows() if r["kind"] == "phrase" for phrase in r["words"].split(", ")}


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_phrase_ways(), key=lambda p: (-len(p), p))
    return re.compile(rf"(?i)\b({'|'.join(map(re.escape, phrases))}) (?:d['’]|(?:de|du|des|pour|vers|sur) )")


def _way(text: str) -> Way:
    return "in" if text == "in" else "out"


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(r.cells for r in read_table("lang/fr/journeys.tsv", ("way", "kind", "words", "ground", "example")))


def _draft(desk: Desk, legs: list[Leg]) -> Draft | None:
    values = shown(desk, (leg.span for leg in legs))
    title = labelled("Trajet", values)
    return draft_values(desk, "journey", title, Difference("direction", "contradicted", values))
