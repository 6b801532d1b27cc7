"""Quotations still without a speaker: what the rest of the report tells of whose words they are."""

from __future__ import annotations

import re

from recoupe.find.said.page import Draft, Page
from recoupe.find.who.attribution import Parties
from recoupe.lang.nouns import first_names

_FIRST = frozenset("je j' me m' moi mon ma mes -je".split())
_HE = {"-il": "f", "-t-il": "f", "il": "f", "-elle": "m", "-t-elle": "m", "elle": "m"}  # the first names that it is not
_SHORTEST = 12  # characters: fewer may be anybody's


def find_voices(page: Page, parties: Parties, drafts: list[Draft]) -> None:
    """Give speakers to quotations by the same words further on, and where only one person speaks in the whole report."""
    _by_repetition(page, drafts)
    _by_the_only_voice(page, parties, drafts)


def _by_repetition(page: Page, drafts: list[Draft]) -> None:
    """A headline, a lead: its quotation stands again below, with its speaker."""
    silent = [d for d in drafts if not d.speakers and not d.unspoken and d.mode != "indirect"]
    said = [(_bare(page, d), d) for d in drafts if len(d.speakers) == 1] if silent else []
    for draft in silent:
        words = _bare(page, draft)
        found = {d.speakers for text, d in said if words in text} if len(words) >= _SHORTEST else set()
        if len(found) == 1:
            draft.speakers = found.pop()


def _bare(page: Page, draft: Draft) -> str:
    """What is said, without signs and capitals."""
    return " ".join(re.findall(r"\w+", " ".join(page.parsed.text[s:e] for s, e in draft.pieces).lower()))


def _by_the_only_voice(page: Page, parties: Parties, drafts: list[Draft]) -> None:
    """In a report where one named person alone speaks, "je" and "dit-elle" are that person."""
    speakers = {a for d in drafts for a in d.speakers if parties.actors[a].kind in ("person", "role")}
    if len(speakers) != 1:
        return
    only = parties.actors[next(iter(speakers))]
    if only.kind != "person" or not only.name[:1].isupper():
        return
    words = page.parsed.words
    gender = first_names().get(only.name.split(" ")[0], "e")
    for draft in drafts:
        if draft.speakers or draft.unspoken or draft.mode != "direct":
            continue
        pronoun = words[draft.heads[0]].lower if len(draft.heads) == 1 else ""
        spoken = any(words[i].lower in _FIRST for s, e in draft.pieces for i in page.parsed.at(s, e))
        if any(s <= at < e for at in parties.named_at.get(only.id, ()) for s, e in draft.pieces):
            continue  # "« Paul Lestang ment », a-t-il dit": somebody else
        if _HE.get(pronoun, gender) != gender or not draft.heads and draft.cue_word < 0 and spoken:
            draft.speakers = (only.id,)
