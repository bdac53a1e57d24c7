"""A real Chromium for the tests that look at pages."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDTHS = (360, 800, 1400)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Skips where there is none, except in CI."""
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium: scripts/setup-browser")
        pytest.skip("there is no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def faults_of(browser: Browser, file: Path, width: int, scheme: str = "light") -> list[str]:
    """What is wrong with the page: sideways scrolling, messages of the console, requests, axe's findings."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", lambda request: faults.append(request.url) if request.url != file.as_uri() else None)
    page.goto(file.as_uri())
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        faults.append(f"scrolls sideways at {width}")
    faults += [*_axe(page)]
    context.close()
    return faults


def _axe(page: Page) -> Iterator[str]:
    for violation in Axe().run(page).response["violations"]:
        if violation["impact"] in ("serious", "critical"):
            yield f"axe: {violation['id']}: {violation['nodes'][0]['html'][:120]}"
