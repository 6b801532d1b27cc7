"""What an event is matched by: its identity slots, its counted noun."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from recoupe.find.done.factuality import Stance
from recoupe.find.done.participants import Participants, read_participants
from recoupe.find.done.places import Place
from recoupe.find.done.roles import PHYSICAL
from recoupe.find.done.themes import find_themes, fixed_nouns, stretch, theme_words
from recoupe.find.done.trigger import Trigger
from recoupe.find.who.bearers import Parties
from recoupe.parse.document import Parsed
from recoupe.types import Event, Slots

if TYPE_CHECKING:
    pass

DYING = frozenset(("DIE", "KILL", "TOLL"))
DEAD = frozenset(("mort", "tué", "décès", "victime"))
LIVING = frozenset(("otage", "survivant", "rescapé"))
HURT = frozenset(("blessé", "brûlé", "intoxiqué", "hospitalisé"))
POINTING = frozenset(("ce", "cet", "cette", "ces", "le", "la", "l'", "les"))


@dataclass(frozen=True, slots=True)
class Scene:
    """What an event is read against: the parties, the other triggers, the counted nouns, the events told before."""

    parsed: Parsed
    parties: Parties
    others: frozenset[int]
    counted: frozenset[int]
    before: list[Event]


def counted_frame(scene: Scene, trigger: Trigger, slots: Slots) -> tuple[str, Slots]:
    """A number of dead is a toll whatever the verb ("ont péri", "a tué", "quatre morts"), a number of injured a number hurt."""
    frame, words = trigger.sense.frame, scene.parsed.words
    if (frame not in DYING and frame != "INJURE") or trigger.occurring:
        return frame, slots
    if words[trigger.i].lemma in LIVING:
        return frame, replace(slots, object=(words[trigger.i].lemma,))
    clause = trigger.clause
    near = {*clause.subjects, *clause.objects, *(k for _, k in clause.obliques), trigger.i} - set(clause.agents)
    if frame == "KILL" and clause.objects:  # "deux hommes ont tué un policier": one is dead
        near = {*clause.objects, trigger.i}
    counted = [k for k in sorted(near) if k in scene.counted or _is_counted(scene.parsed, k, trigger)]
    if words[trigger.i].lemma in HURT:
        return "INJURE", replace(slots, object=("blessé",))
    if not counted:
        return frame, slots
    lemmas = {words[k].lemma for k in counted}
    if frame == "INJURE" or (frame == "TOLL" and lemmas & HURT and not lemmas & DEAD):
        return "INJURE", replace(slots, object=tuple(dict.fromkeys(("blessé", *slots.object))))
    return "TOLL", replace(slots, object=("mort",)) if frame == "TOLL" else replace(slots, object=("mort", *slots.object))


def _is_counted(parsed: Parsed, k: int, trigger: Trigger) -> bool:
    """ "Six morts"; not in "la tuerie du 6 décembre"."""
    dated = trigger.nominal and k == trigger.i
    return any(d.dep == "nummod" or (d.pos == "NUM" and not (dated and d.i > k)) for d in parsed.kids(k))


def fill_slots(
    scene: Scene,
    trigger: Trigger,
    stance: Stance,
    agents: list[int],
    targets: list[int],
    place: Place | None,
    content: tuple[str, ...],
    clause: tuple[int, int],
) -> Slots:
    """What the event is matched by: the actors of its parties, its words, its place and polarity."""
    parsed, parties = scene.parsed, scene.parties
    inside = place.words if place else range(0)
    words = theme_words(parsed, find_themes(parsed, trigger, parties.named, inside), parties.named, inside)
    taken_up = () if words else _hit_before(scene, trigger)
    adjectives = [k for k in parsed.kids(trigger.i, "amod", "nummod") if k.i not in parties.kinds]
    return Slots(
        head=trigger.i,
        predicate=trigger.predicate,
        sentence=parsed.words[trigger.i].sent,
        object=taken_up or tuple(dict.fromkeys(parsed.words[w].lemma for w in (*words, *fixed_nouns(parsed, trigger)))),
        object_span=stretch(parsed, words),
        agent_spans=tuple(parties.span(a) for a in agents),
        target_spans=tuple(parties.span(t) for t in targets),
        place_span=place.span if place else None,
        place_name=place.name if place else None,
        modifiers=tuple(k.lemma for k in adjectives),
        tense=stance.tense,
        definite=any(k.lower in POINTING for k in parsed.kids(trigger.i, "det")),
        nominal=trigger.nominal or (trigger.i != trigger.predicate and parsed.words[trigger.i].pos != "ADJ"),
        content=tuple(dict.fromkeys(content)),
        first=clause[0],
        last=clause[1],
        **_parts(read_participants(parsed, trigger, parties, inside, *clause)),
    )


def _hit_before(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """What was hit before and is taken up by the pronoun of a passive: "Ils ont été touchés"."""
    if not trigger.clause.passive or trigger.sense.frame not in PHYSICAL:
        return ()
    if not any(scene.parsed.words[s].pos == "PRON" for s in trigger.clause.subjects):
        return ()
    return next((e.slots.object for e in reversed(scene.before) if e.frame in PHYSICAL and e.slots.object), ())


def _parts(parts: Participants) -> dict[str, Any]:
    """The fields of the slots that hold each part and its spans."""
    fields: dict[str, Any] = {}
    for name, part in zip(Participants._fields, parts, strict=True):
        fields[name], fields[f"{name}_spans"] = part.lemmas, part.spans
    return fields
