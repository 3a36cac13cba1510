"""What all series have in common: an even step, noughts before small numbers, and no second number beside the first."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

OTHERS = re.compile(r"\d|(?<!\w)[IVX]+(?!\w)|(?<!\w)qu[ýí]\s+[ivx]+(?!\w)")
"""What makes a span or a list of a month, quarter or date beside it, and such has no next."""
Continue = Callable[[int], str | None]
"""From how many cells behind the last seed to what stands there; None where the series has an end."""


def steady(values: Sequence[int], alone: int, turn: int = 0) -> int:
    """Return the step from each value to the next, 0 when it is not the same; a year without its number turns round."""
    if len(values) == 1:
        return alone
    steps = {(after - before) % turn if turn else after - before for before, after in pairwise(values)}
    return steps.pop() if len(steps) == 1 else 0


def padded(value: int, seen: Sequence[str], *, usual: bool) -> str:
    """Return a day or month with a nought before it where the seeds have one; papers write 01 and 02, but 3."""
    alike = [one for one in seen if int(one) < 10 and (int(one) < 3) == (value < 3)]
    zero = alike[-1].startswith("0") if alike else usual
    return f"{value:02}" if zero else str(value)
