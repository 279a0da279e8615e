"""The demonstration's content is complete, true, well written and ready for the models."""

import datetime as dt
import io
import itertools
import re
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from PIL import Image
from stdnum.fr import siret

from config.demo import (
    accounts,
    ambassadors,
    editorial,
    employers,
    kit,
    offers,
    portraits,
    reading,
    scenes,
)
from home.news.states import NewsTheme
from jobs.employers.states import EmployerKind, EmployerStatus, MembershipRole, MembershipStatus
from jobs.offers import codes
from jobs.offers.models import JobOffer
from jobs.offers.states import OfferState, Outcome
from jobs.offers.validation import STEP_FIELDS, is_premium_number, is_safe_link
from jobs.offers.wording import discriminatory_passages
from territory.reference import DATA as TERRITORY_DATA
from ui.rich_text import plain

TODAY = dt.date(2026, 11, 20)
OFFERS = offers.offers()
SENT = [offer for offer in OFFERS if offer.state != OfferState.DRAFT]
EMPLOYERS = employers.employers()
FILES = sorted(path for path in reading.CONTENT.rglob("*.*") if path.suffix != ".md") + [
    accounts.FILE
]
FICTION_NUMBERS = re.compile(r"^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d$")
FORBIDDEN = re.compile(
    r"\b(jeunes?(?! enfants)|senior|dynamique|n’hésitez pas|incroyable|terre de talents|de souche|désert médical)\b",
    re.IGNORECASE,
)
HOURLY = Decimal(str(settings.MINIMUM_WAGE_HOURLY))


def insee_codes():
    lines = (Path(TERRITORY_DATA) / "communes.csv").read_text(encoding="utf-8").splitlines()
    return {line.split(",")[0] for line in lines[1:]}


def floor_of(offer):
    """Return the least lawful pay, overtime at 125 % included; None where another scale holds."""
    apart = codes.INDEPENDENT_CONTRACTS | {
        codes.ContractType.INTERNSHIP,
        codes.ContractType.CIVIC_SERVICE,
    }
    if offer.contract_type in apart or offer.contract_nature in (
        "APPRENTICESHIP",
        "PROFESSIONALISATION",
    ):
        return None
    if offer.salary_unit == "HOUR":
        return HOURLY
    hours = offer.weekly_hours + max(offer.weekly_hours - 35, Decimal(0)) / 4
    return hours * 52 / 12 * HOURLY


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_written_in_french_typography(path):
    text = path.read_text(encoding="utf-8")
    assert "\u202f" not in text
    assert "·" not in text
    # The English words of a translation follow the French ones, or fill a file of their own.
    if path.name not in {"every_block.json", "news_en.json"}:
        assert "“" not in text
    assert re.findall(r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]", text) == []
    assert re.findall(r"« |[^\s] »", text) == []
    french = re.sub(
        r'"\w+_en": ".*"', "", text.split('"en": {')[0] if path.name == "home.json" else text
    )
    assert re.findall(r"[a-zà-ÿ»)] [;:!?€%](?=[\s.,\"<])", french) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_uses_words_that_discriminate_or_that_the_tone_refuses(path):
    text = path.read_text(encoding="utf-8")
    assert FORBIDDEN.findall(text) == []
    assert discriminatory_passages(text) == []


def test_every_employer_is_visibly_fictional_and_stands_somewhere_real():
    assert len(EMPLOYERS) >= 14
    communes = insee_codes()
    words = re.compile(r"fictif|fictive|imaginaire|inventé|rêvé", re.IGNORECASE)
    for employer in EMPLOYERS.values():
        assert words.search(employer.name), employer.name
        assert "pour la démonstration" in employer.description
        assert employer.kind in EmployerKind.values
        assert employer.status in EmployerStatus.values
        assert employer.recruitment_email.endswith(".example")
        for place in employer.establishments:
            assert place.municipality in communes
            assert FICTION_NUMBERS.match(place.phone)
            assert place.siret == "" or siret.is_valid(place.siret)
            assert place.siret == "" or place.siret.startswith("00000")


def test_no_two_establishments_share_a_siret():
    numbers = Counter(
        place.siret
        for employer in EMPLOYERS.values()
        for place in employer.establishments
        if place.siret
    )
    assert max(numbers.values()) == 1


def test_every_status_of_an_account_is_shown():
    assert {employer.status for employer in EMPLOYERS.values()} == set(EmployerStatus.values)
    for employer in EMPLOYERS.values():
        needs_words = employer.status not in (EmployerStatus.VERIFIED, EmployerStatus.PENDING)
        assert bool(employer.status_note) is needs_words, employer.key


def test_every_person_is_invented():
    for member in itertools.chain.from_iterable(
        employer.members for employer in EMPLOYERS.values()
    ):
        assert member.first_name == "Démo"
        assert member.email.endswith(".example")
        assert member.role in MembershipRole.values
        assert member.status in MembershipStatus.values


def test_there_is_an_account_for_each_role():
    found = accounts.accounts()
    assert len(accounts.password()) >= 12
    assert {account.role for account in found} == {
        "ADMIN", "EDITOR", "PUBLISHER", "TRANSLATOR", "MODERATOR", "REFERENT", "HEALTH_CONTACT", "EMPLOYER",
    }  # fmt: skip
    assert all(account.email.endswith("@demo.example") for account in found)
    assert len({account.email for account in found}) == len(found)
    for account in found:
        assert (account.role == "EMPLOYER") is bool(account.employer)
        assert account.employer == "" or account.employer in EMPLOYERS
    statuses = {EMPLOYERS[account.employer].status for account in found if account.employer}
    assert {"VERIFIED", "PENDING", "INFORMATION_REQUESTED", "REFUSED"} <= statuses


def test_there_are_enough_offers_in_every_family_contract_and_state():
    assert len(OFFERS) >= 115
    assert {offer.family for offer in OFFERS} == set("ABCDEFGHIJKLMN")
    assert {offer.state for offer in OFFERS} == set(OfferState.values)
    by_state = Counter(offer.state for offer in OFFERS)
    assert by_state[OfferState.ONLINE] >= 80
    assert by_state[OfferState.PENDING] == 6
    assert by_state[OfferState.ONLINE_CHANGE_PENDING] == 2
    common = set(codes.FRANCE_TRAVAIL_CONTRACTS.values()) & {
        codes.ContractType.PERMANENT,
        codes.ContractType.FIXED_TERM,
        codes.ContractType.SEASONAL,
        codes.ContractType.TEMP_AGENCY,
        codes.ContractType.SELF_EMPLOYED,
        codes.ContractType.TAKEOVER,
    }
    ours = {"CIVIL_SERVANT", "PUBLIC_CONTRACT", "INTERNSHIP", "LOCUM", "CIVIC_SERVICE"}
    assert common | ours <= {offer.contract_type for offer in SENT}
    assert {"APPRENTICESHIP", "PROFESSIONALISATION"} <= {offer.contract_nature for offer in SENT}


def test_some_waiting_offers_are_late():
    ages = [offer.age_days for offer in OFFERS if offer.state == OfferState.PENDING]
    assert len(set(ages)) >= 4
    assert max(ages) * 24 > settings.OFFER_LATE_REVIEW_HOURS > min(ages) * 24


def test_offer_keys_and_texts_are_never_repeated():
    assert len({offer.key for offer in OFFERS}) == len(OFFERS)
    leads = Counter(offer.missions.split("\n\n")[0] for offer in SENT)
    assert max(leads.values()) == 1
    assert max(Counter((offer.title, offer.employer) for offer in OFFERS).values()) == 1
    assert max(Counter(offer.offering for offer in SENT).values()) == 1


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.key)
def test_an_offer_has_a_title_in_both_genders_and_a_known_employer(offer):
    assert offer.title.endswith(" (F/H)")
    assert len(offer.title) <= 90
    assert offer.employer in EMPLOYERS
    assert set(offer.municipalities) <= insee_codes()
    assert set(offer.notes) <= set(itertools.chain(*STEP_FIELDS.values()))


@pytest.mark.parametrize("offer", SENT, ids=lambda offer: offer.key)
def test_an_offer_that_was_sent_is_complete(offer):
    fields = offer.model_fields(TODAY)
    assert len(plain(str(fields["missions"]))) >= 250
    assert offer.missions.count("\n- ") >= 4
    assert len(plain(str(fields["profile"]))) >= 60
    assert offer.offering.count("- ") >= 3
    assert offer.municipalities
    assert offer.schedule
    assert offer.starts_asap or fields["start_date"] > TODAY
    assert offer.working_time == "FULL" or offer.weekly_hours < 35
    if offer.contract_type in codes.TERM_CONTRACTS:
        assert offer.contract_duration_months
    assert offer.reply_delay_days in settings.REPLY_DELAYS_DAYS
    assert offer.experience != "REQUIRED" or offer.experience_months
    assert not (offer.beginners_welcome and offer.experience == "REQUIRED")
    assert set(offer.licences) <= set(codes.Licence.values)
    assert (offer.housing == "NONE") is (offer.housing_note == "")


@pytest.mark.parametrize("offer", SENT, ids=lambda offer: offer.key)
def test_an_offer_says_a_lawful_pay(offer):
    is_public = offer.contract_type in codes.PUBLIC_CONTRACTS
    assert offer.salary_is_grid is is_public
    if offer.salary_is_grid:
        assert offer.public_branch
        assert offer.public_category
        assert offer.public_grade
        assert offer.public_vacancy
        assert offer.public_csp_number.startswith("DEMO-")
        return
    assert offer.salary_min
    assert offer.salary_max is None or offer.salary_max > offer.salary_min
    assert offer.salary_unit in codes.SalaryUnit.values
    if (floor := floor_of(offer)) is not None:
        assert offer.salary_min >= floor.quantize(Decimal(1)) - (
            0 if offer.salary_unit == "HOUR" else 1
        )


@pytest.mark.parametrize("offer", SENT, ids=lambda offer: offer.key)
def test_an_offer_tells_how_to_apply_at_an_address_that_cannot_exist(offer):
    assert offer.apply_email.endswith(".example")
    if offer.apply_url:
        assert is_safe_link(offer.apply_url)
        assert ".example/" in offer.apply_url
    if offer.apply_phone:
        assert FICTION_NUMBERS.match(offer.apply_phone)
        assert not is_premium_number(offer.apply_phone)


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.key)
def test_the_dates_of_an_offer_fit_its_state(offer):
    left = offer.last_day_in_days
    assert left <= settings.OFFER_MAX_DAYS
    assert (left < 0) is (offer.state == OfferState.EXPIRED)
    assert offer.state in (OfferState.DRAFT, OfferState.EXPIRED) or left >= 3
    closed = {OfferState.FILLED, OfferState.CLOSED, OfferState.WITHDRAWN}
    assert bool(offer.outcome) is (offer.state in closed)
    assert offer.outcome in {"", *Outcome.values}


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.key)
def test_the_story_of_an_offer_fits_its_state(offer):
    assert bool(offer.notes) is (offer.state == OfferState.CHANGES_REQUESTED)
    assert bool(offer.reason_code) is (offer.state == OfferState.REFUSED)
    assert offer.reason_code in {"", *codes.RefusalReason.values}
    assert bool(offer.state_note) is (offer.state in (OfferState.REFUSED, OfferState.SUSPENDED))
    assert bool(offer.pending_changes) is (offer.state == OfferState.ONLINE_CHANGE_PENDING)
    status = EMPLOYERS[offer.employer].status
    if offer.state == OfferState.WAITING_ACCOUNT:
        assert status in (EmployerStatus.PENDING, EmployerStatus.INFORMATION_REQUESTED)
    elif offer.state == OfferState.SUSPENDED:
        assert status == EmployerStatus.SUSPENDED
    else:
        assert status == EmployerStatus.VERIFIED


def test_the_fields_of_an_offer_are_those_of_the_model():
    names = {field.name for field in JobOffer._meta.get_fields()}
    for offer in OFFERS:
        assert set(offer.model_fields(TODAY)) <= names
        assert set(offer.pending_changes) <= names
        draft = JobOffer(**offer.model_fields(TODAY))
        excluded = {"employer", "family", "establishment", "occupation"}
        draft.clean_fields(exclude=excluded | {"locked_by", "latest_revision", "live_revision"})


def test_the_job_texts_are_many_and_written_apart():
    jobs = {offer.key.rpartition("-")[0] for offer in SENT}
    assert len(jobs) >= 45
    assert len({offer.missions.split("\n\n", 1)[1] for offer in SENT}) >= 60


def test_the_news_are_dated_illustrated_and_truthful():
    articles = editorial.articles()
    assert len(articles) >= 10
    assert [article.is_teaser for article in articles].count(True) == 1
    assert len({article.slug for article in articles}) == len(articles)
    for article in articles:
        assert article.theme in NewsTheme.values
        assert article.image in scenes.scenes()
        assert article.date(TODAY) <= TODAY
        assert bool(article.published_on) is not (article.days_ago is not None)
        assert 40 <= len(article.chapo) <= 220
        assert article.is_teaser or len(editorial.words(article.body_html)) >= 300


def test_figures_are_never_mixed():
    figures = editorial.figures()
    assert (figures["familles-2024"].value, figures["familles-installees"].value) == (108, 400)
    assert (figures["prospects-2024"].value, figures["ambassadeurs"].prefix) == (400, "près de")
    assert figures["nouveaux-habitants"].is_estimate
    for figure in figures.values():
        assert figure.source
        assert figure.definition
        assert figure.label_en
        assert 2018 <= figure.year <= 2025
        assert len(figure.definition) <= 600
        assert re.sub(r"\D", "", figure.display) == str(figure.value)


def test_the_home_page_says_the_same_sections_in_both_languages():
    french, english = editorial.home("fr"), editorial.home("en")
    assert french.keys() == english.keys()
    for section in french:
        assert type(french[section]) is type(english[section])
        if isinstance(french[section], dict):
            assert french[section].keys() == english[section].keys()
    assert len(french["hero"]["lead"]) <= 240
    for words in (french, english):
        assert len(words["health"]["lead"]) <= 400
        assert max(len(step["text"]) for step in words["steps"]["items"]) <= 220
        assert max(len(door["text"]) for door in words["health"]["doors"]) <= 120
        assert len(words["employers"]["text"]) <= 300
    assert set(french["figures"]["keys"]) <= set(editorial.figures())
    assert french["testimonial"]["label"] == "Témoignage fictif"
    assert {page.slug for page in editorial.pages()} == {"sante", "ambassadeurs", "s-installer"}


def test_a_scene_is_drawn_twice_to_the_same_bytes():
    first = scenes.draw("pont")
    assert first == scenes.draw("pont")
    assert Image.open(io.BytesIO(first)).size == scenes.SIZE


def test_every_scene_has_an_alternative_text_and_a_picture_of_its_own():
    assert len(scenes.scenes()) == 10
    drawn = {key: scenes.picture(key, (240, 150)) for key in scenes.scenes()}
    assert len({image.tobytes() for image in drawn.values()}) == 10
    for key, scene in scenes.scenes().items():
        assert scene.alt.startswith("Dessin")
        assert len(drawn[key].getcolors(maxcolors=40_000)) > 20


@pytest.mark.parametrize("item", kit.items(), ids=lambda item: item.key)
def test_a_piece_of_the_kit_is_a_real_file_made_to_the_same_bytes(item):
    data = kit.file_of(item)
    assert data == kit.file_of(item)
    assert item.filename.endswith("." + item.format.lower())
    assert item.licence
    assert item.version
    assert item.preview_alt
    starts = {"PDF": b"%PDF-1.7", "PNG": b"\x89PNG", "DOCX": b"PK\x03\x04", "TXT": b"Textes"}
    assert data.startswith(starts[item.format])
    assert Image.open(io.BytesIO(kit.preview_of(item))).width == kit.PREVIEW_WIDTH


def test_the_kit_holds_every_kind_of_file():
    assert len(kit.items()) >= 8
    assert {item.format for item in kit.items()} == {"PDF", "PNG", "DOCX", "TXT"}
    assert not any(item.is_accessible for item in kit.items())


def test_a_word_document_of_the_kit_is_well_formed_with_its_headings():
    item = next(item for item in kit.items() if item.format == "DOCX")
    archive = zipfile.ZipFile(io.BytesIO(kit.file_of(item)))
    assert archive.testzip() is None
    for name in archive.namelist():
        ET.fromstring(archive.read(name))
    assert b'w:val="Heading1"' in archive.read("word/document.xml")


def test_a_pdf_of_the_kit_points_at_its_objects_and_says_its_language():
    item = next(item for item in kit.items() if item.format == "PDF")
    data = kit.file_of(item)
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF", data)[1])
    assert data[start:].startswith(b"xref\n0 ")
    for number, place in enumerate(re.findall(rb"(\d{10}) 00000 n ", data), start=1):
        assert data[int(place) :].startswith(b"%d 0 obj" % number)
    assert b"/Lang(fr-FR)" in data
    assert b"/S/H1/" in data


def test_an_unknown_key_in_a_content_file_stops_the_reading():
    row = {"kind": "p", "text": "Bonjour", "colour": "red"}
    with pytest.raises(reading.ContentError, match="colour"):
        reading.build(kit.Paragraph, row)


def test_a_value_of_the_wrong_type_in_a_content_file_stops_the_reading():
    with pytest.raises(reading.ContentError, match="text"):
        reading.build(kit.Paragraph, {"kind": "p", "text": 3})


def test_every_article_is_said_in_english_sentence_by_sentence():
    for article in editorial.articles():
        told = editorial.english_of(article)
        assert set(told) == set(article.sentences)
        assert all(text and text != french for french, text in told.items())


def test_each_portrait_has_its_own_drawing() -> None:
    first = ambassadors.FIRST_DRAWING
    drawn = {
        portraits.portrait(first + rank).tobytes() for rank in range(len(ambassadors.PORTRAITS))
    }

    assert len(drawn) == len(ambassadors.PORTRAITS)
