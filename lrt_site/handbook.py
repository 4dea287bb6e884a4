"""docs/ to the handbook: the only module that knows MkDocs.

MkDocs loads this file as a hook too (see mkdocs.yml), so that `mkdocs build` alone makes the same pages.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from lrt_site import builtin, folders, tabling, templating
from lrt_site.problems import Problem
from lrt_site.styling import served

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

CONFIGURATION = builtin.PROJECT_HANDBOOK.name
DOCUMENTS = "docs"
_HOOK = "lrt_site/handbook.py"
"""How a project's configuration may name this file, for `mkdocs build` alone. Other projects need not."""

_PYTHON = "tag:yaml.org,2002:python/"
_NAME = f"{_PYTHON}name:"
"""Names something that is installed, as extensions of Markdown are given functions; it calls nothing."""
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("bool", "float", "int", "map", "null", "seq", "str"))
_FRAME = "templates/handbook"
_KNOWN: Mapping[str, frozenset[str]] = {
    "hooks": frozenset({_HOOK}),
    "plugins": frozenset({"search"}),
    "markdown_extensions": frozenset(
        {"abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables", "toc"}
    ),
}
"""What a configuration can name that reads nothing but the pages."""
_TOKENS = re.compile(r"^:root \{[^}]*\}", re.MULTILINE)
_LEFT_OUT = re.compile(r"sitemap\.xml$|assets/(images|javascripts|stylesheets)/|.*\.jinja$")
STYLES = "assets/site/"
"""Where copies of the site's style sheets stand, for the handbook alone."""
_HEADING = re.compile(r'(<h([1-6])\b[^>]*>)(.*?)<a class="headerlink" href="([^"]*)"[^>]*>.*?</a></h\2>', re.DOTALL)
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


def follows_from_sources(project: Path) -> bool:
    """Whether the handbook of a project surely follows from its sources and our frame alone.

    A hook, a plugin or an extension can read whatever it likes, a configuration another one or the environment: where
    one stands that we do not know, nobody can say.
    """
    from mkdocs.utils.yaml import get_yaml_loader, yaml  # type: ignore[attr-defined]

    try:
        root = get_yaml_loader()((project / CONFIGURATION).read_bytes()).get_single_node()
    except (OSError, yaml.YAMLError):
        return False
    if root is None or root.id != "mapping" or not all(node.tag in _PLAIN_TAGS for node in _nodes_in(root)):
        return False
    given = {key.value: value for key, value in root.value}
    elsewhere = "INHERIT" in given or getattr(given.get("docs_dir"), "value", DOCUMENTS) != DOCUMENTS
    theme = dict(_pairs_in(given.get("theme")))
    framed = theme.get("name") == "material" and theme.get("custom_dir", _FRAME) == _FRAME
    known = all(_names_only(given[key], names) for key, names in _KNOWN.items() if key in given)
    return framed and known and not elsewhere and ("hooks" not in given or _is_our_hook(project / _HOOK))


def _names_only(node: Any, known: frozenset[str]) -> bool:
    """Whether a part of a configuration is a list that names nothing but these, with options or without."""
    items = node.value if node.id == "sequence" else (node,)
    names = (item.value[0][0] if item.id == "mapping" and len(item.value) == 1 else item for item in items)
    return all(name.id == "scalar" and name.value in known for name in names)


def _is_our_hook(file: Path) -> bool:
    return file.is_file() and file.read_bytes() == Path(__file__).read_bytes()


def _pairs_in(node: Any) -> Iterator[tuple[str, str]]:
    if node is not None and node.id == "mapping":
        yield from ((str(key.value), str(value.value)) for key, value in node.value)


def build(project: Path, into: Path, *, site_url: str | None = None) -> tuple[Problem, ...]:
    """Build the handbook of the project into a folder, which is emptied first.

    The same project gives the same bytes, whatever the day. What MkDocs would print comes back as problems;
    with a problem the folder may be incomplete.
    """
    from mkdocs.exceptions import MkDocsException

    unfit = tuple(_programs_in(project / CONFIGURATION, project))
    if unfit:
        return unfit
    with _heard() as messages:
        try:
            unfit = _made(project, into, site_url)
        except MkDocsException as error:
            if not messages:
                messages.append(error.message)
        except Exception as error:  # a hook or a template of the project can raise anything
            if isinstance(error, OSError) and error.errno in folders.NO_ROOM:
                raise
            # Of a page in another encoding, MkDocs has named the file in its log.
            if not (isinstance(error, UnicodeDecodeError) and messages):
                return (_raised(error, project),)
    problems = (problem for message in messages for problem in _problems(message, project))
    return tuple(sorted({*unfit, *problems}))


def _made(project: Path, into: Path, site_url: str | None) -> tuple[Problem, ...]:
    """Let MkDocs build, unless something stands among the pages that cannot be there."""
    from mkdocs.commands.build import build as build_documentation
    from mkdocs.config import load_config

    configuration = str(project / CONFIGURATION)
    config = load_config(
        configuration,
        config_file_path=configuration,
        site_dir=str(into),
        site_url=site_url,
        strict=True,
    )
    unfit = _unfit_in(Path(config.docs_dir), project)
    if unfit:
        return unfit
    if not any(name.endswith(_HOOK) for name in config.hooks):
        config.plugins[_HOOK] = sys.modules[__name__]  # type: ignore[assignment]
    config.plugins.on_startup(command="build", dirty=False)
    build_documentation(config)
    config.plugins.on_shutdown()
    return ()


def _unfit_in(documents: Path, project: Path) -> tuple[Problem, ...]:
    """What cannot stand among the pages: MkDocs would follow a link, and publish what it leads to."""
    problems = [*folders.misplaced(documents)] or folders.tree(documents, lambda found: found.is_hidden)[1]
    return tuple(sorted(replace(problem, file=_in_project(problem.file, project)) for problem in problems))


def _programs_in(configuration: Path, project: Path) -> Iterator[Problem]:
    """The values in a configuration, and in those that it inherits, that MkDocs would run while it reads them."""
    from mkdocs.utils.yaml import get_yaml_loader, yaml  # type: ignore[attr-defined]

    ahead = [configuration]
    for file in ahead:
        try:
            nodes = _nodes_in(get_yaml_loader()(file.read_bytes()).get_single_node())
        except (OSError, yaml.YAMLError):
            continue  # MkDocs tells what is wrong.
        for node in nodes:
            if node.tag.startswith(_PYTHON) and not node.tag.startswith(_NAME):
                line, column = node.start_mark.line + 1, node.start_mark.column + 1
                message = "Deze waarde is een programma, en dat wordt niet uitgevoerd. Schrijf gewone tekst."
                yield Problem(_in_project(file, project), line, column, "handbook-build", message)
        pairs = [pair for node in nodes if node.id == "mapping" for pair in node.value]
        inherited = [file.parent / str(value.value) for key, value in pairs if key.value == "INHERIT"]
        ahead += [other for other in inherited if other not in ahead]


def _nodes_in(root: Any) -> list[Any]:
    """Every value and every name in what PyYAML parsed, each once: a value can hold itself."""
    nodes = [] if root is None else [root]
    for node in nodes:
        parts = node.value if node.id in ("mapping", "sequence") else ()
        inner = [part for pair in parts for part in (pair if isinstance(pair, tuple) else (pair,))]
        nodes += [part for part in inner if part not in nodes]
    return nodes


def _raised(error: Exception, project: Path) -> Problem:
    """What a hook or a template of the project raised, at its line where that is known."""
    for file, line in templating.places_of(error):
        path = Path(file)
        if path != Path(__file__) and path.is_relative_to(project) and not _is_installed(path.relative_to(project)):
            message = f"Hiermee kan het handboek niet worden gemaakt. {templating.in_english(error)}"
            return Problem(_in_project(path, project), line, 1, "handbook-build", message)
    sentence = f"Het handboek kan niet worden gemaakt. {templating.in_english(error)}"
    return _placed(project, CONFIGURATION, "", "handbook-build", sentence)


def _is_installed(path: Path) -> bool:
    """Whether a file of a project belongs to a program that was installed there."""
    return any(part.startswith(".") or part == "site-packages" for part in path.parts)


def _in_project(file: Path | PurePosixPath, project: Path) -> PurePosixPath:
    path = Path(file)
    return PurePosixPath(path.relative_to(project) if path.is_relative_to(project) else path)


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
    """A hook of MkDocs: nothing of Material, and the public site's style sheets, of which a project may have its own.

    Colours that the project does not name stay as they are with us.
    """
    from mkdocs.structure.files import File

    of_theme = [file for file in files if file.src_dir != config.docs_dir]
    for file in [file for file in of_theme if _LEFT_OUT.match(file.src_uri)]:
        files.remove(file)
    layers = builtin.template_folders(Path(config.config_file_path).parent)
    sheets = {name: _layered(layers, f"static/{name}.css") for name in ("site", "table", "handbook", "remarks")}
    ours, *own = sheets.pop("site")
    site = "\n".join((*_TOKENS.findall(ours), own[-1])) if own else ours
    texts = {"site": site, **{name: texts[-1] for name, texts in sheets.items()}}
    made = [
        File.generated(config, f"{STYLES}{name}.css", content=served(f"{name}.css", text.encode()))
        for name, text in texts.items()
    ]
    for file in made:
        files.append(file)
    config.extra["style_sheets"] = [file.url for file in made]
    return files


def _layered(layers: Sequence[Path], name: str) -> list[str]:
    """A file in each folder of templates that has it, ours first."""
    return [path.read_text("utf-8", errors="replace") for folder in layers if (path := folder / name).is_file()]


def on_post_page(output: str, **_: object) -> str:
    """A hook of MkDocs: tables as those of the site, and links to headings beside them and not in their names."""
    return _HEADING.sub(_beside, tabling.framed(output))


def _beside(found: re.Match[str]) -> str:
    opened, level, name, place = found.groups()
    beside = f'<a class="headerlink" href="{place}" aria-labelledby="{place[1:]}">#</a>' if level != "1" else ""
    return f"{opened}{name}</h{level}>{beside}"


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
    sentence = f"Het handboek kan niet worden gemaakt. MkDocs meldt: {' '.join(message.split())}"
    yield _placed(project, CONFIGURATION, "", "handbook-build", sentence)


def _placed(project: Path, file: str, text: str, code: str, message: str) -> Problem:
    """Put a problem on the first line of the file that holds the text, or on the first line of all."""
    lines = (project / file).read_text(encoding="utf-8", errors="replace").splitlines() if text else []
    for number, line in enumerate(lines, start=1):
        if text in line:
            return Problem(PurePosixPath(file), number, line.index(text) + 1, code, message)
    return Problem(PurePosixPath(file), 1, 1, code, message)
