"""How laws are tried: `make test` draws the same examples everywhere, `make fuzz` others each time."""

from collections.abc import Generator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings
from hypothesis.database import DirectoryBasedExampleDatabase, MultiplexedDatabase
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from tests.tools.examples import KEPT, Example, Found, keep, kept, try_again

_FOUND = Found()
_USUAL = settings.get_profile("default")
"""Not that of CI, which Hypothesis takes by itself where it sees one."""

# No deadline, and no check of the time that drawing takes: a slow machine is not a fault.
settings.register_profile(
    "house",
    _USUAL,
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=15,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "fuzz",
    _USUAL,
    deadline=None,
    derandomize=False,
    database=MultiplexedDatabase(DirectoryBasedExampleDatabase(".hypothesis/fuzz"), _FOUND),
    max_examples=500,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fuzz", action="store_true", help="try laws at random, and keep what breaks them")
    parser.addoption("--order", type=int, help="try them in an order that follows from this number")
    parser.addoption("--kept", type=Path, default=KEPT, help="the folder of examples that were kept")


def pytest_configure(config: pytest.Config) -> None:
    fuzz = config.getoption("--fuzz")
    settings.load_profile("fuzz" if fuzz else "house")
    if not fuzz:
        _draw_the_same_whatever_was_imported()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if (order := config.getoption("--order")) is not None:
        Random(order).shuffle(items)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Before a law is tried with new examples, those that broke it once."""
    if is_hypothesis_test(pyfuncitem.obj):
        examples = (
            example for example in kept(pyfuncitem.config.getoption("--kept")) if example.test == pyfuncitem.nodeid
        )
        arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
        try_again(pyfuncitem.obj, examples, arguments)
        _FOUND.forget()
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep what broke a law while it was tried at random."""
    if call.excinfo and call.when == "call" and item.config.getoption("--fuzz"):
        said = tuple(_said(call.excinfo.value))
        for choices in _FOUND.choices:
            keep(Example(item.nodeid, said, choices), item.config.getoption("--kept"))
    return (yield)


def _said(error: BaseException) -> list[str]:
    """The lines in which Hypothesis says what it found."""
    inner = (
        [line for exception in error.exceptions for line in _said(exception)]
        if isinstance(error, BaseExceptionGroup)
        else []
    )
    return [line for note in getattr(error, "__notes__", []) for line in note.splitlines()] + inner


def _draw_the_same_whatever_was_imported() -> None:
    """Hypothesis draws texts and numbers from the code of all modules that were imported by then; here from none."""
    known: Any = providers
    assert callable(known._get_local_constants)
    none = Constants()
    known._get_local_constants = lambda: none
