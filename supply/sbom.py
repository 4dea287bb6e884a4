"""`make sbom`: what the program is made of, as CycloneDX, from the lock and the list of third parties.

The same lock, installed, gives the same bytes: there is no day of today and no random number in it.
"""

import sys
from importlib.metadata import PackageNotFoundError, metadata

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from lrt_site import __version__
from supply.locks import PROGRAM, Pin, pins
from supply.third_party import ThirdParty, listed

NAME = "lrt-site"


def sbom(lock: str, others: tuple[ThirdParty, ...]) -> str:
    """A bill of materials of what a lock pins and of what others made; valid by the schema of CycloneDX 1.6."""
    pinned = {pin: _package(pin) for pin in pins(lock)}
    made = [_file(other) for other in others]
    program = Component(
        name=NAME,
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref=NAME,
        licenses=[LicenseFactory().make_from_string("EUPL-1.2")],
    )
    bom = Bom(components=[*pinned.values(), *made])
    bom.metadata.component = program
    bom.metadata.timestamp = None  # type: ignore[assignment] # The schema asks for neither,
    bom.serial_number = None  # type: ignore[assignment] # and the library writes none where there is none.
    by_name: dict[str, list[Component]] = {NAME: [program]}
    for pin, package in pinned.items():
        by_name.setdefault(pin.name, []).append(package)
    for pin, package in pinned.items():
        for name in pin.needed_by:
            for needing in by_name[name]:
                bom.register_dependency(needing, [package])
    bom.register_dependency(program, made)
    text = JsonV1Dot6(bom).output_as_string(indent=2)
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(f"The bill of materials does not keep to its schema: {fault}")
    return f"{text}\n"


def _package(pin: Pin) -> Component:
    purl = PackageURL("pypi", None, pin.name, pin.version)
    try:
        licence = metadata(pin.name).json.get("license_expression")
    except PackageNotFoundError:  # It is of another system or another Python.
        licence = None
    return Component(
        name=pin.name,
        version=pin.version,
        bom_ref=str(purl),
        purl=purl,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256) for sha256 in pin.hashes],
        licenses=[LicenseFactory().make_from_string(str(licence))] if licence else [],
    )


def _file(other: ThirdParty) -> Component:
    return Component(
        name=other.name,
        version=other.version,
        type=ComponentType.FILE,
        bom_ref=other.file,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=other.sha256)],
        licenses=[LicenseFactory().make_from_string(other.licence)],
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(other.origin))],
    )


if __name__ == "__main__":
    sys.stdout.write(sbom(PROGRAM.read_text("utf-8"), listed()))
