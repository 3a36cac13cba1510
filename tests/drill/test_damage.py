"""Regions of an office's files damaged: what is not harmless is told or found, and a repair hides nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.drill import table
from tests.drill.damage import Outcome, Saved, damages

EACH = 1


def _tells_of_pages() -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        return bool(connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'").fetchone())


@pytest.mark.skipif(not _tells_of_pages(), reason="this SQLite does not tell what lies in which page")
def test_damage_of_any_region_is_noticed_or_harmless(tmp_path: Path) -> None:
    found = list(damages(tmp_path, EACH, Random(2)))

    assert not [one for one in found if one.bug]
    assert not [one for one in found if one.outcome is Outcome.UNNOTICED], "\n".join(table.of_damage(found))
    assert not [one for one in found if one.saved is Saved.SILENTLY]
    assert any(one.outcome is Outcome.TOLD for one in found)
