"""Eight clients do their worst, and one that asks small questions is answered every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.abuse import WORST, run_abuse

STATUSES = {200, 422, 429, 503, 504}


@pytest.mark.slow
def test_small_questions_are_answered_beside_the_worst(release: Path, tmp_path: Path) -> None:
    """Nobody else notices eight clients that do their worst, and nothing of it is left."""
    abused = run_abuse(release, tmp_path / "log")

    assert set(abused.statuses) == {200}, abused.statuses
    assert len(abused.seconds) > 20
    assert {status for _, status in abused.found} <= STATUSES, abused.found
    assert {name for name, _ in abused.found} == set(WORST)
    assert abused.is_over, (abused.before, abused.after)
