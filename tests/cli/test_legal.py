"""The office's list of legal documents on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line

OLD = ("--kind", "Nghị định", "--number", "92/2017/NĐ-CP", "--issuer", "Chính phủ", "--date", "07/08/2017")
NEW = ("--kind", "Nghị định", "--number", "118/2025/NĐ-CP", "--title", "về  một cửa")


def listed(ask: Ask, *arguments: str) -> str:
    """Put a document on the list and return its identity."""
    (document,) = ask("legal", "add", *arguments, "--json").found["legal_documents"]
    return str(document)


def test_an_empty_list(ask: Ask) -> None:
    assert ask("legal", "list", "--json").found == {"legal_documents": []}
    assert "legal add" in ask("legal", "list").out


def test_a_document_is_listed_with_all_that_is_known(ask: Ask) -> None:
    old, new = listed(ask, *OLD), listed(ask, *NEW)

    first, second = ask("legal", "list", "--json").found["legal_documents"]

    assert first == {
        "id": old,
        "kind": "Nghị định",
        "number": "92/2017/NĐ-CP",
        "issuer": "Chính phủ",
        "date": "2017-08-07",
        "title": "",
        "replaced_by": None,
    }
    assert (second["id"], second["title"], second["date"]) == (new, "về một cửa", None)
    assert ask("legal", "list").out.splitlines() == [
        f"{old}  Nghị định số 92/2017/NĐ-CP ngày 07/08/2017 của Chính phủ",
        f"{new}  Nghị định số 118/2025/NĐ-CP về một cửa",
    ]


def test_a_replaced_document_is_marked(ask: Ask) -> None:
    old, new = listed(ask, *OLD), listed(ask, *NEW)

    assert ask("legal", "replace", "92/2017/nd-cp", new[:8], "--json").found["legal_documents"] == [old]

    assert ask("legal", "list", "--json").found["legal_documents"][0]["replaced_by"] == new
    assert "đã được thay thế bằng Nghị định số 118/2025/NĐ-CP" in ask("legal", "list").out


def test_removing_is_undone_with_its_marks(ask: Ask) -> None:
    old, new = listed(ask, *OLD), listed(ask, *NEW)
    ask("legal", "replace", old, new)
    before = ask("legal", "list", "--json").found

    ask("legal", "remove", "118/2025/NĐ-CP")
    (left,) = ask("legal", "list", "--json").found["legal_documents"]
    assert (left["id"], left["replaced_by"]) == (old, None)
    undone = ask("undo", "--json").found

    assert set(undone["legal_documents"]) == {old, new}
    assert undone["plans"] == []
    assert {str(each) for each in ask("legal", "list", "--json").found["legal_documents"]} == {
        str(each) for each in before["legal_documents"]
    }


def test_the_history_of_a_document(ask: Ask) -> None:
    old = listed(ask, *OLD)
    ask("legal", "remove", old)

    labels = [entry["label"] for entry in ask("history", old, "--json").found["entries"]]

    assert labels == ["Bỏ Nghị định số 92/2017/NĐ-CP", "Thêm Nghị định số 92/2017/NĐ-CP"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add",), "chưa có số"),
        (("add", *OLD, "--title", "khác"), "đã có trong danh sách"),
        (("add", "--number", "1", "--date", "07/2017"), "Không hiểu ngày"),
        (("remove", "khong-co"), "Không có văn bản nào"),
        (("remove", ""), "Không có văn bản nào"),
        (("replace", "92/2017/NĐ-CP", "92/2017/NĐ-CP"), "không thay thế"),
    ],
)
def test_what_makes_no_sense_is_refused(ask: Ask, office: Path, arguments: tuple[str, ...], said: str) -> None:
    listed(ask, *OLD)
    before = ask("legal", "list").out

    refused = ask("legal", *arguments)

    assert refused.status == 2
    assert said in refused.err
    assert is_one_line(refused.err)
    assert ask("legal", "list").out == before
    assert office.is_file()
