"""What a report says brought a mishap about: "l'accident est dû au brouillard", "un mégot serait à l'origine de l'incendie"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.find.arguments import TIME_NOUNS, read_clause
from recoupe.find.moods import is_asked, is_conditional, is_negated
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.match.families import kinds
from recoupe.match.measures import person_nouns
from recoupe.match.sides import PERSON, ROLE
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span, When

MISHAPS = ("family", "title", "sort", "holder", "nouns", "verbs", "themes", "example")
KINDS = ("sort", "kind", "with", "words", "example")
ACTS = ("sort", "kind", "verbs", "of", "example")
CAUSERS = ("shape", "words", "example")
SHAPES = ("verb", "to", "lead", "origin", "struck", "account", "quality")
GENERAL = "misfortune"  # "l'accident": which one, the rest of the report says
_LEAD = 2  # sentences of a report that tell what it is about: "un train" is there the train of the affair
_INDEFINITE = frozenset("un une des plusieurs autre certains deux trois chaque".split())
_OPEN = re.compile(
    r"(?i)\b(?:peut-être|probable\w*|vraisembl\w*|sans doute|hypothès\w*|la piste|pistes|piste d|thèses?|éventuel\w*|possib\w+"
    r"|semble\w*|soupçon\w*|pourra\w*|peu[tv]\w*|exclu\w*|écart\w*|ignor\w*|si\b|rumeurs?|inconnue?s?|tent\w+|risqu\w+)"
)
_ANYBODY = frozenset("homme femme personne victime garcon fille enfant jeune individu habitant passager".split())
_ALIKE, _APART = "~", "!"  # marks of keys: a thing of this mishap, a thing that is no other
_CRAFT = frozenset(("aircraft", "vessel", "rail", "road"))
_SHUT = ',;:.!?()«»"”“—–'
_WORDS = 9  # of a cause
# What says that something brought it about, wherever the mishap is told.
_MARKED = re.compile(
    r"(?i)\b(?:en cause|(?:est|serait) la cause|la faute|faute à|pointe\w*|s['’]explique\w*|explication|responsables? de"
    r"|est l['’]œuvre|incrimin\w+|imput\w+|attribu\w+|à l['’]origine|car|parce qu\w*|puisque)\b"
)
_ARMED = re.compile(
    r"(?i)(?:\b(?:armée?s?|munie?s?|équipée?s?|coups?|aide|brandi\w*|menac\w+)\s+(?:d['’]|de\b|du\b|des\b|un\b|une\b|avec\b)"
    r"|\bl['’]arme (?:du crime )?(?:est|était|serait)\b|\b(?:par|avec|d['’]une?|de \w+) (?=balles?\b)"
    r"|\bavec (?=une?\b|son\b|sa\b)"
    r"|\bà l['’](?=acide)|\bau (?=couteau|fusil|pistolet|marteau|sabre|cutter)|\bà la (?=hache|machette|grenade|kalachnikov))"
)
_GUARDS = re.compile(r"(?i)\b(?:polici|police|gendarm|militaire|soldat|armée|vigile|douanier|agent)\w*")
_NEAR = 60  # letters before a weapon in which its bearer stands
_REACH = 12  # words between a mishap and its cause
_LOST = "crash"
_ABRUPT = frozenset(("écraser", "abîmer", "crasher", "tomber"))
_BE = frozenset(("est", "était", "sont", "fut", "serait", "seraient"))
_LOSS = frozenset(("perte", "chute", "destruction"))
_FORMS = ("NOUN", "PROPN", "ADJ", "VERB", "ADV")
_YEAR = re.compile(r"\d{4}")
_CAUSING = re.compile(r"(?i)^(?:raison|suite|effet|action|cause|fait|coup|titre|motif|conséquence|victime|faute|pression)s?$")


@dataclass(frozen=True, slots=True)
class Cause:
    """One report on one mishap: what brought it about."""

    report: str
    family: str
    sort: str
    of: frozenset[str]  # whom or what the mishap befell
    kind: str
    span: Span  # the cause
    level: str  # sure, open, never
    alone: bool  # "c'est X qui a …": nothing else did
    sources: tuple[str, ...]

    @property
    def said(self) -> bool:
        """Is it on the word of somebody?"""
        return bool(self.sources)


def find_causes(desk: Desk, report: str) -> Iterator[Cause]:
    """The causes a report names, in text order, of mishaps that may be what its affair is about."""
    parsed = desk.readings[report].parsed
    reader = _Reader(desk, parsed)
    if not reader.main:
        return
    found: dict[tuple[int, str], Cause] = {}
    for cause, effect, alone in sorted(reader.ties(), key=lambda t: (t[0].start, t[1], t[2])):
        made = reader.cause(cause, effect, alone)
        if made is not None:
            found.setdefault((parsed.at(made.span.start, made.span.end)[-1], made.family), made)
    yield from found.values()


@dataclass(frozen=True, slots=True)
class _Mishap:
    family: str
    sort: str
    holder: str
    themes: frozenset[str]
    title: str


class _Reader:
    """One report, its mishaps and its ties between cause and effect."""

    __slots__ = ("acted", "desk", "forced", "heart", "main", "owner", "parsed", "said", "whens")

    def __init__(self, desk: Desk, parsed: Parsed) -> None:
        self.desk, self.parsed = desk, parsed
        reading = desk.readings[parsed.report]
        self.owner = {m.head: m.actor for m in reading.mentions}
        self.acted: dict[tuple[str, int], str] = {}  # words that tell an act, and the kind of cause it is
        self.forced: dict[Span, str] = {}  # causes of what no noun or verb of the tables tells: which mishap they are of
        self.heart = -1  # the word that tells the mishap at the head
        self.main = self._main()
        if self.main:
            self.said = {i: s for s in reading.statements for i in s.words}
            self.whens = [w for w in reading.whens if w.span]

    def _main(self) -> dict[str, str]:
        """The mishaps that the head of the report tells, what "l'accident" is there, and those told wherever they stand."""
        found = {f: f for f in _anywhere()}
        general = ""
        for word in self.parsed.words:
            if word.sent > _LEAD:
                break
            for mishap in _mishap(word):
                if mishap.family == GENERAL or word.pos == "NOUN" or self._is_said_of(mishap, word):
                    found.setdefault(mishap.family, mishap.family)
                    if mishap.sort == "accident" and mishap.holder in ("affair", "one") and general in ("", GENERAL):
                        general, self.heart = mishap.family, word.i
            if not general and plain(word.lemma) in _struck() and self._befalls(word):
                general, self.heart = found.setdefault(_LOST, _LOST), word.i
        if general:
            found[GENERAL] = general
        return found

    def _befalls(self, word: Word) -> bool:
        """Is a craft struck: "l'avion a été abattu", "ils ont abattu l'avion"?"""
        clause = read_clause(self.parsed, word.i)
        return any(self._is_craft(i) for i in (*clause.subjects, *clause.objects, word.head))

    def _is_said_of(self, mishap: _Mishap, word: Word) -> bool:
        """Is the verb said of what comes to such an end? The nouns of an unknown make ("un Embraer") may be it."""
        if not mishap.themes:
            return True
        clause = read_clause(self.parsed, word.i)
        if clause.reflexive and word.lemma in _ABRUPT and not clause.subjects:
            return True
        near = (*self._taken_up(clause.subjects), *clause.objects, *(k for _, k in clause.obliques))
        bearer = (word.head,) if word.dep.startswith(("acl", "amod")) else ()
        return any(
            plain(w.lemma) in mishap.themes or w.text[:1].isupper() and word.lemma in _ABRUPT and w.i not in self.owner
            for w in map(self.parsed.words.__getitem__, (*near, *bearer))
        )

    def ties(self) -> Iterator[tuple[Span, int, bool]]:
        """(the cause, the word of the effect, "c'est … qui")."""
        for word in self.parsed.words:
            if word.pos not in _FORMS:
                continue
            for shape in _causers().get(plain(word.lemma)) or _causers().get(plain(word.lower)) or ():
                yield from self._by_word(word, shape)
            if word.pos == "VERB":
                yield from self._by_mishap(word)
        yield from self._loose()
        if "assault" in self.main:
            yield from self._armed()
        for match in _leads().finditer(self.parsed.text):
            yield from self._by_lead(match.start(), match.end(), match.lastgroup == "origin")

    def _loose(self) -> Iterator[tuple[Span, int, bool]]:
        """Told beside the mishap: "Le verglas est en cause", "Panne de moteur, dit l'armateur", "Le pilote s'était assoupi"."""
        sort = _sort_of(self.main[GENERAL]) if self.heart >= 0 else ""
        for number, sentence in enumerate(self.parsed.sentences):
            marked = _MARKED.search(self.parsed.text, sentence.start, sentence.end)
            words = self.parsed.words[sentence.first : sentence.last]
            finite = next((w.i for w in words if w.feat("Mood") in ("Ind", "Cnd")), sentence.last)
            for word in words:
                if word.pos in _FORMS and (act := self._act(word)):
                    if act != "accident" or self.heart >= 0:
                        span = self._clause(word)
                        if act != "accident":
                            self.forced[span] = act
                        yield span, self.heart if act == "accident" else word.i, False
                elif sort and word.pos == "NOUN" and not _mishap(word) and _kind(sort, [word]):
                    alone = number > 0 and word.i - sentence.first <= 2 and finite > word.i + 1
                    nominal = alone and self.parsed.words[finite - 1].text == ","
                    if nominal or marked and not marked.start() <= word.start < marked.end():
                        yield self._phrase(word.i), self.heart, False

    def _armed(self) -> Iterator[tuple[Span, int, bool]]:
        """With what somebody attacked: "armé d'un couteau", "à coups de hache", "l'arme était un pistolet"."""
        heart = next((w.i for w in self.parsed.words if any(m.family == "assault" for m in _mishap(w))), -1)
        for match in _ARMED.finditer(self.parsed.text) if heart >= 0 else ():
            here = self.parsed.at(match.end(), match.end() + 2)
            noun = next((w.i for w in self.parsed.words[here[0] : here[0] + 4] if w.pos == "NOUN"), None) if here else None
            before = self.parsed.text[max(0, match.start() - _NEAR) : match.start()]
            if noun is not None and _kind("weapon", [self.parsed.words[noun]]) and not _GUARDS.search(before):
                span = self._phrase(noun)
                self.forced[span] = "assault"
                yield span, heart, False

    def _act(self, word: Word) -> str:
        """Of which sort of mishap the word tells what brings it about, being said of the right party; its kind is kept."""
        for act in _acts().get(plain(word.lemma), ()):
            clause = read_clause(self.parsed, word.i)
            beside = (*clause.subjects, *clause.objects, *clause.agents, *(i for _, i in clause.obliques))
            near = {plain(self.parsed.words[i].lemma) for i in beside}
            near |= {plain(k.lower) for k in self.parsed.kids(word.i, "advmod", "xcomp")}
            near |= {plain(k.lemma) for i in beside for k in self.parsed.kids(i, "nmod")}
            near |= {plain(w.lemma) for w in self._behind(word.i)}
            if act.reflexive and not clause.reflexive or act.of and not any(need <= near for need in act.of):
                continue
            self.acted[act.sort, word.i] = act.kind
            return act.sort
        return ""

    def _behind(self, i: int) -> Iterator[Word]:
        """The words behind a verb, to the next comma: "libéré lors d'un assaut"."""
        for word in self.parsed.words[i + 1 : i + 7]:
            if word.text in _SHUT:
                return
            yield word

    def _clause(self, verb: Word) -> Span:
        """A short clause, from its subject to its object."""
        clause = read_clause(self.parsed, verb.i)
        near = [i for i in (*clause.subjects, *clause.objects, *clause.agents) if abs(i - verb.i) < _REACH]
        first, last = min(self.parsed.left[i] if i < verb.i else i for i in (*near, verb.i)), max((*near, verb.i))
        while self.parsed.words[first].pos == "PUNCT":
            first += 1
        if verb.i - first > _REACH:
            first = verb.i
        return self.parsed.span(first, last + 1)

    def _by_mishap(self, word: Word) -> Iterator[tuple[Span, int, bool]]:
        """What does it ("la tempête a privé l'île de courant"), makes it do it, or came before ("son camp ayant été battu")."""
        clause = read_clause(self.parsed, word.i)
        for mishap in _mishap(word):
            made = next((k for k in self.parsed.words[max(0, word.i - 2) : word.i] if k.lemma == "faire"), None)
            if made is not None and word.feat("VerbForm") == "Inf":  # "a fait chavirer le bateau"
                above = read_clause(self.parsed, made.i).subjects if made.i == word.head else ()
                yield from self._cross(above or clause.subjects, (word.i,), made)
            elif mishap.sort == "death":  # "mort lundi d'une crise cardiaque"
                behind = [k for p, k in clause.obliques if p in ("de", "par") and self._kind_of("death", k)]
                yield from ((self._phrase(k), word.i, False) for k in behind[:1])
            elif mishap.sort == "accident" and clause.passive:
                yield from self._cross(clause.agents, (word.i,), word)
            elif mishap.sort == "accident" and clause.objects and not clause.reflexive:
                yield from self._cross(clause.subjects, (word.i,), word)
        if any(k.lower == "ayant" for k in self.parsed.kids(word.i, "aux")):
            first = min((self.parsed.left[s] for s in clause.subjects), default=word.i)
            effect = self._just_before(first)
            if effect is not None and self.parsed.words[effect].sent == word.sent:
                yield self.parsed.span(first, word.i + 1), effect, False

    def _by_word(self, word: Word, shape: str) -> Iterator[tuple[Span, int, bool]]:
        parsed = self.parsed
        clause = read_clause(parsed, word.i)
        subjects, objects = clause.subjects, clause.objects
        bearer = (word.head,) if word.dep.startswith(("acl", "amod")) and parsed.words[word.head].pos == "NOUN" else ()
        if shape == "verb" and (clause.agents or clause.passive):
            yield from self._cross(clause.agents, subjects or bearer, word)
        elif shape == "verb":
            yield from self._cross(subjects, objects, word)
        elif shape == "to":
            behind = tuple(k for p, k in clause.obliques if p == "à") or tuple(
                k.i for k in parsed.kids(word.i, "obl", "nmod", "xcomp") if k.i > word.i
            )
            yield from self._cross(behind[:1], subjects or bearer, word)
        elif shape == "account" and self.main.get(GENERAL):
            yield from ((self._phrase(o), word.i, False) for o in objects[:1] if subjects)
        elif shape == "quality":
            yield from self._quality(word)
        elif shape == "struck":
            yield from self._struck(word, clause.passive or bool(bearer), subjects or bearer, objects, clause.agents)

    def _cross(self, causes: tuple[int, ...], effects: tuple[int, ...], word: Word) -> Iterator[tuple[Span, int, bool]]:
        cleft = self._cleft(word.i)
        if cleft is not None and word.feat("VerbForm") != "Inf":  # whatever noun the parser hangs "qui" on
            causes = (cleft,)
        elif causes and self.parsed.words[causes[0]].lower == "ce":  # "…, ce qui a plongé l'île dans le noir"
            yield from self._whole(self.parsed.words[causes[0]].head, effects)
        nouns = [i for i in causes if self.parsed.words[i].pos in ("NOUN", "PROPN")]
        for cause in nouns[:1]:
            for effect in effects[:2]:
                yield self._phrase(cause), effect, cleft is not None

    def _whole(self, verb: int, effects: tuple[int, ...]) -> Iterator[tuple[Span, int, bool]]:
        """A whole clause as the cause."""
        subjects = read_clause(self.parsed, verb).subjects
        first = min((self.parsed.left[i] for i in subjects), default=verb)
        for effect in effects[:1]:
            if first < verb < effect:
                yield self.parsed.span(first, verb + 1), effect, False

    def _struck(
        self, word: Word, passive: bool, subjects: tuple[int, ...], objects: tuple[int, ...], agents: tuple[int, ...]
    ) -> Iterator[tuple[Span, int, bool]]:
        """What befell the craft of the affair: "l'avion a été touché par un missile", "il a heurté un câble"."""
        theme, by = (subjects, agents) if passive else (subjects, objects)
        theme = self._taken_up(self._behind_que(theme, word))
        active = not passive and not any(self._is_craft(i) for i in subjects[:1])
        if active and any(self._is_craft(i) for i in objects[:1]):  # "un missile a touché l'avion"
            theme, by = objects, subjects
        if not any(self._is_craft(i) for i in theme[:1]):
            return
        span = self._phrase(by[0]) if by else self.parsed.span(word.i, word.i + 1)
        if _struck().get(plain(word.lemma)):
            first, last = min(word.start, span.start), max(word.end, span.end)
            span = Span(span.report, first, last) if last - first < 80 else self.parsed.span(word.i, word.i + 1)
        yield span, theme[0], self._cleft(word.i) is not None

    def _taken_up(self, subjects: tuple[int, ...]) -> tuple[int, ...]:
        """A pronoun that stands for no party stands for the craft last told: "L'avion est tombé. Il a été abattu"."""
        pronoun = next((i for i in subjects[:1] if self.parsed.words[i].lower in ("il", "elle") and i not in self.owner), None)
        if pronoun is None:
            return subjects
        first = self.parsed.sentences[max(0, self.parsed.words[pronoun].sent - 1)].first
        return next(((k,) for k in range(pronoun - 1, first - 1, -1) if self._is_craft(k)), subjects)

    def _behind_que(self, subjects: tuple[int, ...], verb: Word) -> tuple[int, ...]:
        """The subject of what is said, where the parser took who says it: "Il a dit que l'appareil a été touché"."""
        for i in subjects[:1]:
            between = self.parsed.words[i + 1 : verb.i]
            que = next((w.i for w in between if w.lower in ("que", "qu'") and w.pos == "SCONJ"), None)
            if que is not None:
                return tuple(w.i for w in self.parsed.words[que : verb.i] if w.dep.startswith("nsubj") and w.pos == "NOUN")[:1]
        return subjects

    def _quality(self, word: Word) -> Iterator[tuple[Span, int, bool]]:
        """ "L'incendie est criminel", "un incendie d'origine criminelle", "le feu a été allumé volontairement"."""
        above = self.parsed.words[word.head]
        before = self.parsed.words[word.i - 1]
        if word.pos == "ADV" and before.pos == "VERB":  # "allumé volontairement, a dit …"
            above = before
        if above.lemma in ("origine", "nature", "cause", "caractère", "acte", "piste"):
            above = self.parsed.words[above.head] if above.head != above.i else above
        bearers = (above.i, *read_clause(self.parsed, above.i).subjects, *read_clause(self.parsed, word.i).subjects)
        effect = next((i for i in bearers if _mishap(self.parsed.words[i]) and self.parsed.words[i].pos == "NOUN"), None)
        if effect is not None:
            beside = above.i == word.i - 1 and above.i != effect
            yield self.parsed.span(above.i if beside else word.i, word.i + 1), effect, False

    def _is_craft(self, i: int) -> bool:
        return bool(kinds([plain(self.parsed.words[i].lemma)]) & _CRAFT)

    def _by_lead(self, start: int, end: int, origin: bool) -> Iterator[tuple[Span, int, bool]]:
        """A turn of several words: the noun behind it is the cause, what it hangs on the effect."""
        parsed = self.parsed
        words = parsed.at(max(start, end - 1), end)
        if not words:
            return
        behind = self._noun_behind(words[-1], end)
        if behind is None:
            return
        first = parsed.at(start, start + 1)[0]
        if origin:
            head = next(
                (
                    w
                    for w in (parsed.words[first], *map(parsed.words.__getitem__, range(first, words[-1] + 1)))
                    if w.pos == "NOUN"
                ),
                parsed.words[first],
            )
            yield from self._cross(self._subjects(head), (behind,), head)
            return
        inside = next((w for w in parsed.words[first : words[-1] + 1] if w.pos in ("VERB", "ADJ") and _mishap(w)), None)
        effect = inside.i if inside is not None else self._governor(behind, first)
        if effect is not None:
            yield Span(parsed.report, start, self._phrase(behind).end), effect, self._cleft(first) is not None

    def _subjects(self, head: Word) -> tuple[int, ...]:
        """Of "X est à l'origine de", "X, à l'origine de", "la cause de … est X"."""
        places = (head.i, *(k.i for k in self.parsed.kids(head.i, "cop")))
        subjects = read_clause(self.parsed, head.i).subjects or tuple(k.i for i in places for k in self.parsed.kids(i, "nsubj"))
        if subjects:
            return subjects
        above = self.parsed.words[head.head]
        return (above.i,) if above.pos in ("NOUN", "PROPN") and above.i < head.i else read_clause(self.parsed, above.i).subjects

    def _noun_behind(self, i: int, end: int) -> int | None:
        words = self.parsed.words
        for word in words[i : i + 6]:
            if word.start < end - 1 and word.end <= end or word.start < end - 2:
                continue
            if word.text in _SHUT:
                return None
            if word.pos in ("NOUN", "PROPN") or word.pos == "ADJ" and plain(word.lemma) in _all_kinds():
                return word.i
        return None

    def _governor(self, noun: int, first: int) -> int | None:
        """The mishap on which the words before a cause hang: its verb or noun, no other verb coming before it."""
        parsed = self.parsed
        for up in parsed.ancestors(noun):
            if first <= up.i <= noun or up.pos not in ("NOUN", "VERB", "AUX", "ADJ") or _CAUSING.match(up.lemma):
                continue
            if _mishap(up):
                return up.i
            if up.pos in ("VERB", "AUX"):
                return self._that_happened(up, first) or self._just_before(first)
        return None

    def _just_before(self, first: int) -> int | None:
        """The verb or the mishap before a turn that the parser hangs on what follows."""
        sentence = self.parsed.sentence_of(first)
        for word in reversed(self.parsed.words[max(sentence.first, first - _REACH) : first]):
            if word.pos == "VERB" or _mishap(word):
                return word.i if _mishap(word) else None
        return None

    def _that_happened(self, verb: Word, first: int) -> int | None:
        """ "Une coupure a eu lieu en raison du gel", "un incendie s'est déclaré": the verb only says that it happened."""
        for i in read_clause(self.parsed, verb.i).subjects[:1]:
            if i < first and _mishap(self.parsed.words[i]) and verb.lemma in _HAPPEN:
                return i
        return None

    def _phrase(self, i: int) -> Span:
        """The noun with what stands before and behind it, to the next comma."""
        parsed, words = self.parsed, self.parsed.words
        first = i
        while first > 0 and first > parsed.left[i] and i - first < 4 and words[first - 1].pos in ("DET", "ADJ", "NUM", "ADP"):
            first -= 1
        while first < i and words[first].pos == "ADP":
            first += 1
        last = i
        while last + 1 < len(words) and last - i < _WORDS and words[last + 1].sent == words[i].sent:
            following = words[last + 1]
            if (
                following.text in _SHUT
                or following.pos in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON")
                or last >= parsed.right[i]
                and (
                    following.pos not in ("ADJ", "ADP", "NOUN")
                    or following.pos == "ADP"
                    and following.lower not in ("de", "d'", "du", "des")
                )
            ):
                break
            last += 1
        while last > i and (words[last].pos in ("ADP", "DET", "ADV") or words[last].lemma in TIME_NOUNS):
            last -= 1
        return Span(parsed.report, words[first].start, words[last].end)

    def _cleft(self, i: int) -> int | None:
        """The noun between "c'est" and "qui", in a sentence that says so before word i."""
        words, first = self.parsed.words, self.parsed.sentence_of(i).first
        for k in range(first, i - 2):
            if words[k].lower in ("c'", "ce") and words[k + 1].lower in _BE:
                behind = [w for w in words[k + 2 : i] if w.lower in ("qui", "que")]
                if behind:
                    nouns = (w.i for w in words[k + 2 : behind[0].i] if w.pos in ("NOUN", "PROPN"))
                    return next(nouns, None)
        return None

    def cause(self, span: Span, effect: int, alone: bool) -> Cause | None:
        """The cause of a mishap that the report is about, None where it is of another or of no known kind."""
        parsed = self.parsed
        word = parsed.words[effect]
        words = parsed.words
        ends = self.forced.get(span, "")
        mishap = next((m for m in _mishap(word) if self._is_main(m) and (ends or self._fits(m, word))), None)
        if ends and ends not in self.main:
            return None
        account = "account" in _causers().get(plain(word.lemma), ())
        family = mishap.family if mishap else GENERAL if account or self._is_of_craft(word) else ""
        family = ends or self.main.get(family, family if mishap else "")
        place = words[parsed.at(span.start, span.end)[0]].sent
        if not family or self.desk.is_furniture(span) or self._is_past(place):
            return None
        if mishap is None and not account and not ends and not self._is_known(word):
            return None
        sort = _sort_of(family)
        inside = parsed.at(span.start, span.end)
        held = list(words[inside[0] : inside[-1] + 1])
        kind = next((self.acted[sort, w.i] for w in held if (sort, w.i) in self.acted), "") or _kind(sort, held)
        of = frozenset() if family == "assault" else self._of(word, _mishap_named(family))
        if not kind or of is None:
            return None
        level = self._level(held[0], word)
        if level == "never":
            span = self._denied(span, held[0])
        return Cause(parsed.report, family, sort, of, kind, span, level, alone, self._sources(held[0], word))

    def _is_main(self, mishap: _Mishap) -> bool:
        """Is the affair about it: told at the head, or "le drame" told there and no more?"""
        return mishap.family in self.main or mishap.sort == "accident" and self.main.get(GENERAL) == GENERAL

    def _is_of_craft(self, word: Word) -> bool:
        """Is it a craft, or the loss of one?"""
        return (
            self._is_craft(word.i) or word.lemma in _LOSS and any(self._is_craft(k.i) for k in self.parsed.kids(word.i, "nmod"))
        )

    def _fits(self, mishap: _Mishap, word: Word) -> bool:
        """Is the noun definite or told at the head, and the verb said of the right thing?"""
        if word.pos == "NOUN":
            return self._is_known(word)
        clause = read_clause(self.parsed, word.i)
        if mishap.holder == "actor":
            return True  # whose it is, must be known anyhow
        if not self._is_said_of(mishap, word):
            return False
        return all(self._is_known(self.parsed.words[i]) for i in clause.subjects[:1])

    def _kind_of(self, sort: str, i: int) -> str:
        span = self._phrase(i)
        return _kind(sort, list(map(self.parsed.words.__getitem__, self.parsed.at(span.start, span.end))))

    def _is_known(self, word: Word) -> bool:
        """Definite, or of the head of the report, where the affair is introduced."""
        if word.sent <= _LEAD and not any(k.lower == "autre" for k in self.parsed.kids(word.i)):
            return True
        return not any(k.lower in _INDEFINITE for k in self.parsed.kids(word.i, "det", "nummod", "amod"))

    def _is_past(self, sentence: int) -> bool:
        """Does the sentence tell of another year, or of a day long before, that the head of the report does not name?"""
        published = self.desk.published(self.parsed.report)
        for when in self._whens_of(sentence):
            value, latest = when.value or "", when.latest or ""
            if any(value == w.value for head in range(_LEAD + 1) for w in self._whens_of(head) if head != sentence):
                continue
            if sentence > 0 and _YEAR.fullmatch(value):
                return True
            if sentence > _LEAD and latest and published and published.earliest and latest[:7] < _before(published.earliest):
                return True
        return False

    def _whens_of(self, sentence: int) -> list[When]:
        if sentence >= len(self.parsed.sentences):
            return []
        bounds = self.parsed.sentences[sentence]
        return [w for w in self.whens if w.span and bounds.start <= w.span.start < bounds.end]

    def _of(self, word: Word, mishap: _Mishap) -> frozenset[str] | None:
        """Whom or what it befell; None where that must be known and is not."""
        heads: list[int] = []
        if "account" in _causers().get(plain(word.lemma), ()):
            return frozenset()
        if word.pos in ("VERB", "ADJ"):
            clause = read_clause(self.parsed, word.i)
            heads += clause.subjects
            if (
                clause.objects
                and not clause.passive
                and not clause.reflexive
                and (mishap.holder != "actor" or mishap.sort == "release" or not _mishap(word))
            ):
                heads = list(clause.objects)  # "l'homme a tué le juge"
            if not heads and word.dep.startswith(("acl", "amod")) and word.head < word.i:
                heads.append(word.head)
            if not heads:  # "il est mort", which the parser may take for "il est tard"
                heads += [k.i for k in self.parsed.kids(word.i, "expl") if k.i in self.owner]
        elif self._is_craft(word.i):
            heads.append(word.i)
        else:
            heads += [
                k.i
                for k in self.parsed.kids(word.i, "nmod")
                if any(c.lemma in ("de", "du", "des") for c in self.parsed.kids(k.i, "case"))
            ]
            if mishap.holder == "actor":
                places = (word.i, *(k.i for k in self.parsed.kids(word.i, "cop")))  # "est mort", where the parser sees a noun
                heads += [k.i for i in places for k in self.parsed.kids(i, "nsubj")]
                heads += [k.i for k in self.parsed.kids(word.i, "det") if k.feat("Poss") == "Yes"]
        if not heads and mishap.holder == "actor":  # whatever the parser made of it: "Paul Mercier est mort"
            i = word.i - 1
            while i > 0 and self.parsed.words[i].pos in ("AUX", "ADV"):
                i -= 1
            heads.append(self.parsed.words[i].head if self.parsed.words[i].dep.startswith("flat") else i)
        keys = {k for i in heads for k in self._keys(i, mishap.holder)}
        return frozenset(keys) if keys or mishap.holder in ("affair", "one") else None

    def _keys(self, i: int, holder: str) -> Iterator[str]:
        word = self.parsed.words[i]
        if holder == "actor":
            near = (i, *(k.i for k in self.parsed.kids(i, "appos", "flat")))
            actor = next((self.desk.actors.get(self.owner[k]) for k in near if k in self.owner), None)
            if actor and actor.kind in ("person", "role"):
                yield from (k for k in self.desk.parties.get(actor.id, ()) if k[0] not in "~=" and k not in (PERSON, ROLE))
                if actor.name[:1].islower():
                    yield from (w for w in plain(actor.name).split() if len(w) > 3 and w not in _ANYBODY)
            noun = plain(word.lemma)
            who = (actor.name, *actor.roles) if actor and actor.kind in ("person", "role") else ()
            yield from (k for w in who for k in kinds(plain(w).split()) if k[0] != "@" and k != "people")
            if (
                word.pos == "NOUN"
                and noun not in _ANYBODY
                and (noun in person_nouns() or noun in actor_nouns() or not kinds([noun]))
            ):
                yield from (k for k in kinds([noun]) if k[0] != "@" and k != "people")
                yield noun
        elif word.pos == "NOUN":
            noun = plain(word.lemma)
            yield noun
            yield from kinds([noun])
            yield from (_ALIKE + family for family in _themes().get(noun, ()))
            if noun in _MAKES:
                yield _APART + _MAKES[noun]

    def _level(self, cause: Word, effect: Word) -> str:
        sentence = self.parsed.sentences[cause.sent]
        told = self.parsed.words[sentence.first : sentence.last]
        if any(is_negated(self.parsed, w.i) for w in told if w.pos in ("VERB", "AUX", "ADJ") and abs(w.i - cause.i) < 8):
            return "never"
        if any(w.feat("Mood") == "Sub" or is_conditional(w) for w in told) or _OPEN.search(
            self.parsed.text, sentence.start, sentence.end
        ):
            return "open"
        return "open" if is_asked(self.parsed, cause.i) else "sure"

    def _denied(self, span: Span, first: Word) -> Span:
        """The words of a cause with the "ne" before them."""
        before = self.parsed.words[max(0, first.i - 5) : first.i]
        ne = next((w.start for w in before if w.lower in ("ne", "n'") and w.sent == first.sent), span.start)
        return Span(span.report, min(ne, span.start), span.end)

    def _sources(self, cause: Word, effect: Word) -> tuple[str, ...]:
        statement = self.said.get(cause.i) or (self.said.get(effect.i) if effect.sent == cause.sent else None)
        if statement is None and "account" in _causers().get(plain(effect.lemma), ()):
            return tuple(a for i in read_clause(self.parsed, effect.i).subjects[:1] if (a := self.owner.get(i))) or ("?",)
        return (statement.speakers or ("?",)) if statement else ()


# Craft that are no other craft; "l'appareil", "le bateau" may be any.
_MAKES = {
    plain(noun): nouns[0]
    for nouns in (
        ("avion", "jet", "chasseur", "bombardier"),
        ("hélicoptère",),
        ("drone",),
        ("montgolfière",),
        ("planeur",),
        ("ULM",),
    )
    for noun in nouns
}
_HAPPEN = frozenset("survenir produire déclarer éclater lieu avoir déclencher arriver intervenir".split())


def _before(day: str) -> str:
    """The month two months before a day: "2024-03"."""
    year, month = int(day[:4]), int(day[5:7] or 1)
    return f"{year - (month <= 2):04d}-{(month - 3) % 12 + 1:02d}"


def _kind(sort: str, words: list[Word]) -> str:
    """The kind of a cause: of its noun, else of what narrows it."""
    known = _kinds()
    for word in words:
        if kind := known.get((sort, plain(word.lemma))) or known.get((sort, plain(word.lower))):
            return kind
    struck = next((k for w in words if (k := _struck().get(plain(w.lemma)))), "")
    return struck if sort == "accident" else ""


def is_one(a: Cause, b: Cause) -> bool:
    """May two causes be of one mishap, by whom or what it befell?"""
    left, right = ({k for k in c.of if k.startswith(_APART)} for c in (a, b))
    if left and right and not left & right:
        return False
    return bool(a.of & b.of) or a.sort in ("accident", "weapon") and not (a.of and b.of)


def excludes(sort: str, a: str, b: str, *, alone: bool) -> bool:
    """Can of two kinds of cause only one be true? `alone`: one report says that it was nothing else."""
    return a != b and (alone or b not in _beside()[sort, a] and a not in _beside()[sort, b])


@cache
def _beside() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for row in read_table("lang/fr/cause_kinds.tsv", KINDS):
        found[row["sort"], row["kind"]] |= frozenset(row.many("with"))
    return found


@cache
def _kinds() -> dict[tuple[str, str], str]:
    rows = read_table("lang/fr/cause_kinds.tsv", KINDS)
    return {(row["sort"], plain(w)): row["kind"] for row in rows for w in row.many("words")}


@dataclass(frozen=True, slots=True)
class _Act:
    sort: str
    kind: str
    reflexive: bool
    of: tuple[frozenset[str], ...]


@cache
def _acts() -> dict[str, tuple[_Act, ...]]:
    """Verbs and states that bring a mishap about, plain, and of whom they must be said."""
    found: dict[str, tuple[_Act, ...]] = defaultdict(tuple)
    for row in read_table("lang/fr/cause_acts.tsv", ACTS):
        of = tuple(frozenset(map(plain, words.split("+"))) for words in row.many("of"))
        for verb in row.many("verbs"):
            bare = verb.removeprefix("se ").removeprefix("s'")
            found[plain(bare)] += (_Act(row["sort"], row["kind"], bare != verb, of),)
    return dict(found)


@cache
def _all_kinds() -> frozenset[str]:
    return frozenset(w for _, w in _kinds())


def _mishap(word: Word) -> tuple[_Mishap, ...]:
    if word.pos not in ("NOUN", "VERB", "ADJ", "AUX"):
        return ()
    return _mishaps().get(("n" if word.pos == "NOUN" else "v") + plain(word.lemma), ())


def title_of(family: str) -> str:
    """What to call the question: "Cause du crash"."""
    return _mishap_named(family).title


def _sort_of(family: str) -> str:
    return _mishap_named(family).sort


@cache
def _mishap_named(family: str) -> _Mishap:
    return next(m for found in _mishaps().values() for m in found if m.family == family)


@cache
def _themes() -> dict[str, tuple[str, ...]]:
    """Things, plain, with the mishaps that may befall them."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in read_table("lang/fr/mishaps.tsv", MISHAPS):
        for noun in row.many("themes"):
            found[plain(noun)] += (row["family"],)
    return dict(found)


@cache
def _anywhere() -> tuple[str, ...]:
    """Mishaps that an affair has once, or whose holder tells them apart, wherever they are told."""
    return tuple(sorted({m.family for found in _mishaps().values() for m in found if m.holder != "affair"}))


@cache
def _mishaps() -> dict[str, tuple[_Mishap, ...]]:
    found: dict[str, tuple[_Mishap, ...]] = defaultdict(tuple)
    for row in read_table("lang/fr/mishaps.tsv", MISHAPS):
        holder = row.one_of("holder", ("affair", "one", "actor", "thing"))
        mishap = _Mishap(row["family"], row["sort"], holder, frozenset(map(plain, row.many("themes"))), row["title"])
        for mark, column in (("n", "nouns"), ("v", "verbs")):
            for word in row.many(column):
                found[mark + plain(word)] += (mishap,)
    return dict(found)


@cache
def _causers() -> dict[str, tuple[str, ...]]:
    """The single words that tie a cause to an effect, plain."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in read_table("lang/fr/causers.tsv", CAUSERS):
        shape = row.one_of("shape", SHAPES)
        for word in row.many("words") if shape not in ("lead", "origin") else ():
            found[plain(word.partition(" ")[0])] += (shape,)
    return dict(found)


@cache
def _struck() -> dict[str, str]:
    """What befell a craft, plain, with the kind of cause where the verb alone tells it."""
    rows = [r for r in read_table("lang/fr/causers.tsv", CAUSERS) if r["shape"] == "struck"]
    return {plain(w.partition(" ")[0]): w.partition(" ")[2].strip("[]") for r in rows for w in r.many("words")}


@cache
def _leads() -> re.Pattern[str]:
    """The turns of several words; the group "origin" tells those behind which the effect stands."""
    rows = read_table("lang/fr/causers.tsv", CAUSERS)
    parts = []
    for shape in ("lead", "origin"):
        turns = sorted((w for r in rows if r["shape"] == shape for w in r.many("words")), key=lambda w: (-len(w), w))
        parts.append(f"(?P<{shape}>" + "|".join(map(_turn, turns)) + ")")
    return re.compile(r"(?i)\b(?:" + "|".join(parts) + ")")


# What may stand in between: "mort lundi d'un cancer", "décédé à 60 ans d'un cancer".
_GAP = (
    r"(?:,?\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|subitement|brutalement|(?:à|à\s+l['’]âge\s+de)\s+\d+\s+ans,?)"
    r"(?:\s+(?:matin|soir|dernier|\d+\s+\w+))?)?"
)


def _turn(turn: str) -> str:
    body = re.escape(turn.removesuffix(" d'")).replace("'", "['’]").replace(r"\ …", _GAP).replace(r"\ ", r"\s+")
    return body + (r"\s+(?:d['’]|de\b|du\b|des\b)" if turn.endswith(" d'") else r"\b")
