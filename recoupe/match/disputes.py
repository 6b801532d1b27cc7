"""Opposed stances of different holders: one says it was so, another that it was not; and denials beside what they deny."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.roots import stem
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, in_order
from recoupe.match.fillers import party_keys
from recoupe.match.happening import Occasion
from recoupe.match.levels import SURE, shown
from recoupe.match.likeness import alike
from recoupe.match.rebuttals import Denial, find_denials, governed, heads_denial, points_to_somebody
from recoupe.match.replies import find_replies
from recoupe.match.sides import PERSON
from recoupe.types import Claim, Difference, Event, Statement, Value

_ACCUSING = frozenset(("ACCUSE", "CHARGE"))
_CHARGED = frozenset(("alleged", "happened", "ongoing", "state", "opinion", "possible"))
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
_WISHED = frozenset(("requested", "hypothetical", "opinion"))  # not to want it is not to deny it
_POINTS_BACK = re.compile(r"\b(?:cet|cette|ces|ce|celui|celle|celles|ceux|cela|ça)\b")
_ALL = re.compile(r"\btou(?:t|te|s|tes)\b")
_NEAR = 2  # sentences between a charge and the answer to it
_FAR = 6  # the same, where the one who answers is the one charged
_SPEEDS = frozenset(("kilomètre à l'heure", "km/h", "nœud"))


def is_disputed(desk: Desk, group: Sequence[Occasion]) -> bool:
    """Do different holders stand opposed: one denies what another alleges or tells?"""
    for occasion in group:
        stances: dict[str, list[Claim]] = defaultdict(list)
        for claim in occasion.claims:
            stances[claim.event].append(claim)
        for claims in stances.values():
            denying = [c for c in claims if c.status == "denied" and falls_on(desk, c) or c.negated and c.status not in _WISHED]
            others = [c for c in claims if c.status not in ("denied", "hypothetical") and not c.negated]
            if any(d.sources and set(d.sources) != set(o.sources) for d in denying for o in others):
                return True
    if _said_and_unsaid(group):
        return True
    charges = any(c.status == "alleged" or c.sources and c.status == "happened" for o in group for c in o.claims if not c.negated)
    denied = [
        (o.report, c)
        for o in group
        for c in o.claims
        if c.sources
        and falls_on(desk, c)
        and (
            c.status == "denied" and (charges or not _about_denial(desk, c)) or c.negated and charges and c.status not in _WISHED
        )
    ]
    told = [
        (o.report, c)
        for o in group
        for c in o.claims
        if not c.negated and (c.status == "alleged" or c.sources and c.status == "happened") and not _about_denial(desk, c)
    ]
    return any(d.sources != t.sources and not _not_yet(desk, r, d, q) for r, d in denied for q, t in told)


def falls_on(desk: Desk, claim: Claim) -> bool:
    """Does a denial fall on the event of this claim, not on another word of what is denied?"""
    event, statement = desk.events.get(claim.event), desk.statements.get(claim.statement or "")
    if claim.status != "denied" or event is None:
        return True
    if statement is None or statement.act != "deny":
        return not _denies_else(desk, claim, event)
    return heads_denial(desk, event, statement)


def _denies_else(desk: Desk, claim: Claim, event: Event) -> bool:
    """ "Se défend de vouloir fermer la caserne" denies its own words, not what was told before."""
    for span in claim.evidence:
        for one in desk.readings[span.report].events if span.report == event.report else ():
            if one.frame == "DENY" and one.id != event.id and span.start <= one.trigger.start < span.end:
                tail = governed(desk, one)
                return bool(tail) and not any(w.start <= event.trigger.start < w.end for w in tail)
    return False


def _not_yet(desk: Desk, report: str, claim: Claim, later: str) -> bool:
    """Is it said not to be so, outright denied by nobody, in a report older than the one that has it done?"""
    return claim.status != "denied" and "" < desk.order[report][0] < desk.order[later][0]


def _said_and_unsaid(group: Sequence[Occasion]) -> bool:
    """Does one report tell in its own voice what another's source says is not so, or the other way round?"""
    rows = [(o.report, c) for o in group for c in o.claims if c.certainty == "certain" and c.status in SURE]
    no = {(r, tuple(c.sources)) for r, c in rows if c.negated}
    yes = {(r, tuple(c.sources)) for r, c in rows if not c.negated}
    verbal = all(not e.slots.nominal for o in group for e in o.events)
    return verbal and any(a != b and s != t and (s or t) for a, s in no for b, t in yes)


def _about_denial(desk: Desk, claim: Claim) -> bool:
    event = desk.events.get(claim.event)
    return event is None or event.frame in ("DENY", "REJECT", "ACCUSE")


@dataclass(frozen=True, slots=True)
class _Charge:
    """What a matter says somebody did, and on whose word."""

    draft: int
    report: str
    at: int
    sentence: int
    event: str
    accused: frozenset[str]  # keys of parties
    parties: frozenset[str]  # and of whom it befell
    holders: frozenset[str]
    words: frozenset[str]  # lemmas of its clause
    act: frozenset[str]  # the deed, and what it was done to
    frame: str
    open: bool  # alleged, or told by somebody who accuses
    accusing: bool = False  # told by a word of accusing
    deed: str = ""  # the plain lemma of the act alone


def answer_charges(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """Every matter with the denials that answer it; a denial that so found its place is no matter of its own."""
    denials = {r: find_denials(desk, r) for r in sorted(desk.readings)}
    answering = {e for found in denials.values() for d in found for e in d.events}
    by_report: dict[str, list[_Charge]] = defaultdict(list)
    heard = {r for report, found in denials.items() if found for r in _circle(desk, report)}
    for n, draft in enumerate(drafts):
        if draft.kind == "event" and not heard.isdisjoint(draft.reports):
            for charge in _charges(desk, n, draft, answering):
                by_report[charge.report].append(charge)
    charges = {r: _innermost(found) for r, found in by_report.items()}
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


def _charges(desk: Desk, n: int, draft: Draft, answering: set[str]) -> Iterator[_Charge]:
    """One for every event that somebody but a denier tells as done."""
    for event in (desk.events[e] for e in draft.events):
        told = [c for c in desk.claims.get(event.id, ()) if not c.negated and c.status in _CHARGED]
        if event.frame == "DENY" or event.id in answering or not told or _only_narrows(desk, event):
            continue  # "accusé d'avoir rejeté des eaux" is a charge, whatever else "rejeter" may be
        claim = told[0]
        accusing = event.frame in _ACCUSING or plain(event.lemma) in _ACCUSALS
        quoted = _quoted(desk, event) if accusing else None  # « … », accuse X: X is no target
        speaks = accusing or event.frame == "CRITICISE"  # who criticises holds what he says: he does not deny it
        holders = quoted.speakers if quoted else (*claim.sources[-1:], *(event.agents if speaks else ()))
        blamed = _within(desk, quoted) if quoted else event.targets if accusing else event.agents
        words, act = _words_of(desk, event)
        if event.frame in _PUBLIC and not act - _PROCEDURE:
            continue  # "mis en examen": of what, others say
        yield _Charge(
            n,
            event.report,
            event.trigger.start,
            event.slots.sentence,
            event.id,
            party_keys(desk, blamed),
            party_keys(desk, blamed if quoted else (*event.agents, *event.targets)),
            party_keys(desk, holders),
            words,
            act,
            event.frame,
            event.frame not in _PUBLIC and (claim.status == "alleged" or accusing or _accuses(desk, claim)),
            (accusing and bool(quoted or event.targets or not event.slots.undergoer)) or _accuses(desk, claim),  # not the weather
            plain(event.lemma),
        )


def _only_narrows(desk: Desk, event: Event) -> bool:
    """Is it a participle that only says which: "des civils libérés"?"""
    parsed, i = desk.readings[event.report].parsed, event.slots.head
    if event.slots.nominal or not 0 <= i < len(parsed.words):
        return False
    word = parsed.words[i]
    return word.dep in ("acl", "amod") and word.head == i - 1 and all(k.dep == "punct" for k in parsed.kids(i))


def _quoted(desk: Desk, event: Event) -> Statement | None:
    """The quotation that this verb of accusing introduces."""
    for statement in desk.readings[event.report].statements:
        cue = statement.cue
        if cue and statement.mode == "direct" and statement.speakers and cue.start <= event.trigger.start < cue.end:
            return statement
    return None


def _within(desk: Desk, statement: Statement) -> tuple[str, ...]:
    """The actors named in what is said."""
    rows = desk.readings[statement.spans[0].report].mentions
    named = [m.actor for m in rows for s in statement.spans if s.start <= m.span.start < s.end]
    return tuple(dict.fromkeys(a for a in named if a not in statement.speakers))


def _accuses(desk: Desk, claim: Claim) -> bool:
    statement = desk.statements.get(claim.statement or "")
    return statement is not None and statement.act in ("accuse", "suspect", "criticise")


def _words_of(desk: Desk, event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """Plain lemmas of the clause, and of the deed alone. Of an act of accusing: what somebody is accused of."""
    slots = event.slots
    act = {event.lemma, *slots.object}
    words = {*act, *slots.content, *slots.undergoer}
    if event.frame in _ACCUSING or plain(event.lemma) in _ACCUSALS:
        for statement in desk.readings[event.report].statements:
            if statement.cue and statement.cue.start <= event.trigger.start < statement.cue.end:
                parsed = desk.readings[event.report].parsed.words
                words |= {parsed[i].lemma for i in statement.words if parsed[i].pos in ("NOUN", "VERB", "ADJ", "ADV")}
                act |= words
    if any(desk.figures[f].unit in _SPEEDS for f in event.figures if f in desk.figures):
        act.add("vitesse")
    names = {plain(w) for s in (*slots.agent_spans, *slots.target_spans) for w in desk.text(s).split()}
    weak = names | function_words() | news_words()
    kept, deed = (frozenset(p for w in some if len(p := plain(w)) > 2 and p not in weak) for some in (words | act, act))
    return kept | {plain(event.lemma)}, deed | {plain(event.lemma)}


def _innermost(charges: list[_Charge]) -> list[_Charge]:
    """Without the acts of accusing whose content is a charge itself: "est soupçonné d'avoir incendié"."""
    inner = {c.sentence for c in charges if c.open and c.event and not c.act & _ACCUSALS}
    return [c for c in charges if not (c.act & _ACCUSALS and c.sentence in inner)]


# What a court or the police did is a public act: its grounds can be denied, not the act.
_PUBLIC = frozenset("CHARGE ARREST SENTENCE SEARCH INVESTIGATE TOLL".split())
_PROCEDURE = frozenset(
    "mettre examen inculper inculpation poursuivre poursuite juger juge proces placer renvoyer ecrouer".split()
)
_ACCUSALS = frozenset("accuser soupconner reprocher suspecter imputer blamer incriminer".split())


@dataclass(frozen=True, slots=True)
class _Near:
    """The charges that a denial may answer; those of each report; and those that tell the same, whatever the report."""

    charges: tuple[_Charge, ...]
    own: dict[str, tuple[_Charge, ...]]
    alike: tuple[tuple[_Charge, ...], ...]


_DEED = attrgetter(
    "accused", "parties", "holders", "words", "act", "frame", "open", "deed"
)  # all that `_names_it` reads, and who


def _near(charges: Sequence[_Charge]) -> _Near:
    own: dict[str, list[_Charge]] = defaultdict(list)
    alike: dict[object, list[_Charge]] = defaultdict(list)
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
    denial: Denial, charge: _Charge, deniers: frozenset[str], parties: frozenset[str], others: frozenset[str]
) -> bool | None:
    """Does a denial name this charge? None where it cannot be of it, whatever it names."""
    if _same_party(deniers, charge.holders):
        return None
    if others and charge.parties and not others & (charge.parties | charge.holders):
        return None  # "n'avoir jamais travaillé avec elle" does not answer what he did
    return _names_it(denial, charge, bool(parties & (charge.accused if denial.outright else charge.parties)))


def _elsewhere(desk: Desk, denial: Denial, charges: Sequence[_Charge], parties: frozenset[str]) -> list[int]:
    """ "Son avocate dément" in a report that charges nobody: the one charge that the others tell, of the denier or his client."""
    if denial.words or not denial.outright or denial.local:
        return []
    if not denial.charge and (not denial.speakers or _POINTS_BACK.search(desk.text(denial.spans[0]))):
        return []
    deniers = party_keys(desk, denial.speakers)
    open_ones = [c for c in charges if c.open and not _same_party(deniers, c.holders)]
    accusing = open_ones
    if denial.charge:  # only what is told as an accusation, of the denier before anybody else
        accusing = [c for c in open_ones if c.accusing]
        accusing = [c for c in accusing if parties & c.accused] or accusing
    if any(c.report == denial.report for c in accusing):
        return []
    fits = denial.charge or all(parties & c.accused or _may_speak(desk, denial, c) for c in accusing)
    drafts = {c.draft for c in accusing if c.accused or denial.charge}
    return sorted(drafts) if fits and len(drafts) == 1 else []


def _within_denial(denial: Denial, charge: _Charge) -> bool:
    """Is it told inside what is denied, on nobody's word: "a écarté tout scénario où il contesterait la victoire"?"""
    inside = any(s.report == charge.report and s.start <= charge.at < s.end for s in denial.spans)
    return inside or charge.report == denial.report and charge.sentence == denial.sentence and charge.at > denial.at


_Rank = tuple[int, ...]


def _opening(desk: Desk, denial: Denial, charge: _Charge, side: bool) -> _Rank | None:
    """How well a charge fits a denial that does not name it: told just before it, in its report, against the denier."""
    apart = denial.sentence - charge.sentence
    if charge.report != denial.report or charge.at > denial.at or not 0 <= apart <= (_FAR if side else _NEAR):
        return None  # "L'élu nie": what others have charged him with, this report need not know
    reach = (-apart, -charge.at)  # of a sentence its first act
    if charge.open and (side or not denial.speakers or _may_speak(desk, denial, charge)):
        return 1 + side, int(bool(charge.accused)), *reach
    if charge.open and not charge.accused and (apart < _NEAR or charge.holders):
        return 1, 0, *reach  # "Il est soupçonné … Lui nie."
    beside = not apart and not denial.words and not denial.charge and charge.frame not in _PUBLIC
    if beside and (charge.holders or denial.spans[0].start == denial.at):
        return 0, 0, *reach  # "… disent-ils ; la préfecture dément"
    return None


def _names_it(denial: Denial, charge: _Charge, side: bool) -> bool:
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


def _same_party(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a.isdisjoint(b) and any(k[0] != "~" for k in a & b)


def _clients(desk: Desk, denial: Denial) -> frozenset[str]:
    """Keys of those for whom the denier speaks, where the text says who they are."""
    actors = [desk.actors[a] for a in denial.speakers if a in desk.actors]
    return party_keys(desk, sorted(o.of for a in actors for o in a.held if o.of in desk.actors))


def _may_speak(desk: Desk, denial: Denial, charge: _Charge) -> bool:
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
