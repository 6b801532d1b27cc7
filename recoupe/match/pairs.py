"""Which occasions of two reports are one: score their identity slots, join the best, one of each report."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from itertools import islice
from operator import attrgetter

from recoupe.lang.plain import news_words, plain
from recoupe.match.desk import Desk
from recoupe.match.families import kinds, kinship, relatives
from recoupe.match.merge import HAPPENINGS, LOOSE, ONCE, TALK, Occasion, block_key, met, misnamed, opposed, sided
from recoupe.match.opposites import opposition
from recoupe.match.sides import PERSON, ROLE
from recoupe.match.slots import compare_whens, days_between
from recoupe.types import Link, make_id

_JOIN = 2.3
_JOIN_LOOSE = 2.7  # frames that say little ask for more
_NEAR_MISS = 1.6
_CLOSE = 2  # days between two reports of one day's happening
_HEART = 2.5  # two reports of one affair tell the happening that it is about
EXCLUSIVE = frozenset(("AWARD", "GIVE", "HAND"))  # done by one: another doer may be a mistake
_LASTING = frozenset(("COOPERATE", "SUPPORT"))  # relations that last: one mention is seldom the same fact as another
_MUTUAL = frozenset(("MEET", "PHONE", "NEGOTIATE", "SIGN", "AGREE"))  # done together: either side may be named first
ONE_WAY = frozenset(("PHONE", "INVITE", "ATTACK", "KILL", "INJURE", "SUE"))  # done by one party to the other
_JOURNEYS = frozenset(("TRAVEL", "RETURN"))
_VAGUE = frozenset(("GENERIC", "OTHER", ""))
_SPEECH = frozenset(
    ("SAY", "ANNOUNCE", "ACCUSE", "DENY", "REQUEST", "CRITICISE", "PRAISE", "OPINION", "TOLL", "STATE", "ATTENTION")
)
_TOPICS = frozenset(("ELECT", "PROTEST", "END", "STATE", "PLAY"))  # "la présidentielle": a bare noun names what all know of
_RECURRING = frozenset(("PROTEST", "STRIKE", "MEET", "PLAY", "SPEAK"))  # there is another one next week
_BALLOTS = frozenset("élection présidentielle législative municipale européenne sénatoriale primaire scrutin campagne".split())
_DEATHS = frozenset(("DIE", "TOLL", "KILL"))
_VIEWS = frozenset(("OPINION", "STATE"))
_BLOWS = frozenset(("SHELL", "ATTACK"))
_STEM = 6  # letters that a verb and its noun have in common
_SAME_WORDS = 4  # content words of a clause: as many of the same are no chance
_MAX_PARTNERS = 24  # candidates an occasion is compared with, nearest in publication first
_FAR = 60  # days between two times that no slip of a reporter explains


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two occasions are, which slots say so, and whether they can be one at all."""

    score: float
    reasons: tuple[str, ...]
    possible: bool
    solid: bool  # who or whom, and what or where, both match: only then may a difference be a contradiction


def join_occasions(desk: Desk, occasions: Sequence[Occasion]) -> tuple[list[list[Occasion]], list[Link]]:
    """Groups of occasions that are one matter, and the links behind them."""
    ordered = sorted(occasions, key=lambda o: (desk.order[o.report], o.events[0].trigger, o.id))
    compare = _Comparer(desk, ordered)
    scored: list[tuple[float, int, int, Likeness]] = []
    for i, j in _candidates(desk, ordered):
        likeness = compare(i, j)
        if likeness.score >= _NEAR_MISS:
            scored.append((likeness.score, i, j, likeness))
    scored.sort(key=lambda x: (-x[0], x[1], x[2]))
    group = list(range(len(ordered)))
    members: dict[int, list[int]] = {i: [i] for i in group}
    links: list[Link] = []
    beside: list[tuple[int, int]] = []
    for score, i, j, likeness in scored:
        loose = (ordered[i].frame in LOOSE or ordered[j].frame in LOOSE) and not _one_act(ordered[i], ordered[j])
        joins = likeness.possible and score >= (_JOIN_LOOSE if loose else _JOIN)
        if joins and group[i] != group[j] and not _crowded(ordered, compare, members[group[i]], members[group[j]]):
            home, guest = sorted((group[i], group[j]))
            members[home] += members.pop(guest)
            for k in members[home]:
                group[k] = home
            links.append(_link(ordered[i], ordered[j], "same", score, likeness))
        elif joins and group[i] != group[j] and opposition(ordered[i].sides, ordered[j].sides):
            beside.append((i, j))  # "arrêtés lundi, relâchés mardi": either act of one report may be meant
        elif not likeness.possible and score >= _JOIN:
            links.append(_link(ordered[i], ordered[j], "different", score, likeness))
    turns = {tuple(sorted((group[i], group[j]))): (i, j) for i, j in reversed(beside)}  # the best of two groups
    pairs = [[ordered[i], ordered[j]] for i, j in sorted(turns.values())]
    return [*([ordered[k] for k in sorted(members[g])] for g in sorted(members)), *pairs], links


class _Comparer:
    """How alike two of these occasions are, worked out once for all told alike: reports of one affair repeat each other."""

    def __init__(self, desk: Desk, occasions: Sequence[Occasion]) -> None:
        self._desk, self._occasions = desk, occasions
        kinds_: dict[object, int] = {}
        self.told = [kinds_.setdefault(_telling(desk, o), len(kinds_)) for o in occasions]
        self._known: dict[tuple[int, int], Likeness] = {}

    def __call__(self, i: int, j: int) -> Likeness:
        key = self.told[i], self.told[j]
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = compare_occasions(self._desk, self._occasions[i], self._occasions[j])
        return found


_OWN = frozenset(
    ("report", "events", "claims", "whens", "since")
)  # of these `compare_occasions` reads no more than `_telling` holds
_TOLD = attrgetter(*(f.name for f in fields(Occasion) if f.name not in _OWN))


def _telling(desk: Desk, o: Occasion) -> tuple[object, ...]:
    """All that `compare_occasions` reads of an occasion, whatever its ids and its place in the text."""
    return (
        desk.order[o.report][0],
        _TOLD(o),
        o.goes,
        _bare_nouns(o),
        frozenset((c.status, bool(c.sources)) for c in o.claims),
        tuple((w.earliest, w.latest, w.duration) for w in o.whens),
    )


def _link(a: Occasion, b: Occasion, verdict: str, score: float, likeness: Likeness) -> Link:
    return Link(a.id, b.id, verdict, round(min(1.0, score / 6), 3), likeness.reasons, make_id("k", a.id, b.id))  # type: ignore[arg-type]


def _candidates(desk: Desk, occasions: Sequence[Occasion]) -> list[tuple[int, int]]:
    """Pairs worth comparing, of related reports: one block, one family of frames, or main facts with one kind of thing."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, occasion in enumerate(occasions):
        blocks["block", occasion.block].append(i)
        for act in occasion.acts | occasion.themes:
            blocks["act", act].append(i)
        for row, _ in occasion.sides:
            blocks["sides", row].append(i)
        for family in relatives(occasion.frame):
            blocks["family", family].append(i)
        if occasion.heart:
            blocks["heart", occasion.heart].append(i)
        if occasion.main and occasion.frame not in _SPEECH:
            for kind in kinds(occasion.objects):
                blocks["kind", kind].append(i)
    out: set[tuple[int, int]] = set()
    for (sort, _), owners in blocks.items():
        sure = sort in ("block", "act", "heart")  # all of one such block are comparable
        by_report: dict[str, list[int]] = defaultdict(list)
        for i in owners:
            by_report[occasions[i].report].append(i)
        beside: dict[frozenset[str], list[int]] = {}  # the owners of an affair, in order
        for i in owners:
            report, partners = occasions[i].report, 0
            related = desk.related[report]
            if related not in beside:
                beside[related] = sorted(j for r in related if r in by_report for j in by_report[r])
            for j in islice(beside[related], bisect_right(beside[related], i), None):
                if occasions[j].report != report and (sure or _comparable(occasions[i], occasions[j])):
                    out.add((i, j))
                    partners += 1
                    if partners >= _MAX_PARTNERS:
                        break
    return sorted(out)


def _comparable(a: Occasion, b: Occasion) -> bool:
    """One block, kin frames, or two main facts of which one has no frame that says what it is."""
    if a.block == b.block or _one_act(a, b) or opposition(a.sides, b.sides) or a.heart and a.heart == b.heart:
        return True
    if a.frame not in LOOSE and b.frame not in LOOSE and kinship(a.frame, b.frame):
        return True
    return a.main and b.main and (a.frame in _VAGUE) != (b.frame in _VAGUE) and not {a.frame, b.frame} & _SPEECH


def _one_heart(desk: Desk, a: Occasion, b: Occasion) -> bool:
    """Do both tell what their affair is about, in the same days or with something else in common? Storms come twice in a week."""
    if not a.heart or a.heart != b.heart:
        return False
    days = [desk.order[o.report][0][:10] for o in (a, b)]
    close = all(days) and abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= _CLOSE
    shared = a.places & b.places or a.objects & b.objects or met(a.agents | a.targets, b.agents | b.targets)
    return bool(close or shared or _when(a, b)[0] > 0)


def _crowded(all_: Sequence[Occasion], compare: _Comparer, a: list[int], b: list[int]) -> bool:
    """Would the union hold two occasions of one report, or two that cannot be one?"""
    if not {all_[i].report for i in a}.isdisjoint(all_[j].report for j in b):
        return True
    if len(a) * len(b) > 400:
        return False
    left, right = ({compare.told[k]: k for k in group}.values() for group in (a, b))  # one of all that are told alike
    return any(not compare(i, j).possible for i in left for j in right)


def compare_occasions(desk: Desk, a: Occasion, b: Occasion) -> Likeness:
    """Score the slots of two occasions."""
    f = _face(a, b, _one_heart(desk, a, b))
    score, reasons = 0.0, []
    for weight, reason in (*_parties(f), *_circumstances(f), *_doubts(f)):
        score += weight
        reasons += [reason] if reason else []
    bars = list(_bars(desk, f))
    reasons += [reason for reason in bars if reason]
    solid = (f.kin == "same" or bool(f.against)) and (_solid(a, b, f.who, f.whom, f.what, f.where) or bool(f.alone and f.heads))
    return Likeness(score, tuple(reasons), not bars, solid)


@dataclass(frozen=True, slots=True)
class _Faced:
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


def _face(a: Occasion, b: Occasion, heart: bool) -> _Faced:
    act, against = _one_act(a, b), opposition(a.sides, b.sides)
    kin = kinship(a.frame, b.frame) if a.block != b.block else "same"
    kin = "near" if kin in ("far", "") and (act or heart) or against else kin
    whom = -1 if opposed(a, b, a.targets, b.targets) else met(a.targets, b.targets)
    when, apart = _when(a, b)
    words = a.wording == b.wording and " " in a.wording
    return _Faced(
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
        heads=_heads(a, b),
        what=_what(a, b),
        where=bool(a.places & b.places),
        when=when,
        apart=apart,
        words=words or len(a.content) >= _SAME_WORDS and len(a.content & b.content) >= 0.85 * max(len(a.content), len(b.content)),
        happening=_one_happening(a, b) and when >= 0 and not apart,
        heart=heart,
    )


Weights = Iterator[tuple[float, str]]  # what counts for or against, with the reason a reader is told ("" for none)


def _parties(f: _Faced) -> Weights:
    """Who did it to whom."""
    a, b = f.a, f.b
    yield _ground(a, b, f.kin, f.alone), ""
    yield 0.7 * (f.who == 0 and sided(a.agents, b.agents)), ""
    yield {1: 1.6, 0: 0.0, -1: -0.5 if a.block in EXCLUSIVE else -1.6}[f.who] + {1: 1.2, 0: 0.0, -1: -1.0}[f.whom], ""
    if f.crossed == 1 and f.who != 1 and f.whom != 1:
        yield 1.4 if a.frame in _MUTUAL else 0.8, "mêmes acteurs, autrement placés"
    yield 0.0, "même auteur" if f.who == 1 else ""
    yield 0.0, "même destinataire" if f.whom == 1 else ""


def _circumstances(f: _Faced) -> Weights:
    """What, where, when, in which words."""
    a, b = f.a, f.b
    yield f.what, "même objet : " + ", ".join(sorted(a.objects & b.objects or a.content & b.content)[:3]) if f.what > 0 else ""
    yield 0.9 if f.where else -0.3 if a.places and b.places else 0.0, "même lieu" if f.where else ""
    yield f.when, "même date" if f.when > 0 else ""
    if a.lemmas & b.lemmas and (not f.loose or f.heads or f.who == 1 or f.whom == 1):
        yield 0.5, ""
    named = f.act or a.lemmas & b.lemmas or f.against or f.kin == "same" and not f.loose
    if f.heads and named and a.block not in _JOURNEYS:
        yield 0.8, ""
    if f.heads and f.kin == "same" and a.block in _JOURNEYS and a.goes and b.goes:
        yield 1.8, ""
    names = list(dict.fromkeys(o.block.split(":")[-1].lower() for o in (a, b)))
    if f.heart:
        yield _HEART, "le fait dont parle l'affaire"
    yield 0.0, f"même type de fait ({names[0]})" if len(names) == 1 else f"faits de types voisins ({', '.join(names)})"
    if a.main and b.main and a.frame not in _SPEECH:
        yield 0.3 if f.kin == "far" else 1.0, "fait principal des deux textes"
    if f.words:
        yield 2.0 if f.kin == "same" and a.wording != b.wording else 2.8, "mêmes mots"
    if {c.status for c in a.claims} & {c.status for c in b.claims} - {"happened"}:
        yield 0.2, ""
    if f.happening:
        yield 1.2, "le seul de ce genre dans chaque texte"
    act = f.alone and f.kin == "same" and a.frame not in LOOSE | TALK | _TOPICS
    if act and (f.what > 0 or f.when > 0 or f.where or f.whom == 1):
        yield 0.4, ""  # told once in each, with one thing, day or place: no chance


def _doubts(f: _Faced) -> Weights:
    """What two happenings of one kind have in common too."""
    a, b = f.a, f.b
    told = (f.happening, f.heart, f.heads, f.what > 0, f.where, f.when > 0)
    common = (*told, f.who > 0, f.whom > 0, f.crossed, sided(a.agents, b.agents))
    if not any(common) and a.wording != b.wording:
        yield -0.0 if _points(a, b) else -1.0, "rien d'autre en commun"
    bare = _bare_nouns(a) and _bare_nouns(b)
    if f.kin == "same" and not a.lemmas & b.lemmas and bare and not kinds(a.lemmas) & kinds(b.lemmas):
        yield -0.8, ""
    if bare and a.frame not in ONCE and not (a.main and b.main) and a.wording != b.wording:
        yield -0.0 if a.objects & b.objects or f.when > 0 or a.lemmas & b.lemmas else -1.0, ""  # "la campagne", "le scrutin"
    if f.kin == "same" and a.frame in _TOPICS and bare and not a.whens and not b.whens:
        yield -1.5, ""
    if a.frame == b.frame and a.frame in _BLOWS and a.undergoers and b.undergoers and f.whom != 1:
        yield -0.0 if f.heads or f.against else -0.8, ""  # a base, a hospital
    if not _tied(f) and f.kin in ("same", "near"):
        yield -2.1 - max(f.what, 0.0), "rien de commun que les acteurs"  # in a group of others they may still be one


def _tied(f: _Faced) -> bool:
    """Is there more in common than the parties?"""
    a, b = f.a, f.b
    themed = bool(a.objects & b.objects) or len((a.content & b.content) - news_words() - _named_words(a) - a.doers) > 1
    befallen = f.heads and (bool(a.undergoers and b.undergoers) or f.who != 1)  # its doer is the party himself
    if f.happening or f.heart or befallen or themed and f.what >= 0.7 or f.when > 0 or f.where or f.whom == 1 or f.words:
        return True
    told = a.main or b.main if a.frame in TALK else a.main and b.main
    return told or a.frame not in TALK and _worded(a, b)


def _bars(desk: Desk, f: _Faced) -> Iterator[str]:
    """Why they cannot be one, each with its reason for the reader ("" where the frames alone say so)."""
    a, b = f.a, f.b
    placed, bare = f.when > 0 or f.where, _bare_nouns(a) and _bare_nouns(b)
    if f.kin == "near" and a.block != b.block and f.loose and f.what < 0.7 and not (f.who == 1 and f.when > 0 or f.heads):
        yield ""
    if f.against and _parted(a, b, f.who, f.whom):
        yield ""
    if not f.kin and (f.what < 0.7 or not placed):
        yield ""
    if f.kin == "far" and (f.what < 0.7 or not placed or _vouched(a) != _vouched(b)):
        yield ""
    if a.frame == b.frame and a.frame in _VIEWS and not _worded(a, b) and not f.words:
        yield ""  # two opinions
    if a.remote != b.remote and f.when <= 0:  # a report of a year later recalls what was news that day
        yield "l'un est rappelé d'il y a longtemps"
    if a.ordinals != b.ordinals and not (_sole(a) and _sole(b)):
        yield "rang différent : " + " / ".join(sorted(a.ordinals | b.ordinals))
    if f.when < 0 and (_elsewhere(a, b) or a.frame == b.frame and a.frame in _RECURRING):
        yield "autre jour, autre lieu" if _elsewhere(a, b) else "un autre jour"
    if a.frame == b.frame == "ELECT" and bare and (a.lemmas | b.lemmas) <= _BALLOTS and not _one_day(a, b):
        yield ""  # "la présidentielle": what the news are about, no news
    if f.apart:
        yield "dates trop éloignées"
    if not f.against and _done_before_planned(desk, a, b):
        yield "l'un est fait quand l'autre, plus tard, n'est que prévu"
    if f.who == -1 and f.whom == -1 and not mirrored(a, b):
        yield "d'autres acteurs"


def _one_day(a: Occasion, b: Occasion) -> bool:
    """Do both name one day?"""
    left, right = ({w.earliest for w in o.whens if w.earliest and w.earliest == w.latest} for o in (a, b))
    return bool(left & right)


def all_solid(desk: Desk, group: Sequence[Occasion]) -> bool:
    """Do the identity slots agree in every pair of a group?"""
    return all(compare_occasions(desk, a, b).solid for i, a in enumerate(group[:6]) for b in group[i + 1 : 6])


def _one_act(a: Occasion, b: Occasion) -> bool:
    """Do they tell one act, or the fate of one: "la cession", "a validé la cession"?"""
    return bool((a.acts | a.themes) & (b.acts | b.themes))


def _worded(a: Occasion, b: Occasion) -> bool:
    """Do both use one word, one of its family ("revendiquer", "revendication"), or two words for one act?"""
    return _one_act(a, b) or bool({x[:_STEM] for x in a.lemmas} & {x[:_STEM] for x in b.lemmas})


def _heads(a: Occasion, b: Occasion) -> bool:
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


def _parted(a: Occasion, b: Occasion, who: int, whom: int) -> bool:
    """Does anything say that two opposite acts are of two parties, or befall two things?"""
    if who == -1 and not (whom == 1 or _heads(a, b)) or whom == -1:
        return True
    if "INJURE" in (a.frame, b.frame) and {a.frame, b.frame} & _DEATHS and whom != 1:
        return True  # "une personne est morte", "une personne est blessée"
    things = bool(a.undergoers and b.undergoers) and not one_thing(a.undergoers, b.undergoers)
    if _told_apart(a, b, 0) and a.doers & b.doers and who != 1 or _told_apart(a, b, 1) and whom != 1:
        return True
    return things and whom != 1 or not (_heads(a, b) or who == 1 or whom == 1)


def one_thing(a: frozenset[str], b: frozenset[str]) -> bool:
    """Do these nouns name one thing, or one kind of thing?"""
    return bool(a & b or kinds(a) & kinds(b))


def _points(a: Occasion, b: Occasion) -> bool:
    """Is one a bare noun that takes up the main happening of its affair ("l'accident")?"""
    for x, y in ((a, b), (b, a)):
        if x.frame in ONCE and y.main and _bare_nouns(x) and not (x.agents or x.targets or x.objects or x.places or x.whens):
            return True
    return False


def _bare_nouns(a: Occasion) -> bool:
    return all(e.slots.nominal for e in a.events)


def _vouched(a: Occasion) -> bool:
    """Does the report tell it in its own voice? A fall it vouches for is not the shot that somebody alleges."""
    return any(not c.sources and c.status != "denied" for c in a.claims)


def _ground(a: Occasion, b: Occasion, kin: str, alone: bool) -> float:
    """What two occasions start with: how telling it is that both reports have one of this kind."""
    if kin != "same":
        return {"near": 0.8 if alone else 0.2, "far": 0.0, "": -0.6}[kin]
    if a.frame in LOOSE:
        rare = a.frame == "GENERIC" and alone and plain(a.block.split(":")[-1]) not in news_words()
        return 1.8 if rare else 0.8 if alone and a.acts & b.acts else 0.0
    return 0.0 if a.block in _LASTING else 1.2 + 0.3 * (a.frame in ONCE) if alone else 0.4


def same_deed(a: Occasion, b: Occasion) -> bool:
    """One act, in one word or another, done to one thing or by one, and told once in either report."""
    return _one_act(a, b) and bool(a.lone & b.lone) and _heads(a, b)


def _one_happening(a: Occasion, b: Occasion) -> bool:
    """Has each report one fire, one storm, one coup only, under no other name, nowhere else, and not several of them?"""
    lone = a.acts & b.acts & HAPPENINGS & a.lone & b.lone
    one = not (a.several or b.several or misnamed(a, b)) and a.ordinals == b.ordinals and a.remote == b.remote
    return bool(lone) and one and not _elsewhere(a, b)


def same_happening(a: Occasion, b: Occasion) -> bool:
    """The one happening of its kind in either report, at one place: the fire, the quake."""
    lone = a.acts & b.acts & HAPPENINGS & a.lone & b.lone
    return bool(lone) and (bool(a.places & b.places) or a.main and b.main) and not _elsewhere(a, b) and a.ordinals == b.ordinals


def _elsewhere(a: Occasion, b: Occasion) -> bool:
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


def _solid(a: Occasion, b: Occasion, who: int, whom: int, what: float, where: bool) -> bool:
    """Do the slots that tell one happening from another agree: only then may the rest contradict?"""
    solid = (who == 1 or whom == 1) and (what >= 0.8 or where) or who == 1 and whom == 1
    solid = solid or a.block in ONCE and (whom == 1 or what >= 0.8) or a.block == b.block == "RESIGN" and who == 1
    # "Il a démissionné": nothing but its doer tells such an act from another.
    return solid or who == 1 and bool(a.lemmas & b.lemmas) and not (a.targets | b.targets | a.undergoers | b.undergoers)


def _sole(a: Occasion) -> bool:
    return not a.ordinals


def _what(a: Occasion, b: Occasion) -> float:
    """Themes in common count most, then words of the clause that not every report holds."""
    score = 0.0
    if a.objects and b.objects:
        common = a.objects & b.objects
        alike = kinds(a.objects) & kinds(b.objects)
        score += min(1.8, 0.9 * len(common)) if common else 0.7 if alike else -0.5
        score += 0.4 * bool(common and alike)
    around = (a.content & b.content) - a.objects - b.objects - news_words()
    return score + min(1.2, 0.35 * len(around))


def _named_words(a: Occasion) -> frozenset[str]:
    """The words of the names of its parties: who it is, not what."""
    return frozenset(w for k in a.agents | a.targets if k.startswith("n:") for w in k[2:].split())


def _done_before_planned(desk: Desk, a: Occasion, b: Occasion) -> bool:
    """One told as past in the earlier report, the other still ahead in the later one: two happenings."""
    for x, y in ((a, b), (b, a)):
        if x.tenses != {"past"} or y.tenses != {"future"} or desk.order[x.report][0] >= desk.order[y.report][0]:
            continue
        done = all(c.status in ("happened", "ongoing", "state") and not c.sources for c in x.claims)
        if done and all(c.status in ("planned", "announced", "possible") for c in y.claims):
            return True
    return False


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
