"""A file with the signs of a merge is both files that it was, however git writes them, and never costs much time."""

import pytest

from lrt_site.ledger.merges import Side, sides_of


def both(text: str) -> tuple[Side, Side]:
    found = sides_of(text.encode())
    assert found
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("size", [7, 8, 11])
@pytest.mark.parametrize("base", ["", "|||||||{more} 25a0375\nwas\n"])
def test_both_sides_are_read_however_git_writes_a_conflict(end: str, size: int, base: str) -> None:
    more = size - 7
    text = (
        f"boven\n{'<' * size} anna\neen\n{base.format(more='|' * more)}{'=' * size}\ntwee\n{'>' * size} tak van bram\n"
        f"tussen\n{'<' * size} anna\n{'=' * size}\ndrie\n{'>' * size} tak van bram\nonder\n"
    )
    one, other = both(text.replace("\n", end))
    assert (one.label, other.label) == ("anna", "tak van bram")
    assert one.data.decode() == "boven\neen\ntussen\nonder\n".replace("\n", end)
    assert other.data.decode() == "boven\ntwee\ntussen\ndrie\nonder\n".replace("\n", end)


def test_a_conflict_in_a_conflict_is_of_its_side() -> None:
    inner = "<<<<<<<< a\n1\n========\n2\n>>>>>>>> b\n"
    one, other = both(f"<<<<<<< a\n{inner}=======\nx\n>>>>>>> b\n")
    assert (one.data.decode(), other.data.decode()) == (inner, "x\n")
    assert [side.data.decode() for side in both(inner)] == ["1\n", "2\n"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< a\n",
        "<<<<<<< a\n=======\n",
        "=======\n>>>>>>> b\n",
        "<<<<<<< a\n>>>>>>> b\n",
        "<<<<<< a\n======\n>>>>>> b\n",
        "<<<<<<<< a\n=======\n>>>>>>> b\n",
        "<<<<<<<a\n=======\n>>>>>>> b\n",
        " <<<<<<< a\n=======\n>>>>>>> b\n",
    ],
)
def test_what_is_no_whole_conflict_is_text(text: str) -> None:
    assert sides_of(text.encode()) is None
    whole = both(f"<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n{text}")
    assert [side.data.decode() for side in whole] == [f"1\n{text}", f"2\n{text}"]


@pytest.mark.parametrize("line", ["<<<<<<< a", "<<<<<<< a\n=======", "=======", "<" * 50, "|||||||", "<" * 50 + "x"])
def test_no_lines_of_signs_make_reading_wait(line: str) -> None:
    """A reader that looks ahead from each line would not be done with these in years."""
    assert sides_of(f"{line}\n".encode() * 50_000) is None
