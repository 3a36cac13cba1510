"""Rounds of sheets through files: what units and office write is planted, kept in a ledger and looked for."""

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random

from tests.cli.conftest import Ask
from tests.returned import hands
from tests.returned.office import type_value, values, works_of
from tthc_desktop.documents.reading.returned import read_returned
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.accepting import accepted
from tthc_desktop.models.merge.known import known_of
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import Spot, Verdict
from tthc_desktop.models.progress.values import REPORTED, Field, Said
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office

Row = tuple[Id, str, str]
"""An unknown row: its unit, content and answer."""


@dataclass(slots=True)
class Planted:
    """What the next reception has to find, and nothing else."""

    offered: dict[Spot, str] = field(default_factory=dict)
    conflicts: dict[Spot, set[str]] = field(default_factory=dict)
    review: dict[Spot, str] = field(default_factory=dict)
    rows: set[Row] = field(default_factory=set)

    @property
    def spots(self) -> set[Spot]:
        return {*self.offered, *self.conflicts, *self.review}


class Drill:
    """An office, its units, and all their files."""

    def __init__(self, ask: Ask, path: Path, plan_id: Id, folder: Path, random: Random) -> None:
        self.ask, self.path, self.plan_id, self.folder, self.random = ask, path, plan_id, folder, random
        self.ledger: dict[Spot, str] = {}
        self.numbers = count(random.randrange(1000))
        self.late: list[tuple[Path, Planted]] = []
        self.delivered: list[Path] = []
        self.rows: set[Row] = set()
        self.conflicts = 0
        self.libreoffice = False

    def round(self, number: int, last: int) -> None:
        """Send, let everybody write, take back, and decide on what is left."""
        sent = self.folder / f"gửi {number}"
        found = self.ask("send", self.plan_id, sent, "--json").found
        with Office.open(self.path) as office:
            units = {
                sheet["unit_id"]: (office.units[sheet["unit_id"]], Path(sheet["file"])) for sheet in found["sheets"]
            }
            works = {id_: works_of(office, self.plan_id, unit) for id_, (unit, _) in units.items()}
        assert len(units) == len(works) > 1
        late, self.late = self.late, []
        planted = Planted()
        files = [file for file, _ in late]
        for _, one in late:
            _add(planted, one)
        prompt = sorted(units.keys() - {spot.unit_id for spot in planted.spots})
        held = self.random.sample(prompt, 3 if number < last else 0)
        for unit_id, (unit, path) in units.items():
            mine = Planted()
            file = self.folder / f"trả {number} {unit.name}.xlsx"
            self.fill_in(path, file, works[unit_id], unit, mine, planted)
            if unit_id in held:
                self.late.append((file, mine))
            else:
                files.append(file)
                _add(planted, mine)
        self.type_here(works, planted)
        self.receive(number, files, planted)

    def new(self, spot: Spot, *others: str) -> tuple[str, hands.Value]:
        """Return an answer that nobody has given for the spot."""
        while True:
            words, value = hands.answer(spot.field, next(self.numbers), self.random)
            if words not in {self.ledger.get(spot, ""), *others}:
                return words, value

    def free(self, works: Iterable[Id], unit: Id, taken: set[Spot], count_: int) -> list[Spot]:
        """Return some spots of a unit that nobody has written to in this round."""
        every = [Spot(self.plan_id, work, unit, name) for work in works for name in REPORTED]
        pending = {spot for _, late in self.late for spot in late.spots}
        free = [spot for spot in every if spot not in taken and spot not in pending]
        return self.random.sample(free, min(count_, len(free)))

    def fill_in(self, path: Path, to: Path, works: Sequence[Id], unit: Unit, mine: Planted, planted: Planted) -> None:
        """Fill in a unit's workbook and handle it in every way at once."""
        sheet, random = hands.open_sheet(path), self.random
        nameless, copied, twice, gone, *usual = random.sample(works, len(works))
        for spot in self.free([*usual, twice, copied], unit.id, planted.spots, random.randint(3, 9)):
            mine.offered[spot], value = ("", hands.Value()) if self.empties(spot) else self.new(spot)
            sheet.fill(spot.work_id, spot.field, value)
        for spot in self.free([nameless], unit.id, planted.spots, 2):
            mine.review[spot], value = self.new(spot)
            sheet.fill(spot.work_id, spot.field, value)
        self.contradict(sheet, unit.id, planted, [nameless, gone])
        hands.copy_row(sheet, twice)
        hands.copy_row(sheet, copied, other := f"Chép lại rồi sửa {next(self.numbers)}")
        hands.add_row(sheet, added := f"Việc riêng của phòng, số {next(self.numbers)}", "Đã làm")
        mine.rows |= {(unit.id, "", other), (unit.id, added, "Đã làm")}
        hands.clear_ids(sheet, [nameless])
        hands.delete_row(sheet, gone)
        for damage in (hands.sort_rows, hands.filter_rows, lambda sheet, _: hands.ungroup(sheet)):
            if random.random() < 0.5:
                damage(sheet, random)
        sheet.save(to)

    def empties(self, spot: Spot) -> bool:
        return bool(self.ledger.get(spot)) and self.random.random() < 0.5

    def contradict(self, sheet: hands.Sheet, unit: Id, planted: Planted, without: Sequence[Id]) -> None:
        """Answer otherwise what a late sheet of the unit has answered, too: two files that differ."""
        mine = [spot for spot in planted.offered if spot.unit_id == unit and spot.work_id not in without]
        for spot in mine[:1]:
            first = planted.offered.pop(spot)
            words, value = self.new(spot, first)
            sheet.fill(spot.work_id, spot.field, value)
            planted.conflicts[spot] = {first, words}

    def type_here(self, works: dict[Id, list[Id]], planted: Planted) -> None:
        """Let the office change what a unit has changed as well, and other values besides."""
        with Office.open(self.path) as office:
            both = [spot for spot in planted.offered if planted.offered[spot]]
            for spot in self.random.sample(both, len(both) // 6):
                answer = planted.offered.pop(spot)
                planted.conflicts[spot] = {answer}
                self.type(office, spot, answer)
            for unit, mine in works.items():
                for spot in self.free(mine, unit, planted.spots, 2):
                    self.type(office, spot)

    def type(self, office: Office, spot: Spot, *others: str) -> None:
        words = self.new(spot, *others)[0]
        type_value(office, spot, words)
        self.ledger[spot] = words

    def receive(self, number: int, files: list[Path], planted: Planted) -> None:
        """Hand all files in, with copies and with older ones, and find what was planted."""
        folder = self.folder / f"nhận {number}"
        folder.mkdir()
        again = self.random.sample(self.delivered, min(4, len(self.delivered)))
        copies = self.random.sample(files, 3)
        for place, file in enumerate(self.random.sample([*files, *copies, *again], len(files) + 3 + len(again))):
            shutil.copy(file, folder / f"{place:02} {file.name}")
        (folder / "~$dở dang.xlsx").write_bytes(b"lock")
        (folder / "ghi chú.txt").write_text("không phải bảng")
        if number == 1 and self.libreoffice:
            through_libreoffice(sorted(folder.glob("0[1-4]*.xlsx")), self.folder)
        self.delivered += files
        self.rows |= planted.rows
        self.look(self.ask("receive", folder, "--json").found, planted)
        with Office.open(self.path) as office:
            before = office.holdings
            assert values(office) == {spot: words for spot, words in self.ledger.items() if words}
        self.look(self.ask("receive", folder, "--apply", "--json").found, planted)
        self.ledger |= planted.offered
        with Office.open(self.path) as office:
            assert values(office) == {spot: words for spot, words in self.ledger.items() if words}
            office.undo()
            assert office.holdings == before
            office.redo()
            self.decide(office, folder, planted)
            assert values(office) == {spot: words for spot, words in self.ledger.items() if words}
        self.conflicts += len(planted.conflicts)

    def look(self, found: dict[str, object], planted: Planted) -> None:
        """Hold what a reception says against what was planted."""
        assert _spots(found["conflicts"]) == planted.conflicts
        assert _spots(found["review"]) == {spot: {words} for spot, words in planted.review.items()}
        assert found["updated"] == len(planted.offered)
        assert found["skipped"] == ["ghi chú.txt", "~$dở dang.xlsx"]
        assert planted.rows <= _rows(found["unknown_rows"]) <= self.rows

    def decide(self, office: Office, folder: Path, planted: Planted) -> None:
        """Take what was found by content, and keep or take what is in conflict."""
        known = known_of(office.holdings, datetime.now(UTC))
        merged = merge(read_returned([folder]).sheets, known)
        assert not any(one.verdict is Verdict.OFFERED for one in merged.compared)
        left = {one.spot: one for one in merged.compared if one.verdict is not Verdict.SAME}
        assert set(left) == {*planted.conflicts, *planted.review}
        choices: dict[Spot, Said | None] = {
            spot: one.returned[-1] if spot in planted.review or self.random.random() < 0.5 else None
            for spot, one in left.items()
        }
        change = accepted(merged, choices, known)
        assert change
        office.change(change)
        self.ledger |= {spot: said.words for spot, said in choices.items() if said}


def through_libreoffice(files: Sequence[Path], folder: Path) -> None:
    """Save the workbooks once more, as LibreOffice saves them."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / "libreoffice"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    for file in files:
        shutil.move(out / file.name, file)


def _add(planted: Planted, one: Planted) -> None:
    planted.offered |= one.offered
    planted.review |= one.review
    planted.rows |= one.rows


def _spots(found: object) -> dict[Spot, set[str]]:
    assert isinstance(found, list)
    return {
        Spot(one["plan"], one["work"], one["unit"], Field(one["field"])): {each["words"] for each in one["returned"]}
        for one in found
    }


def _rows(found: object) -> set[Row]:
    assert isinstance(found, list)
    return {(one["unit"], one["content"] if "chép" not in one["reason"] else "", _told(one)) for one in found}


def _told(one: dict[str, dict[str, str]]) -> str:
    return one["said"].get("proposal", "") or one["said"].get("result", "")
