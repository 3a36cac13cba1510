"""Round figures along an axis."""

from math import floor, log10

_LEAST = 0.005
"""Figures are written with two decimals."""


def ticks(largest: float, most: int) -> list[float]:
    """Return up to `most` steps of 1, 2, 2.5 or 5 from 0 on, the last one not below the largest figure."""
    largest = largest if largest > _LEAST else 0.0
    whole = float(largest).is_integer()
    wanted = max((largest or 1.0) / max(most - 1, 1), float(whole))
    power = 10.0 ** floor(log10(wanted))
    steps = (factor * power for factor in (1, 2, 2.5, 5, 10))
    step = next(step for step in steps if step >= wanted * (1 - 1e-9) and (not whole or step.is_integer()))
    found = [0.0]
    while found[-1] < largest * (1 - 1e-9) or len(found) == 1:
        found.append(len(found) * step)
    return found
