"""A Word file put together: text, heads and feet of pages, notes, and what of this program is hidden in it."""

from tthc_desktop.documents.own_papers import CARRIED_NAMESPACE
from tthc_desktop.documents.reading.archive import damaged
from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, Step
from tthc_desktop.documents.reading.laid_out.tables import flat
from tthc_desktop.documents.reading.word.body import Body
from tthc_desktop.documents.reading.word.counts import Counts
from tthc_desktop.documents.reading.word.kinds import opened
from tthc_desktop.documents.reading.word.lists import read_lists
from tthc_desktop.documents.reading.word.names import Element, child, w
from tthc_desktop.documents.reading.word.notes import Reference
from tthc_desktop.documents.reading.word.package import BEARABLE, Package
from tthc_desktop.documents.reading.word.paragraphs import Paragraphs
from tthc_desktop.documents.reading.word.spreads import Blocks
from tthc_desktop.documents.reading.word.styles import read_styles
from tthc_desktop.documents.reading.word.words import Reader
from tthc_desktop.models.text import fold

_MOTTO = "cong hoa xa hoi chu nghia"


def read(data: bytes, name: str, step: Step) -> Paper:
    """Read a Word file as a paper."""
    package = opened(data, name)
    body = child(package.text(), w("body"))
    if body is None:
        raise damaged(name, BEARABLE)
    counts = Counts(name, macros=bool(package.related("vbaProject")), comments=_comments(package))
    reading = _reading(package, counts)
    blocks = reading.whole(body, step)
    letter, aside = _beside(package, reading)
    notes, told = _notes(package, reading)
    counts.too_deep |= package.flattened
    return Paper(
        (*letter, *blocks),
        counts.pictures,
        (*reading.aside, *aside),
        notes=tuple(notes),
        problems=(*counts.problems(), *told),
        oriented=True,
        carried=_carried(package),
    )


def _reading(package: Package, counts: Counts) -> Body:
    styles = read_styles(_root(package, "styles"), _root(package, "theme"))
    lists = read_lists(_root(package, "numbering"), styles)
    return Body(Paragraphs(styles, lists, counts, Reader(styles, counts)))


def _root(package: Package, kind: str) -> Element | None:
    parts = package.related(kind)
    return package.optional(parts[0]) if parts else None


def _comments(package: Package) -> int:
    root = _root(package, "comments")
    return 0 if root is None else sum(1 for _ in root.iterchildren(w("comment")))


def _notes(package: Package, reading: Body) -> tuple[list[Block], list[Problem]]:
    """Return the notes in the order in which the text refers to them, and where each belongs."""
    roots = {kind: _root(package, f"{kind}s") for kind in ("footnote", "endnote")}
    elements = {
        (kind, one.get(w("id"), "")): one
        for kind, root in roots.items()
        if root is not None
        for one in root.iterchildren(w(kind))
    }
    blocks: list[Block] = []
    problems: list[Problem] = []
    places = dict.fromkeys(roots, 0)
    for reference in list(reading.paragraphs.references):
        element = elements.pop((reference.kind, reference.number), None)
        found = [] if element is None else list(flat(reading.apart(element)))
        if found:
            places[reference.kind] += 1
            blocks.extend(found)
            problems.append(_told(reference, places[reference.kind], found))
    return blocks, problems


def _told(reference: Reference, place: int, found: list[Block]) -> Problem:
    return Problem("chú thích", reference.told(place, " ".join(str(block.text) for block in found)))


def _beside(package: Package, reading: Body) -> tuple[Blocks, list[Block]]:
    """Return the head of a letter that stands at the head of pages, and what else stands there, each line once."""
    letter: Blocks = ()
    aside: dict[str, Block] = {}
    for kind in ("header", "footer"):
        for part in package.related(kind):
            root = package.optional(part)
            blocks = () if root is None else reading.apart(root)
            found = list(flat(blocks))
            if any(_MOTTO in fold(str(block.text)) for block in found):
                letter = letter or blocks
            else:
                aside |= {str(block.text): block for block in found if str(block.text) not in aside}
    return letter, list(aside.values())


def _carried(package: Package) -> str:
    """Return the plan that this program hid in its own file."""
    for part in package.related("customXml"):
        root = package.optional(part)
        if root is not None and root.tag.startswith(f"{{{CARRIED_NAMESPACE}}}"):
            return "".join(root.itertext())
    return ""
