"""The chain behind a matter, told: its slots and words, why its events were joined, where each claim comes from."""

from __future__ import annotations

from pathlib import PurePath

from recoupe.show.words import say
from recoupe.types import Actor, Claim, Dossier, Event, Matter, Span

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
    "related": "proche, mais autre fait",
}


def narrate(dossier: Dossier, record: str) -> tuple[str, ...]:
    """Lines that explain a matter, an event or a link, each with the words it rests on. KeyError when no record has that id."""
    for matter in dossier.matters:
        if matter.id == record:
            return _matter(dossier, matter)
    for event in dossier.events:
        if event.id == record:
            found = [
                line
                for m in dossier.matters
                if event.id in m.events
                for line in (f"Dans « {m.title} » ({m.id}) : {_AGREEMENT[m.agreement]}.",)
            ]
            return (*_event(dossier, event), *found)
    for link in dossier.links:
        if link.id == record:
            return (
                f"{link.left} — {link.right} : {link.verdict} ({link.score:.2f})",
                *(f"  {reason}" for reason in link.reasons),
            )
    raise KeyError(record)


def _matter(dossier: Dossier, matter: Matter) -> tuple[str, ...]:
    events = {e.id: e for e in dossier.events}
    mine = set(matter.events)
    lines = [f"{matter.title}", f"{say(f'agreement.{matter.agreement}')} : {_AGREEMENT[matter.agreement]}."]
    for difference in matter.differences:
        lines.append(f"{say('slot.' + difference.slot)} : {_VERDICT[difference.verdict]}.")
        lines += [
            f"  {_name(dossier, v.report)} : {v.value or '—'} {_quote(dossier, v.evidence)}".rstrip() for v in difference.values
        ]
    for event in matter.events:
        if event in events:
            lines += _event(dossier, events[event])
    for link in dossier.links:
        if link.left in mine or link.right in mine:
            verb = {"same": "Rapprochés", "different": "Tenus séparés", "unsure": "Incertain"}[link.verdict]
            lines.append(f"{verb} ({link.score:.2f}) : {' ; '.join(link.reasons)}.")
    counts = f"{say('n_reports', n=len(matter.reports))}, {say('n_origins', n=matter.origins)}"
    lines.append(" ".join((f"{counts}.", *matter.origins_why)))
    return tuple(lines)


def _event(dossier: Dossier, event: Event) -> tuple[str, ...]:
    actors = {a.id: a for a in dossier.actors}
    head = f"{_name(dossier, event.report)} : {event.frame} « {dossier.words(event.trigger)} »"
    parties = f" auteur : {_list(actors, event.agents)} ; envers : {_list(actors, event.targets)}"
    lines = [head + parties]
    lines += [_claim(dossier, actors, c) for c in dossier.claims if c.event == event.id]
    return tuple(lines)


def _claim(dossier: Dossier, actors: dict[str, Actor], claim: Claim) -> str:
    sources = " → ".join(actors[s].name if s in actors else s for s in claim.sources) or say("own_voice")
    evidence = _quote(dossier, claim.evidence)
    certainty = "" if claim.certainty == "unknown" else f" ({say(f'certainty.{claim.certainty}')})"
    return f"    {say(f'status.{claim.status}')}{', nié' if claim.negated else ''}{certainty}, selon {sources} {evidence}"


def _list(actors: dict[str, Actor], ids: tuple[str, ...]) -> str:
    return ", ".join(actors[i].name for i in ids if i in actors) or "—"


def _quote(dossier: Dossier, spans: tuple[Span, ...]) -> str:
    return " … ".join(f"« {' '.join(dossier.words(s).split())} »" for s in spans)


def _name(dossier: Dossier, report: str) -> str:
    for record in dossier.reports:
        if record.id == report:
            return record.outlet or record.title or (PurePath(record.path).name if record.path else record.id)
    return report
