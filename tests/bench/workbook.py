"""How long a table takes into a workbook and back, and how much memory, beside openpyxl's plain write and read."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.apart import Taken, Work, do_asked, measured
from tests.bench.figure import Figure

ROWS, FEWER = 50_000, 5_000


def run() -> Iterable[Figure]:
    """Yield seconds and memory of the export, as it looks and comes back, and of the import of any other file."""
    with TemporaryDirectory() as named:
        folder = Path(named)
        few = _measured("export", folder / "own.xlsx", FEWER)
        ours, peer, dressed = (_measured(work, folder / f"{work}.xlsx") for work in ("export", "plain", "dressed"))
        yield Figure(f"xuất {ROWS} hàng ra Excel", ours.seconds, "s", "openpyxl, ghi chay", peer.seconds)
        yield Figure("như trên", ours.seconds, "s", "openpyxl, có kẻ ô và phông chữ", dressed.seconds)
        yield Figure("bộ nhớ thêm khi xuất", ours.memory, "MiB", "openpyxl, ghi chay", peer.memory)
        yield Figure("tệp", ours.file, "MB", "openpyxl, ghi chay", peer.file)
        yield Figure(f"xuất so với {FEWER} hàng", round(ours.seconds / few.seconds, 1), "lần", "số hàng", ROWS / FEWER)
        yield from _imports(folder)


def _imports(folder: Path) -> Iterable[Figure]:
    """Yield the same of the way back, from the file that openpyxl wrote."""
    file, fewer = folder / "plain.xlsx", folder / "fewer.xlsx"
    _measured("plain", fewer, FEWER)
    few = _measured("import", fewer, FEWER)
    ours, held, peer = (_measured(work, file) for work in ("import", "again", "read"))
    yield Figure(f"nhập {ROWS} hàng thành kế hoạch", ours.seconds, "s", "openpyxl, đọc chay", peer.seconds)
    yield Figure("bộ nhớ thêm khi nhập", ours.memory, "MiB", "openpyxl, đọc chay", peer.memory)
    yield Figure("nhập lần nữa và đối chiếu, không đọc tệp", held.seconds, "s", "openpyxl, đọc chay", peer.seconds)
    yield Figure(f"nhập so với {FEWER} hàng", round(ours.seconds / few.seconds, 1), "lần", "số hàng", ROWS / FEWER)


def _measured(work: str, file: Path, rows: int = ROWS) -> Taken:
    return measured("tests.bench.workbook", work, file, rows)


def export(file: Path, rows: int) -> Callable[[], object]:
    """Write a plan as the program does: merges, heights, styles, identities."""
    from tests.bench.table_print import plan_of  # noqa: PLC0415
    from tthc_desktop.documents.writing.workbook import workbook  # noqa: PLC0415

    plan = plan_of(rows)
    return lambda: file.write_bytes(workbook(plan))


def plain(file: Path, rows: int, *, dressed: bool = False) -> Callable[[], object]:
    """Write the words of the cells with openpyxl: no merge, no height; `dressed` adds what each cell looks like."""
    from tests.bench.table_print import plan_of  # noqa: PLC0415
    from tthc_desktop.models.outline import tables  # noqa: PLC0415

    plan = plan_of(rows)
    ((table, _),) = tables(plan)

    def write() -> None:
        from openpyxl import Workbook  # noqa: PLC0415

        from tthc_desktop.cli.rows import row_cells  # noqa: PLC0415
        from tthc_desktop.models.table import RowKind, numbers  # noqa: PLC0415

        book = Workbook()
        sheet = book.worksheets[0]
        sheet.append([str(column.title) for column in table.columns])
        for row, number in zip(table.rows, numbers(table), strict=True):
            cells = row_cells(plan, table, row, number)
            sheet.append([number, str(row.title)] if row.kind is RowKind.GROUP else cells)
        if dressed:
            dress(sheet)
        book.save(file)

    return write


def dress(sheet: object) -> None:
    """Give every cell the look that it has in print."""
    from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415
    from openpyxl.worksheet.worksheet import Worksheet  # noqa: PLC0415

    assert isinstance(sheet, Worksheet)
    side = Side("thin")
    look = Font("Times New Roman", 12), Alignment(wrap_text=True), Border(side, side, side, side)
    for cell in (cell for line in sheet.iter_rows() for cell in line):
        cell.font, cell.alignment, cell.border = look


def read_in(file: Path, rows: int) -> Callable[[], object]:
    """Read the file, find its table and its columns, and make a plan of it with every doubt."""
    from tthc_desktop.documents.reading.sheets.reading import read_book  # noqa: PLC0415
    from tthc_desktop.documents.reading.sheets.tables.workbook import read_draft  # noqa: PLC0415

    def read() -> None:
        assert len(read_draft(read_book(file)).plan.tasks) == rows

    return read


def again(file: Path, _: int) -> Callable[[], object]:
    """Hold the same file, already read, against the plan that was made of it: every row is found, nothing is new."""
    from tthc_desktop.documents.reading.sheets.reading import read_book  # noqa: PLC0415
    from tthc_desktop.documents.reading.sheets.tables.workbook import incoming_for, read_draft  # noqa: PLC0415
    from tthc_desktop.models.reconciling.comparing import reconcile  # noqa: PLC0415
    from tthc_desktop.models.reconciling.taking import taken  # noqa: PLC0415

    book = read_book(file)
    plan = read_draft(book).plan

    def hold() -> None:
        assert taken(plan, reconcile(plan, incoming_for(plan, book))) is plan

    return hold


def read_plainly(file: Path, _: int) -> Callable[[], object]:
    """Read every value with openpyxl, which keeps the cells as we do."""
    from openpyxl import load_workbook  # noqa: PLC0415

    return lambda: [[cell.value for cell in row] for row in load_workbook(file).worksheets[0].iter_rows()]


_WORKS: dict[str, Work] = {
    "export": export,
    "plain": plain,
    "dressed": lambda file, rows: plain(file, rows, dressed=True),
    "import": read_in,
    "again": again,
    "read": read_plainly,
}


if __name__ == "__main__":
    do_asked(_WORKS)
