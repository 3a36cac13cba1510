"""The review of a plan made from last year's: what is proposed, each taken or left, one button."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSpinBox, QSplitter, QWidget

from tthc_desktop.models.comparison import Fate, Piece
from tthc_desktop.models.identity import Id
from tthc_desktop.models.places import words_by_place
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.rollforward import Proposal, Work, proposals, roll_forward, works, years_of
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.controls import button, column, foot, label, row
from tthc_desktop.ui.life.choices import Choice, ChoicesView
from tthc_desktop.ui.life.doubts import REASONS, Group, group_of
from tthc_desktop.ui.life.place_names import PlaceNames
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.plan.outline_entries import entries
from tthc_desktop.ui.plan.outline_view import OutlineView

_EARLIEST, _LATEST, _FURTHEST = 2000, 2099, 30


@dataclass(frozen=True, slots=True)
class Rolled:
    """What came of a review: the new plan, how many places changed or stayed, what was dropped."""

    plan: Plan
    changed: int
    left: int
    dropped: int


class RollPage(Page):
    """Shows the proposals for one plan and year; nothing is written before the button is pressed."""

    drawing = "roll"

    def __init__(
        self, plans: Sequence[Plan], chosen: Id, take: Callable[[Plan, Rolled], object], background: Background
    ) -> None:
        super().__init__()
        self._work: Latest[tuple[Proposal, ...]] = Latest(self, background, self._list, self.troubled.emit)
        self._plans = tuple(plans)
        self._take_rolled = take
        self.source = QComboBox()
        self.year = QSpinBox()
        self.outline = OutlineView()
        self.tree = ChoicesView("Các chỗ đề nghị đổi và nhiệm vụ mang sang")
        self.detail = Wording("Trước và sau khi đổi")
        self.sentence = label()
        self._build()
        place = next((at for at, plan in enumerate(self._plans) if plan.id == chosen), 0)
        self.source.setCurrentIndex(place)
        self._connect()
        self._choose_plan()

    def _build(self) -> None:
        self.source.setAccessibleName("Lập từ kế hoạch")
        self.source.addItems([short(title(plan), 70) for plan in self._plans])
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setMinimumContentsLength(30)
        self.source.setMinimumHeight(look.CONTROL)
        self.year.setMinimumHeight(look.CONTROL)
        self.year.setAccessibleName("Năm của kế hoạch mới")
        self.year.setRange(_EARLIEST, _LATEST)
        strip = QWidget()
        strip.setObjectName("strip")
        line = row(label("Lập từ"), self.source, label("cho năm"), self.year, gap=look.SPACE)
        line.setContentsMargins(look.ROOM, look.SPACE, look.ROOM, look.SPACE)
        line.setStretch(1, 1)
        strip.setLayout(line)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        for pane, least in ((self.outline, 140), (self.tree, 280), (self.detail, 240)):
            pane.setMinimumWidth(least)
            self.panes.addWidget(pane)
        self.panes.setSizes([230, 620, 400])
        lines = column(strip, self.panes, self._foot(), gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _foot(self) -> QWidget:
        self.take = button("Lập kế hoạch", self._accept, main=True)
        self.leave_it = button("Không lập", self.finished.emit)
        return foot(self.sentence, self.leave_it, self.take)

    def _connect(self) -> None:
        self.source.currentIndexChanged.connect(self._choose_plan)
        self.year.valueChanged.connect(self._propose)
        self.tree.looked_at.connect(self._show)
        self.tree.choices.changed.connect(self._count)
        self.outline.chosen.connect(self._go_to)

    @property
    def plan(self) -> Plan:
        """The plan that the new one is made from."""
        return self._plans[self.source.currentIndex()]

    @property
    def shift(self) -> int:
        """How many years later the new plan is."""
        years = years_of(self.plan)
        return self.year.value() - years[0] if years else 1

    def _choose_plan(self) -> None:
        self.tree.show_choices(())
        first, last = years_of(self.plan) or (self.year.value(), self.year.value())
        self.names = PlaceNames(self.plan)
        self._words = {place: str(words) for place, words in words_by_place(self.plan)}
        self.outline.show_entries(entries(self.plan))
        self.year.blockSignals(True)
        self.year.setRange(max(_EARLIEST, first - _FURTHEST), min(_LATEST, first + _FURTHEST))
        self.year.setValue(last + 1)
        self.year.blockSignals(False)
        self._propose()

    def _propose(self) -> None:
        """Look for years and dates in the background."""
        plan, shift = self.plan, self.shift
        self.take.setEnabled(False)
        self.sentence.setText("Đang tìm các chỗ có năm, ngày…")
        self._work.ask(lambda _job: proposals(plan, shift))

    def _list(self, found: tuple[Proposal, ...]) -> None:
        dropped = self._dropped()
        groups = {group: Choice(group.value) for group in Group}
        for one in found:
            words = f"{self.names.name(one.place)}: {one.old} → {one.new}"
            groups[group_of(one)].children.append(Choice(words, one, one.taken))
        self.tree.show_choices((*groups.values(), self._works(dropped)))
        self.take.setEnabled(True)
        self._count()

    def _dropped(self) -> frozenset[Id]:
        """Return the tasks and targets that are not carried over."""
        return frozenset(
            one.key.id for one in self.tree.choices.leaves() if isinstance(one.key, Work) and not one.taken
        )

    def _works(self, dropped: frozenset[Id]) -> Choice:
        whole = Choice("Nhiệm vụ, chỉ tiêu mang sang")
        groups: dict[Id, Choice] = {}
        for work in works(self.plan):
            if work.group not in groups:
                groups[work.group] = Choice(self.names.called(work.group))
                whole.children.append(groups[work.group])
            words = short(str(work.words), 120) or "(chưa có nội dung)"
            groups[work.group].children.append(Choice(words, work, work.id not in dropped))
        return whole

    # Looking and taking

    def _show(self, choice: Choice | None) -> None:
        self.detail.begin()
        if choice is None or choice.key is None:
            self.detail.say(choice.words if choice else "Kế hoạch này không có năm, ngày nào để đổi.", bold=True)
            self.detail.say("Phím cách lấy hoặc bỏ cả nhóm; mũi tên đi qua từng dòng.", quiet=True)
        elif isinstance(choice.key, Proposal):
            self._show_proposal(choice.key)
        elif isinstance(choice.key, Work):
            self._show_work(choice.key)

    def _show_proposal(self, one: Proposal) -> None:
        words = self._words.get(one.place, one.old)
        self.detail.say(self.names.name(one.place), bold=True)
        if one.doubt in REASONS:
            self.detail.say(REASONS[one.doubt], quiet=True)
        self.detail.say("Đang ghi → sẽ ghi", quiet=True, gap=look.WIDE)
        self.detail.show_pieces(
            (
                Piece(Fate.KEPT, words[: one.start]),
                Piece(Fate.REMOVED, one.old),
                Piece(Fate.ADDED, one.new),
                Piece(Fate.KEPT, words[one.end :]),
            )
        )
        self.outline.follow(self.names.owner(one.place))

    def _show_work(self, work: Work) -> None:
        self.detail.say(self.names.called(work.printed_at), bold=True)
        self.detail.say("Đánh dấu: mang sang kế hoạch mới. Bỏ dấu: kế hoạch mới không có.", quiet=True)
        self.detail.show_pieces((Piece(Fate.KEPT, str(work.words)),))
        self.outline.follow(work.printed_at)

    def _go_to(self, owner: Id) -> None:
        for choice in self.tree.choices.leaves():
            if self._owner(choice) == owner:
                self.tree.go_to(choice)
                return

    def _owner(self, choice: Choice) -> Id:
        if isinstance(choice.key, Proposal):
            return self.names.owner(choice.key.place)
        return choice.key.printed_at if isinstance(choice.key, Work) else ""

    def _count(self) -> None:
        rolled = self._counts()
        dropped = f", bỏ {rolled[2]} nhiệm vụ, chỉ tiêu" if rolled[2] else ""
        self.sentence.setText(f"Lập kế hoạch {self.year.value()}: đổi {rolled[0]} chỗ, giữ {rolled[1]}{dropped}.")
        self.take.setText(f"Lập kế hoạch {self.year.value()}")
        self.take.setAccessibleName(self.take.text())

    def _counts(self) -> tuple[int, int, int]:
        """Return how many places change and stay, apart from those of what is dropped, and how much that is."""
        dropped = self._dropped()
        offered = [
            choice.taken
            for choice in self.tree.choices.leaves()
            if isinstance(choice.key, Proposal) and choice.key.place.owner not in dropped
        ]
        return sum(offered), len(offered) - sum(offered), len(dropped)

    def _accept(self) -> None:
        leaves = list(self.tree.choices.leaves())
        taken = [one.key for one in leaves if isinstance(one.key, Proposal) and one.taken]
        rolled = Rolled(roll_forward(self.plan, self.shift, taken, self._dropped()), *self._counts())
        if self._take_rolled(self.plan, rolled):
            self.finished.emit()

    def title(self) -> str:
        return "Lập từ năm trước"

    def chapter(self) -> str:
        return "lap-ke-hoach#lap-tu-nam-truoc"

    def panes_in_order(self) -> list[QWidget]:
        return [self.source, self.year, self.outline, self.tree, self.detail, self.take]
