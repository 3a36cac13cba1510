"""A file that the user chooses, read as a draft: a text, a workbook, or a plan that this program exported."""

from dataclasses import replace
from pathlib import Path

from tthc_desktop.documents.exchange import FORMAT, from_json
from tthc_desktop.documents.reading.draft import Draft, Problem
from tthc_desktop.documents.reading.encoding import Decoded, decode
from tthc_desktop.documents.reading.kinds import begins_as_workbook, refuse_other_kinds
from tthc_desktop.documents.reading.raw import MEGABYTE, Wanted, raw
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.reading.text.source import source_lines
from tthc_desktop.errors import UserError
from tthc_desktop.models.counts import count
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.plan import Header, Plan, Signatory
from tthc_desktop.models.text import clean, fold

LARGEST_TEXT = 5 * MEGABYTE
LARGEST_JSON = 50 * MEGABYTE
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".ods", ".ots", ".csv", ".tsv", ".tab"})
"""Names that workbooks and tables kept as text have."""

_BEGINNING = 1 << 16
_TEXT = "tệp văn bản (.txt)"
_SMALLER = "Hãy chọn đúng tệp, hoặc tách riêng phần văn bản của kế hoạch ra một tệp .txt."


def read_file(path: Path) -> Draft:
    """Read a plan from a file. What cannot be a text or workbook of any kind is refused; a text never is."""
    if is_workbook(path):
        # The libraries of workbooks are loaded for workbooks alone.
        from tthc_desktop.documents.reading.sheets.reading import read_book  # noqa: PLC0415
        from tthc_desktop.documents.reading.sheets.tables.workbook import read_draft  # noqa: PLC0415

        return read_draft(read_book(path))
    is_json = path.suffix.lower() == ".json"
    data = raw(path, Wanted(_TEXT, LARGEST_JSON if is_json else LARGEST_TEXT, _SMALLER))
    if not data:
        raise _empty(path)
    refuse_other_kinds(path.name, data)
    decoded = decode(data)
    if decoded is None:
        raise UserError(
            f"Tệp “{path.name}” không phải là văn bản thuần nên không đọc được.",
            "Hãy mở tệp bằng chương trình của nó, lưu thành văn bản thuần (.txt) với bảng mã UTF-8 rồi nhập lại.",
        )
    if not decoded.words.strip():
        raise _empty(path)
    if is_json or _is_export(decoded.words):
        return _exported(path, decoded)
    return _typed(path, decoded)


def is_workbook(path: Path) -> bool:
    """Tell by its name, or by how it begins, whether a file is to be read as a workbook."""
    if path.suffix.lower() in WORKBOOKS:
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return begins_as_workbook(stream.read(_BEGINNING))
    except OSError:
        return False


def _empty(path: Path) -> UserError:
    return UserError(
        f"Tệp “{path.name}” trống, không có chữ nào.", "Hãy chọn tệp khác hoặc lưu lại tệp này từ văn bản gốc."
    )


def _is_export(words: str) -> bool:
    """Tell whether a text is our own export under another name."""
    return words.lstrip("\ufeff \t\r\n").startswith("{") and f'"{FORMAT}"' in words[:200]


def _exported(path: Path, decoded: Decoded) -> Draft:
    try:
        plan = from_json(decoded.words)
    except UserError as error:
        raise UserError(f"Tệp “{path.name}”: {error.what}", error.advice) from error
    return Draft(plan, plan.unplaced, {}, decoded.problems)


def _typed(path: Path, decoded: Decoded) -> Draft:
    draft = read_text(decoded.words, clean(path.name))
    draft = replace(draft, problems=(*decoded.problems, *draft.problems), originals=_originals(decoded, draft))
    return draft if _is_plan(draft) else _no_plan(draft)


def _originals(decoded: Decoded, draft: Draft) -> dict[int, str]:
    """Return the lines that a legacy encoding was turned in, as they stood."""
    if not decoded.stood:
        return {}
    words = {line.number: line.text for line in draft.lines}
    return {line.number: line.text for line in source_lines(decoded.stood) if words.get(line.number) != line.text}


def _is_plan(draft: Draft) -> bool:
    """Tell whether anything of the paper is what plans have: numbered items, tables, a head, a foot, bases."""
    plan = draft.plan
    held = count(plan)
    parts = (held.roman, held.arabic, held.letter, held.tables, held.body_tasks, held.bases, held.recipients)
    named = any(fold(line.text).strip(" *#:").startswith(("ke hoach", "quyet dinh")) for line in draft.lines)
    return named or any(parts) or plan.header != Header() or plan.signatory != Signatory()


def _no_plan(draft: Draft) -> Draft:
    """Place nothing: the words wait for the clerk as the lines they are."""
    problem = Problem(
        "cả tệp",
        "Không thấy phần nào của một kế hoạch (tên loại, mục đánh số, bảng, nơi nhận …), nên mọi dòng được để ở danh "
        "sách chưa xếp chỗ; hãy kiểm tra xem đã chọn đúng tệp chưa.",
    )
    plan = Plan(new_id(), source=draft.plan.source, unplaced=draft.lines)
    return Draft(plan, draft.lines, {}, (*draft.problems, problem), originals=draft.originals)
