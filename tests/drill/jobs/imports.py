"""Papers, workbooks and whole archives taken into an office by commands."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.drill.jobs.job import OFFICE, Commands, Step, ask
from tests.returned.office import plan
from tthc_desktop.models.changes import Change
from tthc_desktop.office import Office

PAPERS = Path(__file__).parents[2] / "data" / "plans"
NAMES = ("markdown_two_appendices", "b_html2text_page", "b_letter_kinh_gui_2016", "b_libreoffice_text_cells")


class Imports(Commands):
    """Imports, each of which may be of one plan or of several, with kept files or without."""

    def prepare(self, folder: Path) -> None:
        """Make an office with a plan, and beside it the sources in files."""
        with Office.open(folder / OFFICE) as office:
            office.change(Change("Lập", ((None, plan(12, 2)),)))
        sources = folder / "nguồn"
        (sources / "nhiều").mkdir(parents=True)
        for place, name in enumerate(NAMES):
            words = (PAPERS / f"{name}.txt").read_bytes()
            (sources / "nhiều" / f"{place} {name}.txt").write_bytes(words)
        ask(folder, "export", _plan_id(folder), sources / "văn bản.docx")
        ask(folder, "export", _plan_id(folder), sources / "bảng.xlsx")
        ask(folder, "export-all", sources / "toàn bộ.zip")

    def steps(self, folder: Path, chance: Random) -> Iterator[Step]:
        sources = folder / "nguồn"
        place = chance.randrange(len(NAMES))
        chosen = [
            sources / "nhiều" / f"{place} {NAMES[place]}.txt",
            sources / "văn bản.docx",
            sources / "bảng.xlsx",
            sources / "toàn bộ.zip",
        ]
        for source in chance.sample(chosen, 3):
            yield lambda source=source: ask(folder, "import", source)  # type: ignore[misc]


class Folders(Imports):
    """A folder imported: one change for each of its papers, so that some may be there and others not."""

    def steps(self, folder: Path, _: Random) -> Iterator[Step]:
        yield lambda: ask(folder, "import", folder / "nguồn" / "nhiều")
        yield lambda: ask(folder, "undo")


def _plan_id(folder: Path) -> str:
    with Office.open(folder / OFFICE) as office:
        return next(iter(office.plans))
