"""Several workers draw at once, as when a plan is closed and opened again quickly, or printed while it is shown."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.ui.papers import little_plan
from tthc_desktop.documents.writing.pdf import rendered


@pytest.fixture
def restless() -> Iterator[None]:
    """Let threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("restless")
def test_files_that_are_drawn_at_once_are_those_that_are_drawn_alone() -> None:
    plans = [little_plan(rows) for rows in (1, 2, 3, 4)]
    alone = [rendered(plan).data for plan in plans]
    with ThreadPoolExecutor(4) as workers:
        for _ in range(3):
            assert [found.data for found in workers.map(rendered, plans)] == alone
