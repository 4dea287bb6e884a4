"""Whether a site, built here or downloaded, is as it was made, and whether it shows what the ledger holds."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from lrt_site.export.state import SUMS
from lrt_site.model.publications import DRAFT, History
from lrt_site.problems import Problem

_ROW = re.compile(r"(?P<hash>[0-9a-f]{64}) [ *](?P<file>[^\n]+)")


def sums(hashes: Mapping[str, str]) -> str:
    """The list of all files of a site, given by path with their hashes. `sha256sum --check SHA256SUMS` checks it."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes) if path != SUMS)


def compare(listed: str, hashes: Mapping[str, str], root: PurePosixPath) -> tuple[Problem, ...]:
    """All that differs between a list of files and the files there are, by path with their hashes."""
    return tuple(sorted(_differences(listed, hashes, root)))


def compare_rebuilt(expected: Mapping[str, str], hashes: Mapping[str, str], root: PurePosixPath) -> tuple[Problem, ...]:
    """Where a site is not the one that is built of its publications now."""
    return tuple(
        _told(
            root / path,
            "site-other-build",
            "Dit bestand is anders dan wat dit programma nu van de publicaties maakt. Het is veranderd, of de site is "
            "met een andere uitgave of op een andere dag gebouwd.",
        )
        for path in sorted(expected.keys() | hashes.keys())
        if expected.get(path) != hashes.get(path)
    )


def compare_proved(expected: Mapping[str, str], hashes: Mapping[str, str], root: PurePosixPath) -> tuple[Problem, ...]:
    """Where the data of a site are not what its publications say, by path with their hashes."""
    return tuple(
        _told(
            root / path,
            "site-untrue",
            "Dit bestand zegt iets anders dan de publicaties op deze site. Het is veranderd, of de site is met een "
            "andere uitgave van dit programma gebouwd.",
        )
        for path in sorted(expected)
        if expected[path] != hashes.get(path)
    )


def hidden_files(names: Iterable[str], root: PurePosixPath) -> tuple[Problem, ...]:
    """What stands hidden on a site and belongs to no publication."""
    message = (
        "Dit staat verborgen op de site en hoort er niet bij: niets ervan is te controleren. Haal het weg, of bouw de "
        "site opnieuw."
    )
    return tuple(_told(root / name, "site-extra", message) for name in sorted(names))


def unexpected_files(names: Iterable[str], expected: Container[str], root: PurePosixPath) -> tuple[Problem, ...]:
    """What stands among the publications of a site and follows from none of them."""
    message = "Dit bestand hoort bij geen publicatie op deze site. Haal het weg, of bouw de site opnieuw."
    return tuple(_told(root / name, "site-extra", message) for name in sorted(names) if name not in expected)


def compare_publications(site: History, ledger: History, root: PurePosixPath) -> tuple[Problem, ...]:
    """Where the publications that a site carries are not those of the ledger. Both have been read without problems."""
    return tuple(sorted(_publication_differences(site, ledger, root)))


def compare_mirror(site: Mapping[str, bytes], ledger: Mapping[str, bytes], root: PurePosixPath) -> tuple[Problem, ...]:
    """Where the copy of a ledger that a site carries is not that ledger, byte for byte. The draft is no part of it."""
    return tuple(
        _told(root / path, "site-other", _other(path in site, path in ledger))
        for path in sorted((site.keys() | ledger.keys()) - {DRAFT})
        if site.get(path) != ledger.get(path)
    )


def _differences(listed: str, hashes: Mapping[str, str], root: PurePosixPath) -> Iterator[Problem]:
    expected: dict[str, str] = {}
    for number, line in enumerate(listed.removesuffix("\n").split("\n"), start=1):
        row = _ROW.fullmatch(line)
        if row:
            if row["file"] in expected:
                message = "Dit bestand staat al eerder in deze lijst. Bouw of download de site opnieuw."
                yield Problem(root / SUMS, number, 1, "site-sums", message)
            expected[row["file"]] = row["hash"]
        else:
            message = "Deze regel is geen hash met de naam van een bestand. Bouw of download de site opnieuw."
            yield Problem(root / SUMS, number, 1, "site-sums", message)
    for path, hashed in expected.items():
        if path not in hashes:
            yield _told(root / path, "site-missing", f"Dit bestand staat in '{SUMS}', maar ontbreekt op de site.")
        elif hashes[path] != hashed:
            message = f"Dit bestand is veranderd nadat de site is gemaakt: de hash past niet bij '{SUMS}'."
            yield _told(root / path, "site-changed", message)
    for path in hashes.keys() - expected.keys() - {SUMS}:
        yield _told(root / path, "site-extra", f"Dit bestand is later op de site gezet: het staat niet in '{SUMS}'.")


def _publication_differences(site: History, ledger: History, root: PurePosixPath) -> Iterator[Problem]:
    pairs = zip(site.publications, ledger.publications, strict=False)
    same = next((place for place, (publication, other) in enumerate(pairs) if publication.hash != other.hash), None)
    shown, known = len(site.publications), len(ledger.publications)
    if same == 0:
        yield _told(root, "site-other", "Deze site hoort bij een ander register: al de eerste publicatie verschilt.")
    elif same is not None:
        message = (
            f"Publicatie {same + 1} op deze site is een andere dan die in het register. "
            "Eén van beide is veranderd nadat zij was gepubliceerd."
        )
        yield _told(root, "site-other", message)
    elif shown < known:
        what = f"publicatie {shown} als laatste" if shown else "geen enkele publicatie"
        message = f"Deze site is ouder dan het register: zij heeft {what}, het register heeft er {known}."
        yield _told(root, "site-older", message)
    elif shown > known:
        message = f"Deze site is nieuwer dan het register: zij heeft publicatie {shown}, het register heeft er {known}."
        yield _told(root, "site-newer", message)
    else:
        yield from _withdrawal_differences(site, ledger, root)


def _withdrawal_differences(site: History, ledger: History, root: PurePosixPath) -> Iterator[Problem]:
    shown, known = ({withdrawal.name: withdrawal for withdrawal in history.withdrawals} for history in (site, ledger))
    for name in known.keys() - shown.keys():
        message = f"Op deze site staat nog wat op {known[name].date.in_words} is ingetrokken. Bouw de site opnieuw."
        yield _told(root / name, "site-older", message)
    for name in shown.keys() - known.keys():
        message = f"Deze site is nieuwer dan het register: zij kent de intrekking van {shown[name].date.in_words}."
        yield _told(root / name, "site-newer", message)


def _other(on_site: bool, in_ledger: bool) -> str:
    if on_site and in_ledger:
        return "Dit bestand is op deze site anders dan in het register. Zoek uit welk van de twee echt is."
    if on_site:
        return "Dit bestand staat op deze site en niet in het register. Haal eerst op wat anderen deden."
    return "Dit bestand staat in het register en niet op deze site. Bouw de site opnieuw."


def _told(file: PurePosixPath, code: str, message: str) -> Problem:
    return Problem(file, 1, 1, code, message)
