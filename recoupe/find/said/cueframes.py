"""What a cue governs, by each of its frames: "accuse X de", "appelle à", "se dit prêt", "dénonce un « crime »"."""

from __future__ import annotations

from recoupe.find.said.adverbials import skip_adverbials
from recoupe.find.said.content import clause_end, infinitive, noun_phrase, que_clause, stretch
from recoupe.find.said.cueing import Hit
from recoupe.find.said.page import Page
from recoupe.lang.nouns import actor_nouns


def governed(page: Page, hit: Hit) -> tuple[str, tuple[int, int]] | None:
    """What the cue governs, and by which of its frames."""
    frames, parsed = hit.cue.frames, page.parsed
    limit = parsed.sentences[parsed.words[hit.word].sent].last
    if "que" in frames and (found := que_clause(page, hit)):
        return "que", found
    impersonal = hit.passive and hit.cue.act == "accuse" and hit.first > 0 and parsed.words[hit.first - 1].lower == "il"
    if impersonal and (found := _impersonal_object(page, hit)):
        return "N", found
    if "X_de" in frames and (told := _about_somebody(page, hit)):
        return told
    if "X_de" in frames and "N" not in frames:
        return None
    if "X_à" in frames:
        return _call(page, hit, limit)
    if "X_pour" in frames and (
        found := infinitive(page, hit, ("pour",), hit.last + 1) or _marked_noun(page, hit, ("pour",), None)
    ):
        return "X_pour", found
    if found_inf := _infinitives(page, hit):
        return found_inf
    if "adj" in frames and (found := _state(page, hit, limit)):
        return "adj", found
    if "de_N" in frames and (found := _topic(page, hit, limit)):
        return "de_N", found
    if hit.cue.name == "crier" and (outcry := _outcry(page, hit, limit)):
        return "de_N", outcry
    at = skip_adverbials(parsed, hit.last + 1, limit) if "si" in frames else limit
    if at < limit and parsed.words[at].lower in ("si", "s'"):
        return "si", (at + 1, limit)
    return _object(page, hit)


def _impersonal_object(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "Il lui est reproché des irrégularités", "il est reproché au maire une dette": the noun phrase behind the verb."""
    words = page.parsed.words
    limit = page.parsed.sentences[words[hit.word].sent].last
    at = skip_adverbials(page.parsed, hit.last + 1, limit)
    noun = next((w for w in words[at : min(limit, at + 4)] if w.pos == "NOUN"), None)
    if at >= limit or words[at].lower not in _ARTICLES or noun is None or noun.lower in actor_nouns():
        return None
    return at, stretch(page, hit, at, max(noun.i + 1, at + 1), commas=False)


_ARTICLES = frozenset("un une des le la les l' son sa ses leur leurs plusieurs deux trois".split())


def _outcry(page: Page, hit: Hit, limit: int) -> tuple[int, int] | None:
    """ "crient à la trahison", "a crié au complot"."""
    words, at = page.parsed.words, hit.last + 1
    if at + 1 >= limit or words[at].lower not in ("à", "au", "aux"):
        return None
    noun = next((w for w in words[at + 1 : min(limit, at + 4)] if w.pos == "NOUN"), None)
    return (at, noun.i + 1) if noun is not None and noun.lemma in _OUTCRIES else None


_OUTCRIES = frozenset(
    "trahison scandale complot injustice manipulation mensonge fraude provocation censure vol victoire massacre discrimination "
    "assassinat miracle imposture hérésie arnaque instrumentalisation récupération acharnement guerre".split()
)


def _about_somebody(page: Page, hit: Hit) -> tuple[str, tuple[int, int]] | None:
    """ "accuser X de mentir", "accuser X de « mensonge »", "accuser X de vol"."""
    if found := infinitive(page, hit, ("de", "d'"), hit.last + 1):
        return "X_de", found
    if found := _marked_noun(page, hit, ("de", "d'"), ("«", "“", '"')) or (
        _marked_noun(page, hit, ("de", "d'"), ()) if hit.passive else None
    ):
        return "X_de", found
    if hit.cue.act == "accuse" and hit.cue.name != "reprocher" and (found := _charge(page, hit)):
        return "X_de", found
    return None


def _call(page: Page, hit: Hit, limit: int) -> tuple[str, tuple[int, int]] | None:
    """ "appeler X à partir", "appeler à la grève"."""
    words = page.parsed.words
    if found := infinitive(page, hit, ("à",), hit.last + 1):
        return "X_à", found
    at = hit.last + 1
    called = at + 1 < limit and words[at].lower in ("à", "au", "aux")
    quoted = _quoted_object(page, hit)
    if quoted and any(words[k].lower in ("à", "au", "aux") for k in (quoted[0], quoted[0] + 1)):
        return "quote", quoted  # "appelle « à la reprise »"
    if called and quoted:
        return "quote", (min(at + 1, quoted[0]), max(quoted[1], stretch(page, hit, at + 1, quoted[1], commas=False)))
    under = [k for o in page.parsed.kids(hit.word, "obj") for k in page.parsed.kids(o.i, "nmod")]
    for kid in [*page.parsed.kids(hit.word, "obl"), *under]:
        case = next((w for w in page.parsed.kids(kid.i, "case") if w.lower in ("à", "au", "aux")), None)
        if case is not None and case.i > hit.last + 1 and kid.lemma in _CALLED_FOR and not hit.passive:
            return "de_N", (case.i + 1, page.parsed.right[kid.i] + 1)  # "a appelé les deux pays à la retenue"
    if hit.cue.name == "appeler" and not hit.passive and called:
        return "de_N", (at + 1, stretch(page, hit, at + 1, at + 2, commas=False))
    return None


_CALLED_FOR = frozenset(
    "retenue calme prudence vigilance grève mobilisation démission unité désescalade dialogue cessez-le-feu boycott patience "
    "négociation paix apaisement responsabilité solidarité résistance modération sobriété discrétion clémence".split()
)
# "indique vouloir partir": verbs whose infinitive says what the speaker means to do, can or must.
_MODAL = frozenset("vouloir pouvoir devoir espérer souhaiter compter envisager attendre ignorer craindre être avoir".split())


def _infinitives(page: Page, hit: Hit) -> tuple[str, tuple[int, int]] | None:
    frames, words = hit.cue.frames, page.parsed.words
    if "de_inf" in frames and (found := infinitive(page, hit, ("de", "d'"))):
        return "de_inf", found
    if "à_inf" in frames and (found := infinitive(page, hit, ("à",))):
        return "à_inf", found
    if hit.cue.name == "penser" and words[hit.word].feat("Tense") == "Imp":
        return None  # "pensait bien faire": a thought that proved wrong
    if ("inf" in frames or "que" in frames) and not hit.reflexive and (found := infinitive(page, hit, ("",))):
        near = (
            found[0] <= hit.last + 2
            and words[found[0]].text[0].islower()
            and hit.cue.act in ("say", "announce")
            and hit.cue.name in _TELLS_OF_ITSELF
        )
        if "inf" in frames or near or any(w.lower in _MODAL for w in words[found[0] : min(found[1], found[0] + 4)]):
            return "inf", found
    return None


# "a indiqué réfléchir à un recours": what the speaker says of himself.
_TELLS_OF_ITSELF = frozenset(
    "indiquer préciser expliquer ajouter confirmer annoncer révéler raconter souligner signaler répéter rappeler".split()
)
_CONNECTIVES = frozenset("cependant toutefois également aussi pourtant néanmoins enfin ainsi désormais en revanche".split())
_STATE_PREPOSITIONS = frozenset("en pour contre sans sous à dans d' de prêt".split())


def _state(page: Page, hit: Hit, limit: int) -> tuple[int, int] | None:
    """ "se dit inquiet", "se déclare favorable"."""
    parsed, words = page.parsed, page.parsed.words
    first = hit.last + 1
    while first < limit and words[first].lower in _CONNECTIVES:
        if words[first].lower == "en" and words[min(first + 1, limit - 1)].lower != "revanche":
            break
        first += 1
    at = first
    while at < limit and words[at].pos == "ADV":
        at += 1
    if at >= limit or words[at].text in ",.;:":
        return None
    if not (words[at].pos in ("ADJ", "VERB", "NOUN") or words[at].text in '«“"' or words[at].lower in _STATE_PREPOSITIONS):
        return None
    if words[at].pos == "ADP" and hit.cue.name == "se déclarer" and words[at].lower not in ("en", "pour", "contre"):
        return None  # "s'est déclaré au neuvième étage"
    index = page.quote_at(words[at].start)
    if index >= 0:
        return at, parsed.at(page.quotes[index].start, page.quotes[index].end)[-1] + 1
    return first, stretch(page, hit, at, max(at + 1, _phrase_end(page, hit, at)), commas=False)


def _topic(page: Page, hit: Hit, limit: int) -> tuple[int, int] | None:
    """ "parle d'une panne", "fait état de trois morts"."""
    words, at = page.parsed.words, hit.last + 1
    while at < limit and words[at].pos == "ADV":
        at += 1
    if at >= limit or words[at].lower not in ("de", "d'", "du", "des"):
        return None
    start = at + 1 if words[at].lower in ("de", "d'") else at
    return start, stretch(page, hit, at, max(at + 1, _phrase_end(page, hit, at)), commas=False)


def _object(page: Page, hit: Hit) -> tuple[str, tuple[int, int]] | None:
    """A quotation, or the noun phrase, that the cue has as its object."""
    words = page.parsed.words
    if hit.cue.name == "vouloir":
        found = infinitive(page, hit, ("",))
        if found and page.quotes_in(words[found[0]].start, words[found[1] - 1].end):
            return "quote", found
    if hit.cue.name in _WARNING and (found := _marked_noun(page, hit, ("contre", "sur"), ()) or _facing(page, hit)):
        return "N", found
    if hit.cue.name != "décider" and (found := _quoted_object(page, hit)):
        return "quote", found
    if hit.cue.name in JUDGING and (found := _judged(page, hit)):
        return "quote", found
    if "N" in hit.cue.frames and (found := noun_phrase(page, hit)):
        return "N", found
    return _after_colon(page, hit)


_WARNING = frozenset(("mettre en garde", "alerter", "avertir"))


def _facing(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "alerte face aux risques de noyade"."""
    words, at = page.parsed.words, hit.last + 1
    limit = page.parsed.sentences[words[hit.word].sent].last
    face = next((k for k in range(at, min(limit - 2, at + 6)) if words[k].lower == "face"), -1)
    if face < 0 or words[face + 1].lower not in ("à", "au", "aux"):
        return None
    noun = next((k for k in range(face + 2, min(limit, face + 6)) if words[k].pos == "NOUN"), face + 2)
    end = max(noun + 1, min(limit, page.parsed.right[noun] + 1))
    return face + 2, stretch(page, hit, face + 2, end, commas=False)


def _after_colon(page: Page, hit: Hit) -> tuple[str, tuple[int, int]] | None:
    """ "Le préfet prévient : la route restera fermée": a clause behind the colon, without quotation marks."""
    words, at = page.parsed.words, hit.last + 1
    limit = page.parsed.sentences[words[hit.word].sent].last
    while at < limit and words[at].pos == "ADV":
        at += 1  # "prévient cependant :"
    if "que" not in hit.cue.frames or at + 3 >= limit or words[at].text != ":" or page.quote_at(words[at + 1].start) >= 0:
        return None
    return ("que", (at + 1, limit)) if any(w.feat("VerbForm") == "Fin" for w in words[at + 1 : limit]) else None


def _phrase_end(page: Page, hit: Hit, at: int) -> int:
    """End of a complement that starts at `at`: what hangs on it, cut at the next cue."""

    parsed, words = page.parsed, page.parsed.words
    if words[at].pos == "ADP" or words[at].pos == "DET":
        child = words[at].head if words[at].head > at else at + 1
    else:
        child = at
    return clause_end(page, hit, child if parsed.right[min(child, len(words) - 1)] >= at else None, at)


def _marked_noun(page: Page, hit: Hit, marks: tuple[str, ...], openers: tuple[str, ...] | None) -> tuple[int, int] | None:
    """ "accuser X de « mensonge »", "féliciter X pour sa résistance": the noun phrase behind the mark."""
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    for k in range(hit.last + 1, min(limit - 1, hit.last + 20)):
        word = words[k]
        breaks = word.lower in ("que", "qu'", "qui", "dont") or (word.pos == "CCONJ" and words[k + 1].pos in ("VERB", "AUX"))
        if word.text in ";:." or (breaks and not openers):
            return None
        if page.quote_at(word.start) >= 0 and not openers and page.quote_at(word.start) != page.quote_at(words[hit.word].start):
            continue  # "salue une « aide pour les familles »": the mark is part of the quotation
        torn = word.lower == "d" and "d'" in marks and words[k + 1].text in "'’"  # "d' « agression »"
        k += torn
        if word.lower in marks or torn:
            if openers and words[min(k + 1, limit - 1)].text not in openers:
                continue
            target = word.head if word.head > k else k + 1
            if openers is None and words[target].feat("VerbForm") == "Inf":
                continue  # "salué le rôle de X pour apaiser": a purpose
            end = _phrase_end(page, hit, target) if parsed.right[target] >= k + 1 else k + 2
            return k + 1, stretch(page, hit, k + 1, max(end, k + 2), commas=False)
    return None


def _charge(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "accuser son employeur de harcèlement": the complement in de that hangs on the verb itself."""
    parsed = page.parsed
    for kid in parsed.kids(hit.word, "obl", "nmod", "iobj"):
        case = next((w for w in parsed.kids(kid.i, "case") if w.lower in ("de", "d'")), None)
        if case and case.i > hit.last and kid.pos in ("NOUN", "PROPN"):
            return case.i + 1, max(parsed.right[kid.i] + 1, case.i + 2)
    words = parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    found = None
    for k in range(hit.last + 2, min(limit - 1, hit.last + 14)):
        if words[k].text in ",;:." or words[k].feat("VerbForm") == "Fin":
            break
        if words[k].lower in ("de", "d'") and words[k + 1].pos == "NOUN":
            found = k + 1, stretch(page, hit, k + 1, k + 2, commas=False)
    return found


JUDGING = frozenset(("juger", "estimer", "considérer", "trouver"))


def _judged(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "juge la mesure « inutile »": the object and what is said of it between quotation marks."""
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    if hit.cue.name == "trouver" and any(w.lower in ("mort", "refuge", "place") for w in words[hit.last + 1 : hit.last + 3]):
        return None  # "a trouvé la mort"
    for q in page.quotes_in(words[hit.last].end, words[limit - 1].end):
        within = parsed.at(page.quotes[q].start, page.quotes[q].end)
        between = words[hit.last + 1 : within[0]] if within else ()
        if within and within[0] - hit.last < 14 and not any(w.feat("VerbForm") == "Fin" or w.text in ",;:" for w in between):
            return hit.last + 1, within[-1] + 1
        return None
    return None


def _yes_or_no(page: Page, hit: Hit) -> bool:
    """ "Le peuple a dit « oui »": a vote."""
    words = page.parsed.words
    return [w.lower for w in words[hit.last + 2 : hit.last + 3]] in (["oui"], ["non"]) and hit.clitic < 0


def _quoted_object(page: Page, hit: Hit) -> tuple[int, int] | None:
    """A quotation right behind the cue, or as the heart of its object: "a dénoncé un « crime »", "évoque « trois auteurs »"."""
    parsed, words = page.parsed, page.parsed.words
    if hit.cue.name in ("compter", "dire") and _yes_or_no(page, hit):
        return None
    if hit.cue.name == "compter" or not {"quote", "que", "N", "de_N", "X_à", "adj"} & hit.cue.frames:
        return None
    limit = parsed.sentences[words[hit.word].sent].last
    at = skip_adverbials(parsed, hit.last + 1, limit)
    k = at
    while k < limit and words[k].pos in ("DET", "ADP", "ADJ", "NUM", "ADV") and k < at + 4 and page.quote_at(words[k].start) < 0:
        k += 1
    for first in (at, hit.last + 1):
        for q in page.quotes_in(words[first].start if first < limit else 10**9, words[min(k + 1, limit - 1)].end):
            begins = parsed.at(page.quotes[q].start, page.quotes[q].start + 1)
            title = bool(begins) and begins[0] > hit.last + 1 and not _speaks_up(page, q)
            if q not in page.claimed and not title and page.quotes[q].start <= words[min(k, limit - 1)].start + 1:
                end_word = parsed.at(page.quotes[q].start, min(page.quotes[q].end, words[limit - 1].end))
                start = at if at <= end_word[0] else end_word[0]
                last = end_word[-1] + 1
                if start < end_word[0] and (found := noun_phrase(page, hit)) and found[0] <= end_word[0] < found[1]:
                    last = max(last, found[1])
                return start, last
    return None


def _speaks_up(page: Page, index: int) -> bool:
    """Not a title: it begins in lower case or holds a finite verb."""
    quote, words = page.quotes[index], page.parsed.words
    within = page.parsed.at(quote.inner_start, quote.inner_end)
    return page.parsed.text[quote.inner_start].islower() or any(words[i].feat("VerbForm") == "Fin" for i in within)
