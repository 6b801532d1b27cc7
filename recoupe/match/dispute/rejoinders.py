"""Somebody sets himself against what another has just said: "…, affirme X. Y dément", « … », rétorque Y."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from unicodedata import normalize

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.fillers import party_keys
from recoupe.match.acts.likeness import alike
from recoupe.match.acts.sides import PERSON, ROLE, one_party, one_side
from recoupe.match.desk import Desk
from recoupe.match.dispute.accused import bare_turn, event_turn
from recoupe.match.dispute.rebuttalwords import rebuttals
from recoupe.match.dispute.setdenials import just_before
from recoupe.match.dispute.turns import BLAMES, Turn, actors_in, is_cued, turn_of
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span, Statement

COLUMNS = ("kind", "words", "example")
KINDS = tuple("warns received messages hall flatly version refuses outcry replies answers holds papers press".split())
_WEAK = frozenset((PERSON, ROLE))
_NOT_HELD = ("request", "promise", "praise", "thank", "threaten")
_VERDICTS = frozenset(("faux", "fausse", "non", "mensonge", "mensonges", "inexact", "absurde", "nullement", "aucunement", "rien"))
_RESULT = frozenset(("ELECT", "WIN"))
_DATIVE = re.compile(r"(?i)^(?:lui|leur)\b|(?:^|\s)(?:lui|leur) (?:a |ont |avait )?\w+$")
_CLEFT = re.compile(r"(?i)[\s«\"]*c['’](?:est|était) (?:lui|elle|eux|elles|vous|toi) qui\b")  # not I: you
_RELATIVES = frozenset(("qui", "lequel", "laquelle", "lesquels", "lesquelles"))
_SHORT = 6  # words of an answer that is no more than a verdict
_NEAR = 1  # sentences between what is said and what is set against it


def find_rejoinders(desk: Desk, report: str, charges: Sequence[Turn], answers: Sequence[Turn]) -> Iterator[tuple[Turn, Turn]]:
    """Pairs (what is told on somebody's word, what another sets against it right after) of one report."""
    rows = sorted((s for s in desk.readings[report].statements if s.words), key=lambda s: s.spans[0])
    told = sorted([*(turn_of(desk, s) for s in rows if s.act not in _NOT_HELD), *(c for c in charges if c.hard)], key=_place)
    taken = (a for a in answers if a.open and a.blank and _takes_up(desk, a))
    against = [*taken, *_set_phrases(desk, report, "flatly"), *_colons(desk, rows)]
    for answer in sorted(against, key=_place):
        if before := _last(desk, told, answer):
            yield before, replace(answer, replies=True, open=True)
    for answer in _set_phrases(desk, report, "refuses"):
        before = _last(desk, [turn_of(desk, s) for s in rows], answer)
        if before and before.sentence == answer.sentence - _NEAR:
            yield before, answer
    yield from _unwarned(desk, rows, told)
    yield from _replies(desk, rows, told)
    yield from _outcries(desk, report)


def _takes_up(desk: Desk, answer: Turn) -> bool:
    """ "Une version que contestent les gardiens"."""
    words = plain(desk.text(answer.spans[0])).replace("'", " ").split()
    return bool({"que", "qu"}.intersection(words[1:5]) and _words("version").intersection(words[:3]))


def _place(turn: Turn) -> tuple[int, Span]:
    return turn.at, turn.spans[0]


def _last(desk: Desk, told: Iterable[Turn], answer: Turn, *, him: bool = False) -> Turn | None:
    """What was said last before an answer, in the sentence before or in its own, where another has said it.

    `him`: it is told whom one answers ("lui a répondu"), whoever that is.
    """
    start = min(s.start for s in answer.spans)
    before = [t for t in told if t.spans[0].start < start and max(s.end for s in t.spans[:1]) <= start + 1]
    near = [t for t in before if t.sentence == before[-1].sentence and 0 <= answer.sentence - t.sentence <= _NEAR]
    last = max(near, key=lambda t: (len(alike(t.words, answer.words)), t.at), default=None)  # of one sentence what he takes up
    if last is None or not _two_parties(desk, last, answer):
        return None
    return last if (last.who or him) and not (last.blank and last.open) else None


def _two_parties(desk: Desk, a: Turn, b: Turn) -> bool:
    """Do two known parties speak, neither for the other? Of who calls it false nothing is read from "sa mère"."""
    if b.flat and a.actors and b.actors:
        return not (party_keys(desk, a.actors) & party_keys(desk, b.actors)) - _WEAK
    return bool(b.who) and not one_side(a.who, b.who)


def _set_phrases(desk: Desk, report: str, kind: str) -> Iterator[Turn]:
    """A form of a kind that ends its clause, with who stands before it: "La direction dément."."""
    reading = desk.readings[report]
    text = _bare(reading.report.text)
    for match in _forms(kind).finditer(text):
        words = reading.parsed.at(match.start(), match.end())
        if not words or _is_negated(text, match.start()):
            continue
        speakers, start = just_before(desk, report, match.start())
        bounds = reading.parsed.sentence_of(words[0])
        if not speakers and reading.parsed.words[words[0] - 1].lower in _RELATIVES:
            speakers = actors_in(desk, [Span(report, bounds.start, match.start())])[-1:]
        subject = None if speakers else _subject(reading.parsed, words)
        if (speakers or subject) and bounds.start <= start:
            whole = Span(report, min(start, subject.start) if subject else start, match.end())
            sentence = reading.parsed.words[words[0]].sent
            turn = replace(bare_turn(desk, whole, sentence, speakers), hard=False, blank=True, negative=True)
            yield replace(turn, who=frozenset(("n:" + plain(subject.lemma),))) if subject else turn


def _subject(parsed: Parsed, words: Sequence[int]) -> Word | None:
    """The noun that a form has for its subject, where no mention names it: "le diocèse refuse"."""
    found = (k for i in words for k in parsed.kids(i, "nsubj") if k.pos in ("NOUN", "PROPN") and k.i < words[0])
    return next(found, None)


@lru_cache(maxsize=8)  # one report is asked for its forms of each kind
def _bare(text: str) -> str:
    """The text in lower case without accents, letter for letter."""
    return "".join(map(_letter, text))


@cache
def _letter(c: str) -> str:
    return normalize("NFD", c)[0].lower()[:1]


def _is_negated(text: str, start: int) -> bool:
    return bool(re.search(r"(?:\bne |\bn['’]|\bsans )$", text[max(0, start - 6) : start]))


def _colons(desk: Desk, rows: Sequence[Statement]) -> Iterator[Turn]:
    """ "La mairie dément : aucun arbre n'a été coupé": what stands behind the colon is her own word."""
    for statement in rows:
        if statement.act == "deny" and statement.cue and statement.speakers:
            gap = desk.text(Span(statement.cue.report, statement.cue.end, max(statement.cue.end, statement.spans[0].start)))
            if ":" in gap:
                turn = turn_of(desk, statement)
                yield replace(turn, at=statement.cue.start, open=True, blank=True)


def _unwarned(desk: Desk, rows: Sequence[Statement], told: Sequence[Turn]) -> Iterator[tuple[Turn, Turn]]:
    """ "Les locataires avaient alerté la mairie, assure leur avocate. La municipalité dément avoir reçu le moindre courrier." """
    warned = [t for t in told if t.words & _words("warns") and not t.negative]
    for statement in rows if warned else ():
        parsed, answer = desk.readings[statement.spans[0].report].parsed, turn_of(desk, statement)
        lemmas = {plain(parsed.words[i].lemma) for i in statement.words}
        heard = lemmas & _words("received") or "recevoir" in lemmas and lemmas & _words("messages")
        if statement.act == "deny" and statement.speakers and heard:
            before = _last(desk, warned, answer)
            if before and before.sentence == answer.sentence - _NEAR and _is_warned(desk, before, statement, answer):
                yield before, replace(answer, replies=True)


def _is_warned(desk: Desk, told: Turn, statement: Statement, answer: Turn) -> bool:
    """Is it the one who was told that denies it, by name, by noun, or the town hall under another name?"""
    span = statement.speaker_span
    parsed = desk.readings[answer.report].parsed
    nouns = {plain(parsed.words[i].lemma) for i in parsed.at(span.start, span.end)} if span else set()
    hall = _words("hall")
    return one_party(told.toward, answer.who) or bool(nouns & told.things) or bool(nouns & hall and told.things & hall)


def _replies(desk: Desk, rows: Sequence[Statement], told: Sequence[Turn]) -> Iterator[tuple[Turn, Turn]]:
    """« … », rétorque Y; "…", lui a répondu Y; "Faux, répond Y"."""
    for statement in rows:
        if not statement.cue or not statement.speakers or statement.act in (*BLAMES, "deny"):
            continue
        parsed = desk.readings[statement.spans[0].report].parsed
        first = parsed.at(statement.spans[0].start, statement.spans[0].end)  # "Faux, répond X : il était à Brest"
        false = len(first) <= _SHORT and any(plain(parsed.words[i].lower) in _VERDICTS | rebuttals() for i in first)
        answer = replace(turn_of(desk, statement), flat=false)
        may = is_cued(desk, statement, _words("answers"))
        him = may and bool(_DATIVE.search(desk.text(statement.cue)))
        surely = him or is_cued(desk, statement, _words("replies"))
        before = _last(desk, told, answer, him=him)
        if before is None:
            continue
        contrary = bool(alike(before.words, answer.words)) and before.negative != answer.negative
        turned = bool(_CLEFT.match(desk.text(statement.spans[0])))
        answers = surely or may and (contrary or turned or answer.negative or before.hard or before.insists)
        hold = before.insists and is_cued(desk, statement, _words("holds")) and bool(alike(before.words, answer.words))
        if false or (answers or hold) and not _to_press(desk, statement):
            yield before, replace(answer, replies=True)


def _to_press(desk: Desk, statement: Statement) -> bool:
    """Does one answer a question of the press?"""
    parsed = desk.readings[statement.spans[0].report].parsed
    sentence = parsed.sentence_of(max(statement.cue_word, statement.words[0]))
    beside = (w for w in parsed.words[sentence.first : sentence.last] if w.i not in set(statement.words))
    return any(plain(w.lemma) in _words("press") for w in beside)


def _outcries(desk: Desk, report: str) -> Iterator[tuple[Turn, Turn]]:
    """ "La commission a proclamé vainqueur X, devant Y, qui crie à la fraude"."""
    for answer in _set_phrases(desk, report, "outcry"):
        for number in (answer.sentence, answer.sentence - _NEAR):
            for event in desk.by_sentence.get((report, number), ()):
                proclaimed = event.frame in _RESULT or plain(event.lemma) in ("proclamer", "attribuer", "declarer", "crediter")
                if proclaimed and not set(event.agents) & set(answer.actors):
                    yield event_turn(desk, event, event.agents), answer
                    return


def find_contested(
    desk: Desk, answers: Mapping[str, Sequence[Turn]], told: Mapping[str, Sequence[Turn]]
) -> Iterator[tuple[Turn, Turn]]:
    """ "Y conteste le rapport de X" in one report, and what X tells of Y in another."""
    for report in sorted(answers):
        for answer in answers[report]:
            papers = answer.open and answer.words & _words("papers")
            for other in sorted(desk.related[report] - {report}) if papers else ():
                fits = [t for t in told.get(other, ()) if one_party(t.who, answer.toward) and _names(t, answer)]
                yield from ((t, answer) for t in fits[:1])


def _names(told: Turn, answer: Turn) -> bool:
    """Is it told of who contests it?"""
    return one_party(told.toward, answer.who) or any(k[:2] == "n:" and len(k) > 5 and k[2:] in told.text for k in answer.who)


@cache
def _words(kind: str) -> frozenset[str]:
    rows = read_table("lang/fr/rejoinders.tsv", COLUMNS)
    return frozenset(plain(w) for r in rows if r.one_of("kind", KINDS) == kind for w in r.many("words"))


@cache
def _forms(kind: str) -> re.Pattern[str]:
    """What finds the forms of a kind where they end a clause."""
    forms = sorted(_words(kind), key=lambda w: (-len(w), w))
    told = "|".join(re.escape(f).replace(r"\'", "['’]").replace("'", "['’]") for f in forms)
    adverb = r"(?: (?:formellement|categoriquement|fermement|vivement|vigoureusement|farouchement|en bloc|aussitot|avec force))?"
    return re.compile(rf"(?<![\w'’-])(?:{told}){adverb}(?=\s*(?:[.;:,!»)]|$|\n))")
