"""Since when it had not been, told by two years: "n'avait plus connu de putsch depuis 1980", "une première depuis 1979".

"Il faut remonter à 1962 pour trouver une crue aussi forte", "du jamais vu depuis 1994", "la dernière éclipse datait de 1961".
A first time and a record ("la plus forte depuis 1910") are two questions, and so are records of two degrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.find.done.wordforms import TIME_NOUNS
from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.roots import root
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import act_words, kinds, word_families
from recoupe.match.acts.hearts import kinds_named
from recoupe.match.acts.idiom import turn
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.parse.document import Sentence
from recoupe.types import Span

COLUMNS = ("degree", "words", "example")
_FIRST = "first"  # no record: it had not been at all
_Y = r"(?:1[6-9]|20)\d\d"
_UP_TO = r"(?:(?:le|la|les|l'|au|aux|cet?|cette) ?)?(?:(?!que |mais |et )[\w'-]+ ){0,5}?"
_YEAR = re.compile(
    rf"\bdepuis {_UP_TO}(?P<since>{_Y})\b|\b(?:depuis|en) (?P<ago>[\w-]+(?: et un)?) ans\b"
    rf"|\bremont\w+ (?:jusqu')?(?:à|au|aux|en) {_UP_TO}(?P<back>{_Y})\b|\bdat\w+ d(?:e|u|es) {_UP_TO}(?P<dated>{_Y})\b"
    rf"|\b(?:fois|précédente?)[^.;:«»]{{0,80}}? en (?P<last>{_Y})\b"
)
_ROUGH = re.compile(r"\b(?:plus|moins|près|environ|quelque|presque|une|dizaine|vingtaine|trentaine|cinquantaine)\b")
_NOT = r"(?:n'|ne (?:s'|l'|les? |la |lui |leur )?)(?:y )?(?:avai(?:t|ent)|étai(?:t|ent)|a|ont|est|sont)"
# By these words what follows, or the whole clause, had not been since then; not "le premier producteur depuis 2005".
_NOUN = re.compile(
    r"\b(?:(?:la |le |les |sa |son |leur )?(?:toute )?premi(?:er|ère)s?(?! (?:ministre|secrétaire|adjoint|dame|magistrat|rang|"
    r"plan|place|poste|division|ligue|degré|âge|secours|\w+teur|\w+trice|employeur|actionnaire|client|partenaire|parti|groupe|marché|"
    r"force|puissance|destination|cause|port|ville))|(?:le|la|les|au) (?:plus|moins)|pires?)\b"
)
_FOR_FIRST = re.compile(r"\bpremière fois\b")
_CLAUSE = re.compile(
    rf"\b{_NOT} (?:plus|pas|jamais|guère)\b|\b(?:aucune?|nul(?:le)?|personne|rien)\b[^.;:]{{0,60}}? {_NOT}\b|\bjamais\b"
)
_TAKEN = re.compile(
    r"\b(?:une (?:grande |véritable )?première|(?:jamais|pas|plus|rarement) vue?s?|inédite?s?|sans (?:précédent|équivalent)|"
    r"(?:un|une|de) tel(?:le)?s?|pareil(?:le)?s?|semblables?|de la sorte|de ce (?:genre|type)|(?:cela|ça|ce) n')\b"
)
_NEVER = re.compile(r"^jamais,? $|^[^,]{0,12}\bjamais,? $")
_THAT = re.compile(r",? qu[e']")
_LASTING = re.compile(r"\b(?:au pouvoir|en poste|en fonction|dirig\w+|ouvert\w*|install\w+)\b")  # these go on since then
_BACK = re.compile(r"\b(?:il )?(?:faut|fallait|faudrait|a fallu|avait fallu)\b")
_LAST = re.compile(r"\b(?:(?:la|le|les|sa|son|leur) (?:toute )?derni(?:er|ère)s?|(?:la|le|les|sa|son) précédente?s?)\b")
_MARK = re.compile(r"[;:?!«»()“”\"]| – | — ")
_UNSURE = re.compile(r"\b(?:serai\w+|peut-être|sans doute|croi\w+|pens\w+|sembl\w+)\b")
_LIGHT = frozenset(
    """connaitre voir vivre enregistrer trouver retrouver remonter falloir avoir etre subir arriver produire faire survenir
    pouvoir observer constater dater fois premier dernier precedent seul nouveau tel pareil jamais rien annee histoire aussi
    autant""".split()
)
_SCOPE = frozenset("pays monde region ville village commune departement etat nation continent club equipe europe planete".split())
_STEM = 5
_BEFORE = 40  # letters before "la plus forte" in which its noun stands
# A side has a row of matches, cups and grounds: only the very same words are of one row.
_SPORT = frozenset(
    """gagner victoire titre coupe championnat finale match battre remporter imposer marquer but podium etape sacre sacrer
    couronner qualifier qualification tournoi medaille""".split()
)


_Reach = tuple[int, int, bool]


@dataclass(frozen=True, slots=True)
class Since(Answer):
    """An answer with the roots of what had not been, those around it, and whether it only points ("une première")."""

    what: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    parts: tuple[frozenset[str], ...] = ()  # each word of `what`, or of its sentence where it points, with families and kinds
    heart: frozenset[str] = frozenset()  # the kinds of happening that it names, of those that the affair is about
    scope: frozenset[str] = frozenset()
    slack: int = 0

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all its words."""
        return frozenset().union(*self.parts)

    @property
    def points(self) -> bool:
        """Does it say what had not been by the words around it only?"""
        return not self.what


def draft_since_when(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each last time that two reports put in two years."""
    question = Question(find_since_when, lambda _: ("date", "La fois précédente"), _excludes)
    return draft_asked(desk, drafts, question)


def find_since_when(scene: Scene) -> Iterator[Since]:
    """The last times that a report tells by a year, in text order."""
    for sentence in scene.parsed.sentences:
        for year in _YEAR.finditer(scene.text, sentence.start, sentence.end):
            if found := _since(scene, sentence, year):
                yield found


def _since(scene: Scene, sentence: Sentence, year: re.Match[str]) -> Since | None:
    marks = [m.end() for m in _MARK.finditer(scene.text, sentence.start, year.start())]
    end = _MARK.search(scene.text, year.end(), sentence.end)
    first, last = (marks[-1] if marks else sentence.start), (end.start() if end else sentence.end)
    reach = _reach(scene.text, first, last, year)
    value = _value(scene, year)
    at = scene.parsed.at(*year.span())
    if (
        reach is None
        or not value
        or not at
        or _UNSURE.search(scene.text[first:last])
        or scene.desk.is_furniture(Span(scene.report, *year.span()))
    ):
        return None
    start, stop, points = reach
    what = frozenset() if points else frozenset(map(_root, _lemmas(scene, start, stop, year.span())))
    row = scene.parsed.words[at[0]].sent
    around = _narrow(_lemmas(scene, scene.parsed.sentences[max(0, row - 1)].start, sentence.end, year.span()))
    group = next(g for g, v in year.groupdict().items() if v)
    span = Span(scene.report, *year.span())
    named = _lemmas(scene, start, stop, year.span()) if what else _lemmas(scene, sentence.start, sentence.end, year.span())
    heart = frozenset(k for w in named for k in kinds_named(w)) & scene.affair()
    degree = _degree(scene.text[start:stop])
    scope = _lemmas(scene, first, last, year.span(), scope=True)
    places = frozenset(scene.desk.places_in(Span(scene.report, first, last)))
    return Since(
        "since " + degree,
        str(value),
        span,
        _wide(named) if what else what,
        scene.sources(at[0]),
        low=float(value),
        high=float(value),
        what=what,
        around=around,
        parts=tuple(_wide(frozenset((w,))) for w in sorted(named)),
        heart=heart,
        scope=scope | places,
        slack=1 if group == "ago" else 0,
    )


def _reach(text: str, first: int, last: int, year: re.Match[str]) -> _Reach | None:
    """From where to where a clause says what had not been, and whether it only points; None where it says no such thing."""
    before, behind = text[first : year.start()], text[year.end() : last]
    if year["back"] or year["dated"] or year["last"]:
        return _looked_back(text, first, last, year)
    if year["ago"] and year[0].startswith("en ") and not _CLAUSE.search(before):
        return None
    if not before.strip() or _NEVER.search(before):  # "Depuis 1910, jamais le lac n'était monté si haut."
        return (year.end(), last, bool(_TAKEN.search(behind))) if _CLAUSE.search(text, first, last) else None
    if _FOR_FIRST.search(before):
        return (year.end(), last, False) if _THAT.match(behind) else (first, last, False)
    comma = first + max(before.rfind(","), 0)
    if _TAKEN.search(text, comma, year.start()) or _TAKEN.search(before) and _CLAUSE.search(before):
        if not _degree_word(text[comma : year.start()]):
            return first, last, True
    if (begin := _named_from(text, comma, year.start())) is not None:
        return begin, year.end(), False
    ends = year.end() + (behind.find(",") if "," in behind else len(behind))
    if _CLAUSE.search(before):
        return (comma if _CLAUSE.search(text, comma, year.start()) else first), ends, False
    return None


def _looked_back(text: str, first: int, last: int, year: re.Match[str]) -> _Reach | None:
    """ "Il faut remonter à 1962 pour trouver …", "la dernière éclipse datait de 1961"."""
    behind = text[year.end() : last]
    if year["back"] and _BACK.search(text, first, year.start()):
        if not behind.strip(" ."):
            return first, last, True
        return year.end(), last, bool(_TAKEN.search(behind)) and not _degree_word(behind)
    found = _LAST.search(text, first, year.end())
    digits = year.end() - len(year["back"] or year["dated"] or year["last"])
    return (found.start(), digits, False) if found else None


def _named_from(text: str, comma: int, stop: int) -> int | None:
    """Where a noun begins of which "première", "pire" or "la plus forte" says that none was before; None for none."""
    nouns = list(_NOUN.finditer(text, comma, stop))
    if not nouns or _LASTING.search(text, nouns[-1].end(), stop):
        return None
    begin = nouns[-1].start()
    # "la crue la plus forte": its noun stands before
    return max(comma, begin - _BEFORE) if nouns[-1][0].endswith(("plus", "moins")) else begin


def _value(scene: Scene, year: re.Match[str]) -> int:
    """The year that the words tell, 0 for none."""
    for group in ("since", "back", "dated", "last"):
        if year[group]:
            return int(year[group])
    published = scene.desk.published(scene.report)
    word = year["ago"]
    n = int(word) if word.isdigit() else _numbers().get(word, 0)
    lead = scene.text[max(0, year.start() - 12) : year.start()]
    if n < 2 or not published or not published.earliest or _ROUGH.search(word) or _ROUGH.search(lead):
        return 0
    return int(published.earliest[:4]) - n


def _lemmas(scene: Scene, start: int, stop: int, year: tuple[int, int], *, scope: bool = False) -> frozenset[str]:
    """The plain lemmas of the content words from here to there; with `scope` the nouns that say where alone."""
    words = (scene.parsed.words[i] for i in scene.parsed.at(start, stop))
    told = (w for w in words if not year[0] <= w.start < year[1] and w.pos in ("NOUN", "VERB", "ADJ") and w.text.isalpha())
    lemmas = frozenset(plain(w.lemma.lower()) for w in told)
    if scope:
        return lemmas & _SCOPE
    return lemmas - _LIGHT - _SCOPE - news_words() - function_words() - TIME_NOUNS - _degree_lemmas(lemmas)


def _degree_lemmas(lemmas: frozenset[str]) -> frozenset[str]:
    """Those that tell a degree."""
    return frozenset(w for w in lemmas if any(w.startswith(f[:-1]) if f.endswith("*") else w == f for f in _forms()))


def _narrow(lemmas: frozenset[str]) -> frozenset[str]:
    """The roots of these lemmas and the acts that they name: "destituer", "destitution"."""
    return frozenset((*map(_root, lemmas), *(f"={a}" for w in lemmas for a in act_words(w))))


def _wide(lemmas: frozenset[str]) -> frozenset[str]:
    """Under which keys these lemmas meet others: the same with their families and kinds of things."""
    return _narrow(lemmas) | {f"~{f}" for w in lemmas for f in word_families(w)} | {f"@{k}" for k in kinds(lemmas)}


def _excludes(a: Answer, b: Answer) -> bool:
    """Two years of one last time; the last of a wider class may be later than that of a narrower one."""
    if not isinstance(a, Since) or not isinstance(b, Since) or abs(a.low - b.low) <= a.slack + b.slack:
        return False
    if a.scope and b.scope and not a.scope & b.scope or (a.what | b.what) & _sport() and a.what != b.what:
        return False
    if a.points and b.points:
        return bool(a.around & b.around)
    if a.points or b.points:
        told, taken = (b, a) if a.points else (a, b)
        return bool(told.keys & taken.around or told.heart & taken.heart)
    if a.what < b.what or b.what < a.what:
        wide, narrow = (a, b) if a.what < b.what else (b, a)
        return wide.low < narrow.low
    met = sum(bool(keys & b.keys) for keys in a.parts)
    return 2 * met > min(len(a.what), len(b.what)) or bool(a.heart & b.heart)


@cache
def _sport() -> frozenset[str]:
    return frozenset(map(_root, _SPORT))


def _root(word: str) -> str:
    """One form for "destituer" and "destitution" besides."""
    found = root(word)
    return found[:-1] if len(found) > _STEM and found.endswith("t") else found


def _degree(told: str) -> str:
    """The degree of a record, "first" where there is none."""
    match = _degree_word(told)
    if match is None:
        return _FIRST
    return "worst" if match["worst"] else next(name for name, form in _degrees().items() if form.match(match["tail"]))


_LEVEL = re.compile(
    r"\b(?:(?:le|la|les|au|aussi|si|autant|plus|moins|jamais) (?:plus |moins |aussi |si )?(?=(?P<tail>[\w'-]+(?: [\w'-]+)?))|"
    r"(?P<worst>pires?)\b)"
)


def _degree_word(told: str) -> re.Match[str] | None:
    """ "aussi forte", "le plus meurtrier", "pire"."""
    for match in _LEVEL.finditer(told):
        if match["worst"] or any(form.match(match["tail"]) for form in _degrees().values()):
            return match
    return None


@cache
def _degrees() -> Mapping[str, re.Pattern[str]]:
    rows = read_table("lang/fr/degrees.tsv", COLUMNS)
    return {r["degree"]: re.compile(rf"(?<![\w-])(?:{'|'.join(map(turn, r.many('words')))})(?!\w)") for r in rows}


@cache
def _forms() -> tuple[str, ...]:
    return tuple(plain(w) for r in read_table("lang/fr/degrees.tsv", COLUMNS) for w in r.many("words"))


@cache
def _numbers() -> Mapping[str, int]:
    return cardinals(2, 69) | {"cent": 100}
