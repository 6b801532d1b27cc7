"""Cues that stand after or inside what is said: "..., a-t-il ajouté", "« ... », dit X"."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.find.said.adverbials import skip_adverbials
from recoupe.find.said.content import ends_with_quote, que_clause
from recoupe.find.said.cueing import Hit
from recoupe.find.said.frames import sentence_like
from recoupe.find.said.insertedspeakers import is_taken, speakers_behind
from recoupe.find.said.page import Page, make_draft
from recoupe.find.said.saidaround import said_around
from recoupe.find.who.attribution import Parties
from recoupe.find.who.nounphrases import phrase

_BEFORE_INCISE = frozenset(',»”"!?…-–—)')


def find_insertions(page: Page, parties: Parties, asides: set[int]) -> set[int]:
    """Statements whose cue stands after, or inside, what is said; the cue words they used. `asides` are done already."""
    return {hit.word for hit in page.hits if hit.word not in asides and _insertion(page, parties, hit)}


def _insertion(page: Page, parties: Parties, hit: Hit) -> bool:
    """Is this cue an inserted one? Then its statement is added."""
    if hit.form != "finite" or hit.passive:
        return False
    place = _place(page, hit)
    if place is None:
        return False
    heads = _speakers(page, parties, hit, place)
    if not heads:
        return False
    end = _insertion_end(page, hit, heads)
    if _governs(page, hit, place, end) or not _closes(page, hit, place, heads, end):
        return False
    pieces, direct = said_around(page, hit, place.before, end, place.inside, place.after_quote)
    if not pieces or not direct and (_half_a_clause(page, pieces[0]) or _no_clause(page, parties, hit, pieces, heads)):
        return False
    quoted = any(page.quotes_in(s, e) or page.quote_at(s) >= 0 for s, e in pieces)
    page.add(make_draft(page, hit, pieces, "direct" if direct else "mixed" if quoted else "indirect", heads))
    if place.inside >= 0:
        page.claimed.add(place.inside)
    for start, stop in pieces:
        page.claim(start, stop)
        if (index := page.quote_at(start)) >= 0:
            page.claimed.add(index)
    return True


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cue stands: the word before it, the quotation around it, the one that ends right before it (-1 for none)."""

    before: int
    inside: int
    after_quote: int
    bare: bool  # neither a sign nor "comme" sets it off
    first: int  # of its sentence
    last: int


def _place(page: Page, hit: Hit) -> _Place | None:
    """The place of a cue that may be an inserted one, by what stands before it."""
    words = page.parsed.words
    sentence = page.parsed.sentences[words[hit.word].sent]
    k = hit.first - 1
    like = k >= sentence.first and words[k].lower == "comme"
    k -= like
    inside = page.quote_at(words[hit.word].start)
    after_quote = ends_with_quote(page, words[hit.first].start)
    bare = k >= sentence.first and words[k].text not in _BEFORE_INCISE and not like
    if bare and (inside >= 0 or words[k].pos in ("PRON", "SCONJ", "CCONJ", "ADP") or hit.clitic >= 0):
        return None
    if hit.cue.frames == {"quote"} and after_quote < 0 and inside < 0 and hit.clitic < 0:
        return None
    if k < sentence.first and (after_quote < 0 or words[hit.first].text[:1].isupper()):
        return None
    return _Place(k, inside, after_quote, bare and after_quote < 0, sentence.first, sentence.last)


def _speakers(page: Page, parties: Parties, hit: Hit, place: _Place) -> tuple[int, ...]:
    """The subject behind the cue; () where it has its own before it, or what follows cannot speak."""
    parsed, words, k = page.parsed, page.parsed.words, place.before
    if hit.clitic < 0 and place.after_quote >= 0 and _belongs_to_noun(page, hit, place.after_quote):
        return ()
    own = [w.i for w in parsed.kids(hit.word, "nsubj") if w.i < hit.first and _outside(page, w.start, place.inside)]
    stolen = bool(own) and k >= place.first and words[k].text == "," and is_taken(page, parties, hit, own[-1], k)
    if hit.clitic < 0 and own and not stolen:
        return ()
    heads = speakers_behind(page, parties, hit, place.after_quote >= 0, stolen)
    if not heads or (hit.cue.act != "say" and "quote" not in hit.cue.frames and "que" not in hit.cue.frames):
        return ()
    amid = place.inside >= 0 and hit.clitic < 0 and place.after_quote < 0 and words[k].text != ","
    return () if amid or words[heads[0]].lower in ("-je", "-tu", "-vous") else heads


def _belongs_to_noun(page: Page, hit: Hit, index: int) -> bool:
    """ "les « gilets verts » réclament X", "le film « Demain » raconte X": a name in marks, and its verb behind it."""
    quote, parsed = page.quotes[index], page.parsed
    within = parsed.at(quote.start, quote.end)
    if not within or within[0] == 0 or parsed.words[hit.first - 1].text == "," or sentence_like(page, index):
        return False
    before = parsed.words[within[0] - 1]
    return before.pos in ("DET", "NOUN", "ADJ") and before.sent == parsed.words[hit.first].sent


def _governs(page: Page, hit: Hit, place: _Place, end: int) -> bool:
    """Does what is said stand behind the cue: "comme l'indique X : « ... »", "explique X que"?"""
    words = page.parsed.words
    if place.after_quote < 0 and place.inside < 0 and end + 1 < place.last and words[end].text == ":":
        if page.quote_at(words[end + 1].start) >= 0:
            return True
    after = skip_adverbials(page.parsed, hit.last + 1, place.last)
    return after < place.last and words[after].lower in ("que", "qu'") and after <= hit.last + 2


def _closes(page: Page, hit: Hit, place: _Place, heads: tuple[int, ...], end: int) -> bool:
    """Does the insertion end as one: with a sign, or, where nothing sets it off, with the sentence?"""
    words, k = page.parsed.words, place.before
    if place.bare:  # "... dans la ville explique Ouest-France.": no comma, yet nothing but the cue and its subject
        told = any(w.feat("VerbForm") == "Fin" for w in words[place.first : hit.first])
        plain = "quote" in hit.cue.frames and "N" not in hit.cue.frames
        if not (told and plain and end < place.last and words[end].text == "." and k - place.first > 4):
            return False
    stops = ',»”".' if words[k].text == "," and words[heads[0]].pos in ("NOUN", "PROPN") else ',»”"'
    if place.inside >= 0 and place.after_quote < 0 and hit.clitic < 0:
        return end < place.last and words[end].text in stops
    return True


_LINKS = frozenset("alors si s' quand lorsque lorsqu' bien tandis puisque puisqu' quoique dès".split())


def _half_a_clause(page: Page, piece: tuple[int, int]) -> bool:
    """ "Alors que le député, a annoncé mardi ..., X a réagi": what stands before the verb is no clause to be said."""
    within = page.parsed.at(*piece)
    words = page.parsed.words
    return words[within[0]].lower in _LINKS and sum(words[i].feat("VerbForm") == "Fin" for i in within) < 2


def _no_clause(page: Page, parties: Parties, hit: Hit, pieces: list[tuple[int, int]], heads: tuple[int, ...]) -> bool:
    """ "La ministre Anne Morin, élue de Lens, a demandé un audit": no verb before the cue, and no party behind it."""
    words = page.parsed.words
    if hit.clitic >= 0 or any(words[i].feat("VerbForm") == "Fin" for s, e in pieces for i in page.parsed.at(s, e)):
        return False
    name = parties.covering.get(hit.first - 2)
    if name is not None and name.form == "name" and parties.actors[name.actor].kind == "person":
        return True  # "Le chef du parti, Paul Denis, a redit son opposition"
    party = words[heads[0]].pos == "PROPN" or heads[0] in parties.at_head
    return not party or que_clause(page, hit) is not None


def _outside(page: Page, char: int, inside: int) -> bool:
    return page.quote_at(char) in (-1, inside)


def _insertion_end(page: Page, hit: Hit, heads: tuple[int, ...]) -> int:
    """First word after the cue, its subject and what hangs on them."""
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    at = hit.last + 1
    for head in heads:
        if head > hit.last:
            at = max(at, phrase(parsed, head)[1])
    inside = page.quote_at(words[hit.word].start)
    while at < limit:
        word = words[at]
        if word.text in ",;:–—.!?" or page.quote_at(word.start) not in (inside, -1) or word.pos == "CCONJ":
            break
        at += 1
    return at
