"""What fills the slots of one event, in the forms in which occasions are compared: acts, parties, things, places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from recoupe.lang.plain import function_words, plain
from recoupe.match.acts.datings import is_remote, since_of, when_of
from recoupe.match.acts.families import act_words, acts, carries
from recoupe.match.acts.happening import HAPPENINGS, LOOSE, Occasion, plain_lemma
from recoupe.match.acts.opposites import sides_of
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed
from recoupe.types import Event, Slots, Span

_BEHIND = 60  # characters behind a clause where its place may still stand
_HEADLINE = 160  # characters: a longer first paragraph is no headline
_TIME = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre "
    "novembre décembre heure jour semaine mois année matin soir midi nuit veille lendemain moment minute aujourd'hui hier demain"
)
_JOURNEYS = frozenset(("VISIT", "TRAVEL", "RETURN"))  # whom one visits says where
_DURING = frozenset(("lors", "lors de", "au cours de", "durant", "pendant", "à", "après", "au", "cours"))
# Verbs of beginning: the beginning of a stop is a stop ("l'arrêt des soins reprend").
_STARTS = frozenset(("reprendre", "commencer", "debuter", "demarrer", "entamer", "engager", "lancer"))
_FIRST = frozenset(
    ("premier", "deuxième", "second", "troisième", "quatrième", "cinquième", "précédent", "prochain", "ancien", "autre")
)
_SINCE = re.compile(r"(?i)\b(?:depuis|en \w+ ans|de l['’]année|du mandat)\b")
_BODY = frozenset(("corps", "cadavre", "depouille"))
_ONESELF = frozenset("lui elle eux elles".split())


def occasion_of(desk: Desk, event: Event) -> Occasion:
    """The occasion that one event tells."""
    slots = event.slots
    frame = event.frame
    when = when_of(desk, event)
    told, themes = _acts(event)
    return Occasion(
        event.report,
        _block(event),
        (event,),
        desk.claims.get(event.id, ()),
        frozenset([event.lemma.lower()]),
        party_keys(desk, event.agents or _host_agents(desk, event)),
        party_keys(desk, event.targets),
        _places(desk, event),
        frozenset((*_content(slots.object), *_things(desk, event))) - _names(desk, event),
        frozenset(_content(slots.content)),
        (when,) if when else (),
        ordinals_of(desk, event),
        frozenset([slots.tense]),
        frame,
        when is not None and is_remote(desk, event.report, when),
        " ".join(plain(desk.text(desk.clause(event))).split()),
        _leads(desk, event),
        _named(desk, event),
        acts(told),
        acts(themes),
        sides_of(frozenset((*(plain_lemma(w) for w in told), *_states(desk, event), frame))),
        _heads(slots.doer, slots.doer_spans),
        _whole(slots),
        (_narrowing(slots.doer, slots.doer_spans), _narrowing(slots.undergoer, slots.undergoer_spans)),
        since_of(desk, event),
        _is_plural(desk, event),
        _called(desk, event),
    )


def party_keys(desk: Desk, actors: Iterable[str]) -> frozenset[str]:
    """Keys under which these parties compare, see `sides`."""
    return frozenset().union(*(desk.parties.get(a, frozenset([a])) for a in actors))


def _acts(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """Words that name what is done, and words that name what its fate is told of."""
    own, slots = event.lemma.lower(), event.slots
    kind = carries(plain_lemma(own))
    beside = frozenset((*_heads(slots.doer, slots.doer_spans), *_heads(slots.undergoer, slots.undergoer_spans)))
    if plain_lemma(own) in _STARTS and (stops := frozenset(b for b in beside if "stop" in act_words(b))):
        return stops, frozenset()
    if kind == "phase":
        return frozenset([own]), beside | frozenset(plain_lemma(x) for x in slots.undergoer)
    if kind == "occur":
        return frozenset(b for b in beside if act_words(b) & HAPPENINGS) or frozenset([own]), frozenset()
    if kind == "cause":
        caused = (plain_lemma(x) for x in (*slots.content, *slots.undergoer))
        return frozenset(x for x in caused if act_words(x) & HAPPENINGS) or frozenset([own]), frozenset()
    return frozenset([own]) | (beside if kind == "light" else frozenset()), frozenset()


def _states(desk: Desk, event: Event) -> Iterable[str]:
    """In what state it leaves somebody: "retrouvé vivant"."""
    parsed, i = desk.readings[event.report].parsed, event.slots.head
    if 0 <= i < len(parsed.words):
        for kid in parsed.kids(i, "xcomp", "advcl", "amod"):
            if kid.pos in ("ADJ", "NOUN", "VERB"):
                yield from (plain_lemma(kid.lemma), plain_lemma(kid.lower))


def _heads(lemmas: tuple[str, ...], spans: tuple[Span, ...]) -> frozenset[str]:
    return frozenset(plain_lemma(x) for x in lemmas[: len(spans)]) - _times()


def _whole(slots: Slots) -> frozenset[str]:
    """What it happens to: "le corps du randonneur" is the walker."""
    heads = _heads(slots.undergoer, slots.undergoer_spans)
    return _narrowing(slots.undergoer, slots.undergoer_spans) or heads if heads & _BODY else heads


def _narrowing(lemmas: tuple[str, ...], spans: tuple[Span, ...]) -> frozenset[str]:
    """The words beside the heads, names marked with "^": "le gardien d'Ornay" and "le gardien visiteur" may be one."""
    return frozenset("^" * x[:1].isupper() + plain_lemma(x) for x in lemmas[len(spans) :]) - _times()


def is_part(desk: Desk, event: Event) -> bool:
    """Does the noun of a happening only say of what kind another thing is: "le service d'incendie"?"""
    parsed, i = desk.readings[event.report].parsed, event.slots.head
    if (
        not event.slots.nominal
        or not act_words(plain_lemma(event.lemma.lower())) & HAPPENINGS
        or not 0 <= i < len(parsed.words)
        or not parsed.words[i].dep.startswith("nmod")
    ):
        return False
    return not any(True for _ in parsed.kids(i, "det", "nummod", "amod")) and any(
        k.lower in ("de", "d'") for k in parsed.kids(i, "case")
    )


def _is_plural(desk: Desk, event: Event) -> bool:
    """Does its noun tell of several?"""
    words, i = desk.readings[event.report].parsed.words, event.slots.head
    return event.slots.nominal and 0 <= i < len(words) and words[i].feat("Number") == "Plur"


def _called(desk: Desk, event: Event) -> str:
    """The name that stands right behind its noun."""
    words, i = desk.readings[event.report].parsed.words, event.slots.head
    near = words[i + 1] if event.slots.nominal and 0 <= i < len(words) - 1 else None
    return plain(near.text) if near is not None and near.sent == words[i].sent and near.text[:1].isupper() else ""


def _block(event: Event) -> str:
    """What occasions compare within: the frame; where that says little, the verb too; what has parts, by its noun."""
    if "contain" in act_words(plain_lemma(event.lemma.lower())) and not event.slots.nominal:
        return "CONTAIN"  # its end is no part of a fire
    if event.frame == "COMPRISE" and event.slots.doer:
        return f"COMPRISE:{event.slots.doer[0]}"
    return event.frame if event.frame not in LOOSE else f"{event.frame}:{event.lemma.lower()}"


def _host_agents(desk: Desk, event: Event) -> tuple[str, ...]:
    """Who takes part in a talk or a visit "lors de" which somebody acts: the doer of that clause, unless the noun's own party."""
    parsed = desk.readings[event.report].parsed
    i = event.slots.head
    if not event.slots.nominal or not 0 <= i < len(parsed.words) or parsed.words[i].dep.split(":")[0] not in ("obl", "nmod"):
        return ()
    if not any(k.lower in _DURING for k in parsed.kids(i, "case")):
        return ()
    heads = {a.i for a in parsed.ancestors(i)}
    for other in desk.by_sentence.get((event.report, parsed.words[i].sent), ()):
        if other.id != event.id and other.slots.head in heads and other.agents:
            return tuple(a for a in other.agents if a not in event.targets)
    return ()


def _leads(desk: Desk, event: Event) -> bool:
    """Does the headline, or the first sentence below it, tell it?"""
    parsed = desk.readings[event.report].parsed
    i = event.slots.head
    if not 0 <= i < len(parsed.words):
        return False
    here = parsed.sentences[parsed.words[i].sent]
    first = parsed.sentences[0].paragraph
    if here.paragraph == first:
        return here == parsed.sentences[0] or parsed.sentences[0].end - parsed.sentences[0].start < _HEADLINE
    lead = next((s for s in parsed.sentences if s.paragraph > first), None)
    return here == lead and all(s.end - s.start < _HEADLINE for s in parsed.sentences if s.paragraph == first)


def ordinals_of(desk: Desk, event: Event) -> frozenset[str]:
    """Which one of several it is: "la deuxième visite", "un autre feu"; not "la première depuis dix ans"."""
    text = desk.readings[event.report].report.text
    tail = text[event.trigger.end : event.trigger.end + 90].split(".")[0]
    own = frozenset(m for m in event.slots.modifiers if m in _FIRST) if not _SINCE.search(tail) else frozenset()
    return own | _another(desk, event)


def _another(desk: Desk, event: Event) -> frozenset[str]:
    """ "Un autre feu a pris", "un sixième élu a été arrêté": not the one that the rest is about."""
    parsed = desk.readings[event.report].parsed
    heads = {i for i in (event.slots.head, event.slots.predicate) if 0 <= i < len(parsed.words)}
    nouns = heads | {k.i for h in heads for k in parsed.kids(h, "nsubj", "nsubj:pass")}
    beside = {n: [k.lower for k in parsed.kids(n, "amod", "det")] for n in sorted(nouns)}
    others = any(w in ("autre", "autres", "second", "seconde") for words in beside.values() for w in words)
    further = any({"un", "une"} & {*words} and any(w.endswith("ième") for w in words) for words in beside.values())
    return frozenset(["autre"]) if others or further or any(_is_too(parsed, h) for h in heads) else frozenset()


def _is_too(parsed: Parsed, i: int) -> bool:
    """ "Un train a lui aussi déraillé", "a déraillé à son tour"; of "le train" it is the one that is known."""
    sentence = parsed.sentence_of(i)
    near = [w.lower for w in parsed.words[max(sentence.first, i - 4) : min(sentence.last, i + 4)]]
    if not any(a in _ONESELF and b == "aussi" for a, b in pairwise(near)) and "à son tour" not in " ".join(near):
        return False
    before = parsed.words[sentence.first : i]
    start = max((w.i for w in before if w.text in ",;:"), default=sentence.first - 1) + 1
    article = next((w.lower for w in parsed.words[start:i] if w.pos == "DET"), "")
    return article in ("un", "une")


def _things(desk: Desk, event: Event) -> Iterable[str]:
    """Nouns that the act befalls or that do it: what fell, what was fired, what an accident is of."""
    parsed = desk.readings[event.report].parsed
    i, predicate = event.slots.head, event.slots.predicate
    if not 0 <= i < len(parsed.words):
        return
    heads = {i, predicate} if 0 <= predicate < len(parsed.words) else {i}
    found = [k for h in sorted(heads) for k in parsed.kids(h, "nsubj", "obj", "nmod", "obl:agent") if k.i not in heads]
    for h in sorted(heads):
        if parsed.words[h].dep.startswith("acl"):  # "la peine prononcée", "le train qui a déraillé"
            found.append(parsed.words[parsed.words[h].head])
    for word in found:
        lemma = plain_lemma(word.lemma)
        if word.pos == "NOUN" and len(lemma) > 2 and lemma not in _times():
            yield lemma


@cache
def _times() -> frozenset[str]:
    """Words of time: no theme of an act."""
    return frozenset(plain(w) for w in _TIME.split())


def _names(desk: Desk, event: Event) -> frozenset[str]:
    """Words of the parties and the place: they fill slots of their own and are no theme."""
    parties = {*event.agents, *event.targets}
    rows = [(desk.mentions.get(s), s) for s in (*event.slots.agent_spans, *event.slots.target_spans)]
    spans = [s for a, s in rows if a in parties and _is_party(desk, a)]
    spans += [event.slots.place_span] if event.slots.place_span else []
    return frozenset(plain_lemma(w) for s in spans if s.end - s.start < 60 for w in re.findall(r"[^\W\d_]{2,}", desk.text(s)))


def _is_party(desk: Desk, actor: str) -> bool:
    record = desk.actors[actor]
    return record.kind != "role" and (record.kind != "organisation" or record.name[:1].isupper() or " " in record.name)


def _named(desk: Desk, event: Event) -> frozenset[str]:
    """Parties told by name here: only these can set two happenings apart."""
    rows = [(desk.mentions.get(s), s) for s in (*event.slots.agent_spans, *event.slots.target_spans)]
    return party_keys(desk, (a for a, s in rows if a and any(c.isupper() for c in desk.text(s)[1:] or desk.text(s))))


def _content(lemmas: Iterable[str]) -> Iterable[str]:
    return (
        plain_lemma(x)
        for x in lemmas
        if len(x) > 2 and plain_lemma(x) not in function_words() and plain_lemma(x) not in _times() and not x[0].isdigit()
    )


def _places(desk: Desk, event: Event) -> frozenset[str]:
    keys = set(party_keys(desk, [event.place] if event.place else desk.places_in(_reach(desk, event))))
    if event.frame in _JOURNEYS:
        keys.update(k for k in party_keys(desk, event.targets) if k[0] == "=" or k.startswith("n:"))
    if event.slots.place_name:
        keys.update(
            plain_lemma(w) for w in re.findall(r"[^\W\d_]{3,}", event.slots.place_name) if plain_lemma(w) not in function_words()
        )
    return frozenset(keys)


def _reach(desk: Desk, event: Event) -> Span:
    """The clause of an event with what hangs on its verb behind a comma: "est attendu, mardi, à Lima"."""
    clause, parsed = desk.clause(event), desk.readings[event.report].parsed
    i = event.slots.predicate if event.slots.predicate >= 0 else event.slots.head
    if event.slots.nominal or not 0 <= i < len(parsed.words):
        return clause
    end = max((parsed.words[k].end for k in parsed.children[i] if parsed.words[k].dep.startswith("obl")), default=0)
    return Span(clause.report, clause.start, min(max(clause.end, end), clause.end + _BEHIND))
