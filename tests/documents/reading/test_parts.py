"""Stamps of digital signatures are read to the second, and nonsense that looks like one is none."""

import pytest

from tthc_desktop.documents.reading.text.parts import stamp_at


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Số: 7/KH-SXD; 03/02/2026; 08:05:09; +07:00", "2026-02-03T08:05:09+07:00"),
        ("Số: 7/KH-SXD; 03/02/2026; 08:05:09; -07:30", "2026-02-03T08:05:09-07:30"),
        ("Số: 7/KH-SXD; 31/02/2026; 08:05:09; +07:00", None),
        ("Số: 7/KH-SXD; 03/02/2026; 08:05:09; +99:00", None),
        ("Số: 7/KH-SXD", None),
    ],
)
def test_stamp(words: str, at: str | None) -> None:
    stamp = stamp_at(words)
    assert (stamp.at.isoformat() if stamp else None) == at
