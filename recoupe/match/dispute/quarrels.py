"""Quarrels: what one party is blamed for and what its side answers, in whatever words, in any reports of one affair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from recoupe.match.acts.likeness import alike
from recoupe.match.acts.sides import PERSON, ROLE, one_party
from recoupe.match.desk import Desk
from recoupe.match.dispute.accused import find_blames
from recoupe.match.dispute.belied import find_belied
from recoupe.match.dispute.blames import find_turns
from recoupe.match.dispute.gainsaid import find_gainsaid, may_gainsay
from recoupe.match.dispute.pleas import find_answered, find_pleas
from recoupe.match.dispute.rejoinders import find_contested, find_rejoinders
from recoupe.match.dispute.retorts import find_retorts
from recoupe.match.dispute.turns import Turn
from recoupe.match.drafts import Draft, agree, claims_of, in_order, touches
from recoupe.types import Difference, Event, Span, Value

_WEAK = frozenset((PERSON, ROLE))
# What lies ahead is no deed: "dément tout départ".
_AHEAD = frozenset(
    "depart demission projet rachat licenciement vente candidature accord negociation contact rencontre fermeture cession fusion"
    " retour transfert discussion pourparler changement hausse baisse report annulation".split()
)
Turns = dict[str, tuple[Turn, ...]]  # by report
_HALF_CLAUSE = 15  # characters of a clause before the part of it that is known
_REPEATED = 4  # content words that two reports of one saying share
_DEFENCE = frozenset(("defence", "accused"))


@dataclass(slots=True)
class Quarrel:
    """The turns of one quarrel."""

    charges: list[Turn]
    answers: list[Turn]
    questions: set[str] = field(default_factory=set)


def join_quarrels(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one disputed matter for each quarrel: added to the one that holds a part of it, else of its own."""
    reports = [r for r in sorted(desk.readings) if len(desk.related[r] | {r}) > 1 or may_gainsay(desk.readings[r].report.text)]
    turns = {r: find_turns(desk, r) for r in reports}
    charges, answers = ({r: told[n] for r, told in turns.items()} for n in (0, 1))
    blames = {r: find_blames(desk, r, charges[r]) for r in reports}
    found: list[Quarrel] = []
    for report in reports:
        circle = [r for r in reports if r in desk.related[report] or r == report]
        blamed = [c for r in circle for c in charges[r]]
        for answer in answers[report]:
            met = [c for c in blamed if is_answered(c, answer)] or _only_one(answer, blamed) or _own_conduct(answer, blamed)
            if met:
                questions = {q for c in met for q in c.stand.yes & answer.stand.no or (c.stand.yes if answer.blank else ())}
                found.append(Quarrel(met, [answer], questions))
        found += [Quarrel([told], [against]) for told, against in find_retorts(desk, report, charges[report])]
        spoken = [*charges[report], *(b.turn for b in blames[report] if b.kind in ("accused", "blamed"))]
        found += [Quarrel([told], [against]) for told, against in find_rejoinders(desk, report, spoken, answers[report])]
    found += [Quarrel([told], [against]) for r in reports for told, against in find_gainsaid(desk, r)]
    found += [Quarrel([told], [against]) for told, against in find_contested(desk, answers, charges)]
    pleas = {r: find_pleas(desk, r, answers[r]) for r in reports}
    answered = list(find_answered(desk, pleas, blames))
    found += [Quarrel([told], [against]) for told, against in answered]
    done = {id(against) for _, against in answered}
    left = {r: [p for p in pleas[r] if id(p.turn) not in done] for r in reports}
    found += [Quarrel([told], [against]) for r in reports for told, against in find_belied(desk, r, left[r])]
    out = list(drafts)
    for quarrel in _joined(found):
        _extend(desk, quarrel, charges, answers)
        _repeat(desk, quarrel, charges)
        out = _with(desk, out, quarrel)
    return _one_each(desk, out)


def is_answered(charge: Turn, answer: Turn) -> bool:
    """Does the answer fall on this charge? Proofs: one question, one party, the words of the deed, told one after the other."""
    questions = charge.stand.yes & answer.stand.no
    if not questions and charge.report != answer.report and not answer.none & charge.things:
        return False
    if one_party(charge.who, answer.who) or any(touches(a, answer.spans) for a in charge.spans):
        return False
    aim = _aim(charge, answer)
    if charge.report == answer.report and 0 <= answer.sentence - charge.sentence <= 1 and charge.at < answer.at:
        if _follows(charge, answer, aim):
            return True
    if answer.none & charge.things and charge.who and answer.who and not charge.negative:
        return True
    if not questions:
        return False
    if not charge.open and not answer.open:  # "les détecteurs étaient muets", "l'alarme a retenti, jure-t-elle"
        one = questions & charge.stand.about & answer.stand.about
        return bool(one and (charge.insists or answer.insists) and charge.camps and answer.camps - charge.camps)
    if aim:
        return True
    if charge.toward or charge.camps_toward or charge.camps & answer.camps:
        return False
    sides = bool(charge.camps and answer.camps)
    return answer.open and (charge.open or sides) or bool(alike(answer.words, charge.words))


def _follows(charge: Turn, answer: Turn, aim: int) -> bool:
    """Told right after it: « … », fulmine X. « … », rétorque Y; X says that …, « Faux », dit Y."""
    if answer.open and answer.blank and not charge.said:
        return bool(aim or not charge.toward and (charge.open or charge.stand.yes))
    if answer.flat:
        return bool(charge.who and answer.who)
    return answer.replies and not answer.open and answer.negative and bool(charge.who)


def _only_one(answer: Turn, charges: Sequence[Turn]) -> list[Turn]:
    """ "Le patron repousse ces accusations": the one charge that stands in the affair, if it is not somebody else's."""
    if not answer.taken_up or any(c.report == answer.report and c.open for c in charges):
        return []
    fits = [c for c in charges if c.open and not one_party(c.who, answer.who)]
    aimed = [c for c in fits if _aim(c, answer) and (c.hard or c.stand.yes)]
    fits = aimed or [c for c in fits if c.hard and c.stand.yes and not c.toward]
    if not fits:
        return []
    one = all(_aim(c, answer) == 2 and one_party(c.who, fits[0].who) for c in fits)
    return fits if one or frozenset.intersection(*(c.stand.yes for c in fits)) else []


def _own_conduct(answer: Turn, charges: Sequence[Turn]) -> list[Turn]:
    """Accused of having done, the accused says what he has not done: no other deed is in question between the two."""
    if answer.blank or not answer.past or not (answer.open or answer.holds):
        return []
    fits = [c for c in charges if c.hard and c.past and not one_party(c.who, answer.who)]
    fits = [c for c in fits if _aim(c, answer) == 2 or c.camps_blamed & answer.camps]
    if not fits or any(not one_party(c.who, fits[0].who) for c in fits):
        return []
    known = frozenset(q for c in fits for q in c.stand.yes)
    own = (answer.stand.no | answer.stand.yes) - answer.stand.about
    return fits if not own or own & known else []


def _aim(charge: Turn, answer: Turn) -> int:
    """2 = the one who answers is the one blamed, or names who blames; 1 = perhaps, by its side; 0 = nothing says so."""
    common = charge.toward & answer.who - _WEAK
    back = answer.toward & charge.who - _WEAK if answer.open else frozenset()
    if any(k[0] != "~" for k in (*common, *back)) or any(
        k[:2] == "n:" and len(k) > 6 and k[2:] in charge.text for k in answer.who
    ):
        return 2
    camps = answer.camps | answer.camps_toward if answer.taken_up else answer.camps  # "défend son arbitre"
    person = PERSON in charge.toward or ROLE in charge.toward or bool(charge.camps_toward)
    pleads = person and bool(_DEFENCE & (answer.camps | answer.camps_toward))
    return int(bool(common or back or pleads or charge.camps_toward & camps))


def _joined(found: Sequence[Quarrel]) -> list[Quarrel]:
    """Quarrels that share a charge are one."""
    out: list[Quarrel] = []
    owner: dict[int, Quarrel] = {}
    for one in found:
        known = list({id(q): q for c in one.charges if (q := owner.get(id(c)))}.values())
        into = known[0] if known else one
        for other in (*known[1:], *([one] if known else [])):
            into.charges += [c for c in other.charges if c not in into.charges]
            into.answers += [a for a in other.answers if a not in into.answers]
            into.questions |= other.questions
            out = [q for q in out if q is not other]
        if not known:
            out.append(one)
        owner |= {id(c): into for c in into.charges}
    return out


def _extend(desk: Desk, quarrel: Quarrel, charges: Turns, answers: Turns) -> None:
    """The same two sides in the other reports: on the same question, or blaming again, or denying all of a kind."""
    home = {t.report for t in (*quarrel.charges, *quarrel.answers)}
    near = [r for r in sorted(charges) if r in home or any(r in desk.related[h] for h in home)]
    blaming, answering = _side(quarrel.charges), _side(quarrel.answers)
    for turn in (t for r in near for t in charges[r]):
        on = bool(turn.stand.yes & quarrel.questions) and (
            blaming.holds(turn) or bool(turn.camps & blaming.camps - answering.camps)
        )
        again = turn.open and blaming.holds(turn) and (not turn.toward - _WEAK or one_party(turn.toward, answering.keys))
        again = again or turn.hard and bool(turn.camps & blaming.camps - answering.camps and turn.camps_blamed & answering.camps)
        if (on or again) and turn not in quarrel.charges and not answering.holds(turn):
            quarrel.charges.append(turn)
    for turn in (t for r in near for t in answers[r]):
        on = bool(turn.stand.no & quarrel.questions) and (
            answering.holds(turn) or bool(turn.camps & answering.camps - blaming.camps)
        )
        flatly = turn.open and turn.past and len(turn.words) == 1 and turn.report not in home and answering.holds(turn)
        if (on or flatly and not turn.words & _AHEAD) and turn not in quarrel.answers and not blaming.holds(turn):
            quarrel.answers.append(turn)


def _repeat(desk: Desk, quarrel: Quarrel, told: Turns) -> None:
    """The same words in the other reports: what one quotes, another may give as its own or under another name."""
    for kept, other in ((quarrel.charges, quarrel.answers), (quarrel.answers, quarrel.charges)):
        side = _side(other)
        home = {t.report for t in (*quarrel.charges, *quarrel.answers)}
        known = [t for t in kept if len(t.words) >= _REPEATED]
        near = sorted({r for t in known for r in desk.related[t.report] if r in told} - home)
        for turn in (t for r in near for t in told[r]):
            if side.holds(turn) or turn in kept or turn in other:
                continue
            if any(_says_the_same(t, turn) for t in known):
                kept.append(turn)


def _says_the_same(a: Turn, b: Turn) -> bool:
    common = len(a.words & b.words)
    return common >= _REPEATED and common * 2 > min(len(a.words), len(b.words))


@dataclass(frozen=True, slots=True)
class _Side:
    """Those who stand on one side of a quarrel."""

    keys: frozenset[str]
    camps: frozenset[str]

    def holds(self, turn: Turn) -> bool:
        """Is it told by one of them?"""
        return one_party(turn.who, self.keys)


def _side(turns: Sequence[Turn]) -> _Side:
    return _Side(frozenset(k for t in turns for k in t.who), frozenset(k for t in turns for k in t.camps))


def _with(desk: Desk, drafts: list[Draft], quarrel: Quarrel) -> list[Draft]:
    """The quarrel as a matter of its own, or added to the disputed matter that holds a part of it."""
    values = [Value(t.report, "alleged", t.spans) for t in quarrel.charges]
    values += [Value(t.report, "denied", t.spans) for t in quarrel.answers]
    for n, draft in enumerate(drafts):
        if draft.agreement != "disputed":
            continue
        old = next((d for d in draft.differences if d.slot == "polarity"), None)
        known = [s for d in draft.differences for v in d.values for s in v.evidence]
        known += [s for e in draft.events for c in desk.claims.get(e, ()) for s in c.evidence] if old is None else []
        more = [v for v in values if not touches(v.evidence[0], known)]
        if len(more) < len(values):
            rest = tuple(d for d in draft.differences if d is not old)
            kept, wider = _widened(old.values if old else (), values)
            joined = Difference("polarity", "wording", in_order([*kept, *wider, *(more if old else values)]))
            drafts[n] = _renewed(desk, draft, (*rest, joined), {*draft.events, *_events(desk, more)})
            return drafts
    first = max(quarrel.charges, key=lambda t: (t.open and bool(t.stand.yes), bool(t.stand.yes), len(t.spans[0:1]), t.report))
    title = " ".join(desk.text(first.spans[0]).split())
    if events := _events(desk, values):
        new = Draft("dispute", (), (), (), "disputed", title=title)
        drafts.append(_renewed(desk, new, (Difference("polarity", "wording", in_order(values)),), events))
    return drafts


def _widened(old: Sequence[Value], values: Sequence[Value]) -> tuple[list[Value], list[Value]]:
    """The values, those replaced that hold but the end of a clause of which another holds the whole: "…, qui ruinerait …"."""
    wider: list[Value] = []
    kept = []
    for value in old:
        first = value.evidence[0]
        whole = (
            v
            for v in values
            if v.value == value.value
            and v.report == value.report
            and v.evidence[0].start + _HALF_CLAUSE < first.start
            and first.end <= v.evidence[0].end
        )
        found = next(whole, None)
        if found is None:
            kept.append(value)
        elif found not in wider:
            wider.append(found)
    return kept, wider


def _one_each(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """Disputed matters that hold one charge and one answer to it are one."""
    out: list[Draft] = []
    by_answer: dict[Span, list[int]] = {}
    for draft in drafts:
        told = next((d for d in draft.differences if d.slot == "polarity"), None) if draft.agreement == "disputed" else None
        charges, answers = _sides(draft) if told else ([], [])
        near = [n for s in answers for n in by_answer.get(s, ())]
        into = next((n for n in near if any(touches(a, charges) for a in _sides(out[n])[0])), None)
        if into is None or told is None:
            for span in answers:
                by_answer.setdefault(span, []).append(len(out))
            out.append(draft)
            continue
        kept = out[into]
        old = next(d for d in kept.differences if d.slot == "polarity")
        joined = Difference("polarity", "wording", in_order([*old.values, *told.values]))
        rest = [d for d in (*kept.differences, *draft.differences) if d.slot != "polarity"]
        out[into] = _renewed(desk, kept, (*dict.fromkeys(rest), joined), {*kept.events, *draft.events})
    return [replace(d, agreement="single") if _is_held(desk, d, out) else d for d in out]


def _is_held(desk: Desk, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Is what one sentence denies already shown, with the charge told in it: "… des obus destinés à y être tirés"?"""
    if draft.agreement != "disputed" or draft.differences or len(draft.reports) > 1:
        return False
    rows = [(desk.events[e], c) for e in draft.events for c in desk.claims.get(e, ())]
    denied = [s for _, c in rows if c.status == "denied" for s in c.evidence]
    places = {e.slots.sentence for e, c in rows if c.status != "denied"}
    for other in drafts:
        if other is draft or other.agreement != "disputed" or draft.reports[0] not in other.reports:
            continue
        shown = _sides(other)[1]
        beside = {desk.events[e].slots.sentence for e in other.events if desk.events[e].report == draft.reports[0]}
        if denied and places <= beside and all(touches(s, shown) for s in denied):
            return True
    return False


def _sides(draft: Draft) -> tuple[list[Span], list[Span]]:
    """What is told in a disputed matter, and what denies it."""
    rows = [(v.value == "denied", s) for d in draft.differences if d.slot == "polarity" for v in d.values for s in v.evidence]
    return [s for denied, s in rows if not denied], [s for denied, s in rows if denied]


def _events(desk: Desk, values: Sequence[Value]) -> set[str]:
    return {e.id for v in values if (e := desk.event_at(v.evidence[0]) or _beside(desk, v.evidence[0]))}


def _beside(desk: Desk, span: Span) -> Event | None:
    """An event of the same sentence, where the words themselves tell none: « Faux », répond X."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    return next(iter(desk.by_sentence.get((span.report, parsed.words[words[0]].sent), ())), None) if words else None


def _renewed(desk: Desk, draft: Draft, differences: tuple[Difference, ...], events: Iterable[str]) -> Draft:
    ids = tuple(sorted(events))
    reports = tuple(sorted({*draft.reports, *(v.report for d in differences for v in d.values)}))
    claims = tuple(sorted({*draft.claims, *claims_of(desk, ids)}))
    agreement = agree(len(reports), differences, disputed=True)
    return replace(draft, events=ids, claims=claims, reports=reports, agreement=agreement, differences=differences)
