"""What makes a file fit for an archive: PDF/A-2b (ISO 19005-2), told in its metadata, with colours that are defined."""

from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from tthc_desktop.documents.writing.pdf.stream_ends import StreamEnds
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
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def make_archival(document: Any) -> None:  # noqa: ANN401 - reportlab tells no types
    """Give a document of reportlab the metadata and the colour profile that PDF/A-2b asks for."""
    document.encrypt = StreamEnds()
    catalog = document.Catalog
    catalog.Metadata = PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), _packet(document), ()
    )
    catalog.OutputIntents = PDFArray([_intent(document)])
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    for page in document.Pages.pages:
        page.Trans = None


def _packet(document: Any) -> bytes:  # noqa: ANN401 - as above
    info = document.info
    made = document._timeStamp  # noqa: SLF001 - the one that the information of the document is given
    words = {name: escape(str(getattr(info, name))) for name in ("title", "subject", "author", "producer", "creator")}
    return _PACKET.format(**words, made=_iso(made)).encode()


def _iso(made: Any) -> str:  # noqa: ANN401 - as above
    year, month, day, hour, minute, second = made.YMDhms
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{_zone(made)}"


def _zone(made: Any) -> str:  # noqa: ANN401 - as above
    sign = "-" if made.dhh < 0 or made.dmm < 0 else "+"
    return f"{sign}{abs(made.dhh):02d}:{abs(made.dmm):02d}"


def _intent(document: Any) -> PDFDictionary:  # noqa: ANN401 - as above
    profile = PDFStream(PDFDictionary({"N": 3}), _profile(), ())
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_COLOURS),
            "Info": PDFString(_COLOURS),
            "DestOutputProfile": document.Reference(profile),
        }
    )


@cache
def _profile() -> bytes:
    return resource("colour", "sRGB.icc").read_bytes()
