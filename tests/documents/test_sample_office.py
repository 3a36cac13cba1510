"""The sample office: of the year that is, with units for its work, all of it sound."""

from datetime import date
from pathlib import Path

import pytest

from tthc_desktop.documents.sample_office import sample_office
from tthc_desktop.models.changes import Change, pairs_of
from tthc_desktop.models.editing.units import adding
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.rollforward import years_of
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office


@pytest.mark.parametrize("year", [2026, 2031])
def test_it_is_of_the_year_with_units_and_progress(year: int, tmp_path: Path) -> None:
    pairs = sample_office(date(year, 5, 4))

    with Office.open(tmp_path / "office.tthc") as office:
        office.change(Change("Mở cơ quan mẫu", pairs))
        (plan,) = office.plans.values()
        assert years_of(plan) == (year, year)
        assert str(year) in str(plan.title)
        (own,) = office.particulars.values()
        assert (own.agency, own.named, own.symbol) == ("SỞ CÔNG THƯƠNG", "Sở Công Thương", "SCT")
        said = office.progress_of(plan.id)
        assert len(said) > 4
        assert {one.work_id for one in said.values()} <= plan.tasks.keys()
        assert {one.unit_id for one in said.values()} <= office.units.keys()


def test_its_units_are_such_as_the_register_takes() -> None:
    units = [unit for _, unit in pairs_of(Unit, sample_office(date(2026, 5, 4))) if unit is not None]

    assert [unit for _, unit in adding({}, units)] == units
    assert "Văn phòng Sở" in {unit.name for unit in units}


def test_each_sample_has_identities_of_its_own() -> None:
    first, second = (sample_office(date(2026, 5, 4)) for _ in range(2))

    plans = [{plan.id for _, plan in pairs_of(Plan, pairs) if plan} for pairs in (first, second)]
    said = [{one.id for _, one in pairs_of(Progress, pairs) if one} for pairs in (first, second)]
    assert not plans[0] & plans[1]
    assert not said[0] & said[1]
