"""The command line read: what is asked, the help in Vietnamese, and what is said of a mistyped command."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tthc_desktop import __version__
from tthc_desktop.argument_words import Formatter, Parser, options_of
from tthc_desktop.cli.shapes import Argument, Command
from tthc_desktop.cli.wordings import COMMANDS

PROGRAM = "tthc-desktop"

_EPILOG = """\
KẾ-HOẠCH là mã của kế hoạch, phần đầu của mã (đủ để không nhầm), hoặc đúng trích yếu của nó; lệnh list cho biết mã.
Khi dữ liệu vào có lỗi: một dòng báo lỗi ở đầu ra lỗi, mã thoát 2, và không có gì bị thay đổi."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asks for; what a command does not know stays empty."""

    command: str
    office: Path | None = None
    json: bool = False
    plan: str = ""
    regime: str = ""
    sources: tuple[Path, ...] = ()
    out: Path = Path()
    name: str = ""
    number: str = ""
    symbol: str = ""
    day: str = ""
    pdf: Path | None = None
    signed: Path | None = None
    anyway: bool = False
    replaces: str = ""
    action: str = ""
    kind: str = ""
    issuer: str = ""
    title: str = ""
    document: str = ""
    by: str = ""
    template: str = ""
    year: str = ""
    newer: str = ""
    into: str = ""
    unit: str = ""
    due: str = ""
    period: str = ""
    apply: bool = False
    take: str = ""
    phrase: str = ""
    on: str = ""
    work: str = ""
    status: str | None = None
    percent: str | None = None
    result: str | None = None
    product_number: str | None = None
    product_day: str | None = None
    trouble: str | None = None
    proposal: str | None = None
    note: str | None = None
    files: tuple[Path, ...] = ()
    words: str = ""
    plans: tuple[str, ...] = ()
    due_only: bool = False
    target: str = ""
    item: str = ""
    numerator: str | None = None
    denominator: str | None = None
    value: str | None = None
    as_of: str | None = None
    all: bool = False
    keep: bool = False
    short: str = ""
    units: tuple[str, ...] = ()
    separate: bool = False
    contents: bool = False
    draft_mark: bool = False
    role: str = ""
    p12: Path | None = None
    token: Path | None = None
    label: str = ""
    certificate: str = ""
    picture: Path | None = None
    field: str = ""
    page: str = ""
    made: Path | None = None
    together: bool = False
    package: Path | None = None
    back: bool = False
    backup: str = ""
    new_file: Path | None = None
    table: str = ""
    task: str = ""
    copy: bool = False
    password: bool = False
    restore: tuple[str, ...] = ()
    agency: str | None = None
    parent_agency: str | None = None
    named: str | None = None
    letters: str | None = None
    location: str | None = None
    signer: str | None = None
    capacity: tuple[str, ...] = ()
    damaged: Path | None = None


_LISTS = ("sources", "files", "plans", "units", "restore", "capacity")


def parse(arguments: Sequence[str]) -> Wishes:
    """Return what the arguments ask for; `--help` and `--version` answer and end by themselves."""
    found = vars(_parser().parse_args(arguments))
    lists = {name: tuple(found.get(name) or ()) for name in _LISTS}
    return Wishes(**{**found, "action": found.get("action") or "", **lists})


@cache
def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog=PROGRAM,
        description="Kế hoạch kiểm soát thủ tục hành chính của cơ quan: nhập, xem, in, lưu bản, ban hành, hoàn tác.",
        epilog=_EPILOG,
        formatter_class=Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    options = _add_options(parser)
    options.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help="cho biết phiên bản rồi thoát"
    )
    _add_commands(parser, COMMANDS, ("Các lệnh", "command", "LỆNH"))
    return parser


def _add_commands(
    parser: argparse.ArgumentParser, commands: Iterable[Command], words: tuple[str, str, str], *, required: bool = True
) -> None:
    title, name, shown = words
    parsers = parser.add_subparsers(title=title, dest=name, metavar=shown, required=required, parser_class=Parser)
    for command in commands:
        said = command.said
        made = parsers.add_parser(
            command.name, help=said, description=f"{said[0].upper()}{said[1:]}.", formatter_class=Formatter,
            add_help=False, allow_abbrev=False,
        )  # fmt: skip
        _add_arguments(_add_options(made), command.options)
        if command.arguments:
            _add_arguments(made.add_argument_group("Đối số"), command.arguments)
        if command.actions:
            _add_commands(made, command.actions, ("Các việc", "action", "VIỆC"), required=not command.alone)


def _add_options(parser: argparse.ArgumentParser) -> "argparse._ArgumentGroup":
    """Add what may stand before the command and after it."""
    options = options_of(parser)
    options.add_argument(
        "--office", type=Path, metavar="TỆP", default=argparse.SUPPRESS,
        help="tệp dữ liệu của cơ quan, được tạo nếu chưa có; mặc định là tệp trong thư mục dữ liệu của bạn",
    )  # fmt: skip
    options.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="in đúng một đối tượng JSON ra đầu ra chuẩn"
    )
    return options


def _add_arguments(group: "argparse._ArgumentGroup", arguments: Iterable[Argument]) -> None:
    for argument in arguments:
        if argument.flag:
            group.add_argument(
                argument.name, action="store_true", dest=argument.kept_as, default=argparse.SUPPRESS,
                help=argument.said,
            )  # fmt: skip
            continue
        more: dict[str, object] = {"type": argument.kind, "metavar": argument.shown, "help": argument.said}
        if argument.name.startswith("--"):
            more |= {"dest": argument.kept_as, "required": argument.required, "default": argparse.SUPPRESS}
            more |= {"action": "append"} if argument.many else {}
        elif argument.many:
            more["nargs"] = "*" if argument.optional else "+"
        elif argument.optional:
            # What is read into another kind would be made of the sign that there is none, too.
            more |= {"nargs": "?", "default": argparse.SUPPRESS if argument.kind is str else None}
        group.add_argument(argument.name, **more)  # type: ignore[arg-type]
