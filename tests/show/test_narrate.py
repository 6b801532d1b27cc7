"""The chain behind a matter, told."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.show.narrate import narrate
from recoupe.show.view import View
from recoupe.types import Difference, Link, Value
from tests.show.sample import sample

DOSSIER = sample()


def test_the_chain_behind_a_matter_is_told_in_the_words_of_the_page() -> None:
    told = "\n".join(line for matter in DOSSIER.matters for line in narrate(DOSSIER, matter.id))
    codes = "happened|ongoing|planned|alleged|denied|certain[,)]|unknown|contradicted|disputed|refined|shared|single|rapport"
    assert re.findall(rf"(?m)^ *(?:{codes})\b.*", told) == []
    assert "présenté comme un fait" in told


def test_a_join_names_the_two_reports_and_absent_parties_are_left_out() -> None:
    dossier = sample()
    matter = next(m for m in dossier.matters if len(m.events) > 1)
    first, second = (next(e for e in dossier.events if e.id == m) for m in matter.events[:2])
    link = Link(first.id, second.id, "same", 0.8, ("même objet", "même jour."), "l")
    view = View(dossier)
    pair = " et ".join(f"{view.label(e.report)} « {view.words((e.trigger,))} »" for e in (first, second))
    told = narrate(replace(dossier, links=(link,)), matter.id)
    assert f"Rapprochés : {pair} (0.80) : même objet ; même jour." in told
    assert not [line for line in told if ": —" in line and "auteur" in line]


def test_close_passages_are_told_as_no_more_than_that() -> None:
    matter = next(m for m in DOSSIER.matters if len(m.events) > 1)
    spans = [DOSSIER.events[0].trigger, DOSSIER.events[-1].trigger]
    passages = Difference("passage", "wording", tuple(Value(s.report, None, (s,)) for s in spans))
    close = replace(matter, id="close", agreement="related", differences=(passages,))
    told = narrate(replace(DOSSIER, matters=(*DOSSIER.matters, close)), "close")
    assert "Proche : rien n'établit que c'est un seul fait." in told
    assert "Les passages : côte à côte." in told
    view = View(DOSSIER)
    assert f"  {view.label(spans[0].report)} : « {view.words((spans[0],))} »" in told
