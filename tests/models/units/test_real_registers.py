"""The registers that a person makes of the real plans, counted by hand: every unit under its key, with its spellings.

Keys leave out case, marks and `thuộc Sở`; spellings are counted, as no sentence of a plan stands here.
"""

from pathlib import Path

import pytest

from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import fold
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.proposing import proposed_units
from tthc_desktop.models.units.resolving import resolved
from tthc_desktop.models.units.spelling import key
from tthc_desktop.models.units.validity import names
from tthc_desktop.models.units.works import works

Expected = dict[str, int]
"""By key, under how many spellings a plan names the unit."""
Register = tuple[Expected, Expected, Expected]
"""Units inside, outside and collectives."""

LAI_CHAU: Register = ({"van phong": 2}, {}, {"cac phong don vi": 2})
THAI_NGUYEN: Register = (
    {"van phong": 2, "phong chuyen doi so": 1, "trung tam cntt tt": 1},
    {},
    {
        "cac phong": 2,
        "cac phong don vi": 1,
        "cac phong don vi co tthc": 1,
        "cac phong don vi chuyen mon co tthc": 1,
        "cac trung tam truc thuoc": 1,
    },
)
BA_RIA: Register = (
    {"van phong": 1, "thanh tra": 1, "bo phan kstthc": 2, "to cntt": 1, "trung tam tt ud khcn": 3},
    {
        "buu dien": 1,
        "cac to chuc ca nhan": 1,
        "cong dich vu cong quoc gia": 1,
        "so tu phap": 1,
        "trung tam phuc vu hanh chinh cong": 1,
    },
    {"cac phong don vi": 3},
)
DIEN_BIEN: Register = (
    {
        "van phong": 3,
        "phong khoa hoc cong nghe doi moi sang tao chuyen doi so": 1,
        "trung tam khoa hoc doi moi sang tao": 1,
    },
    {},
    {"cac phong don vi": 2},
)
KON_TUM: Register = (
    {"van phong": 2, "phong hanh chinh bo tro tu phap": 1, "phong xay dung kiem tra pho bien phap luat": 1},
    {},
    {
        "cac phong don vi": 2,
        "cac phong don vi co tthc": 1,
        "cac don vi co tthc": 1,
        "cac don vi truc thuoc": 1,
        "cac phong chuyen mon": 1,
        "cac phong trung tam": 1,
    },
)
BAC_NINH: Register = (
    {
        "van phong ubnd tinh": 2,
        "so cong thuong": 1,
        "so giao duc dao tao": 1,
        "so khoa hoc cong nghe": 2,
        "so noi vu": 1,
        "so nong nghiep moi truong": 1,
        "so tai chinh": 1,
        "so van hoa the thao du lich": 1,
        "so xay dung": 1,
        "so y te": 1,
    },
    {
        "bao phat thanh truyen hinh tinh": 1,
        "cac co quan bao chi": 1,
        "cac co so dao tao dai hoc sau dai hoc": 1,
        "cac doanh nghiep cong nghe so": 1,
        "chi cuc hai quan khu vuc v": 1,
        "cong an tinh": 1,
        "hoi nong dan": 1,
        "lien doan lao dong": 1,
        "lien minh hop tac xa": 1,
        "ngan hang nha nuoc khu vuc xii": 1,
        "tinh doan": 1,
        "ubnd cac xa phuong": 1,
        "ubnd cap xa": 1,
    },
    {"cac so ban nganh": 1, "cac so nganh": 1},
)
GOVERNMENT: Register = (
    {
        "van phong chinh phu": 1,
        "bo cong an": 1,
        "bo giao duc dao tao": 1,
        "bo tu phap": 1,
        "bo van hoa the thao du lich": 1,
    },
    {
        "cac co quan bao chi phat thanh truyen hinh khac": 1,
        "dai tieng noi viet nam": 1,
        "dai truyen hinh viet nam": 1,
        "thong tan xa viet nam": 1,
        "ubnd cac tinh thanh pho truc thuoc trung uong": 2,
    },
    {
        "cac bo co quan ngang bo": 1,
        "cac bo co quan ngang bo co quan thuoc chinh phu": 1,
        "cac bo nganh dia phuong": 1,
    },
)
DONG_THAP: Register = (
    {
        "ban quan ly khu kinh te": 1,
        "so cong thuong": 1,
        "so khoa hoc cong nghe": 2,
        "so noi vu": 1,
        "so tai chinh": 1,
        "so van hoa the thao du lich": 1,
    },
    {
        "cac doanh nghiep vien thong": 1,
        "hiep hoi doanh nghiep tinh": 1,
        "hoi nong dan tinh": 1,
        "lien minh hop tac xa tinh": 1,
        "ubnd cac xa phuong": 2,
    },
    {"cac so ban nganh tinh": 1},
)
SEEDS = {"000": LAI_CHAU, "001": THAI_NGUYEN, "002": BA_RIA, "003": DIEN_BIEN, "004": KON_TUM}
MORE = {"144": BAC_NINH, "2623": GOVERNMENT, "617": DONG_THAP}


def _plan(folder: Path, number: str) -> Plan:
    (path,) = folder.glob(f"{number}[-_]*.txt")
    return read_text(path.read_text(encoding="utf-8"), path.name).plan


def _counted(units: tuple[Unit, ...], kind: UnitKind) -> Expected:
    return {key(unit.name): len({*map(fold, names(unit))}) for unit in units if unit.kind is kind}


def _check(plan: Plan, expected: Register) -> None:
    found = proposed_units([plan], ())
    assert tuple(_counted(found, kind) for kind in UnitKind) == expected
    assert proposed_units([plan], found) == ()


@pytest.mark.parametrize("number", SEEDS)
def test_the_register_of_a_plan_is_what_a_person_makes(seeds: Path, number: str) -> None:
    _check(_plan(seeds, number), SEEDS[number])


@pytest.mark.parametrize("number", MORE)
def test_the_register_of_another_office_is_what_a_person_makes(more_plans: Path, number: str) -> None:
    _check(_plan(more_plans, number), MORE[number])


def test_every_cell_of_the_plans_means_units_of_their_common_register(seeds: Path) -> None:
    plans = [_plan(seeds, number) for number in SEEDS]
    found = proposed_units(plans, ())
    office = [unit for unit in found if key(unit.name) == "van phong"]
    assert len(office) == 1
    assert {fold(name) for name in names(office[0])} == {"van phong so", "van phong", "vap phong so", "vp"}
    for plan in plans:
        for work in works(plan):
            for cell in (str(work.held.lead), str(work.held.coordinate)):
                assert all(one.unit or one.collective for one in resolved(cell, found, plan.period)), key(cell)
