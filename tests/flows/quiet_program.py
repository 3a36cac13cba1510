"""A day's work of the program, done by itself: run under `strace` to see that it asks no network for anything.

`python -m tests.flows.quiet_program FOLDER`: files from outside that point elsewhere are read, a paper is signed and
verified, and the window is opened with it.
"""

import os
import sys
from pathlib import Path

from tests.documents.reading.word.made import document, packed, paragraph, parts_of
from tests.signatures import person
from tests.signatures import sign as person_signs
from tests.signing_means import LEADER
from tests.ui.papers import little_plan
from tthc_desktop.cli import main
from tthc_desktop.documents.writing.endings import written
from tthc_desktop.models.plan import Plan

ELSEWHERE = "http://192.0.2.1"
"""An address that nobody has (RFC 5737)."""
PAGE = f"""<html><head><link rel=stylesheet href="{ELSEWHERE}/a.css"><script src="{ELSEWHERE}/a.js"></script>
<meta http-equiv=refresh content="0;url={ELSEWHERE}"><base href="{ELSEWHERE}"></head><body>
<p>KẾ HOẠCH</p><p>I. MỤC ĐÍCH</p><img src="{ELSEWHERE}/a.png"><iframe src="{ELSEWHERE}"></iframe></body></html>"""
OUTSIDE = '<Relationship Id="rId9" Type="http://x/{}" Target="{}/x.xml" TargetMode="External"/>'
KINDS = ("styles", "header", "image", "attachedTemplate", "oleObject", "subDocument")


def files(folder: Path, plan: Plan) -> list[Path]:
    """Write files that point elsewhere in every way that their kinds have."""
    parts = parts_of(document(paragraph("KẾ HOẠCH") + '<w:altChunk r:id="rId9"/>'))
    relations = str(parts["word/_rels/document.xml.rels"])
    more = "".join(OUTSIDE.format(kind, ELSEWHERE) for kind in KINDS)
    parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", f"{more}</Relationships>")
    made = {
        "trang.html": PAGE.encode(),
        "van-ban.docx": packed(parts),
        "bang.xlsx": written(plan, ".xlsx"),
        "in.pdf": written(plan, ".pdf"),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


def work(folder: Path) -> None:
    """Do it all; each command has to end well."""
    office, plan = folder / "van-phong.tthc", little_plan()
    signed = folder / "da-ky.pdf"
    commands: list[tuple[object, ...]] = [("import", path) for path in files(folder, plan)]
    signed.write_bytes(person_signs((folder / "in.pdf").read_bytes(), person(*LEADER), "NguoiKy"))
    commands += [("verify", signed), ("check-print", signed), ("reading-order", signed), ("backup",)]
    for command in commands:
        status = main(["--office", str(office), *map(str, command)])
        if status:
            raise SystemExit(f"{command}: {status}")
    from tthc_desktop.ui.app import main as open_window  # noqa: PLC0415 - Qt begins after the commands

    open_window(["--office", str(office)], lambda: None, lambda window: window.close())


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    work(Path(sys.argv[1]))
