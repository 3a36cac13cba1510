"""Offers below any editor while it is typed in: chosen by key or mouse, never written before that."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tthc_desktop.models.typed import Part, Parts, whole
from tthc_desktop.ui.offering.editors import Editor, place_of, put, words_at
from tthc_desktop.ui.offering.offer_list import Offer, OfferList

PAUSE = 180
"""Milliseconds without a key after which offers are shown."""
MOST = 50
_Key = Qt.Key
_Kind = QEvent.Type
_STEPS = {_Key.Key_Down: 1, _Key.Key_Up: -1, _Key.Key_PageDown: 7, _Key.Key_PageUp: -7}
_TAKING = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab}
_ERASING = {_Key.Key_Backspace, _Key.Key_Delete}
_BARE = {_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_AltGr, _Key.Key_Meta, _Key.Key_CapsLock}
_ENDING = {
    _Kind.FocusOut,
    _Kind.Hide,
    _Kind.Resize,
    _Kind.MouseButtonPress,
    _Kind.Wheel,
    _Kind.ContextMenu,
    _Kind.WindowDeactivate,
}
Offers = Callable[[str], Sequence[Offer]]
"""From what is typed, which may be nothing, to what fits."""
Take = Callable[[Offer, Part], None]


class Suggester(QObject):
    """Watches an editor. Typing opens the list after a short pause, Alt+Down at once; the keyboard stays in the editor.

    Down and Up go through the list, Enter, Tab or a click take what is marked, Esc closes the list only. Nothing is
    marked when typing opened it, so that Enter and Tab do what they always do. While a word is being composed
    there is no list.
    """

    taken = Signal()
    """An offer was written."""

    def __init__(
        self,
        editor: Editor,
        offers: Offers,
        parts: Parts = whole,
        take: Take | None = None,
        asks: Callable[[], bool] = lambda: True,
    ) -> None:
        """Offer what `offers` returns for each of the `parts`; `asks` tells whether Alt+Down is the list's here."""
        super().__init__(editor)
        self._asks = asks
        self._editor = editor
        self._offers = offers
        self._parts = parts
        self._take = take or (lambda offer, part: put(editor, part.start, part.end, offer.words))
        self._list: OfferList | None = None
        self._found_last: tuple[tuple[Offer, int], ...] = ()
        """What is shown, each offer with the place of the part that it stands for."""
        self._composing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._look)
        editor.installEventFilter(self)
        if isinstance(editor, QAbstractScrollArea):
            editor.viewport().installEventFilter(self)
            editor.verticalScrollBar().valueChanged.connect(self._hide)

    @property
    def list(self) -> OfferList:
        """The list, a part of the editor's window."""
        if self._list is None:
            self._list = OfferList(self._editor.window())
            self._list.taken.connect(self._choose)
            self.destroyed.connect(self._list.deleteLater)
            self._editor.window().installEventFilter(self)
        return self._list

    @property
    def open(self) -> bool:
        """Tell whether the list is in sight."""
        return self._list is not None and self._list.isVisible()

    def ask(self) -> bool:
        """Open the list now, with all values where what stands there is one of them already."""
        found = self._asked()
        if found:
            self._pause.stop()
            self._show(found)
            self.list.mark(0)
        return bool(found)

    def _asked(self) -> tuple[tuple[Offer, int], ...]:
        """Return what Alt+Down shows here."""
        if self._composing or not self._asks():
            return ()
        words, cursor = words_at(self._editor)
        return self._found(words, cursor) or self._found(words, cursor, everything=True)

    def close(self) -> None:
        """Take the list away; what is in the editor stays."""
        self._pause.stop()
        self._hide()

    def _hide(self) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.mark(-1)

    # What fits

    def _look(self) -> None:
        """Show what fits what is typed now."""
        words, cursor = words_at(self._editor)
        found = () if self._composing else self._found(words, cursor, typing=True)
        if found:
            self._show(found)
            self.list.mark(-1)
        else:
            self.close()

    def _found(
        self, words: str, cursor: int, *, typing: bool = False, everything: bool = False
    ) -> tuple[tuple[Offer, int], ...]:
        """Return what fits each part that is being typed, with the place of the part; no entry of a list twice."""
        found: dict[str, tuple[Offer, int]] = {}
        for place, part in enumerate(self._parts(words, cursor)):
            typed = words[part.start : max(cursor, part.start)]
            if typing and not typed.strip():
                continue
            now, rest = words[part.start : part.end], words[: part.start] + words[part.end :]
            for offer in self._offers("" if everything else typed):
                if offer.words != now and not (place and offer.words in rest):
                    found.setdefault(offer.words, (offer, place))
        return tuple(found.values())[:MOST]

    def _show_again(self) -> None:
        """Follow the editor to where it has moved."""
        if self.open:
            self._show(self._found_last)

    def _show(self, found: tuple[tuple[Offer, int], ...]) -> None:
        self._found_last = found
        words, cursor = words_at(self._editor)
        at = place_of(self._editor, self._parts(words, cursor)[-1].start)
        self.list.show_at(at, [offer for offer, _ in found], at.width())

    def _choose(self, place: int) -> None:
        """Write an offer in place of the part that it stands for, as that is now."""
        offer, source = self._found_last[place]
        words, cursor = words_at(self._editor)
        parts = self._parts(words, cursor)
        self.close()
        if source < len(parts):
            self._take(offer, parts[source])
            self.taken.emit()

    # What is done in the editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list while it is open, and watch the typing."""
        kind = event.type()
        if watched is self._editor and isinstance(event, QKeyEvent):
            if kind is _Kind.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            return kind is _Kind.KeyPress and self._pressed(event)
        if watched is self._editor and isinstance(event, QInputMethodEvent):
            self._composed(event)
        elif kind is _Kind.Move and self.open and watched is not self._editor.window():
            QTimer.singleShot(0, self, self._show_again)
        elif kind in _ENDING and self._ends(watched, kind):
            self.close()
        return False

    def _ends(self, watched: QObject, kind: QEvent.Type) -> bool:
        """Tell whether an event of the editor or its window is a reason to close; a growing editor is none."""
        if isinstance(watched, QWidget) and watched.isWindow():
            return kind in {_Kind.Resize, _Kind.WindowDeactivate, _Kind.Hide}
        if watched is not self._editor and kind is _Kind.Move:
            return False  # an editor that has just been shown finds the place of its inside a moment later
        return kind not in {_Kind.Resize, _Kind.WindowDeactivate}

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Tell whether a key is for the open list; Enter and Tab are only when something is marked."""
        key = _Key(event.key())
        if _asks_for_list(event):
            return bool(self._asked())
        if not self.open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return key in _STEPS or key == _Key.Key_Escape or (key in _TAKING and self.list.current >= 0)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = _Key(event.key())
        if _asks_for_list(event):
            return self.ask()
        if self._is_ours(event):
            self._go(key)
            return True
        if key in _BARE:
            return False
        if _writes(event):
            self._typed()
        else:
            self.close()
        return False

    def _go(self, key: Qt.Key) -> None:
        """Do what a key does in the open list, which first catches up with the typing."""
        if key == _Key.Key_Escape:
            self.close()
            return
        if self._pause.isActive():
            self._pause.stop()
            self._look()
        if key in _TAKING:
            if self.open and self.list.current >= 0:
                self._choose(self.list.current)
        elif self.open:
            self._step(_STEPS[key])

    def _step(self, by: int) -> None:
        now, last = self.list.current, len(self.list.offers) - 1
        self.list.mark(-1 if now <= 0 and by < 0 else min(max(now + by, 0), last))

    def _typed(self) -> None:
        if self.open:
            self.list.mark(-1)
        self._pause.start()

    def _composed(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        if self._composing:
            self.close()
        elif event.commitString():
            self._typed()


def _asks_for_list(event: QKeyEvent) -> bool:
    return event.key() == _Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier


def _writes(event: QKeyEvent) -> bool:
    """Tell whether a key writes or erases letters."""
    if event.key() in _ERASING:
        return True
    return bool(event.text()) and event.text().isprintable()
