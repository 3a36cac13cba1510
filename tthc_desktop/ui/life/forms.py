"""Small forms that fill a page: what happens, a few fields, one main button."""

from PySide6.QtWidgets import QFormLayout, QGridLayout, QLineEdit, QPushButton, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label, row

_WIDEST = 620
Field = tuple[QLineEdit, str, str]
"""A field with its name and what may stand in it."""


def form(what: str, about: str, fields: tuple[Field, ...], *buttons: QPushButton) -> QGridLayout:
    """Return the layout of a page with a form, in the middle and not too wide."""
    lines = QFormLayout()
    lines.setVerticalSpacing(look.ROOM)
    lines.setHorizontalSpacing(look.WIDE)
    for field, name, hint in fields:
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        lines.addRow(label(name), field)
    words = label(what, bold=True, larger=2), label(about, quiet=True)
    for one in words:
        one.setWordWrap(True)
    inner = QWidget()
    inner.setMaximumWidth(_WIDEST)
    whole = column(*words, gap=look.WIDE)
    whole.addLayout(lines)
    whole.addLayout(row(None, *buttons, gap=look.ROOM))
    whole.addStretch(1)
    inner.setLayout(whole)
    outer = QGridLayout()
    outer.setContentsMargins(look.BROAD, look.BROAD, look.BROAD, look.BROAD)
    for place, stretch in ((0, 1), (1, 100), (2, 1)):
        outer.setColumnStretch(place, stretch)
    outer.addWidget(inner, 0, 1)
    return outer
