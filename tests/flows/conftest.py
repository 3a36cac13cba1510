"""The same window and hands as in tests/ui."""

from tests.ui.conftest import dressed, hands, office_path, window

__all__ = ["dressed", "hands", "office_path", "window"]
