"""Files of tests in an order that lets processes side by side end together: the longest first, the short ones last.

How long each takes stands in `data/long_files.txt`, in seconds; a run with `--keep-durations` writes that anew. A file
that is not named there takes less than `LONG`, or is new.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "data" / "long_files.txt"
LONG = 3.0
"""Seconds below which it does not matter when a file has its turn."""


def kept(path: Path = KEPT) -> dict[str, float]:
    """Return the seconds of the long files by their path in the project."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {name: float(seconds) for seconds, name in map(str.split, lines)}


def long_ones_first(items: list[pytest.Item], seconds: Mapping[str, float]) -> None:
    """Put the tests of long files before all others; the tests of one file keep their order."""
    items.sort(key=lambda item: -seconds.get(file_of(item.nodeid), 0.0))


def file_of(test: str) -> str:
    """Return the file of a test by the test's name."""
    return test.partition("::")[0]


def told(reports: Iterable[pytest.TestReport]) -> str:
    """Return the lines to keep after a run, the longest file first."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for report in reports:
        seconds[file_of(report.nodeid)] += report.duration
    found = sorted((-taken, name) for name, taken in seconds.items() if taken >= LONG)
    return "".join(f"{-taken:.0f} {name}\n" for taken, name in found)
