"""What meetings are called."""

from __future__ import annotations

from lrt_site.model.meetings import Meeting
from lrt_site.model.namesakes import apart
from lrt_site.model.register import Register
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import name_of, told_apart
from lrt_site.wording.text import capitalised


def title_of(meeting: Meeting, register: Register) -> str:
    """A meeting as a heading, with its time or label where it has one, and told apart from others of that moment."""
    when = when_of(meeting)
    if meeting.date:
        when = meeting.date.in_words
    joined = f" {when}" if when.startswith(("in ", "vóór ", "niet ")) else f" van {when}"
    return told_apart(f"Vergadering{joined}{of_that_day(meeting)}", meeting, register)


def with_table(meeting: Meeting, register: Register, known: str | None = None, table: str = "") -> str:
    """The title with the name of the table, unless that is the one known or the title names it."""
    title = title_of(meeting, register)
    if meeting.table == known or apart(register, meeting) == meeting.table_name:
        return title
    return f"{title} ({table or name_of(meeting.table, register)})"


def in_list(meeting: Meeting, register: Register) -> str:
    """The title where all that stands around it is meetings: only when it was."""
    return capitalised(
        with_table(meeting, register, register.table.id).removeprefix("Vergadering ").removeprefix("van ")
    )


def of_that_day(meeting: Meeting) -> str:
    """What tells meetings of one day apart: `, 19.30 uur (avondzitting)`."""
    time = f", {meeting.time.in_words}" if meeting.time else ""
    return f"{time} ({meeting.label})" if meeting.label else time
