"""Two plans side by side: what differs, by kind, and each wording word by word."""

from collections import Counter
from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSplitter, QWidget

from tthc_desktop.models.comparison import NAMES, Difference, What, compare, pieces
from tthc_desktop.models.identity import Id
from tthc_desktop.models.places import Place
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import fold
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.composing import TypingPause
from tthc_desktop.ui.controls import button, column, foot, label, row, tool
from tthc_desktop.ui.life.choices import Choice, ChoicesView
from tthc_desktop.ui.life.place_names import PlaceNames
from tthc_desktop.ui.life.stages import full_name
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short

_MINOR = frozenset({What.RENUMBERED, What.SHAPED})
_WORDED = frozenset({What.REWORDED, What.DATED, What.VALUED})


class ComparePage(Page):
    """Compares two plans of the office; a place opens in the newer one."""

    drawing = "compare"

    def __init__(
        self, plans: Sequence[Plan], pair: tuple[Id, Id], open_place: Callable[[Id, Id], object], background: Background
    ) -> None:
        super().__init__()
        self._plans = tuple(plans)
        self._open_place = open_place
        self.found: tuple[Difference, ...] = ()
        self.shown: tuple[Plan, Plan] | None = None
        self.old, self.new = QComboBox(), QComboBox()
        self.words = QLineEdit()
        self.minor = QCheckBox("Cả đổi số thứ tự và trình bày")
        self.tree = ChoicesView("Các chỗ khác nhau", checkable=False)
        self.detail = Wording("Chỗ khác nhau, từng từ")
        self.sentence = label()
        self._work: Latest[tuple[tuple[Plan, Plan], tuple[Difference, ...]]] = Latest(
            self, background, self._take, self.troubled.emit
        )
        self._pause = TypingPause(self, self._list)
        self._build()
        self._fill(pair)
        self._connect()
        self._compare()

    def _build(self) -> None:
        for box, name in ((self.old, "Bản cũ"), (self.new, "Bản mới")):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(24)
            box.setMinimumHeight(look.CONTROL)
        swap = tool("Đổi bản cũ và bản mới cho nhau", self.swap, "swap")
        self.words.setAccessibleName("Lọc theo chữ")
        self.words.setPlaceholderText("Lọc theo chữ")
        self.words.setMaximumWidth(220)
        strip = QWidget()
        strip.setObjectName("strip")
        first = row(label("Bản cũ"), self.old, swap, label("Bản mới"), self.new, gap=look.SPACE)
        first.setStretch(1, 1)
        first.setStretch(4, 1)
        lines = column(gap=look.SPACE)
        lines.addLayout(first)
        lines.addLayout(row(self.words, self.minor, None, gap=look.ROOM))
        lines.setContentsMargins(look.ROOM, look.SPACE, look.ROOM, look.SPACE)
        strip.setLayout(lines)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.tree.setMinimumWidth(300)
        self.panes.addWidget(self.tree)
        self.panes.addWidget(self._right())
        self.panes.setSizes([620, 560])
        whole = column(strip, self.panes, self._foot(), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _right(self) -> QWidget:
        holder = QWidget()
        self.detail.setMinimumWidth(260)
        holder.setLayout(column(self.detail, gap=0))
        return holder

    def _foot(self) -> QWidget:
        self.copy_list = button("Sao chép danh sách", self._copy, drawing="copy")
        self.go = button("Mở chỗ này", self._open, main=True)
        return foot(self.sentence, self.copy_list, self.go)

    def _connect(self) -> None:
        self.old.currentIndexChanged.connect(self._compare)
        self.new.currentIndexChanged.connect(self._compare)
        self.minor.toggled.connect(self._list)
        self.words.textChanged.connect(self._pause.start)
        self.words.editingFinished.connect(self._list)
        self.tree.looked_at.connect(self._show)
        self.tree.opened.connect(lambda _: self._open())

    # Comparing

    def show_plans(self, plans: Sequence[Plan]) -> None:
        """Go on with the plans that the office holds now."""
        pair = self.pair()
        self._plans = tuple(plans)
        if self._plans:
            self._fill((pair[0].id, pair[1].id))
            if self.pair() != pair:
                self._compare()

    def _fill(self, pair: tuple[Id, Id]) -> None:
        for box, plan_id in zip((self.old, self.new), pair, strict=True):
            box.blockSignals(True)
            box.clear()
            box.addItems([full_name(plan) for plan in self._plans])
            box.setCurrentIndex(next((at for at, plan in enumerate(self._plans) if plan.id == plan_id), 0))
            box.blockSignals(False)

    def pair(self) -> tuple[Plan, Plan]:
        """Return the two plans that are chosen."""
        return self._plans[self.old.currentIndex()], self._plans[self.new.currentIndex()]

    def swap(self) -> None:
        """Take the newer plan for the older one, and the other way round."""
        places = self.new.currentIndex(), self.old.currentIndex()
        for box, place in zip((self.old, self.new), places, strict=True):
            box.blockSignals(True)
            box.setCurrentIndex(place)
            box.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        old, new = self.pair()
        known = self._plans
        self.sentence.setText("Đang so sánh…")
        self._work.ask(lambda _job: ((old, new), compare(old, new, known)))

    def _take(self, result: tuple[tuple[Plan, Plan], tuple[Difference, ...]]) -> None:
        self.shown, self.found = result
        self._old_names, self._new_names = map(PlaceNames, self.shown)
        self.sentence.setText(summary(self.found))
        self._list()

    def _list(self) -> None:
        self._pause.stop()
        wanted = fold(self.words.text())
        groups = {what: Choice(name) for what, name in NAMES.items()}
        for one in self.found:
            line = self.line(one)
            if (self.minor.isChecked() or one.what not in _MINOR) and wanted in fold(line):
                groups[one.what].children.append(Choice(line, one))
        self.tree.show_choices(groups.values())

    def line(self, one: Difference) -> str:
        """Return a difference on one line."""
        words = short(str(one.new if one.after else one.old), 90)
        below = f" (cùng {one.below} đoạn, hàng bên dưới)" if one.below else ""
        if one.what is What.RENUMBERED:
            return f"{self._name(one)}: {str(one.old) or 'không số'} → {str(one.new) or 'không số'}"
        if one.what is What.MOVED:
            return f"{self._name_before(one)} → {_lowered(self._name(one))}: {words}".rstrip(": ")
        if one.what in _WORDED:
            words = words or "(để trống)"
        return f"{self._name(one)}: {words}{below}" if words else f"{self._name(one)}{below}"

    def _name_before(self, one: Difference) -> str:
        return self._old_names.name(one.before or Place("", ""))

    def _name(self, one: Difference) -> str:
        names, place = (self._new_names, one.after) if one.after else (self._old_names, one.before)
        return names.name(place or Place("", ""))

    # Looking

    def _show(self, choice: Choice | None) -> None:
        self.detail.begin()
        one = choice.key if choice else None
        self.go.setEnabled(isinstance(one, Difference) and one.after is not None)
        if not isinstance(one, Difference):
            self.detail.say(choice.words if choice else "Hai bản không khác nhau.", bold=True)
            if choice:
                self.detail.say("Chữ gạch ngang là chữ đã bỏ, chữ gạch chân là chữ thêm vào.", quiet=True)
            return
        self.detail.say(self._name(one), bold=True)
        self.detail.say(self._about(one), quiet=True)
        if one.what not in _MINOR:
            self.detail.show_pieces(pieces(str(one.old), str(one.new)))

    def _about(self, one: Difference) -> str:
        if one.what in {What.MOVED, What.RENUMBERED}:
            return f"{NAMES[one.what]}: trước là {_lowered(self._name_before(one))}."
        below = f" Cùng {one.below} đoạn, hàng bên dưới." if one.below else ""
        return f"{NAMES[one.what]}.{below}"

    def _open(self) -> None:
        one = self.tree.choices.choice(self.tree.currentIndex()).key
        if isinstance(one, Difference) and one.after is not None and self.shown is not None:
            self._open_place(self.shown[1].id, self._new_names.owner(one.after))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())

    def as_text(self) -> str:
        """Return all differences as a list to be pasted or printed."""
        old, new = self.shown or self.pair()
        lines = ["SO SÁNH HAI BẢN KẾ HOẠCH", f"Bản cũ: {full_name(old)}", f"Bản mới: {full_name(new)}", ""]
        for what, name in NAMES.items():
            mine = [one for one in self.found if one.what is what]
            lines += [f"{name} ({len(mine)})", *(f"- {self._whole(one)}" for one in mine), ""] if mine else []
        return "\n".join(lines)

    def _whole(self, one: Difference) -> str:
        if one.what not in _WORDED:
            return self.line(one)
        return f"{self._name(one)}: “{_flat(one.old)}” → “{_flat(one.new)}”"

    def title(self) -> str:
        return "So sánh"

    def chapter(self) -> str:
        return "ban-hanh#xem-so-sanh-cac-ban"

    def leave(self) -> None:
        self._pause.stop()

    def panes_in_order(self) -> list[QWidget]:
        return [self.old, self.new, self.words, self.tree, self.detail, self.copy_list]


def _lowered(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _flat(words: object) -> str:
    return " ".join(str(words).split())


def summary(found: Sequence[Difference]) -> str:
    """Return how much differs: "Khác 12 chỗ: 3 thêm, 1 bỏ, 8 sửa lời."."""
    if not found:
        return "Hai bản không khác nhau."
    counts = Counter(map(attrgetter("what"), found))
    parts = ", ".join(f"{counts[what]} {name.lower()}" for what, name in NAMES.items() if counts[what])
    return f"Khác {len(found)} chỗ: {parts}."
