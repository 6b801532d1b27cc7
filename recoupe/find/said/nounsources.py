"""Nouns that report speech: "les accusations de X selon lesquelles", "l'annonce par le ministre que"."""

from __future__ import annotations

from recoupe.find.said.adverbials import OTHER_LINKS
from recoupe.find.said.page import Draft, Page
from recoupe.find.said.sourcenames import RELATIVES
from recoupe.find.who.attribution import Parties
from recoupe.lang.cues import noun_cues
from recoupe.parse.document import Parsed, Word


def noun_statements(page: Page, parties: Parties) -> None:
    """Statements whose cue is a noun with its clause: "les accusations américaines selon lesquelles ..."."""
    words, table = page.parsed.words, noun_cues()
    for word in words:
        named = word.pos == "NOUN" or (word.pos in ("VERB", "ADJ") and word.i > 0 and words[word.i - 1].pos == "DET")
        if (
            named
            and (cue := table.get(word.lemma) or (table.get(word.lower) if word.pos != "NOUN" else None))
            and page.quote_at(word.start) < 0
        ):
            found = _noun_content(page, parties, word, cue.frames)
            if found is None:
                continue
            start, end = page.trim(words[found[0]].start, words[found[1] - 1].end)
            if start < end:
                speakers, heads = noun_speaker(page, parties, word)
                page.add(Draft([(start, end)], page.mode(start, end), cue.act, (word.start, word.end), word.i, heads, speakers))
                page.claim(start, end)


def _noun_content(page: Page, parties: Parties, word: Word, frames: frozenset[str]) -> tuple[int, int] | None:
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[word.sent].last
    for k in range(word.i + 1, min(limit - 1, word.i + 12)):
        lower = words[k].lower
        if words[k].pos == "NOUN" and words[k].lemma in noun_cues():
            return None  # "la révélation des informations selon lesquelles": the nearer noun has the clause
        if lower == "selon" and words[k + 1].lower in RELATIVES and "selon" in frames:
            return k + 2, _relative_end(parsed, k + 2, limit)
        linked = words[k - 1].lower in OTHER_LINKS  # "une annonce alors que": no clause of the noun
        near = k <= word.i + 3 or k <= word.i + 7 and _by_party(page, parties, word.i, k)
        if lower in ("que", "qu'") and near and words[k].pos == "SCONJ" and "que" in frames and not linked:
            return k + 1, _relative_end(parsed, k + 1, limit)
        if (
            lower in ("de", "d'")
            and "de_inf" in frames
            and k + 1 < limit
            and words[k + 1].feat("VerbForm") == "Inf"
            and k <= word.i + 3
        ):
            return (k + 1, parsed.right[k + 1] + 1) if _owned(parsed, word) else None
        if words[k].text in ",;:." or words[k].feat("VerbForm") == "Fin":
            return None
    return None


def _by_party(page: Page, parties: Parties, noun: int, que: int) -> bool:
    """ "L'annonce de la ministre que", "l'annonce par Paul Denis que": whose it is stands between the noun and its clause."""
    words = page.parsed.words
    if words[noun + 1].lower not in ("de", "d'", "du", "par"):
        return False
    mention = parties.covering.get(que - 1)
    return mention is not None and parties.actors[mention.actor].kind in ("person", "role", "organisation")


def _owned(parsed: Parsed, word: Word) -> bool:
    """ "sa promesse de", "la promesse du ministre de": somebody's, or no statement."""
    return any(w.feat("Poss") == "Yes" for w in parsed.kids(word.i, "det")) or any(True for _ in parsed.kids(word.i, "nmod"))


def _relative_end(parsed: Parsed, first: int, limit: int) -> int:
    """The clause ends with the sentence, or where the verb of the main clause follows it: "... selon lesquelles Z a surpris"."""
    words = parsed.words
    verb = next((k for k in range(first, limit) if words[k].pos in ("VERB", "AUX") and words[k].feat("VerbForm") == "Fin"), None)
    if verb is None:
        return limit
    top = words[verb].head if words[verb].pos == "AUX" and words[verb].dep.startswith(("aux", "cop")) else verb
    end = parsed.right[top] + 1
    if end <= verb or end > limit:
        return limit
    rest = words[end:limit]
    return end if rest and any(w.pos in ("VERB", "AUX") or w.text in ",;" for w in rest) else limit


def noun_speaker(page: Page, parties: Parties, word: Word) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Whose accusation: an adjective of nationality, "de X", a possessive."""
    parsed = page.parsed
    for kid in parsed.kids(word.i, "amod", "nmod", "det", "acl"):
        if abs(kid.i - word.i) > 8:
            continue
        covering = parties.covering.get(kid.i)
        if kid.dep.startswith("amod") and covering is not None and covering.form == "adjective":
            return (covering.actor,), (kid.i,)
        if kid.feat("Poss") == "Yes" and covering is not None and covering.form == "possessive":
            return (covering.actor,), (kid.i,)
        case = next((w.lower for w in parsed.kids(kid.i, "case")), "")
        if (
            (kid.dep.startswith("nmod") or kid.pos == "PROPN")
            and case in ("de", "du", "des", "d'", "par")
            and parties.speaks(kid.i)
        ):
            return (), (kid.i,)
    return (), ()
