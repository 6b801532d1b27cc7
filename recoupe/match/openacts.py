"""Acts of which it is open whether they were done: denied, in doubt, asked, ahead, or long before."""

from __future__ import annotations

import re

from recoupe.find.moods import is_asked, is_conditional, is_negated, verb_group
from recoupe.parse.document import Parsed, Word


def is_open(parsed: Parsed, verb: Word) -> bool:
    """Denied, in doubt, asked, ahead, or long before."""
    finite = verb_group(parsed, verb.i)[0] if verb.pos == "VERB" else None
    if finite is not None and (is_conditional(finite) or finite.feat("Mood") in ("Sub", "Imp") or finite.feat("Tense") == "Fut"):
        return True
    if verb.feat("VerbForm") == "Inf" and finite is None and not _just_done(parsed, verb):
        return True
    sentence = parsed.sentence_of(verb.i)
    told_before = any(k.feat("Tense") == "Imp" for k in parsed.kids(verb.i, "aux"))
    if told_before and _EARLIER.search(parsed.text, sentence.start, sentence.end):
        return True
    return is_negated(parsed, verb.i) or is_asked(parsed, verb.i) or bool(_OPEN.search(parsed.text, sentence.start, sentence.end))


def _just_done(parsed: Parsed, verb: Word) -> bool:
    """ "Il venait de lui remettre le prix", "après avoir signé"."""
    before = [w.lemma for w in parsed.words[max(0, verb.i - 5) : verb.i]]
    return "venir" in before and "de" in before


_OPEN = re.compile(
    r"(?i)\b(?:peut-être|probable\w*|vraisembl\w*|sans doute|soupçon\w*|pourra\w*|présumé\w*|censé\w*|tent\w+|devait|doi\w+)\b"
)
_EARLIER = re.compile(
    r"(?i)\b(?:déjà|première fois|en (?:19|20)\d\d|il y a|plus tôt dans l['’]année|l['’]an dernier|précédent\w*)\b"
)
