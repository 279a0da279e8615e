"""« Rapports › Traductions »: every French page with where its English stands, then what is no page."""

from __future__ import annotations

from typing import Any

import django_filters
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail_localize.models import Translation

from home.translation_rows import groups
from home.translation_states import (
    TranslationState,
    count_by_state,
    first_things_first,
    with_translation_state,
)

PERMISSION = "wagtail_localize.submit_translation"


class TranslationFilterSet(WagtailFilterSet):
    """Keep the pages of one state."""

    state = django_filters.ChoiceFilter(label=_("Translation"), choices=TranslationState.choices)

    class Meta:
        model = Page
        fields = ["state"]


class TranslationReport(ReportView):
    """The French pages, those to translate first."""

    page_title = _("Translations")
    header_icon = "site"
    index_url_name = "page_translations_report"
    index_results_url_name = "page_translations_report_results"
    results_template_name = "home/admin/translation_report_results.html"
    # Without a policy, Wagtail's reports are open to all who enter the admin.
    permission_policy = ModelPermissionPolicy(Translation)
    permission_required = "submit"
    filterset_class = TranslationFilterSet
    is_searchable = False
    paginate_by = 50
    list_export = ["title", "content_type", "state", "last_published_at"]
    export_headings = {
        "title": _("Page"),
        "content_type": _("Type of page"),
        "state": _("Translation"),
        "last_published_at": _("French published"),
    }

    def get_queryset(self) -> Any:
        """Return what is to be done first, in the order of the tree: sections first, then what is below."""
        pages = with_translation_state().select_related("content_type")
        return pages.order_by(first_things_first(), "path")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the words that are in no page, in the state that is asked for: so many queries as there are kinds."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        asked = self.request.GET.get("state", "")
        return {
            **context,
            "groups": groups(self.request.user, asked),
            "asked": asked,
            "states": _states(),
        }

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Give each page its state in words and where to go on."""
        for page in object_list:
            page.state_label = TranslationState(page.state).label
            page.work_url = work_url(page)
        return object_list


def _states() -> list[tuple[str, str, int]]:
    """Return each state, its words and how many pages are in it, in the order of the work."""
    counts = count_by_state()
    return [(state.value, str(state.label), counts.get(state, 0)) for state in TranslationState]


def work_url(page: Any) -> str:
    """Return where a page is translated: begun, resynchronised, or read again."""
    if page.state == TranslationState.UNTRANSLATED:
        return reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    if page.state == TranslationState.BEHIND and page.source_pk and not page.has_words_left:
        return reverse("wagtail_localize:update_translations", args=[page.source_pk])
    return reverse("wagtailadmin_pages:edit", args=[page.english_pk])
