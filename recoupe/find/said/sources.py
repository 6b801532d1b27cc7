"""Sources without a verb: "selon X", "d'après X", "de source policière", "les accusations de X selon lesquelles"."""

from __future__ import annotations

from recoupe.find.said.nounsources import noun_speaker
from recoupe.find.said.page import Draft, Page
from recoupe.find.said.sourced import is_short_lead, mode_of, next_line, opens_clause, told_pieces
from recoupe.find.said.sourcenames import WORDINGS, coordinated, giver_of, is_person, named_head, past_example, phrase_end
from recoupe.find.who.attribution import PAPERS, Parties
from recoupe.lang.cues import phrase_cues
from recoupe.parse.document import Parsed


def named_sources(page: Page, parties: Parties) -> None:
    """Statements whose cue is a phrase."""
    words, at = page.parsed.words, 0
    phrases = _by_first_word()
    while at < len(words):
        candidates = phrases.get(words[at].lower)
        found = next((p for p in candidates if _matches(page.parsed, at, p)), None) if candidates else None
        if found is not None:
            _source(page, parties, at, found)
            at += len(found)
        else:
            at += 1


def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for name in phrase_cues():
        parts = tuple(name.replace("'", "' ").split())
        table.setdefault(parts[0], []).append(parts)
    for rows in table.values():
        rows.sort(key=lambda p: (-len(p), p))
    return table


def _matches(parsed: Parsed, at: int, parts: tuple[str, ...]) -> bool:
    words = parsed.words
    if at + len(parts) >= len(words) or words[at].sent != words[at + len(parts) - 1].sent:
        return False
    return all(
        words[at + k].lower == part or (part == "de" and words[at + k].lower in ("d'", "du", "des"))
        for k, part in enumerate(parts)
    )


def _source(page: Page, parties: Parties, at: int, parts: tuple[str, ...]) -> None:
    """One phrase: what it names, and what is said by it."""
    parsed, words = page.parsed, page.parsed.words
    kind = next(iter(phrase_cues()[" ".join(parts).replace("' ", "'")].frames))
    sentence = parsed.sentences[words[at].sent]
    start = at + len(parts)
    head = named_head(page, parties, at, start, parts, sentence.last)
    if head < 0:
        return
    voiced = parts[-1] in ("source", "sources") or parties.speaks(head) or words[head].lower == "minutes"
    if parts[0] in ("si", "à") and not (voiced and parties.named(head)):
        return  # "si l'on en croit les retards de l'hiver": only a party is believed
    if kind == "through":
        if voiced:
            _through(page, at, start, head)
        return
    if words[start].lower == "qui":
        _relative_source(page, at, start, head, sentence.last)
        return
    opens = opens_clause(page, at, sentence.first) or kind == "before" and is_short_lead(words[sentence.first : at])
    end = phrase_end(parsed, head, sentence.last, opens)
    following = next_line(page, sentence.end, opens)
    if kind == "before" and not (voiced and opens and _leads(page, parties, parts, head, end, sentence.last, bool(following))):
        return
    if _taken_up(page, parties, at, head):
        return
    end = past_example(page, end, sentence.last) if opens else end
    pieces = following or told_pieces(page, at, end, opens)
    if not pieces:
        return
    mode, pieces = mode_of(page, pieces)
    heads = coordinated(parsed, head) if voiced else ()
    speakers: tuple[str, ...] = ()
    lemma = words[head].lemma.lower()
    told_by = head not in parties.at_head and lemma not in PAPERS and giver_of(parsed, head) >= 0
    if lemma in _CARRIERS | WORDINGS or told_by:
        giver = giver_of(page.parsed, head)
        whose = noun_speaker(page, parties, words[head]) if giver >= 0 and words[head].lemma.lower() in _SPOKEN else ((), ())
        if whose[1]:
            speakers, heads = whose  # "selon des propos du maire rapportés par l'agence": the maire said them
        elif giver >= 0:
            heads = (giver,)
        elif words[head].lemma.lower() in _CARRIERS:
            speakers, heads = noun_speaker(page, parties, words[head])
    cue = (words[at].start, words[start - 1].end)
    page.add(Draft(pieces, mode, "say", cue, -1, heads, speakers, limit=max(end - 1, head)))
    _claim(page, pieces)


def _relative_source(page: Page, at: int, start: int, head: int, limit: int) -> None:
    """ "un expert, pour qui le marbre « sent la machine »": what follows, up to the end of the clause."""
    words = page.parsed.words
    if not any(w.feat("VerbForm") == "Fin" for w in words[start + 1 : limit]):
        return
    told = any(h.last < head for h in page.by_sentence.get(words[at].sent, ()))
    if words[at].lower == "pour" and not told and not page.quotes_in(words[start].start, words[limit - 1].end):
        return  # "Paul Denis, pour qui deux ans avaient été requis, sort libre"
    piece = page.trim(words[start + 1].start, words[limit - 1].end)
    mode, pieces = mode_of(page, [piece])
    page.add(Draft(pieces, mode, "say", (words[at].start, words[start].end), -1, (head,), limit=at - 2))
    _claim(page, pieces)


def _leads(page: Page, parties: Parties, parts: tuple[str, ...], head: int, end: int, limit: int, quoted: bool) -> bool:
    """ "Pour X, ..." is a source only where X is a person or a body and a clause follows its comma."""
    words = page.parsed.words
    if end >= limit or words[end].text != "," or words[head].pos not in ("PROPN", "NOUN", "PRON"):
        return False
    if parts == ("pour",) and not is_person(parties, head):
        return False
    return quoted or any(w.feat("VerbForm") == "Fin" for w in words[end:limit])


_SELF = frozenset(("lui", "elle", "eux", "elles"))


def _taken_up(page: Page, parties: Parties, at: int, head: int) -> bool:
    """ "X veut changer des règles qui vont selon lui trop loin": within X's own statement it adds nothing."""
    words = page.parsed.words
    if words[head].lower not in _SELF:
        return False
    return any(d.heads and head not in d.heads for d in page.around(words[at].start))


def _claim(page: Page, pieces: list[tuple[int, int]]) -> None:
    for s, e in pieces:
        page.claim(s, e)
        if (index := page.quote_at(s)) >= 0:
            page.claimed.add(index)


# "selon les propos du maire": the maire speaks, not the propos.
_CARRIERS = frozenset(
    "propos information déclaration dire dires témoignage récit estimation chiffre calcul donnée mot terme parole "
    "constatation observation évaluation "
    "confidence aveu conclusion explication avis version prévision renseignement précision élément".split()
)
_SPOKEN = frozenset("propos déclaration dire dires témoignage récit confidence aveu parole mot".split())


def _through(page: Page, at: int, start: int, head: int) -> None:
    """ "..., a écrit le journal, citant X": X said it first."""
    words = page.parsed.words
    here = [d for d in page.in_sentence(words[at].sent) if d.cue]
    # "Le journal, citant X, affirme que": the one who cites stands before, his cue behind
    outer = [d for d in here if d.cue and d.cue[0] < words[at].start] or [d for d in here if d.heads and max(d.heads) < at]
    if outer:
        told = max(outer, key=lambda d: d.cue or (0, 0))
        pieces = [(s, min(e, words[at].start)) for s, e in told.pieces if s < words[at].start]
        # "Selon le journal, citant X, le pont est fermé": all that is told stands behind the source
        pieces = [page.trim(s, e) for s, e in pieces] or list(told.pieces)
        page.add(Draft(pieces, told.mode, "say", (words[at].start, words[start - 1].end), at, (head,)))
