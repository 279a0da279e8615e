"""Blocks of a page's body as editors fill them, and how a page draws them."""

from collections.abc import Callable
from typing import Any

from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from tests.factories import make_image
from tests.ui.test_figures import make_figure
from ui.blocks.body import BodyStreamBlock
from ui.blocks.raw import items, link
from ui.models import SiteDocument
from ui.navigation import Shell

BODY = BodyStreamBlock()
KINDS = list(BODY.child_blocks)
NO_LINK = {"label": "", "page": None, "address": ""}
CARD = {"text": "", "image": None, "page": None}


def picture() -> dict[str, Any]:
    """Return a picture with its caption."""
    return {"image": make_image().pk, "alt": "", "caption": "Légende"}


DATES = (
    {"date": "2018-01-01", "precision": "year", "title": "Les débuts", "text": ""},
    {"date": "2024-05-01", "precision": "month", "title": "Une étape", "text": "Mots"},
    {"date": "2025-01-28", "precision": "day", "title": "Le réseau", "text": ""},
)


def video(**changes: Any) -> dict[str, Any]:
    """Return a video."""
    return {
        "title": "Une journée",
        "address": "https://video.example.org/v?id=1",
        "poster": None,
        "minutes": 3,
        "seconds": 20,
        "language": "fr",
        "has_captions": True,
        "transcript": "<p>Bonjour.</p>",
    } | changes


def person(**changes: Any) -> dict[str, Any]:
    """Return somebody to call."""
    return {
        "name": "Démo Accueil",
        "function": "Référente",
        "photo": None,
        "phone": "05 36 49 46 00",
        "email": "accueil@demo.example",
        "hours": "",
    } | changes


def offers(**changes: Any) -> dict[str, Any]:
    """Return a list of offers."""
    return {
        "title": "Des postes",
        "family": "",
        "territory": "",
        "contract": "",
        "words": "",
        "number": 3,
    } | changes


def make_document() -> SiteDocument:
    """Return a file to download."""
    return SiteDocument.objects.create(title="Guide", file="documents/guide.pdf", file_size=2048)


VALUES: dict[str, Callable[[], Any]] = {
    "prose": lambda: "<h2>Un titre</h2><p>Du texte.</p><h3>Un autre</h3>",
    "quote": lambda: {"quote": "Paroles", "author": "Camille", "role": "Gramat"},
    "notice": lambda: {"variant": "info", "title": "Avis", "text": "<p>Texte</p>"},
    "questions": lambda: {
        "title": "Vos questions",
        "questions": items({"question": "Pourquoi ?", "answer": "<p>Ainsi.</p>"}),
    },
    "picture": lambda: picture() | {"is_decorative": False},
    "gallery": lambda: {
        "title": "En images",
        "pictures": items(picture(), picture() | {"alt": "À part"}),
    },
    "video": lambda: video(poster=make_image().pk),
    "figures": lambda: {"title": "En chiffres", "figures": items(make_figure(value="750").pk)},
    "timeline": lambda: {"title": "Dates", "dates": items(*DATES)},
    "documents": lambda: {"title": "Fichiers", "documents": items(make_document().pk)},
    "offers": offers,
    "steps": lambda: {
        "title": "Étapes",
        "text": "",
        "steps": items(
            {
                "title": "Une",
                "text": "T",
                "link": link("Voir les offres", address="/offres/"),
            },
            {"title": "Deux", "text": "T", "link": NO_LINK},
        ),
    },
    "cards": lambda: {
        "title": "Cartes",
        "cards": items(
            CARD | {"label": "Les offres", "address": "/offres/"},
            CARD | {"label": "Les nouvelles", "address": "/actualites/"},
        ),
    },
    "person": person,
    "call_to_action": lambda: {
        "title": "Appel",
        "text": "",
        "actions": items(link("Voir les offres", address="/offres/")),
    },
}


def value_of(kind: str) -> Any:
    """Return a block as an editor fills it, with pictures, figures and files that exist."""
    return VALUES[kind]()


def drawn(kind: str, value: Any, *, reader: str = "fr", written: str = "fr") -> str:
    """Return a block as a page draws it, for a reader of one language, in words of another."""
    stream = BODY.to_python([{"type": kind, "value": value}])
    with translation.override(reader):
        request = RequestFactory().get("/")
        request.resolver_match = None
        context = Context(
            {
                "value": stream,
                "request": request,
                "shell": Shell(request),
                "content_language": written,
            }
        )
        html = Template(
            "{% load wagtailcore_tags %}{% for block in value %}{% include_block block %}{% endfor %}"
        ).render(context)
    return html.replace("&nbsp;", " ").replace("\u00a0", " ")
