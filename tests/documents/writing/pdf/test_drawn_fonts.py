"""Times New Roman of the PC: found, checked glyph by glyph, drawn with; and the bundled font where it is not whole."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pypdf import PdfReader

from tests.documents.writing.pdf.building import item, make_plan
from tthc_desktop.documents.writing.pdf import drawn_fonts, lay_out, render
from tthc_desktop.documents.writing.pdf.drawn_fonts import OWN, TIMES, Chosen, choose, font_told
from tthc_desktop.documents.writing.pdf.fonts import family
from tthc_desktop.documents.writing.pdf.system_times import folders, found_files
from tthc_desktop.models.numbering import Mark
from tthc_desktop.resources import resource

FACES = {
    "Regular": ("times.ttf", "TimesNewRomanPSMT"),
    "Bold": ("Times_New_Roman_Bold.ttf", "TimesNewRomanPS-BoldMT"),
    "Italic": ("Times New Roman Italic.ttf", "TimesNewRomanPS-ItalicMT"),
    "BoldItalic": ("TIMESBI.TTF", "TimesNewRomanPS-BoldItalicMT"),
}


def put_times(folder: Path, change: Callable[[TTFont], None] = lambda _: None) -> Path:
    """Put a font with the names and widths of Times New Roman into a folder, its regular face changed."""
    folder.mkdir(exist_ok=True)
    for style, (file, name) in FACES.items():
        font = TTFont(resource("fonts", f"LiberationSerif-{style}.ttf"), recalcTimestamp=False)
        for record in font["name"].names:
            if record.nameID == 6:
                record.string = name
        if style == "Regular":
            change(font)
        font.save(folder / file)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_times(tmp_path_factory.mktemp("fonts") / "msttcorefonts")


def with_fonts(monkeypatch: pytest.MonkeyPatch, made: Chosen) -> None:
    monkeypatch.setattr(drawn_fonts, "_chosen", lambda: made)


def fonts_of(data: bytes) -> set[str]:
    pages: list[Any] = list(PdfReader(BytesIO(data)).pages)
    resources = (page["/Resources"]["/Font"] for page in pages)
    return {str(font.get_object()["/BaseFont"]).partition("+")[2] for fonts in resources for font in fonts.values()}


def test_tests_draw_with_the_bundled_font() -> None:
    assert font_told() == OWN
    assert all("LiberationSerif" in name for name in fonts_of(render(make_plan(item(Mark.NONE, "Rà soát")))))


def test_whole_font_of_the_pc_is_drawn_with_and_moves_nothing(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = make_plan(item(Mark.ROMAN, "NỘI DUNG", item(Mark.NONE, "Đánh dấu ☑ rồi gửi → Sở ộ ậ ữ"), heading=True))
    bundled = lay_out(plan)
    before = render(plan)
    made = choose(found_files([whole.parent]))
    assert made.told == TIMES
    with_fonts(monkeypatch, made)
    data = render(plan)
    assert fonts_of(data) >= {"TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "TTHCSigns"}
    assert not any("Liberation" in name for name in fonts_of(data))
    assert lay_out(plan).places == bundled.places
    assert render(plan) == data
    texts = [[page.extract_text() for page in PdfReader(BytesIO(each)).pages] for each in (data, before)]
    assert texts[0] == texts[1]


def _without_a_letter(font: TTFont) -> None:
    for table in font["cmap"].tables:
        table.cmap.pop(ord("ấ"), None)


def _with_an_empty_letter(font: TTFont) -> None:
    name = font.getBestCmap()[ord("ữ")]
    font["glyf"][name] = type(font["glyf"][name])()


def _with_a_wide_letter(font: TTFont) -> None:
    name = font.getBestCmap()[ord("m")]
    _, side = font["hmtx"][name]
    font["hmtx"][name] = (1900, side)


def _under_another_name(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID == 6:
            record.string = "LiberationSerif"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_without_a_letter, r"1 ký tự \(ấ\)"),
        (_with_an_empty_letter, r"1 ký tự \(ữ\)"),
        (_with_a_wide_letter, r"1 ký tự \(m\)"),
        (_under_another_name, "không phải là phông Times New Roman"),
    ],
)
def test_a_font_that_differs_is_left_alone_and_told(
    tmp_path: Path, change: Callable[[TTFont], None], told: str
) -> None:
    made = choose(found_files([put_times(tmp_path / "Fonts", change)]))
    assert not made.faces
    assert made.told.startswith(OWN)
    assert re.search(told, made.told)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_file_that_ends_early_is_told(whole: Path, tmp_path: Path, share: float) -> None:
    for path in whole.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    bold = tmp_path / FACES["Bold"][0]
    bold.write_bytes(bold.read_bytes()[: int(bold.stat().st_size * share)])
    made = choose(found_files([tmp_path]))
    assert (dict(made.faces), "bị hỏng" in made.told or "thiếu chữ" in made.told) == ({}, True)


def test_whole_file_of_the_user_stands_in_for_a_broken_one_of_the_system(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "times.ttf").write_bytes(b"\0\1\0\0 no font")
    assert choose(found_files([tmp_path, whole])).told == TIMES


def test_three_faces_are_not_enough(whole: Path, tmp_path: Path) -> None:
    for style, (file, _) in FACES.items():
        if style != "Italic":
            (tmp_path / file).write_bytes((whole / file).read_bytes())
    assert "đủ bốn tệp" in choose(found_files([tmp_path])).told


def test_only_single_font_files_are_taken(tmp_path: Path) -> None:
    for name in ("times.ttc", "times.otf", "times.ttf.bak"):
        (tmp_path / name).write_bytes(b"x")
    assert not any(found_files([tmp_path, tmp_path / "nowhere"]).values())


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [
        ("win32", {"SYSTEMROOT": "/W", "LOCALAPPDATA": "/L"}, ["/W/Fonts", "/L/Microsoft/Windows/Fonts"]),
        ("darwin", {"HOME": "/Users/a"}, ["/System/Library/Fonts/Supplemental", "/Users/a/Library/Fonts"]),
        ("linux", {"HOME": "/home/a"}, ["/usr/share/fonts", "/home/a/.local/share/fonts", "/home/a/.fonts"]),
    ],
)
def test_folders_of_each_system(system: str, environment: dict[str, str], expected: list[str]) -> None:
    found = [path.as_posix() for path in folders(system, environment)]
    assert [path for path in found if path in expected] == expected


def test_signs_that_no_text_font_has_are_printed() -> None:
    signs = "☐☑☒✓✔✗★①Ⅳ⇒→≤"
    assert set(signs) <= family().glyphs
    data = render(make_plan(item(Mark.NONE, f"Chọn {signs} xong")))
    assert f"Chọn {signs} xong" in " ".join(PdfReader(BytesIO(data)).pages[0].extract_text().split())
