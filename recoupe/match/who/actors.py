"""Actors across reports: the same party under other spellings, short names and offices; who is kept apart, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from anyascii import anyascii

from recoupe.find.affair.affairs import Affairs
from recoupe.lang.countries import demonyms
from recoupe.match.who.joined import Joined
from recoupe.match.who.names import ARTICLE, NUMBERS, is_named, plain_name, tokens_of
from recoupe.match.who.offices import kindred, match_holders
from recoupe.match.who.persons import match_halls, match_near, match_persons, offices_of
from recoupe.match.who.sorts import match_sorts
from recoupe.match.who.sounds import sound
from recoupe.match.who.variants import match_variants
from recoupe.types import Actor, ActorKind, Link, LinkVerdict, Office, make_id

if TYPE_CHECKING:
    from recoupe.pipeline import Reading


def match_actors(
    readings: Sequence[Reading], affairs: Affairs | None = None
) -> tuple[tuple[Actor, ...], dict[str, str], tuple[Link, ...]]:
    """The actors of all reports, the map from each report's ids to theirs, and why some were joined or kept apart.

    `affairs`: which reports tell of one affair; without it those that name two parties in common.
    The result does not depend on the order of `readings`. When unsure, actors stay apart.
    """
    local = sorted(((r.report.id, a) for r in readings for a in r.actors), key=lambda x: (x[1].kind, x[0], x[1].name, x[1].id))
    joined = Joined(a.id for _, a in local)
    exact: dict[tuple[str, ...], str] = {}
    for report, actor in local:
        for key, reason in _keys(report, actor):
            if key in exact:
                joined.join(exact[key], actor.id, reason, 1.0)
            else:
                exact[key] = actor.id
    persons = [(r, a) for r, a in local if a.kind == "person" and is_named(a)]
    apart = match_persons(persons, joined)
    _match_offices(local, joined)
    _match_bodies(local, joined)
    near = {r.report.id: frozenset((affairs or {}).get(r.report.id, ())) for r in readings}
    apart = match_near(local, joined, apart, near)
    match_halls(local, joined, kindred(local, joined))
    near = {report: near[report] | others for report, others in kindred(local, joined).items()}
    kinds = match_sorts(readings, joined) | match_variants(readings, joined, near)
    apart += match_holders(local, joined, near)
    mentions: dict[str, str] = {}
    for reading in readings:
        for mention in sorted(reading.mentions, key=lambda m: m.form in ("pronoun", "possessive", "adjective")):
            mentions.setdefault(mention.actor, mention.id)
    return _assemble(local, joined, apart, mentions, {joined.find(a): kind for a, kind in kinds.items()})


def _keys(report: str, actor: Actor) -> list[tuple[tuple[str, ...], str]]:
    """What makes two actors one at sight."""
    if actor.kind == "state":
        key = actor.country or plain_name(actor.name)  # a state of no table goes by its name
        return [(("state", key), f"même État ({key})")]
    if actor.kind == "person":
        return [(("person", plain_name(actor.name)), "même nom")] if is_named(actor) and " " in actor.name else []
    if actor.kind in ("organisation", "place"):
        if not (is_named(actor) or actor.country or " " in actor.name):
            return []
        if not is_named(actor):
            return [((actor.kind, plain_name(actor.name), actor.country or ""), "même nom")]
        words = [t for t in tokens_of(ARTICLE.sub("", actor.name).replace("d'", "").replace("d’", "")) if t not in _SMALL]
        heard = " ".join(sound(NUMBERS.get(t, t)) for t in (words[1:] if _is_kind(words) else words))
        return [((actor.kind, heard if len(heard) > 3 else plain_name(actor.name)), "même nom")]
    if actor.kind == "group":
        head = plain_name(actor.name)
        specific = actor.country is not None or " " in head or " et " in actor.name
        return [(("group", head, actor.country or ""), "même groupe")] if specific or head in _COLLECTIVE else []
    return []


_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "l'"))
_PARTIES = frozenset(("mouvement", "parti", "collectif"))  # "le Mouvement Dix Lacs" goes by "les Dix Lacs"
# Bare nouns that mean the same party in every report of one affair.
_COLLECTIVE = frozenset(("presse", "secours", "pompiers", "police", "autorites", "enqueteurs", "sauveteurs", "medias"))


def _is_kind(words: list[str]) -> bool:
    """Does a name begin with what it is, so that it may go without: "musée Carnavalet", "Mouvement 5 lacs"?"""
    return words[:1] == ["musee"] and len(words) > 1 or words[:1] != [] and words[0] in _PARTIES and len(words) > 2


def _match_offices(local: list[tuple[str, Actor]], joined: Joined) -> None:
    """ "le président russe", unnamed in one report, is the one so titled in another, if all the others agree on him."""
    holders: dict[tuple[str, str], set[str]] = {}
    for _, actor in local:
        if actor.kind == "person" and is_named(actor):
            for office in offices_of(actor):
                holders.setdefault(office, set()).add(joined.find(actor.id))
    for _, actor in local:
        if actor.kind != "role":
            continue
        for office in offices_of(actor):
            found = {joined.find(h) for h in holders.get(office, ())}
            if len(found) == 1:
                joined.join(min(found), actor.id, f"même fonction : {' '.join(office).strip()}", 0.85)
                break
    unnamed: dict[tuple[str, str], str] = {}
    for _, actor in local:
        if actor.kind == "role":
            for office in offices_of(actor):
                if office in unnamed:
                    joined.join(unnamed[office], actor.id, f"même fonction : {' '.join(office).strip()}", 0.8)
                else:
                    unnamed[office] = actor.id


def _match_bodies(local: list[tuple[str, Actor]], joined: Joined) -> None:
    """ "Comité d'enquête" is "Comité d'enquête russe" as long as no other country's is told of."""
    bases: dict[str, list[Actor]] = {}
    for _, actor in local:
        if actor.kind == "organisation" and " " in actor.name and any(c.isupper() for c in actor.name):
            bases.setdefault(" ".join(w for w in plain_name(actor.name).split() if w not in _bare_demonyms()), []).append(actor)
    for base in sorted(bases):
        members = bases[base]
        if " " in base and len({m.country for m in members if m.country}) <= 1:
            for other in members[1:]:
                joined.join(members[0].id, other.id, "même organisme, pays sous-entendu", 0.85)


@cache
def _bare_demonyms() -> frozenset[str]:
    return frozenset(anyascii(d).lower() for d in demonyms())


# --- union of what was joined


def _assemble(
    local: list[tuple[str, Actor]],
    joined: Joined,
    apart: list[tuple[str, str, str, str]],
    mentions: dict[str, str],
    kinds: dict[str, ActorKind],
) -> tuple[tuple[Actor, ...], dict[str, str], tuple[Link, ...]]:
    groups: dict[str, list[Actor]] = {}
    for _, actor in local:
        groups.setdefault(joined.find(actor.id), []).append(actor)
    actors: list[Actor] = []
    identity: dict[str, str] = {}
    for root in sorted(groups):
        members = sorted(groups[root], key=lambda a: a.id)
        actor = _one(members)
        actor = replace(actor, kind=kinds.get(root, actor.kind))
        actors.append(actor)
        identity.update({m.id: actor.id for m in members})
    held = {i: _held(groups[joined.find(i)], identity) for i in sorted(groups)}
    actors = [replace(a, held=held.get(r, ())) for r, a in zip(sorted(groups), actors, strict=True)]
    # The joined actors have one id now: their first mentions stand for them. Equal names need no explanation.
    explained = [(mentions.get(a), mentions.get(b), *found) for (a, b), found in sorted(joined.why.items()) if found[1] < 1.0]
    links = [
        Link(left, right, "same", score, (reason,), make_id("l", left, right, "same"))
        for left, right, reason, score in explained
        if left and right
    ]
    kept: dict[tuple[str, str], tuple[str, str]] = {}
    for left, right, verdict, reason in apart:
        a, b = sorted((identity[left], identity[right]))
        if a != b:
            kept.setdefault((a, b), (verdict, reason))
    for (a, b), (verdict, reason) in sorted(kept.items()):
        doubt: LinkVerdict = "unsure" if verdict == "unsure" else "different"
        links.append(Link(a, b, doubt, 0.5 if doubt == "unsure" else 0.9, (reason,), make_id("l", a, b, doubt)))
    return tuple(sorted(actors, key=lambda a: a.id)), identity, tuple(links)


def _held(members: list[Actor], identity: dict[str, str]) -> tuple[Office, ...]:
    """The offices of all members, of actors of the dossier."""
    offices = {replace(o, of=identity.get(o.of, o.of)) for m in members for o in m.held}
    return tuple(sorted(offices, key=lambda o: (o.noun, o.of, o.key)))


def _one(members: list[Actor]) -> Actor:
    """The dossier's actor: the fullest name most reports use, every surface form, every title."""
    votes: dict[str, int] = {}
    for member in members:
        votes[member.name] = votes.get(member.name, 0) + 1
    named = [n for n in votes if any(m.name == n and m.kind != "role" for m in members)] or list(votes)
    name = min(named, key=lambda n: (-len(n.split()), -votes[n], n))
    kinds = sorted({m.kind for m in members}, key=lambda k: (k == "role", k))
    country = next((m.country for m in sorted(members, key=lambda m: (m.name != name, m.id)) if m.country), None)
    names = tuple(sorted({n for m in members for n in m.names}))
    roles = tuple(sorted({r for m in members for r in m.roles}))
    return replace(
        members[0],
        id=make_id("a", *(m.id for m in members)),
        name=name,
        kind=kinds[0],
        country=country,
        names=names,
        roles=roles,
    )
