"""The page of an offer, from its first day to after its last."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from jobs.board.presentation import offer_page_context
from jobs.employers.states import EmployerStatus
from jobs.offers import codes
from jobs.offers.models import JobFamily, JobOffer, Occupation
from jobs.offers.states import OfferState
from territory.models import Municipality
from tests.factories import make_employer, make_offer
from ui.typography import typographic

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
SECRET = "Manufacture Cachottière"


def read(client, offer):
    return client.get(offer.get_absolute_url())


def test_an_offer_shows_its_facts_its_text_and_how_to_apply(client, now):
    offer = make_offer(now, housing=codes.Housing.POSSIBLE, weekly_hours=35)
    response = read(client, offer)
    assert response.status_code == 200
    page = response.content.decode()
    for words in (
        "Infirmière ou infirmier (F/H)",
        "Figeac\u00a0(46100)",
        typographic(offer.salary_display),
        "Vous rejoignez une équipe de neuf personnes",
        "Diplôme d’État.",
        "mailto:recrutement@essai.example?subject=",
        offer.reference,
    ):
        assert words in page


def test_reading_sets_no_cookie_and_writes_nothing(client, now):
    offer = make_offer(now)
    with CaptureQueriesContext(connection) as queries:
        response = read(client, offer)
    assert dict(response.cookies) == {}
    written = [q["sql"] for q in queries if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
    assert written == []


def test_another_slug_leads_to_the_offers_own_address_for_good(client, now):
    offer = make_offer(now)
    response = client.get(f"/offres/autre-chose-{offer.pk}/")
    assert (response.status_code, response.headers["Location"]) == (301, offer.get_absolute_url())


@pytest.mark.parametrize(
    "path",
    ["/offres/x-0/", "/offres/x-999999999/", f"/offres/x-{'9' * 30}/", f"/offres/x-{'9' * 5000}/"],
)
def test_a_number_that_nobody_bears_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "state",
    [OfferState.DRAFT, OfferState.PENDING, OfferState.CHANGES_REQUESTED, OfferState.REFUSED],
)
def test_an_offer_that_was_never_public_is_not_found_whatever_its_address(client, now, state):
    offer = make_offer(now, state=state)
    assert read(client, offer).status_code == 404
    assert client.get(f"/offres/autre-{offer.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (OfferState.FILLED, "Position filled"),
        (OfferState.CLOSED, "This offer is no longer online."),
        (OfferState.PAUSED, "This offer is no longer online."),
    ],
)
def test_an_offer_that_has_ended_is_gone_and_cannot_be_applied_to(client, now, state, words):
    offer = make_offer(now, state=state)
    expected = translation.gettext(words)
    response = read(client, offer)
    page = response.content.decode()
    assert response.status_code == 410
    assert expected in page
    assert "Infirmière ou infirmier (F/H)" in page
    for absent in ("mailto:recrutement", "application/ld+json", "#postuler"):
        assert absent not in page


def test_an_expired_offer_says_when_it_ended_and_shows_similar_ones(client, now):
    offer = make_offer(now, state=OfferState.EXPIRED)
    similar = make_offer(now, title="Aide-soignante ou aide-soignant (F/H)")
    response = read(client, offer)
    assert response.status_code == 410
    assert similar.get_absolute_url() in response.content.decode()
    assert str(offer.lifecycle.last_day.day) in response.context["ended"].heading


@pytest.mark.parametrize("suspended", ["offer", "employer"])
def test_what_was_suspended_does_not_even_show_its_title(client, now, suspended):
    state = OfferState.SUSPENDED if suspended == "offer" else OfferState.ONLINE
    offer = make_offer(now, state=state, title="Annonce douteuse (F/H)")
    if suspended == "employer":
        type(offer.employer).objects.filter(pk=offer.employer_id).update(
            status=EmployerStatus.SUSPENDED
        )
    response = read(client, offer)
    assert response.status_code == 410
    assert "Annonce douteuse" not in response.content.decode()


@pytest.mark.parametrize(
    ("last_day", "last_instant"),
    [
        (
            dt.date(2026, 3, 29),
            dt.datetime(2026, 3, 29, 21, 59, 59, tzinfo=dt.UTC),
        ),  # summer time begins
        (dt.date(2026, 10, 25), dt.datetime(2026, 10, 25, 22, 59, 59, tzinfo=dt.UTC)),  # it ends
        (dt.date(2026, 12, 14), dt.datetime(2026, 12, 14, 22, 59, 59, tzinfo=dt.UTC)),
    ],
)
def test_an_offer_is_public_until_midnight_in_the_lot(client, now, last_day, last_instant):
    offer = make_offer(now)
    type(offer.lifecycle).objects.filter(pk=offer.pk).update(last_day=last_day)
    with time_machine.travel(last_instant, tick=False):
        assert read(client, offer).status_code == 200
    with time_machine.travel(last_instant + dt.timedelta(seconds=1), tick=False):
        assert read(client, offer).status_code == 410


def test_visibility_of_a_loaded_offer_is_that_of_the_one_door(now):
    from jobs.board.finding import is_visible

    for state in (OfferState.ONLINE, OfferState.EXPIRED, OfferState.FILLED, OfferState.PAUSED, OfferState.SUSPENDED,
                  OfferState.DRAFT, OfferState.ONLINE_CHANGE_PENDING):  # fmt: skip
        make_offer(now, state=state)
    visible = set(JobOffer.objects.visible(now).values_list("pk", flat=True))
    assert {o.pk for o in JobOffer.objects.for_display() if is_visible(o, now)} == visible
    assert len(visible) == 2


def test_the_name_of_an_anonymous_employer_is_nowhere(client, now):
    employer = make_employer(
        now, name=SECRET, website="https://cachottiere.example", description=f"{SECRET} SA"
    )
    fields = {
        "contact_name": "Ada Cachot",
        "contact_is_public": True,
        "address": "1 rue de la Cachottière",
    }
    named = make_offer(now, employer=employer, **fields)
    assert SECRET in read(client, named).content.decode()
    offer = make_offer(now, employer=employer, is_anonymous=True, **fields)
    path, other = offer.get_absolute_url(), named.get_absolute_url()
    assert path not in read(client, named).content.decode()
    for address in (path, f"/en{path}"):
        page = client.get(address).content.decode()
        assert offer.title in page
        for leak in ("achottière", "achottiere", "Ada Cachot", other):
            assert leak not in page


def test_an_external_site_is_named_and_vouched_for_by_nobody(client, now):
    offer = make_offer(now, apply_email="", apply_url="https://recrute.essai.example/poste?a=1&b=2")
    page = read(client, offer).content.decode()
    assert (
        'href="https://recrute.essai.example/poste?a=1&amp;b=2" rel="nofollow ugc noopener"' in page
    )
    assert "(recrute.essai.example)" in page


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://banque.example@vol.example/",
        "data:text/html,x",
        "https://[",
        "//x",
    ],
)
def test_an_address_that_is_no_plain_web_address_is_no_link(client, now, url):
    offer = make_offer(now)
    JobOffer.objects.filter(pk=offer.pk).update(apply_url=url)
    response = read(client, offer)
    assert [way.kind for way in response.context["ways"]] == ["mail"]
    assert url not in response.content.decode()


def test_an_offer_copied_from_elsewhere_links_out_and_is_not_indexed(client, now):
    offer = make_offer(now)
    JobOffer.objects.filter(pk=offer.pk).update(
        is_external=True, source="essai", source_id="1", source_url="https://source.example/1",
        salary_min=None, salary_max=None, salary_unit="", apply_email="",
    )  # fmt: skip
    page = read(client, offer).content.decode()
    assert 'href="https://source.example/1" rel="nofollow ugc noopener"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "application/ld+json" not in page
    assert str(JobOffer.objects.get(pk=offer.pk).salary_display) in page


def test_hostile_text_is_shown_as_text(client, now):
    offer = make_offer(
        now,
        title="<script>alert(1)</script>",
        missions="<p>Bonjour</p><script>alert(2)</script><img src=x onerror=alert(3)>"
        + "mot " * 60,
        schedule='"><svg onload=alert(4)>',
        recruitment_steps="<b>gras</b>",
    )
    page = read(client, offer).content.decode()
    for trap in ("<script>alert", "<img src=x", "<svg onload", "<b>gras"):
        assert trap not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_in_english_the_words_around_change_and_the_offer_stays_french(client, now):
    offer = make_offer(now)
    french = offer.get_absolute_url()
    page = client.get(f"/en{french}").content.decode()
    assert '<html lang="en">' in page
    assert "How recruitment goes" in page
    assert 'lang="fr">Infirmière ou infirmier (F/H)' in page
    assert f'<link rel="canonical" href="http://testserver{french}">' in page


def test_the_page_asks_as_many_questions_whatever_the_number_of_offers(client, now):
    offer = make_offer(now)
    lot = [Municipality.objects.get(insee=code) for code in ("46102", "46042")]
    for employer in (offer.employer, None, None):
        make_offer(now, employer=employer)
    read(client, offer)
    with CaptureQueriesContext(connection) as few:
        read(client, offer)
        number = len(few)
    for employer in [offer.employer, None] * 4:
        make_offer(now, employer=employer, municipalities=lot)
    with CaptureQueriesContext(connection) as many:
        read(client, offer)
        assert len(many) == number
    assert number <= 10


def at(insee):
    return [Municipality.objects.get(insee=insee)]


def test_similar_offers_are_of_the_same_trade_first_then_near_then_new(client, now):
    offer = make_offer(now, title="Infirmière de nuit", municipalities=at("46102"))
    field = make_offer(now, title="Secrétaire médicale", municipalities=at("46102"))
    near = make_offer(now - dt.timedelta(days=9), title="Infirmier", municipalities=at("46102"))
    reach = make_offer(now, title="Infirmier libéral", municipalities=at("46042"))
    assert read(client, offer).context["similar_offers"] == [near, reach, field]


def test_the_same_occupation_is_the_same_trade_whatever_its_title(client, now):
    nurse = Occupation.objects.get(code="J1506")
    offer = make_offer(now, title="Infirmière de nuit", occupation=nurse)
    make_offer(now, title="Nuit de garde")
    same = make_offer(now - dt.timedelta(days=9), title="Soignante en Ehpad", occupation=nurse)
    assert read(client, offer).context["similar_offers"][0] == same


def test_a_vague_first_word_is_no_trade(client, now):
    offer = make_offer(now, title="Agente ou agent d’entretien")
    make_offer(now, title="Agente ou agent d’accueil")
    same = make_offer(now - dt.timedelta(days=9), title="Agent d’entretien des espaces verts")
    assert read(client, offer).context["similar_offers"][0] == same


def test_nothing_far_is_shown_as_nearby_but_an_ended_offer_leads_further(client, now):
    offer = make_offer(now, municipalities=at("46102"))
    ended = make_offer(now, municipalities=at("46102"), state=OfferState.FILLED)
    far = make_offer(now, municipalities=at("46225"))
    remote = make_offer(now, municipalities=at("46225"), is_fully_remote=True)
    assert read(client, offer).context["similar_offers"] == [remote]
    assert far in read(client, ended).context["similar_offers"]


def test_another_field_is_similar_for_the_same_occupation_only(client, now):
    nurse, industry = Occupation.objects.get(code="J1506"), JobFamily.objects.get(code="H")
    offer = make_offer(now, occupation=nurse)
    make_offer(now, family=industry)
    same = make_offer(now, family=industry, occupation=nurse)
    assert read(client, offer).context["similar_offers"] == [same]


def test_a_preview_has_no_related_offer_nor_structured_data(now):
    draft = make_offer(now, state=OfferState.DRAFT)
    make_offer(now, employer=draft.employer)
    context = offer_page_context(draft, now=now, is_preview=True)
    assert (context["other_offers"], context["similar_offers"], context["structured_data"]) == (
        [],
        [],
        "",
    )


def test_a_draft_with_only_a_title_can_be_previewed(client, now, rf):
    from django.template.loader import render_to_string

    draft = JobOffer(title="Cheffe ou chef (F/H)", employer=make_employer(now))
    from jobs.offers.models import OfferLifecycle

    draft.lifecycle = OfferLifecycle(last_day=now.date())
    page = render_to_string(
        "board/_offer_body.html", offer_page_context(draft, now=now, is_preview=True)
    )
    assert "application/ld+json" not in page


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(client, now, method):
    offer = make_offer(now)
    assert getattr(client, method)(offer.get_absolute_url()).status_code == 405


def test_an_employer_reads_the_same_page_as_everybody_but_no_cache_keeps_it(cast, now):
    offer = make_offer(now, employer=cast.nurse_manager.employer)
    response = read(cast.client(cast.nurse_manager), offer)
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


def test_a_visitor_is_never_asked_to_sign_in(now):
    offer = make_offer(now)
    assert Client().get(offer.get_absolute_url()).status_code == 200


def test_the_same_offer_is_one_link_away_in_the_other_language(client, now):
    offer = make_offer(now)
    path = offer.get_absolute_url()
    assert f'href="/en{path}"' in client.get(path).content.decode()
    assert f'href="{path}"' in client.get(f"/en{path}").content.decode()


def test_the_printed_page_says_where_it_comes_from_and_the_mail_tells_of_it(client, now):
    offer = make_offer(now)
    page = read(client, offer).content.decode()
    address = f"http://testserver{offer.get_absolute_url()}"
    assert f'<span class="job-page__address"> – {address}</span>' in page
    assert "data-print" in page
    assert "mailto:?subject=" in page
    assert (
        address.replace("/", "%2F").replace(":", "%3A") in page
        or address.replace(":", "%3A") in page
    )


def test_an_ended_offer_may_lead_to_others_of_the_same_employer(client, now):
    offer = make_offer(now, state=OfferState.FILLED)
    other = make_offer(now, employer=offer.employer)
    assert read(client, offer).context["similar_offers"] == [other]


def test_an_offer_listed_under_its_employer_is_not_listed_again_as_similar(client, now):
    offer = make_offer(now)
    others = [make_offer(now, employer=offer.employer) for _ in range(4)]
    context = read(client, offer).context
    listed = [*context["other_offers"], *context["similar_offers"]]
    assert sorted(o.pk for o in listed) == sorted(o.pk for o in others)
