"""`update [PACKAGE] [--back]`: the installed program from a file, and one step back."""

from tthc_desktop import __version__
from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.errors import UserError
from tthc_desktop.updating import Signed, former, go_back, install, installed, opened

_AGAIN = "lần mở sau sẽ dùng bản ấy."


def update(wishes: Wishes) -> Answer:
    """Install another version, go back to the former one, or tell what there is."""
    program = installed()
    if wishes.back:
        version = go_back(program)
        return Answer({"version": version, "before": program.version}, f"Đã quay về phiên bản {version}; {_AGAIN}")
    if wishes.package is None:
        before = former(program)
        words = f"Phiên bản {program.version} ở {program.folder}."
        words += f" Quay về được phiên bản {before} bằng update --back." if before else ""
        return Answer({"version": program.version, "folder": str(program.folder), "before": before or None}, words)
    with opened(wishes.package) as found:
        if found.signed is not Signed.BY_SUPPLIER and not wishes.anyway:
            raise UserError(
                f"Tệp cập nhật phiên bản {found.manifest.version} {found.signed.value}.",
                f"Nếu biết chắc tệp do nơi cung cấp gửi (mã băm {found.sha256}), hãy chạy lại với --anyway.",
            )
        install(found, program)
        version = found.manifest.version
    return Answer({"version": version, "before": __version__}, f"Đã cập nhật lên phiên bản {version}; {_AGAIN}")
