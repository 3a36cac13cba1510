"""How much work a function does, counted in lines executed: the same on any machine under any load."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def work(function: Callable[[], object]) -> int:
    """Return how many lines of Python `function` executes on this thread, in whatever it calls."""
    count = 0

    def line(_frame: FrameType, event: str, _argument: Any) -> Any:  # noqa: ANN401 - as Python calls it
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        function()
    finally:
        sys.settrace(before)
    return count
