"""The built site, served on localhost, and a browser to read it with."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tools.browser import chromium
from tools.visit import build, served


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder that is served, and its address."""
    folder = tmp_path_factory.mktemp("site")
    with served(folder) as address:
        yield folder, address


@pytest.fixture(scope="session")
def site(host: tuple[Path, str]) -> Path:
    """The folder of the site, built for its host."""
    folder, address = host
    return build(folder, SITE_URL=f"{address}/", REPORT_URL="https://reports.example/new")


@pytest.fixture(scope="session")
def pages(site: Path, host: tuple[Path, str]) -> list[str]:
    """The address of every page, from the site's root."""
    addresses = re.findall("<loc>(.*)</loc>", (site / "sitemap.xml").read_text())
    return sorted(address.removeprefix(host[1]) for address in addresses)


@pytest.fixture(scope="session")
def address(site: Path, host: tuple[Path, str]) -> str:
    return host[1]


@pytest.fixture(scope="module")  # while it runs, no snippet of this worker could start an event loop
def browser() -> Iterator[Browser]:
    path = chromium()
    assert path, "no Chromium: `python -m tools.browser` installs one"
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=arguments)
        yield running
        running.close()
