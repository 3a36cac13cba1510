"""The installed program tries itself: every main job once, on an office of its own that is thrown away."""

from tthc_desktop.self_test.trying import try_all

__all__ = ["try_all"]
