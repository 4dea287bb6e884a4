"""A template reads what its page declares, all of it and nothing else."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest
from jinja2 import Environment, meta, nodes
from jinja2.runtime import LoopContext

import lrt_site.pages
from lrt_site import files, urls
from lrt_site.marking import Marked, MarkedPart
from lrt_site.pages.publications.packs import Offer
from lrt_site.pages.shared.numbers import SourceMark
from lrt_site.render import Menu, Surroundings
from lrt_site.sitemap.clock import Clock
from tests.tools.sites import ROOT

HANDED_TO_ALL = {
    "frame", "site", "clock", "kept", "to", "now", "marked", "source_mark",
    "first_mark", "listed_sources", "urls", "plural", "capitalised", "sheets",
}  # fmt: skip
"""What `render` gives every template, besides what its page declares, and what a template itself says to the frame."""
AROUND_ALL = (Surroundings, Menu, Clock, Offer, SourceMark, Marked, MarkedPart)
"""The types of what `render` gives every template."""
MAPPINGS = {"listed"}
"""What a page holds by name, so that a template asks for it by that name."""
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
    return {attribute for template in reached(name) for attribute in attributes_read_in(template)}


@cache
def attributes_read_in(name: str) -> set[str]:
    found = parsed(name).find_all(nodes.Getattr)
    return {node.attr for node in found if not isinstance(node.node, nodes.Name) or node.node.name not in MAPPINGS}


def values_in(annotation: Any) -> Iterator[type[Any]]:
    """The types of values of ours that an annotation speaks of."""
    if is_dataclass(annotation) and isinstance(annotation, type):
        yield annotation
    for inside in get_args(annotation):
        yield from values_in(inside)


def given_with(*pages: type[Any]) -> set[type[Any]]:
    """The types of all values that pages hold, at any depth."""
    found: set[type[Any]] = set()
    todo = [*pages]
    while todo:
        for annotation in get_type_hints(todo.pop()).values():
            new = {*values_in(annotation)} - found
            found |= new
            todo += new
    return found


def offered_by(*pages: type[Any]) -> set[str]:
    """What a template can ask of any value on these pages, and of what is handed to all."""
    held = {*given_with(*pages, *AROUND_ALL), *AROUND_ALL, LoopContext, str, dict}
    return {*dir(urls)}.union(*(dir(value) for value in held))


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
def test_a_template_reads_nothing_that_no_value_on_its_page_holds(page: type[Any]) -> None:
    assert attributes_read_in(page.template) - offered_by(page) == set()


def test_what_templates_share_reads_nothing_that_no_value_on_any_page_holds() -> None:
    shared = set().union(*(reached(page.template) for page in PAGES)) - {page.template for page in PAGES}
    assert {name: odd for name in sorted(shared) if (odd := attributes_read_in(name) - offered_by(*PAGES))} == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_template_reads_all_that_the_values_on_its_page_hold(page: type[Any]) -> None:
    read = attributes_read_by(page.template)
    unread = {
        f"{value.__name__}.{field.name}"
        for value in given_with(page)
        if value.__module__.startswith("lrt_site.pages.")
        for field in fields(value)
        if field.name not in read
    }
    assert sorted(unread - READ_BY_PROGRAM.keys()) == []
