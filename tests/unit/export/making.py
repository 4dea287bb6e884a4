"""Records and pages that several tests of this folder make."""

from collections.abc import Mapping

from lrt_site import urls
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.model.publications import History
from lrt_site.model.register import Record
from tests.builders import TOKEN, a_history, a_register, carried_out, history_in, on


def history_of(*states: tuple[Record, ...]) -> History:
    return a_history(*(a_register(*records) for records in states))


def without(ledger: Mapping[str, bytes], identifier: str, word: str, day: str) -> dict[str, bytes]:
    """The ledger after a word was withdrawn."""
    withdrawal, added = withdrawn(
        ledger,
        history_in(ledger),
        identifier,
        (word,),
        ground="privacy",
        decision="fictief besluit",
        on=on(day),
        token=TOKEN,
    )
    return carried_out(ledger, withdrawal, added)


Files = Mapping[str, str | bytes]


def data(found: Files, address: str) -> bytes:
    content = found[urls.file_of(address)]
    return content if isinstance(content, bytes) else content.encode()
