"""The forms by which units are renamed, merged, split and ended from a day on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.typed import Part, Parts, whole
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.validity import is_valid
from tthc_desktop.ui.controls import button
from tthc_desktop.ui.life.forms import form
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.offering.suggesting import Suggester
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.units.words import fitting

NAME, SHORT, DAY = "name", "short", "day"
Typed = Mapping[str, str]
"""What was typed, by field."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a form: what it is for, its name, what may stand in it, and what stands in it at first."""

    field: str
    name: str
    hint: str
    words: str = ""
    parts: Parts | None = None
    """Which part of the words is the name of a unit, where the field has such names."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a form asks: its words, its button and its fields."""

    title: str
    what: str
    about: str
    button: str
    fields: tuple[Asked, ...]


class UnitForm(Page):
    """Asks; nothing happens before its button is pressed, nor while something cannot be."""

    drawing = "units"

    def __init__(
        self, question: Question, known: Callable[[], Mapping[Id, Unit]], today: date, take: Callable[[Typed], bool]
    ) -> None:
        super().__init__()
        self._question, self._take_typed = question, take
        self._known, self._today = known, today
        self.lines = {asked.field: QLineEdit(asked.words) for asked in question.fields}
        self.take = button(question.button, self._accept, main=True)
        self.leave_it = button("Không thay đổi", self.finished.emit)
        fields = tuple((self.lines[asked.field], asked.name, asked.hint) for asked in question.fields)
        self.setLayout(form(question.what, question.about, fields, self.leave_it, self.take))
        for asked in question.fields:
            if asked.parts is not None:
                Suggester(self.lines[asked.field], self._offers, asked.parts)
            self.lines[asked.field].returnPressed.connect(self._accept)

    def _offers(self, typed: str) -> Sequence[Offer]:
        single = (unit for unit in self._known().values() if unit.kind is not UnitKind.COLLECTIVE)
        return [Offer(unit.name) for unit in fitting(single, typed) if is_valid(unit, self._today)]

    def _accept(self) -> None:
        try:
            if self._take_typed({field: line.text() for field, line in self.lines.items()}):
                self.finished.emit()
        except UserError as error:
            self.troubled.emit(error)

    def title(self) -> str:
        return self._question.title

    def chapter(self) -> str:
        return "don-vi#khi-don-vi-thay-doi"

    def panes_in_order(self) -> list[QWidget]:
        return [*self.lines.values(), self.take]


def one_name(words: str, cursor: int) -> tuple[Part, ...]:
    """Return the name at the cursor where several stand, with semicolons between."""
    start = words.rfind(";", 0, cursor) + 1
    end = words.find(";", cursor)
    start += len(words[start:cursor]) - len(words[start:cursor].lstrip())
    return (Part(start, len(words) if end < 0 else end),)


def rename_question(unit: Unit, today: date) -> Question:
    """Ask for the new name of a unit."""
    return Question(
        "Đổi tên đơn vị",
        f"Đổi tên {unit.name}",
        "Kế hoạch của thời gian trước ngày này vẫn gọi đơn vị theo tên cũ; tên cũ vẫn được nhận ra ở mọi kế hoạch.",
        "Đổi tên",
        (
            Asked(NAME, "Tên mới", "Tên đầy đủ từ ngày đổi tên", unit.name),
            Asked(SHORT, "Tên ngắn", "Có thể để trống", unit.short),
            _day("Từ ngày", today),
        ),
    )


def merge_question(chosen: Sequence[Unit], today: date) -> Question:
    """Ask into which unit some are merged."""
    return Question(
        "Sáp nhập đơn vị",
        f"Sáp nhập {'; '.join(unit.name for unit in chosen)}",
        "Đơn vị nhận có thể là một trong các đơn vị này, một đơn vị khác đang hoạt động, hoặc một tên mới. "
        "Từ ngày sáp nhập, việc của các đơn vị cũ thuộc về đơn vị nhận.",
        "Sáp nhập",
        (Asked(NAME, "Nhập vào", "Tên đơn vị nhận", parts=whole), _day("Từ ngày", today)),
    )


def split_question(unit: Unit, today: date) -> Question:
    """Ask into which units one is split."""
    return Question(
        "Chia tách đơn vị",
        f"Chia tách {unit.name}",
        "Ghi từ hai tên trở lên, cách nhau bằng dấu chấm phẩy; tên nào chưa có sẽ thành đơn vị mới. "
        "Phần còn lại vẫn mang tên cũ thì ghi cả tên cũ. Việc chưa xong của đơn vị cũ thuộc về mọi đơn vị này.",
        "Chia tách",
        (
            Asked(NAME, "Thành các đơn vị", "Ví dụ: Phòng Kế hoạch; Phòng Tài chính", parts=one_name),
            _day("Từ ngày", today),
        ),
    )


def end_question(unit: Unit, today: date) -> Question:
    """Ask until when there is a unit."""
    return Question(
        "Ngừng hoạt động",
        f"{unit.name} ngừng hoạt động",
        "Đơn vị vẫn ở lại danh sách cho các kế hoạch của thời gian trước. "
        "Nếu việc được chuyển cho đơn vị khác thì dùng lệnh Sáp nhập.",
        "Ngừng hoạt động",
        (_day("Ngày hoạt động cuối cùng", today),),
    )


def _day(name: str, today: date) -> Asked:
    return Asked(DAY, name, "dd/mm/yyyy", f"{today:%d/%m/%Y}")
