"""What is said before and behind an inserted cue: "Le pont, a dit la maire, sera fermé"."""

from __future__ import annotations

from recoupe.find.said.content import after_dateline
from recoupe.find.said.cueing import Hit
from recoupe.find.said.frames import sentence_like
from recoupe.find.said.page import Page

_BEFORE_VERB = frozenset(("se", "s'", "ne", "n'", "le", "la", "les", "l'", "lui", "leur", "y", "en"))


def said_around(page: Page, hit: Hit, before: int, end: int, inside: int, after_quote: int) -> tuple[list[tuple[int, int]], bool]:
    """What is said on both sides of an inserted cue, and whether it is all direct speech."""
    parsed, words = page.parsed, page.parsed.words
    sentence = parsed.sentences[words[hit.word].sent]
    cue_start = words[hit.first].start
    if inside >= 0:
        quote = page.quotes[inside]
        pieces = [page.trim(quote.inner_start, cue_start)]
        end = _past_apposition(page, end, sentence.last)
        if end < len(words) and words[end].start < quote.inner_end:
            pieces.append(page.trim(words[end].start, quote.inner_end))
        return [p for p in pieces if p[0] < p[1]], True
    pieces = []
    direct = False
    if after_quote >= 0:
        piece, direct = _quote_before(page, after_quote)
        if direct and (earlier := _twin(page, after_quote)) >= 0:
            pieces.append((page.quotes[earlier].inner_start, page.quotes[earlier].inner_end))
            page.claimed.add(earlier)
        pieces.append(piece)
    elif before > sentence.first:
        start = _left_edge(page, sentence.first, before)
        pieces.append(page.trim(words[start].start, words[before].start if words[before].text in ",–—-" else words[before].end))
    if not pieces or pieces[0][0] >= pieces[0][1]:
        return [], False
    right = _after(page, hit, end, sentence.last, direct, pieces[0])
    if right:
        pieces.append(right)
    return pieces, direct


def _past_apposition(page: Page, at: int, limit: int) -> int:
    """ ", confie Paul, le patron du bar. On ...": over what only says who speaks."""
    words = page.parsed.words
    if at + 1 >= limit or words[at].text != "," or words[at + 1].pos not in ("DET", "NOUN", "NUM", "ADJ"):
        return at
    stop = next((k for k in range(at + 1, limit) if words[k].text in ",.!?»"), limit)
    return at if any(w.feat("VerbForm") == "Fin" for w in words[at:stop]) else stop


def _twin(page: Page, index: int) -> int:
    """ "« ... » « ... », a dit X": a quotation that ends where this one begins belongs to the same speaker."""
    if index == 0 or index - 1 in page.claimed or page.quotes[index].continues:
        return -1
    gap = page.parsed.text[page.quotes[index - 1].end : page.quotes[index].start]
    if not page.quotes[index - 1].closed or "\n" in gap or gap.strip(" .\u00a0»"):
        return -1
    alone = not gap.strip() or sentence_like(page, index - 1) and _quote_before(page, index - 1)[1]
    return index - 1 if alone else -1


def _left_edge(page: Page, first: int, before: int) -> int:
    """Where the reported clause begins: the sentence, or after a semicolon."""
    words = page.parsed.words
    for k in range(before - 1, first, -1):
        told = words[k].text == ":" and any(h.first < k for h in page.by_sentence.get(words[k].sent, ()))
        if (words[k].text == ";" or told) and page.quote_at(words[k].start) < 0:
            return k + 1  # "Oslo balaie le reproche : le port est au sud, répond la ministre"
    first = after_dateline(page, first, before)
    while first < before - 1 and (words[first].text in "-–—•" or words[first].lower in ("et", "mais", "or", "car")):
        first += 1
    return first


def _quote_before(page: Page, index: int) -> tuple[tuple[int, int], bool]:
    """The quotation right before an inserted cue, with the report's own words that lead into it."""
    quote = page.quotes[index]
    text = page.parsed.text
    while quote.continues and index > 0 and not page.quotes[index - 1].closed:
        index -= 1
        quote = page.quotes[index]
    last = page.quotes[index]
    sentence = page.sentence_at(quote.start)
    if sentence is None:
        return (quote.inner_start, last.inner_end), True
    lead = text[sentence.start : quote.start].strip(" \u00a0\u202f-–—•")
    plain = lead.rstrip(" ,").lower() in ("", "et", "mais", "or", "car", "puis", "ou", "oui", "non", "donc")
    plain = plain or not any(c.isalpha() and c not in "hH" for c in lead)  # "12:30 | « ... »"
    if plain or lead.endswith(":") or "»" in lead[-3:]:
        return (quote.inner_start, quote.inner_end), True
    return page.trim(sentence.start, quote.end), False


def _after(page: Page, hit: Hit, end: int, limit: int, direct: bool, left: tuple[int, int]) -> tuple[int, int] | None:
    """The rest of what is said, behind the inserted cue."""
    parsed, words = page.parsed, page.parsed.words
    if end >= limit or words[end].text in ".!?":
        return None
    char = words[end].start
    upcoming = [q for q in page.quotes_in(char, words[limit - 1].end) if q not in page.claimed]
    at = end + 1 if words[end].text in ",:–—" else end
    joined = at > end or hit.clitic >= 0  # else the quotation is a name inside the speaker's ("l'émission « X »")
    if upcoming and joined and page.quotes[upcoming[0]].start <= words[min(at, limit - 1)].start + 1:
        quote = page.quotes[upcoming[0]]
        page.claimed.add(upcoming[0])
        return (quote.inner_start, quote.inner_end) if direct else page.trim(quote.start, quote.end)
    if direct or words[end].text not in ",:–—" or at >= limit:
        return None
    nxt = words[at]
    if words[end].text == ":" or hit.clitic >= 0 and _wants_subject(page, at, limit):
        stop = next((k for k in range(at, limit) if words[k].text == ";"), limit)
        return page.trim(nxt.start, words[stop - 1].end)
    finite = any(
        w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" and left[0] <= w.start < left[1]
        for w in words[parsed.at(*left)[0] : hit.first]
    )
    if finite and not (words[hit.word].head > end):
        return None
    if nxt.lower in ("qui", "dont", "et", "mais", "alors", "tandis", "lors", "en", "avant", "après") and finite:
        return None
    if any(h.form == "participle" and h.word == at for h in page.by_sentence.get(nxt.sent, ())):
        return None
    if finite and not any(w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in words[at:limit]):
        return None  # an apposition to the speaker
    stop = limit
    for other in page.by_sentence.get(nxt.sent, ()):
        if other.first > at and words[other.first - 1].text == "," and (other.form == "participle" or other.clitic >= 0):
            stop = other.first - 1
            break
    piece = page.trim(nxt.start, words[stop - 1].end)
    return piece if piece[0] < piece[1] else None


def _wants_subject(page: Page, at: int, limit: int) -> bool:
    """ "Les chauffeurs, disent-ils, [se plaignaient …]": does a verb stand here whose subject is left of the cue?"""
    words = page.parsed.words
    while at < limit - 1 and words[at].lower in _BEFORE_VERB:
        at += 1
    return words[at].feat("VerbForm") == "Fin" and words[at].feat("Mood") in ("Ind", "Cnd")
