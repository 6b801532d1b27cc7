"""Which reports tell of one affair: rare names tie, countries, first names and leaders do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from recoupe.find.affair.affairs import find_affairs
from recoupe.find.figures import find_figures
from recoupe.parse.document import Parsed
from recoupe.types import Figure, Report

Parse = Callable[[str], Parsed]


@dataclass(frozen=True)
class Read:
    report: Report
    parsed: Parsed
    figures: tuple[Figure, ...] = ()


def _read(parse: Parse, k: int, text: str) -> Read:
    parsed = parse(text)
    return Read(Report(str(k), None, text, "fr"), parsed, find_figures(parsed, ()))


def _ties(parse: Parse, *texts: str) -> dict[str, list[str]]:
    readings = [_read(parse, k, text) for k, text in enumerate(texts)]
    found = find_affairs(readings)
    assert found == find_affairs(readings[::-1])
    return {report: sorted(others) for report, others in found.items()}


def test_rare_names_tie_and_countries_do_not(parse: Parse) -> None:
    assert _ties(
        parse,
        "Le barrage de Tolvane, en Italie, s'est fissuré lundi. Le maire, Enzo Brassi, a fait évacuer la vallée de l'Orsino.",
        "En Italie, la vallée de l'Orsino a été évacuée : le barrage de Tolvane menace, selon le maire Enzo Brassi.",
        "L'Italie et la France ont signé un accord à Rome sur le prix du blé, selon le ministre de l'Agriculture.",
        "Pierre Dormeuil, entraîneur de Sarville, a quitté le club. La France du cyclisme pleure Marie Vantal, partie en Italie.",
    ) == {"0": ["1"], "1": ["0"], "2": [], "3": []}


def test_affairs_do_not_chain(parse: Parse) -> None:
    """The second is about two affairs; the first and the third have nothing of each other."""
    assert _ties(
        parse,
        "L'usine Chimérol de Barvaux a brûlé. Le préfet Yvan Lestrac a salué le courage des pompiers.",
        "Le préfet Yvan Lestrac, présent à l'usine Chimérol, ouvrira ensuite le festival Ondine avec la chanteuse Lou Mérac.",
        "La chanteuse Lou Mérac donnera un concert au festival Ondine, dont les billets sont épuisés.",
    ) == {"0": ["1"], "1": ["0", "2"], "2": ["1"]}


def test_one_report_has_no_others(parse: Parse) -> None:
    assert _ties(parse, "L'usine Chimérol de Barvaux a brûlé.") == {"0": []}


def test_names_of_abroad_tie_short_reports(parse: Parse) -> None:
    assert _ties(
        parse,
        "Un séisme a frappé Agadir, au Maroc. Les secours cherchent des survivants, selon la protection civile.",
        "Le Maroc enterre ses morts. À Agadir, la protection civile a dressé des tentes pour les survivants.",
        "La France a nommé un préfet à Paris. Les secours de la capitale manquent de tentes, selon un syndicat.",
    ) == {"0": ["1"], "1": ["0"], "2": []}


def test_a_name_tagged_as_a_noun_is_a_name(parse: Parse) -> None:
    """Place names that look like words are tagged as such; their capital inside a sentence tells."""
    assert _ties(
        parse,
        "Le feu de Bruyères, parti lundi, a détruit le camping des Cigales.",
        "À la mairie, on compte : le camping des Cigales est perdu, dit le maire de Bruyères.",
    ) == {"0": ["1"], "1": ["0"]}


def test_two_spellings_of_a_name_tie(parse: Parse) -> None:
    assert _ties(
        parse,
        "Le chimiste Oleg Berkoff a disparu. Sa grange, au bord de la Vienne, est vide ; ses voisins n'ont rien vu.",
        "On cherche partout Oleg Berkhof : le chimiste avait loué une voiture, pris de l'argent et laissé son téléphone.",
        "Le festival de Tarbry ouvre ses portes. Un chimiste accueillera les musiciens.",
    ) == {"0": ["1"], "1": ["0"], "2": []}


def test_words_alone_make_no_affair(parse: Parse) -> None:
    """Two accidents are told in the same words; the third report names many, and nobody of the first two's."""
    accident = "Le car a quitté la route et heurté un arbre. Deux passagers sont morts, douze sont blessés, dont le chauffeur."
    wreck = "Le car, qui roulait trop vite, a heurté un arbre : deux passagers sont morts, le chauffeur est blessé."
    assert _ties(
        parse,
        f"À Vireuil, près de Barvaux, Jean Morvan conduisait. {accident}",
        f"Barvaux pleure ses morts. À Vireuil, Jean Morvan a perdu sa route. {wreck}",
        f"Tarbry, Sarville et Montbreuil se souviennent. Karim Louvet, de Tarbry, et Lou Mérac étaient assis devant. {wreck}",
    ) == {"0": ["1"], "1": ["0"], "2": []}


def test_a_name_of_a_headline_ties_a_report_to_most_of_the_run(parse: Parse) -> None:
    """The last text names nobody and no place of the affair; its headline does, and it tells of the same digue."""
    texts = (
        "À Montargel, la digue de Trévau a cédé. Le maire, Enzo Brassi, a fait évacuer le hameau de Corvelle.",
        "La digue de Trévau, près de Montargel, a cédé, dit le maire Enzo Brassi. Corvelle est sous les eaux.",
        "Corvelle a été évacué par Enzo Brassi, le maire de Montargel, avant que la digue de Trévau ne cède.",
        "On a sorti les malades sur des portes. La digue ne tenait plus, chacun le savait, et les pêcheurs ont fait le reste.",
    )
    readings = [Read(Report(str(k), None, text, "fr"), parse(text)) for k, text in enumerate(texts)]
    last = readings[-1]
    headed = Read(replace(last.report, title="Corvelle compte ses morts"), last.parsed)
    assert sorted(find_affairs(readings)["3"]) == []
    assert sorted(find_affairs([*readings[:-1], headed])["3"]) == ["0", "1", "2"]


def test_a_report_that_stands_alone_belongs_to_those_that_share_a_rare_name_with_it(parse: Parse) -> None:
    """Two short texts somebody chose share next to nothing but the name of a firm; not in a run that nobody chose by hand."""
    left = "Un cariste a jeté sa cigarette près des palettes, et Matrelux a brûlé."
    right = "Chez Matrelux, trois halles sont parties en fumée mardi soir ; les secours veillent."
    assert _ties(parse, left, right) == {"0": ["1"], "1": ["0"]}
    others = [f"Le club de Sarv{x}n a battu celui de Bolt{x}r dimanche." for x in "abcdefghijklmnopqrstuv"]
    assert _ties(parse, left, right, *others)["0"] == []


def test_a_report_that_stands_alone_belongs_to_those_that_share_numbers_few_texts_hold(parse: Parse) -> None:
    left = "La passerelle, longue de 140 mètres, a cédé. Elle avait coûté 95 millions de roupies."
    right = "On avait dépensé 95 millions de roupies pour ces 140 mètres de béton, qui gisent dans l'eau."
    assert _ties(parse, left, right) == {"0": ["1"], "1": ["0"]}
    round_ones = "Il a couru 100 mètres et gagné 20 000 euros.", "Elle doit 20 000 euros pour 100 mètres de clôture."
    assert _ties(parse, *round_ones) == {"0": [], "1": []}
    time = "Il a pris 17 ans de prison pour des faits vieux de 23 mois.", "Elle a chanté 17 ans, puis s'est tue 23 mois."
    assert _ties(parse, *time) == {"0": [], "1": []}


def test_one_such_number_is_enough_beside_a_name_of_abroad(parse: Parse) -> None:
    left = (
        "À Lusaka, la clinique a reçu 351 malades au cours du trimestre, et les médecins manquent de lits, de gants et de chlore."
    )
    right = "Le fléau a emporté 351 âmes, dit le curé de Lusaka ; plus personne ne sort le soir, les marchés restent vides."
    assert _ties(parse, left, right) == {"0": ["1"], "1": ["0"]}
    assert _ties(parse, left.replace("351", "12"), right) == {"0": [], "1": []}


def test_a_town_is_called_by_the_first_part_of_its_name(parse: Parse) -> None:
    left = "À Belvarne, la cantine a fermé hier."
    right = "Quarante élèves de Belvarne-les-Bains ont été pris de malaises."
    assert _ties(parse, left, right) == {"0": ["1"], "1": ["0"]}
