"""What one report alone says, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace

from recoupe.show.groups import group_matters
from recoupe.show.lines import single_lines
from recoupe.show.view import View
from recoupe.types import Claim, Difference, Span, Value
from tests.show.sample import sample

DOSSIER = sample()


def test_what_a_source_tells_as_a_fact_is_not_called_the_reports_fact() -> None:
    view = View(DOSSIER)
    lines = [line for _, found in single_lines(view, DOSSIER.matters) for line in found]
    line = lines[0]
    stance = line.stances[0]
    actor = DOSSIER.actors[0]
    sourced: Claim = replace(stance.claim, sources=(actor.id,), status="happened", certainty="certain")
    told = replace(line, stances=(replace(stance, claim=sourced),))
    assert told.told(view) == f"Source : {view.holder(sourced)}"


def test_matters_of_one_sentence_make_one_line() -> None:
    port = next(m for m in DOSSIER.matters if m.title == "Le port fermé aux camions")
    claim = next(c for c in DOSSIER.claims if c.id == port.claims[0])
    (span,) = claim.evidence
    part = replace(claim, id="part", status="planned", evidence=(replace(span, start=span.end - len("aux camions")),))
    dossier = replace(
        DOSSIER, claims=(*DOSSIER.claims, part), matters=(*DOSSIER.matters, replace(port, id="x2", claims=("part",)))
    )
    view = View(dossier)
    lines = dict(single_lines(view, dict(group_matters(view))["single"]))["courrier"]
    assert [(line.words, line.told(view), len(line.matters)) for line in lines] == [
        ("La société Valmorel prévoit de reconstruire d’ici à 2027.", "Valmorel : prévu", 1),
        ("Le port reste fermé aux camions.", "présenté comme un état de fait, prévu", 2),
    ]


def test_a_line_says_which_reports_have_a_close_passage() -> None:
    port = next(m for m in DOSSIER.matters if m.title == "Le port fermé aux camions")
    (span,) = next(c for c in DOSSIER.claims if c.id == port.claims[0]).evidence
    passages = (Value("courrier", None, (span,)), Value("apo", None, (Span("apo", 0, 40),)))
    close = replace(port, id="close", agreement="related", differences=(Difference("passage", "wording", passages),))
    view, english = (View(replace(DOSSIER, matters=(*DOSSIER.matters, close)), lang) for lang in ("fr", "en"))
    (line,) = [x for x in dict(single_lines(view, [port]))["courrier"] if port in x.matters]
    assert line.told(view).endswith(f"à lire avec {view.label('apo')}")
    assert line.told(english).endswith(f"read with {view.label('apo')}")
    assert "à lire avec" not in line.told(View(DOSSIER))


def test_a_title_or_an_initial_ends_no_sentence() -> None:
    view = View(DOSSIER)
    text = "Hier, M. Ferrand a vu J. Dupré. Le port est fermé."
    view.texts["apo"] = text
    start = text.index("a vu")
    claim = replace(DOSSIER.claims[0], id="c", evidence=(Span("apo", start, start + 4),))
    view.claims["c"] = claim
    matter = replace(DOSSIER.matters[0], claims=("c",), differences=())
    ((_, (line,)),) = single_lines(view, [matter])
    assert line.pieces == (("Hier, M. Ferrand ", False), ("a vu", True), (" J. Dupré.", False))
