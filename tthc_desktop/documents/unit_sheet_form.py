"""What writer and reader of a unit's sheet agree on: names of its sheets, marks in hidden cells."""

SHEET = "Phần việc"
CARRIED = "_tthc"
"""The very hidden sheet that carries what was sent."""

MARK = "TTHC Desktop: bảng việc"
"""In the first cell of the hidden sheet, whatever that sheet is called by now."""

IDS = "Mã"
"""Heading of the hidden column of identities."""

GROUP = "nhóm"
"""Stands in place of an identity in the rows of group headings."""

PERIOD = "Kỳ báo cáo: "
"""What stands before the name of the period below it, where the sheet is of one."""

UNIT = "Đơn vị: "
"""What stands before the name of the unit above the table."""
