"""System calls that fail: told in a sentence, tried again with success, nothing lost and nothing half done.

`python -m tests.drill calls` lets every call of saving fail, with each error that such a call may meet.
"""

import errno
import sys
from collections.abc import Iterator

import pytest

from tests.drill.calls import fail, failures, gone
from tests.drill.faults import Act, Fault
from tests.drill.lives import Worker, fresh, worker
from tests.drill.worker import Wish

SEED = 3
pytestmark = [
    pytest.mark.needs("gcc"),
    pytest.mark.skipif(sys.platform != "linux", reason="nothing is put before the C library of this system"),
]


@pytest.fixture(scope="module")
def alive() -> Iterator[Worker]:
    with worker("openings", "edits", "upgrades") as lent:
        yield lent


@pytest.mark.parametrize(("job", "step"), [("edits", 97), ("upgrades", 397)])
def test_a_call_that_fails_costs_nothing(alive: Worker, job: str, step: int) -> None:
    for one in failures(alive, job, SEED, step):
        assert one.bug == one.lost == ""
        assert one.finished, one


def test_a_disk_that_goes_away_takes_nothing_with_it(alive: Worker) -> None:
    for one in gone(alive, "edits", SEED, 150):
        assert one.bug == one.lost == ""
        assert one.refusals


def test_a_disk_that_cannot_be_read_is_not_called_a_damaged_file(alive: Worker) -> None:
    told = [one for one in gone(alive, "openings", SEED, 30) if "read" in one.call]

    assert told
    for one in told:
        assert all("Ổ đĩa báo lỗi" in words for words in one.refusals), one


@pytest.mark.parametrize("error", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_place_that_locks_no_file_is_told(alive: Worker, error: int) -> None:
    one = fail(alive, Wish("openings", "", SEED, Fault(Act.FAIL_ONCE, _lock(alive), error)), "lock")

    assert one.bug == one.lost == ""
    assert ["không khóa được tệp" in words for words in one.refusals] == [True]


def _lock(alive: Worker) -> int:
    """Return which call takes the lock beside the file."""
    with fresh("openings") as folder:
        calls = alive.live(Wish("openings", str(folder), SEED, calls=True)).said("call")
    return next(int(call.split()[0]) for call in calls if call.endswith("lock van-phong.tthc.lock"))
