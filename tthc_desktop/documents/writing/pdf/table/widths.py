"""Column widths: by the shares that the table gives, else those that make its rows lowest."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.table.content import Content, contents, row_lengths
from tthc_desktop.documents.writing.pdf.table.grid import Grid, is_centred
from tthc_desktop.documents.writing.pdf.table.look import Look, look

_POWERS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Widths are tried in proportion to the amount of text, to these powers: from even columns to steep ones."""
_LOWER_CELLS = 0.15
_RAGGED = 1.0
"""Ems that lines of whole words leave empty at their end."""


@dataclass(frozen=True, slots=True)
class Widths:
    """How a table's letters are set, and the width of each column in points."""

    look: Look
    columns: Sequence[float]


def column_widths(grid: Grid, rules: Rules, total: float) -> Widths:
    """Return the largest letters with which no ordinary word is cut, and the widths that make the rows lowest."""
    held = contents(grid)
    longest = [content.longest_word for content in held]
    chosen = _look(longest, rules, total)
    least = [max(word * chosen.size + 2 * chosen.side + 0.5, chosen.narrowest) for word in longest]
    if sum(least) >= total:
        return Widths(chosen, [total * width / sum(least) for width in least])
    if all(column.width > 0 for column in grid.columns):
        return Widths(chosen, _shared([column.width for column in grid.columns], least, [inf] * len(least), total))
    return Widths(chosen, _lowest(grid, held, chosen, least, total))


def _look(longest: Sequence[float], rules: Rules, total: float) -> Look:
    dense = len(longest) >= rules.number("table_dense_columns")
    size = rules.length("table_size_dense" if dense else "table_size")
    while size > rules.length("table_size_least") and _needed(longest, look(rules, size)) > total:
        size -= 0.5
    return look(rules, size)


def _needed(longest: Sequence[float], tried: Look) -> float:
    return sum(longest) * tried.size + (2 * tried.side + 0.5) * len(longest)


def _lowest(grid: Grid, held: Sequence[Content], chosen: Look, least: Sequence[float], total: float) -> list[float]:
    """Return the tried widths whose rows take the fewest lines."""
    size, side = chosen.size, 2 * chosen.side
    most = [max(content.enough * size + side + 0.5, low) for content, low in zip(held, least, strict=True)]
    if sum(most) <= total:
        return _widened(grid, held, most, total)
    tries = [_shared([content.typical**power for content in held], least, most, total) for power in _POWERS]
    sample = row_lengths(grid, held)
    return min(tries, key=lambda widths: _cost(sample, [(width - side) / size for width in widths]))


def _widened(grid: Grid, held: Sequence[Content], most: Sequence[float], total: float) -> list[float]:
    """Return widths of a table that needs less than the whole: numbers and deadlines stay narrow, words grow."""
    weights = [
        0.0 if is_centred(column) else content.typical for column, content in zip(grid.columns, held, strict=True)
    ]
    if not any(weights):
        weights = [1.0] * len(weights)
    spare = (total - sum(most)) / sum(weights)
    return [width + weight * spare for width, weight in zip(most, weights, strict=True)]


def _cost(sample: Sequence[Sequence[tuple[int, float]]], rooms: Sequence[float]) -> float:
    """Return the lines that rows take, and a little for each line of their lower cells."""
    usable = [room - min(_RAGGED, room / 3) for room in rooms]
    cost = 0.0
    for row in sample:
        lines = [ceil(ems / usable[column]) for column, ems in row]
        cost += max(lines, default=1) + _LOWER_CELLS * sum(lines)
    return cost


def _shared(weights: Sequence[float], least: Sequence[float], most: Sequence[float], total: float) -> list[float]:
    """Share `total` out by weight, no column below its least or above its most."""
    low, high = 0.0, total / min(weights)
    for _ in range(50):
        middle = (low + high) / 2
        if sum(_clipped(weights, least, most, middle)) > total:
            high = middle
        else:
            low = middle
    found = _clipped(weights, least, most, low)
    return [width * total / sum(found) for width in found]


def _clipped(weights: Sequence[float], least: Sequence[float], most: Sequence[float], factor: float) -> list[float]:
    return [min(max(weight * factor, low), high) for weight, low, high in zip(weights, least, most, strict=True)]
