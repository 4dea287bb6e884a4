"""Whole numbers that can be true: none below what one can count, none beyond what a year or a table holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from itertools import product

from lrt_site.model.fields import described
from lrt_site.model.figures import Series
from lrt_site.model.numbers import exact, in_dutch
from lrt_site.model.register import Register
from lrt_site.problems import Fault


def numbers_are_within_reason(register: Register) -> Iterator[Fault]:
    """A number of meetings a year, or of places, is one at least and not beyond what there can be."""
    for kind, parts in register.parts.items():
        bounded = {name: field.most for name, field in described(kind).items() if field.most}
        for (field, most), (record, at, part) in product(bounded.items(), parts):
            number = getattr(part, field)
            if number is not None and not 1 <= number <= most:
                message = (
                    f"{in_dutch(number)} kan niet kloppen: het ligt niet tussen 1 en {most}. Verbeter het getal. "
                    f"Noemt de bron geen aantal? Laat '{field}' dan weg."
                )
                yield Fault(record.id, (*at, field), "implausible-number", message)


def counts_are_not_below_zero(register: Register) -> Iterator[Fault]:
    """What is counted is nothing at least; only what its part calls a difference lies below zero."""
    for series in register.all(Series).values():
        target = series.target
        counted = {None, *astuple(target)} - {target.balance} if target else {None}
        for index, observation in enumerate(series.observations):
            if observation.part in counted and exact(observation.value) < 0:
                message = (
                    f"{in_dutch(observation.value)} kan geen aantal zijn: het is minder dan nul. Hoort het minteken er "
                    f"niet? Schrijf '{str(observation.value).removeprefix('-')}'. Is het een verschil? Schrijf dat dan "
                    "bij 'part', bijvoorbeeld: saldo."
                )
                at = ("observations", index, "value")
                right = str(observation.value).removeprefix("-")
                yield Fault(series.id, at, "implausible-number", message, instead=right.replace(".", ","))
