"""The words of the command line, in Vietnamese: what can be asked, its help, and what is said of a mistyped command."""

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tthc_desktop import __version__
from tthc_desktop.errors import UserError

PROGRAM = "tthc-desktop"

_EPILOG = """\
KẾ-HOẠCH là mã của kế hoạch, phần đầu của mã (đủ để không nhầm), hoặc đúng trích yếu của nó; lệnh list cho biết mã.
Khi dữ liệu vào có lỗi: một dòng báo lỗi ở đầu ra lỗi, mã thoát 2, và không có gì bị thay đổi."""
_PLAN = ("plan", "KẾ-HOẠCH", "mã, phần đầu của mã, hoặc trích yếu của kế hoạch")
_MISTAKES = (
    (r"the following arguments are required: (.+)", "Thiếu {}."),
    (r"unrecognized arguments: (.+)", "Không hiểu phần “{}”."),
    (r"argument .+?: invalid choice: (.+?) \(.*", "Không có lệnh {}."),
    (r"argument (.+?): expected .+", "Sau {} phải có một giá trị."),
    (r"argument (.+?): ignored explicit argument .+", "Tùy chọn {} không nhận giá trị."),
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asks for; what a command does not know stays empty."""

    command: str
    office: Path | None = None
    json: bool = False
    plan: str = ""
    sources: tuple[Path, ...] = ()
    out: Path = Path()


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with a Vietnamese first word."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Write the usage line."""
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser whose mistakes are known trouble like any other."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments."""
        raise UserError(_in_vietnamese(message), f"Hãy xem cách dùng: {self.prog} --help")


def parse(arguments: Sequence[str]) -> Wishes:
    """Return what the arguments ask for; `--help` and `--version` answer and end by themselves."""
    found = _parser().parse_args(arguments)
    return Wishes(
        found.command,
        getattr(found, "office", None),
        getattr(found, "json", False),
        getattr(found, "plan", ""),
        tuple(getattr(found, "sources", ())),
        getattr(found, "out", Path()),
    )


def _in_vietnamese(message: str) -> str:
    for english, vietnamese in _MISTAKES:
        if match := re.fullmatch(english, message, re.DOTALL):
            return vietnamese.format(match.group(1).strip("'"))
    return f"Lệnh chưa đúng ({message})."


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAM,
        description="Kế hoạch kiểm soát thủ tục hành chính của một cơ quan: nhập, xem, in, xuất, hoàn tác.",
        epilog=_EPILOG,
        formatter_class=_Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    options = _add_options(parser)
    options.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help="cho biết phiên bản rồi thoát"
    )
    commands = parser.add_subparsers(
        title="Các lệnh", dest="command", metavar="LỆNH", required=True, parser_class=_Parser
    )
    _add_commands(commands)
    return parser


def _add_commands(commands: "argparse._SubParsersAction[_Parser]") -> None:
    source = ("sources", "NGUỒN", "tệp văn bản (.txt, .md …) hoặc tệp .json đã xuất")
    pdf, paper = ("out", "RA.pdf", "tệp PDF sẽ được ghi"), ("out", "RA.json", "tệp JSON sẽ được ghi")
    for name, said, arguments in (
        ("import", "nhập kế hoạch từ một hay nhiều tệp", (source,)),
        ("list", "liệt kê các kế hoạch", ()),
        ("show", "xem trọn một kế hoạch", (_PLAN,)),
        ("print", "in một kế hoạch ra tệp PDF đúng thể thức", (_PLAN, pdf)),
        ("export", "xuất trọn một kế hoạch ra JSON; lệnh import nhập lại được y nguyên", (_PLAN, paper)),
        ("delete", "xóa một kế hoạch (hoàn tác được)", (_PLAN,)),
        ("undo", "hoàn tác thao tác gần nhất", ()),
        ("redo", "làm lại thao tác vừa hoàn tác", ()),
        ("history", "xem các thao tác đã làm với một kế hoạch", (_PLAN,)),
        ("sample", "in kế hoạch mẫu ra tệp PDF, không đụng đến dữ liệu nào", (pdf,)),
    ):
        command = commands.add_parser(
            name, help=said, description=f"{said[0].upper()}{said[1:]}.", formatter_class=_Formatter,
            add_help=False, allow_abbrev=False,
        )  # fmt: skip
        _add_options(command)
        _add_arguments(command, arguments)


def _add_options(parser: argparse.ArgumentParser) -> "argparse._ArgumentGroup":
    """Add what may stand before the command and after it."""
    options = parser.add_argument_group("Tùy chọn")
    options.add_argument("-h", "--help", action="help", help="hiện trợ giúp này rồi thoát")
    options.add_argument(
        "--office", type=Path, metavar="TỆP", default=argparse.SUPPRESS,
        help="tệp dữ liệu của cơ quan, được tạo nếu chưa có; mặc định là tệp trong thư mục dữ liệu của bạn",
    )  # fmt: skip
    options.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="in đúng một đối tượng JSON ra đầu ra chuẩn"
    )
    return options


def _add_arguments(command: argparse.ArgumentParser, arguments: Sequence[tuple[str, str, str]]) -> None:
    if not arguments:
        return
    group = command.add_argument_group("Đối số")
    for name, shown, said in arguments:
        group.add_argument(
            name,
            metavar=shown,
            help=said,
            type=str if name == "plan" else Path,
            nargs="+" if name == "sources" else None,
        )
