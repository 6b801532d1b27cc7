"""Who did what one party alone can have done: "C'est le maire qui a signé", "le marché porte la signature de l'adjoint"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.find.done.arguments import read_clause
from recoupe.lang.plain import plain
from recoupe.match.acts.loneacts import Act, act_named, acts_by_thing, acts_by_verb
from recoupe.match.acts.openacts import is_open
from recoupe.match.asked.doerwords import (
    behind_par,
    cleft_noun,
    named_antecedent,
    named_before,
    noun_behind,
    phrase_of,
    verb_before,
)
from recoupe.match.asked.lonekeys import ReportWords
from recoupe.match.count.twocounts import is_ahead
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Word
from recoupe.types import Figure, Span

_ASKED = re.compile(r"(?i)\bà (?:la demande|l['’]initiative|l['’]instigation)(?= d)")
_HANDS = re.compile(r"(?i)\bdes mains(?= d)")
_AUTHORS = re.compile(r"(?i)\b(?:auteur|autrice|signataire|initiateur|initiatrice)s? (?=d)")
_SIGNATURE = re.compile(r"(?i)\b(?:port\w+ la signature|(?:signée?s?|rédigée?s?) de la main)(?= d)")
_COMMA = 2  # places from a participle back to the noun before the comma
_NEEDS = {"cleft": 1, "both": 2}
# "À la barre se trouvait", "au volant, il y avait".
_STEERS = re.compile(
    r"(?i)\b(?:à la (?=barre)|au (?=volant|guidon)|aux (?=commandes|manettes))\w+(?: d(?:e|u|es|['’])[^,.;:]{1,30})?,? "
    r"(?:se trouvait|était|il y avait|était assise?)(?= )"
)
_HEAD = 2  # sentences in which any verb is read: there one affair tells its one deed
_ANY_ACT = "do "
# What several parties do of one thing, each for itself, or what is said of it.
_SHARED = frozenset(
    """être avoir faire dire voir savoir pouvoir vouloir devoir falloir aller venir prendre donner mettre tenir trouver
    laisser rester passer annoncer déclarer affirmer indiquer préciser expliquer confirmer rappeler dénoncer critiquer
    saluer regretter évoquer rapporter raconter révéler publier soutenir défendre approuver voter adopter rejeter demander
    réclamer exiger proposer appeler accuser condamner juger estimer craindre attendre suivre aider rejoindre quitter
    rencontrer recevoir accueillir visiter entendre interroger auditionner connaître reconnaître aimer porter mener ouvrir
    lancer préparer organiser présenter commencer poursuivre continuer terminer perdre gagner remporter marquer frapper
    toucher viser attaquer bombarder combattre contrôler affronter battre menacer inviter concerner changer partager
    diviser commenter décrire montrer apporter obtenir promettre garantir assurer souligner observer analyser étudier
    surveiller chercher rechercher utiliser employer créer former représenter diriger composer constituer occuper remettre
    signer négocier examiner refuser accepter contester nier démentir célébrer commémorer honorer manifester partir viser
    réunir rassembler avertir informer alerter prévenir inquiéter choquer inaugurer dévoiler accompagner couper parrainer
    animer financer construire bâtir réaliser écrire fonder""".split()
)
# Acts of any verb, or of any thing: who does them must be somebody.
_BROAD = frozenset(("break", "invade", "unveil", "hit", "kill_beast", "cut", "take_down", "put_up", "trigger"))
_A = frozenset(("un", "une", "des"))


@dataclass(frozen=True, slots=True)
class Doing:
    """One report names the doer of one act."""

    report: str
    act: str
    key: str  # of what must be the same in two reports
    to: str  # who got it, where that is known
    count: Figure | None  # of how many people, where the act is told of so many
    narrow: frozenset[str]  # what narrows the thing
    doer: int  # word
    actor: str | None
    noun: str  # of the doer, plain
    span: Span
    alone: bool  # "c'est X qui"
    needs: int  # of the two reports so many must say so, to exclude the other
    sources: tuple[str, ...]
    number: float = 0.0  # how many did it, where that is told; 0 = not told
    ahead: bool = False  # it is still to be done
    thing: str = ""  # plain noun of what it is done to
    new: bool = False  # brought in by an indefinite article: "une résolution"


def find_doings(desk: Desk, report: str) -> Iterator[Doing]:
    """The doers a report names, in text order."""
    reader = _Reader(desk, desk.readings[report].parsed)
    for word in reader.parsed.words:
        if word.pos in ("VERB", "ADJ"):
            for act in acts_by_verb().get(plain(word.lemma)) or acts_by_verb().get(_infinitive(word), ()):
                yield from reader.by_verb(word, act)
            if word.sent <= _HEAD and word.pos == "VERB" and word.lemma not in _SHARED:
                yield from reader.by_verb(word, Act(_ANY_ACT + word.lemma, "one", "joined", frozenset()))
    yield from reader.by_turn()


class _Reader:
    """Finds the doers of one report."""

    __slots__ = ("parsed", "report")

    def __init__(self, desk: Desk, parsed: Parsed) -> None:
        self.report, self.parsed = ReportWords(desk, parsed), parsed

    def by_verb(self, word: Word, act: Act) -> Iterator[Doing]:
        """The subject of the active verb, who stands behind "par" of the passive, whom it is entrusted to."""
        clause = read_clause(self.parsed, word.i)
        bearer = _bearer(self.parsed, word)
        passive = clause.passive or bool(bearer) and bool(clause.agents)
        things = (bearer if word.dep == "advcl" and bearer else clause.subjects or bearer) if passive else clause.objects
        if passive and things and act.holder == "culprit":
            things = (named_before(self.parsed, things[0]),)
        if len(things) > 1:  # "ils ont retiré eux-mêmes le drapeau"
            things = tuple(sorted(things, key=lambda i: self.parsed.words[i].pos == "PRON"))
        doers = (clause.agents or behind_par(self.parsed, word.i)) if passive else clause.subjects
        if passive and not doers and word.lemma == "signer":  # "signé de la ministre"
            doers = tuple(k for p, k in clause.obliques if p == "de") or tuple(k.i for k in self.parsed.kids(word.i, "nmod"))
        if word.lemma == "confier":
            doers = tuple(k for p, k in clause.obliques if p == "à")
        behind = tuple(i for i in doers if i > word.i)
        if not passive and not things and behind and len(behind) < len(doers):  # "Les douaniers ont arrêté Paul Mercier"
            things, doers = behind, tuple(i for i in doers if i < word.i)
        if not things and act.holder == "named":  # "a décrété un jour de deuil", "décide d'une journée de deuil"
            things = tuple(k.i for k in self.parsed.kids(word.i, "nsubj:pass" if passive else "obj"))
            things = things or tuple(k for p, k in clause.obliques if p == "de" and word.lemma == "décider")
        cleft = cleft_noun(self.parsed, word.i)
        if cleft is not None and not passive:
            doers = (cleft,)
        if doers and not passive:
            doers = (named_antecedent(self.parsed, word.i, doers[0]),)
        recipients = (*clause.clitics, *(k for p, k in clause.obliques if p == "à"))
        if act.by != "asked":
            yield from self._made(act, word, things[:1], recipients, doers[:1], cleft is not None)

    def by_turn(self) -> Iterator[Doing]:
        """Doers named beside a noun: "à la demande de", "des mains de", "auteur de", "porte la signature de"."""
        text = self.parsed.text
        for match in _ASKED.finditer(text):
            verb = verb_before(self.parsed, match.start())
            who = noun_behind(self.parsed, match.end())
            for act in acts_by_verb().get(plain(verb.lemma), ()) if verb and who is not None else ():
                if verb and who is not None and act.by == "asked":
                    clause = read_clause(self.parsed, verb.i)
                    things = clause.subjects if clause.passive else clause.objects
                    yield from self._made(act, verb, (things or (verb.head,))[:1], (), (who,), False)
        for match in _HANDS.finditer(text):
            verb, who = verb_before(self.parsed, match.start()), noun_behind(self.parsed, match.end())
            if verb and who is not None and verb.lemma in ("recevoir", "prendre", "récupérer"):
                clause = read_clause(self.parsed, verb.i)
                yield from self._made(act_named("award"), verb, clause.objects[:1], clause.subjects[:1], (who,), False)
        for match in _SIGNATURE.finditer(text):
            verb, who = verb_before(self.parsed, match.end()), noun_behind(self.parsed, match.end())
            for act in acts_by_verb()["signer"] if verb and who is not None else ():
                if verb and who is not None:
                    yield from self._made(act, verb, read_clause(self.parsed, verb.i).subjects[:1], (), (who,), False)
        for match in _STEERS.finditer(text):
            who, act = noun_behind(self.parsed, match.end()), act_named("steer")
            words = [self.parsed.words[i] for i in self.parsed.at(match.start(), match.end())]
            wheel = next((w.i for w in words if plain(w.lemma) in act.things), None)
            if wheel is not None and who is not None:
                yield from self._made(act, words[-1], (wheel,), (), (who,), False)
        for match in _AUTHORS.finditer(text):
            yield from self._author(match.start(), match.end())

    def _author(self, start: int, end: int) -> Iterator[Doing]:
        """ "Les écologistes, auteurs de la motion"."""
        thing, head = noun_behind(self.parsed, end), self.parsed.words[self.parsed.at(start, start + 1)[0]]
        if thing is None or not head.dep.startswith(("appos", "amod", "nmod", "conj")):
            return
        for act in acts_by_thing().get(plain(self.parsed.words[thing].lemma), ()):
            if act.holder == "thing" and act.by == "one":
                before = (w for w in reversed(self.parsed.words[max(0, head.i - 4) : head.i]) if w.pos in ("NOUN", "PROPN"))
                doer = next((w.head if w.dep.startswith("flat") else w.i for w in before), head.head)
                yield from self._made(act, head, (thing,), (), (doer,), False)

    def _made(
        self, act: Act, verb: Word, things: tuple[int, ...], recipients: tuple[int, ...], doers: tuple[int, ...], alone: bool
    ) -> Iterator[Doing]:
        """The doing for each key that the act has, unless it is open whether it was done, or nobody plain did it."""
        if not things or not doers or is_open(self.parsed, verb):
            return
        told, doer = self.parsed.words[things[0]], self.parsed.words[doers[0]]
        thing = self.report.measure(told, act) if act.holder == "named" else told
        keys = self.report.keys(act, thing, recipients, doer)
        beside = (doer.i, *(k.i for k in self.parsed.kids(doer.i, "appos")))
        mention = next((self.report.mentions[i] for i in beside if i in self.report.mentions), None)
        joined = act.holder == "joined"
        if (joined or act.name in _BROAD or act.holder == "culprit") and not self.report.is_somebody(doer, mention, alone=joined):
            return
        if not keys or doer.pos not in ("NOUN", "PROPN") and mention is None and not alone or doer.i == thing.i:
            return
        by_name = mention is not None and doer.pos != "NOUN"
        span = self.report.named(mention, doer) if mention and by_name else phrase_of(self.parsed, doer.i)
        if self.report.desk.is_furniture(span):
            return
        statement = self.report.said.get(verb.i)
        number = self.report.number(doer.i, alone=alone)
        count = self.report.count(told.i) if act.holder in ("count", "named") else None
        narrow = self.report.narrowing(thing.i) if act.holder == "thing" else frozenset()
        actor, noun = mention.actor if mention else None, self.report.noun(doer)
        sources = (statement.speakers or ("?",)) if statement else ()
        to = keys[0] if act.holder in ("recipient", "actor") and keys[0] else ""
        for key in keys:
            yield Doing(
                self.parsed.report, act.name, key, to, count, narrow, doer.i, actor, noun, span, alone, _NEEDS.get(act.by, 0),
                sources, number, verb.pos == "VERB" and is_ahead(self.parsed, verb), plain(thing.lemma),
                any(k.lower in _A for k in self.parsed.kids(told.i, "det")),
            )  # fmt: skip


def _bearer(parsed: Parsed, word: Word) -> tuple[int, ...]:
    """The noun that a participle stands beside: "la motion présentée par", also behind a comma."""
    if word.dep.startswith("acl") and parsed.words[word.head].pos == "NOUN":
        return (word.head,)
    if word.dep != "advcl" or word.feat("VerbForm") != "Part" or word.i < _COMMA or parsed.words[word.i - 1].text != ",":
        return ()
    noun = parsed.words[word.i - _COMMA]
    alike = all(not noun.feat(f) or not word.feat(f) or noun.feat(f) == word.feat(f) for f in ("Gender", "Number"))
    return (noun.i,) if noun.pos == "NOUN" and alike else ()


def _infinitive(word: Word) -> str:
    """Of a participle that the tagger takes for an adjective: "repêchées"."""
    stem = plain(word.lower).rstrip("s").removesuffix("e")
    return stem + "r" if word.pos == "ADJ" and word.lower.rstrip("es").endswith("é") else ""
