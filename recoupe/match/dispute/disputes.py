"""Opposed stances of different holders: one says it was so, another that it was not; and denials beside what they deny."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from recoupe.lang.plain import plain
from recoupe.lang.roots import stem
from recoupe.match.acts.fillers import party_keys
from recoupe.match.acts.levels import shown
from recoupe.match.acts.likeness import alike
from recoupe.match.acts.sides import PERSON, one_party
from recoupe.match.desk import Desk
from recoupe.match.dispute.deeds import PUBLIC, Charge, charges_of, innermost
from recoupe.match.dispute.denials import Denial
from recoupe.match.dispute.rebuttals import find_denials, points_to_somebody
from recoupe.match.dispute.replies import find_replies
from recoupe.match.drafts import Draft, agree, in_order
from recoupe.types import Difference, Event, Value

# Who speaks for another: the charge is not against the lawyer.
_VOICES = (
    "avocat",
    "defenseur",
    "defense",
    "porte-parole",
    "conseil",
    "famille",
    "entourage",
    "mere",
    "pere",
    "epouse",
    "proche",
)
_POINTS_BACK = re.compile(r"\b(?:cet|cette|ces|ce|celui|celle|celles|ceux|cela|ça)\b")
_ALL = re.compile(r"\btou(?:t|te|s|tes)\b")
_NEAR = 2  # sentences between a charge and the answer to it
_FAR = 6  # the same, where the one who answers is the one charged


def answer_charges(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """Every matter with the denials that answer it; a denial that so found its place is no matter of its own."""
    denials = {r: find_denials(desk, r) for r in sorted(desk.readings)}
    answering = {e for found in denials.values() for d in found for e in d.events}
    by_report: dict[str, list[Charge]] = defaultdict(list)
    heard = {r for report, found in denials.items() if found for r in _circle(desk, report)}
    for n, draft in enumerate(drafts):
        if draft.kind == "event" and not heard.isdisjoint(draft.reports):
            for charge in charges_of(desk, n, draft, answering):
                by_report[charge.report].append(charge)
    charges = {r: innermost(found) for r, found in by_report.items()}
    answers: dict[int, list[Denial]] = defaultdict(list)
    circles: dict[tuple[str, ...], _Near] = {}  # reports of one affair have one
    for report, found in denials.items():
        circle = tuple(_circle(desk, report)) if found else ()
        if circle not in circles:
            circles[circle] = _near([c for r in circle for c in charges.get(r, ())])
        for denial in found:
            answered = _widest(drafts, _answered(desk, denial, circles[circle], drafts))
            for n in answered:
                answers[n].append(denial)
    for found in denials.values():
        for denial in found:
            if denial.outright and denial.words and not any(denial in given for given in answers.values()):
                for n in [n for n, given in sorted(answers.items()) if any(_same_words(desk, denial, g) for g in given)][:1]:
                    answers[n].append(denial)
    for n, given in find_replies(desk, drafts, set(answers)).items():
        answers[n] += given
    placed = {e for given in answers.values() for denial in given for e in denial.events}
    placed |= {by.id for n in answers for e in drafts[n].events for by in _accusing(desk, e)}
    out = []
    for n, draft in enumerate(drafts):
        if n in answers:
            out.append(_contested(desk, draft, answers[n]))
        elif draft.kind != "event" or len(draft.reports) > 1 or not set(draft.events) <= placed:
            out.append(draft)
    return out


def _widest(drafts: Sequence[Draft], found: Sequence[int]) -> list[int]:
    """Without the matters whose events another one holds too."""
    events = {n: set(drafts[n].events) for n in found}
    return [
        n
        for n in found
        if not any(m != n and events[n] & events[m] and (len(events[m]), -m) > (len(events[n]), -n) for m in found)
    ]


def _same_words(desk: Desk, a: Denial, b: Denial) -> bool:
    """Do two reports have one thing denied, in one word ("tout plagiat", "les accusations de plagiat")?"""
    return b.outright and a.words == b.words and a.report != b.report and b.report in desk.related[a.report]


def _circle(desk: Desk, report: str) -> list[str]:
    """The reports of one affair: those related to this one, and those related to two of its own."""
    own = desk.related[report] | {report}
    return sorted(r for r in desk.readings if r in own or len(desk.related[r] & own) > 1)


@dataclass(frozen=True, slots=True)
class _Near:
    """The charges that a denial may answer; those of each report; and those that tell the same, whatever the report."""

    charges: tuple[Charge, ...]
    own: dict[str, tuple[Charge, ...]]
    alike: tuple[tuple[Charge, ...], ...]


_DEED = attrgetter(
    "accused", "parties", "holders", "words", "act", "frame", "open", "deed"
)  # all that `_names_it` reads, and who


def _near(charges: Sequence[Charge]) -> _Near:
    own: dict[str, list[Charge]] = defaultdict(list)
    alike: dict[object, list[Charge]] = defaultdict(list)
    for charge in charges:
        own[charge.report].append(charge)
        alike[_DEED(charge)].append(charge)
    return _Near(tuple(charges), {r: tuple(cs) for r, cs in own.items()}, tuple(map(tuple, alike.values())))


def _answered(desk: Desk, denial: Denial, near: _Near, drafts: Sequence[Draft]) -> list[int]:
    """The matters that a denial answers: those of the act it names; without a name, the charge that stands open."""
    deniers = party_keys(desk, denial.speakers)
    parties = (deniers | _clients(desk, denial)) - {PERSON}
    others = frozenset() if denial.outright else party_keys(desk, denial.named) - {PERSON}
    elsewhere = not denial.outright and points_to_somebody(desk, denial)
    named: set[int] = set()
    open_ones: list[tuple[_Rank, int]] = []
    for told in near.alike if denial.speakers and not elsewhere else ():
        away = [c for c in told if c.report != denial.report]
        if away and _answers(denial, away[0], deniers, parties, others):
            named.update(c.draft for c in away)
    for charge in near.own.get(denial.report, ()):
        if not charge.holders and _within_denial(denial, charge):
            continue
        if not denial.speakers and not 0 <= denial.sentence - charge.sentence <= 1:
            continue  # "Lui nie": of the charge just told
        found = _answers(denial, charge, deniers, parties, others)
        side = bool(parties & charge.accused)
        if found:
            named.add(charge.draft)
        elif found is not None and denial.outright and (rank := _opening(desk, denial, charge, side)):
            open_ones.append(((*rank, len(drafts[charge.draft].reports)), charge.draft))
    if named or not open_ones:
        return sorted(named) or _elsewhere(desk, denial, near.charges, parties)
    rank, best = max(open_ones, key=lambda x: (x[0], -x[1]))
    if denial.words:  # another word for the one thing he is accused of
        beside = rank[0] == 1 and not rank[1] and _ALL.search(desk.text(denial.spans[0]))
        return [best] if beside or len({n for _, n in open_ones}) == 1 and rank[0] == 2 else []
    return [best]


def _answers(
    denial: Denial, charge: Charge, deniers: frozenset[str], parties: frozenset[str], others: frozenset[str]
) -> bool | None:
    """Does a denial name this charge? None where it cannot be of it, whatever it names."""
    if one_party(deniers, charge.holders):
        return None
    if others and charge.parties and not others & (charge.parties | charge.holders):
        return None  # "n'avoir jamais travaillé avec elle" does not answer what he did
    return _names_it(denial, charge, bool(parties & (charge.accused if denial.outright else charge.parties)))


def _elsewhere(desk: Desk, denial: Denial, charges: Sequence[Charge], parties: frozenset[str]) -> list[int]:
    """ "Son avocate dément" in a report that charges nobody: the one charge that the others tell, of the denier or his client."""
    if denial.words or not denial.outright or denial.local:
        return []
    if not denial.charge and (not denial.speakers or _POINTS_BACK.search(desk.text(denial.spans[0]))):
        return []
    deniers = party_keys(desk, denial.speakers)
    open_ones = [c for c in charges if c.open and not one_party(deniers, c.holders)]
    accusing = open_ones
    if denial.charge:  # only what is told as an accusation, of the denier before anybody else
        accusing = [c for c in open_ones if c.accusing]
        accusing = [c for c in accusing if parties & c.accused] or accusing
    if any(c.report == denial.report for c in accusing):
        return []
    fits = denial.charge or all(parties & c.accused or _may_speak(desk, denial, c) for c in accusing)
    drafts = {c.draft for c in accusing if c.accused or denial.charge}
    return sorted(drafts) if fits and len(drafts) == 1 else []


def _within_denial(denial: Denial, charge: Charge) -> bool:
    """Is it told inside what is denied, on nobody's word: "a écarté tout scénario où il contesterait la victoire"?"""
    inside = any(s.report == charge.report and s.start <= charge.at < s.end for s in denial.spans)
    return inside or charge.report == denial.report and charge.sentence == denial.sentence and charge.at > denial.at


_Rank = tuple[int, ...]


def _opening(desk: Desk, denial: Denial, charge: Charge, side: bool) -> _Rank | None:
    """How well a charge fits a denial that does not name it: told just before it, in its report, against the denier."""
    apart = denial.sentence - charge.sentence
    if charge.report != denial.report or charge.at > denial.at or not 0 <= apart <= (_FAR if side else _NEAR):
        return None  # "L'élu nie": what others have charged him with, this report need not know
    reach = (-apart, -charge.at)  # of a sentence its first act
    if charge.open and (side or not denial.speakers or _may_speak(desk, denial, charge)):
        return 1 + side, int(bool(charge.accused)), *reach
    if charge.open and not charge.accused and (apart < _NEAR or charge.holders):
        return 1, 0, *reach  # "Il est soupçonné … Lui nie."
    beside = not apart and not denial.words and not denial.charge and charge.frame not in PUBLIC
    if beside and (charge.holders or denial.spans[0].start == denial.at):
        return 0, 0, *reach  # "… disent-ils ; la préfecture dément"
    return None


def _names_it(denial: Denial, charge: Charge, side: bool) -> bool:
    """Do the words of a denial name this deed? Merely negative words must say little else."""
    common = alike(denial.words, charge.act)
    if denial.head and not alike(denial.head, charge.act) and not (side and charge.frame in denial.frames):
        return False  # they share a thing, not the deed
    if not common:
        kind = charge.frame in denial.frames
        return denial.outright and side and charge.open and (kind or len(alike(denial.words, charge.words)) >= 2)
    whole = len(common) * 2 >= len(denial.words)
    if not denial.outright:
        told = charge.open or side and charge.holders
        return bool(whole and told and (side or len(common) == len(denial.words) or len(common) > 1))
    if charge.open:
        return side or whole or not charge.accused
    # No charge: "la crise des gilets jaunes" may share a name with what is denied, and no deed.
    same = bool(denial.head)
    if charge.holders:
        return side or same and (whole or not charge.accused)
    exact = stem(charge.deed) in {stem(w) for w in denial.head or denial.words}
    return whole and (side or same and exact and not charge.accused)


def _clients(desk: Desk, denial: Denial) -> frozenset[str]:
    """Keys of those for whom the denier speaks, where the text says who they are."""
    actors = [desk.actors[a] for a in denial.speakers if a in desk.actors]
    return party_keys(desk, sorted(o.of for a in actors for o in a.held if o.of in desk.actors))


def _may_speak(desk: Desk, denial: Denial, charge: Charge) -> bool:
    """Is the denier the accused under another description, or a voice for somebody: "l'élu", "son avocate"?"""
    persons = PERSON in charge.accused or not charge.accused
    for actor in (desk.actors[a] for a in denial.speakers if a in desk.actors):
        texts = [plain(t) for t in (actor.name, *actor.roles)]
        if any(v in t.split() or t.startswith(v) for t in texts for v in _VOICES):
            return True
        if actor.kind in ("role", "person") and persons and " " not in actor.name and actor.name[:1].islower():
            return True
    return False


def _accusing(desk: Desk, event: str) -> list[Event]:
    """The act of accusing in whose words a charge stands: "X accuse Y d'avoir volé"."""
    one = desk.events[event]
    near = [e for e in desk.by_sentence.get((one.report, one.slots.sentence), ()) if e.frame == "ACCUSE" and e.id != event]
    for statement in desk.readings[one.report].statements if near else ():
        cue = statement.cue
        if cue and any(s.start <= one.trigger.start < s.end for s in statement.spans):
            return [e for e in near if cue.start <= e.trigger.start < cue.end][:1]
    return []


def _contested(desk: Desk, draft: Draft, denials: Sequence[Denial]) -> Draft:
    """The matter with those who deny it."""
    more = {e for d in denials for e in d.events}
    accusing = {e: by for e in draft.events for by in _accusing(desk, e)}
    more |= {by.id for by in accusing.values()}
    events = tuple(sorted({*draft.events, *more}))
    claims = tuple(sorted({*draft.claims, *(c.id for e in more for c in desk.claims.get(e, ()))}))
    reports = tuple(sorted({*draft.reports, *(d.report for d in denials)}))
    values = [
        Value(desk.events[e].report, c.status, shown((desk.clause(accusing[e]), *c.evidence) if e in accusing else c.evidence))
        for e in draft.events
        if e not in more
        for c in desk.claims.get(e, ())[:1]
        if c.evidence and c.status != "denied" and not c.negated
    ]
    values += [Value(d.report, "denied", d.spans) for d in denials]
    differences = tuple(d for d in draft.differences if d.slot != "polarity")
    differences = (*differences, Difference("polarity", "wording", in_order(values)))
    return replace(
        draft,
        events=events,
        claims=claims,
        reports=reports,
        differences=differences,
        agreement=agree(len(reports), differences, disputed=True),
    )
