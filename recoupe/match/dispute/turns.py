"""One turn of a quarrel: who says it, of whom, and which side he takes on the questions of news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.fillers import party_keys
from recoupe.match.count.measuring import person_nouns
from recoupe.match.desk import Desk
from recoupe.match.dispute.denials import Denial, is_negative, lemmas_of
from recoupe.match.dispute.questions import Stand, camps_of, stand_of
from recoupe.match.dispute.rebuttalwords import insisting, rebuttals, replying
from recoupe.parse.document import Parsed
from recoupe.types import Event, Span, Statement

BLAMES = ("accuse", "suspect", "criticise")
_FLAT = 6  # of one that says no more than "it is false"
_ASKED = 8  # of an answer to a question that the report itself asks
_LONG_SPAN = 500
_FIRST = 4  # letters within which a possessive begins a name: "son cabinet"
_NO = frozenset("non personne jamais aucun aucune rien faux nul pas nullement".split())
_POINTS_BACK = re.compile(
    r"(?i)\bc(?:ette|es|et) (?:\w+ )?"
    r"(?:version|affirmation|information|allégation|accusation|thèse|hypothèse|imputation|insinuation)s?\b"
    r"|\ben faux\b"
)
_AT = re.compile(r"(?i)(?:^|[\s,])(?:à|au|aux|chez|du côté d[eu]s?|dans l['’]entourage d[eu]s?|dans les rangs d[eu]s?)\s")
_DENYING = frozenset(
    "dementir nier contester refuter recuser rejeter balayer repousser ecarter exclure defendre decliner".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody blames, or answers blame."""

    report: str
    at: int
    sentence: int
    spans: tuple[Span, ...]
    actors: tuple[str, ...]
    who: frozenset[str]  # keys of who speaks
    camps: frozenset[str]
    toward: frozenset[str]  # keys of the others it names
    camps_toward: frozenset[str]
    stand: Stand
    words: frozenset[str]
    text: str  # plain words of the turn, with what its verb of blaming governs
    open: bool  # told as blame, or as a denial
    said: bool = False  # no more than said by somebody: only what is told right after it may answer it
    past: bool = False  # of what was done, not of what is planned
    negative: bool = False
    camps_blamed: frozenset[str] = frozenset()  # of those whom a verb of accusing governs
    things: frozenset[str] = frozenset()  # what it is told of, or what is done to it
    none: frozenset[str] = frozenset()  # nouns of which there was none: "aucun sous-marin ne croisait là"
    holds: bool = False  # "jure n'avoir payé personne"
    insists: bool = False  # "soutient", "jure"
    replies: bool = False  # told as an answer: "rétorque-t-elle"
    blank: bool = False  # it denies as it stands
    hard: bool = False  # told by a verb of accusing or of suspicion
    flat: bool = False  # it calls false what has just been told
    taken_up: bool = False  # it takes up a charge as such: nothing else can be meant


def turn_of(desk: Desk, statement: Statement) -> Turn:
    """What one statement tells, by whom, of whom, and the side it takes."""
    if statement.id not in desk.turns:
        desk.turns[statement.id] = _read(desk, statement)
    return desk.turns[statement.id]


def _read(desk: Desk, statement: Statement) -> Turn:
    report = statement.spans[0].report
    parsed = desk.readings[report].parsed
    spans = tuple(s for s in (*statement.spans, statement.speaker_span) if s and s.end - s.start < _LONG_SPAN)
    toward = tuple(a for a in _toward(desk, statement) if a not in statement.speakers)
    targets = actors_in(desk, [_gap(statement)]) if statement.act in BLAMES else ()
    own = party_keys(desk, statement.speakers)
    return Turn(
        report,
        statement.spans[0].start,
        parsed.words[statement.words[0]].sent,
        spans or statement.spans,
        statement.speakers,
        own | _clients(desk, statement.speakers, [statement.speaker_span]),
        camps_in(desk, statement.speakers) | camps_of(nouns_at(desk, report, places(desk, statement.speaker_span))),
        party_keys(desk, toward) - own,
        camps_in(desk, toward) | camps_of(nouns_at(desk, report, (*_governed(desk, statement), *statement.words))),
        _asked(desk, statement) or stand_of(parsed, statement.words),
        lemmas_of(desk, statement) - news_words(),
        _text(desk, statement),
        False,
        past=is_past(parsed, statement.words),
        negative=is_negative(desk, statement),
        insists=is_cued(desk, statement, insisting() | replying()),
        camps_blamed=camps_in(desk, targets) | camps_of(nouns_at(desk, report, _governed(desk, statement))),
        things=_things(parsed, statement.words),
        none=_none(parsed, statement.words),
    )


def places(desk: Desk, span: Span | None) -> list[int]:
    return list(desk.readings[span.report].parsed.at(span.start, span.end)) if span else []


def _gap(statement: Statement) -> Span:
    """What stands between a verb and what is said with it."""
    first = statement.spans[0]
    start = statement.cue.end if statement.cue else first.start
    return Span(first.report, start, max(start, first.start))


def _governed(desk: Desk, statement: Statement) -> list[int]:
    """The words between a verb of blaming and what is blamed: "accuse [son employeur] d'avoir …"."""
    gap = _gap(statement)
    return places(desk, gap) if statement.act in BLAMES and gap.start < gap.end else []


def _text(desk: Desk, statement: Statement) -> str:
    words = desk.readings[statement.spans[0].report].parsed.words
    return plain(" ".join([*(words[i].text for i in _governed(desk, statement)), *(desk.text(s) for s in statement.spans)]))


def _asked(desk: Desk, statement: Statement) -> Stand | None:
    """ "Qui savait ? Personne, répète le groupe": the question that the report asks tells what is answered."""
    if len(statement.words) > _ASKED:
        return None
    first = statement.spans[0]
    text, parsed = desk.readings[first.report].report.text, desk.readings[first.report].parsed
    if not text[: first.start].rstrip(' «“"\u00a0\u202f').endswith("?"):
        return None
    end = text.rindex("?", 0, first.start)
    asked = parsed.at(max(0, end - 1), end + 1)
    if not asked:
        return None
    bounds = parsed.sentence_of(asked[0])
    words = [i for i in range(bounds.first, bounds.last) if parsed.words[i].start < end]
    stand = stand_of(parsed, words, all_main=True)
    refused = any(plain(parsed.words[i].lower) in _NO for i in statement.words)
    return stand.turned() if refused else stand


def is_past(parsed: Parsed, words: Sequence[int]) -> bool:
    """Is it of what was done: "n'avoir rien payé", "n'ont jamais manqué", "fonctionnait"?"""
    inside = set(words)
    for i in words:
        word = parsed.words[i]
        if word.head in inside and word.head != i and word.dep not in ("conj", "ccomp", "xcomp"):
            continue
        verbs = [word, *(parsed.kids(i, "aux", "aux:tense", "aux:pass", "cop"))]
        if any(v.feat("Mood") in ("Cnd", "Imp") or v.feat("Tense") == "Fut" for v in verbs):
            return False
        told = any(v.feat("Tense") == "Imp" for v in verbs) or word.feat("Tense") == "Past" and len(verbs) > 1
        if told or word.feat("VerbForm") == "Part" and len(verbs) > 1:
            return True
    return False


def _none(parsed: Parsed, words: Sequence[int]) -> frozenset[str]:
    """Nouns, no persons, of which somebody says that none did or underwent something."""
    heads = [parsed.words[i].head for i in words if parsed.words[i].lower in ("aucun", "aucune") and parsed.words[i].dep == "det"]
    found = [w for w in (parsed.words[h] for h in heads) if w.pos == "NOUN" and w.dep.startswith("nsubj")]
    return frozenset(plain(w.lemma) for w in found if w.lemma not in person_nouns()) - news_words()


def _things(parsed: Parsed, words: Sequence[int]) -> frozenset[str]:
    """Nouns that fill a place beside a verb."""
    found = [parsed.words[i] for i in words if parsed.words[i].pos == "NOUN"]
    held = [w for w in found if w.dep.partition(":")[0] in ("nsubj", "obj", "root") or any(parsed.kids(w.i, "cop"))]
    return frozenset(plain(w.lemma) for w in held)


def _denies_past(desk: Desk, denial: Denial, places: Sequence[int]) -> bool:
    """Does a denial fall on what was done, or on all of a kind ("dément tout rationnement")?"""
    words = desk.readings[denial.report].parsed.words
    after = [i for i in places if words[i].start > denial.at]
    perfect = any(words[i].lower in ("avoir", "être") and i + 1 in after for i in after)
    tail = [i for i in after if words[i].lower in ("tout", "toute", "moindre")]
    return perfect or bool(tail) or any(words[i].feat("Mood") == "Sub" and words[i].lemma in ("avoir", "être") for i in after)


def _toward(desk: Desk, statement: Statement) -> Iterator[str]:
    """Who is blamed: the object of the verb of blaming, and who is named in what is said."""
    first, cue = statement.spans[0], statement.cue
    reading = desk.readings[first.report]
    if cue:
        for event in reading.events:
            if cue.start <= event.trigger.start < cue.end:
                yield from event.targets
        if statement.act in BLAMES:
            yield from actors_in(desk, [_gap(statement)])
    yield from actors_in(desk, statement.spans)


def accusation_turn(desk: Desk, event: Event) -> Turn:
    """An act of accusing that no statement holds: "la région met en cause l'armée"."""
    parsed = desk.readings[event.report].parsed
    span = desk.clause(event)
    words = parsed.at(span.start, span.end)
    stand = stand_of(parsed, words)
    own = party_keys(desk, event.agents)
    return Turn(
        event.report,
        event.trigger.start,
        event.slots.sentence,
        (span,),
        event.agents,
        own,
        camps_in(desk, event.agents),
        party_keys(desk, event.targets) - own,
        camps_in(desk, event.targets),
        replace(stand, yes=stand.yes | stand.about | stand.no, no=frozenset()),
        content_at(desk, event.report, words),
        plain(desk.text(span)),
        True,
        camps_blamed=camps_in(desk, event.targets),
        hard=True,
        past=is_past(parsed, words),
    )


def denial_turn(desk: Desk, denial: Denial) -> Turn:
    reading = desk.readings[denial.report]
    speakers = denial.speakers or _heard_at(desk, denial)
    toward = tuple(a for a in actors_in(desk, denial.spans) if a not in speakers)
    own = party_keys(desk, speakers)
    places = sorted({i for s in denial.spans for i in reading.parsed.at(s.start, s.end)})
    return Turn(
        denial.report,
        denial.at,
        denial.sentence,
        denial.spans,
        speakers,
        own | _clients(desk, speakers, denial.spans),
        camps_in(desk, speakers),
        party_keys(desk, toward) - own,
        camps_in(desk, toward) | camps_of(nouns_at(desk, denial.report, places)) - camps_in(desk, speakers),
        _stand_of_denial(desk, denial),
        denial.words - news_words(),
        "",
        True,
        past=_denies_past(desk, denial, places),
        replies=True,
        blank=not denial.words,
        taken_up=denial.charge,
        flat=_is_flat(desk, denial),
    )


def _is_flat(desk: Desk, denial: Denial) -> bool:
    """ "Cette version est fausse", « Faux »: of what has just been told."""
    if _POINTS_BACK.search(" ".join(desk.text(s) for s in denial.spans)):
        return True
    words = desk.readings[denial.report].parsed.words
    said = places(desk, denial.spans[0])
    return not denial.words and len(said) <= _FLAT and any(plain(words[i].lemma) in rebuttals() for i in said)


def _stand_of_denial(desk: Desk, denial: Denial) -> Stand:
    """What is denied is turned round; what the denier says in his own words beside it is not."""
    reading = desk.readings[denial.report]
    words = reading.parsed.words
    told = [s for s in reading.statements if s.mode == "direct" and any(t in denial.spans for t in s.spans)]
    quoted = [i for s in told for i in s.words]
    places = sorted({i for s in denial.spans for i in reading.parsed.at(s.start, s.end)} - set(quoted))
    verbs = [i for i in places if plain(words[i].lemma) in _DENYING or plain(words[i].lower) in ("dement", "nie", "nient")]
    after = [i for i in places if not verbs or i > verbs[0]]
    if denial.words:
        named = [i for i in places if plain(words[i].lemma) in denial.words]
        after = [i for i in places if named and i >= named[0]] or after
    stand = stand_of(reading.parsed, [i for i in after if i not in verbs]).turned()
    own = stand_of(reading.parsed, quoted)
    return Stand(own.yes, own.no | stand.no | stand.about, own.about | stand.about)


def _heard_at(desk: Desk, denial: Denial) -> tuple[str, ...]:
    """ "Au siège du groupe, on dément": who is named before it in its sentence."""
    reading = desk.readings[denial.report]
    bounds = reading.parsed.sentences[denial.sentence]
    if not _AT.match(" " + reading.report.text[bounds.start : denial.at]):
        return ()
    return actors_in(desk, [Span(denial.report, bounds.start, denial.at)])[:1]


def _clients(desk: Desk, speakers: Sequence[str], spans: Sequence[Span | None] = ()) -> frozenset[str]:
    """Keys of those for whom they speak: "l'avocat de X", "son cabinet"."""
    held = {o.of for a in speakers if a in desk.actors for o in desk.actors[a].held if o.of in desk.actors}
    for span in (s for s in spans if s):
        for mention in desk.readings[span.report].mentions:
            if mention.form == "possessive" and span.start <= mention.span.start <= span.start + _FIRST:
                held.add(mention.actor)
    return party_keys(desk, sorted(held))


def actors_in(desk: Desk, spans: Iterable[Span]) -> tuple[str, ...]:
    """The actors named within these words."""
    found: dict[str, None] = {}
    for span in spans:
        for mention in desk.readings[span.report].mentions:
            if span.start <= mention.span.start and mention.span.end <= span.end and mention.form != "possessive":
                found[mention.actor] = None
    return tuple(found)


def nouns_at(desk: Desk, report: str, words: Iterable[int]) -> frozenset[str]:
    parsed = desk.readings[report].parsed
    return frozenset(plain(parsed.words[i].lemma) for i in words if parsed.words[i].pos in ("NOUN", "PROPN"))


def content_at(desk: Desk, report: str, words: Iterable[int]) -> frozenset[str]:
    parsed = desk.readings[report].parsed
    kept = frozenset(plain(parsed.words[i].lemma) for i in words if parsed.words[i].pos in ("NOUN", "VERB", "ADJ"))
    return kept - news_words() - function_words()


def camps_in(desk: Desk, actors: Iterable[str]) -> frozenset[str]:
    """Which sides of a quarrel these parties may be, by their names and posts."""
    texts = [plain(t) for a in actors if a in desk.actors for t in (desk.actors[a].name, *desk.actors[a].roles)]
    words = {w for t in texts for w in re.findall(r"[a-z]+(?:-[a-z]+)*", t)}
    words |= {part for w in words if not camps_of(frozenset([w])) for part in w.split("-")}
    return camps_of(frozenset(words | {w.rstrip("s") for w in words}))


def is_cued(desk: Desk, statement: Statement, verbs: frozenset[str]) -> bool:
    """Is it told with one of these verbs? Many a tagger takes "peste" for a noun."""
    words = desk.readings[statement.spans[0].report].parsed.words
    at = [statement.cue_word] if statement.cue_word >= 0 else places(desk, statement.speaker_span)[:1]
    forms = {f for i in at for w in [words[i]] for f in (plain(w.lemma), plain(w.lower) + "r")}
    return not forms.isdisjoint(verbs)
