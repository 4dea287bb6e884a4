"""Words that were taken back are told with their ground, the decision and where they stood."""

from dataclasses import replace

from lrt_site.model.publications import Withdrawal
from lrt_site.pages.publications.withdrawals import WithdrawalView, withdrawal_from, withdrawal_view
from tests.builders import a_history, a_meeting, a_register, an_agenda_item, on

WITHDRAWAL = Withdrawal(
    name="2026-02-01", date=on("2026-02-01"), record="m-2020-06-15", ground="Recht", decision="Besluit 7", files=()
)
HISTORY = a_history(a_register(a_meeting(agenda=(an_agenda_item(), an_agenda_item(title="Boten")))))
(VERSION,) = HISTORY.versions("m-2020-06-15")
REGISTER = HISTORY.state(HISTORY.last)


def test_a_withdrawal_tells_when_on_what_ground_and_by_which_decision() -> None:
    assert withdrawal_view(WITHDRAWAL, ("tekst",)) == WithdrawalView(
        "1 februari 2026", "Recht", "Besluit 7", ("tekst",)
    )


def test_where_words_stood_is_told_in_words_and_once() -> None:
    extent = ("agenda[1].title", "agenda[1].discussed[0]", "agenda[1].discussed[2]", "body")
    view = withdrawal_from(replace(VERSION, withdrawal=WITHDRAWAL, extent=extent), REGISTER)
    assert view
    assert view.fields == ("titel bij punt 2 ‘Boten’", "besproken bij punt 2 ‘Boten’", "tekst")


def test_a_version_of_which_nothing_was_taken_has_no_withdrawal() -> None:
    assert withdrawal_from(VERSION, REGISTER) is None
