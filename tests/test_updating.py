"""Another version from a file, one step back, and what may be cut off on the way."""

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from tests.updates import NAMES, laid, packed, version_in
from tthc_desktop import settings
from tthc_desktop.errors import UserError
from tthc_desktop.updating import Installed, former, go_back, install, installed, opened, package, place
from tthc_desktop.updating.package import MANIFEST, Signed, is_plain
from tthc_desktop.updating.place import system

Make = Callable[..., Path]
NO_PACKAGE = "không phải tệp cập nhật"


def test_the_new_version_is_in_place_and_the_former_one_a_step_back(program: Installed, make: Make) -> None:
    (program.folder / "du-lieu").mkdir()
    (program.folder / "du-lieu" / "van-phong.tthc").write_text("của cơ quan", encoding="utf-8")

    took = update(program, make("0.2.0"))

    assert (version_in(took.folder), former(took)) == ("0.2.0", "0.1.0")
    assert (took.folder / "app-0.2.0" / "lib" / "a.txt").read_text(encoding="utf-8") == "thư viện 0.2.0"
    assert (took.folder / "du-lieu" / "van-phong.tthc").is_file()

    assert go_back(took) == "0.1.0"
    back = Installed(program.folder, "0.1.0", system())
    assert (version_in(back.folder), former(back)) == ("0.1.0", "0.2.0")
    assert go_back(back) == "0.2.0"
    assert version_in(took.folder) == "0.2.0"


def test_only_the_version_before_is_kept(program: Installed, make: Make) -> None:
    for version in ("0.2.0", "0.3.0"):
        program = update(program, make(version))

    assert sorted(each.name for each in program.folder.glob("app-*")) == ["app-0.2.0", "app-0.3.0"]
    assert former(program) == "0.2.0"


def test_an_update_that_fails_leaves_the_step_back_that_there_was(
    program: Installed, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = update(program, make("0.2.0"))
    path, replace = make("0.3.0"), Path.replace

    def failing_replace(self: Path, target: Path) -> Path:
        if target == program.folder / NAMES[1] and "app-0.3.0" in self.read_text(encoding="utf-8"):
            raise OSError("đĩa hỏng")
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", failing_replace)
        with pytest.raises(UserError, match="vẫn như cũ"):
            update(program, path)
    assert (version_in(program.folder), former(program)) == ("0.2.0", "0.1.0")
    assert go_back(program) == version_in(program.folder) == "0.1.0"


def test_a_folder_of_the_clerks_own_beside_the_program_stays(program: Installed, make: Make) -> None:
    (program.folder / "app-cua-toi").mkdir()
    (program.folder / "app-cua-toi" / "ghi chú.txt").write_text("của tôi", encoding="utf-8")
    for version in ("0.2.0", "0.3.0"):
        program = update(program, make(version))
    assert (program.folder / "app-cua-toi" / "ghi chú.txt").is_file()


def test_there_is_no_step_back_before_an_update(program: Installed) -> None:
    with pytest.raises(UserError, match="Không có bản trước"):
        go_back(program)


@pytest.mark.parametrize("failing", range(8))
def test_whatever_fails_on_the_way_leaves_a_program_that_starts(
    program: Installed, make: Make, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    path = make("0.2.0")
    with failing_at(failing, monkeypatch), suppress(UserError):
        update(program, path)

    assert version_in(program.folder) in {"0.1.0", "0.2.0"}
    assert version_in(update(program, path).folder) == "0.2.0"
    assert not list(program.folder.glob("*.dang-chep"))


@pytest.mark.parametrize("failing", range(4))
def test_a_step_back_that_fails_can_be_taken_again(
    program: Installed, make: Make, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    program = update(program, make("0.2.0"))
    before = contents(program.folder)
    with failing_at(failing, monkeypatch), suppress(UserError):
        go_back(program)
    if failing < 1 + len(NAMES):
        assert contents(program.folder) == before
        assert go_back(program) == "0.1.0"
    assert version_in(program.folder) == "0.1.0"
    assert former(Installed(program.folder, "0.1.0", program.system)) == "0.2.0"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda told: told.update(system="amiga-68k"), "hệ khác"),
        (
            lambda told: told.update(version="0.1.0", contents="app-0.1.0", files=moved(told)),
            "đúng phiên bản",
        ),
        (lambda told: told.update(version="../0.2"), NO_PACKAGE),
        (lambda told: told.update(contents=".."), NO_PACKAGE),
        (lambda told: told.update(program="khac"), NO_PACKAGE),
        (
            lambda told: told["files"].update({"../../.bashrc": told["files"]["tthc-desktop"]}),
            "không phải tệp cập nhật",
        ),
        (
            lambda told: told["files"].update({"app-0.2.0/../x": told["files"]["tthc-desktop"]}),
            "không phải tệp cập nhật",
        ),
        (lambda told: told["files"].update({"du-lieu/a": told["files"]["tthc-desktop"]}), NO_PACKAGE),
        (lambda told: told["files"]["tthc-desktop"].update(sha256="0" * 64), "bị hỏng ở “tthc-desktop”"),
        (lambda told: told["files"]["tthc-desktop"].update(size=3), "bị hỏng ở “tthc-desktop”"),
        (lambda told: told["files"].update({"app-0.2.0/b": told["files"]["tthc-desktop"]}), NO_PACKAGE),
    ],
)
def test_a_package_that_is_not_right_changes_nothing(
    program: Installed, make: Make, spoil: Callable[[dict[str, object]], None], said: str
) -> None:
    before = contents(program.folder)

    with pytest.raises(UserError, match=said):
        update(program, spoilt(make("0.2.0"), spoil))

    assert contents(program.folder) == before


@given(cut=st.integers(0, 5000), byte=st.integers(0, 255))
def test_damaged_bytes_are_noticed(tmp_path_factory: pytest.TempPathFactory, cut: int, byte: int, whole: bytes) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    data = bytearray(whole)
    data[cut % len(data)] ^= byte
    (folder / "a.tthc-capnhat").write_bytes(data)
    old = laid(folder / "program", "0.1.0")

    try:
        update(old, folder / "a.tthc-capnhat")
    except UserError:
        assert version_in(old.folder) == "0.1.0"
    else:
        assert (old.folder / "app-0.2.0" / "lib" / "a.txt").read_text(encoding="utf-8") == "thư viện 0.2.0"


def test_a_file_that_is_none_is_told(tmp_path: Path, program: Installed) -> None:
    (tmp_path / "a.tthc-capnhat").write_text("không phải", encoding="utf-8")

    with pytest.raises(UserError, match="không phải tệp cập nhật"):
        update(program, tmp_path / "a.tthc-capnhat")
    with pytest.raises(UserError, match="Không tìm thấy"):
        update(program, tmp_path / "thieu.tthc-capnhat")


def test_who_signed_it_is_told(make: Make, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unsigned, signed = make("0.2.0"), make("0.3.0", key)
    assert signed_by(unsigned) is Signed.NOT
    assert signed_by(signed) is Signed.UNKNOWN

    monkeypatch.setattr(package, "resource", lambda *_names: key.with_suffix(".pub"))
    assert signed_by(signed) is Signed.BY_SUPPLIER
    with pytest.raises(UserError, match="Chữ ký của tệp cập nhật không đúng"):
        signed_by(spoilt(signed, lambda told: told.update(system="amiga-68k")))

    assert not list(tmp_path.glob("*.pem.pub"))


@pytest.mark.parametrize("part", ["", ".", "..", "a/b", "a\\b", "C:", "a*", "a.", " a", "a\0"])
def test_no_name_leads_out_of_its_folder(part: str) -> None:
    assert not is_plain(part)


def test_a_checkout_and_a_debian_package_are_not_updated_from_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="mã nguồn"):
        installed()
    monkeypatch.setattr(place, "program_folder", lambda: Path("/usr/lib/tthc-desktop"))
    with pytest.raises(UserError, match=r"gói \.deb"):
        installed()


def test_a_program_of_the_users_own_is(program: Installed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "program_folder", lambda: program.folder)

    assert installed().folder == program.folder
    assert settings.program_folder() is None


@pytest.fixture
def program(tmp_path: Path) -> Installed:
    return laid(tmp_path / "program", "0.1.0")


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return what packs a version."""
    return partial(packed, tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return packed(tmp_path_factory.mktemp("whole"), "0.2.0").read_bytes()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    made = Ed25519PrivateKey.generate()
    private = made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = made.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (tmp_path / "key").write_bytes(private)
    (tmp_path / "key.pub").write_bytes(public)
    return tmp_path / "key"


def update(program: Installed, path: Path) -> Installed:
    with opened(path) as found:
        install(found, program)
        return Installed(program.folder, found.manifest.version, program.system)


@contextmanager
def failing_at(number: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let one of the replacements fail, as on a full disk."""
    calls, replace = count(), Path.replace

    def failing_replace(self: Path, target: Path) -> Path:
        if next(calls) == number:
            raise OSError("đĩa đầy")
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", failing_replace)
        yield


def signed_by(path: Path) -> Signed:
    with opened(path) as found:
        return found.signed


def spoilt(path: Path, spoil: Callable[[dict[str, object]], None]) -> Path:
    """Return the package with another manifest over the same files and signature."""
    out = path.with_name(f"spoilt-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == MANIFEST:
                told = json.loads(data)
                spoil(told)
                data = json.dumps(told).encode()
            target.writestr(name, data)
    return out


def moved(told: dict[str, object]) -> dict[str, object]:
    files = told["files"]
    assert isinstance(files, dict)
    return {name.replace("app-0.2.0", "app-0.1.0"): file for name, file in files.items()}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
