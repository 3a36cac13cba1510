"""Outlines deeper than any person writes: no word is lost, and what was read can be kept, exported and printed."""

from tthc_desktop.documents.exchange import from_json, to_json
from tthc_desktop.documents.limits import DEEPEST_OUTLINE
from tthc_desktop.documents.reading.clipboard.reader import read_html
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.documents.reading.web_page import read_web_page
from tthc_desktop.models.outline import items

NESTED = "".join(f"<ol><li>việc {number}" for number in range(300))
PAGE = f"<html><body><p>KẾ HOẠCH</p>{NESTED}</body></html>"


def test_lists_in_lists_without_end_are_read_and_exported() -> None:
    draft = read_laid_out(read_web_page(PAGE.encode(), "a.html"))
    said = " ".join(str(one.text) for one, _ in items(draft.plan.body))
    assert max(len(above) for _, above in items(draft.plan.body)) < DEEPEST_OUTLINE
    assert all(f"việc {number}" in said for number in range(300))
    assert from_json(to_json(draft.plan)) == draft.plan


def test_lists_in_lists_without_end_are_pasted() -> None:
    found = [*items(read_html(f"<html><body>{NESTED}</body></html>").fragment.nodes)]
    assert len(found) == 300
    assert max(len(above) for _, above in found) == DEEPEST_OUTLINE - 1
