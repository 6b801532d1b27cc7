"""The quick way of loading the model gives what spaCy's own way gives."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from recoupe.parse.model import load_model, load_plain

SENTENCES = (
    "Le ministre de l'Intérieur a déclaré vendredi que le porte-parole s'était trompé : « Rien n'est joué », a-t-il ajouté.",
    "Peut-être qu'aujourd'hui encore, l'entr'aide des sous-préfets n'aurait pas suffi, d'après M. Dupont.",
    "Qu'est-ce que c'est ? Un tête-à-tête, un rendez-vous, des va-et-vient : 1er mars 2024, 12 000 €, 3,5 %.",
    "Écrivez à redaction@exemple.fr ou voyez https://www.exemple.fr/page?a=1, dit-elle à Saint-Étienne-du-Rouvray.",
    "Jean-Pierre B., 42 ans, nie les faits ; les États-Unis et l'ex-URSS démentent. Donnez-le-moi !",
    "Les chevaux et les travaux furent vendus aux journaux nationaux ; elles se sont tues, eux non.",
)


def _read(model: Any, text: str) -> list[tuple[str, ...]]:
    """Every word with all that recoupe reads of it."""
    return [
        (
            w.text,
            w.whitespace_,
            w.pos_ if w.pos_ != "SPACE" else "X",
            w.dep_,
            str(w.head.i),
            str(w.morph),
            w.ent_iob_ + w.ent_type_,
            model.lemma(w),
        )
        for w in model.nlp(text)
        if not w.is_space
    ]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_quick_load_reads_as_the_plain_one_does() -> None:
    quick, plain = load_model(), load_plain()
    assert quick.nlp.pipe_names != plain.nlp.pipe_names, "the quick load fell back on spacy.load"
    assert [_read(quick, s) for s in SENTENCES] == [_read(plain, s) for s in SENTENCES]


def test_loading_leaves_the_rest_of_spacy_usable() -> None:
    code = (
        "from recoupe.parse.model import load_model; load_model(); import spacy.cli; assert spacy.cli.__file__; spacy.blank('de')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
