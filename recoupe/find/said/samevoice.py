"""Whose voice goes on where a pronoun, or nobody, is named: "a-t-il ajouté", "poursuit cette source"."""

from __future__ import annotations

from recoupe.find.said.page import Draft, Page
from recoupe.find.who.attribution import Parties
from recoupe.find.who.nounphrases import phrase
from recoupe.lang.nouns import actor_nouns, first_names
from recoupe.parse.document import Parsed, Word
from recoupe.types import Actor


def told_apart(page: Page, parties: Parties, draft: Draft, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """ "« Paul Lestang ment », a-t-il dit": who is named in the words that a pronoun has said is somebody else."""
    if len(speakers) != 1 or draft.mode != "direct" or len(draft.heads) != 1:
        return speakers
    if page.parsed.words[draft.heads[0]].lower not in HE:
        return speakers
    named = parties.named_at.get(speakers[0], ())
    return () if any(s <= at < e for at in named for s, e in draft.pieces) else speakers


def same_again(page: Page, draft: Draft) -> bool:
    """ "Selon la même source", "toujours selon cette source", "Et d'ajouter": whoever spoke before."""
    words = page.parsed.words
    if not draft.heads and draft.cue_word >= 0 and words[draft.cue_word].feat("VerbForm") == "Inf":
        return words[page.parsed.sentence_of(draft.cue_word).first].lower in ("et", "avant")
    if len(draft.heads) != 1 or words[draft.heads[0]].lemma.lower() != "source":
        return False
    return any(w.lower in ("même", "cette") for w in words[max(0, draft.heads[0] - 2) : draft.heads[0]])


def earlier_voice(page: Page, parties: Parties, before: list[Draft], draft: Draft) -> tuple[str, ...]:
    """Of those who spoke, the last; for "cette source", the last that was called so."""
    words = page.parsed.words
    if draft.heads:
        so_called = [d for d in before if d.heads and words[d.heads[0]].lemma.lower() in ("source", "sources")]
        before = so_called or before
    if not before:
        return ()
    if draft.heads and len(before[-1].speakers) == 1:
        first, last = phrase(page.parsed, draft.heads[0], draft.limit)
        parties.add(page.parsed.span(first, last), before[-1].speakers[0], "description", draft.heads[0])
    return before[-1].speakers


_ADDING = frozenset(("ajouter", "poursuivre", "conclure", "renchérir", "insister", "enchaîner", "compléter"))
HE = {"il": "Masc", "lui": "Masc", "elle": "Fem", "-il": "Masc", "-elle": "Fem", "-t-il": "Masc", "-t-elle": "Fem"}
_THEY = frozenset(("ils", "elles", "eux", "-ils", "-elles"))


def same_voice(page: Page, parties: Parties, before: list[Draft], draft: Draft) -> tuple[str, ...]:
    """ "..., a-t-il ajouté": the one who spoke last, at most three sentences ago, when gender and number allow it."""
    words = page.parsed.words
    if len(draft.heads) != 1 or words[draft.heads[0]].lower not in HE and words[draft.heads[0]].lower not in _THEY:
        return ()
    pronoun = words[draft.heads[0]]
    if introduced := _before_colon(page, parties, draft, pronoun):
        return (introduced,)
    known = parties.actor(pronoun.i)
    lemma = words[draft.cue_word].lemma if draft.cue_word >= 0 else ""
    if known and (draft.cue_word < 0 or not pronoun.lower.startswith("-") and lemma not in _ADDING):
        return ()
    told = (d for d in reversed(before) if d.heads and d.speakers and d.cue != draft.cue)
    last = next((d for d in told if not _within(page, d, draft) and not _held(d, before)), None)
    if last is not None and pronoun.lower in HE and pronoun.lower.startswith("-") and _no_person(parties, last):
        people = (d for d in reversed(before) if d.heads and d.speakers and _of_a_person(parties, d))
        last = next((d for d in people if not _within(page, d, draft) and not _held(d, before)), last)
    if last is None:
        return ()
    begun = page.parsed.at(draft.start, draft.start + 1)
    ended = page.parsed.at(last.end - 1, last.end)  # a quotation of many sentences lies between the two cues
    here = min(pronoun.sent, words[begun[0]].sent if begun else pronoun.sent)
    there = max(words[last.heads[0]].sent, words[ended[0]].sent if ended else 0)
    if page.told(here) - page.told(there) > 3:
        return ()
    if pronoun.lower in _THEY:
        return last.speakers if not known and _several(page, parties, last) else ()
    if len(last.speakers) != 1:
        return ()
    if nearer := _nearer_person(page, parties, last, there, pronoun):
        return (nearer,)
    head = words[last.heads[0]]
    if head.lower in HE:
        return last.speakers if HE[head.lower] == HE[pronoun.lower] else ()
    actor = parties.actors.get(last.speakers[0])
    if known and actor is not None and actor.kind in ("organisation", "state", "place", "group"):
        return ()  # "-il" is a person whom the report named, not the union that spoke before
    gender = _gender(page, head, actor)
    return last.speakers if gender in (None, HE[pronoun.lower]) and (head.feat("Number") != "Plur" or _full_name(actor)) else ()


def _held(one: Draft, others: list[Draft]) -> bool:
    """ "X a redit son refus d'un texte auquel Y s'est montré ouvert": Y speaks inside what X says."""
    if one.cue is None:
        return False
    return any(s <= one.cue[0] < e for d in others if d is not one and d.cue != one.cue for s, e in d.pieces)


def _no_person(parties: Parties, draft: Draft) -> bool:
    """ "..., selon une enquête": a paper or a body, which "raconte-t-elle" does not take up where a person spoke before."""
    actor = parties.actors.get(draft.speakers[0])
    return draft.cue_word < 0 and (actor is None or actor.kind not in ("person", "role"))


def _of_a_person(parties: Parties, draft: Draft) -> bool:
    actor = parties.actors.get(draft.speakers[0])
    return actor is not None and actor.kind in ("person", "role")


def _full_name(actor: Actor | None) -> bool:
    """A first name and a name: one person, whatever number the tagger gives them."""
    parts = actor.name.split(" ") if actor is not None and actor.kind == "person" else []
    return len(parts) > 1 and all(p[0].isupper() for p in parts)


def _gender(page: Page, head: Word, actor: Actor | None) -> str | None:
    """Masc or Fem as the words tell: by the article of a noun ("la maire"), by the first name of a person; None otherwise."""
    known = first_names().get(actor.name.split(" ")[0], "e") if actor is not None and actor.kind == "person" else "e"
    if known != "e":
        return "Masc" if known == "m" else "Fem"  # "le Dr Judith Morin"
    if head.pos == "NOUN":
        return next((k.feat("Gender") for k in page.parsed.kids(head.i, "det") if k.feat("Gender")), head.feat("Gender"))
    return {"un": "Masc", "une": "Fem"}.get(head.lower)


def _within(page: Page, one: Draft, other: Draft) -> bool:
    """Does the cue of the one stand between marks in the other's words: "« Vous mentez en disant que ... », lance-t-il"?"""
    if one.cue is None or page.quote_at(one.cue[0]) < 0:
        return False
    return any(s <= one.cue[0] < e for s, e in other.pieces)


def _before_colon(page: Page, parties: Parties, draft: Draft, pronoun: Word) -> str | None:
    """ "... la sénatrice, Esther Baron : « Comment osez-vous ? », a-t-elle lancé": who is named right before the colon."""
    parsed = page.parsed
    index = page.quote_at(draft.start)
    lead = parsed.text[: page.quotes[index].start].rstrip() if index >= 0 else ""
    if not lead.endswith(":") or not pronoun.lower.startswith("-") or pronoun.lower in _THEY:
        return None
    colon = parsed.at(len(lead) - 1, len(lead))
    mention = parties.covering.get(colon[0] - 1) if colon else None
    actor = parties.actors.get(mention.actor) if mention else None
    if mention is None or actor is None or actor.kind not in ("person", "role") or mention.form == "pronoun":
        return None
    return actor.id if _gender(page, parsed.words[mention.head], actor) in (None, HE[pronoun.lower]) else None


def _several(page: Page, parties: Parties, last: Draft) -> bool:
    """Did more than one speak: joint speakers, a plural, a group?"""
    actor = parties.actors.get(last.speakers[0])
    plural = page.parsed.words[last.heads[0]].feat("Number") == "Plur" or page.parsed.words[last.heads[0]].lower in _THEY
    return len(last.speakers) > 1 or plural or (actor is not None and actor.kind == "group")


def _nearer_person(page: Page, parties: Parties, last: Draft, there: int, pronoun: Word) -> str | None:
    """The person who is the subject of a sentence between the last speech and the pronoun, none of it spoken."""
    parsed, words = page.parsed, page.parsed.words
    for number in range(pronoun.sent - 1, there, -1):
        if page.in_sentence(number):
            continue
        sentence = parsed.sentences[number]
        for word in words[sentence.first : sentence.last]:
            if not word.dep.startswith("nsubj") or word.head >= sentence.last or words[word.head].dep != "ROOT":
                continue
            mention = parties.mention_of(word.i)
            actor = parties.actors.get(mention.actor) if mention else None
            if actor is None or actor.kind not in ("person", "role") or actor.id in last.speakers:
                return None
            same = word.pos != "NOUN" or word.feat("Gender") in (None, HE[pronoun.lower])
            return actor.id if same and word.feat("Number") != "Plur" else None
    return None


def subject_before(page: Page, parties: Parties, pronoun: Word, start: int) -> tuple[str, ...]:
    """An unresolved il, elle: the nearest main subject of the two sentences before; "ce dernier": the nearest party there."""
    parsed, words = page.parsed, page.parsed.words
    latter = pronoun.lemma == "dernier" and pronoun.i > 0 and words[pronoun.i - 1].lower in ("ce", "cette")
    if not latter and pronoun.lower not in HE:
        return ()
    gender = HE.get(pronoun.lower) or ("Fem" if pronoun.lower == "dernière" else "Masc")
    begun = parsed.at(start, start + 1)
    here = min(pronoun.sent, words[begun[0]].sent) if begun and page.quote_at(start) >= 0 else pronoun.sent
    for number in range(here - 1, max(-1, here - 3), -1):
        sentence = parsed.sentences[number]
        around = range(sentence.first, sentence.last)
        heads = reversed(around) if latter else [k for k in around if words[k].dep.startswith("nsubj")]
        for k in heads:
            main = words[words[k].head].dep == "ROOT"
            if main and words[k].lemma in ("cour", "tribunal", "parquet", "syndicat") and words[k].feat("Gender") == gender:
                return (parties.actor(k) or "",)
            mention = parties.at_head.get(k)
            if mention is None and main and words[k].pos == "NOUN":  # "La réponse de Marie Dubourg a été brève"
                mention = next((m for w in parsed.kids(k, "nmod") if (m := parties.at_head.get(w.i)) and m.form == "name"), None)
                k = mention.head if mention else k
            actor = parties.actors.get(mention.actor) if mention and (latter or main) else None
            if actor is None or actor.kind in ("place", "state") or (actor.kind == "group" and actor.names):
                continue
            if latter and actor.kind == "organisation" and words[k].dep.startswith("nmod"):
                continue  # "le porte-parole du gouvernement ... Ce dernier": the one who speaks
            if (
                words[k].feat("Gender") in (None, gender)
                and words[k].feat("Number") != "Plur"
                and _alike(actor, words[k], gender)
            ):
                return (actor.id,)
    return ()


def group_before(page: Page, parties: Parties, pronoun: Word, start: int) -> tuple[str, ...]:
    """An unresolved ils, elles: the only subject in the plural of the sentence before, when it is people."""
    parsed, words = page.parsed, page.parsed.words
    if pronoun.lower not in _THEY:
        return ()
    begun = parsed.at(start, start + 1)
    number = (min(pronoun.sent, words[begun[0]].sent) if begun and page.quote_at(start) >= 0 else pronoun.sent) - 1
    if number < 0 or parsed.sentences[number].paragraph < parsed.sentences[number + 1].paragraph - 1:
        return ()
    sentence = parsed.sentences[number]
    found: list[str] = []
    for word in words[sentence.first : sentence.last]:
        if not word.dep.startswith("nsubj") or word.pos != "NOUN" or page.quote_at(word.start) >= 0:
            continue
        many = word.feat("Number") == "Plur" or any(k.feat("Number") == "Plur" for k in parsed.kids(word.i, "nmod"))
        mention = parties.mention_of(word.i)
        actor = parties.actors.get(mention.actor) if mention else None
        people = actor.kind in ("group", "role") if actor else _people(parsed, word)
        if many and people and (one := parties.actor(word.i)):
            found.append(one)
    return (found[0],) if len(set(found)) == 1 else ()


_DOERS = ("teurs", "trices", "eurs", "euses", "istes", "iens", "iennes", "ants", "antes", "ains", "aines")


def _people(parsed: Parsed, word: Word) -> bool:
    """People by the noun: "les organisateurs", "une quinzaine d'élus"."""
    for noun in (word, *parsed.kids(word.i, "nmod")):
        known = actor_nouns().get(noun.lower)
        if known is not None and known.plural or known is None and noun.lower.endswith(_DOERS):
            return True
    return False


def _alike(actor: Actor, word: Word, gender: str) -> bool:
    """A body is il or elle by its noun; of a name without gender only a person is."""
    return actor.kind in ("person", "role") or word.pos == "NOUN" and word.feat("Gender") == gender
