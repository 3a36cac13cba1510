"""A corrected Word file that other programs saved, that lost what we hide in it, or came late."""

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from tests import word_edits as edits
from tests.documents.corrected import NEW, SAMPLE, Paper, flat, one_of, paper, proposed, sample_paper
from tthc_desktop.documents.corrected_papers import compared, plan_of_paper, read_corrected
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.comparison import What
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing.text import set_words
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain

__all__ = ["paper"]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where LibreOffice keeps its own, made once: that is most of its work."""
    return tmp_path_factory.mktemp("profile")


def _office(file: Path, kind: str, folder: Path, profile: Path) -> Path:
    """Save a file as another kind, as LibreOffice does it."""
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
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
        (What.REWORDED, flat(f"{point.text} (bổ sung)")),
        (What.ADDED, NEW),
    }


def test_a_file_without_anything_hidden_is_known_by_its_words(paper: Paper, tmp_path: Path) -> None:
    data, expected = corrected_twice(paper)

    found = proposed(paper, _bare(data), tmp_path)
    assert {(one.what, flat(one.corrected)) for one in found} == expected


@pytest.mark.needs("LibreOffice Writer")
@pytest.mark.parametrize("way", [("docx",), ("odt",), ("doc", "docx"), ("doc",)])
def test_a_file_saved_by_other_programs_says_the_same(tmp_path: Path, profile: Path, way: tuple[str, ...]) -> None:
    plan = SAMPLE
    data, expected = corrected_twice(sample_paper())
    file = tmp_path / "sửa.docx"
    file.write_bytes(data)
    for kind in way:
        folder = tmp_path / f"{kind}-{len(file.parts)}"
        folder.mkdir()
        file = _office(file, kind, folder, profile)

    back = read_corrected(file)
    found = compared(plan, back).found

    assert plan_of_paper(back, [plan, *_others()]) == plan.id
    assert {(one.what, flat(one.corrected)) for one in found.proposals} == expected


def _others() -> list[Plan]:
    return [copy_plan(sample_plan())]


def test_what_the_office_changed_meanwhile_is_a_conflict(tmp_path: Path) -> None:
    plan = SAMPLE
    paper = sample_paper()
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
