"""What differs between the site of two publications: the outcome, however many steps lie between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lrt_site.differences import class_of, differences, dutch
from lrt_site.frozen import dataclass
from lrt_site.model.publications import ChangeClass, History, Publication, Version


@dataclass(frozen=True, slots=True)
class NetChange:
    """A record that is not the same with two publications."""

    before: Version | None
    """The version that was valid with the earlier one; absent where there was none."""
    after: Version | None
    """The version that was valid with the later one; absent where the record had ended."""
    change: ChangeClass

    @property
    def version(self) -> Version:
        """The newest of the two."""
        version = self.after or self.before
        if version is None:
            raise ValueError("a record that was never there")
        return version


def net_changes(history: History, earlier: Publication, later: Publication) -> Iterator[NetChange]:
    """Every record that differs, in order of id. One that changed and changed back does not."""
    moved = renames_between(history, earlier, later)
    former = {new: old for old, new in moved.items()}
    was, now = history.known(earlier), history.known(later)
    for identifier in sorted(now):
        before, after = was.get(former.get(identifier, identifier)), now[identifier]
        change = net_class(before, after, moved) if before else _appeared(history, earlier, identifier)
        if change:
            yield NetChange(before, after, change)
    for identifier in sorted(was):
        if moved.get(identifier, identifier) not in now:
            yield NetChange(was[identifier], None, "ingetrokken")


def net_class(before: Version, after: Version, moved: Mapping[str, str]) -> ChangeClass | None:
    """The class of the change from one version of a record to any later one; none where they say the same.

    `moved` gives for ids that were renamed in between the ids that they have now.
    """
    if before.record == after.record:
        return None
    found = class_of(differences(before.record, after.record, moved, dutch))
    follows = differences(before.record, after.record) or before.record.id != after.record.id
    return found or ("tekstueel" if follows else None)


def renames_between(history: History, earlier: Publication, later: Publication) -> Mapping[str, str]:
    """For every id of the earlier publication that a record has no more in the later one, the id that it has there."""
    moved = History(history.publications[earlier.number : later.number]).moved
    there = history.known(earlier)
    return {old: new for old, new in moved.items() if old in there}


def _appeared(history: History, earlier: Publication, identifier: str) -> ChangeClass:
    first, *_ = history.versions(identifier)
    return "nieuw" if first.publication.number > earlier.number else "teruggeplaatst"
