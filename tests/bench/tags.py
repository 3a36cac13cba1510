"""What tags and PDF/A cost: a print beside the same one without them, and what is more beside the layout alone."""

import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from unittest.mock import patch

from tests.bench.apart import Taken, do_asked, measured
from tests.bench.figure import Figure
from tests.documents.writing.pdf.building import item, make_plan, sentence, task_table, with_table
from tthc_desktop.documents.writing.pdf import layout, render
from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.paper import Paper
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import PrintForm

ROWS, PARAGRAPHS, RUNS = (500, 5000), 150, 5


class Bare(Paper):
    """A sheet that tells nothing of what is drawn on it, and no colours or metadata."""

    def section(self, _element: Element) -> None:
        """Begin no part."""

    def element(self, _element: Element | None) -> None:
        """Say nothing."""

    def _tell(self) -> None:
        self._is_told = True

    def finished(self) -> bytes:
        self.save()
        return self._file.getvalue()


def run() -> Iterable[Figure]:
    """Yield seconds of the processor and bytes of each plan, and the memory of a table of thousands of rows."""
    taken = apart(ROWS[-1])  # first: a process begins with the peak of the one that started it
    yield Figure(f"bộ nhớ thêm khi in {ROWS[-1]} hàng", taken.memory, "MiB", "giới hạn cả thảy", 150)
    for name, plan in (("30 trang chữ", text_plan()), *((f"bảng {rows} hàng", table_plan(rows)) for rows in ROWS)):
        yield from beside(name, plan)


def beside(name: str, plan: Plan) -> Iterable[Figure]:
    form = PrintForm(fields=False)
    laid = layout.lay_out(plan, form=form)
    tagged = partial(layout.draw, laid, range(len(laid.pages)))

    def bare() -> bytes:
        with patch.object(layout, "Paper", Bare):
            return tagged()

    full, less, set_again = alternate(tagged, bare, partial(layout.lay_out, plan, form=form))
    yield Figure(f"thẻ và PDF/A, {name}", round(full - less, 3), "s", "dàn trang", round(set_again, 3))
    yield Figure(f"vẽ có thẻ, {name}", round(full, 3), "s", "vẽ không thẻ", round(less, 3))
    yield Figure(f"tệp có thẻ, {name}", round(len(tagged()) / 1e6, 2), "MB", "không thẻ", round(len(bare()) / 1e6, 2))


def alternate(*works: Callable[[], object]) -> list[float]:
    """Return the median seconds of each work, done in turns so that a busy machine is busy for all."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for found, work in zip(times, works, strict=True):
            start = process_time()
            work()
            found.append(process_time() - start)
    return list(map(median, times))


def text_plan() -> Plan:
    random = Random(30)
    return make_plan(*(item(Mark.ARABIC, sentence(random, random.randint(60, 110))) for _ in range(PARAGRAPHS)))


def table_plan(rows: int) -> Plan:
    return with_table(*task_table(Random(rows), rows))


def apart(rows: int) -> Taken:
    """Print a table in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return measured(__name__, "print", Path(folder) / "in.pdf", rows)


def _print(file: Path, rows: int) -> Callable[[], object]:
    plan = table_plan(rows)
    render(table_plan(1))
    return lambda: file.write_bytes(render(plan))


if __name__ == "__main__":
    do_asked({"print": _print})
