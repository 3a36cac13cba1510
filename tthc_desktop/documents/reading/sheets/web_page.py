"""A table that Excel or a web site kept as a page of HTML, often under the name .xls."""

import re
from pathlib import PurePath

from tthc_desktop.documents.reading.clipboard_table import MOST_COLUMNS, MOST_ROWS, read_html_table
from tthc_desktop.documents.reading.encoding import Decoded
from tthc_desktop.documents.reading.sheets.book import Seen
from tthc_desktop.documents.reading.sheets.found import Contents, Found, address
from tthc_desktop.documents.reading.sheets.kinds import AGAIN, refused
from tthc_desktop.errors import UserError
from tthc_desktop.models.sending.returned import SheetProblem

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE
)


def is_page(words: str) -> bool:
    return bool(_PAGE.match(words.removeprefix("\ufeff")))


def read_page(name: str, decoded: Decoded) -> Contents:
    """Return the cells of the page's tables; a page without one is refused."""
    try:
        rows = read_html_table(decoded.words)
    except UserError as error:
        raise UserError(
            f"Bảng trong trang web “{name}” lớn quá {MOST_ROWS} hàng hoặc {MOST_COLUMNS} cột.", AGAIN
        ) from error
    if not rows:
        raise refused(name, "trang web không có bảng nào", AGAIN)
    found = Found(PurePath(name).stem)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if str(cell).strip():
                found.add((row, column), Seen(address(row, column), str(cell)))
    said = (
        "Tệp này là trang web chứ không phải sổ làm việc của Excel; ô đã gộp và dạng số có thể khác bản gốc. " + AGAIN
    )
    problems = [problem.text for problem in decoded.problems] + [said]
    return Contents([found], [SheetProblem(name, found.name, "", problem) for problem in problems])
