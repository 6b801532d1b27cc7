"""One happening as one report tells it, and what two tellings of one happening can never differ in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.roots import root
from recoupe.match.acts.opposites import Side
from recoupe.match.acts.sides import PERSON, ROLE
from recoupe.types import Claim, Event, When

LOOSE = frozenset(
    ("GENERIC", "STATE", "OPINION", "ATTENTION", "SAY", "ANNOUNCE", "CHANGE", "PUBLISH", "ATTEND", "POSSESS", "OTHER", "")
)
# What one party says, wants or thinks of many things: that he did so twice makes no matter.
TALK = frozenset(
    ("REQUEST", "PUBLISH", "SAY", "ANNOUNCE", "ACCUSE", "CRITICISE", "PRAISE", "PLAN", "CONCEDE", "OPINION", "PROPOSE")
)
# What befalls one party, or strikes one place, once in an affair.
ONCE = frozenset(("ARREST", "DIE", "BIRTH", "CRASH", "DISASTER", "BLAST", "RESIGN", "ELECT"))
# Acts that are happenings of their own: what "survenu", "s'est déclaré", "a frappé" say of them is that they were.
HAPPENINGS = frozenset(("quake", "blaze", "flood", "storm", "accident", "attack", "theft", "coup"))
_PAST = frozenset(("past", "none"))


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


def block_key(block: str) -> str:
    """The key of a block among those of `Occasion.lone`."""
    return "block " + block


@cache
def plain_lemma(lemma: str) -> str:
    """A lemma in plain form, worked out once."""
    return plain(lemma)


def misnamed(a: Occasion, b: Occasion) -> bool:
    """Have they two names of their own: two storms, two hurricanes?"""
    return bool(a.called and b.called and a.called != b.called)


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


def called_alike(a: Occasion, b: Occasion) -> bool:
    """Do both have one word, or a verb and the noun made of it: "libérer", "la libération"?"""
    return bool(a.lemmas & b.lemmas) or bool({root(plain_lemma(x)) for x in a.lemmas} & {root(plain_lemma(x)) for x in b.lemmas})


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
