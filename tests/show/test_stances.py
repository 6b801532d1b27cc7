"""Who stands how to a matter, and the two camps of a dispute."""

from __future__ import annotations

from dataclasses import replace

from recoupe.pipeline import compare_reports
from recoupe.show.groups import group_matters
from recoupe.show.markdown import render_markdown
from recoupe.show.stances import camps_of, stances_of
from recoupe.show.terminal import render
from recoupe.show.view import View
from recoupe.types import Report
from tests.show.sample import sample

DOSSIER = sample()


def test_a_disputed_matter_has_two_camps() -> None:
    view = View(DOSSIER)
    (matter,) = dict(group_matters(view))["disputed"]
    camps = camps_of(view, matter)
    assert [[view.holders(v.claims) for v in camp] for camp in camps] == [["Syndicat des dockers", "Malo Kervella"], ["Valmorel"]]
    for claim in camps[0][0].claims:  # told as the act of denying, the same words stand on the other side
        view.events[claim.event] = replace(view.events[claim.event], frame="DENY")
    assert "Syndicat des dockers" in [view.holders(v.claims) for v in camps_of(view, matter)[1]]


def test_what_others_belie_is_no_denial() -> None:
    """The minister's words are negative, and it is they that the audit belies."""
    start = "À Belmont, une réunion sur le port s'est tenue lundi. "
    told = "Le gardien n'avait jamais présenté de danger, a assuré Jules Armand. Des propos contredits depuis par un audit."
    dossier = compare_reports([Report("a", None, start + told, "fr"), Report("b", None, start, "fr")])
    view = View(dossier)
    (matter,) = dict(group_matters(view))["disputed"]
    assert ["Jules Armand" in {view.holders(v.claims) for v in camp} for camp in camps_of(view, matter)] == [True, False]


def test_that_somebody_accuses_is_no_side_of_the_dispute() -> None:
    view = View(DOSSIER)
    (matter,) = dict(group_matters(view))["disputed"]
    charge = next(c for c in view.claims_of(matter) if c.status == "alleged")
    view.events["act"] = replace(view.events[charge.event], id="act", frame="ACCUSE")
    view.claims["act"] = replace(charge, id="act", event="act", status="happened", sources=())
    told = replace(matter, claims=(*matter.claims, "act"))
    assert camps_of(view, told) == camps_of(view, matter)


def test_only_direct_speech_stands_in_our_quotation_marks() -> None:
    view = View(DOSSIER)
    quoted = {view.words((s,)) for d in DOSSIER.statements if d.mode == "direct" for s in d.spans}
    shown = {s.direct: view.words(s.spans) for m in DOSSIER.matters for s in stances_of(view, m)}
    assert set(shown) == {True, False}
    assert all(any(view.words(s.spans) in q for q in quoted) for m in DOSSIER.matters for s in stances_of(view, m) if s.direct)
    text = render(DOSSIER, width=160)
    assert ("« Tout le monde le savait »" in text, "│ avoir coupé les alarmes" in text) == (True, True)
    assert "« avoir coupé les alarmes »" not in text + render_markdown(DOSSIER)
