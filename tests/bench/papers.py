"""How many pages a second of processor time are read from PDF and Word files, beside pdftotext and python-docx."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

from tests.bench.figure import Figure
from tests.bench.table_print import plan_of
from tests.plan_papers import paper
from tthc_desktop.documents.reading.files import read_file
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.writing import pdf, word

ROWS, FILES, TIMES = 2_620, 200, 3
"""Rows that fill some 300 pages, the files of a folder, and how often each file is read."""
_PEAK = (
    "import sys; from pathlib import Path; from resource import RUSAGE_SELF, getrusage\n"
    "from tthc_desktop.documents.reading.files import read_file\n"
    "for name in sys.argv[1:]: read_file(Path(name))\n"
    "print(getrusage(RUSAGE_SELF).ru_maxrss)"
)
"""Reads files in a process of its own, and prints the most memory that it had, in kilobytes."""


def run(rows: int = ROWS, files: int = FILES) -> Iterable[Figure]:
    """Yield pages and files a second, and megabytes at the peak."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = plan_of(rows)
        printed, written = folder / "dai.pdf", folder / "dai.docx"
        printed.write_bytes(pdf.render(plan))
        written.write_bytes(word.render(plan))
        pages = len(PdfReader(printed).pages)
        yield _pages("PDF", pages, printed, "pdftotext -layout", _pdftotext)
        yield Figure(f"bộ nhớ cao nhất, PDF {pages} trang", peak(printed), "MB")
        yield _pages("Word", pages, written, "python-docx, chữ của từng đoạn", _python_docx)
        yield Figure(f"bộ nhớ cao nhất, Word {pages} trang", peak(written), "MB")
        papers = _folder(folder / "nhieu", files)
        taken = timed(lambda: [read_file(path) for path in papers])
        peer = timed(lambda: [(_pdftotext if path.suffix == ".pdf" else _python_docx)(path) for path in papers])
        rate, peer_rate = round(files / taken, 1), round(files / peer, 1)
        yield Figure(f"thư mục {files} tệp", rate, "tệp/s", "pdftotext, python-docx", peer_rate)
        yield Figure(f"bộ nhớ cao nhất, thư mục {files} tệp", peak(*papers), "MB")


def _pages(kind: str, pages: int, path: Path, peer: str, plain: Callable[[Path], object]) -> Figure:
    ours, theirs = [], []
    for _ in range(TIMES):
        ours.append(timed(lambda: read_file(path)))
        theirs.append(timed(lambda: plain(path)))
    return Figure(f"đọc {kind} {pages} trang", *_rate(pages, ours), peer, _rate(pages, theirs)[0])


def _rate(pages: int, seconds: list[float]) -> tuple[float, str]:
    return round(pages / median(seconds)), "trang/s"


def _pdftotext(path: Path) -> object:
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True)


def _python_docx(path: Path) -> object:
    """Read the words of each paragraph, within tables too."""
    document = Document(str(path))
    return [Paragraph(one, document).text for one in document.element.body.iter(qn("w:p"))]


def _folder(folder: Path, files: int) -> list[Path]:
    """Write papers of one to three pages, every other one as PDF."""
    folder.mkdir()
    for seed in range(files):
        plan = read_text(paper(seed).text).plan
        ending, render = ("pdf", pdf.render) if seed % 2 else ("docx", word.render)
        (folder / f"{seed}.{ending}").write_bytes(render(plan))
    return sorted(folder.iterdir())


def peak(*paths: Path) -> int:
    """Return how many megabytes it takes at most to read some files one after the other."""
    done = subprocess.run([sys.executable, "-c", _PEAK, *paths], check=True, capture_output=True, text=True)
    return round(int(done.stdout) / 1024)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that work takes, also in programs that it starts."""
    start = _spent()
    work()
    return _spent() - start


def _spent() -> float:
    return sum(os.times()[:4])
