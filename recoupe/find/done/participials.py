"""Past participles that the tagger took for nouns or adjectives: "deux soldats morts au combat", "Anna Ferrand élue maire"."""

from __future__ import annotations

from recoupe.find.done.arguments import UNACCUSATIVE, Clause
from recoupe.find.done.trigger import Trigger
from recoupe.find.done.wordforms import preposition_of
from recoupe.lang.frames import participles, states, verb_senses
from recoupe.parse.document import Parsed, Word

# What befalls somebody once: a participle that says so is told as news; "un produit interdit" is not.
_BEFALLING = frozenset(
    "DIE KILL INJURE ARREST ELECT APPOINT RELEASE RESCUE SENTENCE CHARGE MISSING DISMISS HOSPITALISE ACQUIT EXPEL CAPTIVE".split()
)
_LOOSE = frozenset(("acl", "appos", "amod", "nmod"))


def participial(parsed: Parsed, word: Word) -> Trigger | None:
    """The event that such a participle tells of the noun before it, None where it only says of what kind the noun is."""
    if word.pos not in ("NOUN", "ADJ") or word.dep.partition(":")[0] not in _LOOSE or word.head >= word.i:
        return None
    verb = "mourir" if word.lower in ("mort", "morte", "morts", "mortes") else participles().get(word.lower)
    noun = parsed.words[word.head]
    kids = list(parsed.kids(word.i))
    if verb is None or noun.pos not in ("NOUN", "PROPN") or any(k.dep in ("det", "case", "cop") for k in kids):
        return None
    told = states().get("disparu", ()) if verb == "disparaître" else verb_senses().get(verb, ())
    sense = next((s for s in told if not s.tests), None)
    if sense is None or sense.frame not in _BEFALLING or not _complemented(parsed, word, noun):
        return None
    suffers = verb in UNACCUSATIVE
    beside = tuple((preposition_of(parsed, k.i), k.i) for k in kids if k.dep.startswith(("nmod", "obl")))
    clause = Clause(word.i, subjects=(noun.i,), obliques=tuple((p, k) for p, k in beside if p), passive=not suffers)
    return Trigger(word.i, word.i, sense, clause)


def _complemented(parsed: Parsed, word: Word, noun: Word) -> bool:
    """Does anything follow that belongs to a verb: where, when, by whom, as what? "les soldats morts" need nothing."""
    if word.lower.startswith("mort") and noun.feat("Number") == "Plur":
        return True
    after = parsed.words[word.i + 1] if word.i + 1 < len(parsed.words) else None
    if after is None or after.sent != word.sent:
        return noun.pos == "PROPN"  # "Anna Ferrand réélue"
    return after.lower in ("à", "au", "aux", "en", "dans", "par", "lors", "pour", "après", "sur", "hier") or (
        noun.pos == "PROPN" and after.pos in ("NOUN", "PROPN")
    )
