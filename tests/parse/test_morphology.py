import pytest

from recoupe.parse.document import Word
from recoupe.parse.morphology import correct_mood, is_conditional

CONDITIONAL = "aurait serait iraient ferait pourrait devraient voudrait reviendrait détiendraient faudrait recevrait enverrait courrait mourraient acquerrait fournirait finirait donnerait appellerait mettrait prendraient rendrait vivrait connaîtrait perdrait battrait dirait écrirait produirait conclurait".split()  # noqa: E501
IMPERFECT = "avait était déclarait retirait tirait montrait entrait livrait ouvrait offrait souffrait couvrait célébrait espérait gérait désirait admirait courait mourait rencontrait engendrait préparait portrait frais retraits".split()  # noqa: E501


@pytest.mark.parametrize("form", CONDITIONAL)
def test_a_conditional_is_told_by_its_form(form: str) -> None:
    assert is_conditional(form)


@pytest.mark.parametrize("form", IMPERFECT)
def test_an_imperfect_is_no_conditional(form: str) -> None:
    assert not is_conditional(form)


@pytest.mark.parametrize(("form", "mood"), [("transportait", "Ind"), ("sortaient", "Ind"), ("serait", "Cnd"), ("tient", "Cnd")])
def test_an_imperfect_taken_for_a_conditional_is_given_its_mood(form: str, mood: str) -> None:
    word = Word(0, 0, len(form), form, form, form, "VERB", "ROOT", 0, "Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", 0)
    correct_mood(word)
    assert word.feat("Mood") == mood
