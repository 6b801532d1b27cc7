"""Who and what takes part in an event, actor or not: what acts, what undergoes, from where, to where, with what, what for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from recoupe.find.done.arguments import MANNERS, read_clause, whole_and_parts
from recoupe.find.done.coordination import other_end
from recoupe.find.done.lightverbs import UNDERGO
from recoupe.find.done.nounevents import COUNTED, carrier_of
from recoupe.find.done.parts import Known, Part, named_part, whole_part
from recoupe.find.done.senses import phrase_last
from recoupe.find.done.themes import UNDERGOING, own_doors
from recoupe.find.done.trigger import Trigger
from recoupe.find.done.ways import find_way
from recoupe.find.done.wordforms import preposition_of
from recoupe.lang.frames import means, motions, noun_classes
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind

# The subject of these, where there is no object, is what it happens to: "l'usine ferme", "le trafic a repris".
_TURNING = UNDERGOING | frozenset(("CLOSE", "OPEN", "END", "CHANGE", "LAUNCH"))
_AIMED = frozenset(("ATTACK", "FIRE", "SHELL", "KILL"))  # "tirer sur la foule"
_ACTING = frozenset(("leader", "group", "troops", "victim", "person"))
_THINGS = frozenset(("site", "area", "place", "road", "pact", "weapon"))
# Nouns that turn a preposition into another one, with the words before them: "en provenance de", "à l'aide de".
_TURNS = {
    "provenance": ("origin", frozenset(("en",))),
    "destination": ("destination", frozenset(("à",))),
    "direction": ("destination", frozenset(("en",))),
    "partance": ("destination", frozenset(("en",))),
    "route": ("destination", frozenset(("en",))),
    "aide": ("instrument", frozenset(("l'",))),
    "moyen": ("instrument", frozenset(("au",))),
    "coup": ("instrument", frozenset(("à",))),
    "bord": ("instrument", frozenset(("à",))),
}
_MEANS = frozenset(("avec", "par"))
_OF = ("de", "d'", "du", "des")
_BEHIND = {"partance": ("pour", "vers"), "route": ("pour", "vers")}
_PURPOSE = frozenset(("pour", "afin"))


class Participants(NamedTuple):
    """The parts of one event; see `recoupe.types.Slots`."""

    doer: Part
    undergoer: Part
    origin: Part
    destination: Part
    instrument: Part
    purpose: Part


def read_participants(
    parsed: Parsed, trigger: Trigger, known: Known, place: Collection[int], first: int, last: int
) -> Participants:
    """What takes part in the event of this trigger, whose clause is words[first..last]."""
    kinds = known.named
    doers, undergoers = _core(parsed, trigger, kinds)
    turned = _turned(parsed, first, last)
    origin, destination = find_way(parsed, trigger, kinds)
    origin += [k for part, k in turned if part == "origin"]
    destination += [k for part, k in turned if part == "destination"]
    instrument = [k for part, k in turned if part == "instrument"] + _means(parsed, trigger, kinds)
    told = {*origin, *destination, *instrument}
    return Participants(
        named_part(parsed, known, doers, place),
        named_part(parsed, known, (k for k in undergoers if k not in told or k in trigger.clause.objects), place),
        named_part(parsed, known, origin, ()),
        named_part(parsed, known, destination, ()),
        named_part(parsed, known, instrument, place),
        whole_part(parsed, _purposes(parsed, trigger)),
    )


def _core(parsed: Parsed, trigger: Trigger, kinds: Mapping[int, ActorKind]) -> tuple[list[int], list[int]]:
    """Heads of what acts and of what undergoes, voice undone."""
    clause, frame = trigger.clause, trigger.sense.frame
    subjects, objects = list(clause.subjects), list(clause.objects)
    if trigger.nominal or trigger.occurring:
        doers, undergoers = _of_noun(parsed, trigger.i, trigger.sense.de, kinds)
        return doers, [*undergoers, *_carried_to(parsed, trigger.i, undergoers)]
    if frame == "COMPRISE":
        return whole_and_parts(clause, parsed.words[trigger.predicate].lemma)
    if trigger.undergone or parsed.words[trigger.predicate].lemma in UNDERGO:
        return list(clause.agents), subjects
    turn, more, others = _turn(parsed, trigger, kinds)
    objects = [o for o in objects if o not in turn and not own_doors(parsed, trigger, o)]
    if clause.passive:
        doers, undergoers = list(clause.agents), subjects
    elif not objects and (frame in _TURNING or (clause.reflexive and _happens(parsed, trigger, kinds))):
        doers, undergoers = list(clause.agents), subjects
    elif frame == "DIE":
        doers, undergoers = [], subjects
    else:
        doers, undergoers = subjects, objects
    if not objects and not clause.passive:  # "mener une frappe contre un port", "tirer contre un mur"
        aimed = ("contre", "sur") if frame in _AIMED else ("contre",)
        undergoers += [k for p, k in clause.obliques if p in aimed and k not in undergoers]
    if turn:
        doers = [d for d in doers if d not in turn] + [d for d in more if d not in doers]
        undergoers = [u for u in undergoers if u not in turn] + others
    return doers, undergoers


def _carried_to(parsed: Parsed, i: int, known: list[int]) -> list[int]:
    """Whom an event befalls by "faire l'objet de", "être la cible de": the subject."""
    carrier = carrier_of(parsed, i)
    if carrier < 0 or known:
        return []
    copular = any(k.dep == "cop" for k in parsed.kids(carrier))
    return list(read_clause(parsed, carrier if copular else parsed.words[carrier].head).subjects)


def _turn(parsed: Parsed, trigger: Trigger, kinds: Mapping[int, ActorKind]) -> tuple[list[int], list[int], list[int]]:
    """The noun of a support verb or of a fixed turn, which is no part, with the parts that hang on it."""
    clause = trigger.clause
    nouns = [trigger.i] if trigger.i != trigger.predicate else []
    for test in trigger.sense.tests:
        if test.kind == "turn":
            near = (*clause.objects, *(k for _, k in clause.obliques), *(clause.subjects if clause.passive else ()))
            nouns += [k for k in near if parsed.words[k].lemma in test.lemmas - COUNTED]  # "faire deux morts": they are a part
            break
    doers: list[int] = []
    undergoers: list[int] = []
    for k in dict.fromkeys(nouns):
        more, others = _of_noun(parsed, k, "agent" if k == trigger.i and trigger.sense.de != "target" else "target", kinds)
        doers += more
        undergoers += others
    return nouns, doers, undergoers


def _of_noun(parsed: Parsed, i: int, de: str, kinds: Mapping[int, ActorKind]) -> tuple[list[int], list[int]]:
    """ "le blocage de l'usine par les salariés", "la grève des pilotes", "une frappe contre un port"."""
    doers: list[int] = []
    undergoers: list[int] = []
    genitive: list[int] = []
    last = phrase_last(parsed, i)
    for kid in _beyond(parsed, i, last):
        if kid.i <= last or kid.pos not in ("NOUN", "PROPN"):
            continue
        group = [kid.i, *(c.i for c in parsed.kids(kid.i, "conj") if c.pos in ("NOUN", "PROPN"))]
        preposition = preposition_of(parsed, kid.i)
        if preposition == "de":
            genitive += group
            # the parser hangs "par les salariés" on "usine" in "le blocage de l'usine par les salariés"
            doers += [k.i for k in parsed.kids(kid.i, "nmod", "obl") if preposition_of(parsed, k.i) == "par"]
        elif preposition == "entre":
            doers += group
            if len(group) == 1 and (other := other_end(parsed, kid.i)) >= 0:
                doers.append(other)
        elif preposition == "par" and kid.lemma not in MANNERS:
            doers += group
        elif preposition == "contre":
            undergoers += group
    acting = de in ("agent", "both") and not doers
    for k in genitive:
        if kinds.get(k) == "place" or (k not in kinds and parsed.words[k].pos == "PROPN" and not _with_article(parsed, k)):
            continue  # "l'attentat de Nice"
        (doers if acting and not _thing(parsed, k, kinds) else undergoers).append(k)
    return doers, undergoers


def _beyond(parsed: Parsed, i: int, last: int) -> Iterator[Word]:
    """The complements of an event noun, also what the parser hung on its second word ("la garde à vue du maire")."""
    yield from parsed.kids(i, "nmod", "obl")
    for k in range(i + 1, last + 1):
        yield from parsed.kids(k, "nmod", "obl")


def _with_article(parsed: Parsed, i: int) -> bool:
    return any(k.dep == "det" or k.lower in ("du", "des") for k in parsed.kids(i, "det", "case"))


def _happens(parsed: Parsed, trigger: Trigger, kinds: Mapping[int, ActorKind]) -> bool:
    """ "La porte s'est ouverte", not "le cortège s'est dirigé vers la mairie"."""
    if parsed.words[trigger.predicate].lemma in motions():
        return False
    return not any(_acts(parsed, s, kinds) for s in trigger.clause.subjects)


def _acts(parsed: Parsed, i: int, kinds: Mapping[int, ActorKind]) -> bool:
    word = parsed.words[i]
    return i in kinds or word.pos in ("PRON", "PROPN") or bool(noun_classes().get(word.lemma, frozenset()) & _ACTING)


def _thing(parsed: Parsed, i: int, kinds: Mapping[int, ActorKind]) -> bool:
    """A building, a road, a weapon: what does nothing of itself ("la visite du musée")."""
    if i in kinds:
        return False
    classes = noun_classes().get(parsed.words[i].lemma, frozenset())
    return bool(classes & _THINGS) and not classes & _ACTING


def _turned(parsed: Parsed, first: int, last: int) -> list[tuple[str, int]]:
    """What stands behind "en provenance de", "à destination de", "à l'aide de", "à coups de" in words[first..last]."""
    found: list[tuple[str, int]] = []
    words = parsed.words
    for k in range(max(first, 1), last):
        turn = _TURNS.get(words[k].lemma)
        if turn and words[k - 1].lower in turn[1] and words[k + 1].lower in _BEHIND.get(words[k].lemma, _OF):
            head = next((n.i for n in parsed.kids(k, "nmod", "obl") if n.i > k), -1)
            if head < 0:
                head = next((j for j in range(k + 2, min(k + 5, len(words))) if words[j].pos in ("NOUN", "PROPN")), -1)
            if head >= 0:
                found.append((turn[0], head))
    return found


def _means(parsed: Parsed, trigger: Trigger, kinds: Mapping[int, ActorKind]) -> list[int]:
    """ "avec un couteau", "sont entrés par une fenêtre": things only, no parties."""
    found: list[int] = []
    for preposition, k in trigger.clause.obliques:
        word = parsed.words[k]
        if preposition not in _MEANS or k in kinds or word.pos != "NOUN" or k < trigger.clause.head:
            continue
        if word.lemma in means() or "weapon" in noun_classes().get(word.lemma, ()):
            found.append(k)
    return found


def _purposes(parsed: Parsed, trigger: Trigger) -> list[int]:
    """ "pour reconstruire le pont", "destiné au chauffage": the verb or noun that says what for."""
    words, i = parsed.words, trigger.predicate
    found: list[int] = []
    for k in parsed.children[i]:
        if k > i and words[k].feat("VerbForm") == "Inf" and any(words[m].lower in _PURPOSE for m in parsed.children[k]):
            found.append(k)
    bearers = [i] if words[i].lemma == "destiner" else []
    for o in trigger.clause.subjects if trigger.clause.passive else trigger.clause.objects:
        bearers += [k for k in parsed.children[o] if words[k].lemma in ("destiner", "destiné")]
    for i in bearers:
        found += [k.i for k in parsed.kids(i, "xcomp", "obl", "advcl", "ccomp") if k.i > i]
    return found
