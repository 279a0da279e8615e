"""Examine pages as they are on a screen, on a telephone and at 320 pixels: axe with every rule, and no overflow."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (1280, 390)
NARROWEST = 320
HEIGHT = 900
# What axe leaves to be checked by hand, and is always a mistake in our pages: ids named twice, or not there.
NEVER_IN_DOUBT = ["duplicate-id-aria", "aria-valid-attr-value"]
RUN = """certain => axe.run(document, {resultTypes: ['violations', 'incomplete']}).then((found) => [
    ...found.violations, ...found.incomplete.filter((one) => certain.includes(one.id))
])"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Examination:
    """What is wrong in the pages looked at."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.pages = 0

    def visit(self, page: Page, path: str, *, status: int = 200) -> None:
        """Open a page and look at it."""
        answer = page.goto(path)
        if answer is None or answer.status != status:
            self.faults.append(f"{path}: answers {answer and answer.status} instead of {status}")
        self.look(page, path)

    def look(self, page: Page, name: str) -> None:
        """Look at the page as it is now, at each width."""
        self.pages += 1
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            self.faults += [f"{name} at {width}: {line}" for line in violations(page)]
        page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        if (excess := page.evaluate(OVERFLOW)) > 0:
            self.faults.append(f"{name} at {NARROWEST}: {excess} pixels too wide")
        page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})

    @property
    def report(self) -> str:
        """Return every fault, one a line."""
        return "\n".join(self.faults)


def violations(page: Page) -> list[str]:
    """Return what axe finds: rule, help and the elements concerned."""
    # A click returns when the next page has begun, which may be before it has a body.
    page.wait_for_load_state()
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(RUN, NEVER_IN_DOUBT)
    return [
        f"{one['id']}, {one['help']}: {'; '.join(node['html'][:160] for node in one['nodes'][:3])}"
        for one in found
    ]
