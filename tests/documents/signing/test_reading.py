"""A signed PDF read for its plan: number and date found, words compared, other papers told apart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.papers.suites import convert
from tests.real_plans import draft_of
from tests.signatures import STAMPED_AT, Mark, appended, authority, der, office_signs, person, sign
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.signing.appearances import as_seen, shown_by_signatures
from tthc_desktop.documents.signing.reading import read_signed
from tthc_desktop.documents.signing.roots import read_roots
from tthc_desktop.documents.signing.wording import plain_pages
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.documents.writing.pdf.separate import separate_files
from tthc_desktop.documents.writing.word import render as write_word
from tthc_desktop.errors import UserError
from tthc_desktop.models.comparison import What
from tthc_desktop.models.editing.life import numbered
from tthc_desktop.models.editing.text import set_words
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.signed_paper import Whence, doubts, is_another
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Issue

DAY = STAMPED_AT.date()


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return a plan of the year in which it is signed, its number and day left blank."""
    made = sample_plan()
    return replace(made, header=replace(made.header, symbol="KH-SNV", year=DAY.year, day=None, number=""))


@pytest.fixture(scope="module")
def printed(plan: Plan) -> bytes:
    return render(plan)


@pytest.fixture(scope="module")
def signed(printed: bytes) -> bytes:
    return with_signature(printed)


def with_signature(data: bytes) -> bytes:
    """Return a print with a leader's signature and the office's stamp."""
    return office_signs(sign(data, person(), "LanhDao"))


def test_a_blank_print_that_was_stamped_says_what_the_plan_says(plan: Plan, signed: bytes) -> None:
    found = read_signed(signed, "ky.pdf", plan)

    assert found.facts.issue == Issue("15", "KH-SNV", DAY)
    assert (found.facts.number_from, found.facts.at) == (Whence.STAMP, STAMPED_AT)
    assert found.departures is not None
    assert found.departures.found == ()
    assert doubts(found, plan) == ()
    assert [one.signer for one in found.signatures] == ["Lò Thị Mẫu", "Sở Nội vụ tỉnh Mẫu"]


def test_a_print_with_number_and_day_says_them_without_a_stamp(plan: Plan) -> None:
    numbers = Issue("27", "KH-SNV", date(2030, 1, 8))
    found = read_signed(sign(render(numbered(plan, numbers)), person(), "A"), "ky.pdf", plan)

    assert found.facts.issue == numbers
    assert (found.facts.number_from, found.facts.day_from) == (Whence.HEAD, Whence.HEAD)
    assert found.departures is not None
    assert found.departures.found == ()


def test_number_and_day_that_signatures_print_over_the_blanks_are_read_in_the_head(plan: Plan, printed: bytes) -> None:
    data = sign(printed, person(), "So", mark=Mark("15", (158, 732, 180, 746)))
    data = sign(data, person(), "Ngay", mark=Mark("09", (418, 732, 436, 746)))
    found = read_signed(data, "ky.pdf", plan)

    assert (found.head.number, found.head.day) == ("15", 9)
    assert found.facts.number_from is Whence.HEAD
    assert doubts(found, plan) == ()


def test_a_field_that_shows_nothing_prints_nothing(printed: bytes) -> None:
    found = shown_by_signatures(sign(printed, person(), "A"), "ky.pdf")

    assert (found.lines, found.stamps) == ((), ())


def test_a_changed_word_is_told_with_its_page_and_heading(plan: Plan, signed: bytes) -> None:
    section = next(node for node in plan.body if isinstance(node, Item))
    item = next(node for node in section.children[0].children if isinstance(node, Item))  # type: ignore[union-attr]
    changed = set_words(plan, item.id, plain(f"{item.text} Và thêm ba chữ."))
    found = read_signed(signed, "ky.pdf", changed)

    assert found.departures is not None
    (only,) = found.departures.found
    assert (only.what, only.old, only.new, only.page) == (What.REMOVED, "Và thêm ba chữ", "", 1)
    assert only.heading.startswith("1. ")
    assert "ở 1 chỗ" in doubts(found, changed)[0]


def test_another_plan_is_known_by_its_words_and_its_symbol(plan: Plan) -> None:
    other = read_text((Path(__file__).parents[2] / "data/plans/markdown_two_appendices.txt").read_text("utf-8")).plan
    found = read_signed(with_signature(render(other)), "ky.pdf", plan)

    assert is_another(found)
    assert "văn bản khác" in doubts(found, plan)[0]


def test_a_print_with_empty_fields_is_not_signed(plan: Plan, printed: bytes) -> None:
    found = read_signed(printed, "in.pdf", plan)

    assert b"/FT /Sig" in printed
    assert found.signatures == ()
    assert found.departures is not None
    assert found.departures.found == ()


def test_the_paper_alone_is_held_against_the_paper_and_its_appendices_are_asked_for(plan: Plan) -> None:
    paper, first, *_ = separate_files(plan)
    found = read_signed(with_signature(paper.data), "ky.pdf", plan)

    assert found.is_alone
    assert found.departures is not None
    assert found.departures.found == ()
    (said,) = doubts(found, plan)
    assert said.startswith("Tệp không có phụ lục")
    numbers = Issue("27", "KH-SNV", date(2030, 1, 8))
    typed = separate_files(numbered(plan, numbers))[0].data
    assert read_signed(sign(typed, person(), "A"), "ky.pdf", plan).is_alone
    assert is_another(read_signed(with_signature(first.data), "ky.pdf", plan))


def test_a_scan_is_said_to_be_one_and_its_signature_verified(plan: Plan) -> None:
    out = BytesIO()
    page = Canvas(out)
    page.rect(50, 50, 400, 700, fill=1)
    page.save()
    found = read_signed(with_signature(out.getvalue()), "quet.pdf", plan)

    assert found.departures is None
    assert "bản quét" in found.unread
    assert found.facts.number == "15"
    assert "Chưa đối chiếu được" in doubts(found, plan)[0]


def test_a_stamp_pressed_into_the_page_is_found_and_no_difference(plan: Plan) -> None:
    pressed = flattened(office_signs(render(plan)))
    found = read_signed(sign(pressed, person(), "SauCung"), "ky.pdf", plan)

    assert found.facts.number_from is Whence.STAMP
    assert found.departures is not None
    assert found.departures.found == ()


def test_reading_changes_no_byte_and_a_damaged_file_is_said_to_be_so(plan: Plan, signed: bytes) -> None:
    before = bytes(bytearray(signed))
    read_signed(signed, "ky.pdf", plan)

    assert signed == before
    with pytest.raises(UserError, match="bị hỏng"):
        read_signed(signed[: len(signed) // 3], "ky.pdf", plan)


def test_a_copy_to_be_looked_at_shows_the_signatures_and_bears_a_damaged_page(signed: bytes) -> None:
    assert "Số: 15/KH-SNV" in plain_pages(as_seen(signed), "xem.pdf")[0]
    assert "Số: 15/KH-SNV" not in plain_pages(signed, "ky.pdf")[0]

    end = signed.index(b"endobj", signed.index(b"/Type /Page"))
    broken = signed[: end - 60] + b" " * 120 + signed[end + 60 :]
    with pytest.raises(pypdfium2.PdfiumError):
        list(pypdfium2.PdfDocument(broken))
    assert len(plain_pages(as_seen(broken), "xem.pdf")) == len(plain_pages(signed, "ky.pdf"))


def test_what_was_added_after_signing_is_read_too(plan: Plan, signed: bytes) -> None:
    found = read_signed(appended(signed, "Chu ki la"), "ky.pdf", plan)

    assert found.departures is not None
    assert [one.new for one in found.departures.found] == ["chu ki la"]


def test_the_certificates_of_a_folder_are_trusted(tmp_path: Path) -> None:
    assert read_roots(tmp_path / "none") == ()
    (tmp_path / "goc.cer").write_bytes(der(authority().root))
    (tmp_path / "doc.txt").write_text("không phải chứng thư", encoding="utf-8")
    assert read_roots(tmp_path) == (der(authority().root),)

    (tmp_path / "hong.pem").write_bytes(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    with pytest.raises(UserError, match=r"hong\.pem"):
        read_roots(tmp_path)


def flattened(data: bytes) -> bytes:
    """Return the PDF as a program leaves it that presses everything into the pages."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    for page in document:
        page.flatten()
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_the_print_of_a_real_plan_is_its_plan_after_signing(seeds: Path, name: str) -> None:
    plan = draft_of(next(seeds.glob(f"{name}*.txt"))).plan
    symbol = plan.header.symbol or "KH-SNV"
    head = plan.header
    at = STAMPED_AT.replace(day=head.day or 9, month=head.month or 1, year=head.year or 2030)
    issue = Issue(head.number or "15", symbol, at.date())
    for printed in (render(plan), render(numbered(plan, issue))):
        found = read_signed(office_signs(printed, issue.number, symbol, at), "ky.pdf", plan)

        assert found.departures is not None
        assert found.departures.found == ()
        assert doubts(found, plan) == ()
        assert found.facts.issue == issue


@pytest.mark.needs("LibreOffice Writer")
def test_a_print_of_word_differs_in_words_alone(plan: Plan, tmp_path: Path) -> None:
    changed = replace(plan, title=plain(f"{plan.title} và các năm sau"))
    same, other = (
        read_signed(office_signs(data), "ky.pdf", plan) for data in printed_by_word((plan, changed), tmp_path)
    )

    assert same.departures is not None
    assert same.departures.found == ()
    assert same.departures.likeness > 0.99
    assert other.departures is not None
    assert [(one.what, one.old, one.new) for one in other.departures.found] == [(What.ADDED, "", "và các năm sau")]


def printed_by_word(plans: Sequence[Plan], folder: Path) -> list[bytes]:
    """Return plans as another program sets them: other lines, other pages, its own tables."""
    papers = [folder / f"{place}.docx" for place in range(len(plans))]
    for paper, plan in zip(papers, plans, strict=True):
        paper.write_bytes(write_word(plan))
    convert(papers, "pdf", folder / "pdf")
    return [(folder / "pdf" / f"{paper.stem}.pdf").read_bytes() for paper in papers]


def test_two_files_with_the_same_words_are_known_at_a_look(printed: bytes, signed: bytes) -> None:
    assert plain_pages(signed, "ky.pdf") == plain_pages(printed, "in.pdf")
    assert plain_pages(appended(printed), "ky.pdf") != plain_pages(printed, "in.pdf")


def test_a_reading_can_be_stopped(plan: Plan) -> None:
    numbers = Issue("15", "KH-SNV", DAY)
    data = sign(render(numbered(plan, numbers)), person(), "A")
    told: list[tuple[int, int]] = []
    read_signed(data, "ky.pdf", plan, step=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]

    def stop(*_: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_signed(data, "ky.pdf", plan, step=stop)
