"""Records and pages that several tests of this folder make."""

from lrt_site.model.publications import History
from lrt_site.model.register import Record
from lrt_site.pages.publications import publications
from lrt_site.pages.publications.editions import NO_EDITIONS
from lrt_site.pages.publications.publications import PublicationsPage
from lrt_site.pages.publications.record import FieldRow
from tests.builders import a_history, a_register


def history_of(*states: tuple[Record, ...]) -> History:
    return a_history(*(a_register(*records) for records in states))


def overview(history: History) -> PublicationsPage:
    (page,) = (
        page for maker in publications.pages(history, NO_EDITIONS) if isinstance(page := maker(), PublicationsPage)
    )
    return page


def said(rows: tuple[FieldRow, ...]) -> dict[str, list[str]]:
    """The texts of the fields that hold no parts."""
    return {row.label: [item.text for item in row.said] for row in rows if row.said}
