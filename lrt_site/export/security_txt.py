"""Where a weakness of the site is reported, in the form in which finders look for it (RFC 9116)."""

from __future__ import annotations

from collections.abc import Mapping

from lrt_site import urls
from lrt_site.model.table import Site


def files(site: Site) -> Mapping[str, str]:
    """The file, by its path; nothing where the editors gave no contact, or where the host is not the site's alone."""
    given = site.security
    if given is None or urls.root_of(site.address) != "/":
        return {}
    contact = given.contact if "/" in given.contact else f"mailto:{given.contact}"
    lines = {
        "Contact": contact,
        "Expires": f"{given.expires.latest.isoformat()}T23:59:59Z",
        "Preferred-Languages": "nl",
        "Canonical": urls.on_the_web(site.address, urls.SECURITY),
        "Policy": given.policy,
    }
    return {urls.file_of(urls.SECURITY): "".join(f"{name}: {text}\n" for name, text in lines.items() if text)}
