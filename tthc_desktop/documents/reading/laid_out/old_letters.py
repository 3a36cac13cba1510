"""Papers in the letters of TCVN3 or VNI turned into Unicode, and what these encodings lost told first."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, TableBlock, TableCell
from tthc_desktop.documents.reading.laid_out.tables import flat
from tthc_desktop.documents.reading.legacy import Encoding, Guess, converted, guess
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.models.text import Run, Text, text

_TONED = "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_OPENS = re.compile(rf"(?:^|[.!?]\s+)([{_TONED}]\w*(?:\s+\w+){{0,2}})")
_POINT = re.compile(r"[®ñ]\s*[.)]?")
_MOST_NAMED = 20
_DEEPEST = 50
"""How deep tables in tables are turned; no paper is deeper."""
_LOST = "Bảng mã TCVN3 không có chữ hoa mang dấu thanh; hãy xem có cần viết hoa: "
_WHOLE = "cả văn bản"


@dataclass(slots=True)
class Turned:
    """A paper in Unicode; `losses` are words that should perhaps begin with a capital."""

    paper: Paper
    counted: Counter[Encoding] = field(default_factory=Counter)
    losses: list[str] = field(default_factory=list)

    def problems(self) -> Iterator[Problem]:
        """Yield what is to be said, what is lost before all else."""
        if self.losses:
            named = "; ".join(f"“{words}”" for words in self.losses[:_MOST_NAMED])
            more = f" và {len(self.losses) - _MOST_NAMED} chỗ khác" if len(self.losses) > _MOST_NAMED else ""
            yield Problem(_WHOLE, _LOST + f"{named}{more}.")
        for encoding, count in self.counted.items():
            yield Problem(
                _WHOLE,
                f"{count} đoạn hoặc ô dùng bảng mã {encoding} đã được chuyển sang Unicode, tệp gốc giữ nguyên; hãy xem "
                "lại chữ ở đó.",
            )


def in_unicode(paper: Paper) -> Turned:
    """Return the paper in Unicode; each block that was turned keeps the words as they stood (`original`)."""
    found = {id(block): one for block in _all(paper) if (one := _guess(block))}
    turned = Turned(paper)
    if not found:
        return turned
    spoken = Counter(one.encoding for one in found.values() if one.sure)
    likely = max(spoken, key=lambda one: spoken[one], default=None)
    found |= {id(block): one for block in _all(paper) if (one := _guess(block, likely) or _point(block, likely))}
    known = {key: one for key, one in found.items() if one.sure or one.encoding in spoken}
    turned.paper = replace(
        paper,
        blocks=tuple(_block(block, known, turned, 0) for block in paper.blocks),
        aside=tuple(_paragraph(block, known, turned) for block in paper.aside),
        notes=tuple(_paragraph(block, known, turned) for block in paper.notes),
    )
    return turned


def _all(paper: Paper) -> Iterator[Block]:
    yield from flat(paper.blocks)
    yield from paper.aside
    yield from paper.notes


def _guess(block: Block, likely: Encoding | None = None) -> Guess | None:
    words = str(block.text)
    return None if words.isascii() and not block.font else guess(words, block.font, likely)


def _point(block: Block, likely: Encoding | None) -> Guess | None:
    """Return the letter đ that numbers a row by itself, in a paper of this encoding."""
    words = str(block.text)
    if likely is None or block.font or not _POINT.fullmatch(words):
        return None
    return Guess(likely, converted(words, likely), sure=True)


def _block(block: Block | TableBlock, known: dict[int, Guess], turned: Turned, depth: int) -> Block | TableBlock:
    if isinstance(block, Block):
        return _paragraph(block, known, turned)
    if depth > _DEEPEST:
        return block
    rows = tuple(tuple(_cell(cell, known, turned, depth + 1) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _cell(cell: TableCell, known: dict[int, Guess], turned: Turned, depth: int) -> TableCell:
    return replace(cell, blocks=tuple(_block(block, known, turned, depth) for block in cell.blocks))


def _paragraph(block: Block, known: dict[int, Guess], turned: Turned) -> Block:
    found = known.get(id(block))
    if found is None or found.words == str(block.text):
        return block
    turned.counted[found.encoding] += 1
    if found.encoding is Encoding.TCVN3:
        said = found.words[read_mark(found.words).start :]
        turned.losses.extend(match.group(1) for match in _OPENS.finditer(said))
    marker = block.marker and replace(block.marker, shown=converted(block.marker.shown, found.encoding))
    return replace(block, text=_turned(block.text, found), marker=marker, original=str(block.text))


def _turned(words: Text, found: Guess) -> Text:
    """Return the words of a guess with the looks that they had; letters of two signs may go over two runs."""
    lengths = [len(converted(run.text, found.encoding)) for run in words.runs]
    if sum(lengths) != len(found.words):
        lengths = [len(found.words), *(0 for _ in words.runs[1:])]
    runs: list[Run] = []
    start = 0
    for run, length in zip(words.runs, lengths, strict=True):
        runs.append(replace(run, text=found.words[start : start + length]))
        start += length
    return text(runs)
