from pathlib import Path

from lrt_site import files, site_folder
from lrt_site.export import security_txt
from lrt_site.model.table import Security
from tests.builders import a_site, on

GIVEN = Security(contact="lekken@fictief.example", expires=on("2026-12-31"), policy="https://fictief.example/lekken")
PATH = ".well-known/security.txt"


def test_the_file_has_the_form_of_its_standard() -> None:
    assert security_txt.files(a_site(security=GIVEN)) == {
        PATH: (
            "Contact: mailto:lekken@fictief.example\n"
            "Expires: 2026-12-31T23:59:59Z\n"
            "Preferred-Languages: nl\n"
            "Canonical: https://fictief.example/.well-known/security.txt\n"
            "Policy: https://fictief.example/lekken\n"
        )
    }


def test_a_web_address_stays_as_it_is_and_what_is_not_given_is_left_out() -> None:
    given = Security(contact="https://fictief.example/meld", expires=on("2026-12"))
    (text,) = security_txt.files(a_site(security=given)).values()
    assert "Contact: https://fictief.example/meld\nExpires: 2026-12-31T23:59:59Z\n" in text
    assert "Policy" not in text


def test_no_contact_is_made_up() -> None:
    assert security_txt.files(a_site(report_error="fouten@fictief.example")) == {}


def test_a_site_in_a_folder_leaves_the_file_to_the_host() -> None:
    assert security_txt.files(a_site(address="https://fictief.example/tafel/", security=GIVEN)) == {}


def test_it_is_a_file_of_the_site_like_any_other(tmp_path: Path) -> None:
    """Hidden things beside it, and in it, are not."""
    files.write(
        tmp_path, {**security_txt.files(a_site(security=GIVEN)), ".well-known/.x": "", ".git/x": "", "y/.z": ""}
    )
    assert files.hashes(tmp_path).keys() == {PATH}
    assert site_folder.hidden_in(tmp_path) == (".git", ".well-known/.x", "y/.z")
