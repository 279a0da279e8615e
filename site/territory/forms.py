"""The forms with which the team draws territories and writes resource cards."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .models import Intercommunality, Municipality, Territory
from .names import slug_of
from .policy import KEEP
from .services import choose_municipalities


class CommuneChoiceField(forms.ModelMultipleChoiceField):
    """Communes to tick, each with its postcode and the territory that it is in."""

    def label_from_instance(self, obj: Any) -> str:
        """Return « Gramat (46500), Cauvaldor »."""
        where = f", {obj.territory.short_name}" if obj.territory_id else ""
        return f"{obj.name} ({obj.main_postcode}){where}"


class TerritoryForm(WagtailAdminModelForm):
    """Name, rank and communes of a territory; an intercommunality stands for all of its communes."""

    whole_epci = forms.ModelMultipleChoiceField(
        label=_("Whole intercommunalities"),
        queryset=Intercommunality.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ticked, all their communes come into this territory."),
    )
    communes = CommuneChoiceField(
        label=_("Communes"),
        queryset=Municipality.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "A commune is in one territory at most: ticked here, it leaves the other one. Unticked, it goes back to"
            " the territory of its intercommunality at the next update of the site."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        current = Municipality.objects.filter(is_current=True).select_related("territory")
        fields["communes"].queryset = current.order_by("name", "insee")
        fields["whole_epci"].queryset = Intercommunality.objects.order_by("short_name", "pk")
        if self.instance.pk:
            held = current.filter(territory=self.instance)
            self.initial["communes"] = list(held.values_list("pk", flat=True))

    def clean(self) -> dict[str, Any]:
        """Give a new territory its address, which never changes afterwards."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        name = cleaned.get("name", "")
        if not self.instance.slug and name:
            slug = slug_of(name)[:80]
            if (
                not slug
                or Territory.objects.filter(slug=slug).exclude(pk=self.instance.pk).exists()
            ):
                self.add_error("name", _("Choose a name that gives another address."))
            self.instance.slug = slug
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Save the territory, then its communes."""
        territory = super().save(commit=commit)
        if commit:
            chosen = {commune.pk for commune in self.cleaned_data["communes"]}
            whole = Municipality.objects.filter(
                is_current=True, intercommunality__in=self.cleaned_data["whole_epci"]
            )
            chosen |= set(whole.values_list("pk", flat=True))
            choose_municipalities(territory=territory, municipalities=chosen, now=timezone.now())
        return territory


class ResourceCardForm(WagtailAdminModelForm):
    """A resource card; its link may be typed without « https:// »."""

    url = forms.URLField(
        label=_("link"),
        required=False,
        assume_scheme="https",
        help_text=_("The page that says more."),
    )


class WelcomeReferentForm(WagtailAdminModelForm):
    """The card of a referent; the territories are left to those who keep the network."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None and not self.for_user.has_perm(KEEP):
            self.formsets.pop("territory_links", None)
