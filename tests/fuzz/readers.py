"""The readers by name: how each is asked, which good files are harmed for it, and how."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tests.fuzz import mutating, seeds
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.unit import Unit

Read = Callable[[Path], object]
_RARELY = 40
"""Of so many files that are read one is written again as each kind of file: that takes much longer than reading."""
_PASSWORD = "Mật khẩu 9"


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader: it is given a file with this ending, and may refuse it with a `UserError` and nothing else."""

    read: Read
    seeds: Callable[[], Iterator[bytes]]
    harms: Sequence[mutating.Harm]
    ending: str


def _taken(plan: Plan, rarely: int) -> None:
    """See that what was read can be kept, and now and then that it can be written."""
    from tthc_desktop.documents.exchange import from_json, to_json  # noqa: PLC0415 - instrumented first
    from tthc_desktop.documents.writing.endings import written  # noqa: PLC0415

    assert from_json(to_json(plan)) == plan
    if rarely % _RARELY == 0:
        for ending in (".pdf", ".docx", ".xlsx"):
            try:
                written(plan, ending)
            except UserError:
                continue


def _paper(path: Path) -> None:
    from tthc_desktop.documents.reading.several import read_plans  # noqa: PLC0415

    for draft in read_plans(path):
        assert {line.number for line in draft.lines} >= draft.placed.keys()
        _taken(draft.plan, path.stat().st_size)


def _corrected(path: Path) -> None:
    from tests.ui.papers import little_plan  # noqa: PLC0415
    from tthc_desktop.documents.corrected_papers import compared, read_corrected  # noqa: PLC0415

    compared(little_plan(), read_corrected(path))


def _word(path: Path) -> None:
    _corrected(path) if path.stat().st_size % 4 == 0 else _paper(path)


def _workbook(path: Path) -> None:
    from tthc_desktop.documents.reading.files import is_workbook  # noqa: PLC0415
    from tthc_desktop.documents.reading.sheets.own.plans import own_plans  # noqa: PLC0415
    from tthc_desktop.documents.reading.sheets.reading import read_book  # noqa: PLC0415
    from tthc_desktop.documents.reading.sheets.tables.workbook import read_draft  # noqa: PLC0415
    from tthc_desktop.documents.reading.unit_sheet import read_unit_sheet  # noqa: PLC0415

    is_workbook(path)
    book = read_book(path)
    for ask in (read_unit_sheet, own_plans):
        try:
            ask(book)
        except UserError:
            continue
    _taken(read_draft(book).plan, path.stat().st_size)


def _archive(path: Path) -> None:
    from tthc_desktop.documents.reading.everything import is_everything, kept_files, read_everything  # noqa: PLC0415

    if is_everything(path):
        plans = [draft.plan for draft in read_everything(path).drafts]
        sum(map(len, kept_files(path, plans)))


def _open_text(path: Path) -> None:
    from tthc_desktop.documents.reading.open_document import refuse_unbearable  # noqa: PLC0415

    refuse_unbearable(path.read_bytes(), path.name)


def _aloud(path: Path) -> None:
    from tthc_desktop.documents.reading_order import reading_order  # noqa: PLC0415

    reading_order(path.read_bytes(), path.name)


def _measured(path: Path) -> None:
    from tthc_desktop.documents.measuring.checking import checked_print  # noqa: PLC0415

    checked_print(path.read_bytes(), path.name)


def _signed(path: Path) -> None:
    from tests.ui.papers import little_plan  # noqa: PLC0415
    from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415
    from tthc_desktop.documents.signing.reading import read_signed  # noqa: PLC0415

    read_signed(read_pdf(path), path.name, little_plan(), _root())


@cache
def _root() -> tuple[bytes, ...]:
    return (next(seeds.roots()),)


def _signing(path: Path) -> None:
    from tests.signing_means import hand, p12  # noqa: PLC0415
    from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415
    from tthc_desktop.documents.signing.making import Signing, from_file, picture, sign  # noqa: PLC0415
    from tthc_desktop.models.signing import SignAs  # noqa: PLC0415

    data = read_pdf(path)
    source = from_file(p12(), _PASSWORD, "a.p12")
    role = tuple(SignAs)[len(data) % 3]
    at = datetime(2025, 3, 1, tzinfo=UTC)
    sign(data, path.name, source, Signing(role, at, picture(hand(), "a.png"), "15/KH-SNV"))


def _certificate(path: Path) -> None:
    from tthc_desktop.documents.signing.making import from_file  # noqa: PLC0415

    from_file(path.read_bytes(), _PASSWORD, path.name)


def _roots(path: Path) -> None:
    from tthc_desktop.documents.signing.roots import read_roots  # noqa: PLC0415

    read_roots(path.parent)


def _picture(path: Path) -> None:
    from tthc_desktop.documents.signing.making.looks import picture, picture_page  # noqa: PLC0415

    picture_page(picture(path.read_bytes(), path.name), 100, 50)


def _office(path: Path) -> None:
    from tthc_desktop.office import Office  # noqa: PLC0415

    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    Office.open(path).close()


def _card(path: Path) -> None:
    from tthc_desktop.storage.backups.cards import stored  # noqa: PLC0415
    from tthc_desktop.storage.backups.choices import choices_of  # noqa: PLC0415
    from tthc_desktop.storage.backups.folders import card_of  # noqa: PLC0415

    card_of(path).write_bytes(path.read_bytes())
    stored(path)
    choices_of(path)


def _update(path: Path) -> None:
    from tthc_desktop.updating.package import opened  # noqa: PLC0415

    with opened(path):
        pass


def _text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape" if path.stat().st_size % 2 else "replace")


def _pasted_page(path: Path) -> None:
    from tthc_desktop.documents.reading.clipboard.reader import read_html  # noqa: PLC0415
    from tthc_desktop.documents.reading.clipboard_table import read_block  # noqa: PLC0415

    markup = _text_of(path)
    for ask in (read_html, lambda words: read_block(words, "")):
        try:
            ask(markup)
        except UserError:
            continue


def _pasted_words(path: Path) -> None:
    from tthc_desktop.documents.reading.clipboard.reader import read_plain  # noqa: PLC0415
    from tthc_desktop.documents.reading.clipboard_table import read_block  # noqa: PLC0415

    words = _text_of(path)
    for ask in (read_plain, lambda said: read_block("", said)):
        try:
            ask(words)
        except UserError:
            continue


def _pasted_own(path: Path) -> None:
    from tthc_desktop.documents.reading.clipboard.reader import read_exact  # noqa: PLC0415

    read_exact(_text_of(path))


def _phrase(path: Path) -> None:
    """Understand the words of a cell in every way that the program does."""
    from tthc_desktop.models import charts, citing, due_day, legal_typing, mentions, party, usual  # noqa: PLC0415
    from tthc_desktop.models.deadlines.understanding import understand  # noqa: PLC0415
    from tthc_desktop.models.editing.legal_list import read_document  # noqa: PLC0415
    from tthc_desktop.models.progress.forms import day_in  # noqa: PLC0415
    from tthc_desktop.models.rollforward.citations import citations  # noqa: PLC0415
    from tthc_desktop.models.targets.measure import understand_target  # noqa: PLC0415
    from tthc_desktop.models.text import clean, collation_key, fold, from_markup, to_markup  # noqa: PLC0415
    from tthc_desktop.models.units.resolving import resolved  # noqa: PLC0415

    words = clean(_text_of(path))[:32_767]
    understand(words, 2025)
    understand_target(words)
    resolved(words, _units())
    asked: tuple[Callable[[str], object], ...] = (citing.citations, citations, party.parties, charts.figure_of)
    for ask in asked:
        ask(words)
    others: tuple[Callable[[str], object], ...] = (due_day.due_day, usual.usual, day_in, read_document, fold)
    for ask in (*others, collation_key):
        ask(words)
    legal_typing.basis_query(words, len(words))
    legal_typing.sentence_query(words, len(words) // 2)
    mentions.shifted(words, 1)
    assert from_markup(to_markup(from_markup(words))) == from_markup(words)


@cache
def _units() -> tuple[Unit, ...]:
    names = ("Sở Nội vụ", "Văn phòng UBND tỉnh", "UBND xã Mường Mẫu", "Phòng Văn hóa - Xã hội", "Các phòng thuộc Sở")
    return tuple(Unit(f"u{place}", name) for place, name in enumerate(names))


READERS: Mapping[str, Reader] = {
    "text": Reader(_paper, seeds.texts, mutating.TEXT, ".txt"),
    "json": Reader(_paper, seeds.exports, mutating.TEXT, ".json"),
    "docx": Reader(_word, seeds.words, mutating.ZIP, ".docx"),
    "pdf": Reader(_paper, seeds.prints, mutating.PDF, ".pdf"),
    "html": Reader(_paper, seeds.pages, mutating.XML, ".html"),
    "xlsx": Reader(_workbook, seeds.workbooks, mutating.ZIP, ".xlsx"),
    "xls": Reader(_workbook, seeds.old_workbooks, mutating.BYTES, ".xls"),
    "ods": Reader(_workbook, seeds.open_workbooks, mutating.ZIP, ".ods"),
    "csv": Reader(_workbook, seeds.separated, mutating.TEXT, ".csv"),
    "zip": Reader(_archive, seeds.archives, mutating.ZIP, ".zip"),
    "odt": Reader(_open_text, seeds.open_workbooks, mutating.ZIP, ".odt"),
    "reading-order": Reader(_aloud, seeds.prints, mutating.PDF, ".pdf"),
    "check-print": Reader(_measured, seeds.prints, mutating.PDF, ".pdf"),
    "signed": Reader(_signed, seeds.signed, mutating.PDF, ".pdf"),
    "sign": Reader(_signing, seeds.prints, mutating.PDF, ".pdf"),
    "p12": Reader(_certificate, seeds.certificates, mutating.BYTES, ".p12"),
    "roots": Reader(_roots, seeds.roots, mutating.BYTES, ".pem"),
    "picture": Reader(_picture, seeds.pictures, mutating.BYTES, ".png"),
    "pasted-html": Reader(_pasted_page, seeds.pages, mutating.XML, ".html"),
    "pasted-words": Reader(_pasted_words, seeds.copied, mutating.TEXT, ".txt"),
    "pasted-own": Reader(_pasted_own, seeds.exports, mutating.TEXT, ".json"),
    "office": Reader(_office, seeds.offices, mutating.BYTES, ".tthc"),
    "backup-card": Reader(_card, seeds.cards, mutating.TEXT, ".tthc"),
    "update": Reader(_update, seeds.updates, mutating.ZIP, ".zip"),
    "phrase": Reader(_phrase, seeds.phrases, mutating.TEXT, ".txt"),
}
