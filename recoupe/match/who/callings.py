"""What a report calls a person: the title before the name, the apposition, "X est …", "qui dirige …", "son poste de …"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from recoupe.lang.countries import countries, demonyms
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed, Word

COLUMNS = ("kin", "nouns", "example")
_FORMER = frozenset("ancien ancienne ex ex-".split())
_AROUND = frozenset(
    "nouveau nouvelle nouvel futur future actuel actuelle jeune grand grande célèbre véritable principal principale".split()
)
_ARTICLES = frozenset("le la l' un une".split())
_LINKS = frozenset("de du des d' à au aux en auprès chez".split())
_OF = frozenset(("de", "du", "des", "d'"))
_WHOSE = frozenset(("femme", "membre"))  # only of somebody or something
NATIVE = frozenset("né née originaire natif native".split())
_POINTING = frozenset("ce cet cette ces".split())
_HIS = frozenset(("son", "sa", "leur"))
DEEDS = frozenset(
    d[:7]
    for d in """attaque attentat tuerie fusillade meurtre crime agression coup tir massacre assassinat incendie vol braquage
    enlevement carnage drame prise sabotage fait violence viol geste""".split()
)
_BESIDE = frozenset(
    "apparenté apparentée délégué déléguée adjoint adjointe chargé chargée général générale sortant sortante".split()
)
_DROPPED = frozenset("actuel sortant charge apparente".split())
# What a body is, where its name or another noun says more: "l'usine Fibrane", "le centre hospitalier de Belmont".
_GENERIC = frozenset(
    "centre usine groupe société entreprise établissement site maison ville commune circonscription service".split()
)
_ACTOR = "a-"  # how the id of an actor begins
_LONGEST = 16  # words of a calling
_STEM = 5  # letters of a word that another one made of it begins with
_ROOT = 7  # letters of a word that tell it: "écologie", "écologique"


@dataclass(frozen=True, slots=True)
class Phrase:
    """words[first:last] call somebody a `noun`, narrowed by the roots of `about`; of these `bodies` have a capital."""

    first: int
    last: int
    noun: str
    former: bool
    about: frozenset[str]
    bodies: frozenset[str]
    lead: str  # first noun of the complement, as a root
    kind: str  # office, job, kin or ""
    years: tuple[str, ...] = ()
    field: bool = False  # a verb or another noun tells the noun: "préside l'assemblée"

    @property
    def words(self) -> frozenset[str]:
        """What narrows it, without the actors that it names."""
        return frozenset(a for a in self.about if not a.startswith(_ACTOR))


Named = Mapping[int, tuple[int, str]]  # first word of a body's or place's name -> the word after it, and the actor


def read_phrase(parsed: Parsed, named: Named, i: int, limit: int) -> Phrase | None:
    """The calling that begins at word i and ends before word `limit`: "l'ancien ministre de l'Économie"."""
    words, first, former = parsed.words, i, False
    limit = min(limit, len(words), i + _LONGEST)
    if i < limit and (words[i].lower in _ARTICLES or words[i].lower in _HIS and i + 1 < limit and _follows(words[i + 1])):
        i += 1
    while i < limit and (words[i].lower in _FORMER or words[i].lower in _AROUND):
        former = former or words[i].lower in _FORMER
        i += 1
        if i < limit and words[i].text == "-":
            i += 1
    head = _head(words, i, limit)
    if head is None:
        return None
    noun, kind, after = head
    former = former or noun.startswith("ex-")
    start = Phrase(first, after, noun.removeprefix("ex-"), former, frozenset(), frozenset(), "", kind)
    return _complete(parsed, named, start, limit)


def _follows(word: Word) -> bool:
    """ "son successeur à la mairie": whose it is need not be known."""
    return word.lower in ("successeur", "successeure", "successeuse", "prédécesseur", "prédécesseure", "prédécesseuse")


def read_field(parsed: Parsed, named: Named, i: int, limit: int, noun: str) -> Phrase | None:
    """What stands from word i as the complement of a calling that a verb or another noun tells: "préside | l'Assemblée"."""
    known = actor_nouns().get(noun)
    start = Phrase(i, i, noun, False, frozenset(), frozenset(), "", known.kind if known else "", field=True)
    phrase = _complete(parsed, named, start, min(limit, i + _LONGEST))
    return phrase if phrase.about else None


def kin_of(noun: str) -> frozenset[str]:
    """The kin that a noun belongs to.

    >>> sorted(kin_of("boxeur"))
    ['boxer']
    """
    return _callings().get(plain(noun), frozenset())


def are_one_role(a: Phrase, b: Phrase) -> bool:
    """Can both phrases tell one role of one person: one noun or kin nouns, and what narrows them has a word in common?"""
    if a.noun != b.noun and not kin_of(a.noun) & kin_of(b.noun):
        return False
    if is_culprit(a) and is_culprit(b):
        return True
    if not a.about or not b.about:
        return a.kind == b.kind == "job" or a.noun == b.noun and a.kind not in ("office", "kin", "organisation")
    common = a.about & b.about or _kindred(a.about, b.about)
    if not common or a.bodies and b.bodies and not common & (a.bodies | b.bodies):
        return False
    # not "président de la région de X" and "président de la commission de X"
    return a.lead == b.lead or not {a.lead, b.lead}.isdisjoint(common | a.bodies | b.bodies)


def _kindred(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """The words of which one begins as the other: "région", "régional"."""
    pairs = ((x, y) for x in left for y in right if min(len(x), len(y)) >= _STEM)
    return frozenset(w for x, y in pairs if x.startswith(y) or y.startswith(x) for w in (x, y))


def is_culprit(phrase: Phrase) -> bool:
    """Did he do the deed: "l'assaillant", "l'auteur de l'attaque"?"""
    return "culprit" in kin_of(phrase.noun) and (phrase.noun != "auteur" or not phrase.about.isdisjoint(DEEDS))


def covers(a: Phrase, b: Phrase) -> bool:
    """Is all that narrows the one noun said of the other, too?"""
    return a.noun == b.noun and (a.words <= b.words or b.words <= a.words) and bool(a.words) == bool(b.words)


def _head(words: tuple[Word, ...], i: int, limit: int) -> tuple[str, str, int] | None:
    """The noun at word i, what kind of noun it is, and the word after it."""
    if i >= limit:
        return None
    for size in (4, 3, 2):
        text = " ".join(_masculine(w) for w in words[i : i + size]).replace("' ", "'") if i + size <= limit else ""
        if text and plain(text.removeprefix("ex-")) in _callings():
            return text, "job", i + size
    lower = words[i].lower
    if lower in NATIVE and i + 1 < limit and words[i + 1].lower in _LINKS:
        return "natif", "kin", i + 1
    bare = lower.removeprefix("ex-")
    known = actor_nouns().get(bare)
    if known is not None and known.plural and known.lemma != bare and (not i or words[i - 1].lower != "des"):
        return None  # but "l'un des fondateurs"
    lemma = known.lemma if known and bare != "femme" else bare
    if words[i].pos in ("AUX", "ADP", "PUNCT") or words[i].feat("VerbForm") in ("Fin", "Inf") or lemma == "homme":
        return None
    if lemma in _WHOSE and (i + 1 >= limit or words[i + 1].lower not in _OF):
        return None
    if known is None and plain(lemma) not in _callings() or known is not None and not _is_role(lemma, known.kind):
        return None
    return lower[: len(lower) - len(bare)] + lemma, known.kind if known else "job", i + 1


def _is_role(lemma: str, kind: str) -> bool:
    return lemma in _WHOSE or kind in ("office", "job", "organisation", "group") or plain(lemma) in _callings()


def _masculine(word: Word) -> str:
    known = actor_nouns().get(word.lower.removeprefix("ex-"))
    if known and not known.plural and word.lower.startswith("ex-"):
        return "ex-" + known.lemma
    return {"première": "premier", "cheffe": "chef"}.get(word.lower) or (
        known.lemma if known and not known.plural else word.lower
    )


def _complete(parsed: Parsed, named: Named, start: Phrase, limit: int) -> Phrase:
    """The calling with all that narrows it."""
    words, k, last = parsed.words, start.last, start.last
    about: set[str] = set()
    bodies: set[str] = set()
    lead, years = "", []
    linked = start.field
    while k < limit and words[k].sent == words[start.first].sent:
        word = words[k]
        if linked and k in named and named[k][0] <= limit:
            k, body = named[k]
            own = {_plain_key(w) for w in words[word.i : k] if w.text[0].isalnum() and w.pos not in ("ADP", "DET")}
            own = {body} if body.startswith("@") else own | {body}
            about |= own
            bodies |= own
            lead, last = lead or _key(word), k
            continue
        if word.lower in ("en", "depuis", "entre", "de") and k + 1 < limit and _is_year(words[k + 1]):
            years.append(words[k + 1].text)
            k = last = k + 2
            continue
        if word.lower in _POINTING:
            break  # "ministre des Sports ce mardi"
        if word.lower in _LINKS or word.pos == "DET":
            if k + 1 < len(words) and words[k + 1].pos == "NUM":
                break  # "de 41 ans"
            linked = True
        elif word.lower == "et":
            if not _goes_on(words, k + 1, limit):
                break
        elif not _narrows(word, linked, k == start.last):
            past = _past_label(words, k, limit)
            if past == k:
                break
            k = past
            continue
        else:
            key = _key(word)
            if key not in _DROPPED:
                about.add(key)
                bodies |= {key} if word.text[0].isupper() else set()
                lead = lead or (key if word.pos in ("NOUN", "PROPN") and word.lemma not in _GENERIC else "")
            last = k + 1
        k += 1
    told = frozenset(about), frozenset(bodies)
    return replace(start, last=last, about=told[0], bodies=told[1], lead=lead, years=tuple(years))


def _narrows(word: Word, linked: bool, beside: bool) -> bool:
    """Does this word belong to what narrows a calling? A name without a link is the person's own; letters are a party's."""
    if word.lower in _BESIDE:
        return True
    if word.pos == "PROPN" or word.text[0].isupper():
        return linked or word.text.isupper() and len(word.text) > 1
    return word.pos in ("NOUN", "ADJ") or word.pos == "X" and linked or word.lower in demonyms() and not beside


def _past_label(words: tuple[Word, ...], k: int, limit: int) -> int:
    """Past "(LREM)" where the calling goes on behind it."""
    if words[k].text != "(":
        return k
    close = next((j for j in range(k + 1, min(k + 5, limit)) if words[j].text == ")"), -1)
    return close + 1 if close > 0 and close + 1 < limit and words[close + 1].lower in _LINKS else k


def _goes_on(words: tuple[Word, ...], k: int, limit: int) -> bool:
    """Does the complement go on behind "et": "et de la Mer", "et solidaire"?"""
    if k >= limit:
        return False
    word = words[k]
    return word.lower in ("de", "du", "des", "d'") or word.pos == "ADJ" and word.lower not in _FORMER or word.text[0].isupper()


def _is_year(word: Word) -> bool:
    return len(word.text) == 4 and word.text.isdigit() and word.text[:2] in ("19", "20")


def _key(word: Word) -> str:
    """One key for a state and its adjective, one for the words of a root."""
    state = demonyms().get(word.lower) or _states().get(plain(word.text))
    if state:
        return f"@{state}"
    return _plain_key(word)


def _plain_key(word: Word) -> str:
    return plain(word.text).rstrip("sx")[:_ROOT]


@cache
def _states() -> dict[str, str]:
    return {plain(name): code for code, c in countries().items() for name in (c.name, *c.aliases)}


@cache
def _callings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("lang/fr/role_nouns.tsv", COLUMNS):
        for noun in row.many("nouns"):
            found.setdefault(plain(noun), set()).add(row["kin"])
    return {noun: frozenset(kin) for noun, kin in found.items()}


def name_start(parsed: Parsed, first: int, last: int, name: str) -> int:
    """Where the name itself begins in the words of a mention: behind the title."""
    own = {plain(part) for part in name.replace("-", " ").split()}
    k = last
    while k > first and own & set(plain(parsed.words[k - 1].text).replace("-", " ").split()):
        k -= 1
    return k
