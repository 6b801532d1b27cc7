"""What a site prints around its reports is told from what they say."""

from recoupe.find.furniture import blank_furniture, find_furniture, site_stretches
from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table

TEXTS = ["Le pont a cédé.\nVos réactions doivent rester polies.", "La crue baisse.\nVos réactions doivent rester polies."]


def test_two_texts_share_a_line_to_the_reader_three_any_line() -> None:
    plain = ["Un.\nMême ligne.", "Deux.\nMême ligne."]
    found = (find_furniture(TEXTS), find_furniture(plain), find_furniture([*plain, "Trois.\nMême ligne."]))
    assert found == (frozenset({"Vos réactions doivent rester polies."}), frozenset(), frozenset({"Même ligne."}))


def test_blanking_keeps_every_offset() -> None:
    text = "Le pont a cédé.\nif (a) { b() }\nFin."
    assert blank_furniture(text, frozenset({"Fin."})) == "Le pont a cédé.\n              \n    "


def test_every_row_of_the_table_has_an_example_that_it_alone_finds() -> None:
    rows = read_table("lang/fr/furniture.tsv", ("kind", "pattern", "example"))
    wrong = []
    for row in rows:
        text, marks = parse_markup(row["example"])
        if [text[s:e] for s, e in site_stretches(text)] != [text[m.start : m.end] for m in marks]:
            wrong.append(row.where)
    assert wrong == []


def test_what_the_site_says_is_told_from_what_the_report_says() -> None:
    text = "\n".join(
        [
            "VIDÉO. Le pont a cédé lundi.",
            "Publié hier, le rapport accable la mairie.",
            "« Vos réactions sont vives », a dit le maire à l'opposition.",
            "CAC 40",
            "Lyon",
            "Météo",
            "Vos réactions doivent rester polies.",
        ]
    )
    assert [text[s:e] for s, e in site_stretches(text)] == ["VIDÉO.", "CAC 40", "Lyon", "Météo", text.split("\n")[-1]]


LEAD = "Le pont de Vireuil a cédé lundi sous un convoi. Personne n'est blessé."
GLUED = LEAD.replace(". ", ".")
BODY = "Le maire a fermé la rive."


def test_a_lead_that_is_printed_twice_is_read_once() -> None:
    texts = [f"{LEAD}\n{LEAD}\n\n{BODY}", f"{GLUED}\n\n{LEAD} {BODY}", f"Un titre\n\n{LEAD}\n{LEAD}\n", f"{LEAD}\n{BODY}\n{LEAD}"]
    assert [[(text[s:e], s == text.find(text[s:e])) for s, e in site_stretches(text)] for text in texts] == [
        [(LEAD, True)],
        [(GLUED, True)],
        [(LEAD, True)],
        [],
    ]


def test_a_list_of_links_ends_with_an_empty_line_or_a_sentence() -> None:
    links = ["Sur le même sujet", "", "Le pont de Vireuil fermé pour des mois", "La crue de l'Orsine en images et en chiffres"]
    text = "\n".join(
        [*links, "", "Le maire de Vireuil a parlé dans la matinée", "La rive est fermée.", ">> VIDÉO", "Sur le même sujet", BODY]
    )
    found = [text[s:e] for s, e in site_stretches(text)]
    assert found == [links[0], *links[2:], ">> VIDÉO", "Sur le même sujet"]
