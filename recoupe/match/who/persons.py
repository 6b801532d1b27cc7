"""Persons across reports: spellings, short names and slips of one name, joined where nothing speaks against it."""

from __future__ import annotations

from itertools import pairwise

from recoupe.lang.countries import demonyms
from recoupe.lang.nouns import actor_nouns
from recoupe.match.who.joined import Joined
from recoupe.match.who.names import (
    ABRIDGED,
    ARTICLE,
    abridged_keys,
    are_namesakes,
    bare_tokens,
    block_keys,
    compare_names,
    is_named,
    plain_name,
    surnames,
    tokens_of,
)
from recoupe.match.who.slips import initial_of, is_slip
from recoupe.match.who.sounds import sound
from recoupe.types import Actor

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
Pair = tuple[str, str, str, str]  # ids of two actors, verdict, reason


def match_persons(persons: list[tuple[str, Actor]], joined: Joined) -> list[Pair]:
    """Join spellings and short names; return the pairs that share a surname and are kept apart, with the reason."""
    blocks: dict[str, list[tuple[str, Actor]]] = {}
    abridged = {key for _, actor in persons for key in abridged_keys(actor.name, full=False)}
    holding: dict[str, set[str]] = {}
    for report, actor in persons:
        holding.setdefault(actor.name, set()).add(report)
        short = abridged & set(abridged_keys(actor.name, full=True)) if abridged else ()
        for key in dict.fromkeys((*block_keys(actor.name), *sorted(short))):
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
                if verdict == "unsure" and reason != ABRIDGED and set(offices_of(left)) & set(offices_of(right)):
                    verdict, reason, score = "same", f"{reason}, même fonction", 0.8
                if verdict == "same" and score < 0.9 and holding[left.name] & holding[right.name]:
                    verdict, reason = "different", "un rapport nomme les deux"
                if verdict == "same" and _roles_agree(left, right):
                    joined.join(left.id, right.id, reason, score)
                elif verdict == "unsure" or (verdict == "different" and are_namesakes(left.name, right.name)):
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
        fitting = [a for _, a in full if any(sound(n) == sound(short.name) for n in surnames(a.name))]
        if len({joined.find(a.id) for a in fitting}) == 1:
            joined.join(fitting[0].id, short.id, f"seul « {short.name} » des textes à porter un prénom", 0.9)
    bare = [a for _, a in block if " " not in a.name]
    for left, right in pairwise(bare):
        if not full and plain_name(left.name) == plain_name(right.name):
            joined.join(left.id, right.id, "même nom", 0.9)


def match_near(
    local: list[tuple[str, Actor]], joined: Joined, apart: list[Pair], affairs: dict[str, frozenset[str]]
) -> list[Pair]:
    """Slips of the pen and surnames cut to a letter in reports of one affair, where no report has both.

    Returns the pairs that stay apart.
    """
    by_id = {a.id: (r, a) for r, a in local}
    reports: dict[str, set[str]] = {}
    told: dict[str, set[str]] = {}
    for report, actor in local:
        reports.setdefault(joined.find(actor.id), set()).add(report)
        if actor.kind in ("person", "organisation", "place") and is_named(actor):
            told.setdefault(report, set()).add(joined.find(actor.id))
    left_apart = []
    for left, right, verdict, reason in apart:
        (here, a), (there, b) = by_id[left], by_id[right]
        both = reports[joined.find(left)] & reports[joined.find(right)]
        one_affair = there in affairs[here] or told[here] & told[there]
        one = is_slip(tokens_of(a.name), tokens_of(b.name)) or is_slip(
            bare_tokens(tokens_of(a.name)), bare_tokens(tokens_of(b.name))
        )
        if reason == ABRIDGED:
            one = _is_only_one(by_id, joined, apart, left, right)
        if verdict == "unsure" and not both and one_affair and one:
            joined.join(left, right, reason + ", même affaire", 0.7)
        else:
            left_apart.append((left, right, verdict, reason))
    return left_apart


def _is_only_one(by_id: dict[str, tuple[str, Actor]], joined: Joined, apart: list[Pair], left: str, right: str) -> bool:
    """Does no third name fit the letter, and has the one told in full no office of his own? Whom a report hides is no mayor."""
    for one, other in ((left, right), (right, left)):
        rivals = {joined.find(b if a == one else a) for a, b, _, r in apart if r == ABRIDGED and one in (a, b)}
        if rivals != {joined.find(other)}:
            return False
    a, b = by_id[left][1], by_id[right][1]
    short, full = (a, b) if initial_of(tokens_of(a.name)) else (b, a)
    called = {o.noun.removeprefix("ex-") for o in full.held} - {o.noun for o in short.held}
    return not any((n := actor_nouns().get(noun)) is not None and n.kind == "office" for noun in called)


def match_halls(local: list[tuple[str, Actor]], joined: Joined, near: dict[str, frozenset[str]]) -> None:
    """A single name nobody bears is short for the only place or body whose name begins with it."""
    full: dict[str, list[tuple[str, Actor]]] = {}
    for report, actor in local:
        if actor.kind in ("place", "organisation") and is_named(actor) and len(tokens_of(actor.name)) > 2:
            full.setdefault(tokens_of(actor.name)[0], []).append((report, actor))
    for report, actor in local:
        if actor.kind == "person" and " " not in actor.name and not actor.roles and is_named(actor):
            found = [a for r, a in full.get(plain_name(actor.name), ()) if r in near[report]]
            if len({joined.find(a.id) for a in found}) == 1:
                joined.join(found[0].id, actor.id, f"seul nom des textes à commencer par « {actor.name} »", 0.75)


def offices_of(actor: Actor) -> list[tuple[str, str]]:
    """The offices an actor was given, with their country: only those that one person holds at a time."""
    found: list[tuple[str, str]] = []
    for role in (*actor.roles, *(() if actor.kind != "role" else (actor.name,))):
        words = ARTICLE.sub("", role).lower().replace("’", "'").split()
        country = actor.country or next((demonyms()[w] for w in words if w in demonyms()), "")
        bare = " ".join(w for w in words if w not in demonyms())
        if bare in _OFFICES and country:
            found.append((_OFFICES[bare], country))
        elif len(words) > 2 and actor.kind != "role" or len(words) > 3:
            found.append((bare, country if bare != " ".join(words) else ""))
    return list(dict.fromkeys(found))


def _roles_agree(left: Actor, right: Actor) -> bool:
    return not (left.country and right.country and left.country != right.country)
