"""What is said of signal and noise, case by case."""

from __future__ import annotations

import pytest

from perfcore.present.variation.words import NOT_TESTED, because, real, verdict
from perfcore.views.signals import Signal

COMMON = Signal("common_cause", refusal="")


def special(
    variation: str, rule: str = "single", run: int = 1, assurance: str = "hit_or_miss"
) -> Signal:
    return Signal(variation, assurance, rule, run, met=15, met_of=30, refusal="")


@pytest.mark.parametrize(
    ("signal", "word", "why"),
    [
        (COMMON, "Within normal variation", ""),
        (special("concern_high"), "Special cause", "above the upper limit"),
        (special("concern_low"), "Special cause", "below the lower limit"),
        (special("concern_high", run=12), "Special cause",
         "12 points in a row above the upper limit"),
        (special("improvement_high", "shift", 7), "Special cause",
         "7 points in a row above the mean"),
        (special("neither_low", "shift", 6), "Special cause", "6 points in a row below the mean"),
        (special("concern_high", "trend", 6), "Special cause", "6 points rising in a row"),
        (special("concern_low", "trend", 9), "Special cause", "9 points falling in a row"),
        (special("concern_high", "shift", 1), "Special cause", "part of a run above the mean"),
        (special("concern_low", "trend", 2), "Special cause", "part of a steady fall"),
        (special("concern_low", "two_in_three", 2), "Special cause",
         "2 of 3 points close to the lower limit"),
        (Signal(refusal="rolling"), "Not tested", NOT_TESTED["rolling"]),
        (Signal(refusal="too_few_points"), "Not tested", "fewer points than limits need"),
    ],
)  # fmt: skip
def test_whether_it_is_real_and_why(signal: Signal, word: str, why: str) -> None:
    assert (real(signal), because(signal)) == (word, why)


@pytest.mark.parametrize(
    ("status", "signal", "lasted", "said"),
    [
        ("red", Signal("common_cause", "fail", met=0, met_of=18), 18,
         "Red, and the process cannot meet this target without change."),
        ("red", Signal("common_cause", "hit_or_miss", met=15, met_of=30), 1,
         "Red this month, but within normal variation: one red in a process that met the target "
         "in 15 of 30 months."),
        ("amber", Signal("common_cause", "hit_or_miss", met=1, met_of=1), 2,
         "Amber this month, but within normal variation: two ambers in a row in a process that "
         "met the target in 1 of 1 month."),
        ("red", special("concern_high", "shift", 8, "fail"), 9,
         "Red, and getting worse by more than chance (8 points in a row above the mean); the "
         "process cannot meet this target without change."),
        ("red", special("improvement_low", "shift", 8, "fail"), 9,
         "Red, but better than before (8 points in a row below the mean); the process cannot meet "
         "this target without change beyond this."),
        ("red", special("improvement_low", "trend", 6), 3,
         "Red, but getting better by more than chance (6 points falling in a row)."),
        ("green", special("concern_high", "trend", 6), 3,
         "Green, but getting worse by more than chance (6 points rising in a row)."),
        ("green", special("improvement_high", "trend", 6), 3,
         "Green, and getting better by more than chance (6 points rising in a row)."),
        ("green", Signal("common_cause", "pass", met=30, met_of=30), 30,
         "Green, and the process meets this target reliably."),
        ("exceptional", Signal("common_cause", "hit_or_miss", met=15, met_of=30), 1,
         "Exceeding this month, within normal variation: the process met the target in 15 of "
         "30 months."),
        ("green", COMMON, 1, "Green this month, within normal variation."),
        ("monitor", special("neither_high", "shift", 6, ""), 1,
         "Special cause: 6 points in a row above the mean."),
        ("monitor", COMMON, 1, "Within normal variation."),
        ("red", Signal(refusal="seasonal"), 1, ""),
    ],
)  # fmt: skip
def test_the_verdict_in_one_sentence(status: str, signal: Signal, lasted: int, said: str) -> None:
    assert verdict(status, signal, "month", lasted) == said
