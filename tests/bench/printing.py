"""How long plans take to print, tagged and as PDF/A, beside Typst, WeasyPrint and LibreOffice setting the same words.

Seconds of the processor, each in a process of its own; a process that is started, libraries loaded and the source in
the other's language are not counted. LibreOffice opens our own Word file. `TTHC_BENCH_ROWS` is the largest table that
it is given: its time grows with the square.
"""

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from unittest.mock import patch

from tests.bench.apart import Taken, do_asked, measured
from tests.bench.figure import Figure
from tests.bench.table_print import plan_of
from tthc_desktop.models.plan import Plan

PLANS, ROWS, PAGES = (1, 2, 3, 4, 5), (500, 2000, 5000), (30, 300)
PEERS = {"typst": "Typst", "weasyprint": "WeasyPrint", "soffice": "LibreOffice"}
SUITE_ROWS = int(os.environ.get("TTHC_BENCH_ROWS", "2000"))
TIMES, ENOUGH = 3, 20.0
EDITS = 20


def run() -> Iterable[Figure]:
    """Yield the seconds of each paper beside each other typesetter; then growth, memory, what tags cost, an edit."""
    with TemporaryDirectory() as named:
        taken: dict[int, Taken] = {}
        for which in (*PLANS, *PAGES, *ROWS):
            taken[which] = _measured("ours", Path(named), which)
            for work, peer in PEERS.items():
                if work != "soffice" or which <= SUITE_ROWS:
                    theirs = _measured(work, Path(named), which)
                    yield Figure(f"in {_name(which)}", taken[which].seconds, "s", peer, theirs.seconds)
                    if which == ROWS[-1]:
                        yield Figure("như trên, bộ nhớ thêm", taken[which].memory, "MiB", peer, theirs.memory)
                        yield Figure("như trên, tệp", taken[which].file, "MB", peer, theirs.file)
    few, many = ROWS[0], ROWS[-1]
    grown = round(taken[many].seconds / taken[few].seconds, 1)
    yield Figure(f"in {many} hàng so với {few} hàng", grown, "lần", "số hàng", many / few)
    yield from _tagged(plan_of(many))
    yield from _edited(plan_of(many))


def _name(which: int) -> str:
    if which in PLANS:
        return f"kế hoạch mẫu thứ {which}"
    return f"kế hoạch {which} trang" if which in PAGES else f"phụ lục {which} hàng"


def _measured(work: str, folder: Path, which: int) -> Taken:
    """Return what a work takes when nothing comes in between: the least of three times, of a long one at once."""
    found = [measured("tests.bench.printing", work, folder / f"{work}.pdf", which)]
    while len(found) < TIMES and sum(taken.seconds for taken in found) < ENOUGH:
        found.append(measured("tests.bench.printing", work, folder / f"{work}.pdf", which))
    return min(found)


# What is printed


def paper_of(which: int) -> Plan:
    """Return one of the real plans, a plan of many pages, or one with a table of so many rows."""
    if which in PAGES:
        return _long_plan(max(1, which // 22))
    return _real_plan(which) if which in PLANS else plan_of(which)


def _real_plan(which: int) -> Plan:
    from tests.conftest import real_plans  # noqa: PLC0415
    from tthc_desktop.documents.reading.text import read_text  # noqa: PLC0415

    path = sorted(real_plans("seeds").glob("*.txt"))[which - 1]
    return read_text(path.read_text(encoding="utf-8")).plan


def _long_plan(times: int) -> Plan:
    """Return a plan of text and tables, some 22 pages so many times."""
    from dataclasses import replace  # noqa: PLC0415

    from tests.bench.preview import text_plan  # noqa: PLC0415
    from tthc_desktop.models.copying import copy_plan  # noqa: PLC0415

    parts = [copy_plan(text_plan()) for _ in range(times)]
    body = tuple(item for part in parts for item in part.body)
    tasks = {id_: task for part in parts for id_, task in part.tasks.items()}
    return replace(parts[0], body=body, tasks=tasks)


# By whom


def ours(file: Path, which: int) -> Callable[[], object]:
    """Print as the program does."""
    from tthc_desktop.documents.writing.pdf import render  # noqa: PLC0415

    plan = paper_of(which)
    render(plan_of(1))
    return lambda: file.write_bytes(render(plan))


def typst(file: Path, which: int) -> Callable[[], object]:
    """Set the same words with Typst, tagged and as PDF/A-2b too."""
    from typst import Compiler, Fonts  # noqa: PLC0415

    from tests.bench.typesetters import typst_source  # noqa: PLC0415
    from tthc_desktop.resources import resource  # noqa: PLC0415

    fonts = Fonts(include_system_fonts=False, font_paths=[str(resource("fonts"))])
    source = typst_source(paper_of(which)).encode()

    def compiled() -> None:
        made = Compiler(source, font_paths=fonts).compile(pdf_standards=["a-2b"])
        assert isinstance(made, bytes)
        file.write_bytes(made)

    return compiled


def weasyprint(file: Path, which: int) -> Callable[[], object]:
    """Set the same words with WeasyPrint, as it does by itself."""
    from weasyprint import HTML  # type: ignore[import-untyped]  # noqa: PLC0415

    from tests.bench.typesetters import html_source  # noqa: PLC0415

    HTML(string="<p>chữ").write_pdf()
    source = html_source(paper_of(which))
    return lambda: HTML(string=source).write_pdf(file)


def soffice(file: Path, which: int) -> Callable[[], object]:
    """Convert our Word file with LibreOffice, which has been started before and has its profile."""
    from tthc_desktop.documents.writing.word import render  # noqa: PLC0415

    def converted(path: Path) -> None:
        profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
        subprocess.run(command, check=True, capture_output=True)

    first, path = file.with_name("first.docx"), file.with_suffix(".docx")
    first.write_bytes(render(plan_of(1)))
    path.write_bytes(render(paper_of(which)))
    converted(first)
    return partial(converted, path)


# Parts of our own print


def _tagged(plan: Plan) -> Iterator[Figure]:
    """Yield what tags and PDF/A take beside the layout itself, and how large they make the file."""
    from tthc_desktop.documents.writing.pdf import draw, lay_out  # noqa: PLC0415

    layout = lay_out(plan)
    pages = range(len(layout.pages))
    whole, bare, alone = [], [], []
    for _ in range(TIMES):
        whole.append(_seconds(lambda: draw(layout, pages)))
        with untagged():
            bare.append(_seconds(lambda: draw(layout, pages)))
        alone.append(_seconds(lambda: lay_out(plan)))
    cost = round(median(whole) - median(bare), 2)
    yield Figure(f"thẻ đọc màn hình và PDF/A, {ROWS[-1]} hàng", cost, "s", "dàn trang", round(median(alone), 2))
    with untagged():
        size = len(draw(layout, pages))
    yield Figure("như trên, tệp", round(len(draw(layout, pages)) / 1e6, 2), "MB", "không thẻ", round(size / 1e6, 2))


@contextmanager
def untagged() -> Iterator[None]:
    """Print meanwhile as if nobody had to hear or to archive it."""
    from tthc_desktop.documents.writing.pdf import paper, structure  # noqa: PLC0415

    with (
        patch.object(structure.Structure, "write", _nothing),
        patch.object(paper, "make_archival", _nothing),
        patch.object(paper.Paper, "element", _nothing),
    ):
        yield


def _nothing(*_: object) -> None:
    pass


def _edited(plan: Plan) -> Iterator[Figure]:
    """Yield how long a changed word takes to its page in the preview, beside printing everything."""
    from tests.bench.preview import one_word_more  # noqa: PLC0415
    from tthc_desktop.documents.writing.pdf import draw, lay_out, render  # noqa: PLC0415

    random, layout, times = Random(7), lay_out(plan), []
    for _ in range(EDITS):
        owner, plan = one_word_more(random, plan)
        start = process_time()
        layout = lay_out(plan, layout)
        draw(layout, [layout.places[owner][0]])
        times.append(process_time() - start)
    whole = median(_seconds(lambda: render(plan)) for _ in range(TIMES))
    yield Figure(
        f"sửa một chữ, {ROWS[-1]} hàng, tới trang ấy", round(median(times), 3), "s", "in từ đầu", round(whole, 2)
    )


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    do_asked({work.__name__: work for work in (ours, typst, weasyprint, soffice)})
