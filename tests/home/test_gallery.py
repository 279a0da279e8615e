"""The gallery shows the blocks of this site too, drawn from invented rows."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory

from home.block_samples import HEALTH_SAMPLES, SECTION_SAMPLES
from home.blocks import HomeSectionsBlock
from home.gallery import exhibits
from home.health.blocks import HealthStreamBlock
from tests.references import broken_references, repeated_ids
from ui.blocks.body import BodyStreamBlock

OWN = [name for name in HealthStreamBlock().child_blocks if name not in BodyStreamBlock().child_blocks]  # fmt: skip


def drawn() -> dict[str, str]:
    request = RequestFactory().get("/_components/")
    request.resolver_match = None
    return {one.name: str(one.states[0]) for one in exhibits(request)}


@pytest.mark.django_db
def test_every_section_and_every_health_block_is_shown() -> None:
    assert list(SECTION_SAMPLES) == list(HomeSectionsBlock().child_blocks)
    assert list(HEALTH_SAMPLES) == OWN
    assert len(OWN) == 9
    names = [
        *(f"section: {name}" for name in SECTION_SAMPLES),
        *(f"health: {name}" for name in HEALTH_SAMPLES),
        "campaign: campaign_visual",
    ]
    assert list(drawn()) == names


@pytest.mark.django_db
def test_what_is_shown_is_what_a_page_with_data_shows(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        shown = drawn()

    for name, words in {
        "section: latest_offers": "Centre de soins du Causse",
        "section: steps": "Repérez un poste",
        "section: referent": "<form",
        "section: health": "Je suis médecin ou dentiste",
        "section: figures": "familles installées",
        "section: testimonial": "j’ai trouvé une équipe",
        "section: news": "Une rencontre à Figeac",
        "section: employer_call": "Publier une offre",
        "health: opportunities": "Centre de soins du Causse",
        "health: structures": "Maison de santé du Causse",
        "health: training": "De novembre à avril",
        "health: housing": "Maison des internes",
        "health: partner": "Chercher un emploi",
        "health: testimonies": "m’a trouvé un logement",
        "health: welcome_evenings": "Soirée d’accueil",
        "health: aids": "Aide imaginaire à l’installation",
        "health: health_contact": "Contact santé",
        "campaign: campaign_visual": "un métier imaginaire",
    }.items():
        assert words in shown[name].replace("\u00a0", " "), name


@pytest.mark.django_db
@pytest.mark.urls("tests.ui.gallery_urls")
def test_nothing_of_the_gallery_has_the_name_of_another(client: Client) -> None:
    page = client.get("/_components/").content.decode()

    assert repeated_ids(page) == []
    assert broken_references(page) == []
    assert 'data-component="health: aids"' in page
