"""What stands beside the list: the calendar, the figures by unit and by plan, the charts."""

from datetime import date

from PySide6.QtWidgets import QTabWidget

from tthc_desktop.ui.background import Background
from tthc_desktop.ui.overview.calendar import Calendar
from tthc_desktop.ui.overview.charts import Charts
from tthc_desktop.ui.overview.tallies import TallyView


class Side(QTabWidget):
    """One of them at a time."""

    def __init__(self, today: date, background: Background) -> None:
        super().__init__()
        self.calendar = Calendar(today)
        self.units = TallyView("Đơn vị", "Việc theo đơn vị")
        self.plans = TallyView("Kế hoạch", "Việc theo kế hoạch")
        self.charts = Charts(background)
        self.setDocumentMode(True)
        self.setObjectName("side")
        self.setAccessibleName("Lịch và số liệu")
        self.tabBar().setAccessibleName("Lịch và số liệu")
        self.addTab(self.calendar, "Lịch")
        self.addTab(self.units, "Đơn vị")
        self.addTab(self.plans, "Kế hoạch")
        self.addTab(self.charts, "Biểu đồ")
        self.setMinimumWidth(300)
