"""All about one proposal: its place, its words before and after, and the three wordings of a conflict side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from tthc_desktop.models.comparison import NAMES, Fate, Piece, What, pieces
from tthc_desktop.models.correcting import Proposal
from tthc_desktop.models.text import Text
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column
from tthc_desktop.ui.correcting.words import Told, emphasised
from tthc_desktop.ui.importing.source_lines import titled
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.plan.names import number

HINT = "→ nhận, ← để lại; Ctrl với mũi tên cho cả loại; N sang chỗ mâu thuẫn kế tiếp; Ctrl+Enter nhận tất cả đã chọn."
_SHAPED = frozenset({"heading", "mark", "level", "landscape", "continues", "lines"})
_EMPTY = "(để trống)"
_ALL = 16_777_215
"""Qt's largest size: no bound."""


class Detail(QWidget):
    """Shows one proposal."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = Wording("Thay đổi đang xem, từng từ")
        self.columns = tuple(Wording(name) for name in ("Khi gửi", "Trong tệp", "Hiện tại"))
        self.clash = QSplitter(Qt.Orientation.Horizontal)
        self.clash.setHandleWidth(1)
        self.clash.setChildrenCollapsible(False)
        for wording in self.columns:
            holder = titled(wording.accessibleName(), "", wording)
            holder.setMinimumWidth(120)
            self.clash.addWidget(holder)
        lines = column(self.whole, self.clash, gap=0)
        lines.setStretch(0, 1)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self._part(show=False)

    def _part(self, *, show: bool) -> None:
        """Give the room to the three wordings, or to the one."""
        self.clash.setVisible(show)
        self.whole.setMaximumHeight(4 * self.fontMetrics().height() + look.BROAD if show else _ALL)

    def show_hint(self, words: str) -> None:
        """Show a sentence where there is no proposal."""
        self._part(show=False)
        self.whole.begin()
        self.whole.say(words, quiet=True)

    def show_proposal(self, one: Proposal, told: Told, needed: tuple[Proposal, ...]) -> None:
        """Show a proposal with those that it needs."""
        self.whole.begin()
        self.whole.say(told.where(one), bold=True)
        self.whole.say(f"{NAMES[one.what]}.{f' {one.doubt}' if one.doubt else ''}", quiet=True)
        self._part(show=one.conflict and not one.names)
        if one.conflict and not one.names:
            self._show_clash(one)
        else:
            self._show_words(one, told)
        for other in needed:
            self.whole.say(f"Nhận cùng: {NAMES[other.what].lower()} {told.line(other)}", quiet=True)

    def _show_words(self, one: Proposal, told: Told) -> None:
        if one.what is What.MOVED and one.names:
            self.whole.say(f"Trong tệp, phần này thành: {told.where_then(one)}", quiet=True)
            self._plain(one.before)
        elif one.place.part in _SHAPED:
            self.whole.say(f"{one.before or _EMPTY} → {one.corrected or _EMPTY}")
        elif str(one.before) == str(one.corrected) and not one.names:
            self._plain(one.corrected)
            for line in emphasised(one.before, one.corrected):
                self.whole.say(line, bold=True)
        else:
            self.whole.show_pieces(pieces(str(one.before), str(one.corrected)))
        along = tuple(told.along(one))
        if along:
            self.whole.say(f"Đi cùng ({number(len(one.names) - 1)}):", quiet=True, gap=12)
            for words in along:
                self.whole.say(words, gap=4)

    def _plain(self, words: Text) -> None:
        self.whole.show_pieces([Piece(Fate.KEPT, str(words))])

    def _show_clash(self, one: Proposal) -> None:
        """Show the three wordings; in those that changed since, the words that came are marked."""
        for wording, said in zip(self.columns, (one.before, one.corrected, one.current), strict=True):
            wording.begin()
            came = [piece for piece in pieces(str(one.before), str(said)) if piece.fate is not Fate.REMOVED]
            if came:
                wording.show_pieces(came)
            else:
                wording.say(_EMPTY, quiet=True)

    def views(self) -> list[QWidget]:
        """Return what F6 goes through."""
        return [self.whole]
