"""What came of each source of `import`: told by itself, and of several as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.importing_tables import Tables, told_words
from tthc_desktop.cli.plans import one_line, title_of
from tthc_desktop.cli.tellings import counted
from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.errors import UserError
from tthc_desktop.models.counts import Counts, count
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean

_HEAD = ("Tệp", "Kết quả", "Nhiệm vụ", "Chỉ tiêu", "Chưa xếp", "Chú ý")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Taken:
    """A source that has become a plan of the office, or went into one."""

    plan: Plan
    draft: Draft
    tables: Tables | None = None
    others: tuple["Taken", ...] = ()
    """Further plans of the same source."""

    def found(self) -> dict[str, object]:
        """Return what a script is told."""
        found: dict[str, object] = {
            "plan": self.plan.id,
            "counts": asdict(count(self.plan)),
            "unplaced": [{"line": line.number, "text": line.text} for line in self.draft.unplaced],
            "problems": [{"place": problem.place, "text": problem.text} for problem in self.draft.problems],
        }
        if self.tables is not None:
            found["left"] = [asdict(left) for left in self.tables.left]
            found |= asdict(self.tables.told) if self.tables.told else {}
        if self.others:
            found["others"] = [other.found() for other in self.others]
        return found

    def words(self) -> str:
        """Return what a person is told."""
        is_new = self.tables is None or self.tables.told is None
        lines = [f"Đã nhập “{title_of(self.plan)}”, mã {self.plan.id}: {counted(self.plan)}."] if is_new else []
        lines += told_words(self.tables) if self.tables else []
        lines += [f"  Chú ý, {problem.place}: {problem.text}" for problem in self.draft.problems]
        lines += [f"  Chưa xếp được chỗ, dòng {line.number}: {line.text.strip()}" for line in self.draft.unplaced]
        return "\n".join([*lines, *(other.words() for other in self.others)])

    def told(self) -> tuple[str, ...]:
        """Return the row of the table of results."""
        all_of_them = (self, *self.others)
        held = [count(one.plan) for one in all_of_them]
        plans = f" ({len(all_of_them)} kế hoạch)" if self.others else ""
        return (
            f"đã nhập, mã {self.plan.id}{plans}",
            str(sum(map(_tasks, held))),
            str(sum(one.table_targets for one in held)),
            str(sum(len(one.draft.unplaced) for one in all_of_them)),
            str(sum(len(one.draft.problems) for one in all_of_them)),
        )


@dataclass(frozen=True, slots=True)
class Result:
    """What is kept of a source once it is done: no plan, for there may be hundreds of sources."""

    source: Path
    found: Mapping[str, object]
    words: str = ""
    told: tuple[str, ...] = ()
    error: UserError | None = None


def result_of(source: Path, outcome: Taken | UserError) -> Result:
    """Return what is told of a source."""
    if isinstance(outcome, UserError):
        row = ("không nhập được", "", "", "", "")
        return Result(source, {"source": str(source), "error": str(outcome)}, told=row, error=outcome)
    return Result(source, {"source": str(source), **outcome.found()}, outcome.words(), outcome.told())


def answer(results: Sequence[Result], *, at_length: bool, stopped: bool) -> Answer:
    """Return what is told of several sources: a table, and each source at length where they are few."""
    trouble = tuple(result.error for result in results if result.error)
    words = [result.words for result in results if result.words] if at_length else []
    words.append(_table([_HEAD, *((_name(result.source), *result.told) for result in results)]))
    if stopped:
        words.append("Đã dừng giữa chừng; những tệp trên đã nhập xong.")
    taken = len(results) - len(trouble)
    found = {"files": [result.found for result in results], "taken": taken, "failed": len(trouble), "stopped": stopped}
    return Answer(found, "\n".join(words), trouble, stopped)


def _name(source: Path) -> str:
    """Return what a file is called, in one line that leaves room for the rest of its row."""
    name = one_line(clean(source.name))
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _tasks(held: Counts) -> int:
    return held.table_tasks + held.body_tasks


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines)
