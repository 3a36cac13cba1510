"""A Word file as its parts: found by their relations, parsed without entities, nothing fetched from elsewhere."""

import codecs
import posixpath
import re
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from tthc_desktop.documents.limits import PAPER_PARTS
from tthc_desktop.documents.reading.archive import Archive, Bearable, damaged
from tthc_desktop.documents.reading.word.names import Element
from tthc_desktop.documents.reading.word.too_deep import parsed_flat
from tthc_desktop.errors import UserError

BEARABLE = Bearable(
    called="văn bản",
    program="Word",
    way_out="Hãy mở bằng Word, chép phần cần dùng sang một tệp mới, lưu lại rồi nhập tệp mới đó.",
    protection="Bảo vệ tài liệu",
    unpacked=PAPER_PARTS,
)
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument|drawingml)/")
_LOOSE = {
    b"wordprocessingml": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"drawingml": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
_DTD = "<!DOCTYPE"
_SIXTEEN = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part points to; `external` is outside the file and never followed."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of a Word file; `flattened` tells that some stood in each other too deep to be kept so."""

    archive: Archive
    flattened: bool = False
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target in self.archive:
                return relation.target
        return _MAIN

    def relations(self, part: str) -> dict[str, Relation]:
        """Return where a part points to, by the names it uses; nothing when that is not said or damaged."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            root = self.optional(posixpath.join(folder, "_rels", f"{name}.rels"))
            found = [] if root is None else [one for one in root if one.tag.endswith("}Relationship")]
            self._relations[part] = {one.get("Id", ""): _relation(folder, one) for one in found}
        return self._relations[part]

    def related(self, kind: str) -> list[str]:
        """Return the parts of a kind that the text points to and that are there."""
        found = [one for one in self.relations(self.main).values() if one.kind == kind and not one.external]
        return [one.target for one in found if one.target in self.archive]

    def optional(self, part: str) -> Element | None:
        """Return the root of a part; None when it is absent or no XML: the text can be read without it."""
        if part not in self.archive:
            return None
        try:
            return self._parsed(self.archive.read(part))
        except etree.XMLSyntaxError:
            return None

    def text(self) -> Element:
        """Return the root of the text."""
        if self.main not in self.archive:
            raise damaged(self.archive.file, BEARABLE)
        try:
            return self._parsed(self.archive.read(self.main))
        except etree.XMLSyntaxError as error:
            raise damaged(self.archive.file, BEARABLE) from error

    def _parsed(self, data: bytes) -> Element:
        encoding = _SIXTEEN.get(data[:2], "utf-8")
        if _DTD.encode(encoding) in data:
            raise _defines_entities(self.archive.file)
        if encoding == "utf-8" and b"purl.oclc.org" in data:
            data = _STRICT.sub(lambda match: _LOOSE[match.group(1)], data)
        parser = etree.XMLParser(
            encoding="utf-16" if encoding != "utf-8" else encoding,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
            huge_tree=True,
        )
        try:
            return cast("Element", etree.fromstring(data, parser))
        except etree.XMLSyntaxError as error:
            if "depth" not in str(error):
                raise
            self.flattened = True
            return parsed_flat(data)


def _relation(folder: str, element: Element) -> Relation:
    external = element.get("TargetMode", "") == "External"
    target = element.get("Target", "").replace("\\", "/")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Type", "").rpartition("/")[2], target, external)


def _defines_entities(name: str) -> UserError:
    return UserError(
        f"Tệp “{name}” khai báo thực thể XML (DOCTYPE), điều mà Word không bao giờ ghi, nên không được đọc.",
        "Hãy xin lại tệp gốc từ nơi gửi; nếu Word mở được, hãy lưu lại thành một tệp .docx mới rồi nhập tệp đó.",
    )
