"""The entrance of the section, the page of each public, and what their blocks show of the day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.models import Locale, Page

from home.bootstrap import ensure_editorial_site
from home.events.states import EventKind
from home.health import listing
from home.health.blocks import HealthStreamBlock
from home.health.blocks.addresses import offers_path
from home.health.models import (
    HealthAudiencePage,
    HealthGrant,
    HealthHousing,
    HealthIndexPage,
    SemesterPlaces,
)
from home.health.occupations import OCCUPATIONS, title_pattern
from home.models import HomePage, StandardPage
from jobs.board import facet_rows
from jobs.offers.codes import OPPORTUNITIES, PRIVATE_OPPORTUNITIES, HealthOpportunity
from jobs.offers.models import JobFamily
from jobs.offers.states import OfferState
from search import index
from territory.models import Intercommunality
from tests.factories import make_event, make_image, make_offer
from tests.home.health.making import (
    commune,
    make_contact,
    make_grant,
    make_housing,
    make_practice,
    make_structure,
)
from ui.blocks.raw import block, items

pytestmark = pytest.mark.django_db
PAGES = ("internes", "docteurs-juniors", "remplacants", "medecins", "autres-metiers")
EMPTY = "No offer is published in this profession today: many projects start without one. Let us talk about it."


def audience(slug: str = "internes") -> HealthAudiencePage:
    found: HealthAudiencePage = HealthAudiencePage.objects.get(
        slug=slug, locale__language_code="fr"
    )
    return found


def with_body(*blocks: Any) -> str:
    """Give the page of the interns a body; returns its address."""
    page = audience()
    page.body = list(blocks)
    page.save_revision().publish(skip_permission_checks=True)
    return "/sante/internes/"


def body(client: Client, address: str) -> str:
    """Return what the body of a page says, in plain spaces."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode().replace("\u00a0", " ").split("<main")[1].split("</main")[0]


# --- what a site starts with


def test_each_public_has_its_page_and_its_door_in_both_languages(client: Client) -> None:
    entrance = body(client, "/sante/")
    english = body(client, "/en/sante/")
    for slug in PAGES:
        page = audience(slug)
        assert f'href="/sante/{slug}/"' in entrance
        assert page.door_title in entrance
        assert f'href="/en/sante/{slug}/"' in english
        translated = page.get_translation(Locale.objects.get(language_code="en"))
        assert translated.alias_of_id is None
        assert translated.door_title != page.door_title
        assert body(client, f"/sante/{slug}/")
        assert body(client, f"/en/sante/{slug}/")
    assert 'href="/sante/aides/"' in entrance


def test_every_word_of_the_first_pages_has_its_english() -> None:
    from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

    for page in (HealthIndexPage.objects.get(locale__language_code="fr"), *map(audience, PAGES)):
        source = TranslationSource.objects.get_for_instance(page)
        for segment in StringSegment.objects.filter(source=source).select_related("string"):
            done = StringTranslation.objects.filter(
                translation_of=segment.string, context=segment.context
            )
            assert done.exists(), segment.string.data


def test_a_plain_page_of_an_older_site_becomes_the_section(client: Client) -> None:
    home = HomePage.objects.get(locale__language_code="fr")
    for page in HealthIndexPage.objects.all():
        page.delete()
    home.refresh_from_db()
    older = StandardPage(
        title="Notre santé", slug="sante", body=[block("prose", "<h2>À nous</h2>")]
    )
    home.add_child(instance=older)
    older.save_revision().publish(skip_permission_checks=True)

    ensure_editorial_site(base_url="http://testserver")

    section = HealthIndexPage.objects.get(locale__language_code="fr")
    assert (section.pk, section.title) == (older.pk, "Notre santé")
    assert "À nous" in body(client, "/sante/")
    assert HealthAudiencePage.objects.child_of(section).count() == len(PAGES)


def test_the_slugs_of_our_screens_are_refused() -> None:
    page = HealthAudiencePage(title="Aides", slug="aides")
    HealthIndexPage.objects.get(locale__language_code="fr").add_child(instance=audience_like(page))
    page.slug = "etre-rappele"
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "slug" in refused.value.message_dict


def audience_like(page: HealthAudiencePage) -> HealthAudiencePage:
    """Save first under another address: the tree wants a place before it checks."""
    page.slug = "une-autre-page"
    return page


def test_a_page_that_is_private_or_a_draft_has_no_door(client: Client) -> None:
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(
        page=Page.objects.get(pk=audience("medecins").pk), restriction_type="login"
    )
    audience("remplacants").unpublish()
    entrance = body(client, "/sante/")
    assert 'href="/sante/medecins/"' not in entrance
    assert 'href="/sante/remplacants/"' not in entrance


def test_the_pages_are_found_by_the_search(client: Client) -> None:
    index.rebuild()
    for words, title in (
        ("docteurs juniors", "Docteurs juniors"),
        ("terrains de stage", "Internes"),
    ):
        assert title in client.get("/recherche/", {"q": words}).content.decode()


# --- opportunities


def opportunities(*kinds: HealthOpportunity) -> Any:
    value = {"title": "Opportunités", "kinds": [kind.value for kind in kinds], "number": 4}
    return block("opportunities", value)


def test_without_an_offer_one_is_asked_to_talk(client: Client) -> None:
    address = with_body(opportunities(HealthOpportunity.LOCUM))
    assert 'href="/sante/etre-rappele/' in body(client, address)
    with translation.override("fr"):
        assert gettext(EMPTY).replace("\u00a0", " ") in body(client, address)
    assert 'href="/offres/?domaine=sante"' in body(client, address)


def test_an_opportunity_is_an_offer_of_health_that_is_visible(
    client: Client, now: dt.datetime
) -> None:
    make_offer(now, title="Médecin en ligne")
    make_offer(now, title="Cuisinière ou cuisinier", family=JobFamily.objects.get(code="G"))
    make_offer(now, title="Médecin en attente", state=OfferState.PENDING)
    make_offer(now, title="Médecin expiré", state=OfferState.EXPIRED)
    address = with_body(opportunities())
    with time_machine.travel(now):
        shown = body(client, address)
    assert "Médecin en ligne" in shown
    for absent in ("Cuisinière", "en attente", "expiré"):
        assert absent not in shown


def test_a_page_for_a_profession_leaves_the_other_occupations_out(
    client: Client, now: dt.datetime
) -> None:
    for title, code in (
        ("Médecin de campagne", "J1102"), ("Aide-soignante ou aide-soignant", "J1501"),
        ("Médecin généraliste, sans code (F/H)", None), ("Secrétaire médicale", None),
        ("Aide-soignante ou aide-soignant en médecine", None),
    ):  # fmt: skip
        offer = make_offer(now, title=title)
        type(offer).objects.filter(pk=offer.pk).update(occupation=code)
    address = with_body(opportunities())
    with time_machine.travel(now):
        shown, everybody = body(client, address), body(client, "/sante/")
    assert "Médecin de campagne" in shown
    assert "Médecin généraliste, sans code" in shown
    for other in ("Aide-soignante", "Secrétaire"):
        assert other not in shown
        assert other in everybody


def test_each_public_reads_the_offers_of_its_professions(now: dt.datetime) -> None:
    titles = ("Médecin généraliste (F/H)", "Infirmière ou infirmier (F/H)", "Secrétaire médicale")
    for title in titles:
        make_offer(now, title=title)
    for slug in PAGES:
        professions = read_by(audience(slug))
        found = listing.opportunities(kinds=(), number=9, now=now, professions=professions)
        expected = {*titles[1:]} if slug == "autres-metiers" else {titles[0]}
        assert {one.title for one in found} == expected


def read_by(page: HealthAudiencePage) -> list[str]:
    """Return the professions whose offers the page shows: those of its block, else its own."""
    ticked = [one.value["professions"] for one in page.body if one.block_type == "opportunities"]
    return next(filter(None, ticked), [page.main_profession])


@pytest.mark.parametrize("language", ["", "/en"])
def test_a_dentist_is_not_taken_for_a_general_practitioner(
    client: Client, now: dt.datetime, language: str
) -> None:
    make_contact(name="Démo Généralistes", professions=["GENERAL_PRACTITIONER"], order=1)
    make_contact(name="Démo Tous", order=2)
    make_grant(name="Aide des dentistes", professions=["DENTIST"])
    make_grant(name="Aide des infirmières", professions=["NURSE"])
    for title in ("Chirurgien-dentiste (F/H)", "Médecin généraliste (F/H)", "Infirmier (F/H)"):
        make_offer(now, title=title)
    with time_machine.travel(now):
        shown = body(client, f"{language}/sante/medecins/")
    assert "Démo Tous" in shown
    assert "Démo Généralistes" not in shown
    assert "profession=" not in shown
    for words in ("Aide des dentistes", "Chirurgien-dentiste", "Médecin généraliste (F/H)"):
        assert words in shown
    assert "Aide des infirmières" not in shown
    assert "Infirmier" not in shown


def test_junior_doctors_read_the_offers_of_doctors(client: Client, now: dt.datetime) -> None:
    offer = make_offer(now, title="Médecin généraliste, stage (F/H)")
    type(offer).objects.filter(pk=offer.pk).update(contract_type="INTERNSHIP")
    make_offer(now, title="Infirmière ou infirmier (F/H)")
    for address in ("/sante/docteurs-juniors/", "/en/sante/docteurs-juniors/"):
        with time_machine.travel(now):
            shown = body(client, address)
        assert "Médecin généraliste, stage" in shown
        assert "Infirmière" not in shown
    assert "Placements and posts offered" in shown


@pytest.mark.parametrize("profession", OCCUPATIONS)
def test_every_profession_with_codes_is_known_by_words_too(profession: str) -> None:
    assert not re.search(title_pattern(profession), "Secrétaire médicale (F/H)", re.IGNORECASE)


@pytest.mark.parametrize(
    ("contract", "chosen", "kind"),
    [
        ("PERMANENT", "", "SALARIED"), ("FIXED_TERM", "", "SALARIED"), ("LOCUM", "", "LOCUM"),
        ("INTERNSHIP", "", "PLACEMENT"), ("TAKEOVER", "", "SUCCESSION"),
        ("SELF_EMPLOYED", "", "INSTALLATION"), ("SELF_EMPLOYED", "SUCCESSION", "SUCCESSION"),
        ("SELF_EMPLOYED", "FREE_SURGERY", "FREE_SURGERY"), ("SELF_EMPLOYED", "COLLABORATION", "COLLABORATION"),
    ],
)  # fmt: skip
def test_the_kind_of_an_opportunity_comes_from_the_offer(
    now: dt.datetime, contract: str, chosen: str, kind: str
) -> None:
    offer = make_offer(now, title="Médecin (F/H)")
    type(offer).objects.filter(pk=offer.pk).update(
        contract_type=contract, health_opportunity=chosen
    )
    for one in HealthOpportunity:
        found = listing.opportunities(kinds=[one.value], number=4, now=now)
        assert [row.opportunity for row in found] == ([kind] if one.value == kind else [])
    assert len(listing.opportunities(kinds=[], number=4, now=now)) == 1


@pytest.mark.parametrize(
    ("contract", "chosen", "nature"),
    [(contract, "", "") for contract in OPPORTUNITIES]
    + [("SELF_EMPLOYED", kind.value, "") for kind in PRIVATE_OPPORTUNITIES]
    # An apprentice has a contract like any other, under another value of the filter.
    + [(contract, "", "E2") for contract in ("PERMANENT", "FIXED_TERM", "INTERNSHIP")],
)
def test_see_all_leads_to_a_list_with_every_offer_of_the_kind(
    client: Client, now: dt.datetime, contract: str, chosen: str, nature: str
) -> None:
    offer = make_offer(now, title="Médecin des collines (F/H)")
    cook = make_offer(now, title="Cuisinière ou cuisinier", family=JobFamily.objects.get(code="G"))
    offers = type(offer).objects
    offers.filter(pk__in=[offer.pk, cook.pk]).update(
        contract_type=contract, health_opportunity=chosen, contract_nature=nature
    )
    facet_rows.rebuild(now=now)
    kind = offers.get(pk=offer.pk).opportunity
    for language, path in (("fr", "/offres/?"), ("en", "/en/offres/?")):
        address = offers_path([kind], language)
        assert address.startswith(f"{path}domaine=sante&contrat=")
        with time_machine.travel(now):
            listed = client.get(address).content.decode()
        assert "Médecin des collines" in listed
        assert "Cuisinière" not in listed


def test_the_words_of_the_link_say_where_it_leads(client: Client, now: dt.datetime) -> None:
    make_offer(now, title="Médecin (F/H)")
    for kinds, words, query in (
        ((), "See all the health offers", "?domaine=sante"),
        (
            (HealthOpportunity.SALARIED,), "See all the offers of this kind",
            "?domaine=sante&amp;contrat=cdi&amp;",
        ),
    ):  # fmt: skip
        block_value = {"title": "Postes", "kinds": [one.value for one in kinds], "number": 4}
        with time_machine.travel(now), translation.override("en"):
            shown = str(HealthStreamBlock().child_blocks["opportunities"].render(block_value, {}))
        assert words in shown
        assert f'href="/en/offres/{query}' in shown


def test_an_offer_of_several_communes_or_of_none_is_shown_whole(
    client: Client, now: dt.datetime
) -> None:
    make_offer(now, title="Itinérant", municipalities=[commune("46102"), commune("46042")])
    far = make_offer(now, title="De partout")
    type(far).objects.filter(pk=far.pk).update(is_fully_remote=True)
    far.municipalities.clear()
    far.municipalities.commit()
    found = listing.opportunities(kinds=[], number=4, now=now)
    assert [(one.title, [place.name for place in one.places]) for one in found] == [
        ("De partout", []), ("Itinérant", ["Figeac", "Cahors"]),
    ]  # fmt: skip
    assert [one.title for one in listing.opportunities(kinds=[], number=1, now=now)] == [
        "De partout"
    ]


# --- data of editors


def test_structures_are_shown_with_their_commune_by_kind(client: Client) -> None:
    make_structure(
        name="Maison des Sources", summary="Trois médecins.", summary_en="Three doctors."
    )
    make_structure(name="Cabinet à céder", kind="TO_TAKE_OVER", municipality=commune("46042"))
    make_structure(name="Maison cachée", is_active=False)
    both = body(client, with_body(block("structures", {"title": "Où", "kinds": []})))
    assert all(
        words in both for words in ("Maison des Sources", "Gramat", "Cabinet à céder", "Cahors")
    )
    assert "Maison cachée" not in both
    one = body(client, with_body(block("structures", {"title": "Où", "kinds": ["TO_TAKE_OVER"]})))
    assert "Maison des Sources" not in one


def test_free_places_are_those_of_the_semesters_to_come(client: Client) -> None:
    make_practice(
        [("SUMMER", 2026, 4), ("WINTER", 2026, 0), ("SUMMER", 2027, 2)], name="Cabinet des Noyers"
    )
    address = with_body(block("training", {"title": "Stages"}))
    with time_machine.travel(dt.datetime(2026, 10, 31, 12, tzinfo=dt.UTC)):
        assert shown_places(client, address) == 3
    with time_machine.travel(dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)):
        assert shown_places(client, address) == 2
        assert "Cabinet des Noyers" in body(client, address)


def shown_places(client: Client, address: str) -> int:
    return body(client, address).count("<li>")


def test_a_year_without_a_semester_is_refused_without_a_crash() -> None:
    practice = make_practice([])
    for semester, year in (("WINTER", 9999), ("SUMMER", 32_000), ("SUMMER", 0)):
        wrong = SemesterPlaces(
            practice=practice, semester=semester, year=year, free_places=1, counted_on=dt.date(2026, 1, 1)
        )  # fmt: skip
        with pytest.raises(ValidationError) as refused:
            wrong.full_clean(exclude=["starts_on", "ends_on"])
        assert list(refused.value.message_dict) == ["year"]


def test_a_semester_knows_its_days() -> None:
    practice = make_practice([("WINTER", 2026, 1), ("SUMMER", 2027, 1)])
    rows = SemesterPlaces.objects.filter(practice=practice).order_by("starts_on")
    assert [(row.starts_on, row.ends_on) for row in rows] == [
        (dt.date(2026, 11, 1), dt.date(2027, 4, 30)), (dt.date(2027, 5, 1), dt.date(2027, 10, 31)),
    ]  # fmt: skip
    with translation.override("en"):
        assert [row.label for row in rows] == ["November 2026 to April 2027", "May to October 2027"]


def test_housing_is_shown_with_its_price(client: Client) -> None:
    make_housing(title="Maison partagée", monthly_price=180, places=4)
    make_housing(title="Chambre offerte", monthly_price=0)
    shown = body(client, with_body(block("housing", {"title": "Se loger"})))
    assert "180 €" in shown
    assert "Chambre offerte" in shown
    with pytest.raises(ValidationError):
        HealthHousing(
            title="Sans place", kind="FLAT", municipality=commune(), places=0
        ).full_clean()


def test_the_partner_is_sent_to_the_offers(client: Client) -> None:
    shown = body(client, "/sante/medecins/")
    assert 'href="/offres/"' in shown
    assert "recherche-a-deux" not in shown


def test_a_testimony_that_is_invented_says_so(client: Client) -> None:
    one = {
        "quote": "Une équipe.",
        "author": "Camille",
        "role": "Gourdon",
        "is_fictional": True,
        "image": None,
    }
    shown = body(
        client, with_body(block("testimonies", {"title": "Ici", "testimonies": items(one)}))
    )
    assert "«&nbsp;Une équipe.&nbsp;»" in shown
    assert "Témoignage fictif" in shown


def test_welcome_evenings_come_from_the_agenda(client: Client, now: dt.datetime) -> None:
    interns = EventKind.INTERN_EVENING
    make_event("Soirée des internes", now=now, kind=interns)
    make_event("Un salon", now=now, kind=EventKind.FAIR)
    make_event("Soirée des nouveaux habitants", now=now, kind=EventKind.WELCOME_EVENING)
    make_event("Soirée passée", now=now, kind=interns, starts_at=now - dt.timedelta(days=3))
    address = with_body(block("welcome_evenings", {"title": "Soirées", "number": 3}))
    with time_machine.travel(now):
        shown = body(client, address)
    assert "Soirée des internes" in shown
    assert "Un salon" not in shown
    assert "nouveaux habitants" not in shown
    assert "Soirée passée" not in shown


def test_the_aids_of_the_block_are_those_of_the_day(client: Client) -> None:
    HealthGrant.objects.all().delete()
    make_grant(name="Aide finie", professions=["INTERN"], valid_to=dt.date(2026, 1, 31))
    make_grant(name="Aide future", professions=["INTERN"], valid_from=dt.date(2026, 3, 1))
    make_grant(name="Aide d’une autre profession", professions=["NURSE"])
    address = with_body(block("aids", {"title": "Aides", "professions": ["INTERN"]}))
    for day, expected in (
        (dt.date(2026, 1, 31), {"Aide finie"}), (dt.date(2026, 2, 1), set()),
        (dt.date(2026, 3, 1), {"Aide future"}),
    ):  # fmt: skip
        with time_machine.travel(dt.datetime.combine(day, dt.time(12), dt.UTC)):
            shown = body(client, address)
        names = {
            name
            for name in ("Aide finie", "Aide future", "Aide d’une autre profession")
            if name in shown
        }
        assert names == expected, day


@pytest.mark.parametrize(("checked", "is_flagged"), [(200, True), (20, False), (None, True)])
def test_the_block_flags_an_aid_that_nobody_checked_as_the_answer_does(
    client: Client, checked: int | None, is_flagged: bool
) -> None:
    HealthGrant.objects.all().delete()
    make_contact(name="Démo Médecins", phone="05 36 49 46 12")
    today = timezone.localdate()
    make_grant(
        name="Aide à relire", checked_on=today - dt.timedelta(days=checked) if checked else None
    )
    with translation.override("en"):
        warning = gettext(
            "Nobody has checked this aid for several months: ask before you count on it."
        )
    for address in ("/en/sante/medecins/", "/en/sante/aides/?profession=medecin-generaliste"):
        shown = body(client, address)
        assert "Aide à relire" in shown
        assert (warning in shown) is is_flagged, address
        asked = shown.split("<dt>Whom to ask</dt>")[1].split("</dd>")[0]
        assert "Démo Médecins" in asked
        assert "05 36 49 46 12" in asked


def test_the_contact_is_the_one_of_the_profession_with_phone_and_hours(client: Client) -> None:
    make_contact(name="Démo Tous", order=1)
    make_contact(
        name="Démo Internes", professions=["INTERN"], phone="05 36 49 46 11", hours="le matin", order=2,
        photo=make_image("Portrait"),
    )  # fmt: skip
    shown = body(client, "/sante/internes/")
    assert "Démo Internes" in shown
    assert "tel:+33536494611" in shown or "tel:0536494611" in shown
    assert "le matin" in shown
    assert "<img" in shown
    assert "Démo Tous" in body(client, "/sante/")


def test_a_contact_who_is_away_leaves_the_place_to_the_next(client: Client) -> None:
    make_contact(name="Démo Absente", professions=["INTERN"], is_active=False)
    make_contact(name="Démo Présente")
    shown = body(client, "/sante/internes/")
    assert "Démo Présente" in shown
    assert "Démo Absente" not in shown


def test_data_are_said_in_english_and_french_is_marked(client: Client) -> None:
    make_structure(summary="Trois médecins.", summary_en="Three doctors.")
    make_structure(summary="Deux sages-femmes.")
    shown = body(client, "/en/sante/medecins/")
    assert "Three doctors." in shown
    assert "Trois médecins." not in shown
    assert '<span lang="fr">Deux sages-femmes.</span>' in shown


# --- queries, previews


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("page", ["", *(f"{slug}/" for slug in PAGES)])
def test_one_and_many_rows_cost_the_same(
    client: Client, now: dt.datetime, page: str, language: str
) -> None:
    """With everything that a page may show: offers of all its kinds, evenings, the portrait of the contact."""
    address = f"{language}/sante/{page}"
    make_contact(photo=make_image())
    counts = []
    for more in (1, 8):
        for _turn in range(more):
            for contract in ("PERMANENT", "LOCUM", "INTERNSHIP"):
                offer = make_offer(now, municipalities=[commune("46102"), commune("46042")])
                type(offer).objects.filter(pk=offer.pk).update(contract_type=contract)
            make_structure()
            make_structure(kind="TO_TAKE_OVER")
            make_housing()
            make_practice([("SUMMER", 2030, 1)])
            grant = make_grant(professions=["INTERN", "GENERAL_PRACTITIONER", "JUNIOR_DOCTOR"])
            grant.intercommunalities.add(Intercommunality.objects.get(siren="200066371"))
            make_event(now=now, kind=EventKind.INTERN_EVENING)
        with time_machine.travel(now):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


def test_a_page_reads_its_structures_and_its_contacts_once_whatever_its_blocks(
    client: Client,
) -> None:
    make_contact(name="Démo Internes", professions=["INTERN"])
    make_contact(name="Démo Infirmières", professions=["NURSE"])
    make_structure(name="Maison des Sources")
    make_structure(name="Cabinet à céder", kind="TO_TAKE_OVER")
    costs = []
    for times in (1, 4):
        blocks = [
            block("structures", {"title": "Où", "kinds": ["HEALTH_HOUSE"]}),
            block("structures", {"title": "À reprendre", "kinds": ["TO_TAKE_OVER"]}),
            block("health_contact", {"title": "Appelez", "profession": "NURSE"}),
        ]
        address = with_body(*blocks * times)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            shown = client.get(address).content.decode()
        costs.append(len(queries))
        assert shown.count("Maison des Sources") == shown.count("Cabinet à céder") == times
        assert shown.count("Démo Infirmières") >= times
    assert costs[0] == costs[1] <= 10


def test_a_profession_that_the_list_does_not_hold_any_more_breaks_no_page(client: Client) -> None:
    page = audience()
    page.body = [
        block("aids", {"title": "Aides", "professions": ["BARBER"]}),
        block("opportunities", {"title": "Postes", "kinds": ["BARBER"], "number": 4}),
        block("structures", {"title": "Où", "kinds": ["BARBER"]}),
        block("health_contact", {"title": "Appelez", "profession": "BARBER"}),
    ]
    page.save_revision().publish(skip_permission_checks=True)
    HealthAudiencePage.objects.filter(pk=page.pk).update(profession="BARBER")
    assert 'href="/sante/etre-rappele/"' in body(client, "/sante/internes/")


@pytest.mark.parametrize("name", sorted(HealthStreamBlock().child_blocks))
def test_every_block_has_a_preview(name: str) -> None:
    found = HealthStreamBlock().child_blocks[name]
    assert found.get_description()
    value = found.get_preview_value()
    assert str(found.render(value, found.get_preview_context(value, {})))
