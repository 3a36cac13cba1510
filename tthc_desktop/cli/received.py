"""What returned sheets say, as plain data for a script and as words for a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tthc_desktop.cli.plans import one_line, short
from tthc_desktop.documents.reading.returned import ReturnedFiles
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.known import Known
from tthc_desktop.models.merge.values import Compared, Merge, UnknownRow, Verdict
from tthc_desktop.models.progress.forms import shown
from tthc_desktop.models.progress.values import TITLES, Said
from tthc_desktop.models.sending.returned import SheetProblem
from tthc_desktop.models.spans import title

View = dict[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    """What was read, what it says, and what the office knew."""

    files: ReturnedFiles
    merged: Merge
    known: Known

    def found(self) -> View:
        """Return all as plain data; numbers count values."""
        return {
            "files": len(self.files.sheets) + len(self.files.unread),
            "updated": len(self._of(Verdict.OFFERED)),
            "unchanged": len(self._of(Verdict.SAME)),
            "conflicts": [self._spot(one) for one in self._of(Verdict.CONFLICT)],
            "review": [{**self._spot(one), "doubt": one.doubt} for one in self._of(Verdict.REVIEW)],
            "unknown_rows": [_unknown(row) for row in self.merged.unknown_rows],
            "problems": [_problem(problem) for problem in self._problems()],
            "skipped": list(self.files.skipped),
        }

    def lines(self, *, applied: bool) -> Iterator[str]:
        """Yield all line by line: each unit with its number of changes first, what became of them last."""
        if units := self._changes():
            yield "; ".join(f"{name}: {count} thay đổi" for name, count in units.items()) + "."
        for one in self._of(Verdict.CONFLICT):
            yield f"Mâu thuẫn, {self._place(one)}: {_three_ways(one)}"
        for one in self._of(Verdict.REVIEW):
            yield f"Cần xem, {self._place(one)}: {_three_ways(one)} ({one.doubt})"
        for row in self.merged.unknown_rows:
            content = short(row.words.get("content", ""))
            yield f"Hàng lạ, {row.file}, trang “{row.sheet}”, hàng {row.row} “{content}”: {row.reason}"
        for problem in self._problems():
            yield f"Chú ý, {', '.join(filter(None, (problem.file, problem.sheet, problem.cell)))}: {problem.text}"
        if self.files.skipped:
            yield f"Bỏ qua {len(self.files.skipped)} tệp không phải bảng tính: {'; '.join(self.files.skipped)}."
        yield self._end(applied=applied)

    def _end(self, *, applied: bool) -> str:
        count = len(self._of(Verdict.OFFERED))
        if not count:
            return "Không có giá trị mới nào để ghi."
        if applied:
            return f"Đã nhận {count} giá trị; lệnh undo lấy lại được."
        return f"Chưa ghi gì; thêm --apply để nhận {count} giá trị."

    def _of(self, verdict: Verdict) -> Sequence[Compared]:
        return [one for one in self.merged.compared if one.verdict is verdict]

    def _changes(self) -> Mapping[str, int]:
        changes: dict[str, int] = {}
        for file in self.merged.files:
            if not file.refused:
                changes[file.unit_name] = changes.get(file.unit_name, 0) + file.changed
        return changes

    def _problems(self) -> Iterator[SheetProblem]:
        yield from (SheetProblem(one.file, "", "", str(one.error)) for one in self.files.unread)
        yield from (SheetProblem(file.file, "", "", file.refused) for file in self.merged.files if file.refused)
        yield from self.merged.problems

    def _spot(self, one: Compared) -> View:
        spot = one.spot
        return {
            "plan": spot.plan_id,
            "work": spot.work_id,
            "content": self._content(spot.plan_id, spot.work_id),
            "unit": spot.unit_id,
            "unit_name": self._unit(spot.unit_id),
            "field": spot.field.value,
            **({"period": spot.period} if spot.period else {}),
            "sent": one.sent,
            "returned": [_answer(said) for said in one.returned],
            "current": one.current.words if one.current else "",
        }

    def _place(self, one: Compared) -> str:
        content = short(self._content(one.spot.plan_id, one.spot.work_id))
        span = f", {title(one.spot.period) or one.spot.period}" if one.spot.period else ""
        return f"{self._unit(one.spot.unit_id)}{span}, “{content}”, {TITLES[one.spot.field]}"

    def _content(self, plan_id: Id, work_id: Id) -> str:
        plan = self.known.plans[plan_id]
        held = plan.tasks[work_id].content if work_id in plan.tasks else plan.targets[work_id].name
        return one_line(held)

    def _unit(self, unit_id: Id) -> str:
        unit = self.known.units.get(unit_id)
        return unit.name if unit else ""


def _answer(said: Said) -> View:
    origin = said.origin
    places = {"file": origin.file, "sheet": origin.sheet, "cell": origin.cell} if origin else {}
    return {"words": said.words, **places}


def _unknown(row: UnknownRow) -> View:
    return {
        "file": row.file,
        "sheet": row.sheet,
        "row": row.row,
        "unit": row.unit_id,
        "reason": row.reason,
        "content": one_line(row.words.get("content", "")),
        "said": {field.value: words for field, cell in row.cells.items() if (words := cell.words or cell.seen)},
    }


def _problem(problem: SheetProblem) -> View:
    return {"file": problem.file, "sheet": problem.sheet, "cell": problem.cell, "text": problem.text}


def _three_ways(one: Compared) -> str:
    field, now = one.spot.field, one.current.words if one.current else ""
    sent = "không rõ" if one.sent is None else _quoted(shown(field, one.sent))
    answers = " hoặc ".join(_quoted(shown(field, said.words)) for said in one.returned)
    return f"đã gửi {sent}, đơn vị ghi {answers}, hiện có {_quoted(shown(field, now))}"


def _quoted(words: str) -> str:
    return f"“{short(words)}”" if words else "trống"
