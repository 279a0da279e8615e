"""The offer for search engines: schema.org JobPosting, saying what the page says and nothing more.

https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jobs.offers import codes
from jobs.offers.querysets import PARIS
from ui.rich_text import clean_html

from .addresses import offer_url, web_link

REGION, COUNTRY = "Occitanie", "FR"
CONFIDENTIAL = "confidential"
PUBLISHER = "Oh My Lot !"
# Inside <script>, these characters could end the element or open a comment (as `json_script` does).
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
_CREDENTIALS = {
    codes.DiplomaLevel.CAP: "professional certificate",
    codes.DiplomaLevel.BAC: "high school",
    codes.DiplomaLevel.BAC_2: "associate degree",
    codes.DiplomaLevel.BAC_3: "bachelor degree",
    codes.DiplomaLevel.BAC_5: "postgraduate degree",
    codes.DiplomaLevel.DOCTORATE: "postgraduate degree",
}


def posting_script(offer: Any) -> SafeString | str:
    """Return the content of the `application/ld+json` script; empty for an offer copied from elsewhere."""
    if offer.is_external:
        return ""
    text = json.dumps(job_posting(offer), ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))


def job_posting(offer: Any) -> dict[str, Any]:
    """Return a public offer as a JobPosting; parts that the page does not say are absent."""
    posting = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": offer.title,
        "description": _description(offer),
        "identifier": {"@type": "PropertyValue", "name": PUBLISHER, "value": offer.reference},
        "url": offer_url(offer),
        "datePosted": _day_posted(offer),
        "validThrough": _end_of_day(offer.lifecycle.last_day).isoformat(),
        "hiringOrganization": _organisation(offer),
        "employmentType": _employment_types(offer),
        "baseSalary": _pay(offer),
        "directApply": bool(offer.apply_email),
        "totalJobOpenings": offer.positions if offer.positions > 1 else None,
        "workHours": ", ".join(filter(None, [offer.time_display, offer.schedule])),
        "jobBenefits": ", ".join(filter(None, [offer.benefits, offer.housing_display])),
        "occupationalCategory": str(offer.occupation).replace(" – ", " ")
        if offer.occupation_id
        else "",
        "inLanguage": "fr",
        **_place(offer),
        **_start(offer),
        **_requirements(offer),
    }
    return {name: value for name, value in posting.items() if value not in (None, "", [])}


def _description(offer: Any) -> str:
    parts = [
        (_("The job"), offer.missions),
        (_("Your profile"), offer.profile),
        (_("What we offer"), offer.offering),
    ]
    return "".join(
        f"<p><strong>{heading}</strong></p>{clean_html(html)}" for heading, html in parts if html
    )


def _day_posted(offer: Any) -> str:
    since = offer.lifecycle.online_since
    return since.astimezone(PARIS).date().isoformat() if since else ""


def _end_of_day(day: dt.date) -> dt.datetime:
    """Return the last second of a day in the Lot, with that day's own offset."""
    return dt.datetime.combine(day, dt.time(23, 59, 59), tzinfo=PARIS)


def _organisation(offer: Any) -> dict[str, str]:
    if offer.is_anonymous:
        return {"@type": "Organization", "name": CONFIDENTIAL}
    site, _host = web_link(offer.employer.website)
    named = {"@type": "Organization", "name": offer.employer.name}
    return named | ({"sameAs": site} if site else {})


def _employment_types(offer: Any) -> list[str]:
    found = {codes.WorkingTime.FULL: ["FULL_TIME"], codes.WorkingTime.PART: ["PART_TIME"]}.get(
        offer.working_time, []
    )
    if offer.contract_type in codes.TERM_CONTRACTS:
        found = [*found, "TEMPORARY"]
    if offer.contract_type in codes.INDEPENDENT_CONTRACTS:
        found = [*found, "CONTRACTOR"]
    if offer.contract_type == codes.ContractType.INTERNSHIP:
        found = [*found, "INTERN"]
    return found


def _pay(offer: Any) -> dict[str, Any] | None:
    """Return the employer's own figures; a fee has no period, so it is not marked up."""
    low, high, unit = offer.salary_min, offer.salary_max, offer.salary_unit
    if low is None or not unit or unit == codes.SalaryUnit.FEE:
        return None
    amount = (
        {"minValue": _number(low), "maxValue": _number(high)}
        if high is not None and high != low
        else {"value": _number(low)}
    )
    value = {"@type": "QuantitativeValue", **amount, "unitText": str(unit)}
    return {"@type": "MonetaryAmount", "currency": "EUR", "value": value}


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _place(offer: Any) -> dict[str, Any]:
    if offer.is_fully_remote:
        country = {"@type": "Country", "name": "France"}
        return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": country}
    places = [
        {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "" if offer.is_anonymous else offer.address,
                "addressLocality": place.name,
                "postalCode": place.main_postcode,
                "addressRegion": REGION,
                "addressCountry": COUNTRY,
            },
        }
        for place in offer.places
    ]
    for place in places:
        if len(places) > 1 or not place["address"]["streetAddress"]:  # type: ignore[index]
            del place["address"]["streetAddress"]  # type: ignore[attr-defined]
    return {"jobLocation": places[0] if len(places) == 1 else places}


def _start(offer: Any) -> dict[str, Any]:
    if offer.start_date:
        return {"jobStartDate": offer.start_date.isoformat()}
    return {"jobImmediateStart": True} if offer.starts_asap else {}


def _requirements(offer: Any) -> dict[str, Any]:
    """Return the diploma and the experience asked for."""
    found: dict[str, Any] = {}
    if offer.diploma_level in _CREDENTIALS:
        found["educationRequirements"] = {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": _CREDENTIALS[offer.diploma_level],
        }
    if offer.experience == codes.Experience.REQUIRED and offer.experience_months:
        found["experienceRequirements"] = {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": offer.experience_months,
        }
        if offer.diploma_level and offer.diploma_equivalent:
            found["experienceInPlaceOfEducation"] = True
    return found
