"""The actors of one report and every place that names them: find_mentions is the door to this layer."""

from __future__ import annotations

from recoupe.find.coreference import resolve
from recoupe.find.parties import Party, Resolved
from recoupe.find.phrases import find_candidates
from recoupe.parse.document import Parsed
from recoupe.types import Actor, Mention, make_id


def find_mentions(parsed: Parsed) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Mentions in order of the text, and their actors with ids of this report alone."""
    resolved, parties = resolve(parsed, find_candidates(parsed))
    ids = {party.n: make_id("la", parsed.report, party.kind, party.name, party.n) for party in parties}
    mentions: dict[str, Mention] = {}
    for found in resolved:
        mention = _mention(parsed, found, ids)
        mentions.setdefault(mention.id, mention)
    ordered = sorted(mentions.values(), key=lambda m: (m.span, m.form))
    return tuple(ordered), tuple(_actor(party, ids, parties) for party in parties)


def _mention(parsed: Parsed, found: Resolved, ids: dict[int, str]) -> Mention:
    span = parsed.span(found.first, found.last)
    return Mention(
        make_id("m", parsed.report, span.start, span.end, found.form), span, ids[found.party.n], found.form, found.head
    )


def _actor(party: Party, ids: dict[int, str], parties: list[Party]) -> Actor:
    names = list(party.names)
    if party.members:
        members = [p for p in parties if p.n in party.members]
        names.extend(p.name for p in members if p.name not in party.names)
    return Actor(ids[party.n], party.name, party.kind, party.country, tuple(sorted(names)), tuple(party.titles))
