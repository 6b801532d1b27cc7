"""What an unknown name names: a person, a place, a state or a body, by the words around it in the whole report.

The model's label is one voice among several: it takes "Valmorin", "Transcor" and "Brastava" for persons alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.find.who.pronouns import CUES
from recoupe.lang.frames import noun_classes
from recoupe.lang.nouns import actor_nouns
from recoupe.parse.document import Word
from recoupe.types import ActorKind

Weights = dict[ActorKind, float]

_ARTICLES = frozenset(("le", "la", "l'", "les", "du", "des", "au", "aux"))
_OF = frozenset(("de", "du", "d'", "des"))
# Prepositions that lead to a place by themselves.
_WHERE = frozenset(("à", "vers", "dans", "depuis", "en", "sous"))
_TELLING = frozenset(
    """dire demander répondre reprocher imposer donner fournir livrer vendre permettre promettre ordonner interdire offrir
    confier imputer attribuer appartenir rappeler verser reverser devoir céder succéder opposer adresser envoyer remettre
    réclamer accorder refuser infliger
    confiance hommage soutien aide lettre réponse visite merci félicitation appel recours face quant grâce contrat plainte
    condamner appeler""".split()
)
# Nouns and adverbs whose "de X" is a place.
_OF_PLACES = frozenset(
    """près loin proximité entrée sortie sud nord est ouest nord-est nord-ouest sud-est
    sud-ouest centre centre-ville région ville village commune gare aéroport port
    hôpital habitant maire préfet procureur tribunal parquet mairie préfecture province comté district canton quartier
    banlieue périphérie faubourg rue route bataille siège prise chute population agglomération métropole département
    municipalité environs alentours large périmètre secteur bourg localité île port stade université prison évêque
    archevêque cour rives côte côtes vallée pic mont massif bassin golfe baie lac détroit cathédrale lycée collège
    chu sous-préfecture circonscription habitants riverain vieille capitale citadelle
    commissariat gendarmerie caserne prud'hommes assises riverains""".split()
)
# What happened somewhere: "le drame de Montrevel"; not "l'accident de Paul", "la mort de Paul".
_HAPPENED = frozenset(
    """drame effondrement catastrophe tragédie attentat tuerie fusillade massacre crue inondation séisme avalanche émeute
    déraillement carambolage éboulement""".split()
)
_OF_BODIES = frozenset(
    """filiale salarié patron pdg action actionnaire dirigeant directeur directrice usine employé syndicat client service
    avocat porte-parole concurrent rachat fusion faillite siège chiffre vol avion train bénéfice application produit
    société groupe compagnie militant adhérent membre effectif""".split()
)
# Organs that only a state has: "l'armée du Sarvan", "l'ambassadeur de Morévie".
STATE_ORGANS = frozenset(
    """gouvernement armée ambassadeur ambassadrice ambassade ministre diplomatie parlement état-major marine aviation
    forces soldat militaire frontière territoire relation dirigeant souveraineté président présidente reine roi
    capitale état monarchie constitution indépendance""".split()
)
_TRADE = frozenset(
    """exploiter fabriquer produire employer commercialiser vendre racheter licencier facturer livrer investir assembler
    recruter embaucher supprimer desservir distribuer construire coter équiper gérer publier diffuser""".split()
)
_OWN_ORGANS = frozenset("gouvernement armée ambassadeur ambassadrice ambassade frontière capitale".split())
_ACTS_OF_STATES = frozenset(
    """accuser démentir nier affirmer dénoncer exiger menacer condamner réclamer protester rejeter riposter
    annexer bombarder envahir ratifier reconnaître convoquer expulser négocier rompre""".split()
)
# What a town is called beside its name, and how many a town's name ends.
_TOWNS = frozenset("capitale ville commune village localité chef-lieu station bourgade port cité métropole hameau île".split())
_TOPONYM = re.compile(r"(?:ville|bourg|burg|grad|stan)$|-(?:sur|lès|les|sous|en|aux)-|^saint(?:e)?-")
# Nouns before the name of a body: "la compagnie Norwing", "les magazines X et Y".
NAMED_BODIES = frozenset(
    """groupe société entreprise compagnie association parti journal quotidien hebdomadaire magazine chaîne radio site agence
    ong constructeur opérateur fabricant géant syndicat fondation banque marque enseigne mouvement club équipementier
    bijouterie boutique magasin restaurant discothèque usine clinique librairie boulangerie pharmacie supermarché casino
    cabinet laboratoire coopérative holding plateforme collectif start-up firme avionneur éditeur
    distributeur tabloïd mensuel""".split()
)
NAMED_BODIES |= {body + "s" for body in NAMED_BODIES} | {"journaux"}
_AGED = frozenset(("ans", "an"))


def evidence_at(words: Sequence[Word], first: int, last: int, opens: bool = False) -> Iterator[tuple[ActorKind, float]]:
    """What the neighbours of words[first:last] say of its kind, each with its weight. `opens`: a paragraph begins here."""
    yield from _before(words, first, 4.0 if last - first == 1 else 2.0)
    yield from _after(words, first, last)
    if _TOPONYM.search(words[last - 1].lower):
        yield "place", 3.5
    if last - first == 1 and words[first].text.isupper() and 2 <= len(words[first].text) <= 8:
        yield "organisation", 3.0 if first and words[first - 1].lower in ("le", "la", "l'", "du", "au") else 1.0
    if opens and _dateline(words, last):
        yield "place", 6.0


def _before(words: Sequence[Word], first: int, at: float) -> Iterator[tuple[ActorKind, float]]:
    j = first - 1
    if j < 0 or words[j].sent != words[first].sent:
        return
    article = words[j].lower if words[j].lower in _ARTICLES and words[j].pos != "PRON" else ""
    if article:
        yield "person", -3.0  # persons take no article
        if article in ("les", "des", "aux"):
            yield "organisation", 1.0
        elif article == "au":
            yield "place", 0.5
        if article not in ("du", "des", "au", "aux"):
            j -= 1
    if j < 0:
        return
    case = words[j].lower
    if case in NAMED_BODIES and not article:
        yield "organisation", 5.0
    elif case == "chez":
        yield "organisation", 2.0
    elif case in _OF:
        yield from _complement(words, j)
    elif case == "à" and not _told(words, j):
        yield "place", at
    elif case in _WHERE and case != "à":
        yield "place", 2.0 if case in ("vers", "en") else 1.0
    elif words[j].lower in ("entre", "par", "via") and words[j].pos == "ADP":
        yield "place", 0.5
    elif words[j].lower == "gare":
        yield "place", 2.0


def _told(words: Sequence[Word], j: int) -> bool:
    """Is this "à" the one of telling or giving ("a demandé à X")?"""
    near = words[max(0, j - 3) : j]
    return any(w.lemma.lower() in _TELLING or w.lemma in CUES for w in near if w.sent == words[j].sent)


def _complement(words: Sequence[Word], j: int) -> Iterator[tuple[ActorKind, float]]:
    """What the noun before "de X" says of X."""
    k = j - 1
    while k > 0 and words[k].pos == "ADJ" and j - k < 4:
        k -= 1
    if k < 0:
        return
    noun = words[k].lemma.lower().removeprefix("ex-")
    if noun in _OF_PLACES or words[k].lower.removeprefix("ex-") in _OF_PLACES:
        yield "place", 3.0
    elif noun in _HAPPENED and words[j].lower in ("de", "d'"):
        yield "place", 3.5
    elif noun in _OWN_ORGANS or (noun == "ministre" and k and words[k - 1].lower in ("premier", "première")):
        yield "place", 5.0 if words[j].lower == "du" else 2.0  # outweighs the article, which only says that it is nobody's name
    elif noun in _OF_BODIES:
        yield "organisation", 2.5
    elif "site" in noun_classes().get(noun, ()):
        yield "place", 2.5


def _after(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[ActorKind, float]]:
    after = words[last : last + 4]
    if len(after) > 2 and after[0].text in (",", "(") and after[1].text.isdigit() and after[2].lower in _AGED:
        yield "person", 5.0
    if len(after) > 2 and after[0].text == "," and after[1].lower == "qui" and _trades(after[2:]):
        yield "organisation", 3.0
    yield from _apposed(after)
    head = next((w for w in words[first:last] if not first <= w.head < last), words[first])
    if head.dep.startswith("nsubj") and words[head.head].lemma in _TRADE:
        yield "organisation", 1.5
    article = words[first - 1].lower if first else ""
    if article in ("le", "la", "l'") and head.dep == "nsubj" and words[head.head].lemma in CUES:
        yield "organisation", 3.5  # persons take no article, and places that speak are states of the tables
    elif article in ("le", "la", "l'") and first > 1 and words[first - 2].lower == "par" and head.dep == "obl:agent":
        yield "organisation", 2.0


def _apposed(after: Sequence[Word]) -> Iterator[tuple[ActorKind, float]]:
    """ "Estrov, la capitale", "Norbel, filiale du groupe": the noun set beside the name."""
    if len(after) < 2 or after[0].text != ",":
        return
    beside = next((w for w in after[1:3] if w.pos not in ("DET", "ADJ")), None)
    if beside is None or beside.pos not in ("NOUN", "PROPN"):
        return
    noun = actor_nouns().get(beside.lower)
    if beside.lower in _TOWNS:
        yield "place", 4.0
    elif noun is not None and noun.kind == "organisation":
        yield "organisation", 4.0


def _trades(words: Sequence[Word]) -> bool:
    return any(w.lemma in _TRADE for w in words)


def _dateline(words: Sequence[Word], last: int) -> bool:
    """ "VALMORIN, 7 février (ANP)", "Valmorin (AFP) -": where a report was filed."""
    after = words[last : last + 3]
    if len(after) < 3 or after[0].text not in (",", "("):
        return False
    return (after[0].text == "," and after[1].text.isdigit() and after[2].pos in ("NOUN", "PROPN", "X", "NUM")) or (
        after[0].text == "(" and after[1].text.isupper() and after[2].text == ")"
    )


def acts_as_state(words: Sequence[Word], first: int, last: int) -> bool:
    """Has this name, written with an article or after one of its organs, what only a state has or does?"""
    j = first - 1
    if j < 0:
        return False
    article = words[j].lower in ("le", "la", "l'", "du")
    if article and words[j].lower != "du":
        head = next((w for w in words[first:last] if not first <= w.head < last), words[first])
        if head.dep == "nsubj" and words[head.head].lemma in _ACTS_OF_STATES:
            return True
        j -= 1
    if j < 1 or words[j].lower not in ("de", "du", "d'", "avec"):
        return False
    k = j - 1
    while k > 0 and words[k].pos == "ADJ" and j - k < 4:
        k -= 1
    noun = words[k].lemma.lower()
    if noun == "ministre" and (k == 0 or words[k - 1].lower not in ("premier", "première")):
        return False  # "ministre de la Défense": a field, no state
    return noun in STATE_ORGANS and (article or noun in ("ambassadeur", "ambassadrice", "ambassade"))
