"""Causes told beside a mishap without "because": "Panne de moteur, dit l'armateur", "Le pilote dormait", "armé d'un couteau"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.find.done.arguments import read_clause
from recoupe.lang.plain import plain
from recoupe.match.cause.causephrases import SHUT, phrase
from recoupe.match.cause.mishaps import GENERAL, acts, kind_in, mishaps_of, sort_of
from recoupe.match.cause.ties import FORMS, REACH, Tie, Ties
from recoupe.parse.document import Word
from recoupe.types import Span

# What says that something brought it about, wherever the mishap is told.
_MARKED = re.compile(
    r"(?i)\b(?:en cause|(?:est|serait) la cause|la faute|faute à|pointe\w*|s['’]explique\w*|explication|responsables? de"
    r"|est l['’]œuvre|incrimin\w+|imput\w+|attribu\w+|à l['’]origine|car|parce qu\w*|puisque)\b"
)
_ARMED = re.compile(
    r"(?i)(?:\b(?:armée?s?|munie?s?|équipée?s?|coups?|aide|brandi\w*|menac\w+)\s+(?:d['’]|de\b|du\b|des\b|un\b|une\b|avec\b)"
    r"|\bl['’]arme (?:du crime )?(?:est|était|serait)\b|\b(?:par|avec|d['’]une?|de \w+) (?=balles?\b)"
    r"|\bavec (?=une?\b|son\b|sa\b)|\bpour (?:toute |seule |unique )?arme |\bau moyen (?:d['’]|de\b|du\b)"
    r"|\bsous la menace (?:d['’]|de\b|du\b)|\bbraqu\w+ (?:un|une|son|sa)\b|\bport\w+ (?=une?\b)|\btenai\w+ (?=une?\b)"
    r"|\bà (?:la |l['’])(?=disqueuse|meuleuse|tronçonneuse|perceuse|barre|batte|carabine|hache|machette|grenade|kalachnikov"
    r"|arbalète|essence|acide|arme\b)"
    r"|\bau (?=pied-de-biche|chalumeau|cutter|tournevis|bâton|taser|revolver|gaz|sabre|rasoir|tesson|couteau|fusil"
    r"|pistolet|marteau))"
)
_GUARDS = re.compile(r"(?i)\b(?:polici|police|gendarm|militaire|soldat|armée|vigile|douanier|agent)\w*")
_STRIKES = frozenset("frapper viser bombarder toucher détruire tuer pilonner atteindre exploser mener".split())
_WAR = frozenset(("rocket", "shell", "drone", "aircraft", "mine", "bomb"))
_FROM_ABOVE = frozenset(("viser", "bombarder", "pilonner", "mener"))
_HURTS = frozenset(("road", "fall", "shock", "burning", "crushing", "beast"))  # one may outlive them
_NEAR = 60  # letters before a weapon in which its bearer stands


def hints(ties: Ties) -> Iterator[Tie]:
    """What a report tells as a cause by its place beside the mishap, or by its nature."""
    reader = _Hints(ties)
    yield from reader.loose()
    if "assault" in ties.main:
        heart = next((w.i for w in ties.parsed.words if any(m.family == "assault" for m in mishaps_of(w))), -1)
        if heart >= 0:
            yield from reader.armed(heart)
            yield from reader.struck(heart)


class _Hints:
    """One report, read for causes without a tie."""

    __slots__ = ("parsed", "ties")

    def __init__(self, ties: Ties) -> None:
        self.ties, self.parsed = ties, ties.parsed

    def loose(self) -> Iterator[tuple[Span, int, bool]]:
        """Told beside the mishap: "Le verglas est en cause", "Panne de moteur, dit l'armateur", "Le pilote s'était assoupi"."""
        sort = sort_of(self.ties.main[GENERAL]) if self.ties.heart >= 0 else ""
        for word in self.parsed.words:
            if word.pos in FORMS and (act := self._act(word)):
                if act != "accident":
                    span = self._clause(word)
                    self.ties.forced[span] = act
                    yield span, word.i, False
                elif self.ties.heart >= 0:
                    yield self._clause(word), self.ties.heart, False
            elif sort and word.pos == "NOUN" and kind_in(sort, [word]) and not mishaps_of(word) and self._is_told(word):
                yield phrase(self.ties.parsed, word.i), self.ties.heart, False

    def _is_told(self, word: Word) -> bool:
        """Does the noun stand alone before who says it, or in a sentence that says that something was the cause?"""
        sentence = self.parsed.sentences[word.sent]
        if word.sent and word.i - sentence.first <= 2:
            words = self.parsed.words[sentence.first : sentence.last]
            finite = next((w.i for w in words if w.feat("Mood") in ("Ind", "Cnd")), sentence.last)
            if finite > word.i + 1 and self.parsed.words[finite - 1].text == ",":
                return True
        marked = _MARKED.search(self.parsed.text, sentence.start, sentence.end)
        return marked is not None and not marked.start() <= word.start < marked.end()

    def struck(self, heart: int) -> Iterator[Tie]:
        """What weapon of war hit: "un drone a visé le marché", "touché par une roquette", "une mine a explosé"."""
        for word in self.parsed.words:
            if word.pos == "VERB" and word.lemma in _STRIKES:
                clause = read_clause(self.parsed, word.i)
                for i in (clause.agents if clause.passive else clause.subjects)[:1]:
                    if self.parsed.words[i].lemma == "chasseur" and word.lemma not in _FROM_ABOVE:
                        continue  # a hunter
                    if kind_in("weapon", [self.parsed.words[i]]) in _WAR:
                        span = phrase(self.ties.parsed, i)
                        self.ties.forced[span] = "assault"
                        yield span, heart, False

    def armed(self, heart: int) -> Iterator[tuple[Span, int, bool]]:
        """With what somebody attacked: "armé d'un couteau", "à coups de hache", "l'arme était un pistolet"."""
        for match in _ARMED.finditer(self.parsed.text):
            here = self.parsed.at(match.end(), match.end() + 2)
            noun = next((w.i for w in self.parsed.words[here[0] : here[0] + 4] if w.pos == "NOUN"), None) if here else None
            before = self.parsed.text[max(0, match.start() - _NEAR) : match.start()]
            if noun is not None and self.parsed.text.startswith(" dans le dos", self.parsed.words[noun].end):
                continue  # "un coup de poignard dans le dos" is as a rule a word for a betrayal
            if noun is not None and kind_in("weapon", self._weapon(noun)) and not _GUARDS.search(before):
                span = phrase(self.ties.parsed, noun)
                self.ties.forced[span] = "assault"
                yield span, heart, False

    def _weapon(self, noun: int) -> list[Word]:
        """The noun of a weapon, with the adjective of one that says nothing alone ("arme blanche")."""
        return list(self.parsed.words[noun : noun + 1 + (self.parsed.words[noun].lemma == "arme")])

    def _act(self, word: Word) -> str:
        """Of which sort of mishap the word tells what brings it about, being said of the right party; its kind is kept."""
        for act in acts().get(plain(word.lemma), ()):
            clause = read_clause(self.parsed, word.i)
            beside = (*clause.subjects, *clause.objects, *clause.agents, *(i for _, i in clause.obliques))
            near = {plain(self.parsed.words[i].lemma) for i in beside}
            near |= {plain(k.lower) for k in self.parsed.kids(word.i, "advmod", "xcomp")}
            near |= {plain(k.lemma) for i in beside for k in self.parsed.kids(i, "nmod")}
            near |= {plain(w.lemma) for w in self._behind(word.i)}
            if act.reflexive and not clause.reflexive or act.of and not any(need <= near for need in act.of):
                continue
            if act.sort == "death" and act.kind in _HURTS and not self._is_deadly():
                continue
            self.ties.acted[act.sort, word.i] = act.kind
            return act.sort
        return ""

    def _is_deadly(self) -> bool:
        """Does the report tell of a death at all?"""
        return any(m.sort == "death" for w in self.parsed.words for m in mishaps_of(w))

    def _behind(self, i: int) -> Iterator[Word]:
        """The words behind a verb, to the next comma: "libéré lors d'un assaut"."""
        for word in self.parsed.words[i + 1 : i + 7]:
            if word.text in SHUT:
                return
            yield word

    def _clause(self, verb: Word) -> Span:
        """A short clause, from its subject to its object."""
        clause = read_clause(self.parsed, verb.i)
        near = [i for i in (*clause.subjects, *clause.objects, *clause.agents) if abs(i - verb.i) < REACH]
        first, last = min(self.parsed.left[i] if i < verb.i else i for i in (*near, verb.i)), max((*near, verb.i))
        while self.parsed.words[first].pos == "PUNCT":
            first += 1
        if verb.i - first > REACH:
            first = verb.i
        return self.parsed.span(first, last + 1)
