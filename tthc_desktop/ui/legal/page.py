"""The page of the office's list of legal documents: searched, edited in place, filled from plans and from the stock."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QByteArray, QSettings, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedWidget, QWidget

from tthc_desktop.documents.legal_stock import missing
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs
from tthc_desktop.models.citing import citations
from tthc_desktop.models.editing import legal_list
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.legal import LegalDocument, same
from tthc_desktop.models.legal_search import found
from tthc_desktop.models.legal_use import unlisted
from tthc_desktop.models.text import clean
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.inline_cells import InlineCells, Offering
from tthc_desktop.ui.legal.offers import cell_offers
from tthc_desktop.ui.legal.table import COLUMNS, FIELDS, LegalTable
from tthc_desktop.ui.legal.view import LegalView
from tthc_desktop.ui.pages import Page

Propose = Callable[[str, tuple[LegalDocument, ...]], object]
Apply = Callable[[Change], bool]
LONGEST = 100_000
"""How many letters may be pasted; all bases of an office are fewer."""
_EMPTY = "Chưa có văn bản nào. Danh mục này giúp chọn căn cứ bằng vài chữ và báo khi văn bản đã được thay thế."


class LegalPage(Page):
    """Shows the list; every edit is a change of the office."""

    drawing = "legal"

    def __init__(self, office: Office, apply: Apply, propose: Propose, memory: QSettings) -> None:
        super().__init__()
        self._office = office
        self._apply = apply
        self._propose = propose
        self._memory = memory
        self._new: LegalDocument | None = None
        self.search = QLineEdit()
        self.table = LegalTable(self, editable=True)
        self.view = LegalView(self.table, "Danh mục văn bản căn cứ")
        offers = cell_offers(lambda: self._known, self._here)
        offered = {FIELDS.index(field): Offering(each) for field, each in offers.items()}
        self.cells = InlineCells(self.view, [column.title for column in COLUMNS], offered, self.view.setFocus)
        self._count = label(quiet=True)
        self._none = label()
        self._stack = QStackedWidget()
        self._add_typed = button("", self.add_typed, main=True)
        self._build()
        self.table.typed.connect(self._write)
        self.search.textChanged.connect(lambda: self._show(anew=True))
        self.view.selectionModel().selectionChanged.connect(self.told)
        self.view.unwanted.connect(self.remove)
        self.view.pasted.connect(self.add_cited)
        self._show(anew=True)

    def _build(self) -> None:
        self.view.setItemDelegate(self.cells)
        triggers = QAbstractItemView.EditTrigger
        self.view.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.search.setPlaceholderText("Tìm theo số, loại, trích yếu: 63, nđ 30, một cửa …")
        self.search.setAccessibleName("Tìm văn bản")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(200)
        self._from_plans = button("Lấy từ các kế hoạch…", self.propose_from_plans)
        self._from_stock = button("Văn bản thông dụng…", self.propose_from_stock)
        add = button("Thêm văn bản", self.add, main=True)
        head = row(self.search, self._count, None, self._from_plans, self._from_stock, add)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        head.setStretch(0, 1)
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle, empty = QWidget(), QWidget()
        middle.setLayout(row(None, self._add_typed, None))
        empty.setLayout(column(None, self._none, middle, None, gap=look.WIDE, margin=48))
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        strip = QWidget()
        strip.setObjectName("strip")
        strip.setLayout(head)
        lines = column(strip, self._stack, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        kept = self._memory.value("legal/columns")
        if isinstance(kept, QByteArray):
            self.view.horizontalHeader().restoreState(kept)

    def _here(self) -> Id:
        now = self.view.currentIndex()
        return self.table.kept[now.row()].id if now.isValid() else ""

    @property
    def _known(self) -> Mapping[Id, LegalDocument]:
        return self._office.legal_documents

    # Showing

    def title(self) -> str:
        return "Danh mục văn bản"

    def chapter(self) -> str:
        return "van-ban-can-cu"

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Show the list as it is now; rows keep their places while they are edited."""
        if any(isinstance(value, LegalDocument) for pair in pairs for value in pair):
            self._show(anew=False)

    def _show(self, *, anew: bool) -> None:
        known = {**({self._new.id: self._new} if self._new else {}), **self._known}
        kept = [document.id for document in self.table.kept]
        shown = found(known.values(), self.search.text())
        if anew and self._new is not None:
            shown = (self._new, *(document for document in shown if document.id != self._new.id))
        if not anew and {*kept} <= known.keys():
            shown = tuple(known[one] for one in kept) + tuple(one for one in shown if one.id not in kept)
        self.table.show_documents(shown, known)
        self._count.setText(
            f"{len(shown)}/{len(known)} văn bản" if len(shown) < len(known) else f"{len(known)} văn bản"
        )
        self._show_empty(bool(shown), bool(known))
        self.told.emit()

    def _show_empty(self, any_shown: bool, any_known: bool) -> None:
        self._stack.setCurrentIndex(0 if any_shown else 1)
        typed = legal_list.read_document(self.search.text())
        self._none.setText("Không có văn bản nào như vậy." if any_known else _EMPTY)
        self._add_typed.setVisible(typed is not None or not any_known)
        words = f"Thêm {legal_list.called(typed)}" if typed else "Xem các văn bản thông dụng của lĩnh vực"
        self._add_typed.setText(words)
        self._add_typed.setAccessibleName(words)

    def panes_in_order(self) -> list[QWidget]:
        return [pane for pane in (self.search, self.view) if pane.isVisible()]

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return (
            {"insert_item": self.add, "delete_part": self.remove} if self.view.chosen() else {"insert_item": self.add}
        )

    # Editing

    def commit(self) -> None:
        """Take what is being typed."""
        end_composing()
        self.cells.take()

    def leave(self) -> None:
        """Keep the widths of the columns."""
        self._memory.setValue("legal/columns", self.view.horizontalHeader().saveState())

    def _write(self, document: LegalDocument, field: str, typed: str) -> None:
        try:
            after = self._typed(document, field, typed)
        except UserError as error:
            self.cells.refuse()
            self.troubled.emit(error)
            return
        if self._new is not None and document.id == self._new.id:
            self._write_new(after)
        elif after != document:
            self._apply(Change(f"Sửa {legal_list.called(after)}", ((document, after),)))

    def _write_new(self, after: LegalDocument) -> None:
        """Add the new document as soon as it has a number or a title; before that it stands on this page only."""
        self._new = after
        if after.number or after.title:
            self._new = None
            if not self._apply(legal_list.addition([after])):
                self._new = after
        self._show(anew=False)

    def _typed(self, document: LegalDocument, field: str, typed: str) -> LegalDocument:
        match field:
            case "kind":
                return legal_list.with_kind(document, typed)
            case "date":
                return legal_list.with_date(document, typed)
            case "replaced_by":
                return legal_list.with_replacement(document, typed, self._known.values())
            case _:
                return legal_list.with_words(document, field, typed)

    def add(self) -> None:
        """Add a document and begin to type it."""
        self.commit()
        self._new = self._new or LegalDocument(new_id(), "Nghị định")
        self.search.clear()
        self._show(anew=True)
        self.view.go_to(self._new.id, "number", edit=True)

    def add_typed(self) -> None:
        """Add what the search box cites, or show the stock where the list is empty."""
        typed = legal_list.read_document(self.search.text())
        if typed is None:
            self.propose_from_stock()
            return
        document = replace(typed, id=new_id())
        self.search.clear()
        self._apply(legal_list.addition([document]))
        self.view.go_to(document.id)

    def add_cited(self, words: str) -> None:
        """Add the documents that pasted words cite and that are not in the list."""
        if len(words) > LONGEST:
            self.troubled.emit(UserError("Chỗ vừa dán quá dài.", "Hãy chép riêng các câu căn cứ."))
            return
        new: list[LegalDocument] = []
        for one in citations(clean(words)):
            if not any(same(one.document, other) for other in (*self._known.values(), *new)):
                new.append(replace(one.document, id=new_id()))
        if new:
            self._apply(legal_list.addition(new))
            self.view.go_to(new[-1].id)
        else:
            what = "Không thấy văn bản mới nào trong chỗ vừa dán."
            self.troubled.emit(UserError(what, "Hãy chép câu trích dẫn đầy đủ, ví dụ: Nghị định số … ngày … của …"))

    def remove(self) -> None:
        """Take the chosen documents out of the list; undo brings them back."""
        chosen = tuple(document for document in self.view.chosen() if document.id in self._known)
        self._new = None
        if chosen:
            self._apply(legal_list.removal(chosen, self._known))
        self._show(anew=False)

    def propose_from_plans(self) -> None:
        """Show what the plans cite and the list lacks."""
        self.commit()
        new = unlisted(self._office.plans.values(), self._known.values())
        if new:
            self._propose("Văn bản được các kế hoạch viện dẫn", new)
        else:
            self.troubled.emit(UserError("Các kế hoạch không viện dẫn văn bản nào ngoài danh mục.", ""))

    def propose_from_stock(self) -> None:
        """Show the well-known documents that the list lacks."""
        self.commit()
        new = missing(self._known.values())
        if new:
            self._propose("Văn bản thông dụng về kiểm soát thủ tục hành chính", new)
        else:
            self.troubled.emit(UserError("Danh mục đã có đủ các văn bản thông dụng.", ""))
