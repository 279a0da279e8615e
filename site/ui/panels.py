"""Panels and forms of the page editor that are ours."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import Panel

from ui.checklist import checks_of, refusals


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
        # What the fields themselves refuse is said beside them: the list would repeat it.
        if not self.is_deferred_validation and not self.errors:
            for check in refusals(self.instance):
                words = ", ".join(check.details)
                self.add_error(None, f"{check.label}. {check.help} ({words})")


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
