"""Whom a phrase of source names, and where its name ends: "selon [sa directrice, Hélène Faure], …"."""

from __future__ import annotations

from recoupe.find.said.page import Page
from recoupe.find.who.attribution import PAPERS, Parties
from recoupe.find.who.nounphrases import OFFICES, phrase
from recoupe.parse.document import Parsed, Word

RELATIVES = frozenset(("laquelle", "lequel", "lesquelles", "lesquels"))
# "selon la loi", "selon les cas": a rule or a measure, not a voice.
_RULES = frozenset(
    "loi règle règlement terme cas critère méthode type âge besoin situation calendrier circonstance procédure principe "
    "ordre nature norme niveau saison région pays date moyen goût habitude tradition coutume usage façon manière "
    "modalité formule toute toutes humeur degré importance taille heure jour position ligne schéma modèle logique "
    "scénario possibilité disponibilité mode vraisemblance apparence protocole constitution article convention traité "
    "accord expression acronyme sigle nom surnom appellation orthographe graphie traduction définition".split()
)


def named_head(page: Page, parties: Parties, at: int, start: int, parts: tuple[str, ...], limit: int) -> int:
    """Head of the noun phrase that the phrase names; -1 where it is no source ("selon la loi", inside a quotation)."""
    words = page.parsed.words
    if start < limit and words[start].lower == "qui" and parts in (("pour",), ("selon",), ("d'", "après")):
        return _before_relative(page, parties, at)
    if start >= limit or page.quote_at(words[at].start) >= 0 or words[start].lower in RELATIVES | {"que", "qu'"}:
        return -1
    near = page.cues_before(words[at].start)
    if any(0 <= words[at].start - cue[1] <= 14 and words[word].lemma == "apprendre" for cue, word in near):
        return -1  # "apprend-on de source judiciaire" is one cue
    if parts[-1] in ("source", "sources"):
        told = words[start].pos in ("ADJ", "ADP", "NOUN", "VERB") and words[start].text not in ",."
        return start - 1 if told else -1
    head = _head(words, start, limit)
    if head >= 0 and words[head].lemma.lower() in WORDINGS and giver_of(page.parsed, head) >= 0:
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


def past_example(page: Page, end: int, limit: int) -> int:
    """ "Selon plusieurs experts, dont Rita Kassel, directrice d'un institut, le chef est mort": over who is named among them."""
    words = page.parsed.words
    if end + 2 < limit and words[end + (words[end].text == ",")].lower == "qui":  # "Selon Le Courrier(,) qui cite ses amis, ..."
        return next((k for k in range(end + 2, limit) if words[k].text == ","), end)
    if end + 1 >= limit or words[end].text != "," or words[end + 1].lower not in ("dont", "notamment"):
        return end
    verb = next((k for k in range(end + 1, limit) if words[k].feat("VerbForm") == "Fin"), limit)
    return next((k for k in range(verb - 1, end, -1) if words[k].text == ","), end) if verb < limit else end


# "selon le terme employé par la SNCF": a word is somebody's only where the report says whose.
WORDINGS = frozenset("terme expression formule bilan décompte communiqué document texte note résultat liste".split())
_GIVEN = frozenset(
    "communiqué fourni donné publié diffusé transmis livré avancé dressé établi annoncé employé utilisé rendu dévoilé "
    "présenté tenu rapporté relayé révélé divulgué obtenu recueilli collecté compilé consulté confirmé".split()
)


def giver_of(parsed: Parsed, head: int) -> int:
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


def is_person(parties: Parties, head: int) -> bool:
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
        named = word.pos in ("PROPN", "X", "NUM", "ADJ") if k == start else words[k - 1].text in '«“"'
        if (
            word.text[:1].isupper()
            and named
            or word.pos in ("NOUN", "PROPN")
            or (word.pos == "PRON" and word.lower not in ("que", "ce"))
        ):
            one = words[start].lower == "l'" and words[start + 1].lower in ("un", "une")
            apposed = one and k + 2 < limit and words[k + 1].text == "," and words[k + 2].pos == "PROPN"
            return k + 2 if apposed else k  # "selon l'un de ses proches, Paul Denis, ..."
        if word.pos not in ("DET", "ADJ", "NUM", "ADV", "ADP") and word.text not in '«“"':
            return -1
    return -1


def coordinated(parsed: Parsed, head: int) -> tuple[int, ...]:
    single = parsed.words[head].pos == "NOUN" and any(k.feat("Number") == "Sing" for k in parsed.kids(head, "det"))
    more = [
        k.i
        for k in parsed.kids(head, "conj")
        if not single or k.text[0].isupper() or any(parsed.kids(k.i, "det"))  # "l'ancien ministre et député": one person
        if k.pos in ("NOUN", "PROPN") and k.i - head < 8 and _are_listed(parsed, head, k.i)
    ]
    return (head, *more)


_AMOUNTS = frozenset(
    "millier centaine dizaine million milliard vingtaine trentaine quarantaine cinquantaine moitié tiers quart".split()
)


def _are_listed(parsed: Parsed, head: int, other: int) -> bool:
    """ "La police et la mairie"; not "douze caravanes selon le camping, et une vingtaine selon les riverains"."""
    links = [w.i for w in parsed.words[head:other] if w.lower in ("et", "ou")]
    return bool(links) and parsed.words[links[-1] - 1].text != "," and parsed.words[other].lemma not in _AMOUNTS


def phrase_end(parsed: Parsed, head: int, limit: int, opens: bool) -> int:
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
