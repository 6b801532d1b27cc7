"""Sources without a verb: "selon X", "d'après X", "de source policière", "les accusations de X selon lesquelles"."""

from __future__ import annotations

from recoupe.find.attribution import PAPERS, Parties
from recoupe.find.content import OTHER_LINKS, Draft, Page, after_dateline
from recoupe.find.subjects import OFFICES, phrase
from recoupe.lang.cues import noun_cues, phrase_cues
from recoupe.parse.document import Parsed, Word
from recoupe.types import Mode

_RELATIVES = frozenset(("laquelle", "lequel", "lesquelles", "lesquels"))
# "selon la loi", "selon les cas": a rule or a measure, not a voice.
_RULES = frozenset(
    "loi règle règlement terme cas critère méthode type âge besoin situation calendrier circonstance procédure principe "
    "ordre nature norme niveau saison région pays date moyen goût habitude tradition coutume usage façon manière "
    "modalité formule toute toutes humeur degré importance taille heure jour position ligne schéma modèle logique "
    "scénario possibilité disponibilité mode vraisemblance apparence protocole constitution article convention traité "
    "accord expression acronyme sigle nom surnom appellation orthographe graphie traduction définition".split()
)
_BOUNDARY = frozenset((";", ":"))


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
    head = _named(page, parties, at, start, parts, sentence.last)
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
    opens = _opens(page, at, sentence.first) or kind == "before" and _short_lead(words[sentence.first : at])
    end = _phrase_end(parsed, head, sentence.last, opens)
    following = _next_line(page, sentence.end, opens)
    if kind == "before" and not (voiced and opens and _leads(page, parties, parts, head, end, sentence.last, bool(following))):
        return
    if _taken_up(page, parties, at, head):
        return
    end = _past_example(page, end, sentence.last) if opens else end
    pieces = following or _pieces(page, at, end, opens)
    if not pieces:
        return
    mode, pieces = _mode(page, pieces)
    heads = _coordinated(parsed, head) if voiced else ()
    speakers: tuple[str, ...] = ()
    lemma = words[head].lemma.lower()
    told_by = head not in parties.at_head and lemma not in PAPERS and _giver(parsed, head) >= 0
    if lemma in _CARRIERS | _WORDINGS or told_by:
        giver = _giver(page.parsed, head)
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
    mode, pieces = _mode(page, [piece])
    page.add(Draft(pieces, mode, "say", (words[at].start, words[start].end), -1, (head,), limit=at - 2))
    _claim(page, pieces)


def _mode(page: Page, pieces: list[tuple[int, int]]) -> tuple[Mode, list[tuple[int, int]]]:
    """Direct, without its marks, where a quotation is all that is said."""
    if not any(page.quotes_in(s, e) or page.quote_at(s) >= 0 for s, e in pieces):
        return "indirect", pieces
    index = page.quote_at(pieces[0][0]) if len(pieces) == 1 else -1
    if index >= 0 and pieces[0][1] in (page.quotes[index].end, page.quotes[index].inner_end):
        return "direct", [(page.quotes[index].inner_start, page.quotes[index].inner_end)]
    return "mixed", pieces


def _named(page: Page, parties: Parties, at: int, start: int, parts: tuple[str, ...], limit: int) -> int:
    """Head of the noun phrase that the phrase names; -1 where it is no source ("selon la loi", inside a quotation)."""
    words = page.parsed.words
    if start < limit and words[start].lower == "qui" and parts in (("pour",), ("selon",), ("d'", "après")):
        return _before_relative(page, parties, at)
    if start >= limit or page.quote_at(words[at].start) >= 0 or words[start].lower in _RELATIVES | {"que", "qu'"}:
        return -1
    near = page.cues_before(words[at].start)
    if any(0 <= words[at].start - cue[1] <= 14 and words[word].lemma == "apprendre" for cue, word in near):
        return -1  # "apprend-on de source judiciaire" is one cue
    if parts[-1] in ("source", "sources"):
        told = words[start].pos in ("ADJ", "ADP", "NOUN", "VERB") and words[start].text not in ",."
        return start - 1 if told else -1
    head = _head(words, start, limit)
    if head >= 0 and words[head].lemma.lower() in _WORDINGS and _giver(page.parsed, head) >= 0:
        return head
    return -1 if head >= 0 and words[head].lemma.lower() in _RULES else head


def _before_relative(page: Page, parties: Parties, at: int) -> int:
    """ "affirme un expert, pour qui le marbre est faux": the person or body right before the comma; -1 if none."""
    words = page.parsed.words
    if at < 2 or words[at - 1].text != "," or page.quote_at(words[at].start) >= 0:
        return -1
    mention = parties.covering.get(at - 2)
    actor = parties.actors.get(mention.actor) if mention else None
    if mention is not None and actor is not None and actor.kind in ("person", "role", "organisation", "group"):
        return mention.head if mention.head >= 0 else at - 2
    head = next((k for k in range(at - 2, max(-1, at - 6), -1) if words[k].pos in ("NOUN", "PROPN")), -1)
    return head if head >= 0 and parties.named(head) and parties.speaks(head) else -1


def _leads(page: Page, parties: Parties, parts: tuple[str, ...], head: int, end: int, limit: int, quoted: bool) -> bool:
    """ "Pour X, ..." is a source only where X is a person or a body and a clause follows its comma."""
    words = page.parsed.words
    if end >= limit or words[end].text != "," or words[head].pos not in ("PROPN", "NOUN", "PRON"):
        return False
    if parts == ("pour",) and not _person(parties, head):
        return False
    return quoted or any(w.feat("VerbForm") == "Fin" for w in words[end:limit])


def _past_example(page: Page, end: int, limit: int) -> int:
    """ "Selon plusieurs experts, dont Rita Kassel, directrice d'un institut, le chef est mort": over who is named among them."""
    words = page.parsed.words
    if end + 2 < limit and words[end].lower == "qui":  # "Selon Le Courrier qui cite ses amis, le maire partira"
        return next((k for k in range(end + 2, limit) if words[k].text == ","), end)
    if (
        end + 2 < limit and words[end].text == "," and words[end + 1].lower == "qui"
    ):  # "Selon le journal, qui a révélé les faits, ..."
        return next((k for k in range(end + 2, limit) if words[k].text == ","), end)
    if end + 1 >= limit or words[end].text != "," or words[end + 1].lower not in ("dont", "notamment"):
        return end
    verb = next((k for k in range(end + 1, limit) if words[k].feat("VerbForm") == "Fin"), limit)
    return next((k for k in range(verb - 1, end, -1) if words[k].text == ","), end) if verb < limit else end


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


# "selon le terme employé par la SNCF": a word is somebody's only where the report says whose.
_WORDINGS = frozenset("terme expression formule bilan décompte communiqué document texte note résultat liste".split())
_GIVEN = frozenset(
    "communiqué fourni donné publié diffusé transmis livré avancé dressé établi annoncé employé utilisé rendu dévoilé recueilli "
    "présenté tenu rapporté relayé révélé divulgué obtenu recueilli collecté compilé consulté confirmé publiée".split()
)


_SPOKEN = frozenset("propos déclaration dire dires témoignage récit confidence aveu parole mot".split())


def _giver(parsed: Parsed, head: int) -> int:
    """ "des chiffres communiqués par la compagnie": the noun behind "par"; -1 without one."""
    words = parsed.words
    limit = min(parsed.sentences[words[head].sent].last, head + 9)
    told = next((k for k in range(head + 1, limit) if words[k].lower.rstrip("es") in _GIVEN or words[k].lower in _GIVEN), limit)
    for k in range(told + 1, limit):
        if words[k].text in ",.;:" or words[k].feat("VerbForm") == "Fin":
            return -1
        if words[k].lower == "par":
            after = range(k + 1, min(limit + 2, k + 6))
            # "l'exploitant": a noun that the tagger may take for a participle
            return next(
                (j for j in after if words[j].pos in ("NOUN", "PROPN") or words[j].pos == "VERB" and words[j - 1].pos == "DET"),
                -1,
            )
    return -1


def _next_line(page: Page, end: int, opens: bool) -> list[tuple[int, int]]:
    """ "Pour la procureure, «" and a line break: the quotation is the next line."""
    text = page.parsed.text
    if not opens or text[end - 1] not in '«“"':
        return []
    following = page.quotes_in(end, end + 4)
    if not following or not page.quotes[following[0]].continues:
        return []
    page.claimed.add(following[0])
    return [(page.quotes[following[0]].inner_start, page.quotes[following[0]].inner_end)]


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


_AGENTS = (
    "teur",
    "trice",
    "ien",
    "ienne",
    "iste",
    "logue",
    "aire",
    "eure",
    "avocat",
    "avocate",
    "maire",
    "ministre",
    "chef",
    "juge",
)


def _person(parties: Parties, head: int) -> bool:
    """ "Pour X, ..." names a source only when X is a person or a body; "pour cette raison" never."""
    mention = parties.mention_of(head)
    actor = parties.actors.get(mention.actor) if mention else None
    if actor is not None:
        return actor.kind in ("person", "organisation", "role", "group") and mention is not None and mention.form != "possessive"
    word = parties.parsed.words[head]
    return word.lower in ("lui", "elle", "eux", "elles") or (
        word.pos == "NOUN"
        and parties.speaks(head)
        and (word.lemma.endswith(_AGENTS) or word.lemma in OFFICES or _standing(parties, head))
    )


def _standing(parties: Parties, head: int) -> bool:
    """Named as a party, and no broadcast or paper: "pour cette dernière émission" names no source."""
    return parties.named(head) and parties.parsed.words[head].lemma.lower() not in PAPERS


def _head(words: tuple[Word, ...], start: int, limit: int) -> int:
    for k in range(start, min(limit, start + 8)):
        word = words[k]
        if k == start and word.lower == "ce" and k + 3 < limit and words[k + 1].lower in ("que", "qu'"):
            # "selon ce que rapportent des médias": the subject behind the verb
            return next((j for j in range(k + 3, min(limit, k + 8)) if words[j].pos in ("NOUN", "PROPN")), -1)
        if word.lower in ("un", "une") and k > start and words[k - 1].lower == "l'":
            continue  # "selon l'un de ses proches"
        if word.text == "20" and k + 1 < limit and words[k + 1].lower == "minutes":
            return k + 1  # a newspaper
        quoted = (
            (k == start or words[k - 1].text in '«“"') and word.text[:1].isupper() and word.pos in ("PROPN", "X", "NUM", "ADJ")
        )
        quoted = quoted or k > start and words[k - 1].text in '«“"' and word.text[:1].isupper()
        if quoted or word.pos in ("NOUN", "PROPN") or (word.pos == "PRON" and word.lower not in ("que", "ce")):
            one = words[start].lower == "l'" and words[start + 1].lower in ("un", "une")
            named = one and k + 2 < limit and words[k + 1].text == "," and words[k + 2].pos == "PROPN"
            return k + 2 if named else k  # "selon l'un de ses proches, Paul Denis, ..."
        if word.pos not in ("DET", "ADJ", "NUM", "ADV", "ADP") and word.text not in '«“"':
            return -1
    return -1


def _coordinated(parsed: Parsed, head: int) -> tuple[int, ...]:
    single = parsed.words[head].pos == "NOUN" and any(k.feat("Number") == "Sing" for k in parsed.kids(head, "det"))
    more = [
        k.i
        for k in parsed.kids(head, "conj")
        if not single or k.text[0].isupper() or any(parsed.kids(k.i, "det"))  # "l'ancien ministre et député": one person
        if k.pos in ("NOUN", "PROPN") and k.i - head < 8 and any(w.lower in ("et", "ou") for w in parsed.words[head : k.i])
    ]
    return (head, *more)


_CONNECTIVES = frozenset(
    "néanmoins pourtant aussi enfin surtout en effet par ailleurs outre de plus ainsi toutefois cependant or mais et donc fait , "
    "conséquent".split()
)


def _short_lead(lead: tuple[Word, ...]) -> bool:
    """ "À l'inverse, pour X, ...": a few words and a comma before the phrase."""
    return 1 < len(lead) < 7 and lead[-1].text == "," and lead[0].pos == "ADP" and not any(w.pos in ("VERB", "AUX") for w in lead)


def _opens(page: Page, at: int, first: int) -> bool:
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


def _phrase_end(parsed: Parsed, head: int, limit: int, opens: bool) -> int:
    """First word after the source's name and its apposition."""
    words = parsed.words
    at = max(phrase(parsed, head)[1], head + 1)
    if at < limit and words[at].text == "(":
        at = next((k + 1 for k in range(at, min(limit, at + 8)) if words[k].text == ")"), at)
    if any(w.text == "," for w in words[head:at]):
        # The hull may have swallowed the clause: stop at its first comma unless an apposition follows.
        at = next(k for k in range(head, at) if words[k].text == ",")
    while at < limit and words[at].pos in ("PROPN", "ADJ") and words[at - 1].text != ",":
        at += 1
    while (
        at < limit
        and words[at].text not in ",;:.–—)"
        and words[at].pos in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON")
        and not words[at].dep.startswith("nsubj")
    ):
        if words[at].pos == "DET" and words[at - 1].pos not in ("ADP",) and words[at].head != head:
            break
        at += 1
    if opens and at < limit and words[at].text != ",":
        comma = next((k for k in range(at, min(limit, head + 32)) if words[k].text in ",;:"), -1)
        if comma > 0 and words[comma].text == "," and not any(w.feat("VerbForm") == "Fin" for w in words[head:comma]):
            at = comma
    if at + 1 < limit and words[at].text == "," and _apposition(words, at + 1, limit):
        close = next((k for k in range(at + 1, min(limit, at + 18)) if words[k].text == ","), -1)
        if close > 0 and not any(w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in words[at:close]):
            return close
    return at


def _apposition(words: tuple[Word, ...], at: int, limit: int) -> bool:
    word = words[at]
    name = at
    while name < limit and words[name].pos == "PROPN":
        name += 1
    if at < name < limit and words[name].text == ",":
        return True  # "selon sa directrice, Hélène Faure, le train ..."
    if word.pos == "DET" and any(w.pos == "NOUN" and w.lemma.lower() in OFFICES for w in words[at + 1 : at + 3]):
        return True  # "pour Jean Morel, le président du club, ..."
    if word.lower in ("du", "de", "d'", "des") and any(w.text == "," for w in words[at : min(limit, at + 9)]):
        return True  # "selon Paul Lestang, du collectif des riverains, ..."
    participle = word.pos == "VERB" and word.feat("VerbForm") == "Part"
    return (
        (participle or word.pos in ("NOUN", "ADJ") and word.text[:1].islower())
        or (word.pos == "PROPN" and word.dep in ("appos",))
        or (word.pos == "DET" and at + 1 < limit and words[at + 1].dep == "appos")
    )


def _pieces(page: Page, at: int, end: int, opens: bool) -> list[tuple[int, int]]:
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
        if words[k].text == ";" and page.quote_at(words[k].start) < 0:
            left = k + 1
            break
    left = max(left, after_dateline(page, first, at))
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


def _inserted(page: Page, cue: int) -> bool:
    """Does what this cue reports stand before it?"""
    return any(d.cue_word == cue and d.cue and d.end <= d.cue[0] for d in page.in_sentence(page.parsed.words[cue].sent))


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
        if lower == "selon" and words[k + 1].lower in _RELATIVES and "selon" in frames:
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
