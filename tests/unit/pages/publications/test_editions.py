"""An edition is what a page said from one publication on, until the next edition of it."""

from dataclasses import replace

from lrt_site import urls
from lrt_site.model.publications import Publication
from lrt_site.pages.publications.editions import (
    Editions,
    brought_by,
    clocks,
    gone_with,
    kept,
    last_of,
    of_versions,
    own_versions,
    places,
    surroundings_in,
    with_next,
    with_publication,
)
from tests.builders import (
    a_meeting,
    a_membership,
    a_mention,
    a_person,
    a_seat,
    on,
)
from tests.unit.pages.publications.making import history_of

FIRST = a_meeting()


SECOND = replace(FIRST, date=on("2020-06-16"))


def test_what_came_back_was_not_known_while_it_was_away() -> None:
    mention = a_mention()
    history = history_of((mention,), (), (), (mention,))
    line = of_versions(history, mention.id)
    assert [last_of(history, edition, after) for edition, after in with_next(line)] == [1, None]


MEETING_PAGE = "/vergaderingen/m-2020-06-15/"
HISTORY = history_of((FIRST,), (SECOND,), (SECOND, a_person()))
ONE, TWO, THREE = HISTORY.publications


def found() -> Editions:
    """A meeting that was new, that was corrected, and whose surroundings then changed; and its overview."""
    renewed = [(1, MEETING_PAGE), (2, MEETING_PAGE), (3, MEETING_PAGE), (1, "/vergaderingen/"), (3, "/vergaderingen/")]
    return kept(HISTORY, renewed)


def test_a_new_version_stands_at_its_number_and_other_words_at_the_publication() -> None:
    assert [(edition.place, edition.of_surroundings) for edition in found()[MEETING_PAGE]] == [
        ("/vergaderingen/m-2020-06-15/versies/1/", False),
        ("/vergaderingen/m-2020-06-15/versies/2/", False),
        ("/publicaties/2026-03-06/stand/vergaderingen/m-2020-06-15/", True),
    ]
    assert [edition.place for edition in found()["/vergaderingen/"]] == [
        "/publicaties/2026-01-05/stand/vergaderingen/",
        "/publicaties/2026-03-06/stand/vergaderingen/",
    ]
    assert all(edition.version is None for edition in found()["/vergaderingen/"])


def test_what_a_publication_recorded_stays_an_edition_and_data_are_none() -> None:
    recorded = replace(
        HISTORY, publications=(replace(ONE, editions=("/vergaderingen/", "/data/v1/index.json")), TWO, THREE)
    )
    assert {address: len(line) for address, line in kept(recorded, [(2, "/vergaderingen/")]).items()} == {
        "/vergaderingen/": 2
    }


def test_with_a_publication_a_page_said_what_its_newest_edition_then_says() -> None:
    def at(publication: Publication) -> str | None:
        edition = with_publication(found(), "/vergaderingen/", publication)
        return edition.place if edition else None

    first, last = (edition.place for edition in found()["/vergaderingen/"])
    assert [at(publication) for publication in HISTORY.publications] == [first, first, last]
    assert with_publication(found(), "/onbekend/", ONE) is None
    later = kept(HISTORY, [(2, "/vergaderingen/")])
    assert with_publication(later, "/vergaderingen/", ONE) is None


def test_a_publication_brought_its_own_editions_and_tells_which_only_had_other_surroundings() -> None:
    assert {edition.address for edition in brought_by(found(), THREE)} == {MEETING_PAGE, "/vergaderingen/"}
    assert {edition.address for edition in brought_by(found(), TWO)} == {MEETING_PAGE}
    ((edition, version),) = surroundings_in(found(), THREE)
    assert (edition.address, version.number) == (MEETING_PAGE, 2)


def test_links_of_then_lead_to_what_was_known_then() -> None:
    known = places(HISTORY, found(), TWO)
    assert known[MEETING_PAGE] == "/vergaderingen/m-2020-06-15/versies/2/"
    assert known["/vergaderingen/"] == "/publicaties/2026-01-05/stand/vergaderingen/"
    assert known["/data/v1/index.json"] == "/data/v1/publicaties/2026-02-04/state.json"
    assert known["/data/v1/meeting/m-2020-06-15.json"] == "/data/v1/publicaties/2026-02-04/records/m-2020-06-15.json"
    seated = history_of((a_seat(), a_person(), a_membership()))
    assert places(seated, kept(seated, []), seated.last)["/stoelen/stoel-fictief/#lid-fictief"] == urls.version_of(
        "membership", "lid-fictief", 1
    )


def test_an_edition_ends_with_the_next_or_with_the_page() -> None:
    first, second, third = with_next(found()[MEETING_PAGE])
    assert [last_of(HISTORY, *pair) for pair in (first, second, third)] == [1, 2, None]
    gone = replace(HISTORY, publications=(ONE, TWO, replace(THREE, gone=(MEETING_PAGE,))))
    ended = kept(HISTORY, [(1, MEETING_PAGE)])[MEETING_PAGE][0]
    assert gone_with(gone, ended, None) is gone.last
    assert last_of(gone, ended, None) == 2
    assert gone_with(HISTORY, ended, None) is None


def test_pages_of_days_say_with_which_publication_they_stood_where() -> None:
    day = "/samenstelling/2020-06-15/"
    history = replace(HISTORY, publications=(ONE, TWO, replace(THREE, gone=(day,))))
    told = clocks(history, kept(history, [(1, day), (1, "/vergaderingen/")]))
    assert told == {day: ((1, f"/publicaties/2026-01-05/stand{day}"), (3, None))}


def test_only_records_with_a_page_for_themselves_have_versions_of_a_page() -> None:
    seated = history_of((a_seat(), a_person(), a_membership(), a_mention()))
    own = own_versions(seated, seated.last)
    assert {"/stoelen/stoel-fictief/", "/deelnemers/p-fictief/"} <= own.keys()
    assert not {version.record.id for version in own.values()} & {"lid-fictief", "ver-fictief"}
    assert own_versions(HISTORY, ONE)[MEETING_PAGE].number == 1
