"""How long a table takes into a Word file, and how much memory, beside python-docx's plain way of writing its words."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.apart import Taken, do_asked, measured
from tests.bench.figure import Figure

ROWS, FEWER = 5_000, 500


def run() -> Iterable[Figure]:
    """Yield seconds and memory of the Word file as it looks and comes back, and of other forms of the same table."""
    with TemporaryDirectory() as named:
        folder = Path(named)
        few, few_plain = (_measured(work, folder / f"{work}-few.docx", FEWER) for work in ("word", "plain"))
        ours, peer, paper = (_measured(work, folder / f"{work}.docx") for work in ("word", "plain", "paper"))
        yield Figure(f"xuất {FEWER} hàng ra Word", few.seconds, "s", "python-docx, ghi chay", few_plain.seconds)
        yield Figure(f"xuất {ROWS} hàng ra Word", ours.seconds, "s", "python-docx, ghi chay", peer.seconds)
        yield Figure("như trên", ours.seconds, "s", "in ra PDF", paper.seconds)
        yield Figure("bộ nhớ thêm khi xuất", ours.memory, "MiB", "python-docx, ghi chay", peer.memory)
        yield Figure("tệp", ours.file, "MB", "python-docx, ghi chay", peer.file)
        yield Figure(f"xuất so với {FEWER} hàng", round(ours.seconds / few.seconds, 1), "lần", "số hàng", ROWS / FEWER)


def _measured(work: str, file: Path, rows: int = ROWS) -> Taken:
    return measured("tests.bench.word", work, file, rows)


def word(file: Path, rows: int) -> Callable[[], object]:
    """Write a plan as the program does: styles, widths, merges, numbers, identities."""
    from tests.bench.table_print import plan_of  # noqa: PLC0415
    from tthc_desktop.documents.writing.word import render  # noqa: PLC0415

    plan = plan_of(rows)
    return lambda: file.write_bytes(render(plan))


def paper(file: Path, rows: int) -> Callable[[], object]:
    """Print the same plan."""
    from tests.bench.table_print import plan_of  # noqa: PLC0415
    from tthc_desktop.documents.writing.pdf import render  # noqa: PLC0415

    plan = plan_of(rows)
    return lambda: file.write_bytes(render(plan))


def plain(file: Path, rows: int) -> Callable[[], object]:
    """Write the words of the cells with python-docx, row by row: no style, no width, no merge."""
    from docx import Document  # noqa: PLC0415

    from tests.bench.table_print import plan_of  # noqa: PLC0415
    from tthc_desktop.models.outline import tables  # noqa: PLC0415
    from tthc_desktop.models.plan import cell  # noqa: PLC0415

    plan = plan_of(rows)
    ((table, _),) = tables(plan)

    def write() -> None:
        document = Document()
        made = document.add_table(rows=len(table.rows), cols=len(table.columns))
        for row, into in zip(table.rows, made.rows, strict=True):
            for column, place in zip(table.columns, into.cells, strict=True):
                place.text = str(cell(plan, row, column))
        document.save(str(file))

    return write


if __name__ == "__main__":
    do_asked({"word": word, "paper": paper, "plain": plain})
