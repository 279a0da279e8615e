"""The rules of a password, in the site's words."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import ngettext


class LengthValidator(MinimumLengthValidator):
    """Ask for a length and nothing else: a phrase is easier to remember and harder to guess."""

    def get_error_message(self) -> str:
        """Say what to do."""
        return (
            ngettext(
                "Use at least %d character. A phrase works very well.",
                "Use at least %d characters. A phrase works very well.",
                self.min_length,
            )
            % self.min_length
        )

    def get_help_text(self) -> str:
        """Say the rule beside the field."""
        return (
            ngettext(
                "At least %d character. A phrase works very well.",
                "At least %d characters. A phrase works very well.",
                self.min_length,
            )
            % self.min_length
        )
