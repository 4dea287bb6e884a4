"""What a page is about, in the words of schema.org, for search engines.

Only what the record holds: no place that no source names, and no moment more exact than its source. A commitment is
none of the things that schema.org knows; its page is about a term of the register.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lrt_site import urls
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Series
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Membership, Organisation, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register
from lrt_site.model.sources import Source
from lrt_site.model.table import Table
from lrt_site.model.terms import end_text
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.names import called

CONTEXT = "https://schema.org"

Thing = Mapping[str, Any]


def linked_data(record: Record, register: Register) -> Thing | None:
    """What the page of a record is about; nothing of a kind that schema.org has no words for."""
    tell = _TELLERS.get(type(record))
    if tell is None:
        return None
    address = urls.on_the_web(register.site.address, urls.page_of(record))
    return {"@context": CONTEXT, **given({"@id": f"{address}#dit", "url": address, **tell(record, register)})}


def corrections_as_linked_data(address: str, corrected: Iterable[tuple[str, str, str]]) -> Thing:
    """What was corrected on a page: for each value what it is of, what it was, and what it became, if not nothing."""
    comments = [
        {"@type": "CorrectionComment", "text": f"{what}: {was} werd {becomes}" if becomes else f"{what}: {was} vervalt"}
        for what, was, becomes in corrected
    ]
    return {"@context": CONTEXT, "@type": "WebPage", "@id": address, "correction": comments}


def _meeting(meeting: Meeting, register: Register) -> Thing:
    report = meeting.report
    return {
        "@type": "Event",
        "name": title_of(meeting, register),
        "startDate": text_of(meeting.date),
        "eventStatus": "https://schema.org/EventCancelled" if meeting.state == "afgelast" else None,
        "location": {"@type": "Place", "name": meeting.location} if meeting.location else None,
        "organizer": _named(meeting.table, register),
        "subjectOf": given(
            {
                "@type": "Report",
                "name": report.title,
                "datePublished": text_of(report.date),
                "publisher": {"@type": "Organization", "name": report.publisher},
                "url": register.all(Source)[report.source].url if report.source in register.records else None,
            }
        )
        if report
        else None,
    }


def _series(series: Series, register: Register) -> Thing:
    licence, publisher = register.site.licence, register.site.publisher
    return {
        "@type": "Dataset",
        "name": series.name,
        "description": series.counts,
        "license": licence.url if licence else None,
        "creator": {"@type": "Organization", "name": publisher.name} if publisher else None,
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": urls.on_the_web(register.site.address, urls.figures_of(series.id)),
        },
    }


def _table(table: Table, _: Register) -> Thing:
    return {
        "@type": "GovernmentOrganization",
        "name": table.name,
        "alternateName": [name.name for name in table.names if name.name != table.name],
    }


def _provincial_table(table: ProvincialTable, _: Register) -> Thing:
    return {
        "@type": "GovernmentOrganization",
        "name": called(table),
        "areaServed": {"@type": "AdministrativeArea", "name": table.province},
        "alternateName": [name.name for name in table.names],
    }


def _organisation(organisation: Organisation, _: Register) -> Thing:
    return {"@type": "Organization", "name": organisation.name, "alternateName": organisation.short}


def _person(person: Person, register: Register) -> Thing:
    terms = [term for term in register.all(Membership).values() if term.person == person.id]
    return {"@type": "Person", "name": person.name, "memberOf": [_role(term, register) for term in terms]}


def _role(term: Membership, register: Register) -> Thing:
    return given(
        {
            "@type": "OrganizationRole",
            "memberOf": _named(register.table.id, register),
            "roleName": term.role or register.all(Seat)[term.seat].name,
            "startDate": text_of(term.start_date),
            "endDate": end_text(term.end_date, term.end_is),
        }
    )


def _commitment(commitment: Commitment, _: Register) -> Thing:
    return {
        "@type": "WebPage",
        "name": commitment.title,
        "about": {"@type": "DefinedTerm", "termCode": commitment.id, "name": commitment.title},
    }


def _named(identifier: str, register: Register) -> Thing:
    record = register.records[identifier]
    address = urls.on_the_web(register.site.address, urls.page_of(record))
    return {"@type": "GovernmentOrganization", "@id": f"{address}#dit", "name": called(record)}


def given(thing: Thing) -> Thing:
    """Without what is not known."""
    return {name: value for name, value in thing.items() if value not in (None, [])}


def text_of(moment: PartialDate | None) -> str | None:
    """A moment as data have it, where it is known."""
    return moment.text if moment else None


_TELLERS: Mapping[type, Callable[[Any, Register], Thing]] = {
    Meeting: _meeting,
    Series: _series,
    Table: _table,
    ProvincialTable: _provincial_table,
    Organisation: _organisation,
    Person: _person,
    Commitment: _commitment,
}
