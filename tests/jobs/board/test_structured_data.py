"""What search engines read of an offer: true, complete, and harmless."""

from __future__ import annotations

import datetime as dt
import html
import json
import re

import pytest

from jobs.board.structured_data import job_posting, posting_script
from jobs.offers import codes
from jobs.offers.models import JobOffer, Occupation
from jobs.offers.states import OfferState
from territory.models import Municipality
from tests.factories import make_employer, make_offer
from ui.rich_text import plain

pytestmark = pytest.mark.django_db
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def posting_of(client, offer):
    found = SCRIPT.findall(client.get(offer.get_absolute_url()).content.decode())
    assert len(found) == 1
    return json.loads(found[0])


def test_an_offer_is_a_job_posting_with_what_is_required(client, now):
    offer = make_offer(
        now, positions=2, benefits="Titres-restaurant", last_day=now.date() + dt.timedelta(days=30)
    )
    posting = posting_of(client, offer)
    assert posting["@type"] == "JobPosting"
    assert posting["title"] == offer.title
    assert posting["hiringOrganization"] == {"@type": "Organization", "name": offer.employer.name}
    assert posting["datePosted"] == now.date().isoformat()
    assert posting["jobLocation"]["address"] == {
        "@type": "PostalAddress", "addressLocality": "Figeac", "postalCode": "46100",
        "addressRegion": "Occitanie", "addressCountry": "FR",
    }  # fmt: skip
    assert posting["baseSalary"]["value"] == {
        "@type": "QuantitativeValue", "minValue": 2250, "maxValue": 2600, "unitText": "MONTH",
    }  # fmt: skip
    assert posting["employmentType"] == ["FULL_TIME"]
    assert posting["identifier"]["value"] == offer.reference
    assert posting["url"] == f"http://testserver{offer.get_absolute_url()}"
    assert posting["totalJobOpenings"] == 2
    assert posting["description"].startswith("<p>")


@pytest.mark.parametrize(
    ("last_day", "end"),
    [
        (dt.date(2026, 7, 14), "2026-07-14T23:59:59+02:00"),
        (dt.date(2026, 12, 14), "2026-12-14T23:59:59+01:00"),
        (dt.date(2026, 3, 29), "2026-03-29T23:59:59+02:00"),
        (dt.date(2026, 10, 25), "2026-10-25T23:59:59+01:00"),
    ],
)
def test_an_offer_is_valid_until_the_end_of_its_last_day_in_the_lot(now, last_day, end):
    offer = make_offer(now)
    offer.lifecycle.last_day = last_day
    assert job_posting(offer)["validThrough"] == end


def test_what_is_marked_up_can_be_read_on_the_page(client, now):
    offer = make_offer(
        now,
        occupation=Occupation.objects.create(code="J9999", name="Soins d’essai", family_id="J"),
        positions=3,
        benefits="Titres-restaurant, mutuelle",
        schedule="Un week-end sur trois",
        housing=codes.Housing.PROVIDED,
        housing_note="Studio meublé",
        experience=codes.Experience.REQUIRED,
        experience_months=24,
        diploma_level=codes.DiplomaLevel.BAC_3,
        diploma_equivalent=True,
        profile="<p>Aimer <strong>les gens</strong>.</p>",
        offering="<ul><li>Une équipe</li></ul>",
    )
    posting = posting_of(client, offer)
    page = html.unescape(client.get(offer.get_absolute_url()).content.decode()).replace(
        "\u00a0", " "
    )
    text = plain(SCRIPT.sub("", page)).replace("\u00a0", " ")
    words = [
        posting["title"], posting["hiringOrganization"]["name"], "Titres-restaurant, mutuelle", "Studio meublé",
        "Un week-end sur trois", "J9999", posting["identifier"]["value"], "2 250", "2 600",
        posting["jobLocation"]["address"]["addressLocality"], posting["jobLocation"]["address"]["postalCode"],
        *plain(posting["description"]).split("\n"),
    ]  # fmt: skip
    assert [said for said in words if said not in text] == []
    assert posting["experienceRequirements"]["monthsOfExperience"] == 24
    assert posting["experienceInPlaceOfEducation"] is True
    assert posting["educationRequirements"]["credentialCategory"] == "bachelor degree"


def test_nothing_an_employer_writes_can_close_the_script(client, now):
    trap = "</script><script>alert(1)</script><!-- & --> "
    offer = make_offer(
        now, title=f"Poste {trap}"[:90], schedule=trap, missions=f"<p>{trap}</p>" + "mot " * 60
    )
    script = posting_script(offer)
    for sign in "<>&":
        assert sign not in script
    assert posting_of(client, offer)["title"] == offer.title


def test_an_anonymous_employer_is_confidential(client, now):
    employer = make_employer(
        now, name="Manufacture Cachottière", website="https://cachottiere.example"
    )
    posting = posting_of(
        client, make_offer(now, employer=employer, is_anonymous=True, address="1 rue X")
    )
    assert posting["hiringOrganization"] == {"@type": "Organization", "name": "confidential"}
    assert "achotti" not in json.dumps(posting, ensure_ascii=False)
    assert "streetAddress" not in posting["jobLocation"]["address"]


@pytest.mark.parametrize(
    "state", [OfferState.EXPIRED, OfferState.FILLED, OfferState.PAUSED, OfferState.SUSPENDED]
)
def test_an_offer_that_has_ended_is_marked_up_no_more(client, now, state):
    page = client.get(make_offer(now, state=state).get_absolute_url()).content.decode()
    assert SCRIPT.findall(page) == []


def test_an_offer_copied_from_elsewhere_is_never_marked_up(now):
    assert posting_script(JobOffer(title="X", is_external=True)) == ""


def test_one_posting_on_the_page_and_none_on_the_list_nor_in_english(client, now):
    offer = make_offer(now)
    path = offer.get_absolute_url()
    assert SCRIPT.findall(client.get("/offres/").content.decode()) == []
    assert SCRIPT.findall(client.get(f"/en{path}").content.decode()) == []


@pytest.mark.parametrize(
    ("fields", "types"),
    [
        (
            {"contract_type": "FIXED_TERM", "contract_duration_months": 8},
            ["FULL_TIME", "TEMPORARY"],
        ),
        ({"contract_type": "SELF_EMPLOYED", "working_time": ""}, ["CONTRACTOR"]),
        ({"contract_type": "INTERNSHIP", "working_time": "PART"}, ["PART_TIME", "INTERN"]),
        ({"contract_type": "PERMANENT", "working_time": ""}, []),
    ],
)
def test_the_type_of_employment_follows_the_contract(now, fields, types):
    offer = make_offer(now)
    for name, value in fields.items():
        setattr(offer, name, value)
    assert job_posting(offer).get("employmentType", []) == types


def test_only_a_post_entirely_remote_is_telecommuting(now):
    offer = make_offer(now, remote_share=80)
    assert "jobLocationType" not in job_posting(offer)
    offer.is_fully_remote = True
    posting = job_posting(offer)
    assert posting["jobLocationType"] == "TELECOMMUTE"
    assert posting["applicantLocationRequirements"] == {"@type": "Country", "name": "France"}


def test_several_communes_are_several_places_and_only_one_has_a_street(now):
    lot = list(Municipality.objects.filter(insee__in=["46102", "46042"]))
    offer = make_offer(now, municipalities=lot, address="3 rue de l’Essai")
    places = job_posting(offer)["jobLocation"]
    assert [place["address"]["addressLocality"] for place in places] == ["Cahors", "Figeac"]
    assert all("streetAddress" not in place["address"] for place in places)
    alone = make_offer(now, address="3 rue de l’Essai")
    assert job_posting(alone)["jobLocation"]["address"]["streetAddress"] == "3 rue de l’Essai"


@pytest.mark.parametrize(
    ("pay", "value"),
    [
        (
            {"salary_min": 2000, "salary_max": None, "salary_unit": "MONTH"},
            {"value": 2000, "unitText": "MONTH"},
        ),
        (
            {"salary_min": 12.5, "salary_max": 12.5, "salary_unit": "HOUR"},
            {"value": 12.5, "unitText": "HOUR"},
        ),
        ({"salary_min": 300, "salary_max": None, "salary_unit": "FEE"}, None),
        ({"salary_min": None, "salary_max": None, "salary_unit": "", "salary_is_grid": True}, None),
    ],
)
def test_the_pay_is_the_employers_own_figure(now, pay, value):
    from decimal import Decimal

    offer = make_offer(now)
    for name, given in pay.items():
        setattr(
            offer,
            name,
            Decimal(str(given)) if isinstance(given, int | float) and given is not True else given,
        )
    salary = job_posting(offer).get("baseSalary")
    assert (salary and {k: v for k, v in salary["value"].items() if k != "@type"}) == value


def test_the_day_it_starts_is_given_when_there_is_one(now):
    offer = make_offer(now)
    assert job_posting(offer)["jobImmediateStart"] is True
    offer.start_date = dt.date(2027, 1, 2)
    assert job_posting(offer)["jobStartDate"] == "2027-01-02"
    offer.start_date, offer.starts_asap = None, False
    assert not {"jobStartDate", "jobImmediateStart"} & set(job_posting(offer))
