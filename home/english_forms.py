"""The forms in which the English of what is no page is written: the French is read, never changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from home.english_columns import ENGLISH, digest, pairs, remember
from ui.models import NavigationSettings

CHANGED = _("The French was changed meanwhile: read it again below, then save.")
STREAMS = ("main_menu", "footer_columns", "legal_links")
LABEL_MAX_LENGTH = 120
LONG = 160


class EnglishForm(forms.Form):
    """English words, each beside its French; `seen` is the French that was read."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, french: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.french = french
        self.initial["seen"] = self.now_read = digest("\0".join(french.values()))

    def clean(self) -> dict[str, Any]:
        """Refuse words written beside a French that is no more; the French of today is shown with them."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("seen") != self.now_read:
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["seen"] = self.now_read  # type: ignore[index]
            self.add_error(None, CHANGED)
        return cleaned

    def texts(self) -> Iterator[tuple[str, Any]]:
        """Yield each French text with the field of its English."""
        for name, french in self.french.items():
            yield french, self[name]


class RowForm(EnglishForm):
    """The English columns of a row that have a French to translate."""

    def __init__(self, *args: Any, row: models.Model, **kwargs: Any) -> None:
        known = [(column, name) for column, name in pairs(type(row)) if getattr(row, column.name)]
        super().__init__(
            *args, french={name: str(getattr(row, column.name)) for column, name in known}, **kwargs
        )
        self.row = row
        for column, name in known:
            english: Any = row._meta.get_field(name)
            field: Any = english.formfield()
            field.label = capfirst(str(column.verbose_name))
            field.widget.attrs["lang"] = "en"
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 5
            self.fields[name] = field
            self.initial[name] = getattr(row, name)

    @transaction.atomic
    def save(self, by: Any) -> None:
        """Write the English, and keep that it was read beside the French of today."""
        names = list(self.french)
        for name in names:
            setattr(self.row, name, self.cleaned_data[name])
        self.row.save(update_fields=names)
        remember(self.row, is_read_again=True)
        log(instance=self.row, action="wagtail.edit", user=by)


class MenuForm(EnglishForm):
    """The English of every entry of the menus."""

    def __init__(self, *args: Any, menus: NavigationSettings, **kwargs: Any) -> None:
        self.menus = menus
        self.raw = {name: list(getattr(menus, name).raw_data) for name in STREAMS}
        self.places = dict(_places(self.raw, "menu"))
        french = {key: place[name] for key, (place, name) in self.places.items()}
        super().__init__(*args, french=french, **kwargs)
        for key, (place, name) in self.places.items():
            long = len(place[name]) > LONG
            self.fields[key] = forms.CharField(
                label=place[name],
                required=False,
                max_length=LABEL_MAX_LENGTH,
                widget=forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput,
            )
            self.fields[key].widget.attrs["lang"] = "en"
            self.initial[key] = place[f"{name}{ENGLISH}"]

    @transaction.atomic
    def save(self, by: Any) -> None:
        """Write the English beside each French label; nothing else of the menus changes."""
        for key, (place, name) in self.places.items():
            place[f"{name}{ENGLISH}"] = self.cleaned_data[key]
        for name, raw in self.raw.items():
            stream: Any = getattr(self.menus, name)
            setattr(self.menus, name, stream.stream_block.to_python(raw))
        self.menus.save()
        log(instance=self.menus, action="wagtail.edit", user=by)


def _places(raw: Any, key: str) -> Iterator[tuple[str, tuple[dict[str, Any], str]]]:
    """Yield each raw block that holds French and English words, with the name of the French and a key of its own."""
    if isinstance(raw, dict):
        for name, value in raw.items():
            if isinstance(value, str) and value and f"{name}{ENGLISH}" in raw:
                yield f"{key}-{name}", (raw, name)
            yield from _places(value, f"{key}-{name}")
    elif isinstance(raw, list):
        for number, one in enumerate(raw):
            yield from _places(one, f"{key}-{number}")
