"""Candidates for mentions: names with their titles, demonym adjectives, and noun phrases that stand for people and bodies.

Phrases are read along the line of words (determiner, adjectives, noun, adjectives, "de" complements), not along the tree,
whose attachments break exactly where titles and names meet ("le président russe Vladimir Poutine").
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from recoupe.find.gazetteer import place_adjectives
from recoupe.find.names import CIVIL, Name, find_names
from recoupe.find.pronouns import CUES
from recoupe.find.realms import find_realms
from recoupe.find.takenup import kinds_taken_up
from recoupe.lang.countries import countries, demonyms
from recoupe.lang.frames import noun_senses
from recoupe.lang.nouns import ActorNoun, actor_nouns, other_senses
from recoupe.parse.document import Parsed, Word
from recoupe.types import ActorKind, Form

_DETERMINERS = {
    **dict.fromkeys(("le", "la", "l'", "les"), "def"),
    **dict.fromkeys(("ce", "cet", "cette", "ces"), "dem"),
    **dict.fromkeys(("son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos"), "pos"),
    **dict.fromkeys(("un", "une", "plusieurs", "certains", "certaines", "quelques", "d'autres", "aucun", "chaque"), "ind"),
}
_DETERMINED = {"le": "m", "un": "m", "ce": "m", "cet": "m", "du": "m", "au": "m", "la": "f", "une": "f", "cette": "f"}
_QUALIFIED = {"ancien": "m", "ancienne": "f", "actuel": "m", "actuelle": "f", "éternel": "m", "éternelle": "f", "nouvel": "m"}
_ONE = frozenset(("l'", "la", "le", "une", "un", "cette", "cet", "ce", "du", "au", "son", "sa"))
_CONTRACTED = frozenset(("du", "des", "au", "aux"))
_DE = frozenset(("de", "du", "des", "d'"))
_NUMBERS = frozenset("deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent".split())
_BEFORE_NOUN = frozenset(
    """actuel actuelle ancien ancienne anciens anciennes ex nouveau nouvelle nouvel futur future premier première jeune
    haut haute""".split()
)
_CALLED_PLACES = frozenset("région ville commune département métropole province canton île village station".split())
_ELECTIONS = frozenset(
    "présidentielle mairie élection élections primaire municipales législatives succession investiture vice-présidence".split()
)
_PARTIES = frozenset("Parti Front Rassemblement Mouvement Union Alliance Parti Ligue Bloc Debout".split())
# "l'agence de presse officielle Sarna", "la chaîne de télévision publique Télé Sud": the name follows the kind.
_NAMED_BODIES = frozenset("agence quotidien journal hebdomadaire magazine chaîne radio site média institut cabinet".split())
# Bodies whose name is their noun and what narrows it.
_CALLED_BY_NOUN = frozenset("université parlement assemblée cour comité laboratoire ministère armée fédération académie".split())
_OFFICIAL = frozenset(
    """national nationale international internationale européen européenne suprême constitutionnel constitutionnelle législatif
    législative régional régionale départemental départementale municipal municipale olympique paralympique pénal pénale
    central centrale fédéral fédérale supérieur supérieure mondial mondiale""".split()
)
# Words behind a noun of office that the tagger takes for others than adjectives.
_AFTER_NOUN = frozenset("pontife délégué déléguée délégués déléguées adjoint adjointe".split())
_NOBODY = frozenset(("aucun", "aucune", "nul", "nulle", "chaque", "tout", "toute", "quel", "quelle", "quelque"))
# Bodies' nouns that often mean a thing, a place or a moment unless something specifies them.
VAGUE = frozenset(
    """commission conseil cabinet comité chambre cour direction formation équipe journal radio télévision site groupe
    administration mouvement ligue alliance banque agence laboratoire école église association institution fondation
    brigade présidence école coopérative collectif congrès université hôpital quotidien défense société
    entreprise fédération chaîne union""".split()
)


@dataclass(slots=True)
class Candidate:
    """words[first:last] may stand for an actor; `head` is the word that does."""

    first: int
    last: int
    head: int
    form: Form
    kind: ActorKind | None = None
    name: Name | None = None
    noun: ActorNoun | None = None
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    determiner: str = ""  # def, dem, pos, ind, num or "" for none
    core: int = -1  # first word after the determiner
    key: tuple[str, ...] = ()  # lower-case words that narrow the noun
    titles: list[str] = field(default_factory=list)
    title_noun: ActorNoun | None = None
    apposed: int | None = None  # index of the candidate it is set beside ("Iouri Ouchakov, conseiller du Kremlin")
    predicate: bool = False
    speaks: bool = False  # subject of a verb of saying, or a source


def find_candidates(parsed: Parsed) -> list[Candidate]:
    """Names, adjectives and descriptions in order of their first word, longer first."""
    return _Phrases(parsed).all()


@cache
def _head_nouns() -> dict[str, ActorNoun]:
    """The nouns of the tables, and capitalised demonyms ("L'Américain", "les Russes")."""
    return actor_nouns()


class _Phrases:
    def __init__(self, parsed: Parsed) -> None:
        self.parsed, self.words = parsed, parsed.words
        self.initials = frozenset(s.first for s in parsed.sentences)
        self.names, made = find_realms(parsed, find_names(parsed))
        self.nouns, self.local = _head_nouns(), place_adjectives()
        self.demonyms = {**demonyms(), **made} if made else demonyms()
        self.name_at: dict[int, Name] = {}
        for name in self.names:
            for i in range(name.first, name.last):
                self.name_at[i] = name
        self.bodies = self._told_bodies()
        self.extent: dict[int, Candidate] = {}  # head or first word -> phrase already read to the right
        self.titled: dict[int, Candidate] = {}  # first word of a name -> the phrase that titles it

    def _told_bodies(self) -> dict[str, int]:
        """Nouns of bodies -> the word from which on the report has told which: "l'Agence des médicaments ... L'agence"."""
        told: dict[str, int] = {}
        first: dict[str, int] = {}  # kind of body -> where the first one is named
        for name in self.names:
            if name.kind != "organisation":
                continue
            noun = self.nouns.get(self.words[name.first].lower)
            noun = noun if noun is not None and noun.kind == "organisation" else None
            if noun is not None and name.last - name.first > 1:
                told.setdefault(noun.lemma, name.last)
            title = self.nouns.get(self.words[name.first - 1].lower) if name.first else None
            called = {n.lemma for n in (noun, title) if n is not None}
            kinds = {name.known.sort} if name.known else {k for n in called for k in kinds_taken_up().get(n, ())} or {"unknown"}
            for kind in sorted(kinds):
                first.setdefault(kind, name.last)
        for word in self.words:
            if word.pos == "NOUN" and word.i and word.lower in kinds_taken_up() and self.words[word.i - 1].lower in _ONE:
                for kind in sorted(kinds_taken_up()[word.lower] & {"company"}):
                    first[kind] = min(word.i + 1, first.get(kind, word.i + 1))
        for noun_of_body, kinds_of_it in kinds_taken_up().items():
            places = [first[k] for k in kinds_of_it if k in first]
            if places:
                told[noun_of_body] = min(*places, told.get(noun_of_body, places[0]))
        return told

    def all(self) -> list[Candidate]:
        descriptions: list[Candidate] = []
        adjectives: list[Candidate] = []
        for i in range(len(self.words) - 1, -1, -1):
            word = self.words[i]
            if word.lower in self.demonyms and (found := self._adjective(word)):
                adjectives.append(found)
            if word.lower not in self.nouns and word.text[0].islower() and word.text[:3] != "ex-":
                continue
            if i not in self.name_at and (phrase := self._description(i)):
                self.extent[phrase.head] = self.extent[phrase.core] = phrase
                descriptions.append(phrase)
        portfolios = self._portfolios(descriptions)
        named = [self._named(name) for name in self.names if name.first not in portfolios]
        kept = [c for c in descriptions if c.form != "title" and not self._inside_chief(c)]
        everything = kept + named + adjectives
        everything.sort(key=lambda c: (c.first, -c.last, c.form))
        self._appose(everything)
        return everything

    def _portfolios(self, phrases: list[Candidate]) -> set[int]:
        """First words of "names" that are only a minister's field: (ministre de) la Défense, (des) Affaires étrangères."""
        found: set[int] = set()
        for phrase in phrases:
            if phrase.noun and phrase.noun.lemma in ("ministre", "ministère", "vice-ministre", "secrétaire", "commissaire"):
                for i in range(phrase.head + 1, phrase.last):
                    name = self.name_at.get(i)
                    if (
                        name
                        and (name.kind in ("organisation", "place") or (name.kind == "person" and not name.sure))
                        and not (name.known and name.known.country)
                    ):
                        found.add(name.first)
        return found

    def _inside_chief(self, c: Candidate) -> bool:
        """ "l'exécutif" in "le chef de l'exécutif" is no party of its own."""
        j = c.first - 1
        return c.kind == "organisation" and j > 0 and self.words[j].lower in _DE and self.words[j - 1].lower in ("chef", "cheffe")

    # --- names and adjectives

    def _named(self, name: Name) -> Candidate:
        first, head = name.first, name.first
        if self.words[head].pos == "DET" and name.last > head + 1:
            head += 1  # "La Réunion", "Le Monde"
        title = self.titled.get(name.first)
        plural = bool(name.known and name.known.plural)
        kind = name.kind
        if title is not None:
            first = title.first
        elif first and self.words[first - 1].lower in CIVIL:
            first -= 1
        before = self.words[first - 1] if first else None
        if title is None and before is not None and before.lower in ("le", "la", "l'", "les") and before.pos != "PRON":
            first -= 1
        form: Form = "name"
        if name.known and name.known.sort == "seat":
            form = "metonym"
        elif name.text.isupper() and 2 <= len(name.text) <= 6 and kind != "person":
            form = "acronym"
        country = name.known.country if name.known else None
        found = Candidate(first, name.last, head, form, kind, name, None, country, name.gender, plural, core=name.first)
        if title is not None:
            found.titles = [self._text(title.core, title.last)]
            found.title_noun, found.determiner, found.key = title.noun, title.determiner, title.key
            found.country = found.country or title.country
            found.gender = found.gender or (title.noun.gender if title.noun else None)
        after = self.words[name.last] if name.last < len(self.words) else None
        if after and kind in ("place", "organisation") and after.pos == "ADJ" and after.lower in self.demonyms:
            found.last, found.country = name.last + 1, self.demonyms[after.lower]
        if found.gender == "e":
            found.gender = title.noun.gender if title and title.noun else None
        return found

    def _adjective(self, word: Word) -> Candidate | None:
        inside = self.name_at.get(word.i)
        if inside is not None and (inside.known is not None or inside.kind != "organisation"):
            return None
        if word.text[0].isupper() and word.i not in self._initials():
            return None
        if word.pos not in ("ADJ", "NOUN", "PROPN", "VERB", "X"):
            return None
        before = self.name_at.get(word.i - 1)
        if before is not None and before.kind == "place":
            return None  # "l'Extrême-Orient russe" is one name
        if word.i and self.words[word.i - 1].lower in ("en", "le") and word.pos == "NOUN":
            return None  # "en français", "le russe": the language
        return Candidate(
            word.i, word.i + 1, word.i, "adjective", "state", country=self.demonyms[word.lower], core=word.i, gender=None
        )

    def _initials(self) -> frozenset[int]:
        return self.initials

    # --- descriptions

    def _description(self, i: int) -> Candidate | None:
        word = self.words[i]
        noun = self.nouns.get(word.lower.removeprefix("ex-"))
        people = False
        if noun is None or word.pos not in ("NOUN", "PROPN", "ADJ", "X", "VERB"):
            if not (word.text[0].isupper() and (word.lower in self.demonyms or word.lower in self.local)):
                return None
            people = True
            noun = self._people(word)
        if not people and word.text[0].isupper() and (len(word.text) > 3 and word.text.isupper() or self._within_title(i)):
            return None
        if word.pos in ("ADJ", "VERB") and not people and not self._substantive(i, noun):
            return None
        if i and self.words[i - 1].end == self.words[i].start and self.words[i - 1].text[-1] in "-/":
            return None
        core, determiner, first = self._left(i)
        if word.text.isupper() and noun.kind == "group" and core and self.words[core - 1].lower in _ONE:
            noun = replace(noun, kind="organisation", plural=False)  # "l'ONG", "une ONG"; "les ONG" are a group
        last, key = self._right(i, noun)
        phrase = Candidate(first, last, i, "description", _kind(noun), None, noun, core=core, determiner=determiner, key=key)
        phrase.plural = noun.plural
        phrase.gender = noun.gender or self._determined_gender(phrase)
        if noun.kind in ("office", "job"):
            phrase.gender = self._determined_gender(phrase) or noun.gender
        phrase.country = self._affiliation(core, last, i) if not people else self.demonyms.get(word.lower)
        name = self.name_at.get(self._past_quotes(last))
        if name is not None and name.first not in self.titled and self._titles(phrase, name, noun):
            return self._title(phrase, name)
        phrase.predicate = any(k.dep == "cop" for k in self.parsed.kids(i))
        if noun.kind == "organisation" and not noun.plural and self._official(phrase):
            phrase.form = "name"
        return phrase if self._worth(phrase, word, noun, people) else None

    def _title(self, phrase: Candidate, name: Name) -> Candidate:
        """The phrase as the title of a name: it ends before the name, and what lies around both runs to the name's end."""
        self.titled[name.first] = replace(phrase, form="title", gender=None, plural=False)
        phrase.form, phrase.last = "title", name.last
        self.extent[phrase.head] = self.extent[phrase.core] = phrase  # "le père du dirigeant Kim Jong Un"
        return phrase

    def _official(self, phrase: Candidate) -> bool:
        """Is this a body's own name: "le Parlement", "l'université de Pau", "l'assemblée nationale"?"""
        word, noun = self.words[phrase.head], phrase.noun
        if phrase.determiner != "def" or phrase.core != phrase.head:
            return False
        if word.text[0].isupper() and word.i not in self.initials and word.i > phrase.first:
            return True
        assert noun is not None
        if noun.lemma not in _CALLED_BY_NOUN or not phrase.key:
            return False
        after = [w for w in self.words[phrase.head + 1 : phrase.last] if w.lower not in _DE and w.pos != "DET"]
        return after[0].text[0].isupper() or after[0].lower in self.demonyms or after[0].lower in _OFFICIAL

    def _within_title(self, i: int) -> bool:
        """A capital after a capital: "Télé Star", "Père Noël"."""
        words = self.words
        near = [words[k].text for k in (i - 1, i + 1) if 0 <= k < len(words) and k not in self.name_at]
        after = i + 1 < len(words) and words[i + 1].lower == "noël"
        before = (
            i > 0 and words[i - 1].text[0].isupper() and words[i - 1].i not in self._initials() and words[i - 1].pos == "PROPN"
        )
        return bool(near) and (after or before)

    def _people(self, word: Word) -> ActorNoun:
        """A capitalised demonym as a noun: "les Russes" are a group, "l'Américaine" a person."""
        before = self._determined(word.i)
        many = before in ("les", "des", "aux", "ces", "plusieurs") or before in _NUMBERS or not word.i
        plural = word.lower.endswith(("s", "x")) and many
        gender = _DETERMINED.get(self._determined(word.i))
        if gender is None and not plural:
            gender = "f" if word.lower.endswith(("nne", "aise", "oise", "aine", "nde", "ole", "que")) else None
        return ActorNoun(word.lower, "person", gender, plural)

    def _determined(self, i: int) -> str:
        return self.words[i - 1].lower if i else ""

    def _substantive(self, i: int, noun: ActorNoun) -> bool:
        """An adjective or participle that stands as a noun: "le suspect", "les blessés"."""
        return self._determined(i) in _DETERMINERS and noun.kind in ("person", "job", "office") and not self._before_noun(i)

    def _before_noun(self, i: int) -> bool:
        return i + 1 < len(self.words) and self.words[i + 1].pos == "NOUN"

    def _left(self, i: int) -> tuple[int, str, int]:
        """First word after the determiner, the sort of determiner, first word of the whole."""
        words, k = self.words, i
        while k > 0 and self._prenominal(words[k - 1]) and k - 1 not in self.name_at:
            if words[k - 1].start < words[k - 1].end and words[k].start - words[k - 1].end > 1:
                break
            k -= 1
        before = words[k - 1] if k else None
        if before is None:
            return k, "", k
        lower = before.lower
        if lower in _DETERMINERS and before.pos != "PRON":
            return k, _DETERMINERS[lower], k - 1
        if lower in _CONTRACTED:
            sort = "ind" if lower == "des" and before.pos == "DET" and before.lemma != "le" else "def"
            return k, sort, k
        if any(words[j].pos == "NUM" or words[j].lower in _NUMBERS for j in range(k, i)):
            return k, "num", k
        if lower in _NOBODY:
            return k, "none", k
        return k, "of" if lower in ("de", "d'", "en") else "", k

    def _prenominal(self, word: Word) -> bool:
        """May this word stand between determiner and noun? The tagger calls "actuelle" and "ancien" nouns now and then."""
        return word.pos in ("ADJ", "NUM") or word.lower in _NUMBERS or word.lower in _BEFORE_NOUN

    def _right(self, i: int, noun: ActorNoun) -> tuple[int, tuple[str, ...]]:
        """The end of the phrase whose noun is word i, and the words that narrow it."""
        words, n, j = self.words, len(self.words), i + 1
        key: list[str] = []
        steps, at_seen = 0, False
        while j < n and steps < 6:
            steps += 1
            if words[j].start - words[j - 1].end > 1:
                break
            if (label := self._label(i, j, noun)) > j:
                j = label
                continue
            if j in self.name_at:
                break
            word = words[j]
            if (word.pos == "ADJ" or word.lower in self.demonyms or word.lower in _AFTER_NOUN) and word.lower not in (
                "tel",
                "telle",
                "même",
            ):
                key.append(word.lower)
                j += 1
                continue
            if (
                words[j].start == words[j - 1].end
                and (word.text[0] == "-" or words[j - 1].text[-1] == "-")
                and word.pos != "PRON"
            ):
                j += 1
                continue
            listed = word.lower in (",", "et") and noun.lemma == "ministre" and self._portfolio(j + 1)
            k = j + 1 if listed else j
            if word.lower in ("à", "au", "aux") and at_seen:
                break
            at_seen = at_seen or word.lower in ("à", "au", "aux")
            end = self._complement(k, noun)
            if end is None:
                break
            key.extend(w.lower for w in words[j:end] if w.pos in ("NOUN", "PROPN", "ADJ", "X"))
            j = end
        return j, tuple(key)

    def _label(self, i: int, j: int, noun: ActorNoun) -> int:
        """Past the party of an elected person, "la députée PS de la Somme", "le sénateur (LR) Paul Denis"; else j."""
        words = self.words
        if noun.kind != "office" or any(
            words[k].pos != "ADJ" and k not in self.name_at and words[k].text != ")" for k in range(i + 1, j)
        ):
            return j
        name = self.name_at.get(j + (words[j].text == "("))
        if (
            name is None
            or name.kind != "organisation"
            or not (name.known or name.text.isupper() or name.text.split(" ")[0] in _PARTIES)
        ):
            return j
        end = name.last
        if words[j].text == "(":
            if end >= len(words) or words[end].text != ")":
                return j
            end += 1
        after = words[end] if end < len(words) else None
        follows = after is not None and (after.lower in _DE or after.text in "(," or end in self.name_at)
        return end if follows else j

    def _portfolio(self, j: int) -> bool:
        """Is "de la Défense" at word j one more portfolio of the same ministers?"""
        words, n = self.words, len(self.words)
        if j >= n or words[j].lower not in _DE:
            return False
        k = j + 2 if j + 1 < n and words[j + 1].pos == "DET" else j + 1
        return k < n and words[k].text[0].isupper()

    def _complement(self, j: int, noun: ActorNoun) -> int | None:
        """The end of "de la Défense", "du Kremlin", "en politique étrangère" at word j."""
        words, n = self.words, len(self.words)
        lower = words[j].lower
        if lower in ("en", "à", "au", "aux") and noun.kind in ("office", "job"):
            return self._field(j, noun)
        if lower not in _DE:
            return None
        k = j + 1
        while k < n and (words[k].pos in ("DET", "NUM") or words[k].lower in ("la", "l'", "le", "les")):
            k += 1
        if k >= n or words[k].start - words[k - 1].end > 1:
            return None
        if k in self.name_at:
            inner = self.name_at[k]
            return inner.last if inner.first >= k else None
        if k in self.extent:
            return self.extent[k].last
        if words[k].pos in ("NOUN", "PROPN", "X") or (words[k].pos == "ADJ" and k + 1 < n and words[k + 1].pos == "NOUN"):
            k = k + 1 if words[k].pos == "ADJ" and words[k + 1].pos == "NOUN" else k
            verb = words[words[k].head]
            if words[k].dep.split(":")[0] in ("obl", "obj", "xcomp") and verb.i < j and verb.pos == "VERB":
                return None  # "accuse l'armée | de crimes", "fait payer par la commune | des travaux"
            if words[k].lower in _CALLED_PLACES and k + 1 in self.name_at and self.name_at[k + 1].kind == "place":
                return self.name_at[k + 1].last  # "présidente de la région Île-de-France"
            return self.extent[k].last if k in self.extent else k + 1
        return None

    def _field(self, j: int, noun: ActorNoun) -> int | None:
        """The end of "en politique étrangère", "aux Anciens combattants", "à Paris" behind an office at word j."""
        words, n = self.words, len(self.words)
        near = [self.name_at[m] for m in (j + 1, j + 2) if m in self.name_at]
        if any(name.known and name.known.sort == "media" for name in near):
            return None  # "le député de la Somme | au Figaro": whom he told it
        k = j + 1
        while k < n and words[k].pos == "DET":
            k += 1
        if k >= n:
            return None
        if words[j].lower == "en":
            fits = words[k].pos == "NOUN" and words[k].lower in ("chef", "politique", "matière", "charge", "exercice")
        else:
            fits = (words[k].text[0].isupper() or words[k].lower in _ELECTIONS) and noun.kind == "office"
        if not fits or k in self.name_at:
            return self.name_at[k].last if fits else None
        two = words[k].text[0].isupper() and k + 1 < n and words[k + 1].pos in ("NOUN", "ADJ")
        return k + 2 if two else k + 1  # "ministre déléguée aux Anciens combattants"

    def _past_quotes(self, j: int) -> int:
        """Past closing quotation marks: le « camarade » Kim."""
        return j + 1 if j < len(self.words) and self.words[j].text in ("»", '"', "”") else j

    def _titles(self, phrase: Candidate, name: Name, noun: ActorNoun) -> bool:
        """Does this phrase stand as a title right before this name?"""
        gap = self.parsed.text[self.words[phrase.last - 1].end : self.words[name.first].start].strip(' »”"\u00a0')
        if gap or phrase.plural or self.words[name.first - 1].pos in ("ADP", "DET"):
            return False
        if noun.kind == "organisation":
            return name.kind == "organisation" and phrase.last - phrase.head <= (2 if noun.lemma not in _NAMED_BODIES else 5)
        return name.kind == "person" and noun.kind != "group"

    def _affiliation(self, first: int, last: int, head: int) -> str | None:
        """The country of a phrase: its own adjective, or a state inside it."""
        for i in range(first, last):
            word = self.words[i]
            if word.lower in self.demonyms and not word.text[0].isupper():
                return self.demonyms[word.lower]
        for i in range(head + 1, last):
            if (name := self.name_at.get(i)) and name.known and name.known.country and name.kind in ("state", "organisation"):
                return name.known.country
        return None

    def _worth(self, phrase: Candidate, word: Word, noun: ActorNoun, people: bool) -> bool:
        """Does this phrase denote a party, rather than a kind of thing ("voiture de police", "en tant que témoin")?"""
        if phrase.determiner == "none" or not self._determiner_agrees(phrase, noun):
            return False
        specified = bool(phrase.key)
        if phrase.determiner == "of":
            return phrase.plural and phrase.country is not None
        if noun.weak:
            many = phrase.core < phrase.head and any(self.words[k].lower in _NUMBERS for k in range(phrase.core, phrase.head))
            pays = noun.lemma == "pays" and phrase.determiner in ("def", "dem", "pos") and (specified or not self._many(phrase))
            return many or pays or (phrase.determiner in ("dem", "pos") and noun.lemma == "pays")
        if phrase.determiner == "":
            if noun.lemma in ("mort", "blessé", "disparu"):
                return False
            before = self.words[phrase.core - 2] if phrase.core > 1 else None
            if self.words[phrase.core - 1].text == "," and not phrase.plural and before is not None and not people:
                # Set beside a name or an age: "Jean Denis, 45 ans, maire de Lure"; else a verb or a list.
                return before.i in self.name_at or before.lower == "ans" or before.text in (")", "»", '"')
            beside = phrase.last + 1 < len(self.words) and self.words[phrase.last].text == "," and phrase.last + 1 in self.name_at
            if beside and noun.kind == "office" and self.words[phrase.core - 1].lower == "et":
                return True  # "le ministre des Sports et porte-parole du gouvernement, Paul Denis"
            opens = phrase.core == 0 or self.words[phrase.core - 1].text in (",", "(", "–", "-", "—", "»", '"', ":")
            starts = self.words[phrase.core].text[0].isupper()
            return opens or starts or (phrase.plural and phrase.country is not None) or people
        if noun.kind == "organisation":
            if noun.lemma == "société" and specified:
                return False  # "la société occidentale" is nobody
            phrase.speaks = phrase.determiner == "def" and self._voice(phrase)
            if not phrase.speaks and self._otherwise(phrase, noun):
                return False
            if phrase.determiner == "ind":
                return specified and not phrase.plural
            told = self.bodies.get(noun.lemma, len(self.words)) <= phrase.first and phrase.determiner == "def"
            known = specified or phrase.determiner == "dem" or told or phrase.speaks
            return not phrase.plural and (noun.lemma not in VAGUE or known)
        return True

    def _otherwise(self, phrase: Candidate, noun: ActorNoun) -> bool:
        """Is the noun no body here: "le régime alimentaire", "l'organisation du concert"?"""
        words = other_senses().get(noun.lemma)
        if words is None:
            return False
        event = "*" in words and phrase.last > phrase.head + 1 and self.words[phrase.head + 1].lower in _DE
        things = event and any(w.lemma in noun_senses() for w in self.words[phrase.head + 2 : phrase.head + 4])
        return things or not words.isdisjoint(phrase.key)

    def _voice(self, phrase: Candidate) -> bool:
        """ "La direction a annoncé", "selon la présidence": what speaks is somebody."""
        head, before = self.words[phrase.head], self.words[phrase.first - 1].lower if phrase.first else ""
        return before in ("selon", "d'après") or head.dep == "nsubj" and self.words[head.head].lemma in CUES

    def _determiner_agrees(self, phrase: Candidate, noun: ActorNoun) -> bool:
        """ "la mort" is no dead man; "vos pilotes" are nobody in particular."""
        lower = self.words[phrase.first].lower if phrase.first < phrase.core else ""
        if lower in ("votre", "vos") or (lower in ("mon", "ma", "mes", "notre", "nos") and noun.kind != "kin"):
            return False
        wanted = self._determined_gender(phrase)
        if noun.kind in ("office", "job"):
            return True  # "la chef", "la juge", "le sage-femme": the noun follows whoever holds the office
        return wanted is None or noun.gender is None or noun.gender == wanted

    def _determined_gender(self, phrase: Candidate) -> str | None:
        """What the determiner, or an adjective behind "l'", says of the gender: "la porte-parole", "l'ancienne ministre"."""
        lower = self.words[phrase.core - 1].lower if phrase.core else ""
        return _DETERMINED.get(lower) or _QUALIFIED.get(self.words[phrase.core].lower)

    def _many(self, phrase: Candidate) -> bool:
        return self._determined(phrase.core) in ("les", "des", "ces", "ses", "leurs", "aux")

    # --- appositions

    def _appose(self, candidates: list[Candidate]) -> None:
        """Set each description beside the name it stands next to, one comma apart."""
        starts: dict[int, list[int]] = {}
        for n, candidate in enumerate(candidates):
            if candidate.form != "adjective":
                starts.setdefault(candidate.first, []).append(n)
                if candidate.core != candidate.first:
                    starts.setdefault(candidate.core, []).append(n)
        for n, left in enumerate(candidates):
            j = left.last
            if left.form == "adjective" or j + 1 >= len(self.words) or self.words[j].text not in (",", "(", "–"):
                continue
            for m in starts.get(j + 1, ()):
                right = candidates[m]
                if m != n and self._same_party(left, right):
                    if right.name is None:
                        right.apposed = n
                    elif left.name is None and left.apposed is None:
                        left.apposed = m
                    break

    def _same_party(self, left: Candidate, right: Candidate) -> bool:
        named, described = (left, right) if left.name else (right, left)
        if named is right and named.name is not None and self._holds_office(described, named.name):
            named.kind = "person"
        if (left.name is None) == (right.name is None) or described.noun is None or named.kind is None:
            return False
        if described.plural or described.noun.kind == "group" or (described.noun.weak):
            return False
        if (described.noun.kind == "organisation") != (named.kind == "organisation") or named.kind in ("place", "state"):
            return False
        if named.gender and described.gender and named.gender != described.gender and named.kind == "person":
            if described.noun.kind not in ("office", "job") or described.gender != "m" or described.determiner == "ind":
                return False  # "son avocat, Me Sophie Delmas": the masculine names the job
        after = self.words[right.last] if right.last < len(self.words) else None
        if right is described:
            if self.words[right.head].dep.startswith("nsubj") and described.determiner == "def" and self._governed(left):
                return False  # "Interrogé par l'AFP, le ministère a précisé"
            listing = after is not None and after.lower in ("et", "ou") and described.determiner == "def"
            return not listing and described.determiner != "dem"
        return described.determiner in ("def", "pos", "") and self.words[left.last].text != "(" or described.determiner == "ind"

    def _governed(self, c: Candidate) -> bool:
        """Does a preposition stand before it ("par l'AFP", "selon Paul Denis")?"""
        return c.first > 0 and self.words[c.first - 1].pos == "ADP"

    def _holds_office(self, described: Candidate, name: Name) -> bool:
        """ "Son directeur général, Tedros Adhanom,": whatever the model says, a person."""
        noun = described.noun
        if noun is None or noun.kind not in ("office", "job") or described.plural or name.known is not None:
            return False
        return " " in name.text and name.kind in ("organisation", "place") and described.determiner in ("def", "pos")

    def _text(self, first: int, last: int) -> str:
        return " ".join(self.parsed.text[self.words[first].start : self.words[last - 1].end].split())


def _kind(noun: ActorNoun) -> ActorKind:
    if noun.kind == "organisation":
        return "organisation"
    if noun.plural or noun.kind == "group":
        return "group"
    return "person" if noun.kind in ("person", "kin") else "role"


def country_name(code: str) -> str:
    """The usual name of a state by its code; a state that no table knows goes by its name."""
    return countries()[code].name if code in countries() else code
