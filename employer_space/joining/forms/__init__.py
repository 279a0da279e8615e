"""The forms of the sign-up, one per step."""

from .address import AddressForm
from .charter import CharterForm
from .establishment import CorrectionForm, EstablishmentForm
from .person import AccountForm, PersonForm

__all__ = [
    "AccountForm",
    "AddressForm",
    "CharterForm",
    "CorrectionForm",
    "EstablishmentForm",
    "PersonForm",
]
