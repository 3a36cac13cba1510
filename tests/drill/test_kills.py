"""Some processes killed at random points of edits, imports, merges, outputs and upgrades: nothing acknowledged is lost.

`python -m tests.drill 1000` kills a thousand and prints a table.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from tests.drill import table
from tests.drill.faults import Act, Fault
from tests.drill.jobs.catalogue import TORMENTED
from tests.drill.jobs.job import OFFICE
from tests.drill.kills import Killer
from tests.drill.lives import Worker, fresh, lost, rehearsed, worker
from tests.drill.worker import Wish
from tthc_desktop.office import Office

KILLS = int(os.environ.get("TTHC_DRILL", "2"))
SEED = 3

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no process out of a running one"),
    pytest.mark.timeout(600),
]


@pytest.fixture(scope="module")
def alive() -> Iterator[Worker]:
    with worker(*TORMENTED, "openings") as lent:
        yield lent


def test_killed_work_loses_nothing_that_was_acknowledged(alive: Worker) -> None:
    killer = Killer(alive, Random())

    kills = [killer.kill(job, SEED) for job in TORMENTED for _ in range(KILLS)]

    assert not [kill for kill in kills if kill.lost], "\n".join(table.of_kills(kills))
    assert any(kill.died for kill in kills)


@pytest.mark.needs("gcc")
@pytest.mark.skipif(sys.platform != "linux", reason="nothing is put before the C library of this system")
def test_a_kill_comes_at_the_call_that_is_asked_for(alive: Worker) -> None:
    with fresh("edits") as folder:
        calls = alive.live(Wish("edits", str(folder), SEED, calls=True)).said("call")
    first = next(int(call.split()[0]) for call in calls if call.endswith("sync van-phong.tthc-wal"))
    with fresh("edits") as folder:
        before = alive.live(Wish("edits", str(folder), SEED, Fault(Act.KILL_BEFORE, first)))
    with fresh("edits") as folder:
        after = alive.live(Wish("edits", str(folder), SEED, Fault(Act.KILL_BEFORE, first + 100)))

    assert before.end == after.end == -9
    assert 0 < before.acknowledged < after.acknowledged


@pytest.mark.parametrize("steps", [1, 3])
def test_a_lost_step_is_noticed(alive: Worker, steps: int) -> None:
    with fresh("edits") as folder:
        life = alive.live(Wish("edits", str(folder), SEED))
        assert lost("edits", SEED, folder, life.acknowledged) == ""
        with Office.open(folder / OFFICE) as office:
            for _ in range(steps):
                office.undo()
        assert "acknowledged steps" in lost("edits", SEED, folder, life.acknowledged)


def test_half_a_step_is_noticed(alive: Worker) -> None:
    with fresh("imports") as folder:
        alive.live(Wish("imports", str(folder), SEED))
        (folder / OFFICE).write_bytes((folder / OFFICE).read_bytes()[:9000])
        assert lost("imports", SEED, folder, 3).startswith("not to be read")


def test_the_same_numbers_make_the_same_work() -> None:
    for job in ("edits", "merges"):
        assert rehearsed.__wrapped__(job, SEED) == rehearsed(job, SEED)


def test_what_is_lost_stands_in_the_table(alive: Worker) -> None:
    kill = Killer(alive, Random(1)).kill("edits", SEED)
    lost = replace(kill, acknowledged=5, lost="2 acknowledged steps")
    torn = replace(kill, acknowledged=4, lost="a step half done")

    lines = list(table.of_kills([kill, lost, torn]))

    assert kill.lost == ""
    assert [cell.strip() for cell in lines[2].split("|")][-4:] == [str(kill.acknowledged + 9), "2", "1", ""]
    assert sum("LOST" in line for line in lines) == 2
