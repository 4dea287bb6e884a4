"""The catalogue that data portals read: which data there are, in which files, of whom, and under which licence.

By DCAT-AP-NL 3.0 (https://docs.geonovum.nl/dcat-ap-nl30/). What is not decided, such as the licence, is said to be so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.frozen import dataclass
from lrt_site.model import kinds
from lrt_site.model.publications import Publication
from lrt_site.model.register import Register
from lrt_site.model.table import Site
from lrt_site.relations.shape import relation_of

UNKNOWN_LICENCE = "http://standaarden.overheid.nl/owms/terms/licentieonbekend"
"""The code of data.overheid.nl for a licence that is not known."""
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_DUTCH = URIRef(f"{_AUTHORITY}language/NLD")
_PUBLIC = URIRef(f"{_AUTHORITY}access-right/PUBLIC")
_GOVERNMENT = URIRef(f"{_AUTHORITY}data-theme/GOVE")
_MEDIA_TYPES = Namespace("http://www.iana.org/assignments/media-types/")
_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_EMAIL = "@"


@dataclass(frozen=True, slots=True)
class _FileForm:
    """A form in which data are handed out."""

    title: str
    media_type: str
    code: str | None = None
    """Its code in the European list, where it is on that."""


_CSV = _FileForm("CSV", "text/csv", "CSV")
_JSON = _FileForm("JSON", "application/json", "JSON")
_PARQUET = _FileForm("Parquet", "application/vnd.apache.parquet")
_WORKBOOK = _FileForm("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX")
_DATABASE = _FileForm("SQLite", "application/vnd.sqlite3")


def as_turtle(register: Register, publication: Publication | None) -> str:
    """The catalogue of the records of a publication, as Turtle."""
    return _Catalogue(register, publication).graph().serialize(format="turtle")


def as_json_ld(register: Register, publication: Publication | None) -> str:
    """The same as JSON-LD."""
    return v1.as_json(_ordered(json.loads(_Catalogue(register, publication).graph().serialize(format="json-ld"))))


def _ordered(data: Any) -> Any:
    """JSON-LD in one order: what it lists has none of its own."""
    if isinstance(data, dict):
        return {key: _ordered(value) for key, value in sorted(data.items())}
    return sorted(map(_ordered, data), key=json.dumps) if isinstance(data, list) else data


class _Catalogue:
    def __init__(self, register: Register, publication: Publication | None) -> None:
        self._register, self._site = register, register.site
        self._changed = publication.date if publication else register.site.sources_checked_on
        self._graph = Graph(bind_namespaces="core")
        for prefix, namespace in (("dcat", DCAT), ("dct", DCTERMS), ("foaf", FOAF), ("vcard", _VCARD)):
            self._graph.bind(prefix, namespace)

    def graph(self) -> Graph:
        """All that the catalogue says."""
        self._add(self._publisher, RDF.type, FOAF.Agent)
        name = self._site.publisher.name if self._site.publisher else "nog niet vastgesteld"
        self._add(self._publisher, FOAF.name, _dutch(name))
        self._add_contact()
        catalogue = self._at(urls.CATALOGUE, "catalogus")
        self._add(catalogue, RDF.type, DCAT.Catalog)
        self._describe(catalogue, self._site.title, f"Alle gegevens van {self._site.title}. {_tagline(self._site)}")
        self._add(catalogue, FOAF.homepage, URIRef(self._site.address))
        self._add(URIRef(self._site.address), RDF.type, FOAF.Document)
        for dataset in self._datasets():
            self._add(catalogue, DCAT.dataset, dataset)
        return self._graph

    def _datasets(self) -> Iterable[URIRef]:
        about = "Alle records als tabellen, met wat elke bron zegt."
        whole = ((urls.DATABASE, _DATABASE), (urls.WORKBOOK, _WORKBOOK), (urls.DATA_PACKAGE, _JSON))
        yield self._dataset("alles", f"{self._site.title}: alles", about, whole)
        for kind in kinds.ALL:
            if self._register.all(kind.type):
                base = f"{urls.TABLES}{relation_of(kind.name).name}"
                forms = ((f"{base}.csv", _CSV), (f"{base}.json", _JSON), (f"{base}.parquet", _PARQUET))
                yield self._dataset(kind.name, f"{self._site.title}: {kind.many}", f"Elke rij is {kind.about}.", forms)

    def _dataset(self, name: str, title: str, about: str, forms: Iterable[tuple[str, _FileForm]]) -> URIRef:
        dataset = self._at(urls.CATALOGUE, name)
        self._add(dataset, RDF.type, DCAT.Dataset)
        self._describe(dataset, title, f"{about} {_tagline(self._site)}")
        self._add(dataset, DCTERMS.identifier, Literal(dataset, datatype=XSD.anyURI))
        self._add(dataset, DCTERMS.creator, self._publisher)
        self._add(dataset, DCTERMS.accessRights, _PUBLIC)
        self._add(dataset, DCAT.theme, _GOVERNMENT)
        self._add(dataset, DCAT.landingPage, self._at(urls.OPEN_DATA))
        self._add(self._at(urls.OPEN_DATA), RDF.type, FOAF.Document)
        for address, form in forms:
            self._add(dataset, DCAT.distribution, self._distribution(f"{title} ({form.title})", address, form))
        return dataset

    def _distribution(self, title: str, address: str, form: _FileForm) -> URIRef:
        place = self._at(address)
        distribution = URIRef(f"{self._at(urls.CATALOGUE)}#{address.rpartition('/')[2]}")
        self._add(distribution, RDF.type, DCAT.Distribution)
        self._add(distribution, DCTERMS.title, _dutch(title))
        self._add(distribution, DCAT.accessURL, place)
        self._add(distribution, DCAT.downloadURL, place)
        self._add(distribution, DCTERMS.license, self._licence)
        self._add(distribution, DCAT.mediaType, _MEDIA_TYPES[form.media_type])
        self._add(_MEDIA_TYPES[form.media_type], RDF.type, DCTERMS.MediaType)
        if form.code:
            self._add(distribution, DCTERMS.format, URIRef(f"{_AUTHORITY}file-type/{form.code}"))
        return distribution

    def _describe(self, thing: URIRef, title: str, about: str) -> None:
        self._add(thing, DCTERMS.title, _dutch(title))
        self._add(thing, DCTERMS.description, _dutch(about))
        self._add(thing, DCTERMS.language, _DUTCH)
        self._add(thing, DCTERMS.publisher, self._publisher)
        self._add(thing, DCAT.contactPoint, self._at(urls.CATALOGUE, "contact"))
        self._add(thing, DCTERMS.modified, Literal(self._changed.text, datatype=XSD.date))

    def _add_contact(self) -> None:
        contact = self._at(urls.CATALOGUE, "contact")
        for kind in (_VCARD.Kind, _VCARD.Organization):
            self._add(contact, RDF.type, kind)
        self._add(contact, _VCARD.fn, _dutch(self._site.title))
        self._add(contact, _VCARD.hasURL, URIRef(self._site.address))
        report = self._site.report_error
        if report and _EMAIL in report:
            self._add(contact, _VCARD.hasEmail, URIRef(f"mailto:{report}"))

    @property
    def _publisher(self) -> URIRef:
        publisher = self._site.publisher
        return URIRef(publisher.url) if publisher and publisher.url else self._at(urls.CATALOGUE, "uitgever")

    @property
    def _licence(self) -> URIRef:
        decided = self._site.licence
        if decided and decided.url:
            # The Dutch list of licences has these addresses without an s.
            licence = URIRef(decided.url.replace("https://creativecommons.org/", "http://creativecommons.org/"))
        else:
            licence = URIRef(UNKNOWN_LICENCE)
        self._add(licence, RDF.type, DCTERMS.LicenseDocument)
        return licence

    def _at(self, address: str, part: str = "") -> URIRef:
        return URIRef(urls.on_the_web(self._site.address, address) + (f"#{part}" if part else ""))

    def _add(self, subject: URIRef, predicate: URIRef, value: URIRef | Literal) -> None:
        self._graph.add((subject, predicate, value))


def _dutch(text: str) -> Literal:
    return Literal(text, lang="nl")


def _tagline(site: Site) -> str:
    return f"{site.tagline}.{' Alles is verzonnen.' if site.fictitious else ''}"
