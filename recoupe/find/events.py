"""What happens, or is spoken of, in one report: every trigger with its frame, its parties, its place, time and figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from recoupe.find.arguments import is_participle, preposition_of, whole_and_parts
from recoupe.find.evidence import clause_words
from recoupe.find.factuality import Stance, read_stance
from recoupe.find.participants import Participants, read_participants
from recoupe.find.places import TOOK_PLACE, Place, find_place, points_here
from recoupe.find.plover import ASKING, NATURE, code_event, complement
from recoupe.find.senses import ABOUT, MEASURES
from recoupe.find.themes import UNDERGOING, find_themes, fixed_nouns, stretch, theme_words
from recoupe.find.triggers import UNDERGO, Trigger, find_triggers, heads
from recoupe.lang.frames import noun_classes
from recoupe.parse.document import Parsed, Word
from recoupe.types import Actor, ActorKind, Event, Figure, Mention, Plover, Slots, Span, Statement, make_id

if TYPE_CHECKING:
    from recoupe.find.whens import TimeExpression

TOWARDS = frozenset(("à", "contre", "envers", "avec", "sur", "vers", "auprès", "auprès de", "devant", "de", "chez", "pour"))
WHERE = frozenset(("à", "en", "dans", "sur", "près", "chez", "vers", "sous", "devant", "hors", "au", "entre"))
# The one who feels is the object: "ce tir inquiète Tokyo".
FELT = frozenset(("inquiéter", "préoccuper", "alarmer", "indigner", "choquer", "surprendre", "rassurer", "satisfaire", "réjouir"))
DESTINATION = frozenset(("VISIT",))
# What is done to somebody: "livrer des missiles à l'Iran" tells no place.
RECEIVING = frozenset(
    "SUPPLY AID SUPPORT SELL REQUEST AGREE PROPOSE ACCUSE PHONE THREATEN RETURN RECOGNISE INFORM SANCTION CRITICISE"
    " PRAISE".split()
)
PHYSICAL = frozenset(("ATTACK", "CRASH", "BLAST", "EXPLODE", "SHELL", "FIRE"))  # a state is no thing to be hit
DYING = frozenset(("DIE", "KILL", "TOLL"))
DEAD = frozenset(("mort", "tué", "décès", "victime"))
LIVING = frozenset(("otage", "survivant", "rescapé"))
HURT = frozenset(("blessé", "brûlé", "intoxiqué", "hospitalisé"))
# Doers that do nothing to anybody: "l'épidémie menace la région", "l'étude accuse un produit".
INANIMATE = NATURE | frozenset(
    "étude produit vaccin médicament risque prix hausse baisse réchauffement climat pollution incendie feu pluie neige vent"
    " marché bourse indice film livre roman album match but équipe saison nuage lave volcan mur bâtiment projet système".split()
)
POINTING = frozenset(("ce", "cet", "cette", "ces", "le", "la", "l'", "les"))
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
        found.append(_event(_Scene(parsed, parties, others, counted, found), t, whens.get(t.i, []), counts.get(t.i, [])))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What an event is read against: the parties, the other triggers, the counted nouns, the events told before."""

    parsed: Parsed
    parties: Parties
    others: frozenset[int]
    counted: frozenset[int]
    before: list[Event]


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


class Parties:
    """Which actor a word stands for."""

    __slots__ = ("_actors", "_heads", "_members", "_words", "kinds", "named", "parsed")

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor]) -> None:
        self.parsed = parsed
        self._actors = {a.id: a for a in actors}
        self._members = _members(actors)
        self._heads: dict[int, Mention] = {}
        self._words: dict[int, Mention] = {}
        for mention in mentions:
            if mention.head >= 0:
                self._heads.setdefault(mention.head, mention)
            for w in parsed.at(mention.span.start, mention.span.end):
                other = self._words.get(w)
                if other is None or _length(mention.span) < _length(other.span):
                    self._words[w] = mention
        self.kinds: dict[int, ActorKind] = {
            w: self._actors[m.actor].kind for w, m in self._heads.items() if m.actor in self._actors
        }

        # also the words of "l'ancien maire Michel Garrigue", whose head may be any of them
        self.named = dict(self.kinds)
        for w, m in self._words.items():
            if m.form in ("name", "title", "adjective") and m.actor in self._actors:
                self.named.setdefault(w, self._actors[m.actor].kind)

    def of(self, i: int) -> str | None:
        """The actor of the mention whose head is word i (or that covers it)."""
        pos = self.parsed.words[i].pos
        mention = self._heads.get(i) or (self._words.get(i) if pos in ("PROPN", "PRON", "NOUN") else None)
        if mention is None and pos == "NOUN":
            mention = self._beside(i) or self._counted(i)
        return mention.actor if mention else None

    def _beside(self, i: int) -> Mention | None:
        """The name that says who the noun is: "l'antiquaire Paul Ruel", where only the name is a mention."""
        words = self.parsed.words
        for k in self.parsed.children[i]:
            if i < k <= i + 2 and words[k].pos == "PROPN" and words[k].dep.startswith(("appos", "flat")):
                if words[k - 1].pos in ("NOUN", "ADJ") and (found := self._heads.get(k) or self._words.get(k)):
                    return found if self._actors[found.actor].kind in ("person", "organisation") else None
        return None

    def _counted(self, i: int) -> Mention | None:
        """ "des milliers d'agriculteurs": who is counted acts."""
        if self.parsed.words[i].lemma not in MEASURES and self.parsed.words[i].lemma not in ABOUT:
            return None
        return next((m for k in self.parsed.kids(i, "nmod") if (m := self._heads.get(k.i))), None)

    def members(self, actor: str) -> tuple[str, ...]:
        """The parties that a joint one consists of ("les deux pays" told as A and B), else itself."""
        return self._members.get(actor, (actor,))

    def at(self, i: int) -> Mention | None:
        """The shortest mention that covers word i."""
        return self._words.get(i) or self._heads.get(i)

    def kind(self, actor: str) -> ActorKind | None:
        """The kind of an actor."""
        found = self._actors.get(actor)
        return found.kind if found else None

    def span(self, i: int) -> Span:
        """The words of the mention at i, or word i itself."""
        mention = self._heads.get(i) or self._words.get(i)
        word = self.parsed.words[i]
        return mention.span if mention else Span(self.parsed.report, word.start, word.end)


def _members(actors: Sequence[Actor]) -> dict[str, tuple[str, ...]]:
    """The members of joint actors, which are called by the names of both: "Pérou et Chili"."""
    joint = [a for a in actors if a.kind == "group" and " et " in a.name]
    if not joint:
        return {}
    named = {a.name: a.id for a in actors}
    found = {a.id: [named.get(part.strip()) for part in re.split(r",| et ", a.name)] for a in joint}
    return {actor: tuple(m for m in members if m) for actor, members in found.items() if all(members)}


def _length(span: Span) -> int:
    return span.end - span.start


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
                found.setdefault(trigger.i, []).append(name)
                break
    return found


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


def _event(scene: _Scene, trigger: Trigger, whens: list[str], figures: list[str]) -> Event:
    parsed, parties = scene.parsed, scene.parties
    i, word = trigger.i, parsed.words[trigger.i]
    low, high = clause_words(parsed, trigger.predicate, i, trigger.nominal)
    content = tuple(w.lemma for w in parsed.words[low : high + 1] if w.pos in CONTENT and w.i != i)
    stance = stance_of(parsed, trigger)
    place = _place(scene, trigger, low, high)
    agents, targets = _roles(parsed, trigger, parties, place)
    targets = [t for t in targets if not _no_thing(parsed, parties, trigger, t)]
    span = Span(parsed.report, word.start, word.end)
    clause = trigger.clause
    doing = clause.agents if clause.passive else clause.subjects
    doers = frozenset(parsed.words[w].lemma for s in doing for w in (s, *(k.i for k in parsed.kids(s, "nmod"))))
    joint = "conjoint" in content or "commun" in content
    asked = complement(parsed, trigger.predicate) if trigger.sense.plover in ASKING else frozenset()
    code = code_event(trigger.sense, stance, frozenset(w.lower() for w in content), joint, doers, asked)
    slots = _slots(scene, trigger, stance, agents, targets, place, content, (low, high))
    frame, slots = _counted_frame(scene, trigger, slots)
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


def _last_place(scene: _Scene, i: int) -> Event | None:
    """The event before word i whose place "sur place" takes up."""
    sentence = scene.parsed.words[i].sent
    return next((e for e in reversed(scene.before) if e.slots.place_name and sentence - e.slots.sentence <= 12), None)


def _place(scene: _Scene, trigger: Trigger, low: int, high: int) -> Place | None:
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


def _genitive_place(scene: _Scene, i: int) -> Place | None:
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


def _counted_frame(scene: _Scene, trigger: Trigger, slots: Slots) -> tuple[str, Slots]:
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


def stance_of(parsed: Parsed, trigger: Trigger) -> Stance:
    """The stance of the text on what a trigger names."""
    if trigger.nominal:
        return read_stance(parsed, trigger.i, trigger.sense.frame, nominal=True)
    return read_stance(parsed, trigger.predicate, trigger.sense.frame)


def _told(scene: _Scene, trigger: Trigger, agents: list[int], targets: list[int], code: Plover) -> bool:
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


def _roles(parsed: Parsed, trigger: Trigger, parties: Parties, place: Place | None) -> tuple[list[int], list[int]]:
    """Heads of the agents and of the targets."""
    clause, frame = trigger.clause, trigger.sense.frame
    agents = list(clause.agents if clause.passive else clause.subjects)
    targets = list(clause.subjects if clause.passive else clause.objects) + list(clause.clitics)
    lemma = parsed.words[clause.head].lemma
    if lemma == "attendre" and clause.passive:  # "est attendu à Rome": he is the visitor
        agents, targets = targets, agents
    elif lemma in FELT and not clause.reflexive and (targets or clause.passive):
        agents, targets = targets, agents
    if frame == "COMPRISE":
        return whole_and_parts(clause, lemma)
    targets += _towards(parsed, trigger, parties, place)
    if trigger.occurring:
        agents, targets = [], []
    elif trigger.i != trigger.predicate:
        agents, targets = [a for a in agents if a != trigger.i], [t for t in targets if t != trigger.i]
    if trigger.undergone or lemma in UNDERGO:
        agents, targets = [], list(clause.subjects)
    if frame in UNDERGOING and not clause.passive and (frame == "DIE" or not clause.objects):
        agents, targets = [], agents + targets
    if trigger.nominal or trigger.i != trigger.predicate:
        more, others = _noun_roles(parsed, trigger, parties)
        agents += [a for a in more if a not in agents]
        targets += [t for t in others if t not in targets]
    if place and frame not in DESTINATION:
        targets = [t for t in targets if t not in place.words or parties.kind(parties.of(t) or "") != "place"]
    elif place and place.actor and not any(t in place.words for t in targets):
        targets.append(place.words[-1])
    return agents, targets


def _towards(parsed: Parsed, trigger: Trigger, parties: Parties, place: Place | None) -> list[int]:
    """The parties a verb's complements name: "livrer des armes à l'Iran", "s'entretenir avec le roi"."""
    found: list[int] = []
    for p, k in trigger.clause.obliques:
        actor = parties.of(k)
        kind = parties.kind(actor) if actor else None
        if p in WHERE and kind in ("place", "state"):
            if trigger.sense.frame in DESTINATION or (
                kind == "state" and p in ("à", "vers") and not (place and k in place.words)
            ):
                found.append(k)
            elif kind == "state" and p == "à" and trigger.sense.frame in RECEIVING:
                found.append(k)
        elif p in TOWARDS and actor:
            found.append(k)
    return found


def _noun_roles(parsed: Parsed, trigger: Trigger, parties: Parties) -> tuple[list[int], list[int]]:
    """Parties of an event noun: genitive, possessive, adjective of nationality, "entre", "à", "contre", "par"."""
    agents: list[int] = []
    targets: list[int] = []
    de, frame = trigger.sense.de, trigger.sense.frame
    for k in _complements(parsed, trigger.i):
        kid = parsed.words[k]
        base = kid.dep.split(":", 1)[0]
        group = [k] + [c.i for c in parsed.kids(k, "conj") if c.pos in ("NOUN", "PROPN", "PRON")]
        if kid.dep == "det" and kid.feat("Poss") == "Yes" or base == "amod" and k in parties.kinds:
            (targets if de == "target" and kid.dep == "det" else agents).append(k)
        elif base in ("nmod", "obl", "acl") and kid.pos in ("NOUN", "PROPN", "PRON"):
            p = preposition_of(parsed, k)
            kind = parties.kind(actor) if (actor := parties.of(k)) else None
            if p == "par" and _of_participle(parsed, trigger.i):
                continue
            if p in ("par", "entre") or (p == "de" and de == "both"):
                agents += group
            elif p == "de" and de == "agent" and frame in PHYSICAL and _built(parsed, k):
                targets += group  # "l'attaque d'une église"
            elif p == "de":
                (agents if de == "agent" else targets).extend(
                    group if de == "agent" or (de == "target" and kind != "place") else []
                )
            elif p in WHERE and kind in ("place", "state"):
                if frame in DESTINATION or (kind == "state" and frame in ("SUPPORT", "SUPPLY", "AID")):
                    targets += group
            elif p in TOWARDS and actor:
                targets += group
    return agents, targets


def _built(parsed: Parsed, i: int) -> bool:
    classes = noun_classes().get(parsed.words[i].lemma, frozenset())
    return bool(classes & {"site", "road"}) and not classes & {"leader", "group", "troops", "victim", "person"}


def _of_participle(parsed: Parsed, i: int) -> bool:
    """ "accusée de fraude par le parquet": who accuses, not who cheats."""
    word, up = parsed.words[i], parsed.words[parsed.words[i].head]
    return (
        word.dep.startswith("obl")
        and up.pos == "VERB"
        and is_participle(up)
        and not any(k.dep in ("aux:tense", "obl:agent") for k in parsed.kids(up.i))
    )


def _complements(parsed: Parsed, i: int) -> list[int]:
    """The dependents of a noun, with "entre X et Y" soon after it, which the parser often hangs on the verb or on the theme."""
    found = list(parsed.children[i])
    for k in range(i + 1, min(i + 5, parsed.sentence_of(i).last)):
        word = parsed.words[k]
        if word.pos in ("VERB", "AUX", "PUNCT"):
            break
        if word.lower == "entre" and word.head not in found and word.head > i:
            found.append(word.head)
    return found


def _slots(
    scene: _Scene,
    trigger: Trigger,
    stance: Stance,
    agents: list[int],
    targets: list[int],
    place: Place | None,
    content: tuple[str, ...],
    clause: tuple[int, int],
) -> Slots:
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


def _hit_before(scene: _Scene, trigger: Trigger) -> tuple[str, ...]:
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
