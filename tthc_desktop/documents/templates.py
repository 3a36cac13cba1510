"""The templates that come with the program: plans in the form of docs/plan-json.md with placeholders in braces."""

from dataclasses import dataclass
from functools import cache

from tthc_desktop.documents.exchange import from_json
from tthc_desktop.models.plan import Plan
from tthc_desktop.resources import resource


@dataclass(frozen=True, slots=True)
class Template:
    """A template: the name of its file, what it is called and what it is for, in one sentence."""

    name: str
    title: str
    about: str


TEMPLATES = (
    Template(
        "kiem-soat-tthc",
        "Kế hoạch kiểm soát TTHC",
        "Cả năm, đủ các mảng: công bố, công khai, giải quyết, rà soát, phản ánh, kiểm tra; nhiệm vụ ở phụ lục.",
    ),
    Template(
        "ra-soat-tthc",
        "Kế hoạch rà soát, đánh giá TTHC",
        "Các bước rà soát trong phần lời, danh mục TTHC phải rà soát ở phụ lục.",
    ),
    Template(
        "cat-giam-tthc",
        "Chương trình cắt giảm, đơn giản hóa TTHC",
        "Mục tiêu cắt giảm, các bước từ thống kê đến thực thi, bảng mức cắt giảm thời gian và chi phí.",
    ),
    Template(
        "cai-cach-tthc",
        "Kế hoạch cải cách TTHC có chỉ tiêu",
        "Phụ lục I giao chỉ tiêu, Phụ lục II giao nhiệm vụ cho từng đơn vị.",
    ),
)


@cache
def template_plan(name: str) -> Plan:
    """Return a template with its placeholders."""
    return from_json(resource("templates", f"{name}.json").read_text(encoding="utf-8"))
