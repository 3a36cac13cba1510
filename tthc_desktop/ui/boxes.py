"""The look of boxes to tick: Fusion draws their edge darker than the window, which in dark colours nobody sees."""

from typing import TYPE_CHECKING

from tthc_desktop.resources import resource

if TYPE_CHECKING:
    from tthc_desktop.ui.look import Colours

_WITH_BOXES = ("QCheckBox", "QTreeView", "QListView", "QTableView")


def boxes(c: "Colours", *, dark: bool) -> str:
    """Return the part of the style sheet about boxes: empty, ticked, ticked in part."""
    tick = resource("icons", f"tick-{'dark' if dark else 'light'}.svg").as_posix()
    dash = f"stop:0.38 {c.base}, stop:0.4 {c.accent}, stop:0.6 {c.accent}, stop:0.62 {c.base}"
    return f"""
{_each("")} {{ width: 13px; height: 13px; border: 1px solid {c.quiet}; border-radius: 3px; background: {c.base}; }}
{_each(":checked")} {{ background: {c.accent}; border-color: {c.accent}; image: url("{tick}"); }}
{_each(":indeterminate")} {{
    border-color: {c.accent}; background: qlineargradient(x1:0, y1:0, x2:0, y2:1, {dash});
}}
{_each(":disabled")} {{ border-color: {c.edge}; background: {c.shade}; }}
QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; width: 11px; height: 11px; }}
"""


def _each(state: str) -> str:
    return ", ".join(f"{kind}::indicator{state}" for kind in _WITH_BOXES)
