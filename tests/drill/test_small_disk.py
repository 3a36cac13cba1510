"""Work on a disk without room: refused in a sentence, nothing lost, and done when room is made."""

from collections.abc import Iterator

import pytest

from tests.drill.small_disk import disk, full

SEED = 3


@pytest.fixture(autouse=True)
def _may_mount() -> Iterator[None]:
    try:
        with disk():
            yield
    except PermissionError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("job", ["edits", "merges", "restores", "upgrades"])
def test_a_full_disk_costs_nothing(job: str) -> None:
    found = full(job, SEED)

    assert found.lost == ""
    assert found.refusals
    assert all("hết chỗ" in words for words in found.refusals)
