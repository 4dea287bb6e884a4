"""What we ship for web servers serves a built site as it should: types, headers, caching, nothing that is hidden."""

import gzip
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from lrt_site import builtin, files, urls
from tests.tools import hosts
from tests.tools.hosts import asked, settings
from tests.tools.kinds import KINDS, ONLY_OF_LONG_LISTS, html_of, rich_pages
from tests.tools.sites import LEADS_ON, ROOT, end_of

TELLS_OF_VIOLATIONS = """window.broken = 0;
document.addEventListener("securitypolicyviolation", event => {
    console.error(`violation of ${event.effectiveDirective} by ${event.blockedURI}`);
    window.broken += 1;
});"""
SERVERS = ("nginx", "nginx in a container", "caddy")
POLICY = re.compile(r"Content-Security-Policy\W+(?:content=\")?(default-src [^\"\n]+)")
ONLY_A_HEADER = "; frame-ancestors 'none'"
"""What browsers do not take from a page."""
SCRIPTS, COMPILED = "script-src 'self'", " 'wasm-unsafe-eval'"
ROOM_FOR_MORE = "{% block running %}{% endblock %}"
"""Where the template of a page can allow more."""
MANY_ALIKE = ("versies", "stand", "record", "tijdlijnen")
"""Folders of which the tests need few files."""
SAID = (
    "Content-Security-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
)
TEXT = "text/{}; charset=utf-8"
TYPES = {
    "/": TEXT.format("html"),
    "/static/site.css": TEXT.format("css"),
    "/static/citaat.js": TEXT.format("javascript"),
    "/agenda.ics": TEXT.format("calendar"),
    "/SHA256SUMS": TEXT.format("plain"),
    "/favicon.ico": "image/x-icon",
    "/sitemap.xml": "application/xml",
    "/deelkaart.png": "image/png",
    "/data/v1/index.json": "application/json",
    "/data/v1/wijzigingen.ndjson": "application/x-ndjson; charset=utf-8",
    "/data/v1/tijdlijnen/site.link": "application/link-format; charset=utf-8",
    "/data/v1/catalogus.ttl": TEXT.format("turtle"),
    "/data/v1/tabellen/alles.sqlite": "application/vnd.sqlite3",
    "/data/v1/tabellen/meeting.parquet": "application/vnd.apache.parquet",
    "/opensearch.xml": "application/opensearchdescription+xml",
    "/feeds/alles.xml": "application/atom+xml; charset=utf-8",
    "/bij/kaart.jsonld": "application/ld+json",
    "/bij/site.webmanifest": "application/manifest+json",
    "/bij/publication.json.sig": TEXT.format("plain"),
    "/bij/allowed_signers": TEXT.format("plain"),
    "/bij/cijfers.csv": TEXT.format("csv"),
    "/bij/stuk.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "/bij/stuk.pdf": "application/pdf",
    "/.well-known/security.txt": TEXT.format("plain"),
}


def rich(site: Path) -> Mapping[str, str]:
    """The address of a page of every kind."""
    return {kind: address for kind, (_, address) in rich_pages(site, "examples/fictief").items()}


@pytest.fixture(scope="module")
def folder(fictief_site: Path) -> Iterator[Path]:
    """A folder that every user may read, with a built site as it would stand on a server."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        site = folder / "site"
        shutil.copytree(fictief_site, site, ignore=shutil.ignore_patterns(*MANY_ALIKE))
        there = {address: html_of(fictief_site, address) for address in rich(fictief_site).values()}
        led_to = {end_of(address, html) for address, html in there.items()}
        there |= {address: html_of(fictief_site, address) for address in led_to}
        pages = {urls.file_of(address): html for address, html in there.items()}
        others = {path.lstrip("/"): "iets\n" for path in TYPES if not (site / path.lstrip("/")).exists()}
        files.write(site, {**pages, **others})
        (site / ".git").mkdir()
        (site / ".git/config").write_text("geheim", "utf-8")
        subprocess.run(["sh", builtin.DEPLOYMENT / "precompress", site], check=True, capture_output=True)
        yield folder


@pytest.fixture(scope="module")
def roots(folder: Path) -> Iterator[Mapping[str, str]]:
    """The address of each server, and that of nginx without a certificate."""
    plain, safe, contained, other = (hosts.free_port() for _ in range(4))
    own, container = hosts.on_a_server(folder, plain, safe), hosts.in_container(folder, contained)
    caddy = (hosts.CADDY, "run", "--adapter", "caddyfile", "--config", str(hosts.of_caddy(folder, other)))
    with ExitStack() as running:
        for command, port in (
            (hosts.nginx(own, "-g", "daemon off;"), safe),
            (hosts.nginx(container, "-g", "daemon off;"), contained),
            (caddy, other),
        ):
            running.enter_context(hosts.running(command, folder, port))
        http = "http://127.0.0.1:{}".format
        yield {
            "nginx": f"https://127.0.0.1:{safe}",
            "nginx in a container": http(contained),
            "caddy": http(other),
            "without a certificate": http(plain),
        }


@pytest.fixture(params=SERVERS)
def root(request: pytest.FixtureRequest, roots: Mapping[str, str]) -> str:
    return roots[request.param]


def headers_file() -> Mapping[str, str]:
    """What the file of headers says of every address."""
    rule = settings("_headers").partition("\n/*\n")[2].partition("\n\n")[0]
    pairs: dict[str, str] = dict(line.strip().split(": ", 1) for line in rule.splitlines())
    return pairs


@pytest.mark.parametrize("name", ["server", "container"])
def test_nginx_finds_no_fault_in_the_settings(name: str, folder: Path) -> None:
    made = hosts.on_a_server(folder, 8080, 8443) if name == "server" else hosts.in_container(folder, 8080)
    tried = hosts.as_ordinary_user(hosts.nginx(made, "-t"), folder)
    _, said = tried.communicate()
    assert tried.returncode == 0, said
    assert "emerg" not in said
    assert [line for line in said.splitlines() if "[warn]" in line and "http2" not in line] == []


def test_every_place_says_the_same_policy() -> None:
    pages = (ROOT / "templates/base.html.jinja", ROOT / "templates/handbook/main.html")
    said = [POLICY.findall(page.read_text("utf-8")) for page in pages]
    (asked_of_browsers,) = {policy.replace(ROOM_FOR_MORE, "") for policies in said for policy in policies}
    strict = asked_of_browsers + ONLY_A_HEADER
    assert POLICY.findall(settings("nginx-site.conf")) == [strict.replace(SCRIPTS, f"{SCRIPTS}$running")]
    assert POLICY.findall(settings("Caddyfile")) == [strict, strict.replace(SCRIPTS, SCRIPTS + COMPILED)]
    assert POLICY.findall(settings("_headers")) == [strict.replace(SCRIPTS, SCRIPTS + COMPILED)]


def test_only_the_search_page_may_compile_a_program(root: str, fictief_site: Path) -> None:
    for path in ("/", urls.SEARCH, f"{urls.SEARCH}index.html", urls.TITLES, urls.QUOTE, "/zoeken/nergens/"):
        allowed = asked(root, path).headers["Content-Security-Policy"].count(COMPILED)
        assert allowed == (path.removesuffix("index.html") == urls.SEARCH), path
    pages = {path for path in fictief_site.rglob("index.html") if COMPILED in path.read_text("utf-8")}
    assert pages == {fictief_site / urls.file_of(urls.SEARCH)}


def test_every_answer_has_the_headers_that_keep_a_reader_safe(root: str) -> None:
    for path in ("/", "/tafel/", "/static/site.css", "/data/v1/index.json", "/nergens/", "/.gebouwd"):
        told = asked(root, path).headers
        expected = {name: [headers_file()[name].replace(COMPILED, "")] for name in SAID}
        assert {name: told.get_all(name) for name in SAID} == expected, path
        assert not re.search(r"\d", told.get("Server", "")), path


def test_every_file_has_its_type(root: str) -> None:
    assert {path: asked(root, path).headers["Content-Type"] for path in TYPES} == TYPES


def test_a_host_that_reads_headers_is_told_the_same_types() -> None:
    rules = re.findall(r"^(/\S+)\n  Content-Type: (.+)$", settings("_headers"), re.MULTILINE)
    told = {path: kind for rule, kind in rules for path in TYPES if re.fullmatch(rule.replace("*", ".*"), path)}
    assert len(told) == len(rules) - 1
    assert told.items() <= TYPES.items()


def test_every_kind_of_file_on_the_sites_has_a_type(real_site: Path, fictief_site: Path) -> None:
    types = re.search(r"^types \{(.+?)^\}", settings("nginx-site.conf"), re.MULTILINE | re.DOTALL)
    assert types
    known = {f".{word}" for line in types[1].split(";") for word in line.split()[1:]}
    for site in (real_site, fictief_site):
        assert {path.suffix for path in site.rglob("*") if path.is_file() and path.suffix} - known == set()


def test_what_is_not_there_or_hidden_gets_the_page_that_says_so(root: str, folder: Path) -> None:
    page = (folder / "site/404.html").read_text("utf-8")
    for path in (
        "/nergens/",
        "/.gebouwd",
        "/.git/config",
        "/.well-known/",
        "/data/nergens/",
        "/index.html.gz",
        "/tafel/.x/y",
    ):
        gone = asked(root, path)
        assert (gone.status, gone.headers["Content-Type"]) == (404, TEXT.format("html")), path
        assert gone.text == page, path
        assert gone.headers["Cache-Control"] == "no-cache", path


def test_a_folder_leads_to_its_page(root: str) -> None:
    led = asked(root, "/tafel")
    assert led.status in (301, 308)
    assert led.headers["Location"] == "/tafel/"


def test_a_browser_asks_again_each_time(root: str) -> None:
    for path in ("/", "/static/site.css", "/data/v1/index.json"):
        first = asked(root, path)
        assert (first.status, first.headers["Cache-Control"]) == (200, "no-cache"), path
        again = asked(root, path, If_None_Match=first.headers["ETag"])
        assert (again.status, again.body) == (304, b""), path


@pytest.mark.parametrize("path", ["/", "/static/site.css", "/data/v1/index.json", "/feeds/alles.xml", "/SHA256SUMS"])
def test_what_was_packed_before_is_sent_and_says_the_same(path: str, root: str, folder: Path) -> None:
    file = folder / "site" / (path.lstrip("/") or "index.html")
    packed = asked(root, path, Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert packed.headers["Content-Type"] == TYPES[path]
    assert packed.body == file.with_name(f"{file.name}.gz").read_bytes()
    assert gzip.decompress(packed.body) == asked(root, path).body == file.read_bytes()


def test_scripts_of_others_may_read_the_data_alone(root: str) -> None:
    asked_for = {path: asked(root, path).headers["Access-Control-Allow-Origin"] for path in TYPES}
    assert {path for path, whose in asked_for.items() if whose} == {
        path for path in TYPES if path.startswith(("/data/", "/feeds/"))
    }
    assert set(asked_for.values()) == {None, "*"}
    assert settings("_headers").count("Access-Control-Allow-Origin: *") == 2


def test_without_a_certificate_a_reader_is_led_to_the_site(roots: Mapping[str, str]) -> None:
    led = asked(roots["without a certificate"], "/tafel/?a=b", Host="elders.example")
    assert (led.status, led.headers["Location"]) == (301, "https://tafel.example/tafel/?a=b")


def test_the_container_runs_as_no_root_and_serves_where_the_site_is_copied() -> None:
    lines = settings("Containerfile").splitlines()
    text = settings("nginx-container.conf")
    assert lines.index("USER nginx") < next(number for number, line in enumerate(lines) if line.startswith("CMD"))
    for port in re.findall(r"^EXPOSE (\d+)$", "\n".join(lines), re.MULTILINE):
        assert int(port) > 1024
        assert f"listen {port};" in text
    assert "COPY ${SITE} /srv/site" in lines
    assert "root /srv/site;" in text
    copied = [Path(words[1]) for words in map(str.split, lines) if words[:1] == ["COPY"] and "deploy/" in words[1]]
    assert [path for path in copied if not (builtin.DEPLOYMENT / path.name).is_file()] == []


@pytest.fixture
def heard() -> list[str]:
    """What a browser complained of, or asked of others."""
    return []


@pytest.fixture
def page(browser: Browser, roots: Mapping[str, str], heard: list[str]) -> Iterator[Page]:
    """A page of the site as nginx serves it with a certificate."""
    with browser.new_context(ignore_https_errors=True, base_url=roots["nginx"]) as context:
        context.add_init_script(TELLS_OF_VIOLATIONS)
        page = context.new_page()
        page.on("console", lambda message: heard.append(f"{message.location['url']}: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
        ours = (f"{roots['nginx']}/", "data:")
        context.on("request", lambda request: heard.extend([] if request.url.startswith(ours) else [request.url]))
        yield page


def test_no_page_breaks_the_policy(fictief_site: Path, page: Page, heard: list[str]) -> None:
    """One of every kind, light, dark and on paper."""
    addresses = rich(fictief_site)
    assert sorted(addresses) == [kind for kind in KINDS if kind not in ONLY_OF_LONG_LISTS]
    for address in (*addresses.values(), urls.HANDBOOK, "/nergens/"):
        page.goto(address)
        if LEADS_ON in html_of(fictief_site, address if address in addresses.values() else "/"):
            page.wait_for_url(lambda url, left=address: urlsplit(url).path != left)  # type: ignore[misc]
        else:
            page.emulate_media(color_scheme="dark")
            page.emulate_media(media="print", color_scheme="light")
            page.emulate_media(media="screen")
    assert [fault for fault in heard if "/nergens/: error: Failed to load resource" not in fault] == []


def test_no_script_breaks_the_policy(page: Page, heard: list[str]) -> None:
    page.goto(urls.COMMITMENTS)
    page.get_by_label("Status").select_option("Voldaan")
    expect(page.get_by_role("status").last).to_contain_text("in de tabel")
    page.goto(urls.COMPOSITION)
    page.locator("#kies-een-dag summary").click()
    page.locator("#kies-een-dag [name=bekend]").fill("2020-01-01")
    page.locator("#kies-een-dag button").click()
    expect(page.locator("#kies-een-dag output")).to_contain_text("Op die dag was nog niets gepubliceerd.")
    page.goto(urls.QUOTE)
    page.get_by_label("Citaat", exact=True).fill("deze tafel bestaat")
    page.get_by_role("button", name="Zoek op").click()
    expect(page.locator("#antwoord")).not_to_be_empty()
    page.goto(f"{urls.SEARCH}?q=bron")
    expect(page.locator("#uitkomst")).to_contain_text("gevonden voor ‘bron’")
    assert heard == []


def test_a_policy_that_is_broken_is_heard(page: Page, heard: list[str]) -> None:
    page.goto("/")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('img'), {src: 'https://elders.example/'}))"
    )
    page.wait_for_function("window.broken > 0")
    assert any("violation of img-src" in fault for fault in heard)
