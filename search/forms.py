"""Read the parameters of the search page; whatever they hold, they are read."""

from __future__ import annotations

from django import forms

from .engine import LONGEST_QUERY
from .sources import Source, all_sources

LAST_PAGE = 10_000


class SearchForm(forms.Form):
    """`q` the words, `dans` one kind of result, `page`. Malformed values count as absent."""

    q = forms.CharField(required=False, max_length=LONGEST_QUERY)
    dans = forms.SlugField(required=False, max_length=40)
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)

    @property
    def text(self) -> str:
        """Return the words searched: spaces tidied, no NUL, cut to the length that is read."""
        typed = self.data.get("q") or ""
        return " ".join(str(typed)[: LONGEST_QUERY * 4].replace("\0", " ").split())[
            :LONGEST_QUERY
        ].strip()

    @property
    def is_cut(self) -> bool:
        """Say whether only the beginning of the words was read."""
        return (
            len(" ".join(str(self.data.get("q") or "")[: LONGEST_QUERY * 4].split()))
            > LONGEST_QUERY
        )

    @property
    def source(self) -> Source | None:
        """Return the one kind asked for, if it exists and lists its results here."""
        asked = self.cleaned_data.get("dans") if self.is_valid() or self.cleaned_data else None
        return next((s for s in all_sources() if s.slug == asked and s.all_url is None), None)

    @property
    def page_number(self) -> int:
        """Return the page asked for, 1 when it makes no sense."""
        self.is_valid()
        return self.cleaned_data.get("page") or 1
