"""Number formats of OpenDocument, written as the codes of Excel, so that both kinds of workbook show numbers alike."""

from collections.abc import Mapping

STYLES = {
    "number-style",
    "percentage-style",
    "currency-style",
    "date-style",
    "time-style",
    "boolean-style",
    "text-style",
}
_TIMES = {"day": "d", "month": "m", "year": "y", "hours": "h", "minutes": "m", "seconds": "s"}
_MOST = 30
"""No format has more digits."""


class CodeReader:
    """Takes the elements inside one format and makes its code."""

    def __init__(self, kind: str, attributes: Mapping[str, str]) -> None:
        self._percent = kind == "percentage-style"
        self._elapsed = kind == "time-style" and attributes.get("truncate-on-overflow") == "false"
        self._code: list[str] = []
        self._others: list[tuple[str, str]] = []
        self.plain = True
        """Whether it is General so far: a number without any wish for its decimals."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _TIMES or name in {"am-pm", "day-of-week"}:
            self._add(self._time(name, attributes))
        elif name == "number":
            self._number(attributes)
        elif name == "scientific-number":
            self._add(f"{_digits(attributes, '')}E+00")
        elif name == "fraction":
            self._add("# ?/?")
        elif name == "map":
            condition = attributes.get("condition", "").removeprefix("value()").replace("!=", "<>")
            self._others.append((condition, attributes.get("apply-style-name", "")))

    def say(self, words: str) -> None:
        """Take the words that stand between the parts."""
        if words:
            signs = words.split("%") if self._percent else [words]
            self._add("%".join(_quoted(sign) for sign in signs))

    def code(self, known: Mapping[str, str]) -> str:
        """Return the code; where another format holds for some values, `known` has its code."""
        own = "" if self.plain else "".join(self._code)
        others = [(condition, known.get(name, "")) for condition, name in self._others]
        conditions = [condition for condition, _ in others]
        if not all(code for _, code in others) or not own:
            return own
        if conditions in ([], [">=0"], [">0", "<0"]):
            return ";".join([*(code for _, code in others), own])
        return ";".join([*(f"[{condition}]{code}" for condition, code in others[:2]), own])

    def _add(self, code: str) -> None:
        self._code.append(code)
        self.plain = False

    def _number(self, attributes: Mapping[str, str]) -> None:
        if "decimal-places" in attributes or attributes.get("grouping") == "true" or _least(attributes) > 1:
            self._add(_digits(attributes, "#,##" if attributes.get("grouping") == "true" else ""))
        elif self.plain:
            self._code.append("General")
        else:
            self._add("General")

    def _time(self, name: str, attributes: Mapping[str, str]) -> str:
        if name == "am-pm":
            return "AM/PM"
        is_long = attributes.get("style") == "long"
        if name == "day-of-week":
            return "dddd" if is_long else "ddd"
        letter = _TIMES[name]
        if name == "year":
            return "yyyy" if is_long else "yy"
        if name == "month" and attributes.get("textual") == "true":
            return "mmmm" if is_long else "mmm"
        if name == "hours" and self._elapsed:
            return "[h]"
        return letter * 2 if is_long else letter


def _least(attributes: Mapping[str, str]) -> int:
    return _count(attributes.get("min-integer-digits", "1"))


def _digits(attributes: Mapping[str, str], grouping: str) -> str:
    decimals = _count(attributes.get("decimal-places", "0"))
    least = _count(attributes.get("min-decimal-places", str(decimals)))
    behind = "0" * least + "#" * (decimals - least)
    whole = "0" * _least(attributes) or "#"
    return f"{grouping}{whole}" + (f".{behind}" if behind else "")


def _count(words: str) -> int:
    return min(int(words), _MOST) if words.isdecimal() else 0


def _quoted(words: str) -> str:
    return f'"{words}"'.replace("\n", " ") if words else ""
