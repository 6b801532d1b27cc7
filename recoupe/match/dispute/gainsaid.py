"""What a report has just told, and somebody gainsays in the next breath: "Les vannes fuyaient. Faux, rétorque la régie"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from recoupe.lang.cues import verb_cues
from recoupe.lang.plain import plain
from recoupe.match.acts.fillers import party_keys
from recoupe.match.acts.sides import one_party
from recoupe.match.desk import Desk
from recoupe.match.dispute.accused import bare_turn
from recoupe.match.dispute.rebuttalwords import blanks
from recoupe.match.dispute.turns import Turn, actors_in, turn_of
from recoupe.parse.document import Parsed
from recoupe.types import Span, Statement

# A quick look for what the patterns below ask for, of a sentence or of a whole report.
_GAINSAYS = re.compile(
    r"(?i)\b(?:dément|démenti|nie(?:nt)?\b|nié|contest|réfut|récus|rejett|rejeté|défend|faux\b|mensong|inexact|erroné|absurde|calomni|"
    r"contraire\b|inverse\b|intox|foutaise|invention|pas du tout|n['’]en est rien|nullement|aucunement|renvoie|retourne|"
    r"que non\b|n['’](?:avoir|y croi|en croi)|c['’]est (?:lui|elle|eux|elles) qui)"
)
_OPEN = r"[\s«»\"“”'’\-–—*•]*"
_VERDICT = re.compile(
    rf"{_OPEN}(?P<word>(?:c['’]est |tout cela est |cela est )?"
    r"(?:(?:tout à fait|totalement|complètement|entièrement|absolument|archi) ?)?"
    r"(?:faux|(?:purs? |gros )?mensonges?|inexact|erroné|absurde|ridicule|grotesque|foutaises?|balivernes?|calomnies?|sornettes?"
    r"|fadaises?|affabulations?|(?:pures? )?inventions?|contrevérités?|contre-vérités?|intox|bobards?|sottises?|fables?|ragots?)"
    r"|archifaux|(?:absolument |surtout )?pas du tout|nullement|aucunement|absolument pas|jamais de la vie|rien de tel"
    r"|il n['’]en est rien|il n['’]en a rien été|que nenni|au contraire|bien au contraire|tout le contraire)"
    r"(?P<end>[\s»\"”]*[,!.:;…])",
    re.IGNORECASE,
)
_NEG = r"(?:nie|nient|dément|démentent|conteste|contestent|réfute|réfutent|récuse|récusent|rejette|rejettent)"
_HAS = r"(?:a|ont|avait|avaient) (?:toujours |aussitôt |encore |vite |lui aussi )?"
# A verb of denial whose object points back: "la mairie le nie", "le conseil rejette cela".
_POINTS = re.compile(
    rf"\b(?:{_NEG}|{_HAS}(?:nié|démenti|contesté|réfuté|récusé|rejeté)) (?:ceci|cela|ça|tout|le tout)"
    r"(?=\s*(?:en bloc)?\s*[.;:,!»)])"
    rf"|\b(?:l[ae]s? |l['’])(?:{_NEG}|{_HAS}(?:nié|démenti|contesté|réfuté|récusé)e?s?)(?=\s*(?:formellement|vivement|fermement|"
    r"catégoriquement|farouchement|en bloc)?\s*[.;:,!»)])"
    r"|\bs['’]en (?:défend|défendent|est (?:toujours )?défendue?|sont (?:toujours )?défendue?s)\b"
    r"|\bn['’]en croi(?:t|ent) (?:rien|pas un (?:traître )?mot)\b|\bn['’]y croi(?:t|ent) (?:pas|guère)\b"
    r"|\b(?:assure|jure|soutient|affirme|prétend|maintient|répond|dit)(?:nt|ent)? (?:le contraire|l['’]inverse|que non)\b"
    r"|\b(?:renvoie|renvoient|retourne|retournent) (?:la responsabilité|l['’]accusation|la faute|le compliment|les torts)\b",
    re.IGNORECASE,
)
# The same with a noun that takes up a charge as it stands, and nothing behind it: "la région récuse tout lien".
_BLANK = re.compile(
    rf"\b(?:{_NEG}|{_HAS}(?:nié|démenti|contesté|réfuté|récusé|rejeté)|se défend(?:ent)? d['e]"
    r"|(?:s['’]est|se sont|s['’]était|s['’]étaient) (?:toujours |aussitôt |encore )?défendue?s? d['e])"
    r" ?(?:tou(?:te?|s|tes)|ce(?:t|tte|s)?|les?|la|l['’]|de telles|de tels|pareilles?) ?(?P<noun>[\w-]+)(?P<more>[^.;:!»]*)",
    re.IGNORECASE,
)
_HIMSELF = re.compile(
    r"(?i)^(?:celui-ci|celle-ci|ceux-ci|celles-ci|ces? derni\w+|cette dernière|l['’]intéressée?|les intéressée?s)$"
)
_BREAK = re.compile(r"\s*(?:;|–|—|, mais|, or)\s*")
_SAYS = re.compile(
    r"(?i)\b(?:selon|d['’]après|pour|à en croire|côté|chez|dit|fait savoir|fait valoir)\b|-t-(?:il|elle|on)\b|-(?:ils|elles|on)\b"
)
_TOLD_SO = re.compile(r"(?i)\b(?:dit-on|disent-ils|disent-elles|assure-t-on|paraît-il|selon|d['’]après)\b")
_COMES_AFTER = re.compile(r"(?i)\s*(?:après|depuis|jusqu['’]ici|par ailleurs|en outre)\b")
_LONGEST = 420
_LABEL = 60
_BACK = 2  # sentences, bracketed lines and furniture let pass
_CLITICS = frozenset(("se", "s'", "lui", "leur", "le", "l'"))
_OWN = re.compile(r"(?i)^\W*(?:ils?|elles?)\b|^[^,]{2,30},[\s«\"]*[\w'’]+(?:-t)?-(?:ils?|elles?)\b")


def may_gainsay(text: str) -> bool:
    """Does a sentence or a report hold a word by which somebody gainsays what is told?"""
    return bool(_GAINSAYS.search(text))


def find_gainsaid(desk: Desk, report: str) -> Iterator[tuple[Turn, Turn]]:
    """Pairs (what is told, what somebody sets against it right after) of one report, whoever told the former."""
    parsed = desk.readings[report].parsed
    rows = sorted((s for s in desk.readings[report].statements if s.words), key=lambda s: s.spans[0])
    said: dict[int, list[Statement]] = {}
    for row in rows:
        said.setdefault(parsed.words[row.words[0]].sent, []).append(row)
    for number, sentence in enumerate(parsed.sentences):
        text = parsed.text[sentence.start : sentence.end]
        if len(text) > _LONGEST or desk.is_furniture(Span(report, sentence.start, sentence.end)):
            continue
        if found := _VERDICT.match(text):
            yield from _by_verdict(desk, report, number, found, said)
        elif not may_gainsay(text):
            yield from _by_himself(desk, report, number, said)
        elif found := _POINTS.search(text):
            yield from _pointing_back(desk, report, number, found, said)
        elif (found := _BLANK.search(text)) and _singular(found["noun"]) & blanks():
            yield from _waving_off(desk, report, number, found, said)
        else:
            yield from _by_himself(desk, report, number, said)


def _by_verdict(
    desk: Desk, report: str, number: int, found: re.Match[str], said: dict[int, list[Statement]]
) -> Iterator[tuple[Turn, Turn]]:
    """ "Faux, rétorque X: …", « Mensonge », s'étrangle-t-on à Moscou."""
    sentence = desk.readings[report].parsed.sentences[number]
    opener, rest = sentence.start + found.end(), found.string[found.end() :]
    speakers = _speakers(desk, said.get(number, ())) or actors_in(desk, [Span(report, opener, sentence.end)])[:1]
    voiced = (
        bool(said.get(number))
        or bool(_SAYS.search(rest))
        or _starts_with_verb(desk.readings[report].parsed, opener, sentence.end)
    )
    if not voiced:
        return
    charge = _before(desk, report, number, speakers, said)
    firm = plain(found["word"])
    if charge and ("faux" in firm or "mensonge" in firm or charge.actors or _is_hearsay(desk, charge)):
        yield charge, _answer(desk, Span(report, sentence.start, sentence.end), number, speakers)


def _pointing_back(
    desk: Desk, report: str, number: int, found: re.Match[str], said: dict[int, list[Statement]]
) -> Iterator[tuple[Turn, Turn]]:
    """ "Le conseil rejette cela", "…; le gouvernement s'en défend": the clause before it, else the sentence before."""
    parsed = desk.readings[report].parsed
    sentence = parsed.sentences[number]
    breaks = list(_BREAK.finditer(found.string, 0, found.start()))
    start = sentence.start + (breaks[-1].end() if breaks else 0)
    words = parsed.at(start, sentence.start + found.end())
    if not words or re.search(r"(?i)\b(?:ne|n['’]|sans|qui|si)\s*$", found.string[max(0, found.start() - 6) : found.start()]):
        return
    speakers = actors_in(desk, [Span(report, start, sentence.start + found.start())])[-1:]
    bare = any(parsed.words[i].pos in ("NOUN", "PROPN") for i in words if parsed.words[i].end <= sentence.start + found.start())
    if not speakers and not bare:
        return
    answer = _answer(desk, Span(report, start, sentence.end), number, speakers)
    if breaks:
        yield _turn(desk, Span(report, sentence.start, sentence.start + breaks[-1].start()), number, ()), answer
    elif charge := _before(desk, report, number, speakers, said):
        yield charge, answer


def _waving_off(
    desk: Desk, report: str, number: int, found: re.Match[str], said: dict[int, list[Statement]]
) -> Iterator[tuple[Turn, Turn]]:
    """« … », lance X. Y récuse tout lien: what X has just said; with more words ("tout lien avec la secte") X must name Y."""
    parsed = desk.readings[report].parsed
    sentence = parsed.sentences[number]
    speakers = actors_in(desk, [Span(report, sentence.start, sentence.start + found.start())])[-1:]
    charge = _before(desk, report, number, speakers, said)
    if charge is None or not (said.get(charge.sentence) or _is_hearsay(desk, charge)):
        return
    named = one_party(party_keys(desk, speakers), party_keys(desk, actors_in(desk, charge.spans)))
    if named or not found["more"].strip(" ,") and not _COMES_AFTER.match(found.string):
        yield charge, _answer(desk, Span(report, sentence.start, sentence.end), number, speakers)


def _singular(noun: str) -> set[str]:
    return {plain(noun), plain(noun).removesuffix("s")}


def _by_himself(desk: Desk, report: str, number: int, said: dict[int, list[Statement]]) -> Iterator[tuple[Turn, Turn]]:
    """ "X affirme l'avoir prévenu. Celui-ci assure n'avoir rien reçu": who was talked of says no."""
    for statement in said.get(number, ()):
        if not statement.speaker_span or not _HIMSELF.match(desk.text(statement.speaker_span).strip()):
            continue
        turn = turn_of(desk, statement)
        charge = _before(desk, report, number, statement.speakers, said) if turn.negative else None
        if charge and charge.actors:
            yield charge, replace(turn, replies=True, open=True)
            return


def _before(desk: Desk, report: str, number: int, speakers: Sequence[str], said: dict[int, list[Statement]]) -> Turn | None:
    """What is told right before a sentence, by the report or by anybody but those who gainsay it."""
    parsed = desk.readings[report].parsed
    for back in range(number - 1, max(-1, number - 2 - _BACK), -1):
        sentence = parsed.sentences[back]
        text = parsed.text[sentence.start : sentence.end].strip()
        span = Span(report, sentence.start, sentence.end)
        if desk.is_furniture(span) or text.startswith("[") and text.endswith("]") and "«" not in text or len(text) < 3:
            continue
        if not desk.by_sentence.get((report, back)) and not said.get(back) and len(text) < _LABEL:
            continue  # "Paul D., syndicaliste]", under what he said
        if text.rstrip(' »"”').endswith("?") or len(text) > _LONGEST or not desk.by_sentence.get((report, back)):
            return None
        by = _speakers(desk, said.get(back, ()))
        own = one_party(party_keys(desk, speakers), party_keys(desk, by))
        return None if own or _goes_on(parsed, number) and not by else _turn(desk, span, back, by)
    return None


def _goes_on(parsed: Parsed, number: int) -> bool:
    """ "Mensonge, dit-il", "Il rejette cela": is he who gainsays it a pronoun: then he may have told it himself?"""
    sentence = parsed.sentences[number]
    return bool(_OWN.search(parsed.text[sentence.start : sentence.end]))


def _is_hearsay(desk: Desk, charge: Turn) -> bool:
    """Is it told on somebody's word, or with a reserve?"""
    events = desk.by_sentence.get((charge.report, charge.sentence), ())
    claims = [c for e in events for c in desk.claims.get(e.id, ())]
    return any(c.sources or c.status in ("alleged", "opinion") for c in claims) or bool(
        _TOLD_SO.search(desk.text(charge.spans[0]))
    )


def _starts_with_verb(parsed: Parsed, start: int, end: int) -> bool:
    """ "Faux, [rétorque] le patron": a verb of saying right behind the sign, or any finite one, tells who says so."""
    rows = [w for w in (parsed.words[i] for i in parsed.at(start, end)) if any(c.isalpha() for c in w.text)]
    first = next((w for w in rows[:4] if plain(w.lower) not in _CLITICS), None)
    if first is None:
        return False
    bare = first.lower.removesuffix("nt") + "r"  # "nuance", "nuancent": many a tagger takes them for nouns
    return bool({first.lemma, bare} & _cue_verbs()) or first.pos in ("VERB", "AUX") and first.feat("VerbForm") == "Fin"


@cache
def _cue_verbs() -> frozenset[str]:
    return frozenset(verb for verb, _, _ in verb_cues())


def _speakers(desk: Desk, rows: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for s in rows for a in s.speakers))


def _turn(desk: Desk, span: Span, number: int, by: Sequence[str]) -> Turn:
    return bare_turn(desk, span, number, by)


def _answer(desk: Desk, span: Span, number: int, by: Sequence[str]) -> Turn:
    return replace(bare_turn(desk, span, number, by), hard=False, blank=True, negative=True, replies=True)
