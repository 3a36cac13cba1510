"""The window: the only package that knows Qt."""

from tthc_desktop.ui import singletons

__all__ = ["singletons"]
