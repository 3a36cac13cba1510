"""How long a signed PDF of many pages takes to be verified and held against its plan, beside poppler's tools."""

import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.figure import Figure
from tests.signatures import SIGNED_AT, office_signs, person, sign
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.signing.reading import read_signed
from tthc_desktop.documents.signing.verifying import verify
from tthc_desktop.documents.writing.pdf import rendered
from tthc_desktop.models.comparison.passages import Passage, departures
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.text import plain

ITEMS, WORDS = 2_200, 60
_SYLLABLES = "rà soát thủ tục hành chính văn phòng sở phối hợp đơn vị kiểm tra báo cáo kết quả quý năm công bố danh mục"


def run() -> Iterable[Figure]:
    """Yield the seconds of verifying, of a whole reading of our own print, and of the comparison of words alone."""
    plan = _plan()
    print_ = rendered(plan)
    at = SIGNED_AT.replace(year=2026)
    data = office_signs(sign(print_.data, person(), "A", at), "15", "KH-SCT", at)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ky.pdf"
        file.write_bytes(data)
        pdfsig, pdftotext = (_seconds(_tool(name, file)) for name in ("pdfsig", "pdftotext"))
    yield Figure(f"kiểm 2 chữ ký của {print_.pages} trang", _seconds(lambda: verify(data)), "s", "pdfsig", pdfsig)
    whole = _seconds(lambda: read_signed(data, "ky.pdf", plan))
    yield Figure(
        "như trên, cả in và đối chiếu lời văn", whole, "s", "pdfsig và pdftotext", round(pdfsig + pdftotext, 2)
    )
    words = [Passage(str(node.text), 1) for node in plan.body if isinstance(node, Item)]
    other = [one if at % 50 else Passage(f"{one.words} khác") for at, one in enumerate(words)]
    seconds = _seconds(lambda: departures(words, other))
    yield Figure(f"so {ITEMS * WORDS} chữ, {len(words) // 50} chỗ khác", seconds, "s")


def _plan() -> Plan:
    chance, known = Random(3), _SYLLABLES.split()
    sentences = (" ".join(chance.choices(known, k=WORDS)) for _ in range(ITEMS))
    items = (Item(new_id(), Mark.ARABIC, plain(f"{words} {at}.")) for at, words in enumerate(sentences))
    plan = sample_plan()
    return replace(plan, body=(*plan.body, *items))


def _tool(name: str, file: Path) -> Callable[[], object]:
    command = [name, str(file), *(["-"] if name == "pdftotext" else [])]
    return lambda: subprocess.run(command, check=False, capture_output=True)


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return round(perf_counter() - begun, 2)
