"""Edits of a Word file as its users make them, on the parts of a plan that the file still knows by their bookmarks."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from tthc_desktop.documents.own_papers import known_by
from tthc_desktop.models.identity import Id

Edit = Callable[[WordDocument], object]
_AUTHOR = {qn("w:id"): "9001", qn("w:author"): "Lãnh đạo", qn("w:date"): "2026-01-05T08:00:00Z"}


def edited(data: bytes, edit: Edit) -> bytes:
    """Return a Word file after an edit."""
    word = Document(BytesIO(data))
    edit(word)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def marks(element: Element) -> Iterator[Id]:
    """Yield the identities that are hidden in a piece of the file."""
    for mark in element.iter(qn("w:bookmarkStart")):
        if known := known_by(mark.get(qn("w:name"))):
            yield known


def paragraph(word: WordDocument, part: Id) -> Element:
    """Return the paragraph in which a part of the plan stands."""
    one: Element = next(found for found in word.element.body.iter(qn("w:p")) if part in marks(found))
    return one


def row(word: WordDocument, part: Id) -> Element:
    """Return the row of a table in which a row of the plan stands."""
    one: Element = next(found for found in word.element.body.iter(qn("w:tr")) if part in marks(found))
    return one


def with_words(word: WordDocument, words: str) -> Element:
    """Return the innermost paragraph that shows these words."""
    one: Element = next(found for found in word.element.body.iter(qn("w:p")) if words in shown(found))
    return one


def shown(element: Element) -> str:
    return "".join(found.text or "" for found in element.iter(qn("w:t")))


def rewrite(element: Element, old: str, new: str) -> None:
    """Type other words over some, in whichever run they stand."""
    for found in element.iter(qn("w:t")):
        if old in (found.text or ""):
            found.text = found.text.replace(old, new, 1)
            found.set(qn("xml:space"), "preserve")
            return
    raise AssertionError(f"no run says {old}")


def write(element: Element, words: str) -> None:
    """Type words over everything that a paragraph or cell shows."""
    texts = list(element.iter(qn("w:t")))
    texts[0].text = words
    for found in texts[1:]:
        found.text = ""


def without_marks(element: Element) -> Element:
    """Take the hidden identities out, as copying and some programs do."""
    for found in [*element.iter(qn("w:bookmarkStart")), *element.iter(qn("w:bookmarkEnd"))]:
        found.getparent().remove(found)
    return element


def delete(element: Element) -> None:
    element.getparent().remove(element)


def add_after(element: Element, words: str) -> Element:
    """Press Enter behind a paragraph and type: the new one has its style and number."""
    new = without_marks(deepcopy(element))
    write(new, words)
    element.addnext(new)
    return new


def add_row_after(element: Element, words: list[str]) -> None:
    """Insert a row below another and fill it in, cell by cell; an empty word leaves a cell empty."""
    new = without_marks(deepcopy(element))
    for cell, said in zip(new.findall(qn("w:tc")), words, strict=True):
        write(cell, said)
    element.addnext(new)


def cut_and_paste(elements: list[Element], behind: Element, *, keep_marks: bool) -> None:
    """Move paragraphs behind another one; Word takes bookmarks along or drops them."""
    for element in reversed(elements):
        delete(element)
        behind.addnext(element if keep_marks else without_marks(element))


def split(element: Element, at: str) -> None:
    """Press Enter before some words of a paragraph; the bookmark then reaches over both."""
    run = next(found for found in element.iter(qn("w:r")) if at in shown(found))
    behind = [*run.itersiblings()]
    words = next(found for found in run.iter(qn("w:t")) if at in found.text)
    place = words.text.index(at)
    second = OxmlElement("w:p")
    properties = element.find(qn("w:pPr"))
    if properties is not None:
        second.append(deepcopy(properties))
    new = deepcopy(run)
    write(new, words.text[place:])
    words.text = words.text[:place].rstrip()
    second.append(new)
    for found in behind:
        second.append(found)
    element.addnext(second)


def merge(first: Element, second: Element) -> None:
    """Delete the end of a paragraph: what followed it goes on behind a blank, its bookmark too."""
    blank = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = " "
    text.set(qn("xml:space"), "preserve")
    blank.append(text)
    first.append(blank)
    for found in list(second):
        if found.tag != qn("w:pPr"):
            first.append(found)
    delete(second)


def bold(element: Element, words: str) -> None:
    """Set some words of a paragraph in bold."""
    run = next(found for found in element.iter(qn("w:r")) if words in shown(found))
    text = shown(run)
    place = text.index(words)
    parts = (text[:place], words, text[place + len(words) :])
    for said in parts:
        new = deepcopy(run)
        write(new, said)
        new.find(qn("w:t")).set(qn("xml:space"), "preserve")
        if said == words:
            properties = new.find(qn("w:rPr"))
            if properties is None:
                properties = OxmlElement("w:rPr")
                new.insert(0, properties)
            properties.append(OxmlElement("w:b"))
        if said:
            run.addprevious(new)
    delete(run)


def track(element: Element, old: str, new: str) -> None:
    """Replace words of a paragraph while changes are tracked."""
    run = next(found for found in element.iter(qn("w:r")) if old in shown(found))
    text = shown(run)
    place = text.index(old)
    before, behind = text[:place], text[place + len(old) :]
    first, gone, come, last = (deepcopy(run) for _ in range(4))
    for each, said in ((first, before), (gone, old), (come, new), (last, behind)):
        write(each, said)
        each.find(qn("w:t")).set(qn("xml:space"), "preserve")
    for found in gone.iter(qn("w:t")):
        found.tag = qn("w:delText")
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    for holder, held in ((deleted, gone), (inserted, come)):
        for name, value in _AUTHOR.items():
            holder.set(name, value)
        holder.append(held)
    for each in (first, deleted, inserted, last):
        run.addprevious(each)
    delete(run)
