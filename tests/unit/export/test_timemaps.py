"""All versions of a record can be found by time, under every id that it had."""

import re
from collections.abc import Mapping
from dataclasses import replace

from lrt_site.export import timemaps
from lrt_site.sitemap import states
from tests.builders import (
    a_ledger,
    a_meeting,
    a_mention,
    a_person,
    a_register,
    an_output,
    data_of,
    history_in,
    on,
)
from tests.unit.export.making import Files, data

SITE = "https://fictief.example/tafel/"


SECRET = "Geheimstra"


STATES = (
    a_register(a_meeting(), an_output(), a_person(name=f"F. {SECRET}"), a_mention(text=f"{SECRET} kwam vaak langs.")),
    a_register(a_meeting(date=on("2020-06-16")), an_output(), a_person(id="p-anders", name=f"F. {SECRET}")),
    a_register(a_meeting(date=on("2020-06-16")), a_person(id="p-anders", name="F. Fictief")),
)


LEDGER = a_ledger(*STATES, addresses=states.addresses)


def made(ledger: Mapping[str, bytes]) -> Files:
    return data_of(history_in(ledger), ledger, SITE)


def test_a_timemap_lists_all_versions_in_order_of_time_under_every_id() -> None:
    found = made(LEDGER)
    timemap = data(found, "/data/v1/tijdlijnen/p-anders.link").decode()
    base = "https://fictief.example/tafel"
    assert timemap.split(",\n") == [
        f'<{base}/deelnemers/p-anders/>; rel="original"',
        f'<{base}/data/v1/tijdlijnen/p-anders.link>; rel="self"; type="application/link-format"; '
        'from="Mon, 05 Jan 2026 00:00:00 GMT"; until="Fri, 06 Mar 2026 00:00:00 GMT"',
        f'<{base}/deelnemers/p-anders/versies/>; rel="version-history"; type="text/html"',
        f'<{base}/deelnemers/p-fictief/versies/1/>; rel="first memento"; datetime="Mon, 05 Jan 2026 00:00:00 GMT"',
        f'<{base}/deelnemers/p-anders/versies/2/>; rel="memento"; datetime="Wed, 04 Feb 2026 00:00:00 GMT"',
        f'<{base}/deelnemers/p-anders/versies/3/>; rel="last memento"; datetime="Fri, 06 Mar 2026 00:00:00 GMT"\n',
    ]
    former = data(found, "/data/v1/tijdlijnen/p-fictief.link").decode()
    assert former == timemap.replace("tijdlijnen/p-anders", "tijdlijnen/p-fictief")


def test_a_timemap_has_one_memento_of_a_day() -> None:
    history = history_in(a_ledger(*STATES))
    noon = [replace(publication, date=on("2026-01-05")) for publication in history.publications[:2]]
    one_day = replace(history, publications=(*noon, history.last))
    timemap = str(timemaps.files(one_day, SITE)["data/v1/tijdlijnen/m-2020-06-15.link"])
    assert re.findall(r'/versies/([0-9]+)/>; rel="([a-z ]+)"; datetime="([^"]+)"', timemap) == [
        ("2", "first last memento", "Mon, 05 Jan 2026 00:00:00 GMT"),
    ]


def test_one_version_is_the_first_and_the_last() -> None:
    timemap = data(made(LEDGER), "/data/v1/tijdlijnen/s-fictief.link").decode()
    assert '<https://fictief.example/tafel/bronnen/s-fictief/>; rel="original"' in timemap
    assert timemap.count('rel="first last memento"') == 1
