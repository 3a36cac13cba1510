"""What can be asked on the command line, as data: the commands with their arguments and Vietnamese words."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument by its place, or an option when its name begins with dashes."""

    name: str
    shown: str
    said: str
    kind: Callable[[str], object] = str
    many: bool = False
    required: bool = False
    to: str = ""
    """The wish that an option fills, when that is not its own name."""
    flag: bool = False
    """An option that is there or not, without a value."""

    @property
    def kept_as(self) -> str:
        return self.to or self.name.removeprefix("--")


@dataclass(frozen=True, slots=True)
class Command:
    """A command, or one of the actions of a command."""

    name: str
    said: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Argument, ...] = ()
    actions: tuple["Command", ...] = ()


_PLAN = Argument("plan", "KẾ-HOẠCH", "mã, phần đầu của mã, hoặc trích yếu của kế hoạch")
_PDF = Argument("out", "RA.pdf", "tệp PDF sẽ được ghi", Path)
_EXPORT = Argument("out", "RA.xlsx", "tệp sẽ được ghi: .xlsx để làm việc trong Excel, hoặc .json để giữ trọn", Path)
_XLSX = Argument("out", "RA.xlsx", "tệp Excel sẽ được ghi", Path)
_SOURCES = Argument(
    "sources",
    "NGUỒN",
    "tệp văn bản (.txt, .md …), bảng tính (.xlsx, .xls, .ods, .csv) hoặc tệp .json đã xuất",
    Path,
    many=True,
)
_INTO = Argument("--into", "KẾ-HOẠCH", "đối chiếu bảng tính với kế hoạch này và đưa phần mới vào đó")
_DOCUMENT = Argument("document", "VĂN-BẢN", "mã, phần đầu của mã, số, ký hiệu, hoặc trọn tên của văn bản")
_BY = Argument("by", "VĂN-BẢN-MỚI", "văn bản thay thế")
_DAY = "ngày ban hành, dạng 14/02/2026"
_ISSUE = (
    Argument("--number", "SỐ", "số mà văn thư cấp", required=True),
    Argument("--date", "NGÀY", _DAY, required=True, to="day"),
    Argument("--symbol", "KÝ-HIỆU", "ký hiệu; mặc định là ký hiệu ghi ở đầu kế hoạch"),
    Argument("--pdf", "TỆP", "bản PDF đã ký để lưu lại; không có thì chương trình tự in", Path),
    Argument("--replaces", "KẾ-HOẠCH-CŨ", "kế hoạch đã ban hành mà kế hoạch này thay thế"),
)
_ON = Argument("--on", "NGÀY", "xem như hôm nay là ngày này, dạng 14/02/2026; mặc định là hôm nay")
_DRAWN = Argument("out", "RA", "tệp sẽ được ghi: .pdf để ký, .xlsx để làm việc trong Excel", Path)
_OF_PLANS = Argument(
    "--plan",
    "KẾ-HOẠCH",
    "chỉ lấy kế hoạch này, ghi nhiều lần được; mặc định là mọi kế hoạch đang thực hiện",
    many=True,
    to="plans",
)
_KEEP = Argument("--keep", "", "giữ văn bản trong dữ liệu để sửa tiếp rồi ban hành", flag=True)
_DRAWING = (_OF_PLANS, _ON, _KEEP)
_YEAR = Argument("--year", "NĂM", "năm của kế hoạch mới; mặc định là năm kế tiếp")
_LEGAL = (
    Argument("--kind", "LOẠI", "Nghị định, Quyết định, Luật …"),
    Argument("--number", "SỐ", "số, ký hiệu, như 63/2010/NĐ-CP"),
    Argument("--issuer", "CƠ-QUAN", "cơ quan ban hành"),
    Argument("--date", "NGÀY", _DAY, to="day"),
    Argument("--title", "TRÍCH-YẾU", "văn bản về việc gì"),
)
_PERIOD = Argument(
    "--period",
    "KỲ",
    "kỳ báo cáo: 2025-07, 2025-Q2, 2025-H1, 2025-9M, 2025, hoặc “Quý II/2025”; mặc định cả kế hoạch",
)
COMMANDS = (
    Command("import", "nhập kế hoạch từ một hay nhiều tệp", (_SOURCES,), (_INTO,)),
    Command("list", "liệt kê các kế hoạch"),
    Command("show", "xem trọn một kế hoạch", (_PLAN,)),
    Command("print", "in một kế hoạch ra tệp PDF đúng thể thức", (_PLAN, _PDF)),
    Command("export", "xuất các bảng của kế hoạch ra Excel, hoặc trọn kế hoạch ra JSON", (_PLAN, _EXPORT)),
    Command("export-all", "xuất mọi kế hoạch, tiến độ, đơn vị và văn bản căn cứ ra một tệp Excel", (_XLSX,)),
    Command(
        "new",
        "lập kế hoạch mới theo mẫu, điền sẵn theo kế hoạch gần nhất",
        (Argument("template", "MẪU", "kiem-soat-tthc, ra-soat-tthc, cat-giam-tthc hoặc cai-cach-tthc"),),
        (_YEAR,),
    ),
    Command("roll", "lập kế hoạch từ kế hoạch năm trước: đổi năm, ngày; mang nhiệm vụ sang", (_PLAN,), (_YEAR,)),
    Command(
        "compare",
        "so sánh hai kế hoạch, hai năm hoặc hai bản của một kế hoạch",
        (_PLAN, Argument("newer", "KẾ-HOẠCH-MỚI", "kế hoạch hoặc bản mới hơn")),
    ),
    Command(
        "keep",
        "lưu một bản của kế hoạch như lúc này, để xem lại và so sánh về sau",
        (_PLAN,),
        (Argument("--name", "TÊN", "tên của bản, như “trình lần đầu”"),),
    ),
    Command("versions", "xem giai đoạn của kế hoạch và các bản đã lưu", (_PLAN,)),
    Command("issue", "ban hành kế hoạch: ghi số, ngày, khóa nội dung và lưu bản PDF", (_PLAN,), _ISSUE),
    Command("issued", "lấy ra đúng tệp PDF đã lưu khi ban hành", (_PLAN, _PDF)),
    Command("draft", "lập một bản dự thảo mới từ một kế hoạch hay bản đã lưu", (_PLAN,)),
    Command("delete", "xóa một kế hoạch cùng các bản đã lưu và tiến độ của nó (hoàn tác được)", (_PLAN,)),
    Command(
        "legal",
        "xem và sửa danh sách văn bản dùng làm căn cứ",
        actions=(
            Command("list", "liệt kê các văn bản"),
            Command("add", "thêm một văn bản", options=_LEGAL),
            Command("replace", "ghi rằng một văn bản đã được văn bản khác thay thế", (_DOCUMENT, _BY)),
            Command("remove", "bỏ một văn bản khỏi danh sách", (_DOCUMENT,)),
        ),
    ),
    Command("units", "liệt kê các đơn vị mà kế hoạch giao việc, với tên gọi khác của từng đơn vị"),
    Command(
        "send",
        "ghi bảng việc Excel cho từng đơn vị để báo tiến độ rồi gửi lại",
        (_PLAN, Argument("out", "THƯ-MỤC", "nơi ghi các bảng, được tạo nếu chưa có", Path)),
        (
            Argument("--unit", "ĐƠN-VỊ", "chỉ một đơn vị: tên, tên viết tắt, tên gọi khác hoặc mã"),
            Argument("--due", "NGÀY", "hạn gửi lại, dạng 14/02/2026"),
            _PERIOD,
        ),
    ),
    Command(
        "receive",
        "nhận các bảng mà đơn vị gửi lại: đối chiếu từng ô, chỉ ghi khi có --apply",
        (Argument("sources", "TỆP", "các bảng đã gửi lại, hoặc thư mục chứa chúng", Path, many=True),),
        (Argument("--apply", "", "ghi những giá trị mới; không có thì chỉ cho xem trước", flag=True),),
    ),
    Command(
        "report",
        "lập báo cáo của một kỳ từ tiến độ đã nhập, theo ngày chốt số liệu của chế độ báo cáo",
        (Argument("period", "KỲ", "2025-Q2, 2025-07, 2025-H1, 2025-9M, 2025, hoặc 15/3/2025-14/6/2025"), _DRAWN),
        _DRAWING,
    ),
    Command(
        "remind",
        "lập công văn đôn đốc việc quá hạn, gửi một đơn vị hoặc mọi đơn vị có việc quá hạn",
        (_DRAWN,),
        (
            Argument("--unit", "ĐƠN-VỊ", "chỉ một đơn vị: tên, tên viết tắt, tên gọi khác hoặc mã"),
            Argument("--due", "NGÀY", "hạn báo cáo lại, dạng 14/02/2026"),
            *_DRAWING,
        ),
    ),
    Command(
        "assign",
        "lập phiếu giao việc của một đơn vị",
        (_DRAWN,),
        (
            Argument("--unit", "ĐƠN-VỊ", "đơn vị: tên, tên viết tắt, tên gọi khác hoặc mã", required=True),
            *_DRAWING,
        ),
    ),
    Command("follow", "lập bảng theo dõi mọi nhiệm vụ với tình trạng đến một ngày", (_DRAWN,), _DRAWING),
    Command(
        "parse-deadline",
        "cho biết chương trình hiểu lời ghi thời hạn thế nào, không đụng đến dữ liệu nào",
        (Argument("phrase", "LỜI", "lời ghi thời hạn như trong kế hoạch"),),
        (Argument("--year", "NĂM", "năm của kế hoạch, cho thời hạn không ghi năm"),),
    ),
    Command("undo", "hoàn tác thao tác gần nhất"),
    Command("redo", "làm lại thao tác vừa hoàn tác"),
    Command("history", "xem các thao tác đã làm với một kế hoạch, văn bản, đơn vị …", (_PLAN,)),
    Command("sample", "in kế hoạch mẫu ra tệp PDF, không đụng đến dữ liệu nào", (_PDF,)),
)
