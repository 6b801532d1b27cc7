"""Two occasions face to face: which of their slots meet, oppose or say nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recoupe.lang.plain import news_words
from recoupe.match.acts.families import kinds, kinship
from recoupe.match.acts.happening import HAPPENINGS, LOOSE, Occasion, block_key, met, misnamed, opposed
from recoupe.match.acts.opposites import opposition
from recoupe.match.acts.sides import PERSON, ROLE
from recoupe.match.acts.slots import compare_whens, days_between
from recoupe.match.desk import Desk

_CLOSE = 2  # days between two reports of one day's happening
_STEM = 6  # letters that a verb and its noun have in common
_SAME_WORDS = 4  # content words of a clause: as many of the same are no chance
_DEATHS = frozenset(("DIE", "TOLL", "KILL"))
ONE_WAY = frozenset(("PHONE", "INVITE", "ATTACK", "KILL", "INJURE", "SUE"))  # done by one party to the other
_FAR = 60  # days between two times that no slip of a reporter explains


@dataclass(frozen=True, slots=True)
class Faced:
    """Two occasions face to face: which of their slots meet (1), oppose (-1) or say nothing (0)."""

    a: Occasion
    b: Occasion
    loose: bool  # one of a frame that says little
    kin: str  # how their frames stand: same, near, far or ""
    act: bool  # two words for one act
    against: str | None  # opposite acts, and of what kind
    alone: bool  # each the only one of its kind in its report
    who: int
    whom: int
    crossed: int  # the parties, whichever side they stand on
    heads: bool  # one thing acts or undergoes in both
    what: float
    where: bool
    when: float
    apart: bool  # too many days between them
    words: bool  # told in the same words
    heart: bool  # both tell what the affair is about
    happening: bool  # each report tells one fire, one storm: it is the same


def face(a: Occasion, b: Occasion, heart: bool) -> Faced:
    act, against = one_act(a, b), opposition(a.sides, b.sides)
    kin = kinship(a.frame, b.frame) if a.block != b.block else "same"
    kin = "near" if kin in ("far", "") and (act or heart) or against else kin
    whom = -1 if opposed(a, b, a.targets, b.targets) else met(a.targets, b.targets)
    when, apart = _when(a, b)
    words = a.wording == b.wording and " " in a.wording
    return Faced(
        a,
        b,
        loose=a.frame in LOOSE or b.frame in LOOSE,
        kin=kin,
        act=act,
        against=against,
        alone=bool(a.lone & b.lone) or all(block_key(o.block) in o.lone for o in (a, b)),
        who=-1 if opposed(a, b, a.agents, b.agents) else met(a.agents, b.agents),
        whom=0 if whom == -1 and a.undergoers & b.undergoers else whom,  # one noun, taken for two parties
        crossed=met(a.agents | a.targets, b.agents | b.targets),
        heads=same_heads(a, b),
        what=_what(a, b),
        where=bool(a.places & b.places),
        when=when,
        apart=apart,
        words=words or len(a.content) >= _SAME_WORDS and len(a.content & b.content) >= 0.85 * max(len(a.content), len(b.content)),
        happening=_one_happening(a, b) and when >= 0 and not apart,
        heart=heart,
    )


def one_heart(desk: Desk, a: Occasion, b: Occasion) -> bool:
    """Do both tell what their affair is about, in the same days or with something else in common? Storms come twice in a week."""
    if not a.heart or a.heart != b.heart:
        return False
    days = [desk.order[o.report][0][:10] for o in (a, b)]
    close = all(days) and abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= _CLOSE
    shared = a.places & b.places or a.objects & b.objects or met(a.agents | a.targets, b.agents | b.targets)
    return bool(close or shared or _when(a, b)[0] > 0)


def one_act(a: Occasion, b: Occasion) -> bool:
    """Do they tell one act, or the fate of one: "la cession", "a validé la cession"?"""
    return bool((a.acts | a.themes) & (b.acts | b.themes))


def worded(a: Occasion, b: Occasion) -> bool:
    """Do both use one word, one of its family ("revendiquer", "revendication"), or two words for one act?"""
    return one_act(a, b) or bool({x[:_STEM] for x in a.lemmas} & {x[:_STEM] for x in b.lemmas})


def same_heads(a: Occasion, b: Occasion) -> bool:
    """Is it one thing, or one kind of thing, that acts or that it happens to, in both?"""
    if a.undergoers and b.undergoers:
        return one_thing(a.undergoers, b.undergoers) and not _told_apart(a, b, 1)
    for x, y in ((a, b), (b, a)):  # "est mort", "a survécu"
        if x.undergoers and not x.doers and y.doers and not y.undergoers:
            return bool(x.undergoers & y.doers)
    return bool(a.doers and b.doers) and one_thing(a.doers, b.doers) and not _told_apart(a, b, 0)


def _told_apart(a: Occasion, b: Occasion, part: int) -> bool:
    """ "Le conseil municipal", "le conseil régional": one noun, narrowed by other words."""
    left, right = a.narrowed[part], b.narrowed[part]
    if left & right:
        return False
    return any({w[0] == "^" for w in left} == {named} == {w[0] == "^" for w in right} for named in (True, False))


def are_parted(a: Occasion, b: Occasion, who: int, whom: int) -> bool:
    """Does anything say that two opposite acts are of two parties, or befall two things?"""
    if who == -1 and not (whom == 1 or same_heads(a, b)) or whom == -1:
        return True
    if "INJURE" in (a.frame, b.frame) and {a.frame, b.frame} & _DEATHS and whom != 1:
        return True  # "une personne est morte", "une personne est blessée"
    things = bool(a.undergoers and b.undergoers) and not one_thing(a.undergoers, b.undergoers)
    if _told_apart(a, b, 0) and a.doers & b.doers and who != 1 or _told_apart(a, b, 1) and whom != 1:
        return True
    return things and whom != 1 or not (same_heads(a, b) or who == 1 or whom == 1)


def one_thing(a: frozenset[str], b: frozenset[str]) -> bool:
    """Do these nouns name one thing, or one kind of thing?"""
    return bool(a & b or kinds(a) & kinds(b))


def bare_nouns(a: Occasion) -> bool:
    return all(e.slots.nominal for e in a.events)


def same_deed(a: Occasion, b: Occasion) -> bool:
    """One act, in one word or another, done to one thing or by one, and told once in either report."""
    return one_act(a, b) and bool(a.lone & b.lone) and same_heads(a, b)


def _one_happening(a: Occasion, b: Occasion) -> bool:
    """Has each report one fire, one storm, one coup only, under no other name, nowhere else, and not several of them?"""
    lone = a.acts & b.acts & HAPPENINGS & a.lone & b.lone
    one = not (a.several or b.several or misnamed(a, b)) and a.ordinals == b.ordinals and a.remote == b.remote
    return bool(lone) and one and not are_elsewhere(a, b)


def same_happening(a: Occasion, b: Occasion) -> bool:
    """The one happening of its kind in either report, at one place: the fire, the quake."""
    lone = a.acts & b.acts & HAPPENINGS & a.lone & b.lone
    return (
        bool(lone) and (bool(a.places & b.places) or a.main and b.main) and not are_elsewhere(a, b) and a.ordinals == b.ordinals
    )


def are_elsewhere(a: Occasion, b: Occasion) -> bool:
    """Has each a place, and none in common? What a fire or a quake befalls under a name is its place."""
    left, right = (o.places | (o.targets - {PERSON, ROLE} if o.acts & HAPPENINGS else frozenset()) for o in (a, b))
    return bool(left and right) and not left & right


def mirrored(a: Occasion, b: Occasion) -> bool:
    """Is the doer of each the other's target: who called whom?"""
    if a.block not in ONE_WAY or a.block != b.block or a.agents & b.agents - {PERSON}:
        return False
    left, right = (o.targets | _governments(o) for o in (a, b))
    return bool(a.agents & right - {PERSON}) and bool(left & b.agents - {PERSON})


def _governments(occasion: Occasion) -> frozenset[str]:
    """Who is called where a capital is: "a téléphoné à Lisbonne"."""
    return frozenset("~" + k[1:] for k in occasion.places if k[0] == "=") if occasion.block == "PHONE" else frozenset()


def _what(a: Occasion, b: Occasion) -> float:
    """Themes in common count most, then words of the clause that not every report holds."""
    score = 0.0
    if a.objects and b.objects:
        common = a.objects & b.objects
        alike = kinds(a.objects) & kinds(b.objects)
        two = a.undergoers & b.undergoers and _told_apart(a, b, 1)
        score += -0.5 if two else min(1.8, 0.9 * len(common)) if common else 0.7 if alike else -0.5
        score += 0.4 * bool(common and alike)
    around = (a.content & b.content) - a.objects - b.objects - news_words()
    return score + min(1.2, 0.35 * len(around))


def _when(a: Occasion, b: Occasion) -> tuple[float, bool]:
    best, apart = 0.0, False
    for x in a.whens:
        for y in b.whens:
            relation = compare_whens(x, y)
            if relation in ("same", "refined") and not x.duration and not y.duration:
                best = max(best, 1.4 if relation == "same" else 0.9)
            elif relation == "disjoint":
                best = best or -1.0
                apart = days_between(x, y) > _FAR
    return best, apart and best <= 0
