"""The forms of the team."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.ambassadors.models import Ambassador, Good, Letter, PortraitPage
from home.ambassadors.models.people import LANGUAGES
from home.ambassadors.querysets import AmbassadorQuerySet
from home.ambassadors.services.moderation import REASON_MIN_LENGTH
from home.ambassadors.states import HelpKind, Purpose
from territory.names import slug_of
from ui.forms import no_own_details

REASON_MAX_LENGTH = 2000
FIRST_YEAR = 2015
HELPS = tuple(f"helps_{kind.value}" for kind in HelpKind)


class DecisionForm(forms.Form):
    """A decision on the file as it was read: `version` says which."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class ReasonForm(DecisionForm):
    """A decision with the words that the person will read."""

    reason = forms.CharField(
        label=_("Your words"),
        min_length=REASON_MIN_LENGTH,
        max_length=REASON_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The person reads them in the mail, in the language they chose."),
        error_messages={
            "required": _("Explain: the person will read this text."),
            "min_length": _("Explain in %(limit_value)d characters at least."),
        },
    )


class RefusalForm(forms.Form):
    """Why goods will not be sent."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=REASON_MIN_LENGTH,
        max_length=REASON_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Explain: the person will read this text."),
            "min_length": _("Explain in %(limit_value)d characters at least."),
        },
    )


class DetailsForm(forms.ModelForm):
    """What the team corrects at a person's request."""

    social_url = forms.URLField(
        label=_("Social network"), required=False, max_length=200, assume_scheme="https"
    )

    class Meta:
        model = Ambassador
        fields = (
            "first_name",
            "last_name",
            "email",
            "place",
            "activity",
            "social_url",
            "language",
            *HELPS,
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name", "email", "place"):
            self.fields[name].required = True
        no_own_details(self)

    @property
    def helps(self) -> list[BoundField]:
        """Return the boxes that answer one question."""
        return [self[name] for name in HELPS]

    @property
    def details(self) -> list[BoundField]:
        """Return the other fields."""
        return [field for field in self if field.name not in HELPS]


class PortraitForm(forms.Form):
    """Which portrait is this person’s."""

    portrait = forms.ModelChoiceField(
        label=_("Portrait on the site"),
        queryset=PortraitPage.objects.none(),
        required=False,
        empty_label=_("None"),
        help_text=_(
            "Without the person’s consent to publication, the portrait leaves the site at once."
        ),
    )

    def __init__(self, *args: Any, person: Ambassador, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        french = PortraitPage.objects.filter(
            locale__language_code=settings.LANGUAGE_CODE, alias_of__isnull=True
        )
        others = Ambassador.objects.exclude(pk=person.pk).filter(portrait__isnull=False)
        free = french.exclude(pk__in=others.values("portrait"))
        field: Any = self.fields["portrait"]
        field.queryset = free
        # As a directory orders them: the database puts « Élie » after « Zoé ».
        rows = sorted(free, key=lambda page: (slug_of(page.title), page.pk))
        field.choices = [("", field.empty_label), *((page.pk, str(page)) for page in rows)]
        self.initial.setdefault("portrait", person.portrait_id)


class MemberFilterForm(forms.Form):
    """The filters of the members: what is unknown is ignored."""

    q = forms.CharField(label=_("Name or e-mail"), required=False, max_length=100)
    lieu = forms.CharField(label=_("Commune"), required=False, max_length=100)
    aide = forms.ChoiceField(
        label=_("Help"), required=False, choices=[("", _("All")), *HelpKind.choices]
    )
    annee = forms.IntegerField(
        label=_("Member since (year)"), required=False, min_value=FIRST_YEAR, max_value=2100
    )
    accord = forms.ChoiceField(
        label=_("Agrees to"),
        required=False,
        choices=[
            ("", _("All")),
            ("lettres", Purpose.LETTERS.label),
            ("portrait", Purpose.PUBLICATION.label),
        ],
    )
    langue = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("All")), *LANGUAGES]
    )

    def chosen(self) -> dict[str, Any]:
        """Return the filters that were understood."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self, people: AmbassadorQuerySet) -> AmbassadorQuerySet:
        """Keep the people that the filters ask for."""
        chosen = self.chosen()
        if "q" in chosen:
            people = people.named(chosen["q"])
        if "lieu" in chosen:
            people = people.living_in(chosen["lieu"])
        if "aide" in chosen:
            people = people.offering(HelpKind(chosen["aide"]))
        if "annee" in chosen:
            people = people.joined_in(chosen["annee"])
        if "langue" in chosen:
            people = people.reading(chosen["langue"])
        if "accord" in chosen:
            purposes = {"lettres": Purpose.LETTERS, "portrait": Purpose.PUBLICATION}
            people = people.agreeing_to(purposes[chosen["accord"]])
        return people

    def words(self) -> str:
        """Say the filters, for the journal of the letters: never a name nor an address."""
        said: list[str | Promise] = []
        for name in self.chosen():
            if name == "q":
                said.append(gettext("a search by name"))
            elif isinstance(self.fields[name], forms.ChoiceField):
                labels = dict(self.fields[name].choices)  # type: ignore[attr-defined]
                said.append(labels[self.cleaned_data[name]])
            else:
                said.append(f"{self.cleaned_data[name]}")
        return ", ".join(str(one) for one in said) or gettext("every member")


class LetterForm(forms.ModelForm):
    """A letter to the members, written once; `key` and `expected` come with the preview."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    expected = forms.IntegerField(
        required=False, min_value=0, max_value=10**6, widget=forms.HiddenInput
    )

    language = forms.ChoiceField(
        label=_("Language of the letter"),
        required=False,
        choices=LANGUAGES,
        help_text=_(
            "The frame of the mail is in each member’s language. To write in both, filter the members by language and"
            " write two letters."
        ),
    )

    class Meta:
        model = Letter
        fields = ("language", "subject", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 12})}
        help_texts = {
            "text": _(
                "Plain text; an empty line makes a paragraph. The link that stops the letters is added."
            )
        }

    def clean_language(self) -> str:
        """Return the language of the words, French when nothing says otherwise."""
        return str(self.cleaned_data["language"] or settings.LANGUAGE_CODE)

    def clean_subject(self) -> str:
        """Keep the subject on one line."""
        return " ".join(str(self.cleaned_data["subject"]).split())


class GoodForm(forms.ModelForm):
    """A thing that members may ask for."""

    class Meta:
        model = Good
        fields = (
            "name",
            "name_en",
            "description",
            "description_en",
            "max_per_request",
            "is_active",
        )

    change = forms.IntegerField(
        label=_("Add to the stock"),
        required=False,
        initial=0,
        min_value=-100_000,
        max_value=100_000,
        help_text=_("What arrived; a negative number takes away what was lost or given by hand."),
    )


class CharterForm(forms.Form):
    """The next version of the charter."""

    text = forms.CharField(
        label=_("Text"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 14})
    )
    text_en = forms.CharField(
        label=_("Text, in English"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
