"""The words of one paragraph: its runs with their looks, through fields, links, changes and boxes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tthc_desktop.documents.own_papers import known_by
from tthc_desktop.documents.reading.word.counts import Counts
from tthc_desktop.documents.reading.word.fields import Fields
from tthc_desktop.documents.reading.word.looks import PLAIN, Look, read_look
from tthc_desktop.documents.reading.word.names import (
    ALTERNATE,
    BOOKMARK,
    BOX,
    NAME,
    REMOVED,
    RPR,
    SDT,
    SDT_CONTENT,
    THROUGH,
    Element,
    R,
    T,
    child,
    chosen,
    value,
    w,
)
from tthc_desktop.documents.reading.word.styles import Styles
from tthc_desktop.documents.reading.word.symbols import sign, signs
from tthc_desktop.models.identity import Id

_R_STYLE = w("rStyle")
_LINKS = frozenset({w("hyperlink"), w("dir"), w("bdo"), w("rubyBase"), w("ruby")})
_FIELD_SIMPLE, _FIELD_CHAR, _INSTRUCTION = w("fldSimple"), w("fldChar"), w("instrText")
_SYMBOL, _CHAR, _FONT = w("sym"), w("char"), w("font")
_PLAIN_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_SOFT_HYPHEN = w("softHyphen")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
_PICTURES = ("}pic", "}imagedata", "}chart", "}relIds")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


@dataclass(slots=True)
class Piece:
    """Words of one look, as the file has them."""

    words: str
    look: Look


@dataclass(slots=True)
class Words:
    """What one paragraph holds: its pieces, the boxes and notes that hang on it, and who of ours begin in it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    known: list[Id] = field(default_factory=list)


@dataclass(slots=True)
class Reader:
    """Reads the words of paragraphs; fields that are open go on from one to the next."""

    styles: Styles
    counts: Counts
    fields: Fields = field(default_factory=Fields)

    def read(self, paragraph: Element, style: str) -> Words:
        """Return the words of a paragraph of this style."""
        words = Words()
        self.fields.begin_paragraph()
        waiting: list[Iterator[Element]] = [iter(paragraph)]
        while waiting:
            found = next(waiting[-1], None)
            if found is None:
                waiting.pop()
            elif found.tag == R:
                self._run(found, style, words)
            elif (deeper := self._deeper(found, words)) is not None:
                waiting.append(deeper)
        self.fields.end_paragraph()
        return words

    def _deeper(self, found: Element, words: Words) -> Iterator[Element] | None:
        """Return what stands in a wrapper, None for what has no words."""
        tag = found.tag
        if tag == BOOKMARK:
            words.known.extend(filter(None, [known_by(found.get(NAME, ""))]))
        elif tag in REMOVED:
            self.counts.changes += 1
        elif tag in THROUGH or tag in _LINKS:
            self.counts.changes += tag in {w("ins"), w("moveTo")}
            return iter(found)
        elif tag == SDT:
            return found.iterchildren(SDT_CONTENT)
        elif tag == _FIELD_SIMPLE:
            self.fields.simple(found.get(w("instr"), ""))
            return iter(found)
        elif tag == ALTERNATE:
            return iter(chosen(found))
        elif tag.startswith(_MATH):
            words.pieces.append(Piece("".join(one.text or "" for one in found.iter(f"{_MATH}t")), PLAIN))
        return None

    def _run(self, run: Element, style: str, words: Words) -> None:
        properties = child(run, RPR)
        direct = read_look(properties, self.styles.theme)
        look = self.styles.look(direct, style, value(properties, _R_STYLE) if properties is not None else "")
        said = []
        for one in run:
            tag = one.tag
            if tag == T:
                words_here = (one.text or "").replace("\n", " ")
            elif tag in _PLAIN_SIGNS:
                words_here = _PLAIN_SIGNS[tag]
            elif tag != RPR:
                words_here = self._other(one, look, words)
            else:
                continue
            if words_here and not self.fields.hides:
                said.append(words_here)
        if said and not look.hidden:
            words.pieces.append(Piece(signs("".join(said), look.font), look))

    def _other(self, one: Element, look: Look, words: Words) -> str:
        """Return the words of what is met seldom in a run; boxes, notes and pictures are noted."""
        tag = one.tag
        if tag == _FIELD_CHAR:
            self.fields.char(one.get(w("fldCharType"), ""))
        elif tag == _INSTRUCTION:
            self.fields.instruction(one.text or "")
        elif tag == _SYMBOL:
            return _symbol(one)
        elif tag == _SOFT_HYPHEN:
            return "\u00ad" if look.font.lower().startswith(".vn") else ""
        elif tag in _NOTES:
            words.notes.append((_NOTES[tag], one.get(w("id"), "")))
        elif tag in _DRAWN:
            self._drawn([one], words)
        elif tag == ALTERNATE:
            return self._alternate(one, look, words)
        return ""

    def _alternate(self, alternate: Element, look: Look, words: Words) -> str:
        said = []
        for one in chosen(alternate):
            if one.tag == T:
                said.append(one.text or "")
            else:
                said.append(_PLAIN_SIGNS.get(one.tag) or self._other(one, look, words))
        return "".join(said)

    def _drawn(self, drawn: list[Element], words: Words) -> None:
        """Note the boxes and pictures of a drawing, each once: of alternatives only the first counts."""
        waiting = drawn
        while waiting:
            one = waiting.pop()
            if one.tag == BOX:
                words.boxes.append(one)
                continue
            self.counts.pictures += one.tag.endswith(_PICTURES)
            inner = chosen(one) if one.tag == ALTERNATE else list(one)
            waiting.extend(reversed(inner))


def _symbol(element: Element) -> str:
    """Return the sign of a symbol that is given by its font and its place in it."""
    code = element.get(_CHAR, "")
    try:
        return sign(chr(int(code, 16)), element.get(_FONT, ""))
    except (ValueError, OverflowError):
        return ""
