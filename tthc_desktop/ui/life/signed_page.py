"""A signed PDF beside the plan that it is to issue: its signatures, what differs, number and day, and one button."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSplitter, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Pairs, pairs_of
from tthc_desktop.models.comparison import NAMES
from tthc_desktop.models.comparison.passages import Departure
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signatures import Intact, Signature, Trust, signer_words
from tthc_desktop.models.signed_paper import SignedPaper, disagreements, doubts
from tthc_desktop.models.text import clean
from tthc_desktop.models.version import Issue
from tthc_desktop.settings import roots_folder
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Job, Latest
from tthc_desktop.ui.controls import Sign, button, column, label, row
from tthc_desktop.ui.day_edit import DayEdit
from tthc_desktop.ui.importing.paper_pages import PaperPages
from tthc_desktop.ui.life.choices import Choice, ChoicesView
from tthc_desktop.ui.life.signed_words import choices, departure_place, refusal, signature_facts, sources, verdict
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short, short_title, title
from tthc_desktop.ui.plan.page_stack import Spot

Read = Callable[[Plan, Job], SignedPaper]
Take = Callable[["SignedPage", Issue], object]
_PIECES = "Chữ gạch ngang là chữ của kế hoạch, chữ gạch chân là chữ trong bản ký."
_HOW_TO_TRUST = "Muốn kiểm được nguồn gốc: đặt chứng thư gốc (.cer, .crt) của nơi cấp, do cơ quan tin cậy, vào thư mục"
_SPOKEN = {Kind.GOOD: "Đã xong", Kind.WARNING: "Chú ý", Kind.ERROR: "Lỗi"}


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of the file, which are kept as they are, and a copy in which the signatures are seen."""

    data: bytes
    seen: bytes


class SignedPage(Page):
    """Shows what was found in the file; nothing is written before its button is pressed."""

    drawing = "signature"

    def __init__(self, plan: Plan, paper: SignedPaper, file: File, read: Read, take: Take) -> None:
        super().__init__()
        self.plan, self.paper, self.file = plan, paper, file
        self._read_again, self._take_issue = read, take
        self._work: Latest[tuple[Plan, SignedPaper]] | None = None
        self.tree = ChoicesView("Những gì thấy trong tệp", checkable=False)
        self.detail = Wording("Điều đang chọn")
        self.pages = PaperPages({})
        self.number, self.symbol = QLineEdit(paper.facts.number), QLineEdit(paper.facts.symbol)
        self.day = DayEdit("Ngày ban hành")
        self.seen = QCheckBox("Đã xem, vẫn ban hành theo bản ký này")
        self.take = button("Ban hành", self._accept, main=True)
        self.leave_it = button("Chưa ban hành", self.finished.emit)
        self.sentence, self.remark_of_number = label(), label(quiet=True)
        self._signs = {kind: Sign(kind.value, 20) for kind in (Kind.GOOD, Kind.WARNING, Kind.ERROR)}
        self._build()
        self._connect()
        self.pages.show_file(file.seen)
        self._show()

    # Making

    def _build(self) -> None:
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.tree.setMinimumWidth(300)
        self.panes.addWidget(self.tree)
        self.panes.addWidget(self._right())
        self.panes.setSizes([560, 780])
        whole = column(self._strip(), self.panes, self._foot(), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _strip(self) -> QWidget:
        strip = QWidget()
        strip.setObjectName("strip")
        self.sentence.setWordWrap(True)
        told = row(*self._signs.values(), self.sentence, gap=look.ROOM)
        told.setStretch(len(self._signs), 1)
        what = label(f"Bản đã ký “{short(self.paper.name, 50)}” của “{short(title(self.plan), 90)}”", bold=True)
        what.setWordWrap(True)
        lines = column(what, gap=look.SPACE)
        lines.addLayout(told)
        lines.setContentsMargins(look.ROOM, look.SPACE, look.ROOM, look.SPACE)
        strip.setLayout(lines)
        return strip

    def _right(self) -> QWidget:
        right = QSplitter(Qt.Orientation.Vertical)
        right.setHandleWidth(1)
        self.detail.setMinimumHeight(90)
        self.pages.setMinimumHeight(120)
        right.addWidget(self.detail)
        right.addWidget(self.pages)
        right.setSizes([190, 380])
        return right

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setObjectName("foot")
        for field, name, hint, width in (
            (self.number, "Số", "Ví dụ 15", 90),
            (self.symbol, "Ký hiệu", "KH-…", 150),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.setFixedWidth(width)
        self.remark_of_number.setWordWrap(True)
        fields = row(
            label("Số"), self.number, label("Ký hiệu"), self.symbol, label("Ngày ban hành"), self.day,
            self.remark_of_number, gap=look.SPACE,
        )  # fmt: skip
        fields.setStretch(6, 1)
        lines = column(gap=look.SPACE, margin=look.ROOM)
        lines.addLayout(fields)
        lines.addLayout(row(self.seen, None, self.leave_it, self.take, gap=look.ROOM))
        foot.setLayout(lines)
        return foot

    def _connect(self) -> None:
        self.tree.looked_at.connect(self._look)
        self.number.textChanged.connect(self._settle)
        self.symbol.textChanged.connect(self._settle)
        self.day.dateChanged.connect(self._settle)
        self.seen.toggled.connect(self._settle)

    def follow(self, background: Background) -> None:
        """Read the file anew whenever the plan becomes another one."""
        self._work = Latest(self, background, self._take_read, self.troubled.emit)

    # Showing

    def show_facts(self, today: date) -> None:
        """Fill the fields with what the paper tells, the day of today where it tells none."""
        facts = self.paper.facts
        self.number.setText(facts.number)
        self.symbol.setText(facts.symbol)
        self.day.show_day(facts.day or today)

    def hear(self, pairs: Pairs) -> None:
        """Hold the file against the plan as it is now."""
        for before, after in pairs_of(Plan, pairs):
            if before is not None and after is not None and after.id == self.plan.id and not is_locked(after):
                self._hold_against(after)

    def _hold_against(self, plan: Plan) -> None:
        if self._work is not None:
            self.take.setEnabled(False)
            self._work.ask(lambda job: (plan, self._read_again(plan, job)))

    def _take_read(self, result: tuple[Plan, SignedPaper]) -> None:
        self.plan, self.paper = result
        self.seen.setChecked(False)
        self._show()

    def _show(self) -> None:
        kind, words = verdict(self.paper, self.plan)
        for name, sign in self._signs.items():
            sign.setVisible(name is kind)
        self.sentence.setText(words)
        self.sentence.setAccessibleName(f"{_SPOKEN[kind]}: {words}")
        self.tree.show_choices(choices(self.paper, self.plan))
        first = next(self.tree.choices.leaves(), None)
        if first is not None:
            self.tree.go_to(first)
        self._settle()

    def _settle(self) -> None:
        """Say what the fields would issue, and let that be done once what is doubtful was seen."""
        refused = refusal(self.paper) is not None
        issue = self.issue()
        other = disagreements(self.paper.facts, issue) if issue.number else ()
        self.remark_of_number.setText(" ".join(other) or sources(self.paper.facts))
        asks = bool(doubts(self.paper, self.plan) or other) and not refused
        self.seen.setVisible(asks)
        self.take.setText(f"Ban hành số {issue.number}/{issue.symbol}" if issue.number else "Ban hành")
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(bool(issue.number) and not refused and (self.seen.isChecked() or not asks))

    def _look(self, choice: Choice | None) -> None:
        self.detail.begin()
        one = choice.key if choice else None
        self.pages.frame({})
        if isinstance(one, Departure):
            self._look_at_departure(one)
        elif isinstance(one, Signature):
            self._look_at_signature(one)
        elif choice is not None:
            self.detail.say(choice.words, bold=True)

    def _look_at_departure(self, one: Departure) -> None:
        self.detail.say(departure_place(one), bold=True)
        self.detail.say(f"{NAMES[one.what]}. {_PIECES}", quiet=True)
        self.detail.show_pieces(one.pieces)
        if one.page:
            self.pages.go_to(Spot(one.page - 1, one.box[1] if one.box else 0.0))
            self.pages.frame({one.page - 1: [one.box]} if one.box else {})

    def _look_at_signature(self, one: Signature) -> None:
        self.detail.say(signer_words(one), bold=True)
        for words in signature_facts(one):
            self.detail.say(words, gap=look.GAP)
        if one.trust is Trust.UNKNOWN and one.intact is Intact.YES:
            self.detail.say(f"{_HOW_TO_TRUST} {roots_folder()}", quiet=True)

    # Issuing

    def issue(self) -> Issue:
        """Return what the fields say; the number may still be missing."""
        return Issue(_flat(self.number), _flat(self.symbol), self.day.day(), pdf_name=self.paper.name)

    def _accept(self) -> None:
        try:
            self._take_issue(self, self.issue())
        except UserError as error:
            self.troubled.emit(error)

    def title(self) -> str:
        return f"Bản đã ký: {short_title(self.plan, 24)}"

    def chapter(self) -> str:
        return "ky-so#nhan-ban-da-ky"

    def chosen_plan(self) -> str:
        return self.plan.id

    def panes_in_order(self) -> list[QWidget]:
        return [self.tree, self.detail, self.number, self.symbol, self.day, self.take]


def _flat(field: QLineEdit) -> str:
    return " ".join(clean(field.text()).split())
