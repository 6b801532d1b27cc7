"""Acts of which it is open whether they were done: denied, in doubt, asked, ahead, or long before."""

from __future__ import annotations

import re

from recoupe.find.done.moods import is_asked, is_conditional, is_negated, verb_group
from recoupe.parse.document import Parsed, Word


def is_open(parsed: Parsed, verb: Word) -> bool:
    """Denied, in doubt, asked, or long before; what is ahead may be settled: see `twocounts.is_ahead`."""
    finite = verb_group(parsed, verb.i)[0] if verb.pos == "VERB" else None
    if finite is not None and (is_conditional(finite) or finite.feat("Mood") in ("Sub", "Imp")):
        return True
    if verb.feat("VerbForm") == "Inf" and finite is None and not _just_done(parsed, verb):
        return True
    sentence = parsed.sentence_of(verb.i)
    told_before = any(k.feat("Tense") == "Imp" for k in parsed.kids(verb.i, "aux"))
    if told_before and _EARLIER.search(parsed.text, sentence.start, sentence.end):
        return True
    return is_negated(parsed, verb.i) or is_asked(parsed, verb.i) or bool(_OPEN.search(parsed.text, sentence.start, sentence.end))


def _just_done(parsed: Parsed, verb: Word) -> bool:
    """ "Il venait de lui remettre le prix", "était montée présenter la motion"."""
    before = [w.lemma for w in parsed.words[max(0, verb.i - 5) : verb.i]]
    return "venir" in before and "de" in before or _went_to(parsed, verb)


def _went_to(parsed: Parsed, verb: Word) -> bool:
    """The bare infinitive behind a past verb of coming or going: who "est venu lire" has read."""
    above = parsed.words[verb.head]
    if above.lemma not in _GOING or above.i > verb.i or any(parsed.kids(verb.i, "mark", "case")):
        return False
    finite, perfect = verb_group(parsed, above.i)
    been = finite is not None and finite.lemma == "être" and above.feat("VerbForm") == "Part"
    return (perfect or been) and not is_negated(parsed, above.i)


_GOING = frozenset("venir monter aller descendre accourir revenir retourner sortir entrer passer".split())
# "Le tireur présumé" says nothing of what befell him.
_OPEN = re.compile(
    r"(?i)\b(?:peut-être|probable\w*|vraisembl\w*|sans doute|soupçon\w*|pourra\w*|(?:est|était|sont|étaient) présumé\w*|"
    r"censé\w*|tent\w+|devait|doi\w+)\b"
)
_EARLIER = re.compile(
    r"(?i)\b(?:déjà|première fois|en (?:19|20)\d\d|il y a|plus tôt dans l['’]année|l['’]an dernier|précédent\w*)\b"
)
