"""What Excel lets a unit type into its sheet, and what it keeps from being changed."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.worksheet import Worksheet

from tthc_desktop.models.progress.forms import FIRST_DAY, LAST_DAY
from tthc_desktop.models.progress.values import TITLES, Field, Status

_MOST = 10**12


def _day(field: Field) -> Mapping[str, Any]:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": FIRST_DAY,
        "maximum": LAST_DAY,
        "error_title": TITLES[field],
        "error_message": "Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 15/02/2025.",
    }


def _figure(field: Field, least: int) -> Mapping[str, Any]:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": least,
        "maximum": _MOST,
        "error_title": TITLES[field],
        "error_message": "Hãy ghi một con số, không kèm chữ.",
    }


_RULES: Mapping[Field, Mapping[str, Any]] = {
    Field.STATUS: {
        "validate": "list",
        "source": [status.value for status in Status],
        "error_title": "Tình trạng",
        "error_message": "Hãy chọn một tình trạng trong danh sách (bấm mũi tên ở góc ô).",
    },
    Field.PERCENT: {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 100,
        "error_title": "% hoàn thành",
        "error_message": "Hãy ghi một số từ 0 đến 100, ví dụ 60 hoặc 60%.",
    },
    Field.DAY: _day(Field.DAY),
    Field.NUMERATOR: _figure(Field.NUMERATOR, 0),
    Field.DENOMINATOR: _figure(Field.DENOMINATOR, 0),
    Field.VALUE: _figure(Field.VALUE, -_MOST),
    Field.AS_OF: _day(Field.AS_OF),
}
"""A per cent may be 60, where a cell lost its format, as well as the 0.6 that stands for 60%."""

_ALLOWED = ("format_cells", "format_columns", "format_rows", "sort", "autofilter")


def add_rules(sheet: Worksheet, columns: Mapping[Field, int], first: int, last: int) -> None:
    """Let the cells of each field take only what the field can be; `columns` says where a field stands."""
    for field in columns.keys() & _RULES.keys():
        rule = _RULES[field]
        sheet.data_validation(first, columns[field], last, columns[field], dict(rule))


def protect(sheet: Worksheet) -> None:
    """Lock all but the cells to fill in, without a password: against slips, not against the unit."""
    sheet.protect("", dict.fromkeys(_ALLOWED, True))
