"""Where every record lives. Addresses start at the root of the site and end in `/`, or in `#` and an id."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from urllib.parse import urlsplit

from lrt_site.model import kinds
from lrt_site.model.people import Membership
from lrt_site.model.register import Record, Register, kind_of


def section_of(kind: str) -> str:
    """The section of a kind of record: the page that lists them."""
    return kinds.BY_NAME[kind].section


HOME = "/"
NOT_FOUND = "/404.html"
"""Shown by hosts in the place of any page that is not there."""
TABLE = section_of("table")
MEETINGS = section_of("meeting")
OUTPUTS = section_of("output")
COMPOSITION = section_of("composition")
PARTICIPANTS = section_of("person")
SEATS = section_of("seat")
COMMITMENTS = section_of("commitment")
COMMITMENTS_LATE = f"{COMMITMENTS}te-laat/"
COMMITMENTS_BY_STATUS = f"{COMMITMENTS}status/"
COMMITMENTS_BY_OFFICE = f"{COMMITMENTS}ambt/"
COMMITMENTS_BY_DAY = f"{COMMITMENTS}peildatum/"
REGISTERS = section_of("commitment-register")
FIGURES = section_of("series")
HISTORY = section_of("event")
PROVINCES = section_of("provincial-table")
GAPS = "/stilte/"
CONTRADICTIONS = section_of("contradiction")
SOURCES = section_of("source")
MENTIONS = section_of("mention")
GLOSSARY = section_of("term")
PARLIAMENT = section_of("parliamentary-item")
REPORTING = section_of("report-form")
COVERAGE = "/verslaglegging/dekking/"
CITATIONS = section_of("citation-pattern")
HANDBOOK = "/handboek/"
OPEN_DATA = "/data/"
"""What data there are, for people."""
DATA = "/data/v1/"
PUBLICATIONS = "/publicaties/"
SEARCH = "/zoeken/"
TITLES = "/zoeken/titels/"
"""Where all pages stand by their titles."""
SEARCH_INDEX = "/zoeken/index/"
"""Below it stand the files in which the search page looks."""
QUOTE = "/citaat/"
SEARCH = "/zoeken/"
FOLLOW = "/volgen/"
FEEDS = "/feeds/"
MEETING_CALENDAR = "/agenda.ics"
DEADLINE_CALENDAR = "/termijnen.ics"
LEDGER = "/data/v1/publicaties/"
"""The mirror of the ledger: every file under its own path."""
CHANGES = "/data/v1/wijzigingen.ndjson"
"""The change feed."""
INDEX_DATA = "/data/v1/index.json"
"""Every record with its page and its data."""
TIMEMAPS = "/data/v1/tijdlijnen/"
TABLES = "/data/v1/tabellen/"
"""All records as tables: each table in a file of its own, in several forms."""
WORKBOOK = "/data/v1/tabellen/alles.xlsx"
DATABASE = "/data/v1/tabellen/alles.sqlite"
DATA_PACKAGE = "/data/v1/tabellen/datapackage.json"
"""What describes the tables for programs."""
POPOLO = "/data/v1/popolo.json"
"""People, organisations, terms and meetings in the form of that name."""
CATALOGUE = "/data/v1/catalogus.ttl"
"""What data portals read of the data (DCAT), as Turtle."""
CATALOGUE_JSON = "/data/v1/catalogus.jsonld"
GAPS_DATA = "/data/v1/stilte.json"
"""Everything of which nothing was found."""
CLOCKS = "/data/v1/klokken.json"
"""Where the pages of days stand, by the two clocks."""
COMPARE = "/publicaties/vergelijken/"
COMPARISON = "/data/v1/vergelijken.json"
"""The line of every record, from which a browser tells what differs between two publications."""
SCHEMAS = "/data/v1/schema/"
"""The JSON Schemas of all data."""
QUOTATIONS = "/data/v1/citaat/"
"""The words of all versions, in which quotations are looked up."""
EDITIONS = "/versions.json"
"""All publications, in the form in which the selectors of mike and Material for MkDocs read them."""
VERSIONS = "versies"
"""What the address of all versions of a record ends in."""
SITE = "/site/"
TOPICS = "/onderwerpen/"
"""Where the pages of the subjects of the table stand."""
MEMBERSHIPS = "/lidmaatschappen/"
"""Where versions stand of what has no page of its own: the site's description and memberships."""
STATIC = "/static/"
ICON = "/static/icon.svg"
OLD_ICON = "/favicon.ico"
"""Where browsers look for an icon that no page names to them."""
SECURITY = "/.well-known/security.txt"
"""Where RFC 9116 has it that a finder of a weakness looks."""
ROBOTS = "/robots.txt"
SITEMAP = "/sitemap.xml"
"""What search engines read first."""
OPEN_SEARCH = "/opensearch.xml"
"""How browsers search the site from their own bar."""
FOR_MODELS = "/llms.txt"
"""Where a language model finds everything."""
SUMS = "/SHA256SUMS"
"""The list of all files of the site."""

_SLUG_LENGTH = 80


def page_of(record: Record) -> str:
    """The page on which a record stands."""
    if isinstance(record, Membership):
        return f"{SEATS}{record.seat}/"
    kind = kinds.kind_for(record)
    return f"{kind.section}{record.id}/" if kind.stands == "on its own page" else kind.section


def address_of(identifier: str, register: Register) -> str:
    """The address of a record or of a part of one, by its id."""
    record = register.records[register.home_of[identifier]]
    return place_of(record, register) if record.id == identifier else f"{page_of(record)}#{identifier}"


def place_of(record: Record, register: Register) -> str:
    """The address of a record: its page, or its place on the page of several."""
    if record.id in register.divided:
        return f"{part_of(page_of(record), register.divided[record.id])}#{record.id}"
    among_others = kinds.kind_for(record).stands in ("on a list", "with another")
    return f"{page_of(record)}#{record.id}" if among_others else page_of(record)


def on_date(date: str) -> str:
    """The composition on a date."""
    return f"{COMPOSITION}{date}/"


def commitments_on(date: str) -> str:
    """How the commitments stood on a date."""
    return f"{COMMITMENTS_BY_DAY}{date}/"


def pack_of(date: str, office: str, suffix: str) -> str:
    """The half-year pack of an office at a cut-off date, as `pdf` or as `xlsx`."""
    return f"{commitments_on(date)}{slug_of(office)}.{suffix}"


def figures_on(date: str) -> str:
    """The figures that sources had given by a date."""
    return f"{FIGURES}peildatum/{date}/"


def commitments_with_status(status: str) -> str:
    """The commitments whose newest status is this one."""
    return f"{COMMITMENTS_BY_STATUS}{slug_of(status)}/"


def commitments_of_office(office: str) -> str:
    """The commitments for which an office is or was responsible."""
    return f"{COMMITMENTS_BY_OFFICE}{slug_of(office)}/"


@cache
def slug_of(text: str) -> str:
    """Words as a part of an address: small letters, digits and hyphens, the same for the same words everywhere.

    Capitals, accents, spaces and punctuation make no other words. Signs that cannot be in an address, and words too
    long for one, leave a fingerprint after `--`, so that other words never have the same part.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (sign for sign in folded if unicodedata.category(sign) != "Mn")
    words = "".join(" " if unicodedata.category(sign)[0] in "PZC" else sign for sign in kept).split()
    readable = "-".join(filter(None, ("".join(filter(_is_in_address, word)) for word in words)))
    if readable == "-".join(words) and 0 < len(readable) <= _SLUG_LENGTH:
        return readable
    fingerprint = hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]
    return f"{readable[:_SLUG_LENGTH].strip('-') or 'naam'}--{fingerprint}"


def _is_in_address(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def topic_of(identifier: str) -> str:
    """What was said about a subject of the table."""
    return f"{TOPICS}{identifier}/"


def gaps_about(subject: str) -> str:
    """What is missing about a subject, such as `verslagen`."""
    return f"{GAPS}{subject}/"


def in_year(year: int) -> str:
    """The meetings of one year."""
    return f"{MEETINGS}{year}/"


def coverage_in(year: int) -> str:
    """Of which meetings of one year an account is known."""
    return f"{COVERAGE}{year}/"


PART = "deel"
"""The folder below a list that is too long for one page, in which its parts stand. No record can be called so."""


def part_of(page: str, part: str) -> str:
    """A part of the list at an address."""
    return f"{page}{PART}/{part}/"


def data_of(record: Record) -> str:
    """The published JSON of a record."""
    return f"{DATA}{kind_of(record)}/{record.id}.json"


def schema_of(name: str) -> str:
    """The JSON Schema of the records of a kind, or of another file by the first part of its format."""
    return f"{SCHEMAS}{name}.json"


def has_own_page(kind: str) -> bool:
    """Whether each record of a kind has a page for itself."""
    return kinds.BY_NAME[kind].stands == "on its own page"


def versions_of(kind: str, identifier: str) -> str:
    """The page with all versions of a record."""
    told = kinds.BY_NAME[kind]
    base = told.versions or told.section
    return f"{base}{VERSIONS}/" if told.stands == "alone" else f"{base}{identifier}/{VERSIONS}/"


def version_of(kind: str, identifier: str, number: int) -> str:
    """One version of a record as the reader saw it."""
    return f"{versions_of(kind, identifier)}{number}/"


def publication_of(name: str) -> str:
    """The page of a publication."""
    return f"{PUBLICATIONS}{name}/"


def since(name: str) -> str:
    """What changed from a publication to the last one."""
    return f"{publication_of(name)}sindsdien/"


def new_in(name: str) -> str:
    """The new records of a publication that has many."""
    return f"{publication_of(name)}nieuw/"


def differences_of(identifier: str) -> str:
    """What differs between the versions of one record."""
    return f"{DATA}vergelijken/{identifier}.json"


def known_at(name: str, address: str) -> str:
    """The page at an address, as known at a publication."""
    return f"{PUBLICATIONS}{name}/stand{address}"


def ledger_file(path: str) -> str:
    """A file of the ledger, such as `2026-11-21/records/m-1.json`."""
    return f"{LEDGER}{path}"


def timemap_of(identifier: str) -> str:
    """All versions of a record as a Memento TimeMap (RFC 7089)."""
    return f"{TIMEMAPS}{identifier}.link"


def feed_of(name: str, form: str = "xml") -> str:
    """A feed: as Atom (`xml`) or as JSON Feed (`json`)."""
    return f"{FEEDS}{name}.{form}"


def feed_of_record(identifier: str, form: str = "xml") -> str:
    """The feed of one record."""
    return feed_of(f"record/{identifier}", form)


def figures_of(series: str) -> str:
    """The observations of a series as CSV."""
    return f"{DATA}figures/{series}.csv"


def database_of(publication: str) -> str:
    """The database of the records as a publication had them."""
    return f"{TABLES}publicaties/{publication}.sqlite"


def link(address: str, page: str, root: str = "/") -> str:
    """An address as a link from a page, so that the site works in any folder of any host.

    A host shows the page for addresses that lead nowhere at any depth, so its links start at `root`: the folder
    in which the site lives on its own host.
    """
    if page == NOT_FOUND:
        return root + address.removeprefix("/")
    path, sign, anchor = address.partition("#")
    here, there = page.split("/")[:-1], path.split("/")
    shared = next((i for i, (ours, its) in enumerate(zip(here, there[:-1], strict=False)) if ours != its), None)
    shared = min(len(here), len(there) - 1) if shared is None else shared
    return ("../" * (len(here) - shared) + "/".join(there[shared:]) or "./") + sign + anchor


def card_of(page: str) -> str:
    """The picture that others show who link to a page."""
    return f"{page}deelkaart.png"


def on_the_web(site: str, address: str) -> str:
    """An address with the host before it, from the address of the home page on the web."""
    return site.rstrip("/") + address


def root_of(site: str) -> str:
    """The folder in which a site lives on its host, such as `/` or `/tafel/`, from its address on the web."""
    return urlsplit(site).path.rstrip("/") + "/"


def file_of(page: str) -> str:
    """The file that holds a page: a folder's `index.html`, or the page itself when it names a file."""
    path = page.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path
