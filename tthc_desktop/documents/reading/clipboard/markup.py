"""A walk through markup, however damaged: the tree that a browser would make of it, as blocks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tthc_desktop.documents.reading.clipboard.limits import refuse_length
from tthc_desktop.documents.reading.clipboard.markers import HtmlList, WordLists
from tthc_desktop.documents.reading.clipboard.styles import Look, class_rules, hidden, list_style, look
from tthc_desktop.documents.reading.laid_out.blocks import Block, Marker, Paper, TableBlock, TableCell
from tthc_desktop.documents.reading.text.source import squeezed
from tthc_desktop.models.text import Run

_WORDLESS = frozenset(
    "head script style title meta link template xml iframe object embed audio video svg math map".split()
)
_BLOCKS = frozenset(
    """p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre section article header footer main nav aside address
    figure figcaption form fieldset legend center hr table caption thead tbody tfoot tr td th body html details
    summary menu""".split()
)
_HEADING = re.compile(r"h[1-6]")
_LISTED = re.compile(r"mso-list\s*:\s*(?!ignore|none|skip)\S+(?:\s+level(\d+))?")
_NUMBER_OF_LIST = re.compile(r"mso-list\s*:\s*ignore")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_MOST_SPANNED = 60


@dataclass(slots=True)
class _Frame:
    """What an element that is open adds to those around it."""

    tag: str
    look: Look
    heading: int = 0
    preformatted: bool = False
    shows_number: bool = False


@dataclass(slots=True)
class _OpenTable:
    """A table that is open, and what stood open around it."""

    outer: list[Block | TableBlock]
    lists: list[HtmlList]
    rows: list[list[TableCell]] = field(default_factory=list)
    in_head: bool = False
    cell: tuple[int, int, bool] | None = None


def page_of(markup: str) -> Paper:
    """Return the blocks of a page or of a part of one."""
    tree = LexborHTMLParser(markup)
    root = tree.root
    if root is None:
        return Paper()
    refuse_length(len(root.text(deep=True)))
    sheets = " ".join(sheet.text(deep=True) for sheet in tree.css("style"))
    walker = _Walker(class_rules(sheets) if sheets else {})
    _walk(root, walker)
    return Paper(tuple(walker.blocks), walker.pictures)


def _walk(root: LexborNode, walker: "_Walker") -> None:
    """Go through the tree in order, in one loop: markup may be nested deeper than functions can be."""
    node: LexborNode | None = root
    depth = 0
    while node is not None:
        entered = walker.enter(node)
        if entered and node.child is not None:
            node, depth = node.child, depth + 1
            continue
        if entered:
            walker.leave()
        while depth and node is not None and node.next is None:
            node, depth = node.parent, depth - 1
            walker.leave()
        node = node.next if depth and node is not None else None


class _Walker:
    """Gathers runs into blocks, and blocks into cells."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self.blocks: list[Block | TableBlock] = []
        self.pictures = 0
        self._classes = classes
        self._frames = [_Frame("", Look())]
        self._runs: list[Run] = []
        self._lists: list[HtmlList] = []
        self._tables: list[_OpenTable] = []
        self._word = WordLists()
        self._marker: Marker | None = None
        self._level = 0
        self._shown: list[str] = []
        self._in_comment = False

    def enter(self, node: LexborNode) -> bool:
        """Take a node in; tell whether what is inside it counts too."""
        if node.is_text_node:
            self._words(node.text_content or "")
            return False
        if node.is_comment_node:
            self._comment(node.comment_content or "")
            return False
        tag = node.tag or ""
        if tag in _WORDLESS or not node.is_element_node:
            return False
        said = node.attributes
        style = self._style(said) if said else ""
        if hidden(style):
            return False
        if tag in {"br", "img"}:
            self._void(tag)
            return False
        self._open(tag, said, style)
        return True

    def _style(self, said: Mapping[str, str | None]) -> str:
        style = (said.get("style") or "").lower()
        names = (said.get("class") or "").lower() if self._classes else ""
        return ";".join([*(self._classes[name] for name in names.split() if name in self._classes), style])

    def _void(self, tag: str) -> None:
        if tag == "br":
            self._runs.append(Run("\n", *self._frames[-1].look))
        else:
            self.pictures += 1

    def _words(self, words: str) -> None:
        frame = self._frames[-1]
        if frame.shows_number or self._in_comment:
            self._shown.append(words)
        elif frame.preformatted:
            self._runs.append(Run(words, *frame.look))
        else:
            self._runs.append(Run(_WHITE.sub(" ", words), *frame.look))

    def _comment(self, said: str) -> None:
        """Heed Word's notes around the numbers of its lists: [if !supportLists] … [endif]."""
        if "supportLists" in said:
            self._in_comment = bool(self._level)
        elif "endif" in said:
            self._in_comment = False

    def _open(self, tag: str, said: Mapping[str, str | None], style: str) -> None:
        above = self._frames[-1]
        if tag in _BLOCKS:
            self._flush()
        heading = int(tag[1]) if _HEADING.fullmatch(tag) else above.heading
        if said.get("role") == "heading" and (said.get("aria-level") or "").isdecimal():
            heading = int(said["aria-level"] or 1)
        shows = above.shows_number or bool(style and _NUMBER_OF_LIST.search(style))
        frame = _Frame(tag, look(tag, style, above.look), heading, above.preformatted or tag == "pre", shows)
        self._frames.append(frame)
        if tag in {"ol", "ul", "menu"}:
            self._open_list(tag, said, style)
        elif tag == "li":
            self._open_item(said, style)
        elif tag in {"table", "thead", "tr", "td", "th"}:
            self._open_part(tag, said)
        elif style and (found := _LISTED.search(style)) and not shows:
            self._level = int(found.group(1) or 1)

    def _open_list(self, tag: str, said: Mapping[str, str | None], style: str) -> None:
        start = said.get("start") or ""
        first = int(start) if start.isdecimal() else 1
        self._lists.append(HtmlList(tag == "ol", list_style(style) or said.get("type") or "", first))

    def _open_item(self, said: Mapping[str, str | None], style: str) -> None:
        if not self._lists:
            self._lists.append(HtmlList(False, ""))
        above = next((one.item for one in reversed(self._lists[:-1]) if one.item), None)
        own = list_style(style) or said.get("type") or ""
        found = self._lists[-1].take(own, said.get("value") or "", above)
        self._marker = replace(found, depth=len(self._lists)) if found else None

    def _open_part(self, tag: str, said: Mapping[str, str | None]) -> None:
        """Open a table or a part of one; parts that stand in no table are only blocks."""
        if tag == "table":
            self._tables.append(_OpenTable(self.blocks, self._lists))
            self._lists = []
        elif self._tables and tag == "thead":
            self._tables[-1].in_head = True
        elif self._tables and tag == "tr":
            self._tables[-1].rows.append([])
        elif self._tables and tag in {"td", "th"}:
            table = self._tables[-1]
            table.rows = table.rows or [[]]
            table.cell = (_span(said, "colspan"), _span(said, "rowspan"), tag == "th" or table.in_head)
            self.blocks, self._lists = [], []

    def leave(self) -> None:
        """Close the innermost element that is open."""
        tag = self._frames[-1].tag
        if tag in _BLOCKS:
            self._flush()
        self._frames.pop()
        if tag in {"ol", "ul", "menu"} and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._marker = None
        elif tag in {"td", "th"} and self._tables:
            self._close_cell(self._tables[-1])
        elif tag == "thead" and self._tables:
            self._tables[-1].in_head = False
        elif tag == "table" and self._tables:
            self._close_table(self._tables.pop())

    def _close_cell(self, table: _OpenTable) -> None:
        if table.cell is not None:
            columns, rows, head = table.cell
            table.rows[-1].append(TableCell(tuple(self.blocks), columns, rows, head))
            self.blocks, table.cell = table.outer, None

    def _close_table(self, table: _OpenTable) -> None:
        self.blocks, self._lists = table.outer, table.lists
        rows = tuple(tuple(row) for row in table.rows if row)
        if rows:
            self.blocks.append(TableBlock(rows))

    def _flush(self) -> None:
        """End the paragraph that is open, if it has words."""
        words = squeezed(tuple(self._runs))
        shown = "".join(self._shown)
        marker = self._word.marker(shown, self._level) if self._level else self._marker
        if self._level and marker is None and shown.strip():
            words = squeezed((Run(f"{shown} "), *self._runs))
        if str(words).strip():
            self.blocks.append(Block(words, self._frames[-1].heading, marker))
            self._marker = None
        if str(words).strip() or shown:
            self._level, self._shown = 0, []
        self._runs, self._in_comment = [], False


def _span(said: Mapping[str, str | None], name: str) -> int:
    value = said.get(name) or ""
    return min(max(int(value), 1), _MOST_SPANNED) if value.isdecimal() and len(value) < 5 else 1
