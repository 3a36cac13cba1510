"""Any two plans side by side, two versions or two years: what was added, removed, moved, renumbered, reworded."""

from tthc_desktop.models.comparison.comparing import compare
from tthc_desktop.models.comparison.differences import NAMES, Difference, What
from tthc_desktop.models.comparison.pieces import Fate, Piece, pieces

__all__ = ["NAMES", "Difference", "Fate", "Piece", "What", "compare", "pieces"]
