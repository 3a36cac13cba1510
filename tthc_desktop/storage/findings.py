"""What can be wrong in an office's file, said in the clerk's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_LONGEST = 60
"""Letters of a text that a sentence quotes."""

NAMES: Mapping[str, str] = {
    "plans": "kế hoạch",
    "stages": "giai đoạn của kế hoạch",
    "drawn": "căn cứ lập văn bản",
    "drawn_plans": "kế hoạch nguồn của văn bản",
    "marks": "dấu đóng trên văn bản",
    "addressees": "nơi kính gửi",
    "capacities": "thẩm quyền ký",
    "bases": "căn cứ",
    "recipients": "nơi nhận",
    "stamps": "số, ký hiệu đã cấp",
    "unplaced": "dòng chưa xếp",
    "appendices": "phụ lục",
    "sheets": "khổ giấy của phụ lục",
    "tasks": "nhiệm vụ",
    "targets": "chỉ tiêu",
    "items": "đoạn văn bản",
    "lines": "dòng của nhiệm vụ",
    "tables": "bảng",
    "levels": "cấp đánh số của bảng",
    "columns": "cột",
    "rows": "dòng bảng",
    "cells": "ô",
    "merges": "ô gộp",
    "legal_documents": "văn bản pháp luật",
    "units": "đơn vị",
    "unit_aliases": "tên gọi khác của đơn vị",
    "unit_members": "thành viên của nhóm đơn vị",
    "former_names": "tên cũ của đơn vị",
    "unit_successors": "đơn vị kế tục",
    "progress": "tiến độ",
    "progress_files": "tệp kèm tiến độ",
    "progress_said": "nội dung báo cáo tiến độ",
    "sendings": "bảng đã gửi",
    "sending_answers": "trả lời của bảng đã gửi",
    "known_headings": "tiêu đề cột đã biết",
    "follow_ups": "cách theo dõi việc",
    "due_days": "ngày hạn",
    "review_days": "ngày rà soát",
    "events": "mốc theo dõi",
    "exchanged_days": "ngày nghỉ, ngày làm bù",
    "rules": "quy tắc của cơ quan",
    "regimes": "chế độ báo cáo",
    "regime_bases": "căn cứ của chế độ báo cáo",
    "regime_addressees": "nơi kính gửi của chế độ báo cáo",
    "regime_recipients": "nơi nhận của chế độ báo cáo",
    "regime_forms": "mẫu của chế độ báo cáo",
    "cutoffs": "kỳ báo cáo",
    "saved_filters": "bộ lọc",
    "particulars": "thông tin cơ quan",
    "filter_choices": "lựa chọn của bộ lọc",
    "particular_capacities": "chức vụ người ký của cơ quan",
    "files": "tệp lưu kèm",
    "journal": "nhật ký",
    "journal_kept": "nhật ký: nơi thay đổi",
    "journal_records": "nhật ký: bản ghi thay đổi",
    "journal_rows": "nhật ký: nội dung thay đổi",
    "journal_seals": "nhật ký: dấu niêm phong",
    "offices": "số lần thay đổi của cơ quan",
}
"""What the records of each table are called."""


class Part(StrEnum):
    """Where something is wrong."""

    PAGES = "pages"
    LINKS = "links"
    FILES = "files"
    RECORDS = "records"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in a file: `what` is a Vietnamese sentence, `detail` what SQLite says of it, if it does.

    `table` and `key` name the record, where one can be named.
    """

    part: Part
    what: str
    table: str = ""
    key: tuple[str | int, ...] = ()
    detail: str = ""


def name_of(table: str) -> str:
    """Return what the records of a table are called."""
    return NAMES.get(table, table)


def quoted(value: object) -> str:
    """Return a value as a sentence quotes it: shortened, and what is no text replaced."""
    if value is None:
        return "trống"
    words = " ".join(str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace").split())
    return f"“{words[:_LONGEST]}…”" if len(words) > _LONGEST else f"“{words}”"
