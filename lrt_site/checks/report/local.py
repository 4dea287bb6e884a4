"""Addresses and paths that only somebody inside can open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, mended, slip
from lrt_site.problems import quoted

_PRIVATE_HOST = (
    r"(?:localhost|[\w.-]+\.(?:local|lan|intern|internal|intranet|corp|localdomain|home)"
    r"|(?:intranet|rijksportaal|samenwerkruimte|sharepoint)\.[\w.-]+|[\w-]+(?:-my)?\.sharepoint\.com"
    r"|10\.\d+\.\d+\.\d+|127\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|[\w-]+(?=[:/]))"
)
_INSIDE = (
    rf"(?i)https?://(?:[\w.+-]+@)?{_PRIVATE_HOST}(?::\d+)?(?=[/?#\s)\]<]|$)[^\s)\]<>]*"
    r"|(?<![\w/@.-])(?:localhost|[\w-]+(?:\.[\w-]+)*\.(?:local|lan|intranet|corp)|sharepoint\.[\w.-]+)(?::\d+)?/"
    r"[^\s)\]<>]*"
)
_OWN_DISK = (
    r"(?i)file:/+[^\s)\]<>]*|(?<![\w/])[A-Za-z]:[\\/](?!/)[^\s)\]<>]*|(?<![\w\\])\\{2,4}[\w.-]+\\[^\s)\]<>]*"
    r"|(?<![\w/.:])/(?:home|Users|mnt|Volumes)/[^\s)\]<>]*|\b[\w.-]+@SSL\\[^\s)\]<>]*"
)
INSIDE = (
    *("\\\\", "://", ":\\", ":/", "/home/", "/Users/", "/mnt/", "/Volumes/", "@SSL"),
    *("localhost", ".local", ".lan", ".corp", "FILE:", "sharepoint.", ".intranet"),
)
_DOCUMENT = r"(?i)(?![a-z][\w+.-]*:)[^?#]*\.(?:docx?|xlsx?|pptx?|pdf|odt|ods|rtf|msg|eml|txt|zip|html?|png|jpe?g)"
_UNPARSED = r"\[(?P<words>[^\[\]\n]{1,300})\] ?\((?P<address>(?:[A-Za-z]:[\\/]|\\\\|file:/)[^()\n]*)\)"
_ADDRESS = "https://adres-van-het-document"


def addresses_are_public(text: str) -> Iterator[Slip]:
    """No address in a text leads to a disk or a network of the editor."""
    for found in re.finditer(_OWN_DISK, text):
        yield slip(found.start(), found.end(), "local-address", _told(found[0], _where(found[0])))
    for found in re.finditer(_INSIDE, text):
        yield slip(found.start(), found.end(), "local-address", _told(found[0], "in een eigen netwerk"))


def links_lead_to_what_is_public(report: ReportText) -> Iterator[Slip]:
    """No link leads to a disk or a network of the editor, or to a document that is not on the web."""
    for found in re.finditer(_UNPARSED, report.uncoded):
        line = mended(report.text, found.start(), found.end(), f"[{found['words']}]({_ADDRESS})")
        yield slip(
            found.start(), found.end(), "local-address", _told_of_link(found["address"], _where(found["address"]), line)
        )
    for what, value, start, end in report.tokens:
        if what == "Link":
            address = unquote(value["dest_url"])
            if re.match(_OWN_DISK, address) or address.startswith("\\"):
                where = _where(address)
            elif re.match(_INSIDE, address):
                where = "in een eigen netwerk"
            elif re.fullmatch(_DOCUMENT, address):
                where = "niet op de site: daar komen geen losse bestanden"
            else:
                continue
            words = report.text[start + 1 : end].partition("]")[0]
            instead = f"[{words}]({_ADDRESS})" if report.text[start] == "[" else f"[het document]({_ADDRESS})"
            line = mended(report.text, start, end, instead)
            yield slip(start, end, "local-address", _told_of_link(address, where, line))


def _told_of_link(address: str, where: str, line: str) -> str:
    return (
        f"{quoted(address)} staat {where}. De lezer kan dat niet openen. Zet het document op het web, en schrijf dat "
        f"webadres: {line}."
    )


def _where(address: str) -> str:
    return "op een eigen netwerkschijf" if address.startswith("\\") or "@SSL" in address else "op een eigen computer"


def _told(address: str, where: str) -> str:
    return (
        f"{quoted(address)} staat {where}. De lezer kan dat niet openen. Zet het document op het web en schrijf dat "
        "webadres, of noem alleen de titel van het document."
    )
