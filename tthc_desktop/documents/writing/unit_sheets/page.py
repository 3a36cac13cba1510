"""The visible sheet of a unit's workbook: title, instructions, and a row for every task and target."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tthc_desktop.documents.unit_sheet_form import GROUP, IDS, PERIOD, SHEET, UNIT
from tthc_desktop.documents.writing.unit_sheets.heights import height
from tthc_desktop.documents.writing.unit_sheets.looks import LINE, LOCKED_WIDTHS, WIDTHS, Looks
from tthc_desktop.documents.writing.unit_sheets.rules import add_rules, protect
from tthc_desktop.models.progress.forms import day_in
from tthc_desktop.models.progress.values import MEASURES, TITLES, Field
from tthc_desktop.models.sending.cell_words import fitting
from tthc_desktop.models.sending.values import Sent
from tthc_desktop.models.sending.workshare import LOCKED, ShareRow, WorkShare, fields_of
from tthc_desktop.models.spans import title

_TOLD = (
    "1. Chỉ điền vào các ô trắng (từ cột “Tình trạng” trở đi); ô xám là nội dung kế hoạch, đã khóa.",
    "2. Tình trạng chọn trong danh sách; % ghi số từ 0 đến 100; ngày ghi ngày/tháng/năm. Điền xong, lưu rồi gửi lại.",
)
_OF_TARGETS = (
    "3. Chỉ tiêu: ghi số đạt được (b) và tổng số (a) để chương trình tính tỷ lệ, hoặc ghi thẳng giá trị đạt được; "
    "cột “Tính đến ngày” ghi ngày của số liệu."
)
_COLUMNS = {key: at for at, key in enumerate(LOCKED, 1)}
"""Where each locked column stands; the first of the sheet is that of the identities."""

_DAYS = {Field.DAY, Field.AS_OF}
_FIGURES = {Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE}
_EXACT = 15
"""So many digits a number of Excel keeps; a longer one goes as text."""


@dataclass(slots=True)
class _Page:
    sheet: Worksheet
    looks: Looks
    fields: Mapping[Field, int]
    """Where each column to fill in stands."""
    next: int = 0

    @property
    def last(self) -> int:
        """The last column."""
        return max(self.fields.values())

    @property
    def wide(self) -> float:
        """The width of all columns in letters."""
        return sum(LOCKED_WIDTHS.values()) + sum(WIDTHS[field] for field in self.fields)

    def across(self, words: str, look: str, size: float = LINE) -> None:
        """Write one line over the whole width."""
        self.sheet.merge_range(self.next, 1, self.next, self.last, "", getattr(self.looks, look)())
        self.sheet.write_string(self.next, 1, words, getattr(self.looks, look)())
        self.sheet.set_row(self.next, height([(words, self.wide * LINE / size)], size))
        self.next += 1


def write_page(book: Workbook, share: WorkShare, sent: Sent, due: date | None) -> None:
    """Add the sheet to the workbook."""
    fields = {field: at for at, field in enumerate(fields_of(share), 1 + len(LOCKED))}
    page = _Page(book.add_worksheet(SHEET), Looks(book), fields)
    _above(page, share, sent.period, due)
    head = page.next
    _heading(page)
    for row in share.rows:
        _row(page, row, sent) if row.work_id else _group(page, row)
    last = max(page.next - 1, head + 1)
    page.sheet.autofilter(head, 1, last, page.last)
    add_rules(page.sheet, page.fields, head + 1, last)
    protect(page.sheet)
    _paper(page, head)


def _above(page: _Page, share: WorkShare, period: str, due: date | None) -> None:
    page.across(fitting(share.plan_title), "title", LINE * 1.2)
    page.across(fitting(UNIT + share.name), "unit")
    if period:
        page.across(PERIOD + (title(period) or period), "unit")
    for line in (*_TOLD, *([_OF_TARGETS] if Field.VALUE in page.fields else [])):
        page.across(line, "told")
    if due:
        page.across(f"Gửi lại trước ngày {due:%d/%m}/{due.year:04}", "due")


def _heading(page: _Page) -> None:
    page.sheet.write_string(page.next, 0, IDS, page.looks.hidden())
    for key, at in _COLUMNS.items():
        page.sheet.write_string(page.next, at, LOCKED[key], page.looks.heading(answers=False))
    for field, at in page.fields.items():
        page.sheet.write_string(page.next, at, TITLES[field], page.looks.heading(answers=True))
    page.sheet.set_row(page.next, 2 * LINE + 6)
    page.next += 1


def _group(page: _Page, row: ShareRow) -> None:
    sheet, at = page.sheet, page.next
    words = fitting(row.words.get("content", ""))
    first = _COLUMNS["content"]
    sheet.write_string(at, 0, GROUP, page.looks.hidden())
    sheet.write_string(at, _COLUMNS["number"], fitting(row.words.get("number", "")), page.looks.group("number"))
    sheet.merge_range(at, first, at, page.last, "", page.looks.group("content"))
    sheet.write_string(at, first, words, page.looks.group("content"))
    sheet.set_row(at, height([(words, page.wide - LOCKED_WIDTHS["number"])], LINE))
    page.next += 1


def _row(page: _Page, row: ShareRow, sent: Sent) -> None:
    sheet, at = page.sheet, page.next
    said = sent.rows[row.work_id].said if row.work_id in sent.rows else {}
    sheet.write_string(at, 0, row.work_id, page.looks.hidden())
    for key in LOCKED:
        words = fitting(row.words.get(key, ""))
        sheet.write_string(at, _COLUMNS[key], words, page.looks.locked(key, words))
    for field in page.fields:
        if field in MEASURES and not row.is_target:
            sheet.write_blank(at, page.fields[field], None, page.looks.none())
        else:
            _answer(page, field, fitting(said.get(field, "")))
    cells = [(row.words.get(key, ""), LOCKED_WIDTHS[key]) for key in LOCKED]
    cells += [(said.get(field, ""), WIDTHS[field]) for field in page.fields]
    sheet.set_row(at, height(cells, LINE))
    page.next += 1


def _answer(page: _Page, field: Field, words: str) -> None:
    at, look = page.fields[field], page.looks.answer(field, words)
    if not words:
        page.sheet.write_blank(page.next, at, None, look)
    elif field is Field.PERCENT:
        page.sheet.write_number(page.next, at, round(float(words) / 100, 6), look)
    elif field in _FIGURES and sum(map(str.isdigit, words)) <= _EXACT:
        page.sheet.write_number(page.next, at, float(words), look)
    elif field in _DAYS and (day := day_in(words)):
        page.sheet.write_datetime(page.next, at, day, look)
    else:
        page.sheet.write_string(page.next, at, words, look)


def _paper(page: _Page, head: int) -> None:
    sheet = page.sheet
    sheet.set_column(0, 0, 4, None, {"hidden": True})
    for key, at in _COLUMNS.items():
        sheet.set_column(at, at, LOCKED_WIDTHS[key])
    for field, at in page.fields.items():
        sheet.set_column(at, at, WIDTHS[field])
    sheet.freeze_panes(head + 1, _COLUMNS["content"] + 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(head)
    sheet.set_footer("&C&P/&N")
