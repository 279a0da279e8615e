"""The offers of the demonstration: jobs written by hand, each opened in one or several places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cache

from jobs.offers.codes import ContractNature, Experience
from ui.rich_text import text_to_html

from .employers import DemoEmployer, employers
from .reading import CONTENT, Table, build, load, rows, texts

DISPLAY_DAYS = 45
SHORTEST_STAY = 4
# Texts typed with blank lines and "- ", stored as HTML.
TEXTS = ("missions", "profile", "offering")
# What belongs to the demonstration, not to the offer itself.
STORY = frozenset(
    {
        "key",
        "family",
        "employer",
        "establishment",
        "municipalities",
        "start_in_days",
        "last_day_in_days",
        "age_days",
        "state",
        "state_note",
        "reason_code",
        "outcome",
        "notes",
        "pending_changes",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOffer:
    """An offer with the names of the model's fields, and the story that leads to its state."""

    key: str
    title: str
    family: str
    employer: str
    establishment: str
    municipalities: tuple[str, ...]
    address: str = ""
    positions: int = 1
    contract_type: str = ""
    contract_nature: str = ""
    # Only in private practice: every other contract says what it opens on.
    health_opportunity: str = ""
    contract_duration_months: Decimal | None = None
    public_branch: str = ""
    public_category: str = ""
    public_grade: str = ""
    public_vacancy: str = ""
    public_csp_number: str = ""
    working_time: str = ""
    weekly_hours: Decimal | None = None
    schedule: str = ""
    remote_share: int = 0
    salary_min: Decimal | None = None
    salary_max: Decimal | None = None
    salary_unit: str = ""
    salary_is_grid: bool = False
    salary_note: str = ""
    benefits: str = ""
    starts_asap: bool = False
    start_in_days: int | None = None
    last_day_in_days: int = DISPLAY_DAYS
    missions: str = ""
    profile: str = ""
    offering: str = ""
    experience: str = ""
    experience_months: int | None = None
    diploma_level: int | None = None
    diploma_equivalent: bool = False
    licences: tuple[str, ...] = ()
    languages: str = ""
    housing: str = "NONE"
    housing_note: str = ""
    partner_help: bool = False
    beginners_welcome: bool = False
    open_to_disabled: bool = False
    apply_email: str = ""
    apply_url: str = ""
    apply_phone: str = ""
    contact_name: str = ""
    contact_is_public: bool = False
    recruitment_steps: str = ""
    reply_delay_days: int | None = None
    state: str = "ONLINE"
    state_note: str = ""
    reason_code: str = ""
    outcome: str = ""
    age_days: int = 0
    notes: dict[str, str] = field(default_factory=dict)
    pending_changes: dict[str, object] = field(default_factory=dict)

    def model_fields(self, today: dt.date) -> dict[str, object]:
        """Return the plain fields of the model on the day `today`, with its codes and its HTML.

        Relations (family, employer, establishment, municipalities) and the life of the offer are left out.
        """
        values = {
            name.name: getattr(self, name.name) for name in fields(self) if name.name not in STORY
        }
        values |= {name: text_to_html(str(values[name])) for name in TEXTS}
        values["licences"] = list(self.licences)
        values["contract_nature"] = _value(ContractNature, self.contract_nature)
        values["experience"] = _value(Experience, self.experience)
        values["start_date"] = None
        if self.start_in_days is not None:
            values["start_date"] = today + dt.timedelta(days=self.start_in_days)
        return values

    def last_day(self, today: dt.date) -> dt.date:
        """Return the last day online, seen from `today`."""
        return today + dt.timedelta(days=self.last_day_in_days)


def _value(codes: type[ContractNature | Experience], name: str) -> str:
    return str(codes[name].value) if name else ""


@cache
def offers() -> tuple[DemoOffer, ...]:
    """Return every offer; the same call always gives the same offers."""
    return tuple(build(DemoOffer, row) for row in _rows())


def _rows() -> Iterator[Table]:
    for path in sorted((CONTENT / "offers").glob("*.toml")):
        for job in rows(load(path)["job"]):
            common = {name: value for name, value in job.items() if name not in ("key", "opening")}
            for number, opening in enumerate(rows(job["opening"]), start=1):
                yield _merged({**common, **opening}, key=f"{job['key']}-{number}")


def _merged(row: Table, *, key: str) -> Table:
    """Complete an opening with its job, its employer and the dates that follow from its age."""
    employer = employers()[str(row["employer"])]
    row = {"key": key, "municipalities": [employer.establishments[0].municipality], **row}
    row["establishment"] = employer.establishment_in(texts(row["municipalities"])).key
    lead, tasks = str(row.pop("lead", "")), str(row.pop("tasks", ""))
    if row.get("state") == "DRAFT":
        return row
    row["missions"] = f"{lead.strip()}\n\n{tasks.strip()}"
    return {**_defaults(row, employer), **row}


def _defaults(row: Table, employer: DemoEmployer) -> Table:
    remaining = DISPLAY_DAYS - int(str(row["age_days"]))
    is_past = row.get("state") == "EXPIRED"
    is_grid = row.get("salary_is_grid") is True
    return {
        "contract_nature": "ORDINARY",
        "working_time": "FULL",
        # Someone who works for themselves chooses their hours.
        "weekly_hours": None if row.get("contract_nature") == "NON_SALARIED" else 35,
        "salary_unit": "" if is_grid else "MONTH",
        "starts_asap": "start_in_days" not in row,
        "experience": "NONE",
        "last_day_in_days": remaining if is_past else max(remaining, SHORTEST_STAY),
        "apply_email": employer.recruitment_email,
        "recruitment_steps": employer.recruitment_steps,
        "reply_delay_days": 14,
    }
