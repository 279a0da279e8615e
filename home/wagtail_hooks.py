"""The editor's desk in the Wagtail admin: dashboard panel, report of translations."""

from __future__ import annotations

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from home import english_screens, language_rules, territory_pages, translation_doors
from home.editor_panel import EditorPanel, TranslatorPanel
from home.translation_report import PERMISSION, TranslationReport


@hooks.register("construct_homepage_panels")
def add_desks(_request: HttpRequest, panels: list[Component]) -> None:
    """Show editors and translators what waits for them."""
    panels += [EditorPanel(), TranslatorPanel()]


hooks.register("before_edit_page", language_rules.refuse_unfinished, order=-100)
hooks.register("before_edit_page", language_rules.begin_again, order=-100)
hooks.register("before_convert_alias_page", language_rules.keep_alias)
hooks.register("before_bulk_action", language_rules.refuse_in_bulk)
hooks.register("after_create_snippet", territory_pages.add_page_and_say_so)
hooks.register("after_edit_snippet", territory_pages.add_page_and_say_so)


@hooks.register("register_admin_urls", order=-100)
def mend_translation_update() -> list[URLPattern]:
    """Place our screens before wagtail-localize's own, at their addresses."""
    view = language_rules.UpdatePageTranslations.as_view()
    return [
        path("localize/update/<int:translation_source_id>/", view),
        path("localize/translate/<int:translation_id>/disable/", language_rules.stop_or_refuse),
        *translation_doors.urlpatterns(),
    ]


@hooks.register("insert_editor_js")
def mend_translation_words() -> str:
    """Say in French what the translation editor writes in English."""
    return format_html(
        '<script type="module" src="{}" data-translation-words data-more="{}" data-publish="{}" data-title="{}"'
        ' data-dated="{}"></script>',
        static("js/admin-translation.js"),
        gettext("More actions"),
        gettext("Publish in "),
        gettext("Translation from {source} to {target}"),
        gettext("Translated manually on {date}"),
    )


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """Mount the report of translations, and the screens of what is no page."""
    return [
        path(
            "reports/traductions/menus/<int:site_id>/",
            english_screens.menus,
            name="translation_menus",
        ),
        path(
            "reports/traductions/textes/<str:label>/",
            english_screens.texts,
            name="translation_texts",
        ),
        path(
            "reports/traductions/textes/<str:label>/<int:pk>/",
            english_screens.text,
            name="translation_text",
        ),
        path("reports/traductions/", TranslationReport.as_view(), name="page_translations_report"),
        path(
            "reports/traductions/results/",
            TranslationReport.as_view(results_only=True),
            name="page_translations_report_results",
        ),
    ]


class TranslationReportItem(MenuItem):
    """Shown to people who translate."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(PERMISSION))


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """Add the report to the reports."""
    return TranslationReportItem(
        _("Translations"),
        reverse("page_translations_report"),
        name="page-translations",
        icon_name="site",
        order=600,
    )


@hooks.register("construct_reports_menu")
def hide_partial_report(_request: HttpRequest, items: list[MenuItem]) -> None:
    """Keep one report of that name: wagtail-localize's own is silent about what nobody began to translate."""
    partial = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if item.url != partial]
