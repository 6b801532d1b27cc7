"""Forms of French words that a gloss needs: verbs by tense and number, plural and feminine, elision and contraction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from recoupe.lang.plain import plain
from recoupe.lang.tables import Row, read_table

Tense = Literal["present", "imperfect", "future", "conditional", "infinitive", "gerund", "participle"]

_COLUMNS = ("infinitive", "participle", "present", "ant", "stem", "etre", "example")
Person = Literal["il", "ils", "je", "nous", "vous"]

# Endings of the tenses that are built on a stem.
_ENDINGS: dict[str, dict[Person, str]] = {
    "imperfect": {"il": "ait", "ils": "aient", "je": "ais", "nous": "ions", "vous": "iez"},
    "future": {"il": "a", "ils": "ont", "je": "ai", "nous": "ons", "vous": "ez"},
    "conditional": {"il": "ait", "ils": "aient", "je": "ais", "nous": "ions", "vous": "iez"},
}
# Presents that do not follow from the third person and the present participle.
_PRESENTS: dict[str, dict[Person, str]] = {
    "être": {"je": "suis", "nous": "sommes", "vous": "êtes"},
    "avoir": {"je": "ai", "nous": "avons", "vous": "avez"},
    "aller": {"je": "vais"},
    "pouvoir": {"je": "peux"},
    "vouloir": {"je": "veux"},
    "faire": {"vous": "faites"},
    "dire": {"vous": "dites"},
    "savoir": {"nous": "savons", "vous": "savez"},
}


_IMPERFECT = {"ayant": "av", "sachant": "sav"}  # the stems that the present participle does not tell


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of one verb. `reflexive` verbs are given with "se " or "s'" in front."""

    infinitive: str
    participle: str
    present: tuple[str, str]  # third person singular, plural
    ant: str  # present participle
    stem: str  # of future and conditional
    with_etre: bool  # compound tenses with "être"
    reflexive: bool = False

    def past(self, gender: str, many: bool) -> str:
        """The past participle, agreed."""
        return self.participle if self.participle == self.infinitive else agree(self.participle, gender, many)

    def form(self, tense: Tense, person: Person = "il") -> str:
        """One form, without its reflexive pronoun.

        >>> verb("venir").form("future", "ils"), verb("tuer").form("imperfect"), verb("dire").form("present", "je")
        ('viendront', 'tuait', 'dis')
        """
        if tense == "infinitive" or self.ant == self.infinitive:
            return self.infinitive
        if tense == "participle":
            return self.participle
        if tense == "gerund":
            return self.ant
        if tense == "present":
            return self._present(person)
        stem = _IMPERFECT.get(self.ant, self.ant[:-3]) if tense == "imperfect" else self.stem
        return stem + _ENDINGS[tense][person]

    def _present(self, person: Person) -> str:
        own = _PRESENTS.get(self.infinitive, {}).get(person)
        if own or person in ("il", "ils"):
            return own or self.present[person == "ils"]
        if person == "je":
            return self.present[0][:-1] + "s" if self.present[0].endswith("t") else self.present[0]
        return self.ant[:-3] + ("ons" if person == "nous" else "ez")


@cache
def verb(infinitive: str) -> Verb:
    """The forms of a verb by its infinitive, regular where the table says nothing.

    >>> verb("se produire").participle
    'produit'
    """
    for pronoun in ("se ", "s'"):
        if infinitive.startswith(pronoun):
            bare = verb(infinitive.removeprefix(pronoun))
            return Verb(bare.infinitive, bare.participle, bare.present, bare.ant, bare.stem, True, True)
    rows = _irregular()
    root = next((infinitive[k:] for k in range(min(6, len(infinitive) - 3)) if infinitive[k:] in rows), None)
    if root is None:
        return _regular(infinitive)
    row, prefix = rows[root], infinitive[: len(infinitive) - len(root)]
    one, many = (prefix + form for form in row.many("present"))
    stem = row["stem"] or root.removesuffix("e")
    return Verb(infinitive, prefix + row["participle"], (one, many), prefix + row["ant"], prefix + stem, row["etre"] == "x")


def foreign(word: str) -> Verb:
    """A verb that no table knows: it stands as the report writes it."""
    return Verb(word, word, (word, word), word, word, False)


@cache
def _irregular() -> dict[str, Row]:
    return {row["infinitive"]: row for row in read_table("lang/en/french_verbs.tsv", _COLUMNS)}


def _regular(infinitive: str) -> Verb:
    """ "-er", "-ir" as "finir", "-re" as "rendre"."""
    base, ending = infinitive[:-2], infinitive[-2:]
    if ending == "ir":
        return Verb(infinitive, base + "i", (base + "it", base + "issent"), base + "issant", infinitive, False)
    if ending == "re":
        one = base if base.endswith(("d", "t")) else base + "t"
        return Verb(infinitive, base + "u", (one, base + "ent"), base + "ant", infinitive[:-1], False)
    soft = {"g": "ge", "c": "ç"}.get(base[-1:], base[-1:])  # "engageant", "annonçant"
    present = _opened(base)
    return Verb(infinitive, base + "é", (present + "e", present + "ent"), base[:-1] + soft + "ant", infinitive, False)


def _opened(base: str) -> str:
    """The stem before a silent ending: "achet" -> "achèt", "appel" -> "appell", "espér" -> "espèr", "nettoy" -> "nettoi"."""
    if base.endswith(("appel", "jet", "rappel", "projet", "rejet")):
        return base + base[-1]
    if base.endswith(("oy", "uy")):
        return base[:-1] + "i"
    if len(base) > 2 and base[-2] in "eé" and base[-1] in "ctmnlrgvd":
        return base[:-2] + "è" + base[-1]
    return base


def plural(word: str) -> str:
    """The plural of a noun or an adjective.

    >>> [plural(w) for w in ("avion", "journal", "bureau", "pays", "casque bleu", "ministère des Transports")]
    ['avions', 'journaux', 'bureaux', 'pays', 'casques bleus', 'ministères des Transports']
    """
    if " " in word:
        head, _, rest = word.partition(" ")
        return f"{plural(head)} {rest if _stays(rest) else plural(rest)}"
    if word.endswith(("s", "x", "z")) or word == "cessez-le-feu":
        return word
    if word.endswith("al") and word not in ("bal", "carnaval", "festival", "récital", "final", "fatal", "naval"):
        return word[:-2] + "aux"
    return word + (
        "x" if word.endswith(("eau", "eu", "ou")) and word not in ("bleu", "pneu", "trou", "clou", "fou", "mou") else "s"
    )


_LINKS = frozenset("de du des à au aux en avec sans par pour sur sous hors contre dans internet web molotov".split())


def _stays(words: str) -> bool:
    """Does a complement keep its form ("ministère de l'Eau"), where an adjective agrees ("casque bleu")?"""
    return words.split()[0] in _LINKS or words.startswith(("d'", "l'")) or words[0].isupper()


_FEMININE = {
    "blanc": "blanche", "franc": "franche", "sec": "sèche", "public": "publique", "turc": "turque", "grec": "grecque",
    "long": "longue", "nouveau": "nouvelle", "beau": "belle", "vieux": "vieille", "gros": "grosse", "bas": "basse",
    "bon": "bonne", "faux": "fausse", "doux": "douce", "gentil": "gentille", "favori": "favorite", "fou": "folle",
    "frais": "fraîche", "premier": "première", "dernier": "dernière", "meilleur": "meilleure", "majeur": "majeure",
    "mineur": "mineure", "supérieur": "supérieure", "inférieur": "inférieure", "intérieur": "intérieure",
    "extérieur": "extérieure", "antérieur": "antérieure", "ultérieur": "ultérieure", "complet": "complète",
    "discret": "discrète", "inquiet": "inquiète", "secret": "secrète", "concret": "concrète", "mort": "morte",
}  # fmt: skip
_ENDS = (("teur", "trice"), ("eur", "euse"), ("eux", "euse"), ("if", "ive"), ("er", "ère"), ("el", "elle"), ("eil", "eille"),
         ("en", "enne"), ("on", "onne"), ("et", "ette"))  # fmt: skip


def feminine(word: str) -> str:
    """The feminine of an adjective or participle.

    >>> [feminine(w) for w in ("russe", "tué", "nouveau", "aérien", "sud-coréen", "officiel", "explosif")]
    ['russe', 'tuée', 'nouvelle', 'aérienne', 'sud-coréenne', 'officielle', 'explosive']
    """
    if word in _FEMININE:
        return _FEMININE[word]
    if word.endswith("e"):
        return word
    for ending, changed in _ENDS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + changed
    return word + "e"


_COMPLEMENT = re.compile(r" (?:d'|l'|de |du |des |à |au |aux |par |en |sur |pour |avec |sans |dans |contre )")
_UNCHANGED = frozenset(("plusieurs", "clé", "avant", "arrière", "orange", "bon marché", "enceinte"))


def agree(word: str, gender: str, many: bool) -> str:
    """An adjective or participle in this gender ("m", "f") and number.

    >>> agree("blessé", "f", True), agree("national", "m", True), agree("en cours", "f", True)
    ('blessées', 'nationaux', 'en cours')
    """
    if word in _UNCHANGED or _stays(word):
        return word
    complement = _COMPLEMENT.search(word)
    if complement:  # "frappé par le séisme": the participle agrees
        return agree(word[: complement.start()], gender, many) + word[complement.start() :]
    word = feminine(word) if gender == "f" else word
    return plural(word) if many else word


_ASPIRATED = frozenset(
    "hollande hongrie haïti hambourg hamas hezbollah hausse haut haute hauts hautes haine halte hasard hors huit hiérarchie "
    "héros harcèlement handicap hangar hutte onze oui ouïghours yémen yacht".split()
)


def elides(word: str) -> bool:
    """Does "le", "de", "que" lose its vowel before this word?

    >>> elides("avion"), elides("Haïti"), elides("hôpital"), elides("11")
    (True, False, True, False)
    """
    first = plain(word[:1])
    if first not in "aeiouhy" or not word[:1].isalpha() or word.lower() in _ASPIRATED:
        return False
    return first != "y" or plain(word[1:2]) not in "aeiou"
