"""A few legal documents that plans cite."""

from datetime import date

from tthc_desktop.models.legal import LegalDocument

CLERKS = LegalDocument("w", "Nghị định", "30/2020/NĐ-CP", "Chính phủ", date(2020, 3, 5), "về công tác văn thư")
OLD = LegalDocument("o", "Nghị định", "61/2018/NĐ-CP", "Chính phủ", date(2018, 4, 23), "về cơ chế một cửa", "n")
NEW = LegalDocument("n", "Nghị định", "118/2025/NĐ-CP", "Chính phủ", date(2025, 6, 9), "về Bộ phận Một cửa")
LAW = LegalDocument("l", "Luật", title="Tổ chức Chính phủ", date=date(2025, 2, 18))
