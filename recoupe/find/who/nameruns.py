"""Where a proper name may begin in a text, and how far it runs: capitals, particles, hyphens, bodies with all that is theirs."""

from __future__ import annotations

import re
from itertools import pairwise

from recoupe.find.who.gazetteer import Known, known_at, place_adjectives
from recoupe.find.who.kinds import NAMED_BODIES
from recoupe.lang.countries import demonyms
from recoupe.lang.nouns import actor_nouns, first_names
from recoupe.parse.characters import straighten
from recoupe.parse.document import Parsed

CIVIL = {"m.": "m", "mm.": "m", "monsieur": "m", "mme": "f", "mme.": "f", "mmes": "f", "madame": "f", "mlle": "f", "me": None}
CIVIL |= {"mademoiselle": "f", "dr": None, "dr.": None, "mgr": "m", "pr": None, "pr.": None, "sir": "m", "lady": "f"}
# Particles that join two capitals by themselves, and those that need the model's or a first name's support.
_FREE = frozenset("van von der den ten ter ben bin ibn al el ould bint zu af del della di da dos do das et-taya".split())
_BOUND = frozenset("de du des d' la le les l' of the and for & e y en sur".split())
CLOSED = frozenset(("DET", "ADP", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "NUM", "INTJ", "PUNCT", "SYM"))
# Capitals in the middle of a sentence that name nobody.
PLAIN = frozenset(
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
HEADS = frozenset(
    """ministère parti comité cour tribunal université banque agence fédération ligue association institut conseil commission
    mouvement organisation observatoire assemblée union front armée centre bureau groupe société fondation syndicat
    collectif autorité office chambre direction alliance académie haut-commissariat secrétariat service confédération mission
    compagnie parquet préfecture mairie brigade rassemblement parlement congrès sénat haute-autorité""".split()
)
PLANETS = frozenset(("terre", "lune", "mars", "vénus", "jupiter", "saturne"))
_ORDINAL = re.compile(r"[IVXL]+e?r?$")


class Runs:
    """The words of a text with what the model and the tables say of them."""

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
        self.koreas = "Corée du" in self.text

    def known(self, i: int) -> tuple[int, Known] | None:
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

    def nameable(self, i: int) -> bool:
        """May a capital at word i begin a name?"""
        word = self.words[i]
        if (word.lower in self.demonyms or word.lower in self.local) and not self.hyphened(i + 1):
            return False
        if len(word.text) == 2 and word.text[1] == "." and word.lower not in CIVIL and self.capital(i + 1):
            return self.words[i + 1].pos != "DET"  # "plainte contre X. L'enquête"
        if word.lower in PLANETS and i and self.words[i - 1].lower in ("la", "planète"):
            return True
        if word.lower in PLAIN or word.text == "JO" or word.lower in CIVIL or not word.text[-1].isalnum():
            return bool(self.label.get(i) and len(word.text) > 2 and word.text[-1] in "!+.")
        if len(word.text) == 1 and not self.hyphened(i + 1):
            return False
        if self._labelled(i):
            return False
        if (noun := self.nouns.get(word.lower)) and noun.kind in ("office", "job") and not self.capital(i + 1):
            if word.text not in self.first_names and not self.hyphened(i + 1):
                return False  # "Président du Tchad", "Ministre de la Défense"
        if any(c in "(){}[]=;<>/_" for c in word.text) or _ORDINAL.match(word.text):
            return False
        if any(c.isdigit() for c in word.text) and not self.capital(i + 1):
            return False  # "J-563", "A319": models, not parties
        if not self._is_initial(i):
            return word.pos not in ("DET", "ADP", "PRON", "NUM") or i in self.label
        if word.text in self.inner or word.text in self.first_names:
            return word.lower not in self.common
        if word.pos in CLOSED or word.lower in self.common or word.lower in self.nouns:
            return self._heads_entity(i)
        if word.pos == "PROPN":
            return i in self.label or self.capital(i + 1)
        return self._heads_entity(i) and self.capital(i + 1) and word.pos != "VERB"

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

    def capital(self, i: int) -> bool:
        return (
            i < len(self.words)
            and self.words[i].text[0].isupper()
            and self.words[i].start - self.words[i - 1].end <= 1
            and self.words[i].lower not in CIVIL
            and self.text[self.words[i - 1].end : self.words[i].start] != "\n"
        )

    def hyphened(self, i: int) -> bool:
        """Is word i glued to the one before by a hyphen? The tokeniser cuts "Jean-Claude" and "Ki-moon"."""
        if i >= len(self.words) or i < 1 or self.words[i].start != self.words[i - 1].end:
            return False
        return self.words[i].text[0] == "-" or self.words[i - 1].text[-1] == "-"

    def _elided(self, j: int) -> bool:
        """The rest of a name that the tokeniser cuts at its apostrophe: "Cléac'h", "Ra'ad"."""
        before = self.words[j - 1]
        return before.end == self.words[j].start and len(before.text) > 2 and before.text[-1] in "'’" and before.text[0].isupper()

    def skip_titles(self, i: int) -> int:
        """Past capitalised titles ("Président", "Général") and sentence-initial roles that precede a name."""
        j = i
        while self.capital(j + 1) and (noun := self.nouns.get(self.words[j].lower)) and noun.kind in ("office", "job"):
            if self.words[j].text in self.first_names:
                break
            j += 1
        return j

    def run(self, i: int) -> int:
        """The index after the last word of the name that begins at word i."""
        words, j, n = self.words, i + 1, len(self.words)
        label = self.label.get(i)
        if words[i].lower in HEADS:
            return self._before_person(i, self.body(i))
        while j < n:
            if self.hyphened(j) or self._elided(j):
                j += 1
                continue
            if self.capital(j) and not (
                words[j].pos in ("DET", "PRON") and words[j].lower in ("il", "elle") and j not in self.label
            ):
                j += 1
                continue
            lower, k = words[j].lower, j
            if lower.startswith(("al-", "el-", "as-", "ad-", "ar-")) and words[j].start - words[j - 1].end == 1:
                j += 1
                continue
            if lower in _FREE and self.capital(j + 1):
                j += 2
                continue
            while k < n and words[k].lower in _BOUND and k - j < 2:
                k += 1
            if k == j or k >= n or not words[k].text[0].isupper() or words[k].start - words[k - 1].end > 1:
                break
            joined = label is not None and label[2] > k and label[1] <= i
            if joined and label is not None and label[0] == "LOC" and self.known(k):
                joined = False
            particle = j - i == 1 and lower in ("de", "d'", "la", "le", "du") and not self.known(k)
            if not (joined or particle and words[i].text in self.first_names):
                break
            j = k + 1
        beyond = label is not None and label[0] == "ORG" and label[1] <= i and label[2] > j
        if label is not None and beyond and not self._stands_alone(i, j) and not self.office(i):
            j = self.entity_end(i, label[2])
        return self._before_person(i, j)

    def office(self, i: int) -> bool:
        """Does the model's entity around word i begin with an office ("ministre de l'Intérieur turc Süleyman Soylu")?"""
        label = self.label.get(i)
        noun = self.nouns.get(self.words[label[1]].lower) if label and label[1] < i else None
        return noun is not None and noun.kind in ("office", "job")

    def _stands_alone(self, i: int, j: int) -> bool:
        """ "Aéroval de Montbrune" is Aéroval if the report also writes that name by itself."""
        if j - i > 1 or self.words[j].lower not in ("de", "du", "d'") or self.words[i].lower in HEADS:
            return False
        others = (k for k in range(len(self.words) - 2) if k != i and self.words[k].text == self.words[i].text)
        return any(self.words[k + 1].lower not in ("de", "du", "d'") or not self.capital(k + 2) for k in others)

    def _before_person(self, i: int, last: int) -> int:
        """A run with a determiner before it ends where a person begins: "(ministre de) la Défense Jean Dupont"."""
        if i and self.words[i - 1].pos in ("DET", "ADP") and self.words[i].text not in self.first_names:
            for k in range(i + 1, last - 1):
                if self.words[k].text in self.first_names and not self.hyphened(k) and self.words[k].text != "Kim":
                    return k
        if last - i >= 4 and i and self.words[i - 1].lower == "de" and not any(self.hyphened(k) for k in range(i + 1, last)):
            if self.words[i + 2].text in self.first_names and self.words[i].text in self.first_names:
                return i + 2  # "ministre de Paul Denis Hugo Brun": one serves the other
        return last

    def body(self, i: int) -> int:
        """The end of a body's name that begins with a capitalised common noun: "Comité d'enquête", "Cour suprême russe"."""
        words, n = self.words, len(self.words)
        label = self.label.get(i)
        if label and label[1] <= i and label[2] - i > 1:
            return self.entity_end(i, label[2])
        j, steps = i + 1, 0
        while j < n and steps < 3 and words[j].start - words[j - 1].end <= 1:
            if words[j].pos == "ADJ" or self.capital(j):
                j += 1
                continue
            k = j
            while k < n and words[k].lower in ("de", "du", "des", "d'", "la", "l'", "aux", "pour", "les"):
                k += 1
            if k == j or k >= n or words[k].pos not in ("NOUN", "PROPN", "ADJ"):
                break
            j, steps = k + 1, steps + 1
        return j

    def entity_end(self, i: int, end: int) -> int:
        for k in range(i + 1, end):
            if self.words[k].pos == "PUNCT" and self.words[k].text not in "-&'" and self.words[k].text != '"':
                end = k
                break
        while end > i + 1 and self.words[end - 1].pos in ("DET", "ADP", "CCONJ", "PUNCT", "VERB", "AUX"):
            end -= 1
        return end
