"""Who may change a card of the welcome network: referents their own, those who keep the network everybody's.

And who writes the cards of resources, which translators only translate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import WelcomeReferent

# Who is in the network, for which territories, in which order.
KEEP = "territory.add_welcomereferent"
# Where requests go: the address that families answer to, the account, who answers at all.
ROUTE = "territory.route_welcomereferent"
# Resource cards in French; translators, who may change a card, write its English.
WRITE_CARDS = "territory.add_resourcecard"


def may_change(user: Any, card: WelcomeReferent) -> bool:
    """Say whether a card is the person's own, or the person keeps the network."""
    return card.user_id == user.pk or bool(user.has_perm(KEEP))
