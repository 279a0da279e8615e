"""Links of our own pages are checked without the network; pages that nobody reads again are listed."""

from __future__ import annotations

import datetime as dt
import socket

import pytest
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage, StandardPage
from home.redirection.addresses import Addresses
from home.redirection.links import check_links
from home.redirection.models import BrokenLink, PageReview
from home.redirection.reviews import stale_pages
from tests.cast import Cast
from tests.factories import make_article, make_event, make_page
from ui.models import NavigationSettings

pytestmark = pytest.mark.django_db
SCREEN = "/admin/adresses/liens/"
STALE = "/admin/adresses/a-relire/"


def with_text(html: str, *, slug: str = "page-a-liens") -> StandardPage:
    """Make a page whose text holds links."""
    return make_page("Page à liens", slug=slug, body=[{"type": "prose", "value": html}])


def faults(page: Page | None) -> dict[str, str]:
    """Return what the check found on a page, on none: in the menus."""
    return dict(BrokenLink.objects.filter(page=page).values_list("address", "fault"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse any connection to elsewhere."""

    def refuse(*_args: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_a_new_site_has_no_broken_link(now: dt.datetime) -> None:
    check_links(now)

    assert list(BrokenLink.objects.values_list("page__slug", "address", "fault")) == []


def test_links_that_lead_nowhere_are_found_and_the_others_are_not(now: dt.datetime) -> None:
    draft, article = make_article("Brouillon", live=False), make_article("En ligne")
    private = make_article("Réservé")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    Redirect.objects.create(old_path="/ancienne", redirect_link="/offres/")
    page = with_text(
        '<p><a href="/nulle-part/?a=1#b">un</a> <a href="/offres/?q=soin">deux</a>'
        ' <a href="https://ailleurs.example/mort">trois</a> <a href="mailto:a@b.example">quatre</a>'
        f' <a linktype="page" id="{draft.pk}">cinq</a> <a linktype="page" id="{article.pk}">six</a>'
        ' <a href="/ancienne/">sept</a> <a href="http://testserver/actualites/rien/">huit</a>'
        ' <a href="/en/">neuf</a> <a href="/offres/menuisier-99999/">dix</a>'
        f' <a linktype="page" id="{private.pk}">onze</a> <a linktype="document" id="999">douze</a>'
        ' <a href="/static/css/site.css">treize</a> <a href="/espace-employeur">quatorze</a>'
        ' <a href="#ancre">quinze</a> <a href="/documents/12/x.pdf">seize</a></p>'
    )

    check_links(now)

    assert faults(page) == {
        "/nulle-part/?a=1#b": "NOWHERE",
        draft.get_url(): "OFFLINE",
        "/ancienne/": "MOVED",
        "/actualites/rien/": "NOWHERE",
        "/offres/menuisier-99999/": "NOWHERE",
        private.get_url(): "PRIVATE",
        "/documents/999/": "NOWHERE",
        "/documents/12/x.pdf": "NOWHERE",
    }


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/&#9;/[x", {}),
        (f"/documents/{'9' * 4400}/", {f"/documents/{'9' * 489}": "NOWHERE"}),
        (f"/offres/x-{'9' * 4400}/", {f"/offres/x-{'9' * 490}": "NOWHERE"}),
        (f"/offres/x-{'9' * 40}/", {f"/offres/x-{'9' * 40}/": "NOWHERE"}),
    ],
)
def test_a_link_that_cannot_be_read_does_not_stop_the_check(
    now: dt.datetime, address: str, expected: dict[str, str]
) -> None:
    odd = with_text(f'<p><a href="{address}">x</a></p>')
    other = with_text('<p><a href="/nulle-part/">x</a></p>', slug="autre-page")

    check_links(now)

    assert faults(odd) == expected
    assert faults(other) == {"/nulle-part/": "NOWHERE"}


def test_an_address_that_is_none_leads_nowhere(now: dt.datetime) -> None:
    assert Addresses.read(now).fault("//[x") == "NOWHERE"


def test_a_redirection_that_cannot_be_read_does_not_stop_the_check(now: dt.datetime) -> None:
    Redirect.objects.create(old_path="/x", redirect_link="http://[x")

    assert check_links(now) == 0


def test_addresses_typed_in_blocks_and_menus_are_checked(now: dt.datetime) -> None:
    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    home.popular_searches = [{"type": "search", "value": {"label": "Soin", "address": "/ofres/"}}]
    home.save_revision().publish()
    menus = NavigationSettings.objects.get()
    menus.main_menu = [
        {
            "type": "link",
            "value": {"label": "X", "label_en": "X", "page": None, "address": "/rien/"},
        }
    ]
    menus.save()

    check_links(now)

    assert faults(home) == {"/ofres/": "NOWHERE"}
    assert faults(None) == {"/rien/": "NOWHERE"}


def test_redirections_in_a_circle_are_reported(now: dt.datetime) -> None:
    for old, new in (("/x", "/y"), ("/y", "/x")):
        Redirect.objects.create(old_path=old, redirect_link=new)

    check_links(now)

    assert faults(None) == {"/x": "LOOP", "/y": "LOOP"}


def test_what_is_mended_leaves_the_report(cast: Cast, now: dt.datetime) -> None:
    page = with_text('<p><a href="/nulle-part/">là</a></p>')
    client = cast.client(cast.editor)
    assert client.post(f"{SCREEN}verifier/")["Location"] == SCREEN
    screen = client.get(SCREEN).content.decode()
    assert "/nulle-part/" in screen
    assert f"/admin/pages/{page.pk}/edit/" in screen

    page.body = [{"type": "prose", "value": "<p>Rien.</p>"}]
    page.save_revision().publish()
    client.post(f"{SCREEN}verifier/")

    assert "Tous les liens du site mènent quelque part" in client.get(SCREEN).content.decode()


def test_the_command_tells_what_is_wrong(capsys) -> None:
    with_text('<p><a href="/nulle-part/">là</a></p>')

    call_command("check_links")

    assert "Page à liens\t/nulle-part/\tRien à cette adresse" in capsys.readouterr().out


def published(page: Page, when: dt.datetime) -> None:
    """Pretend that a page was published then."""
    Page.objects.filter(pk=page.pk).update(last_published_at=when)


def test_pages_are_stale_after_months_unless_their_date_tells_it(
    settings, now: dt.datetime
) -> None:
    settings.STALE_PAGE_MONTHS = 12
    old, recent, draft = (make_page(slug, slug=slug) for slug in ("vieille", "recente", "retiree"))
    article, event = make_article(), make_event(now=now)
    for page in (old, article, event, draft):
        published(page, now - dt.timedelta(days=366))
    published(recent, now - dt.timedelta(days=364))
    Page.objects.filter(pk=draft.pk).update(live=False)

    assert [page.pk for page in stale_pages(now)] == [old.pk]


def test_reading_a_page_again_takes_it_off_the_list(cast: Cast, now: dt.datetime) -> None:
    page = make_page("Vieille", slug="vieille")
    published(page, now - dt.timedelta(days=900))
    client = cast.client(cast.editor)
    assert "Vieille" in client.get(STALE).content.decode()

    done = client.post(f"{STALE}{page.pk}/")

    assert done["Location"] == STALE
    assert list(stale_pages(now)) == []
    assert PageReview.objects.get().reviewed_by == cast.editor
    later = now + dt.timedelta(days=366)
    assert page.pk in {one.pk for one in stale_pages(later)}
    # A page that nobody has to read again is not marked.
    assert client.post(f"{STALE}{page.pk}/").status_code == 404
