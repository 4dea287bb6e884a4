"""The outlines are those of the twelve provinces, small enough to go along with a page."""

import re

from lrt_site.pages.provinces.outlines import HEIGHT, OUTLINES, WIDTH

PROVINCES = {
    "Drenthe", "Flevoland", "Fryslân", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland",
    "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland",
}  # fmt: skip
BOUND = 8_000


def rings(path: str) -> list[list[tuple[int, int]]]:
    """The points of each ring of a path, of which every step is told from the point before it."""
    found = []
    for ring in path.split("z")[:-1]:
        steps = [int(step) for step in re.findall(r"-?\d+", ring)]
        points = [(steps[0], steps[1])]
        for x, y in zip(steps[2::2], steps[3::2], strict=True):
            points.append((points[-1][0] + x, points[-1][1] + y))
        found.append(points)
    return found


def holds(ring: list[tuple[int, int]], x: int, y: int) -> bool:
    """Whether a point lies in a ring: a line to the right crosses it an odd number of times."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
            inside = not inside
    return inside


def test_there_is_an_outline_for_each_of_the_twelve() -> None:
    assert OUTLINES.keys() == PROVINCES
    assert sum(len(outline.path) for outline in OUTLINES.values()) < BOUND


def test_every_outline_lies_on_the_map_with_its_number_inside_it() -> None:
    for outline in OUTLINES.values():
        found = rings(outline.path)
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for ring in found for x, y in ring)
        assert any(holds(ring, outline.x, outline.y) for ring in found)


def test_provinces_lie_where_they_lie() -> None:
    west_to_east = ["Zeeland", "Zuid-Holland", "Utrecht", "Gelderland", "Overijssel"]
    north_to_south = ["Groningen", "Drenthe", "Overijssel", "Gelderland", "Noord-Brabant", "Limburg"]
    assert [OUTLINES[name].x for name in west_to_east] == sorted(OUTLINES[name].x for name in west_to_east)
    assert [OUTLINES[name].y for name in north_to_south] == sorted(OUTLINES[name].y for name in north_to_south)


def test_no_place_lies_in_two_provinces() -> None:
    every = {name: rings(outline.path) for name, outline in OUTLINES.items()}
    for outline in OUTLINES.values():
        assert sum(any(holds(ring, outline.x, outline.y) for ring in found) for found in every.values()) == 1
