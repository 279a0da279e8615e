"""Keep robots out of public forms without a puzzle: a trap field and a minimum time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

MINIMUM_SECONDS = 3
# A stamp is not a key: one taken once does not serve a robot for ever.
MAXIMUM_SECONDS = 24 * 3600
_SALT = "ui.antispam"


def _stamp() -> str:
    """Return a signed mark of this instant."""
    return signing.TimestampSigner(salt=_SALT).sign("form")


def _is_too_fast(stamp: str) -> bool:
    """Say whether the stamp was made less than the minimum time ago; raise on a forged or an old one."""
    signer = signing.TimestampSigner(salt=_SALT)
    signer.unsign(stamp, max_age=MAXIMUM_SECONDS)
    try:
        signer.unsign(stamp, max_age=MINIMUM_SECONDS)
    except signing.SignatureExpired:
        return False
    return True


class AntiSpamMixin(forms.Form):
    """Add to a public form a field that only robots fill and the time the page was shown.

    Draw them with `components/anti_spam.html`.
    """

    website_url = forms.CharField(
        label=_("Do not fill in"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    ts = forms.CharField(required=False, widget=forms.HiddenInput, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ts"].initial = _stamp

    def clean(self) -> dict[str, Any] | None:
        """Refuse what a robot would send; a person only has to send the form again."""
        cleaned = super().clean()
        if self.cleaned_data.get("website_url") or "website_url" in self.errors:
            raise forms.ValidationError(
                _("Leave the field “Do not fill in” empty, then send the form again."), code="trap"
            )
        try:
            too_fast = _is_too_fast(self.cleaned_data.get("ts", ""))
        except signing.BadSignature:
            self._stamp_again()
            raise forms.ValidationError(
                _("This page was open for too long. Please send the form again."), code="stale"
            ) from None
        if too_fast:
            raise forms.ValidationError(
                _("The form came back very fast. Wait a few seconds, then send it again."),
                code="fast",
            )
        return cleaned

    def _stamp_again(self) -> None:
        """Give the page shown next a valid stamp."""
        typed: Any = self.data
        typed = typed.copy()
        typed[self.add_prefix("ts")] = _stamp()
        self.data = typed
