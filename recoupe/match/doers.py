"""Who did what one party alone can have done: "C'est le maire qui a signé", "le marché porte la signature de l'adjoint"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.find.arguments import read_clause
from recoupe.find.moods import is_asked, is_conditional, is_negated, verb_group
from recoupe.find.wordforms import TIME_NOUNS
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Word
from recoupe.types import Figure, Mention, Span

ACTS = ("act", "by", "holder", "verbs", "things", "example")
_BE = frozenset(("est", "était", "sont", "étaient", "fut", "furent"))
_OPEN = re.compile(
    r"(?i)\b(?:peut-être|probable\w*|vraisembl\w*|sans doute|soupçon\w*|pourra\w*|présumé\w*|censé\w*|tent\w+|devait|doi\w+)\b"
)
_EARLIER = re.compile(
    r"(?i)\b(?:déjà|première fois|en (?:19|20)\d\d|il y a|plus tôt dans l['’]année|l['’]an dernier|précédent\w*)\b"
)
_ASKED = re.compile(r"(?i)\bà (?:la demande|l['’]initiative|l['’]instigation)(?= d)")
_HANDS = re.compile(r"(?i)\bdes mains(?= d)")
_AUTHORS = re.compile(r"(?i)\b(?:auteur|autrice|signataire|initiateur|initiatrice)s? (?=d)")
_SIGNATURE = re.compile(r"(?i)\b(?:port\w+ la signature|(?:signée?s?|rédigée?s?) de la main)(?= d)")
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
_SHUT = ',;:.!?()«»"”“—–'


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
    needs: bool  # only so it excludes another
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Act:
    name: str
    by: str
    holder: str
    things: frozenset[str]


def find_doings(desk: Desk, report: str) -> Iterator[Doing]:
    """The doers a report names, in text order."""
    reader = _Reader(desk, desk.readings[report].parsed)
    for word in reader.parsed.words:
        if word.pos in ("VERB", "ADJ"):
            for act in _verbs().get(plain(word.lemma)) or _verbs().get(_infinitive(word), ()):
                yield from reader.by_verb(word, act)
            if word.sent <= _HEAD and word.pos == "VERB" and word.lemma not in _SHARED:
                yield from reader.by_verb(word, _Act(_ANY_ACT + word.lemma, "one", "joined", frozenset()))
    yield from reader.by_turn()


def _infinitive(word: Word) -> str:
    """Of a participle that the tagger takes for an adjective: "repêchées"."""
    stem = plain(word.lower).rstrip("s").removesuffix("e")
    return stem + "r" if word.pos == "ADJ" and word.lower.rstrip("es").endswith("é") else ""


class _Reader:
    """One report, its mentions by word and its figures by what they count."""

    __slots__ = ("counts", "desk", "mentions", "parsed", "said")

    def __init__(self, desk: Desk, parsed: Parsed) -> None:
        self.desk, self.parsed = desk, parsed
        reading = desk.readings[parsed.report]
        self.mentions: dict[int, Mention] = {}
        for mention in sorted(reading.mentions, key=lambda m: (m.form == "name", m.span.end - m.span.start, m.id)):
            for i in parsed.at(mention.span.start, mention.span.end) if mention.form == "name" else (mention.head,):
                self.mentions[i] = mention
        self.counts = {f.head: f for f in reading.figures if f.head >= 0}
        self.said = {i: s for s in reading.statements for i in s.words}

    def by_verb(self, word: Word, act: _Act) -> Iterator[Doing]:
        """The subject of the active verb, who stands behind "par" of the passive, whom it is entrusted to."""
        clause = read_clause(self.parsed, word.i)
        bearer = (word.head,) if word.dep.startswith("acl") and self.parsed.words[word.head].pos == "NOUN" else ()
        passive = clause.passive or bool(bearer) and bool(clause.agents)
        things = (clause.subjects or bearer) if passive else clause.objects
        if len(things) > 1:  # "ils ont retiré eux-mêmes le drapeau"
            things = tuple(sorted(things, key=lambda i: self.parsed.words[i].pos == "PRON"))
        doers = (clause.agents or self._by(word.i)) if passive else clause.subjects
        if passive and not doers and word.lemma == "signer":  # "signé de la ministre"
            doers = tuple(k for p, k in clause.obliques if p == "de") or tuple(k.i for k in self.parsed.kids(word.i, "nmod"))
        if word.lemma == "confier":
            doers = tuple(k for p, k in clause.obliques if p == "à")
        behind = tuple(i for i in doers if i > word.i)
        if not passive and not things and behind and len(behind) < len(doers):  # "Les douaniers ont arrêté Paul Mercier"
            things, doers = behind, tuple(i for i in doers if i < word.i)
        cleft = self._cleft(word.i)
        if cleft is not None and not passive:
            doers = (cleft,)
        recipients = (*clause.clitics, *(k for p, k in clause.obliques if p == "à"))
        if act.by != "asked":
            yield from self._made(act, word, things[:1], recipients, doers[:1], cleft is not None)

    def _by(self, i: int) -> tuple[int, ...]:
        """Who stands behind "par", also behind a day: "secourus dimanche par un chalutier"."""
        for word in self.parsed.words[i + 1 : i + 7]:
            if word.text in _SHUT or word.pos == "VERB" and word.lemma[:-3] not in word.lower:
                break
            if word.lower == "par":
                who = self._noun_behind(word.end)
                return (who,) if who is not None and self.parsed.words[who].lemma not in TIME_NOUNS else ()
        return ()

    def by_turn(self) -> Iterator[Doing]:
        """Doers named beside a noun: "à la demande de", "des mains de", "auteur de", "porte la signature de"."""
        text = self.parsed.text
        for match in _ASKED.finditer(text):
            verb = self._verb_at(match.start())
            who = self._noun_behind(match.end())
            for act in _verbs().get(plain(verb.lemma), ()) if verb and who is not None else ():
                if verb and who is not None and act.by == "asked":
                    clause = read_clause(self.parsed, verb.i)
                    things = clause.subjects if clause.passive else clause.objects
                    yield from self._made(act, verb, (things or (verb.head,))[:1], (), (who,), False)
        for match in _HANDS.finditer(text):
            verb, who = self._verb_at(match.start()), self._noun_behind(match.end())
            if verb and who is not None and verb.lemma in ("recevoir", "prendre", "récupérer"):
                clause = read_clause(self.parsed, verb.i)
                yield from self._made(_act("award"), verb, clause.objects[:1], clause.subjects[:1], (who,), False)
        for match in _SIGNATURE.finditer(text):
            verb, who = self._verb_at(match.end()), self._noun_behind(match.end())
            for act in _verbs()["signer"] if verb and who is not None else ():
                if verb and who is not None:
                    yield from self._made(act, verb, read_clause(self.parsed, verb.i).subjects[:1], (), (who,), False)
        for match in _AUTHORS.finditer(text):
            yield from self._author(match.start(), match.end())

    def _author(self, start: int, end: int) -> Iterator[Doing]:
        """ "Les écologistes, auteurs de la motion"."""
        thing, head = self._noun_behind(end), self.parsed.words[self.parsed.at(start, start + 1)[0]]
        if thing is None or not head.dep.startswith(("appos", "amod", "nmod", "conj")):
            return
        for act in _things().get(plain(self.parsed.words[thing].lemma), ()):
            if act.holder == "thing" and act.by == "one":
                before = (w for w in reversed(self.parsed.words[max(0, head.i - 4) : head.i]) if w.pos in ("NOUN", "PROPN"))
                doer = next((w.head if w.dep.startswith("flat") else w.i for w in before), head.head)
                yield from self._made(act, head, (thing,), (), (doer,), False)

    def _made(
        self, act: _Act, verb: Word, things: tuple[int, ...], recipients: tuple[int, ...], doers: tuple[int, ...], alone: bool
    ) -> Iterator[Doing]:
        if not things or not doers or self._is_open(verb):
            return
        thing, doer = self.parsed.words[things[0]], self.parsed.words[doers[0]]
        keys = self._keys(act, thing, recipients, doer)
        beside = (doer.i, *(k.i for k in self.parsed.kids(doer.i, "appos")))
        mention = next((self.mentions[i] for i in beside if i in self.mentions), None)
        if (act.name in _BROAD or act.holder == "joined") and not self._is_somebody(doer, mention, alone=act.holder == "joined"):
            return
        if not keys or doer.pos not in ("NOUN", "PROPN") and mention is None and not alone or doer.i == thing.i:
            return
        span = self._phrase(doer.i) if doer.pos == "NOUN" else self._named(mention, doer) if mention else self._phrase(doer.i)
        if self.desk.is_furniture(span):
            return
        statement = self.said.get(verb.i)
        count = self._count(thing.i) if act.holder == "count" else None
        narrow = self._narrowing(thing.i) if act.holder == "thing" else frozenset()
        actor, noun, sources = (
            mention.actor if mention else None,
            self._noun(doer),
            (statement.speakers or ("?",)) if statement else (),
        )
        to = keys[0] if act.holder in ("recipient", "actor") and keys[0] else ""
        for key in keys:
            yield Doing(
                self.parsed.report, act.name, key, to, count, narrow, doer.i, actor, noun, span, alone, act.by == "cleft",
                sources,
            )  # fmt: skip

    def _named(self, mention: Mention, doer: Word) -> Span:
        """The words that name the party of a pronoun, the nearest before it."""
        named = [m for m in self.mentions.values() if m.actor == mention.actor and m.form not in ("pronoun", "possessive")]
        before = [m.span for m in named if m.span.start <= doer.start]
        return max(before, default=mention.span)

    def _narrowing(self, i: int) -> frozenset[str]:
        behind = [k for k in self.parsed.kids(i, "nmod") if any(c.lemma == "de" for c in self.parsed.kids(k.i, "case"))]
        return frozenset(plain(k.lemma) for k in (*behind, *self.parsed.kids(i, "amod")) if k.lemma not in TIME_NOUNS)

    def _noun(self, doer: Word) -> str:
        """The noun that says who: of "une unité des garde-côtes" the second."""
        if doer.lemma in _GATHERED:
            behind = (k for k in self.parsed.kids(doer.i, "nmod") if k.pos in ("NOUN", "PROPN"))
            return plain(next((k.lemma for k in behind), doer.lemma))
        return plain(doer.lemma)

    def _count(self, i: int) -> Figure | None:
        """So many of them: also "une cinquantaine de personnes", whose first noun is the number."""
        told = next((self.counts[k] for k in (i, *(w.i for w in self.parsed.kids(i, "nmod"))) if k in self.counts), None)
        if told is not None:
            return told
        for word in self.parsed.kids(i, "nummod"):  # "les deux marins", told before
            n = float(_SMALL.get(word.lower, 0))
            return Figure("", self.parsed.span(word.i, i + 1), n, n, "exact", self.parsed.words[i].lemma)
        return None

    def _keys(self, act: _Act, thing: Word, recipients: tuple[int, ...], doer: Word) -> tuple[str, ...]:
        """Of what the act must be, to be one act: none where that is not known."""
        if act.holder == "count":
            figure = self._count(thing.i)
            return ("",) if figure and plain(figure.unit) in act.things and (figure.low or 0) > 1 else ()
        if act.holder == "actor":
            party = self._party(thing.i)
            lost = act.name == "find_person" and thing.feat("Number") != "Plur"  # an affair looks for one
            return (party, *([""] if lost else [])) if party else ("",) if lost and self._is_person(thing) else ()
        if act.holder == "joined":
            loose = not any(k.lower in _THE for k in self.parsed.kids(thing.i, "det")) and not self._party(thing.i)
            return () if loose or self._is_many(thing) else (self._root(thing),)
        if act.holder == "body":
            return self._body(thing)
        if _ANY in act.things and thing.pos == "NOUN" and not self._is_person(thing):
            return () if self._is_many(thing) else (plain(thing.lemma),)
        if plain(thing.lemma) not in act.things:
            return ()
        if act.holder == "recipient":  # to somebody known, or to "lui", of whom the report may have one
            known = [k for i in recipients if (k := self._party(i)) and k != self._party(doer.i)]
            return (*known[:1], "") if recipients else ()
        if act.name in _WRITINGS and any(k.lower in ("un", "une") for k in self.parsed.kids(thing.i, "det")):
            return ()  # one letter of many
        some = any(k.lower in _SOME for k in self.parsed.kids(thing.i, "det", "amod"))
        return () if some or thing.feat("Number") == "Plur" and act.by != "cleft" else ("",)

    def _is_many(self, thing: Word) -> bool:
        """Are there more of them than the one?"""
        beside = self.parsed.kids(thing.i, "det", "amod")
        return thing.feat("Number") == "Plur" or any(k.lower in _SOME for k in beside)

    def _root(self, thing: Word) -> str:
        """A thing by its noun, somebody by name where the report names him."""
        return self._party(thing.i) or plain(thing.lemma)

    def _body(self, thing: Word) -> tuple[str, ...]:
        """Whom it befell: by name, or by what one affair has one of ("le maire", "l'arbitre")."""
        party = self._party(thing.i)
        known = thing.pos == "NOUN" and self._is_person(thing) and not self._is_many(thing)
        return (*([party] if party else []), *([plain(thing.lemma)] if known else []))

    def _is_somebody(self, doer: Word, mention: Mention | None, *, alone: bool) -> bool:
        """Is the doer somebody, or a body of people, not a thing ("un tir", "une attaque")? `alone`: no body."""
        actor = self.desk.actors.get(mention.actor) if mention else None
        if actor:
            return actor.kind not in ("place", "state") and not (alone and actor.kind == "organisation")
        noun = self._noun(doer)
        return noun in _plain_actors() or noun.endswith(("iste", "icien", "ogue", "geur", "naute", "pathe"))

    def _is_person(self, word: Word) -> bool:
        mention = self.mentions.get(word.i)
        actor = self.desk.actors.get(mention.actor) if mention else None
        return actor.kind in ("person", "role") if actor else word.pos == "NOUN" and word.lemma in actor_nouns()

    def _party(self, i: int) -> str:
        """The person at word i: by name where it has one."""
        mention = self.mentions.get(i)
        actor = self.desk.actors.get(mention.actor) if mention else None
        if actor is None or actor.kind != "person":
            return ""
        return next((k for k in sorted(self.desk.parties.get(actor.id, ())) if k.startswith("n:")), "")

    def _is_open(self, verb: Word) -> bool:
        """Denied, in doubt, asked, ahead, or long before."""
        parsed = self.parsed
        finite = verb_group(parsed, verb.i)[0] if verb.pos == "VERB" else None
        if finite is not None and (
            is_conditional(finite) or finite.feat("Mood") in ("Sub", "Imp") or finite.feat("Tense") == "Fut"
        ):
            return True
        if verb.feat("VerbForm") == "Inf" and finite is None and not self._just_done(verb):
            return True
        sentence = parsed.sentence_of(verb.i)
        told_before = any(k.feat("Tense") == "Imp" for k in parsed.kids(verb.i, "aux"))
        if told_before and _EARLIER.search(parsed.text, sentence.start, sentence.end):
            return True
        return (
            is_negated(parsed, verb.i)
            or is_asked(parsed, verb.i)
            or bool(_OPEN.search(parsed.text, sentence.start, sentence.end))
        )

    def _just_done(self, verb: Word) -> bool:
        """ "Il venait de lui remettre le prix", "après avoir signé"."""
        before = [w.lemma for w in self.parsed.words[max(0, verb.i - 5) : verb.i]]
        return "venir" in before and "de" in before

    def _cleft(self, i: int) -> int | None:
        """The noun between "c'est" and "qui", in a sentence that says so before word i."""
        words, first = self.parsed.words, self.parsed.sentence_of(i).first
        for k in range(first, i - 2):
            if words[k].lower in ("c'", "ce") and words[k + 1].lower in _BE:
                qui = next((w.i for w in words[k + 2 : i] if w.lower == "qui"), None)
                if qui is not None and not any(w.pos == "VERB" for w in words[qui + 1 : i]):
                    said = [w for w in words[k + 2 : qui] if w.pos in ("NOUN", "PROPN", "ADJ")]
                    return min(said, key=lambda w: (w.pos == "ADJ", w.i)).i if said else None
        return None

    def _verb_at(self, start: int) -> Word | None:
        """The nearest verb before a place, in its sentence."""
        here = self.parsed.at(start, start + 1) or self.parsed.at(start - 1, start)
        i = here[0]
        first = self.parsed.sentence_of(i).first
        return next((w for w in reversed(self.parsed.words[max(first, i - 12) : i]) if w.pos == "VERB"), None)

    def _noun_behind(self, end: int) -> int | None:
        here = self.parsed.at(end, end + 2)
        for word in self.parsed.words[here[-1] : here[-1] + 6] if here else ():
            if word.text in _SHUT:
                return None
            if word.pos in ("NOUN", "PROPN") and word.start >= end:
                return word.i
        return None

    def _phrase(self, i: int) -> Span:
        words, first, last = self.parsed.words, i, i
        while first > self.parsed.left[i] and words[first - 1].pos in ("DET", "ADJ", "NUM"):
            first -= 1
        while (
            last < min(self.parsed.right[i], i + 6)
            and words[last + 1].text not in _SHUT
            and words[last + 1].pos not in ("PRON", "VERB", "AUX", "SCONJ", "CCONJ")
        ):
            last += 1
        while last > i and words[last].pos in ("ADP", "DET"):
            last -= 1
        return Span(self.parsed.report, words[first].start, words[last].end)


# Doers that may be anybody: they exclude no narrower one.
_ANY = "*"
_SOME = frozenset(("des", "plusieurs", "certains", "autre", "autres", "quelques", "chaque"))
_HOLDERS = ("thing", "actor", "recipient", "count", "body")
_THE = frozenset(("le", "la", "l'", "ce", "cet", "cette"))
_WRITINGS = ("sign_letter", "sign_report")
_SMALL = cardinals(0, 12)
_GATHERED = frozenset(
    """unité équipe patrouille groupe brigade équipage membre agent vedette collectif bande poignée trio duo couple commando
    dizaine douzaine quinzaine vingtaine trentaine cinquantaine centaine""".split()
)
# Acts of any verb, or of any thing: who does them must be somebody.
_BROAD = frozenset(("break", "invade", "unveil", "hit", "kill_beast", "cut", "take_down", "put_up", "trigger"))


@cache
def _verbs() -> dict[str, tuple[_Act, ...]]:
    found: dict[str, tuple[_Act, ...]] = defaultdict(tuple)
    for act, verbs in _rows():
        for verb in verbs:
            found[verb] += (act,)
    return dict(found)


@cache
def _things() -> dict[str, tuple[_Act, ...]]:
    found: dict[str, tuple[_Act, ...]] = defaultdict(tuple)
    for act, _ in _rows():
        for thing in sorted(act.things):
            found[thing] += (act,)
    return dict(found)


@cache
def _plain_actors() -> frozenset[str]:
    return frozenset(plain(noun) for noun in actor_nouns())


def _act(name: str) -> _Act:
    return next(act for act, _ in _rows() if act.name == name)


@cache
def _rows() -> tuple[tuple[_Act, tuple[str, ...]], ...]:
    out = []
    for row in read_table("lang/fr/lone_acts.tsv", ACTS):
        by, holder = (
            row.one_of("by", ("one", "cleft", "asked")),
            row.one_of("holder", ("thing", "actor", "recipient", "count", "body")),
        )
        act = _Act(row["act"], by, holder, frozenset(map(plain, row.many("things"))))
        out.append((act, tuple(map(plain, row.many("verbs")))))
    return tuple(out)
