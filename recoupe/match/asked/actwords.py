"""Which act an answer is given for: the words that name it, and the rows of the tables that hold them.

"Elle prêtera serment", "l'investiture est fixée au 27": the verb says little, the noun that it takes, or its subject, tells.
"""

from __future__ import annotations

from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.alike.surroundings import Surroundings
from recoupe.match.when.onetimes import act_names
from recoupe.parse.document import Parsed, Word

COLUMNS = ("act", "words", "example")

# Verbs and nouns that take their sense from a noun: "prêter serment", "l'entrée en vigueur", "la mise en service".
_LIGHT = frozenset("prendre preter entrer entree mettre mise remettre remise rendre donner faire descendre debut date".split())
_SHORT_FOR = {"rendez": "rendez-vous"}  # two words to the parser
_TAKEN = ("obj", "obj:lvc", "xcomp", "nsubj:pass", "obl:arg", "obl:mod", "nmod", "obl")
# Verbs that say only that something is to be: what, says their subject.
_EXPECTED = frozenset(
    "attendre prevoir esperer annoncer fixer programmer devoir pouvoir aller etre avoir tenir derouler intervenir jouer debuter "
    "commencer caler envisager promettre".split()
)


def acts_of(parsed: Parsed, where: Surroundings) -> frozenset[str]:
    """The verb and what a light one takes; its subject where it says only that something is to be ("est fixée au 3 mai")."""
    verb = parsed.words[where.verb]
    if plain(verb.lemma) in _EXPECTED:
        told = [w for w in parsed.kids(verb.i, "nsubj", "nsubj:pass") if w.pos == "NOUN"] or _leading(parsed, verb)
    else:
        told = [verb] if verb.pos in ("VERB", "NOUN") else []
    taken = [n for w in told if plain(w.lemma) in _LIGHT for n in parsed.kids(w.i, *_TAKEN) if n.pos in ("NOUN", "VERB")]
    return frozenset(_SHORT_FOR.get(a, a) for w in (*told, *taken) if w.i != where.head and (a := plain(w.lemma)) not in _LIGHT)


def _leading(parsed: Parsed, verb: Word) -> list[Word]:
    """The first noun of its sentence that stands without a preposition: the subject, where the parser did not know it."""
    words = parsed.words[parsed.sentence_of(verb.i).first : verb.i]
    return [w for w in words if w.pos == "NOUN" and not any(True for _ in parsed.kids(w.i, "case"))][:1]


def kinds_of(parsed: Parsed, where: Surroundings) -> frozenset[str]:
    """The acts that its verb, or what that is told of, names by the tables: "le jugement tombera", "l'envol"."""
    subjects = parsed.kids(where.verb, "nsubj", "nsubj:pass")
    named = acts_of(parsed, where) | {_SHORT_FOR.get(n, n) for w in subjects for n in (plain(w.lemma), plain(w.text))}
    set_for = (kind for kind, words in _kinds().items() if named & words)
    return frozenset((*set_for, *(f"once {act}" for name in named for act in act_names(name))))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    rows = read_table("lang/fr/appointments.tsv", COLUMNS)
    return {row["act"]: frozenset(map(plain, row.many("words"))) for row in rows}
