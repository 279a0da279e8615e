"""What the team types to make a link."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import CampaignLink, CampaignPage


class LinkForm(forms.ModelForm):
    """A campaign, a code, and where the link will be."""

    class Meta:
        model = CampaignLink
        fields = ("page", "label", "channel", "code")
        error_messages = {
            "page": {"required": _("Choose a campaign.")},
            "label": {"required": _("Say where the link will be.")},
            "channel": {"required": _("Choose a support.")},
            "code": {
                "required": _("Write a code, for example gare-cahors."),
                "unique": _("This code leads somewhere already: choose another."),
            },
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pages: Any = self.fields["page"]
        pages.queryset = CampaignPage.objects.filter(alias_of__isnull=True).order_by("title", "pk")
