"""A Word file of ours, corrected as people do it: exactly what they changed is proposed."""

import re
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from tests import word_edits as edits
from tthc_desktop.documents.corrected_papers import compared, plan_of_paper, read_corrected
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.comparison import What
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.correcting import Proposal, accepted
from tthc_desktop.models.editing.text import set_words
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.table import Role, Row, RowKind, Table, column_of
from tthc_desktop.models.text import plain

NEW = "Bổ sung việc rà soát quy trình nội bộ theo ý kiến của lãnh đạo."

T = TypeVar("T")
SEEDS = ("000", "001", "002", "003", "004")


@dataclass(frozen=True)
class Paper:
    """A plan, its Word file, and the parts of it that can be edited."""

    plan: Plan
    data: bytes

    def points(self) -> list[Item]:
        """Return plain numbered paragraphs with enough words and nothing below them, alone under their parents."""
        every = [item for item, _ in items(self.plan.body)]
        return [
            item
            for item in every
            if not item.children and not item.task_id and not item.heading and not item.shares_id
            and len(str(item.text)) > 60 and item.mark is not Mark.NONE
        ]  # fmt: skip

    def neighbours(self) -> Iterator[tuple[Item, Item]]:
        """Yield such points that stand beside each other."""
        points = {item.id for item in self.points()}
        for nodes in (self.plan.body, *(item.children for item, _ in items(self.plan.body))):
            for one, other in pairwise(nodes):
                if isinstance(one, Item) and isinstance(other, Item) and {one.id, other.id} <= points:
                    yield one, other

    def rows(self, role: Role) -> list[tuple[Table, Row]]:
        """Return the rows of tasks whose cell of this role has words of its own."""
        found = []
        for table, _ in tables(self.plan):
            column = column_of(table, role)
            for row, after in zip(table.rows, (*table.rows[1:], None), strict=True):
                merged = row.continues or (after and after.continues)
                if column and row.kind is RowKind.TASK and not merged:
                    found.append((table, row))
        return found


@cache
def _seed(path: Path) -> Paper:
    plan = read_text(path.read_text("utf-8"), path.name).plan
    return Paper(plan, render(plan))


@pytest.fixture(params=[*SEEDS, "sample"])
def paper(request: pytest.FixtureRequest, seeds: Path) -> Paper:
    if request.param == "sample":
        plan = sample_plan()
        return Paper(plan, render(plan))
    return _seed(next(seeds.glob(f"{request.param}*.txt")))


def proposed(paper: Paper, data: bytes, tmp_path: Path, now: Plan | None = None) -> tuple[Proposal, ...]:
    """Return what a corrected file proposes; with all of it taken the plan prints like the file."""
    file = tmp_path / "sửa.docx"
    file.write_bytes(data)
    back = read_corrected(file)
    found = compared(now or paper.plan, back).found
    if now is None:
        made = accepted(found, [one.key for one in found.proposals])
        assert compared(made, back).found.proposals == ()
    assert not back.draft.unplaced or len(back.draft.unplaced) <= 2
    return found.proposals


def one_of(found: Iterable[T]) -> T:
    """Return the first of what an edit can be tried on."""
    for one in found:
        return one
    pytest.skip("the plan has no such part")


def told(found: tuple[Proposal, ...]) -> list[tuple[What, str, str]]:
    return [(one.what, _flat(one.before), _flat(one.corrected)) for one in found]


def _flat(said: object) -> str:
    return " ".join(str(said).split())


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
    assert told(proposed(paper, data, tmp_path)) == [(What.REWORDED, _flat(old), _flat(new))]


def test_a_point_is_deleted(paper: Paper, tmp_path: Path) -> None:
    point, _ = one_of(paper.neighbours())
    data = edits.edited(paper.data, lambda word: edits.delete(edits.paragraph(word, point.id)))

    assert told(proposed(paper, data, tmp_path)) == [(What.REMOVED, _flat(point.text), "")]


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
    assert (_flat(one.before), _flat(one.corrected)) == (_flat(old), "Trước ngày 20/11/2025")


def test_a_row_is_added(paper: Paper, tmp_path: Path) -> None:
    table, row = one_of(paper.rows(Role.CONTENT))
    said = [
        NEW if column.role is Role.CONTENT else "" if column.role is Role.NUMBER else "Văn phòng Sở"
        for column in table.columns
    ]
    data = edits.edited(paper.data, lambda word: edits.add_row_after(edits.row(word, row.id), said))

    (one,) = proposed(paper, data, tmp_path)
    assert (one.what, _flat(one.corrected)) == (What.ADDED, NEW)


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
    assert f"{_flat(first.corrected)} {_flat(second.corrected)}" == _flat(point.text)


def test_two_paragraphs_become_one(paper: Paper, tmp_path: Path) -> None:
    one, other = one_of(paper.neighbours())
    data = edits.edited(
        paper.data, lambda word: edits.merge(edits.paragraph(word, one.id), edits.paragraph(word, other.id))
    )

    found = {one.what: one for one in proposed(paper, data, tmp_path)}
    assert found.keys() == {What.REMOVED, What.REWORDED}
    assert {found[what].place.owner for what in found} == {one.id, other.id}
    assert _flat(found[What.REWORDED].corrected) == _flat(f"{one.text} {other.text}")


def test_the_signer_and_the_title_are_changed(paper: Paper, tmp_path: Path) -> None:
    name, title = paper.plan.signatory.name, _flat(paper.plan.title)

    def change(word: WordDocument) -> None:
        if name:
            edits.write(edits.with_words(word, name), "Nguyễn Thị Lãnh Đạo")
        edits.rewrite(edits.with_words(word, title[:30]), title[:10], f"Về việc {title[:10]}")

    found = proposed(paper, edits.edited(paper.data, change), tmp_path)
    expected = {("title", f"Về việc {title}")} | ({("signatory", "Nguyễn Thị Lãnh Đạo")} if name else set())
    assert {(one.place.part, _flat(one.corrected)) for one in found} == expected


def test_words_are_replaced_while_changes_are_tracked(paper: Paper, tmp_path: Path) -> None:
    point = paper.points()[0]
    first = str(point.text).split()[0]
    data = edits.edited(paper.data, lambda word: edits.track(edits.paragraph(word, point.id), first, "Kịp thời"))

    new = str(point.text).replace(first, "Kịp thời", 1)
    assert told(proposed(paper, data, tmp_path)) == [(What.REWORDED, _flat(point.text), _flat(new))]


def test_a_phrase_is_set_in_bold(paper: Paper, tmp_path: Path) -> None:
    point = next(one for one in paper.points() if len(one.text.runs) == 1)
    phrase = " ".join(str(point.text).split()[2:5])
    data = edits.edited(paper.data, lambda word: edits.bold(edits.paragraph(word, point.id), phrase))

    (one,) = proposed(paper, data, tmp_path)
    assert (one.what, one.place.owner, one.place.part) == (What.SHAPED, point.id, "text")
    assert [run.text.strip() for run in one.corrected.runs if run.bold] == [phrase]


def _office(file: Path, kind: str, folder: Path) -> Path:
    """Save a file as another kind, as LibreOffice does it."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", kind, "--outdir", str(folder), str(file)], check=True, capture_output=True
    )
    return folder / f"{file.stem}.{kind}"


def _bare(data: bytes) -> bytes:
    """Return a file as a program leaves it that knows nothing of what we hide in it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if not name.startswith("customXml"):
                words = old.read(name)
                words = re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", words) if name == "word/document.xml" else words
                words = re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", words) if name.endswith(".rels") else words
                new.writestr(name, words)
    return out.getvalue()


def corrected_twice(paper: Paper) -> tuple[bytes, set[tuple[What, str]]]:
    """Return a file with a paragraph reworded and another one added, and what has to be proposed."""
    point, after = one_of(paper.neighbours())

    def change(word: WordDocument) -> None:
        edits.write(edits.paragraph(word, point.id), f"{point.text} (bổ sung)")
        edits.add_after(edits.paragraph(word, after.id), NEW)

    return edits.edited(paper.data, change), {
        (What.REWORDED, _flat(f"{point.text} (bổ sung)")),
        (What.ADDED, NEW),
    }


def test_a_file_without_anything_hidden_is_known_by_its_words(paper: Paper, tmp_path: Path) -> None:
    data, expected = corrected_twice(paper)

    found = proposed(paper, _bare(data), tmp_path)
    assert {(one.what, _flat(one.corrected)) for one in found} == expected


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("way", [("docx",), ("odt",), ("doc", "docx"), ("doc",)])
def test_a_file_saved_by_other_programs_says_the_same(tmp_path: Path, way: tuple[str, ...]) -> None:
    plan = sample_plan()
    data, expected = corrected_twice(Paper(plan, render(plan)))
    file = tmp_path / "sửa.docx"
    file.write_bytes(data)
    for kind in way:
        folder = tmp_path / f"{kind}-{len(file.parts)}"
        folder.mkdir()
        file = _office(file, kind, folder)

    back = read_corrected(file)
    found = compared(plan, back).found

    assert plan_of_paper(back, [plan, *_others()]) == plan.id
    assert {(one.what, _flat(one.corrected)) for one in found.proposals} == expected


def _others() -> list[Plan]:
    return [copy_plan(sample_plan())]


def test_what_the_office_changed_meanwhile_is_a_conflict(tmp_path: Path) -> None:
    plan = sample_plan()
    paper = Paper(plan, render(plan))
    data, _ = corrected_twice(paper)
    point, after = one_of(paper.neighbours())
    now = set_words(set_words(plan, point.id, plain("Lời của cơ quan.")), after.id, plain("Sửa ở chỗ khác."))

    found = {one.what: one for one in proposed(paper, data, tmp_path, now)}

    clash = found[What.REWORDED]
    assert clash.conflict
    assert (str(clash.before), str(clash.current)) == (str(point.text), "Lời của cơ quan.")
    assert str(clash.corrected).endswith("(bổ sung)")
    assert not found[What.ADDED].conflict
    assert found.keys() == {What.REWORDED, What.ADDED}
