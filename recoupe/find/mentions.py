"""The actors of one report and every place that names them: find_mentions is the door to this layer."""

from __future__ import annotations

from recoupe.find.who.coreference import resolve
from recoupe.find.who.parties import Party, Resolved, Role
from recoupe.find.who.phrases import country_name, find_candidates
from recoupe.lang.countries import countries, demonyms
from recoupe.parse.document import Parsed
from recoupe.types import Actor, Mention, Office, make_id


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
    country = party.country if party.country in countries() else None
    held = tuple(dict.fromkeys(_office(role, party, ids, country or party.country) for role in party.roles))
    return Actor(ids[party.n], party.name, party.kind, country, tuple(sorted(names)), tuple(party.titles), held)


def _office(role: Role, party: Party, ids: dict[int, str], country: str | None) -> Office:
    """What the party was called, and whose it is: a party's, a state's, or nobody's that the report names."""
    state = role.country or (country if party.kind in ("person", "role", "organisation") else None)
    own = {country_name(state).lower()} if state else set()
    key = tuple(sorted(k for k in role.key if k not in own and demonyms().get(k) is None))
    of = ids.get(role.of, "") if role.of is not None and not state else state or ""
    return Office(("ex-" if role.former else "") + (role.concept or role.lemma), of, key)
