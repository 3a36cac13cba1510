"""`check-office [FILE]`, `repair DAMAGED NEW`: an office's file looked at thoroughly, and what can be saved of it."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.errors import UserError
from tthc_desktop.storage import trouble
from tthc_desktop.storage.checking import checked
from tthc_desktop.storage.findings import Finding
from tthc_desktop.storage.repairing import repaired

_ADVICE = "Hãy giữ nguyên tệp này; mở bản sao lưu gần nhất còn tốt, hoặc dùng lệnh repair để lấy lại những gì đọc được."


def check_office(wishes: Wishes) -> Answer:
    """Tell everything that is wrong in a file; the file is not changed."""
    from tthc_desktop.settings import office_place  # noqa: PLC0415 - as everywhere in the commands

    path = wishes.damaged or wishes.office or office_place()
    if not path.exists():
        raise trouble.absent(path)
    findings = checked(path)
    found = {"file": str(path), "sound": not findings, "findings": _listed(findings)}
    if not findings:
        return Answer(found, f"Tệp dữ liệu {path} còn tốt: cấu trúc, từng bản ghi so với nhật ký, tệp lưu kèm.")
    error = UserError(f"Tệp dữ liệu “{path.name}” có {len(findings)} chỗ hỏng.", _ADVICE)
    return Answer(found, _lines(findings), (error,))


def repair(wishes: Wishes) -> Answer:
    """Save what can be read into a new file, and tell what is not as it was."""
    damaged = wishes.damaged or Path()
    made = repaired(damaged, wishes.out, datetime.now(UTC))
    found = {
        **{"file": str(made.path), "plans": made.plans, "records": made.records, "can_undo": made.can_undo},
        "findings": _listed(made.findings),
    }
    words = f"Đã lấy lại {made.plans} kế hoạch ({made.records} bản ghi) ra {made.path}; tệp cũ còn nguyên."
    if made.findings:
        words += f"\nHãy xem lại {len(made.findings)} chỗ:\n{_lines(made.findings)}"
    return Answer(found, words)


def _listed(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    return [asdict(each) for each in findings]


def _lines(findings: tuple[Finding, ...]) -> str:
    return "\n".join(f"- {each.what}{f' [{each.detail}]' if each.detail else ''}" for each in findings)
