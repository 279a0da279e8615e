"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BoardConfig(AppConfig):
    """The public job board: search, offer pages, feeds, structured data."""

    name = "jobs.board"
    label = "board"
    verbose_name = _("Job board")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the offers searchable, draw their previews, list them in pages, answer for the page of the board."""
        from jobs.offers import preview
        from ui import offer_lists

        from .models import JobIndexPage
        from .page_lists import BoardOffers
        from .search_sources import connect
        from .views import draw_preview, job_index

        connect()
        preview.register(draw_preview)
        offer_lists.register(BoardOffers())
        JobIndexPage.answer = staticmethod(job_index)
