"""Every command of the window: its words, keys, icon and place in menus and toolbar, as data."""

from collections.abc import Iterator
from typing import NamedTuple


class Command(NamedTuple):
    """What a command is called and how it is reached."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    drawing: str = ""
    tip: str = ""
    toggles: bool = False


GAP = Command("", "")
MENUS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        "&Tệp",
        (
            Command("new", "Lập kế hoạch &mới…", ("Ctrl+N",), "new", "Lập kế hoạch mới theo mẫu"),
            Command("roll_forward", "Lập từ năm t&rước…", (), "roll", "Đổi năm, ngày; mang nhiệm vụ sang năm mới"),
            Command("new_from_copy", "Lập từ bản s&ao", (), "copy", "Lập kế hoạch khác từ bản sao của kế hoạch này"),
            Command(
                "import", "&Nhập văn bản cũ…", ("Ctrl+O",), "import", "Đọc kế hoạch đã có: Word, PDF, văn bản, Excel"
            ),
            Command(
                "import_folder", "Nhập &cả thư mục…", (), "", "Mọi kế hoạch cũ trong một thư mục, xem rồi mới nhập"
            ),
            Command(
                "import_tables", "Nhập bản&g từ Excel…", ("Ctrl+Shift+O",), "", "Lấy bảng trong tệp vào kế hoạch này"
            ),
            Command("sample", "Mở kế hoạch mẫ&u", (), "sample"),
            Command("sample_office", "Xem thử cơ quan mẫu", (), "", "Trong cửa sổ riêng; đóng lại là bỏ tất cả"),
            GAP,
            Command("save", "&Lưu", ("Ctrl+S",), "", "Mọi thay đổi được lưu ngay; lệnh này ghi nốt chữ đang gõ"),
            Command("pdf", "Lưu P&DF…", ("F12", "Ctrl+Shift+S"), "pdf", "Ghi bản in thành tệp PDF"),
            Command("pdf_apart", "Lưu PDF, phụ lục tệp riên&g…", (), "", "Mỗi phụ lục một tệp, có ô ký của cơ quan"),
            GAP,
            Command("word", "Xuất ra &Word…", ("Ctrl+Shift+W",), "", "Ghi văn bản này thành tệp Word để sửa tiếp"),
            Command(
                "excel", "&Xuất ra Excel…", ("Ctrl+Shift+E",), "table", "Ghi các bảng của kế hoạch này thành tệp Excel"
            ),
            Command(
                "calendar",
                "Xuất lị&ch công việc (.ics)…",
                (),
                "calendar",
                "Để đưa vào Outlook, Google Calendar, điện thoại",
            ),
            Command("excel_all", "Xuất toàn &bộ ra Excel…", (), "", "Mọi kế hoạch, tiến độ, đơn vị, văn bản căn cứ"),
            Command("everything", "Xuất mọi &văn bản ra gói .zip…", (), "", "Mỗi văn bản ra JSON, Word, Excel và PDF"),
            GAP,
            Command("print", "&In…", ("Ctrl+P",), "print", "Chọn máy in, trang, số bản, hai mặt; in hoặc lưu PDF"),
            Command("ruler", "In trang t&hước đo…", (), "", "Kiểm tra máy in có thu nhỏ, lệch lề hay không"),
            GAP,
            Command("backups", "&Bản sao lưu…", (), "backup", "Xem, kiểm tra, khôi phục, lấy lại từng phần"),
            Command("check_office", "&Kiểm tra tệp dữ liệu", (), "", "Xem tệp dữ liệu có chỗ nào hỏng không, từng chữ"),
            Command("bin", "&Thùng rác…", (), "delete", "Những gì đã xóa: tìm, xem lại, đưa trở lại"),
            GAP,
            Command("close_page", "Đó&ng thẻ", ("Ctrl+W",), "close"),
            Command("quit", "Th&oát", ("Ctrl+Q",)),
        ),
    ),
    (
        "&Sửa",
        (
            Command("undo", "&Hoàn tác", ("Ctrl+Z",), "undo"),
            Command("redo", "Làm &lại", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
            GAP,
            Command("cut", "Cắ&t", ("Ctrl+X",), "cut"),
            Command("copy", "Sao &chép", ("Ctrl+C",), "copy"),
            Command("paste", "&Dán", ("Ctrl+V",), "paste"),
            Command("paste_plain", "Dán chữ t&rơn", ("Ctrl+Shift+V",), "", "Dán vào đoạn này, chỉ lấy chữ"),
            Command("select_all", "Chọn tất &cả", ("Ctrl+A",)),
            GAP,
            Command("bold", "Đậ&m", ("Ctrl+B",), "bold"),
            Command("italic", "&Nghiêng", ("Ctrl+I",), "italic"),
            GAP,
            Command("find", "Tìm…", ("Ctrl+F",), "find", "Tìm trong kế hoạch đang mở, không cần gõ dấu"),
            Command("replace", "Th&ay…", ("Ctrl+H",), "replace", "Thay chữ này bằng chữ khác, trong cả các bảng"),
            Command("find_next", "Chỗ &kế tiếp", ("F3",)),
            Command("find_previous", "Chỗ t&rước", ("Shift+F3",)),
            Command("find_everywhere", "Tìm trong mọi kế h&oạch…", ("Ctrl+Shift+F",), "find-all"),
            GAP,
            Command("go_to", "Đi tớ&i…", ("Ctrl+G",), "go-to", "Đến mục II.3, hàng 12 của phụ lục, trang 4 bản in"),
            Command("quick", "Tìm nhanh…", ("Ctrl+K",), "find", "Tìm lệnh, mục, kế hoạch, chữ"),
        ),
    ),
    (
        "&Xem",
        (
            Command("home", "Trang đầ&u", ("Alt+Home",), "home"),
            Command(
                "overview", "Tổ&ng quan", ("Alt+End",), "overview", "Việc đến hạn, quá hạn của mọi kế hoạch, đơn vị"
            ),
            GAP,
            Command("outline", "&Dàn bài", ("Ctrl+Alt+1",), "outline", "Ẩn hoặc hiện dàn bài", toggles=True),
            Command("preview", "Xem t&rước", ("Ctrl+Alt+2",), "preview", "Ẩn hoặc hiện bản in", toggles=True),
            Command("problems", "&Chỗ cần xem", ("Ctrl+Alt+3",), "problems", "Ẩn hoặc hiện danh sách", toggles=True),
            GAP,
            Command("zoom_in", "&Phóng to", ("Ctrl++", "Ctrl+="), "zoom-in", "Phóng to chữ, hoặc bản in đang chọn"),
            Command("zoom_out", "&Thu nhỏ", ("Ctrl+-",), "zoom-out", "Thu nhỏ chữ, hoặc bản in đang chọn"),
            Command("zoom_fit", "Cỡ &vừa", ("Ctrl+0",), "fit", "Chữ về 100 %, bản in vừa chiều rộng"),
            GAP,
            Command("look_system", "Màu th&eo hệ thống", tip="Sáng hay tối theo máy", toggles=True),
            Command("look_light", "Nền &sáng", toggles=True),
            Command("look_dark", "Nền tố&i", toggles=True),
            GAP,
            Command("next_pane", "Sang ngăn &kế tiếp", ("F6",)),
            Command("previous_pane", "Về n&găn trước", ("Shift+F6",)),
        ),
    ),
    (
        "&Chèn",
        (
            Command(
                "insert_item", "&Mục cùng cấp", ("Ctrl+Return", "Ctrl+Enter"), "item", "Thêm một mục cùng cấp bên dưới"
            ),
            Command("insert_task", "&Nhiệm vụ", ("Alt+Return",), "task", "Thêm nhiệm vụ với các dòng phân công"),
            GAP,
            Command("insert_basis", "&Căn cứ", (), "basis"),
            Command("insert_addressee", "&Kính gửi", (), "send", "Thêm một nơi sau “Kính gửi:”"),
            Command("insert_recipient", "Nơi n&hận", (), "signature"),
            GAP,
            Command("insert_task_table", "&Bảng nhiệm vụ", (), "table"),
            Command("insert_target_table", "Bảng c&hỉ tiêu", (), "table"),
            Command("insert_table", "Bảng th&ường", (), "table"),
            Command("insert_appendix", "&Phụ lục", (), "table", "Thêm một phụ lục có bảng nhiệm vụ"),
            GAP,
            Command("nbsp", "&Dấu cách không ngắt dòng", ("Ctrl+Shift+Space",)),
        ),
    ),
    (
        "&Kế hoạch",
        (
            Command("promote", "&Nâng một cấp", ("Alt+Shift+Left",), "promote"),
            Command("demote", "&Hạ một cấp", ("Alt+Shift+Right",), "demote"),
            Command("move_up", "Chuyển &lên", ("Alt+Shift+Up", "Alt+Up"), "move-up"),
            Command("move_down", "Chuyển &xuống", ("Alt+Shift+Down", "Alt+Down"), "move-down"),
            GAP,
            Command("numbering", "&Kiểu đánh số…", ("Ctrl+Shift+N",), "numbering"),
            Command("heading", "Đặt &hoặc bỏ đề mục", ("Ctrl+Shift+H",)),
            Command("task", "Chuyển thành nhiệm &vụ hoặc đoạn văn", ("Ctrl+Shift+T",)),
            GAP,
            Command("marks", "&Dấu, số bản, khổ giấy…", (), "", "Độ mật, độ khẩn, lưu hành, số bản; phụ lục A3"),
            Command("delete_part", "Xóa &mục đang chọn", ("Ctrl+Shift+Delete",), "", "Xóa cả phần bên dưới mục đó"),
            GAP,
            Command("keep_version", "&Giữ một bản…", (), "versions", "Giữ lại nội dung như hiện nay"),
            Command("issue", "&Ban hành…", (), "issue", "Ghi số, ngày; giữ bản in và khóa nội dung"),
            Command("check_print", "Kiểm &thể thức bản in…", (), "good", "Đo lề, cỡ chữ, đường kẻ… theo Nghị định"),
            Command("hand_over", "Ch&uẩn bị hồ sơ ký…", (), "signature", "Tệp PDF có ô ký và danh mục việc cần làm"),
            Command("sign_here", "Ký số trên má&y này…", (), "signature", "Bằng tệp chứng thư hoặc thiết bị ký số"),
            Command("receive_signed", "Nhận bản đã &ký…", (), "signature", "Kiểm chữ ký số, đối chiếu rồi ban hành"),
            Command("versions", "&Các bản…", (), "", "Các bản đã lưu, ban hành, được thay thế"),
            Command("compare", "&So sánh…", (), "compare", "So sánh hai bản hoặc hai năm"),
            GAP,
            Command("corrected", "Nhận bản Wor&d đã sửa…", (), "compare", "Xem từng chỗ lãnh đạo đã sửa rồi mới nhận"),
            GAP,
            Command("send", "&Gửi bảng cho đơn vị…", ("Ctrl+Shift+G",), "send", "Mỗi đơn vị một tệp Excel để báo cáo"),
            Command("receive", "Nhận bảng đơn vị gửi lạ&i…", ("Ctrl+Shift+I",), "receive", "Xem lại rồi mới nhận"),
            Command("receive_folder", "Nhận cả thư mục bảng gửi lạ&i…", (), "", "Mọi bảng Excel trong một thư mục"),
            GAP,
            Command("delete", "&Xóa kế hoạch này", (), "delete", "Xóa được hoàn tác bằng Ctrl+Z"),
        ),
    ),
    (
        "&Nhiệm vụ",
        (
            Command("progress", "&Tiến độ", ("Ctrl+Shift+P",), "progress", "Các đơn vị báo cáo đến đâu"),
            Command("targets", "&Chỉ tiêu", ("Ctrl+Shift+Y",), "targets", "Đo chỉ tiêu theo kỳ, so với năm trước"),
        ),
    ),
    (
        "Bá&o cáo",
        (
            Command("reports", "&Báo cáo và văn bản…", ("Ctrl+Shift+R",), "report", "Lập báo cáo; các văn bản đã lập"),
            Command("refresh_report", "Cập nhật &số liệu", ("F9",), "refresh", "Ghi số liệu mới nhất vào báo cáo này"),
            GAP,
            Command("remind", "Công văn đôn đố&c…", (), "send", "Gửi đơn vị có việc quá hạn"),
            Command("assign", "&Phiếu giao việc…", (), "task", "Mỗi đơn vị một phiếu, in để giao"),
            Command("follow_up", "Bảng &theo dõi…", (), "table", "Mọi nhiệm vụ với tình trạng đến một ngày"),
        ),
    ),
    (
        "&Bảng",
        (
            Command("row_above", "Chèn hàng &trên", ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"), "row-above"),
            Command("row_below", "Chèn hàng &dưới", (), "row-below", "Ctrl+Enter khi đang ở trong bảng"),
            Command("group_row", "Chèn &nhóm", (), "group", "Chèn một hàng nhóm ở trên các hàng đang chọn"),
            Command("duplicate_rows", "Nhân đô&i hàng", (), "copy"),
            Command("delete_rows", "&Xóa hàng", ("Ctrl+Delete",), "delete"),
            GAP,
            Command("row_kind", "Đổi l&oại hàng…", (), "", "Thành nhóm, nhiệm vụ, chỉ tiêu hoặc hàng thường"),
            GAP,
            Command("fill_down", "Điền x&uống", ("Ctrl+D",), "fill-down", "Chép ô trên cùng xuống các ô đang chọn"),
            Command("fill_right", "Điền &sang phải", ("Ctrl+R",), "fill-right"),
            Command("today", "N&gày hôm nay", ("Ctrl+;",)),
            Command("merge_cells", "Gộ&p ô", (), "merge", "Gộp các ô đang chọn trong một cột; không mất chữ nào"),
            Command("unmerge_cells", "Tá&ch ô"),
            GAP,
            Command("columns", "&Cột của bảng…", (), "columns"),
            Command("rename_column", "Đổi tên cột"),
            Command("automatic_widths", "Độ rộng cột tự động", (), "fit"),
            GAP,
            Command("sort_up", "Sắp xếp tăn&g dần", (), "sort-up", "Theo cột đang chọn, trong từng nhóm"),
            Command("sort_down", "Sắp xếp giảm dần", (), "sort-down", "Theo cột đang chọn, trong từng nhóm"),
            Command("filter", "&Lọc", ("Ctrl+Shift+L",), "filter", "Hiện hoặc bỏ mũi tên lọc ở đầu bảng"),
            Command("filter_column", "Lọc theo cột này…"),
            Command("clear_filter", "&Bỏ lọc"),
        ),
    ),
    (
        "&Công cụ",
        (
            Command("particulars", "Thông tin cơ &quan…", (), "header", "Được điền sẵn vào kế hoạch lập mới"),
            Command("legal", "Danh mục &văn bản căn cứ…", (), "legal", "Các văn bản mà kế hoạch của cơ quan viện dẫn"),
            Command("days", "&Ngày nghỉ và quy tắc…", (), "days", "Ngày lễ, ngày nghỉ và làm bù; cách hiểu thời hạn"),
            Command("regimes", "Chế độ &báo cáo…", (), "regimes", "Ngày chốt số liệu, hạn gửi, nơi gửi của từng kỳ"),
            GAP,
            Command("units", "&Đơn vị", (), "units", "Danh sách đơn vị và các tên gọi của từng đơn vị"),
            Command("rename_unit", "Đổi &tên đơn vị…", (), "", "Từ một ngày; kế hoạch cũ vẫn giữ tên cũ"),
            Command("merge_units", "&Sáp nhập đơn vị…", (), "", "Vào một đơn vị đã có hoặc một đơn vị mới"),
            Command("split_unit", "C&hia tách đơn vị…", (), "", "Một đơn vị thành nhiều đơn vị từ một ngày"),
            Command("end_unit", "Đơn vị n&gừng hoạt động…", (), "", "Đơn vị ở lại danh sách cho kế hoạch cũ"),
            Command("reopen_unit", "Đơn vị hoạt động &lại", (), "", "Như chưa từng ngừng, sáp nhập hay chia tách"),
            GAP,
            Command("word_count", "Đếm &chữ…", (), "count", "Số chữ, ký tự, đoạn và trang"),
            GAP,
            Command("tray", "Nhắc việc ở &khay hệ thống", (), "bell", "Biểu tượng cạnh đồng hồ", toggles=True),
        ),
    ),
    (
        "Trợ &giúp",
        (
            Command("guide", "&Hướng dẫn sử dụng", ("F1",), "guide", "Mở ở chương của trang đang xem"),
            Command("keys", "&Phím tắt", ("Ctrl+F1",), "keys"),
            Command("rule", "&Quy định về phần này", ("Ctrl+Shift+F1",), "", "Thể thức của phần văn bản có con trỏ"),
            Command("report_bug", "Báo &lỗi…", (), "", "Xem báo cáo kỹ thuật, lưu lại để gửi người phụ trách"),
            Command(
                "update",
                "&Cập nhật từ tệp…",
                (),
                "",
                "Thay bằng bản khác từ một tệp, hoặc quay về bản trước",
            ),
            Command("news", "Có gì &mới", (), "", "Mỗi bản của chương trình thêm những gì"),
            Command("licences", "&Giấy phép", (), "", "Các phần mềm có trong chương trình và giấy phép của chúng"),
            Command("about", "Giới &thiệu"),
        ),
    ),
)
TOOLBAR = (
    *("undo", "redo", "", "bold", "italic", ""),
    *("promote", "demote", "move_up", "move_down", "numbering", ""),
    *("outline", "preview", "", "pdf", "print"),
)
WITH_WORDS = {"undo", "outline", "preview", "pdf", "print"}
SEARCH = "quick"
"""The command that the toolbar's right end shows as a field."""
OF_A_PLAN = (
    "go_to",
    "pdf",
    "pdf_apart",
    "word",
    "excel",
    "outline",
    "preview",
    "problems",
    "zoom_in",
    "zoom_out",
    "zoom_fit",
)


def commands() -> Iterator[Command]:
    """Yield every command in the order of the menus."""
    return (command for _, group in MENUS for command in group if command.name)
