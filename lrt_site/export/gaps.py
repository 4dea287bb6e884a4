"""Everything of which nothing was found, as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.findings import gap_list
from lrt_site.findings.gap_list import Gap
from lrt_site.model.register import Register

FORMAT = "silence/v1"


def files(register: Register, as_of: date) -> Mapping[str, str]:
    """The data file with every gap on a day, by its path."""
    rows = [_row(gap, register) for gap in gap_list.gap_list(register, as_of)]
    return v1.as_file(urls.GAPS_DATA, {"format": FORMAT, "as_of": as_of.isoformat(), "gaps": rows})


def _row(gap: Gap, register: Register) -> Mapping[str, str | bool | None]:
    return {
        "id": gap.id,
        "kind": gap.kind,
        "about": gap.about,
        "missing": gap.title,
        "since": gap.since.text if gap.since else None,
        "since_at_latest": gap.at_latest,
        "until": gap.until.text if gap.until else None,
        "closing": gap.closing,
        "address": gap_list.address_of(gap),
        "page": urls.address_of(gap.about, register),
    }
