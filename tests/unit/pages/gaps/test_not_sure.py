"""What is not sure is counted, with a link to each."""

from lrt_site.model.portions import ROWS
from lrt_site.pages.gaps import not_sure
from tests.builders import SOURCE, a_meeting, a_mention, a_person, a_register, a_role, a_source, on
from tests.tools.rendering import as_read


def test_what_is_not_sure_is_counted_with_a_link_to_each() -> None:
    page = not_sure.page(
        a_register(
            a_meeting(verified=False),
            a_source(id="s-weg", found=False, date=on("2020")),
            a_mention(),
            a_person(roles=(a_role(verified=False),)),
        )
    )
    counted = {uncertain.anchor: [link.address for link in uncertain.links] for uncertain in page.counted}
    assert counted["niet-teruggevonden"] == ["/bronnen/s-weg/"]
    assert counted["losse-vermeldingen"] == ["/vermeldingen/#ver-fictief"]
    assert {"/deelnemers/p-fictief/", "/vergaderingen/m-2020-06-15/"} <= {*counted["niet-geverifieerd"]}
    assert f"/bronnen/{SOURCE}/" in counted["zonder-datum"]


def test_what_is_counted_is_listed_up_to_what_one_page_has_room_for() -> None:
    register = a_register(*(a_source(id=f"s-{place}") for place in range(ROWS)))
    page = not_sure.page(register)
    counted = next(group for group in page.counted if group.anchor == "zonder-datum")
    assert (counted.total, len(counted.links)) == (ROWS + 1, ROWS)
    assert f"toon de eerste {ROWS} van {ROWS + 1}" in as_read(page, register).words


def test_it_begins_with_something_that_is_not_sure() -> None:
    lost = a_source(id="s-weg", found=False, title="Een brief")
    begins = [not_sure.page(a_register(*records)).frame.description for records in ((a_mention(), lost), (lost,), ())]
    assert begins[0].startswith(f"Nog niet bevestigd is onder meer: {a_mention().text} Niet geverifieerd: ")
    assert begins[1].startswith("Niet teruggevonden is onder meer deze bron: Een brief. ")
    assert begins[2].startswith("Niet geverifieerd: ")
