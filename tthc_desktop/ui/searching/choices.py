"""What the quick search offers, and how well it fits what is typed, without Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tthc_desktop.models.text import fold


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list: its words, a quiet remark at the right, an icon, and what it does."""

    words: str
    act: Callable[[], object]
    remark: str = ""
    drawing: str = ""


def fitting(choices: Iterable[Choice], typed: str, most: int) -> list[Choice]:
    """Return the choices that hold every word that was typed, the best first; all of them when nothing was."""
    ranked = [(rank, place, choice) for place, choice in enumerate(choices) if (rank := _rank(choice, typed)) >= 0]
    return [choice for _, _, choice in sorted(ranked, key=lambda one: one[:2])[:most]]


def _rank(choice: Choice, typed: str) -> int:
    """Return 0 for the best fit, more for a lesser one, -1 for none."""
    wanted, there = fold(typed), fold(choice.words)
    if not all(word in there for word in wanted.split()):
        return -1
    exact = " ".join(typed.casefold().split()) in choice.words.casefold()
    if there.startswith(wanted):
        return 0 if exact else 1
    if f" {wanted}" in there:
        return 2 if exact else 3
    return 4 if wanted in there else 5
