"""LibreOffice, where it is installed, turns papers of other programs into Word: RTF, OpenDocument, the old Word.

It runs without a window, with a profile of its own that is thrown away, runs no macros and reaches no network.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tthc_desktop.documents.limits import LONGEST_TURNING
from tthc_desktop.documents.reading.kinds import Told
from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.documents.reading.open_document import refuse_unbearable
from tthc_desktop.errors import UserError

_BEAT = 0.1
_NAMES = ("soffice", "libreoffice", "soffice.com", "soffice.exe")
_INSTALLED = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_PROGRAM_FILES = ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "LOCALAPPDATA")
_SAVED = "Hãy mở tệp bằng Word (hoặc LibreOffice), chọn Lưu thành › Tài liệu Word (.docx), rồi nhập tệp .docx đó."
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("Office.Common/Misc", "CollectUsageInformation", "false"),
    ("Office.Common/Misc", "CrashReport", "false"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
)


class _Form(NamedTuple):
    """What LibreOffice turns a paper into: the ending and the filter that writes it."""

    ending: str
    filter: str


_WORD_FORM = _Form(".docx", "docx:MS Word 2007 XML")
_PDF_FORM = _Form(".pdf", "pdf:writer_pdf_Export")


def as_word(data: bytes, told: Told, name: str, step: Step = no_step, longest: float = LONGEST_TURNING) -> bytes:
    """Return the paper as a Word file; `step` is asked all the while and may raise to stop.

    Raises `UserError` where LibreOffice is not installed, fails, or takes more than `longest` seconds, and for what
    is not safe to open.
    """
    if told.ending == ".odt":
        refuse_unbearable(data, name)
    return _turned(data, told, name, step, longest, _WORD_FORM)


def as_pdf(data: bytes, told: Told, name: str, step: Step = no_step, longest: float = LONGEST_TURNING) -> bytes:
    """Return the pages of a paper as LibreOffice prints them, to be looked at; the rest is as `as_word`."""
    return _turned(data, told, name, step, longest, _PDF_FORM)


def _turned(data: bytes, told: Told, name: str, step: Step, longest: float, form: _Form) -> bytes:
    program = installed()
    if program is None:
        raise UserError(f"“{name}” là tệp {told.called}, chỉ đọc được khi máy có cài LibreOffice.", _SAVED)
    with tempfile.TemporaryDirectory(prefix="tthc-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        source = place / f"van-ban{told.ending}"
        source.write_bytes(data)
        _write_profile(place / "profile")
        if not _ran(_command(program, source, form), place, step, longest):
            raise UserError(f"LibreOffice mất quá {longest:.0f} giây mà chưa mở xong “{name}” nên đã dừng.", _SAVED)
        result = source.with_suffix(form.ending)
        if not result.is_file():
            raise UserError(
                f"LibreOffice không mở được “{name}” (tệp {told.called}): tệp hỏng, có mật khẩu hoặc không đúng loại.",
                _SAVED,
            )
        return result.read_bytes()


def installed() -> str | None:
    """Return where LibreOffice's program is, None where there is none."""
    found = next((place for name in _NAMES if (place := shutil.which(name))), None)
    homes = [Path(home) for name in _PROGRAM_FILES if (home := os.environ.get(name))]
    usual = [home / "LibreOffice" / "program" / "soffice.com" for home in homes] if sys.platform == "win32" else []
    return found or next((str(place) for place in (*usual, *map(Path, _INSTALLED)) if place.is_file()), None)


def _command(program: str, source: Path, form: _Form) -> list[str]:
    profile = (source.parent / "profile").as_uri()
    return [
        program,
        f"-env:UserInstallation={profile}",
        *(
            "--headless",
            "--invisible",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
            "--nofirststartwizard",
        ),
        *("--convert-to", form.filter, "--outdir", str(source.parent), str(source)),
    ]


def _write_profile(profile: Path) -> None:
    """Write the settings that keep macros from running and the network out."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )


def _ran(command: list[str], place: Path, step: Step, longest: float) -> bool:
    """Run the program to its end and tell whether it came to it; it is ended, whatever stops us waiting."""
    until = time.monotonic() + longest
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=place,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        while process.poll() is None:
            step(0, 0)
            if time.monotonic() > until:
                return False
            with suppress(subprocess.TimeoutExpired):
                process.wait(_BEAT)
        return True
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)],
                capture_output=True,
                check=False,
            )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
