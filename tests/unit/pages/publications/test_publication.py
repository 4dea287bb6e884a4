"""A publication tells what it changed and why, and leads to all that was valid with it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import History, Withdrawal
from lrt_site.pages.publications import publications
from lrt_site.pages.publications.change_rows import LISTED_ONE_BY_ONE, NEW_ON_THE_PAGE, TOLD_IN_LINES, ChangeRow
from lrt_site.pages.publications.editions import NO_EDITIONS, kept
from lrt_site.pages.publications.publication import (
    LISTED_IN_FULL,
    PublicationPage,
    name_of_page,
    new_page,
)
from lrt_site.wording.labels import label_of
from lrt_site.wording.values import in_text
from tests.builders import (
    a_meeting,
    a_person,
    a_register,
    a_series,
    a_source,
    a_table,
    a_topic,
    an_agenda_item,
    an_observation,
    on,
)
from tests.tools.rendering import as_read, written_out
from tests.unit.pages.publications.making import history_of, overview

MEETING = a_meeting()


def made(history: History) -> Mapping[str, PublicationPage]:
    pages = [maker() for maker in publications.pages(history, NO_EDITIONS)]
    return {page.frame.address: page for page in pages if isinstance(page, PublicationPage)}


def last_of(history: History) -> PublicationPage:
    return made(history)[f"/publicaties/{history.last.name}/"]


def shown(page: PublicationPage) -> str:
    """The page as HTML."""
    return written_out(page, a_register(MEETING))[1]


def rows_in(page: PublicationPage) -> list[ChangeRow]:
    return [row for section in page.sections for row in section.rows]


def told(row: ChangeRow) -> list[str]:
    return [in_text(line) for line in row.lines]


def test_every_change_stands_with_its_subject_and_says_what_and_why() -> None:
    page = last_of(history_of((MEETING,), (replace(MEETING, date=on("2020-06-16")), a_person())))
    assert [(section.title, [row.change for row in section.rows]) for section in page.sections] == [
        ("Personen", ["nieuw"]),
        ("Vergaderingen", ["verbeterd"]),
    ]
    (row,) = page.sections[1].rows
    assert row.summary == "Anders: datum."
    assert row.record.address == "/vergaderingen/m-2020-06-15/versies/2/"
    assert row.note == "Waarom m-2020-06-15 anders is."
    assert told(row) == ["Datum: eerst 15 juni 2020, nu 16 juni 2020"]
    assert row.versions
    assert row.versions.address == "/vergaderingen/m-2020-06-15/versies/#versie-2"


def test_of_many_differences_the_first_are_told_and_the_rest_counted() -> None:
    agenda = tuple(an_agenda_item(title=f"Fictief punt {number}", disputed=("De prijs.",) * 9) for number in range(20))
    changed = replace(MEETING, agenda=agenda)
    (row,) = rows_in(last_of(history_of((MEETING,), (changed,))))
    assert (len(row.lines), row.more) == (12, 8)


def test_of_many_changes_each_is_told_in_a_sentence_that_leads_to_the_rest() -> None:
    worded = a_meeting(id="m-woorden", body="De kade is open.")
    before = tuple(a_meeting(id=f"m-{number:02}") for number in range(TOLD_IN_LINES))
    after = tuple(replace(meeting, date=on("2020-06-16")) for meeting in before)
    page = last_of(history_of((*before, worded), (*after, replace(worded, body="De kade is dicht."))))
    brief, unjudged = rows_in(page)[0], rows_in(page)[-1]
    assert (brief.summary, brief.lines) == ("Anders: datum.", ())
    assert unjudged.lines
    assert 'href="../../vergaderingen/m-00/versies/#versie-2"' in shown(page)


def test_many_new_records_are_folded_by_kind() -> None:
    sources = tuple(a_source(id=f"s-{number:02}") for number in range(LISTED_ONE_BY_ONE))
    sections = last_of(history_of((*sources, MEETING))).sections
    assert [(section.title, section.rows, len(section.new)) for section in sections] == [
        ("De site", (), 1),
        ("De tafel", (), 1),
        ("Vergaderingen", (), 1),
        ("Bronnen", (), LISTED_ONE_BY_ONE + 1),
    ]


def test_very_many_new_records_stand_on_a_page_of_their_own() -> None:
    history = history_of(tuple(a_source(id=f"s-{number:03}") for number in range(NEW_ON_THE_PAGE)))
    page = last_of(history)
    assert page.new
    assert page.new.address == "/publicaties/2026-01-05/nieuw/"
    assert [(section.new, section.number_of_new) for section in page.sections][-1] == ((), NEW_ON_THE_PAGE + 1)
    own = as_read(new_page(history, history.last), a_register())
    assert "/bronnen/s-001/versies/1/" in own.leads_to("main")
    assert f"{NEW_ON_THE_PAGE + 3} onderdelen zijn nieuw." in own.words


def test_of_one_subject_what_a_reader_may_have_relied_on_comes_first() -> None:
    old = replace(MEETING, id="m-oud")
    page = last_of(history_of((MEETING, old), (MEETING, replace(old, date=on("2020-06-16")), a_meeting(id="m-a"))))
    assert [row.change for row in rows_in(page)] == ["verbeterd", "nieuw"]


def test_other_words_stand_beside_the_old_ones_with_a_note_and_unjudged() -> None:
    old, new = (replace(MEETING, body=f"De kade is {state}.") for state in ("open", "dicht"))
    page = last_of(history_of((old,), (new,)))
    (count,) = page.counts
    assert count.words == "1 andere woorden"
    assert count.meaning == "Woorden gewijzigd; of de betekenis veranderde is niet beoordeeld."
    (row,) = rows_in(page)
    assert row.open
    assert row.note == "Waarom m-2020-06-15 anders is."
    assert told(row) == ["Tekst: eerst ‘De kade is open.’, nu ‘De kade is dicht.’"]


def test_of_harmless_words_the_proof_is_told() -> None:
    old, new = (replace(MEETING, body=f"De {word} sprak.") for word in ("Kamer", "kamer"))
    (row,) = rows_in(last_of(history_of((old,), (new,))))
    assert row.said == "Nagegaan: alleen dit is anders: hoofdletters."


def test_a_record_that_comes_back_is_no_new_one() -> None:
    (row,) = rows_in(last_of(history_of((MEETING, a_person()), (a_person(),), (MEETING, a_person()))))
    assert row.change == "teruggeplaatst"
    assert row.said.startswith("Was weg sinds publicatie 2 (4 februari 2026), staat er weer.")


def test_a_later_value_is_a_revision() -> None:
    series = a_series()
    later = an_observation(value=1300, vintage=on("2022"), status="herzien")
    page = last_of(history_of((series,), (replace(series, observations=(*series.observations, later)),)))
    assert [count.words for count in page.counts] == ["1 nieuw cijfer"]


def test_a_record_that_ended_leads_to_its_versions() -> None:
    (row,) = rows_in(last_of(history_of((MEETING,), ())))
    assert (row.change, row.record.title) == ("ingetrokken", "Vergadering van 15 juni 2020 (Fictieve Tafel)")
    assert row.record.address == "/vergaderingen/m-2020-06-15/versies/"


def test_a_rename_is_told() -> None:
    history = history_of((MEETING,), (replace(MEETING, id="m-anders"),))
    (row,) = rows_in(last_of(history))
    assert row.renamed == "Het kenmerk was m-2020-06-15 en is nu m-anders."
    assert row.record.address == "/vergaderingen/m-anders/versies/2/"


def test_all_that_was_valid_then_can_be_found() -> None:
    first = made(history_of((MEETING,), (MEETING, a_person())))["/publicaties/2026-01-05/"]
    links = {link.address for group in first.records for link in group.links}
    assert links == {"/", "/tafel/", "/vergaderingen/m-2020-06-15/", "/bronnen/s-fictief/"}
    assert first.total == 4


def test_of_very_many_records_only_the_numbers_are_told() -> None:
    sources = tuple(a_source(id=f"s-{number:03}") for number in range(LISTED_IN_FULL))
    groups = last_of(history_of((MEETING,), (MEETING, *sources))).records
    assert [(group.title, group.number, group.links) for group in groups] == [
        ("De site", 1, ()),
        ("De tafel", 1, ()),
        ("Vergaderingen", 1, ()),
        ("Bronnen", LISTED_IN_FULL + 1, ()),
    ]


def test_only_pages_that_were_there_are_named_as_the_state() -> None:
    history = history_of((MEETING,))
    there = replace(history.last, added=("/", "/vergaderingen/"))
    assert [link.title for link in last_of(replace(history, publications=(there,))).state] == ["Home", "Vergaderingen"]


def test_only_a_signed_publication_offers_a_signature() -> None:
    history = history_of((MEETING,))
    signed = replace(history, publications=(replace(history.last, signer="fictief"),))
    assert not any("handtekening" in link.title for link in last_of(history).downloads)
    assert any(link.address.endswith("publication.json.sig") for link in last_of(signed).downloads)
    assert last_of(signed).signer == "fictief"


def test_a_list_for_sha256sum_is_offered_only_where_there_is_one() -> None:
    history = history_of((MEETING,))
    first = replace(history, publications=(replace(history.last, proves_fields=False),))
    for page, listed in ((last_of(history), False), (last_of(first), True)):
        assert any(link.address.endswith("/SHA256SUMS") for link in page.downloads) is listed
        assert ("sha256sum SHA256SUMS" in shown(page)) is listed


def test_the_day_of_sealing_and_why_are_told_where_the_date_is_another() -> None:
    history = history_of((MEETING,))

    def told(day: PartialDate | None, why: str | None = None) -> str:
        publication = replace(history.last, sealed=day, date_note=why)
        found = re.search("Vastgelegd op ([^<]*)", shown(last_of(replace(history, publications=(publication,)))))
        return found[1].strip() if found else ""

    assert told(on("2026-03-02"), "Toen las een collega het na.") == "2 maart 2026. Toen las een collega het na."
    assert told(on("2026-03-02")) == "2 maart 2026."
    assert told(history.last.date) == told(None) == ""


def test_a_withdrawal_is_told_at_the_publication_that_anchored_it_and_before_that_on_the_overview() -> None:
    history = history_of((MEETING,))
    withdrawal = Withdrawal(
        name="2026-02-01", date=on("2026-02-01"), record=MEETING.id, ground="Fictief", decision="Fictief", files=()
    )
    waiting = replace(history, withdrawals=(withdrawal,))
    anchored = replace(waiting, publications=(replace(history.last, withdrawals=("2026-02-01",)),))
    assert [row.record.address for row in overview(waiting).withdrawals] == ["/vergaderingen/m-2020-06-15/versies/"]
    assert overview(anchored).withdrawals == ()
    assert [row.withdrawal.when for row in last_of(anchored).withdrawals] == ["1 februari 2026"]


def test_a_publication_stands_between_its_neighbours_under_its_number_and_day() -> None:
    pages = [*made(history_of((MEETING,), (MEETING, a_person()), (MEETING,))).values()]
    frames = {page.frame.title: page.frame for page in pages}
    middle = frames["Publicatie 2 (4 februari 2026)"]
    assert middle.previous
    assert middle.next
    assert (middle.previous.address, middle.next.address) == ("/publicaties/2026-01-05/", "/publicaties/2026-03-06/")
    assert middle.description == "Fictieve publicatie 2: 1 nieuw."


def test_the_page_shows_its_words_its_hashes_and_what_to_download() -> None:
    history = history_of((MEETING,), (replace(MEETING, date=on("2020-06-16")),))
    page = as_read(last_of(history), a_register(MEETING))
    first, last = history.publications
    for told in ("Fictieve publicatie 2", "Dit is verzonnen.", "1 verbeterd", last.hash, first.hash, last.root):
        assert told in page.words
    assert "Waarom m-2020-06-15 anders is." in page.words
    assert "Datum: eerst 15 juni 2020, nu 16 juni 2020" in page.words
    downloads = {
        f"/data/v1/publicaties/{last.name}/{name}" for name in ("publication.json", "notes.json", "state.json")
    }
    assert downloads <= page.leads_to("main")


def test_a_withdrawal_is_told_with_its_ground_and_its_decision() -> None:
    history = history_of((MEETING,))
    withdrawal = Withdrawal(
        name="2026-02-01", date=on("2026-02-01"), record=MEETING.id, ground="Recht", decision="Besluit 7", files=()
    )
    anchored = replace(
        history,
        withdrawals=(withdrawal,),
        publications=(replace(history.last, withdrawals=("2026-02-01",)),),
    )
    page = as_read(last_of(anchored), a_register(MEETING))
    assert "Ingetrokken op 1 februari 2026. Grond: Recht. Besluit: Besluit 7." in page.words


def test_a_page_of_no_single_record_is_named_by_its_section_and_day() -> None:
    named = ("/", "/cijfers/peildatum/2020-03-04/", "/toezeggingen/ambt/minister/", "/elders/", "/onderwerpen/ond-vis/")
    register = a_register(a_table(topics=(a_topic(id="ond-vis"),)))
    assert [name_of_page(address, register) for address in named] == [
        "Home",
        "Cijfers: 4 maart 2020",
        "Toezeggingen: minister",
        "Elders",
        label_of("ond-vis", register),
    ]


def test_pages_that_say_other_words_because_of_their_surroundings_are_listed() -> None:
    history = history_of((MEETING,), (replace(MEETING, conclusions=("Ja.",)),))
    first, second = history.publications
    history = replace(history, publications=(first, replace(second, added=("/nieuw/",))))
    renewed = ((1, "/vergaderingen/"), (2, "/vergaderingen/"), (2, "/vergaderingen/m-2020-06-15/"), (2, "/nieuw/"))
    found = kept(history, renewed)
    pages = (maker() for maker in publications.pages(history, found))
    page = next(page for page in pages if page.frame.address == f"/publicaties/{history.last.name}/")
    assert isinstance(page, PublicationPage)
    assert [(link.title, link.address) for link in page.renewed] == [
        ("Vergaderingen", "/publicaties/2026-02-04/stand/vergaderingen/")
    ]
