"""What the page of an offer shows, built once for readers, the employer's preview and the review screen."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from jobs.offers import codes
from jobs.offers.display import in_figures
from jobs.offers.querysets import PARIS, paris_day
from territory.living import LivingHere, living_in
from ui.rich_text import clean_html
from ui.typography import NBSP, day_in_words, in_french

from .addresses import home_path, index_path, mail_link, offer_url, report_path, web_link
from .applying import ways_to_apply
from .related import Related, related_offers
from .structured_data import posting_script


class Fact(NamedTuple):
    """A fact in the header of an offer."""

    icon: str
    label: str
    value: str


class Section(NamedTuple):
    """A part of the text of an offer."""

    anchor: str
    heading: str
    html: SafeString


def offer_page_context(offer: Any, *, now: dt.datetime, is_preview: bool = False) -> dict[str, Any]:
    """Return what `board/offer_detail.html` and `board/_offer_body.html` show.

    A preview has neither related offers nor structured data, and links to nothing that is not public.
    """
    is_live = not is_preview
    related = related_offers(offer, now) if is_live else Related([], [])
    return {
        "offer": offer,
        "is_preview": is_preview,
        "places": places_in_words(offer),
        "facts": facts(offer),
        "details": details(offer),
        "sections": sections(offer),
        "employer_site": employer_site(offer),
        "ways": ways_to_apply(offer),
        "contact_name": public_contact(offer),
        "reply_promise": reply_promise(offer),
        "online_since": online_day(offer),
        "share_url": share_link(offer) if is_live else "",
        "report_url": report_path(offer) if is_live else "",
        "other_offers": related.others,
        "similar_offers": related.similar,
        "living": living_here(offer, now) if is_live else None,
        "structured_data": posting_script(offer) if is_live else "",
        "breadcrumb": breadcrumb(offer.title),
        "index_url": index_path(),
    }


def living_here(offer: Any, now: dt.datetime) -> LivingHere | None:
    """Return what awaits newcomers in the commune that the employer named first; None without one."""
    if offer.is_fully_remote or not offer.places:
        return None
    language = get_language() or settings.LANGUAGE_CODE
    return living_in(offer.places[0], on=paris_day(now), language=language)


def breadcrumb(*titles: str) -> list[tuple[str, str]]:
    """Return the way from the home page to the page of an offer."""
    return [
        (_("Home"), home_path()),
        (_("Job offers"), index_path()),
        *((in_french(title), "") for title in titles),
    ]


def places_in_words(offer: Any) -> str:
    """Return the communes with their postcodes; « Télétravail » when there is none."""
    places = offer.places
    if offer.is_fully_remote or not places:
        return str(offer.place_display)
    return ", ".join(f"{place.name}{NBSP}({place.main_postcode})" for place in places)


def facts(offer: Any) -> list[Fact]:
    """Return the facts that decide whether one reads on."""
    found = [
        Fact("file-text", _("Contract"), offer.contract_display),
        Fact("coin-euro", _("Pay"), offer.salary_display),
        Fact("clock", _("Working time"), offer.time_display),
        Fact("calendar-event", _("Start of the job"), start_in_words(offer)),
        Fact("home", _("Housing"), housing_in_words(offer)),
    ]
    return [fact for fact in found if fact.value]


def housing_in_words(offer: Any) -> str:
    """Return the housing offered, marked as French when the employer wrote it."""
    words = str(offer.housing_display)
    return in_french(words) if offer.is_housing_in_own_words else words


def start_in_words(offer: Any) -> str:
    """Return when the job starts."""
    if offer.start_date:
        return day_in_words(offer.start_date, with_year=True)
    return _("As soon as possible") if offer.starts_asap else ""


def details(offer: Any) -> list[tuple[str, str]]:
    """Return every other fact, label and value: what is marked up for machines is read here by people.

    What the employer typed is marked as French on a page in another language.
    """
    found = [
        (_("Field of work"), offer.family.label if offer.family else ""),
        (_("Kind of practice"), private_practice(offer)),
        (_("Occupation (ROME)"), in_french(offer.occupation) if offer.occupation_id else ""),
        (_("Posts to fill"), str(offer.positions) if offer.positions > 1 else ""),
        (_("Address"), "" if offer.is_anonymous else offer.address),
        (_("Schedule"), in_french(offer.schedule)),
        (_("Remote work"), remote_in_words(offer)),
        (_("Travel"), in_french(offer.travel)),
        (_("Variable pay"), in_french(offer.salary_note)),
        (_("Months paid a year"), _figure(offer.salary_months)),
        (_("Benefits"), in_french(offer.benefits)),
        (_("Experience"), offer.experience_display),
        (_("Diploma"), diploma_in_words(offer)),
        (_("Driving licence"), ", ".join(offer.licences_display)),
        (_("Languages"), in_french(offer.languages)),
        (_("Qualification"), offer.get_qualification_code_display() or ""),
        (_("Skills"), in_french(", ".join(skill_names(offer)))),
        (_("Collective agreement (IDCC)"), offer.agreement_code),
        *public_service(offer),
        (_("Good to know"), capfirst(" · ".join(welcome(offer)))),
    ]
    return [(label, str(value)) for label, value in found if value]


def private_practice(offer: Any) -> str:
    """Return what a post in private practice opens on; the contract alone tells it of the others."""
    is_private = offer.contract_type == codes.ContractType.SELF_EMPLOYED
    return str(offer.opportunity_display) if is_private else ""


def public_service(offer: Any) -> list[tuple[str, str]]:
    """Return the facts that a post in the civil service must give."""
    if offer.contract_type not in codes.PUBLIC_CONTRACTS:
        return []
    vacancy = offer.get_public_vacancy_display() if offer.public_vacancy else ""
    if vacancy and offer.public_vacancy_date:
        vacancy = f"{vacancy}, {day_in_words(offer.public_vacancy_date, with_year=True)}"
    return [
        (_("Branch"), offer.get_public_branch_display() if offer.public_branch else ""),
        (
            _("Category and grade"),
            in_french(" – ".join(filter(None, [offer.public_category, offer.public_grade]))),
        ),
        (_("Why the post is open"), vacancy),
        (_("Open to contract staff"), _open_to_contract(offer)),
        (
            _("Number on Choisir le service public"),
            "" if offer.is_anonymous else offer.public_csp_number,
        ),
    ]


def _open_to_contract(offer: Any) -> str:
    if not offer.public_open_to_contract:
        return ""
    if not offer.public_legal_basis:
        return _("Yes")
    return format_html("{} ({})", _("Yes"), in_french(offer.public_legal_basis))


def remote_in_words(offer: Any) -> str:
    """Return the share of remote work, empty when there is none."""
    if offer.is_fully_remote:
        return _("Entirely remote")
    if not offer.remote_share:
        return ""
    return _("%(share)s of the time") % {"share": f"{offer.remote_share}{NBSP}%"}


def diploma_in_words(offer: Any) -> str:
    """Return the diploma asked for, and whether experience may stand in for it."""
    label = str(offer.get_diploma_level_display() or "")
    return (
        " ".join([label, _("or equivalent experience")])
        if label and offer.diploma_equivalent
        else label
    )


def skill_names(offer: Any) -> list[str]:
    """Return the skills in words; imports store either words or rows with a label."""
    rows = offer.skills if isinstance(offer.skills, list) else []
    names = [
        row.get("label") or row.get("libelle") or "" if isinstance(row, dict) else row
        for row in rows
    ]
    return [str(name) for name in names if name]


def welcome(offer: Any) -> list[str]:
    """Return what the employer offers to those who hesitate."""
    said = [
        (offer.partner_help, _("help for the partner’s job")),
        (offer.beginners_welcome, _("beginners welcome")),
        (offer.open_to_disabled, _("open to workers with a disability")),
    ]
    return [words for is_true, words in said if is_true]


def sections(offer: Any) -> list[Section]:
    """Return the parts of the text, cleaned once more: nothing stored is trusted at display."""
    parts = [
        ("poste", _("The job"), offer.missions),
        ("profil", _("Your profile"), offer.profile),
        ("proposition", _("What we offer"), offer.offering),
    ]
    return [
        Section(anchor, heading, mark_safe(clean_html(html)))
        for anchor, heading, html in parts
        if html
    ]


def employer_site(offer: Any) -> tuple[str, str] | None:
    """Return the employer's website and its host, unless the employer is not named."""
    if offer.is_anonymous or offer.is_external:
        return None
    url, host = web_link(offer.employer.website)
    return (url, host) if url else None


def public_contact(offer: Any) -> str:
    """Return the person to ask for, when the employer chose to show it; never for an anonymous offer."""
    shown = offer.contact_is_public and not offer.is_anonymous and not offer.is_external
    return str(offer.contact_name) if shown else ""


def online_day(offer: Any) -> dt.date | None:
    """Return the day in the Lot when the offer came online."""
    since = offer.lifecycle.online_since
    return since.astimezone(PARIS).date() if since else None


def share_link(offer: Any) -> str:
    """Return the address that opens a mail about the offer in the reader's own programme."""
    subject = _("A job in the Lot: %(title)s") % {"title": offer.title}
    return mail_link(subject=subject, body=offer_url(offer))


def reply_promise(offer: Any) -> str:
    """Return the employer's promise of an answer, empty when there is none."""
    days = offer.reply_delay_days
    if not days:
        return ""
    return ngettext(
        "The employer undertakes to answer every application within %(days)d day.",
        "The employer undertakes to answer every application within %(days)d days.",
        days,
    ) % {"days": days}


def _figure(value: Any) -> str:
    return in_figures(f"{value.normalize():f}") if value else ""
