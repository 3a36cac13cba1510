"""The register is edited: each name means one unit, and nothing that was said is lost."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.units.registers import (
    BRANCH,
    CENTRE,
    DIGITAL,
    FINANCE,
    JUSTICE,
    OFFICE,
    POST,
    REGISTER,
    WITH_PROCEDURES,
)
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import units as edits
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.resolving import resolved

UNITS = {unit.id: unit for unit in REGISTER}


def _after(pairs: edits.JoinedPairs) -> dict[Id, Unit]:
    """Return the register once the pairs hold."""
    register = dict(UNITS)
    for before, after in pairs:
        if isinstance(before, Unit):
            assert register.pop(before.id) == before
        if isinstance(after, Unit):
            register[after.id] = after
    return register


def test_a_new_unit_is_added() -> None:
    new = Unit("new", " Phòng  Pháp chế ", aliases=("Pháp chế", "Pháp  chế"))
    assert edits.adding(UNITS, [new]) == ((None, Unit("new", "Phòng Pháp chế", aliases=("Pháp chế",))),)


@pytest.mark.parametrize(
    "new",
    [
        Unit("new", "VP sở"),
        Unit("new", "Phòng Mới", aliases=("thanh tra",)),
        Unit("new", "Phòng Mới", short="Phòng KHTC"),
        Unit("new", " - "),
        Unit("new", "Phòng " + "x" * 300),
        Unit("new", "Phòng Mới", aliases=("x" * 10_000,)),
        Unit("new", "Phòng Mới", members=("office",)),
        Unit("new", "Nhóm Mới", kind=UnitKind.COLLECTIVE, members=("procedures",)),
        Unit("new", "Nhóm Mới", kind=UnitKind.COLLECTIVE, members=("nobody",)),
    ],
)
def test_a_unit_that_cannot_be_is_refused(new: Unit) -> None:
    with pytest.raises(UserError) as trouble:
        edits.adding(UNITS, [new])
    assert trouble.value.advice


def test_two_new_units_of_one_name_are_refused() -> None:
    with pytest.raises(UserError, match="Phòng Mới"):
        edits.adding(UNITS, [Unit("a", "Phòng Mới"), Unit("b", "phòng mới")])


def test_the_old_name_stays_as_an_alias() -> None:
    ((before, after),) = edits.renaming(UNITS, "digital", "Phòng Công nghệ số")
    assert before is DIGITAL
    assert after == Unit("digital", "Phòng Công nghệ số", aliases=("Phòng Chuyển đổi số",))
    assert edits.renaming(UNITS, "digital", " Phòng Chuyển  đổi số") == ()
    back = edits.renaming({**UNITS, "digital": after}, "digital", "Phòng Chuyển đổi số")
    assert back[0][1] == Unit("digital", "Phòng Chuyển đổi số", aliases=("Phòng Công nghệ số",))
    with pytest.raises(UserError, match="Thanh tra"):
        edits.renaming(UNITS, "digital", "Thanh tra Sở")
    with pytest.raises(UserError):
        edits.renaming(UNITS, "nobody", "Phòng Mới")


def test_short_names_aliases_and_members_are_set() -> None:
    assert edits.shortening(UNITS, "post", "BĐT")[0][1] == Unit("post", POST.name, "BĐT", kind=UnitKind.OUTSIDE)
    (after,) = (pair[1] for pair in edits.with_aliases(UNITS, "centre", ["TTUD", "TTUD ", CENTRE.name]))
    assert after is not None
    assert after.aliases == ("TTUD",)
    (after,) = (pair[1] for pair in edits.with_members(UNITS, "procedures", ["office", "digital", "office"]))
    assert after is not None
    assert after.members == ("office", "digital")


def test_a_unit_that_becomes_a_collective_is_a_member_no_more() -> None:
    register = _after(edits.with_kind(UNITS, "digital", UnitKind.COLLECTIVE))
    assert register["digital"].kind is UnitKind.COLLECTIVE
    assert register["procedures"].members == ("branch",)
    assert _after(edits.with_kind(UNITS, "procedures", UnitKind.INSIDE))["procedures"].members == ()


def test_a_removed_unit_leaves_its_collectives_but_not_the_last_of_one() -> None:
    register = _after(edits.removing(UNITS, ["digital", "post"]))
    assert "digital" not in register
    assert "post" not in register
    assert register["procedures"].members == ("branch",)
    with pytest.raises(UserError, match=WITH_PROCEDURES.name):
        edits.removing(UNITS, ["digital", "branch"])
    assert len(edits.removing(UNITS, ["digital", "branch", "procedures"])) == 3


AT = datetime(2026, 3, 1, tzinfo=UTC)


def _progress(id_: Id, unit_id: Id, work_id: Id = "t1", **said: str) -> Progress:
    return Progress(id_, "plan", work_id, unit_id, {Field(name): Said(words) for name, words in said.items()})


def test_joined_units_are_one_with_all_names_and_all_that_was_said() -> None:
    progress = [
        _progress("p1", "digital", status="Hoàn thành", result="Báo cáo"),
        _progress("p2", "office", status="Hoàn thành", percent="100"),
        _progress("p3", "digital", work_id="t2", percent="20"),
        _progress("p4", "centre", percent="1"),
    ]
    sent = Sending("s", "plan", "digital", AT)
    pairs = edits.joining(UNITS, "office", "digital", progress, [sent])
    register = _after(pairs)
    assert "digital" not in register
    assert register["office"] == Unit("office", OFFICE.name, "VP", aliases=("Phòng Chuyển đổi số",))
    assert register["procedures"].members == ("office", "branch")
    said = {after.id: after for _, after in pairs if isinstance(after, Progress)}
    assert said["p2"] == _progress("p2", "office", status="Hoàn thành", percent="100", result="Báo cáo")
    assert said["p3"].unit_id == "office"
    assert (progress[0], None) in pairs
    assert "p4" not in said
    assert (sent, Sending("s", "plan", "office", AT)) in pairs


def test_units_that_said_different_things_or_are_of_different_sorts_are_not_joined() -> None:
    progress = [_progress("p1", "digital", percent="20"), _progress("p2", "office", percent="30")]
    with pytest.raises(UserError) as trouble:
        edits.joining(UNITS, "office", "digital", progress)
    assert trouble.value.advice
    for kept, gone in (("office", "office"), ("office", "procedures"), ("procedures", "office"), ("office", "nobody")):
        with pytest.raises(UserError):
            edits.joining(UNITS, kept, gone)


@given(st.permutations([OFFICE, DIGITAL, FINANCE, CENTRE, BRANCH, JUSTICE]))
def test_every_name_of_two_joined_units_means_the_one(order: list[Unit]) -> None:
    kept, gone, *_ = order
    register = _after(edits.joining(UNITS, kept.id, gone.id))
    for name in (kept.name, gone.name, *kept.aliases, *gone.aliases):
        (found,) = resolved(name, tuple(register.values()))
        assert found.unit == register[kept.id]
