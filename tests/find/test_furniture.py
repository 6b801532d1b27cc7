"""What a site prints around its reports is told from what they say."""

from recoupe.find.furniture import blank_furniture, find_furniture

TEXTS = ["Le pont a cédé.\nVos réactions doivent rester polies.", "La crue baisse.\nVos réactions doivent rester polies."]


def test_two_texts_share_a_line_to_the_reader_three_any_line() -> None:
    plain = ["Un.\nMême ligne.", "Deux.\nMême ligne."]
    found = (find_furniture(TEXTS), find_furniture(plain), find_furniture([*plain, "Trois.\nMême ligne."]))
    assert found == (frozenset({"Vos réactions doivent rester polies."}), frozenset(), frozenset({"Même ligne."}))


def test_blanking_keeps_every_offset() -> None:
    text = "Le pont a cédé.\nif (a) { b() }\nFin."
    assert blank_furniture(text, frozenset({"Fin."})) == "Le pont a cédé.\n              \n    "
