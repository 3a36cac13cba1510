"""The outline out of paragraphs: which item stands under which, and which labelled lines make a task of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tthc_desktop.documents.limits import DEEPEST_OUTLINE
from tthc_desktop.documents.reading.text.labels import Labelled, embedded, labelled, settle, with_list
from tthc_desktop.documents.reading.text.marks import Marked, read_mark
from tthc_desktop.documents.reading.text.paragraphs import Paragraph, starts_with
from tthc_desktop.documents.reading.text.source import squeezed
from tthc_desktop.documents.reading.text.tables.rows import cut
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.numbering import UNNUMBERED, Mark
from tthc_desktop.models.plan import Item, Node
from tthc_desktop.models.table import Table
from tthc_desktop.models.task import Task, task_of
from tthc_desktop.models.text import EMPTY, Run, Text, emphasised
from tthc_desktop.models.vocabulary import is_caption

_RANKS = {mark: rank for rank, mark in enumerate(Mark)}
_MEASURES = frozenset({Mark.PAREN_ROMAN, Mark.PAREN_ARABIC, Mark.LETTER})
_SECTIONS = frozenset({Mark.PART, Mark.CHAPTER, Mark.UPPER, Mark.ROMAN, Mark.ARTICLE})
_POINTS = frozenset({Mark.DASH, Mark.PLUS})
_DASH = Marked(Mark.DASH, "", 1, 2)
_INLINE_DASH = re.compile(r"[^:]{3,80}:\s[-–]\s(?=[A-ZĐÀ-Ỹ])")
_SENTENCE_END = re.compile(r"[.;,!?]$|\./\.$")
_RUN_IN = re.compile(r":\s+(?:\S+\s+){5}")
_LONGEST_HEADING = 50
_CLOSING = ("tren day la", "trong qua trinh", "yeu cau", "de nghi", "ke hoach nay", "can cu noi dung", "nhan duoc")


@dataclass(slots=True)
class Draught:
    """An item in the making."""

    mark: Mark
    number: str = ""
    place: int = 0
    depth: int = 0
    text: Text = EMPTY
    lines: tuple[int, ...] = ()
    children: list["Draught | Table"] = field(default_factory=list)
    marks: set[Mark] = field(default_factory=set)
    labels: list[Labelled] = field(default_factory=list)
    starts_at: int = 0
    shares: "Draught | None" = None
    id: Id = field(default_factory=new_id)
    task_id: Id = ""


@dataclass(slots=True)
class Outline:
    """Nodes with the tasks they print, the fate of the lines, and the number that each item bore on paper."""

    nodes: tuple[Node, ...]
    tasks: dict[Id, Task]
    placed: dict[int, Id]
    printed: dict[Id, tuple[str, int]]


def outline(parts: Sequence[Paragraph | Table], *, closes: bool = True) -> Outline:
    """Build the outline; `closes` takes the last plain paragraphs out of the last section."""
    root = Draught(Mark.NONE)
    _Builder(root).add_all(_split_inline(parts))
    if closes:
        _take_out_closing(root)
    for child in root.children:
        if isinstance(child, Draught):
            _lift(child)
    _share(root)
    result = Outline((), {}, {}, {})
    result.nodes = tuple(_node(child, result) for child in root.children)
    return result


def _split_inline(parts: Sequence[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """Give the first dash of `1. Các phòng: - Căn cứ …` a paragraph of its own."""
    for part in parts:
        match = _INLINE_DASH.match(part.words) if isinstance(part, Paragraph) and part.mark.numbered else None
        if match is None or not isinstance(part, Paragraph):
            yield part
            continue
        head = part.words[: match.end()].rstrip(" -–")
        tail = squeezed(cut(part.text, match.end()).runs)
        runs = tuple(replace(run, text=text) for run, text in _heads(part.text, len(head)))
        yield Paragraph(part.lines[:1], squeezed(runs), part.mark)
        yield Paragraph(part.lines, Text((replace(tail.runs[0], text="- " + tail.runs[0].text), *tail.runs[1:])), _DASH)


def _heads(words: Text, size: int) -> Iterator[tuple[Run, str]]:
    for run in words.runs:
        yield run, run.text[:size]
        size = max(0, size - len(run.text))


class _Builder:
    """Holds the items that are still open, the outermost first."""

    def __init__(self, root: Draught) -> None:
        self._open = [root]
        self._last: dict[Mark, int] = {}

    def add_all(self, parts: Iterator[Paragraph | Table]) -> None:
        waiting = list(parts)
        while waiting:
            part = waiting.pop(0)
            if isinstance(part, Table):
                self._numbered().children.append(part)
            elif labels := labelled(part):
                self._label(labels, waiting)
            else:
                self._item(part)

    def _item(self, paragraph: Paragraph) -> None:
        marked = paragraph.mark
        self._parent(marked)
        del self._open[DEEPEST_OUTLINE:]
        parent = self._open[-1]
        whole = squeezed(cut(paragraph.text, marked.start).runs)
        words, labels = embedded(whole, _numbers(paragraph))
        draught = Draught(marked.mark, marked.number, marked.place, marked.depth, words, _numbers(paragraph))
        draught.labels = labels
        draught.starts_at = self._start(parent, draught)
        self._last[marked.mark] = marked.place
        parent.children.append(draught)
        parent.marks.add(draught.mark)
        self._open.append(draught)

    def _start(self, parent: Draught, draught: Draught) -> int:
        """Return where a list begins that starts anew among its like, or goes on counting from another section."""
        if draught.mark in UNNUMBERED:
            return 0
        if draught.mark in parent.marks:
            return 1 if draught.place == 1 else 0
        return draught.place if 1 < draught.place == self._last.get(draught.mark, 0) + 1 else 0

    def _parent(self, marked: Marked) -> Draught:
        """Close what the new item does not stand under, and return what it does."""
        mark = marked.mark
        if mark is Mark.NONE:
            return self._numbered()
        if marked.depth > 1 and (outer := self._outer(marked.depth)):
            del self._open[outer + 1 :]
            return self._open[-1]
        alike = next((place for place, one in enumerate(self._open) if place and _is_beside(one, marked)), None)
        begins_below = marked.place == 1 and mark not in UNNUMBERED and self._open[-1].mark not in UNNUMBERED
        if alike is not None:
            del self._open[alike:]
        elif not begins_below:
            while len(self._open) > 1 and _ranks_below(self._open[-1], marked):
                self._open.pop()
        return self._open[-1]

    def _outer(self, depth: int) -> int:
        """Return the place of the open item whose list holds a list of this depth, 0 when there is none."""
        return next((place for place, one in reversed([*enumerate(self._open)]) if one.depth == depth - 1), 0)

    def _numbered(self) -> Draught:
        while len(self._open) > 1 and self._open[-1].mark in UNNUMBERED:
            self._open.pop()
        return self._open[-1]

    def _label(self, labels: list[Labelled], waiting: list[Paragraph | Table]) -> None:
        mark = labels[0].line.mark
        opens_list = not labels[-1].value or read_mark(str(labels[-1].value)).mark in _POINTS
        if opens_list and (below := _list_below(mark, waiting)):
            labels[-1] = with_list(labels[-1], below)
        self._owner(mark).labels.extend(labels)

    def _owner(self, mark: Mark) -> Draught:
        """Return the item that a labelled line belongs to: for a plus the dash above it, else the numbered one."""
        if mark is Mark.PLUS:
            while self._open[-1].mark in {Mark.PLUS, Mark.NONE} and len(self._open) > 1:
                self._open.pop()
            if self._open[-1].mark is Mark.DASH:
                return self._open[-1]
        owner = self._numbered()
        if len(self._open) > 1:
            return owner
        plain = [child for child in owner.children if isinstance(child, Draught)]
        if not plain:
            owner.children.append(Draught(Mark.NONE))
            return self._owner(mark)
        return plain[-1]


def _is_beside(one: Draught, marked: Marked) -> bool:
    return one.mark is marked.mark and one.number.count(".") == marked.number.count(".")


def _ranks_below(one: Draught, marked: Marked) -> bool:
    if one.mark is marked.mark:
        return one.number.count(".") >= marked.number.count(".")
    return _RANKS[one.mark] > _RANKS[marked.mark]


def _list_below(mark: Mark, waiting: list[Paragraph | Table]) -> list[Paragraph]:
    """Take the list that is the value of a label with nothing behind its colon."""
    below: list[Paragraph] = []
    while waiting:
        part = waiting[0]
        if (
            not isinstance(part, Paragraph)
            or part.mark.numbered
            or part.mark.mark in {mark, Mark.NONE}
            or labelled(part)
        ):
            break
        below.append(part)
        waiting.pop(0)
    return below


def _numbers(paragraph: Paragraph) -> tuple[int, ...]:
    return tuple(line.number for line in paragraph.lines)


def _take_out_closing(root: Draught) -> None:
    """Give the plain paragraphs that close the plan their place at the end of the whole text."""
    last = root
    while last.children and isinstance(last.children[-1], Draught) and last.children[-1].mark is not Mark.NONE:
        last = last.children[-1]
    closing: list[Draught | Table] = []
    while last is not root and last.children and _is_closing(last.children[-1], first=not closing):
        closing.insert(0, last.children.pop())
    root.children.extend(closing)


def _is_closing(child: "Draught | Table", *, first: bool) -> bool:
    if isinstance(child, Table) or child.mark is not Mark.NONE or child.children or child.labels:
        return False
    return starts_with(str(child.text), *_CLOSING) or (first and str(child.text).endswith("./."))


def _lift(draught: Draught) -> None:
    """Give the parent the labels that stand once, behind the last of several measures."""
    for child in draught.children:
        if isinstance(child, Draught):
            _lift(child)
    for mark in _MEASURES:
        alike = [child for child in draught.children if isinstance(child, Draught) and child.mark is mark]
        if _labels_are_parents(draught, alike):
            draught.labels, alike[-1].labels = alike[-1].labels, []


def _labels_are_parents(draught: Draught, alike: Sequence[Draught]) -> bool:
    if not alike or not alike[-1].labels or draught.labels or any(child.labels for child in alike[:-1]):
        return False
    return len(alike) > 1 or _captioned(draught)


def _captioned(draught: Draught) -> bool:
    first = draught.children[0] if draught.children else None
    return isinstance(first, Draught) and first.mark in UNNUMBERED and is_caption(str(first.text).partition(":")[0])


def _share(draught: Draught) -> None:
    """Tell the measures without labels which later neighbour's task they belong to."""
    owner: Draught | None = None
    for child in reversed(draught.children):
        if isinstance(child, Draught):
            _share(child)
            if child.mark in {Mark.PAREN_ROMAN, Mark.PAREN_ARABIC}:
                owner = child if child.labels else owner
                child.shares = owner if owner is not child else None


def _node(child: "Draught | Table", result: Outline) -> Node:
    if isinstance(child, Table):
        return child
    result.placed |= dict.fromkeys(child.lines, child.id)
    result.printed[child.id] = (child.number, child.lines[0] if child.lines else 0)
    words = child.text
    heading = _is_heading(child)
    item = Item(
        child.id,
        child.mark,
        _upright(words) if heading else words,
        heading,
        tuple(_node(below, result) for below in child.children),
        starts_at=child.starts_at,
        shares_id=_task_id(child.shares) if child.shares else "",
    )
    return _with_task(item, child, result) if child.labels else item


def _with_task(item: Item, child: Draught, result: Outline) -> Item:
    lines, fields = settle(child.labels)
    task = task_of(_task_id(child), {**fields, "content": item.text})
    result.tasks[task.id] = task
    for label in child.labels:
        result.placed |= dict.fromkeys(label.lines, child.id)
    return replace(item, text=EMPTY, task_id=task.id, lines=lines)


def _task_id(draught: Draught) -> Id:
    draught.task_id = draught.task_id or new_id()
    return draught.task_id


def _is_heading(child: Draught) -> bool:
    """Tell whether an item only names what stands below it."""
    if child.mark in _SECTIONS:
        return True
    words = str(child.text)
    if child.mark in UNNUMBERED or len(words.split()) > _LONGEST_HEADING:
        return False
    below = [one for one in child.children if isinstance(one, Table) or one.mark is not Mark.PLUS]
    bold = bool(words) and all(run.bold for run in child.text.runs)
    names_only = not _SENTENCE_END.search(words) and not _RUN_IN.search(words)
    return bold or (bool(below or child.labels) and names_only)


def _upright(words: Text) -> Text:
    return emphasised(words, bold=False)
