"""Papers signed with a token, for which SoftHSM2 stands in."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.signing.making.signed import (
    how,
    office,
    printed,
)
from tests.signatures import person
from tests.signing_means import LEADER, OFFICE
from tests.tokens import PIN, driver, plug_in
from tthc_desktop.documents.signing.making import from_token, sign, tokens
from tthc_desktop.errors import UserError
from tthc_desktop.models.signatures import Intact, Trust
from tthc_desktop.models.signing import SignAs


@pytest.fixture(scope="module")
def plugged() -> Path:
    plug_in("Lanh dao", person(*LEADER))
    plug_in("Co quan", office(), person("Văn thư Mẫu", "Sở Nội vụ tỉnh Mẫu"))
    return driver()


@pytest.mark.needs("softhsm2-util")
def test_a_token_signs(plugged: Path) -> None:
    with from_token(plugged, PIN, "Lanh dao") as means:
        assert means.name == LEADER[0]
        data, found = sign(printed(), "in.pdf", means, how(SignAs.PERSON))
    with from_token(plugged, PIN, "Co quan", OFFICE[0]) as means:
        data, found = sign(data, "in.pdf", means, how(SignAs.ORGANISATION, 1))
    assert [(one.intact, one.trust) for one in found] == [(Intact.YES, Trust.YES)] * 2
    assert PIN.encode() not in data


@pytest.mark.needs("softhsm2-util")
def test_tokens_are_told_by_name(plugged: Path) -> None:
    assert {"Lanh dao", "Co quan"} <= {one.label for one in tokens(plugged)}


def _fails(plugged: Path, words: str, pin: str = PIN, label: str = "Lanh dao", certificate: str = "") -> UserError:
    with pytest.raises(UserError, match=words) as caught, from_token(plugged, pin, label, certificate):
        pass
    assert pin not in f"{caught.value.what}{caught.value.advice}"
    return caught.value


@pytest.mark.needs("softhsm2-util")
def test_troubles_of_tokens(plugged: Path) -> None:
    assert "gõ sai nhiều lần" in _fails(plugged, "Mã PIN .* không đúng", pin="000000").advice
    _fails(plugged, "Mã PIN .* không đúng", pin="1")
    _fails(plugged, "Không thấy thiết bị ký số “Khác”", label="Khác")
    _fails(plugged, r"Có \d thiết bị ký số", label="")
    _fails(plugged, "có 2 chứng thư", label="Co quan")
    _fails(plugged, "không có chứng thư của “Ai đó”", label="Co quan", certificate="Ai đó")


@pytest.mark.needs("softhsm2-util")
@pytest.mark.parametrize("pin", ["", "\n", f"{PIN}\n", "\x00", "\ud800"])
def test_what_cannot_be_a_pin_never_reaches_the_token(plugged: Path, pin: str) -> None:
    with from_token(plugged, PIN, "Lanh dao"):  # sets back what the token counts
        pass
    with pytest.raises(UserError, match="Chưa gõ mã PIN"), from_token(plugged, pin, "Lanh dao"):
        pass
    assert next(one for one in tokens(plugged) if one.label == "Lanh dao").warning == ""


@pytest.mark.needs("softhsm2-util")
def test_a_key_of_somebody_else_signs_nothing(plugged: Path) -> None:
    plug_in("Lech", replace(person(*LEADER), key=person("Người Khác", "Sở Nội vụ tỉnh Mẫu").key))
    with (
        pytest.raises(UserError, match="khóa không ứng với chứng thư của Lò Thị Mẫu"),
        from_token(plugged, PIN, "Lech") as means,
    ):
        sign(printed(), "in.pdf", means, how(SignAs.PERSON))


@pytest.mark.needs("softhsm2-util")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.qt_no_exception_capture
def test_a_token_pulled_out_while_it_signs_is_a_sentence(plugged: Path) -> None:
    """To begin anew with the driver closes what is open, as pulling out does."""

    def pulled_out() -> None:
        with from_token(plugged, PIN, "Lanh dao") as means:
            tokens(plugged)
            sign(printed(), "in.pdf", means, how(SignAs.PERSON))

    with pytest.raises(UserError, match="báo lỗi khi ký"):
        pulled_out()


@pytest.mark.needs("softhsm2-util")
def test_no_driver(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không có trình điều khiển"):
        tokens(tmp_path / "khong-co.so")
    (tmp_path / "a.so").write_text("không phải", encoding="utf-8")
    with pytest.raises(UserError, match="không phải là trình điều khiển"):
        tokens(tmp_path / "a.so")


@pytest.mark.needs("softhsm2-util")
def test_a_pin_is_neither_logged_nor_part_of_any_error(plugged: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = "975310864"
    with from_token(plugged, PIN, "Lanh dao") as means:
        sign(printed(), "in.pdf", means, how(SignAs.PERSON))
    error: BaseException | None = _fails(plugged, "không đúng", pin=wrong)
    while error:
        assert wrong not in repr(error)
        error = error.__cause__ or error.__context__
    assert PIN not in caplog.text
    assert wrong not in caplog.text
