"""Who and what takes part in an event, actor or not: what acts, what undergoes, from where, to where, with what, what for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from recoupe.find.arguments import MANNERS, read_clause, whole_and_parts
from recoupe.find.coordination import other_end
from recoupe.find.lightverbs import UNDERGO
from recoupe.find.nounevents import COUNTED, carrier_of
from recoupe.find.objects import UNITS
from recoupe.find.senses import ABOUT, MEASURES, phrase_last
from recoupe.find.themes import UNDERGOING, own_doors
from recoupe.find.trigger import Trigger
from recoupe.find.wordforms import TIME_NOUNS, preposition_of
from recoupe.lang.frames import Motion, means, motions, noun_classes
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind, Mention, Span

# The subject of these, where there is no object, is what it happens to: "l'usine ferme", "le trafic a repris".
_TURNING = UNDERGOING | frozenset(("CLOSE", "OPEN", "END", "CHANGE", "LAUNCH"))
_AIMED = frozenset(("ATTACK", "FIRE", "SHELL", "KILL"))  # "tirer sur la foule"
_ACTING = frozenset(("leader", "group", "troops", "victim", "person"))
_THINGS = frozenset(("site", "area", "place", "road", "pact", "weapon"))
_NARROWING = frozenset(("NOUN", "PROPN", "ADJ"))
_NARROWS = ("amod", "nmod", "flat", "compound")
_BREAKS = frozenset((",", ";", ":", "–", "—", "(", ")", "où", "qui", "dont"))
_NAMING = frozenset(("NOUN", "PROPN", "ADJ", "VERB"))  # "les blessés" may be tagged as any of the last three
_RELATIVES = frozenset(("qui", "que", "qu'", "lequel", "laquelle", "lesquels", "lesquelles"))
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
_SPATIAL = frozenset(("depuis", "vers"))  # what follows is a place whatever the noun: "depuis une colline"
_MEANS = frozenset(("avec", "par"))
_OF = ("de", "d'", "du", "des")
_BEHIND = {"partance": ("pour", "vers"), "route": ("pour", "vers")}
_PURPOSE = frozenset(("pour", "afin"))


class Part(NamedTuple):
    """Lemmas (the heads first) and one span a head."""

    lemmas: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


NO_PART = Part()


class Participants(NamedTuple):
    """The parts of one event; see `recoupe.types.Slots`."""

    doer: Part
    undergoer: Part
    origin: Part
    destination: Part
    instrument: Part
    purpose: Part


class Known(Protocol):
    """What is asked about the mentions of the report."""

    @property
    def named(self) -> Mapping[int, ActorKind]:
        """Kinds of actors by word."""

    def at(self, i: int) -> Mention | None:
        """The mention at word i."""


def read_participants(
    parsed: Parsed, trigger: Trigger, known: Known, place: Collection[int], first: int, last: int
) -> Participants:
    """What takes part in the event of this trigger, whose clause is words[first..last]."""
    kinds = known.named
    doers, undergoers = _core(parsed, trigger, kinds)
    turned = _turned(parsed, first, last)
    origin, destination = _way(parsed, trigger, kinds)
    origin += [k for part, k in turned if part == "origin"]
    destination += [k for part, k in turned if part == "destination"]
    instrument = [k for part, k in turned if part == "instrument"] + _means(parsed, trigger, kinds)
    told = {*origin, *destination, *instrument}
    return Participants(
        _named(parsed, known, doers, place),
        _named(parsed, known, (k for k in undergoers if k not in told or k in trigger.clause.objects), place),
        _named(parsed, known, origin, ()),
        _named(parsed, known, destination, ()),
        _named(parsed, known, instrument, place),
        _told_whole(parsed, _purposes(parsed, trigger)),
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


def _way(parsed: Parsed, trigger: Trigger, kinds: Mapping[int, ActorKind]) -> tuple[list[int], list[int]]:
    """Where from and where to, by what the verb or noun of motion takes (lang/fr/motion.tsv)."""
    table, words, clause = motions(), parsed.words, trigger.clause
    origin: list[int] = []
    destination: list[int] = []
    if motion := table.get(words[trigger.predicate].lemma) or table.get(words[trigger.i].lemma):
        _read_way(parsed, motion, _complements(parsed, trigger), kinds, origin, destination)
    for k in (*clause.subjects, *clause.objects):
        if words[k].pos != "PRON" and parsed.children[k]:
            _carried(parsed, k, trigger.predicate, kinds, origin, destination)
    return list(dict.fromkeys(origin)), list(dict.fromkeys(destination))


def _carried(
    parsed: Parsed, i: int, predicate: int, kinds: Mapping[int, ActorKind], origin: list[int], destination: list[int]
) -> None:
    """The way a noun brings along: "la liaison entre Nice et Bastia", "un avion parti de Lima"."""
    table, words = motions(), parsed.words
    if words[i].pos == "NOUN" and (motion := table.get(words[i].lemma)):
        _read_way(parsed, motion, _noun_complements(parsed, i), kinds, origin, destination)
    for k in parsed.children[i]:
        moved = words[k]
        if moved.pos == "VERB" and k > i and (motion := table.get(moved.lemma)) and moved.dep in ("acl", "appos", "conj"):
            if k != predicate:
                _read_way(parsed, motion, _noun_complements(parsed, k), kinds, origin, destination)
            behind = ((p, c) for p, c in _noun_complements(parsed, i) if c > k)  # what the parser hung on the noun
            _read_way(parsed, motion, behind, kinds, origin, destination)


def _read_way(
    parsed: Parsed,
    motion: Motion,
    complements: Iterable[tuple[str, int]],
    kinds: Mapping[int, ActorKind],
    origin: list[int],
    destination: list[int],
) -> None:
    between: list[int] = []
    for preposition, k in complements:
        if preposition == "entre" and preposition in motion.origin:
            between.append(k)
        elif preposition in motion.origin and _where(parsed, k, kinds, preposition):
            origin.append(k)
        elif preposition in motion.destination and _where(parsed, k, kinds, preposition):
            destination.append(k)
    if len(between) == 2:
        origin.append(between[0])
        destination.append(between[1])


def _complements(parsed: Parsed, trigger: Trigger) -> Iterator[tuple[str, int]]:
    """Complements with their preposition ("obj" for objects), also what the parser hung on one of them ("de Lyon pour Rome")."""
    clause = trigger.clause
    patients = () if trigger.nominal else clause.subjects if clause.passive else clause.objects
    yield from (("obj", k) for k in patients)
    yield from clause.obliques
    if trigger.nominal or trigger.i != trigger.predicate:
        yield from _noun_complements(parsed, trigger.i)
    for i in (*(k for _, k in clause.obliques), *(() if clause.passive else clause.objects)):
        yield from ((p, k) for p, k in _noun_complements(parsed, i) if p != "de")


def _noun_complements(parsed: Parsed, i: int) -> Iterator[tuple[str, int]]:
    words = parsed.words
    for k in parsed.children[i]:
        kid = words[k]
        if k < i or kid.pos not in _NARROWING or not kid.dep.startswith(("nmod", "obl")):
            continue
        if preposition := preposition_of(parsed, k):
            yield preposition, k
            if parsed.children[k][1:]:
                yield from ((preposition, c.i) for c in parsed.kids(k, "conj") if c.pos in _NARROWING)
                if preposition == "de":  # "le départ de la flotte pour Malte"
                    yield from ((p, c) for p, c in _noun_complements(parsed, k) if p != "de")


def _where(parsed: Parsed, k: int, kinds: Mapping[int, ActorKind], preposition: str) -> bool:
    word, kind = parsed.words[k], kinds.get(k)
    if kind in ("place", "state"):
        return True
    if word.lemma in TIME_NOUNS or word.pos not in ("NOUN", "PROPN"):
        return False
    if preposition in _SPATIAL or (word.pos == "PROPN" and kind is None):
        return True
    return bool(noun_classes().get(word.lemma, frozenset()) & {"site", "area", "place"})


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


def _told_whole(parsed: Parsed, heads: list[int]) -> Part:
    """Purposes with all that hangs on them: "aider à prolonger les combats"."""
    if not heads:
        return NO_PART
    words = parsed.words
    lemmas: list[str] = [words[h].lemma for h in heads]
    rest: list[str] = []
    spans: list[Span] = []
    for head in heads:
        stop = next(
            (k for k in range(head + 1, parsed.right[head] + 1) if words[k].text in _BREAKS or words[k].dep == "acl:relcl"),
            parsed.right[head] + 1,
        )
        rest += [words[k].lemma for k in range(head + 1, stop) if words[k].pos in _NAMING]
        first = head
        while first > parsed.left[head] and words[first - 1].head == head and words[first - 1].dep.startswith(("aux", "obj")):
            first -= 1
        spans.append(parsed.span(first, stop))
    return Part((*lemmas, *(r for r in dict.fromkeys(rest) if r not in lemmas)), tuple(spans))


def _named(parsed: Parsed, known: Known, heads: Iterable[int], place: Collection[int]) -> Part:
    """Lemmas of the heads, then of what narrows them; one span a head."""
    found = {_real(parsed, h) for h in heads}
    if not found:
        return NO_PART
    words = parsed.words
    lemmas: list[str] = []
    rest: list[str] = []
    spans: list[Span] = []
    seen: set[int] = set()
    last = -1
    for head in sorted(found):
        if head in seen or head in place or words[head].pos not in _NAMING or words[head].lemma in TIME_NOUNS:
            continue
        mention = known.at(head)
        if mention and mention.form == "name":
            phrase = [k for k in parsed.at(mention.span.start, mention.span.end) if words[k].pos in _NAMING or k == head]
        else:
            phrase = sorted(_phrase(parsed, head, place))
        if last >= 0 and _same_name(parsed, last, head):  # "le président Paul Martin", read as two subjects
            rest += [words[k].lemma for k in phrase]
            spans[-1], last = Span(parsed.report, spans[-1].start, words[phrase[-1]].end), phrase[-1]
            continue
        seen.update(phrase)
        lemmas.append(words[head].lemma)
        rest += [words[k].lemma for k in phrase if k != head]
        spans.append(parsed.span(phrase[0], phrase[-1] + 1))
        last = phrase[-1]
    return Part((*lemmas, *(r for r in dict.fromkeys(rest) if r not in lemmas)), tuple(spans))


def _same_name(parsed: Parsed, last: int, head: int) -> bool:
    words = parsed.words
    if words[head].pos != "PROPN" or words[head].dep == "conj" or not 0 < head - last <= 3:
        return False
    return all(words[k].pos == "PROPN" for k in range(last + 1, head))


def _real(parsed: Parsed, i: int) -> int:
    """The noun a relative pronoun or a word of measure stands for: "des dizaines de salariés"."""
    word = parsed.words[i]
    if word.pos == "PRON" and word.lower in _RELATIVES:
        return next((up.head for up in parsed.ancestors(i) if up.dep.startswith("acl")), i)
    if word.lemma in MEASURES or word.lemma in ABOUT or word.lemma in UNITS:
        return next((k.i for k in parsed.kids(i, "nmod") if k.pos in ("NOUN", "PROPN") and k.i > i), i)
    return i


def _phrase(parsed: Parsed, i: int, place: Collection[int], depth: int = 0) -> list[int]:
    """The head and what narrows it: adjectives, "de" complements, the rest of a name."""
    out = [i]
    if depth > 3 or not parsed.children[i]:
        return out
    words = parsed.words
    clause = False
    for k in parsed.children[i]:
        kid = words[k]
        if clause or k > i + 8:
            break  # behind "parti" in "un navire parti de Lima" it belongs to that, whatever the parser says
        clause = k > i and kid.dep in ("acl", "conj", "acl:relcl")
        if kid.pos not in _NARROWING or k in place or kid.lemma in TIME_NOUNS or not kid.dep.startswith(_NARROWS):
            continue
        if kid.dep == "nmod" and k - i > 1 and preposition_of(parsed, k) != "de":
            continue
        out += _phrase(parsed, k, place, depth + 1)
    return out
