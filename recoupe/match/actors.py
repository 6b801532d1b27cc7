"""Actors across reports: the same party under other spellings, short names and offices; who is kept apart, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from recoupe.find.affairs import Affairs
from recoupe.find.takenup import FAMILY_FIRST
from recoupe.lang.countries import demonyms
from recoupe.lang.nouns import actor_nouns, first_names
from recoupe.lang.tables import read_table
from recoupe.match.joined import Joined
from recoupe.match.offices import kindred, match_holders
from recoupe.match.sorts import match_sorts
from recoupe.match.sounds import as_heard, sound
from recoupe.match.variants import match_variants
from recoupe.types import Actor, ActorKind, Link, LinkVerdict, Office, make_id

if TYPE_CHECKING:
    from recoupe.pipeline import Reading

_ARTICLE = re.compile(r"^(?:l'|l’|le |la |les |un |une |des |ce |cet |cette |ces |son |sa |ses |leurs? |du )", re.IGNORECASE)
_TITLE = re.compile(r"^(?:M\.|Mme|Mlle|Me|Dr|Pr|Mgr)\s+")
_OFFICES = {
    "président": "head",
    "présidente": "head",
    "dirigeant": "head",
    "dirigeante": "head",
    "leader": "head",
    "homme fort": "head",
    "chef de l'état": "head",
    "cheffe de l'état": "head",
    "chef de l'exécutif": "head",
    "chef d'état": "head",
    "premier ministre": "premier",
    "première ministre": "premier",
    "chef du gouvernement": "premier",
    "cheffe du gouvernement": "premier",
    "chancelier": "premier",
    "chancelière": "premier",
    "chef de la diplomatie": "diplomat",
    "ministre des affaires étrangères": "diplomat",
}


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
    persons = [(r, a) for r, a in local if a.kind == "person" and _is_named(a)]
    apart = _match_persons(persons, joined)
    _match_offices(local, joined)
    _match_bodies(local, joined)
    near = {r.report.id: frozenset((affairs or {}).get(r.report.id, ())) for r in readings}
    apart = _match_near(local, joined, apart, near)
    near = {report: near[report] | others for report, others in kindred(local, joined).items()}
    kinds = match_sorts(readings, joined) | match_variants(readings, joined, near)
    apart += match_holders(local, joined)
    mentions: dict[str, str] = {}
    for reading in readings:
        for mention in sorted(reading.mentions, key=lambda m: m.form in ("pronoun", "possessive", "adjective")):
            mentions.setdefault(mention.actor, mention.id)
    return _assemble(local, joined, apart, mentions, {joined.find(a): kind for a, kind in kinds.items()})


def _keys(report: str, actor: Actor) -> list[tuple[tuple[str, ...], str]]:
    """What makes two actors one at sight."""
    if actor.kind == "state":
        key = actor.country or _plain(actor.name)  # a state of no table goes by its name
        return [(("state", key), f"même État ({key})")]
    if actor.kind == "person":
        return [(("person", _plain(actor.name)), "même nom")] if _is_named(actor) and " " in actor.name else []
    if actor.kind in ("organisation", "place"):
        if not (_is_named(actor) or actor.country or " " in actor.name):
            return []
        if not _is_named(actor):
            return [((actor.kind, _plain(actor.name), actor.country or ""), "même nom")]
        words = [t for t in _tokens(_ARTICLE.sub("", actor.name).replace("d'", "").replace("d’", "")) if t not in _SMALL]
        heard = " ".join(sound(t) for t in (words[1:] if words[:1] == ["musee"] and len(words) > 1 else words))
        return [((actor.kind, heard if len(heard) > 3 else _plain(actor.name)), "même nom")]
    if actor.kind == "group":
        head = _plain(actor.name)
        specific = actor.country is not None or " " in head or " et " in actor.name
        return [(("group", head, actor.country or ""), "même groupe")] if specific or head in _COLLECTIVE else []
    return []


_Pair = tuple[str, str, str, str]  # ids of two actors, verdict, reason
_LONG_NAME = 5  # letters of a surname
_SON_OF = frozenset("ag ben bin ibn oglu ould uld walad wuld".split())
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "l'"))
# Bare nouns that mean the same party in every report of one affair.
_COLLECTIVE = frozenset(("presse", "secours", "pompiers", "police", "autorites", "enqueteurs", "sauveteurs", "medias"))


def _match_persons(persons: list[tuple[str, Actor]], joined: Joined) -> list[_Pair]:
    """Join spellings and short names; return the pairs that share a surname and are kept apart, with the reason."""
    blocks: dict[str, list[tuple[str, Actor]]] = {}
    for report, actor in persons:
        for key in dict.fromkeys(_blocks(actor.name)):
            blocks.setdefault(key, []).append((report, actor))
    apart: dict[tuple[str, str], tuple[str, str]] = {}
    for key in sorted(blocks):
        block = blocks[key]
        # Equal names are joined already: one of each, per country, is enough to compare.
        alike: dict[tuple[str, str | None], tuple[str, Actor]] = {}
        for report, actor in block:
            if " " in actor.name:
                alike.setdefault((actor.name, actor.country), (report, actor))
        full = list(alike.values())
        for n, (_, left) in enumerate(full):
            for _, right in full[n + 1 :]:
                if left.name == right.name:
                    continue
                verdict, reason, score = compare_names(left.name, right.name)
                if verdict == "unsure" and set(_offices(left)) & set(_offices(right)):
                    verdict, reason, score = "same", f"{reason}, même fonction", 0.8
                if verdict == "same" and _roles_agree(left, right):
                    joined.join(left.id, right.id, reason, score)
                elif verdict == "unsure" or (verdict == "different" and _namesakes(left.name, right.name)):
                    apart.setdefault((left.id, right.id), (verdict, reason))
        _match_short(block, full, joined)
    return [(left, right, verdict, reason) for (left, right), (verdict, reason) in sorted(apart.items())]


def _match_short(
    block: list[tuple[str, Actor]],
    full: list[tuple[str, Actor]],
    joined: Joined,
) -> None:
    """ "Poutine" alone is the one Poutine that the other reports name in full."""
    for _, short in ((r, a) for r, a in block if " " not in a.name):
        fitting = [a for _, a in full if sound(a.name.split(" ")[-1]) == sound(short.name)]
        if len({joined.find(a.id) for a in fitting}) == 1:
            joined.join(fitting[0].id, short.id, f"seul « {short.name} » des textes à porter un prénom", 0.9)
    bare = [a for _, a in block if " " not in a.name]
    for left, right in pairwise(bare):
        if not full and _plain(left.name) == _plain(right.name):
            joined.join(left.id, right.id, "même nom", 0.9)


def compare_names(left: str, right: str) -> tuple[str, str, float]:
    """("same" | "different" | "unsure", reason, score) for two full names of persons.

    >>> compare_names("Youri Ouchakov", "Yuri Ushakov")[0]
    'same'
    >>> compare_names("Kim Jong Un", "Kim Jong Il")[0]
    'different'
    """
    a, b = (_bare(_tokens(n)) for n in (left, right))
    if a == b:
        return "same", "même nom, autre graphie", 1.0
    heard = [sound(t) for t in a], [sound(t) for t in b]
    if heard[0] == heard[1] or "".join(heard[0]) == "".join(heard[1]):
        return "same", "même nom, autre transcription", 0.95
    if _skeleton(heard[0][-1]) != _skeleton(heard[1][-1]) or not (heard[0][-1] == heard[1][-1] or _close(a[-1], b[-1])):
        near = a[:-1] == b[:-1] and len(a[-1]) > 4 and (_close(a[-1], b[-1]) or as_heard(a[-1]) == as_heard(b[-1]))
        return ("unsure", "à une lettre près ou de même son", 0.5) if near else ("different", "noms de famille différents", 0.9)
    given, other = a[0], b[0]
    if len(a) == len(b) == 2:
        if (len(given.rstrip(".")) == 1 or len(other.rstrip(".")) == 1) and given[0] == other[0]:
            return "same", "même nom, prénom abrégé", 0.85
        if (
            sound(given) == sound(other)
            or _one_given(given, other)
            or (_close(given, other) and given[0] == other[0] and min(len(given), len(other)) > 4)
        ):
            return "same", "même nom, autre transcription", 0.9
        return "different", "même nom de famille, autre prénom", 0.9
    small, large = sorted((set(heard[0]), set(heard[1])), key=len)
    if len(small) >= 2 and small < large and heard[0][0] == heard[1][0]:
        return "same", "même nom, forme plus longue", 0.85
    return "different", "prénoms différents", 0.8


def _one_given(left: str, right: str) -> bool:
    """Two forms of one given name: "Oleksandr", "Alexandre"."""
    return bool(_forms().get(left, frozenset()) & _forms().get(right, frozenset()))


@cache
def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("data/given_names.tsv", ("names", "example")):
        for name in row.many("names"):
            found.setdefault(anyascii(name).lower(), set()).add(row.where)
    return {name: frozenset(rows) for name, rows in found.items()}


def _tokens(name: str) -> list[str]:
    return [t for t in re.split(r"[\s-]+", anyascii(_TITLE.sub("", name)).lower()) if t] or [name.lower()]


def _bare(tokens: list[str]) -> list[str]:
    """Without "son of", which reports write, leave out or put in another language: "Ould", "Ag", "Ben"."""
    kept = [t for t in tokens if t not in _SON_OF]
    return kept if len(kept) > 1 else tokens


def _close(left: str, right: str) -> bool:
    """One letter apart in a name of five letters or more ("Tchiani" / "Tiani" sound two apart in eight)."""
    a, b = anyascii(left).lower(), anyascii(right).lower()
    if min(len(a), len(b)) < 4:
        return False
    distance = min(Levenshtein.distance(a, b), Levenshtein.distance(sound(a), sound(b)))
    return distance <= 1


def _namesakes(left: str, right: str) -> bool:
    """Do both bear one surname, at the end or, as in Korea, at the beginning?"""
    a, b = _tokens(left), _tokens(right)
    family = left.split(" ")[0] in FAMILY_FIRST
    return sound(a[-1]) == sound(b[-1]) or (family and len(a) > 2 and sound(a[0]) == sound(b[0]))


def _skeleton(heard: str) -> str:
    return re.sub(r"[aeiou]", "", heard)


def _blocks(name: str) -> list[str]:
    """Under which keys to look for variants: the sound of the surname, and of the surname less its vowels."""
    tokens = _tokens(name)
    last = sound(tokens[-1])
    keys = [last, "~" + re.sub(r"[aeiou]", "", last)]
    if len(tokens) > 2:
        keys.append(sound(tokens[0]))
    if len(tokens) > 1:
        keys.append(f"{tokens[0]} {tokens[-1][:3]}")  # a slip may stand at the end: "Ferrand", "Ferrant"
    return keys


def _match_near(
    local: list[tuple[str, Actor]], joined: Joined, apart: list[_Pair], affairs: dict[str, frozenset[str]]
) -> list[_Pair]:
    """Slips of the pen in reports of one affair: one letter more or less, where no report has both; "le Crocus" for the hall.

    Returns the pairs that stay apart.
    """
    by_id = {a.id: (r, a) for r, a in local}
    reports: dict[str, set[str]] = {}
    told: dict[str, set[str]] = {}
    for report, actor in local:
        reports.setdefault(joined.find(actor.id), set()).add(report)
        if actor.kind in ("person", "organisation", "place") and _is_named(actor):
            told.setdefault(report, set()).add(joined.find(actor.id))
    left_apart = []
    for left, right, verdict, reason in apart:
        (here, a), (there, b) = by_id[left], by_id[right]
        both = reports[joined.find(left)] & reports[joined.find(right)]
        one_affair = there in affairs[here] or told[here] & told[there]
        if verdict == "unsure" and not both and one_affair and _alike_but_one(a, b):
            joined.join(left, right, reason + ", même affaire", 0.7)
        else:
            left_apart.append((left, right, verdict, reason))
    _match_halls(local, joined, kindred(local, joined))
    return left_apart


def _alike_but_one(left: Actor, right: Actor) -> bool:
    """One given name, and a surname long enough for a slip."""
    a, b = _tokens(left.name), _tokens(right.name)
    return a[:-1] == b[:-1] and min(len(a[-1]), len(b[-1])) >= _LONG_NAME


def _match_halls(local: list[tuple[str, Actor]], joined: Joined, near: dict[str, frozenset[str]]) -> None:
    """A single name nobody bears is short for the only place or body whose name begins with it."""
    full: dict[str, list[tuple[str, Actor]]] = {}
    for report, actor in local:
        if actor.kind in ("place", "organisation") and _is_named(actor) and len(_tokens(actor.name)) > 2:
            full.setdefault(_tokens(actor.name)[0], []).append((report, actor))
    for report, actor in local:
        if actor.kind == "person" and " " not in actor.name and not actor.roles and _is_named(actor):
            found = [a for r, a in full.get(_plain(actor.name), ()) if r in near[report]]
            if len({joined.find(a.id) for a in found}) == 1:
                joined.join(found[0].id, actor.id, f"seul nom des textes à commencer par « {actor.name} »", 0.75)


def _match_offices(local: list[tuple[str, Actor]], joined: Joined) -> None:
    """ "le président russe", unnamed in one report, is the one so titled in another, if all the others agree on him."""
    holders: dict[tuple[str, str], set[str]] = {}
    for _, actor in local:
        if actor.kind == "person" and _is_named(actor):
            for office in _offices(actor):
                holders.setdefault(office, set()).add(joined.find(actor.id))
    for _, actor in local:
        if actor.kind != "role":
            continue
        for office in _offices(actor):
            found = {joined.find(h) for h in holders.get(office, ())}
            if len(found) == 1:
                joined.join(min(found), actor.id, f"même fonction : {' '.join(office).strip()}", 0.85)
                break
    unnamed: dict[tuple[str, str], str] = {}
    for _, actor in local:
        if actor.kind == "role":
            for office in _offices(actor):
                if office in unnamed:
                    joined.join(unnamed[office], actor.id, f"même fonction : {' '.join(office).strip()}", 0.8)
                else:
                    unnamed[office] = actor.id


def _match_bodies(local: list[tuple[str, Actor]], joined: Joined) -> None:
    """ "Comité d'enquête" is "Comité d'enquête russe" as long as no other country's is told of."""
    bases: dict[str, list[Actor]] = {}
    for _, actor in local:
        if actor.kind == "organisation" and " " in actor.name and any(c.isupper() for c in actor.name):
            bases.setdefault(" ".join(w for w in _plain(actor.name).split() if w not in _bare_demonyms()), []).append(actor)
    for base in sorted(bases):
        members = bases[base]
        if " " in base and len({m.country for m in members if m.country}) <= 1:
            for other in members[1:]:
                joined.join(members[0].id, other.id, "même organisme, pays sous-entendu", 0.85)


@cache
def _bare_demonyms() -> frozenset[str]:
    return frozenset(anyascii(d).lower() for d in demonyms())


def _offices(actor: Actor) -> list[tuple[str, str]]:
    """The offices an actor was given, with their country: only those that one person holds at a time."""
    found: list[tuple[str, str]] = []
    for role in (*actor.roles, *(() if actor.kind != "role" else (actor.name,))):
        words = _ARTICLE.sub("", role).lower().replace("’", "'").split()
        country = actor.country or next((demonyms()[w] for w in words if w in demonyms()), "")
        bare = " ".join(w for w in words if w not in demonyms())
        if bare in _OFFICES and country:
            found.append((_OFFICES[bare], country))
        elif len(words) > 2 and actor.kind != "role" or len(words) > 3:
            found.append((bare, country if bare != " ".join(words) else ""))
    return list(dict.fromkeys(found))


def _roles_agree(left: Actor, right: Actor) -> bool:
    return not (left.country and right.country and left.country != right.country)


def _is_named(actor: Actor) -> bool:
    """Has the actor a name of its own, rather than a description with a name inside ("proche de Marc Vidal")?"""
    first, last = actor.name.split(" ")[0], actor.name.split(" ")[-1]
    if actor.kind == "person" and (not first[:1].isupper() or (first.lower() in actor_nouns() and first not in first_names())):
        return False
    return any(c.isupper() for c in actor.name) and last.lower() not in demonyms()


def _plain(name: str) -> str:
    return " ".join(_tokens(_ARTICLE.sub("", name).replace("’", "'")))


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
