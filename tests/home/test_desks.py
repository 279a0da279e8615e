"""The dashboard asks of each person what they can do: each line leads to a screen that opens, on a task that is theirs."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale

from home.health.models import HealthGrant
from territory.models import ResourceCard, Territory
from tests.cast import Cast
from tests.factories import make_page
from tests.home.health.making import make_grant
from ui.models import KeyFigure
from ui.waiting_screens import kinds_for

pytestmark = pytest.mark.django_db
STAFF = (
    "editor", "publisher", "translator", "referent", "health_contact", "moderator", "administrator",
)  # fmt: skip
# Who may write what each kind of check asks for, its date above all.
CHECKS = {
    "resource_cards": ("territory.add_resourcecard", "checked_on"),
    "health.aids": ("health.add_healthgrant", "checked_on"),
}


@pytest.fixture(autouse=True)
def work() -> ResourceCard:
    """Leave something to do for everybody: a page to translate, a figure, an aid and a card to check."""
    make_page("Une page que personne n’a traduite", slug="non-traduite")
    old = timezone.localdate() - dt.timedelta(days=900)
    make_grant(name="Aide d’essai", valid_from=old)
    KeyFigure.objects.create(
        value="42", label="postes", definition="Tous.", year=2020, source="",
        locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE),
    )  # fmt: skip
    return ResourceCard.objects.create(
        territory=Territory.objects.order_by("pk").first(), theme="SCHOOLS", title="Les écoles",
        text="Deux phrases.", checked_on=old,
    )  # fmt: skip


@pytest.mark.parametrize("who", STAFF)
def test_every_line_of_a_dashboard_leads_to_a_screen_that_opens(cast: Cast, who: str) -> None:
    client = cast.client(getattr(cast, who))
    page = client.get("/admin/").content.decode()
    panels = re.findall(r"<section[^>]*w-panel--dashboard.*?</section>", page, re.DOTALL)

    links = {link for panel in panels for link in re.findall(r'href="([^"#?]+)', panel)}
    shut = [link for link in sorted(links) if client.get(link).status_code != 200]
    assert shut == []
    if who in ("editor", "publisher", "translator", "administrator"):
        assert links


@pytest.mark.parametrize("who", STAFF)
@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_check_is_asked_of_those_who_write_its_date(
    cast: Cast, work: ResourceCard, who: str, name: str
) -> None:
    person = getattr(cast, who)
    permission, field = CHECKS[name]
    is_asked = name in {kind.name for kind in kinds_for(person)}

    assert is_asked == person.has_perm(permission)
    row = work if name == "resource_cards" else HealthGrant.objects.get(name="Aide d’essai")
    address = f"/admin/snippets/{row._meta.label_lower.replace('.', '/')}/edit/{row.pk}/"
    screen = cast.client(person).get(address)
    assert is_asked == (screen.status_code == 200 and f'name="{field}"' in screen.content.decode())


def test_a_translator_is_asked_for_no_check(cast: Cast) -> None:
    assert kinds_for(cast.translator) == []
