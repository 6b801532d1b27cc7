"""Who speaks in an inserted cue: the noun behind the verb, a source ("de même source"), and whose the noun before it is."""

from __future__ import annotations

from recoupe.find.said.cueing import Hit
from recoupe.find.said.page import Page
from recoupe.find.said.subjects import subject_heads
from recoupe.find.who.attribution import Parties
from recoupe.find.who.nounphrases import agrees, phrase


def speakers_behind(page: Page, parties: Parties, hit: Hit, after_quote: bool, stolen: bool) -> tuple[int, ...]:
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
    return words[hit.first - 1].text == "," and not governed and has_verb_before(page, words[hit.word].sent, hit.first)


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


def is_taken(page: Page, parties: Parties, hit: Hit, subject: int, comma: int) -> bool:
    """Does the subject that the parser gives the cue belong to the clause before it, or to nobody who speaks?"""
    if _stolen(page, subject, comma):
        return True
    if not has_verb_before(page, page.parsed.words[subject].sent, comma):
        return False
    if not parties.speaks(subject):
        return True
    behind = subject_heads(page.parsed, hit, follows=True)  # "..., un arrêt qui n'a « aucun effet », a annoncé la direction"
    return bool(behind) and not parties.named(subject) and parties.named(behind[0])


def _stolen(page: Page, subject: int, comma: int) -> bool:
    """ "Le trafic reprendra lundi, a indiqué la SNCF": the parser gives the cue the subject of the clause before."""
    words = page.parsed.words
    between = words[subject + 1 : comma]
    if words[comma - 1].lower in ("lui", "elle", "eux", "elles", "part", "côté") and not has_verb_before(
        page, words[subject].sent, comma
    ):
        return False  # "L'état-major, lui, assure ...": the subject, taken up
    if not between or phrase(page.parsed, subject)[1] >= comma:
        return True
    relatives = ("qui", "dont", "où", "que", "qu'", "lequel", "laquelle")
    first = next((w for w in between if w.lower in relatives or w.feat("VerbForm") == "Fin"), None)
    return first is not None and first.lower not in relatives  # a verb of its own before any relative clause


def has_verb_before(page: Page, sentence: int, end: int) -> bool:
    """Does a finite verb stand before this word of the sentence?"""
    first = page.parsed.sentences[sentence].first
    return any(w.feat("VerbForm") == "Fin" for w in page.parsed.words[first:end])
