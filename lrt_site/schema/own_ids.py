"""Ids of records that are not those of their files, or that two records have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from lrt_site.problems import Fault, Problem, quoted
from lrt_site.schema.structuring import ID_FORM


def misnamed(own: str, path: str) -> Fault:
    """That a file is not called after its record."""
    stem = PurePosixPath(path).stem
    wrong = f"Het kenmerk {quoted(own)} en de naam van het bestand moeten gelijk zijn"
    if ID_FORM.fullmatch(stem) and stem == stem.lower():
        message = f"{wrong}. Schrijf 'id: {stem}', of noem het bestand '{own}.md'."
        return Fault(own, ("id",), "file-name", message, instead=stem)
    return Fault(own, ("id",), "file-name", f"{wrong}. Noem het bestand '{own}.md'.")


def has_id(data: object) -> bool:
    """Whether data say what the id of their record is."""
    return isinstance(data, dict) and ID_FORM.fullmatch(str(data.get("id", ""))) is not None


def twice(own: str, stem: str, first: Problem, *, in_list: bool) -> Fault:
    """That a record in a file with this stem has the id of another one."""
    known = f"Het kenmerk {quoted(own)} bestaat al: {first.file}, regel {first.line}"
    if not in_list and stem != own and ID_FORM.fullmatch(stem) and stem == stem.lower():
        return Fault(own, ("id",), "duplicate-id", f"{known}. Schrijf hier 'id: {stem}'.", instead=stem)
    if not in_list and stem != own:
        message = (
            f"{known}. Dit bestand is een kopie. Haal het weg, of geef het een nieuw kenmerk en dezelfde nieuwe naam."
        )
        return Fault(own, ("id",), "duplicate-id", message)
    return Fault(own, ("id",), "duplicate-id", f"{known}. Elk kenmerk hoort bij één vermelding; kies een ander.")


def leaves(data: object, name: str) -> Iterator[tuple[str, str]]:
    """Every text inside data, with the name of its field: where it is `id`, the text names the data."""
    if isinstance(data, str):
        yield name, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value, name)
