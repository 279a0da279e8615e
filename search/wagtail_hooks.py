"""Let editors complete the synonyms in the admin."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Synonym


class SynonymViewSet(SnippetViewSet):
    """The list of synonyms and its form."""

    model = Synonym
    icon = "list-ul"
    menu_label = _("Search synonyms")
    list_display = ("term", "equivalents")
    search_fields = ("term", "equivalents")
    ordering = ("term",)
    panels = (FieldPanel("term"), FieldPanel("equivalents"))


register_snippet(SynonymViewSet)
