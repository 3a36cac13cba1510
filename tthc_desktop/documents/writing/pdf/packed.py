"""A file whose many small objects stand together in compressed streams (ISO 32000-1, 7.5.7 and 7.5.8).

The tree of a table of 5,000 rows has some 40,000 objects; written one by one they take more room than all the pages.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import md5
from itertools import accumulate
from struct import pack
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFIndirectObject, PDFName, PDFObject, PDFObjectReference

from tthc_desktop.documents.writing.pdf.stream_ends import StreamEnds

_VERSION = 1, 7
_TOGETHER = 100
"""Objects in a stream; whoever wants one of them reads the list of them all, pyHanko anew for each."""
_LEVEL = 4
"""Of compression: pages and objects become little smaller with more, which takes longer."""
_ENTRY = ">BIH"
"""Where an object is: 1, its place in the file, 0; or 2, the stream that holds it, its place there."""
_FREE = pack(_ENTRY, 0, 0, 0xFFFF)


class PackedDocument(PDFDocument):
    """A document of reportlab that takes in objects already written, and ends with a list of objects as a stream."""

    Catalog: Any
    Pages: Any

    def __init__(self, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=_VERSION, lang=language)
        self.encrypt = StreamEnds()
        self.bookmarks: PDFObjectReference | None = None
        fonts = self._number(PDFObjectReference("BasicFonts"))
        self._fonts = _Written(f"<</Font {fonts} 0 R/ProcSet[/PDF/Text]>>\n".encode())
        self._packed: list[tuple[range, Sequence[str]]] = []

    def addPage(self, page: Any) -> None:  # noqa: N802, ANN401 - as reportlab calls it
        """Take in a page that is drawn, compressed at once; its place among the pages is that in the tree's list."""
        at = self.pageCounter - 1
        if page.XObjects or page.ExtGState:
            page.StructParents, page.Tabs, page.Trans = at, PDFName("S"), None
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            super().addPage(page)
            return
        contents = self._number(_Written(_stream("", page.stream.encode("latin-1"))))
        notes = " ".join(f"{self._number(note)} 0 R" for note in page.Annots or ())
        self.Reference(  # type: ignore[no-untyped-call]
            made := _Written(
                f"<</Type/Page/Parent {self._number(self.Pages)} 0 R/MediaBox[0 0 {page.pagewidth:.4f} "
                f"{page.pageheight:.4f}]/Resources {self._number(self._fonts)} 0 R/Contents {contents} 0 R"
                f"{f'/Annots[{notes}]' if notes else ''}/StructParents {at}/Tabs/S>>\n".encode()
            ),
            self.thisPageName(),
        )
        self.Pages.addPage(made)
        self.pageCounter += 1
        self.inObject = None

    def reserve(self, count: int) -> range:
        """Return the numbers of objects that `pack` is going to be given."""
        first = self.objectcounter + 1
        self.objectcounter += count
        return range(first, first + count)

    def reference(self, number: int) -> PDFObjectReference:
        """Return what stands for an object whose number was reserved."""
        name = f"Packed{number}"
        self.idToObjectNumberAndVersion[name] = (number, 0)
        return PDFObjectReference(name)

    def page_numbers(self) -> list[int]:
        """Return the number of the object of each page."""
        return [self.idToObjectNumberAndVersion[f"Page{at}"][0] for at in range(1, self.pageCounter)]

    def pack(self, numbers: range, objects: Sequence[str]) -> None:
        """Take in objects, none of them a stream, under the numbers that were reserved for them."""
        self._packed.append((numbers, objects))

    def format(self) -> bytes:
        """Return the file."""
        self.Catalog.Outlines = self.bookmarks
        catalog, info = self._number(self.Catalog), self._number(self.info)
        file = self.__accum__ = PDFFile(_VERSION)
        entries: dict[int, bytes] = {0: _FREE}
        packed = {number for numbers, _ in self._packed for number in numbers}
        number = 0
        while (number := number + 1) <= self.objectcounter:
            if number not in packed:
                name = self.numberToId[number]
                entries[number] = _plain(file.add(PDFIndirectObject(name, self.idToObject[name]).format(self)))
        for numbers, objects in self._together():
            entries[number] = _plain(file.add(_object(number, _stream_of_objects(numbers, objects))))
            entries |= {inner: pack(_ENTRY, 2, number, at) for at, inner in enumerate(numbers)}
            number += 1
        entries[number] = _plain(file.offset)
        ends = f"/Root {catalog} 0 R/Info {info} 0 R/ID{_identity(file.strings)}"
        start = file.add(_object(number, _list_of_objects(entries, ends)))
        file.add(f"startxref\n{start}\n%%EOF\n")
        return b"".join(file.strings)

    def _together(self) -> Iterator[tuple[range, Sequence[str]]]:
        for numbers, objects in self._packed:
            for start in range(0, len(numbers), _TOGETHER):
                yield numbers[start : start + _TOGETHER], objects[start : start + _TOGETHER]

    def _number(self, one: object) -> int:
        number: int = self.idToObjectNumberAndVersion[self.Reference(one).name][0]  # type: ignore[no-untyped-call]
        return number


class _Written(PDFObject):
    """An object whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self, words: bytes) -> None:
        self._words = words

    def format(self, _document: object) -> bytes:
        """Return the bytes as they stand in the file."""
        return self._words


def _identity(strings: Sequence[bytes]) -> str:
    """Return the file's two identifiers, both made of all that stands before them: same words, same file."""
    digest = md5(usedforsecurity=False)
    for part in strings:
        digest.update(part)
    return f"[<{digest.hexdigest()}><{digest.hexdigest()}>]"


def _plain(offset: int) -> bytes:
    return pack(_ENTRY, 1, offset, 0)


def _stream_of_objects(numbers: range, objects: Sequence[str]) -> bytes:
    offsets = accumulate([len(words) + 1 for words in objects], initial=0)
    head = " ".join([f"{number} {offset}" for number, offset in zip(numbers, offsets, strict=False)])
    body = "\n".join((head, *objects)).encode("latin-1")
    return _stream(f"/Type/ObjStm/N {len(objects)}/First {len(head) + 1}", body)


def _list_of_objects(entries: Mapping[int, bytes], ends: str) -> bytes:
    body = b"".join([entries[number] for number in range(len(entries))])
    return _stream(f"/Type/XRef/Size {len(entries)}/W[1 4 2]{ends}", body)


def _object(number: int, stream: bytes) -> bytes:
    return f"{number} 0 obj\n".encode() + stream + b"endobj\n"


def _stream(entries: str, body: bytes) -> bytes:
    data = zlib.compress(body, _LEVEL)
    return f"<<{entries}/Filter/FlateDecode/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream\n"
