"""Words that decide who is meant: what takes up what, which verbs and nouns make a capital act, what a person may be called."""

from __future__ import annotations

from functools import cache

from recoupe.lang.tables import read_table

# Offices that reports name in several ways: the words that narrow the noun decide.
HEADS_OF_STATE = frozenset("président dirigeant leader chef roi monarque souverain empereur émir sultan".split())
# "Le locataire de l'Élysée", "le maître du Kremlin", "le patron de Matignon".
HOUSED = frozenset(("locataire", "hôte", "maître", "patron", "occupant"))
SEATS = {
    "élysée": "head",
    "elysée": "head",
    "kremlin": "head",
    "maison-blanche": "head",
    "blanche": "head",
    "matignon": "premier",
}
STATE_WORDS = frozenset(("état", "etat", "exécutif", "kremlin", "république", "maison", "blanche", "régime", *SEATS))
FAMILY_FIRST = frozenset(
    "Kim Xi Park Moon Lee Li Nguyen Mao Ban Deng Jiang Hu Wen Wang Zhang Chen Liu Chung Yoon Tran Lê".split()
)
ATTITUDE = frozenset(
    """position réponse réaction décision accusation menace soutien allié demande refus intention politique volonté pression
    ambition stratégie offre proposition silence colère inquiétude avertissement sanction diplomatie attitude feu
    engagement promesse appel démenti critique exigence méfiance influence aide partenaire rival ennemi opposition
    adhésion""".split()
)
GIVE = frozenset(
    "fournir livrer vendre donner demander reprocher imposer répondre permettre promettre ordonner interdire offrir".split()
)
TOWARDS = frozenset(
    "accuser critiquer appeler exhorter presser soutenir condamner menacer défier remercier blâmer inquiéter".split()
)
STANDING = frozenset("situer trouver compter abriter accueillir connaître héberger battre affronter recevoir".split())
TITLES_OF_PAIRS = frozenset("homme femme dirigeant président ministre chef responsable rival leader candidat frère".split())
FORMER = frozenset(("ancien", "ancienne", "ex"))
# "Son client" is whom the lawyer just told of defends; "son avocat" is a person's before it is a court's.
DEFENDERS = frozenset(("avocat", "défenseur", "conseil"))
FEW = frozenset("deux trois quatre cinq six sept huit neuf dix 2 3 4 5 6 7 8 9".split())
# Adjectives that say something of a body already named: "le quotidien économique", "la chaîne d'information en continu".
QUALITIES = frozenset(
    """aérienne automobile économique francilien satirique sportif régional régionale local locale public publique privé privée
    météorologique météorologiques météo prévision prévisions
    information informations continu people pharmaceutique ferroviaire énergétique pétrolier agroalimentaire high-tech""".split()
)
# Bodies that are taken up so only with a word that says what they do.
QUALIFIED = frozenset(("institut", "organisme"))
MOVEMENTS = frozenset("mouvement organisation groupe parti formation milice".split())
SMALL_WORDS = frozenset("de du des la le les l d et à au aux pour en sur".split())
# What reports call a person they have already named.
PUBLIC = frozenset(
    """chanteur acteur comédien humoriste animateur présentateur joueur footballeur attaquant buteur champion star artiste
    écrivain romancier cinéaste réalisateur pilote coureur rappeur musicien leader candidat élu député eurodéputé
    sénateur ministre maire milliardaire journaliste philosophe économiste opposant militant président dirigeant
    tennisman cycliste nageur athlète skieur entraîneur sélectionneur écrivain auteur compositeur navigateur skipper
    boxeur judoka mannequin vedette chroniqueur historien avant-centre défenseur gardien ailier capitaine producteur
    styliste plaignant requérant""".split()
)
# Posts that a government gives, and those that voters give: nobody holds one of each.
APPOINTED = frozenset("ministre secrétaire préfet ambassadeur procureur général".split())
POSTS = APPOINTED | frozenset("maire député sénateur eurodéputé parlementaire élu conseiller".split())
# Whom a report brings in without a name, beside the person it tells of: no second name for that person.
APART = frozenset(
    """avocat défenseur procureur procureur-général substitut juge magistrat préfet sous-préfet policier gendarme pompier
    sapeur-pompier secouriste sauveteur médecin docteur urgentiste chirurgien infirmier psychiatre porte-parole représentant
    responsable secrétaire délégué directeur gérant enquêteur expert journaliste reporter correspondant commissaire chauffeur
    conducteur agent salarié employé notaire huissier professeur enseignant chercheur rapporteur greffier propriétaire
    adjoint conseiller militant opposant candidat militaire soldat officier général colonel commandant capitaine lieutenant
    fonctionnaire diplomate émissaire négociateur médiateur étudiant bénévole surveillant photographe historien politologue
    analyste économiste sociologue pilote syndicaliste actionnaire administrateur spécialiste restaurateur commerçant curé
    prêtre imam rabbin auteur proviseur recteur doyen livreur facteur concierge interne""".split()
)
HEADS = frozenset(("head", "premier", "leader"))
CULPRITS = frozenset(
    """assassin meurtrier tueur agresseur assaillant tireur voleur cambrioleur braqueur ravisseur violeur terroriste kamikaze
    fugitif auteur coupable suspect forcené malfaiteur""".split()
)
PUBLIC_OFFICES = PUBLIC | {"porte-parole", "haut-commissaire", "secrétaire", "patron", "eurodéputé", "prince", "pape", "roi"}
# Bands of culprits, whom one report calls now so, now so; and what makes men a band.
BANDS = frozenset(
    """malfaiteur voleur cambrioleur braqueur assaillant agresseur ravisseur tireur commando pirate kidnappeur terroriste
    bandit gangster""".split()
)
# Of these a state has one each.
ORGANS = frozenset("armée gouvernement diplomatie marine aviation présidence parlement état-major".split())
ARMED = frozenset("cagoulé cagoulés cagoulées armé armés armées masqué masqués encagoulés encagoulé".split())
SEEN = frozenset(
    """homme femme garçon fille garçonnet fillette enfant adolescent adolescente trentenaire quadragénaire quinquagénaire
    sexagénaire septuagénaire octogénaire nonagénaire
    centenaire résistant déporté rescapé retraité suspect accusé prévenu intéressé victime individu jeune
    lauréat vainqueur""".split()
)
DECADES = {
    "trentenaire": 3,
    "quadragénaire": 4,
    "quinquagénaire": 5,
    "sexagénaire": 6,
    "septuagénaire": 7,
    "octogénaire": 8,
    "nonagénaire": 9,
}
AGES = frozenset("célèbre fameux fameuse populaire jeune jeunes âgé âgée quinquagénaire vieil vieux ans petit petite".split())
# What only somebody does: "Il évoquait ...", "Elle rêve de ..." at the head of a report is a person.
WILLED = frozenset(
    """rêver vouloir souhaiter espérer refuser décider choisir préférer compter tenter devenir avouer vivre mourir naître jouer
    quitter rejoindre épouser incarner évoquer remporter battre""".split()
)
# What makes somebody a victim.
HARMING = frozenset(
    """agresser poignarder tuer blesser frapper renverser percuter faucher violer abattre assassiner attaquer gifler rouer mordre
    escroquer voler dépouiller séquestrer enlever étrangler égorger électrocuter noyer écraser ensevelir harceler menacer
    tabasser molester lyncher brûler empoisonner intoxiquer""".split()
)
# Who replies is another than who was just told of.
REPLYING = frozenset("répondre rétorquer répliquer riposter réagir nuancer tempérer objecter opposer".split())
MAKING = frozenset(
    "appeler exhorter inviter forcer accuser aider obliger empêcher autoriser presser pousser contraindre sommer".split()
)
REPROACH = frozenset(
    "féliciter remercier critiquer condamner louer saluer punir blâmer récompenser sanctionner applaudir".split()
)


@cache
def kinds_taken_up() -> dict[str, frozenset[str]]:
    """Noun -> the kinds of bodies that it takes up: "le syndicat" a union."""
    rows = read_table("lang/fr/takes_up.tsv", ("noun", "kinds", "example"))
    return {row["noun"].lower(): frozenset(row["kinds"].split(" ")) for row in rows}


@cache
def narrower() -> dict[str, frozenset[str]]:
    """Noun -> the nouns that it takes up: "le magistrat" a "procureur"."""
    rows = read_table("lang/fr/wider.tsv", ("noun", "narrower", "example"))
    return {row["noun"].lower(): frozenset(n.lower() for n in row.many("narrower")) for row in rows}
