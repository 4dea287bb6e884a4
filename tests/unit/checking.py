"""What a rule tells of made-up records, in a form that a test can compare."""

from collections.abc import Callable, Iterator

from lrt_site.model.register import Record, Register
from lrt_site.problems import Fault
from tests.builders import a_register

Rule = Callable[[Register], Iterator[Fault]]


def told(rule: Rule, *records: Record) -> list[tuple[str, tuple[str | int, ...], str]]:
    """The record, the field and the code of every fault."""
    return [(fault.record, fault.at, fault.code) for fault in rule(a_register(*records))]


def codes(rule: Rule, *records: Record) -> list[str]:
    """The code of every fault."""
    return [code for *_, code in told(rule, *records)]
