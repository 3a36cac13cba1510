"""The archive written paper by paper, so that it needs the room of one paper however many there are."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tthc_desktop.documents.own_archive import INDEX, README, Entry
from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.documents.writing.endings import written
from tthc_desktop.documents.writing.everything.listing import Listed, index, readme
from tthc_desktop.documents.writing.everything.naming import folder, stem
from tthc_desktop.documents.writing.files import writing
from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan

_ENDINGS = (".json", ".docx", ".xlsx", ".pdf")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_ISSUED = "bản đã ban hành"
KeptFile = Callable[[str], bytes]
"""Gives a file that the office keeps, by its SHA-256; raises UserError where it has none."""


@dataclass(frozen=True, slots=True)
class Told:
    """How many papers the archive holds, and what could not be written of which of them."""

    papers: int
    missing: tuple[tuple[Id, str, str], ...] = ()
    """Identity of the paper, name of the file, why it is not there."""


def write_everything(path: Path, papers: Sequence[Plan], kept_file: KeptFile, step: Step = no_step) -> Told:
    """Write an archive of all papers; `step` hears after each and may raise, then no file comes about.

    A file that cannot be made (a table too wide to print) is left out and named; the JSON of a paper always is there.
    The same papers give the same bytes.
    """
    with writing(path) as file:
        return _Archive(file, kept_file).whole(papers, step)


@dataclass(slots=True)
class _Archive:
    """The archive being written into a file."""

    file: IO[bytes]
    kept_file: KeptFile
    missing: list[tuple[Id, str, str]] = field(default_factory=list)

    def whole(self, papers: Sequence[Plan], step: Step) -> Told:
        listed: list[Listed] = []
        step(0, len(papers))
        with ZipFile(self.file, "w", ZIP_DEFLATED) as archive:
            for place, plan in enumerate(papers, 1):
                entries = tuple(self._add(archive, name, data) for name, data in self._files(place, plan))
                listed.append(
                    Listed(plan, entries, tuple((name, why) for id_, name, why in self.missing if id_ == plan.id))
                )
                step(place, len(papers))
            self._add(archive, INDEX, index(listed))
            self._add(archive, README, readme(listed))
        return Told(len(papers), tuple(self.missing))

    def _files(self, place: int, plan: Plan) -> Iterator[tuple[str, bytes]]:
        name = f"{folder(place, plan)}/{stem(plan)}"
        for ending in _ENDINGS:
            yield from self._made(plan, f"{name}{ending}", partial(written, plan, ending))
        if plan.issue and plan.issue.pdf:
            yield from self._made(plan, f"{name} - {_ISSUED}.pdf", partial(self.kept_file, plan.issue.pdf))

    def _made(self, plan: Plan, name: str, make: Callable[[], bytes]) -> Iterator[tuple[str, bytes]]:
        try:
            yield name, make()
        except UserError as error:
            self.missing.append((plan.id, name, str(error)))

    @staticmethod
    def _add(archive: ZipFile, name: str, data: bytes) -> Entry:
        entry = ZipInfo(name, _FIRST_DAY)
        entry.compress_type = ZIP_DEFLATED
        entry.create_system = 0
        archive.writestr(entry, data)
        return Entry(name, len(data), hashlib.sha256(data).hexdigest())
