"""The page that signs a print on this computer; the PIN is asked for each time and kept nowhere."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Pairs
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signatures import signature_words
from tthc_desktop.models.version import Stage
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.controls import Sign, button, column, label, row
from tthc_desktop.ui.folders import last_folder
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short, short_title, title
from tthc_desktop.ui.saving import file_name
from tthc_desktop.ui.signing_here.form import SigningForm, free_file, parts_of
from tthc_desktop.ui.signing_here.order import WHOLE, Done, Order, tokens_of

if TYPE_CHECKING:
    from tthc_desktop.documents.signing.making import Token

_ASKED = "Bản cũ giữ nguyên; bản đã ký là một tệp mới. Mật khẩu, mã PIN không được lưu lại."
_SIGNING = "Đang ký…"
_WIDEST = 860
_VIETNAM = timezone(timedelta(hours=7))
"""The zone in which the decree wants the time of signing."""


class SigningPage(Page):
    """Asks, signs in a worker, shows what the verification of the new file says, and offers the next signature."""

    drawing = "signature"
    asked = Signal(object)
    """A signature is to be made; the window does it, for the page may be closed meanwhile."""

    def __init__(self, office: Office, plan_id: Id, background: Background, memory: QSettings) -> None:
        super().__init__()
        self._office = office
        self.about = plan_id
        self.plan = office.plans[plan_id]
        self.done_with: Done | None = None
        self._is_signing = False
        self.form = SigningForm(memory, parts_of(self.plan), _number(self.plan))
        self._tokens: Latest[tuple[Token, ...]] = Latest(self, background, self._show_tokens, self._no_tokens)
        self.told_line = label(_ASKED)
        self.told_line.setWordWrap(True)
        self._signs = {kind: Sign(kind.value, 20) for kind in (Kind.GOOD, Kind.WARNING, Kind.ERROR)}
        self.leave_it = button("Đóng", self.finished.emit)
        self.sign = button("Ký", self._sign, main=True)
        self._build()
        start = Path(last_folder(memory, "signing/folder")) / f"{file_name(self.plan)} - đã ký.pdf"
        self.form.out.setText(str(free_file(start)))
        self.form.changed.connect(self._settle)
        self.form.searched.connect(self._search)
        self.form.secret.returnPressed.connect(self._sign)
        self._settle()

    def _build(self) -> None:
        strip = QWidget()
        strip.setObjectName("strip")
        heading = label(f"Ký số: {short(title(self.plan), 90)}", bold=True, larger=1)
        heading.setMinimumWidth(120)
        told = row(*self._signs.values(), self.told_line, gap=look.ROOM)
        told.setStretch(len(self._signs), 1)
        head = column(heading, gap=look.SPACE)
        head.addLayout(told)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        strip.setLayout(head)
        for sign in self._signs.values():
            sign.hide()
        self.form.setMaximumWidth(_WIDEST)
        inner = QWidget()
        lines = column(self.form, None)
        lines.setContentsMargins(look.WIDE, look.WIDE, look.WIDE, look.WIDE)
        inner.setLayout(lines)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        foot = QWidget()
        foot.setObjectName("foot")
        act = row(None, self.leave_it, self.sign, gap=look.ROOM)
        act.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        foot.setLayout(act)
        whole = column(strip, area, foot, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def title(self) -> str:
        return f"Ký số: {short_title(self.plan, 24)}"

    def chapter(self) -> str:
        return "ky-so#ky-ngay-tren-may-nay"

    def chosen_plan(self) -> str:
        return self.about

    def panes_in_order(self) -> list[QWidget]:
        return [self.form.what, self.form.secret, self.sign]

    @Slot(object)
    def hear(self, _pairs: Pairs) -> None:
        """Sign the plan as it is now; leave with it."""
        found = self._office.plans.get(self.about)
        if found is None or found.stage is not Stage.DRAFT:
            self.finished.emit()
        elif found is not self.plan:
            self.plan = found
            self.form.offer(parts_of(found))
            self._settle()

    # Signing

    def _settle(self) -> None:
        self.sign.setEnabled(self.form.is_answered and not self._is_signing and not self._tokens.working)

    def _sign(self) -> None:
        if not self.sign.isEnabled():
            return
        form = self.form
        part = form.part
        order = Order(
            self.plan,
            form.signs_as,
            form.by,
            Path(form.out.text().strip()),
            datetime.now(_VIETNAM).replace(microsecond=0),
            form.take_secret(),
            form.path,
            part if part is not None else WHOLE,
            form.shown_picture,
            form.number.text().strip(),
        )
        form.remember()
        self._is_signing = True
        self._say(None, _SIGNING)
        self._settle()
        self.asked.emit(order)

    def finish(self, done: Done) -> None:
        """Show what was signed, and offer the next signature."""
        self.done_with, self._is_signing = done, False
        told = " ".join(signature_words(one) for one in done.signatures[-1:])
        self._say(Kind.GOOD, f"Đã ký bằng chứng thư của {done.name}, ghi ra {done.out.name}. {told}")
        self.form.go_on_with(done.out)
        self._settle()

    def fail(self, error: Exception) -> None:
        """Tell why nothing was signed; all answers but the secret stay."""
        self._is_signing = False
        if isinstance(error, UserError):
            self._say(Kind.ERROR, f"{error.what} {error.advice}")
        else:
            self._say(None, _ASKED)
            self.troubled.emit(error)
        self._settle()
        QTimer.singleShot(0, self.form.secret, self.form.secret.setFocus)

    def _say(self, kind: Kind | None, words: str) -> None:
        for name, sign in self._signs.items():
            sign.setVisible(name is kind)
        self.told_line.setText(words)

    # Tokens

    def _search(self) -> None:
        """Look for tokens, but never while one signs: a driver looked at anew forgets what it was doing."""
        driver = self.form.by.driver
        if driver is not None and not self._is_signing:
            self._tokens.ask(lambda _job: tokens_of(driver))
            self._settle()

    def _no_tokens(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._say(Kind.ERROR, f"{error.what} {error.advice}")
        else:
            self.troubled.emit(error)
        self._settle()

    def _show_tokens(self, found: "tuple[Token, ...]") -> None:
        self.form.show_tokens([(_told(one), one.label) for one in found])
        if found:
            self._say(None, _ASKED)
        else:
            self._say(Kind.WARNING, "Không thấy thiết bị ký số nào. Hãy cắm thiết bị rồi bấm Tìm thiết bị.")


def _number(plan: Plan) -> str:
    header = plan.header
    return f"{header.number.strip()}/{header.symbol.strip()}" if header.number.strip() else ""


def _told(token: "Token") -> str:
    return f"{token.label} ({token.warning})" if token.warning else token.label
