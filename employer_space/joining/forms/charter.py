"""The last step: the charter, and the right to recruit for the establishment."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class CharterForm(forms.Form):
    """Two boxes, both to tick."""

    accepts_charter = forms.BooleanField(
        label=_("I accept the charter of the network’s employers"),
        error_messages={"required": _("To go on, accept the charter.")},
    )
    is_entitled = forms.BooleanField(
        label=_("I am entitled to recruit for this establishment"),
        error_messages={
            "required": _(
                "To go on, confirm that you are entitled to recruit for this establishment."
            )
        },
    )
