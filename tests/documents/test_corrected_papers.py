"""A Word file of ours, corrected as people do it: exactly what they changed is proposed."""

from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from tests import word_edits as edits
from tests.documents.corrected import NEW, Paper, flat, one_of, paper, proposed, told
from tthc_desktop.models.comparison import What
from tthc_desktop.models.plan import Item
from tthc_desktop.models.table import Role

__all__ = ["paper"]


def test_a_paper_that_nobody_changed_proposes_nothing(paper: Paper, tmp_path: Path) -> None:
    assert proposed(paper, paper.data, tmp_path) == ()


def test_a_paragraph_is_reworded(paper: Paper, tmp_path: Path) -> None:
    point = one_of(paper.points())
    old = str(point.text)
    first = old.split(maxsplit=1)[0]
    data = edits.edited(
        paper.data, lambda word: edits.rewrite(edits.paragraph(word, point.id), first, f"Trước hết {first}")
    )

    new = old.replace(first, f"Trước hết {first}", 1)
    assert told(proposed(paper, data, tmp_path)) == [(What.REWORDED, flat(old), flat(new))]


def test_a_point_is_deleted(paper: Paper, tmp_path: Path) -> None:
    point, _ = one_of(paper.neighbours())
    data = edits.edited(paper.data, lambda word: edits.delete(edits.paragraph(word, point.id)))

    assert told(proposed(paper, data, tmp_path)) == [(What.REMOVED, flat(point.text), "")]


def test_a_point_with_an_automatic_number_is_added(paper: Paper, tmp_path: Path) -> None:
    point, _ = one_of(paper.neighbours())
    data = edits.edited(paper.data, lambda word: edits.add_after(edits.paragraph(word, point.id), NEW))

    assert told(proposed(paper, data, tmp_path)) == [(What.ADDED, "", NEW)]


@pytest.mark.parametrize("keep_marks", [True, False])
def test_a_point_is_cut_and_pasted(paper: Paper, tmp_path: Path, keep_marks: bool) -> None:
    point, after = one_of(paper.neighbours())

    def move(word: WordDocument) -> None:
        edits.cut_and_paste([edits.paragraph(word, point.id)], edits.paragraph(word, after.id), keep_marks=keep_marks)

    (one,) = proposed(paper, edits.edited(paper.data, move), tmp_path)
    assert one.what is What.MOVED
    assert one.place.owner in {point.id, after.id}


@pytest.mark.parametrize("keep_marks", [True, False])
def test_a_section_is_cut_and_pasted(paper: Paper, tmp_path: Path, keep_marks: bool) -> None:
    sections = [node for node in paper.plan.body if isinstance(node, Item) and node.heading]
    first, second = sections[0], sections[1]

    def move(word: WordDocument) -> None:
        body = list(word.element.body)
        start, middle = (body.index(edits.paragraph(word, one.id)) for one in (first, second))
        end = body.index(edits.paragraph(word, sections[2].id)) if len(sections) > 2 else None
        if end is None:
            pytest.skip("the plan has too few sections")
        edits.cut_and_paste(body[start:middle], body[end - 1], keep_marks=keep_marks)

    (one,) = proposed(paper, edits.edited(paper.data, move), tmp_path)
    assert one.what is What.MOVED
    assert one.place.owner in {first.id, second.id}


def test_a_deadline_in_a_table_is_changed(paper: Paper, tmp_path: Path) -> None:
    table, row = one_of(paper.rows(Role.DEADLINE))
    place = [column.role for column in table.columns].index(Role.DEADLINE)
    old = paper.plan.tasks[row.task_id].deadline

    def change(word: WordDocument) -> None:
        edits.write(edits.row(word, row.id).findall(qn("w:tc"))[place], "Trước ngày 20/11/2025")

    (one,) = proposed(paper, edits.edited(paper.data, change), tmp_path)
    assert (one.what, one.place.owner, one.place.part) == (What.DATED, row.task_id, "deadline")
    assert (flat(one.before), flat(one.corrected)) == (flat(old), "Trước ngày 20/11/2025")


def test_a_row_is_added(paper: Paper, tmp_path: Path) -> None:
    table, row = one_of(paper.rows(Role.CONTENT))
    said = [
        NEW if column.role is Role.CONTENT else "" if column.role is Role.NUMBER else "Văn phòng Sở"
        for column in table.columns
    ]
    data = edits.edited(paper.data, lambda word: edits.add_row_after(edits.row(word, row.id), said))

    (one,) = proposed(paper, data, tmp_path)
    assert (one.what, flat(one.corrected)) == (What.ADDED, NEW)


def test_a_row_is_deleted(paper: Paper, tmp_path: Path) -> None:
    _, row = one_of(paper.rows(Role.CONTENT))
    data = edits.edited(paper.data, lambda word: edits.delete(edits.row(word, row.id)))

    (one,) = proposed(paper, data, tmp_path)
    assert (one.what, one.place.owner) == (What.REMOVED, row.id)


def test_a_paragraph_is_cut_in_two(paper: Paper, tmp_path: Path) -> None:
    point, _ = one_of(paper.neighbours())
    old = str(point.text).split()
    at = " ".join(old[len(old) // 2 : len(old) // 2 + 3])
    data = edits.edited(paper.data, lambda word: edits.split(edits.paragraph(word, point.id), at))

    first, second = proposed(paper, data, tmp_path)
    assert (first.what, first.place.owner, second.what) == (What.REWORDED, point.id, What.ADDED)
    assert f"{flat(first.corrected)} {flat(second.corrected)}" == flat(point.text)


def test_two_paragraphs_become_one(paper: Paper, tmp_path: Path) -> None:
    one, other = one_of(paper.neighbours())
    data = edits.edited(
        paper.data, lambda word: edits.merge(edits.paragraph(word, one.id), edits.paragraph(word, other.id))
    )

    found = {one.what: one for one in proposed(paper, data, tmp_path)}
    assert found.keys() == {What.REMOVED, What.REWORDED}
    assert {found[what].place.owner for what in found} == {one.id, other.id}
    assert flat(found[What.REWORDED].corrected) == flat(f"{one.text} {other.text}")


def test_the_signer_and_the_title_are_changed(paper: Paper, tmp_path: Path) -> None:
    name, title = paper.plan.signatory.name, flat(paper.plan.title)

    def change(word: WordDocument) -> None:
        if name:
            edits.write(edits.with_words(word, name), "Nguyễn Thị Lãnh Đạo")
        edits.rewrite(edits.with_words(word, title[:30]), title[:10], f"Về việc {title[:10]}")

    found = proposed(paper, edits.edited(paper.data, change), tmp_path)
    expected = {("title", f"Về việc {title}")} | ({("signatory", "Nguyễn Thị Lãnh Đạo")} if name else set())
    assert {(one.place.part, flat(one.corrected)) for one in found} == expected


def test_words_are_replaced_while_changes_are_tracked(paper: Paper, tmp_path: Path) -> None:
    point = paper.points()[0]
    first = str(point.text).split()[0]
    data = edits.edited(paper.data, lambda word: edits.track(edits.paragraph(word, point.id), first, "Kịp thời"))

    new = str(point.text).replace(first, "Kịp thời", 1)
    assert told(proposed(paper, data, tmp_path)) == [(What.REWORDED, flat(point.text), flat(new))]


def test_a_phrase_is_set_in_bold(paper: Paper, tmp_path: Path) -> None:
    point = next(one for one in paper.points() if len(one.text.runs) == 1)
    phrase = " ".join(str(point.text).split()[2:5])
    data = edits.edited(paper.data, lambda word: edits.bold(edits.paragraph(word, point.id), phrase))

    (one,) = proposed(paper, data, tmp_path)
    assert (one.what, one.place.owner, one.place.part) == (What.SHAPED, point.id, "text")
    assert [run.text.strip() for run in one.corrected.runs if run.bold] == [phrase]
