"""Where the blocks lead: the request to be called back, the health offers."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse

from home.health.states import SLUGS
from jobs.board.vocabulary import ContractGroup, contract_group
from jobs.offers.codes import OPPORTUNITIES, PRIVATE_OPPORTUNITIES, HealthOpportunity
from ui.addresses import contract_path

HEALTH_OFFERS = [("domaine", "sante")]


def callback_path(profession: str = "") -> str:
    """Return where one asks to be called back, the profession already chosen when it is known."""
    return f"{reverse('health:callback')}{asked_by(profession)}"


def aids_path(profession: str = "") -> str:
    """Return where one asks which aids exist, the profession already chosen when it is known."""
    return f"{reverse('health:aids')}{asked_by(profession)}"


def asked_by(profession: str) -> str:
    """Return the query that names a profession; "" for none, or for one that the list does not hold any more."""
    slug = SLUGS.get(profession)
    return f"?profession={slug}" if slug else ""


def offers_path(kinds: Iterable[str], language: str) -> str:
    """Return the list of all the health offers, of the contracts that open on these kinds when some are named.

    The job board knows contracts, not kinds of opportunity: the list holds every offer of the kinds, and few others.
    """
    contracts = [("contrat", group) for group in contract_groups(kinds)]
    return f"{contract_path('offres', language)}?{urlencode([*HEALTH_OFFERS, *contracts])}"


def contract_groups(kinds: Iterable[str]) -> list[str]:
    """Return the values of the filter under which the offers of these kinds stand, in the order of the filter."""
    wanted = set(kinds)
    found = {
        contract_group(contract, "") for contract, kind in OPPORTUNITIES.items() if kind in wanted
    }
    if wanted.intersection(PRIVATE_OPPORTUNITIES):
        found.add(ContractGroup.INDEPENDENT)
    if wanted & {HealthOpportunity.SALARIED, HealthOpportunity.PLACEMENT}:
        found.add(ContractGroup.WORK_STUDY)  # a nature that these contracts may have
    return [group for group in ContractGroup.values if group in found]
