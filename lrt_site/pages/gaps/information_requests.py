"""Requests for information: all of them on one page, what came of each first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.newest import the_newest
from lrt_site.frozen import dataclass
from lrt_site.model import portions
from lrt_site.model.dates import at
from lrt_site.model.facts import Backing
from lrt_site.model.information_requests import InformationRequest, ReleasedDocument
from lrt_site.model.people import Organisation
from lrt_site.model.register import Register
from lrt_site.pages.shared.common import Footnotes, Frame, PageMaker, Said, data_links, later, trail
from lrt_site.pages.shared.portions import Portion, listed
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.moments import in_words
from lrt_site.wording.names import days_of, full_name
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link, Run

SECTION = urls.section_of("information-request")


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request as the page shows it."""

    asked: Said
    decision: Said
    when: Said
    """When it was asked."""
    requester: Said
    asked_of: Said
    law: Said | None
    documents: tuple[ReleasedDocument, ...]
    released: Backing
    """The sources of these documents."""


@dataclass(frozen=True, slots=True)
class InformationRequestsPage:
    """What templates/gaps/information_requests.html.jinja is given."""

    template: ClassVar[str] = "gaps/information_requests.html.jinja"

    frame: Frame
    requests: tuple[RequestView, ...]
    """The newest first."""


def pages(register: Register) -> Iterator[PageMaker]:
    """The page with all requests, where there are any."""
    if register.all(InformationRequest):
        requests = portions.listed(InformationRequest, register.all(InformationRequest))
        for portion in listed(register, InformationRequest, SECTION):
            yield later(portion.address, _page, register, requests, portion)


def links(register: Register) -> Iterator[Link]:
    """To that page."""
    if register.all(InformationRequest):
        yield link_to_page(SECTION, ": wat er op verzoek openbaar werd, en wat niet")


def _page(
    register: Register, requests: tuple[InformationRequest, ...], portion: Portion[InformationRequest]
) -> InformationRequestsPage:
    notes = Footnotes(register)
    return InformationRequestsPage(
        requests=tuple(_request(request, notes, register) for request in portion.items),
        frame=portion.framed(
            Frame(
                address=SECTION,
                title=NAMES[SECTION],
                description=_newest(requests),
                trail=trail(link_to_page(urls.GAPS)),
                references=notes.references(),
                data=data_links(*portion.items),
            )
        ),
    )


def _newest(newest_first: tuple[InformationRequest, ...]) -> str:
    """The page's first sentence: when the newest was asked, and what came of it."""
    newest, *others = newest_first
    if newest.asked_on is None:
        return f"Wij kennen {plural(len(newest_first), 'verzoek', 'verzoeken')}, zonder datum."
    days = [days_of(request.asked_on) for request in others]
    called = the_newest(days_of(newest.asked_on), days, "Het nieuwste verzoek", "nieuwste verzoeken")
    return f"{called} is van {newest.asked_on.in_words}. Het besluit: {_outcome(newest)}. {newest.asked}"


def _outcome(request: InformationRequest) -> str:
    return f"{request.decision}, {at(request.decided_on)}" if request.decided_on else request.decision


def _request(request: InformationRequest, notes: Footnotes, register: Register) -> RequestView:
    asker, authority = request.requester, request.asked_of
    who = _party(request, asker.organisation, asker.kind, register)
    whom = _party(request, authority.organisation, authority.description, register)
    return RequestView(
        asked=notes.said(request.asked, request, "asked", anchor=request.id),
        decision=notes.plain(_outcome(request), request, "decision", "decided_on"),
        when=notes.plain(in_words(request.asked_on), request, "asked_on"),
        requester=notes.rests(who, notes.backing(request, "requester")),
        asked_of=notes.rests(whom, notes.backing(request, "asked_of")),
        law=notes.plain(request.law, request, "law") if request.law else None,
        documents=request.documents,
        released=notes.backing(request, "documents"),
    )


def _party(
    request: InformationRequest, organisation: str | None, otherwise: str | None, register: Register
) -> tuple[Run, ...]:
    """An organisation by its name of the day of the request, or what there is instead."""
    if not organisation:
        return (Run(otherwise or ""),)
    body = register.all(Organisation)[organisation]
    return (Run(full_name(body, register, days_of(request.asked_on)), urls.page_of(body)),)
