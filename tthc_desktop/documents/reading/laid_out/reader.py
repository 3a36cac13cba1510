"""From a paper of any format to a Draft, by the same understanding as from its text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tthc_desktop.documents.reading.draft import Draft, Problem
from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, TableBlock
from tthc_desktop.documents.reading.laid_out.frames import unframed
from tthc_desktop.documents.reading.laid_out.headings import Headings
from tthc_desktop.documents.reading.laid_out.laying import Laying, is_torn
from tthc_desktop.documents.reading.laid_out.old_letters import in_unicode
from tthc_desktop.documents.reading.laid_out.stitching import stitched
from tthc_desktop.documents.reading.text.facts import gather
from tthc_desktop.documents.reading.text.head import is_draft_sign, kind_at
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.documents.reading.text.pieces import Reading, blocks_of
from tthc_desktop.documents.reading.text.planning import plan_of
from tthc_desktop.documents.reading.text.reader import drawn, take_stamps
from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.models.text import emphasised

_WHOLE = "cả văn bản"


def read_laid_out(paper: Paper, source: str = "") -> Draft:
    """Read a plan from the blocks of its paper. Nothing is refused: what finds no place is listed in the draft.

    Words of TCVN3 and VNI are turned into Unicode; `Draft.originals` has the lines as they stood.
    """
    turned = in_unicode(paper)
    paper = turned.paper
    blocks = list(_without_title_headings(list(stitched(list(unframed(paper.blocks))))))
    boxes = [block for block in blocks if isinstance(block, Block) and _is_sign(block)]
    blocks = [block for block in blocks if not (isinstance(block, Block) and _is_sign(block))]
    laying = Laying(mends=True, torn=is_torn(block for block in blocks if isinstance(block, Block)))
    laid = laying.lay(blocks, Headings(block for block in blocks if isinstance(block, Block)))
    lines = [line for line in laid if isinstance(line, Line)]
    reading = Reading(gather(lines), landscape=_across(paper, laying), problems=list(laying.problems))
    stamps = (*paper.stamps, *take_stamps(lines, reading))
    plan = plan_of(blocks_of(laid, reading), stamps, reading)
    reading.place(laying.aside((*boxes, *paper.aside)))
    laying.aside(paper.notes)
    draft = drawn(replace(plan, source=source), lines, tuple(laying.lines), reading)
    return replace(
        draft,
        problems=(*turned.problems(), *paper.problems, *_about(paper, boxes), *draft.problems),
        places=laying.places,
        known=laying.known,
        originals=laying.originals,
        carried=paper.carried,
    )


def _across(paper: Paper, laying: Laying) -> frozenset[int] | None:
    return frozenset(laying.across) if paper.oriented or laying.across else None


def _is_sign(block: Block) -> bool:
    """Tell whether a block is a box beside the text that says what the paper still is: DỰ THẢO, HỎA TỐC."""
    return block.boxed and is_draft_sign(str(block.text))


def _about(paper: Paper, boxes: Sequence[Block]) -> Iterator[Problem]:
    """Tell what of the paper is none of the plan."""
    for box in boxes:
        yield Problem(_WHOLE, f"Khung chữ “{' '.join(str(box.text).split())}” không thuộc nội dung kế hoạch, để riêng.")
    if paper.pictures:
        yield Problem(_WHOLE, f"Có {paper.pictures} hình không đưa vào được, vì kế hoạch chỉ có chữ và bảng.")
    if paper.notes:
        yield Problem(_WHOLE, f"Có {len(paper.notes)} chú thích cuối trang, để ở danh sách chưa xếp chỗ.")


def _without_title_headings(blocks: Sequence[Block | TableBlock]) -> Iterator[Block | TableBlock]:
    """Yield the blocks with no heading in the head of the paper, nor where a name of its kind or a title stands."""
    kinds = [place for place, block in enumerate(blocks) if isinstance(block, Block) and _names_kind(block)]
    titles = {place + 1 for place in kinds}
    for place, block in enumerate(blocks):
        named = place in kinds or (place in titles and isinstance(block, Block) and not _is_numbered(block))
        if isinstance(block, Block) and block.heading and named:
            yield replace(block, heading=0, text=emphasised(block.text, bold=True))
        else:
            yield block


def _names_kind(block: Block) -> bool:
    return bool(kind_at(str(block.text).partition("\n")[0]))


def _is_numbered(block: Block) -> bool:
    return block.marker is not None or read_mark(str(block.text)).numbered
