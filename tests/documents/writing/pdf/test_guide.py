"""The guide on paper: every word and picture of it, read aloud in order, fit for an archive."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf.pdfa import validate_written
from PIL import Image

from tests.documents.writing.pdf.reading import page_texts, squeezed
from tthc_desktop.documents.guide import guide, picture
from tthc_desktop.documents.reading_order import reading_order
from tthc_desktop.documents.writing.pdf.guide import guide_pdf
from tthc_desktop.documents.writing.pdf.images import read_png
from tthc_desktop.models.guide.parsing import parse
from tthc_desktop.models.guide.values import Guide, Picture, headings
from tthc_desktop.ui.guide.chapters import whole_guide

VERSION = "1.2.3"


@pytest.fixture(scope="module")
def printed() -> bytes:
    """Return the whole guide as it is printed."""
    return guide_pdf(whole_guide(), VERSION)


def test_the_same_guide_gives_the_same_bytes(printed: bytes) -> None:
    assert guide_pdf(whole_guide(), VERSION) == printed


def test_it_is_fit_for_an_archive(printed: bytes) -> None:
    assert [str(one) for one in validate_written(BytesIO(printed), "2b").findings] == []


def test_headings_pictures_and_tables_are_read_aloud(printed: bytes) -> None:
    order = reading_order(printed, "huong-dan.pdf")
    titles = [one.words.strip() for one in order if one.role == "H1"]
    assert titles[1:] == [f"{number}. {one.title}" for number, one in enumerate(whole_guide().chapters, 1)]
    parts = [" ".join(one.words.split()) for one in order if one.role == "H2"]
    assert parts == [words for chapter in whole_guide().chapters for words in headings(chapter).values()]
    captions = [block.caption for one in whole_guide().chapters for block in one.blocks if isinstance(block, Picture)]
    assert [one.instead for one in order if one.role == "Figure"] == captions
    assert {"L", "LI", "Table"} <= {one.role for one in order}


def leads_to(data: bytes) -> list[int]:
    """Return the pages, counted from 0, to which the links lead."""
    with pikepdf.open(BytesIO(data)) as file:
        numbers = {page.obj.objgen: at for at, page in enumerate(file.pages)}
        notes = [note for page in file.pages for note in page.get("/Annots", ())]
        return [numbers[note.Dest[0].objgen] for note in notes if note.Subtype == "/Link"]


def test_the_contents_tell_the_page_of_each_chapter(printed: bytes) -> None:
    pages, front = page_texts(printed), min(leads_to(printed))
    contents = " ".join(" ".join(pages[:front]).split())
    for number, chapter in enumerate(whole_guide().chapters, 1):
        title = f"{number}. {chapter.title}"
        begins = next(at for at, words in enumerate(pages, 1) if at > front and title in words)
        told = contents[contents.index(title) :].removeprefix(title)
        assert int(told.lstrip(" .").split()[0]) == begins


def test_links_of_the_contents_lead_to_pages_in_order(printed: bytes) -> None:
    goals = leads_to(printed)
    assert len(goals) > 60
    assert goals == sorted(goals)


def test_some_pages_keep_their_numbers_and_the_rest_is_left_out(printed: bytes) -> None:
    some = page_texts(guide_pdf(whole_guide(), VERSION, wanted=(4, 5)))
    assert [squeezed(words) for words in some] == [squeezed(words) for words in page_texts(printed)[4:6]]


def test_nothing_comes_of_a_print_that_was_stopped() -> None:
    assert guide_pdf(whole_guide(), VERSION, lambda: True) == b""


def test_a_picture_is_printed_point_by_point() -> None:
    name = next(block.name for block in guide().chapters[0].blocks if isinstance(block, Picture))
    small = Guide((parse("01-mot.md", f"# Một\n\n![Hình](pictures/{name}.png)"),))
    with pikepdf.open(BytesIO(guide_pdf(small, VERSION))) as file:
        (found,) = [image for page in file.pages for image in page.get_images().values()]
        assert isinstance(found, pikepdf.Stream)
        drawn = pikepdf.PdfImage(found).as_pil_image().convert("RGB")
    assert drawn.tobytes() == Image.open(picture(name)).convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_a_picture_without_a_palette_is_refused(mode: str) -> None:
    made = BytesIO()
    Image.new(mode, (4, 4)).save(made, "PNG")
    with pytest.raises(ValueError, match="palette"):
        read_png("một", made.getvalue())
    with pytest.raises(ValueError, match="PNG"):
        read_png("một", b"GIF89a")


def test_long_chapters_and_entries_go_on_over_pages() -> None:
    entries = "\n".join(f"{number}. {'chữ ' * 300}" for number in range(1, 9))
    long = Guide((parse("01-dai.md", f"# Dài\n\n{entries}\n\n> {'lời ' * 900}"),))
    words = " ".join(page_texts(guide_pdf(long, VERSION)))
    assert words.count("chữ") == 2400
    assert words.count("lời") == 900
