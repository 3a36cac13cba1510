"""The papers of an archive that the program wrote: those in JSON are read, each checked against the list inside."""

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.documents.exchange import from_json
from tthc_desktop.documents.limits import ARCHIVE_PARTS, LARGEST_JSON, MEGABYTE
from tthc_desktop.documents.own_archive import INDEX, Entry
from tthc_desktop.documents.reading.archive import DAMAGES, Archive, Bearable
from tthc_desktop.documents.reading.draft import Draft, Drafts, Problem
from tthc_desktop.documents.reading.everything.index import entries_of
from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.documents.reading.raw import unreadable
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan

_AGAIN = "Hãy chép lại gói từ nơi đã xuất, hoặc xuất lại ở máy cũ, rồi nhập lại."
_BEARABLE = Bearable(
    called="gói văn bản",
    program="chương trình đã xuất gói",
    way_out="Hãy chọn đúng gói .zip mà chương trình đã xuất, hoặc nhập từng tệp .json một.",
    protection="",
    unpacked=ARCHIVE_PARTS,
)
_CHUNK = 1 << 20


def is_everything(path: Path) -> bool:
    """Tell whether a file is an archive of all papers, by what it holds."""
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            return INDEX in archive.NameToInfo
    except DAMAGES:
        return False


def read_everything(path: Path, step: Step = no_step) -> Drafts:
    """Return all papers of an archive; `step` hears after each file and may raise to stop.

    A paper that is not what was exported keeps all out; Word, Excel and PDF files are no source, so they are only told.
    """
    try:
        with path.open("rb") as file:
            return _read(_Source(path.name, Archive(path.name, file, _BEARABLE)), step)
    except OSError as error:
        raise unreadable(path, error, "gói .zip") from error


def kept_files(path: Path, plans: Sequence[Plan]) -> Iterator[bytes]:
    """Yield the files kept when these plans were issued, as far as an archive has them as they were exported.

    Raises UserError when the archive cannot be read.
    """
    wanted = {plan.issue.pdf for plan in plans if plan.issue and plan.issue.pdf}
    try:
        with path.open("rb") as file:
            source = _Source(path.name, Archive(path.name, file, _BEARABLE))
            for entry in source.listed() if wanted else ():
                if entry.sha256 in wanted and source.is_as_listed(entry):
                    wanted.remove(entry.sha256)
                    yield source.archive.read(entry.name)
    except OSError as error:
        raise unreadable(path, error, "gói .zip") from error


@dataclass(frozen=True, slots=True)
class _Source:
    """The archive and what it is called."""

    name: str
    archive: Archive

    def changed(self, entry: Entry) -> UserError:
        return UserError(f"Gói “{self.name}”: tệp “{entry.name}” bị hỏng hoặc đã bị sửa sau khi xuất.", _AGAIN)

    def is_as_listed(self, entry: Entry) -> bool:
        """Tell whether a file is what the list says, read piece by piece and no further than it says."""
        if entry.name not in self.archive:
            return False
        check, rest = hashlib.sha256(), entry.size
        try:
            with self.archive.open(entry.name) as stream:
                while piece := stream.read(min(_CHUNK, rest + 1)):
                    rest -= len(piece)
                    if rest < 0:
                        return False
                    check.update(piece)
        except (*DAMAGES, UserError):
            return False
        return rest == 0 and check.hexdigest() == entry.sha256

    def paper(self, entry: Entry) -> Draft:
        """Return the paper in a file of the list."""
        if entry.size > LARGEST_JSON:
            raise UserError(
                f"Gói “{self.name}”: tệp “{entry.name}” lớn quá {LARGEST_JSON // MEGABYTE} MB.", _BEARABLE.way_out
            )
        if not self.is_as_listed(entry):
            raise self.changed(entry)
        try:
            plan = from_json(self.archive.read(entry.name).decode())
        except UnicodeDecodeError as error:
            raise self.changed(entry) from error
        except UserError as error:
            raise UserError(f"Gói “{self.name}”, tệp “{entry.name}”: {error.what}", error.advice) from error
        return Draft(plan, plan.unplaced, {}, ())

    def listed(self) -> tuple[Entry, ...]:
        """Return the files that the list inside names."""
        try:
            data = self.archive.read(INDEX)
        except UserError as error:
            raise self.changed(Entry(INDEX, 0, "")) from error
        return entries_of(self.name, data, _AGAIN)


def _read(source: _Source, step: Step) -> Drafts:
    listed = source.listed()
    papers = [entry for entry in listed if entry.name.lower().endswith(".json")]
    if not papers:
        raise UserError(f"Gói “{source.name}” không có văn bản nào.", _BEARABLE.way_out)
    drafts: list[Draft] = []
    for done, entry in enumerate(papers, 1):
        drafts.append(source.paper(entry))
        step(done, len(listed))
    return Drafts(tuple(drafts), tuple(_problems(source, listed, step)))


def _problems(source: _Source, listed: Sequence[Entry], step: Step) -> Iterator[Problem]:
    """Yield a problem for each other file that is not there or not as it was exported."""
    others = [entry for entry in listed if not entry.name.lower().endswith(".json")]
    for done, entry in enumerate(others, len(listed) - len(others) + 1):
        if not source.is_as_listed(entry):
            yield Problem(entry.name, "tệp này không còn như khi xuất; văn bản được lấy từ tệp .json nên vẫn đủ.")
        step(done, len(listed))
