"""What is told on the word of a source that a phrase names: the clause around "selon X"."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.find.said.content import after_dateline
from recoupe.find.said.page import Page
from recoupe.parse.document import Word
from recoupe.types import Mode

_BOUNDARY = frozenset((";", ":"))
_COUNT = 5  # words of a number with its noun: "au moins 8 000 personnes"


def mode_of(page: Page, pieces: list[tuple[int, int]]) -> tuple[Mode, list[tuple[int, int]]]:
    """Direct, without its marks, where a quotation is all that is said."""
    if not any(page.quotes_in(s, e) or page.quote_at(s) >= 0 for s, e in pieces):
        return "indirect", pieces
    index = page.quote_at(pieces[0][0]) if len(pieces) == 1 else -1
    if index >= 0 and pieces[0][1] in (page.quotes[index].end, page.quotes[index].inner_end):
        return "direct", [(page.quotes[index].inner_start, page.quotes[index].inner_end)]
    return "mixed", pieces


def next_line(page: Page, end: int, opens: bool) -> list[tuple[int, int]]:
    """ "Pour la procureure, «" and a line break: the quotation is the next line."""
    text = page.parsed.text
    if not opens or text[end - 1] not in '«“"':
        return []
    following = page.quotes_in(end, end + 4)
    if not following or not page.quotes[following[0]].continues:
        return []
    page.claimed.add(following[0])
    return [(page.quotes[following[0]].inner_start, page.quotes[following[0]].inner_end)]


_CONNECTIVES = frozenset(
    "néanmoins pourtant aussi enfin surtout en effet par ailleurs outre de plus ainsi toutefois cependant or mais et donc fait , "
    "conséquent".split()
)


def is_short_lead(lead: tuple[Word, ...]) -> bool:
    """ "À l'inverse, pour X, ...": a few words and a comma before the phrase."""
    return 1 < len(lead) < 7 and lead[-1].text == "," and lead[0].pos == "ADP" and not any(w.pos in ("VERB", "AUX") for w in lead)


def opens_clause(page: Page, at: int, first: int) -> bool:
    """Does the phrase stand at the head of its clause?"""
    words = page.parsed.words
    k = at - 1
    while k >= first and (
        words[k].lower
        in ("et", "mais", "or", "car", "ainsi", "toujours", "-", "–", "—", "•", "cependant", "toutefois", "que", "qu'")
        or words[k].text in ',"«“('
    ):
        k -= 1
    if all(w.lower in _CONNECTIVES for w in words[first:at]):
        return True
    if at - 2 >= first and words[at - 1].text == "," and words[at - 2].lower in ("que", "qu'", "et", "mais"):
        return True  # "tandis que, pour X, ..."
    return k < first or words[k].text in ";:" or words[at - 1].lower in ("que", "qu'", "et", "mais", "or", "car", "alors")


def told_pieces(page: Page, at: int, end: int, opens: bool) -> list[tuple[int, int]]:
    """What the source says: the clause around the phrase."""
    first, last = _clause(page, at, end)
    pieces = _right_of(page, end, last) if opens else _left_of(page, at, end, first, last)
    return [p for p in pieces if p[0] < p[1]]


def _clause(page: Page, at: int, end: int) -> tuple[int, int]:
    """Words [first, last) within which the source speaks: the sentence, the parenthesis or the reported clause around it."""
    parsed, words = page.parsed, page.parsed.words
    sentence = parsed.sentences[words[at].sent]
    first, last = sentence.first, sentence.last
    for draft in page.around(words[at].start):  # inside a reported clause only that clause is the source's
        if draft.cue_word >= 0 and len(draft.pieces) == 1 and draft.start > words[first].start:
            inner = parsed.at(draft.start, draft.end)
            first, last = max(first, inner[0]), min(last, inner[-1] + 1)
    for k in range(at - 1, first - 1, -1):
        if words[k].text == ")":
            break
        if words[k].text == "(":
            first = k + 1
            last = next((j for j in range(end, last) if words[j].text == ")"), last)
            break
    for hit in page.by_sentence.get(words[at].sent, ()):
        if hit.first > end and words[hit.first - 1].text in ",»" and (hit.clitic >= 0 or _inserted(page, hit.word)):
            last = min(last, hit.first - 1)
    return first, last


def _right_of(page: Page, end: int, last: int) -> list[tuple[int, int]]:
    """ "Selon X, ...": the rest of the clause; from its quotation on where only a few words lead into that."""
    parsed, words = page.parsed, page.parsed.words
    if end >= last:
        return []
    start = words[end].start
    if upcoming := page.quotes_in(start, words[last - 1].end):
        opening = page.quotes[upcoming[0]].start
        lead = words[end : parsed.at(opening, opening + 1)[0]]
        finite = any(w.feat("VerbForm") == "Fin" for w in lead)
        acting = any(
            w.dep.startswith("nsubj") for w in lead
        )  # "Selon X, le maire « n'a rien dit »": the quotation lacks its subject
        if lead and not finite and not acting and not any(w.pos == "DET" for w in lead[-3:]):
            start = opening
    return [page.trim(start, words[last - 1].end)]


def _left_of(page: Page, at: int, end: int, first: int, last: int) -> list[tuple[int, int]]:
    """ "..., selon X, ...": what stands before the phrase, and behind it where the clause goes on."""
    words = page.parsed.words
    left = first
    for k in range(at - 1, first, -1):
        other = words[k].lower in ("et", "mais") and words[k - 1].text == "," and _has_source(words[first:k])
        if (words[k].text == ";" or other) and page.quote_at(words[k].start) < 0:
            left = k + 1
            break
    left = max(left, after_dateline(page, first, at))
    if (number := _rival(words, at, end, left, last)) >= 0:
        return [page.trim(words[number].start, words[at].start)]
    while left < at and words[left].lower in ("et", "mais", "or", "car"):
        left += 1
    pieces = [page.trim(words[left].start, words[at].start)]
    finite = any(w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in words[left:at])
    if end + 1 < last and words[end].text in ",–—)":
        nxt = words[end + 1]
        aside = nxt.pos in ("CCONJ", "SCONJ") or nxt.lower in ("qui", "dont", "où", "ce", "tandis", "alors", "après")
        bare = not any(w.feat("VerbForm") == "Fin" for w in words[end + 1 : last])
        if not (finite and (aside or bare and nxt.pos in ("DET", "NOUN", "PROPN", "PRON"))) and (
            not finite or words[at - 1].text in ",–—("
        ):
            stop = next((k for k in range(end + 1, last) if words[k].text == ";"), last)
            pieces.append(page.trim(nxt.start, words[stop - 1].end))
    elif not finite and end < last and words[at - 1].text == ",":
        pieces.append(page.trim(words[end].start, words[last - 1].end))
    return pieces


def _rival(words: Sequence[Word], at: int, end: int, first: int, last: int) -> int:
    """Where the number begins that this source gives beside another's, or -1: "3 000 selon la CGT, | 1 800 selon la police"."""
    verb = next((k for k in range(first, last) if words[k].feat("VerbForm") == "Fin"), last)
    stop = at - 1 if words[at - 1].text == "," else at
    comma = next((k for k in range(stop - 1, first, -1) if words[k].text == "," or words[k].lower in ("et", "mais")), first - 1)
    told = words[comma + 1 : stop]
    counted = any(w.pos == "NUM" or w.text[:1].isdigit() for w in told)
    before = comma >= first and _has_source(words[first:comma])
    if at > verb:  # "…, 8 000 selon la CGT"
        return comma + 1 if before and counted and len(told) <= _COUNT else -1
    after = end < verb and words[end].text in (",", "et", "mais") and _has_source(words[end:verb])
    return comma + 1 if counted and (before or after) else -1


def _has_source(words: Sequence[Word]) -> bool:
    """Does one of these name a source: "douze caravanes [selon le camping], et une vingtaine selon les riverains"?"""
    return any(w.lower == "selon" or w.lower == "après" and words[n - 1].lower == "d'" for n, w in enumerate(words) if n)


def _inserted(page: Page, cue: int) -> bool:
    """Does what this cue reports stand before it?"""
    return any(d.cue_word == cue and d.cue and d.end <= d.cue[0] for d in page.in_sentence(page.parsed.words[cue].sent))
