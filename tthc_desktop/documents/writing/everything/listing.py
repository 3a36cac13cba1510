"""The two files that tell what the archive holds: for the program DANH-MUC.json, for people DOC-TRUOC.txt."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from tthc_desktop.documents.own_archive import FORMAT, INDEX, VERSION, Entry
from tthc_desktop.models.drawn import FORM_NAMES
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean
from tthc_desktop.models.version import Stage

_STAGES = {
    Stage.DRAFT: "dự thảo",
    Stage.KEPT: "bản đã lưu",
    Stage.ISSUED: "đã ban hành",
    Stage.REPLACED: "đã được thay thế",
}
_ABOUT = """\
GÓI VĂN BẢN CỦA TTHC DESKTOP

Mỗi văn bản nằm trong một thư mục, có bốn tệp cùng nội dung:
  .json  trọn vẹn văn bản; chương trình đọc lại từ tệp này
  .docx  để sửa tiếp trong Word hoặc LibreOffice
  .xlsx  các bảng, để làm việc trong Excel
  .pdf   bản in đúng thể thức
Văn bản đã ban hành có thêm bản PDF đã lưu khi ban hành.

Đưa lại vào chương trình: chọn Tệp › Nhập văn bản cũ… rồi chọn chính gói .zip này,
hoặc gõ lệnh: tthc-desktop import GÓI.zip
{index} ghi dấu kiểm (SHA-256) của từng tệp; xin đừng sửa các tệp .json.

CÁC VĂN BẢN ({count})
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper with its files in the archive, and those that could not be made: their names and why."""

    plan: Plan
    files: tuple[Entry, ...]
    missing: tuple[tuple[str, str], ...] = ()


def index(listed: Sequence[Listed]) -> bytes:
    """Return the list for the program."""
    found = {"format": FORMAT, "version": VERSION, "papers": [_entry(each) for each in listed]}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(each: Listed) -> dict[str, object]:
    plan = each.plan
    named = plan.issue or plan.header
    return {
        "id": plan.id,
        "kind": plan.kind,
        "title": str(plan.title),
        "number": named.number,
        "symbol": named.symbol,
        "stage": str(plan.stage),
        "form": str(plan.drawn.form) if plan.drawn else None,
        "files": [asdict(entry) for entry in each.files],
        "missing": [{"name": name, "why": why} for name, why in each.missing],
    }


def readme(listed: Sequence[Listed]) -> bytes:
    """Return the list for people, in lines that every editor of Windows shows."""
    words = _ABOUT.format(index=INDEX, count=len(listed)) + "".join(_told(each) for each in listed)
    return b"\xef\xbb\xbf" + words.replace("\n", "\r\n").encode()


def _told(each: Listed) -> str:
    plan = each.plan
    named = plan.issue or plan.header
    number = "/".join(part for part in (named.number, named.symbol) if part)
    title = " ".join(clean(f"{plan.kind} {plan.title}").split()) or "Không tên"
    about = [number, FORM_NAMES[plan.drawn.form] if plan.drawn else "", _STAGES[plan.stage]]
    folder = each.files[0].name.partition("/")[0]
    lines = [f"{folder}\n", f"  {title} ({'; '.join(filter(None, about))})\n"]
    lines += [f"  Không có {name.rpartition('/')[2]}: {why}\n" for name, why in each.missing]
    return "".join(lines)
