"""Twelve units, three rounds: every accepted value is where it belongs, and only what was planted is in conflict."""

from pathlib import Path
from random import Random

import pytest

from tests.cli.conftest import Ask, ask, office
from tests.returned.drill import Drill
from tests.returned.office import make_office

__all__ = ["ask", "office"]


@pytest.mark.needs("soffice")
def test_three_rounds_of_twelve_units(ask: Ask, office: Path, tmp_path: Path) -> None:
    drill = begin(ask, office, tmp_path, 20260331)
    drill.libreoffice = True
    run(drill)
    assert drill.conflicts > 10
    files = drill.random.sample(drill.delivered, len(drill.delivered))
    found = ask("receive", *files, "--json").found
    assert (found["files"], found["updated"], found["conflicts"], found["review"]) == (36, 0, [], [])
    words = ask("receive", *files, "--apply").out.splitlines()[0]
    assert words.count(": 0 thay đổi") == 12


@pytest.mark.parametrize("seed", [1, 2])
def test_other_rounds(ask: Ask, office: Path, tmp_path: Path, seed: int) -> None:
    run(begin(ask, office, tmp_path, seed))


def begin(ask: Ask, office: Path, folder: Path, seed: int) -> Drill:
    return Drill(ask, office, make_office(office).id, folder, Random(seed))


def run(drill: Drill) -> None:
    for number in (1, 2, 3):
        drill.round(number, 3)
