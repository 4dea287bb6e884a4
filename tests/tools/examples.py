"""Examples that broke a law once: what `make fuzz` finds is kept as text, and every later run of that law tries it."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import Phase, settings
from hypothesis.database import ExampleDatabase, choices_from_bytes, choices_to_bytes

KEPT = Path(__file__).parents[1] / "property/examples"

Choice = bool | int | float | str | bytes
"""What Hypothesis drew: the whole example follows from all choices in their order."""


@dataclass(frozen=True, slots=True)
class Example:
    """An input that a test was red for."""

    test: str
    """Its name, as pytest writes it."""
    said: tuple[str, ...]
    """The input in words, to read; it is made of the choices."""
    choices: tuple[Choice, ...]

    @property
    def name(self) -> str:
        """The name of its file."""
        function = self.test.rpartition("::")[2].partition("[")[0]
        return f"{function}-{sha256(f'{self.test}{self.choices!r}'.encode()).hexdigest()[:8]}.json"


def keep(example: Example, folder: Path = KEPT) -> Path:
    """Write an example to a file of its own."""
    path = folder / example.name
    folder.mkdir(parents=True, exist_ok=True)
    told = {"test": example.test, "said": example.said, "choices": [_written(choice) for choice in example.choices]}
    path.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return path


def kept(folder: Path = KEPT) -> tuple[Example, ...]:
    """All examples that were kept, in order of file."""
    told = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json")))
    return tuple(
        Example(item["test"], tuple(item["said"]), tuple(_read(choice) for choice in item["choices"])) for item in told
    )


def try_again(test: Callable[..., Any], examples: Iterable[Example], arguments: dict[str, Any]) -> None:
    """Run a law with these examples alone; it raises where one of them still breaks it."""
    again = tuple(choices_to_bytes(example.choices) for example in examples)
    if again:
        with _tried_with(test, settings(_settings_of(test), derandomize=False, database=_Given(again), phases=_AGAIN)):
            test(**arguments)


class Found(ExampleDatabase):
    """Remembers the smallest examples that broke the law under test."""

    def __init__(self) -> None:
        super().__init__()
        self._smallest: set[tuple[bytes, bytes]] = set()

    def fetch(self, key: bytes) -> Iterator[bytes]:
        yield from (value for other, value in sorted(self._smallest) if other == key)

    def save(self, key: bytes, value: bytes) -> None:
        self._smallest.add((key, value))

    def delete(self, key: bytes, value: bytes) -> None:
        self._smallest.discard((key, value))

    def forget(self) -> None:
        """Begin anew, for another law."""
        self._smallest.clear()

    @property
    def choices(self) -> tuple[tuple[Choice, ...], ...]:
        """The choices of each example: one for each way in which the law breaks."""
        smallest = (value for key, value in sorted(self._smallest) if not key.endswith((b".secondary", b".pareto")))
        return tuple(choices for value in smallest if (choices := choices_from_bytes(value)) is not None)


class _Given(ExampleDatabase):
    """These examples, whatever the law, and never others."""

    def __init__(self, values: tuple[bytes, ...]) -> None:
        super().__init__()
        self._values = values

    def fetch(self, key: bytes) -> Iterator[bytes]:
        yield from () if key.endswith((b".secondary", b".pareto")) else self._values

    def save(self, key: bytes, value: bytes) -> None:
        """Nothing is added."""

    def delete(self, key: bytes, value: bytes) -> None:
        """Nothing goes."""


_AGAIN = (Phase.reuse,)


def _settings_of(test: Any) -> settings:
    held: settings = test._hypothesis_internal_use_settings
    return held


@contextmanager
def _tried_with(test: Any, other: settings) -> Iterator[None]:
    """Other settings for a law, as a plugin of Hypothesis gives them, for as long as the block lasts."""
    before = _settings_of(test), test._hypothesis_internal_use_seed
    test._hypothesis_internal_use_settings, test._hypothesis_internal_use_seed = other, 0
    try:
        yield
    finally:
        test._hypothesis_internal_use_settings, test._hypothesis_internal_use_seed = before


def _written(choice: Choice) -> object:
    if isinstance(choice, float):
        return {"float": choice.hex()}
    return {"bytes": choice.hex()} if isinstance(choice, bytes) else choice


def _read(told: Any) -> Choice:
    if isinstance(told, dict):
        return float.fromhex(told["float"]) if "float" in told else bytes.fromhex(told["bytes"])
    choice: Choice = told
    return choice
