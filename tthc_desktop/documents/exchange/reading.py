"""From JSON to values, or one clear error: a plan comes in whole or not at all."""

import json
from typing import NoReturn

from tthc_desktop.documents.exchange.checks import check
from tthc_desktop.documents.exchange.place import Place, wrong
from tthc_desktop.documents.exchange.values import plan_of
from tthc_desktop.documents.exchange.writing import FORMAT, VERSION, Json
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan

_AGAIN = "Hãy xuất lại kế hoạch từ chương trình rồi nhập lại tệp đó."


def from_json(words: str) -> Plan:
    """Return the plan that `to_json` wrote; anything damaged, unknown or newer is a `UserError` with its place."""
    paper = _parsed(words)
    if not isinstance(paper, dict) or paper.get("format") != FORMAT:
        raise UserError(
            "Tệp JSON này không phải là kế hoạch do TTHC Desktop xuất ra.",
            "Hãy chọn tệp .json do lệnh xuất của chương trình tạo ra, hoặc tệp văn bản .txt.",
        )
    _check_version(paper.get("version"))
    for name in paper.keys() - {"format", "version", "plan"}:
        raise wrong(Place(name), "khóa này không có trong định dạng")
    plan = plan_of(paper.get("plan"))
    check(plan)
    return plan


def _check_version(version: Json) -> None:
    if type(version) is not int or version < 1:
        raise wrong(Place("version"), "phải là số nguyên từ 1")
    if version > VERSION:
        raise UserError(
            f"Tệp JSON này có định dạng phiên bản {version}, mới hơn phiên bản {VERSION} mà chương trình biết.",
            "Hãy cài bản TTHC Desktop mới nhất rồi nhập lại.",
        )


def _parsed(words: str) -> Json:
    try:
        found: Json = json.loads(words.removeprefix("\ufeff"), object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise UserError(f"Tệp JSON hỏng ở dòng {error.lineno}, cột {error.colno}.", _AGAIN) from error
    except RecursionError as error:
        raise UserError("Tệp JSON lồng nhau quá nhiều tầng.", _AGAIN) from error
    except ValueError as error:
        raise UserError("Tệp JSON có một con số quá dài.", _AGAIN) from error
    return found


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for name, value in pairs:
        if name in found:
            raise UserError(f"Tệp JSON có khóa “{name[:40]}” hai lần trong cùng một đối tượng.", _AGAIN)
        found[name] = value
    return found


def _constant(name: str) -> NoReturn:
    raise UserError(f"Tệp JSON có giá trị “{name}” không phải là số.", _AGAIN)
