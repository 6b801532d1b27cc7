"""Cues that stand after or inside what is said: "..., a-t-il ajouté", "« ... », dit X"."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.find.adverbials import skip_adverbials
from recoupe.find.attribution import Parties
from recoupe.find.content import after_dateline, ends_with_quote, que_clause
from recoupe.find.cueing import Hit
from recoupe.find.frames import sentence_like
from recoupe.find.nounphrases import agrees, phrase
from recoupe.find.page import Page, make_draft
from recoupe.find.subjects import subject_heads

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
    pieces, direct = _around(page, hit, place.before, end, place.inside, place.after_quote)
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
    stolen = bool(own) and k >= place.first and words[k].text == "," and _taken(page, parties, hit, own[-1], k)
    if hit.clitic < 0 and own and not stolen:
        return ()
    heads = _inserted_subject(page, parties, hit, place.after_quote >= 0, stolen)
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


def _told(page: Page, sentence: int, end: int) -> bool:
    """Does a finite verb stand before this word of the sentence?"""
    first = page.parsed.sentences[sentence].first
    return any(w.feat("VerbForm") == "Fin" for w in page.parsed.words[first:end])


def _taken(page: Page, parties: Parties, hit: Hit, subject: int, comma: int) -> bool:
    """Does the subject that the parser gives the cue belong to the clause before it, or to nobody who speaks?"""
    if _stolen(page, subject, comma):
        return True
    if not _told(page, page.parsed.words[subject].sent, comma):
        return False
    if not parties.speaks(subject):
        return True
    behind = subject_heads(page.parsed, hit, follows=True)  # "..., un arrêt qui n'a « aucun effet », a annoncé la direction"
    return bool(behind) and not parties.named(subject) and parties.named(behind[0])


def _stolen(page: Page, subject: int, comma: int) -> bool:
    """ "Le trafic reprendra lundi, a indiqué la SNCF": the parser gives the cue the subject of the clause before."""
    words = page.parsed.words
    between = words[subject + 1 : comma]
    if words[comma - 1].lower in ("lui", "elle", "eux", "elles", "part", "côté") and not _told(page, words[subject].sent, comma):
        return False  # "L'état-major, lui, assure ...": the subject, taken up
    if not between or phrase(page.parsed, subject)[1] >= comma:
        return True
    relatives = ("qui", "dont", "où", "que", "qu'", "lequel", "laquelle")
    first = next((w for w in between if w.lower in relatives or w.feat("VerbForm") == "Fin"), None)
    return first is not None and first.lower not in relatives  # a verb of its own before any relative clause


def _inserted_subject(page: Page, parties: Parties, hit: Hit, after_quote: bool, stolen: bool) -> tuple[int, ...]:
    """The clitic or the noun phrase after the verb. Without a quotation before it the parser must agree."""
    if hit.clitic >= 0:
        learnt = _learnt_from(page, hit) if hit.cue.name == "apprendre" else _by_source(page, parties, hit)
        return (learnt if learnt >= 0 else hit.clitic,)
    words = page.parsed.words
    heads = subject_heads(page.parsed, hit, follows=True)
    if not heads or not parties.speaks(heads[0]) or len(heads) == 1 and not agrees(page.parsed, hit, heads[0]):
        return ()
    if not after_quote and "X_de" in hit.cue.frames and not (parties.named(heads[0]) and _ends_clause(page, hit)):
        return ()  # "L'épouse, une Nantaise, accusait son mari": the one accused
    if (named := _named_behind(page, parties, heads)) >= 0:
        return (named,)
    if stolen and "N" in hit.cue.frames and not parties.named(heads[0]):
        return ()
    if stolen:
        return heads
    is_subject = page.parsed.words[heads[0]].dep.startswith("nsubj") and page.parsed.words[heads[0]].head == hit.word
    if not after_quote and not is_subject and "N" in hit.cue.frames and not parties.named(heads[0]):
        return ()
    return (
        heads
        if after_quote
        or is_subject
        or words[hit.first if words[hit.first].lemma == "tenir" else hit.word].dep
        in ("parataxis", "ROOT", "dep", "conj", "acl", "advcl")
        else ()
    )


def _ends_clause(page: Page, hit: Hit) -> bool:
    """ "L'eau est polluée, accuse l'association.": a clause with its own verb, a comma, and nobody accused of anything behind."""
    words = page.parsed.words
    sentence = page.parsed.sentences[words[hit.word].sent]
    behind = words[hit.last + 1 : sentence.last]
    stop = next((k for k, w in enumerate(behind) if w.text in ",;:"), len(behind))
    governed = any(w.feat("VerbForm") == "Inf" or w.lower in ("pour", "que", "qu'") for w in behind[:stop])
    return words[hit.first - 1].text == "," and not governed and _told(page, words[hit.word].sent, hit.first)


def _named_behind(page: Page, parties: Parties, heads: tuple[int, ...]) -> int:
    """ "a estimé le numéro un du parti, Paul Denis.": the name between commas that ends the insertion; -1 without one."""
    words, head = page.parsed.words, heads[0]
    at = head + 1
    while at < len(words) and words[at].text != "," and words[at].sent == words[head].sent and at < head + 9:
        if words[at].feat("VerbForm") == "Fin" or words[at].text in ".;:»«":
            return -1
        at += 1
    if at + 1 >= len(words) or words[at].text != "," or words[head].pos == "PROPN":
        return -1
    mention = parties.covering.get(at + 1)
    actor = parties.actors.get(mention.actor) if mention else None
    if mention is None or actor is None or mention.form != "name" or actor.kind != "person":
        return -1
    behind = page.parsed.at(mention.span.end, mention.span.end + 2)
    apart = mention.span.start == words[at + 1].start and (not behind or words[behind[0]].text in ",.;»()")
    return mention.head if apart else -1


def _by_source(page: Page, parties: Parties, hit: Hit) -> int:
    """ "a-t-on précisé de même source", "martèle-t-on à la préfecture": that source, that body."""
    words = page.parsed.words
    if not words[hit.clitic].lower.endswith("on"):
        return -1
    limit = min(page.parsed.sentences[words[hit.word].sent].last, hit.last + 7)
    at = next((k for k in range(hit.last + 1, min(limit, hit.last + 4)) if words[k].lower in ("à", "au", "chez")), limit)
    body = next((parties.covering.get(k) for k in range(at + 1, min(limit, at + 4)) if words[k].pos in ("NOUN", "PROPN")), None)
    if body is not None and parties.actors[body.actor].kind == "organisation":
        return body.head
    of = next((k for k in range(hit.last + 1, limit) if words[k].lower in ("de", "d'")), limit)
    return next((k for k in range(of + 1, min(limit, of + 4)) if words[k].lemma.lower() == "source"), -1)


def _learnt_from(page: Page, hit: Hit) -> int:
    """ "a-t-on appris auprès du parquet", "apprend-on de source judiciaire": the source after the preposition."""
    words = page.parsed.words
    limit = page.parsed.sentences[words[hit.word].sent].last
    for k in range(hit.last + 1, min(limit, hit.last + 9)):
        if words[k].lower in ("de", "du", "des", "d'", "auprès", "par"):
            return next((j for j in range(k + 1, min(limit, k + 6)) if words[j].pos in ("NOUN", "PROPN")), -1)
    return -1


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


def _around(page: Page, hit: Hit, before: int, end: int, inside: int, after_quote: int) -> tuple[list[tuple[int, int]], bool]:
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
    if direct or words[end].text not in ",–—" or at >= limit:
        return None
    nxt = words[at]
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
