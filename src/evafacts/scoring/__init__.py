"""How right are the records? Gold files, alignment, counts and the baseline.

``read_gold`` and ``check_gold`` load what is right, ``score`` compares predictions with it, and
``Baseline`` holds later scores against an earlier one. ``docs/scoring.md`` says what counts.
"""

from evafacts.scoring.baseline import BadBaseline, Baseline, compare_with, lowered, read_baseline
from evafacts.scoring.gold import Gold, Problem, check_gold, read_gold
from evafacts.scoring.predictions import BadPredictions, is_predictions, read_predictions
from evafacts.scoring.tally import Score, score

__all__ = [
    "BadBaseline",
    "BadPredictions",
    "Baseline",
    "Gold",
    "Problem",
    "Score",
    "check_gold",
    "compare_with",
    "is_predictions",
    "lowered",
    "read_baseline",
    "read_gold",
    "read_predictions",
    "score",
]
