"""All outcomes of a story: the layers in their order."""

from __future__ import annotations

from recoupe.evaluate.comparison import Comparison
from recoupe.evaluate.crossing import score_copies, score_matters
from recoupe.evaluate.gold import GoldStory
from recoupe.evaluate.layers import (
    score_figures,
    score_mentions,
    score_propositions,
    score_statements,
    score_times,
)
from recoupe.evaluate.outcome import Outcome
from recoupe.types import Dossier

LAYERS = (score_statements, score_mentions, score_times, score_figures, score_propositions, score_matters, score_copies)


def score_story(gold: GoldStory, dossier: Dossier) -> tuple[Outcome, ...]:
    """Everything that was right or wrong in a dossier made of the gold's reports, under the gold's report ids."""
    comparison = Comparison(gold, dossier)
    return tuple(outcome for layer in LAYERS for outcome in layer(comparison))
