"""Whose sheet a file is, and what is said of files that are nobody's."""

from dataclasses import replace

from tests.models.merge.building import S, nothing_new, only, place, plan, said, unit, verdicts, with_rows
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import Verdict
from tthc_desktop.models.sending.returned import ReturnedSheet
from tthc_desktop.models.sending.values import SHEET_VERSION, Sent


def trace(sheet: ReturnedSheet, **more: object) -> ReturnedSheet:
    assert sheet.sent
    return replace(sheet, sent=replace(sheet.sent, **more))  # type: ignore[arg-type]


def test_a_sheet_of_another_plan_is_refused_and_the_others_are_merged() -> None:
    office, sheet = place().sent()
    sheet = said(sheet, "t0", S, "x")
    strange = replace(trace(sheet, plan_id="q", sending_id="none", plan_title="Kế hoạch lạ"), file="strange.xlsx")
    merged = merge([strange, sheet], office.known())
    assert [bool(one.refused) for one in merged.files] == [True, False]
    assert "của kế hoạch khác, “Kế hoạch lạ”" in merged.files[0].refused
    assert only(merged).verdict is Verdict.OFFERED


def test_a_deleted_plan_is_named_as_deleted() -> None:
    office, sheet = place().sent()
    merged = merge([sheet], replace(office, plans={}).known())
    assert "đã bị xóa" in merged.files[0].refused
    assert merged.sending_ids == ()


def test_a_sheet_of_a_newer_program_is_refused() -> None:
    office, sheet = place().sent()
    merged = merge([trace(sheet, version=SHEET_VERSION + 1)], office.known())
    assert "mới hơn" in merged.files[0].refused


def test_a_sending_that_nobody_knows_is_told_and_still_merged() -> None:
    office, sheet = place().sent()
    office, _ = office.sent(number=2)
    known = replace(office, sendings={id_: one for id_, one in office.sendings.items() if id_ != "s-p-a-1"})
    merged = merge([said(sheet, "t0", S, "x")], known.known())
    assert only(merged).verdict is Verdict.OFFERED
    assert ["Lần gửi" in one.text for one in merged.problems] == [True]
    assert merged.sending_ids == ()


def test_a_sheet_from_later_than_our_data_is_told_and_still_merged() -> None:
    office, sheet = place().sent(number=5)
    known = replace(office.known(), revisions={"p": 4})
    merged = merge([said(sheet, "t0", S, "x")], known)
    assert not merge([sheet], replace(known, revisions={"p": 5})).problems
    assert only(merged).verdict is Verdict.OFFERED
    assert ["phục hồi" in one.text for one in merged.problems] == [True]


def test_a_unit_of_another_identity_is_known_by_its_name() -> None:
    office, sheet = place().sent()
    units = {"z": replace(unit("z"), aliases=("Phòng A",))}
    merged = merge([said(sheet, "t0", S, "x")], replace(office, units=units).known())
    assert only(merged).spot.unit_id == "z"
    assert len(merged.problems) == 1
    refused = merge([sheet], replace(office, units={}).known()).files[0].refused
    assert "danh mục đơn vị" in refused
    assert "Phòng A" in refused


def test_without_its_trace_a_sheet_is_known_by_what_is_printed_and_only_reviewed() -> None:
    office, sheet = place(5).sent()
    sheet = replace(said(sheet, "t0", S, "x"), sent=None)
    others = {"other": plan(0, "other", "Khác"), **office.plans}
    for rows in (sheet.rows, tuple(replace(row, work_id="") for row in sheet.rows)):
        merged = merge([with_rows(sheet, *rows)], replace(office, plans=others).known())
        one = only(merged)
        assert (one.verdict, one.sent, one.spot.plan_id) == (Verdict.REVIEW, None, "p")
        assert one.doubt


def test_without_trace_and_without_a_plan_like_it_a_sheet_is_refused() -> None:
    office, sheet = place().sent()
    rows = [replace(row, work_id="", locked={"content": f"việc khác {row.row}"}) for row in sheet.rows]
    merged = merge([replace(with_rows(sheet, *rows), sent=None)], office.known())
    assert "không giống kế hoạch nào" in merged.files[0].refused


def test_without_trace_what_the_office_has_already_is_not_new() -> None:
    office, sheet = place().sent()
    office = office.typed("t0", "a", S, "x")
    assert nothing_new(merge([replace(said(sheet, "t0", S, "x"), sent=None)], office.known()))


def test_a_row_that_was_not_sent_to_the_unit_is_reviewed() -> None:
    office, sheet = place().sent()
    assert sheet.sent
    rows = {id_: row for id_, row in sheet.sent.rows.items() if id_ != "t0"}
    merged = merge([said(trace(sheet, rows=rows), "t0", S, "x")], office.known())
    assert verdicts(merged) == {Verdict.REVIEW: [only(merged).spot]}
    assert isinstance(sheet.sent, Sent)


def test_a_sheet_on_which_another_unit_wrote_its_name_is_reviewed() -> None:
    office, sheet = place(1).sent()
    for name, verdict in (("Phòng B", Verdict.REVIEW), ("phòng a", Verdict.OFFERED), ("P. A", Verdict.OFFERED)):
        merged = merge([said(replace(sheet, unit_name=name), "t0", S, "x")], office.known())
        assert only(merged).verdict is verdict
    assert only(merge([said(replace(sheet, unit_name="Phòng B"), "t0", S, "x")], office.known())).doubt
