"""docs/ to the handbook: the only module that knows MkDocs, which builds it with Material's style sheet.

MkDocs loads this file as a hook too (see mkdocs.yml), so that `mkdocs build` alone makes the same pages.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from lrt_site import builtin
from lrt_site.problems import Problem

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

CONFIGURATION = "mkdocs.yml"
DOCUMENTS = "docs"
_HOOK = "lrt_site/handbook.py"
"""How a project's configuration may name this file, for `mkdocs build` alone. Other projects need not."""

_TOKENS = re.compile(r"^:root \{[^}]*\}|^@media \(prefers-color-scheme: dark\) \{\s*:root \{[^}]*\}\s*\}", re.MULTILINE)
_LEFT_OUT = re.compile(r"sitemap\.xml$|assets/(images|javascripts)/|assets/stylesheets/(?!main\.[^/]*\.css$)")
_LINK = r"Doc file '(?P<page>[^']+)' contains an? (absolute |unrecognized relative )?link '(?P<link>[^']+)'"
_SENTENCES = (
    (rf"{_LINK}, but the target", "handbook-link", "Er is geen pagina '{link}' in het handboek."),
    (rf"{_LINK}, but ", "handbook-anchor", "Er is geen kop waar '{link}' naar wijst."),
    (
        rf"{_LINK}, it was left as is",
        "handbook-link",
        "Schrijf '{link}' als pad naar een .md-bestand, gerekend vanaf deze pagina.",
    ),
    (
        r"A reference to '(?P<link>[^']+)' is included in the 'nav'",
        "handbook-nav",
        "Het menu noemt '{link}', maar die pagina is er niet.",
    ),
)
_HINT = re.compile(r"Did you mean '([^']+)'\?")
_NOT_IN_NAV = "The following pages exist in the docs directory, but are not"


def sources(project: Path) -> tuple[Path, ...]:
    """What the handbook of a project is made from; nothing where the project has no handbook."""
    documents, configuration = project / DOCUMENTS, project / CONFIGURATION
    return (documents, configuration) if documents.is_dir() and configuration.is_file() else ()


def build(project: Path, into: Path, *, site_url: str | None = None) -> tuple[Problem, ...]:
    """Build the handbook of the project into a folder, which is emptied first.

    The same project gives the same bytes, whatever the day. What MkDocs would print comes back as problems;
    with a problem the folder may be incomplete.
    """
    from mkdocs.commands.build import build as build_documentation
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    configuration = str(project / CONFIGURATION)
    with _heard() as messages:
        try:
            config = load_config(
                configuration,
                config_file_path=configuration,
                site_dir=str(into),
                site_url=site_url,
                strict=True,
            )
            if not any(name.endswith(_HOOK) for name in config.hooks):
                config.plugins[_HOOK] = sys.modules[__name__]  # type: ignore[assignment]
            config.plugins.on_startup(command="build", dirty=False)
            build_documentation(config)
            config.plugins.on_shutdown()
        except MkDocsException as error:
            if not messages:
                messages.append(error.message)
        except UnicodeDecodeError:
            # MkDocs has named the file in its log.
            pass
    problems = (problem for message in messages for problem in _problems(message, project))
    return tuple(sorted(set(problems)))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A hook of MkDocs: our frame around the pages, no sitemap and no page for missing addresses.

    Both belong to the site as a whole, and MkDocs would write the day of the build into the sitemap.
    """
    config.theme.static_templates.clear()
    project = Path(config.config_file_path).parent
    frames = [str(folder / "handbook") for folder in reversed(builtin.template_folders(project))]
    after = int(config.theme.custom_dir is not None)
    config.theme.dirs[after:after] = [frame for frame in frames if frame not in config.theme.dirs]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """A hook of MkDocs: of Material only the style sheet, and the public site's colours beside it."""
    from mkdocs.structure.files import File

    for file in [file for file in files if _LEFT_OUT.match(file.src_uri)]:
        files.remove(file)
    folders = builtin.template_folders(Path(config.config_file_path).parent)
    styles = next(path for folder in reversed(folders) if (path := folder / builtin.STYLES).is_file())
    tokens = _TOKENS.findall(styles.read_text("utf-8"))
    files.append(File.generated(config, "assets/stylesheets/tokens.css", content="\n".join(tokens) + "\n"))
    config.extra["style_sheets"] = sorted(file.url for file in files if file.src_uri.startswith("assets/stylesheets/"))
    return files


class _Listener(logging.Handler):
    """Keeps what is worth telling."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collect MkDocs' warnings and errors, which would otherwise go to the terminal."""
    logger = logging.getLogger("mkdocs")
    listener = _Listener()
    propagate = logger.propagate
    logger.propagate = False
    logger.addHandler(listener)
    try:
        yield listener.messages
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate


def _problems(message: str, project: Path) -> Iterator[Problem]:
    if message.startswith(_NOT_IN_NAV):
        sentence = f"Deze pagina staat niet in het menu. Zet haar onder 'nav' in {CONFIGURATION}."
        for page in re.findall(r"^  - (.+)$", message, re.MULTILINE):
            yield _placed(project, f"docs/{page}", "", "handbook-nav", sentence)
        return
    for pattern, code, sentence in _SENTENCES:
        if match := re.match(pattern, message):
            found = match.groupdict()
            file = f"docs/{found['page']}" if "page" in found else CONFIGURATION
            hint = _HINT.search(message)
            suggestion = f" Bedoelde u '{hint[1]}'?" if hint else ""
            yield _placed(project, file, found["link"], code, sentence.format(**found) + suggestion)
            return
    sentence = f"Het handboek kan niet worden gemaakt. MkDocs meldt: {message}"
    yield _placed(project, CONFIGURATION, "", "handbook-build", sentence)


def _placed(project: Path, file: str, text: str, code: str, message: str) -> Problem:
    """Put a problem on the first line of the file that holds the text, or on the first line of all."""
    lines = (project / file).read_text(encoding="utf-8", errors="replace").splitlines() if text else []
    for number, line in enumerate(lines, start=1):
        if text in line:
            return Problem(PurePosixPath(file), number, line.index(text) + 1, code, message)
    return Problem(PurePosixPath(file), 1, 1, code, message)
