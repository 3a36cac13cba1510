"""Pieces of text as a fragment: the outline they make, the bases before it, the numbers that are not of their place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tthc_desktop.documents.reading.clipboard.pasted import Pasted
from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.text.paragraphs import Paragraph
from tthc_desktop.documents.reading.text.pieces import Reading
from tthc_desktop.documents.reading.text.title import is_basis, split_bases
from tthc_desktop.documents.reading.text.tree import Outline, outline
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.numbering import UNNUMBERED, Mark, ordinal, printed
from tthc_desktop.models.outline import items, numbers
from tthc_desktop.models.plan import Basis, Item, Node, SourceLine
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import emphasised

_REPLACED = "\ufffd"


def settled(pieces: Sequence[Paragraph | Table], reading: Reading, lines: tuple[SourceLine, ...]) -> Pasted:
    """Return the fragment that the pieces make, with the fate of every line."""
    first = _bases_end(pieces)
    bases = tuple(basis for piece in pieces[:first] if isinstance(piece, Paragraph) for basis in _bases(piece, reading))
    found = outline(pieces[first:], closes=_has_sections(pieces))
    reading.placed |= found.placed
    reading.problems.extend(_misnumbered(found))
    fragment = Fragment(found.nodes, {**reading.tasks, **found.tasks}, reading.targets, bases)
    known = {line.number for line in lines}
    placed = {number: reading.placed[number] for number in sorted(known & reading.placed.keys())}
    problems = sorted([*reading.problems, *_damaged(lines)], key=lambda problem: problem.line)
    return Pasted(fragment, lines, placed, tuple(problems))


def _damaged(lines: Sequence[SourceLine]) -> Iterator[Problem]:
    for line in lines:
        if _REPLACED in line.text:
            said = f"Có ký tự hỏng, hiện là “{_REPLACED}”; hãy sửa theo bản gốc."
            yield Problem(f"dòng {line.number}", said, line.number)


def _bases_end(pieces: Sequence[Paragraph | Table]) -> int:
    """Return behind which piece the bases end; a lone sentence that begins like one is none."""
    found = 0
    while found < len(pieces) and _is_basis(pieces[found]):
        found += 1
    first = pieces[0] if found else None
    listed = found > 1 or (isinstance(first, Paragraph) and first.words.rstrip().endswith((";", ",")))
    return found if listed else 0


def _has_sections(pieces: Sequence[Paragraph | Table]) -> bool:
    """Tell whether a whole text was copied, whose closing words stand below no section."""
    return sum(isinstance(piece, Paragraph) and piece.mark.mark is Mark.ROMAN for piece in pieces) > 1


def _is_basis(piece: Paragraph | Table) -> bool:
    return isinstance(piece, Paragraph) and piece.mark.mark is Mark.NONE and is_basis(piece.words)


def _bases(piece: Paragraph, reading: Reading) -> Iterator[Basis]:
    for words in split_bases(piece.text):
        basis = Basis(new_id(), emphasised(words, italic=False))
        reading.place((line.number for line in piece.lines), basis.id)
        yield basis


def _misnumbered(found: Outline) -> Iterator[Problem]:
    """Yield the numbers that differ from those of their place, once for each gap; the outermost may begin anywhere."""
    right = numbers(_begun(found))
    last: dict[tuple[Id, Mark], int] = {}
    for item, above in items(found.nodes):
        number, line = found.printed[item.id]
        due = right[item.id]
        if item.mark is Mark.DECIMAL and not above:
            number, due = number.rpartition(".")[2], due.rpartition(".")[2]
        series = (above[-1].id if above else "", item.mark)
        skipped = (ordinal(item.mark, number) or 0) - (ordinal(item.mark, due) or 0)
        if number and number != due and skipped != last.get(series, 0):
            said = f"Số in là “{printed(item.mark, number)}”, theo vị trí là “{printed(item.mark, due)}”."
            yield Problem(f"dòng {line}", said, line)
        last[series] = skipped if number else last.get(series, 0)


def _begun(found: Outline) -> tuple[Node, ...]:
    """Return the outline in which each series of the outermost items begins with the number it has on paper."""
    seen: set[Mark] = set()
    begun: list[Node] = []
    for node in found.nodes:
        if isinstance(node, Item) and node.mark not in UNNUMBERED and node.mark not in seen:
            seen.add(node.mark)
            place = ordinal(node.mark, found.printed[node.id][0])
            node = replace(node, starts_at=place or node.starts_at)  # noqa: PLW2901 - the node as it is to be counted
        begun.append(node)
    return tuple(begun)
