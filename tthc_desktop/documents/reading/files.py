"""A file that the user chooses, read as a draft: known by what is in it, whatever it is called."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from tthc_desktop.documents.exchange import FORMAT, from_json
from tthc_desktop.documents.limits import LARGEST_JSON, LARGEST_PAPER, LARGEST_TEXT
from tthc_desktop.documents.reading.draft import Draft, Problem
from tthc_desktop.documents.reading.encoding import Decoded, decode
from tthc_desktop.documents.reading.kinds import (
    ZIP,
    Kind,
    Told,
    begins_as_paper,
    begins_as_workbook,
    is_locked_office,
    tell,
)
from tthc_desktop.documents.reading.laid_out.blocks import Paper, Step, no_step
from tthc_desktop.documents.reading.raw import Wanted, raw
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.reading.text.source import source_lines
from tthc_desktop.errors import UserError
from tthc_desktop.models.counts import count
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.plan import Header, Plan, Signatory
from tthc_desktop.models.text import clean, fold

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".ods", ".ots", ".csv", ".tsv", ".tab"})
"""Names that workbooks and tables kept as text have."""

_BEGINNING = 1 << 16
_TEXT = "tệp văn bản (.docx, .pdf, .txt …)"
_SMALLER = "Hãy chọn đúng tệp, hoặc tách riêng phần văn bản của kế hoạch ra một tệp."


def read_file(path: Path, step: Step = no_step) -> Draft:
    """Read a plan from a file of any kind that is known; `step` hears of its pages and may raise to stop.

    What cannot be a paper or workbook of any kind is refused with a `UserError`; words never are.
    """
    if is_workbook(path):
        # The libraries of workbooks are loaded for workbooks alone.
        from tthc_desktop.documents.reading.sheets.reading import read_book  # noqa: PLC0415
        from tthc_desktop.documents.reading.sheets.tables.workbook import read_draft  # noqa: PLC0415

        return read_draft(read_book(path))
    data, told = _known(path)
    if reader := _PAPERS.get(told.kind):
        return _from_paper(reader(data, told, path.name, step), path)
    return _from_words(path, data)


def is_workbook(path: Path) -> bool:
    """Tell by how it begins, or else by its name, whether a file is to be read as a workbook."""
    beginning = _beginning(path)
    if path.suffix.lower() in WORKBOOKS:
        return not begins_as_paper(beginning)
    locked_word = path.suffix.lower().startswith((".doc", ".dot")) and is_locked_office(beginning)
    return begins_as_workbook(beginning) and not locked_word


def _beginning(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as stream:
            return stream.read(_BEGINNING)
    except OSError:
        return b""


def _known(path: Path) -> tuple[bytes, Told]:
    """Return the bytes of a file and what they are; how many it may have is told by its beginning."""
    beginning = _beginning(path)
    is_words = not beginning.startswith(ZIP) and tell(path.name, beginning).kind is Kind.TEXT
    of_words = LARGEST_JSON if path.suffix.lower() == ".json" else LARGEST_TEXT
    data = raw(path, Wanted(_TEXT, of_words if is_words else LARGEST_PAPER, _SMALLER))
    if not data:
        raise _empty(path)
    return data, tell(path.name, data)


def _word(data: bytes, _told: Told, name: str, step: Step) -> Paper:
    from tthc_desktop.documents.reading.word import read_word  # noqa: PLC0415 - loads the parser of XML

    return replace(read_word(data, name, step), oriented=True)


def _pdf(data: bytes, _told: Told, name: str, step: Step) -> Paper:
    from tthc_desktop.documents.reading.pdf import read_pdf_paper  # noqa: PLC0415 - loads the library of PDF

    return replace(read_pdf_paper(data, name, step), oriented=True)


def _suite(data: bytes, told: Told, name: str, step: Step) -> Paper:
    from tthc_desktop.documents.reading.office_suite import as_word  # noqa: PLC0415 - another program's work

    return _word(as_word(data, told, name, step), told, name, step)


def _web(data: bytes, _told: Told, name: str, _step: Step) -> Paper:
    from tthc_desktop.documents.reading.web_page import read_web_page  # noqa: PLC0415 - loads the parser of HTML

    return read_web_page(data, name)


_PAPERS: Mapping[Kind, Callable[[bytes, Told, str, Step], Paper]] = {
    Kind.WORD: _word,
    Kind.PDF: _pdf,
    Kind.SUITE: _suite,
    Kind.WEB: _web,
}


def _from_paper(paper: Paper, path: Path) -> Draft:
    from tthc_desktop.documents.reading.laid_out.reader import read_laid_out  # noqa: PLC0415 - with its library

    if not (paper.blocks or paper.notes):
        raise _empty(path)
    draft = read_laid_out(paper, clean(path.name))
    return draft if _is_plan(draft) else _no_plan(draft)


def _from_words(path: Path, data: bytes) -> Draft:
    decoded = decode(data)
    if decoded is None:
        raise UserError(
            f"Tệp “{path.name}” không phải là văn bản thuần nên không đọc được.",
            "Hãy mở tệp bằng chương trình của nó, lưu thành tài liệu Word (.docx) hoặc văn bản thuần (.txt) với bảng "
            "mã UTF-8 rồi nhập lại.",
        )
    if not decoded.words.strip():
        raise _empty(path)
    if path.suffix.lower() == ".json" or _is_export(decoded.words):
        return _exported(path, decoded)
    return _typed(path, decoded)


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
    return replace(draft, plan=plan, placed={}, problems=(*draft.problems, problem))
