"""Panels and forms of the page editor that are ours."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm


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
