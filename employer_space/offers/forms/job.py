"""Step 1: the job, its field and where it is."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobs.offers.models import JobFamily, JobOffer, Occupation
from jobs.offers.models.offer import TITLE_MAX_LENGTH
from jobs.offers.occupations import propose
from search.analysis import fold
from territory.models import Municipality

from . import places
from .step import StepForm, radios

NO_OCCUPATION = "none"


class JobForm(StepForm):
    """The job title, the field of work, the communes, the number of posts."""

    step = "poste"
    required_names = frozenset({"title", "family", "positions"})
    conditional_names = frozenset({"commune", "establishment", "commune_choice"})
    shown_by: ClassVar[dict[str, str]] = {"municipalities": "commune"}

    title = forms.CharField(
        label=_("Job title (of the offer)"),
        help_text=_(
            "Without abbreviations, in the feminine and in the masculine: “Cuisinière ou cuisinier (F/H)”."
        ),
    )
    family = forms.ModelChoiceField(
        label=_("Field of work"),
        queryset=JobFamily.objects.order_by("order", "code"),
        empty_label=_("Choose a field"),
        error_messages={"invalid_choice": _("Choose one of the answers proposed.")},
    )
    commune = forms.CharField(
        label=_("Commune of the workplace"),
        help_text=_("Name or postcode, for example “Figeac” or “46100”."),
        max_length=120,
        widget=forms.TextInput(
            attrs={"list": "communes", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    other_communes = forms.CharField(
        label=_("Other communes"),
        help_text=_("For a post shared between several places. Separate the names with commas."),
        max_length=600,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    is_fully_remote = forms.BooleanField(label=_("The post is entirely remote: no commune to give"))
    address = forms.CharField(
        label=_("Exact address"),
        max_length=200,
        help_text=_("Shown on the offer. Candidates can see how to get there."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    positions = forms.IntegerField(
        label=_("Number of posts"),
        min_value=1,
        max_value=500,
        initial=1,
        localize=False,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input--number"}
        ),
        error_messages={
            "invalid": _("Give the number of posts, 1 or more."),
            "min_value": _("Give the number of posts, 1 or more."),
            "max_value": _("Give the number of posts, 500 at most."),
        },
    )

    class Meta:
        model = JobOffer
        fields = (
            "title",
            "family",
            "is_fully_remote",
            "address",
            "positions",
            "establishment",
            "occupation",
        )
        labels: ClassVar[dict[str, Any]] = {"establishment": _("Establishment that recruits")}

    field_order = (
        "title", "family", "occupation", "commune", "commune_choice", "other_communes", "is_fully_remote",
        "address", "positions", "establishment",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._start_families()
        self._start_places()
        self._start_establishment()
        self._start_commune_choice()
        self._start_occupation()
        self.order_fields(self.field_order)

    def _typed(self, name: str, initial: str = "") -> str:
        value = self.data.get(self.add_prefix(name), "") if self.is_bound else initial
        return str(value or "").replace("\x00", "")

    def _start_families(self) -> None:
        """Order the fields of work as people look for them: by name, in the language of the page."""
        field: Any = self.fields["family"]
        blank, *families = field.choices
        field.choices = [blank, *sorted(families, key=lambda choice: fold(str(choice[1])))]

    def _start_places(self) -> None:
        labels = [places.label_of(place) for place in self.instance.places]
        self.initial["commune"] = labels[0] if labels else ""
        self.initial["other_communes"] = ", ".join(labels[1:])

    def _start_establishment(self) -> None:
        own = self.instance.employer.establishments.order_by("name", "pk")
        field: Any = self.fields["establishment"]
        field.queryset = own
        field.empty_label = _("Choose an establishment")
        if len(own) < 2:
            del self.fields["establishment"]

    def _start_commune_choice(self) -> None:
        choices = places.choices_of(self._typed("commune")[:120]) if self.is_bound else []
        if choices:
            self.fields["commune_choice"] = radios(
                [(choice.query, choice.label) for choice in choices],
                label=_("Which commune do you mean?"),
                required=False,
            )
            self.fields["commune_choice"].hides_optional = True  # type: ignore[attr-defined]

    def _start_occupation(self) -> None:
        """Propose occupations near the title; nothing to choose means no question."""
        proposed = propose(self._typed("title", self.instance.title))
        current = self.instance.occupation
        if current is not None and current not in proposed:
            proposed = [current, *proposed]
        if not proposed:
            del self.fields["occupation"]
            return
        field: Any = self.fields["occupation"]
        self.fields["occupation"] = forms.ModelChoiceField(
            label=_("Occupation (ROME code)"),
            help_text=_(
                "Found from the title. It helps candidates and partner sites to find your offer."
            ),
            queryset=Occupation.objects.filter(pk__in=[one.pk for one in proposed]).order_by("pk"),
            required=False,
            widget=forms.RadioSelect,
            empty_label=_("None of these"),
            blank=True,
            error_messages={"invalid_choice": _("Choose one of the answers proposed.")},
        )
        if note := getattr(field, "note", None):
            self.fields["occupation"].note = note  # type: ignore[attr-defined]

    def clean_title(self) -> str:
        """Return the title on one line. Raises `ValidationError` beyond the length shown in lists."""
        title = " ".join(str(self.cleaned_data["title"]).split())
        if len(title) > TITLE_MAX_LENGTH:
            raise ValidationError(
                _("The title is longer than %(count)d characters."),
                params={"count": TITLE_MAX_LENGTH},
            )
        return title

    def clean_other_communes(self) -> list[int]:
        """Return the ids of the communes typed after the first."""
        return places.read_several(self.cleaned_data["other_communes"])

    def clean(self) -> dict[str, Any]:
        """Find the first commune, with the answer given when its name was not enough."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "commune" in cleaned:
            try:
                cleaned["commune"] = places.read_one(
                    cleaned["commune"], cleaned.get("commune_choice", "")
                )
            except ValidationError as error:
                self._say_unclear(error)
        return cleaned

    def _say_unclear(self, error: ValidationError) -> None:
        """Put what is wrong with the commune beside the choice when there is one, else beside the name."""
        if "commune_choice" not in self.fields:
            self.add_error("commune", error)
            return
        words = _("Several communes match “%(text)s”. Choose yours.")
        text = self.cleaned_data["commune"][:60]
        self.add_error("commune_choice", ValidationError(words, params={"text": text}))

    def carry(self) -> None:
        """Put the communes on the offer, and the only establishment on a new one."""
        if self.instance.pk is None and "establishment" not in self.fields:
            self.instance.establishment = self.instance.employer.establishments.order_by(
                "pk"
            ).first()
        if {"commune", "commune_choice", "other_communes"} & self.errors.keys():
            return
        first, others = (
            self.cleaned_data.get("commune"),
            self.cleaned_data.get("other_communes") or [],
        )
        ids = [pk for pk in (first, *others) if pk is not None]
        found = Municipality.objects.in_bulk(ids)
        chosen = [found[pk] for pk in dict.fromkeys(ids) if pk in found]
        self.instance.municipalities = chosen
        self.instance.main_municipality = chosen[0] if chosen else None

    def values(self) -> dict[str, Any]:
        """Return what `create_draft` needs, with the communes and never an empty number of posts."""
        return {
            **super().values(),
            "municipalities": self.instance.places,
            "main_municipality": self.instance.main_municipality,
            "establishment": self.instance.establishment,
            "positions": self.instance.positions or 1,
        }
