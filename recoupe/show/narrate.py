"""The chain behind a matter, told in French: its slots and words, its events and who tells them, why they were joined."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.show.reasons import in_one_phrase
from recoupe.show.view import View
from recoupe.show.words import say
from recoupe.types import Claim, Difference, Dossier, Event, Link, Matter, Span

_VERDICT = {
    "same": "identique",
    "refined": "plus précis",
    "updated": "mis à jour",
    "wording": "autrement dit",
    "contradicted": "contradictoire",
}
_AGREEMENT = {
    "shared": "les textes concordent",
    "single": "un seul texte le dit",
    "refined": "compatible, l'un est plus précis",
    "updated": "chacun juste à son heure",
    "disputed": "affirmé par les uns, nié par d'autres",
    "contradicted": "les textes ne peuvent avoir tous raison",
    "related": "rien n'établit que c'est un seul fait",
}
_JOINED = {"same": "Rapprochés", "different": "Tenus séparés", "unsure": "Incertain"}


def narrate(dossier: Dossier, record: str) -> tuple[str, ...]:
    """Lines that explain a matter, an event or a link, each with the words it rests on. KeyError when no record has that id."""
    view = View(dossier)
    if record in view.matters:
        return tuple(_matter(view, view.matters[record]))
    if record in view.events:
        held = (m for m in dossier.matters if record in m.events)
        told = (f"Dans « {m.title} » ({m.id}) : {_AGREEMENT[m.agreement]}." for m in held)
        return (*_event(view, view.events[record]), *told)
    for link in dossier.links:
        if link.id == record:
            head = f"{link.left} — {link.right} : {link.verdict} ({link.score:.2f})"
            return (head, *(f"  {reason}" for reason in link.reasons))
    raise KeyError(record)


def _matter(view: View, matter: Matter) -> Iterator[str]:
    """Its title and agreement, its slots, its events, what joined them, its origins."""
    yield matter.title
    yield f"{say(f'agreement.{matter.agreement}')} : {_AGREEMENT[matter.agreement]}."
    for difference in matter.differences:
        yield from _difference(view, difference)
    for event in matter.events:
        if event in view.events:
            yield from _event(view, view.events[event])
    for link in view.dossier.links:
        if link.left in matter.events or link.right in matter.events:
            yield _link(view, link)
    counts = f"{say('n_reports', n=len(matter.reports))}, {say('n_origins', n=matter.origins)}"
    yield " ".join((f"{counts}.", *matter.origins_why))


def _difference(view: View, difference: Difference) -> Iterator[str]:
    """A slot, then how each report fills it."""
    close = difference.slot == "passage"  # words side by side, with no value of their own
    yield f"{say('slot.' + difference.slot)} : {'côte à côte' if close else _VERDICT[difference.verdict]}."
    for value in difference.values:
        filler = "" if close else (view.value(difference.slot, value.value) or "—") + " "
        yield f"  {view.label(value.report)} : {filler}{_quote(view, value.evidence)}".rstrip()


def _event(view: View, event: Event) -> Iterator[str]:
    """What happens, its parties, then the claims that tell it."""
    parties = [
        (name, ", ".join(map(view.name, ids))) for name, ids in (("auteur", event.agents), ("envers", event.targets)) if ids
    ]
    told = "".join(f" ; {name} : {who}" for name, who in parties)
    yield f"{view.label(event.report)} : {event.frame} « {view.words((event.trigger,))} »{told}"
    for claim in view.dossier.claims:
        if claim.event == event.id:
            yield _claim(view, claim)


def _claim(view: View, claim: Claim) -> str:
    """How one holder tells the event: status, certainty, sources from the outermost in, words."""
    sources = " → ".join(map(view.name, claim.sources)) or say("own_voice")
    negated = ", nié" if claim.negated else ""
    certainty = "" if claim.certainty == "unknown" else f" ({say(f'certainty.{claim.certainty}')})"
    return f"    {say(f'status.{claim.status}')}{negated}{certainty}, selon {sources} {_quote(view, claim.evidence)}"


def _link(view: View, link: Link) -> str:
    """Which two events were joined or kept apart, and why."""
    pair = " et ".join(f"{view.label(e.report)} « {view.words((e.trigger,))} »" for e in _ends(view, link))
    return f"{_JOINED[link.verdict]} : {pair} ({link.score:.2f}) : {in_one_phrase(link.reasons)}."


def _ends(view: View, link: Link) -> list[Event]:
    return [view.events[end] for end in (link.left, link.right) if end in view.events]


def _quote(view: View, spans: tuple[Span, ...]) -> str:
    return " … ".join(f"« {view.words((s,))} »" for s in spans)
