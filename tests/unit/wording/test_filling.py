"""Every field of every record says in Dutch what it is called, what goes in it, and whether it must be there."""

from dataclasses import MISSING, fields

import pytest

from lrt_site.model.facts import FieldSources
from lrt_site.model.fields import described, with_their_parts
from lrt_site.model.meetings import Attendance, Meeting
from lrt_site.model.people import Composition, Seat
from lrt_site.model.register import KINDS
from lrt_site.model.table import Site
from lrt_site.wording.filling import filled

TOLD = {
    (Attendance, "person"): "Persoon. Het kenmerk van een persoon.",
    (Attendance, "presence"): "Aanwezigheid. Kies uit: aanwezig, afwezig, vervangen, genodigd.",
    (Meeting, "id"): "Kenmerk. Een eigen kenmerk, van letters, cijfers en streepjes. Niets anders heet zo. Verplicht.",
    (Meeting, "source"): "Bron. Het kenmerk van een bron. Verplicht.",
    (Meeting, "also_source"): "Andere bronnen. Een lijst. Elke regel: het kenmerk van een bron.",
    (Meeting, "figures"): "Cijfers. Een lijst. Elke regel: het kenmerk van een cijfer.",
    (Meeting, "time"): "Tijd. Een tijd, zoals 10:30.",
    (Meeting, "verified"): "Geverifieerd. Schrijf true (ja) of false (nee). Zonder dit veld: ja.",
    (Meeting, "agenda"): "Agenda. Een lijst. Met eigen velden, voor een agendapunt.",
    (Meeting, "location"): "Plaats. Een paar woorden.",
    (Composition, "description"): "Omschrijving. Een of meer zinnen. Verplicht.",
    (Seat, "places"): "Aantal plaatsen. Een getal.",
    (Site, "report_error"): "Fouten melden bij. Een e-mailadres of een webadres.",
    (FieldSources, "fields"): "Waarover. Een lijst. Elke regel: de naam van een veld hiernaast, zoals date. Verplicht.",
}


@pytest.mark.parametrize(("kind", "name"), TOLD)
def test_what_goes_in_a_field_is_told(kind: type, name: str) -> None:
    assert filled(kind, name) == TOLD[kind, name]


def test_of_every_field_more_is_told_than_its_name() -> None:
    kinds = with_their_parts(KINDS.values())
    bare = [(kind.__name__, name) for kind in kinds for name in described(kind) if filled(kind, name).count(".") < 2]
    assert bare == []


def test_what_must_be_there_is_told_of_nothing_else() -> None:
    for kind in with_their_parts(KINDS.values()):
        must = {field.name for field in fields(kind) if field.default is field.default_factory is MISSING}
        assert {name for name in described(kind) if filled(kind, name).endswith("Verplicht.")} == must
