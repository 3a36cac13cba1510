"""The wizard that takes tables from a workbook: Tải tệp, Ghép cột, Xem trước, Đối chiếu, Ghi."""
