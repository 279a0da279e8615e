"""Draw offers by lot from the words, the communes and a seed; reads and writes no database."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from jobs.offers import codes
from jobs.offers.states import Outcome

from . import words

NAMESPACE = uuid.UUID("5c1f1d0e-46b0-4a46-8f3a-0a1b2c3d4e5f")
CONTRACTS = (
    (codes.ContractType.PERMANENT, 52),
    (codes.ContractType.FIXED_TERM, 20),
    (codes.ContractType.SEASONAL, 9),
    (codes.ContractType.TEMP_AGENCY, 8),
    (codes.ContractType.PUBLIC_CONTRACT, 4),
    (codes.ContractType.CIVIL_SERVANT, 3),
    (codes.ContractType.SELF_EMPLOYED, 2),
    (codes.ContractType.INTERNSHIP, 2),
)
# How far each offer is in its life: most are open, the others are what a year leaves behind.
LIVES = (("open", 80), ("expired", 10), ("closed", 5), ("paused", 3), ("suspended", 2))
MONTHLY_PAY = (1850, 1900, 1950, 2000, 2100, 2200, 2350, 2500, 2700, 3000, 3400, 4200)


@dataclass(frozen=True)
class Town:
    """A commune offers may be in; larger ones get more of them."""

    id: int
    name: str
    weight: int


@dataclass(frozen=True)
class DrawnEmployer:
    """An invented employer."""

    public_id: uuid.UUID
    kind: str
    name: str


@dataclass(frozen=True)
class DrawnOffer:
    """An invented offer: fields of `JobOffer`, of its lifecycle, its employer's rank and its communes."""

    fields: dict[str, Any]
    life: dict[str, Any]
    employer: int
    municipality_ids: tuple[int, ...]


def identifier(seed: int, what: str, rank: int) -> uuid.UUID:
    """Return the same identifier for the same seed and rank."""
    return uuid.uuid5(NAMESPACE, f"{seed}-{what}-{rank}")


def draw_employers(*, seed: int, count: int, towns: Sequence[Town]) -> list[DrawnEmployer]:
    """Return invented employers spread over the towns."""
    rng = Random(f"{seed}-employers")  # noqa: S311 - measurements, not secrets
    drawn = []
    for rank in range(count):
        kind, start = words.EMPLOYERS[rank % len(words.EMPLOYERS)]
        town = rng.choice(towns).name
        drawn.append(
            DrawnEmployer(identifier(seed, "employer", rank), kind, f"{start} {town} {rank + 1}")
        )
    return drawn


def draw_offers(
    *,
    seed: int,
    count: int,
    employers: Sequence[DrawnEmployer],
    towns: Sequence[Town],
    now: dt.datetime,
) -> Iterator[DrawnOffer]:
    """Yield `count` offers, the same for the same seed, the same communes and the same day."""
    rng = Random(f"{seed}-offers")  # noqa: S311 - measurements, not secrets
    weights = [town.weight for town in towns]
    for rank in range(count):
        town = rng.choices(towns, weights)[0]
        employer = rng.randrange(len(employers))
        yield DrawnOffer(
            fields=_offer(rng, seed, rank, employers[employer], town),
            life=_life(rng, now),
            employer=employer,
            municipality_ids=_places(rng, town, towns),
        )


def _places(rng: Random, town: Town, towns: Sequence[Town]) -> tuple[int, ...]:
    """Return the commune of an offer, sometimes with a second one."""
    if rng.random() < 0.06:
        return tuple(dict.fromkeys((town.id, rng.choice(towns).id)))
    return (town.id,)


def _offer(
    rng: Random, seed: int, rank: int, employer: DrawnEmployer, town: Town
) -> dict[str, Any]:
    """Return the fields of one offer."""
    rome, title = rng.choice(words.JOBS)
    contract = _pick(rng, CONTRACTS)
    return {
        "public_id": identifier(seed, "offer", rank),
        "creation_key": identifier(seed, "key", rank),
        "title": title,
        "family_id": rome[0],
        "occupation_id": rome,
        "positions": rng.choices((1, 2, 3, 5), (85, 10, 4, 1))[0],
        "missions": _missions(rng, rome[0], employer.name, town.name),
        "profile": f"<p>{' '.join(rng.sample(words.PROFILES, 3))}</p>",
        "apply_email": f"recrutement{rank % 997}@essai.example",
        "reply_delay_days": rng.choice((7, 14, 21)),
        "starts_asap": True,
        **_contract(rng, contract),
        **_time(rng),
        **_pay(rng, contract),
        **_welcome(rng),
    }


def _missions(rng: Random, family: str, employer: str, town: str) -> str:
    """Return the text of an offer: where, what, how."""
    tasks = rng.sample(words.TASKS[family], min(4, len(words.TASKS[family])))
    said = [
        sentence.format(
            team=rng.randint(2, 60), minutes=rng.randint(2, 45), years=rng.randint(2, 80)
        )
        for sentence in rng.sample(words.SENTENCES, 8)
    ]
    listed = "".join(f"<li>{task}</li>" for task in tasks)
    return (
        f"<p>{employer} vous accueille à {town}. {' '.join(said[:4])}</p>"
        f"<p>Vous serez là pour :</p><ul>{listed}</ul><p>{' '.join(said[4:])}</p>"
    )


def _contract(rng: Random, contract: codes.ContractType) -> dict[str, Any]:
    """Return the contract, its length when it has one, its public side when it has one."""
    months = Decimal(rng.randint(1, 18)) if contract in codes.TERM_CONTRACTS else None
    is_work_study = contract == codes.ContractType.FIXED_TERM and rng.random() < 0.2
    fields: dict[str, Any] = {
        "contract_type": contract,
        "contract_duration_months": Decimal(24) if is_work_study else months,
        "contract_nature": codes.ContractNature.APPRENTICESHIP if is_work_study else "",
    }
    if contract in codes.PUBLIC_CONTRACTS:
        fields |= {
            "public_branch": rng.choice(codes.PublicBranch.values),
            "public_category": rng.choice(codes.PublicCategory.values),
            "public_grade": "Cadre d’emplois d’essai",
            "public_vacancy": codes.PublicVacancy.VACANCY,
            "public_csp_number": f"O046{rng.randint(10**8, 10**9 - 1)}",
        }
    return fields


def _time(rng: Random) -> dict[str, Any]:
    """Return the working time."""
    if rng.random() < 0.22:
        return {
            "working_time": codes.WorkingTime.PART,
            "weekly_hours": Decimal(rng.choice((12, 17, 20, 24, 28, 30))),
        }
    return {
        "working_time": codes.WorkingTime.FULL,
        "weekly_hours": Decimal(rng.choice((35, 37, 39))),
    }


def _pay(rng: Random, contract: codes.ContractType) -> dict[str, Any]:
    """Return the pay: the grid of the civil service, an hourly rate, or a monthly amount or range."""
    if contract in codes.PUBLIC_CONTRACTS:
        return {"salary_is_grid": True}
    if rng.random() < 0.2:
        rate = Decimal(rng.randint(1210, 1800)) / 100
        return {"salary_min": rate, "salary_unit": codes.SalaryUnit.HOUR}
    low = Decimal(rng.choice(MONTHLY_PAY))
    high = low + rng.choice((0, 150, 300, 500))
    return {
        "salary_min": low,
        "salary_max": high if high > low else None,
        "salary_unit": codes.SalaryUnit.MONTH,
    }


def _welcome(rng: Random) -> dict[str, Any]:
    """Return experience, housing and the other things that help a person come."""
    experience = rng.choices(
        (codes.Experience.NONE, codes.Experience.DESIRED, codes.Experience.REQUIRED), (55, 25, 20)
    )[0]
    return {
        "experience": experience,
        "experience_months": 24 if experience == codes.Experience.REQUIRED else None,
        "beginners_welcome": experience == codes.Experience.NONE,
        "housing": rng.choices(codes.Housing.values, (82, 12, 6))[0],
        "partner_help": rng.random() < 0.15,
        "open_to_disabled": rng.random() < 0.3,
        "remote_share": rng.choices((0, 20, 40, 60), (88, 6, 4, 2))[0],
    }


def _life(rng: Random, now: dt.datetime) -> dict[str, Any]:
    """Return the dates of an offer, and what stopped it if anything did."""
    age = dt.timedelta(minutes=rng.randrange(60 * 24 * 60))
    today, kind = now.date(), _pick(rng, LIVES)
    is_past = kind == "expired"
    last_day = today - dt.timedelta(days=rng.randint(1, 300)) if is_past else None
    since = now - age - (dt.timedelta(days=345) if is_past else dt.timedelta())
    return {
        "online_since": since,
        "last_day": last_day or today + dt.timedelta(days=rng.randrange(90)),
        "closed_at": now if kind == "closed" else None,
        "outcome": rng.choice(Outcome.values) if kind == "closed" else "",
        "paused_at": now if kind == "paused" else None,
        "suspended_at": now if kind == "suspended" else None,
    }


def _pick(rng: Random, choices: Sequence[tuple[Any, int]]) -> Any:
    """Return one of the weighted choices."""
    return rng.choices([choice for choice, _w in choices], [weight for _c, weight in choices])[0]
