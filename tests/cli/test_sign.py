"""`sign`: papers signed on the command line; the secret is never an argument."""

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.signatures import authority, der, person
from tests.signing_means import LEADER, PASSWORD, hand, p12
from tests.tokens import PIN, driver, plug_in
from tthc_desktop.settings import roots_folder


@pytest.fixture
def printed(ask: Ask, paper: Path, tmp_path: Path) -> Path:
    plan = ask("import", paper, "--json").found["plan"]
    ask("print", plan, tmp_path / "in.pdf")
    (tmp_path / "ky.p12").write_bytes(p12(person(*LEADER, days=(-3000, 3000))))
    (tmp_path / "tay.png").write_bytes(hand())
    return tmp_path / "in.pdf"


def typed(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{secret}\n"))


def sign_it(ask: Ask, printed: Path, *more: str | Path) -> object:
    folder = printed.parent
    return ask("sign", printed, folder / "da-ky.pdf", "--as", "person", "--picture", folder / "tay.png", *more)


def test_a_print_is_signed_into_a_file_of_its_own(ask: Ask, printed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    roots_folder().mkdir(parents=True)
    (roots_folder() / "goc.cer").write_bytes(der(authority().root))
    before, folder = printed.read_bytes(), printed.parent
    typed(monkeypatch, PASSWORD)
    said = ask(
        "sign", printed, folder / "da-ky.pdf", "--as", "person", "--p12", folder / "ky.p12",
        "--picture", folder / "tay.png", "--json",
    )  # fmt: skip
    assert said.status == 0
    assert (said.found["signer"], said.found["fields"]) == (LEADER[0], ["Người ký"])
    assert printed.read_bytes() == before
    assert (folder / "da-ky.pdf").read_bytes().startswith(before)
    found = ask("verify", folder / "da-ky.pdf", "--json").found
    assert [(one["intact"], one["trust"]) for one in found["signatures"]] == [("yes", "yes")]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((), "Chưa rõ ký bằng gì"),
        (("--p12", "khong-co.p12"), "khong-co.p12"),
        (("--p12", "ky.p12"), "Mật khẩu của tệp chứng thư"),
        (("--token", "khong-co.so"), "Không có trình điều khiển"),
    ],
)
def test_troubles_are_a_sentence_and_leave_no_file(
    ask: Ask, printed: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], words: str
) -> None:
    typed(monkeypatch, "sai")
    monkeypatch.chdir(printed.parent)
    said = ask("sign", printed, "da-ky.pdf", "--as", "person", *more)
    assert said.status == 2
    assert words in said.err
    assert is_one_line(said.err)
    assert not (printed.parent / "da-ky.pdf").exists()


def test_roles_numbers_and_names_are_looked_at(ask: Ask, printed: Path) -> None:
    folder = printed.parent
    assert "Không có vai ký" in ask("sign", printed, folder / "a.pdf", "--as", "ai").err
    assert "Thiếu số" in ask("sign", printed, folder / "a.pdf", "--as", "appendix").err
    assert "không ghi đè" in ask("sign", printed, printed, "--as", "person").err
    assert "đuôi .pdf" in ask("sign", printed, folder / "a.txt", "--as", "person").err
    asked = ask("sign", printed, folder / "a.pdf", "--as", "appendix", "--number", "1/A", "--page", "x")
    assert "không phải là số trang" in asked.err


@pytest.mark.needs("softhsm2-util")
def test_a_token_asks_for_its_pin(ask: Ask, printed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in("Dong lenh", person(*LEADER, days=(-3000, 3000)))
    folder = printed.parent
    typed(monkeypatch, PIN)
    said = ask("sign", printed, folder / "a.pdf", "--as", "person", "--token", driver(), "--label", "Dong lenh")
    assert said.status == 0, said.err
    assert PIN not in said.out
    typed(monkeypatch, "999999")
    said = ask("sign", printed, folder / "b.pdf", "--as", "person", "--token", driver(), "--label", "Dong lenh")
    assert "Mã PIN" in said.err
    assert "999999" not in said.err
