"""An age asked of candidates is pointed at; the age of a house, of a skill or of a public is not."""

from __future__ import annotations

import pytest

from jobs.offers import codes
from jobs.offers.checks import review_checks
from jobs.offers.states import OfferState
from jobs.offers.wording import discriminatory_passages
from tests.factories import make_offer

TITLES = [
    ("Vendeuse DE 20 ANS", "L1132-1"), ("Vendeuse ou vendeur, 25-35 ans", "L5331-2"), ("Serveur 25–35 ans", "L5331-2"),
    ("Commerciale (25/35 ans)", "L5331-2"), ("Secrétaire de 25 à 35 ans", "L5331-2"), ("Cuisinier moins de 30 ans", "L5331-2"),
    ("Caissière 40 ans maximum", "L5331-2"), ("Magasinier jusqu’à 45 ans", "L5331-2"), ("Gardien, plus de 50 ans", "L1132-1"),
    ("Hôtesse 22ans", "L1132-1"), ("Vendeuse de 18 ans", "L1132-1"), ("Apprentie ou apprenti, moins de 21 ans", "L5331-2"),
]  # fmt: skip
INNOCENT_TITLES = [
    "Cheffe ou chef de chantier, 20 ans d’expérience", "Comptable, 16 ans d'ancienneté minimum", "Animatrice 3-12 ans",
    "Animateur jeunes 16-25 ans", "Contrat apprentissage 18-29 ans", "Apprentie ou apprenti boulanger 16-29 ans",
    "Service civique 18-25 ans", "Contrat de professionnalisation, moins de 26 ans", "Éducatrice ou éducateur, foyer 13-21 ans",
    "Conductrice ou conducteur de car, 21 ans minimum", "Barman (18 ans révolus)", "CDD 18 mois", "Infirmière 35 h",
]  # fmt: skip
TEXTS = [
    "Vous avez entre 25 et 35 ans.", "Personne de 30 ans recherchée.", "Âge : 25-35 ans.", "Nous recherchons des jeunes de 18 à 25 ans.",
    "Profil : moins de 40 ans.", "Candidat âgé de 25 à 40 ans.", "Une vendeuse de 20 ans serait parfaite.", "Les plus de 45 ans s’abstenir.",
    "30 ans maximum.", "moins de 30 ans de préférence",
]  # fmt: skip
INNOCENT_TEXTS = [
    "20 ans d’expérience", "Vous avez plus de 20 ans d’expérience.", "Nous sommes installés depuis 20 ans.",
    "La maison existe depuis plus de 30 ans.", "Une entreprise de 30 ans", "Une entreprise familiale de plus de 30 ans.",
    "L’association fête ses 40 ans.", "Accueil d’enfants de moins de 16 ans.", "Vous accompagnez des jeunes de 16 à 25 ans.",
    "Un public de 18 à 60 ans en situation de handicap.", "Contrat d’apprentissage : être âgé de 16 à 29 ans.",
    "Avoir 18 ans pour conduire les engins.", "Il faut plus de 18 ans pour vendre de l’alcool.", "Permis D : 21 ans révolus.",
    "Un prêt sur 25 ans", "Nos vignes de 40 ans", "Il y a 20 ans, tout commençait.", "Une expérience de 20 ans", "Un projet de 25 ans",
    "Vous travaillez auprès de personnes âgées de plus de 60 ans.", "plus de 30 ans dans le métier",
]  # fmt: skip


@pytest.mark.parametrize(("title", "article"), TITLES)
def test_an_age_in_a_title_is_found_with_its_article(title: str, article: str) -> None:
    assert [found for _passage, found in discriminatory_passages(title, is_title=True)] == [article]


@pytest.mark.parametrize("title", INNOCENT_TITLES)
def test_other_figures_of_a_title_are_left_in_peace(title: str) -> None:
    assert discriminatory_passages(title, is_title=True) == []


@pytest.mark.parametrize("text", TEXTS)
def test_an_age_asked_for_in_a_text_is_found_once(text: str) -> None:
    assert len(discriminatory_passages(text)) == 1


@pytest.mark.parametrize("text", INNOCENT_TEXTS)
def test_other_years_of_a_text_are_left_in_peace(text: str) -> None:
    assert discriminatory_passages(text) == []


def test_an_age_without_anybody_is_asked_for_in_a_title_alone() -> None:
    assert discriminatory_passages("Grange 30 ans", is_title=True) == [("30 ans", "L1132-1")]
    assert discriminatory_passages("Grange 30 ans") == []


@pytest.mark.django_db
def test_the_title_of_an_offer_is_read_as_a_title(cast, now) -> None:
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.DRAFT, title="Vendeuse DE 20 ANS"
    )
    (word,) = [check for check in review_checks(offer) if check.code == "words"]
    assert (word.field, word.passage) == ("title", "20 ANS")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "is_watched"),
    [
        ({}, True),
        ({"contract_nature": codes.ContractNature.APPRENTICESHIP}, False),
        ({"contract_type": codes.ContractType.CIVIC_SERVICE}, False),
    ],
)
def test_the_age_that_a_law_sets_for_the_contract_may_be_said(
    cast, now, fields, is_watched: bool
) -> None:
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.DRAFT,
        profile="<p>Vous avez entre 18 et 25 ans.</p>", **fields,
    )  # fmt: skip
    found = [check.passage for check in review_checks(offer) if check.code == "words"]
    assert any(found) is is_watched


def test_a_very_long_text_full_of_figures_is_read_quickly_enough_to_finish() -> None:
    assert discriminatory_passages("25 35 " * 30_000) == []
    assert discriminatory_passages("depuis 20 ans, " * 20_000) == []
