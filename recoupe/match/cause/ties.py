"""How a report ties a mishap to its cause: "est dû à", "a provoqué", "en raison de", "à l'origine de", "touché par"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.find.done.arguments import read_clause
from recoupe.lang.plain import plain
from recoupe.match.acts.families import kinds
from recoupe.match.cause.causephrases import cleft, noun_behind, phrase
from recoupe.match.cause.mishaps import GENERAL, Mishap, anywhere, causers, kind_in, leads, mishaps_of, strikes
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span

Tie = tuple[Span, int, bool]  # the cause, the word of the effect, "c'est … qui"
LEAD = 2  # sentences of a report that tell what it is about: "un train" is there the train of the affair
REACH = 12  # words between a mishap and its cause
FORMS = ("NOUN", "PROPN", "ADJ", "VERB", "ADV")
_CRAFT = frozenset(("aircraft", "vessel", "rail", "road"))
# Verbs whose reason tells nothing of one deed.
SHARED = frozenset(
    """être avoir faire dire pouvoir vouloir devoir falloir annoncer déclarer affirmer indiquer préciser expliquer rester sembler
    devenir paraître estimer penser croire savoir demander""".split()
)
_LOST = "crash"
_ABRUPT = frozenset(("écraser", "abîmer", "crasher", "tomber"))
_CAUSING = re.compile(r"(?i)^(?:raison|suite|effet|action|cause|fait|coup|titre|motif|conséquence|victime|faute|pression)s?$")
_COLON = re.compile(r"(?<=\w)\s?:\s+(?=\w)")
_DUE = frozenset("dû due dus dues lié liée provoqué provoquée causé causée entraîné entraînée".split())
_HAPPEN = frozenset("survenir produire déclarer éclater lieu avoir déclencher arriver intervenir".split())


class Ties:
    """One report, its mishaps and its ties between cause and effect."""

    __slots__ = ("acted", "desk", "forced", "heart", "leaves", "main", "owner", "parsed")

    def __init__(self, desk: Desk, parsed: Parsed) -> None:
        self.desk, self.parsed = desk, parsed
        self.owner = {m.head: m.actor for m in desk.readings[parsed.report].mentions}
        self.acted: dict[tuple[str, int], str] = {}  # words that tell an act, and the kind of cause it is
        self.forced: dict[Span, str] = {}  # causes of what no noun or verb of the tables tells: which mishap they are of
        self.heart = -1  # the word that tells the mishap at the head
        self.leaves = False  # does somebody leave at the head?
        self.main = self._main()

    def _main(self) -> dict[str, str]:
        """The mishaps that the head of the report tells, what "l'accident" is there, and those told wherever they stand."""
        found = {f: f for f in anywhere()}
        general = ""
        for word in self.parsed.words:
            if word.sent > LEAD:
                break
            for mishap in mishaps_of(word):
                if mishap.family == GENERAL or word.pos in ("NOUN", "PROPN") or self.is_said_of(mishap, word):
                    found.setdefault(mishap.family, mishap.family)
                    self.leaves |= mishap.family == "leaving"
                    if mishap.sort == "accident" and mishap.holder in ("affair", "one") and general in ("", GENERAL):
                        general, self.heart = mishap.family, word.i
            if not general and plain(word.lemma) in strikes() and self._befalls(word):
                general, self.heart = found.setdefault(_LOST, _LOST), word.i
        if general:
            found[GENERAL] = general
        return found

    def _befalls(self, word: Word) -> bool:
        """Is a craft struck: "l'avion a été abattu", "ils ont abattu l'avion"?"""
        clause = read_clause(self.parsed, word.i)
        return any(self.is_craft(i) for i in (*clause.subjects, *clause.objects, word.head))

    def is_said_of(self, mishap: Mishap, word: Word) -> bool:
        """Is the verb said of what comes to such an end? The nouns of an unknown make ("un Embraer") may be it."""
        if not mishap.themes:
            return True
        clause = read_clause(self.parsed, word.i)
        if clause.reflexive and word.lemma in _ABRUPT and not clause.subjects:
            return True
        near = (*self._taken_up(clause.subjects), *clause.objects, *(k for _, k in clause.obliques))
        bearer = (word.head,) if word.dep.startswith(("acl", "amod")) else ()
        first = max(self.parsed.sentence_of(word.i).first, word.i - REACH // 2)
        if any(plain(w.lower) in mishap.themes for w in self.parsed.words[first : word.i]):
            return True  # whatever the tagger makes of "un car s'est renversé"
        return any(
            plain(w.lemma) in mishap.themes or w.text[:1].isupper() and word.lemma in _ABRUPT and w.i not in self.owner
            for w in map(self.parsed.words.__getitem__, (*near, *bearer))
        )

    def ties(self) -> Iterator[tuple[Span, int, bool]]:
        """(the cause, the word of the effect, "c'est … qui")."""
        for word in self.parsed.words:
            if word.pos not in FORMS:
                continue
            for shape in causers().get(plain(word.lemma)) or causers().get(plain(word.lower)) or ():
                yield from self._by_word(word, shape)
            if word.pos == "VERB":
                yield from self._by_mishap(word)
            if word.dep in ("acl", "advcl", "amod", "conj", "appos") and self.parsed.words[word.i - 1].text == ",":
                yield from self._by_participle(word)
        for match in _COLON.finditer(self.parsed.text):
            yield from self._by_colon(match.end())
        for match in leads().finditer(self.parsed.text):
            yield from self._by_lead(match.start(), match.end(), match.lastgroup == "origin")

    def _by_mishap(self, word: Word) -> Iterator[tuple[Span, int, bool]]:
        """What does it ("la tempête a privé l'île de courant"), makes it do it, or came before ("son camp ayant été battu")."""
        told = mishaps_of(word)
        having = any(k.lower in ("ayant", "étant") for k in self.parsed.kids(word.i, "aux"))
        if not told and not having:  # most verbs: their clause is not read
            return
        clause = read_clause(self.parsed, word.i)
        for mishap in told:
            made = next((k for k in self.parsed.words[max(0, word.i - 2) : word.i] if k.lemma == "faire"), None)
            if made is not None and word.feat("VerbForm") == "Inf":  # "a fait chavirer le bateau"
                above = read_clause(self.parsed, made.i).subjects if made.i == word.head else ()
                yield from self._cross(above or clause.subjects, (word.i,), made)
            elif mishap.sort == "death":  # "mort lundi d'une crise cardiaque"
                behind = [k for p, k in clause.obliques if p in ("de", "par") and self._kind_of("death", k)]
                yield from ((phrase(self.parsed, k), word.i, False) for k in behind[:1])
            elif mishap.sort == "accident" and clause.passive:
                yield from self._cross(clause.agents, (word.i,), word)
            elif mishap.sort == "accident" and clause.objects and not clause.reflexive:
                yield from self._cross(clause.subjects, (word.i,), word)
        if having:
            first = min((self.parsed.left[s] for s in clause.subjects), default=word.i)
            effect = self._just_before(first)
            top = self.parsed.words[word.head]
            effect = self._any_deed(top) if effect is None and top.i != word.i else effect
            if effect is not None and self.parsed.words[effect].sent == word.sent:
                yield self.parsed.span(first, word.i + 1), effect, False

    def _by_participle(self, word: Word) -> Iterator[tuple[Span, int, bool]]:
        """ "Le mur est tombé, miné par les racines": who or what did it to what came to such an end."""
        if word.i + 1 < len(self.parsed.words) and self.parsed.words[word.i + 1].lower in ("par", "d'", "de"):
            effect = self._just_before(word.i)
            behind = noun_behind(self.parsed, word.i + 2, self.parsed.words[word.i + 1].end) if effect is not None else None
            if effect is not None and behind is not None:
                yield phrase(self.parsed, behind), effect, False

    def _by_word(self, word: Word, shape: str) -> Iterator[tuple[Span, int, bool]]:
        parsed = self.parsed
        clause = read_clause(parsed, word.i)
        subjects, objects = clause.subjects, clause.objects
        bearer = (word.head,) if word.dep.startswith(("acl", "amod")) and parsed.words[word.head].pos == "NOUN" else ()
        if shape == "verb" and (clause.agents or clause.passive):
            yield from self._cross(clause.agents, subjects or bearer, word)
        elif shape == "verb":
            led = tuple(k.i for k in parsed.kids(word.i, "xcomp", "ccomp"))  # "a contraint les organisateurs à annuler"
            yield from self._cross(subjects, led or objects, word)
        elif shape == "to":
            behind = tuple(k for p, k in clause.obliques if p == "à") or tuple(
                k.i for k in parsed.kids(word.i, "obl", "nmod", "xcomp") if k.i > word.i
            )
            yield from self._cross(behind[:1], subjects or bearer, word)
        elif shape == "account" and self.main.get(GENERAL):
            yield from ((phrase(self.parsed, o), word.i, False) for o in objects[:1] if subjects)
        elif shape == "account" and self.leaves and subjects and objects:  # "Elle invoque des motifs familiaux"
            span = phrase(self.parsed, objects[0])
            self.forced[span] = "leaving"
            yield span, subjects[0], False
        elif shape == "quality":
            yield from self._quality(word)
        elif shape == "struck":
            yield from self._struck(word, clause.passive or bool(bearer), subjects or bearer, objects, clause.agents)

    def _cross(self, causes: tuple[int, ...], effects: tuple[int, ...], word: Word) -> Iterator[tuple[Span, int, bool]]:
        held = cleft(self.parsed, word.i)
        if held is not None and word.feat("VerbForm") != "Inf":  # whatever noun the parser hangs "qui" on
            causes = (held,)
        elif causes and self.parsed.words[causes[0]].lower == "ce":  # "…, ce qui a plongé l'île dans le noir"
            yield from self._whole(self.parsed.words[causes[0]].head, effects)
        nouns = [i for i in causes if self.parsed.words[i].pos in ("NOUN", "PROPN")]
        for cause in nouns[:1]:
            for effect in effects[:2]:
                yield phrase(self.parsed, cause), effect, held is not None

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
        active = not passive and not any(self.is_craft(i) for i in subjects[:1])
        if active and any(self.is_craft(i) for i in objects[:1]):  # "un missile a touché l'avion"
            theme, by = objects, subjects
        if not any(self.is_craft(i) for i in theme[:1]):
            return
        span = phrase(self.parsed, by[0]) if by else self.parsed.span(word.i, word.i + 1)
        if strikes().get(plain(word.lemma)):
            first, last = min(word.start, span.start), max(word.end, span.end)
            span = Span(span.report, first, last) if last - first < 80 else self.parsed.span(word.i, word.i + 1)
        yield span, theme[0], cleft(self.parsed, word.i) is not None

    def _taken_up(self, subjects: tuple[int, ...]) -> tuple[int, ...]:
        """A pronoun that stands for no party stands for the craft last told: "L'avion est tombé. Il a été abattu"."""
        pronoun = next((i for i in subjects[:1] if self.parsed.words[i].lower in ("il", "elle") and i not in self.owner), None)
        if pronoun is None:
            return subjects
        first = self.parsed.sentences[max(0, self.parsed.words[pronoun].sent - 1)].first
        return next(((k,) for k in range(pronoun - 1, first - 1, -1) if self.is_craft(k)), subjects)

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
        effect = next((i for i in bearers if mishaps_of(self.parsed.words[i]) and self.parsed.words[i].pos == "NOUN"), None)
        if effect is not None:
            beside = above.i == word.i - 1 and above.i != effect
            yield self.parsed.span(above.i if beside else word.i, word.i + 1), effect, False

    def is_craft(self, i: int) -> bool:
        return bool(kinds([plain(self.parsed.words[i].lemma)]) & _CRAFT)

    def _by_lead(self, start: int, end: int, origin: bool) -> Iterator[tuple[Span, int, bool]]:
        """A turn of several words: the noun behind it is the cause, what it hangs on the effect."""
        parsed = self.parsed
        words = parsed.at(max(start, end - 1), end)
        if not words:
            return
        behind = noun_behind(self.parsed, words[-1], end)
        if behind is None or any(k.lower in _DUE for k in parsed.kids(behind, "amod", "acl")):
            return  # "après un détour dû au brouillard": that is why it went round, not why it fell
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
        inside = next((w for w in parsed.words[first : words[-1] + 1] if w.pos in ("VERB", "ADJ") and mishaps_of(w)), None)
        effect = inside.i if inside is not None else self._governor(behind, first)
        if effect is None:  # "Le sinistre est parti d'un chargeur", "le rappel s'explique par"
            effect = self._borne(parsed.words[first : words[-1] + 1])
        if effect is not None:
            yield Span(parsed.report, start, phrase(self.parsed, behind).end), effect, cleft(self.parsed, first) is not None

    def _by_colon(self, end: int) -> Iterator[tuple[Span, int, bool]]:
        """ "Match interrompu : une panne d'éclairage": what stands first behind the colon, of the mishap before it."""
        here = self.parsed.at(end, end + 1)
        behind = noun_behind(self.parsed, here[0], end) if here else None
        if behind is not None and here and behind - here[0] < 3:
            effect = self._just_before(here[0])
            if effect is not None:
                yield phrase(self.parsed, behind), effect, False

    def _subjects(self, head: Word) -> tuple[int, ...]:
        """Of "X est à l'origine de", "X, à l'origine de", "la cause de … est X"."""
        places = (head.i, *(k.i for k in self.parsed.kids(head.i, "cop")))
        subjects = read_clause(self.parsed, head.i).subjects or tuple(k.i for i in places for k in self.parsed.kids(i, "nsubj"))
        if subjects:
            return subjects
        above = self.parsed.words[head.head]
        return (above.i,) if above.pos in ("NOUN", "PROPN") and above.i < head.i else read_clause(self.parsed, above.i).subjects

    def _governor(self, noun: int, first: int) -> int | None:
        """The mishap on which the words before a cause hang: its verb or noun, no other verb coming before it."""
        parsed = self.parsed
        for up in parsed.ancestors(noun):
            if first <= up.i <= noun or up.pos not in ("NOUN", "VERB", "AUX", "ADJ") or _CAUSING.match(up.lemma):
                continue
            if mishaps_of(up):
                return up.i
            if up.pos in ("VERB", "AUX"):
                return self._that_happened(up, first) or self._just_before(first) or self._any_deed(up)
        return None

    def _any_deed(self, up: Word) -> int | None:
        """What the head tells in whatever words, said of one thing or party: "La course a été neutralisée"."""
        return up.i if up.sent <= LEAD and up.pos == "VERB" and up.lemma not in SHARED else None

    def _borne(self, turn: Sequence[Word]) -> int | None:
        """The mishap that is the subject of the verb within a turn."""
        verb = next((w for w in turn if w.pos in ("VERB", "ADJ")), None)
        subjects = read_clause(self.parsed, verb.i).subjects if verb is not None else ()
        return next((i for i in subjects[:1] if mishaps_of(self.parsed.words[i])), None)

    def _just_before(self, first: int) -> int | None:
        """The verb or the mishap before a turn that the parser hangs on what follows."""
        sentence = self.parsed.sentence_of(first)
        for word in reversed(self.parsed.words[max(sentence.first, first - REACH) : first]):
            if word.pos == "VERB" or mishaps_of(word):
                return word.i if mishaps_of(word) else None
        return None

    def _that_happened(self, verb: Word, first: int) -> int | None:
        """ "Une coupure a eu lieu en raison du gel", "un incendie s'est déclaré": the verb only says that it happened."""
        for i in read_clause(self.parsed, verb.i).subjects[:1]:
            if i < first and mishaps_of(self.parsed.words[i]) and verb.lemma in _HAPPEN:
                return i
        return None

    def _kind_of(self, sort: str, i: int) -> str:
        span = phrase(self.parsed, i)
        return kind_in(sort, list(map(self.parsed.words.__getitem__, self.parsed.at(span.start, span.end))))
