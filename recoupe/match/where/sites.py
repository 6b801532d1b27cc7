"""The very spot of what happens once: "dans un étang" and "dans un champ", "devant son bureau" and "à son domicile"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import kinds
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, SlotVerdict, Span

COLUMNS = ("class", "kind", "group", "words", "beside", "example")
_GROUP = {"craft": "ground", "person": "spot"}
_CRAFTS = frozenset(("aircraft", "vessel", "projectile"))
_ANY_CRAFT = frozenset("convoi engin appareil carcasse epave fuselage cabine".split())
_AT = re.compile(
    r"(?i)(?:dans|sur|contre|devant|chez|sous|au|à|en plein|(?:au (?:milieu|bas|pied|fond|cœur)|en bas|à l['’]intérieur) d)"
    r"(?:e |es |u |['’]| )"
)
_REACH = 10  # words between the act and its spot
_NEAR = frozenset("près proximité mètre kilomètre loin non".split())
_FINISH = frozenset(("finir", "terminer", "achever"))  # "sa course" is their object, not what befell
_BODIES = frozenset(("corps", "dépouille", "cadavre", "reste", "ossement", "victime"))
_BODIES_ONLY = frozenset("gésir reposer exhumer enterrer ensevelir sortir extraire remonter trouver repêcher".split())
_ONCE = frozenset(("kidnap", "crash", "hold"))  # befalls one party of an affair; of the others the party must be the same


@dataclass(frozen=True, slots=True)
class Site:
    """This act happened on a spot of these kinds, to this party where it is known."""

    span: Span
    act: str
    kinds: frozenset[str]
    nouns: frozenset[str]
    actors: frozenset[str]
    days: frozenset[str]


def draft_sites(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each act that two reports put on two spots, or on one spot that one of them names more closely."""
    found: dict[str, dict[str, list[Site]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for site in _sites(desk, report):
                found[site.act][report].append(site)
    out: list[Draft] = []
    for act in sorted(found):
        rows = [site for _, sites in sorted(found[act].items()) for site in sites]
        alone = {report for report, sites in found[act].items() if len({s.kinds for s in sites}) == 1}
        seen: set[tuple[str, str]] = set()
        for a, b in _pairs(desk, rows, alone):
            pair = (a.span.report, b.span.report)
            if pair not in seen and (draft := _draft(desk, a, b)):
                seen.add(pair)
                out.append(draft)
    return tuple(out)


def _pairs(desk: Desk, rows: list[Site], alone: set[str]) -> Iterator[tuple[Site, Site]]:
    """Sites of two reports that are of one act: one party, or the only one of its kind in each."""
    for i, a in enumerate(rows[:40]):
        for b in rows[i + 1 : 40]:
            if b.span.report == a.span.report or b.span.report not in desk.related[a.span.report]:
                continue
            if a.days and b.days and not a.days & b.days:
                continue
            same = bool(a.actors & b.actors)
            once = a.act in _ONCE and {a.span.report, b.span.report} <= alone
            if same or once and (not (a.actors and b.actors) or _namesakes(desk, a, b)):
                yield a, b


def _namesakes(desk: Desk, a: Site, b: Site) -> bool:
    """Have they a name in common, the one being called by it alone?"""
    left, right = (frozenset(w for x in s.actors if x in desk.actors for w in desk.actors[x].name.split()) for s in (a, b))
    return left <= right or right <= left


def _sites(desk: Desk, report: str) -> Iterator[Site]:
    parsed = desk.readings[report].parsed
    for word in parsed.words:
        for act, group in acts_of().get(plain(word.lemma), ()) if word.pos in ("VERB", "NOUN", "ADJ") else ():
            party = party_of(parsed, word)
            if act == "find" and word.lemma in _BODIES_ONLY and not _is_body(party):
                continue
            many = "Plur" in (
                word.feat("Number") if word.feat("VerbForm") == "Part" else None,
                party.feat("Number") if party else None,
            )
            if many or group == "craft" and not is_craft(party):
                continue
            if told := _spot(parsed, word, _GROUP[group]):
                span, found, nouns = told
                yield Site(span, act, found, nouns, actors_of(desk, party, report), desk.days_of(parsed.report, word.i))


def party_of(parsed: Parsed, word: Word) -> Word | None:
    """Whom or what it befell: the object, the subject of what one undergoes, or what a participle stands beside."""
    if word.pos == "NOUN":
        return next((k for k in parsed.kids(word.i, "nmod") if k.i > word.i), None)
    subject = next(parsed.kids(word.i, "nsubj"), None)
    if subject is not None and subject.lower in ("qui", "lequel"):
        subject = parsed.words[parsed.words[subject.head].head]
    obj = next((k for k in parsed.kids(word.i, "obj") if k.pos in ("NOUN", "PROPN", "PRON")), None)
    if obj is not None and word.lemma not in _FINISH:
        return obj
    if subject is None and word.feat("VerbForm") == "Part" and word.head != word.i:
        above = [parsed.words[word.head], *(k for a in parsed.ancestors(word.i) for k in parsed.kids(a.i, "nsubj"))]
        return next((a for a in above if a.pos in ("NOUN", "PROPN") and _agree(a, word)), None)
    return subject


def _agree(noun: Word, participle: Word) -> bool:
    """ "Cueillie" is said of no days, whatever the parser hung it on."""
    return all(a is None or a == b for n in ("Number", "Gender") if (b := participle.feat(n)) for a in [noun.feat(n)])


def is_craft(party: Word | None) -> bool:
    """May it be what flies, sails or falls?"""
    if party is None:
        return False
    lemma = plain(party.lemma)
    craft = bool(kinds([lemma]) & _CRAFTS) or lemma in _ANY_CRAFT
    return craft or party.pos == "PROPN" or party.lower in ("il", "elle")


def _spot(parsed: Parsed, word: Word, group: str) -> tuple[Span, frozenset[str], frozenset[str]] | None:
    """The first place phrase behind the act whose noun the table knows."""
    last = min(parsed.sentence_of(word.i).last, word.i + 1 + _REACH)
    for other in parsed.words[word.i + 1 : last]:
        if other.pos in ("SCONJ", "CCONJ") or other.pos == "VERB" or plain(other.lemma) in _NEAR:
            return None
        if not (lead := _AT.match(parsed.text, other.start)):
            continue
        phrase = _phrase(parsed, lead.end())
        rows = [_nouns(group).get(plain(w.lemma), ()) for w in phrase if w.pos in ("NOUN", "ADJ", "PROPN")]
        found = frozenset(k for row in rows for k in row)
        if found and phrase:
            nouns = frozenset(plain(w.lemma) for w in phrase if plain(w.lemma) in _nouns(group))
            return Span(parsed.report, word.start, phrase[-1].end), found, nouns
    return None


def _phrase(parsed: Parsed, start: int) -> tuple[Word, ...]:
    """A noun with its complements, from its first letter on."""
    at = parsed.at(start, start + 1)
    if not at:
        return ()
    end = at[0] - 1
    for word in parsed.words[at[0] : min(at[0] + 8, parsed.sentence_of(at[0]).last)]:
        if word.pos in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON", "ADV") or word.pos == "ADP" and word.lemma != "de":
            break
        if word.pos in ("NOUN", "PROPN", "ADJ"):
            end = word.i
    return parsed.words[at[0] : end + 1]


def actors_of(desk: Desk, party: Word | None, report: str) -> frozenset[str]:
    """Who it is: a person of a name, else what the report calls the one person."""
    if party is None:
        return frozenset()
    parsed = desk.readings[report].parsed
    whose = [party, *(k for k in parsed.kids(party.i, "nmod") if _is_body(party) and k.i > party.i)]
    here = (m for m in desk.readings[report].mentions if any(m.span.start <= w.start < m.span.end for w in whose))
    people = (m.actor for m in here if m.actor in desk.actors and desk.actors[m.actor].kind == "person")
    named = {a for a in people if desk.actors[a].name[:1].isupper()}
    # "le corps de la joggeuse": the one jogger of the affair, if no name is given
    said = {"=" + plain(w.lemma) for w in whose if w.pos == "NOUN" and not _is_body(w) and _is_definite(parsed, w)}
    return frozenset(named or said)


def _is_body(word: Word | None) -> bool:
    return (
        word is not None and word.lemma in _BODIES and word.feat("Number") != "Plur" or word is not None and word.lower == "corps"
    )


def _is_definite(parsed: Parsed, word: Word) -> bool:
    return any(k.lower in ("le", "la", "l'", "son", "sa") for k in parsed.kids(word.i, "det"))


def _draft(desk: Desk, a: Site, b: Site) -> Draft | None:
    verdict = _verdict(desk, a, b)
    if verdict is None:
        return None
    values = shown(desk, (a.span, b.span))
    title = "Lieu : " + " / ".join(v.value or "" for v in values)
    return draft_values(desk, "site", title, Difference("place", verdict, values))


def _verdict(desk: Desk, a: Site, b: Site) -> SlotVerdict | None:
    near = _beside()
    left, right = ({k for k in s.kinds if "*" not in near.get(k, ())} for s in (a, b))
    if left & right or not left and not right:
        mine, theirs = (frozenset(w for w in desk.text(s.span).split() if w[:1].isupper()) for s in (a, b))
        return "refined" if a.nouns & b.nouns and mine != theirs else None
    beside = any(near.get(k, frozenset()) & other for some, other in ((left, right), (right, left)) for k in some)
    return "contradicted" if left and right and not beside else None


@cache
def acts_of() -> dict[str, tuple[tuple[str, str], ...]]:
    """The acts that a plain lemma tells, each with what it befalls: a craft or a person."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_table("lang/fr/sites.tsv", COLUMNS):
        if row["class"] == "act":
            for word in row.many("words"):
                found[plain(word)].append((row["kind"], row.one_of("group", _GROUP)))
    return {word: tuple(acts) for word, acts in found.items()}


@cache
def _nouns(group: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("lang/fr/sites.tsv", COLUMNS):
        if row["class"] == "site" and row["group"] == group:
            for word in row.many("words"):
                found[plain(word)].append(row["kind"])
    return {word: tuple(names) for word, names in found.items()}


@cache
def _beside() -> dict[str, frozenset[str]]:
    rows = read_table("lang/fr/sites.tsv", COLUMNS)
    return {r["kind"]: frozenset(r.many("beside")) for r in rows if r["class"] == "site"}
