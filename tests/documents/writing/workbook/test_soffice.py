"""What LibreOffice makes of our workbooks still comes back cell for cell."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.documents.books import book_of
from tests.documents.own_plans import same, tables_to_come
from tests.real_plans import draft_of
from tests.strategies import plans
from tthc_desktop.documents.reading.sheets.own.plans import own_plans
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.workbook import workbook
from tthc_desktop.models.plan import Plan

KINDS = ("xlsx", "ods", "xls")


def converted(plans_: Sequence[Plan], folder: Path) -> list[list[Path]]:
    """Return the workbooks of plans as LibreOffice writes them, for each kind of file."""
    files = [folder / f"{at}.xlsx" for at in range(len(plans_))]
    for file, plan in zip(files, plans_, strict=True):
        file.write_bytes(workbook(plan))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for kind in KINDS:
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder / kind)]
        subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=110)
    return [[folder / kind / f"{file.stem}.{kind}" for file in files] for kind in KINDS]


def come_back(plans_: Sequence[Plan], folder: Path) -> None:
    for files in converted(plans_, folder):
        for plan, file in zip(plans_, files, strict=True):
            (own,) = own_plans(book_of(file))
            assert same(plan, own), file


@pytest.mark.needs("soffice")
def test_real_plans_come_back_from_libreoffice(seeds: Path, tmp_path: Path) -> None:
    come_back([draft_of(next(seeds.glob(f"{name}_*"))).plan for name in ("001", "002", "004")], tmp_path)


@pytest.mark.needs("soffice")
def test_random_plans_come_back_from_libreoffice(tmp_path: Path) -> None:
    drawn: list[Plan] = [sample_plan()]

    @given(plans())
    @seed(4)
    @settings(max_examples=60, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
    def draw(plan: Plan) -> None:
        if tables_to_come(plan) and len(drawn) < 12:
            drawn.append(plan)

    draw()
    assert len(drawn) == 12
    come_back(drawn, tmp_path)
