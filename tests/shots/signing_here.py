"""Pictures of the page that signs on this computer: with a certificate file, with a token for an appendix."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.signing import SignAs
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.signing_here.opening import open_signing
from tthc_desktop.ui.signing_here.page import SigningPage

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]


def _opened(window: MainWindow) -> SigningPage:
    plan = sample_plan()
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    window.desk.open_plan(plan.id)
    page = open_signing(window)
    assert page is not None
    page.form.out.setText("/home/van-thu/Tài liệu/Kế hoạch kiểm soát thủ tục hành chính năm 2026 - đã ký.pdf")
    return page


def signing_file(window: MainWindow, _wait: Wait) -> None:
    """Show a paper about to be signed with a certificate file."""
    page = _opened(window)
    page.form.certificate.setText("/home/van-thu/Chứng thư/le-minh-khoa.p12")
    page.form.picture.setText("/home/van-thu/Chứng thư/chu-ky.png")
    page.form.secret.setText("mật khẩu")


def signing_token(window: MainWindow, _wait: Wait) -> None:
    """Show an appendix to be signed with a token, after a wrong PIN."""
    page = _opened(window)
    page.form.role.setCurrentIndex(page.form.role.findData(SignAs.APPENDIX))
    page.form.means.setCurrentIndex(1)
    page.form.means.activated.emit(1)
    page.form.driver.setText("C:\\Windows\\System32\\eTPKCS11.dll")
    page.form.show_tokens([("Văn phòng Sở Công Thương (Đã có lần gõ sai mã PIN.)", "Văn phòng Sở Công Thương")])
    page._say(
        Kind.ERROR,
        "Mã PIN của thiết bị ký số “Văn phòng Sở Công Thương” không đúng. Hãy gõ lại mã PIN; gõ sai nhiều lần thiết bị "
        "sẽ tự khóa.",
    )


SIGNING_HERE: dict[str, Screen] = {"signing-file": signing_file, "signing-token": signing_token}
