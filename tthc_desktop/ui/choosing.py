"""Putting the cursor of a table on a cell, whatever keys are held down."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

_Flag = QItemSelectionModel.SelectionFlag


def choose(view: QAbstractItemView, index: QModelIndex) -> None:
    """Choose a cell, or its row, alone. Qt's own way would add it to what is chosen while Ctrl of Ctrl+Z is held."""
    rows = view.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
    view.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | (_Flag.Rows if rows else _Flag.NoUpdate))
