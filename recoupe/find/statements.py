"""Who said what in one report: cues and quotations in, statements with their speakers out. Nobody is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from recoupe.find.attribution import Parties, is_pronoun, phrase, preceding_heads, subject_heads
from recoupe.find.content import (
    Draft,
    Page,
    after_dateline,
    ends_with_quote,
    infinitive,
    noun_phrase,
    que_clause,
    skip_adverbials,
    stretch,
)
from recoupe.find.continuation import carry_on, first_persons, free_speech, machine_text
from recoupe.find.cueing import Hit, find_hits
from recoupe.find.sources import named_sources, noun_statements
from recoupe.parse.document import Parsed
from recoupe.types import Actor, Mention, Span, Statement, make_id

_BEFORE_INCISE = frozenset(',»”"!?…-–—)')
_CONTENT_ACTS = frozenset(("announce", "deny", "praise", "criticise", "request", "promise", "accuse", "agree"))


def find_statements(
    parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor], times: Sequence[Any] = ()
) -> tuple[tuple[Statement, ...], tuple[Mention, ...], tuple[Actor, ...]]:
    """Statements in order, and the mentions and actors with the speakers and first persons that only statements show."""
    parties = Parties(parsed, mentions, actors)
    page = Page(parsed, find_hits(parsed))
    inserted = _insertions(page, parties)
    _introductions(page, parties)
    for hit in page.hits:
        if hit.word not in inserted:
            _governed(page, parties, hit)
    _trailing(page, parties)
    noun_statements(page, parties)
    named_sources(page, parties)
    _signed(page, parties)
    _bare_names(page, parties)
    drafts = _settle(page, parties)
    drafts = carry_on(page, parties, drafts)
    drafts = free_speech(page, drafts)
    statements = _records(page, parties, drafts, times)
    first_persons(page, parties, statements)
    return (
        statements,
        tuple(sorted(parties.mentions, key=lambda m: (m.span.start, -m.span.end, m.id))),
        tuple(parties.actors.values()),
    )


# -- inserted cues: "..., a-t-il ajouté", "« ... », dit X" ---------------------------------------------------------------------------


def _insertions(page: Page, parties: Parties) -> set[int]:
    """Statements whose cue stands after, or inside, what is said; the cue words they used."""
    return {hit.word for hit in page.hits if _insertion(page, parties, hit)}


def _insertion(page: Page, parties: Parties, hit: Hit) -> bool:
    parsed, words = page.parsed, page.parsed.words
    if hit.form != "finite" or hit.passive:
        return False
    sentence = parsed.sentences[words[hit.word].sent]
    k = hit.first - 1
    like = k >= sentence.first and words[k].lower == "comme"
    k -= like
    inside = page.quote_at(words[hit.word].start)
    after_quote = ends_with_quote(page, words[hit.first].start)
    bare = k >= sentence.first and words[k].text not in _BEFORE_INCISE and not like
    if bare and (inside >= 0 or words[k].pos in ("PRON", "SCONJ", "CCONJ", "ADP") or hit.clitic >= 0):
        return False
    if hit.cue.frames == {"quote"} and after_quote < 0 and inside < 0 and hit.clitic < 0:
        return False
    if k < sentence.first and (after_quote < 0 or words[hit.first].text[:1].isupper()):
        return False
    own = [w.i for w in parsed.kids(hit.word, "nsubj") if w.i < hit.first and _outside(page, w.start, inside)]
    stolen = bool(own) and k >= sentence.first and words[k].text == "," and _stolen(page, own[-1], k)
    if hit.clitic < 0 and own and not stolen:
        return False
    heads = _inserted_subject(page, parties, hit, after_quote >= 0, stolen)
    if not heads or (hit.cue.act != "say" and "quote" not in hit.cue.frames and "que" not in hit.cue.frames):
        return False
    if words[heads[0]].lower in ("-je", "-tu", "-vous") or (
        inside >= 0 and hit.clitic < 0 and after_quote < 0 and words[k].text != ","
    ):
        return False
    end = _insertion_end(page, hit, heads)
    bare = bare and after_quote < 0
    told = any(w.feat("VerbForm") == "Fin" for w in words[sentence.first : hit.first])
    if bare and not (
        told
        and "quote" in hit.cue.frames
        and "N" not in hit.cue.frames
        and end < sentence.last
        and words[end].text == "."
        and k - sentence.first > 4
    ):
        return False  # "... dans la ville explique Ouest-France.": no comma, yet nothing but the cue and its subject
    if (
        (after := skip_adverbials(parsed, hit.last + 1, sentence.last)) < sentence.last
        and words[after].lower in ("que", "qu'")
        and after <= hit.last + 2
    ):
        return False
    if inside >= 0 and after_quote < 0 and hit.clitic < 0 and (end >= sentence.last or words[end].text not in ',»”"'):
        return False
    pieces, direct = _around(page, hit, k, end, inside, after_quote)
    if not pieces:
        return False
    mode = (
        "direct" if direct else "mixed" if any(page.quotes_in(s, e) or page.quote_at(s) >= 0 for s, e in pieces) else "indirect"
    )
    page.drafts.append(_draft(page, hit, pieces, mode, heads))
    if inside >= 0:
        page.claimed.add(inside)
    for start, stop in pieces:
        page.claim(start, stop)
        if (index := page.quote_at(start)) >= 0:
            page.claimed.add(index)
    return True


def _outside(page: Page, char: int, inside: int) -> bool:
    return page.quote_at(char) in (-1, inside)


def _stolen(page: Page, subject: int, comma: int) -> bool:
    """ "Le trafic reprendra lundi, a indiqué la SNCF": the parser gives the cue a subject that belongs to the clause before it."""
    words = page.parsed.words
    between = words[subject + 1 : comma]
    if not between or phrase(page.parsed, subject)[1] >= comma:
        return True
    relative = any(w.lower in ("qui", "dont", "où", "que", "qu'", "lequel", "laquelle") for w in between)
    return not relative and any(w.feat("VerbForm") == "Fin" for w in between)


def _inserted_subject(page: Page, parties: Parties, hit: Hit, after_quote: bool, stolen: bool) -> tuple[int, ...]:
    """The clitic or the noun phrase after the verb. Without a quotation before it the parser must agree that it is the subject."""
    if hit.clitic >= 0:
        learnt = _learnt_from(page, hit) if hit.cue.name == "apprendre" else -1
        return (learnt if learnt >= 0 else hit.clitic,)
    heads = subject_heads(page.parsed, hit, follows=True)
    if not heads or not parties.speaks(heads[0]):
        return ()
    if stolen and "N" in hit.cue.frames and not parties.named(heads[0]):
        return ()
    if stolen:
        return heads
    is_subject = page.parsed.words[heads[0]].dep.startswith("nsubj") and page.parsed.words[heads[0]].head == hit.word
    if not after_quote and not is_subject and "N" in hit.cue.frames:
        return ()
    return (
        heads
        if after_quote or is_subject or page.parsed.words[hit.word].dep in ("parataxis", "ROOT", "dep", "conj", "acl", "advcl")
        else ()
    )


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
    return index - 1 if page.quotes[index - 1].closed and not gap.strip() and "\n" not in gap else -1


def _left_edge(page: Page, first: int, before: int) -> int:
    """Where the reported clause begins: the sentence, or after a semicolon."""
    words = page.parsed.words
    for k in range(before - 1, first, -1):
        if words[k].text == ";" and page.quote_at(words[k].start) < 0:
            return k + 1
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


# -- a cue before a quotation: "X a prévenu : « ... »" -------------------------------------------------------------------------------


def _introductions(page: Page, parties: Parties) -> None:
    """Quotations after a colon: their cue stands before it, or only a name does."""
    text, words, parsed = page.parsed.text, page.parsed.words, page.parsed
    for index, quote in enumerate(page.quotes):
        if index in page.claimed:
            continue
        k = quote.start - 1
        while k >= 0 and text[k].isspace():
            k -= 1
        if k < 0 or text[k] != ":":
            continue
        colon = parsed.at(k, k + 1)
        if not colon or words[colon[0]].text[-1:] != ":" or "\n" in text[k : quote.start].replace("\n", "", 2):
            continue
        _introduced(page, parties, index, colon[0])


def _introduced(page: Page, parties: Parties, index: int, colon: int) -> None:
    parsed, words = page.parsed, page.parsed.words
    quote = page.quotes[index]
    if machine_text(parsed.text[quote.inner_start : quote.inner_end]):
        return
    sentence = parsed.sentences[words[colon].sent]
    hits = [h for h in page.by_sentence.get(words[colon].sent, ()) if h.last < colon and page.quote_at(words[h.word].start) < 0]
    pieces = [(quote.inner_start, quote.inner_end)]
    for hit in reversed(hits):
        if hit.cue.name in ("vouloir", "aimer"):
            continue
        if {"quote", "que", "de_N", "N"} & hit.cue.frames:
            heads = subject_heads(parsed, hit) or subject_heads(parsed, hit, follows=True)
            heads = heads if heads and parties.speaks(heads[0]) else ()
            page.drafts.append(_draft(page, hit, pieces, "direct", heads))
            page.claimed.add(index)
            return
    heads = _colon_speaker(page, parties, sentence.first, colon)
    if heads and " " in parsed.text[quote.inner_start : quote.inner_end] and quote.mark != "'":
        page.drafts.append(Draft(pieces, "direct", "say", None, -1, heads))
        page.claimed.add(index)


def _colon_speaker(page: Page, parties: Parties, first: int, colon: int) -> tuple[int, ...]:
    """ "Emmanuel Macron : « ... »", "Sur Twitter, le ministre réagit : « ... »": the name, or the subject of the clause."""
    parsed, words = page.parsed, page.parsed.words
    stretch = words[first:colon]
    verb = next((w for w in stretch if w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin"), None)
    if verb is not None:
        root = next((w for w in stretch if w.head == w.i or not first <= w.head < colon), verb)
        subject = next((w.i for w in parsed.kids(root.i, "nsubj") if w.i < colon), -1)
        return (subject,) if subject >= 0 and _is_party(page, parties, subject) else ()
    names = [w for w in stretch if w.pos in ("PROPN", "NOUN", "PRON") and not w.dep.startswith("flat")]
    if not names or len(stretch) > 24:
        return ()
    head = next((w.i for w in names if _is_party(page, parties, w.i) and (w.pos == "PROPN" or w.i == names[0].i)), -1)
    return (head,) if head >= 0 else ()


def _is_party(page: Page, parties: Parties, head: int) -> bool:
    """A known actor or a proper name that may speak; a common noun only when the reports' actors list it."""
    mention = parties.mention_of(head)
    if mention is not None:
        actor = parties.actors.get(mention.actor)
        return actor is None or actor.kind != "place"
    word = page.parsed.words[head]
    return (
        is_pronoun(word)
        or word.pos == "PROPN"
        or any(k.pos == "PROPN" and k.i - head <= 8 for k in page.parsed.kids(head, "appos", "flat"))
    )


def _trailing(page: Page, parties: Parties) -> None:
    """A quotation some way behind its cue: "a dit en conférence de presse, à propos de la grève, « ... »"."""
    parsed, words = page.parsed, page.parsed.words
    for index, quote in enumerate(page.quotes):
        within = parsed.at(quote.start, quote.end)
        if index in page.claimed or len(within) < 6 or machine_text(parsed.text[quote.inner_start : quote.inner_end]):
            continue
        sent = words[within[0]].sent
        hits = [h for h in page.by_sentence.get(sent, ()) if h.last < within[0] and {"quote", "que"} & h.cue.frames]
        if not hits or page.quote_at(words[hits[-1].word].start) >= 0:
            continue
        hit = hits[-1]
        between = words[hit.last + 1 : within[0]]
        if len(between) > 18 or any(w.feat("VerbForm") == "Fin" or w.text in ";:" or w.lower in ("que", "qu'") for w in between):
            continue
        heads = _speaker(page, parties, hit)
        if not heads or not parties.speaks(heads[0]) or any(d.cue_word == hit.word for d in page.drafts):
            continue
        if not any(words[i].feat("VerbForm") == "Fin" for i in within):
            continue
        page.drafts.append(_draft(page, hit, [(quote.inner_start, quote.inner_end)], "direct", heads))
        page.claimed.add(index)


# -- a cue that governs a clause or a phrase ----------------------------------------------------------------------------------------


def _governed(page: Page, parties: Parties, hit: Hit) -> None:
    """One cue with its frames, the most telling construction first."""
    parsed, words = page.parsed, page.parsed.words
    inside = page.quote_at(words[hit.word].start)
    heads = _speaker(page, parties, hit)
    if heads and words[heads[0]].lower in ("je", "j'", "nous", "tu", "vous", "ce", "c'", "cela", "ça"):
        return
    if heads and not parties.speaks(heads[0]):
        return
    final = words[parsed.sentences[words[hit.word].sent].last - 1]
    if final.text == "?" and inside < 0 and page.quote_at(final.start) < 0:
        return
    if not heads and hit.form == "infinitive":
        return
    if hit.form == "participle" and not heads:
        return
    generic = bool(heads) and words[heads[0]].lower == "on"
    found = _content(page, hit, heads)
    if (
        found is None
        and hit.passive
        and heads
        and "N" in hit.cue.frames
        and hit.cue.act in ("say", "announce", "deny", "criticise")
    ):
        found = _passive_subject(page, hit)
    if found is None:
        return
    kind, (first, last) = found
    if generic and kind != "que":
        return
    if inside >= 0 and (kind != "que" or not heads or words[heads[0]].pos != "PROPN"):
        return
    if kind in ("N", "de_N", "adj", "X_pour", "quote") and not heads:
        return
    if hit.passive and not heads and kind != "que" and hit.cue.act != "accuse":
        return
    if kind == "N" and not _telling(page, parties, hit, heads, first, last):
        return
    if hit.passive and heads and first < heads[0] < last:
        last = next((k for k in range(heads[0], first, -1) if words[k].lower == "par"), last)
    if first >= last or any(first <= h < last for h in heads):
        return
    start, end = page.trim(words[first].start, words[last - 1].end)
    if start >= end:
        return
    if inside >= 0:
        end = min(end, page.quotes[inside].inner_end)
    mode = page.mode(start, end) if inside < 0 else "indirect"
    if kind == "quote" and (index := page.quote_at(start)) >= 0 and end == page.quotes[index].end and _sentence_like(page, index):
        mode, start, end = "direct", page.quotes[index].inner_start, page.quotes[index].inner_end
        page.claimed.add(index)
    page.drafts.append(_draft(page, hit, [(start, end)], mode, heads))
    if inside < 0:
        page.claim(start, end)


def _speaker(page: Page, parties: Parties, hit: Hit) -> tuple[int, ...]:
    """Heads of the cue's subject: by the tree, by word order when the tree names something that cannot speak, or of the cue before it."""
    heads = subject_heads(page.parsed, hit)
    words = page.parsed.words
    index = page.quote_at(words[heads[0]].start) if heads else -1
    if (
        index >= 0 > page.quote_at(words[hit.word].start)
        and len(page.parsed.at(page.quotes[index].start, page.quotes[index].end)) > 6
    ):
        heads = ()  # a subject inside a quotation does not speak outside it
    if (
        hit.form == "finite"
        and heads
        and words[hit.word].dep == "conj"
        and parties.mention_of(heads[0]) is None
        and words[heads[0]].pos == "NOUN"
    ):
        # "X assure que l'avion a été visé et réclame des excuses": a thing that the first cue speaks of does not speak itself.
        outer = [d for d in page.drafts if d.cue and d.heads and d.cue[1] <= words[heads[0]].start < d.end]
        if outer:
            return outer[-1].heads
    if hit.form == "finite" and heads and not hit.passive and not parties.speaks(heads[0]) and words[heads[0]].lower != "qui":
        other = preceding_heads(page.parsed, hit)
        return other if other and other != heads and parties.speaks(other[0]) else heads
    if hit.form == "participle":
        cues = [d for d in page.drafts if d.cue and d.heads and d.cue[1] <= words[hit.first].start]
        if cues and heads and cues[-1].start <= words[heads[0]].start < cues[-1].end and words[hit.first - 1].text == ",":
            return cues[-1].heads  # ", ajoutant que": hangs on the reported clause, belongs to the cue
    weak = not heads or not parties.speaks(heads[0]) or (words[hit.word].dep.startswith("acl") and not parties.named(heads[0]))
    if hit.form != "finite" and weak:
        sentence = page.parsed.sentence_of(hit.word)
        cues = [d for d in page.drafts if d.cue and d.heads and sentence.start <= d.cue[0] < words[hit.first].start]
        return max(cues, key=lambda d: d.cue or (0, 0)).heads if cues else ()
    return heads


def _sentence_like(page: Page, index: int) -> bool:
    """Does the quotation begin like a sentence and hold a finite verb?"""
    quote, words = page.quotes[index], page.parsed.words
    return page.parsed.text[quote.inner_start].isupper() and any(
        words[i].pos in ("VERB", "AUX") and words[i].feat("VerbForm") == "Fin"
        for i in page.parsed.at(quote.inner_start, quote.inner_end)
    )


def _content(page: Page, hit: Hit, heads: tuple[int, ...]) -> tuple[str, tuple[int, int]] | None:
    frames = hit.cue.frames
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    if "que" in frames and (found := que_clause(page, hit)):
        return "que", found
    if "X_de" in frames:
        if found := infinitive(page, hit, ("de", "d'"), hit.last + 1):
            return "X_de", found
        if found := _marked_noun(page, hit, ("de", "d'"), ("«", "“", '"')) or (
            _marked_noun(page, hit, ("de", "d'"), ()) if hit.passive else None
        ):
            return "X_de", found
        if hit.cue.act == "accuse" and (found := _charge(page, hit)):
            return "X_de", found
        if "N" not in frames:
            return _attribute(page, hit)
    if "X_à" in frames and (found := infinitive(page, hit, ("à",), hit.last + 1)):
        return "X_à", found
    if "X_à" in frames:
        if quoted := _quoted_object(page, hit):
            return "quote", quoted
        at = hit.last + 1
        if hit.cue.name == "appeler" and not hit.passive and at + 1 < limit and words[at].lower in ("à", "au", "aux"):
            return "de_N", (at + 1, stretch(page, hit, at + 1, at + 2, commas=False))
        return None
    if "X_pour" in frames and (
        found := infinitive(page, hit, ("pour",), hit.last + 1) or _marked_noun(page, hit, ("pour",), None)
    ):
        return "X_pour", found
    if "de_inf" in frames and (found := infinitive(page, hit, ("de", "d'"))):
        return "de_inf", found
    if "à_inf" in frames and (found := infinitive(page, hit, ("à",))):
        return "à_inf", found
    if ("inf" in frames or "que" in frames) and not hit.reflexive and (found := infinitive(page, hit, ("",))):
        if "inf" in frames or any(w.lower in ("avoir", "être") for w in words[found[0] : found[0] + 4]):
            return "inf", found
    if "adj" in frames:
        at = hit.last + 1
        while at < limit and words[at].pos == "ADV":
            at += 1
        if (
            at < limit
            and (words[at].pos in ("ADJ", "VERB", "ADP", "NOUN") or words[at].text in '«“"')
            and words[at].text not in ",.;:"
        ):
            index = page.quote_at(words[at].start)
            if index >= 0:
                return "adj", (at, parsed.at(page.quotes[index].start, page.quotes[index].end)[-1] + 1)
            return "adj", (hit.last + 1, stretch(page, hit, at, max(at + 1, _phrase_end(page, hit, at)), commas=False))
    if "de_N" in frames:
        at = hit.last + 1
        while at < limit and words[at].pos == "ADV":
            at += 1
        if at < limit and words[at].lower in ("de", "d'", "du", "des"):
            start = at + 1 if words[at].lower in ("de", "d'") else at
            return "de_N", (start, stretch(page, hit, at, max(at + 1, _phrase_end(page, hit, at)), commas=False))
    if "si" in frames and (at := skip_adverbials(parsed, hit.last + 1, limit)) < limit and words[at].lower in ("si", "s'"):
        return "si", (at + 1, limit)
    if "X_à" not in frames and hit.cue.name == "vouloir":
        found = infinitive(page, hit, ("",))
        if found and page.quotes_in(words[found[0]].start, words[found[1] - 1].end):
            return "quote", found
    if found := _quoted_object(page, hit):
        return "quote", found
    if hit.cue.name in _JUDGING and (found := _judged(page, hit)):
        return "quote", found
    if "N" in frames and (found := noun_phrase(page, hit)):
        return "N", found
    return None


_ADMITTING = frozenset(("reconnaître", "avouer", "admettre"))
_FAULTS = frozenset(
    "responsabilité implication participation fait erreur tort faute défaite échec culpabilité manquement crime meurtre vol retard "
    "existence difficulté déception".split()
)


_TOLL = frozenset(
    "mort blessé victime personne disparu tué hospitaliser rescapé survivant manifestant arrestation interpellation".split()
)


def _passive_subject(page: Page, hit: Hit) -> tuple[str, tuple[int, int]] | None:
    """ "L'attentat a été revendiqué par X": the subject is what is said."""
    kid = next((w for w in page.parsed.kids(hit.word, "nsubj") if w.i < hit.first and w.pos in ("NOUN", "PROPN")), None)
    return ("passive", phrase(page.parsed, kid.i)) if kid else None


def _phrase_end(page: Page, hit: Hit, at: int) -> int:
    """End of a complement that starts at `at`: what hangs on it, cut at the next cue."""
    from recoupe.find.content import clause_end

    parsed, words = page.parsed, page.parsed.words
    if words[at].pos == "ADP" or words[at].pos == "DET":
        child = words[at].head if words[at].head > at else at + 1
    else:
        child = at
    return clause_end(page, hit, child if parsed.right[min(child, len(words) - 1)] >= at else None, at)


def _marked_noun(page: Page, hit: Hit, marks: tuple[str, ...], openers: tuple[str, ...] | None) -> tuple[int, int] | None:
    """ "accuser X de « mensonge »", "féliciter X pour sa résistance": the noun phrase behind the mark."""
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    for k in range(hit.last + 1, min(limit - 1, hit.last + 20)):
        word = words[k]
        breaks = word.lower in ("que", "qu'", "qui", "dont") or (word.pos == "CCONJ" and words[k + 1].pos in ("VERB", "AUX"))
        if word.text in ";:." or (breaks and not openers):
            return None
        if word.lower in marks:
            if openers and words[k + 1].text not in openers:
                continue
            target = word.head if word.head > k else k + 1
            if openers is None and words[target].feat("VerbForm") == "Inf":
                continue  # "salué le rôle de X pour apaiser": a purpose
            end = _phrase_end(page, hit, target) if parsed.right[target] >= k + 1 else k + 2
            return k + 1, stretch(page, hit, k + 1, max(end, k + 2), commas=False)
    return None


def _charge(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "accuser son employeur de harcèlement": the complement in de that hangs on the verb itself."""
    parsed = page.parsed
    for kid in parsed.kids(hit.word, "obl", "nmod", "iobj"):
        case = next((w for w in parsed.kids(kid.i, "case") if w.lower in ("de", "d'")), None)
        if case and case.i > hit.last and kid.pos in ("NOUN", "PROPN"):
            return case.i + 1, max(parsed.right[kid.i] + 1, case.i + 2)
    words = parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    found = None
    for k in range(hit.last + 2, min(limit - 1, hit.last + 14)):
        if words[k].text in ",;:." or words[k].feat("VerbForm") == "Fin":
            break
        if words[k].lower in ("de", "d'") and words[k + 1].pos == "NOUN":
            found = k + 1, stretch(page, hit, k + 1, k + 2, commas=False)
    return found


_JUDGING = frozenset(("juger", "estimer", "considérer", "trouver"))


def _judged(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "juge la mesure « inutile »": the object and what is said of it between quotation marks."""
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    for q in page.quotes_in(words[hit.last].end, words[limit - 1].end):
        within = parsed.at(page.quotes[q].start, page.quotes[q].end)
        between = words[hit.last + 1 : within[0]] if within else ()
        if within and within[0] - hit.last < 14 and not any(w.feat("VerbForm") == "Fin" or w.text in ",;:" for w in between):
            return hit.last + 1, within[-1] + 1
        return None
    return None


def _attribute(page: Page, hit: Hit) -> tuple[str, tuple[int, int]] | None:
    """ "qualifier X de Y" without quotation marks: too weak to be a statement."""
    found = _quoted_object(page, hit)
    return ("quote", found) if found else None


def _quoted_object(page: Page, hit: Hit) -> tuple[int, int] | None:
    """A quotation right behind the cue, or as the heart of its object: "a dénoncé un « crime »", "évoque « trois auteurs »"."""
    parsed, words = page.parsed, page.parsed.words
    if not {"quote", "que", "de_N", "X_à", "adj"} & hit.cue.frames:
        return None
    limit = parsed.sentences[words[hit.word].sent].last
    at = skip_adverbials(parsed, hit.last + 1, limit)
    k = at
    while k < limit and words[k].pos in ("DET", "ADP", "ADJ", "NUM", "ADV") and k < at + 4 and page.quote_at(words[k].start) < 0:
        k += 1
    for first in (at, hit.last + 1):
        for q in page.quotes_in(words[first].start if first < limit else 10**9, words[min(k + 1, limit - 1)].end):
            title = first > hit.last + 1 and not _speaks_up(page, q)
            if q not in page.claimed and not title and page.quotes[q].start <= words[min(k, limit - 1)].start + 1:
                end_word = parsed.at(page.quotes[q].start, min(page.quotes[q].end, words[limit - 1].end))
                start = at if at <= end_word[0] else end_word[0]
                last = end_word[-1] + 1
                if start < end_word[0] and (found := noun_phrase(page, hit)) and found[0] <= end_word[0] < found[1]:
                    last = max(last, found[1])
                return start, last
    return None


def _speaks_up(page: Page, index: int) -> bool:
    """Not a title: it begins in lower case or holds a finite verb."""
    quote, words = page.quotes[index], page.parsed.words
    within = page.parsed.at(quote.inner_start, quote.inner_end)
    return page.parsed.text[quote.inner_start].islower() or any(words[i].feat("VerbForm") == "Fin" for i in within)


def _telling(page: Page, parties: Parties, hit: Hit, heads: tuple[int, ...], first: int, last: int) -> bool:
    """Is a cue with a mere noun phrase speech here? Its subject must be a party, and the verb one that is mostly said."""
    words = page.parsed.words
    if hit.cue.name == "compter":
        return words[first].pos == "NUM" and parties.named(heads[0]) and any(w.lemma in _TOLL for w in words[first:last])
    if page.quotes_in(words[first].start, words[last - 1].end):
        return True
    if hit.form == "infinitive" or last - first < 2:
        return False
    if hit.cue.act == "say" and hit.cue.name in ("évoquer", "détailler", "exposer", "décrire", "résumer", "formuler", "énoncer"):
        indefinite = hit.cue.name == "évoquer" and words[first].lower in ("un", "une", "des") and parties.named(heads[0])
        return indefinite or any(w.pos == "NUM" for w in words[first:last])
    if hit.cue.name in _ADMITTING:
        return any(w.lemma in _FAULTS for w in words[first:last])
    if hit.cue.name in ("estimer", "évaluer", "chiffrer"):
        return any(w.pos == "NUM" for w in words[first:last])
    head = words[heads[0]]
    return head.pos in ("PROPN", "PRON") or parties.mention_of(heads[0]) is not None or parties.speaks(heads[0])


# -- names without a cue ------------------------------------------------------------------------------------------------------------


def _signed(page: Page, parties: Parties) -> None:
    """A quotation in a box: its paragraph holds nothing else, the next one is a dash and a name ("— Ada Lovelace, mathématicienne")."""
    parsed, words = page.parsed, page.parsed.words
    for index, quote in enumerate(page.quotes):
        if index in page.claimed:
            continue
        line_end = parsed.text.find("\n", quote.end)
        if (
            line_end < 0
            or parsed.text[quote.end : line_end].strip(" \u00a0.")
            or parsed.text[: quote.start].rpartition("\n")[2].strip()
        ):
            continue
        following = parsed.text[line_end:].lstrip()
        if following[:1] not in ("—", "–", "-"):
            continue
        at = parsed.at(len(parsed.text) - len(following), len(parsed.text) - len(following) + 60)
        head = next((i for i in at if words[i].pos in ("PROPN", "NOUN")), -1)
        sentence = parsed.sentences[words[head].sent] if head >= 0 else None
        if sentence is None or any(w.feat("VerbForm") == "Fin" for w in words[sentence.first : sentence.last]):
            continue
        page.drafts.append(Draft([(quote.inner_start, quote.inner_end)], "direct", "say", None, -1, (head,)))
        page.claimed.add(index)


def _bare_names(page: Page, parties: Parties) -> None:
    """ "« ... », Jean Dupont, maire." and "« ... » (Jean Dupont)": after the quotation only a name until the stop."""
    parsed, words = page.parsed, page.parsed.words
    for index, quote in enumerate(page.quotes):
        if index in page.claimed or not quote.closed:
            continue
        if (person := _set_off(page, parties, index)) >= 0:
            page.drafts.append(Draft([(quote.start, quote.end)], "mixed", "say", None, -1, (person,)))
            page.claimed.add(index)
            continue
        within = parsed.at(quote.start, quote.end)
        if not within:
            continue
        sentence = parsed.sentences[words[within[-1]].sent]
        rest = [w for w in words[within[-1] + 1 : sentence.last]]
        if (
            len(rest) > 3
            and rest[0].text == ":"
            and not page.parsed.text[sentence.start : quote.start].strip()
            and _sentence_like(page, index)
        ):
            _headed(page, parties, index, rest[1].i, sentence.last)
            continue
        if len(rest) < 2 or len(rest) > 16 or rest[0].text not in ",(–—":
            continue
        if any(w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in rest) or sentence.start < quote.start:
            continue
        head = next((w.i for w in rest if w.pos in ("PROPN", "NOUN")), -1)
        if head < 0 or words[head].pos != "PROPN" or not _is_party(page, parties, head):
            continue
        page.drafts.append(Draft([(quote.inner_start, quote.inner_end)], "direct", "say", None, -1, (head,)))
        page.claimed.add(index)


def _set_off(page: Page, parties: Parties, index: int) -> int:
    """ "La ministre, « estomaquée », ...": the person whom a quotation between commas follows; -1 if none."""
    quote, words, text = page.quotes[index], page.parsed.words, page.parsed.text
    within = page.parsed.at(quote.start, quote.end)
    if not within or within[0] < 2 or words[within[0] - 1].text != "," or text[quote.end : quote.end + 2].strip()[:1] != ",":
        return -1
    if words[within[0] - 1].sent != words[within[0]].sent or not text[quote.inner_start].islower():
        return -1
    mention = parties.covering.get(within[0] - 2)
    actor = parties.actors.get(mention.actor) if mention else None
    return within[0] - 2 if actor and actor.kind in ("person", "role", "group") else -1


def _headed(page: Page, parties: Parties, index: int, first: int, last: int) -> None:
    """ "« Je pars » : Paul Lestang quitte la mairie": the quotation comes first, the person acts behind the colon."""
    words, quote = page.parsed.words, page.quotes[index]
    subjects = [w.i for w in words[first:last] if w.dep.startswith("nsubj")]
    heads = (subjects[0],) if subjects and _is_party(page, parties, subjects[0]) and words[subjects[0]].pos == "PROPN" else ()
    page.drafts.append(Draft([(quote.inner_start, quote.inner_end)], "direct", "say", None, -1, heads))
    page.claimed.add(index)


# -- records ------------------------------------------------------------------------------------------------------------------------


def _draft(page: Page, hit: Hit, pieces: list[tuple[int, int]], mode: str, heads: tuple[int, ...]) -> Draft:
    words = page.parsed.words
    return Draft(pieces, mode, hit.cue.act, (words[hit.first].start, words[hit.last].end), hit.word, heads)  # type: ignore[arg-type]


def _settle(page: Page, parties: Parties) -> list[Draft]:
    """In order, one for the same words and cue, with their actors."""
    drafts: list[Draft] = []
    seen: set[tuple[object, ...]] = set()
    for draft in sorted(page.drafts, key=lambda d: (d.start, -d.end, d.cue or (0, 0))):
        key = (tuple(draft.pieces), draft.cue)
        if key in seen or any(s >= e for s, e in draft.pieces):
            continue
        seen.add(key)
        drafts.append(draft)
    spoken = sorted(drafts, key=lambda d: (d.cue or (d.start, d.end), d.start))
    for k, draft in enumerate(spoken):
        if not draft.speakers:
            draft.speakers = _same_voice(page, spoken[:k], draft) or tuple(
                dict.fromkeys(a for h in draft.heads if (a := parties.actor(h)))
            )
    return drafts


_ADDING = frozenset(("ajouter", "poursuivre", "conclure", "renchérir", "insister", "enchaîner", "compléter"))
_GENDER = {"il": "Masc", "elle": "Fem", "-il": "Masc", "-elle": "Fem", "-t-il": "Masc", "-t-elle": "Fem"}


def _same_voice(page: Page, before: list[Draft], draft: Draft) -> tuple[str, ...]:
    """ "..., a-t-il ajouté": the one who spoke last, at most two sentences ago, when gender and number allow it."""
    words = page.parsed.words
    if len(draft.heads) != 1 or draft.cue_word < 0 or words[draft.heads[0]].lower not in _GENDER:
        return ()
    pronoun = words[draft.heads[0]]
    if not pronoun.lower.startswith("-") and words[draft.cue_word].lemma not in _ADDING:
        return ()
    last = next((d for d in reversed(before) if d.heads and d.speakers and d.cue != draft.cue), None)
    if last is None or len(last.speakers) != 1 or pronoun.sent - words[last.heads[0]].sent > 3:
        return ()
    head = words[last.heads[0]]
    if head.lower in _GENDER:
        return last.speakers if _GENDER[head.lower] == _GENDER[pronoun.lower] else ()
    gender = head.feat("Gender") if head.pos == "NOUN" else None
    return last.speakers if gender in (None, _GENDER[pronoun.lower]) and head.feat("Number") != "Plur" else ()


def _records(page: Page, parties: Parties, drafts: list[Draft], times: Sequence[Any]) -> tuple[Statement, ...]:
    parsed, out = page.parsed, []
    used: set[str] = set()
    for draft in drafts:
        pieces = sorted(draft.pieces)
        spans = tuple(Span(parsed.report, s, e) for s, e in pieces)
        identity = make_id("s", parsed.report, pieces[0][0], pieces[-1][1], draft.cue[0] if draft.cue else None)
        if identity in used:
            continue
        used.add(identity)
        speaker = draft.speakers[0] if len(draft.speakers) == 1 else draft.speakers or None
        cue = Span(parsed.report, *draft.cue) if draft.cue else None
        content = tuple(i for s, e in pieces for i in parsed.at(s, e))
        out.append(
            Statement(
                identity, spans, draft.mode, draft.act, cue, speaker, _speaker_span(page, draft), _addressee(page, parties, draft, content),
                _time(page, draft, times), draft.cue_word, content, draft.speakers, None,
            )
        )  # fmt: skip
    return tuple(_nest(out))


def _speaker_span(page: Page, draft: Draft) -> Span | None:
    if not draft.heads:
        return None
    bounds = [phrase(page.parsed, h) for h in draft.heads]
    first, last = min(b[0] for b in bounds), max(b[1] for b in bounds)
    return page.parsed.span(first, last)


def _addressee(page: Page, parties: Parties, draft: Draft, content: tuple[int, ...]) -> str | None:
    if draft.cue_word < 0:
        return None
    inside = set(content)
    for kid in page.parsed.kids(draft.cue_word, "iobj", "obl"):
        if kid.i in inside or kid.i in draft.heads:
            continue
        case = next((w.lower for w in page.parsed.kids(kid.i, "case")), "")
        if kid.dep.startswith("iobj") or case in ("à", "au", "aux", "devant", "auprès"):
            mention = parties.mention_of(kid.i)
            actor = parties.actors.get(mention.actor) if mention else None
            if mention and actor and (actor.kind not in ("place", "state") or case != "à"):
                return mention.actor
    return None


def _time(page: Page, draft: Draft, times: Sequence[Any]) -> str | None:
    """The time that hangs on the cue, outside what is said."""
    if draft.cue_word < 0 or draft.cue is None:
        return None
    parsed, words = page.parsed, page.parsed.words
    sentence = parsed.sentences[words[draft.cue_word].sent]
    best: tuple[int, Any] | None = None
    for time in times:
        span = time.span
        if (
            span is None
            or span.start < sentence.start
            or span.end > sentence.end
            or any(s <= span.start < e for s, e in draft.pieces)
        ):
            continue
        within = parsed.at(span.start, span.end)
        hangs = any(words[i].head == draft.cue_word for i in within)
        distance = min(abs(span.start - draft.cue[1]), abs(draft.cue[0] - span.end))
        if (hangs or distance <= 2) and (best is None or distance < best[0]):
            best = (distance, time)
    return make_id("w", parsed.report, best[1].span.start, best[1].span.end) if best else None


def _nest(statements: list[Statement]) -> list[Statement]:
    """Point every statement at the smallest one whose words hold its cue and its words."""
    from dataclasses import replace

    out = []
    for one in statements:
        start, end = one.spans[0].start, one.spans[-1].end
        if one.cue:
            start, end = min(start, one.cue.start), max(end, one.cue.end)
        parents = [
            (s.end - s.start, other.id)
            for other in statements
            if other is not one
            for s in other.spans
            if s.start <= start and end <= s.end and (s.end - s.start) > (one.spans[-1].end - one.spans[0].start)
        ]
        out.append(replace(one, parent=min(parents)[1]) if parents else one)
    return out
