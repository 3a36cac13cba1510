"""Regions of an office's files damaged: what is not harmless is told or found, and a repair hides nothing."""

from pathlib import Path
from random import Random

from tests.drill import table
from tests.drill.damage import Outcome, Saved, damages

EACH = 1


def test_damage_of_any_region_is_noticed_or_harmless(tmp_path: Path) -> None:
    found = list(damages(tmp_path, EACH, Random(2)))

    assert not [one for one in found if one.bug]
    assert not [one for one in found if one.outcome is Outcome.UNNOTICED], "\n".join(table.of_damage(found))
    assert not [one for one in found if one.saved is Saved.SILENTLY]
    assert any(one.outcome is Outcome.TOLD for one in found)
