"""Shares of plans and what was sent of them, invented for tests."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Field, Status
from tthc_desktop.models.sending.values import SHEET_VERSION, Sent, SentRow
from tthc_desktop.models.sending.workshare import ShareRow, WorkShare
from tthc_desktop.models.unit import Unit

AT = datetime(2025, 8, 1, 2, 30, tzinfo=UTC)
DUE = date(2025, 9, 15)
ROOM = Unit("u-room", "Phòng Hành chính - Tổng hợp", short="HCTH")

Words = Mapping[Field, str]

FIGURES: Words = {
    Field.NUMERATOR: "1250",
    Field.DENOMINATOR: "1400",
    Field.VALUE: "89.285714",
    Field.AS_OF: "2025-06-14",
}
DONE: Words = {
    Field.STATUS: Status.DONE_ON_TIME.value,
    Field.PERCENT: "60.5",
    Field.RESULT: "- Ban hành kế hoạch\n=SUM(A1) là chữ",
    Field.NUMBER: "1.10",
    Field.DAY: "2025-08-05",
    Field.TROUBLE: "+ Thiếu máy chủ",
    Field.PROPOSAL: "@ Bổ sung kinh phí",
}


def work(number: str, content: str, **words: str) -> ShareRow:
    """Return a task whose identity follows from its number."""
    usual = {"part": "Chủ trì", "lead": ROOM.name, "coordinate": "Các phòng thuộc Sở", "result": "Báo cáo"}
    usual["deadline"] = "Quý III/2025"
    return ShareRow(f"work{number}", 1, {"number": number, "content": content, **usual, **words})


def target(number: str, content: str) -> ShareRow:
    """Return a target whose identity follows from its number."""
    row = work(number, content, result="Đơn vị tính: %; chỉ tiêu giao: ≥ 80", deadline="")
    return ShareRow(row.work_id, row.level, row.words, is_target=True)


def group(number: str, content: str) -> ShareRow:
    return ShareRow(level=0, words={"number": number, "content": content})


def share(*rows: ShareRow) -> WorkShare:
    """Return the share of `ROOM`, of a few tasks in two groups when none are given."""
    usual = (
        group("I", "KIỂM SOÁT THỦ TỤC"),
        work("1.1", "Đo thời gian chờ của người nộp hồ sơ"),
        work("1.10", "Sửa mẫu đơn cho ngắn lại", part="Phối hợp"),
        group("II", "TUYÊN TRUYỀN"),
        work("2.1", "In tờ rơi phát ở các xã", result="=tờ rơi"),
        work("2.2", "Tập huấn cho cán bộ một cửa"),
    )
    return WorkShare("plan-1", "Kế hoạch thử nghiệm năm 2025", ROOM, rows or usual)


def sent(of: WorkShare, said: Mapping[Id, Words] | None = None, **changed: object) -> Sent:
    """Return what is sent with a share; `said` by identity is what its fields hold."""
    rows = {
        row.work_id: SentRow(f"digest-{row.work_id}", (said or {}).get(row.work_id, {}))
        for row in of.rows
        if row.work_id
    }
    values: dict[str, object] = {
        "version": SHEET_VERSION,
        "sending_id": "sending-1",
        "plan_id": of.plan_id,
        "plan_title": of.plan_title,
        "unit_id": of.unit.id,
        "unit_name": of.unit.name,
        "revision": 7,
        "at": AT,
        "rows": rows,
        **changed,
    }
    return Sent(**values)  # type: ignore[arg-type]
