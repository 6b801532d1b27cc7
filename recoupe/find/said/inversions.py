"""Quotations whose verb no table knows: "« ... », grimace-t-il", "« ... », nous glisse sa sœur". The inversion tells."""

from __future__ import annotations

from recoupe.find.said.frames import sentence_like
from recoupe.find.said.page import Draft, Page
from recoupe.find.who.attribution import Parties
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
        if index in page.claimed or not quote.closed:
            continue
        within = parsed.at(quote.start, quote.end)
        sentence = parsed.sentences[words[within[-1]].sent]
        rest = words[within[-1] + 1 : sentence.last]
        if not rest or (rest[0].text != "," and parsed.text[quote.inner_end - 1 : quote.inner_end] not in ("?", "!", "…")):
            continue
        if rest[0].text == ",":
            rest = rest[1:]
        lead = parsed.text[sentence.start : quote.start] if sentence.start < quote.start else ""
        opens = not any(c.isalpha() and c not in "hH" for c in lead)  # "18 h 20. « ... »": a live page
        found = _clitic(rest) if sentence_like(page, index) or opens else None
        found = found or (_noun(page, rest, parties, opens=opens) if sentence_like(page, index) else None)
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
    """ "nous déclare sa sœur", "a chanté avec humour Paul Denis": a verb, then its subject; the quotation opens the sentence."""
    if not opens:
        return None
    k = 1 if rest and rest[0].lower in _OBJECTS else 0
    if len(rest) < k + 2 or rest[k].lemma in _LINKS and rest[k].pos != "AUX":
        return None
    # "« ... », cingle le maire": no noun stands so without an article, whatever the tagger thinks
    mistaken = rest[k].pos == "NOUN" and rest[k].text.islower() and rest[k].lower[-1] in "et" and rest[k + 1].pos == "DET"
    if not mistaken and rest[k].feat("VerbForm") != "Fin":
        return None
    last = k
    if rest[k].pos == "AUX":  # a compound tense
        last = next((j for j in range(k + 1, min(len(rest), k + 4)) if rest[j].feat("VerbForm") == "Part"), -1)
        if last < 0 or rest[last].lemma in _LINKS:
            return None
    elif rest[k].pos != "VERB" and not mistaken:
        return None
    head = _subject(rest, last + 1)
    if head is None or not parties.speaks(head.i) or rest[last].feat("VerbForm") == "Part" and not parties.named(head.i):
        return None
    return rest[0].i, rest[last].i, head.i


def _subject(rest: tuple[Word, ...], at: int) -> Word | None:
    """The first noun that no preposition governs, when all that follows is its own: no verb but in a clause that hangs on it."""
    head, governed = None, False
    for k in range(at, min(len(rest), at + 9)):
        word = rest[k]
        if word.text in ",.;:" or word.feat("VerbForm") in ("Fin", "Inf") or word.pos in ("SCONJ", "PRON"):
            break
        if word.pos == "ADP":
            governed = True
        elif word.pos == "DET" or word.pos == "PROPN" and rest[k - 1].pos == "NOUN":
            governed = governed and word.pos == "DET" and rest[k - 1].pos == "ADP"
        if word.pos in ("NOUN", "PROPN"):
            if not governed:
                head = word
                break
            governed = False
    if head is None:
        return None
    behind = [w for w in rest if w.i > head.i]
    verb = next((k for k, w in enumerate(behind) if w.feat("VerbForm") == "Fin"), None)
    return head if verb is None or any(w.text == "," or w.lower in _HANGING for w in behind[:verb]) else None


_HANGING = frozenset("qui que qu' dont où alors lorsque lorsqu' quand avant après comme".split())
