"""The list of an archive's files, as DANH-MUC.json tells it."""

import json
from collections.abc import Iterator

from tthc_desktop.documents.own_archive import FORMAT, INDEX, VERSION, Entry
from tthc_desktop.errors import UserError

_HASH_LETTERS = 64


def entries_of(name: str, data: bytes, advice: str) -> tuple[Entry, ...]:
    """Return the files of an archive by its list; `advice` is for a list that is none."""
    try:
        found = json.loads(data)
        is_ours = found["format"] == FORMAT
        version = int(found["version"])
        entries = tuple(_entries(found["papers"])) if is_ours and version <= VERSION else ()
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:
        raise UserError(f"Gói “{name}”: tệp {INDEX} bị hỏng hoặc đã bị sửa sau khi xuất.", advice) from error
    if not is_ours:
        raise UserError(f"Gói “{name}” không phải do chương trình này xuất.", "Hãy chọn gói .zip khác.")
    if version > VERSION:
        raise UserError(
            f"Gói “{name}” do bản mới hơn của chương trình xuất.", "Hãy cập nhật chương trình rồi nhập lại."
        )
    return entries


def _entries(papers: object) -> Iterator[Entry]:
    if not isinstance(papers, list):
        raise TypeError(papers)
    for paper in papers:
        for file in paper["files"]:
            entry = Entry(str(file["name"]), int(file["size"]), str(file["sha256"]))
            if entry.size < 0 or len(entry.sha256) != _HASH_LETTERS:
                raise ValueError(entry.name)
            yield entry
