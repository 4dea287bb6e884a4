"""A template reads what its page declares, all of it and nothing else."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest
from jinja2 import Environment, meta, nodes

import lrt_site.pages
from lrt_site import files
from tests.tools.sites import ROOT

HANDED_TO_ALL = {
    "frame", "site", "clock", "kept", "to", "now", "marked", "numbered", "listed_sources",
    "urls", "plural", "capitalised",
}  # fmt: skip
"""What `render` gives every template, besides what its page declares."""
READ_BY_PROGRAM = {
    "Frame.references": "render lists those of which a number was given",
    "Frame.title_quotes": "the clock bar finds the moment of a page by it",
    "Strip.empty": "the words beside the drawing count it",
    "Reference.id": "render finds by it which numbers were given",
    "Newest.series": "only the home page, which has no heading for each series, leads to it",
}
"""Fields of values on pages that no template reads, with what does."""


def page_types() -> Iterator[type[Any]]:
    for module in pkgutil.walk_packages(lrt_site.pages.__path__, "lrt_site.pages."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and thing.__module__ == module.name and is_dataclass(thing):
                yield from (thing,) if hasattr(thing, "template") else ()


PAGES = sorted(page_types(), key=lambda page: (page.__module__, page.__name__))


@cache
def parsed(name: str) -> nodes.Template:
    source = (ROOT / "templates" / name).read_text("utf-8")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).parse(source)


def reached(name: str) -> set[str]:
    """A template and all that it extends, includes or imports."""
    found, todo = set(), [name]
    while todo:
        template = todo.pop()
        if template not in found:
            found.add(template)
            todo += [str(other) for other in meta.find_referenced_templates(parsed(template))]
    return found


def named_in(template: nodes.Template, *, loops: bool) -> set[str]:
    """What a template names itself: macros, imports, what it sets, and the variables of loops if these count too."""
    imports = (imported.names for imported in template.find_all(nodes.FromImport))
    sets = (name for node in template.find_all((nodes.Assign, nodes.AssignBlock)) for name in node.find_all(nodes.Name))
    stored = template.find_all(nodes.Name) if loops else sets
    return {
        *(macro.name for macro in template.find_all(nodes.Macro)),
        *(name if isinstance(name, str) else name[1] for names in imports for name in names),
        *(name.name for name in stored if name.ctx == "store"),
    }


def read_by(name: str) -> set[str]:
    """The variables that a template asks for, itself or in what it is made of."""
    asked = meta.find_undeclared_variables(parsed(name)) - named_in(parsed(name), loops=False)
    parts = [parsed(part) for part in reached(name) - {name}]
    named = named_in(parsed(name), loops=True).union(*(named_in(part, loops=True) for part in parts))
    return asked.union(*(meta.find_undeclared_variables(part) - named for part in parts))


def attributes_read_by(name: str) -> set[str]:
    return {node.attr for template in reached(name) for node in parsed(template).find_all(nodes.Getattr)}


def values_in(annotation: Any) -> Iterator[type[Any]]:
    """The types of values of ours that an annotation speaks of."""
    if is_dataclass(annotation) and isinstance(annotation, type):
        yield annotation
    for inside in get_args(annotation):
        yield from values_in(inside)


def given_with(page: type[Any]) -> set[type[Any]]:
    """The types of all values that a page holds, at any depth, as far as pages define them."""
    found: set[type[Any]] = set()
    todo = [page]
    while todo:
        for annotation in get_type_hints(todo.pop()).values():
            for value in values_in(annotation):
                if value not in found and value.__module__.startswith("lrt_site.pages."):
                    found.add(value)
                    todo.append(value)
    return found


def test_every_page_kind_is_looked_at() -> None:
    templates, _ = files.read_templates(ROOT / "templates")
    filling = {name for name, text in templates.items() if text.startswith('{% extends "base.html.jinja" %}')}
    assert {page.template for page in PAGES} == filling


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_template_reads_what_its_page_declares(page: type[Any]) -> None:
    declared = {field.name for field in fields(page)}
    asked = read_by(page.template) - HANDED_TO_ALL
    assert asked - declared == set()
    assert declared - asked - HANDED_TO_ALL == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_template_reads_all_that_the_values_on_its_page_hold(page: type[Any]) -> None:
    read = attributes_read_by(page.template)
    unread = {
        f"{value.__name__}.{field.name}"
        for value in given_with(page)
        for field in fields(value)
        if field.name not in read
    }
    assert sorted(unread - READ_BY_PROGRAM.keys()) == []
