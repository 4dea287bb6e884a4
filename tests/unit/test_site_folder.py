"""A build cannot hurt: there is a whole site at every moment, nothing is left behind, and nothing else is lost."""

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from signal import SIGHUP, SIGINT, SIGKILL, SIGTERM

import pytest

from lrt_site import files, folders, parallel, site_folder, system_calls
from lrt_site.problems import LrtSiteError
from tests.tools.swaps import NEW, OLD, WAYS, build, built_until, halted, litter_of, pages_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The old site."""
    build(tmp_path / "site", OLD)
    return tmp_path / "site"


def is_whole(site: Path) -> bool:
    done = subprocess.run(["sha256sum", "--check", "--status", "SHA256SUMS"], cwd=site, check=False)
    return done.returncode == 0 and pages_of(site) in (OLD, NEW)


def killed(site: Path, way: str, stride: int = 1) -> Iterator[dict[str, bytes]]:
    """What a reader finds between two steps of a build, which dies there; the old site stands there each time."""
    for step in count(1, stride):
        build(site, OLD)
        died = built_until(site, way, step)
        if not died:
            assert pages_of(site) == NEW
            return
        assert died == -SIGKILL
        yield pages_of(site)


def test_at_any_step_a_reader_finds_the_old_site_or_the_new_also_when_the_build_is_killed(site: Path) -> None:
    outcomes = list(killed(site, "one step"))
    assert all(found in (OLD, NEW) for found in outcomes)
    assert [found == NEW for found in outcomes] == sorted(found == NEW for found in outcomes)
    assert NEW in outcomes
    assert litter_of(site) == []


@pytest.mark.parametrize(("way", "stride"), [(WAYS[1], 2), (WAYS[2], 3)])
def test_where_there_is_no_such_step_each_page_is_whole_and_the_next_build_mends_the_rest(
    site: Path, way: str, stride: int
) -> None:
    outcomes = list(killed(site, way, stride))
    for found in outcomes:
        assert all(data in (OLD.get(name), NEW.get(name)) for name, data in found.items())
        assert all(name in found for name in OLD.keys() & NEW.keys())
    assert not all(found in (OLD, NEW) for found in outcomes)
    assert litter_of(site) == []
    assert site_folder.hidden_in(site) == ()
    assert sorted(path.name for path in site.iterdir() if path.is_dir()) == ["bron", "erbij", "soort"]


@pytest.mark.parametrize("signal", [SIGTERM, SIGHUP, SIGINT])
@pytest.mark.parametrize("way", WAYS)
def test_who_asks_a_build_to_stop_finds_a_whole_site_and_no_litter(site: Path, way: str, signal: int) -> None:
    ends = []
    for step in range(2, 40, 9 if signal == SIGTERM else 18):
        build(site, OLD)
        ends.append(built_until(site, way, step, signal))
        assert is_whole(site)
        assert litter_of(site) == []
    assert set(ends) <= {0, 128 + signal}
    assert 128 + signal in ends


def refusals(site: Path) -> list[str]:
    """What a build says that is refused; nothing where it is not."""
    try:
        build(site, OLD)
    except LrtSiteError as error:
        return [str(error)]
    return []


@pytest.mark.parametrize("way", WAYS)
def test_of_two_builds_at_once_both_end_well_or_one_says_that_another_is_at_work(site: Path, way: str) -> None:
    told: list[str] = []
    for step in count(1, 3):
        build(site, OLD)
        with halted(site, way, step) as is_at_work:
            told += refusals(site)
            if way == "one step":
                assert is_whole(site)
        assert is_whole(site)
        assert litter_of(site) == []
        if not is_at_work:
            break
    assert set(told) == {site_folder.at_work(site)}


def test_two_first_builds_at_once_leave_a_whole_site(tmp_path: Path) -> None:
    for step in (1, 4, 8, 12):
        place = tmp_path / str(step) / "site"
        with halted(place, "one step", step) as is_at_work:
            assert is_at_work
            build(place, OLD)
        assert is_whole(place)
        assert litter_of(place) == []


def test_what_is_no_site_left_by_a_killed_build_stays(site: Path) -> None:
    for name in (".bezig-site-mijn", ".bezig-ander-0123456789abcdef", ".bezig-0123456789abcdef"):
        (site.parent / name).mkdir()
    (site.parent / ".bezig-site-0123456789abcdef").symlink_to(site)
    build(site, NEW)
    assert len(litter_of(site)) == 4
    assert is_whole(site)


def a_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"dierbaar")


def a_link(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path.parent)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("CNAME", a_file),
        (".git/config", a_file),
        (".well-known/security.txt", a_file),
        ("bron/notitie.txt", a_file),
        ("leeg", Path.mkdir),
        ("verwijzing", a_link),
        ("index.html", a_link),
        (".bezig-site-mijn", a_file),
    ],
)
def test_what_is_not_of_the_site_is_never_lost(site: Path, name: str, make: Callable[[Path], None]) -> None:
    make(site / name)
    before = sorted(site.rglob("*"))
    with pytest.raises(LrtSiteError, match="niet bij de site hoort") as refused:
        build(site, NEW)
    top = name if (site / name).parent.name == "bron" else name.split("/")[0]
    assert f": '{top}'. " in str(refused.value)
    assert sorted(site.rglob("*")) == before
    assert litter_of(site.parent / "niets") == []


def test_what_comes_in_a_site_while_another_is_built_is_not_lost(site: Path) -> None:
    with pytest.raises(LrtSiteError, match="'CNAME'"), site_folder.replacing(site, {}):
        a_file(site / "CNAME")
    assert pages_of(site) == {**OLD, "CNAME": b"dierbaar"}
    assert litter_of(site) == []


def test_only_a_few_names_are_told(site: Path) -> None:
    for number in range(9):
        a_file(site / f"mijn-{number}")
    with pytest.raises(LrtSiteError, match="'mijn-0', 'mijn-1', 'mijn-2' en nog 6"):
        build(site, NEW)


def test_a_listed_page_that_was_changed_by_hand_is_made_again(site: Path) -> None:
    a_file(site / "index.html")
    (site / "bron/index.html").unlink()
    build(site, NEW)
    assert is_whole(site)


def test_a_list_that_names_what_stands_elsewhere_leads_nowhere(site: Path, tmp_path: Path) -> None:
    a_file(tmp_path / "buiten")
    with (site / "SHA256SUMS").open("a") as listed:
        listed.write(f"{'0' * 64}  ../buiten\n{'0' * 64}  {tmp_path}/buiten\n")
    assert built_until(site, "no such step", 10**9) == 0
    assert pages_of(site) == NEW
    assert (tmp_path / "buiten").read_bytes() == b"dierbaar"


@pytest.mark.parametrize(
    ("place", "source"), [("werk", "werk/inhoud"), ("werk/inhoud", "werk/inhoud"), ("werk/inhoud/site", "werk/inhoud")]
)
def test_a_site_and_what_it_is_made_from_do_not_stand_in_each_other(tmp_path: Path, place: str, source: str) -> None:
    (tmp_path / source).mkdir(parents=True)
    (tmp_path / "verwijzing").symlink_to(tmp_path / source)
    with (
        pytest.raises(LrtSiteError, match="de inhoud"),
        site_folder.replacing(tmp_path / place, {tmp_path / "verwijzing": "de inhoud"}),
    ):
        pass
    assert list((tmp_path / source).iterdir()) == []


def test_a_site_does_not_come_where_its_maker_is(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "bron")
    with pytest.raises(LrtSiteError, match="U staat zelf in"):
        build(site, NEW)
    assert pages_of(site) == OLD


def test_a_link_goes_on_leading_to_the_site(site: Path, tmp_path: Path) -> None:
    (tmp_path / "verwijzing").symlink_to("site")
    build(tmp_path / "verwijzing", NEW)
    assert (tmp_path / "verwijzing").readlink() == Path("site")
    assert pages_of(site) == NEW
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "verwijzing"]


def _stop(fresh: Path) -> None:
    files.write(fresh, NEW)
    raise LrtSiteError("toch niet")


def test_a_folder_that_was_empty_or_not_there_is_so_again_where_no_site_came(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    for place in ("leeg", "nieuw/diep/site"):
        with pytest.raises(LrtSiteError, match="toch niet"), site_folder.replacing(tmp_path / place, {}) as fresh:
            _stop(fresh)
    assert list(tmp_path.rglob("*")) == [tmp_path / "leeg"]
    build(tmp_path / "leeg", NEW)
    assert is_whole(tmp_path / "leeg")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own where this machine lets us have one; else a folder, which anything fits in."""
    made = tmp_path / "schijf"
    made.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k,nr_inodes=40", "tmpfs", str(made)]
    is_ours = os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    yield made
    if is_ours:
        subprocess.run(["umount", str(made)], check=True)


def test_a_site_stands_on_a_disk_of_its_own(disk: Path) -> None:
    for pages in (OLD, NEW, OLD):
        build(disk, pages)
        assert is_whole(disk)
        assert litter_of(disk) == []


def test_what_a_disk_keeps_for_itself_at_its_top_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_folder, "_is_mounted", lambda _: True)
    (tmp_path / "lost+found").mkdir()
    for pages in (OLD, NEW):
        build(tmp_path, pages)
        assert is_whole(tmp_path)
    assert (tmp_path / "lost+found").is_dir()


@pytest.mark.parametrize("place", ["", "site"])
@pytest.mark.parametrize("page", [b"x" * 300_000, b""])
def test_on_a_full_disk_the_old_site_stays_and_the_file_is_named(disk: Path, place: str, page: bytes) -> None:
    """One page that is too big, and many for which there is no room; without a disk of its own, one that refuses."""
    site = disk / place
    build(site, OLD)

    def build_too_much() -> None:
        with site_folder.replacing(site, {}) as fresh:
            files.write(fresh, {f"{number}.html": page for number in range(40)})
            (fresh / "41.html").symlink_to("/dev/full")
            files.write(fresh, {"41.html": b"x"})

    with pytest.raises(OSError, match="No space") as refused:
        build_too_much()
    assert Path(str(refused.value.filename)).parent == site
    assert folders.reason_of(refused.value) == "de schijf is vol"
    assert is_whole(site)
    assert litter_of(site) == []


def test_what_a_worker_meets_is_told_of_the_name_that_the_file_will_have(site: Path) -> None:
    def build_beside_each_other() -> None:
        with site_folder.replacing(site, {}) as fresh:
            (fresh / "bron").mkdir()
            (fresh / "bron/vol.html").symlink_to("/dev/full")
            page = {"bron/vol.html": b"x"}
            parallel.over(range(4), lambda _: files.write(fresh, page), 2, worth_it=1, at_a_time=1)

    with pytest.raises(OSError, match="No space") as refused:
        build_beside_each_other()
    assert refused.value.filename == str(site / "bron/vol.html")
    assert is_whole(site)
    assert litter_of(site) == []


def test_what_does_not_reach_the_disk_does_not_take_the_place_of_a_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(folder))

    monkeypatch.setattr(site_folder, "bring_to_disk", refused)
    with pytest.raises(OSError, match="error") as told:
        build(site, NEW)
    assert told.value.filename == str(site)
    assert pages_of(site) == OLD
    assert litter_of(site) == []


def test_a_system_that_waits_for_each_file_waits_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write(tmp_path, NEW)
    waited: set[Path] = set()
    monkeypatch.setattr(system_calls, "_SYSTEM", object())
    monkeypatch.setattr(system_calls, "wait_for", waited.add)
    system_calls.bring_to_disk(tmp_path)
    assert waited == {tmp_path, *tmp_path.rglob("*")}
    assert not system_calls.exchanged(tmp_path / "bron", tmp_path / "soort")


def test_folders_that_cannot_trade_places_for_another_reason_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        system_calls.exchanged(tmp_path / "weg", tmp_path)
