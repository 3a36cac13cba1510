"""The user's own folder."""

from pathlib import Path

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.settings import data_folder, office_file


def test_the_data_folder_is_made_in_the_users_home(home: Path) -> None:
    assert data_folder().is_dir()
    assert data_folder().is_relative_to(home)


def test_the_offices_file_lies_in_the_data_folder() -> None:
    assert office_file().parent == data_folder()
    assert not office_file().exists()


def test_a_folder_that_cannot_be_made_is_told() -> None:
    folder = data_folder()
    folder.rmdir()
    folder.write_text("a file in the way", encoding="utf-8")

    with pytest.raises(UserError, match="Không tạo được thư mục dữ liệu"):
        data_folder()
