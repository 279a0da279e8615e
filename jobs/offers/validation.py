"""What an offer needs before it may be sent: one list, used by the form's steps and by the service."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ui.rich_text import plain
from ui.web_links import is_safe_link, unsafe_link

from . import codes
from .models import JobOffer
from .models.offer import TITLE_MAX_LENGTH

MISSIONS_MIN_LENGTH = 200
Errors = dict[str, list[str]]
# A partner's file says less than our form: the moderator judges, and the page says "not stated".
MAY_LACK_WHEN_IMPORTED = frozenset(
    {"establishment", "working_time", "weekly_hours", "start_date", "contract_duration_months"}
    | {"profile", "experience", "experience_months", "reply_delay_days"}
)

# Which field belongs to which step of the form; the last one is everything else.
STEP_FIELDS: dict[str, tuple[str, ...]] = {
    "poste": (
        "title", "family", "occupation", "municipalities", "is_fully_remote", "address", "positions",
        "establishment",
    ),
    "conditions": (
        "contract_type", "contract_duration_months", "contract_nature", "health_opportunity", "public_branch",
        "public_category", "public_grade", "public_vacancy", "public_vacancy_date", "public_csp_number",
        "public_csp_url", "public_open_to_contract", "public_legal_basis", "working_time", "weekly_hours",
        "schedule", "remote_share", "travel", "salary_min", "salary_max", "salary_unit",
        "salary_is_grid", "salary_months", "salary_note", "benefits", "starts_asap", "start_date",
        "last_day",
    ),
    "description": (
        "missions", "profile", "offering", "experience", "experience_months", "diploma_level",
        "diploma_equivalent", "licences", "languages", "housing", "housing_note", "partner_help",
        "beginners_welcome", "open_to_disabled", "sector_code", "agreement_code", "qualification_code",
        "skills",
    ),
    "candidature": (
        "apply_email", "apply_url", "apply_phone", "contact_name", "contact_is_public",
        "recruitment_steps", "reply_delay_days",
    ),
}  # fmt: skip


def submission_errors(draft: JobOffer, *, last_day: dt.date, today: dt.date) -> Errors:
    """Return, per field, what prevents `draft` from being sent on the day `today`; empty when nothing does."""
    errors: Errors = {}

    def add(field: str, message: str) -> None:
        errors.setdefault(field, []).append(message)

    for rule in (_the_job, _the_contract, _the_public_post, _the_pay, _the_text, _the_reply):
        rule(draft, add)
    _the_start(draft, add, today)
    latest = today + dt.timedelta(days=settings.OFFER_MAX_DAYS)
    if last_day < today:
        add(
            "last_day",
            _("The last day must be in the future. Example: %(date)s.")
            % {"date": latest.strftime("%d/%m/%Y")},
        )
    elif last_day > latest:
        add(
            "last_day",
            _("The last day is at most %(days)d days ahead.") % {"days": settings.OFFER_MAX_DAYS},
        )
    if draft.source:
        errors = {
            field: messages
            for field, messages in errors.items()
            if field not in MAY_LACK_WHEN_IMPORTED
        }
    return errors


def step_errors(errors: Errors, step: str) -> Errors:
    """Keep the errors of the fields of one step."""
    return {field: messages for field, messages in errors.items() if field in STEP_FIELDS[step]}


Add = Callable[[str, str], None]


def _the_job(draft: JobOffer, add: Add) -> None:
    if not draft.title.strip():
        add("title", _("Give the title of the job."))
    elif len(draft.title) > TITLE_MAX_LENGTH:
        add(
            "title",
            _("The title is longer than %(count)d characters.") % {"count": TITLE_MAX_LENGTH},
        )
    if draft.family_id is None:
        add("family", _("Choose a field of work."))
    if not draft.is_fully_remote and not draft.municipalities.all():
        add("municipalities", _("Choose at least one commune of the Lot."))
    if not 1 <= (draft.positions or 0) <= 500:
        add("positions", _("Give the number of posts, 1 or more."))
    if draft.establishment is not None and draft.establishment.employer_id != draft.employer_id:
        add("establishment", _("Choose one of your establishments."))
    elif draft.establishment is None and draft.employer.establishments.count() > 1:
        add("establishment", _("Choose the establishment that recruits."))


def _the_contract(draft: JobOffer, add: Add) -> None:
    if not draft.contract_type:
        add("contract_type", _("Choose the type of contract."))
    elif draft.contract_type in codes.TERM_CONTRACTS and not draft.contract_duration_months:
        add(
            "contract_duration_months",
            _("Give the length of the contract in months, for example 6."),
        )
    if not draft.working_time:
        add("working_time", _("Say whether the post is full or part time."))
    elif draft.working_time == codes.WorkingTime.PART and not draft.weekly_hours:
        add("weekly_hours", _("Give the number of hours a week, for example 24."))


def _the_start(draft: JobOffer, add: Add, today: dt.date) -> None:
    if draft.start_date is None:
        if not draft.starts_asap:
            add("start_date", _("Give a start date, or tick “as soon as possible”."))
    elif draft.starts_asap:
        add("start_date", _("Choose one of the two: “as soon as possible”, or a date."))
    elif draft.start_date < today:
        add(
            "start_date",
            _("This start date is past. Give a coming date, or tick “as soon as possible”."),
        )


def _the_public_post(draft: JobOffer, add: Add) -> None:
    if draft.contract_type not in codes.PUBLIC_CONTRACTS:
        return
    if not draft.public_branch:
        add("public_branch", _("Choose the branch of the civil service."))
    if not draft.public_category:
        add("public_category", _("Choose the category of the post."))
    if not draft.public_grade.strip():
        add("public_grade", _("Give the grade or the group of posts."))
    if not draft.public_vacancy:
        add("public_vacancy", _("Say whether the post is new or vacant."))
    if not draft.public_csp_number.strip():
        add(
            "public_csp_number",
            _("Give the number of the announcement on Choisir le service public."),
        )
    if draft.public_csp_url and not is_safe_link(draft.public_csp_url):
        add("public_csp_url", unsafe_link())


def _the_pay(draft: JobOffer, add: Add) -> None:
    is_public = draft.contract_type in codes.PUBLIC_CONTRACTS
    if draft.salary_is_grid and not is_public:
        add("salary_is_grid", _("Pay by the grid is for civil-service posts. Give an amount."))
    known = draft.salary_min is not None or (draft.salary_is_grid and is_public)
    if not known and settings.SALARY_POLICY == "required" and not draft.source:
        add("salary_min", _("Give a lowest pay, for example 1,950"))
    if draft.salary_min is not None and not draft.salary_unit:
        add("salary_unit", _("Say whether the amount is per hour, per month or per year."))
    if draft.salary_max is not None:
        if draft.salary_min is None:
            add("salary_min", _("Give a lowest pay, for example 1,950"))
        elif draft.salary_max < draft.salary_min:
            add("salary_max", _("The highest pay must be above the lowest."))


def _the_text(draft: JobOffer, add: Add) -> None:
    length = len(plain(draft.missions))
    if length < MISSIONS_MIN_LENGTH:
        message = ngettext(
            "Describe the job in at least %(least)d characters (there is %(count)d).",
            "Describe the job in at least %(least)d characters (there are %(count)d).",
            length,
        )
        add("missions", message % {"least": MISSIONS_MIN_LENGTH, "count": length})
    if not plain(draft.profile):
        add("profile", _("Describe the person you are looking for."))
    if not draft.experience:
        add("experience", _("Say whether experience is expected."))
    elif draft.experience == codes.Experience.REQUIRED and not draft.experience_months:
        add("experience_months", _("Give the experience required in months, for example 24."))


def _the_reply(draft: JobOffer, add: Add) -> None:
    if not (draft.apply_email or draft.apply_url or draft.apply_phone):
        add("apply_email", _("Choose how candidates reach you."))
    if draft.apply_url and not draft.apply_url.lower().startswith("https://"):
        add("apply_url", _("The address must start with https://."))
    elif draft.apply_url and not is_safe_link(draft.apply_url):
        add("apply_url", unsafe_link())
    if draft.apply_phone and is_premium_number(draft.apply_phone):
        add(
            "apply_phone",
            _("Premium-rate numbers are not accepted: applying is free (C. trav. L5331-1)."),
        )
    if draft.reply_delay_days not in settings.REPLY_DELAYS_DAYS:
        add("reply_delay_days", _("Choose within how many days you will reply."))


def is_premium_number(number: str) -> bool:
    """Say whether a French telephone number is charged above a normal call (08 9x, 3 2xx)."""
    digits = "".join(character for character in number if character.isdigit())
    digits = digits.removeprefix("00") if digits.startswith("0033") else digits
    if digits.startswith("33") and len(digits) > 9:
        # +33 8 92…, and +33 (0)8 92… as people write it.
        digits = "0" + digits[2:].lstrip("0")
    return digits.startswith(("089", "081", "082")) or (
        len(digits) == 4 and digits.startswith("32")
    )
