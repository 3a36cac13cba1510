"""Arguments of programs that are explained, and whose mistakes are told, in Vietnamese."""

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

from tthc_desktop.errors import UserError

_MISTAKES = (
    (r"the following arguments are required: (.+)", "Thiếu {}."),
    (r"unrecognized arguments: (.+)", "Không hiểu phần “{}”."),
    (r"argument .+?: invalid choice: (.+?) \(.*", "Không có lệnh {}."),
    (r"argument (.+?): expected .+", "Sau {} phải có một giá trị."),
    (r"argument (.+?): ignored explicit argument .+", "Tùy chọn {} không nhận giá trị."),
)


class Formatter(argparse.RawDescriptionHelpFormatter):
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


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are known trouble like any other."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments."""
        raise UserError(_in_vietnamese(message), f"Hãy xem cách dùng: {self.prog} --help")


def options_of(parser: argparse.ArgumentParser) -> "argparse._ArgumentGroup":
    """Return the group of a parser's options, which begins with the one that asks for help."""
    options = parser.add_argument_group("Tùy chọn")
    options.add_argument("-h", "--help", action="help", help="hiện trợ giúp này rồi thoát")
    return options


def _in_vietnamese(message: str) -> str:
    for english, vietnamese in _MISTAKES:
        if match := re.fullmatch(english, message, re.DOTALL):
            return vietnamese.format(match.group(1).strip("'"))
    return f"Lệnh chưa đúng ({message})."
