"""How long a table takes into a workbook and how much memory, beside openpyxl's plain write of the same cells."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import process_time

from tests.bench.figure import Figure
from tests.bench.table_print import plan_of
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import RowKind, numbers

ROWS = 50_000


def run() -> Iterable[Figure]:
    """Yield seconds and memory of the export, with merges, heights, styles and identities, and of the plain write."""
    with TemporaryDirectory() as folder:
        ours, peer, dressed = (_measured(work, Path(folder)) for work in _WORKS)
    yield Figure(f"xuất {ROWS} hàng ra Excel", ours[0], "s", "openpyxl, ghi chay", peer[0])
    yield Figure("như trên", ours[0], "s", "openpyxl, có kẻ ô và phông chữ", dressed[0])
    yield Figure("bộ nhớ thêm khi xuất", ours[1], "MiB", "openpyxl, ghi chay", peer[1])
    yield Figure("tệp", ours[2], "MB", "openpyxl, ghi chay", peer[2])


def _measured(work: str, folder: Path) -> tuple[float, float, float]:
    """Return what a child takes: seconds of the processor, mebibytes beyond the plan itself, megabytes of the file."""
    command = [sys.executable, "-m", "tests.bench.workbook", work, str(folder / f"{work}.xlsx")]
    done = subprocess.run(command, check=True, capture_output=True)
    seconds, memory = json.loads(done.stdout)
    return round(seconds, 2), round(memory), round((folder / f"{work}.xlsx").stat().st_size / 1e6, 1)


def export(plan: Plan, out: Path) -> None:
    """Write the plan as the program does."""
    from tthc_desktop.documents.writing.workbook import workbook  # noqa: PLC0415 - not in the peer's child

    out.write_bytes(workbook(plan))


def plain(plan: Plan, out: Path, *, dressed: bool = False) -> None:
    """Write the words of the cells with openpyxl: no merge, no height; `dressed` adds what each cell looks like."""
    from openpyxl import Workbook  # noqa: PLC0415 - not in our child
    from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415

    from tthc_desktop.cli.rows import row_cells  # noqa: PLC0415

    book = Workbook()
    sheet = book.create_sheet("Bảng")
    for table, _ in tables(plan):
        for row, number in zip(table.rows, numbers(table), strict=True):
            cells = row_cells(plan, table, row, number)
            sheet.append([number, str(row.title)] if row.kind is RowKind.GROUP else cells)
    look = (
        Font("Times New Roman", 12),
        Alignment(wrap_text=True),
        Border(Side("thin"), Side("thin"), Side("thin"), Side("thin")),
    )
    for cell in (cell for line in sheet.iter_rows() for cell in line if dressed):
        cell.font, cell.alignment, cell.border = look
    book.save(out)


_WORKS: dict[str, Callable[[Plan, Path], None]] = {
    "export": export,
    "plain": plain,
    "dressed": partial(plain, dressed=True),
}


def main(work: str, out: str) -> None:
    """Do one of the works in this process and print what it took."""
    plan = plan_of(ROWS)
    before, start = _peak(), process_time()
    _WORKS[work](plan, Path(out))
    print(json.dumps([process_time() - start, _peak() - before]))


def _peak() -> float:
    """Return the most memory that this process has had, in mebibytes."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
