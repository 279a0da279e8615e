"""Words that may discriminate are quoted as typed, once, with the advice that fits them."""

from __future__ import annotations

import pytest

from jobs.offers.checks import review_checks
from jobs.offers.states import OfferState
from jobs.offers.wording import advice, discriminatory_passages, passages
from tests.factories import make_offer


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Profil Jeune et dynamique apprécié", "Jeune"),
        ("Nous cherchons une jeune femme.", "jeune femme"),
        ("Mère de famille souhaitée", "Mère de famille"),
        ("De préférence une femme", "De préférence une femme"),
        ("Physique   agréable exigé", "Physique   agréable"),
        ("Célibataire de préférence", "Célibataire"),
        ("Le candidat sera âgée de 25", "âgée de 25"),
    ],
)
def test_the_words_are_quoted_as_the_employer_typed_them(text: str, quoted: str) -> None:
    assert [words for words, _article in discriminatory_passages(text)] == [quoted]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Profil jeune et dynamique", "l’expérience attendue"),
        ("Nous cherchons un homme motivé.", "au féminin et au masculin"),
        ("célibataire de préférence", "situation de famille"),
        ("Bonne présentation exigée", "non son apparence"),
        ("nationalité française", "jamais une origine"),
        ("non fumeur exigé", "médecin du travail"),
        ("sans engagement syndical", "Les opinions"),
    ],
)
def test_the_advice_fits_the_words(text: str, told: str) -> None:
    (passage,) = passages(text)
    assert told in advice(passage)


@pytest.mark.parametrize(
    "text",
    [
        "Nous cherchons un homme pour le dépôt.", "On recrute des hommes.", "Poste pour femme", "Vous êtes un homme de terrain.",
        "Un homme robuste", "Emploi réservé aux femmes",
    ],
)  # fmt: skip
def test_one_sex_asked_for_alone_is_found(text: str) -> None:
    assert [article for _words, article in discriminatory_passages(text)] == ["L1142-1"]


@pytest.mark.parametrize("title", ["Homme d’entretien", "Femme de chambre"])
def test_one_sex_alone_in_a_title_is_found_unless_both_are_welcome(title: str) -> None:
    assert len(discriminatory_passages(title, is_title=True)) == 1
    assert discriminatory_passages(f"{title} (F/H)", is_title=True) == []
    assert discriminatory_passages(f"{title} H/F", is_title=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "Une jeune entreprise, en pleine croissance.", "Une entreprise jeune et dynamique.", "Garde d’enfants à domicile",
        "Garde d’enfants, ménage, repassage", "Vous serez l’homme-clé du projet.", "Sage-femme", "Recherche sage-femme en libéral",
        "Nous recrutons des femmes et des hommes motivés.", "Poste ouvert aux hommes comme aux femmes",
        "Vendeuse ou vendeur, rayon homme", "Accueil de femmes victimes de violences",
    ],
)  # fmt: skip
def test_false_friends_pass_in_a_text_and_in_a_title(text: str) -> None:
    assert discriminatory_passages(text) == []


@pytest.mark.parametrize(
    "title", ["Sage-femme", "Homme-clé de la vente", "Vendeuse, rayon homme", "Garde d’enfants"]
)
def test_false_friends_pass_in_a_title(title: str) -> None:
    assert discriminatory_passages(title, is_title=True) == []


@pytest.mark.django_db
def test_a_repeated_word_is_listed_once_for_each_field_with_its_name(cast, now) -> None:
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.DRAFT,
        profile="<p>Une personne jeune, très jeune, Jeune.</p>", offering="<p>Une équipe jeune.</p>",
    )  # fmt: skip
    found = [check for check in review_checks(offer) if check.code == "words"]
    assert [(check.field, check.passage) for check in found] == [
        ("profile", "jeune"),
        ("offering", "jeune"),
    ]
    assert found[0].message.startswith("Le profil\u00a0: «\u00a0jeune\u00a0» peut être")


def test_a_very_long_text_is_quoted_without_waiting() -> None:
    assert len(discriminatory_passages("jeune, homme, femme. " * 20_000)) == 1
