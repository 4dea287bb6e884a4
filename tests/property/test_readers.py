"""Laws of all that reads what others wrote: no bytes make it fall over, and no arguments make a command do so."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from lrt_site import files
from lrt_site.cli import main
from tests.tools.hostile import PAYLOADS
from tests.tools.readers import READERS, beginnings
from tests.tools.small import SMALL

TOKENS = (
    "---\n", "id: ", "- ", ": ", "\n", "\n  ", "[", "](", ")", "{", "}", "|", ">", "#", '"', "'", ",", "&a ", "*a ",
    "!", "~", "`", "<", "&amp;", "2021-12-20", "T01234", "XVI, A", "\u202e", "\x00", "\ufeff", "\ud800",
)  # fmt: skip
"""What means something to one reader or another."""
ATTACKS = sorted({text for found in PAYLOADS.values() for text in found})
WRITTEN = st.lists(st.sampled_from(TOKENS) | st.sampled_from(ATTACKS)).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)

COMMANDS = ("check", "diff", "verify", "publish", "withdraw", "anchor", "rappel")
WORDS = (
    "--date", "--draft", "--words", "--ground", "--decision", "--known", "--format", "--resume", "--repeat", "--first",
    "--as-of", "--redo", "-h", "json", "github", "2026-01-15", "m-2025-03-11", "site", "content",
)  # fmt: skip
ARGUMENTS = st.lists(
    st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
    max_size=6,
)


@pytest.mark.parametrize("reader", READERS)
@given(data=st.binary() | WRITTEN)
@example(b"~")
@example(b"\n-\n")
@example(b'""')
@example(b"!")
def test_no_bytes_make_a_reader_fall_over(reader: str, data: bytes) -> None:
    READERS[reader](data)


@pytest.mark.parametrize("reader", READERS)
@given(st.data())
def test_no_change_to_what_is_sound_makes_a_reader_fall_over(reader: str, data: st.DataObject) -> None:
    sound = data.draw(st.sampled_from(beginnings()[reader]))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(sound))] * 2)))
    READERS[reader](sound[:start] + data.draw(st.binary(max_size=8) | WRITTEN) + sound[end:])


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The content of a project, in which the commands are given."""
    project = tmp_path_factory.mktemp("project")
    files.write(project / "content", SMALL)
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(project)
        yield project / "content"


@pytest.mark.parametrize("command", COMMANDS)
@given(arguments=ARGUMENTS)
def test_no_arguments_make_a_command_fall_over(command: str, content: Path, arguments: Sequence[str]) -> None:
    outcome = CliRunner().invoke(main, [command, "--content", str(content), *arguments])
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), outcome.exc_info
    assert outcome.exit_code in (0, 1, 2)
