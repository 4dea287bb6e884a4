"""Requests for information stand on one page, the newest first, and never name a person who asked."""

from collections.abc import Mapping
from datetime import date

import pytest

from lrt_site import urls
from lrt_site.checks import dates, unknown
from lrt_site.model.facts import Party
from lrt_site.model.information_requests import ReleasedDocument, Requester
from lrt_site.pages.gaps.information_requests import SECTION
from tests.builders import a_register, an_information_request, an_organisation, on
from tests.tools.rendering import pages_of
from tests.unit.checking import codes, told

BODY = an_organisation(id="org-bond", name="Bond van Verzinsels", short="BvV")
REFUSED = an_information_request(
    id="iv-bond", requester=Requester(organisation="org-bond"), asked="De bond vroeg om cijfers.",
    asked_on=on("2022-05"), decided_on=on("2022-07-01"), decision="geweigerd", law="Wet op fictie",
)  # fmt: skip
PARTLY = an_information_request(
    asked_of=Party(organisation="org-bond"), decision="deels openbaar",
    documents=(
        ReleasedDocument(title="Een brief", url="https://fictief.example/brief"), ReleasedDocument(title="Een nota"),
    ),
)  # fmt: skip
UNDATED = an_information_request(id="iv-ooit", asked="Iemand vroeg ooit iets.", asked_on=None)
REGISTER = a_register(BODY, PARTLY, UNDATED, REFUSED)


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    return pages_of(REGISTER)


@pytest.fixture
def page(pages: Mapping[str, str]) -> str:
    return pages[SECTION]


def test_the_answer_comes_first(page: str) -> None:
    assert (
        '<p class="lead">Het nieuwste verzoek met een datum is van mei 2022. Het besluit: geweigerd, op 1 juli 2022. '
        "De bond vroeg om cijfers.</p>"
    ) in page
    undated = pages_of(a_register(UNDATED))[SECTION]
    assert '<p class="lead">Wij kennen 1 verzoek, zonder datum.</p>' in undated


def test_the_newest_stands_first_and_what_has_no_date_last(page: str) -> None:
    assert page.index('id="iv-bond"') < page.index('id="iv-fictief"') < page.index('id="iv-ooit"')


def test_a_request_tells_who_asked_whom_what_and_what_came_of_it(page: str) -> None:
    assert page.count(f'<a href="../deelnemers/{BODY.id}/">Bond van Verzinsels</a>') == 2
    for words in ("een journalist", "het fictieve ministerie", "Wet op fictie", "deels openbaar", "Een nota"):
        assert words in page
    assert '<a href="https://fictief.example/brief">Een brief</a><sup class="ref">' in page
    assert 'Een nota<sup class="ref">' in page


def test_the_page_of_gaps_leads_to_it_where_there_are_any(pages: Mapping[str, str]) -> None:
    assert 'href="../informatieverzoeken/"' in pages[urls.GAPS]
    without = pages_of(a_register())
    assert SECTION not in without
    assert "informatieverzoeken" not in without[urls.GAPS]


def test_a_requester_is_an_organisation_or_a_kind_of_requester() -> None:
    refused = "niet allebei en niet geen van beide"
    with pytest.raises(ValueError, match=refused):
        Requester()
    with pytest.raises(ValueError, match=refused):
        Requester(organisation="org-bond", kind="een journalist")
    nobody = an_information_request(requester=Requester(organisation="org-weg"))
    assert told(unknown.references_are_known, nobody) == [
        (nobody.id, ("requester", "organisation"), "unknown-organisation")
    ]


def test_what_was_not_decided_has_no_day_and_what_was_not_given_no_documents() -> None:
    with pytest.raises(ValueError, match="laat 'decided_on' weg"):
        an_information_request(decision="nog niet beslist", decided_on=on("2022"))
    for decision in ("nog niet beslist", "geweigerd"):
        with pytest.raises(ValueError, match="laat 'documents' weg"):
            an_information_request(decision=decision, documents=PARTLY.documents)


def test_a_decision_comes_after_its_request() -> None:
    an_information_request(asked_on=on("2022-07"), decided_on=on("2022-07-01"), decision="openbaar")
    with pytest.raises(ValueError, match="ligt voor het verzoek"):
        an_information_request(asked_on=on("2022-07-02"), decided_on=on("2022-07-01"), decision="openbaar")


def test_a_request_lies_in_the_past() -> None:
    late = an_information_request(asked_on=on(str(date.max.year)))
    assert codes(dates.the_past_is_past, late) == ["in-the-future"]
