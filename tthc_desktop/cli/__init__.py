"""Every main job without a window: the proof that no layer below needs one."""

from tthc_desktop.cli.program import main

__all__ = ["main"]
