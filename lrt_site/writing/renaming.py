"""An id becomes another, everywhere: where it stands as itself, where it is named, in links, in names of files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from lrt_site.differences import differences
from lrt_site.frozen import dataclass
from lrt_site.model.fields import described
from lrt_site.model.figures import Series
from lrt_site.model.register import Record, Register, parts_of
from lrt_site.problems import Fault, FieldPath, LrtSiteError, quoted
from lrt_site.schema import FIGURES, FOLDERS, Content, RecordPlace, read_content
from lrt_site.schema.structuring import ID_FORM
from lrt_site.suggestions import did_you_mean

_LINK = re.compile(r"(?<=\]\()[^)\s]+|(?<=\]: )\S+")
_AHEAD = 3
"""So many lines behind the name of a field its value can begin."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What changes: the new text of each file by its new path, and the path that it had where that is another."""

    texts: Mapping[str, str]
    moved: Mapping[str, str]
    """For the new path of a file, the old one."""

    def all_of(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """All texts as they become, of these that there are."""
        return {path: text for path, text in texts.items() if path not in self.moved.values()} | {**self.texts}


def renamed(texts: Mapping[str, str], old: str, new: str, taken: Collection[str]) -> Renaming:
    """How an id becomes another. LrtSiteError where that cannot be, or where more than the id would change."""
    read = read_content(texts, PurePosixPath())
    register = Register.of(read.records)
    refuse(register, old, new, taken)
    changed = dict(texts)
    for path, places in _places(read, register, old).items():
        changed[path] = _replaced(changed[path], places, old, new)
    changed = {path: _linked(text, old, new) for path, text in changed.items()}
    moved = {new_path: path for path in texts if (new_path := _path(path, register, old, new)) != path}
    result = {_path(path, register, old, new): text for path, text in changed.items()}
    _refuse_more(register, Register.of(read_content(result, PurePosixPath()).records), old, new)
    return Renaming({path: text for path, text in result.items() if texts.get(path) != text}, moved)


def named_in_words(texts: Mapping[str, str], old: str) -> Mapping[str, int]:
    """How often an id still stands in each of these texts, as a word: in a sentence or in a remark. A word is no id."""
    counted = {path: len(_word(old).findall(text)) for path, text in texts.items()} if re.search("[0-9-]", old) else {}
    return {path: times for path, times in counted.items() if times}


def used(texts: Mapping[str, str], register: Register, old: str) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Where an id stands as itself or is named by a field, by path: its line and column, counted from 0."""
    read, word = read_content(texts, PurePosixPath()), _word(old)
    return {
        path: sorted({*filter(None, (_first(texts[path].split("\n"), place, word) for place in places))})
        for path, places in sorted(_places(read, register, old).items())
    }


def refuse(register: Register, old: str, new: str, taken: Collection[str]) -> None:
    """LrtSiteError where the old id is that of nothing, or the new one cannot be one or is not free."""
    if old not in register.home_of:
        raise LrtSiteError(f"Er is geen kenmerk {quoted(old)}.{did_you_mean(old, register.home_of)}")
    if not ID_FORM.fullmatch(new):
        raise LrtSiteError(
            f"{quoted(new)} kan geen kenmerk zijn. Gebruik hoogstens honderd letters, cijfers en streepjes."
        )
    there = {identifier.lower(): identifier for identifier in register.home_of}
    if new.lower() in there:
        raise LrtSiteError(f"Het kenmerk {quoted(there[new.lower()])} bestaat al. Kies een ander.")
    if new.lower() in {identifier.lower() for identifier in taken}:
        raise LrtSiteError(f"Het kenmerk {quoted(new)} is eerder gepubliceerd, en kan niet opnieuw. Kies een ander.")


def _places(read: Content, register: Register, old: str) -> Mapping[str, set[tuple[int, int]]]:
    """The lines and columns, from 1, behind which the id stands, by path."""
    found: dict[str, set[tuple[int, int]]] = {}
    for record in register.records.values():
        place = read.places.get(record.id)
        for path, line, column in _uses(record, place, old) if place else ():
            found.setdefault(path, set()).add((line, column))
    return found


def _uses(record: Record, place: RecordPlace, old: str) -> Iterator[tuple[str, int, int]]:
    for at, part in parts_of(record):
        for name, field in described(type(part)).items():
            value = getattr(part, name)
            if name != "id" and field.refers_to is None:
                continue
            steps: list[FieldPath] = [(name,)]
            if isinstance(value, tuple):
                steps = [(name, index) for index, item in enumerate(value) if item == old]
            elif value != old:
                steps = []
            for step in steps:
                problem = place.of(Fault(record.id, (*at, *step), "", ""))
                yield str(problem.file), problem.line, problem.column


def _replaced(text: str, places: Collection[tuple[int, int]], old: str, new: str) -> str:
    """The text with the id that stands first at or behind each of these places replaced."""
    lines = text.split("\n")
    for place in sorted(places, reverse=True):
        if found := _first(lines, place, _word(old)):
            index, start = found
            lines[index] = lines[index][:start] + new + lines[index][start + len(old) :]
    return "\n".join(lines)


def _first(lines: Sequence[str], place: tuple[int, int], word: re.Pattern[str]) -> tuple[int, int] | None:
    """The line and column, from 0, of the first such word at or behind a line and column, from 1."""
    line, column = place
    for index in range(line - 1, min(line - 1 + _AHEAD, len(lines))):
        if found := word.search(lines[index], column - 1 if index == line - 1 else 0):
            return index, found.start()
    return None


def _linked(text: str, old: str, new: str) -> str:
    """The text with the id replaced in its links to the content or the site itself."""
    word = _word(old)
    return _LINK.sub(lambda found: found[0] if ":" in found[0] else word.sub(new, found[0]), text)


def _word(old: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")


def _path(path: str, register: Register, old: str, new: str) -> str:
    """The path of a file once the id is another: some files are called after their record."""
    folder, _, name = path.rpartition("/")
    is_own = folder in FOLDERS and name == f"{old}.md"
    is_values = folder == FIGURES and name == f"{old}.csv" and old in register.all(Series)
    return f"{folder}/{new}{PurePosixPath(name).suffix}" if is_own or is_values else path


def _refuse_more(before: Register, after: Register, old: str, new: str) -> None:
    """LrtSiteError where anything would say something else: then the places were not found as they should."""
    for record in before.records.values():
        now = after.records.get(new if record.id == old else record.id)
        found = differences(record, now, {old: new}) if now else ()
        if now is None or any((place.before, place.after) != (old, new) for place in found):
            raise LrtSiteError(
                f"Het kenmerk {quoted(old)} staat bij {quoted(record.id)} op een plaats waar het niet veilig is te "
                "vervangen. Er is niets geschreven. Verander het met de hand."
            )
    if old in after.home_of:
        raise LrtSiteError(f"Het kenmerk {quoted(old)} staat ergens waar het niet is te vervangen.")
