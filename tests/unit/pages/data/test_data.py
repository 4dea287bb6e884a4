"""The page about the data: what there is, and lines with which it is loaded."""

import re

from lrt_site.pages.data import data
from lrt_site.pages.data.data import DataPage
from tests.builders import a_meeting, a_register, a_site, an_agenda_item


def made() -> DataPage:
    (make,) = data.pages(a_register(a_site(address="https://fictief.example/"), a_meeting(agenda=(an_agenda_item(),))))
    page = make()
    assert isinstance(page, DataPage)
    return page


def test_it_counts_records_and_rows() -> None:
    said = r"Alles op deze site staat ook in \d+ tabellen met gegevens: 4 onderdelen en \d+ rijen\."
    assert re.match(said, made().frame.description)


def test_a_kind_leads_to_its_table_in_every_form_and_to_its_parts() -> None:
    (meetings,) = [table for table in made().tables if table.title == "Vergaderingen"]
    assert meetings.rows == "1 rij"
    assert [link.address.partition(".")[2] for link in meetings.forms] == ["csv", "excel.csv", "json", "parquet"]
    assert [(link.title, link.address) for link in meetings.parts] == [
        ("agenda", "/data/v1/tabellen/meeting_agenda.csv")
    ]


def test_a_kind_of_which_there_is_none_is_named_as_such() -> None:
    assert "Toezeggingen" in made().empty


def test_the_lines_name_the_address_of_this_site() -> None:
    assert all("https://fictief.example/data/v1/tabellen/" in example.lines for example in made().examples)
