"""One happening told several times in one report is one occasion: "effectuera une visite … ce voyage … la visite"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from recoupe.lang.plain import function_words, plain
from recoupe.lang.roots import root
from recoupe.match.desk import Desk
from recoupe.match.families import act_words, acts, carries, kinship
from recoupe.match.opposites import Side, sides_of
from recoupe.match.sides import PERSON, ROLE
from recoupe.match.slots import days_between
from recoupe.types import Claim, Event, Slots, Span, When

LOOSE = frozenset(
    ("GENERIC", "STATE", "OPINION", "ATTENTION", "SAY", "ANNOUNCE", "CHANGE", "PUBLISH", "ATTEND", "POSSESS", "OTHER", "")
)
# What one party says, wants or thinks of many things: that he did so twice makes no matter.
TALK = frozenset(("REQUEST", "SAY", "ANNOUNCE", "ACCUSE", "CRITICISE", "PRAISE", "PLAN", "CONCEDE", "OPINION", "PROPOSE"))
_LONG_AGO = 90  # days
_BEHIND = 60  # characters behind a clause where its place may still stand
_NEWS = 14  # days
_KIN = 2.4  # asked of two tellings whose frames are kin, not the same
_HEADLINE = 160  # characters: a longer first paragraph is no headline
_TIME = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre "
    "novembre décembre heure jour semaine mois année matin soir midi nuit veille lendemain moment minute aujourd'hui hier demain"
)
_JOURNEYS = frozenset(("VISIT", "TRAVEL", "RETURN"))  # whom one visits says where
_DURING = frozenset(("lors", "lors de", "au cours de", "durant", "pendant", "à", "après", "au", "cours"))
_DEMONSTRATIVE = frozenset(("ce", "cet", "cette", "ces"))
# What befalls one party, or strikes one place, once in an affair.
ONCE = frozenset(("ARREST", "DIE", "BIRTH", "CRASH", "DISASTER", "BLAST", "RESIGN", "ELECT"))
# Acts that are happenings of their own: what "survenu", "s'est déclaré", "a frappé" say of them is that they were.
HAPPENINGS = frozenset(("quake", "blaze", "flood", "storm", "accident", "attack", "theft", "coup"))
# Verbs of beginning: the beginning of a stop is a stop ("l'arrêt des soins reprend").
_STARTS = frozenset(("reprendre", "commencer", "debuter", "demarrer", "entamer", "engager", "lancer"))
_FIRST = frozenset(
    ("premier", "deuxième", "second", "troisième", "quatrième", "cinquième", "précédent", "prochain", "ancien", "autre")
)
_SINCE = re.compile(r"(?i)\b(?:depuis|en \w+ ans|de l['’]année|du mandat)\b")
_PAST = frozenset(("past", "none"))
_BODY = frozenset(("corps", "cadavre", "depouille"))
_BARE_DAY = re.compile(r"(?i)(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier)(?: dernier| soir| matin)?$")
_BEFALLING = frozenset(("TOLL", "KILL", "DIE", "INJURE", "DISASTER", "BURN", "ATTACK", "LOSE", "EVACUATE", "BLAST"))
_MARKS = frozenset(("marquer", "constituer", "représenter", "être"))


@dataclass(frozen=True, slots=True)
class Occasion:
    """One happening as one report tells it: its events and what fills its slots."""

    report: str
    block: str
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    lemmas: frozenset[str]
    agents: frozenset[str]  # keys of parties, see `party_keys`
    targets: frozenset[str]
    places: frozenset[str]
    objects: frozenset[str]
    content: frozenset[str]
    whens: tuple[When, ...]
    ordinals: frozenset[str]
    tenses: frozenset[str]
    frame: str = ""
    remote: bool = False  # dated long before its report: recalled, not told as news
    wording: str = ""  # its first clause in plain form
    main: bool = False  # told by the headline or the first sentence
    named: frozenset[str] = frozenset()  # keys of parties that are called by a name, not "ce pays" or "ils"
    acts: frozenset[str] = frozenset()  # see `families.acts`: of its own words, or of the noun that a light verb carries
    themes: frozenset[str] = frozenset()  # acts of the noun whose fate it tells ("la cession" that is validated)
    sides: frozenset[Side] = frozenset()  # where it stands among acts that exclude or follow one another
    doers: frozenset[str] = frozenset()  # plain head nouns of who or what acts
    undergoers: frozenset[str] = frozenset()  # and of what it happens to
    narrowed: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())  # words that narrow its doers, its undergoers
    since: tuple[When, ...] = ()  # what goes on began then ("depuis lundi")
    several: bool = False  # told as more than one: "les attentats"
    called: str = ""  # the name of its own that it has: "l'ouragan Irma"
    heart: str = ""  # the happening that its affair is about, see `hearts`
    lone: frozenset[str] = frozenset()  # its block and its acts, where no other occasion of its report has them

    @property
    def goes(self) -> bool:
        """Does it say from where or where to?"""
        return any(e.slots.origin or e.slots.destination for e in self.events)

    @property
    def id(self) -> str:
        """The id of its first event stands for it in links."""
        return self.events[0].id


def find_occasions(desk: Desk, report: str) -> tuple[Occasion, ...]:
    """The events of a report, those of one happening merged, in order of their first mention."""
    blocks: dict[str, list[Occasion]] = defaultdict(list)
    for event in sorted(desk.readings[report].events, key=lambda e: (e.trigger, e.id)):
        if desk.is_furniture(event.trigger) or _is_part(desk, event):
            continue
        one = _occasion(desk, event)
        if _takes_up(one, blocks):
            continue
        known = blocks[one.block]
        home = _home(desk, event, one, known)
        if home is not None:
            known[home] = merged(known[home], one)
        elif not _told_otherwise(one, blocks):
            known.append(one)
    found = [o for block in blocks.values() for o in block]
    kinds = [_kinds(o) if _is_news(desk, o) else frozenset() for o in found]
    count = Counter(key for keys in kinds for key in keys)
    found = [replace(o, lone=frozenset(k for k in keys if count[k] == 1)) for o, keys in zip(found, kinds, strict=True)]
    return tuple(sorted(found, key=lambda o: (o.events[0].trigger, o.id)))


def _is_news(desk: Desk, occasion: Occasion) -> bool:
    """Not dated weeks before its report: what is recalled leaves the news the only one of its kind."""
    published = desk.published(occasion.report)
    whens = [w for w in occasion.whens if w.earliest and w.latest]
    if occasion.remote or not published or not published.earliest or not published.latest or not whens:
        return not occasion.remote
    return any(w.latest is None or w.latest >= published.earliest or days_between(w, published) <= _NEWS for w in whens)


def _kinds(occasion: Occasion) -> frozenset[str]:
    return occasion.acts | occasion.themes | {block_key(occasion.block)}


def block_key(block: str) -> str:
    """The key of a block among those of `Occasion.lone`."""
    return "block " + block


def _takes_up(one: Occasion, blocks: dict[str, list[Occasion]]) -> bool:
    """Merge what tells a happening of the kind told before, with nothing that sets the two apart ("le feu avait pris samedi")."""
    acts_ = one.acts & HAPPENINGS
    for block in sorted(blocks) if acts_ and one.block != "CONTAIN" else ():
        for n, other in enumerate(blocks[block]):
            apart = one.places and other.places and not one.places & other.places
            if (
                acts_ & other.acts
                and other.block != "CONTAIN"
                and not apart
                and one.remote == other.remote
                and not misnamed(one, other)
                and not clash(one, other)
            ):
                blocks[block][n] = merged(other, one)
                return True
    return False


def _told_otherwise(one: Occasion, blocks: dict[str, list[Occasion]]) -> bool:
    """Merge it into a happening told before under a kin frame ("a déraillé … le drame"); False when there is none."""
    if one.frame in LOOSE:
        return False
    for block in sorted(blocks):
        for n, other in enumerate(blocks[block]):
            if other.frame in LOOSE or kinship(one.frame, other.frame) != "near" or clash(one, other):
                continue
            if _likeness(one, other) >= _KIN:
                blocks[block][n] = merged(other, one)
                return True
    return False


def party_keys(desk: Desk, actors: Iterable[str]) -> frozenset[str]:
    """Keys under which these parties compare, see `sides`."""
    return frozenset().union(*(desk.parties.get(a, frozenset([a])) for a in actors))


def _occasion(desk: Desk, event: Event) -> Occasion:
    slots = event.slots
    frame = event.frame
    when = _when(desk, event)
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
        when is not None and _is_remote(when, desk.published(event.report)),
        " ".join(plain(desk.text(desk.clause(event))).split()),
        _leads(desk, event),
        _named(desk, event),
        acts(told),
        acts(themes),
        sides_of(frozenset((*(_plain(w) for w in told), *_states(desk, event), frame))),
        _heads(slots.doer, slots.doer_spans),
        _whole(slots),
        (_narrowing(slots.doer, slots.doer_spans), _narrowing(slots.undergoer, slots.undergoer_spans)),
        _since(desk, event),
        _is_plural(desk, event),
        _called(desk, event),
    )


def _acts(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """Words that name what is done, and words that name what its fate is told of."""
    own, slots = event.lemma.lower(), event.slots
    kind = carries(_plain(own))
    beside = frozenset((*_heads(slots.doer, slots.doer_spans), *_heads(slots.undergoer, slots.undergoer_spans)))
    if _plain(own) in _STARTS and (stops := frozenset(b for b in beside if "stop" in act_words(b))):
        return stops, frozenset()
    if kind == "phase":
        return frozenset([own]), beside | frozenset(_plain(x) for x in slots.undergoer)
    if kind == "occur":
        return frozenset(b for b in beside if act_words(b) & HAPPENINGS) or frozenset([own]), frozenset()
    if kind == "cause":
        caused = (_plain(x) for x in (*slots.content, *slots.undergoer))
        return frozenset(x for x in caused if act_words(x) & HAPPENINGS) or frozenset([own]), frozenset()
    return frozenset([own]) | (beside if kind == "light" else frozenset()), frozenset()


def _states(desk: Desk, event: Event) -> Iterable[str]:
    """In what state it leaves somebody: "retrouvé vivant"."""
    parsed, i = desk.readings[event.report].parsed, event.slots.head
    if 0 <= i < len(parsed.words):
        for kid in parsed.kids(i, "xcomp", "advcl", "amod"):
            if kid.pos in ("ADJ", "NOUN", "VERB"):
                yield from (_plain(kid.lemma), _plain(kid.lower))


def _heads(lemmas: tuple[str, ...], spans: tuple[Span, ...]) -> frozenset[str]:
    return frozenset(_plain(x) for x in lemmas[: len(spans)]) - _times()


def _whole(slots: Slots) -> frozenset[str]:
    """What it happens to: "le corps du randonneur" is the walker."""
    heads = _heads(slots.undergoer, slots.undergoer_spans)
    return _narrowing(slots.undergoer, slots.undergoer_spans) or heads if heads & _BODY else heads


def _narrowing(lemmas: tuple[str, ...], spans: tuple[Span, ...]) -> frozenset[str]:
    """The words beside the heads, names marked with "^": "le gardien d'Ornay" and "le gardien visiteur" may be one."""
    return frozenset("^" * x[:1].isupper() + _plain(x) for x in lemmas[len(spans) :]) - _times()


def _since(desk: Desk, event: Event) -> tuple[When, ...]:
    """Since when it goes on: "bloquent l'usine depuis lundi"."""
    when = desk.whens.get(event.when or "")
    if when is None or not when.span or event.slots.tense == "future" or event.slots.nominal:
        return ()
    return (when,) if desk.text(when.span).lower().startswith("depuis") else ()


def _is_part(desk: Desk, event: Event) -> bool:
    """Does the noun of a happening only say of what kind another thing is: "le service d'incendie"?"""
    parsed, i = desk.readings[event.report].parsed, event.slots.head
    if (
        not event.slots.nominal
        or not act_words(_plain(event.lemma.lower())) & HAPPENINGS
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


def misnamed(a: Occasion, b: Occasion) -> bool:
    """Have they two names of their own: two storms, two hurricanes?"""
    return bool(a.called and b.called and a.called != b.called)


def _block(event: Event) -> str:
    """What occasions compare within: the frame; where that says little, the verb too; what has parts, by its noun."""
    if "contain" in act_words(_plain(event.lemma.lower())) and not event.slots.nominal:
        return "CONTAIN"  # its end is no part of a fire
    if event.frame == "COMPRISE" and event.slots.doer:
        return f"COMPRISE:{event.slots.doer[0]}"
    return event.frame if event.frame not in LOOSE else f"{event.frame}:{event.lemma.lower()}"


def _is_remote(when: When, published: When | None) -> bool:
    """Does it lie a season or more before the report?"""
    if not published or not published.earliest or not published.latest or not when.earliest or not when.latest:
        return False
    return when.latest < published.earliest and days_between(when, published) > _LONG_AGO


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
    """ "Un autre feu a pris": not the one that the rest is about."""
    parsed = desk.readings[event.report].parsed
    heads = {i for i in (event.slots.head, event.slots.predicate) if 0 <= i < len(parsed.words)}
    nouns = heads | {k.i for h in heads for k in parsed.kids(h, "nsubj")}
    others = (
        k for n in sorted(nouns) for k in parsed.kids(n, "amod", "det") if k.lower in ("autre", "autres", "second", "seconde")
    )
    return frozenset(["autre"]) if next(others, None) else frozenset()


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
        lemma = _plain(word.lemma)
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
    return frozenset(_plain(w) for s in spans if s.end - s.start < 60 for w in re.findall(r"[^\W\d_]{2,}", desk.text(s)))


def _is_party(desk: Desk, actor: str) -> bool:
    record = desk.actors[actor]
    return record.kind != "role" and (record.kind != "organisation" or record.name[:1].isupper() or " " in record.name)


def _named(desk: Desk, event: Event) -> frozenset[str]:
    """Parties told by name here: only these can set two happenings apart."""
    rows = [(desk.mentions.get(s), s) for s in (*event.slots.agent_spans, *event.slots.target_spans)]
    return party_keys(desk, (a for a, s in rows if a and any(c.isupper() for c in desk.text(s)[1:] or desk.text(s))))


def _when(desk: Desk, event: Event) -> When | None:
    """Its time, unless that lies after the report although the event is told as past (then it is another's)."""
    when, published = desk.whens.get(event.when or "") or _borrowed(desk, event), desk.published(event.report)
    if (
        when
        and when.earliest
        and published
        and published.latest
        and event.slots.tense == "past"
        and when.earliest > published.latest
    ):
        return None
    if when and when.span and desk.text(when.span).lower().startswith("depuis"):
        return None  # that is when the last one was
    return when


def _borrowed(desk: Desk, event: Event) -> When | None:
    """The time of a clause whose subject it is ("En 2011, une collision avait fait…"), or that its object took from it."""
    parsed, i = desk.readings[event.report].parsed, event.slots.head
    if not 0 <= i < len(parsed.words):
        return None
    for other in desk.by_sentence.get((event.report, parsed.words[i].sent), ()):
        when, k = desk.whens.get(other.when or ""), other.slots.head
        if not when or not when.span or not 0 <= k < len(parsed.words) or other.id == event.id:
            continue
        if event.slots.nominal:
            told = other.frame in _BEFALLING or carries(_plain(other.lemma.lower())) == "occur"
            if told and parsed.words[i].dep.startswith("nsubj") and parsed.words[i].head in (k, other.slots.predicate):
                return when
        elif other.slots.nominal and event.slots.tense == "past" and parsed.words[k].head == i:
            if _BARE_DAY.match(desk.text(when.span)):  # "a adopté le projet lundi"
                return when
    return None


@cache
def _plain(lemma: str) -> str:
    return plain(lemma)


def _content(lemmas: Iterable[str]) -> Iterable[str]:
    return (
        _plain(x)
        for x in lemmas
        if len(x) > 2 and _plain(x) not in function_words() and _plain(x) not in _times() and not x[0].isdigit()
    )


def _places(desk: Desk, event: Event) -> frozenset[str]:
    keys = set(party_keys(desk, [event.place] if event.place else desk.places_in(_reach(desk, event))))
    if event.frame in _JOURNEYS:
        keys.update(k for k in party_keys(desk, event.targets) if k[0] == "=" or k.startswith("n:"))
    if event.slots.place_name:
        keys.update(_plain(w) for w in re.findall(r"[^\W\d_]{3,}", event.slots.place_name) if _plain(w) not in function_words())
    return frozenset(keys)


def _reach(desk: Desk, event: Event) -> Span:
    """The clause of an event with what hangs on its verb behind a comma: "est attendu, mardi, à Lima"."""
    clause, parsed = desk.clause(event), desk.readings[event.report].parsed
    i = event.slots.predicate if event.slots.predicate >= 0 else event.slots.head
    if event.slots.nominal or not 0 <= i < len(parsed.words):
        return clause
    end = max((parsed.words[k].end for k in parsed.children[i] if parsed.words[k].dep.startswith("obl")), default=0)
    return Span(clause.report, clause.start, min(max(clause.end, end), clause.end + _BEHIND))


def _home(desk: Desk, event: Event, one: Occasion, known: list[Occasion]) -> int | None:
    """The occasion told before that this event belongs to; None = a new one."""
    if not known:
        return None
    best: tuple[float, int] | None = None
    pointing = _points_back(desk, event)
    for i, other in enumerate(known):
        if clash(one, other):
            continue
        score = _likeness(one, other)
        if pointing == "this" and not (one.agents | one.targets):
            past = "past" in other.tenses
            # "Ce voyage intervient …" is the one the report is about; "depuis cette visite" the last one told as past.
            fits = not past if event.slots.tense in ("present", "future") else past or len(known) == 1
            score += 2.0 + i * 0.1 if fits else 0.5
        elif pointing == "the" and not (one.objects - {"etat"}):
            score += 1.2 if i == 0 else 1.0
        if score >= 1.8 and (best is None or score > best[0]):
            best = (score, i)
    return best[1] if best else None


def _points_back(desk: Desk, event: Event) -> str:
    """ "this" for "cette visite", "the" for a definite noun, "" otherwise."""
    if not event.slots.nominal or not event.slots.definite:
        return ""
    parsed = desk.readings[event.report].parsed
    i = event.slots.head
    if not 0 <= i < len(parsed.words):
        return "the"
    return "this" if any(w.lower in _DEMONSTRATIVE for w in parsed.kids(i, "det")) else "the"


def clash(a: Occasion, b: Occasion) -> bool:
    """What two tellings of one happening can never differ in: days apart, ordinals, parties, planned against long past."""
    if a.ordinals != b.ordinals and (a.ordinals or b.ordinals):
        return True
    if any(_disjoint(x, y) for x in a.whens for y in b.whens):
        return True
    if a.remote != b.remote and (a.whens and b.whens or a.tenses == b.tenses or not (b if a.remote else a).tenses <= _PAST):
        return True
    if a.report == b.report and {"future"} in (a.tenses, b.tenses) and "past" in (a.tenses | b.tenses) and not _planned(a, b):
        return True
    return opposed(a, b, a.agents, b.agents) or opposed(a, b, a.targets, b.targets)


def _planned(a: Occasion, b: Occasion) -> bool:
    return all(any(c.status in ("planned", "announced", "possible", "alleged", "denied") for c in o.claims) for o in (a, b))


def _disjoint(a: When, b: When) -> bool:
    if not a.earliest or not a.latest or not b.earliest or not b.latest or a.duration or b.duration:
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def met(a: frozenset[str], b: frozenset[str]) -> int:
    """1 when one party stands in both, not only its side."""
    for key in a & b:
        if key[0] != "~":
            return 1
    return 0


def sided(a: frozenset[str], b: frozenset[str]) -> bool:
    """Do both hold a party of one side? That both are persons is none."""
    return bool((a & b) - {PERSON, ROLE})


def opposed(a: Occasion, b: Occasion, left: frozenset[str], right: frozenset[str]) -> bool:
    """Are both parties named, and none the same, nor on one side?"""
    if not (left & a.named and right & b.named):
        return False
    if any(PERSON in x and ROLE in y and PERSON not in y for x, y in ((left, right), (right, left))):
        return False
    common = left & right
    return not common - {PERSON, ROLE} or PERSON in common and not met(left, right)


def _likeness(a: Occasion, b: Occasion) -> float:
    """How many slots speak for one happening, inside one report."""
    score = 1.0 * met(a.agents, b.agents) + 0.8 * met(a.targets, b.targets) + 0.6 * bool(a.places & b.places)
    score += 1.0 * any(x.value == y.value for x in a.whens for y in b.whens)
    bare = any(not (o.agents or o.targets or o.places or any(w.earliest for w in o.whens)) for o in (a, b))
    named = called_alike(a, b)
    if a.objects and b.objects and not (bare and all(e.slots.nominal for o in (a, b) for e in o.events[:1])):
        score += 1.4 if a.objects & b.objects and named else 1.0 if a.objects & b.objects else -0.8
    if bare and (a.tenses & b.tenses or "none" in a.tenses | b.tenses) and a.block.split(":")[0] not in LOOSE:
        score += 1.8 if a.block in ONCE else 1.5  # told again in passing
    if a.block == b.block and a.block in ONCE and (met(a.agents, b.agents) or met(a.targets, b.targets)):
        score += 1.0  # it befalls one party once
    if "future" in a.tenses & b.tenses and met(a.agents, b.agents):
        score += 0.4  # a party plans one of a kind at a time
    if a.main and b.main and a.block == b.block and a.frame not in LOOSE:
        score += 1.6  # a headline and the sentence below it tell one thing
    return score + 0.4 * named


def called_alike(a: Occasion, b: Occasion) -> bool:
    """Do both have one word, or a verb and the noun made of it: "libérer", "la libération"?"""
    return bool(a.lemmas & b.lemmas) or bool({root(_plain(x)) for x in a.lemmas} & {root(_plain(x)) for x in b.lemmas})


def merged(a: Occasion, b: Occasion) -> Occasion:
    """Two tellings of one happening as one occasion, under the frame and the wording of the first."""
    return replace(
        a,
        events=(*a.events, *b.events),
        claims=tuple(dict.fromkeys((*a.claims, *b.claims))),
        lemmas=a.lemmas | b.lemmas,
        agents=a.agents | b.agents,
        targets=a.targets | b.targets,
        places=a.places | b.places,
        objects=a.objects | b.objects,
        content=a.content | b.content,
        whens=tuple(dict.fromkeys((*a.whens, *b.whens))),
        ordinals=a.ordinals | b.ordinals,
        tenses=a.tenses | b.tenses,
        remote=a.remote or b.remote,
        main=a.main or b.main,
        named=a.named | b.named,
        acts=a.acts | b.acts,
        themes=a.themes | b.themes,
        sides=a.sides | b.sides,
        doers=a.doers | b.doers,
        undergoers=a.undergoers | b.undergoers,
        narrowed=(a.narrowed[0] | b.narrowed[0], a.narrowed[1] | b.narrowed[1]),
        since=tuple(dict.fromkeys((*a.since, *b.since))),
        several=a.several and b.several,
        called=a.called or b.called,
    )
