"""An invented plan as a clerk has it in a text file."""

PAPER = """UBND TỈNH SÔNG NGÂN
SỞ NỘI VỤ
Số: 12/KH-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Ngân, ngày 05 tháng 01 năm 2030

KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2030

Căn cứ Chương trình công tác năm 2030 của Ủy ban nhân dân tỉnh;

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Làm cho người dân đi lại ít hơn, chờ đợi ngắn hơn.
b) Giữ cho mọi thủ tục đều được công khai đúng lúc.
2. Yêu cầu
a) Việc nào cũng có người làm và ngày xong.

II. NỘI DUNG
Các nhiệm vụ nêu tại Phụ lục kèm theo.

III. TỔ CHỨC THỰC HIỆN
1. Các phòng thực hiện nhiệm vụ được giao.
2. Văn phòng theo dõi và báo cáo./.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Lê Thị Bình

Phụ lục
DANH MỤC NHIỆM VỤ NĂM 2030
(Kèm theo Kế hoạch số 12/KH-SNV ngày 05/01/2030 của Sở Nội vụ)

STT	Nội dung công việc	Đơn vị chủ trì	Đơn vị phối hợp	Thời gian hoàn thành
1	Rà soát thủ tục về lễ hội	Phòng Văn hóa	Các phòng	Tháng 3/2030
2	Niêm yết thủ tục mới	Văn phòng	Bộ phận một cửa	Thường xuyên
3	Tập huấn cho công chức	Phòng Tổ chức	Văn phòng	Quý II/2030
"""
