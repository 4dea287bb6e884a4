"""Records and pages that several tests of this folder make."""

from collections.abc import Mapping

from tests.builders import a_ledger, a_meeting, a_person, a_register, a_role

NAME = "Dirk Verzinsel"


Files = dict[str, bytes]


def files_with_name() -> Files:
    """Three publications; the name stands in two records, in one of them twice, and in the third it is gone."""
    told = a_meeting(body=f"Hier sprak {NAME}.", discussed=("Niets.", f"Wat {NAME} zei."))
    return a_ledger(
        a_register(a_person(name=NAME), told),
        a_register(a_person(name=NAME, roles=(a_role(note="Zonder naam."),)), told),
        a_register(a_person(name="Een bestuurder", roles=(a_role(note="Zonder naam."),)), a_meeting()),
    )


def holding(files: Mapping[str, bytes], words: str) -> list[str]:
    return [path for path, data in files.items() if words.casefold() in data.decode().casefold()]
