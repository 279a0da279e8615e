"""On an English page, what the employer wrote is said to be French, and nothing else is."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from jobs.offers import codes
from tests.factories import make_offer

pytestmark = pytest.mark.django_db
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "use", "path", "circle"})


class Voices(HTMLParser):
    """Gather the words of the body by the language in which a screen reader says them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.languages: list[str] = ["en"]
        self.said: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element, which may change the language."""
        if tag not in VOID:
            self.languages.append(dict(attrs).get("lang") or self.languages[-1])

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag not in VOID:
            self.languages.pop()

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        language = self.languages[-1]
        words = " ".join(data.replace("\u00a0", " ").split())
        self.said[language] = f"{self.said.get(language, '')} | {words}"


def voices(client, path: str) -> tuple[str, str]:
    page = client.get(path).content.decode()
    said = Voices(page[page.index("<body") : page.index("</html>")]).said
    return said["en"], said["fr"]


@pytest.fixture
def offer(now):
    return make_offer(
        now,
        contract_type=codes.ContractType.FIXED_TERM,
        contract_duration_months=8,
        housing=codes.Housing.POSSIBLE,
        housing_note="studio à deux pas",
        schedule="un week-end sur trois",
        travel="visites chez les clients",
        salary_note="prime de fin d’année",
        benefits="repas et mutuelle",
        languages="anglais courant",
        skills=[{"code": "", "label": "poser une perfusion", "required": False}],
        recruitment_steps="un appel puis une matinée",
        beginners_welcome=True,
    )


@pytest.mark.parametrize("path", ["/en/", "/en/offres/"])
def test_a_row_speaks_french_for_the_title_alone(client, offer, path):
    english, french = voices(client, path)
    assert "Infirmière ou infirmier (F/H)" in french
    assert "studio à deux pas" in french
    assert "Infirmière ou infirmier (F/H)" not in english
    for words in ("Fixed-term contract, 8 months", " gross per month", "Full time", "Health"):
        assert words in english
        assert words not in french
    assert "Until" in english
    assert "Until" not in french


def test_a_housing_named_by_us_is_said_in_english(client, now):
    make_offer(now, housing=codes.Housing.PROVIDED)
    english, french = voices(client, "/en/offres/")
    assert "Housing provided" in english
    assert "Housing provided" not in french


def test_the_page_of_an_offer_speaks_french_for_the_words_of_the_employer(client, offer):
    english, french = voices(client, f"/en{offer.get_absolute_url()}")
    for words in (
        "Infirmière ou infirmier (F/H)", "Vous rejoignez une équipe", "Diplôme d’État.", "studio à deux pas",
        "un week-end sur trois", "visites chez les clients", "prime de fin d’année", "repas et mutuelle",
        "anglais courant", "poser une perfusion", "un appel puis une matinée",
    ):  # fmt: skip
        assert words in french
        assert words not in english
    for words in (
        "The job", "Your profile", "Contract", "Fixed-term contract, 8 months", " gross per month",
        "As soon as possible", offer.family.name_en, "Beginners welcome", "Schedule", "In detail",
    ):  # fmt: skip
        assert words in english
        assert words not in french


def test_the_facts_of_a_public_post_are_told_in_two_languages(client, now):
    offer = make_offer(
        now,
        contract_type=codes.ContractType.PUBLIC_CONTRACT,
        public_branch=codes.PublicBranch.LOCAL,
        public_category=codes.PublicCategory.A,
        public_grade="attaché territorial",
        public_vacancy=codes.PublicVacancy.CREATION,
        public_csp_number="O046260101",
        public_open_to_contract=True,
        public_legal_basis="article L332-8 du code",
    )
    english, french = voices(client, f"/en{offer.get_absolute_url()}")
    assert "A – attaché territorial" in french
    assert "article L332-8 du code" in french
    assert "article L332-8 du code" not in english
    assert "Yes (" in english


def test_a_french_page_says_nothing_of_its_language_twice(client, offer):
    page = client.get(offer.get_absolute_url()).content.decode()
    assert page.count('lang="fr"') == 1
    assert '<html lang="fr">' in page


def test_what_the_employer_typed_is_escaped_in_both_languages(client, now):
    offer = make_offer(now, schedule="<script>alert(1)</script> l'été", housing_note="<b>studio")
    for path in (offer.get_absolute_url(), f"/en{offer.get_absolute_url()}"):
        page = client.get(path).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; l’été" in page


@pytest.mark.parametrize(
    ("pay", "english"),
    [
        ({"salary_min": 1850, "salary_max": 1950}, "€1,850 to €1,950 gross per month"),
        ({"salary_min": 2000, "salary_max": None}, "€2,000 gross per month"),
        (
            {"salary_min": "12.30", "salary_max": 13, "salary_unit": codes.SalaryUnit.HOUR},
            "€12.30 to €13 gross per hour",
        ),
    ],
)
def test_figures_are_written_as_the_language_writes_them(client, now, pay, english):
    offer = make_offer(now, weekly_hours="17.5", working_time="PART", **pay)
    path = offer.get_absolute_url()
    said, _french = voices(client, f"/en{path}")
    assert english in said
    assert "17.5 h" in said
    page = client.get(path).content.decode()
    assert "17,5\u00a0h" in page
    assert "1,850" not in page
