"""Who signed the PDF with which a plan was issued: verified anew from the kept file whenever its page opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.ui.background import Background, Latest

if TYPE_CHECKING:
    from tthc_desktop.office import Office
    from tthc_desktop.ui.plan.page import PlanPage

_SIGNED = b"/ByteRange"


class Signers(QObject):
    """Tells the lock bar of a page; an own print, which nobody signed, is not looked into."""

    def __init__(self, page: "PlanPage", office: "Office", background: Background) -> None:
        super().__init__(page)
        self._page = page
        self._office = office
        self._known = ""
        self._work: Latest[str] = Latest(self, background, page.lock_bar.say_signers, self._failed)
        page.showed.connect(self._look)
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        plan = self._page.plan
        kept = plan.issue.pdf if plan.issue and is_locked(plan) else ""
        if kept == self._known:
            return
        self._known = kept
        self._page.lock_bar.say_signers("")
        data = self._kept(kept)
        if _SIGNED in data:
            self._work.ask(lambda _job: _signers(data))

    def _kept(self, sha256: str) -> bytes:
        try:
            return self._office.kept_file(sha256) if sha256 else b""
        except UserError:
            return b""  # a plan that came in from elsewhere; whoever wants the file itself is told so

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._page.lock_bar.say_signers(error.what)
        else:
            self._page.troubled.emit(error)


def _signers(data: bytes) -> str:
    from tthc_desktop.documents.signing.roots import read_roots  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.signing.verifying import verify  # noqa: PLC0415
    from tthc_desktop.settings import roots_folder  # noqa: PLC0415
    from tthc_desktop.ui.life.signed_words import signed_by  # noqa: PLC0415

    return signed_by(verify(data, read_roots(roots_folder())))
