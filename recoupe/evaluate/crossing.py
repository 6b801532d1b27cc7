"""One story's gold against its dossier, across reports: facts that must meet, divergences and their kind, copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.evaluate.comparison import Comparison
from recoupe.evaluate.gold import GoldDivergence, GoldFact, GoldSpan
from recoupe.evaluate.outcome import Outcome
from recoupe.evaluate.words import Words
from recoupe.types import Matter, Span

# The verdicts of a dossier that name a gold divergence rightly; a gold item may accept more.
RIGHT = {
    "contradiction": {"contradicted", "disputed"},
    "dispute": {"disputed"},
    "update": {"updated"},
    "precision": {"refined"},
    "naming": {"wording", "same", "shared", "refined"},
    "certainty": {"disputed", "refined", "wording", "updated"},
    "attribution": {"disputed", "refined", "wording"},
    "single-source": {"single"},
}
MAY_CLASH = {"contradiction", "update", "certainty", "dispute"}
JOINED = {"shared", "refined", "updated", "contradicted", "disputed"}
LONGEST_EVIDENCE = 600  # characters; a longer span points at nothing
UNFOCUSED, MANY_WORDS = 0.6, 150  # a matter over more than this share of its reports joins nothing


@dataclass(frozen=True, slots=True)
class _Told:
    """A matter of the dossier as the places it covers, with the places of each difference and of each clash."""

    matter: Matter
    places: tuple[Words, ...]
    differences: tuple[tuple[str, tuple[Words, ...]], ...]
    clashes: tuple[tuple[Words, ...], ...]


def score_matters(c: Comparison) -> Iterator[Outcome]:
    """Facts found as one matter, two events kept apart, divergences found and rightly named, false contradictions."""
    told = [t for m in c.dossier.matters if (t := _told(c, m))]
    for fact in c.gold.matters:
        yield from _fact(c, fact, told)
    if c.exhaustive("matters"):
        yield from _precision(c, told)
    for item in c.gold.divergences:
        yield from _divergence(c, item, told)
    yield from _alarms(c, told)


def score_copies(c: Comparison) -> Iterator[Outcome]:
    """Pairs of reports whose relation the gold can vouch for."""
    said = {frozenset((k.left, k.right)): k.relation for k in c.dossier.copies}
    for item in c.gold.copies:
        if not item.scorable:
            continue
        got, words = said.get(frozenset((item.left, item.right))), f"{item.left} / {item.right}"
        unit = c.unit(item.left)
        if item.relation == "independent":
            tied = got in ("same_text", "same_origin")
            yield Outcome("bad.independent_tied", tied, 1, unit, words, f"called {got}" if tied else "")
        else:
            right = got in (item.relation, *item.accept)
            yield Outcome("copies.relation", right, 1, unit, words, "" if right else f"{item.relation}, the dossier has {got}")


def _told(c: Comparison, matter: Matter) -> _Told | None:
    """A matter with its places; None for one that covers most of its reports, which joins nothing."""
    claims = {k.id: k for k in c.dossier.claims}
    spans: list[Span] = [s for k in matter.claims if k in claims for s in claims[k].evidence]
    for event in (c.events[e] for e in matter.events if e in c.events):
        spans += [*event.spans, event.trigger]
    differences = tuple((d.verdict, _places(c, [s for v in d.values for s in v.evidence])) for d in matter.differences)
    places = (*_places(c, spans), *(p for _, ps in differences for p in ps))
    covered = {word for place in places for word in place}
    size = c.texts.size({report for report, _ in covered})
    if size >= MANY_WORDS and len(covered) > UNFOCUSED * size:
        return None
    clashes = tuple(ps for verdict, ps in differences if verdict == "contradicted")
    if not clashes and matter.agreement == "contradicted":
        clashes = (places,)
    return _Told(matter, places, differences, clashes)


def _places(c: Comparison, spans: Sequence[Span]) -> tuple[Words, ...]:
    """The words of each span that points at something."""
    return tuple(w for s in spans if s.end - s.start <= LONGEST_EVIDENCE and (w := c.texts.words([s])))


def _meet(c: Comparison, places: Sequence[Words], evidence: Sequence[GoldSpan]) -> bool:
    """Do these places cover the evidence of two reports, or of two places when it all lies in one report?"""
    hits = set()
    for i, span in enumerate(evidence):
        words = c.texts.words([span])
        if words and any(words & p and len(words & p) >= 0.5 * min(len(words), len(p)) for p in places):
            hits.add(i)
    reports = {s.report for s in evidence}
    return len({evidence[i].report for i in hits}) >= min(2, len(reports)) and len(hits) >= min(2, len(evidence))


def _fact(c: Comparison, fact: GoldFact, told: Sequence[_Told]) -> Iterator[Outcome]:
    """A shared fact: is each pair of its evidence one matter, and not an opposed one? Two events apart: are they kept so?"""
    if fact.kind in ("shared", "disputed"):
        for a, b in combinations(fact.evidence, 2):
            if a.report != b.report:
                verdicts = {t.matter.agreement for t in told if _meet(c, t.places, [a, b])}
                words = f"{c.texts.quote(a)} / {c.texts.quote(b)}"
                yield Outcome("shared.pairs", bool(verdicts), 1, c.unit(a.report), words, "" if verdicts else "not one matter")
                note = "" if not verdicts or verdicts & JOINED else "side by side only"  # `related` joins nothing
                yield Outcome("joined.pairs", bool(verdicts & JOINED), 1, c.unit(a.report), words, note)
                if verdicts and fact.kind == "shared":
                    agrees = bool(verdicts & {"shared", "refined", "updated"})
                    note = "" if agrees else f"called {', '.join(sorted(verdicts))}"
                    yield Outcome("shared.not_opposed", agrees, 1, c.unit(a.report), words, note)
    elif fact.kind == "apart":
        merged = any(t.matter.agreement in JOINED and _meet(c, t.places, fact.evidence) for t in told)
        note = f"two events in one matter: {fact.note or fact.fact}" if merged else ""
        yield Outcome("bad.false_merges", merged, 1, c.unit(fact.evidence[0].report), c.texts.quote(fact.evidence[0]), note)


def _precision(c: Comparison, told: Sequence[_Told]) -> Iterator[Outcome]:
    """Of what the dossier joins across reports: is it a fact or a divergence of the gold?"""
    true = [f.evidence for f in c.gold.matters if f.kind != "apart"]
    true += [d.evidence for d in c.gold.divergences if d.type != "different-object"]
    for t in told:
        reports = sorted({report for place in t.places for report, _ in place})
        if t.matter.agreement in JOINED and len(reports) > 1:
            right = any(_meet(c, t.places, evidence) for evidence in true)
            yield Outcome("shared.precision", right, 1, c.unit(reports[0]), t.matter.title, "" if right else "joins no gold fact")


def _divergence(c: Comparison, item: GoldDivergence, told: Sequence[_Told]) -> Iterator[Outcome]:
    """Is the divergence found, and called what it is? A different object must not be called a contradiction."""
    evidence, unit = item.evidence, c.unit(item.evidence[0].report)
    words = " / ".join(c.texts.quote(s) for s in evidence[:2])
    clash = any(_meet(c, places, evidence) for t in told for places in t.clashes)
    if item.type == "different-object":
        note = f"two objects called contradicted: {item.question}" if clash else ""
        yield Outcome("bad.false_friends", clash, 1, unit, words, note)
        return
    near = [t for t in told if _meet(c, t.places, evidence)]
    said: set[str] = {t.matter.agreement for t in near}
    said |= {verdict for t in near for verdict, places in t.differences if _meet(c, places, evidence)}
    is_found = bool(near)
    if item.type == "naming" and _one_actor(c, evidence):
        is_found, said = True, said | {"same"}
    right = is_found and bool(said & (RIGHT.get(item.type, set()) | set(item.accept)))
    if clash and item.type in ("naming", "precision", "single-source") and "contradicted" not in item.accept:
        right = False
    yield Outcome(f"divergences.{item.type}.found", is_found, 1, unit)
    called = f"called {', '.join(sorted(said))}" if is_found else "not found"
    wrong = "" if right else f"{item.question or item.note}: {called}"
    yield Outcome(f"divergences.{item.type}.typed", right, 1, unit, words, wrong, item.phenomena)


def _one_actor(c: Comparison, evidence: Sequence[GoldSpan]) -> bool:
    """The names of a naming item belong to one actor of the dossier."""
    owners = []
    for span in evidence:
        words = c.texts.words([span])
        owners.append({m.actor for m in c.dossier.mentions if c.texts.bare(c.texts.words([m.span])) & words})
    return any(a & b for a, b in combinations(owners, 2))


def _alarms(c: Comparison, told: Sequence[_Told]) -> Iterator[Outcome]:
    """Contradictions that meet no gold item which might be called one. In gold that is not exhaustive: candidates to read."""
    known = [d.evidence for d in c.gold.divergences if d.type in MAY_CLASH or "contradicted" in d.accept]
    for t in told:
        if t.clashes:
            alarm = not any(_meet(c, places, evidence) for places in t.clashes for evidence in known)
            report = min(report for place in t.places for report, _ in place)
            note = "contradicted, and no gold item says so" if alarm else ""
            yield Outcome("bad.contradictions_not_in_gold", alarm, 1, c.unit(report), t.matter.title, note)
