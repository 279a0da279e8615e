"""Panels and forms of the page editor that are ours."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.panels import Panel

from ui.checklist import checks_of, refusals
from ui.languages import is_source, refusal_to_plan


class ContractPageForm(WagtailAdminPageForm):
    """Hide the address of pages whose address is a contract with other sites."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Without the field its panel is not drawn, and the stored address is kept.
        if getattr(self.instance, "locked_slug", ""):
            self.fields.pop("slug", None)

    def _post_clean(self) -> None:
        """Tell the page whether it may still be incomplete: it may, as long as it is a draft."""
        self.instance.is_incomplete_draft = self.is_deferred_validation
        super()._post_clean()
        self._keep_online()
        # What the fields themselves refuse is said beside them: the list would repeat it.
        if not self.is_deferred_validation and not self.errors:
            for check in refusals(self.instance):
                words = ", ".join(check.details)
                self.add_error(None, f"{check.label}. {check.help} ({words})")
            self._hold_to_the_french()

    def _keep_online(self) -> None:
        """Refuse the hours that would take an address that is a contract off the site, in a draft too."""
        if not self.instance.stays_online:
            return
        if "expire_at" in self.fields and self.instance.expire_at is not None:
            self.add_error(
                "expire_at",
                _("This page never leaves the site: menus and other sites lead to its address."),
            )
        # Wagtail takes off at once, until that hour, a page that was never published by hand.
        is_taken_off = self.instance.live and self.instance.live_revision_id is None
        at = self.instance.go_live_at
        if is_taken_off and "go_live_at" in self.fields and at is not None and at > timezone.now():
            self.add_error(
                "go_live_at",
                _("Publish this page a first time at once: until that hour it would be offline."),
            )

    def _hold_to_the_french(self) -> None:
        """Refuse here what publishing would: what was typed stays on the screen."""
        if self.instance.locale_id is None:
            return
        refusal = refusal_to_plan(self.instance, timezone.now())
        if refusal is not None:
            self.add_error(None, refusal.message)


class OwnLanguageCopyForm(CopyForm):
    """Copy a French page among French pages: the others are made by translation, and follow their French."""

    def clean(self) -> dict[str, Any]:
        """Refuse a page or a place of another language."""
        cleaned: dict[str, Any] = super().clean()
        parent = cleaned.get("new_parent_page") or self.page.get_parent()
        if not (is_source(self.page) and is_source(parent)):
            self.add_error(
                "new_parent_page",
                _("Only French pages are copied, among French pages. For the others, translate."),
            )
        return cleaned


class ChecklistPanel(Panel):
    """« Avant de publier »: what the page lacks, as it was last saved."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Before publishing"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        """The list, for one page."""

        template_name = "ui/checklist_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Look at the page; a page that was never saved has nothing to look at yet."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            is_saved = self.instance is not None and self.instance.pk
            context["checks"] = checks_of(self.instance) if is_saved else []
            return context
