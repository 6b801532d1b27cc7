"""Who blames and who answers, in one report: the turns of a quarrel, each with the side it takes on the questions of news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.desk import Desk
from recoupe.match.measures import person_nouns
from recoupe.match.merge import party_keys
from recoupe.match.questions import Stand, camps_of, stand_of
from recoupe.match.rebuttals import (
    Denial,
    blaming,
    excuses,
    find_denials,
    insisting,
    is_negative,
    is_of_quality,
    lemmas_of,
    rebuttals,
    replying,
)
from recoupe.parse.document import Parsed
from recoupe.types import Event, Span, Statement

_BLAMES = ("accuse", "suspect", "criticise")
_NO_CHARGE = ("deny", "request", "promise", "praise")
_NO_ANSWER = (*_BLAMES, "deny", "request", "threaten", "promise", "warn", "praise")
_LONGEST = 60  # words of one turn
_SHORT = 16  # of one that does no more than answer
_FLAT = 6  # of one that says no more than "it is false"
_ASKED = 8  # of an answer to a question that the report itself asks
_LAMENTING = frozenset("condamner deplorer regretter desapprouver reprouver saluer".split())  # of what was done, by whomever
_OBJECTS = frozenset("nous vous me m' te t' le la les l' se s' pas".split())
_LONG_SPAN = 500
_FIRST = 4  # letters within which a possessive begins a name: "son cabinet"
_NO = frozenset("non personne jamais aucun aucune rien faux nul pas nullement".split())
_DENIED = re.compile(r"(?i)\bdémenti\b[^.;«»]{0,40}[:,]?\s*[«“\"]?\s*$")
_QUE = re.compile(r"^(?:ce|une|cette|la|des|ces|les)\b[^,.;]{0,30}? ?qu(?:e\b|['’])")
_POINTS_AT = re.compile(
    r"\b(?:(?:montr|point|désign)\w+ du doigt|met(?:tent)? en cause|(?:a|ont) mis en cause|s['’]en pren(?:d|nent) (?:à|au|aux)"
    r"|(?:fait|font) porter (?:la responsabilité|le chapeau) (?:à|au|aux)"
    r"|(?:rejet|renvo|report)\w* la (?:faute|responsabilité) sur|tire(?:nt)? à boulets rouges sur"
    r"|(?:tient|tiennent) (?:\w+ )?pour responsables?|jett?e(?:nt)? la pierre (?:à|au|aux)"
    r"|(?:déposé|porté|porte|dépose) plainte contre)\b",
    re.IGNORECASE,
)
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


def find_turns(desk: Desk, report: str) -> tuple[tuple[Turn, ...], tuple[Turn, ...]]:
    """What is told in this report against somebody or on his word, and what is said to the contrary of something."""
    rows = [s for s in desk.readings[report].statements if 0 < len(s.words) <= _LONGEST]
    turns = {s.id: turn_of(desk, s) for s in rows if s.act not in _NO_CHARGE}
    return tuple(_charges(desk, report, turns)), tuple(_answers(desk, report, turns))


def _charges(desk: Desk, report: str, turns: dict[str, Turn]) -> Iterator[Turn]:
    reading = desk.readings[report]
    cued: list[Span] = []
    for statement in reading.statements:
        if statement.cue:
            cued.append(statement.cue)
        turn = turns.get(statement.id)
        if turn is None:
            continue
        if statement.act in _BLAMES or _is_blaming(desk, statement):
            if not is_of_quality(desk, statement) and not _is_cued(desk, statement, _LAMENTING):
                stand = turn.stand
                stand = Stand(stand.yes | stand.about | stand.no, frozenset(), stand.about)
                yield replace(turn, open=True, hard=statement.act in _BLAMES[:2] or _is_blaming(desk, statement), stand=stand)
        elif (turn.who or statement.mode == "direct") and not _tells_own(desk, statement):
            yield replace(turn, open=bool(turn.stand.yes) and _is_alleged(desk, statement), said=not turn.stand.yes)
    for event in reading.events:
        claims = desk.claims.get(event.id, ())
        if event.frame != "ACCUSE" or not event.targets or any(c.start <= event.trigger.start < c.end for c in cued):
            continue
        if claims and not claims[0].negated and claims[0].status not in ("denied", "hypothetical", "requested"):
            yield _event_turn(desk, event)
    yield from _pointed_at(desk, report)
    yield from _contested(desk, report)


def _pointed_at(desk: Desk, report: str) -> Iterator[Turn]:
    """Set phrases of blaming: "la région montre du doigt l'armée"."""
    reading = desk.readings[report]
    for match in _POINTS_AT.finditer(reading.report.text):
        words = reading.parsed.at(match.start(), match.end())
        if not words or reading.parsed.words[max(0, words[0] - 1)].lower in _OBJECTS:
            continue
        bounds = reading.parsed.sentence_of(words[0])
        before = _actors_in(desk, [Span(report, bounds.start, match.start())])[-1:]
        after = _actors_in(desk, [Span(report, match.end(), bounds.end)])[:1]
        if before and after:
            own, inside = party_keys(desk, before), list(range(bounds.first, bounds.last))
            stand = stand_of(reading.parsed, inside, all_main=True)
            yield Turn(
                report,
                match.start(),
                reading.parsed.words[words[0]].sent,
                (Span(report, bounds.start, bounds.end),),
                before,
                own,
                _camps(desk, before),
                party_keys(desk, after) - own,
                _camps(desk, after),
                Stand(stand.yes | stand.about | stand.no, frozenset(), stand.about),
                _content(desk, report, inside),
                plain(reading.report.text[match.end() : bounds.end]),
                True,
                camps_blamed=_camps(desk, after),
                hard=True,
                past=True,
            )


def _is_blaming(desk: Desk, statement: Statement) -> bool:
    """Is it said with a verb of anger or blame: « … », tonne X?"""
    return _is_cued(desk, statement, blaming())


def _is_cued(desk: Desk, statement: Statement, verbs: frozenset[str]) -> bool:
    """Is it told with one of these verbs? Many a tagger takes "peste" for a noun."""
    words = desk.readings[statement.spans[0].report].parsed.words
    places = [statement.cue_word] if statement.cue_word >= 0 else _places(desk, statement.speaker_span)[:1]
    forms = {f for i in places for w in [words[i]] for f in (plain(w.lemma), plain(w.lower) + "r")}
    return not forms.isdisjoint(verbs)


def _tells_own(desk: Desk, statement: Statement) -> bool:
    """ "Nous avons tiré": what one did oneself is no charge."""
    parsed, inside = desk.readings[statement.spans[0].report].parsed, set(statement.words)
    heads = [i for i in statement.words if parsed.words[i].head not in inside or parsed.words[i].head == i]
    return any(k.lower in ("je", "j'", "nous") for i in heads for k in parsed.kids(i, "nsubj"))


def _is_alleged(desk: Desk, statement: Statement) -> bool:
    """ "Il aurait puisé dans la caisse"."""
    words = desk.readings[statement.spans[0].report].parsed.words
    return any(words[i].feat("Mood") == "Cnd" and words[i].lemma in ("avoir", "être") for i in statement.words[:-1])


def _contested(desk: Desk, report: str) -> Iterator[Turn]:
    """What stands before "…, ce que X conteste", whoever told it."""
    reading = desk.readings[report]
    for denial in find_denials(desk, report):
        bounds = reading.parsed.sentences[denial.sentence]
        words = [i for i in range(bounds.first, bounds.last) if reading.parsed.words[i].end <= denial.at]
        if denial.outright and not denial.words and len(words) > 2 and _is_relative(desk, denial):
            told = Span(report, bounds.start, reading.parsed.words[words[-1]].end)
            named = _actors_in(desk, [told])
            yield Turn(
                report,
                bounds.start,
                denial.sentence,
                (told,),
                named[:1],
                party_keys(desk, named[:1]) - party_keys(desk, denial.speakers),
                _camps(desk, named[:1]) | camps_of(_nouns(desk, report, words[:4])),
                frozenset(),
                frozenset(),
                stand_of(reading.parsed, words, all_main=True),
                _content(desk, report, words),
                plain(desk.text(told)),
                True,
            )


def _is_relative(desk: Desk, denial: Denial) -> bool:
    """ "…, une version que X conteste"."""
    text = desk.readings[denial.report].report.text
    return text[: denial.at].rstrip().endswith((",", "–", "—", "(")) and bool(_QUE.search(text[denial.at : denial.at + 40]))


def _answers(desk: Desk, report: str, turns: dict[str, Turn]) -> Iterator[Turn]:
    reading = desk.readings[report]
    denials = find_denials(desk, report)
    held = [s for d in denials if d.outright for s in d.spans[:1]]
    for denial in denials:
        if denial.outright:
            yield _denial_turn(desk, denial)
    for statement in reading.statements:
        turn = turns.get(statement.id)
        if turn is None or not statement.speakers or statement.act in _NO_ANSWER:
            continue
        first = statement.spans[0]
        if any(s.start < first.end and first.start < s.end for s in held):
            continue
        said = lemmas_of(desk, statement) | {plain(desk.text(first)).strip(" .!")}
        false = len(statement.words) <= _SHORT and bool(said & rebuttals())
        excused = len(statement.words) <= _SHORT and bool(said & excuses())
        before = reading.report.text[max(0, first.start - 60) : first.start]
        replies = _is_cued(desk, statement, replying()) or bool(_DENIED.search(before))
        holds = turn.negative and turn.past and (replies or _is_cued(desk, statement, insisting()))
        if turn.stand.no or turn.none or false or excused or holds:
            blank = (false or excused) and not (turn.stand.no or turn.none)
            flat = false and len(statement.words) <= _FLAT
            yield replace(turn, open=false or bool(_DENIED.search(before)), replies=replies, holds=holds, blank=blank, flat=flat)


def turn_of(desk: Desk, statement: Statement) -> Turn:
    """What one statement tells, by whom, of whom, and the side it takes."""
    report = statement.spans[0].report
    parsed = desk.readings[report].parsed
    spans = tuple(s for s in (*statement.spans, statement.speaker_span) if s and s.end - s.start < _LONG_SPAN)
    toward = tuple(a for a in _toward(desk, statement) if a not in statement.speakers)
    targets = _actors_in(desk, [_gap(statement)]) if statement.act in _BLAMES else ()
    own = party_keys(desk, statement.speakers)
    return Turn(
        report,
        statement.spans[0].start,
        parsed.words[statement.words[0]].sent,
        spans or statement.spans,
        statement.speakers,
        own | _clients(desk, statement.speakers, [statement.speaker_span]),
        _camps(desk, statement.speakers) | camps_of(_nouns(desk, report, _places(desk, statement.speaker_span))),
        party_keys(desk, toward) - own,
        _camps(desk, toward) | camps_of(_nouns(desk, report, (*_governed(desk, statement), *statement.words))),
        _asked(desk, statement) or stand_of(parsed, statement.words),
        lemmas_of(desk, statement) - news_words(),
        _text(desk, statement),
        False,
        past=is_past(parsed, statement.words),
        negative=is_negative(desk, statement),
        insists=_is_cued(desk, statement, insisting() | replying()),
        camps_blamed=_camps(desk, targets) | camps_of(_nouns(desk, report, _governed(desk, statement))),
        things=_things(parsed, statement.words),
        none=_none(parsed, statement.words),
    )


def _places(desk: Desk, span: Span | None) -> list[int]:
    return list(desk.readings[span.report].parsed.at(span.start, span.end)) if span else []


def _gap(statement: Statement) -> Span:
    """What stands between a verb and what is said with it."""
    first = statement.spans[0]
    start = statement.cue.end if statement.cue else first.start
    return Span(first.report, start, max(start, first.start))


def _governed(desk: Desk, statement: Statement) -> list[int]:
    """The words between a verb of blaming and what is blamed: "accuse [son employeur] d'avoir …"."""
    gap = _gap(statement)
    return _places(desk, gap) if statement.act in _BLAMES and gap.start < gap.end else []


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
        if statement.act in _BLAMES:
            yield from _actors_in(desk, [_gap(statement)])
    yield from _actors_in(desk, statement.spans)


def _event_turn(desk: Desk, event: Event) -> Turn:
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
        _camps(desk, event.agents),
        party_keys(desk, event.targets) - own,
        _camps(desk, event.targets),
        replace(stand, yes=stand.yes | stand.about | stand.no, no=frozenset()),
        _content(desk, event.report, words),
        plain(desk.text(span)),
        True,
        camps_blamed=_camps(desk, event.targets),
        hard=True,
        past=is_past(parsed, words),
    )


def _denial_turn(desk: Desk, denial: Denial) -> Turn:
    reading = desk.readings[denial.report]
    speakers = denial.speakers or _heard_at(desk, denial)
    toward = tuple(a for a in _actors_in(desk, denial.spans) if a not in speakers)
    own = party_keys(desk, speakers)
    places = sorted({i for s in denial.spans for i in reading.parsed.at(s.start, s.end)})
    return Turn(
        denial.report,
        denial.at,
        denial.sentence,
        denial.spans,
        speakers,
        own | _clients(desk, speakers, denial.spans),
        _camps(desk, speakers),
        party_keys(desk, toward) - own,
        _camps(desk, toward) | camps_of(_nouns(desk, denial.report, places)) - _camps(desk, speakers),
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
    said = _places(desk, denial.spans[0])
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
    return _actors_in(desk, [Span(denial.report, bounds.start, denial.at)])[:1]


def _clients(desk: Desk, speakers: Sequence[str], spans: Sequence[Span | None] = ()) -> frozenset[str]:
    """Keys of those for whom they speak: "l'avocat de X", "son cabinet"."""
    held = {o.of for a in speakers if a in desk.actors for o in desk.actors[a].held if o.of in desk.actors}
    for span in (s for s in spans if s):
        for mention in desk.readings[span.report].mentions:
            if mention.form == "possessive" and span.start <= mention.span.start <= span.start + _FIRST:
                held.add(mention.actor)
    return party_keys(desk, sorted(held))


def _actors_in(desk: Desk, spans: Iterable[Span]) -> tuple[str, ...]:
    """The actors named within these words."""
    found: dict[str, None] = {}
    for span in spans:
        for mention in desk.readings[span.report].mentions:
            if span.start <= mention.span.start and mention.span.end <= span.end and mention.form != "possessive":
                found[mention.actor] = None
    return tuple(found)


def _nouns(desk: Desk, report: str, words: Iterable[int]) -> frozenset[str]:
    parsed = desk.readings[report].parsed
    return frozenset(plain(parsed.words[i].lemma) for i in words if parsed.words[i].pos in ("NOUN", "PROPN"))


def _content(desk: Desk, report: str, words: Iterable[int]) -> frozenset[str]:
    parsed = desk.readings[report].parsed
    kept = frozenset(plain(parsed.words[i].lemma) for i in words if parsed.words[i].pos in ("NOUN", "VERB", "ADJ"))
    return kept - news_words() - function_words()


def _camps(desk: Desk, actors: Iterable[str]) -> frozenset[str]:
    """Which sides of a quarrel these parties may be, by their names and posts."""
    texts = [plain(t) for a in actors if a in desk.actors for t in (desk.actors[a].name, *desk.actors[a].roles)]
    words = {w for t in texts for w in re.findall(r"[a-z]+(?:-[a-z]+)*", t)}
    words |= {part for w in words if not camps_of(frozenset([w])) for part in w.split("-")}
    return camps_of(frozenset(words | {w.rstrip("s") for w in words}))
