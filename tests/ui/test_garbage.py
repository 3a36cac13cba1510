"""Full collections wait for the user to be away."""

import gc
from weakref import ref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tthc_desktop.ui.garbage import Sweep


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.own = self


def test_a_sweep_asked_for_unties_old_knots(qtbot: QtBot) -> None:
    parent = QObject()
    sweep = Sweep(parent)
    knot = Knot()
    gc.collect()
    known = ref(knot)
    del knot
    sweep.soon()
    qtbot.waitUntil(lambda: known() is None)


def test_nothing_old_is_looked_at_by_itself() -> None:
    parent = QObject()
    Sweep(parent)
    knot = Knot()
    gc.collect()
    known = ref(knot)
    del knot
    held = [[number] for number in range(500_000)]
    assert known() is not None
    del held
    gc.collect()
    assert known() is None
