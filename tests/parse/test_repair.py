from collections.abc import Callable

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed, Word
from recoupe.parse.tags import correct_tag

Parse = Callable[[list[str]], list[Parsed]]


def test_each_homograph_is_a_verb_in_its_example(parse_many: Parse) -> None:
    rows = read_table("lang/fr/homographs.tsv", ("form", "lemma", "example"))
    marked = [parse_markup(row["example"]) for row in rows]
    for row, (text, marks), parsed in zip(rows, marked, parse_many([text for text, _ in marked]), strict=True):
        verb = parsed.words[parsed.at(marks[0].start, marks[0].end)[0]]
        subject = list(parsed.kids(verb.i, "nsubj"))
        assert (row.where, verb.pos, verb.lemma, bool(subject)) == (row.where, "VERB", row["lemma"], True), text


# sentence, subject word, its verb: the relation every later layer rests on
SUBJECTS = [
    ("Moscou et Pyongyang nient ces affirmations.", "Moscou", "nient"),
    ("Ankara et Athènes ont démenti ces contacts.", "Ankara", "démenti"),
    ("« Rien n'est signé », a déclaré Valmont.", "Valmont", "déclaré"),
    ("« Rien n'est signé », a déclaré lundi à la presse Jeanne Roux, porte-parole du ministère.", "Jeanne", "déclaré"),
    ("Macron reçoit mardi son homologue ukrainien.", "Macron", "reçoit"),
    ("Bruxelles accuse Pékin de subventionner ses usines.", "Bruxelles", "accuse"),
    ("Le bilan provisoire compte douze blessés.", "bilan", "compte"),
    ("Le ministre dément avoir reçu cette lettre.", "ministre", "dément"),
    ("Le club dément avoir signé ce contrat.", "club", "dément"),
    ("Le roi visitera l'hôpital samedi.", "roi", "visitera"),
    ("L'armée bombarde le port.", "armée", "bombarde"),
    ("Luc Abadie n'a pas démissionné.", "Luc", "démissionné"),
    ("Le maire n’a pas démissionné.", "maire", "démissionné"),
    ("Le train n'est jamais arrivé.", "train", "arrivé"),
    ("Le village n'a pas faim.", "village", "a"),
    ("Le car a quitté la route lundi.", "car", "quitté"),
    ("Le maire, élu en 2020 avec 52 % des voix, dément tout accord.", "maire", "dément"),
    ("L'usine, qui emploie 200 personnes, ferme ses portes.", "usine", "ferme"),
    ("La ville, frappée par la crue, ferme trois écoles.", "ville", "ferme"),
    ("Une voiture, garée devant la porte, cible des tirs, a brûlé.", "voiture", "brûlé"),
    ("Un car scolaire a basculé.", "car", "basculé"),
]


def test_subjects_find_their_verb(parse_many: Parse) -> None:
    for (text, subject, verb), parsed in zip(SUBJECTS, parse_many([s[0] for s in SUBJECTS]), strict=True):
        word = next(w for w in parsed.words if w.text == subject)
        assert (word.dep.split(":")[0], parsed.words[word.head].text) == ("nsubj", verb), text


def test_a_coach_is_no_conjunction(parse_many: Parse) -> None:
    texts = [
        "Il a freiné car le car roulait vite.",
        "Les passagers du car sont indemnes.",
        "Le chauffeur de l'autre car est mort.",
    ]
    found = []
    for parsed in parse_many(texts):
        coach = [w for w in parsed.words if w.text == "car"][-1]
        found.append((coach.pos, coach.dep, parsed.words[coach.head].text))
    assert found == [("NOUN", "nsubj", "roulait"), ("NOUN", "nmod", "passagers"), ("NOUN", "nmod", "chauffeur")]
    (plain,) = parse_many(["Il part car le maire a refusé."])
    assert next(w.pos for w in plain.words if w.text == "car") == "CCONJ"


@pytest.mark.parametrize(
    "text",
    ["Le président russe Vladimir Poutine est arrivé.", "Rien n'est prêt, a prévenu le conseiller du Kremlin, Iouri Ouchakov."],
)
def test_a_name_hangs_on_its_title(parse_many: Parse, text: str) -> None:
    (parsed,) = parse_many([text])
    name = next(w for w in parsed.words if w.text in ("Vladimir", "Iouri"))
    assert (name.dep, parsed.words[name.head].text) in (("appos", "président"), ("appos", "conseiller"))


def test_the_tree_is_a_forest_with_one_root_a_sentence(parse_many: Parse) -> None:
    texts = [s[0] for s in SUBJECTS] + ["Policiers et pompiers ont bouclé le quartier. Enquête ouverte, dit le maire."]
    for parsed in parse_many(texts):
        for sentence in parsed.sentences:
            assert sum(parsed.words[i].head == i for i in range(sentence.first, sentence.last)) == 1
        assert all(len(list(parsed.ancestors(w.i))) < len(parsed.words) for w in parsed.words)


def test_a_pair_of_names_behind_a_semicolon_is_the_subject_of_its_verb(parse_many: Parse) -> None:
    texts = [
        "Le sommet s'est ouvert lundi ; Paris et Londres saluent la décision.",
        "Le préfet a parlé ; Oslo et Berne démentent ces livraisons.",
    ]
    found = []
    for parsed in parse_many(texts):
        verb = next(w for w in parsed.words if w.lower in ("saluent", "démentent"))
        subjects = [w for w in parsed.kids(verb.i) if w.dep == "nsubj"]
        found.append([[s.text, *(k.text for k in parsed.kids(s.i, "conj"))] for s in subjects])
    assert found == [[["Paris", "Londres"]], [["Oslo", "Berne"]]]


def test_a_participle_behind_an_article_is_whom_it_befell(parse_many: Parse) -> None:
    texts = ["L'évadé demeure introuvable.", "L'accusé a nié.", "Il l'a été.", "La police l'a arrêté."]
    found = [[(w.lower, w.pos, w.dep) for w in parsed.words if w.lower.endswith("é")] for parsed in parse_many(texts)]
    assert found[0] == [("évadé", "NOUN", "nsubj")]
    assert found[1] == [("accusé", "NOUN", "nsubj"), ("nié", "VERB", "ROOT")]
    assert [pos for row in found[2:] for _, pos, _ in row] == ["AUX", "VERB"]


def test_hanging_a_noun_closes_no_circle() -> None:
    """Of "le car plein part" the article hangs on what hangs on the noun."""
    rows = [("le", "DET", 2, "obj"), ("car", "CCONJ", 3, "cc"), ("plein", "ADJ", 1, "amod"), ("part", "VERB", 3, "ROOT")]
    words = [Word(i, 6 * i, 6 * i + 5, text, text, text, pos, dep, head, "", 0) for i, (text, pos, head, dep) in enumerate(rows)]
    correct_tag(words[1], words)
    for word in words:
        i = word.i
        for _ in words:
            i = words[i].head
        assert i == 3
    assert words[1].pos == "NOUN"


@pytest.mark.parametrize(
    ("text", "form", "pos"),
    [
        ("Le maire est convoqué en vue d'une possible mise en examen pour vol.", "mise", "NOUN"),
        ("La prise d'otages a pris fin.", "prise", "NOUN"),
        ("La somme a été mise de côté.", "mise", "VERB"),
    ],
)
def test_a_taking_with_an_article_is_a_noun(parse_many: Parse, text: str, form: str, pos: str) -> None:
    (parsed,) = parse_many([text])
    assert next(w.pos for w in parsed.words if w.lower == form) == pos


def test_a_verb_behind_an_aside_goes_with_what_the_aside_is_of(parse_many: Parse) -> None:
    (parsed,) = parse_many(["La CGT, majoritaire avec 58 % des voix, appelle à poursuivre le mouvement jusqu'à lundi."])
    verb = next(w for w in parsed.words if w.text == "appelle")
    assert [k.text for k in parsed.kids(verb.i, "nsubj")] == ["CGT"]
