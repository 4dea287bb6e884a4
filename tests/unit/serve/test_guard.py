"""Only a browser on this machine that wants to read is answered, and no page elsewhere can read along."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse

from lrt_site.serve.guard import guarded
from tests.tools.asking import HOST, PORT, Answer, answer


def asked(*, port: int = PORT, method: str = "GET", hosts: tuple[str, ...] = (HOST,)) -> Answer:
    return asyncio.run(answer(guarded(PlainTextResponse("geheim"), port), "/", method=method, hosts=hosts))


@pytest.mark.parametrize("host", [HOST, f"localhost:{PORT}", f"LOCALHOST:{PORT}", f"[::1]:{PORT}"])
def test_this_machine_is_answered_by_each_of_its_names(host: str) -> None:
    assert asked(hosts=(host,)).text == "geheim"


def test_without_a_port_only_the_port_of_the_web_is_meant() -> None:
    assert asked(port=80, hosts=("localhost",)).text == "geheim"
    assert asked(hosts=("localhost",)).status == 421


@pytest.mark.parametrize(
    "hosts",
    [
        ("kwaad.example",),
        (f"kwaad.example:{PORT}",),
        (f"127.0.0.1.kwaad.example:{PORT}",),
        (f"localhost.:{PORT}",),
        ("127.0.0.1:9",),
        (f"127.0.0.1:{PORT}@kwaad.example",),
        (f"0.0.0.0:{PORT}",),
        ("",),
        (),
        (HOST, "kwaad.example"),
    ],
)
def test_another_name_that_leads_here_is_refused_in_dutch(hosts: tuple[str, ...]) -> None:
    refused = asked(hosts=hosts)
    assert (refused.status, refused.text) == (421, f"Dit voorbeeld staat alleen op deze computer, op http://{HOST}/.\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "VERZIN"])
def test_nothing_can_be_done_but_reading(method: str) -> None:
    refused = asked(method=method)
    assert (refused.status, refused.headers["allow"]) == (405, "GET, HEAD")
    assert refused.text == "Dit voorbeeld is alleen te lezen.\n"


@pytest.mark.parametrize("host", [HOST, "kwaad.example"])
def test_no_page_elsewhere_may_read_or_frame_an_answer(host: str) -> None:
    headers = asked(hosts=(host,)).headers
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert not [name for name in headers if name.startswith("access-control")]
