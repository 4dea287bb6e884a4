"""People, organisations, seats, terms and meetings in Popolo, the form of open data about parliaments.

https://www.popoloproject.com/specs/. Popolo holds terms with a beginning or an end. What a source only shows at one
moment is no term: that stands in the tables. The end of a term is its last day; where the source leaves open whether
it counts, it stands as it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Membership, Organisation, OtherName, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register, parts_of, sources_named_by
from lrt_site.model.sources import Source
from lrt_site.model.terms import end_text
from lrt_site.pages.shared.linked_data import Thing, given, text_of
from lrt_site.wording.meeting_titles import title_of

_STATES = {"gehouden": "passed", "gepland": "confirmed", "aangekondigd": "tentative", "afgelast": "cancelled"}


def written(register: Register) -> str:
    """The file as JSON: a list of things for each class."""
    return v1.as_json(_Popolo(register).whole())


class _Popolo:
    def __init__(self, register: Register) -> None:
        self._register = register
        self._sources = register.all(Source)

    def whole(self) -> Mapping[str, list[Thing]]:
        """All that there is, by class."""
        register = self._register
        return {
            "persons": [given(self._person(person)) for person in register.all(Person).values()],
            "organizations": [given(organisation) for organisation in self._organisations()],
            "posts": [given(self._post(seat)) for seat in register.all(Seat).values()],
            "memberships": [given(self._membership(term)) for term in register.all(Membership).values()],
            "events": [given(self._event(meeting)) for meeting in register.all(Meeting).values()],
        }

    def _person(self, person: Person) -> Thing:
        return {
            "id": person.id,
            "name": person.name,
            "sort_name": person.sort_name,
            "other_names": [given(self._other_name(name)) for name in person.other_names],
            **self._about(person),
        }

    def _organisations(self) -> Iterator[Thing]:
        table = self._register.table
        yield {"id": table.id, "name": table.name, "classification": "overlegtafel", **self._about(table)}
        for province in self._register.all(ProvincialTable).values():
            name = province.names[-1].name if province.names else f"Provinciale tafel {province.province}"
            yield {"id": province.id, "name": name, "classification": "overlegtafel", **self._about(province)}
        for organisation in self._register.all(Organisation).values():
            yield {
                "id": organisation.id,
                "name": organisation.name,
                "classification": organisation.classification,
                "other_names": [given(self._other_name(name)) for name in organisation.other_names],
                **self._about(organisation),
            }

    def _post(self, seat: Seat) -> Thing:
        return {
            "id": seat.id,
            "label": seat.name,
            "organization_id": self._register.table.id,
            **self._about(seat),
        }

    def _membership(self, term: Membership) -> Thing:
        return {
            "id": term.id,
            "role": term.role,
            "person_id": term.person,
            "organization_id": self._register.table.id,
            "post_id": term.seat,
            "on_behalf_of_id": term.organisation,
            "start_date": text_of(term.start_date),
            "end_date": end_text(term.end_date, term.end_is),
            **self._about(term),
        }

    def _event(self, meeting: Meeting) -> Thing:
        return {
            "id": meeting.id,
            "name": title_of(meeting, self._register),
            "classification": "vergadering",
            "start_date": text_of(meeting.date),
            "location": meeting.location,
            "status": _STATES[meeting.state],
            "organization_id": meeting.table,
            "attendees": [
                {"id": there.person, "name": self._register.all(Person)[there.person].name}
                for there in meeting.attendance
                if there.person and there.presence in ("aanwezig", "genodigd")
            ],
            **self._about(meeting),
        }

    def _other_name(self, name: OtherName) -> Thing:
        return {
            "name": name.name,
            "start_date": text_of(name.start_date),
            "end_date": end_text(name.end_date, name.end_is),
            "note": name.note,
        }

    def _about(self, record: Record) -> Thing:
        """Where it stands here, and the sources of all that is in it."""
        site = self._register.site.address
        named = dict.fromkeys(source for _, part in parts_of(record) for source in sources_named_by(part))
        links = [{"url": urls.on_the_web(site, urls.place_of(record, self._register)), "note": "pagina"}]
        return {"links": links, "sources": [*self._links(named)]}

    def _links(self, sources: Iterable[str]) -> Iterator[Thing]:
        for identifier in sources:
            source = self._sources.get(identifier)
            if source:
                page = urls.on_the_web(self._register.site.address, urls.place_of(source, self._register))
                yield {"url": source.url or page, "note": source.title}
