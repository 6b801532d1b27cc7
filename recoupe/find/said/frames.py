"""Cues that govern what is said: "dit que", "accuse X de", "se dit prêt", "dénonce un « crime »"."""

from __future__ import annotations

from recoupe.find.said.cueframes import JUDGING, governed
from recoupe.find.said.cueing import Hit
from recoupe.find.said.page import Page, make_draft
from recoupe.find.said.speakers import speaker_of
from recoupe.find.who.attribution import PAPERS, Parties
from recoupe.find.who.nounphrases import TIMES, phrase


def find_governed(page: Page, parties: Parties, hit: Hit) -> None:
    """One cue with its frames, the most telling construction first."""
    words = page.parsed.words
    inside = page.quote_at(words[hit.word].start)
    heads = speaker_of(page, parties, hit)
    if _barred(page, parties, hit, heads, inside):
        return
    found = governed(page, hit) or _passive_subject(page, hit, heads)
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
    if "N" not in hit.cue.frames and not (hit.cue.name in JUDGING and _amount(page, hit)):
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
    told = hit.cue.name in JUDGING
    if par < 0 or not any(w.pos == "NUM" or w.text[:1].isdigit() or told and w.pos == "ADJ" for w in words[hit.last + 1 : par]):
        return None
    return page.trim(words[hit.last + 1].start, words[par - 1].end)


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
