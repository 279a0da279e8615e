"""`bootstrap` makes an empty database a site, and a second time changes nothing that people did."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import Page, Site

from employer_space.kit.setup import kit_collection
from home.health.models import HealthIndexPage
from jobs.offers.models import JobFamily, JobOffer
from territory.models import Municipality
from tests.consistency.crawl import changed, fingerprint
from ui.models import NavigationSettings

pytestmark = pytest.mark.django_db


def picture():
    """Return what is in the database, dates of the last change included."""
    return fingerprint(without=frozenset({"cache"}))


def run():
    call_command("bootstrap", verbosity=0)


def test_what_a_site_needs_is_there():
    assert Municipality.objects.count() >= 313
    assert JobFamily.objects.count() == 14
    assert set(Group.objects.values_list("name", flat=True)) >= {
        "Éditeurs",
        "Modérateurs",
        "Administrateurs",
    }
    assert JobOffer.get_default_workflow() is not None
    assert kit_collection() is not None
    assert Site.objects.get(is_default_site=True).hostname == "testserver"


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/offres/",
        "/actualites/",
        "/sante/",
        "/ambassadeurs/",
        "/s-installer/",
        "/accessibilite/",
        "/en/",
        "/en/offres/",
    ],
)
def test_the_addresses_of_the_contract_answer_on_the_first_day(client, address):
    assert client.get(address).status_code == 200


def test_a_second_time_changes_nothing():
    before = picture()
    run()
    assert changed(before, picture()) == set()


def test_what_editors_changed_stays():
    page = HealthIndexPage.objects.get(slug="sante", locale__language_code="fr")
    page.title, page.summary = "Soigner ici", "Un chapô réécrit."
    page.save_revision().publish()
    gone = Page.objects.filter(slug="ambassadeurs", locale__language_code="fr").get()
    gone.unpublish()
    menus = NavigationSettings.objects.get(site__is_default_site=True)
    menus.main_menu = []
    menus.save()
    run()
    page.refresh_from_db()
    gone.refresh_from_db()
    menus.refresh_from_db()
    assert (page.title, page.summary) == ("Soigner ici", "Un chapô réécrit.")
    assert gone.live is False
    assert len(menus.main_menu) == 0
    assert Page.objects.filter(slug="sante", locale__language_code="fr").count() == 1


def test_rights_added_by_hand_stay_and_missing_ones_come_back():
    group = Group.objects.get(name="Modérateurs")
    extra = Permission.objects.get(codename="view_site", content_type__app_label="wagtailcore")
    group.permissions.add(extra)
    review = Permission.objects.get(codename="review_joboffer")
    group.permissions.remove(review)
    run()
    assert {extra, review} <= set(group.permissions.all())


def test_a_site_renamed_by_its_editors_keeps_its_name_and_follows_its_address(settings):
    site = Site.objects.get(is_default_site=True)
    site.site_name = "Le Lot recrute"
    site.save()
    settings.BASE_URL = "https://emploi.lot.example"
    run()
    site.refresh_from_db()
    assert (site.site_name, site.hostname, site.port) == (
        "Le Lot recrute",
        "emploi.lot.example",
        443,
    )
    assert Site.objects.count() == 1
