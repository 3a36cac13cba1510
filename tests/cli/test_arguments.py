"""What may be typed, and what is said of a mistyped command."""

from pathlib import Path

import pytest

from tthc_desktop import __version__
from tthc_desktop.cli import main
from tthc_desktop.cli.arguments import Wishes, parse
from tthc_desktop.errors import UserError

COMMANDS = (
    *("import", "list", "show", "print", "export", "keep", "versions", "issue", "issued", "draft", "delete", "legal"),
    *("receive", "undo", "redo", "history", "ruler", "sample"),
)
LEGAL = tuple(("legal", action) for action in ("list", "add", "replace", "remove"))


def test_options_may_stand_before_and_after_the_command() -> None:
    expected = Wishes("list", Path("a"), json=True)

    assert parse(["--office", "a", "--json", "list"]) == expected
    assert parse(["list", "--json", "--office", "a"]) == expected
    assert parse(["--json", "list", "--office", "a"]) == expected


def test_each_command_gets_what_it_needs() -> None:
    assert parse(["import", "a", "b"]).sources == (Path("a"), Path("b"))
    assert parse(["print", "12ab", "ra.pdf"]) == Wishes("print", plan="12ab", out=Path("ra.pdf"))
    assert parse(["show", "--", "-lạ"]).plan == "-lạ"
    assert parse(["issue", "a", "--number", "5", "--date", "1/2/2026", "--pdf", "b"]) == Wishes(
        "issue", plan="a", number="5", day="1/2/2026", pdf=Path("b")
    )
    assert parse(["issue", "a", "b.pdf", "--anyway"]) == Wishes("issue", plan="a", signed=Path("b.pdf"), anyway=True)
    assert parse(["legal", "--json", "replace", "a", "b"]) == Wishes(
        "legal", json=True, action="replace", document="a", by="b"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Thiếu LỆNH."),
        (["xem"], "Không có lệnh xem."),
        (["show"], "Thiếu KẾ-HOẠCH."),
        (["print", "a"], "Thiếu RA.pdf."),
        (["import"], "Thiếu NGUỒN."),
        (["target", "set", "a", "b"], "Thiếu --period."),
        (["keep", "a", "--name"], "Sau --name phải có một giá trị."),
        (["legal"], "Thiếu VIỆC."),
        (["legal", "xem"], "Không có lệnh xem."),
        (["legal", "replace", "a"], "Thiếu VĂN-BẢN-MỚI."),
        (["list", "--jso"], "Không hiểu phần “--jso”."),
        (["undo", "2"], "Không hiểu phần “2”."),
        (["list", "--office"], "Sau --office phải có một giá trị."),
        (["list", "--json=1"], "Tùy chọn --json không nhận giá trị."),
    ],
)
def test_a_mistake_is_told_in_vietnamese(arguments: list[str], said: str) -> None:
    with pytest.raises(UserError) as refused:
        parse(arguments)

    assert refused.value.what == said
    assert "--help" in refused.value.advice


@pytest.mark.parametrize("command", [(), *((command,) for command in COMMANDS), *LEGAL])
def test_help_is_vietnamese(command: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0

    words = capfd.readouterr().out
    assert words.startswith("Cách dùng: tthc-desktop")
    for english in ("usage:", "options:", "arguments:", "show this", "optional"):
        assert english not in words


def test_help_names_every_command(capfd: pytest.CaptureFixture[str]) -> None:
    main(["--help"])

    words = capfd.readouterr().out
    assert all(f"\n    {command} " in words for command in COMMANDS)


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capfd.readouterr().out == f"tthc-desktop {__version__}\n"
