"""Files change together: all or none."""

from pathlib import Path

import pytest

from lrt_site import together


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yml").write_text("a")
    (tmp_path / "oud.md").write_text("oud")
    return tmp_path


def there(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_all_are_written_and_those_that_moved_are_gone(folder: Path) -> None:
    together.replace_all(folder, {"a.yml": b"b", "nieuw.md": b"oud", "map/c.md": b"c"}, ["oud.md"])
    assert there(folder) == {"a.yml": "b", "nieuw.md": "oud", "map/c.md": "c"}


@pytest.mark.parametrize("fatal", [1, 2, 3])
def test_where_one_is_refused_all_is_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch, fatal: int) -> None:
    before = there(folder)
    steps = iter(range(1, 10))
    real = Path.rename, Path.unlink

    def refusing(done: object, number: int) -> None:
        if next(steps) == number:
            raise OSError(28, "vol", str(done))

    def rename(path: Path, target: Path) -> Path:
        refusing(path, fatal)
        return real[0](path, target)

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "oud.md":
            refusing(path, fatal)
        real[1](path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(OSError, match="vol"):
        together.replace_all(folder, {"a.yml": b"b", "nieuw.md": b"oud"}, ["oud.md"])
    assert there(folder) == before
