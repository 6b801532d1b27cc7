"""Two towns of one act: "arrêté mercredi à Lille" here, "arrêté à Liège" there, in a matter that tells it as one.

A town that lies in the other, or a quarter, is seldom told without its name anywhere in the longer report; so only towns
count of which the other report has no word at all. Countries, regions and houses ("au Mali", "à l'Élysée") place too widely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from recoupe.lang.plain import plain
from recoupe.match.acts.happening import LOOSE
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, in_order, labelled
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Event, Mention, Span, Value

_KINDS = ("event", "echo", "means")
_IN = frozenset(("à", "au", "dans"))  # before a site: "au bac de", "dans une clinique de"
_OF = frozenset(("de", "d'", "du"))
_HELD = frozenset("tenir derouler avoir celebrer produire".split())  # "la cérémonie s'est tenue à": the place of the noun
_LIVED = frozenset("louer habiter occuper posseder tenir partager".split())  # "dans l'appartement qu'elle louait à"
AREAS = frozenset("district comté province région état département canton préfecture arrondissement île vallée".split())
QUARTERS = frozenset("quartier secteur rue place avenue boulevard faubourg cité hameau lieu-dit".split())
_STEPS = 8  # words from a place up to its act


@dataclass(frozen=True, slots=True)
class _Place:
    name: str  # of the town, in plain form
    number: str  # of the act, or of whom it befell: "Sing", "Plur"; "" where its word does not say
    span: Span  # of the phrase: "à l'aéroport de Diass"


def oppose_towns(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters; those that tell one act and put it in two towns say so."""
    return [_opposed(desk, d) if d.kind in _KINDS and d.agreement in ("shared", "refined") else d for d in drafts]


def _opposed(desk: Desk, draft: Draft) -> Draft:
    if len(draft.reports) < 2 or any(x.slot == "place" for x in draft.differences):
        return draft
    told: dict[str, list[_Place]] = defaultdict(list)
    for event in (desk.events[e] for e in draft.events if e in desk.events):
        if event.frame not in LOOSE or draft.kind != "event":  # what else than a kind of act tied it
            told[event.report] += _places(desk, event)
    one = {r: rows[0] for r, rows in sorted(told.items()) if len({p.name for p in rows}) == 1}
    towns = {(a, b) for a, b in combinations(one, 2) if _are_two(desk, one[a], one[b])}
    if not towns:
        return draft
    held = sorted({r for pair in towns for r in pair})
    values = in_order([Value(r, " ".join(desk.text(one[r].span).split()), (one[r].span,)) for r in held])
    differences = (Difference("place", "contradicted", values), *draft.differences)
    title = labelled("Lieu", values, " ou ")
    return replace(draft, kind="towns", differences=differences, agreement=agree(len(draft.reports), differences), title=title)


def _are_two(desk: Desk, a: _Place, b: _Place) -> bool:
    """Two towns of which neither report names the other's, in reports of the same days?"""
    x, y = a.span.report, b.span.report
    if y not in desk.related[x] or desk.are_days_apart(x, y) or a.number != b.number and a.number and b.number:
        return False  # "l'explosion", "des explosions"
    return not desk.knows_place(y, a.name) and not desk.knows_place(x, b.name)


def _places(desk: Desk, event: Event) -> Iterator[_Place]:
    """The towns in which a clause puts its act."""
    parsed = desk.readings[event.report].parsed
    trigger = next(iter(parsed.at(event.trigger.start, event.trigger.end)), None)
    if trigger is None:
        return
    other = other_names(desk, event.report)
    sentence = parsed.sentence_of(trigger)
    for word in parsed.words[sentence.first : sentence.last]:
        if word.pos not in ("PROPN", "NOUN", "X") or not word.text[:1].isupper() or word.i in other:
            continue
        head = _phrase(parsed, word)
        if head is not None and _is_told_of(parsed, head.i, trigger):
            first = min([head.i, *(k.i for k in parsed.kids(head.i, "case"))])
            last = max([word.i, *(k.i for k in parsed.kids(word.i, "flat", "flat:name") if k.i == word.i + 1)])
            number = parsed.words[trigger].feat("Number") or ""
            yield _Place(plain(word.text), number, Span(event.report, parsed.words[first].start, parsed.words[last].end))


def other_names(desk: Desk, report: str) -> frozenset[int]:
    """The words that name a body, a country, or a person by more than one word."""
    parsed, found = desk.readings[report].parsed, set[int]()
    for mention in desk.readings[report].mentions:
        kind, words = _kind(desk, mention), parsed.at(mention.span.start, mention.span.end)
        whole = bool(words) and parsed.words[words[0]].text[:1].isupper()  # not "l'hôpital d'Orvalle", which stands in a town
        if whole and (kind in ("organisation", "state") or kind == "person" and len(words) > 1):
            found.update(words)
    return frozenset(found)


def _kind(desk: Desk, mention: Mention) -> str:
    actor = desk.actors.get(mention.actor)
    return actor.kind if actor else ""


def _phrase(parsed: Parsed, name: Word) -> Word | None:
    """The head of a phrase that puts something in a town: the name after "à", or the site of a town; None where it is none."""
    cases = {k.lower.replace("’", "'") for k in parsed.kids(name.i, "case")}
    if any(k.lower not in ("la", "le", "les") or k.text[:1].islower() for k in parsed.kids(name.i, "det")):
        return None  # "à l'Élysée": a house
    if "à" in cases:  # not "près de": the other town may lie there
        return name
    site = parsed.words[name.head]
    if not cases & _OF or site.pos != "NOUN" or site.lemma in AREAS | QUARTERS:
        return None  # "dans le quartier de la Mouche": it may lie in the other town
    return site if any(k.lower in _IN for k in parsed.kids(site.i, "case")) else None


def _is_told_of(parsed: Parsed, place: int, trigger: int) -> bool:
    """Does a place hang on an act, with no other act between; "c'est à Lille que", too?"""
    if parsed.words[trigger].head == place:
        return True
    i = place
    for _ in range(_STEPS):
        if i == trigger:
            return True
        i = parsed.words[i].head
        if plain(parsed.words[i].lemma) in _LIVED and parsed.words[i].dep == "acl:relcl":
            continue
        if parsed.words[i].pos in ("VERB", "AUX") and i != trigger:
            held = plain(parsed.words[i].lemma) in _HELD
            return held and any(k.i == trigger for k in parsed.kids(i, "nsubj", "nsubj:pass", "obj"))
        if parsed.words[i].head == i:
            return i == trigger
    return False
