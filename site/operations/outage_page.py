"""The page shown when the database does not answer: drawn without it, from a template that stands alone."""

from __future__ import annotations

from functools import cache

from django.template.loader import get_template
from django.utils import translation

# Should even the template fail, people still get a sentence in their language.
LAST_RESORT = (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Service indisponible – Oh My Lot !'
    "</title></head><body><main><h1>Le site est momentanément indisponible</h1><p>Réessayez dans quelques"
    " minutes.</p></main></body></html>"
)


def outage_page(language: str = "fr") -> str:
    """Return the page 503, drawn once per process and language with no request and so no query."""
    try:
        return _drawn(language)
    except Exception:  # noqa: BLE001 - the page of a failure must not fail
        return LAST_RESORT


@cache
def _drawn(language: str) -> str:
    with translation.override(language):
        return str(get_template("503.html").render({}))
