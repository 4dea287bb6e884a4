"""The clock bar says when a page is true, when that was known, what came before and after, and how to cite it."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from lrt_site.model.publications import History, Withdrawal
from lrt_site.model.register import Record
from lrt_site.pages.publications.editions import kept
from lrt_site.sitemap.clock import Clock, clock_of, named
from lrt_site.sitemap.states import made, states
from tests.builders import a_history, a_meeting, a_person, a_register, a_series, an_observation, on

MEETING, OVERVIEW = "/vergaderingen/m-2020-06-15/", "/vergaderingen/"
FIRST = a_meeting()
SECOND = replace(FIRST, date=on("2020-06-16"))
THIRD = replace(SECOND, conclusions=("Ja.",))
HISTORY = a_history(*(a_register(record) for record in (FIRST, SECOND, THIRD)), a_register(THIRD, a_person()))


def history_of(*states_of: tuple[Record, ...]) -> History:
    return a_history(*(a_register(*records) for records in states_of))


def clock(
    number: int | None = None,
    history: History = HISTORY,
    address: str = MEETING,
    renewed: Iterable[int] = (1, 2, 3),
    **frame: object,
) -> Clock:
    """The clock bar of the living page, or of the edition with this number."""
    line = kept(history, [(each, address) for each in renewed])[address]
    edition = line[-1] if number is None else line[number - 1]
    publication = history.last if number is None else edition.publication
    (state,) = states(history, (publication,))
    page = made(state.pages[address])
    page = replace(page, frame=replace(page.frame, **frame))  # type: ignore[type-var,arg-type]
    return clock_of(history, state, page.frame, line, edition, archived=number is not None)


def test_a_living_page_tells_its_version_since_when_and_up_to_when_it_is_unchanged() -> None:
    now = clock()
    assert (now.version, now.change, now.note) == (
        "versie 3 van 3",
        "aangevuld, eerder ook verbeterd",
        "Waarom m-2020-06-15 anders is.",
    )
    assert (now.known_on, now.publication.title, now.publication.address) == (
        "6 maart 2026",
        "publicatie 3",
        "/publicaties/2026-03-06/",
    )
    assert (now.unchanged, now.known_day) == ("ongewijzigd tot en met publicatie 4", "2026-04-05")
    assert now.since == "ongewijzigd sinds 6 maart 2026"
    assert clock(history=History(HISTORY.publications[:3], HISTORY.stored, ())).since == "gepubliceerd op 6 maart 2026"
    assert (now.archived, now.banner, now.banner_briefly, now.living) == (False, "", "", MEETING)
    assert now.versions
    assert now.versions.address == f"{MEETING}versies/#versie-3"


def test_an_edition_of_then_says_so_and_what_came_after_it() -> None:
    first, second, third = (clock(number) for number in (1, 2, 3))
    assert first.banner == (
        "U leest deze pagina zoals in publicatie 1 (5 januari 2026). "
        "Met publicatie 2 (4 februari 2026) kwam versie 2 in haar plaats (verbeterd)."
    )
    assert second.banner.endswith("Met publicatie 3 (6 maart 2026) kwam versie 3 in haar plaats (aangevuld).")
    assert third.banner.endswith("Zij is tot en met publicatie 4 (5 april 2026) de laatste.")
    assert [bar.banner_briefly for bar in (first, third)] == ["Oude tekst, 5 jan. 2026", "Bewaarde tekst, 6 mrt. 2026"]
    assert [(bar.version, bar.change, bar.unchanged) for bar in (first, second, third)] == [
        ("versie 1", "", ""),
        ("versie 2", "verbeterd", ""),
        ("versie 3", "aangevuld, eerder ook verbeterd", ""),
    ]
    assert (first.known_day, first.archived) == ("2026-01-05", True)


def test_other_editions_are_named_with_how_long_they_held() -> None:
    assert [(link.title, link.address) for link in clock().others] == [
        ("versie 1, met publicatie 1 (5 januari 2026)", f"{MEETING}versies/1/"),
        ("versie 2, met publicatie 2 (4 februari 2026)", f"{MEETING}versies/2/"),
    ]
    assert [link.address for link in clock(2).others] == [f"{MEETING}versies/1/"]
    assert clock(1).others == ()
    spanned = clock(address=OVERVIEW, renewed=(1, 3)).others
    assert [link.title for link in spanned] == [
        "van publicatie 1 (5 januari 2026) tot en met publicatie 2 (4 februari 2026)"
    ]


def test_a_page_that_is_no_record_has_no_version_and_says_what_came_in_its_place() -> None:
    first = clock(1, address=OVERVIEW, renewed=(1, 3))
    assert (first.version, first.change, first.note, first.versions) == ("", "", "", None)
    assert first.banner.endswith("Met publicatie 3 (6 maart 2026) kwamen er andere woorden in haar plaats.")
    assert first.relations == (("latest-version", OVERVIEW),)
    assert len(first.proofs) == 1


def test_a_page_that_went_away_says_with_which_publication() -> None:
    history = history_of((FIRST,), ())
    ended = clock(1, history, renewed=(1,))
    assert ended.banner.endswith("Met publicatie 2 (4 februari 2026) is het onderdeel ingetrokken.")
    first, second = history.publications
    gone = replace(history, publications=(first, replace(second, gone=("/vergaderingen/2020/",))))
    page = clock(1, gone, "/vergaderingen/2020/", renewed=(1,))
    assert page.banner.endswith("Met publicatie 2 (4 februari 2026) verdween deze pagina.")
    assert page.banner_briefly == ended.banner_briefly == "Oude tekst, 5 jan. 2026"


def test_a_page_whose_surroundings_changed_says_so() -> None:
    now = clock(renewed=(1, 2, 3, 4))
    assert now.surroundings == (
        "Sinds publicatie 4 (5 april 2026) zegt deze pagina iets anders dan daarvoor. Dat komt door wat zij uit andere "
        "onderdelen van de site overneemt. Het onderdeel zelf bleef gelijk."
    )
    assert clock().surroundings == ""
    assert clock(3, renewed=(1, 2, 3, 4)).banner.endswith(
        "Met publicatie 4 (5 april 2026) kwamen er andere woorden in haar plaats."
    )


@pytest.mark.parametrize(
    ("frame", "moment"),
    [
        ({"moment": "stand van 1 juli 2022"}, "Stand van 1 juli 2022"),
        ({"moment": "", "title": "Cijfers op 3 mei 2021"}, "Over 3 mei 2021"),
        ({"moment": "", "title": "Van 3 mei 2021 tot 4 mei 2021"}, "Over 3 mei 2021 en 4 mei 2021"),
        ({"moment": "", "title": "Brief van 3 mei 2021", "title_quotes": True}, "Stand van 15 januari 2026"),
        ({"moment": "", "title": "Vergaderingen"}, "Stand van 15 januari 2026"),
    ],
)
def test_the_moment_is_what_the_page_says_or_the_days_in_its_title_or_the_day_of_the_site(
    frame: dict[str, object], moment: str
) -> None:
    assert clock(**frame).moment == moment  # type: ignore[arg-type]


def test_a_page_is_cited_with_both_dates_and_where_exactly_these_words_stand() -> None:
    now = clock()
    assert now.citation == (
        "‘Vergadering van 16 juni 2020’, Fictieve tafel. Vergaderdatum: 16 juni 2020, gepubliceerd op 6 maart 2026 "
        "(publicatie 3, ongewijzigd tot en met publicatie 4, versie 3 van 3)."
    )
    assert now.permanent == f"https://fictief.example{MEETING}versies/3/"
    assert now.canonical == clock(1).canonical == f"https://fictief.example{MEETING}"
    assert [(proof.what, proof.hash) for proof in now.proofs] == [
        ("publicatie 3", HISTORY.publications[2].hash),
        ("de gegevens van versie 3", HISTORY.versions(FIRST.id)[2].change.hash),
    ]


def test_machines_find_the_versions_before_and_after() -> None:
    versions, timemap = ("version-history", f"{MEETING}versies/"), ("timemap", "/data/v1/tijdlijnen/m-2020-06-15.link")
    assert clock().relations == (versions, timemap, ("predecessor-version", f"{MEETING}versies/2/"))
    original, latest = ("original", MEETING), ("latest-version", MEETING)
    assert clock(1).relations == (versions, timemap, original, latest)
    assert clock(2).relations == (versions, timemap, original, ("predecessor-version", f"{MEETING}versies/1/"), latest)


def test_words_that_were_withdrawn_are_said_to_be_with_ground_and_decision() -> None:
    withdrawal = Withdrawal(
        name="2026-05-01", date=on("2026-05-01"), record=FIRST.id, ground="Recht", decision="Besluit 7", files=()
    )
    line = kept(HISTORY, [(1, MEETING)])[MEETING]
    assert line[0].version
    edition = replace(line[0], version=replace(line[0].version, withdrawal=withdrawal))
    (state,) = states(HISTORY, HISTORY.publications[:1])
    told = clock_of(HISTORY, state, made(state.pages[MEETING]).frame, (edition,), edition, archived=True).withdrawal
    assert told == (
        "Woorden in deze versie zijn op 1 mei 2026 ingetrokken. Er staat nu [ingetrokken]. "
        "Grond: Recht. Besluit: Besluit 7."
    )
    assert clock().withdrawal == ""


def test_corrected_values_of_a_series_are_told_up_to_its_version() -> None:
    values = [(a_series(observations=(an_observation(value=value),)),) for value in (45, 44, 43)]
    history = history_of(*values)
    series = "/cijfers/fictieve-reeks/"
    assert [value.was for value in clock(None, history, series).corrected] == ["44", "45"]
    assert [value.was for value in clock(2, history, series).corrected] == ["45"]
    assert clock(1, history, series).corrected == ()


def test_a_renamed_record_goes_on_under_its_new_id() -> None:
    history = history_of((FIRST,), (replace(FIRST, id="m-anders"),))
    assert clock(1, history, renewed=(1,)).banner.endswith(
        "Met publicatie 2 (4 februari 2026) kwam versie 2 in haar plaats (andere schrijfwijze)."
    )


def test_a_publication_is_named_with_its_number_first() -> None:
    assert named(HISTORY.last) == "publicatie 4 (5 april 2026)"
