"""Somebody to call or to write to."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, EmailBlock, StructBlockValidationError

from ui.telephones import is_telephone

from .base import ACTIONS, BodyBlock
from .links import SameEverywhereBlock
from .media import PictureChooserBlock


class PersonBlock(BodyBlock):
    """A person with what they do and how to reach them."""

    name = SameEverywhereBlock(label=_("Name"), max_length=120)
    function = CharBlock(label=_("Function"), max_length=160)
    photo = PictureChooserBlock(
        label=_("Photo"), required=False, help_text=_("Without it, the initials are shown.")
    )
    phone = SameEverywhereBlock(label=_("Telephone"), required=False, max_length=30)
    email = EmailBlock(label=_("E-mail address"), required=False)
    hours = CharBlock(
        label=_("Hours"),
        required=False,
        max_length=120,
        help_text=_("For example: du lundi au vendredi, de 9 h à 17 h."),
    )

    class Meta:
        icon = "user"
        group = ACTIONS
        label = _("Person")
        template = "components/blocks/person.html"
        description = _("Who to call, with their photo and hours. Ask them first.")
        preview_value = {
            "name": "Camille Exemple",
            "function": "Référente accueil",
            "photo": None,
            "phone": "05 36 49 46 00",
            "email": "accueil@demo.example",
            "hours": "du lundi au vendredi, de 9 h à 17 h",
        }

    def clean(self, value: Any) -> Any:
        """Ask for a whole number, and for one way at least to reach the person."""
        cleaned = super().clean(value)
        phone = cleaned.get("phone")
        if phone and not is_telephone(phone):
            message = _("Give a whole telephone number, for example 05 65 00 00 00.")
            raise StructBlockValidationError({"phone": ValidationError(message)})
        if not (self.is_deferred_validation or phone or cleaned.get("email")):
            message = _("Give a telephone number or an e-mail address.")
            raise StructBlockValidationError({"phone": ValidationError(message)})
        return cleaned
