"""What several units say of one work."""

from tests.models.merge.building import S, place, said
from tthc_desktop.models.merge.beside import side_by_side
from tthc_desktop.models.merge.merging import merge


def test_units_that_say_something_of_one_field_stand_beside_each_other() -> None:
    office = place(units="abc").typed("t0", "b", S, "y").typed("t1", "b", S, "only b").typed("t2", "a", S, "a")
    office = office.typed("t2", "b", S, "nothing new of this")
    office, sheet = office.sent("a")
    office, other = office.sent("c")
    merged = merge([said(sheet, "t0", S, "x"), said(other, "t0", S, "y")], office.known())
    (one,) = side_by_side(merged.compared, office.progress.values())
    assert (one.plan_id, one.work_id, one.field) == ("p", "t0", S)
    assert one.said == {"a": ("x",), "b": ("y",), "c": ("y",)}
    assert one.differs


def test_units_that_agree_do_not_differ() -> None:
    office, sheet = place().typed("t0", "b", S, "x").sent("a")
    merged = merge([said(sheet, "t0", S, "x")], office.known())
    assert [one.differs for one in side_by_side(merged.compared, office.progress.values())] == [False]
