"""Good files of each kind, made by our writers, by other libraries or kept beside the tests: what is then harmed."""

import json
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pikepdf
from openpyxl import load_workbook

from tests.documents.reading.pdf.test_damaged import WHOLE, WORDS, handmade
from tests.documents.reading.sheets import made as sheets
from tests.documents.reading.word import made as word
from tests.papers.word_layouts import LAYOUTS
from tests.papers.word_layouts import made as layout
from tests.plan_papers import paper
from tests.random_papers import random_plan
from tests.signatures import office_signs, person
from tests.signatures import sign as person_signs
from tests.signing_means import LEADER, hand, p12, seal, seen_through
from tests.ui.papers import little_plan
from tests.unit_sheets import AT, DONE, DUE, FIGURES, sent, share
from tthc_desktop.documents.writing.endings import written
from tthc_desktop.documents.writing.everything import write_everything
from tthc_desktop.documents.writing.unit_sheets import unit_sheet
from tthc_desktop.models.backups.values import Backup, Content, Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.office import Office
from tthc_desktop.storage.backups.cards import write_card
from tthc_desktop.storage.backups.folders import card_of
from tthc_desktop.updating.package import MANIFEST, PROGRAM

DATA = Path(__file__).parents[1] / "data"
_SEEDS = range(6)


def texts() -> Iterator[bytes]:
    """Yield plans as text, of each kind that an extraction leaves, in several encodings."""
    for path in sorted(DATA.glob("plans/*.txt")):
        if len(data := path.read_bytes()) < 20_000:
            yield data
    for seed in _SEEDS:
        yield paper(seed).text.encode()
    said = paper(1).text
    yield said.encode("utf-16")
    yield unicodedata.normalize("NFD", said).encode("utf-8-sig")


def exports() -> Iterator[bytes]:
    """Yield plans in our own JSON."""
    yield written(little_plan(), ".json")
    for seed in _SEEDS:
        yield written(random_plan(seed), ".json")


def words() -> Iterator[bytes]:
    """Yield Word files of ours and as others lay them out."""
    yield written(little_plan(), ".docx")
    for seed in _SEEDS:
        yield written(random_plan(seed), ".docx")
    for seed, name in enumerate(LAYOUTS):
        yield layout(name, seed).data
    yield word.word_file(word.table(word.row(word.cell(word.paragraph("một")))) + word.paragraph("hai"))


def prints() -> Iterator[bytes]:
    """Yield PDF files, also as their objects are seen by a reader of bytes."""
    made = [written(little_plan(), ".pdf"), *(written(random_plan(seed), ".pdf") for seed in _SEEDS[:3])]
    for data in (*made, WHOLE, handmade(WORDS)):
        yield data
        yield _open(data)
    yield from signed()


def signed() -> Iterator[bytes]:
    """Yield signed PDF files."""
    data = written(little_plan(), ".pdf")
    once = person_signs(data, person(*LEADER), "NguoiKy")
    yield from (once, office_signs(once), office_signs(WHOLE))


def _open(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        document.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def workbooks() -> Iterator[bytes]:
    """Yield workbooks of ours, units' sheets among them, and of others."""
    yield written(little_plan(), ".xlsx")
    for seed in _SEEDS[:3]:
        yield written(random_plan(seed), ".xlsx")
    of = share()
    said = {row.work_id: DONE if place % 2 else FIGURES for place, row in enumerate(of.rows) if row.work_id}
    sheet = unit_sheet(of, sent(of, said), DUE)
    yield sheet
    out = BytesIO()
    load_workbook(BytesIO(sheet)).save(out)
    yield out.getvalue()
    yield (DATA / "sheets" / "moi-loai.xlsx").read_bytes()
    row = "".join(
        sheets.text_cell(f"{letter}1", said) for letter, said in zip("ABC", ("STT", "Nội dung", "Hạn"), strict=True)
    )
    with TemporaryDirectory() as folder:
        yield sheets.packed(Path(folder) / "a.xlsx", sheets.parts(f'<row r="1">{row}</row>')).read_bytes()


def old_workbooks() -> Iterator[bytes]:
    yield (DATA / "sheets" / "moi-loai.xls").read_bytes()


def open_workbooks() -> Iterator[bytes]:
    """Yield workbooks of OpenDocument."""
    yield (DATA / "sheets" / "moi-loai.ods").read_bytes()
    row = "".join(sheets.ods_cell(said) for said in ("STT", "Nội dung", "Thời hạn"))
    with TemporaryDirectory() as folder:
        held = sheets.ods_parts(f'<table:table table:name="B"><table:table-row>{row}</table:table-row></table:table>')
        yield sheets.packed(Path(folder) / "a.ods", held).read_bytes()


def separated() -> Iterator[bytes]:
    """Yield tables kept as text."""
    for sign in ";,\t|":
        rows = ["STT|Nội dung|Chủ trì|Thời hạn", "1|Rà soát|Phòng A|Quý I", '2|"Đo ""lại"""|Phòng B|31/12/2025']
        yield "\r\n".join(rows).replace("|", sign).encode("utf-8-sig")
    yield b'sep=;\r\n="001";=1+1;x'


def pages() -> Iterator[bytes]:
    """Yield web pages, as browsers and offices copy and keep them."""
    for path in sorted(DATA.glob("clipboard/*.html")):
        yield path.read_bytes()
    yield "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html><body><p>Kế hoạch</p></body></html>".encode()


def copied() -> Iterator[bytes]:
    """Yield words as they lie on the clipboard."""
    for ending in ("txt", "plain"):
        for path in sorted(DATA.glob(f"clipboard/*.{ending}")):
            yield path.read_bytes()
    yield from separated()


def archives() -> Iterator[bytes]:
    """Yield archives of all papers."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tất cả.zip"
        write_everything(path, [little_plan(), random_plan(0)], lambda _: b"%PDF-1.4 kept")
        yield path.read_bytes()


def certificates() -> Iterator[bytes]:
    yield p12()


def roots() -> Iterator[bytes]:
    """Yield certificates of authorities."""
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - beside what signs

    root = person(*LEADER).root
    yield from (root.public_bytes(Encoding.DER), root.public_bytes(Encoding.PEM))


def pictures() -> Iterator[bytes]:
    """Yield pictures of hands and seals."""
    yield from (hand(), seal(), *(seen_through(mode) for mode in ("RGBA", "LA", "P", "L", "RGB")))


def offices() -> Iterator[bytes]:
    """Yield the file of an office with a plan."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.tthc"
        with Office.open(path) as office:
            office.change(Change("Thêm", ((None, little_plan()),)))
        yield path.read_bytes()


def cards() -> Iterator[bytes]:
    """Yield the card beside a backup."""
    content = Content(1, 4, 1, 2, 3, 1, 9, ("Kế hoạch năm 2030",))
    backup = Backup(AT, Reason.DAY, "0006", content, "ab" * 32, "cd" * 32, 4096, sound=True, encrypted=False)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.tthc"
        write_card(path, backup)
        yield card_of(path).read_bytes()


def updates() -> Iterator[bytes]:
    """Yield a package that brings a new version of the program."""
    manifest = {
        "program": PROGRAM, "version": "9.9.9", "system": "linux-x86_64", "contents": "app-9.9.9",
        "programs": ["tthc-desktop"], "files": {"tthc-desktop": {"sha256": "ab" * 32, "size": 3, "runs": True}},
    }  # fmt: skip
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(MANIFEST, json.dumps(manifest))
        archive.writestr("tthc-desktop", "xyz")
    yield out.getvalue()


def phrases() -> Iterator[bytes]:
    """Yield what clerks write into single cells."""
    for said in (
        "Trước ngày 15/6/2025; báo cáo quý trước ngày 05 tháng cuối quý",
        "Quý I, II/2025 và 6 tháng cuối năm; thường xuyên, hằng tháng",
        "Sau 05 ngày làm việc kể từ ngày Quyết định số 12/QĐ-UBND có hiệu lực",
        "Sở Nội vụ; Văn phòng UBND tỉnh; các sở, ban, ngành; UBND các xã, phường (Phòng Văn hóa - Xã hội)",
        "Tối thiểu 80% hồ sơ, trong đó ≥ 70,5% trực tuyến; giảm 1.250 giờ so với năm 2024",
        "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ; Thông tư số 01/2020/TT-VPCP",
    ):
        yield said.encode()
