"""The page that looks through all plans of the office, and replaces in all of them after a review."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QTreeView, QWidget

from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import is_locked, is_version
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.finding import Hit, find
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.models.searching.replacing import replaced
from tthc_desktop.models.searching.spots import Place
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Job, Latest
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import number, short
from tthc_desktop.ui.searching.field import SearchField
from tthc_desktop.ui.searching.options import Options
from tthc_desktop.ui.searching.place_names import PlaceNames
from tthc_desktop.ui.searching.results import Found, ResultLine, ResultsModel

if TYPE_CHECKING:
    from tthc_desktop.office import Office

LATER = 300
LeftOut = tuple[Id, Place, int]
Hits = list[tuple[Plan, tuple[Hit, ...]]]


class EverywherePage(Page):
    """Hits grouped by plan; Enter or a click opens the plan at the hit."""

    drawing = "find-all"
    opened = Signal(str, object, object)
    """A plan's identity, the hit and the query it was found with."""

    def __init__(self, office: "Office", apply: Callable[[Change], bool], background: Background) -> None:
        super().__init__()
        self._office, self._apply = office, apply
        self.words = SearchField("Tìm trong mọi kế hoạch", "Tìm trong mọi kế hoạch, không cần gõ dấu")
        self.other = SearchField("Thay bằng")
        self.options = Options()
        self.capitals = QCheckBox("Giữ kiểu chữ hoa")
        self.count = label("Gõ chữ cần tìm; kết quả hiện ở đây, xếp theo từng kế hoạch.", quiet=True)
        self.results = ResultsModel(self)
        self.tree = QTreeView()
        self.take = button("Thay", self._replace, main=True)
        self.foot = QWidget()
        self._query = Query("")
        self._finds: Latest[tuple[Query, Hits]] = Latest(self, background, self._show, self.troubled.emit)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.tree.setAccessibleName("Kết quả tìm trong mọi kế hoạch")
        self.tree.setModel(self.results)
        self.tree.setItemDelegate(ResultLine(self.tree))
        self.tree.setObjectName("results")
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.words.setMinimumWidth(320)
        self._turn = button("Thay…", self.begin_replacing, drawing="replace")
        upper = row(self.words, self.options, self._turn, None, gap=look.SPACE)
        self.words.setMaximumWidth(520)
        upper.setStretchFactor(self.words, 3)
        head = column(label("Tìm trong mọi kế hoạch", bold=True, larger=2), gap=look.SPACE)
        head.addLayout(upper)
        head.addWidget(self.count)
        head.setContentsMargins(look.WIDE, look.WIDE, look.WIDE, look.SPACE)
        lower = row(label("Thay bằng"), self.other, self.capitals, None, self.take, gap=look.ROOM)
        self.other.setMinimumWidth(280)
        lower.setContentsMargins(look.WIDE, look.SPACE, look.WIDE, look.SPACE)
        self.foot.setObjectName("foot")
        self.foot.setLayout(lower)
        self.foot.hide()
        lines = column(gap=0)
        lines.addLayout(head)
        lines.addWidget(self.tree, 1)
        lines.addWidget(self.foot)
        self.setLayout(lines)

    def _connect(self) -> None:
        self.words.paused.connect(self.look)
        self.words.entered.connect(lambda _: self._enter())
        self.words.stepped.connect(lambda _: self.tree.setFocus())
        self.options.changed.connect(self.look)
        self.other.textChanged.connect(lambda _: self._tell())
        self.other.entered.connect(lambda _: self.take.setFocus())
        self.results.chosen.connect(self._tell)
        self.tree.activated.connect(self._open)
        self.tree.clicked.connect(self._click)
        self._later.timeout.connect(self.look)
        self._stop = self._office.listen(lambda _: self._later.start())

    # What the frame asks

    def title(self) -> str:
        return f"Tìm “{short(self._query.words, 24)}”" if self._query.words else "Tìm trong mọi kế hoạch"

    def chapter(self) -> str:
        return "tim-va-di-toi"

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self.words.setFocus, "replace": self.begin_replacing}

    def leave(self) -> None:
        """Hear of no more changes."""
        self._stop()

    def panes_in_order(self) -> list[QWidget]:
        return [self.words, self.tree, *([self.other] if self.foot.isVisible() else [])]

    # Looking

    def open(self, words: str) -> None:
        """Put the keyboard into the field, looking for `words` where there are any."""
        if words:
            self.words.setText(words)
            self.look()
        self.words.setFocus()
        self.words.selectAll()

    def look(self) -> None:
        """Look through all plans in the background."""
        if self.words.composing:
            self._later.start()
            return
        self.words.hurry()
        query, every = self.options.query(self.words.text()), self._office.plans
        plans = tuple(plan for plan in every.values() if not is_version(plan, every))
        self._finds.ask(lambda job: (query, _found(plans, query, job)))

    def _enter(self) -> None:
        end_composing()
        self.look()
        if self._query.words == self.words.text() and self.results.found:
            self.tree.setFocus()

    def _show(self, result: tuple[Query, Hits]) -> None:
        query, hits = result
        left_out = {
            (found.plan.id, hit.place, hit.start)
            for found in (self.results.found if query == self._query else [])
            for place, hit in enumerate(found.hits)
            if place in found.left_out
        }
        self._query = query
        self.results.show_found([_as_before(plan, of_plan, left_out) for plan, of_plan in hits])
        self.tree.expandAll()
        self.tree.setCurrentIndex(self.results.index(0, 0, self.results.index(0, 0)))
        self._tell()
        self.told.emit()

    def _tell(self) -> None:
        """Say what was found, and what the main action would do."""
        whole = sum(len(found.hits) for found in self.results.found)
        plans = len(self.results.found)
        if not self._query.words:
            said = "Gõ chữ cần tìm; kết quả hiện ở đây, xếp theo từng kế hoạch."
        elif not whole:
            said = f"Không thấy “{short(self._query.words, 40)}” trong {len(self._office.plans)} kế hoạch."
        else:
            click = "bấm đúp" if self.results.choosing else "bấm"
            said = f"{number(whole)} chỗ trong {plans} kế hoạch; Enter hoặc {click} để mở."
        self.count.setText(said)
        wanted = [len(found.wanted()) for found in self.results.found]
        taken, into, left = sum(wanted), sum(map(bool, wanted)), whole - sum(wanted)
        rest = f", để lại {number(left)}" if left else ""
        self.take.setText(f"Thay {number(taken)} chỗ trong {into} kế hoạch{rest}")
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(bool(taken))

    def _click(self, index: QModelIndex) -> None:
        if self.results.choosing:
            self.results.turn(index)
        else:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        found, hit = self.results.hit(index)
        if hit is not None:
            self.opened.emit(found.plan.id, hit, self._query)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    # Replacing

    def begin_replacing(self) -> None:
        """Show the line to replace with, and a box at every hit."""
        if self.foot.isHidden():
            self.options.demand_accents()
            self.results.let_choose()
            self._turn.hide()
            self.foot.show()
            self.look()
        self.other.setFocus()

    def _replace(self) -> None:
        """Replace what is not left out, in all plans as one change; a plan that is locked is skipped."""
        if self.other.composing:
            end_composing()
        new, capitals = self.other.text(), self.capitals.isChecked()
        if any(self._office.plans.get(found.plan.id) is not found.plan for found in self.results.found):
            self.look()
            return
        wanted = [(found.plan, hits) for found in self.results.found if (hits := found.wanted())]
        pairs = tuple((plan, replaced(plan, hits, new, keep_capitals=capitals)) for plan, hits in wanted)
        count = number(sum(len(hits) for _, hits in wanted))
        words = f"“{short(self._query.words, 30)}” bằng “{short(new, 30)}”"
        said = f"{count} chỗ {words} trong {len(pairs)} kế hoạch"
        locked = sum(is_locked(found.plan) for found in self.results.found)
        also = f" Bỏ qua {number(locked)} kế hoạch đã khóa." if locked else ""
        if self._apply(Change(f"Thay {said}", pairs)):
            self.done.emit(f"Đã thay {said}.{also}")


def _found(plans: Iterable[Plan], query: Query, job: Job) -> Hits:
    """Return the hits of each plan, those with the very accents first."""
    found: Hits = []
    for plan in plans:
        if job.cancelled:
            break
        if hits := find(plan, query):
            found.append((plan, tuple(sorted(hits, key=_is_loose))))
    return sorted(found, key=lambda one: _is_loose(one[1][0]))


def _is_loose(hit: Hit) -> bool:
    """Tell whether a hit has other accents than those looked for; the others come first, in their order."""
    return not hit.exact


def _as_before(plan: Plan, hits: tuple[Hit, ...], left_out: set[LeftOut]) -> Found:
    """Return the hits of a plan; those that were left out before stay so."""
    places = {place for place, hit in enumerate(hits) if (plan.id, hit.place, hit.start) in left_out}
    return Found(plan, hits, PlaceNames(plan), places)
