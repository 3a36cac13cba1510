"""A monkey at the window: whatever it does, the plan stays right and nothing typed is lost."""

import os
import sys
from pathlib import Path

import pytest

from tests.flows.ibus import Ibus
from tests.flows.monkey import Monkey
from tests.flows.rightness import look_at_file, look_at_words, undo_everything
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.documents.writing.pdf import rendered

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
SEEDS = range(*map(int, os.environ.get("TTHC_MONKEYS", "1:3").split(":")))
STEPS = int(os.environ.get("TTHC_MONKEY_STEPS", "150"))


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_a_monkey_does_breaks_a_plan(
    seed: int, hands: Hands, ibus: Ibus, office_path: Path, tmp_path: Path
) -> None:
    first = little_plan()
    hands.add(first)
    monkey = Monkey(seed, hands, ibus, office_path, tmp_path)
    try:
        for _ in range(STEPS):
            with hands.bot.captureExceptions() as caught:
                monkey.step()
            assert not caught, caught[0][1]
        hands.page.commit()
        assert undo_everything(monkey.office, "Thêm kế hoạch") == {first.id: first}
        look_at_words(hands.page)
        look_at_file(monkey.office, office_path, tmp_path / "last.tthc")
    except BaseException:
        sys.stderr.write("\n".join(monkey.done[-30:]))
        if caught:
            raise caught[0][1] from None
        raise
    assert rendered(hands.page.plan).data.startswith(b"%PDF")
