"""What an editor types: one redirection, or a table of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .importing import Row, UnreadableTable, decode, read_table
from .steps import LONGEST

LARGEST_FILE = 1_000_000


class RedirectForm(forms.Form):
    """An old address and the new one."""

    old = forms.CharField(
        label=_("Old address"),
        max_length=LONGEST,
        help_text=_(
            "For example: /actualite/une-nouvelle, or the full address on the former site."
        ),
        error_messages={"required": _("Write the old address.")},
    )
    new = forms.CharField(
        label=_("New address"),
        max_length=LONGEST,
        help_text=_("An address of this site, for example: /actualites/une-nouvelle/."),
        error_messages={"required": _("Write the new address.")},
    )

    def rows(self) -> list[Row]:
        """Return the redirection as a table of one row."""
        return [Row(1, self.cleaned_data["old"], self.cleaned_data["new"])]


class TableForm(forms.Form):
    """A table, from a file or pasted; the file wins."""

    file = forms.FileField(
        label=_("File (CSV)"),
        required=False,
        help_text=_("First line: ancienne;nouvelle. Then one redirection a line."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    lines = forms.CharField(
        label=_("Or the lines themselves"),
        required=False,
        max_length=LARGEST_FILE,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_("After a check, the lines of the file are here: correct them, then import."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # one of the two is required
            field.hides_optional = True  # type: ignore[attr-defined]  # read by ui.forms

    def clean_file(self) -> Any:
        """Refuse a file that is no list of addresses by its mere size."""
        file = self.cleaned_data.get("file")
        if file is not None and file.size > LARGEST_FILE:
            raise forms.ValidationError(_("This file is too heavy: 1 MB at most."))
        return file

    def clean(self) -> dict[str, Any] | None:
        """Read the table; what is wrong is said beside the field it came from."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        field = "file" if file else "lines"
        text = decode(file.read()) if file else cleaned.get("lines", "")
        cleaned["text"] = text
        if not self.errors:
            if not text.strip():
                raise forms.ValidationError({"file": _("Choose a file, or paste lines.")})
            try:
                cleaned["rows"] = read_table(text)
            except UnreadableTable as error:
                raise forms.ValidationError({field: error.args[0]}) from None
        return cleaned
