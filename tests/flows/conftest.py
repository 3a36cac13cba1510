"""The same window and hands as in tests/ui, and an input method."""

from collections.abc import Iterator

import pytest

from tests.flows.ibus import Ibus, install
from tests.ui.conftest import dressed, hands, office_path, qtbot, window

__all__ = ["dressed", "hands", "ibus", "office_path", "qtbot", "window"]


@pytest.fixture
def ibus(dressed: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ibus]:
    """Return the input method that composes in whatever has the keyboard."""
    del dressed
    made = install(monkeypatch)
    yield made
    made.deleteLater()
