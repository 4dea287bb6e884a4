"""Records and pages that several tests of this folder make."""

from dataclasses import replace
from datetime import date
from typing import Any

from lrt_site.model.provinces import LabelledValue, ProvincialFigures, ProvincialTable
from lrt_site.model.register import Register
from lrt_site.pages.provinces import province, provinces
from lrt_site.pages.provinces.province import ProvincePage
from lrt_site.pages.provinces.provinces import ProvincesPage
from tests.builders import SOURCE, a_register

AS_OF = date(2026, 11, 27)


def overview(register: Register) -> ProvincesPage:
    page = next(iter(provinces.pages(register, AS_OF)))
    made = page() if callable(page) else page
    assert isinstance(made, ProvincesPage)
    return made


def page_of(table: ProvincialTable, register: Register | None = None) -> ProvincePage:
    return province.page(register or a_register(table), table, (None, None), AS_OF)


def figures(*values: LabelledValue, **changes: Any) -> ProvincialFigures:
    made = ProvincialFigures(title="Fictieve opgave", unit="plekken", values=values, source=SOURCE)
    return replace(made, **changes)


def asked(value: int, **changes: Any) -> LabelledValue:
    return replace(LabelledValue(label="gevraagd", value=value), **changes)
