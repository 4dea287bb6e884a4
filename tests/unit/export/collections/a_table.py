"""A made-up table with a column of every type, and one that refers to it."""

from datetime import date

from lrt_site.model.numbers import DecimalNumber
from lrt_site.relations.tables import ColumnHeading, DataTable

TABLE = DataTable(
    name="toezegging",
    about="verzonnen toezeggingen",
    key=("id",),
    headings=(
        ColumnHeading(name="id", type="text", about="kenmerk", required=True),
        ColumnHeading(name="titel", type="text", about="titel", read=True),
        ColumnHeading(name="aantal", type="integer", about="aantal"),
        ColumnHeading(name="waarde", type="number", about="waarde"),
        ColumnHeading(name="open", type="boolean", about="of zij open is", required=True),
        ColumnHeading(name="dag", type="date", about="dag"),
    ),
    rows=(
        ("a", "Eén; twee", 1200, DecimalNumber("96.40"), True, date(2020, 6, 2)),
        ("b", "=SOM(A1)", None, None, False, None),
    ),
)
PARTS = DataTable(
    name="onderdeel",
    about="verzonnen onderdelen",
    key=("row",),
    headings=(
        ColumnHeading(name="row", type="text", about="kenmerk van de rij", required=True),
        ColumnHeading(name="record", type="text", about="kenmerk", required=True, refers_to=("toezegging", "id")),
        ColumnHeading(name="soort", type="text", about="soort", choices=("deel", "geheel")),
        ColumnHeading(name="tekst", type="text", about="tekst", read=True),
    ),
    rows=(("a/1", "a", "deel", "De fractie van Sint-Jan vroeg het café."),),
)
