"""Quotations whose verb no table knows: "« ... », grimace-t-il", "« ... », nous glisse sa sœur". The inversion tells."""

from __future__ import annotations

from recoupe.find.attribution import Parties
from recoupe.find.content import Draft, Page
from recoupe.find.frames import sentence_like
from recoupe.parse.document import Word

_CLITICS = frozenset(("-il", "-elle", "-ils", "-elles", "-on"))
_OBJECTS = frozenset("nous me m' lui leur se s' y".split())
_LINKS = frozenset(
    "être avoir devenir rester sembler paraître figurer signifier".split()
)  # "« Il pleut », figure la phrase": nobody speaks
_REACH = 3  # words between the quotation and its verb: ", enfin, soupire-t-il"


def find_inversions(page: Page, parties: Parties) -> None:
    """Quotations that nothing claimed, with a verb and its inverted subject right behind them."""
    parsed, words = page.parsed, page.parsed.words
    for index, quote in enumerate(page.quotes):
        if index in page.claimed or not quote.closed or not sentence_like(page, index):
            continue
        within = parsed.at(quote.start, quote.end)
        sentence = parsed.sentences[words[within[-1]].sent]
        rest = words[within[-1] + 1 : sentence.last]
        if not rest or (rest[0].text != "," and parsed.text[quote.inner_end - 1 : quote.inner_end] not in ("?", "!", "…")):
            continue
        if rest[0].text == ",":
            rest = rest[1:]
        found = _clitic(rest) or _noun(page, rest, parties, opens=sentence.start >= quote.start - 1)
        if not found:
            continue
        first, last, head = found
        cue = (words[first].start, words[last].end)
        if words[first].lower == "est" and words[head].lower == "-il":  # "est-il précisé": nobody is named
            page.add(Draft([(quote.inner_start, quote.inner_end)], "direct", "say", cue, first, unspoken=True))
            page.claimed.add(index)
            continue
        page.add(Draft([(quote.inner_start, quote.inner_end)], "direct", "say", cue, first, (head,)))
        page.claimed.add(index)


def _clitic(rest: tuple[Word, ...]) -> tuple[int, int, int] | None:
    """ "soupire-t-il", "a-t-elle soufflé": the cue's first and last word, and the pronoun. Tags are often wrong here."""
    for k, word in enumerate(rest[1 : _REACH + 3], 1):
        if word.lower not in _CLITICS:
            continue
        verb = k - 2 if rest[k - 1].lower == "-t" and k >= 2 else k - 1
        if verb > _REACH or any(w.feat("VerbForm") == "Fin" for w in rest[:verb]) or not rest[verb].text[:1].islower():
            return None
        after = rest[k + 1] if k + 1 < len(rest) else None
        last = after.i if after is not None and after.feat("VerbForm") == "Part" else word.i
        return rest[verb].i, last, word.i
    return None


def _noun(page: Page, rest: tuple[Word, ...], parties: Parties, *, opens: bool) -> tuple[int, int, int] | None:
    """ "nous déclare sa sœur": a finite verb with only its subject behind it; the quotation opens the sentence."""
    if not opens:
        return None
    k = 1 if rest and rest[0].lower in _OBJECTS else 0
    if len(rest) < k + 2 or rest[k].pos != "VERB" or rest[k].feat("VerbForm") != "Fin" or rest[k].lemma in _LINKS:
        return None
    if len(rest) > k + 2 and rest[k + 1].pos == "ADV":
        rest = (*rest[: k + 1], *rest[k + 2 :])  # "argumente encore l'élu"
    if rest[k + 1].pos not in ("DET", "PROPN", "NOUN"):
        return None
    head = next((w for w in rest[k + 1 : k + 5] if w.pos in ("NOUN", "PROPN")), None)
    if head is None or not parties.speaks(head.i) or any(w.feat("VerbForm") == "Fin" for w in rest[k + 1 :]):
        return None
    return rest[0].i, rest[k].i, head.i
