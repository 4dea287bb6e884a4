"""Templates make pages. What is wrong with one is told in Dutch, with its line. The only Jinja."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Iterator, Mapping, Set
from functools import lru_cache
from pathlib import PurePosixPath
from types import CodeType
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateAssertionError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Block, Const, Extends, FromImport, Import, Include, Node, Output, Template, TemplateData
from jinja2.runtime import Context

from lrt_site import urls
from lrt_site.caching import NO_CACHE, Cache, key_of
from lrt_site.problems import BrokenTemplateError, Problem, quoted
from lrt_site.suggestions import like
from lrt_site.wording.plural import plural
from lrt_site.wording.text import capitalised

_SUFFIX = ".jinja"
_REMEMBERED = 2_000
"""So many compiled templates are remembered at most."""
_LONGEST = 300


class Templates:
    """The templates of one site, all compiled."""

    def __init__(self, texts: Mapping[str, str], kept: Cache = NO_CACHE) -> None:
        self._texts = texts
        self._environment = _environment(texts, kept)
        for name in _named(texts):
            self._environment.get_template(name)

    def filled(self, name: str, given: Mapping[str, Any]) -> str:
        """What a template makes of what it is given."""
        try:
            return self._environment.get_template(name).render(given)
        except Exception as error:  # a template of somebody else can raise anything
            raise self.broken(name, said_of(error), *places_of(error)) from error

    def broken(self, name: str, message: str, *places: tuple[str, int]) -> BrokenTemplateError:
        """The fault of what a template made; where no place is known, it is in one of those that it uses."""
        known = [place for place in places if place[0] in self._texts]
        return BrokenTemplateError((*known, *((used, 1) for used in self._used_by(name))), message)

    def _used_by(self, name: str) -> list[str]:
        """A template and those that it is made with, the nearest first."""
        used = [name]
        for known in used:
            found = find_referenced_templates(self._environment.parse(self._texts[known]))
            used += [other for other in dict.fromkeys(filter(None, found)) if other in self._texts.keys() - {*used}]
        return used


@lru_cache(maxsize=2)
def compiled(texts: frozenset[tuple[str, str]], kept: Cache = NO_CACHE) -> Templates:
    """The templates: once in a process, and not again in those that are forked off, nor where they are kept."""
    return Templates(dict(texts), kept)


class _Context(Context):
    """Calls what a template calls, and no more: nothing that we give a template asks for its context."""

    def call(self, function: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """What the function gives."""
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return function(*args, **named)


class _Bytecode(BytecodeCache):
    def __init__(self, kept: Cache) -> None:
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        key = _key_of(bucket)
        bytecode = self._kept.get(key)
        if bytecode is not None:
            bucket.bytecode_from_string(bytecode)
        elif key in _made:
            bucket.code = _made[key]
            self._kept.put(key, bucket.bytecode_to_string())

    def dump_bytecode(self, bucket: Bucket) -> None:
        key = _key_of(bucket)
        if len(_made) >= _REMEMBERED:
            _made.clear()
        _made[key] = bucket.code
        self._kept.put(key, bucket.bytecode_to_string())


_made: dict[str, CodeType | None] = {}
"""Templates that this process compiled, whatever else stood beside them."""


def _key_of(bucket: Bucket) -> str:
    return key_of(bucket.key, bucket.checksum)


def problems_in(texts: Mapping[str, str], own: Set[str], folder: PurePosixPath) -> tuple[Problem, ...]:
    """What is wrong with the templates of a project, which stand in this folder, before any page is made."""
    environment = _environment(texts)
    problems: list[Problem] = []
    trees: dict[str, Template] = {}
    for name in _named(texts):
        try:
            trees[name] = environment.parse(texts[name], name, name)
            if name in own:
                environment.compile(texts[name], name, name)
        except TemplateSyntaxError as error:
            problems.append(Problem(folder / name, error.lineno, 1, "template-fault", said_of(error)))
        except Exception as error:  # Python refuses some of what Jinja reads, each thing in its own way
            message = f"In dit sjabloon zit te veel in elkaar. {in_english(error)}"
            problems.append(Problem(folder / name, 1, 1, "template-fault", message))
    for name, line, code, message in (
        *_missing(trees, own, texts),
        *_lost_blocks(trees, own),
        *_lost_texts(trees, own),
    ):
        problems.append(Problem(folder / name, line, 1, code, message))
    return tuple(sorted(set(problems)))


def places_of(error: BaseException) -> Iterator[tuple[str, int]]:
    """The files and lines that an error came through, the nearest first."""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if file and line:
        yield file, line
    for frame, number in reversed(list(traceback.walk_tb(error.__traceback__))):
        yield frame.f_code.co_filename, number


def said_of(error: BaseException) -> str:
    """What is wrong with a template, in Dutch, with the words of Jinja or Python behind it."""
    match error:
        case TemplateNotFound():
            return f"Dit sjabloon gebruikt {quoted(str(error.name))}, en dat sjabloon is er niet."
        case RecursionError():
            return "Dit sjabloon gebruikt zichzelf, zonder einde."
        case TemplateAssertionError():
            what = "Dit sjabloon gebruikt een bewerking die er niet is."
        case UndefinedError():
            what = "Dit sjabloon gebruikt iets dat er niet is."
        case TemplateError():
            what = "Dit sjabloon is niet te lezen. Vaak ontbreekt het einde van een blok, of een haakje."
        case _:
            what = "Dit sjabloon kan niet worden ingevuld."
    return f"{what} {in_english(error)}"


def in_english(error: BaseException) -> str:
    """The words of the program that stopped, on one line."""
    said = " ".join((getattr(error, "message", None) or str(error)).split())
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in said[:_LONGEST])
    kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
    return f'In het Engels: "{kind}{shown}".'


def _environment(texts: Mapping[str, str], kept: Cache = NO_CACHE) -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: (texts[name], name, None) if name in texts else None),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        bytecode_cache=_Bytecode(kept),
    )
    environment.context_class = _Context
    environment.globals.update(urls=urls, plural=plural, capitalised=capitalised)
    return environment


def _named(texts: Mapping[str, str]) -> list[str]:
    return sorted(name for name in texts if name.endswith(_SUFFIX))


_Found = Iterator[tuple[str, int, str, str]]
"""The name of a template, a line in it, the code and what is wrong."""


def _missing(trees: Mapping[str, Template], own: Set[str], texts: Collection[str]) -> _Found:
    """Every template that another uses is there."""
    for name in sorted(own & trees.keys()):
        for node in trees[name].find_all((Extends, FromImport, Import, Include)):
            wanted = _used_in(node)
            if wanted is not None and wanted not in texts and not getattr(node, "ignore_missing", False):
                message = f"Dit sjabloon gebruikt {quoted(wanted)}, en dat sjabloon is er niet."
                yield name, node.lineno, "template-fault", message


def _used_in(node: Node) -> str | None:
    """The template that a template uses here, if it is always the same."""
    wanted = getattr(node, "template", None)
    return wanted.value if isinstance(wanted, Const) and isinstance(wanted.value, str) else None


def _lost_blocks(trees: Mapping[str, Template], own: Set[str]) -> _Found:
    """Every block that a template fills, stands in one that it builds upon; else its words are lost without a word."""
    for name, tree in trees.items():
        below = _below(name, trees)
        ours = next((known for known in (name, *below) if known in own), None)
        if not below or ours is None:
            continue
        known = {block.name for parent in below for block in trees[parent].find_all(Block)}
        inner = {block.name for outer in tree.find_all(Block) for block in outer.find_all(Block)}
        for block in tree.find_all(Block):
            if block.name in known | inner:
                continue
            if name in own:
                message = f"'{below[0]}' heeft geen blok '{block.name}'.{like(block.name, known)}"
                yield name, block.lineno, "template-block", message
            else:
                message = f"Dit sjabloon heeft geen blok '{block.name}', en andere sjablonen vullen dat. Zet het erin."
                yield ours, 1, "template-block", message


def _below(name: str, trees: Mapping[str, Template]) -> list[str]:
    """The templates that a template builds upon, the nearest first; none where they cannot all be known."""
    found = [name]
    while extends := trees[found[-1]].find(Extends):
        parent = _used_in(extends)
        if parent is None or parent in found or parent not in trees:
            return []
        found.append(parent)
    return found[1:]


def _lost_texts(trees: Mapping[str, Template], own: Set[str]) -> _Found:
    """What builds upon another template says nothing outside blocks: that would come on no page."""
    for name in sorted(own & trees.keys()):
        parts = trees[name].body
        after = next((place for place, node in enumerate(parts) if isinstance(node, Extends)), len(parts))
        for node in parts[after:]:
            texts = (
                [text for text in node.find_all(TemplateData) if text.data.strip()] if isinstance(node, Output) else []
            )
            if texts:
                message = "Deze tekst staat buiten een blok, en komt zo op geen enkele pagina. Zet haar in een blok."
                yield name, texts[0].lineno, "template-block", message
