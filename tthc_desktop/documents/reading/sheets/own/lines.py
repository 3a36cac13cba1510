"""The lines of a workbook with the fate of each, and what is doubtful in them."""

from collections.abc import Mapping

from tthc_desktop.documents.reading.sheets.book import Seen, Sheet
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import SourceLine
from tthc_desktop.models.sending.returned import SheetProblem


class Lines:
    """Collects every line that says something, where it went, and the problems."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.lines: list[SourceLine] = []
        self.placed: dict[int, Id] = {}
        self.problems: list[SheetProblem] = []
        self._numbers: dict[tuple[str, str], int] = {}

    @property
    def numbers(self) -> Mapping[tuple[str, str], int]:
        """Return the line that a cell stands in, by sheet and address."""
        return self._numbers

    def add(self, sheet: Sheet, line: tuple[Seen, ...], owner: Id | None) -> None:
        """Add a line; without an owner it has found no place."""
        words = " | ".join(" ".join(seen.words.split()) for seen in line if seen.words and not seen.fills)
        if not words:
            return
        number = len(self.lines) + 1
        self.lines.append(SourceLine(number, words))
        self._numbers |= {(sheet.name, seen.address): number for seen in line}
        if owner is not None:
            self.placed[number] = owner

    def stranger(self, sheet: Sheet) -> None:
        """Add the lines of a sheet that was not exported, or has lost its marks."""
        if sheet.hidden or not any(seen.words for line in sheet.rows for seen in line):
            return
        self.doubt(
            sheet,
            "",
            "Trang này không phải trang chương trình đã xuất, hoặc đã mất hàng, cột ẩn chứa mã, nên không được đọc. "
            "Hãy nhập riêng trang này như một bảng thường.",
        )
        for line in sheet.rows:
            self.add(sheet, line, None)

    def doubt(self, sheet: Sheet, cell: str, text: str) -> None:
        """Note something doubtful."""
        self.problems.append(SheetProblem(self._file, sheet.name, cell, text))
