"""After the program was replaced by another version: once, the way to what that one brings."""

from typing import TYPE_CHECKING

from tthc_desktop import __version__
from tthc_desktop.ui.messages import Kind

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_SEEN = "window/version"


def tell_news(window: "MainWindow", version: str = __version__) -> None:
    """Say that this is another version than last time; the first start of all says nothing."""
    before = str(window.memory.value(_SEEN, ""))
    window.memory.setValue(_SEEN, version)
    if before and before != version:
        what = f"Chương trình nay là bản {version}; lần trước là bản {before}."
        window.messages.tell(Kind.INFO, what, "", ("Có gì mới", window.commands["news"].trigger))
