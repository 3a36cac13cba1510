"""How long twenty returned sheets of 500 rows take to be read and merged, beside openpyxl reading the same files."""

import tempfile
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from openpyxl import load_workbook
from xlsxwriter.workbook import Workbook

from tests.bench.figure import Figure
from tests.returned.hands import answer
from tests.returned.office import plan
from tthc_desktop.documents.reading.returned import read_returned
from tthc_desktop.documents.writing.unit_sheets.carrying import write_carried
from tthc_desktop.documents.writing.unit_sheets.page import write_page
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.merge.accepting import accepted
from tthc_desktop.models.merge.known import Known, known_of
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.going_out import Outgoing, Round, outgoing
from tthc_desktop.models.sending.returned import ReturnedSheet
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import shares

FILES, ROWS, TIMES = 20, 500, 3
_AT = datetime(2026, 3, 1, tzinfo=UTC)
_FILLED = (Field.STATUS, Field.PERCENT, Field.RESULT, Field.NUMBER, Field.DAY)


def run() -> Iterable[Figure]:
    """Yield seconds and megabytes; nothing is read twice by either side within a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        paths, known = sheets_in(Path(folder), FILES, ROWS)
        name = f"{FILES} bảng, mỗi bảng {ROWS} hàng"
        ours, peer = alternate(lambda: received(paths, known), lambda: read_plainly(paths))
        yield Figure(f"đọc và đối chiếu {name}", round(ours, 2), "s", "openpyxl đọc các tệp ấy", round(peer, 2))
        ours, peer = peak(lambda: received(paths, known)), peak(lambda: read_plainly(paths))
        yield Figure("bộ nhớ lúc nhiều nhất", round(ours, 1), "MB", "openpyxl đọc các tệp ấy", round(peer, 1))
        sheets = read_returned(paths).sheets
        whole, peer = alternate(lambda: merge(sheets, known), lambda: read_plainly(paths))
        yield Figure("riêng việc đối chiếu", round(whole, 2), "s", "openpyxl đọc các tệp ấy", round(peer, 2))
        half = seconds(lambda: merge(sheets[: FILES // 2], known))
        yield Figure("đối chiếu 20 bảng so với 10 bảng", round(whole / half, 1), "lần", "số bảng", 2)
        yield Figure("ghi thành một thay đổi", round(seconds(lambda: taken(sheets, known)), 3), "s")


def sheets_in(folder: Path, files: int, rows: int) -> tuple[list[Path], Known]:
    """Write filled-in sheets into a folder; return them with what the office knows, which has sent them out empty."""
    random = Random(files)
    register = tuple(Unit(f"u{number}", f"Phòng Nghiệp vụ {number}") for number in range(files))
    made = of_all(plan(rows, 1, "Kế hoạch lớn"), register)
    paths, sendings = [], {}
    for at, share in enumerate(shares(made, register)):
        out = outgoing(share, (), Round(1, _AT), f"{at:02}.xlsx")
        sendings[out.sending.id] = out.sending
        paths.append(folder / out.sending.file)
        paths[-1].write_bytes(filled(out, random))
    return paths, known_in(made, register, sendings)


def of_all(made: Plan, register: Sequence[Unit]) -> Plan:
    """Return the plan with every unit in charge of every task."""
    lead = plain("; ".join(unit.name for unit in register))
    return replace(made, tasks={id_: replace(task, lead=lead) for id_, task in made.tasks.items()})


def known_in(made: Plan, register: Sequence[Unit], sendings: dict[str, Sending]) -> Known:
    return known_of(Holdings({made.id: made}, {}, {unit.id: unit for unit in register}, {}, sendings), _AT)


def filled(out: Outgoing, random: Random) -> bytes:
    """Return the workbook as the unit sends it back: filled in, though nothing was when it went out."""
    rows = {
        work: replace(row, said={name: answer(name, random.randrange(900), random)[0] for name in _FILLED})
        for work, row in out.sent.rows.items()
    }
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    write_page(book, out.share, replace(out.sent, rows=rows), None)
    write_carried(book, out.share, out.sent)
    book.close()
    return file.getvalue()


def received(paths: Sequence[Path], known: Known) -> None:
    merged = merge(read_returned(paths).sheets, known)
    assert sum(file.changed for file in merged.files) == FILES * ROWS * len(_FILLED)


def taken(sheets: Sequence[ReturnedSheet], known: Known) -> None:
    assert accepted(merge(sheets, known), {}, known)


def read_plainly(paths: Sequence[Path]) -> None:
    """Read every value of every sheet, as openpyxl does it when it may not write."""
    for path in paths:
        book = load_workbook(path, read_only=True, data_only=True)
        assert sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True)) > ROWS
        book.close()


def alternate(ours: Callable[[], object], peer: Callable[[], object]) -> tuple[float, float]:
    """Return the median seconds of both, in turns so that a busy machine slows both."""
    pairs = [(seconds(ours), seconds(peer)) for _ in range(TIMES)]
    return median(first for first, _ in pairs), median(second for _, second in pairs)


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of the processor: what else the machine does is not counted."""
    start = process_time()
    work()
    return process_time() - start


def peak(work: Callable[[], object]) -> float:
    """Return the megabytes that Python held at most during the work."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1_000_000
