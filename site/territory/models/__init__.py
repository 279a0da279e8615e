"""Places, and who and what awaits those who settle in them."""

from .places import Intercommunality, Municipality, MunicipalityAlias, Postcode, Territory
from .referents import ReferentAbsence, ReferentTerritory, WelcomeReferent
from .resources import ResourceCard, ResourceTheme

__all__ = [
    "Intercommunality",
    "Municipality",
    "MunicipalityAlias",
    "Postcode",
    "ReferentAbsence",
    "ReferentTerritory",
    "ResourceCard",
    "ResourceTheme",
    "Territory",
    "WelcomeReferent",
]
