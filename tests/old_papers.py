"""Folders of old papers as an office has them: plans of some years, the same one twice, files that are none."""

from pathlib import Path

from tests.flows.paper import PAPER
from tthc_desktop.documents.exchange import to_json
from tthc_desktop.documents.sample import sample_plan


def paper_of(year: int) -> str:
    """Return an invented plan of a year."""
    return PAPER.replace("2030", str(year)).replace("Số: 12", f"Số: {year - 2000}")


def folder_of_papers(folder: Path, years: range = range(2021, 2027)) -> Path:
    """Write plans of some years, one of them twice, an export, a letter, an empty file and a broken one."""
    (folder / "cu").mkdir(parents=True)
    for year in years:
        (folder / f"ke-hoach-{year}.txt").write_text(paper_of(year), encoding="utf-8")
    first = years[0]
    (folder / "cu" / f"ke-hoach-{first} (bản sao).txt").write_text(paper_of(first), encoding="utf-8")
    (folder / "cu" / f"ke-hoach-{first}-ban-ky.md").write_text(f"{paper_of(first)}\n", encoding="utf-8")
    (folder / "mau.json").write_text(to_json(sample_plan()), encoding="utf-8")
    (folder / "nhat-ky.txt").write_text("Họp giao ban.\nMua giấy in.\n", encoding="utf-8")
    (folder / "rong.txt").write_bytes(b"")
    (folder / "hong.xlsx").write_bytes(b"PK\x03\x04khong phai bang tinh")
    (folder / "anh.png").write_bytes(b"\x89PNG")
    return folder
