"""Proper names: the words of a report that name a person, a state, a place or a body.

Three witnesses are heard: capitals (weak at a sentence's start), the known names of the tables, and the model's entities
(which call "Washington" or "Signalant" a person). A word seen once in full ("Vladimir Poutine") decides for its short form.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from recoupe.find.acronyms import find_acronyms
from recoupe.find.gazetteer import Known, known_at, place_adjectives
from recoupe.find.kinds import NAMED_BODIES, Weights, evidence_at
from recoupe.lang.countries import demonyms
from recoupe.lang.nouns import actor_nouns, first_names
from recoupe.parse.characters import straighten
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind

CIVIL = {"m.": "m", "mm.": "m", "monsieur": "m", "mme": "f", "mme.": "f", "mmes": "f", "madame": "f", "mlle": "f", "me": None}
CIVIL |= {"mademoiselle": "f", "dr": None, "dr.": None, "mgr": "m", "pr": None, "pr.": None, "sir": "m", "lady": "f"}
# Particles that join two capitals by themselves, and those that need the model's or a first name's support.
_FREE = frozenset("van von der den ten ter ben bin ibn al el ould bint zu af del della di da dos do das et-taya".split())
_BOUND = frozenset("de du des d' la le les l' of the and for & e y en sur".split())
_CLOSED = frozenset(("DET", "ADP", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "NUM", "INTJ", "PUNCT", "SYM"))
# Capitals in the middle of a sentence that name nobody.
_PLAIN = frozenset(
    """premier première
    internet web état etat états etats dieu noël terre bourse lune soleil covid covid-19 coran bible ramadan pâques aïd
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre nord-est nord-ouest sud-est
    sud-ouest histoire constitution république nord sud est ouest tour coupe euro tgv adn pib pv
    tva rer ter sms vih sida i ii iii iv v vi vii viii ix x xi xii xv xvi xx xxi hlm cv pdg dg suv gps cdi cdd rsa qr
    ia ok vs ndlr ndrl mètres gmt utc h a nouvel toussaint pentecôte ascension halloween armistice saint-sylvestre
    saint-valentin jeux olympiques paralympiques btp tpe pme eti vtt epr jmj gw mw kw edt utc cet cest cap bts smic rsa
    oqtf irm ordre siècle univers progrès brexit obamacare ironman roland-garros ong""".split()
)
_OPENING = frozenset('«"“:–—-•("')
_HEADS = frozenset(
    """ministère parti comité cour tribunal université banque agence fédération ligue association institut conseil commission
    mouvement organisation observatoire assemblée union front armée centre bureau groupe société fondation syndicat
    collectif autorité office chambre direction alliance académie haut-commissariat secrétariat service confédération mission
    compagnie parquet préfecture mairie brigade rassemblement parlement congrès sénat haute-autorité""".split()
)
_SHIP_ARTICLES = frozenset(("le", "la", "l'", "du", "au"))
# What they make goes by their name as soon as it has an article: "le Cessna", "l'Airbus".
_MAKERS = frozenset(
    """airbus boeing embraer cessna bombardier tupolev antonov soukhoï iliouchine fokker peugeot renault citroën mercedes ferrari
    porsche bmw audi volkswagen toyota ford opel fiat tesla kawasaki yamaha""".split()
)
# What a minister or a director is in charge of: "la directrice régionale de la Santé".
_FIELDS = frozenset(
    """santé justice économie finances transports éducation culture sports environnement agriculture logement énergie budget
    industrie pêche immigration recherche tourisme communication télécommunications cohésion fonction sécurité""".split()
)
_PLACED = frozenset(("de", "du", "d'", "des"))
_PLANETS = frozenset(("terre", "lune", "mars", "vénus", "jupiter", "saturne"))
# What bears a name without being a party: "le prix Nobel", "l'ouragan Katia", "la fusée Ariane".
_NAMED_THINGS = frozenset(
    """prix trophée maladie syndrome loi opération rallye tournoi satellite fusée cyclone ouragan typhon tempête virus
    programme missile drone sonde système astéroïde navire bateau paquebot cargo ferry vaccin circuit""".split()
)
# What has a title of its own: behind it a quotation, or a name that is no person's, is a work ("le film « Carbone »").
_WORKS = frozenset(
    """film court-métrage long-métrage série téléfilm feuilleton documentaire émission jeu chanson tube single morceau titre album
    clip disque comédie pièce spectacle opéra ballet roman livre ouvrage essai recueil nouvelle bd manga poème tableau toile
    sculpture exposition revue podcast rubrique sketch""".split()
)
# A case goes by somebody's name, and is nobody: "l'affaire Marchetti", "la loi Duplan".
_CASES = frozenset("affaire scandale dossier procès loi réforme plan amendement proposition taxe méthode effet ère".split())
_CAUSES = frozenset(("association", "collectif", "mouvement", "fondation", "ong"))  # bodies named by what they stand for
_STORMS = frozenset(("ouragan", "cyclone", "typhon", "tempête", "dépression", "fusée", "sonde"))  # named once, a thing throughout
_ORDINAL = re.compile(r"[IVXL]+e?r?$")


@dataclass(frozen=True, slots=True)
class Name:
    """words[first:last] name somebody or something. `text` has straight apostrophes and single blanks, no title."""

    first: int
    last: int
    text: str
    kind: ActorKind | None  # None: nothing says what it is
    known: Known | None = None
    gender: str | None = None
    sure: bool = False  # a civility, a table or a first name says so, not only the model


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
    return _with_acronyms(parsed, _vote(parsed, found))


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
    """The text with what the model and the tables say of it."""

    def __init__(self, parsed: Parsed) -> None:
        self.words = parsed.words
        self.text = straighten(parsed.text)
        self.nouns, self.first_names, self.demonyms = actor_nouns(), first_names(), demonyms()
        self.local = place_adjectives()
        self.label: dict[int, tuple[str, int, int]] = {}
        for entity in parsed.entities:
            for i in range(entity.first, entity.last):
                self.label[i] = (entity.label, entity.first, entity.last)
        self.initial = {s.first for s in parsed.sentences}
        self.common = {w.text for w in self.words if w.text.islower()}
        self.inner = {w.text for w in self.words if w.text[0].isupper() and not self._is_initial(w.i)}
        self.ends = {w.end: w.i for w in self.words}
        named = (
            w for b, w in pairwise(self.words) if b.text in self.first_names and w.text[0].isupper() and w.start - b.end == 1
        )
        self.surnames = {w.text for w in named}
        self.storms = {w.text for b, w in pairwise(self.words) if b.lower in _STORMS and w.text[0].isupper()}
        self.koreas = "Corée du" in self.text
        self.caps_line = _shouting(parsed)
        self.titles = _titles(parsed)

    def name_at(self, i: int) -> Name | None:
        """The name that begins at word i."""
        word = self.words[i]
        if not word.text[0].isupper():
            return self._lower_known(i)
        known = self._known(i)
        if self._hyphened(i) and known is None:
            return None
        if word.i in self.caps_line and known is None or word.i in self.titles:
            return None
        if known is None and not self._nameable(i):
            return None
        if known is not None and word.lower in _HEADS and known[0] < len(self.words) and self._goes_on(known[0]):
            return self._make(i, self._body(i), "organisation", None, None, True)
        if known is not None and known[1].kind != "place" and known[0] - i > 1:
            return self._make(i, known[0], known[1].kind, known[1])
        start = self._skip_titles(i)
        last = self._run(start)
        civil = i > 0 and self.words[i - 1].lower in CIVIL
        if known is not None and (self._product(i, known[0], known[1].kind) or self._event(i, known[1])):
            return None
        if known is not None and not civil and not self._is_person(start, last, known[0]):
            return self._make(i, known[0], known[1].kind, known[1])
        return self._judge(start, last)

    def _goes_on(self, j: int) -> bool:
        """Does a plain adjective make another body of a known one ("Conseil de sécurité | nationale")?"""
        return self.words[j].pos == "ADJ" and self.words[j].lower not in self.demonyms and self.words[j].text.islower()

    def _lower_known(self, i: int) -> Name | None:
        word = self.words[i]
        if word.pos == "NOUN" and word.lower in _SITES and (label := self.label.get(i)) and label[1] == i and label[0] != "PER":
            end = self._entity_end(i, label[2])
            if any(self.words[k].text[0].isupper() for k in range(i + 1, end)):
                return self._make(i, end, "place", None, None, True)
        if word.lower in _BY_NAME and word.pos == "NOUN" and self._capital(i + 1) and self._nameable(i + 1):
            return self._make(i, self._run(i + 1), "organisation", None, None, True)
        if word.pos in _CLOSED or word.lower not in _LOWER_FIRST:
            return None
        if known := self._known(i):
            return self._make(i, known[0], known[1].kind, known[1])
        return None

    def _known(self, i: int) -> tuple[int, Known] | None:
        """The known name at word i: the index after its last word, and what it is."""
        word = self.words[i]
        if half := self._half(i):
            return half
        found = known_at(self.text, word.start) or self._disguised(i)
        if found is None or found[0] not in self.ends:
            return None
        end, known = self.ends[found[0]] + 1, found[1]
        if end - i == 1 and known.kind == "organisation" and word.text in self.surnames and not word.text.isupper():
            if not i or self.words[i - 1].lower not in NAMED_BODIES:
                return None  # "Harold Ford ... Ford": the man, not the maker
        if end - i == 1 and self._is_initial(i) and known.sort != "country" and known.sort != "capital":
            if word.pos not in ("PROPN", "X") and not word.text.isupper() and i not in self.label:
                return None
        return end, known

    def _disguised(self, i: int) -> tuple[int, Known] | None:
        """A known name whose article is contracted ("du Parisien", "des Échos") or that is printed in capitals ("MONACO")."""
        word, before = self.words[i], self.words[i - 1].lower if i else ""
        if before in ("du", "au", "des", "aux") and word.text[0].isupper():
            if i > 1 and self.words[i - 2].lower in (
                "coupe",
                "tour",
                "champion",
                "championne",
                "championnat",
                "championnats",
                "reste",
            ):
                return None
            article = "Le " if before in ("du", "au") else "Les "
            found = known_at(article + self.text[word.start : word.start + 60], 0)
            if found:
                return found[0] - len(article) + word.start, found[1]
        if before in ("le", "les") and word.text[0].isupper() and not self._is_initial(i):
            article = before.capitalize() + " "
            found = known_at(article + self.text[word.start : word.start + 60], 0)
            if found and found[1].sort == "media":
                return found[0] - len(article) + word.start, found[1]
        if len(word.text) > 3 and word.text.isupper() and word.text.isalpha():
            found = known_at(word.text.capitalize(), 0)
            if found:
                return word.end, found[1]
        return None

    def _half(self, i: int) -> tuple[int, Known] | None:
        """ "Le Nord" in a report on North Korea is that state, when it acts or is acted upon."""
        word = self.words[i]
        if self.koreas and word.text in ("Nord", "Sud") and i and self.words[i - 1].lower == "le":
            if word.dep.split(":")[0] in ("nsubj", "obj", "iobj") or word.dep == "obl:agent":
                return i + 1, known_at("Corée du " + word.text, 0)[1]  # type: ignore[index]
        return None

    def _is_initial(self, i: int) -> bool:
        if i in self.initial or i == 0:
            return True
        return self.words[i - 1].text in _OPENING and not (self.words[i].text.isupper() and len(self.words[i].text) > 1)

    def _nameable(self, i: int) -> bool:
        """May a capital at word i begin a name?"""
        word = self.words[i]
        if (word.lower in self.demonyms or word.lower in self.local) and not self._hyphened(i + 1):
            return False
        if len(word.text) == 2 and word.text[1] == "." and word.lower not in CIVIL and self._capital(i + 1):
            return self.words[i + 1].pos != "DET"  # "plainte contre X. L'enquête"
        if word.lower in _PLANETS and i and self.words[i - 1].lower in ("la", "planète"):
            return True
        if word.lower in _PLAIN or word.text == "JO" or word.lower in CIVIL or not word.text[-1].isalnum():
            return bool(self.label.get(i) and len(word.text) > 2 and word.text[-1] in "!+.")
        if len(word.text) == 1 and not self._hyphened(i + 1):
            return False
        if self._labelled(i):
            return False
        if (noun := self.nouns.get(word.lower)) and noun.kind in ("office", "job") and not self._capital(i + 1):
            if word.text not in self.first_names and not self._hyphened(i + 1):
                return False  # "Président du Tchad", "Ministre de la Défense"
        if any(c in "(){}[]=;<>/_" for c in word.text) or _ORDINAL.match(word.text):
            return False
        if any(c.isdigit() for c in word.text) and not self._capital(i + 1):
            return False  # "J-563", "A319": models, not parties
        if not self._is_initial(i):
            return word.pos not in ("DET", "ADP", "PRON", "NUM") or i in self.label
        if word.text in self.inner or word.text in self.first_names:
            return word.lower not in self.common
        if word.pos in _CLOSED or word.lower in self.common or word.lower in self.nouns:
            return self._heads_entity(i)
        if word.pos == "PROPN":
            return i in self.label or self._capital(i + 1)
        return self._heads_entity(i) and self._capital(i + 1) and word.pos != "VERB"

    def _labelled(self, i: int) -> bool:
        """ "Groupe B", "Ligue 1", "Ligue des champions", "le Haut commissaire": draws, competitions and offices."""
        word, after = self.words[i], self.words[i + 1 : i + 3]
        if not after:
            return False
        if word.text == "Ligue":
            return after[0].text.isdigit() or after[0].text == "Europa" or after[-1].lower == "champions"
        if word.text in ("Haut", "Haute"):
            return after[0].lower in ("commissaire", "représentant")
        return word.text in ("Groupe", "Poule", "Lot", "Plan", "Zone") and len(after[0].text) == 1

    def _heads_entity(self, i: int) -> bool:
        label = self.label.get(i)
        return bool(
            label and label[1] == i and label[2] - i > 1 and label[0] != "MISC" and self.words[i].pos in ("NOUN", "PROPN")
        )

    def _capital(self, i: int) -> bool:
        return (
            i < len(self.words)
            and self.words[i].text[0].isupper()
            and self.words[i].start - self.words[i - 1].end <= 1
            and self.words[i].lower not in CIVIL
            and self.text[self.words[i - 1].end : self.words[i].start] != "\n"
        )

    def _hyphened(self, i: int) -> bool:
        """Is word i glued to the one before by a hyphen? The tokeniser cuts "Jean-Claude" and "Ki-moon"."""
        if i >= len(self.words) or i < 1 or self.words[i].start != self.words[i - 1].end:
            return False
        return self.words[i].text[0] == "-" or self.words[i - 1].text[-1] == "-"

    def _elided(self, j: int) -> bool:
        """The rest of a name that the tokeniser cuts at its apostrophe: "Cléac'h", "Ra'ad"."""
        before = self.words[j - 1]
        return before.end == self.words[j].start and len(before.text) > 2 and before.text[-1] in "'’" and before.text[0].isupper()

    def _skip_titles(self, i: int) -> int:
        """Past capitalised titles ("Président", "Général") and sentence-initial roles that precede a name."""
        j = i
        while self._capital(j + 1) and (noun := self.nouns.get(self.words[j].lower)) and noun.kind in ("office", "job"):
            if self.words[j].text in self.first_names:
                break
            j += 1
        return j

    def _run(self, i: int) -> int:
        """The index after the last word of the name that begins at word i."""
        words, j, n = self.words, i + 1, len(self.words)
        label = self.label.get(i)
        if words[i].lower in _HEADS:
            return self._before_person(i, self._body(i))
        while j < n:
            if self._hyphened(j) or self._elided(j):
                j += 1
                continue
            if self._capital(j) and not (
                words[j].pos in ("DET", "PRON") and words[j].lower in ("il", "elle") and j not in self.label
            ):
                j += 1
                continue
            lower, k = words[j].lower, j
            if lower.startswith(("al-", "el-", "as-", "ad-", "ar-")) and words[j].start - words[j - 1].end == 1:
                j += 1
                continue
            if lower in _FREE and self._capital(j + 1):
                j += 2
                continue
            while k < n and words[k].lower in _BOUND and k - j < 2:
                k += 1
            if k == j or k >= n or not words[k].text[0].isupper() or words[k].start - words[k - 1].end > 1:
                break
            joined = label is not None and label[2] > k and label[1] <= i
            if joined and label is not None and label[0] == "LOC" and self._known(k):
                joined = False
            particle = j - i == 1 and lower in ("de", "d'", "la", "le", "du") and not self._known(k)
            if not (joined or particle and words[i].text in self.first_names):
                break
            j = k + 1
        beyond = label is not None and label[0] == "ORG" and label[1] <= i and label[2] > j
        if label is not None and beyond and not self._stands_alone(i, j) and not self._office(i):
            j = self._entity_end(i, label[2])
        return self._before_person(i, j)

    def _office(self, i: int) -> bool:
        """Does the model's entity around word i begin with an office ("ministre de l'Intérieur turc Süleyman Soylu")?"""
        label = self.label.get(i)
        noun = self.nouns.get(self.words[label[1]].lower) if label and label[1] < i else None
        return noun is not None and noun.kind in ("office", "job")

    def _stands_alone(self, i: int, j: int) -> bool:
        """ "Aéroval de Montbrune" is Aéroval if the report also writes that name by itself."""
        if j - i > 1 or self.words[j].lower not in ("de", "du", "d'") or self.words[i].lower in _HEADS:
            return False
        others = (k for k in range(len(self.words) - 2) if k != i and self.words[k].text == self.words[i].text)
        return any(self.words[k + 1].lower not in ("de", "du", "d'") or not self._capital(k + 2) for k in others)

    def _before_person(self, i: int, last: int) -> int:
        """A run with a determiner before it ends where a person begins: "(ministre de) la Défense Jean Dupont"."""
        if i and self.words[i - 1].pos in ("DET", "ADP") and self.words[i].text not in self.first_names:
            for k in range(i + 1, last - 1):
                if self.words[k].text in self.first_names and not self._hyphened(k) and self.words[k].text != "Kim":
                    return k
        if last - i >= 4 and i and self.words[i - 1].lower == "de" and not any(self._hyphened(k) for k in range(i + 1, last)):
            if self.words[i + 2].text in self.first_names and self.words[i].text in self.first_names:
                return i + 2  # "ministre de Paul Denis Hugo Brun": one serves the other
        return last

    def _body(self, i: int) -> int:
        """The end of a body's name that begins with a capitalised common noun: "Comité d'enquête", "Cour suprême russe"."""
        words, n = self.words, len(self.words)
        label = self.label.get(i)
        if label and label[1] <= i and label[2] - i > 1:
            return self._entity_end(i, label[2])
        j, steps = i + 1, 0
        while j < n and steps < 3 and words[j].start - words[j - 1].end <= 1:
            if words[j].pos == "ADJ" or self._capital(j):
                j += 1
                continue
            k = j
            while k < n and words[k].lower in ("de", "du", "des", "d'", "la", "l'", "aux", "pour", "les"):
                k += 1
            if k == j or k >= n or words[k].pos not in ("NOUN", "PROPN", "ADJ"):
                break
            j, steps = k + 1, steps + 1
        return j

    def _entity_end(self, i: int, end: int) -> int:
        for k in range(i + 1, end):
            if self.words[k].pos == "PUNCT" and self.words[k].text not in "-&'" and self.words[k].text != '"':
                end = k
                break
        while end > i + 1 and self.words[end - 1].pos in ("DET", "ADP", "CCONJ", "PUNCT", "VERB", "AUX"):
            end -= 1
        return end

    def _is_person(self, start: int, last: int, known_end: int) -> bool:
        """Is a known name only part of somebody's ("Florence Parly", "France Gall", "Jean-Paul Paris")?"""
        if last <= known_end and start >= known_end - 1 and last - start < 2:
            return False
        label = self.label.get(start)
        if last - start >= 2 and last > known_end:
            return self.words[start].text in self.first_names or bool(label and label[0] == "PER" and label[2] >= last)
        return False

    def _judge(self, start: int, last: int) -> Name | None:
        """What a run of capitals names, from its neighbours, its first word and the model."""
        words = self.words
        known = self._known(start)
        before = words[start - 1] if start else None
        gender = self.first_names.get(words[start].text.split("-")[0])
        gender = self.first_names.get(words[start].text, gender)
        if before is not None and before.lower in CIVIL:
            return self._make(start, last, "person", None, CIVIL[before.lower] or gender, True)
        if last - start > 1 and gender and before is not None and before.lower in _SHIP_ARTICLES and known is None:
            return self._make(start, last, None)  # "l'Astrid Lindt": a ship, a street; persons take no article
        if last - start > 1 and gender and words[start].lower not in _HEADS:
            return self._make(start, last, "person", None, gender, words[start].text in self.first_names)
        if known and known[0] == last:
            return self._make(start, last, known[1].kind, known[1])
        if words[start].lower in _HEADS and last - start > 1:
            return self._make(start, last, "organisation", None, None, True)
        if words[start].lower in _PLANETS and last - start == 1 and before is not None and before.lower in ("la", "planète"):
            return self._make(start, last, "place", None, None, True)
        if self._nobody(start, last):
            return None
        if before is not None and before.lower in _CASES:
            return self._make(start, last, None)  # somebody only if the report names him elsewhere
        if before is not None and (before.lower in NAMED_BODIES or self._named_body(start)):
            return self._make(start, self._cause(start, last, before.lower), "organisation", None, None, True)
        if last - start == 1 and words[start].lower in self.nouns:
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
        if kind == "organisation" and self._product(start, last, kind):
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

    def _nobody(self, start: int, last: int) -> bool:
        """Is this run a field, a plain word, a storm, a thing that bears a name, or the title of a work?"""
        word, before, alone = self.words[start], self.words[start - 1].lower if start else "", last - start == 1
        if alone and word.lower in _FIELDS and before and before not in ("l'", "le"):
            return True
        if word.lower in _PLAIN or alone and (word.lower in _HEADS or word.text in self.storms):
            return True
        return before in _NAMED_THINGS and alone or before in _WORKS

    def _behind_office(self, start: int, last: int, kind: ActorKind | None, gender: str | None) -> Name | None:
        """The person whom an office, or a demonym, stands before: "le joueur serbe Goran Petrovic"."""
        words, j = self.words, start - 1
        while j > 0 and start - j < 4 and (words[j].lower in self.demonyms or words[j].pos == "ADJ"):
            j -= 1
        title = self.nouns.get(words[j].lower) if start else None
        if title and title.kind in ("office", "job") and not title.plural and kind != "organisation":
            return self._make(start, last, "person", None, title.gender, True)
        if last - start > 1 and kind == "organisation" and self._office(start):
            field = last - start > 2 and start > 0 and words[start - 1].pos in ("DET", "ADP")  # "des Sports | Miri Regal"
            return self._make(last - 2 if field else start, last, "person", None, gender, True)
        american = start > 1 and words[start - 1].lower in self.demonyms and words[start - 2].lower in ("le", "la", "l'")
        if kind in ("organisation", "place") and last - start == 2 and american:
            return self._make(start, last, "person", None, gender, True)  # "l'américaine Summer Cook"
        return None

    def _named_body(self, start: int) -> bool:
        """ "la compagnie publique Tarogaz": an adjective stands between the noun and the name."""
        j = start - 1
        adjective = self.words[j].pos == "ADJ" or self.words[j].lower in self.demonyms
        return j > 0 and adjective and self.words[j].text.islower() and self.words[j - 1].lower in NAMED_BODIES

    def _event(self, i: int, known: Known) -> bool:
        """ "Tour de France", "sur Twitter": neither the state nor the company is a party there."""
        if i and known.sort == "platform":
            return not self._acts(i)
        return (
            i > 1
            and known.kind == "state"
            and self.words[i - 1].lower in ("de", "du", "d'")
            and self.words[i - 2].text in _EVENTS
        )

    def _acts(self, i: int) -> bool:
        """Does the name at word i do something, or is something asked of it? Else a platform is only where things are read."""
        word = self.words[i]
        if self.words[i - 1].lower in ("selon", "chez", "contre", "par"):
            return True
        return word.dep.startswith(("nsubj", "obl:agent")) or (i + 1 < len(self.words) and self.words[i + 1].dep == "ROOT")

    def _product(self, first: int, last: int, kind: ActorKind) -> bool:
        """ "un Airbus A320", "deux Boeing", "Embraer 190": what a maker makes."""
        if kind != "organisation" or last - first > 1:
            return False
        after = self.words[last] if last < len(self.words) else None
        if first and self.words[first].lower in _MAKERS and self.words[first - 1].pos == "DET":
            return True
        return (first > 0 and self.words[first - 1].lower in ("un", "une", "deux", "trois", "quatre")) or (
            after is not None and after.text[0].isdigit() and after.start - self.words[last - 1].end == 1
        )

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
        votes = Counter(self.label[i][0] for i in range(start, last) if i in self.label)
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
            last = max(last, self.ends.get(inner[0], last - 1) + 1)
        words = self.words
        if known is not None or words[first].lower not in _HEADS or last + 1 >= len(words) or words[last].lower not in _PLACED:
            return last
        k = last + 1
        while k + 1 < len(words) and words[k].lower in ("la", "l'", "le"):
            k += 1
        if not words[k].text[0].isupper() or (label := self.label.get(k)) is None or label[0] != "LOC" or label[1] != k:
            return last
        return label[2] if words[last - 1].text.islower() else last


# Common nouns that begin the name of a place or a building: "musée du Louvre", "île de Guam".
_SITES = frozenset(
    """musée galerie gare place rue île îles col mont golfe château cathédrale basilique tour palais théâtre opéra pont
    boulevard avenue vallée désert détroit mer océan plage port mosquée cap péninsule archipel massif autoroute salle
    lycée collège campus""".split()
)
_EVENTS = frozenset(("Tour", "Coupe", "Stade", "Championnat", "Championnats", "Prix", "Open", "Collège", "Comédie", "Banque"))
_LOWER_FIRST = frozenset(
    """talibans taliban shebab shebabs pasdarans franceinfo talibans groupe organisation département place quai palais hôtel
    police parquet royaume principauté sultanat zone bande péninsule mer tour île dpa al-qaïda""".split()
)
# Bodies whose common noun is part of the name: "le comité Nobel", "l'hôpital Pasteur".
_BY_NAME = frozenset("comité institut université hôpital clinique académie conservatoire observatoire".split())
_LOWER = _LOWER_FIRST | _SITES | _BY_NAME


def _shouting(parsed: Parsed) -> frozenset[int]:
    """Words of sentences printed in capitals: capitals say nothing there."""
    found: set[int] = set()
    for s in parsed.sentences:
        inside = range(s.first, s.last)
        letters = [i for i in inside if parsed.words[i].text[0].isalpha() and len(parsed.words[i].text) > 1]
        if len(letters) > 3 and sum(parsed.words[i].text.isupper() for i in letters) > 0.6 * len(letters):
            found.update(inside)
    return frozenset(found)


def _titles(parsed: Parsed) -> frozenset[int]:
    """Words of a short quotation that stands behind the noun of a work: its title."""
    found: set[int] = set()
    for quote in parsed.quotes:
        inside = parsed.at(quote.inner_start, quote.inner_end)
        if not inside or len(inside) > 10 or inside[0] < 2:
            continue
        nouns = [w.lemma.lower() for w in parsed.words[max(0, inside[0] - 3) : inside[0]] if w.pos in ("NOUN", "ADJ", "PROPN")]
        if any(noun in _WORKS for noun in nouns):
            found.update(inside)
    return frozenset(found)


def _vote(parsed: Parsed, names: list[Name]) -> tuple[Name, ...]:
    """Short forms follow the full name they end or begin; other names what their neighbours and the model say, all told."""
    surnames: set[str] = set()
    for name in names:
        if name.kind == "person" and " " in name.text:
            surnames.update((name.text.rsplit(" ", 1)[1], name.text.split(" ", 1)[1]))
    weights = _weigh(parsed, names)
    decided: list[Name] = []
    persons = {n.first for n in names if n.kind == "person" and " " in n.text}
    for name in names:
        if name.sure:
            decided.append(name)
            continue
        before = [w.lower for w in parsed.words[max(0, name.first - 2) : name.first]]
        if name.last in persons and before and before[-1] in ("le", "la", "l'", "un", "une") and before[0] != "de":
            continue  # "l'Insoumise Danielle Simonnet": what she is, no name
        kind: ActorKind | None = "person" if name.text in surnames and not _acts_as_body(parsed, name) else None
        if kind is None and (found := weights.get(name.text.lower())):
            kind = min(found, key=lambda k, found=found: (-found[k], k))  # type: ignore[misc]
        if kind is not None:
            decided.append(replace(name, kind=kind))
    return tuple(decided)


def _acts_as_body(parsed: Parsed, name: Name) -> bool:
    """ "Krantz emploie 12 000 personnes": the firm, though its owner bears the name."""
    told = list(evidence_at(parsed.words, name.first, name.last))
    return sum(w for k, w in told if k == "organisation") > sum(w for k, w in told if k == "person") + 1


def _weigh(parsed: Parsed, names: list[Name]) -> dict[str, Weights]:
    """For each spelling that is not sure everywhere, what all its places say of its kind."""
    doubtful = {n.text.lower() for n in names if not n.sure}
    places: dict[str, list[Name]] = {}
    for name in names:
        if name.text.lower() in doubtful:
            places.setdefault(name.text.lower(), []).append(name)
    opening = {s.first for s in parsed.sentences if not s.start or "\n" in parsed.text[max(0, s.start - 1) : s.start]}
    found: dict[str, Weights] = {}
    for text, here in places.items():
        weights: Weights = {}
        labelled = sum(name.kind is not None for name in here)
        for name in here:
            if name.kind is not None:
                weights[name.kind] = weights.get(name.kind, 0.0) + (5.0 if name.sure else _MODEL / labelled)
            for kind, weight in evidence_at(parsed.words, name.first, name.last, name.first in opening):
                weights[kind] = weights.get(kind, 0.0) + weight
        if any(w >= _ENOUGH for w in weights.values()):
            found[text] = weights
    return found


_ENOUGH = 1.5  # without the model's voice a lone "par X" makes no name
_MODEL = 3.0  # what the model's label weighs: less than "à X" or "X, 45 ans", more than a guess


def is_title(word: Word) -> bool:
    """Is this a civility that stands before a name ("M.", "Mme", "Me")?"""
    return word.lower in CIVIL and word.text[0].isupper()
