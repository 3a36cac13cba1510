"""What makes a file fit for an archive: PDF/A-2b (ISO 19005-2), told in its metadata, with colours that are defined."""

from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFInfo, PDFName, PDFStream, PDFString

from tthc_desktop.documents.writing.pdf.packed import PackedDocument
from tthc_desktop.documents.writing.pdf.text_string import text_string
from tthc_desktop.resources import resource

_COLOURS = "sRGB IEC61966-2.1"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
{title}{subject}{author}{keywords}<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; it names no hour, for the same paper gives the same bytes whenever it is printed."""

    title: str
    author: str
    subject: str = ""
    keywords: str = ""
    program: str = "TTHC Desktop"


def make_archival(document: PackedDocument, about: About) -> None:
    """Give a document the information, the metadata and the colour profile that PDF/A-2b asks for."""
    catalog = document.Catalog
    document.info = _Information(about)
    catalog.Metadata = PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), _packet(about), ()
    )
    catalog.OutputIntents = PDFArray([_intent(document)])
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]


class _Information(PDFInfo):
    """The older form of the metadata, which must say the same."""

    def __init__(self, about: About) -> None:
        super().__init__()
        said = {"Title": about.title, "Author": about.author, "Subject": about.subject, "Keywords": about.keywords}
        self._said = {name: words for name, words in said.items() if words} | {
            "Creator": about.program,
            "Producer": about.program,
        }

    def digest(self, _signature: object) -> None:
        """Add nothing: what identifies the file is made of its bytes."""

    def format(self, _document: object) -> bytes:
        return f"<<{''.join(f'/{name} {text_string(words)}' for name, words in self._said.items())}>>".encode()


def _packet(about: About) -> bytes:
    said = {
        "title": _alternative("dc:title", about.title),
        "subject": _alternative("dc:description", about.subject),
        "author": _told("dc:creator", "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>", about.author),
        "keywords": _told("pdf:Keywords", "{}", about.keywords),
    }
    return _PACKET.format(**said, program=escape(about.program)).encode()


def _alternative(name: str, words: str) -> str:
    return _told(name, '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>', words)


def _told(name: str, form: str, words: str) -> str:
    return f"<{name}>{form.format(escape(words))}</{name}>\n" if words else ""


def _intent(document: PackedDocument) -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), _profile(), ())
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_COLOURS),
            "Info": PDFString(_COLOURS),
            "DestOutputProfile": document.Reference(profile),  # type: ignore[no-untyped-call]
        }
    )


@cache
def _profile() -> bytes:
    return resource("colour", "sRGB.icc").read_bytes()
