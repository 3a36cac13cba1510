import pytest
from tests.returned.office import plan
from tthc_desktop.models.changes import Change

@pytest.mark.parametrize("n", range(60))
def test_close(window, qtbot, n):
    made = plan(600, 12)
    window.desk.apply(Change("Thêm", ((None, made),)))
    window.desk.open_plan(made.id)
    qtbot.wait(n * 17)
