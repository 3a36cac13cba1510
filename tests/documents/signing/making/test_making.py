"""Papers signed on this computer: by file and by token, three times over, seen where they should be, only added to."""

import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.sign.fields import MDPPerm

from tests.documents.writing.pdf.building import fresh, item, make_plan
from tests.documents.writing.pdf.test_rendering import sample
from tests.signatures import SIGNED_AT, Person, appended, authority, der, flipped, person
from tests.signatures import sign as sign_elsewhere
from tests.signing_means import LEADER, OFFICE, PASSWORD, hand, opaque, p12, seal, seen_through
from tests.tokens import PIN, driver, plug_in
from tthc_desktop.documents.signing.appearances import shown_by_signatures
from tthc_desktop.documents.signing.making import Signing, from_file, from_token, picture, sign, tokens
from tthc_desktop.documents.signing.making.looks import line_width, picture_page, stamp_words
from tthc_desktop.documents.signing.verifying import verify
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.documents.writing.pdf.separate import separate_files
from tthc_desktop.errors import UserError
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.signature_places import ORGANISATION, PERSON
from tthc_desktop.models.signatures import Intact, Since, Trust
from tthc_desktop.models.signing import SignAs
from tthc_desktop.models.text import plain

NUMBER = "15/KH-SNV"
ROOTS = (der(authority().root),)
MM = 72 / 25.4


def source(who: Person | None = None) -> object:
    return from_file(p12(who), PASSWORD, "mẫu.p12")


def office() -> Person:
    return person(*OFFICE, curve=True)


def how(role: SignAs, minutes: int = 0, **more: object) -> Signing:
    shown = {SignAs.PERSON: hand, SignAs.ORGANISATION: seal}.get(role)
    made = Signing(
        role,
        SIGNED_AT + timedelta(minutes=minutes),
        picture(shown(), "ảnh.png") if shown else None,
        NUMBER if role is SignAs.APPENDIX else "",
        roots=ROOTS,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def plan() -> Plan:
    made = sample()
    return replace(made, appendices=(*made.appendices, Appendix(fresh(), plain("Chỉ tiêu"))))


@cache
def printed(*, separate: bool = True, fields: bool = True) -> bytes:
    return render(plan(), PrintForm(separate=separate, fields=fields))


@cache
def signed_thrice(*, fields: bool = True) -> tuple[bytes, bytes, bytes]:
    """Return one file after each of three signatures: person, seal, line of the first appendix."""
    data, steps = printed(separate=fields, fields=fields), []
    for at, (role, who) in enumerate(
        ((SignAs.PERSON, person(*LEADER)), (SignAs.ORGANISATION, office()), (SignAs.APPENDIX, office()))
    ):
        data, _ = sign(data, "in.pdf", source(who), how(role, at))  # type: ignore[arg-type]
        steps.append(data)
    return steps[0], steps[1], steps[2]


@pytest.mark.parametrize("fields", [True, False])
def test_three_signatures_in_one_file_are_all_valid(*, fields: bool) -> None:
    found = verify(signed_thrice(fields=fields)[-1], ROOTS)
    assert [one.field for one in found][:2] == [PERSON, ORGANISATION]
    assert found[2].field.startswith("Phụ lục I")
    assert {(one.intact, one.trust) for one in found} == {(Intact.YES, Trust.YES)}
    assert [one.since for one in found] == [Since.SIGNATURES, Since.SIGNATURES, Since.NOTHING]
    assert [one.at for one in found] == [SIGNED_AT + timedelta(minutes=at) for at in range(3)]
    assert [one.signer for one in found] == [LEADER[0], OFFICE[0], OFFICE[0]]


@pytest.mark.needs("pdfsig")
def test_another_program_finds_them_valid_too(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(signed_thrice()[-1])
    said = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False, timeout=60).stdout
    assert said.count("Signature is Valid") == 3
    assert said.count("ETSI.CAdES.detached") == 3


def test_what_was_there_is_never_rewritten() -> None:
    first, second, third = signed_thrice()
    assert first.startswith(printed())
    assert second.startswith(first)
    assert third.startswith(second)


def last_gap(data: bytes) -> range:
    """Return where the last signature itself stands, with the room that it leaves: all else is signed."""
    *_, found = re.finditer(rb"/ByteRange\s*\[\s*0 (\d+) (\d+) \d+", data)
    return range(int(found[1]), int(found[2]))


@given(st.floats(0, 0.999))
@settings(max_examples=6)
def test_a_flipped_byte_is_found(share: float) -> None:
    data = signed_thrice()[-1]
    at = int(share * len(data))
    gap = last_gap(data)
    spoilt = flipped(data, at if at not in gap else gap.start - 1)
    try:
        found = verify(spoilt, ROOTS)
    except UserError:
        return
    assert len(found) < 3 or any(one.intact is not Intact.YES or one.since is Since.CHANGES for one in found)


def test_each_appendix_as_a_file_is_signed_on_its_own() -> None:
    main, *appendices = separate_files(plan())
    assert len(appendices) == 2
    for at, file in enumerate(appendices):
        data, found = sign(file.data, file.name, source(office()), how(SignAs.APPENDIX, at))  # type: ignore[arg-type]
        assert [(one.intact, one.since) for one in found] == [(Intact.YES, Since.NOTHING)]
        (stamp,) = shown_by_signatures(data, file.name).stamps
        assert (stamp.number, stamp.symbol, stamp.at) == ("15", "KH-SNV", SIGNED_AT + timedelta(minutes=at))
    with pytest.raises(UserError, match="không thấy phụ lục"):
        sign(main.data, main.name, source(office()), how(SignAs.APPENDIX))  # type: ignore[arg-type]


def test_the_line_is_ten_points_at_the_top_right_and_not_spread() -> None:
    data = signed_thrice()[-1]
    words = stamp_words(NUMBER, SIGNED_AT + timedelta(minutes=2))
    assert words == "Số: 15/KH-SNV; 09/01/2030; 09:22:41; +07:00"
    with pikepdf.open(BytesIO(data)) as document:
        at = next(
            number for number, page in enumerate(document.pages)
            for note in page.obj.get("/Annots", []) if str(note.get("/T", "")).startswith("Phụ lục I") and "/V" in note
        )  # fmt: skip
        box = next(note for note in document.pages[at].obj.Annots if "/V" in note).Rect
        width, height = (float(side) for side in document.pages[at].mediabox[2:])
    assert float(box[2]) > width - 22 * MM
    assert float(box[3]) > height - 20 * MM
    flat = pypdfium2.PdfDocument(data)
    flat.init_forms()
    page = flat[at]
    page.flatten()
    text = flat[at].get_textpage()
    assert words in text.get_text_range()
    place = text.get_text_range().index(words)
    left, *_ = text.get_charbox(place)
    _, _, right, _ = text.get_charbox(place + len(words) - 1)
    assert right - left == pytest.approx(sum(_widths(words)), abs=3)


def _widths(words: str) -> list[float]:
    from tthc_desktop.documents.writing.pdf.fonts import family  # noqa: PLC0415 - only here

    return [family().regular.widths[char] * 10 for char in words]


def test_pictures_stand_between_title_and_name() -> None:
    """The seal covers about a third of the hand's picture, on its left, and is as large as a real one."""
    with pikepdf.open(BytesIO(signed_thrice()[1])) as document:
        boxes = {
            str(note.T): [float(edge) for edge in note.Rect]
            for page in document.pages
            for note in page.obj.get("/Annots", [])
            if "/V" in note
        }
    hand_box, seal_box = boxes[PERSON], boxes[ORGANISATION]
    assert seal_box[2] - seal_box[0] == pytest.approx(36 * MM, abs=1)
    covered = (seal_box[2] - hand_box[0]) / (hand_box[2] - hand_box[0])
    assert covered == pytest.approx(1 / 3, abs=0.06)


def test_red_and_blue_are_seen_on_the_page() -> None:
    document = pypdfium2.PdfDocument(signed_thrice()[-1])
    document.init_forms()
    seen: set[str] = set()
    for page in document:
        for red, green, blue in set(page.render(scale=0.7).to_pil().convert("RGB").get_flattened_data()):
            seen |= {"red"} if red > 180 and green < 90 else set()
            seen |= {"blue"} if blue > 150 and red < 90 else set()
    assert seen == {"red", "blue"}


def test_without_a_picture_nothing_is_seen_but_it_is_signed() -> None:
    data, found = sign(printed(), "in.pdf", source(), how(SignAs.PERSON, picture=None))  # type: ignore[arg-type]
    assert found[0].intact is Intact.YES
    assert shown_by_signatures(data, "in.pdf").lines == ()


def test_a_file_of_another_program_is_signed_where_its_words_say() -> None:
    data = render(plan(), PrintForm(fields=False))
    _, found = sign(data, "in.pdf", source(), how(SignAs.PERSON))  # type: ignore[arg-type]
    assert found[0].field == PERSON
    bare = render(replace(make_plan(item(Mark.NONE, "Nội dung")), signatory=type(plan().signatory)()))
    with pytest.raises(UserError, match="Không tìm thấy chỗ ký"):
        sign(bare, "in.pdf", source(), how(SignAs.PERSON))  # type: ignore[arg-type]


# Refusals: a sentence each


def refused(data: bytes, given: Signing, who: Person | None = None) -> str:
    with pytest.raises(UserError) as caught:
        sign(data, "in.pdf", source(who), given)  # type: ignore[arg-type]
    assert caught.value.advice
    return caught.value.what


def test_a_field_is_signed_once() -> None:
    assert "đã được ký" in refused(signed_thrice()[0], how(SignAs.PERSON))


def test_a_file_changed_after_signing_is_not_signed_again() -> None:
    changed = appended(signed_thrice()[0])
    assert "bị sửa sau khi Lò Thị Mẫu ký" in refused(changed, how(SignAs.ORGANISATION), office())


def test_no_such_field() -> None:
    assert "không có ô ký “Khác”" in refused(printed(), how(SignAs.PERSON, field="Khác"))


@pytest.mark.parametrize(
    ("days", "words"), [((-900, -10), "đã hết hạn ngày 30/12/2029"), ((5, 300), "mới có hiệu lực")]
)
def test_a_certificate_out_of_its_time(days: tuple[int, int], words: str) -> None:
    assert words in refused(printed(), how(SignAs.PERSON), person("Hết Hạn", "Sở Mẫu", days=days))


def test_a_certificate_of_strangers() -> None:
    stranger = person("Người Lạ", "Công ty khác", by="Nơi cấp khác")
    assert "do “Nơi cấp khác” cấp" in refused(printed(), how(SignAs.PERSON), stranger)
    _, found = sign(printed(), "in.pdf", source(stranger), how(SignAs.PERSON, roots=()))  # type: ignore[arg-type]
    assert found[0].trust is Trust.UNKNOWN


def test_an_authority_does_not_sign_papers() -> None:
    assert "không phải loại dùng để ký số" in refused(printed(), how(SignAs.PERSON), authority())


@pytest.mark.parametrize("data", [b"", b"chu thuong", b"%PDF-1.7\n%%EOF", b"\x89PNG"])
def test_what_is_no_pdf(data: bytes) -> None:
    with pytest.raises(UserError):
        sign(data, "in.pdf", source(), how(SignAs.PERSON))  # type: ignore[arg-type]


def test_a_file_with_a_password() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(printed())) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="chu", user="khach"))
    assert "mật khẩu" in refused(out.getvalue(), how(SignAs.PERSON))


def test_a_wrong_password_and_no_certificate_file() -> None:
    with pytest.raises(UserError, match="Mật khẩu của tệp chứng thư “a\\.p12” không đúng"):
        from_file(p12(), "sai", "a.p12")
    for data in (b"", b"chu", p12()[:200]):
        with pytest.raises(UserError, match="không phải là tệp chứng thư"):
            from_file(data, PASSWORD, "a.p12")


@pytest.mark.parametrize(
    ("data", "words"),
    [(opaque(), "không có nền trong suốt"), (b"GIF89a", "không phải là ảnh PNG"),
     (hand()[:300], "không phải là ảnh PNG"),
     (b"\x89PNG" + b"0" * 11_000_000, "lớn hơn 10 MB")],
    ids=["opaque", "gif", "cut", "large"],
)  # fmt: skip
def test_pictures_that_cannot_stand_over_words(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        picture(data, "a.png")


@pytest.mark.parametrize("mode", ["RGBA", "LA", "RGB", "L", "P"])
def test_words_are_seen_through_every_kind_of_picture(mode: str) -> None:
    page = pypdfium2.PdfDocument(picture_page(picture(seen_through(mode), "a.png"), 200, 100))[0]
    shown = page.render(scale=1, fill_color=(0, 255, 0, 255)).to_pil().convert("RGB")
    assert shown.getpixel((2, 2)) == (0, 255, 0)
    assert max(shown.getpixel((100, 50))[:2]) < 90


# The line of the organisation has room, or nothing is signed

LONG = "1234/KH-SNN&PTNT-BCĐCCHC-VPĐP"


def test_a_long_number_widens_a_new_field() -> None:
    data = printed(separate=False, fields=False)
    signed, _ = sign(data, "in.pdf", source(office()), how(SignAs.APPENDIX, number=LONG))  # type: ignore[arg-type]
    words = stamp_words(LONG, SIGNED_AT)
    with pikepdf.open(BytesIO(signed)) as document:
        (field,) = document.Root.AcroForm.Fields
        left, _, right, _ = map(float, field.Rect)
    assert right - left >= line_width(words) > 80 * MM
    assert shown_by_signatures(signed, "in.pdf").lines == (words,)


def test_a_line_that_would_be_cut_off_is_refused() -> None:
    assert "dài hơn ô ký “Phụ lục I”" in refused(printed(), how(SignAs.APPENDIX, number=LONG), office())
    endless = how(SignAs.APPENDIX, number="1/" + "KH-" * 200)
    assert "dài hơn ô ký" in refused(printed(separate=False, fields=False), endless, office())


# What others signed before


@pytest.mark.parametrize("allowed", [MDPPerm.NO_CHANGES, MDPPerm.FILL_FORMS])
def test_a_file_that_was_closed_when_it_was_signed(allowed: MDPPerm) -> None:
    bare = printed(separate=False, fields=False)
    closed = sign_elsewhere(bare, person(*LEADER), "Chốt", certify=True, docmdp_permissions=allowed)
    assert "không cho ký thêm" in refused(closed, how(SignAs.ORGANISATION), office())


def test_a_closed_file_is_signed_in_a_field_that_it_had() -> None:
    closed = sign_elsewhere(
        printed(), person(*LEADER), "Chốt", certify=True, docmdp_permissions=MDPPerm.FILL_FORMS
    )  # fmt: skip
    _, found = sign(closed, "in.pdf", source(office()), how(SignAs.ORGANISATION, 1))  # type: ignore[arg-type]
    assert [(one.field, one.since) for one in found] == [("Chốt", Since.SIGNATURES), (ORGANISATION, Since.NOTHING)]


def test_a_signature_of_an_unknown_kind_is_not_called_a_change() -> None:
    strange = signed_thrice()[0].replace(b"/ETSI.CAdES.detached", b"/ETSI.XAdES.detached")
    said = refused(strange, how(SignAs.ORGANISATION), office())
    assert "thuộc loại mà chương trình không kiểm được" in said
    assert "bị sửa" not in said


def test_a_field_of_words_that_has_the_name() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(printed(separate=False, fields=False))) as document:
        words = pikepdf.Dictionary(T=pikepdf.String(PERSON), FT=pikepdf.Name("/Tx"))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([document.make_indirect(words)]))
        document.save(out)
    assert "không cho ký thêm" in refused(out.getvalue(), how(SignAs.PERSON))


# Tokens


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


def test_the_time_zone_is_written_as_iso_8601() -> None:
    assert re.fullmatch(r"Số: \S+; \d\d/\d\d/\d{4}; \d\d:\d\d:\d\d; \+07:00", stamp_words("1/KH-A", SIGNED_AT))
