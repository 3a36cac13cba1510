"""The signature never stands alone."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.documents.writing.pdf.building import fresh, item, make_plan, sentence, task_table
from tests.documents.writing.pdf.recording import Recorder, drawn_pages
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.writing.pdf.document import parts
from tthc_desktop.documents.writing.pdf.kept import Kept
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan, Recipient, Signatory
from tthc_desktop.models.text import Run, text


def drawn(plan: Plan) -> list[Recorder]:
    part = parts(plan, rules(), Kept())[0]
    return drawn_pages(part.flows, part.sheet.height)


@given(st.integers(0, 10**6), st.integers(1, 14), st.booleans())
def test_two_lines_of_text_stay_with_the_signature(seed: int, count: int, table_last: bool) -> None:
    random = Random(seed)
    paragraphs = [item(Mark.ARABIC, sentence(random, random.randint(1, 150))) for _ in range(count)]
    table, tasks = task_table(random, seed % 12)
    plan = make_plan(*paragraphs, *([table] if table_last else []), tasks=tasks)
    page = drawn(plan)[-1].texts()
    signed = page.index("Nơi nhận:")
    assert signed >= 2
    assert page[signed - 1].endswith("./.")
    assert {"KT. GIÁM ĐỐC", "Lò Văn Mẫu", "- Lưu: VT, VP."} <= set(page)


def test_recipients_longer_than_the_signature_stay_with_it() -> None:
    recipients = tuple(Recipient(fresh(), f"Đơn vị {at}") for at in range(30))
    paragraphs = [item(Mark.ARABIC, sentence(Random(1), 100)) for _ in range(5)]
    page = drawn(make_plan(*paragraphs, recipients=recipients))[-1].texts()
    assert page[page.index("Nơi nhận:") :][1] == "- Đơn vị 0;"
    assert page[-1] == "- Đơn vị 29." or "- Đơn vị 29." in page


def test_more_recipients_than_a_page_go_on() -> None:
    recipients = tuple(Recipient(fresh(), f"Đơn vị {at}", level=at % 2) for at in range(150))
    pages = [page.texts() for page in drawn(make_plan(item(Mark.ARABIC, "Một."), recipients=recipients))]
    found = [line for page in pages for line in page if line.startswith(("- Đơn", "+ Đơn"))]
    assert len(pages) == 4
    assert found[:2] == ["- Đơn vị 0;", "+ Đơn vị 1;"]
    assert found[-1] == "+ Đơn vị 149."
    assert len(found) == 150


def test_a_recipient_of_two_lines_stands_on_one_page() -> None:
    words = "Đơn vị thứ {} của tỉnh và các cơ quan có liên quan trên cùng địa bàn (t/h)"
    recipients = tuple(Recipient(fresh(), words.format(at)) for at in range(60))
    pages = [page.texts() for page in drawn(make_plan(item(Mark.ARABIC, "Một."), recipients=recipients))]
    assert len(pages) > 1
    for page in pages[1:]:
        assert page[0].startswith("- Đơn vị")


def test_a_recipient_longer_than_a_page_is_cut() -> None:
    recipients = (Recipient(fresh(), "x " * 20_000), Recipient(fresh(), "Lưu: VT"))
    pages = drawn(make_plan(item(Mark.ARABIC, "Một."), recipients=recipients))
    assert len(pages) > 5
    assert pages[-1].texts()[-1] == "- Lưu: VT."


def test_recipient_that_announces_others_ends_with_its_colon() -> None:
    recipients = (Recipient(fresh(), "Lãnh đạo:"), Recipient(fresh(), "Giám đốc", 1))
    (page,) = drawn(make_plan(recipients=recipients))
    assert page.texts()[-5:-3] == ["- Lãnh đạo:", "+ Giám đốc."]


def test_end_follows_the_last_words_whatever_stands_behind_them() -> None:
    empty = Item(fresh(), Mark.NONE, text([Run(" ", bold=True), Run(" ")]))
    last = Item(fresh(), Mark.NONE, text([Run("Hết"), Run(".", bold=True), Run(" ", italic=True)]))
    (page,) = drawn(make_plan(last, empty, signatory=Signatory(), recipients=()))
    assert "Hết./." in page.texts()
    (page,) = drawn(make_plan(item(Mark.NONE, "Hết./."), signatory=Signatory(), recipients=()))
    assert page.texts()[-1] == "Hết./."
    (page,) = drawn(make_plan(empty, signatory=Signatory(), recipients=()))
    assert "./." not in page.texts()


def test_final_signs_that_were_typed_are_not_doubled() -> None:
    recipients = (Recipient(fresh(), "UBND tỉnh;"), Recipient(fresh(), "Lưu: VT. "))
    (page,) = drawn(make_plan(recipients=recipients))
    assert page.texts()[-5:-3] == ["- UBND tỉnh;", "- Lưu: VT."]


def test_without_signatory_or_recipients_there_is_no_foot() -> None:
    (page,) = drawn(make_plan(recipients=(), signatory=Signatory()))
    assert "Nơi nhận:" not in page.texts()
    (page,) = drawn(make_plan(recipients=(), signatory=Signatory((), "Lò Văn Mẫu")))
    assert page.texts()[-1] == "Lò Văn Mẫu"
