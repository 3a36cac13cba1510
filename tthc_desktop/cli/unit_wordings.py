"""What can be asked of the register of units, as data."""

from tthc_desktop.cli.shapes import Argument, Command

UNIT = Argument("unit", "ĐƠN-VỊ", "tên, tên viết tắt, tên gọi khác, tên cũ hoặc mã của đơn vị")
_FROM = Argument("--from", "NGÀY", "từ ngày nào, dạng 01/07/2025", required=True, to="day")
_SHORT = Argument("--short", "TÊN-NGẮN", "tên viết tắt")
UNITS = (
    Command("list", "liệt kê các đơn vị"),
    Command(
        "add",
        "thêm một đơn vị",
        (Argument("name", "TÊN", "tên đơn vị"),),
        (
            _SHORT,
            Argument("--kind", "LOẠI", "inside (thuộc cơ quan, mặc định), outside hoặc collective (tên chung)"),
            Argument("--from", "NGÀY", "hoạt động từ ngày nào, dạng 01/07/2025", to="day"),
        ),
    ),
    Command(
        "rename",
        "đổi tên đơn vị từ một ngày; kế hoạch cũ giữ tên cũ",
        (UNIT, Argument("name", "TÊN-MỚI", "tên mới")),
        (_FROM, _SHORT),
    ),
    Command(
        "merge",
        "sáp nhập các đơn vị từ một ngày vào một đơn vị đã có hoặc đơn vị mới",
        (Argument("units", "ĐƠN-VỊ", "các đơn vị được sáp nhập", many=True),),
        (Argument("--into", "ĐƠN-VỊ-NHẬN", "tên đơn vị nhận", required=True), _FROM),
    ),
    Command(
        "split",
        "chia một đơn vị từ một ngày thành nhiều đơn vị",
        (UNIT, Argument("units", "TÊN", "tên từng đơn vị, đã có hoặc mới", many=True)),
        (_FROM,),
    ),
    Command(
        "end",
        "ghi rằng đơn vị ngừng hoạt động",
        (UNIT,),
        (Argument("--last", "NGÀY", "ngày hoạt động cuối cùng, dạng 30/06/2025", required=True, to="day"),),
    ),
    Command("reopen", "cho đơn vị đã ngừng hoạt động lại", (UNIT,)),
)
