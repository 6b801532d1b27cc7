"""What the words of a report say of an act: what it must be done to, to be one act in two reports; who its doer is."""

from __future__ import annotations

from functools import cache

from recoupe.find.done.wordforms import TIME_NOUNS
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import plain
from recoupe.match.acts.loneacts import ANY, Act
from recoupe.match.desk import Desk
from recoupe.match.where.routes import culprits
from recoupe.parse.document import Parsed, Word
from recoupe.types import Figure, Mention, Span


class ReportWords:
    """The words of one report, with its mentions and statements by word and its figures by what they count."""

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

    def keys(self, act: Act, thing: Word, recipients: tuple[int, ...], doer: Word) -> tuple[str, ...]:
        """Of what the act must be, to be one act: none where that is not known."""
        if act.holder == "count":
            figure = self.count(thing.i)
            return ("",) if figure and plain(figure.unit) in act.things and (figure.low or 0) > 1 else ()
        if act.holder == "actor":
            party = self._party(thing.i)
            lost = act.name == "find_person" and thing.feat("Number") != "Plur"  # an affair looks for one
            return (party, *([""] if lost else [])) if party else ("",) if lost and self._is_person(thing) else ()
        if act.holder == "culprit":
            return ("",) if self._is_culprit(thing, act) else ()
        if act.holder == "joined":
            loose = not any(k.lower in _THE for k in self.parsed.kids(thing.i, "det")) and not self._party(thing.i)
            return () if loose or self._is_many(thing) else (self._root(thing),)
        if act.holder == "body":
            return self._body(thing)
        if ANY in act.things and thing.pos == "NOUN" and not self._is_person(thing):
            return () if self._is_many(thing) else (plain(thing.lemma),)
        if not {plain(thing.lemma), plain(thing.lower)} & act.things:
            return ()
        if act.holder == "recipient":  # to somebody known, or to "lui", of whom the report may have one
            known = [k for i in recipients if (k := self._party(i)) and k != self._party(doer.i)]
            return (*known[:1], "") if recipients else ()
        if act.name in _WRITINGS and any(k.lower in ("un", "une") for k in self.parsed.kids(thing.i, "det")):
            return ()  # one letter of many
        some = any(k.lower in _SOME for k in self.parsed.kids(thing.i, "det", "amod"))
        if some or thing.feat("Number") == "Plur" and act.by not in ("cleft", "both"):
            return ()
        return (plain(thing.lemma),) if act.holder == "named" else ("",)

    def measure(self, thing: Word, act: Act) -> Word:
        """What a word for a stretch of time or a rule is of: "trois jours de deuil", "l'état d'urgence", "la loi martiale"."""
        behind = self.parsed.words[thing.i + 1 : thing.i + 4] if plain(thing.lemma) in _STRETCHES else ()
        return next((w for w in behind if w.pos in ("NOUN", "ADJ") and plain(w.lemma) in act.things), thing)

    def named(self, mention: Mention, doer: Word) -> Span:
        """The words that name the party of a pronoun, the nearest before it."""
        named = [m for m in self.mentions.values() if m.actor == mention.actor and m.form not in ("pronoun", "possessive")]
        before = [m.span for m in named if m.span.start <= doer.start]
        return max(before, default=mention.span)

    def noun(self, doer: Word) -> str:
        """The noun that says who: of "une unité des garde-côtes" the second."""
        if doer.lemma in _GATHERED:
            behind = (k for k in self.parsed.kids(doer.i, "nmod") if k.pos in ("NOUN", "PROPN"))
            return plain(next((k.lemma for k in behind), doer.lemma))
        return plain(doer.lemma)

    def narrowing(self, i: int) -> frozenset[str]:
        """What narrows the noun at word i: its adjectives and "de" complements, plain, days aside."""
        behind = [k for k in self.parsed.kids(i, "nmod") if any(c.lemma == "de" for c in self.parsed.kids(k.i, "case"))]
        return frozenset(plain(k.lemma) for k in (*behind, *self.parsed.kids(i, "amod")) if k.lemma not in TIME_NOUNS)

    def count(self, i: int) -> Figure | None:
        """So many of them: also "une cinquantaine de personnes", whose first noun is the number."""
        told = next((self.counts[k] for k in (i, *(w.i for w in self.parsed.kids(i, "nmod"))) if k in self.counts), None)
        if told is not None:
            return told
        for word in self.parsed.kids(i, "nummod"):  # "les deux marins", told before
            n = float(_SMALL.get(word.lower, 0))
            return Figure("", self.parsed.span(word.i, i + 1), n, n, "exact", self.parsed.words[i].lemma)
        return None

    def number(self, i: int, *, alone: bool) -> float:
        """How many a doer is: "neuf hommes", "un présentateur, seul …", "c'est un lycéen qui"; 0 where it is open."""
        word = self.parsed.words[i]
        if word.feat("Number") == "Plur":
            before = next((w.lower for w in self.parsed.words[max(0, i - 2) : i] if w.lower in _SMALL), "")
            figure = self.count(i)
            exact = figure is not None and figure.bound == "exact" and figure.low == figure.high
            return float(figure.low or 0) if figure is not None and exact else float(_SMALL.get(before, 0))
        behind = self.parsed.words[i + 1 : i + _ALONE]
        return 1.0 if alone or any(w.lower in ("seul", "seule") for w in behind) else 0.0

    def is_somebody(self, doer: Word, mention: Mention | None, *, alone: bool) -> bool:
        """Is the doer somebody, or a body of people, not a thing ("un tir", "une attaque")? `alone`: no body."""
        actor = self.desk.actors.get(mention.actor) if mention else None
        if actor:
            return actor.kind not in ("place", "state") and not (alone and actor.kind == "organisation")
        noun = self.noun(doer)
        return noun in _plain_actors() or noun in _GUARDS or noun.endswith(("iste", "icien", "ogue", "geur", "naute", "pathe"))

    def _is_many(self, thing: Word) -> bool:
        """Are there more of them than the one?"""
        beside = self.parsed.kids(thing.i, "det", "amod")
        return thing.feat("Number") == "Plur" or any(k.lower in _SOME for k in beside)

    def _is_culprit(self, thing: Word, act: Act) -> bool:
        """Is it the one whom an affair is after: by such a noun, or by a pronoun or name that may stand for him?"""
        if thing.feat("Number") == "Plur" or self._is_many(thing):
            return False
        if thing.pos == "NOUN":
            return plain(thing.lemma) in culprits() - _BESIDE
        called = [thing] if thing.pos == "PRON" else []
        if (mention := self.mentions.get(thing.i)) and self._is_person(thing):
            here = (m for m in self.desk.readings[self.parsed.report].mentions if m.actor == mention.actor)
            nouns = {plain(self.parsed.words[m.head].lemma) for m in here if m.head >= 0}
            return bool(nouns & culprits() - _BESIDE) or act.name in _STOPPED
        return bool(called) and act.name in _STOPPED

    def _root(self, thing: Word) -> str:
        """A thing by its noun, somebody by name where the report names him."""
        return self._party(thing.i) or plain(thing.lemma)

    def _body(self, thing: Word) -> tuple[str, ...]:
        """Whom it befell: by name, or by what one affair has one of ("le maire", "l'arbitre")."""
        party = self._party(thing.i)
        known = thing.pos == "NOUN" and self._is_person(thing) and not self._is_many(thing)
        return (*([party] if party else []), *([plain(thing.lemma)] if known else []))

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


_ALONE = 5  # words behind a doer in which "seul" is said of him
_SOME = frozenset(("des", "plusieurs", "certains", "autre", "autres", "quelques", "chaque"))
_THE = frozenset(("le", "la", "l'", "ce", "cet", "cette"))
# A day, a state, a law of something.
_STRETCHES = frozenset("jour journee semaine mois heure periode etat regime loi minute".split())
_GUARDS = frozenset(("garde", "vigile", "livreur", "gardien", "portier", "videur"))
_BESIDE = frozenset(("complice", "chauffeur", "conducteur", "bande", "groupe", "commando", "equipe"))
_STOPPED = ("overpower",)  # acts that befall only one who does wrong
_WRITINGS = ("sign_letter", "sign_report")
_SMALL = cardinals(0, 12)
_GATHERED = frozenset(
    """unité équipe patrouille groupe brigade équipage membre agent vedette collectif bande poignée trio duo couple commando
    dizaine douzaine quinzaine vingtaine trentaine cinquantaine centaine""".split()
)


@cache
def _plain_actors() -> frozenset[str]:
    return frozenset(plain(noun) for noun in actor_nouns())
