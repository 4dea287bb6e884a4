"""Every id, page and link has an address of its own, and one that works."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from functools import cache

from lrt_site import urls
from lrt_site.model import kinds
from lrt_site.model.commitments import Commitment
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Composition
from lrt_site.model.register import Record, Register, Steps
from lrt_site.model.sources import CitationPattern
from lrt_site.model.table import Site, Topic
from lrt_site.problems import Fault, quoted
from lrt_site.unseen import unseen_in

_OF_THE_SITE = (
    *(address for name, address in vars(urls).items() if name.isupper() and str(address).startswith("/")),
    *(kind.section for kind in kinds.ALL),
    urls.card_of(urls.HOME),
    "/zoeken/",
)
_RESERVED = (
    (Meeting, re.compile(r"[0-9]{4}"), "staan al de vergaderingen van een jaar"),
    (Composition, re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}"), "staat al de samenstelling op een datum"),
    (Series, re.compile("peildatum"), "staan al de cijfers op een datum"),
)
_OTHER_ID = "Kies een ander kenmerk."
_NO_FILE = re.compile(r"con|prn|aux|nul|(com|lpt)[1-9]")
"""What no file can be called on Windows, with whatever ending; microsoft.com, Naming Files, Paths, and Namespaces."""
_ON_EVERY_PAGE = re.compile(r"delen|inhoud|tegenspraak|gegevens|bronnen|bron-[0-9]+|(bij-)?noot-.*|tekst-.*")
_LABEL = r"(?!-)[\w-]{1,63}(?<!-)"
_HOST = rf"({_LABEL}\.)+(?=[^\W\d_]){_LABEL}"
_PORT = "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]"
_ADDRESS = re.compile(rf"https?://{_HOST}(:({_PORT}))?([/?#][^\s<>\"{{}}|\\^`]*)?", re.IGNORECASE)

_MAIL = re.compile(rf"[\w.+-]+@{_HOST}")

_ROOM = re.compile(r"<\w+>")
"""Room in the pattern of an address for what differs from paper to paper."""

_ROOM_OF_PAGE = "<pagina>"
"""Room in the address where errors are reported for that of the page."""


def ids_differ_in_more_than_capitals(register: Register) -> Iterator[Fault]:
    """No two pages have one address, also where capitals do not count."""
    seen: dict[tuple[bool, str], str] = {}
    for record, at, identifier in sorted(_in_addresses(register), key=lambda found: found[2].swapcase()):
        earlier = seen.setdefault((bool(at), identifier.lower()), identifier)
        if earlier != identifier:
            message = (
                f"Het kenmerk '{identifier}' verschilt alleen in hoofdletters van '{earlier}'. Op veel computers is "
                f"dat hetzelfde adres. {_OTHER_ID}"
            )
            yield Fault(record, (*at, "id"), "duplicate-address", message)


def parts_have_ids_of_their_own(register: Register) -> Iterator[Fault]:
    """A part of a record has an id that nothing else has, so that a link to it leads to one place.

    Elements of a commitment need only differ from each other; values of one figure share theirs.
    """
    found = [
        (record, at, identifier, _scope(record, at, identifier)) for record, at, identifier in _ids_of_parts(register)
    ]
    times = Counter(scope for *_, scope in found)
    for record, at, identifier, scope in found:
        if times[scope] > 1 or identifier in register.records:
            message = f"Het kenmerk '{identifier}' komt vaker voor. Elk kenmerk hoort bij één ding; kies een ander."
            yield Fault(record.id, (*at, "id"), "duplicate-id", message)


def figures_have_ids_of_their_own(register: Register) -> Iterator[Fault]:
    """Values with one id belong to one series, and nothing else has that id."""
    series_of: dict[str, str] = {}
    others = {identifier: record.id for record, _, identifier in _ids_of_parts(register)} | {
        identifier: identifier for identifier in register.records
    }
    for record, at, observation in register.each(Observation):
        holder = others.get(observation.id) or series_of.setdefault(observation.id, record.id)
        if holder != record.id:
            place = "" if holder == observation.id else f" bij '{holder}'"
            message = (
                f"Het kenmerk '{observation.id}' is al in gebruik{place}. Waarden met één kenmerk horen in één reeks; "
                "kies een ander kenmerk."
            )
            yield Fault(record.id, (*at, "id"), "duplicate-id", message)


def ids_leave_addresses_of_the_site_free(register: Register) -> Iterator[Fault]:
    """No record takes the address of a part of the site, or a name that no file can have.

    Nor does any id take that of a place on every page.
    """
    for identifier, what in _at_taken_addresses(register):
        message = f"Op het adres dat bij '{identifier}' hoort, {what}. {_OTHER_ID}"
        yield Fault(identifier, ("id",), "reserved-id", message)
    for holder, at, identifier in _in_addresses(register):
        if _NO_FILE.fullmatch(identifier.lower()):
            message = f"'{identifier}' kan op Windows geen naam van een bestand zijn. {_OTHER_ID}"
            yield Fault(holder, (*at, "id"), "reserved-id", message)
    for record, at, identifier in _all_ids(register):
        if _ON_EVERY_PAGE.fullmatch(identifier):
            message = f"Het kenmerk '{identifier}' gebruikt de site zelf op elke pagina. {_OTHER_ID}"
            yield Fault(record.id, (*at, "id"), "reserved-id", message)


def _at_taken_addresses(register: Register) -> Iterator[tuple[str, str]]:
    """Records whose own page would stand where the site has another, with what stands there."""
    for kind in kinds.ALL:
        if kind.stands == "on its own page":
            taken = _taken_below(kind.section)
            for identifier in register.all(kind.type):
                if identifier.lower() in taken or identifier.lower() == urls.PART:
                    yield identifier, "staat al een deel van de site"
    for kind_of_page, reserved, what in _RESERVED:
        for identifier in register.all(kind_of_page):
            if reserved.fullmatch(identifier.lower()):
                yield identifier, what


def _in_addresses(register: Register) -> Iterator[tuple[str, Steps, str]]:
    """Every id of a record or of a subject of the table, which addresses hold, with its record and its place there."""
    yield from ((identifier, (), identifier) for identifier in register.records)
    yield from ((record.id, at, topic.id) for record, at, topic in register.each(Topic))


@cache
def _taken_below(section: str) -> frozenset[str]:
    """What stands in a section and is no record, as an address can name it."""
    below = (urls.file_of(address.removeprefix(section)) for address in _OF_THE_SITE if address.startswith(section))
    return frozenset(file.partition("/")[0].removesuffix(".html").lower() for file in below)


def web_addresses_can_be_opened(register: Register) -> Iterator[Fault]:
    """Every web address is one that a browser can open: http or https, a host and no spaces."""
    for record, at, part, url in _valued(register, "url"):
        filled = _ROOM.sub("x", url) if isinstance(part, CitationPattern) else url
        if not is_address(filled):
            right = _address_meant(url)
            general = "Schrijf het voluit en zonder spaties, zoals 'https://www.voorbeeld.nl/bericht'."
            advice = f"Schrijf 'url: {right}'." if right else general
            message = f"{quoted(url)} is geen webadres. {unseen_in(url) or advice}"
            yield Fault(record.id, (*at, "url"), "bad-url", message, instead=right)


def _address_meant(text: str) -> str | None:
    """The web address that a text gives without its start, or between brackets; nothing where it cannot be one."""
    link = re.fullmatch(r"\[[^\[\]]*\]\((\S+)\)", text.strip())
    text = re.sub(r"(?<=\S) (?=\S)", "%20", text.strip()) if re.match("https?://", text.strip()) else text
    text = link[1] if link else text
    bare = re.sub(r"^(?:h?t?tps?:?/{0,3}|//|url:)", "", text.strip(" <>()[].,;\"'"), flags=re.IGNORECASE)
    start = "http" if text.strip().lower().startswith("http:") else "https"
    address = f"{start}://{bare}"
    return address if is_address(address) else None


def the_site_has_an_address(register: Register) -> Iterator[Fault]:
    """The address of the site is that of a folder on the web, and its id is `site`."""
    for site in register.all(Site).values():
        if not is_address(site.address) or not site.address.endswith("/") or set(site.address) & {"?", "#"}:
            advice = "Schrijf het voluit met een schuine streep aan het eind, zoals 'https://www.voorbeeld.nl/'."
            message = f"{quoted(site.address)} kan niet het adres van de site zijn. {unseen_in(site.address) or advice}"
            yield Fault(site.id, ("address",), "bad-address", message)
        if site.authority and (site.authority != site.authority.lower() or not re.fullmatch(_HOST, site.authority)):
            message = (
                f"{quoted(site.authority)} kan niet bij 'authority' staan. Schrijf alleen de naam van een domein, met "
                "kleine letters, zoals 'voorbeeld.nl'."
            )
            yield Fault(site.id, ("authority",), "bad-address", message)
        if site.id != "site":
            yield Fault(site.id, ("id",), "unknown-choice", "Het kenmerk van de site is altijd 'site'.")


def errors_can_be_reported(register: Register) -> Iterator[Fault]:
    """Errors are reported to an e-mail address, or on a page that a browser can open."""
    for site in register.all(Site).values():
        where = site.report_error
        if where and not is_contact(where.replace(_ROOM_OF_PAGE, "%2F")):
            advice = "Schrijf een e-mailadres, zoals 'redactie@voorbeeld.nl', of een webadres met https:// ervoor."
            message = f"Op {quoted(where)} kan niemand een fout melden. {unseen_in(where) or advice}"
            yield Fault(site.id, ("report_error",), "bad-address", message)


def _ids_of_parts(register: Register) -> Iterator[tuple[Record, Steps, str]]:
    return ((record, at, text) for record, at, text in _all_ids(register) if at)


def _all_ids(register: Register) -> Iterator[tuple[Record, Steps, str]]:
    """Every id of a record or part of one, but those of figures."""
    return (
        (record, at, text) for record, at, part, text in _valued(register, "id") if not isinstance(part, Observation)
    )


def _valued(register: Register, field: str) -> Iterator[tuple[Record, Steps, object, str]]:
    """Every part that has a text in this field."""
    for kind, parts in register.parts.items():
        if any(candidate.name == field for candidate in fields(kind)):
            for record, at, part in parts:
                value = getattr(part, field)
                if value is not None:
                    yield record, at, part, value


def _scope(record: Record, at: Steps, identifier: str) -> tuple[str, str]:
    """Within what an id must be the only one, and the id."""
    return record.id if isinstance(record, Commitment) and at[:1] == ("elements",) else "", identifier


def is_contact(text: str) -> bool:
    """Whether it is an e-mail address, or a web address that a browser can open."""
    return bool(_MAIL.fullmatch(text)) or is_address(text)


def can_be_opened(address: str) -> bool:
    """Whether an address is one on the web that a browser can open, or one to mail to."""
    scheme, _, rest = address.partition(":")
    return _MAIL.fullmatch(rest.partition("?")[0]) is not None if scheme == "mailto" else is_address(address)


def is_address(text: str) -> bool:
    """Whether it is a web address that a browser can open."""
    return text.isprintable() and _ADDRESS.fullmatch(text) is not None
