"""What the programme points at in an offer: words that may discriminate, pay, links, shouting."""

import pytest

from jobs.offers import codes
from jobs.offers.checks import Level, review_checks, wage_floor, writer_hints
from jobs.offers.states import OfferState
from jobs.offers.wording import discriminatory_passages
from tests.factories import make_offer

FAULTY = [
    "Nous cherchons une jeune femme.", "Profil jeune et dynamique apprécié", "moins de 35 ans", "Plus de 50 ans s’abstenir",
    "âgée de 25", "entre 25 et 40 ans", "De préférence une femme", "uniquement un homme", "sexe masculin",
    "Mère de famille souhaitée", "célibataire de préférence", "Bonne présentation exigée", "nationalité française",
    "Réservé aux Lotois", "non fumeur exigé", "sans engagement syndical",
]  # fmt: skip
INNOCENT = [
    "Accueil de jeunes enfants", "Jeunes diplômés bienvenus", "Une entreprise jeune de 3 ans", "Animation jeune public",
    "Ouvert aux femmes et aux hommes", "Une équipe de 35 personnes", "Vous travaillez avec des personnes âgées",
    "Une association qui a plus de 50 ans d’existence", "Aide aux familles", "Logement possible", "",
]  # fmt: skip


@pytest.mark.parametrize("text", FAULTY)
def test_words_that_may_discriminate_are_found_whatever_the_accents(text):
    assert len(discriminatory_passages(text)) == 1
    assert len(discriminatory_passages(text.upper())) == 1


@pytest.mark.parametrize("text", INNOCENT)
def test_ordinary_words_are_left_in_peace(text):
    assert discriminatory_passages(text) == []


def test_a_very_long_text_is_read_quickly_enough_to_finish():
    assert discriminatory_passages("jeune " * 30_000 + "a" * 200_000) == []


def of(offer, code):
    return [check for check in review_checks(offer) if check.code == code]


@pytest.mark.django_db
def test_a_sound_offer_has_nothing_to_watch(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    assert {check.level for check in review_checks(offer)} == {Level.OK}
    assert writer_hints(offer) == []


@pytest.mark.django_db
def test_an_employer_who_waits_is_told_to_the_moderator_not_to_the_writer(cast, now):
    offer = make_offer(now, employer=cast.newcomer.employer, state=OfferState.DRAFT)
    assert of(offer, "employer")[0].level == Level.WARNING
    assert writer_hints(offer) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("unit", "amount", "hours", "is_low"),
    [
        ("HOUR", "11.99", None, True), ("HOUR", "12.02", None, False), ("MONTH", "1800", None, True),
        ("MONTH", "1823", None, False), ("MONTH", "1300", 25, True), ("MONTH", "1303", 25, False),
        ("YEAR", "21000", None, True), ("DAY", "1", None, False), ("FEE", "1", None, False),
    ],
)  # fmt: skip
def test_pay_below_the_minimum_wage_is_watched(cast, now, settings, unit, amount, hours, is_low):
    from decimal import Decimal

    settings.MINIMUM_WAGE_HOURLY = 12.02
    fields = {"salary_unit": unit, "salary_min": Decimal(amount), "salary_max": None}
    if hours:
        fields |= {"working_time": codes.WorkingTime.PART, "weekly_hours": hours}
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, **fields)
    assert (of(offer, "salary")[0].level == Level.WARNING) == is_low


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"contract_type": codes.ContractType.INTERNSHIP},
        {"contract_type": codes.ContractType.SELF_EMPLOYED},
        {"contract_nature": "E2"},
    ],
)
def test_other_scales_are_not_compared(cast, now, fields):
    assert (
        wage_floor(make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, **fields))
        is None
    )


@pytest.mark.django_db
def test_pay_not_said_and_pay_by_the_grid(cast, now):
    none = {"salary_min": None, "salary_max": None, "salary_unit": ""}
    silent = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, **none)
    assert of(silent, "salary")[0].level == Level.WARNING
    grid = make_offer(
        now, employer=cast.hospital, state=OfferState.DRAFT, salary_is_grid=True, **none
    )
    assert of(grid, "salary")[0].level == Level.OK


@pytest.mark.django_db
def test_links_titles_and_words_are_looked_at_in_their_field(cast, now):
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.DRAFT, title="INFIRMIER DE NUIT", apply_url="https://1.2.3.4/",
        profile="<p>Une <strong>jeune</strong> femme.</p>",
    )  # fmt: skip
    assert of(offer, "title")[0].level == Level.ADVICE
    assert of(offer, "link")[0].level == Level.WARNING
    (word,) = of(offer, "words")
    assert (word.field, word.level) == ("profile", Level.WARNING)


@pytest.mark.django_db
def test_a_link_that_may_pass_for_another_is_pointed_at_with_its_real_host(cast, now):
    for link, level, host in (
        ("https://аpple.com/emploi", Level.WARNING, "xn--pple-43d.com"),
        ("https://xn--pple-43d.com/emploi", Level.WARNING, "xn--pple-43d.com"),
        ("https://exemple.fr/emploi", Level.OK, "exemple.fr"),
    ):
        offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, apply_url=link)
        (check,) = of(offer, "link")
        assert check.level == level
        assert host in check.message


@pytest.mark.django_db
def test_an_empty_draft_is_checked_without_a_fall(cast, now):
    from jobs.offers import services

    offer = services.create_draft(
        employer=cast.hospital, by=cast.nurse_manager.user, now=now, title=""
    )
    assert review_checks(offer)
