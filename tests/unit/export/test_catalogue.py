"""The catalogue for data portals: by the Dutch profile of DCAT, and true where nothing is decided yet."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, URIRef

from lrt_site.export import catalogue
from lrt_site.model.table import Licence, Publisher, Site
from tests.builders import a_commitment, a_meeting, a_register, a_site
from tests.tools.sites import ROOT

SHAPES = ROOT / "tests/standards/dcat-ap-nl"
NL = ("dcat-ap-nl-SHACL.ttl", "dcat-ap-nl-SHACL-klassebereik.ttl", "dcat-ap-nl-SHACL-klassebereik-codelijsten.ttl")
VERSIONS = {"3.0.0": SHAPES / "300", "3.0.1": SHAPES}
UNDECIDED = a_site(publisher=None, licence=None, report_error=None)
DECIDED = replace(
    UNDECIDED,
    publisher=Publisher(name="Fictief ministerie", url="https://fictief.example/ministerie"),
    licence=Licence(name="CC0 1.0", url="https://creativecommons.org/publicdomain/zero/1.0/deed.nl"),
    report_error="fouten@fictief.example",
)


def made(site: Site) -> Graph:
    register = a_register(site, a_meeting(), a_commitment())
    return Graph().parse(data=catalogue.as_turtle(register, None), format="turtle")


@cache
def shapes(folder: Path) -> Graph:
    graph = Graph().parse(SHAPES / "dcat-ap-SHACL.ttl")
    for name in NL:
        graph.parse(folder / name)
    return graph


def faults(graph: Graph, version: str) -> str:
    whole = graph + Graph().parse(SHAPES / "achtergrond-codelijsten.ttl")
    conforms, _, report = validate(whole, shacl_graph=shapes(VERSIONS[version]), inference="none", do_owl_imports=False)
    return "" if conforms else str(report)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("site", [UNDECIDED, DECIDED], ids=["undecided", "decided"])
def test_it_is_by_the_profile(site: Site, version: str) -> None:
    assert not faults(made(site), version)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("missing", [DCTERMS.license, DCTERMS.publisher, DCAT.theme, DCTERMS.title])
def test_what_is_missing_is_found(version: str, missing: URIRef) -> None:
    graph = made(DECIDED)
    graph.remove((None, missing, None))
    assert faults(graph, version)


def test_a_licence_that_is_not_decided_is_said_to_be_unknown() -> None:
    assert {*made(UNDECIDED).objects(None, DCTERMS.license)} == {URIRef(catalogue.UNKNOWN_LICENCE)}
    assert {*made(DECIDED).objects(None, DCTERMS.license)} == {
        URIRef("http://creativecommons.org/publicdomain/zero/1.0/deed.nl")
    }


def test_a_publisher_that_is_not_decided_is_said_to_be_so() -> None:
    assert [str(name) for name in made(UNDECIDED).objects(None, FOAF.name)] == ["nog niet vastgesteld"]
    assert [str(name) for name in made(DECIDED).objects(None, FOAF.name)] == ["Fictief ministerie"]


def test_a_kind_of_which_there_are_records_is_a_set_of_data() -> None:
    found = {str(subject).rpartition("#")[2] for subject in made(DECIDED).subjects(RDF.type, DCAT.Dataset)}
    assert {"alles", "meeting", "commitment"} <= found
    assert "series" not in found


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning:rdflib")
def test_turtle_and_json_say_the_same_and_are_the_same_every_time() -> None:
    register = a_register(DECIDED, a_meeting())
    turtle, json_ld = catalogue.as_turtle(register, None), catalogue.as_json_ld(register, None)
    assert {*Graph().parse(data=turtle, format="turtle")} == {*Graph().parse(data=json_ld, format="json-ld")}
    assert (turtle, json_ld) == (catalogue.as_turtle(register, None), catalogue.as_json_ld(register, None))
