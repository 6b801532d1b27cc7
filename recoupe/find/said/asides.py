"""Clauses of comparison that name a source: "Comme le relève X, ...", "..., ainsi que l'indique X", "comme X l'a rappelé"."""

from __future__ import annotations

from recoupe.find.said.cueing import Hit
from recoupe.find.said.page import Page, make_draft
from recoupe.find.said.subjects import subject_heads
from recoupe.find.who.attribution import Parties
from recoupe.find.who.nounphrases import TIMES, agrees, is_pronoun, phrase

_OBJECTS = frozenset(("le", "la", "l'"))
# "comme le prévoit la loi", "comme l'avait promis le maire": a rule and a vow, no report.
_NO_REPORT = frozenset(
    (
        "prévoir",
        "souhaiter",
        "vouloir",
        "espérer",
        "permettre",
        "promettre",
        "demander",
        "exiger",
        "ordonner",
        "décider",
        "proposer",
    )
)


def find_asides(page: Page, parties: Parties) -> set[int]:
    """Statements of which a clause with "comme" or "ainsi que" tells the source; the cue words they used."""
    return {hit.word for hit in page.hits if _aside(page, parties, hit)}


def _aside(page: Page, parties: Parties, hit: Hit) -> bool:
    """Is this cue the verb of such a clause? Then what stands beside the clause is the statement."""
    parsed, words = page.parsed, page.parsed.words
    if hit.form != "finite" or hit.passive or hit.cue.name in _NO_REPORT or page.quote_at(words[hit.word].start) >= 0:
        return False
    sentence = parsed.sentences[words[hit.word].sent]
    start = _opening(page, hit, sentence.first)
    if start < 0:
        return False
    heads = _subject(page, parties, hit, start)
    if not heads or not parties.speaks(heads[0]) or is_pronoun(words[heads[0]]):
        return False
    end = max(hit.last + 1, *(phrase(parsed, h)[1] for h in heads))
    signs = ",.;:)" if start > sentence.first and words[start - 1].text == "(" else ",.;:"
    close = next((k for k in range(end, min(sentence.last, end + 16)) if words[k].text in signs), -1)
    if close < 0 or words[close].text == ":" or any(w.feat("VerbForm") == "Fin" for w in words[end:close]):
        return False
    opens = start == sentence.first or words[start - 1].pos == "CCONJ"
    first, last = (close + 1, sentence.last) if opens else (sentence.first, start)
    if first >= last or not any(w.feat("VerbForm") == "Fin" for w in words[first:last]):
        return False
    pieces = [page.trim(words[first].start, words[last - 1].end)]
    half = words[first].lower in _HALVES and sum(w.feat("VerbForm") == "Fin" for w in words[first:last]) == 1
    if (
        not opens and half and any(w.feat("VerbForm") == "Fin" for w in words[close + 1 : sentence.last])
    ):  # "Si X part, comme le rappelle Y, Z sera élu"
        pieces.append(page.trim(words[close + 1].start, words[sentence.last - 1].end))
    page.add(make_draft(page, hit, pieces, page.mode(pieces[0][0], pieces[-1][1]), heads))
    page.claim(pieces[0][0], pieces[-1][1])
    return True


_HALVES = frozenset(("si", "s'", "quand", "lorsque", "lorsqu'", "alors", "bien"))


def _opening(page: Page, hit: Hit, floor: int) -> int:
    """Where the clause begins: at "comme", "ainsi que", at the head of the sentence or behind a comma; -1 without one."""
    words = page.parsed.words
    for k in range(hit.first - 1, max(floor - 1, hit.first - 9), -1):
        if words[k].lower == "comme":
            start = k
        elif words[k].lower in ("que", "qu'") and k > floor and words[k - 1].lower == "ainsi":
            start = k - 1
        elif words[k].text in ",;:.»" or words[k].feat("VerbForm") == "Fin":
            return -1
        else:
            continue
        clitic = any(w.lower in _OBJECTS for w in words[start + 1 : hit.word])
        apart = start == floor or words[start - 1].text in ",–—(" or words[start - 1].pos == "CCONJ"
        return start if clitic and apart else -1
    return -1


def _subject(page: Page, parties: Parties, hit: Hit, start: int) -> tuple[int, ...]:
    """The noun phrase behind the verb ("comme le relève X"), or the one before it ("comme X l'a relevé")."""
    parsed, words = page.parsed, page.parsed.words
    before = [
        k for k in range(start + 1, hit.first) if words[k].pos in ("NOUN", "PROPN", "PRON") and words[k].lower not in _OBJECTS
    ]
    if before:
        return (before[0],)
    heads = subject_heads(parsed, hit, follows=True)
    if not heads:  # "comme le révèle 20 Minutes": a number for the tagger
        near = (parties.covering.get(k) for k in range(hit.last + 1, min(len(words), hit.last + 7)))
        named = next((m for m in near if m is not None and parties.actors[m.actor].kind == "organisation"), None)
        if named is None or words[named.head].sent != words[hit.word].sent:
            return ()
        between = words[hit.last + 1 : named.head]
        return () if any(w.pos == "NOUN" and w.lemma.lower() not in TIMES for w in between) else (named.head,)
    return heads if heads and (len(heads) > 1 or agrees(parsed, hit, heads[0])) else ()
