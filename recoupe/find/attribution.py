"""Who speaks: from a cue to the words of its subject, and from those to an actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from recoupe.find.cueing import Hit
from recoupe.lang.frames import noun_senses
from recoupe.lang.nouns import first_names
from recoupe.parse.document import Parsed, Word
from recoupe.types import Actor, Form, Mention, Span, make_id

NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
TIMES = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche matin midi soir nuit jour journée semaine mois an année veille "
    "lendemain janvier février mars avril mai juin juillet août septembre octobre novembre décembre heure minute hier "
    "aujourd'hui demain week-end moment instant fois après-midi matinée soirée siècle époque début fin".split()
)
# What speaks although it is no person: papers and polls.
PAPERS = frozenset(
    "émission podcast reportage interview rapport étude communiqué sondage enquête document lettre tweet bilan décompte "
    "bulletin journal note texte article dépêche message quotidien hebdomadaire magazine site chaîne radio télévision "
    "média presse agence estimation projection baromètre arrêté jugement arrêt notice avis circulaire tract manifeste "
    "tribune éditorial livre rapporteur compte chiffre source post courrier courriel mail audit recensement télégramme "
    "câble panneau pancarte affiche banderole loi charte accord déclaration résolution".split()
)
# A document speaks for the one who made it, where the report names him ("un bilan de la préfecture").
_DOCUMENTS = frozenset(
    "rapport étude communiqué sondage enquête document lettre tweet bilan décompte bulletin note dépêche message post courrier "
    "courriel mail baromètre circulaire tract télégramme projection audit recensement estimation compte chiffre".split()
)
_ISSUING = frozenset("publier diffuser adresser envoyer écrire signer transmettre remettre rendre rédiger poster".split())
# Groups and bodies whose names end like abstract nouns.
_BODIES = frozenset(
    "administration direction organisation association fédération délégation coalition commission police préfecture "
    "gouvernement parlement mouvement institution opposition défense accusation rédaction population majorité communauté "
    "université autorité confédération corporation nation section régime département mairie municipalité collectivité "
    "diplomatie justice magistrature famille foule gendarmerie armée marine aviation entourage minorité partie "
    "présidence fondation union ligue rébellion dictature monarchie compagnie société entreprise banque mission "
    "juridiction chancellerie représentation agglomération ville commune région capitale état-major parquet régiment "
    "entraînement parlementaire comité secrétariat médiateur amirauté papauté communication police syndicat garde "
    "jeunesse comité prix clergé épiscopat patronat électorat professorat encadrement bâtonnier établissement légation ambassade "
    "principauté".split()
)
_ABSTRACT = ("tion", "sion", "ment", "age", "ité", "ure", "ance", "ence", "isme", "té", "eur_")
_THINGS = frozenset(
    "ce cela ça ceci c' fait chose résultat cas image photo vidéo scène crise guerre victoire défaite hausse baisse prix "
    "coût taux système modèle projet film mesure idée raison cause histoire expérience succès échec but match rencontre "
    "visite voyage attentat attaque accident incendie affaire dossier procès élection vote scrutin réforme budget plan "
    "programme signe preuve exemple analyse absence présence arrivée départ mort décès naissance découverte recherche "
    "travail travaux effort perte gain risque danger tout rien événement évènement chiffre_ donnée signal phénomène alerte "
    "méthode milliard million effet appareil podium écart don argent somme montant proportion pourcentage discours "
    "parallèle photographie viseur collecte cagnotte référendum symbole indice élément".split()
)
# Events by name that people mean by it: "la résistance affirme", "un soutien de la ministre regrette".
_SPEAKING_EVENTS = frozenset(
    "opposition résistance soutien appui alliance instruction campagne contestation partenariat critique".split()
)
_STOPS = frozenset(("que", "qu'", ":", ";", "(", "«", "»", '"', "“", "”"))


def subject_heads(parsed: Parsed, hit: Hit, *, follows: bool = False) -> tuple[int, ...]:
    """Head words of the cue's subject (several when coordinated), () when the text does not show one."""
    words = parsed.words
    if hit.clitic >= 0:
        return (hit.clitic,)
    if follows:
        found = _following(parsed, hit)
        return _joined(parsed, found) if found >= 0 else ()
    if hit.passive:
        agents = (w for w in parsed.kids(hit.word, "obl:agent") if w.lemma.lower() not in _MEANS)
        agent = next((w.i for w in agents if _case(parsed, w.i) == "par"), -1)
        if agent < 0:  # "accusé de viol par deux femmes": the parser hangs the agent on the complement
            limit = min(parsed.sentences[words[hit.word].sent].last - 1, hit.last + 12)
            after = range(hit.last + 1, limit)
            par = next((k for k in after if words[k].lower == "par" and words[words[k].head].lemma not in _MEANS), -1)
            agent = words[par].head if par >= 0 and words[par].head > par and words[words[par].head].pos in NOMINAL else -1
        return _joined(parsed, agent) if agent >= 0 else ()
    at: int | None = hit.word
    for _ in range(7):
        if at is None:
            break
        if at != hit.word and words[at].lemma in _CAUSING and hit.form == "participle":  # "a poussé X à nier, affirmant que"
            moved = next((w.i for w in parsed.kids(at, "obj") if w.i < hit.first and w.pos in NOMINAL), -1)
            return _joined(parsed, moved) if moved >= 0 else ()
        if at != hit.word and words[at].lemma in _ENABLING and hit.form == "infinitive":
            return _enabled(parsed, at, hit)
        found = _own_subject(parsed, at, hit)
        if found >= 0 and hit.form == "finite" and _set_apart(parsed, found, at, hit):
            found = _preceding(parsed, hit)
        if found >= 0:
            return _joined(parsed, found)
        word = words[at]
        if word.dep.startswith("acl") and words[word.head].pos in NOMINAL:
            return _joined(parsed, _out_of_place(parsed, word.head))
        at = (
            word.head
            if word.head != at and word.dep.split(":")[0] in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "obl", "acl")
            else None
        )
        if at is not None and words[at].pos in NOMINAL and hit.form == "finite":
            at = None
    if hit.form != "finite":
        return ()
    return preceding_heads(parsed, hit)


def _out_of_place(parsed: Parsed, noun: int) -> int:
    """ "le discours de Paul Denis à Prague appelant à": not the town, but what or who was there."""
    words = parsed.words
    if words[noun].pos == "PROPN" and _case(parsed, noun) in ("à", "en", "dans") and words[words[noun].head].pos in NOMINAL:
        return words[noun].head
    return noun


def _set_apart(parsed: Parsed, subject: int, at: int, hit: Hit) -> bool:
    """A subject that is none: "Lille : le maire annonce"; or another clause's: "Les fouilles vont et Paul Lestang espère"."""
    words = parsed.words
    if any(w.text == ":" for w in words[subject + 1 : hit.first]):
        return _preceding(parsed, hit) >= 0
    if at == hit.word or words[hit.first - 1].pos != "PROPN":
        return False
    nearer = _preceding(parsed, hit)
    first = phrase(parsed, nearer)[0] if nearer > subject else 0
    return first > subject and words[first - 1].pos == "CCONJ"


_MEANS = frozenset("suite ailleurs exemple téléphone écrit voie mail courriel biais intermédiaire endroit erreur hasard".split())
_ENABLING = frozenset("permettre valoir donner offrir".split())


def _enabled(parsed: Parsed, verb: int, hit: Hit) -> tuple[int, ...]:
    """ "Ce chiffre a permis à la ministre de déclarer que": who was enabled to speak."""
    for kid in parsed.kids(verb, "obl", "iobj"):
        if kid.i < hit.first and kid.pos in NOMINAL and _case(parsed, kid.i) in ("à", "au", "aux"):
            return _joined(parsed, kid.i)
    return ()


_CAUSING = frozenset("pousser amener conduire obliger contraindre forcer inviter inciter".split())


def preceding_heads(parsed: Parsed, hit: Hit) -> tuple[int, ...]:
    """The subject by the order of the words alone, for when the tree is broken."""
    before = _preceding(parsed, hit)
    return _joined(parsed, before) if before >= 0 else ()


def _own_subject(parsed: Parsed, at: int, hit: Hit) -> int:
    """The subject among a verb's children, through a relative pronoun to its antecedent; -1 without one."""
    words = parsed.words
    kids = [w for w in parsed.kids(at, "nsubj", "expl:subj") if w.lower not in ("que", "qu'", "dont", "-t", "t")]
    if not kids:
        return -1
    kids = [w for w in kids if not w.text[0].isdigit() and (w.lemma.lower() not in TIMES or w.i > at)]
    if not kids:  # "Ce 26 décembre, le ministère dévoilait": a date is nobody
        return -1
    free = [w for w in kids if not any(c.i < w.i and c.lower not in _NO_CASE for c in parsed.kids(w.i, "case"))]
    if not free:  # "Sur les réseaux sociaux, Lucas Morel a réagi": the name hangs on the noun of the place
        named = [k for w in kids for k in parsed.kids(w.i, "appos") if k.pos == "PROPN" and k.i < at]
        return named[-1].i if named else -1
    kids = free
    before = [w for w in kids if w.i < at]
    if hit.form == "participle" and at == hit.word and not before:
        return -1
    chosen = (before or kids)[0]
    if len(before) > 1 and before[-1].pos in ("NOUN", "PROPN") and _own_clause(parsed, before[0].i, before[-1].i):
        chosen = before[-1]
    if chosen.lower in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
        if chosen.i > 0 and words[chosen.i - 1].lower == "ce":
            return chosen.i - 1
        return _antecedent(parsed, at, chosen.i)
    if chosen.lower in ("-", "ci", "là") and chosen.i > 0:
        return chosen.i - 1
    if chosen.dep.startswith("expl") and chosen.lower in ("se", "s'"):
        return -1
    if chosen.lower in ("un", "une") and (member := _one_of(parsed, chosen.i, hit.first)) >= 0:
        return member
    return _nearer(parsed, chosen, at)


def _one_of(parsed: Parsed, one: int, limit: int) -> int:
    """ "Un des chefs du mouvement, Paul Denis, dément": the name between commas; -1 without one."""
    for noun in parsed.kids(one, "nmod"):
        for name in parsed.kids(noun.i, "appos"):
            if name.pos == "PROPN" and noun.i < name.i < limit and parsed.words[name.i - 1].text == ",":
                return name.i
    return -1


def _own_clause(parsed: Parsed, first: int, second: int) -> bool:
    """ "Alors que les dons affluent, Le Courrier explique": has the first of two subjects a verb and a comma of its own?"""
    words = parsed.words
    opened = any(w.pos == "SCONJ" or w.lower in ("que", "qu'") for w in words[parsed.sentences[words[first].sent].first : first])
    verbs = [w.i for w in words[first + 1 : second] if w.pos in ("VERB", "AUX")]
    return opened and bool(verbs) and any(w.text == "," for w in words[verbs[-1] : second])


def _nearer(parsed: Parsed, subject: Word, verb: int) -> int:
    """ "Après l'affaire visant A, B s'est exprimé": of two names that only a comma joins one alone speaks."""
    words = parsed.words
    bearer = next((k for k in parsed.kids(verb, "aux") if k.feat("VerbForm") == "Fin"), words[verb])
    if subject.pos != "PROPN" or bearer.feat("Number") != "Sing":
        return subject.i
    joined = [k for k in parsed.kids(subject.i, "conj", "appos") if k.pos == "PROPN" and subject.i < k.i < verb]
    joined = [k for k in joined if k.dep == "conj" or k.text in first_names() and subject.text in first_names()]
    return joined[0].i if len(joined) == 1 and words[joined[0].i - 1].text == "," else subject.i


_NO_CASE = frozenset(("'", "des", "du", "de", "d'"))  # a torn apostrophe, an article: no preposition before a subject


def _antecedent(parsed: Parsed, verb: int, relative: int) -> int:
    words, at = parsed.words, verb
    for _ in range(4):
        if words[at].dep.startswith("acl") and words[at].head < relative and words[words[at].head].pos in NOMINAL:
            return _bearer(parsed, words[at].head, relative)
        if words[at].dep != "conj":
            break
        at = words[at].head
    for k in range(relative - 1, max(-1, relative - 12), -1):
        if words[k].sent != words[relative].sent:
            break
        if words[k].pos in NOMINAL and not words[k].dep.startswith("flat"):
            return _bearer(parsed, k, relative)
    return -1


def _bearer(parsed: Parsed, noun: int, relative: int) -> int:
    """ "X, président de Y, qui", "le chef de mission pour la Syrie qui": the person, not the name inside the title."""
    words, at = parsed.words, noun
    for _ in range(5):
        word = words[at]
        head = words[word.head]
        if word.head >= at or head.pos not in NOMINAL or word.dep.split(":")[0] not in ("nmod", "conj", "appos", "flat", "obl"):
            break
        apart = any(w.text == "," for w in words[head.i : at])
        if word.dep.startswith("appos") and apart or _is_office(head) and word.dep.split(":")[0] in ("nmod", "conj"):
            noun = head.i
        at = head.i
    # the parser may hang the title on the verb: "a ajouté Paul R., le chef de mission pour la Syrie qui"
    title = words[noun]
    first = parsed.left[noun]
    if _is_office(title) and 1 < first < relative and words[first - 1].text == "," and words[first - 2].pos == "PROPN":
        name = first - 2
        while words[name].dep.startswith("flat") and words[name].head < name:
            name = words[name].head
        return name
    return noun


OFFICES = frozenset(
    "président présidente chef cheffe ministre directeur directrice porte-parole secrétaire responsable maire préfet préfète "
    "procureur procureure avocat avocate ambassadeur ambassadrice représentant représentante député députée sénateur sénatrice "
    "roi reine gouverneur gouverneure commandant commandante général colonel patron patronne dirigeant dirigeante leader "
    "entraîneur entraîneuse capitaine fondateur fondatrice coordinateur coordinatrice délégué déléguée conseiller conseillère "
    "professeur professeure chercheur chercheuse auteur autrice membre habitant habitante expert experte analyste rédacteur "
    "rédactrice vice-président vice-présidente envoyé envoyée commissaire juge tribunal cour parquet".split()
)


def _is_office(word: Word) -> bool:
    return word.pos == "NOUN" and word.lemma.lower() in OFFICES


def _case(parsed: Parsed, i: int) -> str | None:
    return next((w.lower for w in parsed.kids(i, "case")), None)


def _prepositional(parsed: Parsed, i: int) -> bool:
    """Does a preposition govern this noun? By the tree, or by the word right before its determiner."""
    words = parsed.words
    if any(w.i < i and w.lower not in ("quant", "'") for w in parsed.kids(i, "case", "mark")):
        return True
    k = i - 1
    while k >= 0 and words[k].sent == words[i].sent and words[k].pos in ("DET", "ADJ", "NUM"):
        k -= 1
    return k >= 0 and words[k].sent == words[i].sent and words[k].pos == "ADP"


def _following(parsed: Parsed, hit: Hit) -> int:
    """The subject after its verb: "a déclaré lundi à la presse John Kirby"."""
    words = parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    subjects = (w for w in parsed.kids(hit.word, "nsubj") if w.i > hit.last and w.lemma.lower() not in TIMES)
    kid = next((w.i for w in subjects if not _stopped(parsed, hit.last + 1, w.i) and not _told_to(parsed, w.i)), -1)
    if kid >= 0:
        return kid
    for k in range(hit.last + 1, min(limit, hit.last + 16)):
        word = words[k]
        verbal = word.pos in ("VERB", "AUX") and word.feat("VerbForm") in ("Fin", "Inf") and word.text[0].islower()
        if word.lower in _STOPS or verbal or word.pos == "SCONJ":
            return -1
        if word.pos == "NOUN" and word.lemma == "ensemble":
            continue
        free = k == hit.last + 1 or not _prepositional(parsed, k) and not _beside_another(parsed, k)  # "a mis en avant X"
        noun = word.pos in ("NOUN", "PROPN") or (word.pos == "VERB" and words[k - 1].pos == "DET" and k - 1 > hit.last)
        if noun and word.lemma.lower() not in TIMES and free:
            if words[k - 1].pos == "PROPN" and word.text in first_names() and _prepositional(parsed, k - 1):
                return k  # "a écrit sur Twitter Paul Denis"
            if words[k - 1].pos == "PROPN" or word.dep.startswith("flat"):
                continue
            return k
        if word.lower in ("eux", "elles") and words[k - 1].lower in ("d'", "entre"):
            return k  # "croit l'un d'eux"
        if word.pos == "PRON" and word.lower in ("celui-ci", "celle-ci", "ceux-ci", "celui", "celle", "certains", "plusieurs"):
            return k
    return -1


def _told_to(parsed: Parsed, i: int) -> bool:
    """ "a indiqué à l'AFP Paul Denis": the name before which a preposition stands is not the one who speaks."""
    words = parsed.words
    return words[i].pos == "PROPN" and any(w.i < i and w.lower in _TOWARDS_MEDIA for w in parsed.kids(i, "case"))


_TOWARDS_MEDIA = frozenset("à au aux sur dans chez devant auprès".split())


def _beside_another(parsed: Parsed, i: int) -> bool:
    """ "sur BFMTV/RMC": the second name stands under the preposition of the first."""
    words = parsed.words
    if words[i].pos != "PROPN" or i < 2 or words[i - 1].text not in ("/", "-"):
        return False
    return words[i - 2].pos == "PROPN" and _prepositional(parsed, i - 2)


def _stopped(parsed: Parsed, first: int, last: int) -> bool:
    return any(w.lower in _STOPS for w in parsed.words[first:last])


def _preceding(parsed: Parsed, hit: Hit) -> int:
    """The nearest noun phrase before the verb that no preposition governs, in the same clause."""
    words = parsed.words
    floor = parsed.sentences[words[hit.word].sent].first
    best = -1
    k, skipped = hit.first, False
    while k > max(floor, hit.first - 30):
        k -= 1
        word = words[k]
        if word.pos in ("VERB", "AUX") and word.feat("VerbForm") == "Fin" and not skipped:
            qui = next((w.i for w in words[max(floor, k - 6) : k] if w.lower == "qui"), -1)
            if qui > floor:  # "La CGT, qui dénonce ..., appelle": over the relative clause
                k, skipped = qui, True
                continue
        if word.lower in ("»", "”", ";", ":") or (word.pos == "VERB" and word.feat("VerbForm") == "Fin"):
            if k > floor + 1 and words[k - 1].text == words[hit.first - 1].text == "," and words[k - 2].pos == "PROPN":
                continue  # "Paul Denis, figure des riverains, affirme": a noun that the tagger takes for a verb
            if best < 0 and word.pos == "VERB" and words[hit.first - 1].pos == "CCONJ":
                return _own_subject(parsed, k, hit)  # "Les services revoient ce chiffre et font état de"
            break
        if word.pos == "SCONJ":
            break
        if (
            word.pos in NOMINAL
            and not word.dep.startswith("flat")
            and not _prepositional(parsed, k)
            and not _continues_name(parsed, k)
            and not (word.dep == "obj" and word.head < k and words[word.head].feat("VerbForm") == "Fin")
            and word.lemma.lower() not in TIMES
        ):
            if word.pos == "PRON" and word.lower not in SUBJECT_PRONOUNS:
                continue
            best = k
            if word.pos == "PRON" or k == floor or words[k - 1].text != ",":
                break
    return best


def _continues_name(parsed: Parsed, i: int) -> bool:
    """ "Un des chefs du Front Populaire, Paul Denis, dit": the second word of a name that a preposition governs."""
    words = parsed.words
    if words[i].pos != "PROPN" or words[i - 1].pos != "PROPN" or not words[i].dep.startswith("nmod"):
        return False
    return words[i - 1].head == words[i].head and _prepositional(parsed, i - 1)


SUBJECT_PRONOUNS = frozenset(
    "il elle ils elles on celui-ci celle-ci ceux-ci celles-ci celui celle ceux celles certains certaines plusieurs "
    "beaucoup tous toutes autres l'un l'une dernier dernière -il -elle -ils -elles -on -t-il -t-elle -t-on je nous j' "
    "-je -nous".split()
)


def _joined(parsed: Parsed, head: int) -> tuple[int, ...]:
    """The head and what is coordinated with it: "Moscou et Pyongyang"; not a second office of the same person."""
    words, out, at = parsed.words, [head], [head]
    beside = [w.i for w in parsed.kids(words[head].head, "nsubj") if head < w.i <= head + 8 and w.pos in NOMINAL]
    if words[head].dep.startswith("nsubj") and beside and any(w.lower == "et" for w in words[head : beside[0]]):
        out.append(beside[0])  # the parser gives the verb two subjects
    alone = words[head].dep.startswith("nsubj") and words[head].pos == "NOUN" and _alone(parsed, words[words[head].head])
    while at and len(out) < 5:
        for kid in parsed.kids(at.pop(), "conj"):
            single = (
                any(k.feat("Number") == "Sing" for k in parsed.kids(head, "det"))
                and words[head].text[0].islower()
                and kid.text[0].islower()
            )
            if (alone or single) and not any(parsed.kids(kid.i, "det")):
                continue  # "la fondatrice et présidente de l'association": one person
            if kid.pos in NOMINAL and kid.i not in out and not _prepositional(parsed, kid.i) and abs(kid.i - head) < 25:
                between = words[min(head, kid.i) : max(head, kid.i)]
                if any(w.lower in ("et", "ou", "ainsi", "comme") for w in between) and not any(
                    w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in between
                ):
                    out.append(kid.i)
                    at.append(kid.i)
    return tuple(out)


def _alone(parsed: Parsed, verb: Word) -> bool:
    """Is this verb in the singular: "L'ancien maire et député estime"?"""
    bearer = next((k for k in parsed.kids(verb.i, "aux") if k.feat("VerbForm") == "Fin"), verb)
    return bearer.feat("VerbForm") == "Fin" and bearer.feat("Number") == "Sing"


# Participles that say what became of a document, and days: no part of a speaker's name.
_TOLD = frozenset(
    "cité citée cités citées publié publiée publiés publiées communiqué communiquée communiqués communiquées diffusé diffusée "
    "diffusés diffusées transmis transmise rendu rendue consulté consultée obtenu obtenue relayé relayée interrogé interrogée "
    "interrogés interrogées joint jointe contacté contactée".split()
)
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier".split())


def phrase(parsed: Parsed, head: int, limit: int | None = None) -> tuple[int, int]:
    """Words [first, last) of the noun phrase of `head`: no relative clause, no verb, not across a quotation mark."""
    words = parsed.words
    sentence = parsed.sentences[words[head].sent]
    first = last = head
    low = max(sentence.first, parsed.left[head])
    while first > low and (
        words[first - 1].pos in ("DET", "ADJ", "NUM", "PROPN", "NOUN") or words[first - 1].lower in ("-", "'")
    ):
        if words[first - 1].pos == "NOUN" and words[first - 1].head != head:
            break
        if words[first].pos == "DET" and words[first - 1].pos != "DET":
            break  # "a expliqué | l'animateur": nothing of a phrase stands before its article
        first -= 1
    while last + 1 < sentence.last and words[last + 1].pos == "PROPN" and words[last + 1].dep.startswith(("flat", "appos")):
        last += 1
    high = min(sentence.last - 1, parsed.right[head], limit if limit is not None else 10**9)
    while last < high:
        word = words[last + 1]
        if (
            (word.pos in ("VERB", "AUX", "SCONJ") and not (word.dep == "amod" and word.head == head))
            or word.lower in ("qui", "dont", "où", "lequel", "laquelle")
            or word.text in '«»“”":;()–—'
            or word.lower in _TOLD
            or word.lower in _DAYS
        ):
            break
        last += 1
    if last - 1 > head and words[last].lower in ("lui", "elle", "eux", "elles") and words[last - 1].text == ",":
        last -= 2  # "L'état-major, lui, ...": taken up, no part of the name
    while last > head and words[last].pos in ("PUNCT", "ADP", "CCONJ", "DET", "ADV"):
        last -= 1
    return first, last + 1


class Parties:
    """The actors of one report, with those that only a cue shows: looked up by the words of a subject, added to when need be."""

    def __init__(self, parsed: Parsed, mentions: Iterable[Mention], actors: Iterable[Actor]) -> None:
        self.parsed = parsed
        self.mentions = list(mentions)
        self.actors = {a.id: a for a in actors}
        self.at_head: dict[int, Mention] = {}
        self.covering: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: (m.span.end - m.span.start, m.span.start)):
            if mention.head >= 0:
                self.at_head.setdefault(mention.head, mention)
            for i in parsed.at(mention.span.start, mention.span.end):
                self.covering.setdefault(i, mention)
        self.spans = {(m.span.start, m.span.end) for m in self.mentions}
        self.made: dict[str, str] = {}

    def mention_of(self, head: int) -> Mention | None:
        """The mention these words belong to: by its head, by the name in apposition, by cover."""
        if found := self.at_head.get(head):
            return self._by_name(found, head) if found.form == "description" else found
        covering = self.covering.get(head)
        if covering is not None and covering.form == "name" and self.parsed.words[head].end == covering.span.end:
            if self.parsed.words[covering.head].head == head:
                return covering  # "Le Parisien": its article comes first
        for kid in self.parsed.kids(head, "appos", "flat"):
            if kid.i - head <= 8 and (found := self.at_head.get(kid.i)) and found.form in ("name", "acronym"):
                office = self.parsed.words[head].lemma.lower() in OFFICES
                body = self.parsed.words[head].lemma.lower() in _BODIES
                if office and not self._somebody(found) or body and self._somebody(found):
                    continue  # "le sénateur LR": his party; "le comité Nobel": nobody's first name
                return found
        found = self.covering.get(head)
        return found if found and found.form not in ("adjective", "possessive") and self._same_phrase(found, head) else None

    def _by_name(self, found: Mention, head: int) -> Mention:
        """ "l'organisation humanitaire Horizons": the name right behind says who it is."""
        for kid in self.parsed.kids(head, "appos", "flat"):
            named = self.at_head.get(kid.i)
            actor = (
                self.actors.get(named.actor) if named and named.form in ("name", "acronym") and 0 < kid.i - head <= 8 else None
            )
            if named and actor and actor.kind in ("person", "organisation") and self._encloses(head, kid.i):
                if actor.kind == "organisation" and self._somebody(found):
                    continue  # "le sénateur LR": his party
                return named
        return found

    def _somebody(self, found: Mention) -> bool:
        actor = self.actors.get(found.actor)
        return actor is not None and actor.kind in ("person", "role")

    def _encloses(self, head: int, name: int) -> bool:
        """No comma before the name, or one on both sides: "Selon le parquet, Paul Lestang aurait" names two."""
        words, last = self.parsed.words, name
        if all(w.text != "," for w in words[head:name]):
            return True
        while last + 1 < len(words) and words[last + 1].pos == "PROPN":
            last += 1
        return last + 1 < len(words) and words[last + 1].text in ",.(»"

    def _same_phrase(self, mention: Mention, head: int) -> bool:
        """Is `head` the head of the covering mention, not a noun deep inside it?"""
        return (
            mention.head < 0
            or mention.head == head
            or self.parsed.words[head].dep.startswith("flat")
            or self.parsed.words[head].head == mention.head
            or (mention.form == "name" and self.parsed.words[mention.head].head == head)  # "Le Figaro": its article comes first
            or self._titles(mention, head)
            or (mention.form == "name" and self.parsed.words[head].pos == "PROPN" and self._somebody(mention))
            or (mention.form == "name" and self.parsed.words[head].end == mention.span.end and mention.head >= head - 2)
        )

    def _titles(self, mention: Mention, head: int) -> bool:
        """Is `head` the title with which a name begins ("le sénateur (LR) de la Loire Paul Denis")?"""
        if mention.form != "name" or not 0 <= head < mention.head:
            return False
        before = self.parsed.at(mention.span.start, self.parsed.words[head].start)
        return self.parsed.words[head].start >= mention.span.start and all(
            self.parsed.words[i].pos in ("DET", "ADJ") for i in before
        )

    def speaks(self, head: int) -> bool:
        """May this noun be somebody who speaks?"""
        word = self.parsed.words[head]
        if word.pos == "PRON" or word.lower in SUBJECT_PRONOUNS or word.lower == "ce":
            return word.lower not in _THINGS and word.lower not in ("dont", "que", "quoi", "y", "en")
        if mention := self.mention_of(head):
            actor = self.actors.get(mention.actor)
            return actor is None or actor.kind != "place" or word.pos == "PROPN"
        lemma = word.lemma.lower()
        if lemma in PAPERS or lemma in _BODIES or word.pos == "PROPN":
            return True
        if lemma in _THINGS or lemma in TIMES or lemma.endswith(_ABSTRACT):
            return False
        return lemma not in noun_senses() or lemma in _SPEAKING_EVENTS

    def owner(self, head: int) -> int:
        """Of a document, the one whose it is ("un décompte de la préfecture"); else the head itself."""
        words = self.parsed.words
        if words[head].pos != "NOUN" or words[head].lemma.lower() not in _DOCUMENTS:
            return head
        for kid in self.parsed.kids(head, "nmod"):
            near = head < kid.i <= head + 6 and _case(self.parsed, kid.i) in ("de", "du", "des", "d'")
            if near and kid.pos in NOMINAL and kid.lemma.lower() not in _DOCUMENTS and self._party(kid.i):
                return kid.i
        verb = words[head].head
        if words[head].dep == "obj" and words[verb].lemma in _ISSUING:  # "le parquet publie un communiqué qui précise que"
            return next((w.i for w in self.parsed.kids(verb, "nsubj") if self._party(w.i)), head)
        return head

    def _party(self, head: int) -> bool:
        mention = self.mention_of(head)
        actor = self.actors.get(mention.actor) if mention else None
        if actor is not None and mention is not None and mention.head == head:
            return actor.kind != "place"
        return self.parsed.words[head].lemma.lower() in _BODIES and any(self.parsed.kids(head, "det"))

    def named(self, head: int) -> bool:
        """Is this surely a party: mentioned as one, a name, a pronoun, a paper or a body?"""
        word = self.parsed.words[head]
        lemma = word.lemma.lower()
        return self.mention_of(head) is not None or word.pos in ("PROPN", "PRON") or lemma in PAPERS or lemma in _BODIES

    def actor(self, head: int) -> str | None:
        """The actor of a subject. A noun phrase that nobody mentioned yet becomes one; an unresolved pronoun is unknown."""
        if mention := self.mention_of(head):
            return mention.actor
        word = self.parsed.words[head]
        if word.pos == "PRON" or word.lower in SUBJECT_PRONOUNS:
            return None
        return self._make(head)

    def _make(self, head: int) -> str:
        first, last = phrase(self.parsed, head)
        words = self.parsed.words
        start = first
        while start < last - 1 and words[start].pos == "DET":
            start += 1
        last = next((k for k in range(head + 1, last) if words[k].text == ","), last)  # no apposition in a name
        span = self.parsed.span(first, last)
        name = " ".join(self.parsed.text[words[start].start : span.end].split())
        key = name.lower()
        word = words[head]
        if key not in self.made:
            plural = word.feat("Number") == "Plur"
            kind = (
                "organisation" if word.lemma.lower() in PAPERS or word.lemma.lower() in _BODIES else "group" if plural else "role"
            )
            if word.pos == "PROPN":
                kind = "person"
            actor = Actor(make_id("la", self.parsed.report, "speaker", key), name, kind, None, (name,))  # type: ignore[arg-type]
            self.actors.setdefault(actor.id, actor)
            self.made[key] = actor.id
        self.add(span, self.made[key], "name" if word.pos == "PROPN" else "description", head)
        return self.made[key]

    def add(self, span: Span, actor: str, form: Form, head: int) -> None:
        """One more mention, unless these words are one already."""
        made = Mention(make_id("m", self.parsed.report, span.start, span.end, form), span, actor, form, head)
        if (span.start, span.end) not in self.spans:
            self.spans.add((span.start, span.end))
            self.mentions.append(made)
            self.at_head.setdefault(head, made)

    def tie(self, head: int, actor: str) -> None:
        """The pronoun at this word stands for the one who speaks, whatever it was tied to before."""
        known = self.at_head.get(head)
        span = self.parsed.span(head, head + 1)
        if known is None:
            self.add(span, actor, "pronoun", head)
        elif known.actor != actor and known.form == "pronoun":
            made = replace(known, actor=actor)
            self.mentions[self.mentions.index(known)] = self.at_head[head] = made


def is_pronoun(word: Word) -> bool:
    """A subject pronoun, by its form."""
    return word.lower in SUBJECT_PRONOUNS
