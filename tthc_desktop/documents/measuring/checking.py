"""A PDF measured against the decree that was in force on the day that it bears."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tthc_desktop.documents.decree import rules, rules_on
from tthc_desktop.documents.measuring.reading import read_print
from tthc_desktop.models.decree import Rules
from tthc_desktop.models.measuring import Result, check
from tthc_desktop.models.measuring.results import is_of_paper
from tthc_desktop.models.measuring.values import MeasuredPaper

_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_HEAD = 0.4


@dataclass(frozen=True, slots=True)
class CheckedPrint:
    """What was read of a PDF, the rules that it was measured against, and what each says."""

    paper: MeasuredPaper
    rules: Rules
    results: Sequence[Result]

    @property
    def doubt(self) -> str:
        """Say why little of a file could be measured; empty for a paper."""
        if not self.paper.fonts:
            return "Tệp không có chữ nào đọc được, có thể là ảnh quét: chỉ đo được khổ giấy."
        if not is_of_paper(self.results):
            return "Không thấy Quốc hiệu, Nơi nhận hay phụ lục, có thể không phải văn bản hành chính: chỉ đo trang."
        return ""


def checked_print(data: bytes, name: str) -> CheckedPrint:
    """Measure a PDF; one without a day follows the rules of today's papers.

    Raises `UserError` for a file that cannot be opened.
    """
    paper = read_print(data, name)
    day = paper_day(paper)
    held = rules_on(day) if day else rules()
    return CheckedPrint(paper, held, check(paper, held))


def paper_day(paper: MeasuredPaper) -> date | None:
    """Return the day in the head of a paper, None for one that is still blank."""
    first = paper.pages[0]
    for line in first.lines:
        if line.base < _HEAD * first.height and (found := _DAY.search(line.words)):
            day, month, year = map(int, found.groups())
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None
