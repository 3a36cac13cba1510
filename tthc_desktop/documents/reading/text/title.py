"""The title below the name of the paper's kind, and the bases before the first section."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.text.paragraphs import Paragraph, starts_with
from tthc_desktop.documents.reading.text.source import squeezed
from tthc_desktop.documents.reading.text.tables.rows import cut
from tthc_desktop.models.numbering import UNNUMBERED
from tthc_desktop.models.text import Text, fold

ATTACHED = re.compile(r"\(?\s*(?:ban hanh )?kem theo\b")
_BASIS = (
    "can cu",
    "thuc hien",
    "theo de nghi",
    "xet de nghi",
    "theo quyet dinh",
    "theo ke hoach",
    "trien khai",
    "thi hanh",
    "thuc hien",
    "tren co so",
    "theo",
    "xet",
    "can cu vao",
)
_CITED = re.compile(
    r"\b(so|luat|ngay|nghi dinh|nghi quyet|quyet dinh|ke hoach|cong van|thong tu|chi thi|phap lenh|"
    r"de nghi|to trinh|chuong trinh|hien phap|thong bao|ket luan|chi dao)\b"
)
_NEXT_BASIS = re.compile(r";\s+(?=(?:Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị)\s)")
_TITLE_WORDS = 90


@dataclass(slots=True)
class Title:
    """The title's paragraphs and what follows them."""

    title: list[Paragraph] = field(default_factory=list)
    attached: list[Paragraph] = field(default_factory=list)
    rest: list[Paragraph] = field(default_factory=list)


def read_title(parts: Sequence[Paragraph]) -> Title:
    """Take the title off the front of the text."""
    found = Title()
    for place, part in enumerate(parts):
        if is_attached(part.words):
            found.attached.append(part)
        elif found.attached or not _is_title(part, found.title):
            found.rest = list(parts[place:])
            break
        else:
            found.title.append(part)
    return found


def is_attached(words: str) -> bool:
    """Tell whether the words are the line `(Kèm theo …)`."""
    return bool(ATTACHED.match(fold(words))) and len(words.split()) < 60


def _is_title(part: Paragraph, before: Sequence[Paragraph]) -> bool:
    shouted = part.words.isupper() and bool(before) and before[-1].words.isupper()
    if part.mark.mark not in UNNUMBERED or (
        not shouted and is_basis(part.words) and (before or (len(part.lines) > 1 and part.words.rstrip()[-1] in ";:."))
    ):
        return False
    if not before:
        return len(part.words.split()) <= _TITLE_WORDS
    ended = part.words.rstrip()[-1] in ".:;"
    alike = before[-1].words.isupper() == part.words.isupper()
    return not ended and alike and len(part.words.split()) <= 40 and len(before) < 4


def is_basis(words: str) -> bool:
    """Tell whether a paragraph before the first section names what the plan rests on."""
    folded = fold(words)
    return folded.startswith("can cu ") or (starts_with(words, *_BASIS) and bool(_CITED.search(folded)))


def split_bases(words: Text) -> list[Text]:
    """Return the bases of one paragraph: `Căn cứ …; Căn cứ …` are two."""
    bare = str(words)
    starts = [0, *(match.end() for match in _NEXT_BASIS.finditer(bare))]
    ends = [*starts[1:], len(bare)]
    return [slice_of(words, start, end) for start, end in zip(starts, ends, strict=True)]


def slice_of(words: Text, start: int, end: int) -> Text:
    """Return the letters from `start` to `end` with their emphasis."""
    kept = []
    place = 0
    for run in cut(words, start).runs:
        kept.append(type(run)(run.text[: max(0, end - start - place)], run.bold, run.italic))
        place += len(run.text)
    return squeezed(tuple(kept))
