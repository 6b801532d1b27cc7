"""Proper names: the words of a report that name a person, a state, a place or a body.

Three witnesses are heard: capitals (weak at a sentence's start), the known names of the tables, and the model's entities
(which call "Washington" or "Signalant" a person). A word seen once in full ("Vladimir Poutine") decides for its short form.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from recoupe.find.who.acronyms import find_acronyms
from recoupe.find.who.gazetteer import Known, known_at
from recoupe.find.who.kinds import NAMED_BODIES
from recoupe.find.who.name import Name
from recoupe.find.who.nameruns import CIVIL, CLOSED, HEADS, PLANETS, Runs
from recoupe.find.who.namevotes import vote
from recoupe.find.who.nonames import shouting, titles
from recoupe.find.who.noparties import is_event, is_nobody, is_product, storms_of
from recoupe.lang.nouns import actor_nouns, first_names
from recoupe.parse.characters import straighten
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind

_SHIP_ARTICLES = frozenset(("le", "la", "l'", "du", "au"))
_PLACED = frozenset(("de", "du", "d'", "des"))
# A case goes by somebody's name, and is nobody: "l'affaire Marchetti", "la loi Duplan".
_CASES = frozenset("affaire scandale dossier procès loi réforme plan amendement proposition taxe méthode effet ère".split())
_CAUSES = frozenset(("association", "collectif", "mouvement", "fondation", "ong"))  # bodies named by what they stand for
# Common nouns that begin the name of a place or a building: "musée du Louvre", "île de Guam".
_SITES = frozenset(
    """musée galerie gare place rue île îles col mont golfe château cathédrale basilique tour palais théâtre opéra pont
    boulevard avenue vallée désert détroit mer océan plage port mosquée cap péninsule archipel massif autoroute salle
    lycée collège campus""".split()
)
_LOWER_FIRST = frozenset(
    """talibans taliban shebab shebabs pasdarans franceinfo groupe organisation département place quai palais hôtel
    police parquet royaume principauté sultanat zone bande péninsule mer tour île dpa al-qaïda""".split()
)
# Bodies whose common noun is part of the name: "le comité Nobel", "l'hôpital Pasteur".
_BY_NAME = frozenset("comité institut université hôpital clinique académie conservatoire observatoire".split())
_LOWER = _LOWER_FIRST | _SITES | _BY_NAME


def find_names(parsed: Parsed) -> tuple[Name, ...]:
    """All names, in order, without overlaps."""
    finder = _Finder(parsed)
    found: list[Name] = []
    i = 0
    while i < len(parsed.words):
        word = parsed.words[i]
        if not word.text[0].isupper() and word.lower not in _LOWER:  # most words: nothing to ask
            i += 1
            continue
        name = finder.name_at(i)
        if name is None:
            i += 1
            continue
        found.extend(_two_names(name))
        i = name.last
    return _with_acronyms(parsed, vote(parsed, found))


def _with_acronyms(parsed: Parsed, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Bodies told by a long form and its letters ("la régie des eaux du Lez (REL)"); what other letters stand for is no party."""
    at = {n.first: n for n in names}
    made: list[Name] = []
    things: set[str] = set()
    for acronym in find_acronyms(parsed):
        long, known = parsed.words[acronym.first : acronym.last], at.get(acronym.first)
        texts = _words(parsed, acronym.first, acronym.last), _words(parsed, acronym.short, acronym.end)
        if known is not None and (known.known is not None or known.kind not in ("organisation", None)):
            continue
        noun = actor_nouns().get(long[0].lower)
        if noun is not None and noun.kind == "organisation" and not noun.plural or known is not None:
            made.append(Name(acronym.first, acronym.last, texts[0], "organisation", sure=True))
            made.append(Name(acronym.short, acronym.end, texts[1], "organisation", sure=True))
        elif noun is None and not any(w.text[0].isupper() for w in long):
            things.add(texts[1])  # "la procréation médicalement assistée (PMA)"
    if not made and not things:
        return names
    taken = {i for name in made for i in range(name.first, name.last)}
    shorts = {n.text for n in made}
    kept = [n for n in names if not taken & set(range(n.first, n.last)) and not (n.text in things and n.known is None)]
    kept = [replace(n, kind="organisation") if n.text in shorts and n.known is None else n for n in kept]
    return tuple(sorted((*kept, *made), key=lambda n: n.first))


def _words(parsed: Parsed, first: int, last: int) -> str:
    return " ".join(straighten(parsed.text[parsed.words[first].start : parsed.words[last - 1].end]).split())


def _two_names(name: Name) -> tuple[Name, ...]:
    """ "la secrétaire d'État auprès de Nicolas Hulain Claire Poirel": two persons whom no sign parts."""
    parts, given = name.text.split(" "), first_names()
    if name.kind != "person" or len(parts) != 4 or name.last - name.first != 4 or name.known is not None:
        return (name,)
    if [part in given for part in parts] != [True, False, True, False]:
        return (name,)
    halves = ((name.first, name.first + 2, parts[:2]), (name.first + 2, name.last, parts[2:]))
    genders = {"m": "m", "f": "f"}
    return tuple(replace(name, first=a, last=b, text=" ".join(t), gender=genders.get(given[t[0]])) for a, b, t in halves)


class _Finder:
    """What the names of a text name, by the words around them."""

    def __init__(self, parsed: Parsed) -> None:
        self.runs = Runs(parsed)
        self.words, self.text = self.runs.words, self.runs.text
        self.storms = storms_of(self.words)
        self.caps_line = shouting(parsed)
        self.titles = titles(parsed)

    def name_at(self, i: int) -> Name | None:
        """The name that begins at word i."""
        word = self.words[i]
        if not word.text[0].isupper():
            return self._lower_known(i)
        known = self.runs.known(i)
        if self.runs.hyphened(i) and known is None:
            return None
        if word.i in self.caps_line and known is None or word.i in self.titles:
            return None
        if known is None and not self.runs.nameable(i):
            return None
        if known is not None and word.lower in HEADS and known[0] < len(self.words) and self._goes_on(known[0]):
            return self._make(i, self.runs.body(i), "organisation", None, None, True)
        if known is not None and known[1].kind != "place" and known[0] - i > 1:
            return self._make(i, known[0], known[1].kind, known[1])
        start = self.runs.skip_titles(i)
        last = self.runs.run(start)
        civil = i > 0 and self.words[i - 1].lower in CIVIL
        if known is not None and (is_product(self.words, i, known[0], known[1].kind) or is_event(self.words, i, known[1])):
            return None
        if known is not None and not civil and not self._is_person(start, last, known[0]):
            return self._make(i, known[0], known[1].kind, known[1])
        return self._judge(start, last)

    def _goes_on(self, j: int) -> bool:
        """Does a plain adjective make another body of a known one ("Conseil de sécurité | nationale")?"""
        return self.words[j].pos == "ADJ" and self.words[j].lower not in self.runs.demonyms and self.words[j].text.islower()

    def _lower_known(self, i: int) -> Name | None:
        word = self.words[i]
        if (
            word.pos == "NOUN"
            and word.lower in _SITES
            and (label := self.runs.label.get(i))
            and label[1] == i
            and label[0] != "PER"
        ):
            end = self.runs.entity_end(i, label[2])
            if any(self.words[k].text[0].isupper() for k in range(i + 1, end)):
                return self._make(i, end, "place", None, None, True)
        if word.lower in _BY_NAME and word.pos == "NOUN" and self.runs.capital(i + 1) and self.runs.nameable(i + 1):
            return self._make(i, self.runs.run(i + 1), "organisation", None, None, True)
        if word.pos in CLOSED or word.lower not in _LOWER_FIRST:
            return None
        if known := self.runs.known(i):
            return self._make(i, known[0], known[1].kind, known[1])
        return None

    def _is_person(self, start: int, last: int, known_end: int) -> bool:
        """Is a known name only part of somebody's ("Florence Parly", "France Gall", "Jean-Paul Paris")?"""
        if last <= known_end and start >= known_end - 1 and last - start < 2:
            return False
        label = self.runs.label.get(start)
        if last - start >= 2 and last > known_end:
            return self.words[start].text in self.runs.first_names or bool(label and label[0] == "PER" and label[2] >= last)
        return False

    def _judge(self, start: int, last: int) -> Name | None:
        """What a run of capitals names, from its neighbours, its first word and the model."""
        words = self.words
        known = self.runs.known(start)
        before = words[start - 1] if start else None
        gender = self.runs.first_names.get(words[start].text.split("-")[0])
        gender = self.runs.first_names.get(words[start].text, gender)
        if before is not None and before.lower in CIVIL:
            return self._make(start, last, "person", None, CIVIL[before.lower] or gender, True)
        if last - start > 1 and gender and before is not None and before.lower in _SHIP_ARTICLES and known is None:
            return self._make(start, last, None)  # "l'Astrid Lindt": a ship, a street; persons take no article
        if last - start > 1 and gender and words[start].lower not in HEADS:
            return self._make(start, last, "person", None, gender, words[start].text in self.runs.first_names)
        if known and known[0] == last:
            return self._make(start, last, known[1].kind, known[1])
        if words[start].lower in HEADS and last - start > 1:
            return self._make(start, last, "organisation", None, None, True)
        if words[start].lower in PLANETS and last - start == 1 and before is not None and before.lower in ("la", "planète"):
            return self._make(start, last, "place", None, None, True)
        if is_nobody(self.words, self.storms, start, last):
            return None
        if before is not None and before.lower in _CASES:
            return self._make(start, last, None)  # somebody only if the report names him elsewhere
        if before is not None and (before.lower in NAMED_BODIES or self._named_body(start)):
            return self._make(start, self._cause(start, last, before.lower), "organisation", None, None, True)
        if last - start == 1 and words[start].lower in self.runs.nouns:
            return None
        if (site := self._site(start)) is not None and (last - start == 1 or site == start - 1):
            return self._make(site, last, "place", None, None, True)
        label = self._label(start, last)
        if before is not None and before.lower == "les" and label == "LOC" and last - start == 1:
            return self._make(start, last, "organisation")  # "les Patriotes"
        kinds: dict[str | None, ActorKind] = {"PER": "person", "LOC": "place", "ORG": "organisation"}
        kind = kinds.get(label)
        if (person := self._behind_office(start, last, kind, gender)) is not None:
            return person
        if kind == "organisation" and is_product(self.words, start, last, kind):
            return None
        if last - start == 1 and words[start].text.isupper() and kind in ("person", None) and 2 <= len(words[start].text) <= 6:
            kind = "organisation" if label == "PER" or self._bracketed(start) else None
        return self._make(start, last, kind, None, gender)

    def _cause(self, start: int, last: int, noun: str) -> int:
        """The end of a name made of common words: "l'association Victimes | du sirop", "le collectif Bassines | non merci"."""
        if noun not in _CAUSES or last - start > 1 or self.words[start].pos == "PROPN":
            return last
        end = k = last
        while k < min(len(self.words), last + 4) and self.words[k].pos in ("ADP", "DET", "NOUN", "ADJ", "ADV", "INTJ"):
            k += 1
            if self.words[k - 1].pos not in ("ADP", "DET"):
                end = k
        return end

    def _behind_office(self, start: int, last: int, kind: ActorKind | None, gender: str | None) -> Name | None:
        """The person whom an office, or a demonym, stands before: "le joueur serbe Goran Petrovic"."""
        words, j = self.words, start - 1
        while j > 0 and start - j < 4 and (words[j].lower in self.runs.demonyms or words[j].pos == "ADJ"):
            j -= 1
        title = self.runs.nouns.get(words[j].lower) if start else None
        if title and title.kind in ("office", "job") and not title.plural and kind != "organisation":
            return self._make(start, last, "person", None, title.gender, True)
        if last - start > 1 and kind == "organisation" and self.runs.office(start):
            field = last - start > 2 and start > 0 and words[start - 1].pos in ("DET", "ADP")  # "des Sports | Miri Regal"
            return self._make(last - 2 if field else start, last, "person", None, gender, True)
        american = start > 1 and words[start - 1].lower in self.runs.demonyms and words[start - 2].lower in ("le", "la", "l'")
        if kind in ("organisation", "place") and last - start == 2 and american:
            return self._make(start, last, "person", None, gender, True)  # "l'américaine Summer Cook"
        return None

    def _named_body(self, start: int) -> bool:
        """ "la compagnie publique Tarogaz": an adjective stands between the noun and the name."""
        j = start - 1
        adjective = self.words[j].pos == "ADJ" or self.words[j].lower in self.runs.demonyms
        return j > 0 and adjective and self.words[j].text.islower() and self.words[j - 1].lower in NAMED_BODIES

    def _bracketed(self, i: int) -> bool:
        """Alone in brackets: an acronym after what it shortens."""
        return 0 < i < len(self.words) - 1 and self.words[i - 1].text == "(" and self.words[i + 1].text == ")"

    def _site(self, start: int) -> int | None:
        """The noun of a site right before a name: galerie d'Apollon, rue Pasteur."""
        j = start - 1
        if j > 0 and self.words[j].lower in ("de", "d'"):
            j -= 1
        if j < 0 or self.words[j].lower not in _SITES or self.words[j].pos not in ("NOUN", "PROPN"):
            return None
        before = " ".join(w.lower for w in self.words[max(0, j - 2) : j])
        if (self.words[j].lower == "tour" and before.endswith("le")) or (self.words[j].lower == "place" and before == "à la"):
            return None  # "le tour de Trump", "à la place de Dunkerque"
        if self.words[j].lower in ("île", "îles") and j == start - 1 and self._label(start, start + 1) == "PER":
            return None  # "le gouverneur de l'île Aldo Perrin"
        return j

    def _label(self, start: int, last: int) -> str | None:
        votes = Counter(self.runs.label[i][0] for i in range(start, last) if i in self.runs.label)
        return min(votes, key=lambda v: (-votes[v], v)) if votes else None

    def _make(
        self,
        first: int,
        last: int,
        kind: ActorKind | None,
        known: Known | None = None,
        gender: str | None = None,
        sure: bool = False,
    ) -> Name:
        if kind == "organisation":
            last = self._whole(first, last, known)
        if kind == "person" and self.words[first].text == "Mes" and last - first > 1:
            first += 1  # "Mes Paul Denis et Anne Roy", lawyers
        text = " ".join(self.text[self.words[first].start : self.words[last - 1].end].split())
        if known is not None:
            gender, sure = known.gender, True
        return Name(first, last, text, kind, known, gender, sure)

    def _whole(self, first: int, last: int, known: Known | None) -> int:
        """Past what still belongs to the name of a body: "Conseil des Nations | unies"."""
        if known is None and last - first > 1 and (inner := known_at(self.text, self.words[last - 1].start)):
            last = max(last, self.runs.ends.get(inner[0], last - 1) + 1)
        words = self.words
        if known is not None or words[first].lower not in HEADS or last + 1 >= len(words) or words[last].lower not in _PLACED:
            return last
        k = last + 1
        while k + 1 < len(words) and words[k].lower in ("la", "l'", "le"):
            k += 1
        if not words[k].text[0].isupper() or (label := self.runs.label.get(k)) is None or label[0] != "LOC" or label[1] != k:
            return last
        return label[2] if words[last - 1].text.islower() else last


# Common nouns that begin the name of a place or a building: "musée du Louvre", "île de Guam".


def is_title(word: Word) -> bool:
    """Is this a civility that stands before a name ("M.", "Mme", "Me")?"""
    return word.lower in CIVIL and word.text[0].isupper()
