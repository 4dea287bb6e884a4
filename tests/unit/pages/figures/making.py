"""Records and pages that several tests of this folder make."""

from lrt_site.model.figures import Observation
from tests.builders import an_observation, on


def known(day: str, value: int, **changes: object) -> Observation:
    return an_observation(**{"id": f"w-{day}", "value": value, "vintage": on(day), **changes})


def in_provinces(version: str, total: int, **areas: int) -> tuple[Observation, ...]:
    values: list[tuple[str | None, int]] = [(None, total), *areas.items()]
    return tuple(
        an_observation(id=version, area=area, value=value, vintage=on(version.removeprefix("v-")))
        for area, value in values
    )
