"""Files that nobody should have handed in, among good ones: each a sentence, and the good ones are merged."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.conftest import Ask, ask, office
from tests.returned.hands import Value, open_sheet
from tests.returned.office import make_office, values
from tthc_desktop.documents.unit_sheet_form import CARRIED
from tthc_desktop.models.merge.values import Spot
from tthc_desktop.models.progress.values import Field
from tthc_desktop.office import Office

__all__ = ["ask", "office"]

LOCKED = Path(__file__).parents[1] / "data" / "sheets"
Harm = Callable[[Path, Path], None]


def cut(good: Path, to: Path) -> None:
    """Keep what came through before the connection broke."""
    to.write_bytes(good.read_bytes()[: good.stat().st_size * 2 // 3])


def bomb(good: Path, to: Path) -> None:
    """Let the sheet grow to gigabytes when it is unpacked."""
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            if name != "xl/worksheets/sheet1.xml":
                out.writestr(name, source.read(name))
        with out.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)


def newer(good: Path, to: Path) -> None:
    """Carry what a later version of the program writes."""
    _rewrite(good, to, version=99)


def foreign(good: Path, to: Path) -> None:
    """Be of a plan that is in another office."""
    _rewrite(good, to, plan="ffffffffffffffff", sending="eeeeeeeeeeeeeeee", title="Kế hoạch nơi khác")


def stranger(good: Path, to: Path) -> None:
    """Be of a unit that nobody here knows."""
    _rewrite(good, to, unit="dddddddddddddddd", unit_name="Phòng Không Ai Biết")


def other_kind(good: Path, to: Path) -> None:
    """Be a workbook with something else on it."""
    del good
    book = Workbook()
    book.active["A1"] = "Danh sách ăn trưa"  # type: ignore[index]
    book.save(to)


def nothing(good: Path, to: Path) -> None:
    """Be empty."""
    del good
    to.write_bytes(b"")


def _rewrite(good: Path, to: Path, **values_: object) -> None:
    book = load_workbook(good)
    cell = book[CARRIED]["A2"]
    cell.value = json.dumps({**json.loads(str(cell.value)), **values_})
    book.save(to)


def under_password(good: Path, to: Path) -> None:
    """Ask for a password before anything can be seen."""
    del good
    shutil.copy(LOCKED / f"khoa{to.suffix}", to)


HARMS: tuple[tuple[str, Harm, str], ...] = (
    ("cụt.xlsx", cut, "hỏng"),
    ("bom.xlsx", bomb, "phình ra quá lớn"),
    ("mới hơn.xlsx", newer, "phiên bản mới hơn"),
    ("nơi khác.xlsx", foreign, "kế hoạch khác, “Kế hoạch nơi khác”"),
    ("đơn vị lạ.xlsx", stranger, "“Phòng Không Ai Biết”"),
    ("ăn trưa.xlsx", other_kind, "không phải bảng việc"),
    ("trống.xlsx", nothing, "trống"),
    ("khóa.xlsx", under_password, "mật khẩu"),
    ("khóa.xls", under_password, "mật khẩu"),
    ("khóa.ods", under_password, "mật khẩu"),
)


@pytest.fixture
def good(ask: Ask, office: Path, tmp_path: Path) -> tuple[Path, Spot]:
    """Return a folder with one sheet that is filled in, and where the answer belongs."""
    plan = make_office(office, 12, 3)
    sheet = ask("send", plan.id, tmp_path / "gửi", "--json").found["sheets"][0]
    opened = open_sheet(Path(sheet["file"]))
    work = next(str(row[0].shown) for row in opened.rows if str(row[0].shown).startswith("task"))
    opened.fill(work, Field.RESULT, Value("Xong việc"))
    (tmp_path / "trả").mkdir()
    opened.save(tmp_path / "trả" / "tốt.xlsx")
    return tmp_path / "trả", Spot(plan.id, work, sheet["unit_id"], Field.RESULT)


def test_bad_files_are_told_one_by_one_and_the_good_one_is_merged(
    ask: Ask, office: Path, good: tuple[Path, Spot]
) -> None:
    folder, spot = good
    for name, harm, _ in HARMS:
        harm(folder / "tốt.xlsx", folder / name)
    shutil.copy(folder / "tốt.xlsx", folder / "tốt (1).xlsx")
    said = ask("receive", folder, "--apply", "--json")
    assert said.status == 0
    found = said.found
    assert (found["files"], found["updated"]) == (len(HARMS) + 2, 1)
    told = {problem["file"]: problem["text"] for problem in found["problems"] if not problem["sheet"]}
    assert set(told) == {name for name, _, _ in HARMS}
    for name, _, words in HARMS:
        assert words in told[name]
        assert "Hãy" in told[name]
    with Office.open(office) as opened:
        assert values(opened) == {spot: "Xong việc"}
    assert ask("receive", folder, "--json").found["updated"] == 0


@pytest.mark.parametrize(("name", "harm", "words"), HARMS, ids=[name for name, _, _ in HARMS])
def test_a_bad_file_alone_is_trouble(
    ask: Ask, office: Path, good: tuple[Path, Spot], name: str, harm: Harm, words: str
) -> None:
    folder, _ = good
    harm(folder / "tốt.xlsx", folder / name)
    said = ask("receive", folder / name, "--apply", "--json")
    assert said.status == 2
    assert words in said.err
    assert [problem["file"] for problem in said.found["problems"]] == [name]
    with Office.open(office) as opened:
        assert not values(opened)
        assert all(one.returned_at is None for one in opened.sendings.values())
