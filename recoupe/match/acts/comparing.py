"""How alike two occasions are: what their slots say for one happening, what against it, and what bars it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.lang.plain import news_words, plain
from recoupe.match.acts.faced import Faced, are_elsewhere, are_parted, bare_nouns, face, mirrored, one_heart, worded
from recoupe.match.acts.families import kinds
from recoupe.match.acts.happening import LOOSE, ONCE, TALK, Occasion, misnamed, opposed, sided
from recoupe.match.acts.premises import are_two_premises
from recoupe.match.acts.slots import days_between
from recoupe.match.contrast import are_antonyms
from recoupe.match.desk import Desk
from recoupe.types import When

_HEART = 2.5  # two reports of one affair tell the happening that it is about
EXCLUSIVE = frozenset(("AWARD", "GIVE", "HAND"))  # done by one: another doer may be a mistake
_LASTING = frozenset(("COOPERATE", "SUPPORT"))  # relations that last: one mention is seldom the same fact as another
_MUTUAL = frozenset(("MEET", "PHONE", "NEGOTIATE", "SIGN", "AGREE"))  # done together: either side may be named first
_JOURNEYS = frozenset(("TRAVEL", "RETURN"))
SPEECH = frozenset(
    ("SAY", "ANNOUNCE", "ACCUSE", "DENY", "REQUEST", "CRITICISE", "PRAISE", "OPINION", "TOLL", "STATE", "ATTENTION")
)
_TOPICS = frozenset(("ELECT", "PROTEST", "END", "STATE", "PLAY"))  # "la présidentielle": a bare noun names what all know of
_RECURRING = frozenset(("PROTEST", "STRIKE", "MEET", "PLAY", "SPEAK"))  # there is another one next week
_BALLOTS = frozenset("élection présidentielle législative municipale européenne sénatoriale primaire scrutin campagne".split())
_VIEWS = frozenset(("OPINION", "STATE"))
_BLOWS = frozenset(("SHELL", "ATTACK"))
# Of these an affair has one as a rule: the strike, the sinking, the resignation that it is about, or that came of it.
_SOLE = frozenset(
    """DIE ARREST CRASH RESIGN DISMISS STRIKE INVESTIGATE RESCUE BLAST DISASTER HOSPITALISE FLEE STEAL EVACUATE OUTAGE CHARGE
    SENTENCE SIGN RELEASE PREVENT MISSING STRAND OVERTHROW""".split()
)
_FRESH, _SLIP = 3, 4  # days before a report of what it tells as news; between two days that a slip of a reporter explains
_AHEAD = frozenset(("planned", "announced", "possible", "requested", "hypothetical"))
_VANISHED = frozenset(("disparition", "disparaître"))  # gone, lost from sight, dead
# And of these two heads may tell two.
_MOVES = frozenset("TRAVEL VISIT RETURN INJURE KILL ARREST BUY SELL ECON_RISE ECON_FALL".split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two occasions are, which slots say so, and whether they can be one at all."""

    score: float
    reasons: tuple[str, ...]
    possible: bool
    solid: bool  # who or whom, and what or where, both match: only then may a difference be a contradiction
    bars: tuple[str, ...] = ()  # of the reasons those that make them two


def compare_occasions(desk: Desk, a: Occasion, b: Occasion) -> Likeness:
    """Score the slots of two occasions."""
    f = face(a, b, one_heart(desk, a, b))
    score, reasons = 0.0, []
    for weight, reason in (*_parties(f), *_circumstances(f), *_doubts(f)):
        score += weight
        reasons += [reason] if reason else []
    bars = list(_bars(desk, f))
    told = tuple(reason for reason in bars if reason)
    solid = (f.kin == "same" or bool(f.against)) and (_solid(a, b, f.who, f.whom, f.what, f.where) or bool(f.alone and f.heads))
    return Likeness(score, (*reasons, *told), not bars, solid, told)


Weights = Iterator[tuple[float, str]]  # what counts for or against, with the reason a reader is told ("" for none)


def _parties(f: Faced) -> Weights:
    """Who did it to whom."""
    a, b = f.a, f.b
    yield _ground(a, b, f.kin, f.alone), ""
    yield 0.7 * (f.who == 0 and sided(a.agents, b.agents)), ""
    yield {1: 1.6, 0: 0.0, -1: -0.5 if a.block in EXCLUSIVE else -1.6}[f.who] + {1: 1.2, 0: 0.0, -1: -1.0}[f.whom], ""
    if f.crossed == 1 and f.who != 1 and f.whom != 1:
        yield 1.4 if a.frame in _MUTUAL else 0.8, "mêmes acteurs, autrement placés"
    yield 0.0, "même auteur" if f.who == 1 else ""
    yield 0.0, "même destinataire" if f.whom == 1 else ""


def _circumstances(f: Faced) -> Weights:
    """What, where, when, in which words."""
    a, b = f.a, f.b
    things = ", ".join(sorted((a.objects & b.objects or a.content & b.content) - {""})[:3])
    yield f.what, "même objet" + f" : {things}" * bool(things) if f.what > 0 else ""
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
    if a.main and b.main and a.frame not in SPEECH:
        yield 0.3 if f.kin == "far" else 1.0, "fait principal des deux textes"
    if f.words:
        yield 2.0 if f.kin == "same" and a.wording != b.wording else 2.8, "mêmes mots"
    if {c.status for c in a.claims} & {c.status for c in b.claims} - {"happened"}:
        yield 0.2, ""
    if f.happening or _is_sole(f):
        yield 1.2, "le seul de ce genre dans chaque texte"
    elif _are_heads(f):
        yield 0.7, "le seul de ce genre en tête de chaque texte"
    act = f.alone and f.kin == "same" and a.frame not in LOOSE | TALK | _TOPICS
    if act and (f.what > 0 or f.when > 0 or f.where or f.whom == 1):
        yield 0.4, ""  # told once in each, with one thing, day or place: no chance


def _doubts(f: Faced) -> Weights:
    """What two happenings of one kind have in common too."""
    a, b = f.a, f.b
    sole = _is_sole(f)
    told = (f.happening, f.heart, f.heads, f.what > 0, f.where, f.when > 0, sole, _are_heads(f))
    common = (*told, f.who > 0, f.whom > 0, f.crossed, sided(a.agents, b.agents))
    if not any(common) and a.wording != b.wording:
        yield -0.0 if _points(a, b) else -1.0, "rien d'autre en commun"
    bare = bare_nouns(a) and bare_nouns(b)
    if f.kin == "same" and not a.lemmas & b.lemmas and bare and not kinds(a.lemmas) & kinds(b.lemmas):
        yield -0.8, ""
    if bare and a.frame not in ONCE and not (a.main and b.main) and a.wording != b.wording:
        yield -0.0 if a.objects & b.objects or f.when > 0 or a.lemmas & b.lemmas else -1.0, ""  # "la campagne", "le scrutin"
    if f.kin == "same" and a.frame in _TOPICS and bare and not a.whens and not b.whens:
        yield -1.5, ""
    if a.frame == b.frame and a.frame in _BLOWS and a.undergoers and b.undergoers and f.whom != 1:
        yield -0.0 if f.heads or f.against else -0.8, ""  # a base, a hospital
    if not sole and not _tied(f) and f.kin in ("same", "near"):
        yield -2.1 - max(f.what, 0.0), "rien de commun que les acteurs"  # in a group of others they may still be one


def _is_sole(f: Faced) -> bool:
    """Does each report tell one strike, one death, one inquiry, in words for one act, and does nothing set the two apart?"""
    if f.a.frame not in _SOLE or f.kin != "same" or not f.alone or not f.act:
        return False
    vague = (f.a.lemmas | f.b.lemmas) & _VANISHED
    return not (vague or f.a.several or f.b.several or _apart(f)) and f.what >= 0


def _are_heads(f: Faced) -> bool:
    """Do both reports tell at their head the one act of its kind that they have: the sabotage, the release?"""
    if not (f.a.main and f.b.main and f.alone) or f.kin != "same" or f.a.frame in LOOSE | TALK | _TOPICS | _MOVES:
        return False
    return not _apart(f)


def _apart(f: Faced) -> bool:
    """Does a party, a day, a place, a name, a rank, a "not", what is yet to come or what it happens to set the two apart?"""
    a, b = f.a, f.b
    others = opposed(a, b, a.agents | a.targets, b.agents | b.targets) or a.undergoers and b.undergoers and not f.heads
    if others or f.who < 0 or f.whom < 0 or f.when < 0 or misnamed(a, b) or are_elsewhere(a, b):
        return True
    stances = {(any(c.negated for c in o.claims), any(c.status in _AHEAD for c in o.claims)) for o in (a, b)}
    return len(stances) > 1 or a.ordinals != b.ordinals or a.remote != b.remote  # the strike that is feared, the one that is on


def _tied(f: Faced) -> bool:
    """Is there more in common than the parties?"""
    a, b = f.a, f.b
    themed = bool(a.objects & b.objects) or len((a.content & b.content) - news_words() - _named_words(a) - a.doers) > 1
    befallen = f.heads and (bool(a.undergoers and b.undergoers) or f.who != 1)  # its doer is the party himself
    if f.happening or f.heart or befallen or themed and f.what >= 0.7 or f.when > 0 or f.where or f.whom == 1 or f.words:
        return True
    told = a.main or b.main if a.frame in TALK else a.main and b.main
    return told or a.frame not in TALK and worded(a, b)


def _bars(desk: Desk, f: Faced) -> Iterator[str]:
    """Why they cannot be one, each with its reason for the reader ("" where the frames alone say so)."""
    a, b = f.a, f.b
    placed, bare = f.when > 0 or f.where, bare_nouns(a) and bare_nouns(b)
    if f.kin == "near" and a.block != b.block and f.loose and f.what < 0.7 and not (f.who == 1 and f.when > 0 or f.heads):
        yield ""
    if f.against and are_parted(a, b, f.who, f.whom):
        yield ""
    if not f.kin and (f.what < 0.7 or not placed):
        yield ""
    if f.kin == "far" and (f.what < 0.7 or not placed or _vouched(a) != _vouched(b)):
        yield ""
    if a.frame == b.frame and a.frame in _VIEWS and not worded(a, b) and not f.words:
        yield ""  # two opinions
    if a.remote != b.remote and f.when <= 0:  # a report of a year later recalls what was news that day
        yield "l'un est rappelé d'il y a longtemps"
    if a.ordinals != b.ordinals and not (_sole(a) and _sole(b)):
        yield "rang différent : " + " / ".join(sorted(a.ordinals | b.ordinals))
    if f.when < 0 and (are_elsewhere(a, b) or a.frame == b.frame and a.frame in _RECURRING):
        yield "autre jour, autre lieu" if are_elsewhere(a, b) else "un autre jour"
    if a.frame == b.frame == "ELECT" and bare and (a.lemmas | b.lemmas) <= _BALLOTS and not _one_day(a, b):
        yield ""  # "la présidentielle": what the news are about, no news
    if f.apart:
        yield "dates trop éloignées"
    if not f.against and _done_before_planned(desk, a, b):
        yield "l'un est fait quand l'autre, plus tard, n'est que prévu"
    if _of_two_news(desk, f) or _each_of_its_day(desk, f):
        yield "deux nouvelles de dates éloignées"
    if f.who == -1 and f.whom == -1 and not mirrored(a, b):
        yield "d'autres acteurs"
    if are_two_premises(a, b):
        yield "deux bâtiments différents"
    if _are_contrary(desk, f):
        yield "mots contraires, à des jours d'écart"


def _are_contrary(desk: Desk, f: Faced) -> bool:
    """In reports days apart: "la cérémonie d'ouverture", "la cérémonie de clôture"? Of one day they may contradict each other."""
    a, b = f.a, f.b
    if f.against or not desk.are_days_apart(a.report, b.report):
        return False
    return any(are_antonyms(x, y) for x in a.content - b.content for y in b.content - a.content)


def _of_two_news(desk: Desk, f: Faced) -> bool:
    """Is it the news of two reports that are weeks apart, of no party, place or day in common: two storms, two attacks foiled?"""
    if not (f.a.main and f.b.main) or f.when > 0 or f.against or f.crossed == 1 or f.where:
        return False
    if bare_nouns(f.a) or bare_nouns(f.b):
        return False  # "le drame" of the month before
    return desk.are_weeks_apart(f.a.report, f.b.report)


def _each_of_its_day(desk: Desk, f: Faced) -> bool:
    """Is it dated in either report by a day that the report came out on, or right after: the figures of two months?"""
    days = [(x, y) for x in f.a.whens for y in f.b.whens]
    if f.when > 0 or not days or not all(_is_fresh(desk, f.a.report, x) and _is_fresh(desk, f.b.report, y) for x, y in days):
        return False
    return all(days_between(x, y) > _SLIP for x, y in days)


def _is_fresh(desk: Desk, report: str, when: When) -> bool:
    out = desk.published(report)
    if out is None or not (out.earliest and out.latest and when.earliest and when.latest):
        return False
    return when.earliest[:10] == when.latest[:10] and when.earliest <= out.latest and days_between(when, out) <= _FRESH


def _one_day(a: Occasion, b: Occasion) -> bool:
    """Do both name one day?"""
    left, right = ({w.earliest for w in o.whens if w.earliest and w.earliest == w.latest} for o in (a, b))
    return bool(left & right)


def all_solid(desk: Desk, group: Sequence[Occasion]) -> bool:
    """Do the identity slots agree in every pair of a group?"""
    return all(compare_occasions(desk, a, b).solid for i, a in enumerate(group[:6]) for b in group[i + 1 : 6])


def _points(a: Occasion, b: Occasion) -> bool:
    """Is one a bare noun that takes up the main happening of its affair ("l'accident")?"""
    for x, y in ((a, b), (b, a)):
        if x.frame in ONCE and y.main and bare_nouns(x) and not (x.agents or x.targets or x.objects or x.places or x.whens):
            return True
    return False


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


def _solid(a: Occasion, b: Occasion, who: int, whom: int, what: float, where: bool) -> bool:
    """Do the slots that tell one happening from another agree: only then may the rest contradict?"""
    solid = (who == 1 or whom == 1) and (what >= 0.8 or where) or who == 1 and whom == 1
    solid = solid or a.block in ONCE and (whom == 1 or what >= 0.8) or a.block == b.block == "RESIGN" and who == 1
    # "Il a démissionné": nothing but its doer tells such an act from another.
    return solid or who == 1 and bool(a.lemmas & b.lemmas) and not (a.targets | b.targets | a.undergoers | b.undergoers)


def _sole(a: Occasion) -> bool:
    return not a.ordinals


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
