"""Ids of records that are not those of their files, or that two records have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from lrt_site.problems import Correction, Fault, Problem, quoted
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


def with_ids_meant(
    problems: tuple[Problem, ...], echoes: Iterable[Fault], nameless: Mapping[str, int]
) -> tuple[Problem, ...]:
    """The problems, where the second record of one id can have the id that others name and nothing has.

    `nameless` says by code how many records have lost their own id.
    """
    meant = [fault.unless_defined for fault in echoes if fault.unless_defined and nameless.get(fault.code) == 1]
    found = [problem for problem in problems if problem.code == "duplicate-id" and not problem.correction]
    if len(meant) != 1 or len(found) != 1 or found[0].span is None:
        return problems
    message = f"{found[0].message} Elders staat '{meant[0]}', en dat is er niet. Is dit het? Schrijf 'id: {meant[0]}'."
    told = replace(found[0], message=message, correction=Correction(found[0].span, meant[0]))
    return tuple(told if problem is found[0] else problem for problem in problems)


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
