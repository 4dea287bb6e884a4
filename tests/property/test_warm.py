"""A build that finds what others made gives the bytes of one that makes everything itself, whatever was edited."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from lrt_site import cache_folder, pipeline
from lrt_site.cache_folder import CacheFolder
from lrt_site.caching import NO_CACHES, Caches
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.sitemap import clock
from lrt_site.sitemap import states as published
from tests import builders
from tests.builders import TOKEN, a_ledger, carried_out, history_in
from tests.property.test_editions import EDITS, TEMPLATES, WHOLE, Edit

SECRET = "Geheimstra"
FIRST = builders.a_register(*WHOLE.records.values(), builders.a_person(id="p-geheim", name=f"F. {SECRET}"))


class Project:
    """What a site is made from, as editors and developers leave it."""

    def __init__(self) -> None:
        self.register = FIRST
        self.ledger = a_ledger(FIRST, addresses=published.addresses)
        self.templates = dict(TEMPLATES)
        self.as_of: date | None = None
        self.code = 0

    def publish(self, edit: Edit, number: int) -> None:
        """Change a record and publish it, if that is a change."""
        register = edit(self.register, number)
        if register.records != self.register.records:
            self.register = register
            self.ledger = a_ledger(register, before=self.ledger, addresses=published.addresses)

    def withdraw(self) -> None:
        """Take a name back, once."""
        history = history_in(self.ledger)
        if history.withdrawals or "p-geheim" not in self.register.records:
            return
        day = history.last.date
        made, added = withdrawn(
            self.ledger, history, "p-geheim", (SECRET,), ground="privacy", decision="fictief", on=day, token=TOKEN
        )
        self.ledger = carried_out(self.ledger, made, added)

    def put_in_a_template(self, number: int) -> None:
        """Change the template that all pages are built on."""
        name = "base.html.jinja"
        self.templates[name] = TEMPLATES[name].replace("<main", f"<p>Proef {number}</p><main", 1)

    def speak_on(self, number: int) -> None:
        """Let the site speak on another day."""
        self.as_of = date(2026, 6, 1 + number % 28)

    def write_code(self, number: int) -> None:
        """Change what a function of the program says."""
        self.code = number

    def made(self, caches: Caches) -> Mapping[str, str | bytes]:
        """The whole site."""
        still = clock._still

        with ExitStack() as changed:
            changed.enter_context(patch.object(clock, "_still", lambda history: f"{still(history)} {self.code}"))
            changed.enter_context(patch.object(cache_folder, "_program", lambda: str(self.code)))
            built = pipeline.build(
                pipeline.Sources({}, self.ledger, self.templates, {}, PurePosixPath("fictief")),
                as_of=self.as_of,
                caches=caches,
            )
        assert built.problems == ()
        return built.files


Step = Callable[[Project], Any]


def step(deed: Callable[..., None], *given: object) -> Step:
    return lambda project: deed(project, *given)


NUMBERS = st.integers(0, 40)
STEPS = st.lists(
    st.one_of(
        st.builds(partial(step, Project.publish), st.sampled_from(EDITS), NUMBERS),
        st.builds(partial(step, Project.publish), st.sampled_from(EDITS), NUMBERS),
        st.builds(partial(step, Project.withdraw)),
        st.builds(partial(step, Project.put_in_a_template), NUMBERS),
        st.builds(partial(step, Project.speak_on), NUMBERS),
        st.builds(partial(step, Project.write_code), NUMBERS),
    ),
    min_size=1,
    max_size=4,
)


EACH = (
    step(Project.publish, EDITS[8], 3),
    step(Project.put_in_a_template, 1),
    step(Project.speak_on, 4),
    step(Project.write_code, 1),
    step(Project.withdraw),
)
"""One step of every kind: a new title of the site, so that all pages say other words, and then all else that can be."""


@settings(max_examples=1)
@example(EACH)
@given(STEPS)
def test_warm_and_cold_are_the_same_bytes(steps: Sequence[Step]) -> None:
    project = Project()
    with TemporaryDirectory() as folder:
        root = Path(folder, "cache")
        project.made(CacheFolder(root))
        for change in steps:
            change(project)
            caches = CacheFolder(root)
            assert project.made(caches) == project.made(NO_CACHES)
            caches.settle(project.ledger)


def test_withdrawn_words_are_in_no_cache_after_the_next_build() -> None:
    project = Project()
    with TemporaryDirectory() as folder:
        root = Path(folder, "cache")
        project.made(CacheFolder(root))
        assert holding(SECRET, root)
        project.withdraw()
        project.made(CacheFolder(root))
        assert not holding(SECRET, root)


def holding(words: str, root: Path) -> list[Path]:
    """The files below a folder that have these words."""
    return [path for path in root.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def test_nothing_is_made_twice() -> None:
    project = Project()
    project.publish(EDITS[4], 3)
    with TemporaryDirectory() as folder:
        root = Path(folder, "cache")
        first = project.made(CacheFolder(root))
        with patch("lrt_site.render.Renderer.page", side_effect=AssertionError("a page was made again")):
            assert project.made(CacheFolder(root)) == first
