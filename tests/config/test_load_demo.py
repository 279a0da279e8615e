"""The demonstration: refused in production, in every state, the same the second time, still fresh a week later.

It is loaded once for the whole module, inside a transaction that is undone at the end.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from accounts.models import User
from config.demo.accounts import accounts, password
from config.demo.desk import DRAFTS
from config.demo.employers import employers
from config.demo.loading.offers import key_of
from config.demo.offers import offers
from employer_space.kit.models import KitItem
from employer_space.kit.setup import PREVIEWS_NAME
from home.models import HomePage
from home.news.models import NewsPage
from home.translation_states import TranslationState, with_translation_state
from jobs.employers.models import Employer
from jobs.offers.codes import HealthOpportunity
from jobs.offers.models import JobOffer, OfferLifecycle
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferState
from mailing.models import OutgoingMail
from tests.config.demo_walk import Walk, walk
from tests.consistency.crawl import changed, fingerprint

SUSPENDED = {key for key, employer in employers().items() if employer.status == "SUSPENDED"}
# What a second run writes again, to the same effect: the password's hash is salted, images are looked at.
REWRITTEN = frozenset({"cache", "accounts_user"})
# What a public page may cost: statements, and bytes of HTML before compression.
MOST_QUERIES = 10
MOST_BYTES = 100_000


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """Load the demonstration, and forget it after the last test."""
    media = tmp_path_factory.mktemp("demo") / "media"
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        override_settings(ALLOW_DEMO=True, MEDIA_ROOT=media),
    ):
        call_command("load_demo", skip_bootstrap=True, verbosity=0)
        yield media
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, django_db_blocker, settings):
    """Undo what one test does to the demonstration."""
    settings.ALLOW_DEMO, settings.MEDIA_ROOT = True, loaded
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def states(now):
    rows = JobOffer.objects.filter(employer__is_demo=True).select_related("lifecycle", "employer")
    return {offer.creation_key: offer_state(offer, now) for offer in rows}


@pytest.mark.django_db
def test_it_is_never_loaded_in_production(settings):
    settings.DEBUG, settings.ALLOW_DEMO = False, False
    before = Employer.objects.count(), User.objects.count()
    with pytest.raises(CommandError, match="never loaded in production"):
        call_command("load_demo", verbosity=0)
    assert (Employer.objects.count(), User.objects.count()) == before


def test_what_is_translated_on_the_first_day_is_up_to_date(demo):
    english = HomePage.objects.get(locale__language_code="en")
    kinds = [block.block_type for block in english.sections]
    states = with_translation_state().exclude(state=TranslationState.UNTRANSLATED)

    assert {"figures", "testimonial"} <= set(kinds)
    assert "They chose the Lot" in str(english.sections.raw_data)
    assert {
        page.url_path: page.state for page in states if page.state != TranslationState.TRANSLATED
    } == {}


def test_the_previews_of_the_kit_have_their_own_collection(demo):
    names = set(KitItem.objects.values_list("preview__collection__name", flat=True))

    assert names == {PREVIEWS_NAME}


def test_every_offer_stands_in_the_state_of_its_story(demo):
    found = states(timezone.now())
    told = {key_of(offer): OfferState(offer.state) for offer in offers()}
    assert len(found) == len(offers()) >= 115
    assert {key: (found[key], told[key]) for key in told if found[key] != told[key]} == {}
    assert set(Counter(found.values())) == set(OfferState)


def test_each_kind_of_health_opportunity_is_shown_by_an_offer(demo, client):
    shown = JobOffer.objects.visible(timezone.now()).in_health()
    found = {offer.opportunity for offer in shown}
    assert found == set(HealthOpportunity.values)
    for address, title in (
        ("/sante/internes/", "Interne en médecine générale"),
        ("/sante/docteurs-juniors/", "Interne en médecine générale"),
        ("/en/sante/docteurs-juniors/", "Interne en médecine générale"),
        ("/sante/medecins/", "Chirurgienne-dentiste ou chirurgien-dentiste"),
    ):
        assert title in client.get(address).content.decode(), address


def test_nobody_gets_a_mail_about_it(demo):
    assert OutgoingMail.objects.count() == 0


def test_the_public_sees_those_that_are_online_and_no_other(demo):
    now = timezone.now()
    online = {
        key_of(offer)
        for offer in offers()
        if offer.state in (OfferState.ONLINE, OfferState.ONLINE_CHANGE_PENDING)
        and offer.employer not in SUSPENDED
    }
    assert set(JobOffer.objects.visible(now).values_list("creation_key", flat=True)) == online
    assert str(len(online)) in Client().get("/offres/").content.decode()


def test_pages_kit_and_figures_are_there(demo):
    assert NewsPage.objects.filter(live=True, locale__language_code="fr").count() >= 9
    assert KitItem.objects.count() >= 5
    for address in ("/", "/offres/", "/actualites/", "/en/"):
        assert Client().get(address).status_code == 200


@pytest.mark.parametrize(
    ("email", "words"),
    [
        ("publication@demo.example", "Trois questions à se poser avant de déménager"),
        ("redaction@demo.example", "Pouvez-vous dire de quand datent les horaires de bus ?"),
        ("redaction@demo.example", "Un après-midi pour les employeurs"),
    ],
)
def test_something_waits_on_the_desks_of_the_editors(demo, email, words):
    client = Client()
    client.force_login(User.objects.get(email=email))
    assert words in client.get("/admin/").content.decode().replace("\u00a0", " ")
    assert not NewsPage.objects.filter(slug__in=[one.slug for one in DRAFTS], live=True).exists()


def test_every_printed_account_signs_in_and_holds_its_role(demo):
    for account in accounts():
        assert Client().login(email=account.email, password=password()), account.email
    assert User.objects.get(email="moderation@demo.example").has_perm("offers.review_joboffer")
    members = [account for account in accounts() if account.employer]
    assert not User.objects.filter(email__in=[one.email for one in members], is_staff=True).exists()


def test_the_page_that_shows_every_block_is_a_model_and_not_a_page_for_readers(demo, client):
    for prefix in ("", "/en"):
        assert 'content="noindex"' in client.get(f"{prefix}/page-modele/").content.decode()
        for path in ("/recherche/?q=bloc", "/plan-du-site/"):
            assert "/page-modele/" not in client.get(f"{prefix}{path}").content.decode()
    assert b"/page-modele/" not in b"".join(client.get("/sitemap.xml").streaming_content)


def test_a_second_time_changes_nothing(demo):
    before = fingerprint(without=REWRITTEN, without_columns=frozenset({"updated_at"}))
    people = User.objects.count()
    call_command("load_demo", verbosity=0)
    assert (
        changed(before, fingerprint(without=REWRITTEN, without_columns=frozenset({"updated_at"})))
        == set()
    )
    assert User.objects.count() == people


def test_a_week_later_it_is_fresh_again(demo):
    later = timezone.now() + dt.timedelta(days=7)
    with time_machine.travel(later, tick=False):
        call_command("load_demo", skip_bootstrap=True, verbosity=0)
        found = states(timezone.now())
        told = {key_of(offer): OfferState(offer.state) for offer in offers()}
        assert {key: (found[key], told[key]) for key in told if found[key] != told[key]} == {}
        days = {
            offer.offer.creation_key: offer.last_day
            for offer in OfferLifecycle.objects.select_related("offer")
        }
        today = timezone.localdate()
        assert all(
            days[key_of(offer)] == offer.last_day(today)
            for offer in offers()
            if offer.state == OfferState.ONLINE
        )


def test_without_it_offers_would_have_ended(demo):
    """First prove that a stale demonstration loses its offers: the refresh above is not idle."""
    later = timezone.now() + dt.timedelta(days=91)
    assert not JobOffer.objects.visible(later).exists()


@pytest.fixture(scope="module")
def walked(loaded, django_db_blocker) -> Walk:
    """Read every public page once for the tests that follow."""
    with override_settings(MEDIA_ROOT=loaded), django_db_blocker.unblock():
        return walk()


@pytest.mark.any_database
def test_the_walk_reads_the_pages_of_every_section_in_both_languages(walked):
    for section in ("sante", "ambassadeurs", "s-installer", "agenda", "actualites", "contact"):
        for root in ("/", "/en/"):
            below = [
                address for address in walked.queries if address.startswith(f"{root}{section}/")
            ]
            assert below, f"{root}{section}/"
    assert len(walked.queries) > 150


@pytest.mark.any_database
def test_the_walk_reads_filters_dates_and_the_next_pages_of_lists(walked):
    for path, name in (
        ("/offres/", "page"),
        ("/s-installer/referents/", "ou"),
        ("/sante/aides/", "profession"),
        ("/agenda/", "genre"),
        ("/agenda/", "periode"),
        ("/actualites/", "theme"),
        ("/ambassadeurs/", "theme"),
    ):
        found = [at for at in walked.questions if at.startswith(f"{path}?") and f"{name}=" in at]
        assert found, (path, name)


@pytest.mark.any_database
def test_no_public_page_costs_more_than_its_budget_or_asks_twice(walked):
    assert {at: n for at, n in walked.queries.items() if n > MOST_QUERIES} == {}
    assert walked.repeated == {}
    assert {at: n for at, n in walked.weight.items() if n > MOST_BYTES} == {}


@pytest.mark.any_database
def test_no_public_page_is_broken_or_names_an_address_that_leads_nowhere(walked):
    assert walked.faults == {}
    assert walked.dead_links() == {}
