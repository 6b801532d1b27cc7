"""What happens, or is spoken of, in one report: every trigger with its frame, its parties, its place, time and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.find.done.evidence import clause_words
from recoupe.find.done.factuality import Stance, read_stance
from recoupe.find.done.places import TOOK_PLACE, Place, find_place, points_here
from recoupe.find.done.plover import ASKING, NATURE, code_event, complement
from recoupe.find.done.roles import PHYSICAL, RECEIVING, read_roles
from recoupe.find.done.slots import Scene, counted_frame, fill_slots
from recoupe.find.done.trigger import Trigger, heads
from recoupe.find.done.triggers import find_triggers
from recoupe.find.done.wordforms import TIME_NOUNS, preposition_of
from recoupe.find.who.bearers import Parties
from recoupe.lang.frames import noun_classes
from recoupe.parse.document import Parsed, Word
from recoupe.types import Actor, Event, Figure, Mention, Plover, Span, Statement, make_id

if TYPE_CHECKING:
    from recoupe.find.whens import TimeExpression

# Doers that do nothing to anybody: "l'épidémie menace la région", "l'étude accuse un produit".
INANIMATE = NATURE | frozenset(
    "étude produit vaccin médicament risque prix hausse baisse réchauffement climat pollution incendie feu pluie neige vent"
    " marché bourse indice film livre roman album match but équipe saison nuage lave volcan mur bâtiment projet système".split()
)
_OVER = frozenset(("CONTAIN", "END", "INVESTIGATE"))  # what is done to a thing that has happened before
# What is said of a thing that has happened: the day is that of the saying.
_ANSWERS = frozenset(("CLAIM_RESPONSIBILITY", "CRITICISE", "PRAISE", "DENY"))
_ONE_DAY = frozenset(("day", "daypart", "clock", "duration", "lasting"))
_OF = frozenset(("de", "d'", "du", "des"))
CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


def find_events(
    parsed: Parsed,
    mentions: Sequence[Mention],
    actors: Sequence[Actor],
    times: Sequence[TimeExpression],
    figures: Sequence[Figure],
    statements: Sequence[Statement],
) -> tuple[Event, ...]:
    """The events of a report in text order, one a trigger. Mentions of one event are merged later, by `recoupe.match`."""
    parties = Parties(parsed, mentions, actors)
    cues = {s.cue_word: s.act for s in statements if s.cue_word >= 0}
    quoted = frozenset(w for s in statements for w in s.words)
    triggers = find_triggers(parsed, parties.kinds, cues, quoted)
    named = heads(triggers)
    dated = [(t.first, t.last, t.id) for t in times if not t.dateline and not _of_noun(parsed, t, named)]
    whens = _owners(parsed, dated, named)
    counts = _owners(parsed, [(*_counting(parsed, f), f.id) for f in figures if f.head >= 0], named)
    others = frozenset(t.i for t in triggers)
    counted = frozenset(f.head for f in figures if f.unit != "percent")
    found: list[Event] = []
    for t in triggers:
        found.append(_event(Scene(parsed, parties, others, counted, found), t, whens.get(t.i, []), counts.get(t.i, [])))
    return tuple(found)


def _counting(parsed: Parsed, figure: Figure) -> tuple[int, int]:
    """The word of a figure that hangs in the sentence; a noun restored from elsewhere ("et 23 ont été blessées") does not."""
    words = parsed.at(figure.span.start, figure.span.end)
    if not words or figure.head >= words[0] or any(parsed.words[w].head == figure.head for w in words):
        return figure.head, figure.head + 1
    k = words[-1]
    if words[0] > 1 and parsed.words[words[0] - 1].lower == "dont":  # "…, dont six dans un état grave" counts what stands before
        before = words[0] - 2
        return before - (parsed.words[before].pos == "PUNCT"), before + 1
    return k, k + 1


def _owners(parsed: Parsed, items: list[tuple[int, int, str]], named: Mapping[int, Trigger]) -> dict[int, list[str]]:
    """Each time or figure belongs to the nearest trigger above it."""
    found: dict[int, list[str]] = {}
    for first, last, name in items:
        if not 0 <= first < len(parsed.words):
            continue
        i = first
        while first <= parsed.words[i].head < last and parsed.words[i].head != i:
            i = parsed.words[i].head
        for above in (parsed.words[i], *parsed.ancestors(i)):
            trigger = named.get(above.i) or _told_by(parsed, above.i, named)
            if trigger:
                if owner := _ending(parsed, trigger, first, named):
                    found.setdefault(owner.i, []).append(name)
                break
    return found


def _ending(parsed: Parsed, trigger: Trigger, first: int, named: Mapping[int, Trigger]) -> Trigger | None:
    """Of "ils sont venus à bout du feu de forêt jeudi" the coming: on that day the fire was over, whenever it broke out.

    And of "ils revendiquent l'attentat le 4 juin" the claim; of "ils exploitent l'attentat le 4 juin" nothing that is an event.
    """
    word, before = parsed.words[first], parsed.words[first - 1]
    if not trigger.nominal or first <= trigger.i or before.pos == "ADP":
        return trigger
    above = next((t for w in parsed.ancestors(trigger.i) if (t := named.get(w.i))), trigger)
    bare = word.lemma in TIME_NOUNS or word.lower == "le"
    if bare and parsed.words[trigger.i].dep == "obj":
        if above is trigger:
            return None
        if above.sense.frame in _ANSWERS and not above.nominal and above.i < trigger.i:
            return above
    if first == trigger.i + 1 or word.lemma not in TIME_NOUNS:
        return trigger
    return above if not above.nominal and above.i < trigger.i and above.sense.frame in _OVER else trigger


def _of_noun(parsed: Parsed, time: TimeExpression, named: Mapping[int, Trigger]) -> bool:
    """Does the time only tell which thing is meant: "ce joyau du XIIe siècle a brûlé", "la loi de 1905 est contestée"?"""
    if time.meaning.kind in _ONE_DAY:
        return False
    first, last = time.first, time.last
    i = next((k for k in range(first, last) if not first <= parsed.words[k].head < last), first)
    up = parsed.words[parsed.words[i].head]
    of = {parsed.words[k].lower for k in (first, first - 1) if k >= 0} & _OF
    return bool(of) and up.i != i and up.i < first and up.pos in ("NOUN", "PROPN") and up.i not in named


def _told_by(parsed: Parsed, i: int, named: Mapping[int, Trigger]) -> Trigger | None:
    """ "le bilan du déraillement survenu jeudi": the participle belongs to the event right before it, whatever it hangs on."""
    word = parsed.words[i]
    if word.lemma not in TOOK_PLACE or word.pos != "VERB" or word.feat("VerbForm") != "Part" or not word.dep.startswith("acl"):
        return None
    near = (named.get(k) for k in range(i - 1, max(i - 5, parsed.sentence_of(i).first - 1), -1))
    return next((t for t in near if t and t.nominal), None)


def _event(scene: Scene, trigger: Trigger, whens: list[str], figures: list[str]) -> Event:
    parsed, parties = scene.parsed, scene.parties
    i, word = trigger.i, parsed.words[trigger.i]
    low, high = clause_words(parsed, trigger.predicate, i, trigger.nominal)
    content = tuple(w.lemma for w in parsed.words[low : high + 1] if w.pos in CONTENT and w.i != i)
    stance = stance_of(parsed, trigger)
    place = _place(scene, trigger, low, high)
    agents, targets = read_roles(parsed, trigger, parties, place)
    targets = [t for t in targets if not _no_thing(parsed, parties, trigger, t)]
    span = Span(parsed.report, word.start, word.end)
    clause = trigger.clause
    doing = clause.agents if clause.passive else clause.subjects
    doers = frozenset(parsed.words[w].lemma for s in doing for w in (s, *(k.i for k in parsed.kids(s, "nmod"))))
    joint = "conjoint" in content or "commun" in content
    asked = complement(parsed, trigger.predicate) if trigger.sense.plover in ASKING else frozenset()
    code = code_event(trigger.sense, stance, frozenset(w.lower() for w in content), joint, doers, asked)
    slots = fill_slots(scene, trigger, stance, agents, targets, place, content, (low, high))
    frame, slots = counted_frame(scene, trigger, slots)
    by, upon = _apart(parties, trigger, agents, targets)
    where = place.actor if place else None
    if place is None and points_here(parsed, i, high) >= 0 and (last := _last_place(scene, i)):
        where = last.place
        slots = replace(slots, place_span=last.slots.place_span, place_name=last.slots.place_name)
    return Event(
        make_id("e", parsed.report, span.start, span.end),
        parsed.report,
        (span,),
        span,
        word.lemma,
        frame,
        code if code is None or _told(scene, trigger, agents, targets, code) else None,
        by,
        upon,
        where,
        whens[0] if whens else None,
        tuple(dict.fromkeys(figures)),
        slots,
    )


def _last_place(scene: Scene, i: int) -> Event | None:
    """The event before word i whose place "sur place" takes up."""
    sentence = scene.parsed.words[i].sent
    return next((e for e in reversed(scene.before) if e.slots.place_name and sentence - e.slots.sentence <= 12), None)


def _place(scene: Scene, trigger: Trigger, low: int, high: int) -> Place | None:
    """Where it happens; with some verbs "à X" is a receiver and no place."""
    own = frozenset((trigger.i, trigger.predicate))
    nominal = trigger.nominal
    start = max(trigger.i, trigger.predicate) if trigger.i != trigger.predicate else trigger.i
    place = find_place(scene.parsed, scene.parties, low, high, start, scene.others - own, nominal)
    if place is None and nominal and trigger.sense.de in ("none", "target"):
        return _genitive_place(scene, trigger.i)
    if place and place.kind == "state" and place.preposition in ("à", "au", "aux", "sur") and trigger.sense.frame in RECEIVING:
        return None
    return place


def _genitive_place(scene: Scene, i: int) -> Place | None:
    """ "l'accident de Valmorin"."""
    for kid in scene.parsed.kids(i, "nmod"):
        mention = scene.parties.at(kid.i)
        if mention and scene.parties.kind(mention.actor) == "place" and preposition_of(scene.parsed, kid.i) == "de":
            span = mention.span
            return Place(span, scene.parsed.text[span.start : span.end], mention.actor, "place", range(kid.i, kid.i + 1), "de")
    return None


def _no_thing(parsed: Parsed, parties: Parties, trigger: Trigger, target: int) -> bool:
    """A state is not hit by a missile: a pronoun that was read as one means the thing ("Paris dit qu'il a été touché")."""
    if parsed.words[target].pos != "PRON" or trigger.sense.frame not in PHYSICAL or not trigger.clause.passive:
        return False
    actor = parties.of(target)
    return actor is not None and parties.kind(actor) in ("state", "place")


def stance_of(parsed: Parsed, trigger: Trigger) -> Stance:
    """The stance of the text on what a trigger names."""
    if trigger.nominal:
        return read_stance(parsed, trigger.i, trigger.sense.frame, nominal=True)
    return read_stance(parsed, trigger.predicate, trigger.sense.frame)


def _told(scene: Scene, trigger: Trigger, agents: list[int], targets: list[int], code: Plover) -> bool:
    """A code needs somebody: a bare noun with no party is too thin, and what things do to things is no politics."""
    if code.type in ("ASSAULT", "PROTEST", "COERCE"):
        return True
    if trigger.nominal:
        return bool(agents or targets)
    words = scene.parsed.words
    doers = list(trigger.clause.agents if trigger.clause.passive else trigger.clause.subjects)
    if not doers or any(w in scene.parties.named or words[w].pos in ("PRON", "PROPN") for w in (*agents, *targets)):
        return True
    return any(_may_act(words[w]) for w in doers)


def _may_act(word: Word) -> bool:
    classes = noun_classes().get(word.lemma, frozenset())
    return bool(classes & {"leader", "group", "troops", "victim", "person"}) or word.lemma not in INANIMATE


def _apart(parties: Parties, trigger: Trigger, agents: list[int], targets: list[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actors on both sides. Nobody does it to himself without a "se": then a pronoun or a description was misread."""
    by, upon = _ids(parties, agents), _ids(parties, targets)
    both = [a for a in by if a in upon]
    if not both or trigger.nominal or trigger.clause.reflexive or trigger.i != trigger.predicate:
        return by, upon
    named = {a for w in targets if (m := parties.at(w)) and m.form == "name" and (a := parties.of(w))}
    return tuple(a for a in by if a not in both or a not in named), tuple(a for a in upon if a not in both or a in named)


def _ids(parties: Parties, words: list[int]) -> tuple[str, ...]:
    found = [m for w in words if (a := parties.of(w)) is not None for m in parties.members(a)]
    return tuple(dict.fromkeys(found))
