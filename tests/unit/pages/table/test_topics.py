"""The overview of subjects says of each what it means and how much there is about it."""

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.pages.table import topics
from lrt_site.pages.table.topics import TopicsPage
from tests.builders import a_meeting, a_register, a_series, an_agenda_item, an_output


def test_each_subject_that_something_touches_leads_to_its_page() -> None:
    about = an_agenda_item(topic="ond-fictief")
    register = a_register(a_meeting(agenda=(about, about)), an_output(content="Over fictie."), a_series(theme="fictie"))
    overview, subject = topics.pages(register, GapsOnDay(register, register.site.sources_checked_on.latest))
    page = overview()
    assert isinstance(page, TopicsPage)
    (row,) = page.rows
    assert row.link.address == subject.address == "/onderwerpen/ond-fictief/"
    assert page.frame.description == "De tafel spreekt over fictie."
    assert row.known == "brieven en besluiten: 1, cijferreeksen: 1, vergaderingen: 1"


def test_nothing_is_made_where_nothing_touches_a_subject() -> None:
    register = a_register()
    assert not [*topics.pages(register, GapsOnDay(register, register.site.sources_checked_on.latest))]
