"""Cues that govern what is said: "dit que", "accuse X de", "se dit prêt", "dénonce un « crime »"."""

from __future__ import annotations

from recoupe.find.attribution import PAPERS, Parties
from recoupe.find.content import Page, clause_end, infinitive, make_draft, noun_phrase, que_clause, skip_adverbials, stretch
from recoupe.find.cueing import Hit
from recoupe.find.speakers import speaker_of
from recoupe.find.subjects import TIMES, phrase
from recoupe.lang.nouns import actor_nouns


def find_governed(page: Page, parties: Parties, hit: Hit) -> None:
    """One cue with its frames, the most telling construction first."""
    words = page.parsed.words
    inside = page.quote_at(words[hit.word].start)
    heads = speaker_of(page, parties, hit)
    if _barred(page, parties, hit, heads, inside):
        return
    found = _content(page, hit) or _passive_subject(page, hit, heads)
    if found is None or not _fits(page, parties, hit, heads, found, inside):
        return
    kind, (first, last) = found
    if kind == "N" and any(d.cue_word == hit.word for d in page.in_sentence(words[hit.word].sent)):
        return  # "dénonce le verdict : « ... »": the quotation says it
    if hit.passive and heads and first < heads[0] < last:
        last = next((k for k in range(heads[0], first, -1) if words[k].lower == "par"), last)
    if first >= last or any(first <= h < last for h in heads):
        return
    if kind in ("N", "quote", "de_N"):
        last = _noun_end(page, first, last)
    start, end = page.trim(words[first].start, words[last - 1].end)
    end = _before_speech(page, start, end)
    if inside >= 0:
        end = min(end, page.quotes[inside].inner_end)
    if start >= end:
        return
    mode = page.mode(start, end) if inside < 0 else "indirect"
    if kind == "quote" and (index := page.quote_at(start)) >= 0 and end == page.quotes[index].end and sentence_like(page, index):
        mode, start, end = "direct", page.quotes[index].inner_start, page.quotes[index].inner_end
        page.claimed.add(index)
    pieces = [(start, end)]
    if kind == "passive" and (amount := _amount(page, hit)):
        pieces.append(amount)
    page.add(make_draft(page, hit, pieces, mode, heads))
    if inside < 0:
        page.claim(start, end)


_SILENT = frozenset("je j' nous tu vous ce c' cela ça".split())


def _barred(page: Page, parties: Parties, hit: Hit, heads: tuple[int, ...], inside: int) -> bool:
    """Nobody speaks here: a thing as subject, a question, a form without a subject."""
    parsed, words = page.parsed, page.parsed.words
    if heads and (words[heads[0]].lower in _SILENT or not parties.speaks(heads[0])):
        return True
    if hit.cue.name == "signifier" and not any(parsed.kids(hit.word, "iobj")) and _means(page, parties, hit, heads):
        return True
    if heads and words[heads[0]].lower == "force" and not any(parsed.kids(heads[0], "det")):
        return True  # "force est de constater"
    final = words[parsed.sentences[words[hit.word].sent].last - 1]
    if final.text == "?" and inside < 0 and page.quote_at(final.start) < 0:
        return True
    if not heads:
        return hit.form in ("infinitive", "participle")
    if hit.cue.name == "apprendre" and not _taught(page, hit, heads[0]):
        return True
    # "l'accord prévoit que": a rule, not a forecast
    return hit.cue.name == "prévoir" and words[heads[0]].lemma in PAPERS


def _taught(page: Page, hit: Hit, head: int) -> bool:
    """ "L'agence nous apprend que", "on apprend que"; who "a appris que" has heard it."""
    words = page.parsed.words
    told = any(w.lower in ("nous", "leur", "lui", "vous") for w in words[hit.first : hit.word])
    to = any(w.lower in ("à", "au", "aux") for w in words[hit.last + 1 : hit.last + 3])
    return told or to or words[head].lower in ("on", "-on", "-t-on")


def _means(page: Page, parties: Parties, hit: Hit, heads: tuple[int, ...]) -> bool:
    """ "Ce qui signifie que", "ce mot signifie « ... »": what a thing means is said by nobody."""
    words, after = page.parsed.words, page.parsed.words[hit.last + 1 : hit.last + 2]
    relative = [w.lower for w in words[max(0, hit.first - 2) : hit.first]] == ["ce", "qui"]
    return relative or not heads or not parties.named(heads[0]) or bool(after) and page.quote_at(after[0].start) >= 0


def _fits(
    page: Page, parties: Parties, hit: Hit, heads: tuple[int, ...], found: tuple[str, tuple[int, int]], inside: int
) -> bool:
    """Is this content, of this kind, said by this subject?"""
    words, (kind, (first, last)) = page.parsed.words, found
    if heads and words[heads[0]].lower == "on" and (kind != "que" or hit.cue.name in _SEEN_BY_ALL):
        return False
    if inside >= 0 and (kind != "que" or not heads or words[heads[0]].pos != "PROPN"):
        return False
    impersonal = kind == "N" and hit.passive and hit.first > 0 and words[hit.first - 1].lower == "il"
    if kind in ("N", "de_N", "adj", "X_pour", "quote") and not heads:
        return impersonal
    if hit.passive and not heads and kind != "que" and hit.cue.act != "accuse":
        return False
    if kind == "N" and any(w.lower in ("l'", "le", "la", "les") and w.pos == "PRON" for w in words[hit.first : hit.word]):
        return False  # "comme il l'avait promis": the pronoun is what was promised
    if kind in ("N", "passive") and heads and _enacts(page, hit, heads[0], first, last):
        return False
    if kind == "adj" and hit.cue.name == "se déclarer" and not parties.named(heads[0]):
        return False  # "un incendie s'est déclaré"
    return kind != "N" or _telling(page, parties, hit, heads, first, last)


_ENACTING = frozenset("rejeter approuver valider repousser confirmer annuler déclarer retenir admettre".split())
_ASSEMBLIES = frozenset(
    "cour tribunal conseil commission assemblée sénat parlement chambre comité congrès juge jury député sénateur parlementaire "
    "eurodéputé collège instance autorité préfecture électeur votant peuple justice circonscription".split()
)
_FILED = frozenset(
    "recours demande dossier candidature plainte appel pourvoi requête amendement texte loi projet proposition budget motion "
    "décision plan accord réforme condamnation peine verdict jugement offre".split()
)


def _enacts(page: Page, hit: Hit, head: int, first: int, last: int) -> bool:
    """ "Le conseil a approuvé le budget", "La cour rejette le recours": what such a body does is an act, not its word."""
    words = page.parsed.words
    share = any(w.text == "%" for w in words[max(0, head - 3) : head + 1])  # "59 % des votants ont rejeté"
    share = share or words[head - 1].pos == "NUM"  # "Quatre cantons ont approuvé": who is counted has voted
    if hit.cue.name not in _ENACTING or not share and words[head].lemma.lower() not in _ASSEMBLIES:
        return False
    return (
        any(w.lemma.lower() in _FILED for w in words[first : min(last, first + 4)]) or hit.passive and hit.cue.name != "confirmer"
    )


_SEEN_BY_ALL = frozenset("noter remarquer observer constater relever croire penser supposer voir compter".split())


def _noun_end(page: Page, first: int, last: int) -> int:
    """A noun phrase ends before a verb that no relative introduces ("les faits et appelle ...") and before when it was said."""
    words = page.parsed.words
    limit = page.parsed.sentences[words[first].sent].last
    for k in range(first + 1, last - 1):  # "des comptes, qu'ils commencent ..."
        if words[k].text == "," and words[k + 1].lower in ("que", "qu'") and page.quote_at(words[k].start) < 0:
            last = k
            break
    for k in range(first + 1, min(last + 1, limit)):  # the verb may stand right behind: "le divorce mais sa femme | a décidé"
        word = words[k]
        if page.quote_at(word.start) >= 0:
            continue
        if word.lower in _RELATIVE_WORDS:
            break
        if word.feat("VerbForm") == "Fin" and word.pos in ("VERB", "AUX"):
            stop = next((j for j in range(min(k, last), first, -1) if words[j].pos == "CCONJ" or words[j].text == ","), None)
            return stop if stop is not None and page.quote_at(words[stop].start) < 0 else last
    for k in range(first + 1, last - 2):
        lowers = tuple(w.lower for w in words[k : k + 3])
        if lowers in _THROUGHOUT and page.quote_at(words[k].start) < 0:
            return k
    return last


_RELATIVE_WORDS = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles lorsque lorsqu' quand si comme".split())
_THROUGHOUT = frozenset(
    (("tout", "au", "long"), ("à", "plusieurs", "reprises"), ("au", "cours", "de"), ("au", "cours", "du"), ("à", "l'", "issue"))
)


def _before_speech(page: Page, start: int, end: int) -> int:
    """ "précise que A : « B »": what follows the colon is speech of its own."""
    text = page.parsed.text
    for index in page.quotes_in(start + 1, end):
        before = text[start : page.quotes[index].start].rstrip()
        if before.endswith(":") and sentence_like(page, index):
            return start + len(before[:-1].rstrip())
    return end


def sentence_like(page: Page, index: int) -> bool:
    """Does the quotation begin like a sentence and hold a finite verb?"""
    quote, words = page.quotes[index], page.parsed.words
    return page.parsed.text[quote.inner_start].isupper() and any(
        words[i].pos in ("VERB", "AUX") and words[i].feat("VerbForm") == "Fin"
        for i in page.parsed.at(quote.inner_start, quote.inner_end)
    )


def _content(page: Page, hit: Hit) -> tuple[str, tuple[int, int]] | None:
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
    if hit.cue.name in _JUDGING and (found := _judged(page, hit)):
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


_ADMITTING = frozenset(("reconnaître", "avouer", "admettre"))
_FAULTS = frozenset(
    "responsabilité implication participation fait erreur tort faute défaite échec culpabilité manquement crime meurtre "
    "vol retard existence difficulté déception".split()
)


# "balayer les rumeurs" is said; a storm sweeps a coast.
_SAID = frozenset(
    "accusation allégation argument critique crainte doute hypothèse idée objection polémique propos proposition question "
    "reproche réserve rumeur soupçon tout théorie thèse version".split()
)
# "affirmer son soutien" is said; "affirmer son style" is not.
_HOLDING = frozenset(("affirmer", "réaffirmer", "exprimer", "clamer", "déclarer", "réitérer", "redire", "répéter", "rappeler"))
# "évoquer la thèse d'un accident": what is thought possible is said.
_IDEAS = frozenset("thèse hypothèse piste possibilité risque scénario éventualité probabilité".split())
_STANDS = frozenset(
    "volonté intention soutien opposition attachement détermination souhait refus solidarité inquiétude désaccord confiance "
    "espoir regret condoléance indignation innocence".split()
)
_TOLL = frozenset(
    "mort blessé victime personne disparu tué hospitaliser rescapé survivant manifestant arrestation interpellation".split()
)


def _passive_subject(page: Page, hit: Hit, heads: tuple[int, ...]) -> tuple[str, tuple[int, int]] | None:
    """ "L'attentat a été revendiqué par X": the subject is what is said."""
    if not hit.passive or not heads or hit.cue.act not in ("say", "announce", "deny", "criticise"):
        return None
    if "N" not in hit.cue.frames and not (hit.cue.name in _JUDGING and _amount(page, hit)):
        return None
    if hit.cue.name == "dévoiler":
        return None  # a plaque, a statue
    if hit.cue.name == "balayer" and not any(w.lemma.lower() in _SAID for w in page.parsed.kids(hit.word, "nsubj")):
        return None  # "l'île a été balayée par la tempête"
    parsed, words = page.parsed, page.parsed.words
    subject = next((w.i for w in parsed.kids(hit.word, "nsubj") if w.i < hit.first and w.pos in ("NOUN", "PROPN")), -1)
    if subject < 0:
        floor = parsed.sentences[words[hit.word].sent].first
        relative = any(w.lower == "qui" for w in words[floor : hit.first])
        subject = next((w.i for w in words[floor : hit.first] if relative and w.dep.startswith("nsubj") and w.pos == "NOUN"), -1)
    return ("passive", phrase(parsed, subject)) if subject >= 0 else None


def _amount(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "Le préjudice est estimé à 320 000 euros par X", "est jugé trop cher par X": what stands between verb and speaker."""
    words = page.parsed.words
    limit = min(page.parsed.sentences[words[hit.word].sent].last, hit.last + 14)
    par = next((k for k in range(hit.last + 1, limit) if words[k].lower == "par"), -1)
    told = hit.cue.name in _JUDGING
    if par < 0 or not any(w.pos == "NUM" or w.text[:1].isdigit() or told and w.pos == "ADJ" for w in words[hit.last + 1 : par]):
        return None
    return page.trim(words[hit.last + 1].start, words[par - 1].end)


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


_JUDGING = frozenset(("juger", "estimer", "considérer", "trouver"))


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


def _telling(page: Page, parties: Parties, hit: Hit, heads: tuple[int, ...], first: int, last: int) -> bool:
    """Is a cue with a mere noun phrase speech here? Its subject must be a party, and the verb one that is mostly said."""
    words = page.parsed.words
    if hit.cue.name == "compter":
        return words[first].pos == "NUM" and parties.named(heads[0]) and any(w.lemma in _TOLL for w in words[first:last])
    if page.quotes_in(words[first].start, words[last - 1].end):
        return True
    if hit.form == "infinitive" or last - first < 2:
        return False
    if hit.cue.act == "say" and hit.cue.name in ("évoquer", "détailler", "exposer", "décrire", "résumer", "formuler", "énoncer"):
        indefinite = hit.cue.name == "évoquer" and words[first].lower in ("un", "une", "des") and parties.named(heads[0])
        idea = hit.cue.name == "évoquer" and any(w.lemma in _IDEAS for w in words[first : first + 3])
        return indefinite or idea or any(w.pos == "NUM" for w in words[first:last])
    if hit.cue.name == "saluer":  # "a salué Paul Lestang à la gare": a greeting
        at = first + (words[first].lemma.lower() in TIMES)
        mentioned = parties.at_head.get(at)
        actor = parties.actors.get(mentioned.actor) if mentioned and mentioned.form == "name" else None
        return actor is None or actor.kind != "person"
    if hit.cue.name == "balayer":  # "la tempête a balayé la côte"
        return any(w.lemma.lower() in _SAID for w in words[first:last])
    if hit.cue.name == "rejeter" and any(w.lemma in ("faute", "responsabilité") for w in words[first : first + 2]):
        return all(w.lower not in ("sur", "à") for w in words[first:last])  # "en rejetant la faute sur les rebelles": he accuses
    if hit.cue.name in _ADMITTING:
        return any(w.lemma in _FAULTS for w in words[first:last])
    if hit.cue.name in ("estimer", "évaluer", "chiffrer"):
        return any(w.pos == "NUM" for w in words[first:last])
    if hit.cue.name in _HOLDING:
        return any(w.lemma in _STANDS for w in words[first : first + 3])
    head = words[heads[0]]
    return head.pos in ("PROPN", "PRON") or parties.mention_of(heads[0]) is not None or parties.speaks(heads[0])
