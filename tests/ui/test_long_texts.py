"""A text of a hundred thousand characters is read as any other: no rule looks at it again from each of its characters."""

from __future__ import annotations

import contextlib
import re
import signal
from collections.abc import Iterator
from types import FrameType

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.factories import make_event
from ui.names import validate_name
from ui.rich_text import clean_html, html_to_text, plain, text_to_html
from ui.telephones import is_telephone
from ui.typography import typographic, with_french_spaces

LENGTH = 100_000
# What is repeated: each pattern of ours begins, or goes on, with one of these.
SEEDS = (
    "x",
    "0",
    "a-",
    "a.",
    "**a ",
    " ",
    "\u00a0",
    "\n",
    "- ",
    "<",
    "<b>",
    "« ",
    "&lt;",
    "www.",
    "@",
    "1 ",
)
READERS = (
    validate_name, is_telephone, text_to_html, html_to_text, clean_html, plain, typographic, with_french_spaces,
)  # fmt: skip
# Far above what a straight reading takes, far below what reading from each character would: minutes.
PATIENCE = 20
FIELD = re.compile(r'<(?:input|textarea)\b[^>]*\bname="([a-z_]+)"')


@contextlib.contextmanager
def patience() -> Iterator[None]:
    """Give up on what does not end."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    former = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, former)


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
def test_a_long_text_is_read_once(read):
    for seed in SEEDS:
        with patience(), contextlib.suppress(ValidationError):
            read((seed * LENGTH)[:LENGTH] + "!")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/ambassadeurs/devenir/", "/contact/", "/sante/etre-rappele/", "/s-installer/demande/",
        "/agenda/soiree/inscription/", "/espace-employeur/inscription/", "/ambassadeurs/espace/",
    ],
)  # fmt: skip
def test_a_form_answers_to_long_texts_in_every_field(path, now):
    make_event(now=now, slug="soiree", capacity=9)
    client = Client()
    page = client.get(path, follow=True)
    names = set(FIELD.findall(page.content.decode())) - {"csrfmiddlewaretoken"}
    assert len(names) > 1
    with patience():
        answer = client.post(page.request["PATH_INFO"], dict.fromkeys(names, "x" * LENGTH))
    assert answer.status_code == 422
