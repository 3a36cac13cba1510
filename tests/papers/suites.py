"""Papers written by LibreOffice in another format, all in one start of it."""

import subprocess
from collections.abc import Sequence
from pathlib import Path


def convert(papers: Sequence[Path], ending: str, folder: Path) -> None:
    """Let LibreOffice write papers in another format into a folder; its profile lies beside that."""
    kind = {"txt": "txt:Text (encoded):UTF8", "docx": "docx:MS Word 2007 XML"}.get(ending, ending)
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir"]
    subprocess.run([*command, folder, *papers], check=True, capture_output=True, timeout=300)
