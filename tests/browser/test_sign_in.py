"""Can somebody sign in with an identity provider, and does everybody else stay outside?"""

from __future__ import annotations

import json
import os
import urllib.request
from collections.abc import Iterator

import oidc_provider_mock
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import free_port, served
from tests.county import county

ACCESS = """\
version: 1
restricted: {measures: [recycling]}
access:
  - {role: reader, user: reader@council.example}
  - {role: contributor, group: waste, services: [waste]}
  - {role: performance, user: team@council.example}
"""
PEOPLE = {
    "reader": {"email": "reader@council.example"},
    "waste": {"email": "waste@council.example", "groups": ["waste"]},
    "stranger": {"email": "stranger@elsewhere.example"},
    "unverified": {"email": "team@council.example", "email_verified": False},
}


@pytest.fixture(scope="module")
def signing_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard that asks who its readers are, of a provider of its own on loopback."""
    folder = tmp_path_factory.mktemp("signing-in")
    council = county(folder)
    (folder / "access.yaml").write_text(ACCESS, encoding="utf-8")
    with oidc_provider_mock.run_server_in_thread() as provider:
        at = f"http://localhost:{provider.server_port}"
        for name, claims in PEOPLE.items():
            _put(f"{at}/users/{name}", claims)
        port = free_port()
        secrets = folder / "secrets.toml"
        secrets.write_text(
            "[auth]\n"
            f'redirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
            f'cookie_secret = "{os.urandom(24).hex()}"\n'
            'client_id = "dashboard"\nclient_secret = "not used by the provider"\n'
            f'server_metadata_url = "{at}/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        environment = council.environment | {
            "PERFCORE_ACCESS": str(folder / "access.yaml"),
            "STREAMLIT_SECRETS_FILES": str(secrets),
            # the provider of the tests speaks plainly, on loopback
            "AUTHLIB_INSECURE_TRANSPORT": "1",
        }
        with served(environment, tmp_path_factory.mktemp("log"), port) as address:
            yield address


def sign_in(page: Page, address: str, name: str) -> None:
    page.goto(address)
    expect(page.get_by_text("Sign in with your work account")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Off target")).to_have_count(0)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_placeholder("sub").fill(name)
    page.get_by_role("button", name="Authorize").click()


def test_a_reader_signs_in_and_out(anywhere: Page, signing_in: str) -> None:
    sign_in(anywhere, signing_in, "reader")
    expect(anywhere.get_by_role("heading", level=1)).to_have_text(
        "What needs attention", timeout=30_000
    )
    anywhere.goto(f"{signing_in}/access")
    expect(anywhere.get_by_text("You are signed in as reader@council.example.")).to_be_visible(
        timeout=30_000
    )
    anywhere.goto(f"{signing_in}/measure?measure=missed-bins")
    expect(anywhere.get_by_role("heading", level=1)).to_have_text("Missed bins", timeout=30_000)
    expect(anywhere.get_by_text("Explain an exception")).to_have_count(0)
    anywhere.goto(f"{signing_in}/measure?measure=recycling")
    expect(anywhere.get_by_text("Household waste <recycled>")).to_have_count(0)
    anywhere.goto(f"{signing_in}/access")
    anywhere.get_by_role("button", name="Sign out").click()
    anywhere.wait_for_url("**/end_session**")  # the provider's own page
    anywhere.goto(signing_in)
    expect(anywhere.get_by_text("Sign in with your work account")).to_be_visible(timeout=30_000)


def test_a_contributor_by_group_is_offered_to_explain(anywhere: Page, signing_in: str) -> None:
    sign_in(anywhere, signing_in, "waste")
    expect(anywhere.get_by_role("heading", level=1)).to_have_text(
        "What needs attention", timeout=30_000
    )
    anywhere.goto(f"{signing_in}/measure?measure=missed-bins")
    expect(anywhere.get_by_text("Explain an exception")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("name", ["stranger", "unverified"])
def test_whom_no_rule_names_sees_nothing(anywhere: Page, signing_in: str, name: str) -> None:
    sign_in(anywhere, signing_in, name)
    expect(anywhere.get_by_text("may not see")).to_be_visible(timeout=30_000)
    expect(anywhere.locator("h1")).to_have_count(0)


def _put(address: str, content: object) -> None:
    request = urllib.request.Request(
        address,
        json.dumps(content).encode(),
        {"content-type": "application/json"},
        method="PUT",
    )
    with urllib.request.urlopen(request, timeout=10):
        pass
