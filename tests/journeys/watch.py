"""Watch pages while people use them: scripts that fail, files that lack, requests that leave the site."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.journeys.processes import Site

# The browser itself says this of each answer from 400 up; our pages answer 404, 410 and 422 on purpose.
ANSWER_OF_A_PAGE = "Failed to load resource: the server responded with a status of 4"
# Wagtail saves a page while it is typed, and answers 400 as long as it lacks something.
SAVED_WHILE_TYPED = re.compile(r"/admin/pages/(\d+/edit|add/[\w/]+)/$")


class Watch:
    """What went wrong in the pages watched over."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def over(self, page: Page, site: Site) -> None:
        """Note the faults of a page from now on."""

        def note(what: str) -> None:
            self.faults.append(f"{page.url}: {what}")

        def hear(message: ConsoleMessage) -> None:
            if message.type == "error" and not message.text.startswith(ANSWER_OF_A_PAGE):
                note(message.text)

        def see_request(request: Request) -> None:
            parts = urlsplit(request.url)
            if parts.scheme in {"http", "https"} and not request.url.startswith(f"{site.url}/"):
                note(f"asks another site, {request.url}")

        def see_response(response: Response) -> None:
            is_expected = response.request.resource_type == "document" or (
                response.status == 400 and SAVED_WHILE_TYPED.search(urlsplit(response.url).path)
            )
            if response.status >= (500 if is_expected else 400):
                note(f"{response.status} for {response.url}")

        page.on("pageerror", lambda error: note(f"script error, {error}"))
        page.on("console", hear)
        page.on("request", see_request)
        page.on("response", see_response)
